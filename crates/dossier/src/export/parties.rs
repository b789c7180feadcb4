//! Lines `party`, with every mention.

use gainsay_record::{Id, SpeakerKind};
use rusqlite::Connection;
use serde::Serialize;

use super::{Lines, Written};
use crate::decode::bad;
use crate::parties;

#[derive(Serialize)]
struct PartyLine<'a> {
    id: &'a str,
    name: String,
    kind: SpeakerKind,
    aliases: Vec<String>,
    roles: Vec<RoleLine>,
    /// Ids of parties, nearest first.
    speaks_for: Vec<Id>,
    mentions: Vec<MentionLine>,
}

#[derive(Serialize)]
struct RoleLine {
    title: String,
    from: Option<String>,
    to: Option<String>,
    /// The earliest that gives the role; none where the user's file of parties does.
    statement: Option<Id>,
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
        let party = parties::drawn(conn, &id)?
            .ok_or_else(|| bad(format!("nothing is counted of party {id}")))?;
        let roles = parties::roles(conn, &id)?.into_iter().map(|role| RoleLine {
            title: role.title,
            from: role.from,
            to: role.to,
            statement: role.statement,
        });
        let line = PartyLine {
            id: &id,
            name: party.name,
            kind: party.kind,
            aliases: party.aliases,
            roles: roles.collect(),
            speaks_for: party.speaks_for,
            mentions: mentions(conn, &id)?,
        };
        lines.line("party", line)?;
    }
    Ok(())
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
