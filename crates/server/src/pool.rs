//! Open handles on the dossier, and its ledger.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use gainsay_dossier::Dossier;
use gainsay_dossier::explore::{Explore, Held, Ledger};

use crate::error::Problem;

/// Handles kept open; more are opened while more requests are answered at once.
const IDLE: usize = 4;

/// Handles to read with, and the ledger of the newest revision that somebody asked for.
pub(crate) struct Pool {
    path: PathBuf,
    idle: Mutex<Vec<Dossier>>,
    ledger: Mutex<Arc<Ledger>>,
    /// Held while a ledger is read, so that it is read once.
    loading: Mutex<()>,
}

impl Pool {
    /// # Errors
    /// If there is no such dossier.
    pub fn new(path: PathBuf) -> gainsay_dossier::Result<Self> {
        let dossier = Dossier::open_read_only(&path)?;
        let ledger = Mutex::new(Arc::new(dossier.ledger()?));
        Ok(Pool { path, idle: Mutex::new(vec![dossier]), ledger, loading: Mutex::new(()) })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Lets `look` at the dossier as it is now.
    pub fn with<T>(
        &self,
        look: impl FnOnce(Explore<'_>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let idle = open(&self.idle).pop();
        let dossier = match idle {
            Some(dossier) => dossier,
            None => Dossier::open_read_only(&self.path)?,
        };
        let found = self.current(&dossier).and_then(|(ledger, held)| {
            let found = look(Explore { dossier: &dossier, ledger: &ledger });
            drop(held);
            found
        });
        let mut idle = open(&self.idle);
        if idle.len() < IDLE {
            idle.push(dossier);
        }
        found
    }

    /// Opens the dossier to write to it. Not kept: it holds no lock, but nothing needs it idle.
    pub fn write(&self) -> gainsay_dossier::Result<Dossier> {
        Dossier::open_existing(&self.path)
    }

    /// The ledger of the dossier as it is, and a hold on it: a page is of one revision.
    fn current<'a>(&self, dossier: &'a Dossier) -> Result<(Arc<Ledger>, Held<'a>), Problem> {
        let held = dossier.hold()?;
        let revision = dossier.revision()?;
        let known = || Some(Arc::clone(&open(&self.ledger))).filter(|l| l.revision == revision);
        if let Some(ledger) = known() {
            return Ok((ledger, held));
        }
        let _one_at_a_time = open(&self.loading);
        if let Some(ledger) = known() {
            return Ok((ledger, held));
        }
        let ledger = Arc::new(held.ledger()?);
        *open(&self.ledger) = Arc::clone(&ledger);
        Ok((ledger, held))
    }
}

/// What is behind a lock is whole whenever it is free, also after a panic elsewhere.
pub(crate) fn open<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
