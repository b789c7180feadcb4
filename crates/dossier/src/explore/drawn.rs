//! Answers, allegations and positions, as the dossier draws them.

use std::collections::BTreeSet;

use gainsay_corrections::Verdict;
use gainsay_record::{Basis, DateValue, Id, Precision};

use rusqlite::Connection;

use super::allegations::{Allegation, Named, Position, Stance};
use super::filter::pair;
use super::ledger::{Answer, Ledger, NONE};
use crate::{allegations, answers};

/// Puts them into a ledger whose statements, parties and names are there.
pub(super) fn load(conn: &Connection, ledger: &mut Ledger) -> rusqlite::Result<()> {
    let answers = answers::judge(conn, answers::read(conn)?)?;
    let found = allegations::read(conn, &answers)?;
    for answer in answers {
        if let (Some(from), Some(to)) = (ledger.place(answer.from), ledger.place(answer.to)) {
            ledger.answers.push(Answer {
                from,
                to,
                kind: answer.kind,
                confidence: answer.confidence,
                reason: answer.reason,
                verdict: answer.verdict.map(|verdict| verdict == Verdict::Accept),
            });
        }
    }
    let words: std::collections::BTreeMap<Id, String> =
        found.iter().map(|entry| (entry.allegation.id, words(&entry.allegation.claim))).collect();
    for entry in found {
        let allegation = &entry.allegation;
        // A charge whose relation and object nothing tells is on the page of statements.
        if allegation.claim.is_bare() {
            continue;
        }
        let named = |name: &Option<String>| {
            name.as_ref().map(|name| Named {
                name: name.clone(),
                party: ledger.called(name).unwrap_or(NONE),
            })
        };
        let mut statements = Vec::new();
        for (ids, stance) in [
            (&allegation.asserted_by, Stance::Asserts),
            (&allegation.denied_by, Stance::Denies),
            (&allegation.admitted_in_part_by, Stance::Admits),
        ] {
            statements.extend(places(ledger, ids).into_iter().map(|at| (at, stance)));
        }
        statements.sort_unstable();
        let positions = entry.positions.iter().filter_map(|position| {
            Some(Position {
                party: *ledger.by_party.get(&position.party)?,
                from: position.from.as_deref().and_then(date),
                stance: position.stance.as_str().to_owned(),
                statements: places(ledger, &position.statements),
            })
        });
        let related = allegation
            .related
            .iter()
            .filter(|&id| words.contains_key(id))
            .map(|id| (*id, "near in parties or in what is claimed".to_owned()));
        let count = |stance: Stance| {
            let of = statements.iter().filter(|(_, other)| *other == stance);
            pair(ledger, &of.map(|&(at, _)| at).collect::<Vec<_>>())
        };
        let drawn = Allegation {
            id: allegation.id,
            words: words[&allegation.id].clone(),
            subject: named(&allegation.claim.subject),
            relation: allegation.claim.relation.clone(),
            object: named(&allegation.claim.object),
            asserted: count(Stance::Asserts),
            denied: count(Stance::Denies),
            admitted: count(Stance::Admits),
            met: !allegation.met_by.is_empty(),
            statements,
            related: related.collect(),
            positions: positions.collect(),
        };
        ledger.allegations.push(drawn);
    }
    Ok(())
}

fn places<'a>(ledger: &Ledger, ids: impl IntoIterator<Item = &'a Id>) -> Vec<u32> {
    let places: BTreeSet<u32> = ids.into_iter().filter_map(|&id| ledger.place(id)).collect();
    places.into_iter().collect()
}

/// The claim as one reads it; what is not known of it stays out.
fn words(claim: &gainsay_link::allegations::Claim) -> String {
    let parts = [&claim.subject, &claim.relation, &claim.object];
    let parts: Vec<&str> = parts.into_iter().map(|part| part.as_deref().unwrap_or("?")).collect();
    parts.join(" – ")
}

/// A date by its length.
fn date(value: &str) -> Option<DateValue> {
    let precision = match value.len() {
        4 => Precision::Year,
        7 => Precision::Month,
        8 => Precision::Week,
        10 => Precision::Day,
        _ => return None,
    };
    Some(DateValue { value: value.to_owned(), precision, basis: Basis::Text, span: None })
}
