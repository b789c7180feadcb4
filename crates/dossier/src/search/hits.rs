//! The words that a search found, as places of the article.

use gainsay_record::{Span, Statement};
use rusqlite::{Connection, OptionalExtension, params};

use crate::add::joined;

/// Where the full-text index finds `words` in the source and the content of one statement. The
/// index itself marks them, so that what is marked is what was found.
pub(super) fn hits(
    conn: &Connection,
    number: i64,
    words: &str,
    statement: &Statement,
) -> rusqlite::Result<Vec<Span>> {
    let texts = [&statement.source, &statement.content].map(|pieces| joined(pieces));
    let free = ('\u{1}'..'\u{20}').filter(|c| !texts.iter().any(|text| text.contains(*c)));
    let marks: Vec<char> = free.take(2).collect();
    // A text that holds all control characters shows nothing by being marked.
    let [open, close] = marks[..] else { return Ok(Vec::new()) };
    let marked: Option<[String; 2]> = conn
        .prepare_cached(
            "SELECT highlight(statement_fts, 0, ?2, ?3), highlight(statement_fts, 1, ?2, ?3)
             FROM statement_fts WHERE rowid = ?1 AND statement_fts MATCH ?4",
        )?
        .query_row(params![number, open.to_string(), close.to_string(), words], |row| {
            Ok([row.get(0)?, row.get(1)?])
        })
        .optional()?;
    let Some([source, content]) = marked else { return Ok(Vec::new()) };
    let mut found = places(&source, open, close, &statement.source);
    found.extend(places(&content, open, close, &statement.content));
    found.sort_by_key(|span| (span.start, span.end));
    found.dedup();
    Ok(found)
}

/// What lies between the marks, piece by piece.
fn places(marked: &str, open: char, close: char, pieces: &[Span]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut within = false;
    let mut chars = marked.chars();
    let between = " … ".chars().count();
    for (i, piece) in pieces.iter().enumerate() {
        let mut hit: Option<Span> = None;
        let mut left = piece.end - piece.start + if i > 0 { between } else { 0 };
        let mut at = piece.start as isize - if i > 0 { between as isize } else { 0 };
        while left > 0 {
            let Some(c) = chars.next() else { break };
            if c == open || c == close {
                within = c == open;
                found.extend(hit.take());
                continue;
            }
            if let (true, Ok(place)) = (within, usize::try_from(at))
                && place >= piece.start
            {
                let span =
                    hit.get_or_insert(Span { start: place, end: place, exact: String::new() });
                span.end += 1;
                span.exact.push(c);
            }
            (left, at) = (left - 1, at + 1);
        }
        found.extend(hit);
    }
    found
}
