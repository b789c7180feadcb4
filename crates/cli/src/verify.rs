//! `gainsay verify`: every span of a dossier proved against its article.

use anyhow::Result;
use gainsay_dossier::{Dossier, Failure, FileState, Report};
use serde_json::json;

use crate::args::Verify;
use crate::outcome::Outcome;
use crate::{output, progress};

/// Reads everything again and prints what does not hold.
///
/// # Errors
/// If the dossier cannot be read at all.
pub fn run(options: &Verify) -> Result<Outcome> {
    let dossier = Dossier::open_read_only(&options.dossier)?;
    let bar = progress::bar(Some(dossier.counts()?.articles), options.quiet);
    let report = dossier.verify(|done, _| bar.set_position(done))?;
    bar.finish_and_clear();
    if options.json {
        output::write(|out| {
            serde_json::to_writer_pretty(&mut *out, &as_json(&report))?;
            writeln!(out)
        })?;
    } else if !options.quiet || !report.is_sound() {
        output::write(|out| {
            for failure in &report.failures {
                writeln!(out, "{}", in_words(failure))?;
            }
            writeln!(out, "{}", summary(&report))
        })?;
    }
    Ok(if report.is_sound() { Outcome::Done } else { Outcome::Failed })
}

fn in_words(failure: &Failure) -> String {
    let mut words = failure.path.clone().unwrap_or_else(|| "the file".to_owned());
    if let Some(statement) = &failure.statement {
        words.push_str(&format!(", statement {statement}"));
    }
    format!("{words}: {}", failure.what)
}

fn summary(report: &Report) -> String {
    let verdict = match report.failures.len() {
        0 => "every span holds".to_owned(),
        1 => "1 thing does not hold".to_owned(),
        n => format!("{n} things do not hold"),
    };
    let mut line = format!(
        "{verdict}: {} spans of {} statements in {} articles",
        report.spans, report.statements, report.articles
    );
    for (state, words) in
        [(FileState::Changed, "changed since"), (FileState::Absent, "not at its path")]
    {
        let count = report.files_that_are(state);
        if count > 0 {
            line.push_str(&format!("; {count} of the files {words}"));
        }
    }
    line
}

fn as_json(report: &Report) -> serde_json::Value {
    let files = |state| {
        let there = report.files.iter().filter(|(_, found)| *found == state);
        there.map(|(path, _)| path.clone()).collect::<Vec<_>>()
    };
    json!({
        "sound": report.is_sound(),
        "articles": report.articles,
        "statements": report.statements,
        "spans": report.spans,
        "failures": report.failures.iter().map(|failure| json!({
            "path": failure.path,
            "statement": failure.statement,
            "what": failure.what,
        })).collect::<Vec<_>>(),
        "files": {
            "unchanged": report.files_that_are(FileState::Unchanged),
            "changed": files(FileState::Changed),
            "absent": files(FileState::Absent),
        },
    })
}
