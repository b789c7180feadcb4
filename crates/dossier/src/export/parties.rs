//! Lines `party`, with every mention.

use std::collections::BTreeMap;

use gainsay_link::{Place, day};
use gainsay_record::{Id, SpeakerKind};
use rusqlite::Connection;
use serde::Serialize;

use super::{Lines, Written};
use crate::decode::{bad, count, date};
use crate::parties;

#[derive(Serialize)]
struct PartyLine<'a> {
    id: &'a str,
    name: String,
    kind: SpeakerKind,
    aliases: Vec<String>,
    roles: Vec<RoleLine>,
    speaks_for: Vec<String>,
    mentions: Vec<MentionLine>,
}

#[derive(Serialize)]
struct RoleLine {
    title: String,
    from: Option<String>,
    to: Option<String>,
    statement: String,
}

#[derive(Serialize, PartialEq)]
struct MentionLine {
    article: String,
    start: i64,
    end: i64,
    exact: String,
}

/// By id.
pub(super) fn write(conn: &Connection, lines: &mut Lines<'_>) -> Written {
    let mut ids = conn.prepare("SELECT id FROM party ORDER BY id")?;
    let mut ids = ids.query([])?;
    while let Some(row) = ids.next()? {
        let id: String = row.get(0)?;
        let facts = parties::facts(conn, &id)?
            .ok_or_else(|| bad(format!("nothing is counted of party {id}")))?;
        let party = gainsay_link::profile(&facts);
        let line = PartyLine {
            id: &id,
            name: party.name,
            kind: party.kind,
            aliases: party.aliases,
            roles: roles(conn, &id)?,
            speaks_for: party.speaks_for,
            mentions: mentions(conn, &id)?,
        };
        lines.line("party", line)?;
    }
    Ok(())
}

/// Every role that statements give the party, with the earliest of them.
fn roles(conn: &Connection, party: &str) -> rusqlite::Result<Vec<RoleLine>> {
    let mut earliest: BTreeMap<String, (Place, String)> = BTreeMap::new();
    let mut query = conn.prepare_cached(
        "SELECT s.speaker_role, s.id, s.article, s.position,
           a.published, a.published_precision, a.published_basis
         FROM statement s JOIN article a ON a.id = s.article
         WHERE s.party = ?1 AND s.speaker_role IS NOT NULL",
    )?;
    let mut rows = query.query([party])?;
    while let Some(row) = rows.next()? {
        let published = date(row, 4, None)?.as_ref().and_then(day);
        let place = Place::new(published, Id(row.get(2)?), count(row.get(3)?)? as u32);
        let given = (place, row.get(1)?);
        let title: String = row.get(0)?;
        if earliest.get(&title).is_none_or(|known| given < *known) {
            earliest.insert(title, given);
        }
    }
    let mut roles: Vec<_> = earliest.into_iter().collect();
    roles.sort_by(|(_, a), (_, b)| a.cmp(b));
    Ok(roles
        .into_iter()
        .map(|(title, (_, statement))| RoleLine { title, from: None, to: None, statement })
        .collect())
}

/// Every stretch of text that names the party, each once, by article and place in it.
fn mentions(conn: &Connection, party: &str) -> rusqlite::Result<Vec<MentionLine>> {
    conn.prepare_cached(
        "SELECT DISTINCT s.article, p.start, p.\"end\", p.exact
         FROM mention m JOIN statement s ON s.id = m.statement
         JOIN span p ON p.statement = m.statement AND p.part = m.part
           AND p.role = CASE m.role WHEN 'speaker' THEN 'source' ELSE m.role END
         WHERE m.party = ?1 ORDER BY s.article, p.start, p.\"end\"",
    )?
    .query_map([party], |row| {
        Ok(MentionLine {
            article: row.get(0)?,
            start: row.get(1)?,
            end: row.get(2)?,
            exact: row.get(3)?,
        })
    })?
    .collect()
}
