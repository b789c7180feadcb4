//! `gainsay corrections`: the log of what people corrected, to and fro.

use std::fs;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};
use gainsay_corrections::{parse, print};
use gainsay_dossier::{CorrectionState, Dossier};

use crate::args::Corrections;
use crate::outcome::Outcome;
use crate::output;

/// Prints, exports or applies.
///
/// # Errors
/// If the dossier or the log cannot be read or written.
pub fn run(options: &Corrections) -> Result<Outcome> {
    match options {
        Corrections::List { dossier, orphaned } => list(dossier, *orphaned),
        Corrections::Export { dossier } => export(dossier),
        Corrections::Apply { dossier, log } => apply(dossier, log),
    }
}

fn list(dossier: &Path, only_orphaned: bool) -> Result<Outcome> {
    let log = Dossier::open_read_only(dossier)?.corrections()?;
    output::write(|out| {
        for entry in log {
            if only_orphaned && entry.state != CorrectionState::Orphaned {
                continue;
            }
            let state = match entry.state {
                CorrectionState::Applied => String::new(),
                state => format!(" ({})", state.as_str()),
            };
            let words = clean(&entry.entry.change.words());
            writeln!(
                out,
                "{:>4}  {}  {}  {words}{state}",
                entry.number,
                clean(&entry.entry.when),
                clean(&entry.entry.who)
            )?;
            for anchor in entry.entry.change.anchors() {
                writeln!(out, "      {}", clean(&anchor.words()))?;
            }
        }
        Ok(())
    })?;
    Ok(Outcome::Done)
}

fn export(dossier: &Path) -> Result<Outcome> {
    let log = Dossier::open_read_only(dossier)?.corrections()?;
    output::write(|out| log.iter().try_for_each(|entry| writeln!(out, "{}", print(&entry.entry))))?;
    Ok(Outcome::Done)
}

fn apply(dossier: &Path, log: &Path) -> Result<Outcome> {
    let mut text = String::new();
    if log == Path::new("-") {
        std::io::stdin().read_to_string(&mut text).context("standard input")?;
    } else {
        text = fs::read_to_string(log).with_context(|| log.display().to_string())?;
    }
    let (entries, errors) = parse(&text);
    let mut dossier = Dossier::open_existing(dossier)?;
    let done = dossier.replay(&entries)?;
    dossier.link(|_, _| {})?;
    for error in &errors {
        eprintln!("gainsay: {}:{}: {}", log.display(), error.line, clean(&error.message));
    }
    eprintln!(
        "{} applied, {} known already, {} without a place here",
        done.applied, done.known, done.orphaned
    );
    Ok(if errors.is_empty() { Outcome::Done } else { Outcome::Failed })
}

/// The log may come from anybody: the terminal must not obey it.
fn clean(words: &str) -> String {
    let hidden =
        |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    words.chars().map(|c| if hidden(c) { '\u{fffd}' } else { c }).collect()
}
