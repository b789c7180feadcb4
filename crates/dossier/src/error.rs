//! What can go wrong with a dossier, said so that the reader knows what is safe.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// What went wrong with a dossier. Every message names the file, what was found, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such file.
    #[error("{}: there is no such dossier; make one with: gainsay build PATH... -o {}",
            path.display(), path.display())]
    Missing {
        /// The dossier asked for.
        path: PathBuf,
    },
    /// The system would not open or create the file.
    #[error("{}: cannot be opened: {source}", path.display())]
    Io {
        /// The dossier.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// The file is no SQLite file.
    #[error("{}: is not a dossier, but another kind of file; it was left as it is. \
             Give another path", path.display())]
    NotSqlite {
        /// The file.
        path: PathBuf,
    },
    /// The file is the SQLite file of another program.
    #[error("{}: is not a dossier, but an SQLite database of another program (application id \
             {found:#010x}, a dossier has {:#010x}); it was left as it is. Give another path",
            path.display(), crate::APPLICATION_ID)]
    Foreign {
        /// The file.
        path: PathBuf,
        /// Its application id.
        found: u32,
    },
    /// The dossier was written by a later version.
    #[error("{}: was written by a newer gainsay (dossier format {found}, this one knows {}); it \
             was left as it is. Update gainsay", path.display(), crate::FORMAT)]
    Newer {
        /// The dossier.
        path: PathBuf,
        /// Its format.
        found: u32,
    },
    /// The dossier was written by an earlier version, with other tables.
    #[error("{}: was written by an older gainsay (dossier format {found}, this one writes {}); it \
             was left as it is. Build it anew from its articles under another name", path.display(),
            crate::FORMAT)]
    Older {
        /// The dossier.
        path: PathBuf,
        /// Its format.
        found: u32,
    },
    /// The file cannot be read as a dossier any more.
    #[error("{}: the dossier is damaged: {detail}. Restore a copy, or build it anew from its \
             articles under another name", path.display())]
    Damaged {
        /// The dossier.
        path: PathBuf,
        /// What was found.
        detail: String,
    },
    /// There is no room left to write.
    #[error("{}: the disk is full. {}; nothing of the article at hand was written. Make room and \
             run the same command again: it goes on where it stopped",
            path.display(), kept(*articles))]
    Full {
        /// The dossier.
        path: PathBuf,
        /// How many articles it holds, where that could still be read.
        articles: Option<u64>,
    },
    /// The file or its folder must not be written.
    #[error("{}: the dossier or its folder is read-only; nothing was written. Allow writing, or \
             copy it elsewhere", path.display())]
    ReadOnly {
        /// The dossier.
        path: PathBuf,
    },
    /// Another process is writing.
    #[error("{}: another program is writing to the dossier; nothing was written. Try again when \
             it is done", path.display())]
    Busy {
        /// The dossier.
        path: PathBuf,
    },
    /// Articles were added but not linked with the others.
    #[error("{}: {articles} of its articles are not linked with the others yet, since a build was \
             stopped. Run the same build again: it goes on where it stopped", path.display())]
    Unlinked {
        /// The dossier.
        path: PathBuf,
        /// How many.
        articles: u64,
    },
    /// What was read could not be written out.
    #[error("cannot write: {source}")]
    Output {
        /// The system's reason.
        source: io::Error,
    },
    /// The article breaks a rule of the record and was not taken in.
    #[error("{article}: not taken into the dossier: {reason}")]
    Refused {
        /// The article's path.
        article: String,
        /// The rule that it breaks.
        reason: String,
    },
    /// A paging token is none of this search.
    #[error(
        "the page asked for does not belong to this search: {reason}. Ask for the first page \
             and go on from there"
    )]
    Page {
        /// What is wrong with it.
        reason: String,
    },
    /// A correction cannot be made.
    #[error("not corrected: {reason}")]
    Uncorrected {
        /// Why.
        reason: String,
    },
    /// SQLite failed in another way.
    #[error("{}: SQLite: {source}", path.display())]
    Sqlite {
        /// The dossier.
        path: PathBuf,
        /// SQLite's reason.
        source: rusqlite::Error,
    },
}

/// What this crate's functions return.
pub type Result<T, E = Error> = std::result::Result<T, E>;

fn kept(articles: Option<u64>) -> String {
    match articles {
        Some(1) => "The one article already in the dossier is kept".to_owned(),
        Some(n) => format!("The {n} articles already in the dossier are kept"),
        None => "What was already in the dossier is kept".to_owned(),
    }
}

impl Error {
    /// Whether the next article would fail in the same way, so that a build had better stop. A
    /// refused article or correction concerns itself alone.
    pub fn is_fatal(&self) -> bool {
        !matches!(self, Error::Refused { .. } | Error::Uncorrected { .. } | Error::Page { .. })
    }

    pub(crate) fn sqlite(path: &Path, source: rusqlite::Error) -> Self {
        let path = path.to_owned();
        match source.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Error::Full { path, articles: None },
            // Whatever else keeps a file from being opened was ruled out when the path was looked
            // at: what is left is a folder in which nothing can be made.
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen) => Error::ReadOnly { path },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::Busy { path },
            Some(ErrorCode::NotADatabase) => Error::NotSqlite { path },
            Some(ErrorCode::DatabaseCorrupt) => Error::Damaged { path, detail: source.to_string() },
            Some(_) => Error::Sqlite { path, source },
            // Not SQLite but rusqlite: a column holds what no dossier holds there.
            None => Error::Damaged { path, detail: source.to_string() },
        }
    }
}
