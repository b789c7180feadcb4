//! Copies, stories, echoes and inferred dates: drawn many articles at a time, undone one by one.
//!
//! Adding an article only notes that it is to be linked. [`Dossier::link`] then takes what is
//! waiting in batches, a transaction each: the keys of a batch are held in memory and written in
//! their order at its end, since a key is a hash and each of an article's eight hundred would
//! otherwise write a page of its own. An article that goes takes its links along at once.

mod ahead;
mod check;
mod dates;
mod known;
mod layer;
mod tables;
mod update;

pub(crate) use check::broken;
use gainsay_link::incremental::Row;
use gainsay_record::Id;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use known::Shelf;

use crate::Dossier;
use crate::error::{Error, Result};

/// So many articles at once, or an eighth of those linked already, whichever is more: then all that
/// is ever written of the keys is a few times their size, however large the dossier becomes. More
/// than the last would ask for too much memory.
const BATCH: std::ops::RangeInclusive<u64> = 1000..=8192;

/// SQLite's cache while links are drawn, in KiB.
const CACHE: i64 = 128 * 1024;

impl Dossier {
    /// Links the articles that were added since with each other and with all others: copies,
    /// stories, echoes, and the dates that follow from them. `progress` hears how many of how many
    /// are done. Whatever was linked stays if it is stopped; called again it goes on.
    ///
    /// # Errors
    /// If the dossier cannot be read or written. Batches done before are kept.
    pub fn link(&mut self, mut progress: impl FnMut(u64, u64)) -> Result<u64> {
        let total = self.unlinked()?;
        let mut done = 0;
        let mut shelf = Shelf::default();
        loop {
            let batch = self.link_batch(&mut shelf).map_err(|e| self.error(e))?;
            if batch == 0 {
                return Ok(done);
            }
            done += batch;
            progress(done, total.max(done));
        }
    }

    /// How many articles are not linked yet.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn unlinked(&self) -> Result<u64> {
        self.conn
            .query_row("SELECT count(*) FROM unlinked", [], |row| row.get::<_, i64>(0))
            .map(i64::unsigned_abs)
            .map_err(|e| self.error(e))
    }

    /// That all are.
    pub(crate) fn linked(&self) -> Result<()> {
        match self.unlinked()? {
            0 => Ok(()),
            articles => Err(Error::Unlinked { path: self.path.clone(), articles }),
        }
    }

    fn link_batch(&mut self, shelf: &mut Shelf) -> rusqlite::Result<u64> {
        self.conn.pragma_update(None, "cache_size", -CACHE)?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        keep_version(&tx)?;
        shelf.refresh(&tx)?;
        let linked: i64 = tx.query_row("SELECT count(*) FROM copy_member", [], |row| row.get(0))?;
        let size = (linked.unsigned_abs() / 8).clamp(*BATCH.start(), *BATCH.end());
        let batch: Vec<Row> = tx
            .prepare_cached("SELECT article FROM unlinked ORDER BY article LIMIT ?1")?
            .query_map([size as i64], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        if !batch.is_empty() {
            update::add(&tx, &batch, shelf)?;
        }
        let mut query = tx.prepare_cached("DELETE FROM unlinked WHERE article = ?1")?;
        for article in &batch {
            query.execute([article])?;
        }
        drop(query);
        tx.commit()?;
        Ok(batch.len() as u64)
    }
}

/// Notes that an article is to be linked.
pub(crate) fn expect(tx: &Connection, id: &Id) -> rusqlite::Result<()> {
    tx.prepare_cached("INSERT INTO unlinked (article) SELECT number FROM article WHERE id = ?1")?
        .execute([&*id.digits()])
        .map(drop)
}

/// Undoes the links of an article that goes, while its rows are still there.
pub(crate) fn forget(tx: &Connection, id: &Id) -> rusqlite::Result<()> {
    keep_version(tx)?;
    let waiting = tx
        .prepare_cached(
            "DELETE FROM unlinked WHERE article = (SELECT number FROM article WHERE id = ?1)",
        )?
        .execute([&*id.digits()])?;
    if waiting == 0 { update::remove(tx, id) } else { Ok(()) }
}

/// Every table that linking fills.
const TABLES: [&str; 16] = [
    "copy_key",
    "copy_link",
    "copy_member",
    "story_key",
    "story_link",
    "story_member",
    "story",
    "echo_key",
    "echo_link",
    "echo_member",
    "echo",
    "answer_key",
    "answer_link",
    "answer_member",
    "inferred_date",
    "unlinked",
];

/// Links drawn by a version that compares otherwise are dropped, all of them: keys that this one
/// does not make could not be found again.
pub(crate) fn keep_version(tx: &Connection) -> rusqlite::Result<()> {
    let ours = gainsay_link::VERSION.to_string();
    let found: Option<String> = tx
        .prepare_cached("SELECT value FROM meta WHERE key = 'linking'")?
        .query_row([], |row| row.get(0))
        .optional()?;
    if found.as_ref() == Some(&ours) {
        return Ok(());
    }
    for table in TABLES {
        tx.execute(&format!("DELETE FROM {table}"), [])?;
    }
    tx.execute("INSERT INTO unlinked (article) SELECT number FROM article", [])?;
    tx.execute(
        "INSERT INTO meta (key, value) VALUES ('linking', ?1)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        params![ours],
    )
    .map(drop)
}
