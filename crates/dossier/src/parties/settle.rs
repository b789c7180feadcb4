//! Judging again what an article touched: blocks of forms, and the parties that hang together.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_link::parties::{Candidate, Class, NameForm, Names, links, parties_of};
use gainsay_record::Id;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::drawn::refresh;
use super::known::{known, who_speaks_for};
use crate::decode::{bad, id_or_none};

/// Brings links and parties up to date after the facts of these forms have changed.
pub(crate) fn settle(tx: &Transaction<'_>, touched: &BTreeSet<String>) -> rusqlite::Result<()> {
    let known = known(tx)?;
    let names = Names::of(&known);
    let (mut keys, mut loose) = (BTreeSet::new(), BTreeSet::new());
    let mut parties: BTreeSet<String> = BTreeSet::new();
    // Forms that come, go, or become another's.
    let mut given: BTreeSet<String> = BTreeSet::new();
    let before = if known.is_empty() { BTreeMap::new() } else { bodies(tx, touched)? };
    for form in touched {
        parties.extend(party_of(tx, form)?);
        tx.prepare_cached("DELETE FROM form_fact WHERE form = ?1 AND reports = 0")?
            .execute([form])?;
        let used: bool =
            tx.prepare_cached("SELECT 1 FROM form_fact WHERE form = ?1")?.exists([form])?;
        let before: BTreeSet<String> = tx
            .prepare_cached("SELECT key FROM form_key WHERE form = ?1")?
            .query_map([form], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let candidate = if used { candidate(tx, form, &names)? } else { None };
        let Some(candidate) = candidate else {
            tx.prepare_cached("DELETE FROM form_key WHERE form = ?1")?.execute([form])?;
            keys.extend(before);
            continue;
        };
        let seen = seen(&candidate);
        let last: String = tx
            .prepare_cached("SELECT seen FROM form WHERE id = ?1")?
            .query_row([form], |row| row.get(0))?;
        if last != seen {
            let after: BTreeSet<String> = candidate.keys().into_iter().collect();
            for key in before.difference(&after) {
                tx.prepare_cached("DELETE FROM form_key WHERE key = ?1 AND form = ?2")?
                    .execute([key, form])?;
            }
            for key in after.difference(&before) {
                tx.prepare_cached("INSERT INTO form_key (key, form) VALUES (?1, ?2)")?
                    .execute([key, form])?;
            }
            tx.prepare_cached("UPDATE form SET seen = ?2 WHERE id = ?1")?.execute([form, &seen])?;
            keys.extend(before);
            keys.extend(after);
            loose.insert(form.clone());
        }
    }
    for key in &keys {
        judge(tx, key, &names, &mut loose)?;
    }
    // Only now does nothing refer to them any more.
    for form in touched {
        tx.prepare_cached(
            "DELETE FROM form WHERE id = ?1 AND NOT EXISTS
               (SELECT 1 FROM form_fact WHERE form = ?1)",
        )?
        .execute([form])?;
    }
    gather(tx, &loose, &names, &mut parties, &mut given)?;
    for form in touched {
        parties.extend(party_of(tx, form)?);
    }
    if !known.is_empty() {
        given.extend(touched.iter().cloned());
        let mut changed: BTreeSet<String> = bodies(tx, &given)?.into_values().collect();
        changed.extend(before.into_values());
        parties.extend(who_speaks_for(tx, &known, &names, &changed)?);
    }
    for party in &parties {
        refresh(tx, party)?;
    }
    Ok(())
}

/// The keys of those among these forms that are bodies.
fn bodies(tx: &Connection, forms: &BTreeSet<String>) -> rusqlite::Result<BTreeMap<String, String>> {
    let mut query = tx.prepare_cached("SELECT key FROM form WHERE id = ?1 AND class = 'body'")?;
    let mut found = BTreeMap::new();
    for form in forms {
        let key: Option<String> = query.query_row([form], |row| row.get(0)).optional()?;
        found.extend(key.map(|key| (form.clone(), key)));
    }
    Ok(found)
}

/// What a judgement looks at: if it is the same as last time, so is the judgement.
fn seen(candidate: &Candidate) -> String {
    let Candidate { aliases, homes, known, .. } = candidate;
    let all: (&BTreeSet<String>, &BTreeSet<String>, &Option<usize>) = (aliases, homes, known);
    format!("{all:?}")
}

/// Judges the forms under one key again, and notes those whose links have changed.
fn judge(
    tx: &Transaction<'_>,
    key: &str,
    names: &Names,
    loose: &mut BTreeSet<String>,
) -> rusqlite::Result<()> {
    let ids: Vec<String> = tx
        .prepare_cached("SELECT form FROM form_key WHERE key = ?1 ORDER BY form")?
        .query_map([key], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut of = Vec::with_capacity(ids.len());
    for id in &ids {
        let missing = || bad(format!("form {id} has keys and is not there"));
        of.push(candidate(tx, id, names)?.ok_or_else(missing)?);
    }
    let after: BTreeSet<(String, String)> = links(key, &of)
        .into_iter()
        .map(|(a, b)| {
            let (a, b) = (&ids[a], &ids[b]);
            (a.min(b).clone(), a.max(b).clone())
        })
        .collect();
    let before: BTreeSet<(String, String)> = tx
        .prepare_cached("SELECT one, other FROM form_link WHERE key = ?1")?
        .query_map([key], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (one, other) in before.difference(&after) {
        tx.prepare_cached("DELETE FROM form_link WHERE key = ?1 AND one = ?2 AND other = ?3")?
            .execute([key, one, other])?;
    }
    for (one, other) in after.difference(&before) {
        tx.prepare_cached("INSERT INTO form_link (key, one, other) VALUES (?1, ?2, ?3)")?
            .execute([key, one, other])?;
    }
    for (one, other) in before.symmetric_difference(&after) {
        loose.extend([one.clone(), other.clone()]);
    }
    Ok(())
}

/// Gives forms whose links have changed, and all that hang together with them, their party.
fn gather(
    tx: &Transaction<'_>,
    loose: &BTreeSet<String>,
    names: &Names,
    parties: &mut BTreeSet<String>,
    given: &mut BTreeSet<String>,
) -> rusqlite::Result<()> {
    let mut done: BTreeSet<String> = BTreeSet::new();
    for start in loose {
        if done.contains(start) {
            continue;
        }
        let mut linked: BTreeMap<String, Candidate> = BTreeMap::new();
        let mut next = vec![start.clone()];
        while let Some(form) = next.pop() {
            if linked.contains_key(&form) {
                continue;
            }
            let Some(candidate) = candidate(tx, &form, names)? else { continue };
            let mut query = tx.prepare_cached(
                "SELECT other FROM form_link WHERE one = ?1
                 UNION SELECT one FROM form_link WHERE other = ?1",
            )?;
            for other in query.query_map([&form], |row| row.get::<_, String>(0))? {
                next.push(other?);
            }
            linked.insert(form, candidate);
        }
        let of: Vec<&Candidate> = linked.values().collect();
        for (form, party) in linked.keys().zip(parties_of(&of)) {
            done.insert(form.clone());
            let before = party_of(tx, form)?;
            if before.as_deref() != Some(&*party.digits()) {
                parties.extend(before);
                given.insert(form.clone());
                give(tx, form, &party, parties)?;
            }
        }
    }
    Ok(())
}

/// Writes down whose name a form is, wherever it stands, and notes whom that concerns.
fn give(
    tx: &Transaction<'_>,
    form: &str,
    party: &Id,
    parties: &mut BTreeSet<String>,
) -> rusqlite::Result<()> {
    for sql in [
        "UPDATE form SET party = ?2 WHERE id = ?1",
        "UPDATE mention SET party = ?2 WHERE form = ?1",
        "UPDATE statement SET party = ?2 WHERE id IN
           (SELECT statement FROM mention WHERE form = ?1 AND role = 'speaker')",
    ] {
        tx.prepare_cached(sql)?.execute(params![form, &*party.digits()])?;
    }
    parties.insert(party.to_string());
    // Who speaks for it speaks for another party now.
    let mut query = tx.prepare_cached(
        "SELECT DISTINCT f.party FROM mention m
         JOIN mention s ON s.statement = m.statement AND s.role = 'speaker'
         JOIN form f ON f.id = s.form
         WHERE m.form = ?1 AND m.role = 'speaks for' AND f.party IS NOT NULL",
    )?;
    for party in query.query_map([form], |row| row.get(0))? {
        parties.insert(party?);
    }
    Ok(())
}

fn party_of(conn: &Connection, form: &str) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT party FROM form WHERE id = ?1")?
        .query_row([form], |row| row.get(0))
        .optional()
        .map(Option::flatten)
}

/// A form with what articles say of it.
fn candidate(conn: &Connection, id: &str, names: &Names) -> rusqlite::Result<Option<Candidate>> {
    let mut query =
        conn.prepare_cached("SELECT class, key, country, article FROM form WHERE id = ?1")?;
    let Some(form) = query.query_row([id], form).optional()? else { return Ok(None) };
    let mut candidate = Candidate {
        known: names.find(&form),
        form,
        aliases: BTreeSet::new(),
        homes: BTreeSet::new(),
    };
    let mut query = conn.prepare_cached(
        "SELECT what, value FROM form_fact WHERE form = ?1 AND what IN ('alias', 'home')",
    )?;
    let mut rows = query.query([id])?;
    while let Some(row) = rows.next()? {
        let set = match row.get::<_, String>(0)?.as_str() {
            "alias" => &mut candidate.aliases,
            _ => &mut candidate.homes,
        };
        set.insert(row.get(1)?);
    }
    Ok(Some(candidate))
}

pub(super) fn form(row: &Row<'_>) -> rusqlite::Result<NameForm> {
    let class: String = row.get(0)?;
    let class = [Class::Person, Class::Body, Class::Thing, Class::Unknown]
        .into_iter()
        .find(|known| known.as_str() == class)
        .ok_or_else(|| bad(format!("{class:?} is no class of forms")))?;
    let article = id_or_none(row, 3)?;
    Ok(NameForm { class, key: row.get(1)?, country: row.get(2)?, article })
}

/// Every form of the dossier, with its id and its party, to be judged all at once.
pub(crate) fn candidates(
    conn: &Connection,
) -> rusqlite::Result<Vec<(String, Option<String>, Candidate)>> {
    let names = Names::of(&known(conn)?);
    let mut query = conn.prepare("SELECT id, party FROM form ORDER BY id")?;
    let ids: Vec<(String, Option<String>)> = query
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut all = Vec::with_capacity(ids.len());
    for (id, party) in ids {
        if let Some(candidate) = candidate(conn, &id, &names)? {
            all.push((id, party, candidate));
        }
    }
    Ok(all)
}
