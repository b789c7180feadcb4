//! The command around the page.

use std::io::IsTerminal;

use anyhow::Result;
use gainsay_dossier::Dossier;

use super::{Filter, Look, View, render};
use crate::args::Show;
use crate::outcome::Outcome;
use crate::output;

/// Columns where there is no terminal.
const WIDTH: usize = 80;

/// Prints a dossier, for a reader or as JSON.
///
/// # Errors
/// If the dossier cannot be read or standard output cannot be written to.
pub fn run(options: &Show) -> Result<Outcome> {
    let dossier = Dossier::open_read_only(&options.dossier)?;
    let filter = Filter { party: options.party.clone(), acts: options.acts.clone() };
    let view = View::read(&dossier, &filter)?;
    output::write(|out| {
        if options.json {
            serde_json::to_writer_pretty(&mut *out, &view)?;
            writeln!(out)
        } else {
            out.write_all(render(&view, &look(options.all)).as_bytes())
        }
    })?;
    Ok(Outcome::Done)
}

/// How to print here: as wide as the terminal, in colour where one is wanted.
pub fn look(all: bool) -> Look {
    let is_terminal = std::io::stdout().is_terminal();
    // https://no-color.org: any value but the empty one asks for no colour.
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    let width = match terminal_size::terminal_size() {
        Some((terminal_size::Width(columns), _)) if is_terminal => usize::from(columns),
        _ => WIDTH,
    };
    Look { width, color: is_terminal && !no_color && !dumb, all }
}
