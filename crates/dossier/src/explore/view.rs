//! What the explorer shows, as it goes out: the objects that pages share.

use gainsay_record::{DateValue, Span};
use serde::Serialize;

use super::days::{self, Day};
use super::{Ask, BadParameter};

/// A date as far as it is known, with the days it may mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Date {
    /// ISO 8601, as long as the precision goes.
    pub value: String,
    /// `day`, `week`, `month`, `year`.
    pub precision: String,
    /// What it was taken from.
    pub basis: String,
    /// The first day it may mean.
    pub first: String,
    /// The last, inclusive.
    pub last: String,
    /// What an inferred date rests on, in words.
    pub evidence: Option<String>,
}

impl Date {
    /// A date that names days; none where its value does not.
    pub fn new(date: &DateValue) -> Option<Date> {
        let (first, last) = days::range(date)?;
        Some(Date {
            value: date.value.clone(),
            precision: date.precision.as_str().to_owned(),
            basis: date.basis.as_str().to_owned(),
            first: days::iso(first),
            last: days::iso(last),
            evidence: None,
        })
    }
}

/// A count that could mislead, twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Pair {
    /// As often as it was printed.
    pub reports: u64,
    /// Without echoes and copies.
    pub independent: u64,
}

impl Pair {
    /// Counts one report.
    pub fn add(&mut self, independent: bool) {
        self.reports += 1;
        self.independent += u64::from(independent);
    }
}

/// A party as a statement names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Who {
    /// Its id; none where nobody is named.
    pub party: Option<String>,
    /// Its name across articles; `unknown` where nobody is named.
    pub name: String,
    /// Its kind.
    pub kind: String,
}

/// A count of a party's statements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Member {
    /// The party.
    #[serde(flatten)]
    pub who: Who,
    /// What it said.
    pub statements: Pair,
}

/// Who said it, as its article has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SpeakerView {
    /// The party; none where unknown.
    pub party: Option<String>,
    /// The name that the article gives.
    pub name: String,
    /// Its kind.
    pub kind: String,
    /// The role that the article gives.
    pub role: Option<String>,
    /// For whom, nearest first.
    pub speaks_for: Vec<Who>,
    /// How the source became the name.
    pub resolved_from: String,
    /// Who it might be, where unknown.
    pub candidates: Vec<String>,
}

/// How often an utterance was printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EchoOf {
    /// The echo.
    pub id: String,
    /// As often as it was printed.
    pub reports: u64,
    /// Without copies.
    pub independent: u64,
}

/// Where a query's words stand, in code points.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Hits {
    /// In the source.
    pub source: Vec<[usize; 2]>,
    /// In the content.
    pub content: Vec<[usize; 2]>,
}

/// A statement in a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct Row {
    pub id: String,
    pub article: String,
    /// Which statement of the article, from 0.
    pub position: u64,
    pub act: String,
    pub mode: String,
    pub form: String,
    pub zone: String,
    pub sourcing: String,
    pub speaker: SpeakerView,
    pub targets: Vec<Who>,
    pub addressee: Option<Who>,
    pub via: Vec<Who>,
    /// Pieces joined by " … ".
    pub source: String,
    pub cue: String,
    pub content: String,
    pub said: Option<Date>,
    pub published: Option<Date>,
    pub outlet: Option<String>,
    pub title: Option<String>,
    pub confidence: f64,
    /// The confidence in a word: `sure`, `likely`, `unsure`.
    pub sure: String,
    /// An accusation that nobody answers.
    pub unanswered: bool,
    /// How many statements it answers.
    pub answers: u64,
    /// How many statements answer it.
    pub answered_by: u64,
    pub echo: Option<EchoOf>,
    /// What of it people corrected.
    pub corrected: Vec<String>,
    pub flagged: bool,
    pub notes: u64,
    pub hits: Hits,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct List<T> {
    /// How many there are in all.
    pub total: u64,
    /// Those of this page.
    pub rows: Vec<T>,
    /// The token of the next page; none at the end.
    pub next: Option<String>,
}

/// An act counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct ActCount {
    pub act: String,
    pub reports: u64,
    pub independent: u64,
}

/// A place in an article's text, in code points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct Place {
    pub start: usize,
    pub end: usize,
    pub exact: String,
}

impl From<&Span> for Place {
    fn from(span: &Span) -> Self {
        Place { start: span.start, end: span.end, exact: span.exact.clone() }
    }
}

/// How sure, in a word.
pub fn sure(confidence: f64) -> String {
    let word = match confidence {
        c if c >= 0.85 => "sure",
        c if c >= 0.6 => "likely",
        _ => "unsure",
    };
    word.to_owned()
}

/// A day in ISO 8601, or nothing.
pub(crate) fn iso(day: Option<Day>) -> Option<String> {
    day.map(days::iso)
}

/// Takes a page out of a whole list: what comes after the item that the token names. Only what is
/// shown is drawn.
pub(super) fn page<T>(
    all: &[u32],
    (after, limit): (Option<&str>, usize),
    find: impl Fn(&str) -> Option<u32>,
    id: impl Fn(u32) -> String,
    row: impl FnMut(u32) -> Ask<T>,
) -> Ask<List<T>> {
    let start = match after {
        None => 0,
        Some(token) => {
            let last = token.strip_prefix('r').and_then(find);
            let place = last.and_then(|last| all.iter().position(|&item| item == last));
            place.ok_or_else(BadParameter::page)? + 1
        }
    };
    let rest = &all[start..];
    let shown = &rest[..rest.len().min(limit)];
    let next = match shown.last() {
        Some(&last) if shown.len() < rest.len() => Some(format!("r{}", id(last))),
        _ => None,
    };
    let rows = shown.iter().copied().map(row).collect::<Ask<_>>()?;
    Ok(List { total: all.len() as u64, rows, next })
}
