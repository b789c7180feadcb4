//! Who is found under the keys of a batch, read ahead.

use gainsay_link::incremental::Row;
use rusqlite::{CachedStatement, params};

use super::tables::{Order, placed};

/// Of a key with more holders than this the nearest are looked up when they are asked for.
const MANY: usize = 64;

/// The holders of many keys, as the table has them. Read in the order of the table each of its pages is
/// read once; asked for article by article, each key would cost the reading of a page of its own.
#[derive(Default)]
pub(super) struct Ahead {
    /// Each with where its holders begin.
    keys: Vec<(u64, usize)>,
    holders: Vec<(Order, Row)>,
}

impl Ahead {
    /// Reads the holders of these keys; `query` gives those of one, in their order.
    pub(super) fn read(
        mut keys: Vec<u64>,
        query: &mut CachedStatement<'_>,
    ) -> rusqlite::Result<Self> {
        // The table's keys are signed.
        keys.sort_unstable_by_key(|&key| key as i64);
        keys.dedup();
        let mut ahead = Ahead { keys: Vec::with_capacity(keys.len()), holders: Vec::new() };
        for key in keys {
            let first = ahead.holders.len();
            let mut rows = query.query(params![key as i64, MANY as i64 + 1])?;
            while let Some(row) = rows.next()? {
                ahead.holders.push(placed(row)?);
            }
            if ahead.holders.len() - first > MANY {
                ahead.holders.truncate(first);
            } else {
                ahead.keys.push((key, first));
            }
        }
        Ok(ahead)
    }

    /// Whoever is stored under a key, in order; none where that was not read.
    pub(super) fn holders(&self, key: u64) -> Option<&[(Order, Row)]> {
        let at = self.keys.binary_search_by_key(&(key as i64), |&(key, _)| key as i64).ok()?;
        let end = self.keys.get(at + 1).map_or(self.holders.len(), |&(_, first)| first);
        Some(&self.holders[self.keys[at].1..end])
    }
}
