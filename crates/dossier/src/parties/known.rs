//! The user's own file of parties.

use std::collections::BTreeSet;

use gainsay_link::parties::{Class, Known, Names, normal};
use gainsay_record::Id;
use rusqlite::{Connection, TransactionBehavior, params};

use super::settle::{candidates, settle};
use crate::Dossier;
use crate::decode::{bad, id_or_none};
use crate::error::Result;

/// Why a file of known parties cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KnownError {
    /// A line is no party.
    #[error("line {line}: {reason}: {text}")]
    Line {
        /// Which, from 1.
        line: usize,
        /// What is wrong with it.
        reason: String,
        /// The line, cut short where it is long.
        text: String,
    },
    /// Two parties of one kind claim the same name.
    #[error(
        "line {line}: {name:?} is a name of {other:?} too; a name can belong to one party only"
    )]
    Twice {
        /// Which, from 1.
        line: usize,
        /// The name claimed twice.
        name: String,
        /// The party that has it already.
        other: String,
    },
}

/// Reads a file of known parties: JSON Lines, a party a line, empty lines and lines that begin with
/// `#` left out. `{"name": "…", "aliases": ["…"], "kind": "person", "roles": [{"title": "…",
/// "from": "2009-02", "to": null}], "speaks_for": ["…"]}`, all but name and kind optional.
///
/// # Errors
/// The first line that is no party, has a date that is none, or claims another party's name.
pub fn read_known(text: &str) -> std::result::Result<Vec<Known>, KnownError> {
    let mut all: Vec<Known> = Vec::new();
    let mut names: Vec<((Class, String), usize)> = Vec::new();
    for (at, text) in text.lines().enumerate() {
        let line = at + 1;
        let text = text.trim_start_matches('\u{feff}').trim();
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let wrong = |reason: String| {
            let mut cut: String = text.chars().take(80).collect();
            if cut.len() < text.len() {
                cut.push('…');
            }
            KnownError::Line { line, reason, text: cut }
        };
        let party: Known = serde_json::from_str(text).map_err(|error| wrong(error.to_string()))?;
        for role in &party.roles {
            for date in [&role.from, &role.to].into_iter().flatten() {
                if !is_date(date) {
                    return Err(wrong(format!(
                        "{date:?} is no date like 2009, 2009-02, 2009-02-13"
                    )));
                }
            }
            if let (Some(from), Some(to)) = (&role.from, &role.to)
                && from > to
                && !from.starts_with(to.as_str())
            {
                return Err(wrong(format!("a role ends ({to}) before it begins ({from})")));
            }
        }
        let class = Class::from(party.kind);
        for name in std::iter::once(&party.name).chain(&party.aliases) {
            let Some(key) = normal(class, name) else {
                return Err(wrong(format!("{name:?} is no name")));
            };
            let key = (class, key);
            match names.iter().find(|(known, _)| *known == key) {
                Some(&(_, other)) if other != all.len() => {
                    let other = all[other].name.clone();
                    return Err(KnownError::Twice { line, name: name.clone(), other });
                }
                Some(_) => {}
                None => names.push((key, all.len())),
            }
        }
        all.push(party);
    }
    Ok(all)
}

/// Whether it is a year, a month or a day as ISO 8601 writes them.
fn is_date(date: &str) -> bool {
    let parts: Vec<&str> = date.split('-').collect();
    let number = |text: &str, digits: usize| -> Option<u32> {
        let right = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
        right.then(|| text.parse().ok()).flatten()
    };
    let within = |text: &str, most: u32| number(text, 2).is_some_and(|n| (1..=most).contains(&n));
    match parts[..] {
        [year] => number(year, 4).is_some(),
        [year, month] => number(year, 4).is_some() && within(month, 12),
        [year, month, day] => number(year, 4).is_some() && within(month, 12) && within(day, 31),
        _ => false,
    }
}

impl Dossier {
    /// Takes these for what the user knows of parties, in the place of what was known before, and
    /// judges again whom names mean. What the user knows outranks what articles suggest: names of
    /// one known party are one, names of two are two, and its kind, roles and whom it speaks for
    /// are those given.
    ///
    /// # Errors
    /// If the dossier cannot be read or written. It is as it was before then.
    pub fn know(&mut self, parties: &[Known]) -> Result<()> {
        let path = self.path.clone();
        let mut write = || -> rusqlite::Result<()> {
            let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            if known(&tx)? == parties {
                return Ok(());
            }
            tx.execute("DELETE FROM known", [])?;
            for (position, party) in parties.iter().enumerate() {
                let text = serde_json::to_string(party).map_err(|e| bad(e.to_string()))?;
                tx.execute(
                    "INSERT INTO known (position, party) VALUES (?1, ?2)",
                    params![position as i64, text],
                )?;
            }
            let forms = candidates(&tx)?.into_iter().map(|(form, ..)| form).collect();
            settle(&tx, &forms)?;
            tx.commit()
        };
        write().map_err(|error| crate::Error::sqlite(&path, error))
    }

    /// The parties that the user knows.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn known(&self) -> Result<Vec<Known>> {
        known(&self.conn).map_err(|e| self.error(e))
    }
}

pub(crate) fn known(conn: &Connection) -> rusqlite::Result<Vec<Known>> {
    let mut query = conn.prepare_cached("SELECT party FROM known ORDER BY position")?;
    let mut all = Vec::new();
    for text in query.query_map([], |row| row.get::<_, String>(0))? {
        all.push(serde_json::from_str(&text?).map_err(|e| bad(e.to_string()))?);
    }
    Ok(all)
}

/// Which of these parties, known to the user, this one is, if any.
pub(crate) fn known_of<'k>(
    conn: &Connection,
    all: &'k [Known],
    party: &str,
) -> rusqlite::Result<Option<&'k Known>> {
    if all.is_empty() {
        return Ok(None);
    }
    let names = Names::of(all);
    let mut query =
        conn.prepare_cached("SELECT class, key, country, article FROM form WHERE party = ?1")?;
    let mut found = None;
    for form in query.query_map([party], super::settle::form)? {
        found = found.or(names.find(&form?));
    }
    Ok(found.map(|at| &all[at]))
}

/// The parties of these names, as far as any article mentions them, by that name or by another that
/// the user knows of them.
pub(super) fn resolve(
    conn: &Connection,
    known: &[Known],
    names: &[String],
) -> rusqlite::Result<Vec<Id>> {
    let of = Names::of(known);
    let mut found: Vec<Id> = Vec::new();
    let mut query = conn.prepare_cached(
        "SELECT min(party) FROM form WHERE class = 'body' AND key = ?1 AND article IS NULL",
    )?;
    for name in names {
        let mut first: Option<Id> = None;
        for key in keys(known, &of, name) {
            let party = query.query_row([key], |row| id_or_none(row, 0))?;
            first = match (first, party) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            };
        }
        found.extend(first.filter(|id| !found.contains(id)));
    }
    Ok(found)
}

/// Under which keys of forms a body of this name is looked for.
fn keys(known: &[Known], names: &Names, name: &str) -> BTreeSet<String> {
    let own = names.body(name).map(|at| &known[at]);
    let others =
        own.into_iter().flat_map(|party| std::iter::once(&party.name).chain(&party.aliases));
    let others = others.filter_map(|name| normal(Class::Body, name));
    normal(Class::Body, name).into_iter().chain(others).collect()
}

/// The parties that speak for somebody of these keys by the user's word: whose row is to be drawn
/// anew when a body of such a key comes, goes, or becomes another's.
pub(super) fn who_speaks_for(
    conn: &Connection,
    known: &[Known],
    names: &Names,
    changed: &BTreeSet<String>,
) -> rusqlite::Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for party in known {
        let concerned =
            |name: &String| keys(known, names, name).iter().any(|key| changed.contains(key));
        if !party.speaks_for.iter().any(concerned) {
            continue;
        }
        for name in std::iter::once(&party.name).chain(&party.aliases) {
            let Some(key) = normal(Class::from(party.kind), name) else { continue };
            let mut query = conn.prepare_cached(
                "SELECT DISTINCT party FROM form WHERE key = ?1 AND party IS NOT NULL",
            )?;
            for party in query.query_map([key], |row| row.get(0))? {
                found.insert(party?);
            }
        }
    }
    Ok(found)
}
