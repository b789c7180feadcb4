//! Articles and statements put together again from their rows.

use std::collections::HashMap;

use gainsay_record::{Article, Id, Party, Span, Speaker, Statement, Text, TextRange, Zone};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

use crate::decode::{bad, count, date, id_at, id_or_none, list, span, word};
use crate::read::StatementEntry;

/// One article under the first of its paths.
pub(crate) fn article(conn: &Connection, id: &Id) -> rusqlite::Result<Option<Article>> {
    let mut query = conn.prepare_cached(
        "SELECT text, text_is_input, title, outlet, authors, dateline, language, collected,
           url, published, published_precision, published_basis, published_start,
           published_end, published_exact,
           (SELECT min(path) FROM file WHERE article = ?1)
         FROM article WHERE id = ?1",
    )?;
    let article = query.query_row([&*id.digits()], |row| {
        Ok(Article {
            path: row.get::<_, Option<String>>(15)?.unwrap_or_default(),
            text: Text::new(row.get(0)?),
            text_is_input: row.get(1)?,
            title: row.get(2)?,
            outlet: row.get(3)?,
            authors: list(&row.get::<_, String>(4)?)?,
            dateline: row.get(5)?,
            language: row.get(6)?,
            collected: row.get(7)?,
            url: row.get(8)?,
            published: date(row, 9, span(row, 12)?)?,
            zones: Vec::new(),
        })
    });
    let Some(mut article) = article.optional()? else { return Ok(None) };
    let mut query = conn.prepare_cached(
        "SELECT kind, start, \"end\" FROM zone WHERE article = ?1 ORDER BY position",
    )?;
    let text = &article.text;
    let zones = query.query_map([&*id.digits()], |row| zone(row, text))?;
    article.zones = zones.collect::<rusqlite::Result<_>>()?;
    Ok(Some(article))
}

/// The statements of one article or, with none given, of all.
pub(crate) fn statements(
    conn: &Connection,
    article: Option<&Id>,
) -> rusqlite::Result<Vec<StatementEntry>> {
    // Two queries and not one with "or": that would pass the index by.
    let of = if article.is_some() { "s.article = ?1" } else { "?1 IS NULL" };
    statements_where(conn, of, params![article.map(|id| id.to_string())])
}

/// The statements `s` of which a condition holds, by article and place in it.
pub(crate) fn statements_where(
    conn: &Connection,
    of: &str,
    only: &[&dyn ToSql],
) -> rusqlite::Result<Vec<StatementEntry>> {
    let mut query = conn.prepare_cached(&format!(
        "SELECT article, position, party, id, zone, mode, form, act, act_confidence, act_basis,
           speaker_name, speaker_kind, speaker_role, speaks_for, resolved_from, candidates,
           sourcing, said, said_precision, said_basis, confidence, made_by, act_runner_up,
           (SELECT e.id FROM echo_member m JOIN echo e ON e.earliest = m.earliest
            WHERE m.item = s.number)
         FROM statement s WHERE {of} ORDER BY article, position",
    ))?;
    let mut all = query.query_map(only, statement)?.collect::<rusqlite::Result<Vec<_>>>()?;
    let place: HashMap<Id, usize> =
        all.iter().enumerate().map(|(i, entry)| (entry.statement.id, i)).collect();

    let mut query = conn.prepare_cached(&format!(
        "SELECT m.statement, m.role, m.name, m.party
         FROM mention m JOIN statement s ON s.id = m.statement
         WHERE {of} AND m.role IN ('via', 'target', 'addressee')
         ORDER BY m.statement, m.role, m.part",
    ))?;
    let mut rows = query.query(only)?;
    while let Some(row) = rows.next()? {
        let Some(&at) = place.get(&id_at(row, 0)?) else { continue };
        let party = Party { name: row.get(2)?, spans: Vec::new() };
        let party_id = id_or_none(row, 3)?;
        match row.get::<_, String>(1)?.as_str() {
            "via" => {
                all[at].statement.via.push(party);
                all[at].via.push(party_id);
            }
            "target" => {
                all[at].statement.targets.push(party);
                all[at].targets.push(party_id);
            }
            _ => {
                all[at].statement.addressee = Some(party);
                all[at].addressee = party_id;
            }
        }
    }

    let mut query = conn.prepare_cached(&format!(
        "SELECT p.start, p.\"end\", p.exact, p.statement, p.role, p.part
         FROM span p JOIN statement s ON s.id = p.statement
         WHERE {of}
         ORDER BY p.statement, p.role, p.part, p.position",
    ))?;
    let mut rows = query.query(only)?;
    while let Some(row) = rows.next()? {
        let Some(&at) = place.get(&id_at(row, 3)?) else { continue };
        let (role, part): (String, i64) = (row.get(4)?, row.get(5)?);
        if let Some(span) = span(row, 0)? {
            put(&mut all[at].statement, &role, count(part)?, span)?;
        }
    }
    Ok(all)
}

fn zone(row: &Row<'_>, text: &Text) -> rusqlite::Result<Zone> {
    let (start, end) = (count(row.get(1)?)?, count(row.get(2)?)?);
    match (text.byte(start), text.byte(end)) {
        (Some(first), Some(last)) if first <= last => {
            Ok(Zone { kind: word(&row.get::<_, String>(0)?)?, range: TextRange::new(first, last) })
        }
        _ => Err(bad(format!("zone {start}..{end} lies outside the text"))),
    }
}

/// A statement without its spans and the parties they name.
fn statement(row: &Row<'_>) -> rusqlite::Result<StatementEntry> {
    let text = |at: usize| row.get::<_, String>(at);
    let statement = Statement {
        id: id_at(row, 3)?,
        zone: word(&text(4)?)?,
        mode: word(&text(5)?)?,
        form: word(&text(6)?)?,
        act: word(&text(7)?)?,
        act_confidence: row.get::<_, f64>(8)? as f32,
        act_basis: text(9)?,
        act_runner_up: row.get::<_, Option<String>>(22)?.map(|act| word(&act)).transpose()?,
        source: Vec::new(),
        cue: Vec::new(),
        content: Vec::new(),
        speaker: Speaker {
            name: text(10)?,
            kind: word(&text(11)?)?,
            role: row.get(12)?,
            speaks_for: list(&text(13)?)?,
            resolved_from: word(&text(14)?)?,
            candidates: list(&text(15)?)?,
        },
        sourcing: word(&text(16)?)?,
        via: Vec::new(),
        targets: Vec::new(),
        addressee: None,
        said: date(row, 17, None)?,
        confidence: row.get::<_, f64>(20)? as f32,
        made_by: text(21)?,
    };
    Ok(StatementEntry {
        article: id_at(row, 0)?,
        position: count(row.get(1)?)?,
        party: id_or_none(row, 2)?,
        targets: Vec::new(),
        via: Vec::new(),
        addressee: None,
        echo: id_or_none(row, 23)?,
        statement,
    })
}

/// Puts a span where it belongs. They come in order.
fn put(statement: &mut Statement, role: &str, part: usize, span: Span) -> rusqlite::Result<()> {
    let orphan = || bad(format!("a span of {role} {part} belongs to nothing in its statement"));
    let spans = match role {
        "source" => &mut statement.source,
        "cue" => &mut statement.cue,
        "content" => &mut statement.content,
        "via" => &mut statement.via.get_mut(part).ok_or_else(orphan)?.spans,
        "target" => &mut statement.targets.get_mut(part).ok_or_else(orphan)?.spans,
        "addressee" => &mut statement.addressee.as_mut().ok_or_else(orphan)?.spans,
        _ => {
            statement.said.as_mut().ok_or_else(orphan)?.span = Some(span);
            return Ok(());
        }
    };
    spans.push(span);
    Ok(())
}
