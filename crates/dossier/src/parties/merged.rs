//! Names that a merge took away: they stay names of the party that remains.
//!
//! A merge gives statements another name, so no article says the old one any more. Nothing is
//! kept of this: an undone merge is not read, and its names are gone.

use gainsay_corrections::Change;
use gainsay_record::Id;
use rusqlite::{Connection, params};

use crate::corrections::entry;
use crate::decode::id_at;

/// A merge that holds.
#[derive(Debug)]
struct Merge {
    /// Its place in the log.
    number: i64,
    /// What its party is called now, after all later merges.
    now: String,
    /// The names that it took away, in the order of the entry.
    names: Vec<String>,
}

/// Names that merges took from parties that are this one now, in the order of the log.
pub(crate) fn merged_into(conn: &Connection, party: &str) -> rusqlite::Result<Vec<String>> {
    let mut found = Vec::new();
    for merge in merges(conn)? {
        // Asked first, since it costs nothing: few parties have the name.
        let has_name = conn
            .prepare_cached(
                "SELECT 1 FROM form f JOIN form_fact n ON n.form = f.id
                 WHERE f.party = ?1 AND n.what = 'name' AND n.value = ?2",
            )?
            .exists([party, &merge.now])?;
        let is_its = has_name
            && conn
                .prepare_cached(
                    "SELECT 1 FROM correction_place p JOIN mention m ON m.statement = p.statement
                     WHERE p.correction = ?1 AND m.name = ?2 AND m.party = ?3 LIMIT 1",
                )?
                .exists(params![merge.number, merge.now, party])?;
        if is_its {
            found.extend(merge.names);
        }
    }
    Ok(found)
}

/// Every such name with its party.
pub(crate) fn merged(conn: &Connection) -> rusqlite::Result<Vec<(Id, String)>> {
    let mut found = Vec::new();
    for merge in merges(conn)? {
        let mut query = conn.prepare_cached(
            "SELECT DISTINCT m.party FROM correction_place p
             JOIN mention m ON m.statement = p.statement
             WHERE p.correction = ?1 AND m.name = ?2 AND m.party IS NOT NULL ORDER BY 1",
        )?;
        for party in query.query_map(params![merge.number, merge.now], |row| id_at(row, 0))? {
            let party = party?;
            found.extend(merge.names.iter().map(|name| (party, name.clone())));
        }
    }
    Ok(found)
}

/// The merges that nobody took back, in the order of the log.
fn merges(conn: &Connection) -> rusqlite::Result<Vec<Merge>> {
    let mut query = conn.prepare_cached(
        "SELECT number, entry FROM correction
         WHERE kind = 'merge' AND number NOT IN (SELECT correction FROM correction_undone)
         ORDER BY number",
    )?;
    let mut rows = query.query([])?;
    let mut all: Vec<Merge> = Vec::new();
    while let Some(row) = rows.next()? {
        let Change::Merge { names, now } = entry(row.get_ref(1)?.as_str()?)?.change else {
            continue;
        };
        // What was merged before into one of these names is called by the new one too.
        for before in &mut all {
            let key = gainsay_link::key(&before.now);
            if key.is_some() && names.iter().any(|name| gainsay_link::key(&name.name) == key) {
                before.now.clone_from(&now);
            }
        }
        // Who has no name of his own in one article ("an official") brings none.
        let own = names.into_iter().filter(|name| name.text.is_none()).map(|name| name.name);
        let names = own.filter(|name| *name != now).collect();
        all.push(Merge { number: row.get(0)?, now, names });
    }
    Ok(all)
}
