//! What all articles together say of one party.

use std::collections::BTreeMap;

use gainsay_record::{Id, SpeakerKind};

use crate::parties::{is_description, is_full_name, kind_of_name};

/// What articles say of one party, counted. Adding and taking away commute, so that the order of
/// articles leaves no trace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    names: BTreeMap<String, u64>,
    kinds: BTreeMap<SpeakerKind, u64>,
    roles: BTreeMap<String, u64>,
    chains: BTreeMap<Vec<Id>, u64>,
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

    /// It spoke for these parties, nearest first.
    pub fn speaks_for(&mut self, chain: &[Id], times: u64) {
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
    /// The spelling used most: for a person, of those that give more than the family name; for a
    /// body, of those that are no descriptions.
    pub name: String,
    /// The kind it speaks as most; where it never speaks, what its name tells.
    pub kind: SpeakerKind,
    /// The other spellings, most used first.
    pub aliases: Vec<String>,
    /// The roles given, most given first. A role in one article is not a term of office: dates
    /// come with the statements.
    pub roles: Vec<RoleHeld>,
    /// Whom it speaks for, nearest first: the chain given most, then whoever else is named.
    pub speaks_for: Vec<Id>,
    /// The last of the chain given most: the country or body in whose lane it belongs.
    pub principal: Option<Id>,
}

/// Draws the profile of the party with this id. A tie goes to the spelling that says more
/// (diacritics, an unabridged chain), then to the first in code point order: never to whichever
/// came first.
pub fn profile(own: &Id, facts: &Facts) -> Profile {
    let kind = facts
        .kinds
        .iter()
        .filter(|&(&kind, _)| kind != SpeakerKind::Unknown)
        .max_by_key(|&(&kind, &count)| (count, std::cmp::Reverse(kind)))
        .map_or(SpeakerKind::Unknown, |(&kind, _)| kind);

    let mut names: Vec<(&String, u64)> = facts.names.iter().map(|(n, &c)| (n, c)).collect();
    names.sort_by_key(|&(name, count)| {
        let full = match kind {
            SpeakerKind::Person => is_full_name(name),
            _ => !is_description(name),
        };
        (std::cmp::Reverse((full, count, name.len())), name)
    });
    let mut names = names.into_iter().map(|(name, _)| name.clone());
    let name = names.next().unwrap_or_default();

    let mut roles: Vec<RoleHeld> = facts
        .roles
        .iter()
        .map(|(title, &statements)| RoleHeld { title: title.clone(), statements })
        .collect();
    roles.sort_by(|a, b| (b.statements, &a.title).cmp(&(a.statements, &b.title)));

    // Whoever never speaks has no kind from statements; a country and a network have one by name.
    let kind = match kind {
        SpeakerKind::Unknown => kind_of_name(&name),
        kind => kind,
    };
    // A state speaks for itself; that it speaks for another now and then was misread ("A and B said").
    let given: u64 = facts.chains.values().sum();
    let own_voice =
        kind == SpeakerKind::Government && given * 2 < facts.kinds.values().sum::<u64>();
    let (speaks_for, principal) =
        if own_voice { (Vec::new(), None) } else { allegiance(&facts.chains, own) };
    Profile { name, kind, aliases: names.collect(), roles, speaks_for, principal }
}

/// Whom a party speaks for. Nobody speaks for himself, so that it is left out itself.
fn allegiance(chains: &BTreeMap<Vec<Id>, u64>, own: &Id) -> (Vec<Id>, Option<Id>) {
    let mut counted: BTreeMap<Vec<&Id>, u64> = BTreeMap::new();
    for (chain, &count) in chains {
        let mut others: Vec<&Id> = Vec::new();
        for party in chain {
            if party != own && !others.contains(&party) {
                others.push(party);
            }
        }
        *counted.entry(others).or_default() += count;
    }
    let mut chains: Vec<(Vec<&Id>, u64)> = counted.into_iter().collect();
    chains.sort_by(|(a, m), (b, n)| (n, b.len(), a).cmp(&(m, a.len(), b)));
    let principal = chains.iter().find_map(|(chain, _)| chain.last()).map(|&party| *party);
    let mut all: Vec<Id> = Vec::new();
    for party in chains.iter().flat_map(|(chain, _)| chain) {
        if !all.contains(party) {
            all.push(*(*party));
        }
    }
    (all, principal)
}

#[cfg(test)]
mod tests {
    use gainsay_record::Digest;

    use super::*;

    fn id(word: &str) -> Id {
        Digest::new(word).id()
    }

    #[test]
    fn the_most_used_spelling_is_the_name_and_a_tie_goes_to_the_fuller_one() {
        let mut facts = Facts::default();
        facts.name("SARKA DORN", 1);
        facts.name("Sarka Dorn", 2);
        facts.name("Šárka Dorn", 2);
        let profile = profile(&id("self"), &facts);
        assert_eq!(profile.name, "Šárka Dorn");
        assert_eq!(profile.aliases, ["Sarka Dorn", "SARKA DORN"]);
    }

    #[test]
    fn an_unknown_kind_does_not_outvote_a_known_one() {
        let mut facts = Facts::default();
        facts.kind(SpeakerKind::Unknown, 9);
        facts.kind(SpeakerKind::Group, 1);
        assert_eq!(profile(&id("self"), &facts).kind, SpeakerKind::Group);
        assert_eq!(profile(&id("self"), &Facts::default()).kind, SpeakerKind::Unknown);
        for (name, kind) in [("Kenya", SpeakerKind::Government), ("Tesk", SpeakerKind::Unknown)] {
            let mut silent = Facts::default();
            silent.name(name, 1);
            assert_eq!(profile(&id("self"), &silent).kind, kind);
        }
    }

    #[test]
    fn the_chain_given_most_comes_first_and_nobody_speaks_for_himself() {
        let mut facts = Facts::default();
        facts.name("Velmark Army", 3);
        facts.speaks_for(&[id("army"), id("velmark")], 3);
        facts.speaks_for(&[id("league")], 1);
        let profile = profile(&id("army"), &facts);
        assert_eq!(profile.speaks_for, [id("velmark"), id("league")]);
        assert_eq!(profile.principal, Some(id("velmark")));
    }

    #[test]
    fn a_state_speaks_for_another_only_if_it_mostly_does() {
        let mut facts = Facts::default();
        facts.kind(SpeakerKind::Government, 5);
        facts.speaks_for(&[id("league")], 2);
        assert_eq!(profile(&id("velmark"), &facts).speaks_for, []);
        facts.speaks_for(&[id("league")], 1);
        assert_eq!(profile(&id("velmark"), &facts).speaks_for, [id("league")]);
    }

    #[test]
    fn a_person_goes_by_the_full_name_used_most_however_often_the_family_name_is_used() {
        let mut facts = Facts::default();
        facts.kind(SpeakerKind::Person, 9);
        facts.name("Tesk", 7);
        facts.name("Ilmar Tesk", 2);
        facts.name("Ilmar J. Tesk", 1);
        let profile = profile(&id("self"), &facts);
        assert_eq!(profile.name, "Ilmar Tesk");
        assert_eq!(profile.aliases, ["Ilmar J. Tesk", "Tesk"]);
    }
}
