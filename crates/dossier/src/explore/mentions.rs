//! Whom statements name: for whom they are made, at whom they are aimed, through whom they came,
//! to whom they were made; and whom a name means.

use std::collections::HashMap;

use rusqlite::Connection;

use super::ledger::{Ledger, NONE};
use super::lists::Lists;
use crate::decode::{id_at, id_or_none};

/// Statements with parties, in no order.
type Pairs = Vec<(u32, u32)>;

/// Puts them into a ledger whose statements and parties are there.
pub(super) fn load(conn: &Connection, ledger: &mut Ledger) -> rusqlite::Result<()> {
    let mut sides: Pairs = Vec::new();
    let (mut targets, mut via, mut addressees) = (Pairs::new(), Pairs::new(), Pairs::new());
    for (at, entry) in ledger.entries.iter().enumerate() {
        if entry.party != NONE {
            sides.push((at as u32, entry.party));
        }
    }
    let mut names = Names::default();
    let mut query = conn.prepare("SELECT statement, role, name, party FROM mention")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let party = id_or_none(row, 3)?.and_then(|id| ledger.by_party.get(&id).copied());
        let party = party.unwrap_or(NONE);
        let text = |at: usize| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
        if party != NONE {
            names.count(text(2)?, party);
        }
        let Some(&at) = ledger.by_id.get(&id_at(row, 0)?) else { continue };
        let list = match text(1)? {
            "via" => {
                ledger.entries[at as usize].second_hand = true;
                &mut via
            }
            "target" => &mut targets,
            "addressee" => &mut addressees,
            "speaks for" => &mut sides,
            // The speaker's party is with the statement.
            _ => continue,
        };
        if party != NONE {
            list.push((at, party));
        }
    }
    // Besides whom the article names, whoever the party speaks for elsewhere.
    for at in 0..sides.len() {
        let (statement, party) = sides[at];
        sides.push((statement, ledger.lane_of(party)));
    }
    let count = ledger.len();
    ledger.sides = Lists::of_pairs(count, sides);
    ledger.targets = Lists::of_pairs(count, targets);
    ledger.via = Lists::of_pairs(count, via);
    ledger.addressees = Lists::of_pairs(count, addressees);
    ledger.called = names.called();
    Ok(())
}

/// How often a name means a party.
#[derive(Default)]
struct Names {
    place: HashMap<String, u32>,
    counts: Vec<Vec<(u32, u32)>>,
}

impl Names {
    fn count(&mut self, name: &str, party: u32) {
        let at = match self.place.get(name) {
            Some(&at) => at as usize,
            None => {
                self.place.insert(name.to_owned(), self.counts.len() as u32);
                self.counts.push(Vec::new());
                self.counts.len() - 1
            }
        };
        let counts = &mut self.counts[at];
        match counts.iter_mut().find(|(known, _)| *known == party) {
            Some((_, count)) => *count += 1,
            None => counts.push((party, 1)),
        }
    }

    /// Whom each name means most often; of two the first by id.
    fn called(mut self) -> HashMap<String, u32> {
        let most = |counts: &Vec<(u32, u32)>| {
            let first = |&&(party, count): &&(u32, u32)| (count, std::cmp::Reverse(party));
            counts.iter().max_by_key(first).map_or(NONE, |&(party, _)| party)
        };
        let meant: Vec<u32> = self.counts.iter().map(most).collect();
        self.place.retain(|_, at| {
            *at = meant[*at as usize];
            true
        });
        self.place
    }
}
