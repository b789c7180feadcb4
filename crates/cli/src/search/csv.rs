//! Statements as a table for a spreadsheet (RFC 4180).

use gainsay_dossier::Found;
use gainsay_record::{DateValue, Party, Span};

const COLUMNS: [&str; 21] = [
    "said",
    "said_precision",
    "published",
    "outlet",
    "speaker",
    "role",
    "speaks_for",
    "act",
    "targets",
    "addressee",
    "via",
    "form",
    "mode",
    "sourcing",
    "zone",
    "source",
    "cue",
    "content",
    "confidence",
    "path",
    "id",
];

/// The first line.
pub fn header() -> String {
    line(COLUMNS.map(str::to_owned))
}

/// The line of one statement.
pub fn row(found: &Found) -> String {
    let it = &found.entry.statement;
    let value = |date: &Option<DateValue>| date.as_ref().map(|it| it.value.clone());
    let words = |spans: &[Span]| {
        spans.iter().map(|span| span.exact.as_str()).collect::<Vec<_>>().join(" … ")
    };
    let names = |parties: &[Party]| {
        parties.iter().map(|party| party.name.as_str()).collect::<Vec<_>>().join("; ")
    };
    line([
        value(&it.said).unwrap_or_default(),
        it.said.as_ref().map_or("unknown", |date| date.precision.as_str()).to_owned(),
        value(&found.article.published).unwrap_or_default(),
        found.article.outlet.clone().unwrap_or_default(),
        it.speaker.name.clone(),
        it.speaker.role.clone().unwrap_or_default(),
        it.speaker.speaks_for.join("; "),
        it.act.as_str().to_owned(),
        names(&it.targets),
        it.addressee.as_ref().map(|party| party.name.clone()).unwrap_or_default(),
        names(&it.via),
        it.form.as_str().to_owned(),
        it.mode.as_str().to_owned(),
        it.sourcing.as_str().to_owned(),
        it.zone.as_str().to_owned(),
        words(&it.source),
        words(&it.cue),
        words(&it.content),
        it.confidence.to_string(),
        found.article.paths.first().cloned().unwrap_or_default(),
        it.id.to_string(),
    ])
}

fn line(cells: [String; COLUMNS.len()]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    format!("{}\r\n", cells.join(","))
}

/// A cell that begins like a formula is one to a spreadsheet, and an article comes from anywhere:
/// an apostrophe before it makes it text.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let guarded = if formula { format!("'{text}") } else { text.to_owned() };
    if guarded.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_cell_is_a_formula() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2", "'-2"),
            ("\t=1", "'\t=1"),
            ("plain", "plain"),
            ("a, \"b\"", "\"a, \"\"b\"\"\""),
            ("+a,b", "\"'+a,b\""),
            ("two\nlines", "\"two\nlines\""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }
}
