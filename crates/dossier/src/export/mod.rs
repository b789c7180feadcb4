//! A whole dossier as JSON Lines: each line one thing, with its `type`.
//!
//! Each type is a module with one function that writes its lines, in an order that depends on the
//! articles alone; [`PARTS`] says which come in what order. Nothing is held in memory but ids and
//! the line at hand.

mod allegations;
mod answers;
mod articles;
mod echoes;
mod parties;
mod statements;
mod stories;

pub use statements::StatementLine;

use std::io::{self, Write};

use rusqlite::Connection;
use serde::Serialize;

use crate::Dossier;
use crate::error::{Error, Result};

/// What is exported, in this order.
const PARTS: [fn(&Connection, &mut Lines<'_>) -> Written; 7] = [
    articles::write,
    statements::write,
    parties::write,
    echoes::write,
    allegations::write,
    answers::write,
    stories::write,
];

/// What more an export holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ExportOptions {
    /// The text of every article. That of articles whose input is no plain text is always there.
    pub with_text: bool,
}

impl Dossier {
    /// Writes the whole dossier as JSON Lines.
    ///
    /// # Errors
    /// [`Error::Unlinked`] where articles wait to be linked, before anything is written; if the
    /// dossier cannot be read; [`Error::Output`] if `out` cannot be written to.
    pub fn export(&self, out: &mut dyn Write, options: ExportOptions) -> Result<()> {
        self.linked()?;
        let mut lines = Lines { out, options };
        for write in PARTS {
            write(&self.conn, &mut lines).map_err(|failure| match failure {
                Failure::Read(source) => self.error(source),
                Failure::Write(source) => Error::Output { source },
            })?;
        }
        Ok(())
    }
}

/// Where lines go.
struct Lines<'o> {
    out: &'o mut dyn Write,
    options: ExportOptions,
}

#[derive(Serialize)]
struct Line<T: Serialize> {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(flatten)]
    of: T,
}

impl Lines<'_> {
    fn line(&mut self, kind: &'static str, of: impl Serialize) -> Written {
        serde_json::to_writer(&mut *self.out, &Line { kind, of }).map_err(io::Error::from)?;
        self.out.write_all(b"\n")?;
        Ok(())
    }
}

type Written = std::result::Result<(), Failure>;

enum Failure {
    Read(rusqlite::Error),
    Write(io::Error),
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Failure::Read(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Write(error)
    }
}
