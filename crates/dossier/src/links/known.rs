//! Articles read again to be compared, the last few thousand kept.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use gainsay_link::Prints;
use gainsay_link::incremental::Row;
use gainsay_record::Id;
use rusqlite::Connection;

use crate::decode::bad;
use crate::rows;

/// So many articles make a generation; two are kept. An article takes 80 kB, and making it again from its
/// rows costs more than all else that is done for a pair.
const GENERATION: usize = 8192;

/// An article as it is compared.
pub(super) struct Known {
    pub number: Row,
    pub prints: Prints,
    /// The numbers of its statements, in their order.
    pub statements: Vec<Row>,
}

/// Reads articles, each once in a while.
pub(super) struct Library<'t> {
    pub conn: &'t Connection,
    kept: RefCell<[HashMap<Id, Arc<Known>>; 2]>,
}

impl<'t> Library<'t> {
    pub(super) fn new(conn: &'t Connection) -> Self {
        Library { conn, kept: RefCell::default() }
    }

    /// The article with this id, which must be there.
    pub(super) fn article(&self, id: &Id) -> rusqlite::Result<Arc<Known>> {
        let mut kept = self.kept.borrow_mut();
        let [young, old] = &mut *kept;
        if let Some(known) = young.get(id) {
            return Ok(Arc::clone(known));
        }
        let known = match old.remove(id) {
            Some(known) => known,
            None => Arc::new(read(self.conn, id)?),
        };
        if young.len() >= GENERATION {
            *old = std::mem::take(young);
        }
        young.insert(id.clone(), Arc::clone(&known));
        Ok(known)
    }
}

fn read(conn: &Connection, id: &Id) -> rusqlite::Result<Known> {
    let missing = || bad(format!("article {id} is linked and not there"));
    let article = rows::article(conn, id)?.ok_or_else(missing)?;
    let statements: Vec<_> =
        rows::statements(conn, Some(id))?.into_iter().map(|entry| entry.statement).collect();
    let number = conn
        .prepare_cached("SELECT number FROM article WHERE id = ?1")?
        .query_row([&id.0], |row| row.get(0))?;
    let numbers = conn
        .prepare_cached("SELECT number FROM statement WHERE article = ?1 ORDER BY position")?
        .query_map([&id.0], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Known { number, prints: Prints::of(&article, &statements), statements: numbers })
}
