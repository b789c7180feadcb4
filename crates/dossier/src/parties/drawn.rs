//! A party drawn from what is counted of its forms.

use gainsay_link::{Facts, Profile, profile};
use gainsay_record::Id;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::known::{known, known_of, resolve};
use super::merged::merged_into;
use crate::decode::{count, id_or_none, json, list, parsed, word};

/// Draws a party anew; without any form it goes.
pub(super) fn refresh(tx: &Transaction<'_>, party: &str) -> rusqlite::Result<()> {
    let Some(Profile { name, kind, speaks_for, principal, .. }) = drawn(tx, party)? else {
        tx.prepare_cached("DELETE FROM party WHERE id = ?1")?.execute([party])?;
        return Ok(());
    };
    let chain: Vec<String> = speaks_for.into_iter().map(|id| id.to_string()).collect();
    tx.prepare_cached(
        "INSERT INTO party (id, name, kind, speaks_for, principal) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind,
           speaks_for = excluded.speaks_for, principal = excluded.principal",
    )?
    .execute(params![
        party,
        name,
        kind.as_str(),
        json(&chain),
        principal.map(|id| id.to_string())
    ])?;
    Ok(())
}

/// The party as its articles show it and the user's file has it, or none where it is mentioned
/// nowhere.
pub(crate) fn drawn(conn: &Connection, party: &str) -> rusqlite::Result<Option<Profile>> {
    let Some(facts) = facts(conn, party)? else { return Ok(None) };
    let mut drawn = profile(&parsed(party)?, &facts);
    for name in merged_into(conn, party)? {
        if name != drawn.name && !drawn.aliases.contains(&name) {
            drawn.aliases.push(name);
        }
    }
    let all = known(conn)?;
    if let Some(known) = known_of(conn, &all, party)? {
        drawn.aliases.retain(|alias| *alias != known.name);
        if drawn.name != known.name {
            drawn.aliases.insert(0, std::mem::replace(&mut drawn.name, known.name.clone()));
        }
        for alias in &known.aliases {
            if *alias != drawn.name && !drawn.aliases.contains(alias) {
                drawn.aliases.push(alias.clone());
            }
        }
        drawn.kind = known.kind;
        if !known.speaks_for.is_empty() {
            drawn.speaks_for = resolve(conn, &all, &known.speaks_for)?;
            drawn.speaks_for.retain(|id| *id.digits() != *party);
            drawn.principal = drawn.speaks_for.last().copied();
        }
    }
    Ok(Some(drawn))
}

/// What the dossier has counted of a party, or none where it has no form.
fn facts(conn: &Connection, party: &str) -> rusqlite::Result<Option<Facts>> {
    let mut facts = Facts::default();
    let mut found = false;
    let mut query = conn.prepare_cached(
        "SELECT what, value, sum(reports) FROM form_fact JOIN form f ON f.id = form
         WHERE f.party = ?1 AND what NOT IN ('alias', 'home') GROUP BY what, value",
    )?;
    let mut rows = query.query([party])?;
    while let Some(row) = rows.next()? {
        let (what, value): (String, String) = (row.get(0)?, row.get(1)?);
        let reports = count(row.get(2)?)? as u64;
        found = true;
        match what.as_str() {
            "name" => facts.name(&value, reports),
            "kind" => facts.kind(word(&value)?, reports),
            "role" => facts.role(Some(&value), reports),
            _ => {
                let mut chain = Vec::new();
                for form in list(&value)? {
                    let party: Option<Option<Id>> = conn
                        .prepare_cached("SELECT party FROM form WHERE id = ?1")?
                        .query_row([form], |row| id_or_none(row, 0))
                        .optional()?;
                    chain.extend(party.flatten());
                }
                facts.speaks_for(&chain, reports);
            }
        }
    }
    Ok(found.then_some(facts))
}
