//! Reading echoes: one utterance through the papers, and how its wording drifts.

use std::collections::BTreeMap;

use gainsay_link::echoes::{Difference, Echo, Excerpt, differences};
use gainsay_link::{Place, day};
use gainsay_record::{Id, Span};
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;

use crate::Dossier;
use crate::decode::{bad, count, date, id_at, span};
use crate::error::Result;

/// One utterance that is reported several times.
#[derive(Debug, Clone, PartialEq)]
pub struct EchoEntry {
    /// Made from its earliest report; it changes when an earlier one is found.
    pub id: Id,
    /// Every report, by publication: the earliest first, those of undated articles last.
    pub reports: Vec<ReportEntry>,
}

impl EchoEntry {
    /// In how many independent texts it is reported: an article and its copies are one.
    pub fn originals(&self) -> usize {
        let originals: std::collections::BTreeSet<&Id> =
            self.reports.iter().map(|report| &report.original).collect();
        originals.len()
    }

    /// The fields that begin a line of an export and the JSON of `gainsay echoes`.
    pub fn head(&self) -> EchoHead<'_> {
        EchoHead {
            id: &self.id,
            statements: self.reports.iter().map(|report| &report.statement).collect(),
            earliest: self.reports.first().map(|report| &report.statement),
            reports: self.reports.len(),
            originals: self.originals(),
        }
    }
}

/// An echo in short.
#[derive(Debug, Serialize)]
pub struct EchoHead<'a> {
    /// Its id.
    pub id: &'a Id,
    /// Its reports, by publication.
    pub statements: Vec<&'a Id>,
    /// The first of them.
    pub earliest: Option<&'a Id>,
    /// How many there are.
    pub reports: usize,
    /// In how many independent texts.
    pub originals: usize,
}

/// One report of an utterance.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportEntry {
    /// The statement.
    pub statement: Id,
    /// Its article.
    pub article: Id,
    /// The article whose text this one prints: itself where it is no copy.
    pub original: Id,
    /// The earlier report that it is most like, how, and why it is taken for the same.
    pub nearest: Option<Nearest>,
    /// How its wording differs from that of the earliest.
    pub differences: Vec<Drift>,
}

impl ReportEntry {
    /// What it was known by and how it differs, as an export and the JSON of `gainsay echoes` tell.
    pub fn likeness(&self) -> Likeness<'_> {
        let nearest = self.nearest.as_ref();
        Likeness {
            nearest: nearest.map(|nearest| &nearest.statement),
            kind: nearest.map(|nearest| nearest.kind.as_str()),
            reason: nearest.map(|nearest| nearest.reason.as_str()),
            differences: &self.differences,
        }
    }
}

/// How a report is like the earlier ones.
#[derive(Debug, Serialize)]
pub struct Likeness<'a> {
    /// The earlier report that it is most like; none of the earliest.
    pub nearest: Option<&'a Id>,
    /// In full, in part, or in other words.
    pub kind: Option<&'static str>,
    /// What decided.
    pub reason: Option<&'a str>,
    /// How its wording differs from that of the earliest.
    pub differences: &'a [Drift],
}

/// The earlier report that a report is most like.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearest {
    /// Its statement.
    pub statement: Id,
    /// In what way it is reported again.
    pub kind: Echo,
    /// What decided, in words.
    pub reason: String,
}

/// One difference of wording between the earliest report and a later one, in words of the two
/// articles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Drift {
    /// `cut`, `added`, `changed`, `unquoted` (quoted earlier, no longer) or `quoted` (the reverse).
    pub what: &'static str,
    /// The words of the earliest report; none where they were added.
    pub earlier: Option<Span>,
    /// The words of the later one; none where they were cut.
    pub later: Option<Span>,
}

impl Dossier {
    /// Every utterance that is reported several times, by id.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn echoes(&self) -> Result<Vec<EchoEntry>> {
        let mut all = Vec::new();
        each(&self.conn, |entry| {
            all.push(entry);
            Ok::<_, rusqlite::Error>(())
        })
        .map_err(|e| self.error(e))?;
        Ok(all)
    }

    /// One of them; none where there is no such echo.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn echo(&self, id: &Id) -> Result<Option<EchoEntry>> {
        let read = || {
            let earliest = self
                .conn
                .prepare_cached("SELECT earliest FROM echo WHERE id = ?1")?
                .query_row([&*id.digits()], |row| row.get(0))
                .optional()?;
            earliest.map(|earliest| entry(&self.conn, *id, earliest)).transpose()
        };
        read().map_err(|e| self.error(e))
    }
}

/// Hands out the echoes one by one, by id.
pub(crate) fn each<E: From<rusqlite::Error>>(
    conn: &Connection,
    mut take: impl FnMut(EchoEntry) -> Result<(), E>,
) -> Result<(), E> {
    let mut query = conn.prepare("SELECT id, earliest FROM echo ORDER BY id")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        take(entry(conn, id_at(row, 0)?, row.get(1)?)?)?;
    }
    Ok(())
}

fn entry(conn: &Connection, id: Id, earliest: i64) -> rusqlite::Result<EchoEntry> {
    let mut members = BTreeMap::new();
    let mut query = conn.prepare_cached(
        "SELECT s.id, s.article, s.position, m.item, m.nearest, coalesce(o.id, a.id),
           a.published, a.published_precision, a.published_basis
         FROM echo_member m JOIN statement s ON s.number = m.item JOIN article a ON a.id = s.article
         LEFT JOIN copy_member c ON c.item = a.number LEFT JOIN article o ON o.number = c.earliest
         WHERE m.earliest = ?1",
    )?;
    let mut rows = query.query([earliest])?;
    while let Some(row) = rows.next()? {
        let published = date(row, 6, None)?.as_ref().and_then(day);
        let position = count(row.get(2)?)? as u32;
        let place = Place::new(published, id_at(row, 1)?, position);
        let linked: (i64, Option<i64>) = (row.get(3)?, row.get(4)?);
        members.insert(place, (id_at(row, 0)?, id_at(row, 5)?, linked));
    }
    let mut reports = Vec::new();
    let mut first = Vec::new();
    for (at, (place, (statement, original, (item, nearest)))) in members.into_iter().enumerate() {
        let words = content(conn, &statement)?;
        let nearest = nearest.map(|nearest| link(conn, nearest, item)).transpose()?;
        let differences = if at == 0 { Vec::new() } else { drift(&first, &words) };
        if at == 0 {
            first = words;
        }
        let article = *place.article();
        reports.push(ReportEntry { statement, article, original, nearest, differences });
    }
    Ok(EchoEntry { id, reports })
}

fn link(conn: &Connection, earlier: i64, later: i64) -> rusqlite::Result<Nearest> {
    conn.prepare_cached(
        "SELECT s.id, l.kind, l.reason FROM echo_link l JOIN statement s ON s.number = l.earlier
         WHERE l.earlier = ?1 AND l.later = ?2",
    )?
    .query_row([earlier, later], |row| {
        let word: String = row.get(1)?;
        let kind = Echo::ALL.into_iter().find(|kind| kind.as_str() == word);
        let kind = kind.ok_or_else(|| bad(format!("{word:?} is no way of echoing")))?;
        Ok(Nearest { statement: id_at(row, 0)?, kind, reason: row.get(2)? })
    })
}

fn content(conn: &Connection, statement: &Id) -> rusqlite::Result<Vec<Span>> {
    let found: Vec<Option<Span>> = conn
        .prepare_cached(
            "SELECT start, \"end\", exact FROM span WHERE statement = ?1 AND role = 'content'
             ORDER BY position",
        )?
        .query_map([&*statement.digits()], |row| span(row, 0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found.into_iter().flatten().collect())
}

/// How the wording of a later report differs, in words of the articles.
fn drift(earlier: &[Span], later: &[Span]) -> Vec<Drift> {
    let words = |of: &'static str, a: Option<Span>, b: Option<Span>| Drift {
        what: of,
        earlier: a,
        later: b,
    };
    let [a, b] = [earlier, later]
        .map(|spans| spans.iter().map(|span| span.exact.as_str()).collect::<Vec<_>>());
    differences(&a, &b)
        .into_iter()
        .map(|difference| {
            let here = |excerpt| Some(part(earlier, excerpt));
            let there = |excerpt| Some(part(later, excerpt));
            match difference {
                Difference::Cut(a) => words("cut", here(a), None),
                Difference::Added(b) => words("added", None, there(b)),
                Difference::Changed(a, b) => words("changed", here(a), there(b)),
                Difference::Unquoted(a, b) => words("unquoted", here(a), there(b)),
                Difference::Quoted(a, b) => words("quoted", here(a), there(b)),
            }
        })
        .collect()
}

/// An excerpt of a piece, as a span of the text that the piece was cut from.
fn part(of: &[Span], excerpt: Excerpt) -> Span {
    let piece = &of[excerpt.piece];
    let exact = excerpt.range.of(&piece.exact);
    let start = piece.start + piece.exact[..excerpt.range.start].chars().count();
    Span { start, end: start + exact.chars().count(), exact: exact.to_owned() }
}
