//! The header of a dossier's file, read beside SQLite.
//!
//! A process that closes any handle on a file gives up all its POSIX locks on it, those of SQLite
//! too (<https://www.sqlite.org/howtocorrupt.html>, 2.2): another process might then write while
//! this one does. So a file is opened once, and stays open as long as any dossier on it is.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// A file that is open to have its header read.
#[derive(Debug)]
pub(crate) struct Header(Mutex<File>);

/// Those that are open in this process.
static OPEN: Mutex<BTreeMap<PathBuf, Weak<Header>>> = Mutex::new(BTreeMap::new());

impl Header {
    /// Of the file at a path; that of another dossier on it, where there is one.
    pub fn at(path: &Path) -> io::Result<Arc<Header>> {
        let place = path.canonicalize()?;
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = open.get(&place).and_then(Weak::upgrade) {
            return Ok(known);
        }
        open.retain(|_, header| header.strong_count() > 0);
        let header = Arc::new(Header(Mutex::new(File::open(path)?)));
        open.insert(place, Arc::downgrade(&header));
        Ok(header)
    }

    /// The first 100 bytes; fewer where the file is shorter.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(0))?;
        let mut bytes = Vec::with_capacity(100);
        (&mut *file).take(100).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// The number in four bytes of a header.
pub(crate) fn number(header: &[u8], at: usize) -> Option<u32> {
    let bytes = header.get(at..at + 4)?;
    Some(u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
}
