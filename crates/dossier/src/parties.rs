//! Parties: counted from mentions, drawn by `gainsay-link`.

use std::collections::BTreeSet;

use gainsay_link::{Facts, party_id, profile};
use rusqlite::{Connection, Transaction, params};

use crate::decode::{json, list, word};

/// Whether an article comes or goes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Change {
    Add,
    Remove,
}

/// What each fact is counted from. Always from the rows as they stand, never from what a version
/// of the program would make of them today, so that what goes is exactly what came.
const COUNTED_FROM: [&str; 4] = [
    "SELECT m.party AS party, 'name' AS what, m.name AS value, count(*) AS reports
       FROM mention m JOIN statement s ON s.id = m.statement
       WHERE s.article = ?1 AND m.party IS NOT NULL GROUP BY 1, 3",
    "SELECT party, 'kind' AS what, speaker_kind AS value, count(*) AS reports
       FROM statement WHERE article = ?1 AND party IS NOT NULL GROUP BY 1, 3",
    "SELECT party, 'role' AS what, speaker_role AS value, count(*) AS reports
       FROM statement
       WHERE article = ?1 AND party IS NOT NULL AND speaker_role IS NOT NULL GROUP BY 1, 3",
    "SELECT party, 'speaks for' AS what, speaks_for AS value, count(*) AS reports
       FROM statement
       WHERE article = ?1 AND party IS NOT NULL AND speaks_for <> '[]' GROUP BY 1, 3",
];

/// Adds what one article says of its parties, or takes it away, and notes whom it touched. The
/// rows of the article must be there.
pub(crate) fn count(
    tx: &Transaction<'_>,
    article: &str,
    change: Change,
    touched: &mut BTreeSet<String>,
) -> rusqlite::Result<()> {
    let sign: i64 = match change {
        Change::Add => 1,
        Change::Remove => -1,
    };
    for counted in COUNTED_FROM {
        tx.prepare_cached(&format!(
            "INSERT INTO party_fact (party, what, value, reports)
             SELECT party, what, value, reports * ?2 FROM ({counted}) WHERE true
             ON CONFLICT DO UPDATE SET reports = reports + excluded.reports"
        ))?
        .execute(params![article, sign])?;
    }
    let mut query = tx.prepare_cached(
        "SELECT DISTINCT m.party FROM mention m JOIN statement s ON s.id = m.statement
         WHERE s.article = ?1 AND m.party IS NOT NULL",
    )?;
    let parties = query.query_map([article], |row| row.get(0))?;
    for party in parties {
        touched.insert(party?);
    }
    Ok(())
}

/// Draws a party anew from its facts; without any it goes.
pub(crate) fn refresh(tx: &Transaction<'_>, party: &str) -> rusqlite::Result<()> {
    tx.prepare_cached("DELETE FROM party_fact WHERE party = ?1 AND reports = 0")?
        .execute([party])?;
    let Some(facts) = facts(tx, party)? else {
        tx.prepare_cached("DELETE FROM party WHERE id = ?1")?.execute([party])?;
        return Ok(());
    };
    let drawn = profile(&facts);
    let principal = drawn.principal.as_deref().and_then(party_id).map(|id| id.0);
    tx.prepare_cached(
        "INSERT INTO party (id, name, kind, speaks_for, principal) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind,
           speaks_for = excluded.speaks_for, principal = excluded.principal",
    )?
    .execute(params![
        party,
        drawn.name,
        drawn.kind.as_str(),
        json(&drawn.speaks_for),
        principal
    ])?;
    Ok(())
}

/// What the dossier has counted of a party, or none where it is mentioned nowhere.
pub(crate) fn facts(conn: &Connection, party: &str) -> rusqlite::Result<Option<Facts>> {
    let mut facts = Facts::default();
    let mut found = false;
    let mut query =
        conn.prepare_cached("SELECT what, value, reports FROM party_fact WHERE party = ?1")?;
    let mut rows = query.query([party])?;
    while let Some(row) = rows.next()? {
        let (what, value): (String, String) = (row.get(0)?, row.get(1)?);
        let reports = crate::decode::count(row.get(2)?)? as u64;
        found = true;
        match what.as_str() {
            "name" => facts.name(&value, reports),
            "kind" => facts.kind(word(&value)?, reports),
            "role" => facts.role(Some(&value), reports),
            _ => facts.speaks_for(&list(&value)?, reports),
        }
    }
    Ok(found.then_some(facts))
}
