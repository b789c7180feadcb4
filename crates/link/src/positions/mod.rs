//! Positions: where a party stands on an allegation, and since when.

use std::collections::BTreeMap;

use gainsay_record::Id;

use crate::allegations::Allegation;

/// Where a party stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// Puts it forward.
    Asserts,
    /// Denies it.
    Denies,
    /// Grants a part of it.
    AdmitsInPart,
    /// Was charged, and nothing by it is known.
    Silent,
}

impl Stance {
    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Stance::Asserts => "asserts",
            Stance::Denies => "denies",
            Stance::AdmitsInPart => "admits in part",
            Stance::Silent => "silent",
        }
    }
}

/// Who said a statement, and when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voice {
    /// The speaker's party, and those it speaks for, nearest first.
    pub parties: Vec<Id>,
    /// The day: said where known, else published; ISO 8601.
    pub day: Option<String>,
}

/// Where a party stands on an allegation from a day on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The party.
    pub party: Id,
    /// The allegation.
    pub allegation: Id,
    /// From when; none where no date is known.
    pub from: Option<String>,
    /// Where it stands.
    pub stance: Stance,
    /// What shows it; none where it is silent.
    pub statements: Vec<Id>,
}

/// The positions of all parties on an allegation: by party, then by date; what has no date comes
/// last. `accused` is the party that the claim is about, where it is known, and after it whoever
/// answers for it though not said to speak for it, as a state for its agency. It stands with whoever
/// speaks for any of them.
pub fn positions(on: &Allegation, accused: &[Id], voices: &BTreeMap<Id, Voice>) -> Vec<Position> {
    let theirs = |voice: &Voice| accused.iter().any(|party| voice.parties.contains(party));
    type Said<'a> = (bool, Option<&'a String>, Stance, &'a Id);
    let mut by_party: BTreeMap<&Id, Vec<Said<'_>>> = BTreeMap::new();
    let all = on.asserted_by.iter().map(|id| (Stance::Asserts, id));
    let all = all.chain(on.denied_by.iter().map(|id| (Stance::Denies, id)));
    let all = all.chain(on.admitted_in_part_by.iter().map(|id| (Stance::AdmitsInPart, id)));
    let mut first_charge: Option<(bool, Option<&String>)> = None;
    let mut answered = false;
    for (stance, id) in all {
        let Some(voice) = voices.get(id) else { continue };
        let when = (voice.day.is_none(), voice.day.as_ref());
        if stance == Stance::Asserts {
            first_charge = Some(first_charge.map_or(when, |first| first.min(when)));
        }
        let Some(party) = voice.parties.first() else { continue };
        answered |= stance != Stance::Asserts && theirs(voice);
        by_party.entry(party).or_default().push((when.0, when.1, stance, id));
    }
    // Whoever returns the charge, or will not comment, is not silent, but takes no stance either.
    answered |= on.met_by.iter().filter_map(|id| voices.get(id)).any(theirs);
    let mut found: Vec<Position> = Vec::new();
    for (party, mut said) in by_party {
        said.sort();
        for (_, day, stance, id) in said {
            match found.last_mut() {
                Some(last) if last.party == *party && last.stance == stance => {
                    last.statements.push(*id);
                }
                _ => found.push(Position {
                    party: *party,
                    allegation: on.id,
                    from: day.cloned(),
                    stance,
                    statements: vec![*id],
                }),
            }
        }
    }
    if let (Some(accused), Some((_, day)), false) = (accused.first(), first_charge, answered) {
        found.push(Position {
            party: *accused,
            allegation: on.id,
            from: day.cloned(),
            stance: Stance::Silent,
            statements: Vec::new(),
        });
    }
    found.sort_by(|a, b| {
        a.party
            .cmp(&b.party)
            .then(a.from.is_none().cmp(&b.from.is_none()))
            .then(a.from.cmp(&b.from))
            .then(a.stance.cmp(&b.stance))
    });
    found
}
