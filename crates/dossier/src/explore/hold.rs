//! Reading a dossier as it is at one moment.

use std::io;

use rusqlite::Transaction;

use super::ledger::Ledger;
use crate::Dossier;
use crate::decode::bad;
use crate::error::Result;
use crate::header::{Header, number};

/// A dossier that nobody can write to for a while; see [`Dossier::hold`].
#[derive(Debug)]
pub struct Held<'a> {
    dossier: &'a Dossier,
    tx: Transaction<'a>,
}

impl Dossier {
    /// Reads every statement into memory, without its words.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn ledger(&self) -> Result<Ledger> {
        // One transaction: nothing changes between the tables.
        self.hold()?.ledger()
    }

    /// Keeps everybody from writing until what is given is dropped, so that all that is read is of
    /// one revision. SQLite then locks the file once, and not for each row.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn hold(&self) -> Result<Held<'_>> {
        let hold = || {
            let tx = self.conn.unchecked_transaction()?;
            // Once something is read, nobody can write.
            tx.prepare_cached("SELECT count(*) FROM meta")?.query_row([], |_| Ok(()))?;
            Ok(Held { dossier: self, tx })
        };
        hold().map_err(|e| self.error(e))
    }

    /// A number that changes whenever the dossier does, in whatever process.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn revision(&self) -> Result<u64> {
        self.read_revision().map_err(|e| self.error(e))
    }

    /// SQLite counts every transaction that writes in the header of the file.
    fn read_revision(&self) -> rusqlite::Result<u64> {
        let read = || {
            let header = match &self.header {
                Some(header) => header.read()?,
                None => Header::at(&self.path)?.read()?,
            };
            number(&header, 24).map(u64::from).ok_or_else(|| io::Error::other("it is cut short"))
        };
        read().map_err(|error: io::Error| bad(format!("the header cannot be read: {error}")))
    }
}

impl Held<'_> {
    /// Reads every statement into memory, without its words.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn ledger(&self) -> Result<Ledger> {
        self.read().map_err(|e| self.dossier.error(e))
    }

    fn read(&self) -> rusqlite::Result<Ledger> {
        let revision = self.dossier.read_revision()?;
        let mut ledger = Ledger { revision, ..Ledger::default() };
        super::load::load(&self.tx, self.dossier.read_corrections()?, &mut ledger)?;
        Ok(ledger)
    }
}
