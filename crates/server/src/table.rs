//! Statements as a table and as lines, to take away.

use gainsay_dossier::explore::{Date, Explore, Row, Who};

use crate::answer::Answer;
use crate::error::Problem;
use crate::limits::DOWNLOAD_ROWS;

const COLUMNS: [&str; 25] = [
    "id",
    "said",
    "said_precision",
    "said_basis",
    "published",
    "speaker",
    "role",
    "speaks_for",
    "act",
    "targets",
    "addressee",
    "content",
    "source",
    "cue",
    "form",
    "mode",
    "sourcing",
    "via",
    "outlet",
    "title",
    "zone",
    "confidence",
    "reports",
    "independent",
    "article",
];

/// These statements as CSV (RFC 4180), safe to open in a spreadsheet.
pub(crate) fn csv(explore: Explore<'_>, of: &[u32]) -> Result<Answer, Problem> {
    let mut out = COLUMNS.join(",");
    out.push_str("\r\n");
    each(explore, of, |row| {
        let echo = row.echo.as_ref();
        let names = |of: &[Who]| of.iter().map(|w| w.name.as_str()).collect::<Vec<_>>().join("; ");
        let value = |date: &Option<Date>| date.as_ref().map(|d| d.value.clone());
        let cells: [String; 25] = [
            row.id.clone(),
            value(&row.said).unwrap_or_default(),
            row.said.as_ref().map(|d| d.precision.clone()).unwrap_or_default(),
            row.said.as_ref().map(|d| d.basis.clone()).unwrap_or_default(),
            value(&row.published).unwrap_or_default(),
            row.speaker.name.clone(),
            row.speaker.role.clone().unwrap_or_default(),
            names(&row.speaker.speaks_for),
            row.act.clone(),
            names(&row.targets),
            row.addressee.as_ref().map(|who| who.name.clone()).unwrap_or_default(),
            row.content.clone(),
            row.source.clone(),
            row.cue.clone(),
            row.form.clone(),
            row.mode.clone(),
            row.sourcing.clone(),
            names(&row.via),
            row.outlet.clone().unwrap_or_default(),
            row.title.clone().unwrap_or_default(),
            row.zone.clone(),
            row.confidence.to_string(),
            echo.map_or(1, |echo| echo.reports).to_string(),
            echo.map_or(1, |echo| echo.independent).to_string(),
            row.article.clone(),
        ];
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            push_cell(&mut out, cell);
        }
        out.push_str("\r\n");
        Ok(())
    })?;
    Ok(Answer {
        kind: "text/csv; charset=utf-8",
        body: out.into_bytes(),
        save_as: Some("statements.csv"),
    })
}

/// These statements as JSON Lines.
pub(crate) fn jsonl(explore: Explore<'_>, of: &[u32]) -> Result<Answer, Problem> {
    let mut out = Vec::new();
    each(explore, of, |row| {
        serde_json::to_writer(&mut out, &row)
            .map_err(|error| Problem::internal(error.to_string()))?;
        out.push(b'\n');
        Ok(())
    })?;
    Ok(Answer { kind: "application/jsonl", body: out, save_as: Some("statements.jsonl") })
}

fn each(
    explore: Explore<'_>,
    of: &[u32],
    mut take: impl FnMut(Row) -> Result<(), Problem>,
) -> Result<(), Problem> {
    if of.len() > DOWNLOAD_ROWS {
        let message = format!("{} statements are too many for one file; narrow the view", of.len());
        return Err(Problem::new(413, "too_large", message));
    }
    for &at in of {
        if let Some(row) = explore.statement(at)? {
            take(row)?;
        }
    }
    Ok(())
}

/// A spreadsheet takes what begins so for a formula.
fn push_cell(out: &mut String, cell: &str) {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let quoted = cell.contains(['"', ',', '\n', '\r']) || cell != cell.trim();
    if quoted {
        out.push('"');
    }
    if formula {
        out.push('\'');
    }
    if quoted {
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::push_cell;

    #[test]
    fn a_cell_is_no_formula_and_stays_one_cell() {
        for (cell, expected) in [
            ("plain", "plain"),
            ("=1+1", "'=1+1"),
            ("@x, \"y\"", "\"'@x, \"\"y\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            (" edge", "\" edge\""),
        ] {
            let mut out = String::new();
            push_cell(&mut out, cell);
            assert_eq!(out, expected);
        }
    }
}
