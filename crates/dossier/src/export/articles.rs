//! Lines `article`: as `extract` prints them, without statements, with what they are to others.

use gainsay_record::{Article, DateValue, Id, Text, Zone};
use rusqlite::Connection;
use serde::Serialize;

use super::{Lines, Written};
use crate::decode::{bad, id_at};
use crate::read::{InferredDate, inferred};
use crate::rows;

#[derive(Serialize)]
struct ArticleLine<'a> {
    id: &'a Id,
    path: &'a str,
    paths: Vec<String>,
    title: &'a Option<String>,
    outlet: &'a Option<String>,
    authors: &'a [String],
    dateline: &'a Option<String>,
    language: &'a Option<String>,
    published: Option<Published<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    collected: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: &'a Option<String>,
    story: Option<String>,
    copy_of: Option<String>,
    zones: Vec<ZoneLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

/// What an article says of its date, or what others say.
#[derive(Serialize)]
#[serde(untagged)]
enum Published<'a> {
    Inferred(InferredDate),
    Said(&'a DateValue),
}

#[derive(Serialize)]
struct ZoneLine {
    kind: &'static str,
    start: usize,
    end: usize,
}

/// By first path, then by id.
pub(super) fn write(conn: &Connection, lines: &mut Lines<'_>) -> Written {
    let mut all: Vec<(Option<String>, Id)> = conn
        .prepare("SELECT (SELECT min(path) FROM file WHERE article = a.id), a.id FROM article a")?
        .query_map([], |row| Ok((row.get(0)?, id_at(row, 1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    all.sort();
    for (_, id) in all {
        let article =
            rows::article(conn, &id)?.ok_or_else(|| bad(format!("article {id} cannot be read")))?;
        one(conn, lines, &id, &article)?;
    }
    Ok(())
}

fn one(conn: &Connection, lines: &mut Lines<'_>, id: &Id, article: &Article) -> Written {
    let (story, copy_of, inferred) = conn
        .prepare_cached(
            "SELECT s.id, o.id, d.value, d.precision, d.not_before, d.not_after, d.evidence
             FROM article a
             LEFT JOIN story_member m ON m.item = a.number
             LEFT JOIN story s ON s.earliest = m.earliest
             LEFT JOIN copy_member c ON c.item = a.number AND c.earliest <> a.number
             LEFT JOIN article o ON o.number = c.earliest
             LEFT JOIN inferred_date d ON d.article = a.number
             WHERE a.id = ?1",
        )?
        .query_row([&*id.digits()], |row| Ok((row.get(0)?, row.get(1)?, inferred(row, 2)?)))?;
    let said = article.published.as_ref().map(Published::Said);
    let paths = conn
        .prepare_cached("SELECT path FROM file WHERE article = ?1 ORDER BY path")?
        .query_map([&*id.digits()], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let text = &article.text;
    let travels = lines.options.with_text || !article.text_is_input;
    lines.line(
        "article",
        ArticleLine {
            id,
            path: &article.path,
            paths,
            title: &article.title,
            outlet: &article.outlet,
            authors: &article.authors,
            dateline: &article.dateline,
            language: &article.language,
            published: inferred.map(Published::Inferred).or(said),
            collected: &article.collected,
            url: &article.url,
            story,
            copy_of,
            zones: article.zones.iter().map(|zone| zone_line(zone, text)).collect(),
            text: travels.then(|| text.as_str()),
        },
    )
}

fn zone_line(zone: &Zone, text: &Text) -> ZoneLine {
    ZoneLine {
        kind: zone.kind.as_str(),
        start: text.code_point(zone.range.start),
        end: text.code_point(zone.range.end),
    }
}
