//! Lines `echo`: one utterance, its reports, and how its wording drifted.

use gainsay_record::Id;
use rusqlite::Connection;
use serde::Serialize;

use super::{Failure, Lines, Written};
use crate::echoes::{Drift, each};

#[derive(Serialize)]
struct EchoLine<'a> {
    id: &'a Id,
    statements: Vec<&'a Id>,
    earliest: Option<&'a Id>,
    reports: usize,
    originals: usize,
    drift: Vec<DriftLine<'a>>,
}

/// How a report differs from the earliest, and what it was known by.
#[derive(Serialize)]
struct DriftLine<'a> {
    statement: &'a Id,
    nearest: Option<&'a Id>,
    kind: Option<&'static str>,
    reason: Option<&'a str>,
    differences: &'a [Drift],
}

/// By id; reports by publication.
pub(super) fn write(conn: &Connection, lines: &mut Lines<'_>) -> Written {
    each::<Failure>(conn, |echo| {
        let drift = echo.reports.iter().skip(1).map(|report| DriftLine {
            statement: &report.statement,
            nearest: report.nearest.as_ref().map(|nearest| &nearest.statement),
            kind: report.nearest.as_ref().map(|nearest| nearest.kind.as_str()),
            reason: report.nearest.as_ref().map(|nearest| nearest.reason.as_str()),
            differences: &report.differences,
        });
        lines.line(
            "echo",
            EchoLine {
                id: &echo.id,
                statements: echo.reports.iter().map(|report| &report.statement).collect(),
                earliest: echo.reports.first().map(|report| &report.statement),
                reports: echo.reports.len(),
                originals: echo.originals(),
                drift: drift.collect(),
            },
        )
    })
}
