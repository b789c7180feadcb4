//! `gainsay extract`: articles in, JSON out.

use std::io::{BufWriter, Write};

use anyhow::Result;
use gainsay_language::Tagger;
use gainsay_record::{Article, Line, TimeLine};

use crate::args::{Extract, With};
use crate::outcome::{Outcome, complain};
use crate::{pipeline, progress};

/// Prints one line for each article. An input that cannot be read is named on standard error and
/// costs none of the others.
///
/// # Errors
/// If standard output cannot be written to, or the model fails.
pub fn run(options: &Extract) -> Result<Outcome> {
    let tagger = Tagger::embedded()?;
    let with_text = options.with.contains(&With::Text);
    let with_mentions = options.with.contains(&With::Mentions);
    let with_times = options.with.contains(&With::Times);
    let inputs = &options.inputs;
    let bar = progress::bar(gainsay_reader::count(&inputs.paths), inputs.quiet);
    let mut outcome = Outcome::Done;
    let mut out = BufWriter::new(std::io::stdout());
    pipeline::run(
        inputs.threads(),
        gainsay_reader::inputs(&inputs.paths),
        |source| -> Result<String> {
            let article = source?.article()?;
            let found = gainsay_statements::extract(&tagger, &article)?;
            let times = with_times.then(|| times(&article));
            let line = Line {
                article: &article,
                statements: &found.statements,
                with_text,
                mentions: with_mentions.then_some(&found.mentions),
                times: times.as_deref(),
            };
            Ok(serde_json::to_string(&line)?)
        },
        |line| {
            bar.inc(1);
            match line {
                Ok(line) => {
                    out.write_all(line.as_bytes())?;
                    out.write_all(b"\n")?;
                    // Whoever reads along sees each article when it is done.
                    out.flush()?;
                }
                Err(error) => {
                    outcome = Outcome::Failed;
                    bar.suspend(|| complain(&error));
                }
            }
            Ok(())
        },
    )?;
    bar.finish_and_clear();
    Ok(outcome)
}

/// The temporal expressions of an article, as they are printed.
fn times(article: &Article) -> Vec<TimeLine> {
    gainsay_statements::times(article)
        .into_iter()
        .map(|time| TimeLine {
            span: article.text.span(time.range),
            kind: time.kind.as_str(),
            value: time.value,
        })
        .collect()
}
