//! How a speaker is called in the record.

use gainsay_record::{Resolution, Speaker, SpeakerKind};

use crate::lexicon::spaced;
use crate::speaker::behind::begins_with_time;
use crate::speaker::cast::{Cast, Member};
use crate::speaker::heading::announces;
use crate::speaker::phrase::Head;
use crate::speaker::pronoun::Pronoun;
use crate::speaker::resolve::Resolved;

/// The speaker as the record keeps it.
pub(crate) fn speaker(cast: &Cast, resolved: &Resolved, written: &str) -> Speaker {
    let Some(member) = resolved.member.map(|m| &cast.members[m]) else {
        return unknown(cast, resolved, written);
    };
    let mut speaks_for = Vec::new();
    if let Some(organization) = &member.organization
        && *organization != member.name
    {
        speaks_for.push(organization.clone());
    }
    if let Some(country) = &member.country
        && *country != member.name
        && speaks_for.last() != Some(country)
    {
        speaks_for.push(country.clone());
    }
    let grouped = resolved.name.is_some();
    let (name, kind) = match &resolved.name {
        Some(both) => (both.clone(), SpeakerKind::Group),
        None => {
            let (name, kind) = spoken_for(member);
            speaks_for.retain(|s| s != name);
            (unnamed(member).unwrap_or_else(|| name.to_owned()), kind)
        }
    };
    Speaker {
        name,
        kind,
        role: if grouped {
            None
        } else {
            member.role.clone().filter(|role| member.named && !EMPTY_ROLES.contains(&&**role))
        },
        speaks_for,
        resolved_from: resolved.from,
        candidates: Vec::new(),
    }
}

/// What somebody without a name is called: "unnamed military official".
pub(crate) fn unnamed(member: &Member) -> Option<String> {
    let person = member.kind == SpeakerKind::Person && member.head == Head::Role && !member.named;
    let words: Vec<&str> = member.name.split(' ').collect();
    let is = |list: &[&str]| words.iter().any(|word| list.contains(&&*word.to_lowercase()));
    if !person || is(&["unnamed", "anonymous", "unidentified", "unknown"]) {
        return None;
    }
    Some(format!("unnamed {}", member.name))
}

/// The name and kind of who speaks: what an institution's paper says, the institution says.
pub(crate) fn spoken_for(member: &Member) -> (&str, SpeakerKind) {
    let issued = member.head == Head::Document
        && ["statement", "release", "communique", "communiqué", "note"]
            .iter()
            .any(|noun| member.name.to_ascii_lowercase().ends_with(noun));
    match &member.organization {
        Some(organization) if issued => (organization, SpeakerKind::Organization),
        _ => (&member.name, member.kind),
    }
}

/// No member: a pronoun without a safe antecedent, or words no rule reads, kept as they are.
fn unknown(cast: &Cast, resolved: &Resolved, written: &str) -> Speaker {
    let words = spaced(written);
    let pronoun = Pronoun::of(&words.to_ascii_lowercase()).is_some();
    let bare = ["the ", "a ", "an ", "some ", "The ", "A ", "An ", "Some "]
        .iter()
        .find_map(|article| words.strip_prefix(article))
        .unwrap_or(&words)
        .trim_matches([',', '.', ';', ':'])
        .trim();
    let described = !pronoun
        && !bare.is_empty()
        && !announces(bare)
        && resolved.candidates.is_empty()
        && !begins_with_time(bare);
    Speaker {
        name: if described { bare.to_owned() } else { Speaker::UNKNOWN.to_owned() },
        kind: if described && bare.ends_with('s') && !bare.ends_with("ss") {
            SpeakerKind::Group
        } else {
            SpeakerKind::Unknown
        },
        role: None,
        speaks_for: Vec::new(),
        resolved_from: if described { Resolution::Description } else { Resolution::Unresolved },
        candidates: resolved.candidates.iter().map(|&m| cast.members[m].name.clone()).collect(),
    }
}

/// The side a member is on: its country, or its own name where it is one.
pub(crate) fn side(member: &Member) -> Option<&str> {
    match (member.kind, &member.country) {
        (_, Some(country)) => Some(country),
        (SpeakerKind::Government, None) => Some(&member.name),
        _ => None,
    }
}

/// Nouns that say how somebody stands to another, not what he is.
const EMPTY_ROLES: &[&str] = &[
    "rival",
    "opponent",
    "friend",
    "fellow",
    "colleague",
    "counterpart",
    "man",
    "woman",
    "son",
    "daughter",
    "wife",
    "husband",
    "brother",
    "sister",
    "father",
    "mother",
    "neighbor",
    "boy",
    "girl",
    "supporter",
    "critic",
];
