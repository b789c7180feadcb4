//! What all articles together say of one party.

use std::collections::BTreeMap;

use gainsay_record::SpeakerKind;

use crate::name::key;

/// What articles say of one party, counted. Adding and taking away commute, so that the order of
/// articles leaves no trace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    names: BTreeMap<String, u64>,
    kinds: BTreeMap<SpeakerKind, u64>,
    roles: BTreeMap<String, u64>,
    chains: BTreeMap<Vec<String>, u64>,
}

impl Facts {
    /// It was called this, `times` times.
    pub fn name(&mut self, name: &str, times: u64) {
        *self.names.entry(name.to_owned()).or_default() += times;
    }

    /// It spoke as this kind of party.
    pub fn kind(&mut self, kind: SpeakerKind, times: u64) {
        *self.kinds.entry(kind).or_default() += times;
    }

    /// It spoke in this role.
    pub fn role(&mut self, role: Option<&str>, times: u64) {
        if let Some(role) = role.filter(|role| !role.is_empty()) {
            *self.roles.entry(role.to_owned()).or_default() += times;
        }
    }

    /// It spoke for these, nearest first.
    pub fn speaks_for(&mut self, chain: &[String], times: u64) {
        if !chain.is_empty() {
            *self.chains.entry(chain.to_vec()).or_default() += times;
        }
    }
}

/// A role that a party was given, and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleHeld {
    /// As written: "Interior Minister".
    pub title: String,
    /// In how many statements.
    pub statements: u64,
}

/// A party as all articles together show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The spelling used most.
    pub name: String,
    /// The kind it speaks as most; unknown where it never speaks.
    pub kind: SpeakerKind,
    /// The other spellings, most used first.
    pub aliases: Vec<String>,
    /// The roles given, most given first. A role in one article is not a term of office: dates
    /// come with the statements.
    pub roles: Vec<RoleHeld>,
    /// Whom it speaks for, nearest first: the chain given most, then whoever else is named.
    pub speaks_for: Vec<String>,
    /// The last of the chain given most: the country or body in whose lane it belongs.
    pub principal: Option<String>,
}

/// Draws the profile. A tie goes to the spelling that says more (diacritics, an unabridged
/// chain), then to the first in code point order: never to whichever came first.
pub fn profile(facts: &Facts) -> Profile {
    let mut names: Vec<(&String, u64)> = facts.names.iter().map(|(n, &c)| (n, c)).collect();
    names.sort_by_key(|&(name, count)| (std::cmp::Reverse((count, name.len())), name));
    let mut names = names.into_iter().map(|(name, _)| name.clone());
    let name = names.next().unwrap_or_default();

    let kind = facts
        .kinds
        .iter()
        .filter(|&(&kind, _)| kind != SpeakerKind::Unknown)
        .max_by_key(|&(&kind, &count)| (count, std::cmp::Reverse(kind)))
        .map_or(SpeakerKind::Unknown, |(&kind, _)| kind);

    let mut roles: Vec<RoleHeld> = facts
        .roles
        .iter()
        .map(|(title, &statements)| RoleHeld { title: title.clone(), statements })
        .collect();
    roles.sort_by(|a, b| (b.statements, &a.title).cmp(&(a.statements, &b.title)));

    let (speaks_for, principal) = allegiance(&facts.chains, key(&name));
    Profile { name, kind, aliases: names.collect(), roles, speaks_for, principal }
}

/// Whom a party speaks for. Nobody speaks for himself, so its own name is left out.
fn allegiance(
    chains: &BTreeMap<Vec<String>, u64>,
    own: Option<String>,
) -> (Vec<String>, Option<String>) {
    let mut chains: Vec<(Vec<&String>, u64)> = chains
        .iter()
        .map(|(chain, &count)| (chain.iter().filter(|name| key(name) != own).collect(), count))
        .collect();
    chains.sort_by(|(a, m), (b, n)| (n, b.len(), a).cmp(&(m, a.len(), b)));
    let principal = chains.iter().find_map(|(chain, _)| chain.last()).map(|&name| name.clone());
    let mut all: Vec<String> = Vec::new();
    for name in chains.iter().flat_map(|(chain, _)| chain) {
        if !all.iter().any(|known| key(known) == key(name)) {
            all.push((*name).clone());
        }
    }
    (all, principal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn the_most_used_spelling_is_the_name_and_a_tie_goes_to_the_fuller_one() {
        let mut facts = Facts::default();
        facts.name("SARKA DORN", 1);
        facts.name("Sarka Dorn", 2);
        facts.name("Šárka Dorn", 2);
        let profile = profile(&facts);
        assert_eq!(profile.name, "Šárka Dorn");
        assert_eq!(profile.aliases, ["Sarka Dorn", "SARKA DORN"]);
    }

    #[test]
    fn an_unknown_kind_does_not_outvote_a_known_one() {
        let mut facts = Facts::default();
        facts.kind(SpeakerKind::Unknown, 9);
        facts.kind(SpeakerKind::Group, 1);
        assert_eq!(profile(&facts).kind, SpeakerKind::Group);
        assert_eq!(profile(&Facts::default()).kind, SpeakerKind::Unknown);
    }

    #[test]
    fn the_chain_given_most_comes_first_and_nobody_speaks_for_himself() {
        let mut facts = Facts::default();
        facts.name("Velmark Army", 3);
        facts.speaks_for(&chain(&["Velmark Army", "Velmark"]), 3);
        facts.speaks_for(&chain(&["Northern League"]), 1);
        let profile = profile(&facts);
        assert_eq!(profile.speaks_for, ["Velmark", "Northern League"]);
        assert_eq!(profile.principal.as_deref(), Some("Velmark"));
    }
}
