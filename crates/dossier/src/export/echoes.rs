//! Lines `echo`: one utterance, its reports, and how its wording drifted.

use gainsay_record::Id;
use rusqlite::Connection;
use serde::Serialize;

use super::{Failure, Lines, Written};
use crate::echoes::{EchoHead, Likeness, each};

#[derive(Serialize)]
struct EchoLine<'a> {
    #[serde(flatten)]
    head: EchoHead<'a>,
    drift: Vec<DriftLine<'a>>,
}

/// How a report differs from the earliest, and what it was known by.
#[derive(Serialize)]
struct DriftLine<'a> {
    statement: &'a Id,
    #[serde(flatten)]
    likeness: Likeness<'a>,
}

/// By id; reports by publication.
pub(super) fn write(conn: &Connection, lines: &mut Lines<'_>) -> Written {
    each::<Failure>(conn, |echo| {
        let drift = echo
            .reports
            .iter()
            .skip(1)
            .map(|report| DriftLine { statement: &report.statement, likeness: report.likeness() })
            .collect();
        lines.line("echo", EchoLine { head: echo.head(), drift })
    })
}
