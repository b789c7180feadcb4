//! A statement that was found, as a line of JSON.

use gainsay_dossier::{Found, StatementLine};
use gainsay_record::{DateValue, Span};
use serde::Serialize;

/// The statement as in `export`, with its article and the words that were looked for.
#[derive(Debug, Serialize)]
pub struct Line<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    path: Option<&'a str>,
    outlet: &'a Option<String>,
    published: &'a Option<DateValue>,
    #[serde(flatten)]
    statement: StatementLine<'a>,
    hits: &'a [Span],
}

impl<'a> Line<'a> {
    /// The line of a statement.
    pub fn of(found: &'a Found) -> Self {
        let Found { entry, article, hits } = found;
        Line {
            kind: "statement",
            path: article.paths.first().map(String::as_str),
            outlet: &article.outlet,
            published: &article.published,
            statement: StatementLine::of(entry),
            hits,
        }
    }
}
