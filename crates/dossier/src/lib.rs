//! A dossier: one SQLite file that holds the record of a set of articles.
//!
//! ```
//! # use gainsay_record::{Article, Text};
//! # let article = Article { path: "a.txt".into(), text: Text::new("Dorn: no.".into()),
//! #   text_is_input: true, title: None, outlet: None, authors: vec![], dateline: None,
//! #   language: None, published: None, collected: None, url: None, zones: vec![] };
//! # let folder = tempfile::tempdir().unwrap();
//! # let path = folder.path().join("dispute.gainsay");
//! use gainsay_dossier::{Added, Dossier, Origin, fingerprint};
//!
//! let mut dossier = Dossier::open(&path)?;
//! let sha256 = fingerprint(b"Dorn: no.");
//! let made_by = "gainsay 0.1.0";
//! if !dossier.is_current("a.txt", &sha256, made_by)? {
//!     let added = dossier.add(&article, &[], Origin { sha256: &sha256, made_by })?;
//!     assert_eq!(added, Added::New);
//! }
//! assert!(dossier.is_current("a.txt", &sha256, made_by)?);
//! dossier.link(|_, _| {})?;
//! dossier.close()?;
//!
//! let report = Dossier::open_read_only(&path)?.verify(|_, _| {})?;
//! assert!(report.is_sound());
//! # Ok::<(), gainsay_dossier::Error>(())
//! ```
//!
//! # What it promises
//!
//! * An article enters whole or not at all: one transaction each. A build may be killed at any
//!   moment, or the disk may fill up; what was in the dossier stays, and the same command goes on
//!   where it stopped.
//! * Links across articles (copies, stories, echoes, inferred dates) are drawn by
//!   [`Dossier::link`] for many articles at once. An article that goes, or is replaced, takes its
//!   links along in the same transaction. What was stopped before it was linked is told by
//!   [`Dossier::unlinked`] and linked by the next call.
//! * Between transactions the dossier is one file. SQLite's rollback journal is used and not the
//!   write-ahead log. An article of 15 statements and 90 spans takes 26 ms to store with the one
//!   and 13 ms with the other, nearly all of it waiting for the disk (two busy cores, virtual disk,
//!   November 2026) while other threads read the next articles, which takes longer. The log would
//!   leave two more files after a kill, without which a copy lacks its newest articles, and a
//!   header that SQLite cannot open on a read-only disk.
//! * The same articles give the same rows in whatever order they come; there is no clock in it.
//! * A file of another program, or of a newer Gainsay, is refused before SQLite opens it.
#![forbid(unsafe_code)]

mod add;
mod allegations;
mod answers;
mod check;
mod corrections;
mod decode;
mod echoes;
mod error;
pub mod explore;
mod export;
mod header;
mod links;
mod open;
mod parties;
mod read;
mod rows;
mod search;
mod stories;
mod verify;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::Connection;
use sha2::{Digest as _, Sha256};

use header::Header;

pub use add::{Added, Origin};
pub use allegations::AllegationEntry;
pub use answers::AnswerEntry;
pub use corrections::{Anchors, Correction, CorrectionPlace, CorrectionState, Replayed};
pub use echoes::{Drift, EchoEntry, EchoHead, Likeness, Nearest, ReportEntry};
pub use error::{Error, Result};
pub use export::{ExportOptions, StatementLine};
pub use gainsay_link::parties::{Known, KnownRole};
pub use parties::{KnownError, PartyEntry, PartyMention, RoleEntry, read_known};
pub use read::{ArticleEntry, Counts, DateEvidence, InferredDate, StatementEntry};
pub use search::{Facet, FacetCount, Found, Matches, Page, Search, Sort};
pub use stories::StoryEntry;
pub use verify::{Failure, FileState, Report};

/// Written into the header of every dossier: "GNSY".
pub const APPLICATION_ID: u32 = 0x474E_5359;

/// The version of the tables, in the header as SQLite's `user_version`.
pub const FORMAT: u32 = 2;

/// An open dossier.
#[derive(Debug)]
pub struct Dossier {
    conn: Connection,
    path: PathBuf,
    /// Closed after the connection: see [`header`]. None where the file was not there yet.
    header: Option<Arc<Header>>,
}

impl Dossier {
    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn error(&self, source: rusqlite::Error) -> Error {
        Error::sqlite(&self.path, source)
    }
}

/// The SHA-256 of the bytes of an input, as 64 hexadecimal digits: what tells a changed file.
pub fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
