//! `gainsay build`: articles in, a dossier out.

use std::cell::RefCell;
use std::path::Path;

use anyhow::{Context, Result};
use gainsay_dossier::{Added, Dossier, Known, Origin, fingerprint, read_known};
use gainsay_language::Tagger;
use gainsay_reader::Source;
use gainsay_record::{Article, Statement};
use serde::Serialize;

use crate::args::{Build, Show};
use crate::outcome::{Outcome, complain};
use crate::{output, pipeline, progress, show};

/// What a build did, in numbers of inputs.
#[derive(Debug, Default, Serialize)]
struct Done {
    /// Not in the dossier before.
    new: usize,
    /// Read again because the input or the program changed.
    replaced: usize,
    /// The same article as another input.
    copies: usize,
    /// In the dossier already, unchanged, and not read again.
    unchanged: usize,
    /// Could not be read.
    failed: usize,
    /// Statements in the articles read now.
    statements: usize,
}

/// An article that has been read, with what the dossier wants to know of its input.
struct Read {
    article: Article,
    statements: Vec<Statement>,
    sha256: String,
}

/// Reads every input that is not in the dossier as it is, adds it, and links what was added.
///
/// # Errors
/// If the dossier cannot be opened or written to, or the model fails. Inputs that cannot be read
/// are named on standard error and counted.
pub fn run(options: &Build) -> Result<Outcome> {
    // Read before anything is made: a bad line leaves no trace.
    let known = options.parties.as_deref().map(known).transpose()?;
    let mut dossier = Dossier::open(&options.output)?;
    if let Some(known) = known {
        dossier.know(&known)?;
    }
    let dossier = RefCell::new(dossier);
    let tagger = Tagger::embedded()?;
    let made_by = made_by(&tagger);
    let inputs = &options.inputs;
    let bar = progress::bar(gainsay_reader::count(&inputs.paths), inputs.quiet);
    let done = RefCell::new(Done::default());

    // Asked before an input is handed to a thread, so that what is there already costs nothing.
    let wanted = gainsay_reader::inputs(&inputs.paths).filter_map(|source| {
        let judge = |source: Source| -> Result<Option<(Source, String)>> {
            let sha256 = fingerprint(source.bytes());
            let current = dossier.borrow().is_current(source.path(), &sha256, &made_by)?;
            Ok((!current).then_some((source, sha256)))
        };
        match source.map_err(anyhow::Error::from).and_then(judge) {
            Ok(None) => {
                done.borrow_mut().unchanged += 1;
                bar.inc(1);
                None
            }
            Ok(Some(source)) => Some(Ok(source)),
            Err(error) => Some(Err(error)),
        }
    });
    let read = |source: Result<(Source, String)>| -> Result<Read> {
        let (source, sha256) = source?;
        let article = source.article()?;
        let statements = gainsay_statements::extract(&tagger, &article)?.statements;
        Ok(Read { article, statements, sha256 })
    };
    let keep = |read: Result<Read>| -> Result<()> {
        bar.inc(1);
        let mut done = done.borrow_mut();
        let added = read.and_then(|read| {
            let origin = Origin { sha256: &read.sha256, made_by: &made_by };
            let added = dossier.borrow_mut().add(&read.article, &read.statements, origin)?;
            done.statements += read.statements.len();
            Ok(added)
        });
        match added {
            Ok(Added::New) => done.new += 1,
            Ok(Added::Replaced) => done.replaced += 1,
            Ok(Added::Copy) => done.copies += 1,
            Err(error) if is_fatal(&error) => return Err(error),
            Err(error) => {
                done.failed += 1;
                bar.suspend(|| complain(&error));
            }
        }
        Ok(())
    };
    let result = pipeline::run(inputs.threads(), wanted, read, keep);
    bar.finish_and_clear();
    result?;
    let mut dossier = dossier.into_inner();
    let bar = progress::bar(Some(dossier.unlinked()?), inputs.quiet);
    dossier.link(|linked, _| bar.set_position(linked))?;
    bar.finish_and_clear();
    dossier.close()?;

    let done = done.into_inner();
    if !inputs.quiet {
        eprintln!("{}: {}", options.output.display(), done.summary());
    }
    if options.json {
        output::write(|out| {
            serde_json::to_writer_pretty(&mut *out, &done)?;
            writeln!(out)
        })?;
    }
    if options.show {
        show::run(&Show {
            dossier: options.output.clone(),
            party: None,
            acts: Vec::new(),
            all: false,
            json: false,
        })?;
    }
    Ok(if done.failed == 0 { Outcome::Done } else { Outcome::Failed })
}

/// The user's own file of parties.
fn known(path: &Path) -> Result<Vec<Known>> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("{}: cannot be read", path.display()))?;
    read_known(&text).with_context(|| path.display().to_string())
}

/// The program and model that read articles now, with their versions.
pub fn made_by(tagger: &Tagger) -> String {
    format!("gainsay {}, {}", env!("CARGO_PKG_VERSION"), tagger.version())
}

/// Whether the next article would fail in the same way.
fn is_fatal(error: &anyhow::Error) -> bool {
    error.downcast_ref::<gainsay_dossier::Error>().is_some_and(gainsay_dossier::Error::is_fatal)
        || error.downcast_ref::<gainsay_language::Error>().is_some()
}

impl Done {
    fn summary(&self) -> String {
        let read = self.new + self.replaced + self.copies;
        let mut parts = vec![format!(
            "{read} {} read, {} {}",
            if read == 1 { "article" } else { "articles" },
            self.statements,
            if self.statements == 1 { "statement" } else { "statements" },
        )];
        for (count, words) in [
            (self.replaced, "replaced"),
            (self.copies, "the same as another"),
            (self.unchanged, "unchanged and skipped"),
            (self.failed, "could not be read"),
        ] {
            if count > 0 {
                parts.push(format!("{count} {words}"));
            }
        }
        parts.join("; ")
    }
}
