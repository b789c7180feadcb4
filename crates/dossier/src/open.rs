//! Opening a dossier, and refusing what is none.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::error::{Error, Result};
use crate::header::{Header, number};
use crate::{APPLICATION_ID, Dossier, FORMAT, links};

pub(crate) const SCHEMA: &str = include_str!("schema.sql");

/// What `meta` says to whoever opens the file in another tool.
const META: [(&str, &str); 3] = [
    ("what", "A Gainsay dossier: who said what about whom, with the exact place of every word"),
    ("offsets", "half-open, in Unicode code points of article.text: text[start..end] = exact"),
    ("counts", "statements are reports: the same words in two papers count twice; see echo_member"),
];

/// How long to wait for another process that is writing. A transaction takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(10);

/// SQLite's cache of a dossier that is only read, in KiB: the words of what a large picture shows
/// lie on some thousand pages of 4 KiB.
const CACHE: i64 = 16 * 1024;

impl Dossier {
    /// Opens a dossier to add to it, and makes an empty one where there is no file (or an empty
    /// one).
    ///
    /// # Errors
    /// If the file is another program's or a newer Gainsay's (it is not touched then), or cannot
    /// be written.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let found = Found::at(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let mut dossier = connect(path, flags)?;
        if dossier.conn.is_readonly("main").map_err(|e| dossier.error(e))? {
            return Err(Error::ReadOnly { path: path.to_owned() });
        }
        if found == Found::Nothing || dossier.is_blank()? {
            dossier.create().map_err(|e| dossier.error(e))?;
            dossier.header = Header::at(path).ok();
            // Another process may have been quicker, with something else.
            Found::at(path)?;
        }
        Ok(dossier)
    }

    /// Opens a dossier to add to it; there must be one.
    ///
    /// # Errors
    /// As [`Dossier::open`], and [`Error::Missing`] where there is none.
    pub fn open_existing(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        existing(path)?;
        Dossier::open(path)
    }

    /// Opens a dossier to read it; nothing can be written through the handle. What a killed build
    /// left half done is rolled back first, where the file allows it.
    ///
    /// # Errors
    /// As [`Dossier::open_existing`].
    pub fn open_read_only(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        existing(path)?;
        // Not SQLITE_OPEN_READ_ONLY: that cannot roll back. On a read-only disk SQLite falls back
        // to reading by itself.
        let dossier = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        if dossier.is_blank()? {
            return Err(Error::Missing { path: path.to_owned() });
        }
        let set = |name: &str, value: i64| {
            dossier.conn.pragma_update(None, name, value).map_err(|e| dossier.error(e))
        };
        set("query_only", 1)?;
        set("cache_size", -CACHE)?;
        Ok(dossier)
    }

    /// Closes the dossier. Dropping it does the same but tells of no error.
    ///
    /// # Errors
    /// If SQLite cannot finish.
    pub fn close(self) -> Result<()> {
        let Dossier { conn, path, header } = self;
        let closed = conn.close().map_err(|(_, source)| Error::sqlite(&path, source));
        drop(header);
        closed
    }

    /// Lets the file grow no further than so many bytes (in whole pages, and never below what it
    /// has): beyond that, adding fails as on a full disk.
    ///
    /// # Errors
    /// If SQLite cannot be asked.
    pub fn limit_size(&self, bytes: u64) -> Result<()> {
        let limit = || {
            let page: i64 = self.conn.pragma_query_value(None, "page_size", |row| row.get(0))?;
            let pages = i64::try_from(bytes).unwrap_or(i64::MAX) / page;
            self.conn.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
        };
        limit().map_err(|e| self.error(e))
    }

    /// Whether it has no tables: of a build that was killed while it made them nothing is left once SQLite
    /// has rolled it back, which asking does.
    fn is_blank(&self) -> Result<bool> {
        has_no_tables(&self.conn).map_err(|e| self.error(e))
    }

    fn create(&mut self) -> rusqlite::Result<()> {
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if has_no_tables(&tx)? {
            tx.execute_batch(SCHEMA)?;
            tx.pragma_update(None, "application_id", APPLICATION_ID)?;
            tx.pragma_update(None, "user_version", FORMAT)?;
            for entry in META {
                tx.execute("INSERT INTO meta (key, value) VALUES (?1, ?2)", entry)?;
            }
            links::keep_version(&tx)?;
        }
        tx.commit()
    }
}

fn has_no_tables(conn: &Connection) -> rusqlite::Result<bool> {
    conn.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))
}

fn existing(path: &Path) -> Result<()> {
    match Found::at(path)? {
        Found::Dossier => Ok(()),
        Found::Nothing => Err(Error::Missing { path: path.to_owned() }),
    }
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Dossier> {
    // ":memory:" and "" are files like any other here.
    let file = if path.is_relative() { Path::new(".").join(path) } else { path.to_owned() };
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(file, flags).map_err(|e| cannot_open(path, e))?;
    let dossier = Dossier { conn, path: path.to_owned(), header: Header::at(path).ok() };
    configure(&dossier.conn).map_err(|e| dossier.error(e))?;
    Ok(dossier)
}

fn configure(conn: &Connection) -> rusqlite::Result<()> {
    conn.busy_timeout(PATIENCE)?;
    // A dossier may come from anybody: its schema must not reach beyond its file.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // A query is planned once and not again for each value that it is asked with.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    // More than a batch asks, so that none is read twice.
    conn.set_prepared_statement_cache_capacity(160);
    Ok(())
}

/// SQLite says only "unable to open"; the system says why.
fn cannot_open(path: &Path, error: rusqlite::Error) -> Error {
    let tried = std::fs::OpenOptions::new().read(true).write(true).open(path);
    let reason = match tried {
        Err(source) if source.kind() != io::ErrorKind::NotFound => Some(source),
        _ => match path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            Some(folder) => std::fs::read_dir(folder).err(),
            None => None,
        },
    };
    match reason {
        Some(source) => Error::Io { path: path.to_owned(), source },
        None => Error::sqlite(path, error),
    }
}

/// What stands at a path.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    Nothing,
    Dossier,
}

impl Found {
    /// Reads the header and nothing else, so that a file of another program is not even opened by
    /// SQLite, which might roll back a journal that lies beside it.
    fn at(path: &Path) -> Result<Found> {
        let io = |source| Error::Io { path: path.to_owned(), source };
        // Asked before it is opened: opening a named pipe would wait for ever.
        match std::fs::metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Nothing),
            Err(error) => return Err(io(error)),
            Ok(about) if !about.is_file() => {
                return Err(io(io::Error::other("it is a folder or a device, not a file")));
            }
            Ok(_) => {}
        }
        let header = Header::at(path).and_then(|header| header.read()).map_err(io)?;
        if header.is_empty() {
            return Ok(Found::Nothing);
        }
        let path: PathBuf = path.to_owned();
        if header.len() < 100 || !header.starts_with(b"SQLite format 3\0") {
            return Err(Error::NotSqlite { path });
        }
        let number = |at: usize| number(&header, at).unwrap_or_default();
        match (number(68), number(60)) {
            (APPLICATION_ID, FORMAT) => Ok(Found::Dossier),
            (APPLICATION_ID, found) if found > FORMAT => Err(Error::Newer { path, found }),
            (APPLICATION_ID, found) => Err(Error::Older { path, found }),
            (found, _) => Err(Error::Foreign { path, found }),
        }
    }
}
