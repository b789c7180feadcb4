//! Inferring dates: of whom, and from whose articles.

use std::collections::BTreeSet;

use gainsay_link::dates::{Inferred, infer};
use gainsay_link::incremental::Row;
use gainsay_link::{Place, day, iso};
use gainsay_record::{Article, Id, Precision};
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::json;

use crate::decode::id_at;
use crate::{decode, rows};

/// Of more dated articles than these the earliest are asked.
const ASKED: usize = 32;

/// Infers anew the dates of those articles that do not give their day.
pub(super) fn infer_anew(tx: &Connection, articles: &BTreeSet<Row>) -> rusqlite::Result<()> {
    for &number in articles {
        let found = inferred(tx, number)?;
        tx.prepare_cached("DELETE FROM inferred_date WHERE article = ?1")?.execute([number])?;
        if let Some(row) = found {
            tx.prepare_cached(
                "INSERT INTO inferred_date
                   (article, value, precision, not_before, not_after, evidence)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![number, row.0, row.1, row.2, row.3, row.4])?;
        }
    }
    Ok(())
}

/// Whether what is kept is what follows.
pub(super) fn holds(conn: &Connection, number: Row) -> rusqlite::Result<bool> {
    let kept = conn
        .prepare_cached(
            "SELECT value, precision, not_before, not_after, evidence FROM inferred_date
             WHERE article = ?1",
        )?
        .query_row([number], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
        })
        .optional()?;
    Ok(kept == inferred(conn, number)?)
}

/// Value, precision, first and last day, evidence.
type Kept = (Option<String>, Option<String>, String, String, String);

/// What follows for an article; none where it gives its day itself or nothing follows.
fn inferred(conn: &Connection, number: Row) -> rusqlite::Result<Option<Kept>> {
    let id: Option<Id> = conn
        .prepare_cached(
            "SELECT id FROM article WHERE number = ?1 AND published_precision IS NOT 'day'",
        )?
        .query_row([number], |row| id_at(row, 0))
        .optional()?;
    let Some(article) = id.map(|id| rows::article(conn, &id)).transpose()?.flatten() else {
        return Ok(None);
    };
    let related = relatives(conn, number)?;
    Ok(infer(&article, &related).map(|found| kept(&found)))
}

/// The dated articles that share a text, a story or an utterance with this one, by publication.
fn relatives(tx: &Connection, number: Row) -> rusqlite::Result<Vec<Article>> {
    let mut ids: BTreeSet<Id> = BTreeSet::new();
    for sql in [
        "SELECT a.id FROM copy_member m JOIN copy_member o ON o.earliest = m.earliest
         JOIN article a ON a.number = o.item WHERE m.item = ?1",
        "SELECT a.id FROM story_member m JOIN story_member o ON o.earliest = m.earliest
         JOIN article a ON a.number = o.item WHERE m.item = ?1",
        "SELECT o.article FROM article a JOIN statement s ON s.article = a.id
         JOIN echo_member m ON m.item = s.number JOIN echo_member e ON e.earliest = m.earliest
         JOIN statement o ON o.number = e.item WHERE a.number = ?1",
    ] {
        let mut query = tx.prepare_cached(sql)?;
        for id in query.query_map([number], |row| id_at(row, 0))? {
            ids.insert(id?);
        }
    }
    let mut places = BTreeSet::new();
    for id in ids {
        let published = decode::published(tx, id)?;
        if let Some(day) = published.as_ref().and_then(day) {
            places.insert(Place::new(Some(day), id, 0));
        }
    }
    let first = places.iter().take(ASKED).map(|place| rows::article(tx, place.article()));
    first.filter_map(Result::transpose).collect()
}

fn kept(found: &Inferred) -> Kept {
    let evidence: Vec<_> = found
        .evidence
        .iter()
        .map(|clue| {
            json!({
                "here": clue.here, "article": clue.article, "there": clue.there,
                "value": clue.value,
            })
        })
        .collect();
    let value = found.value();
    let precision = value.as_deref().map(|value| precision(value).as_str().to_owned());
    let evidence = serde_json::Value::from(evidence).to_string();
    (value, precision, iso(found.first), iso(found.last), evidence)
}

/// How exact a date is that is written as long as its precision goes.
fn precision(value: &str) -> Precision {
    match value.len() {
        4 => Precision::Year,
        _ if value.contains('W') => Precision::Week,
        7 => Precision::Month,
        _ => Precision::Day,
    }
}
