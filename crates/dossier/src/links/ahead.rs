//! Who is found under the keys of a batch, read ahead.

use std::collections::HashMap;

use gainsay_link::incremental::{Comparable, Row};
use rusqlite::{CachedStatement, params};

use super::tables::{Order, placed};

/// So many holders of a key are read; whoever stands beyond them is looked up when he is asked for.
const MANY: usize = 64;

/// The holders of many keys, as the table has them. Read in the order of the table each of its pages is
/// read once; asked for article by article, each key would cost the reading of a page of its own.
#[derive(Default)]
pub(super) struct Ahead {
    /// By key and first day.
    stretches: Vec<Stretch>,
    /// The first of each key.
    first: HashMap<u64, u32>,
    holders: Vec<(Order, Row)>,
}

/// Holders of one key, all that were published from a day on, or the first of them.
struct Stretch {
    key: u64,
    /// The day from which on nobody is left out.
    from: i32,
    /// Where its holders begin and end.
    start: usize,
    end: usize,
    /// Whether nobody stands after them.
    whole: bool,
}

impl Ahead {
    /// Reads the holders of these keys, each with the day around which it is about to be looked up;
    /// `query` gives those of a key from a day on, in their order.
    pub(super) fn read<I: Comparable>(
        mut asked: Vec<(u64, i32)>,
        query: &mut CachedStatement<'_>,
    ) -> rusqlite::Result<Self> {
        // The table's keys are signed.
        asked.sort_unstable_by_key(|&(key, day)| (key as i64, day));
        asked.dedup();
        let mut ahead = Ahead::default();
        for (key, day) in asked {
            // Under a timed key nobody meets who was published longer before.
            let timed = !key.is_multiple_of(2) && day != i32::MAX;
            let from = if timed { day - I::DAYS } else { i32::MIN };
            let last = ahead.stretches.last().filter(|last| last.key == key);
            if last.is_some_and(|last| last.from <= from && ahead.reaches(last, day, I::REACH)) {
                continue;
            }
            let start = ahead.holders.len();
            let mut rows = query.query(params![key as i64, from, MANY as i64])?;
            while let Some(row) = rows.next()? {
                ahead.holders.push(placed(row)?);
            }
            let end = ahead.holders.len();
            let whole = end - start < MANY;
            ahead.stretches.push(Stretch { key, from, start, end, whole });
        }
        ahead.stretches.sort_by_key(|stretch| (stretch.key as i64, stretch.from));
        for (at, stretch) in ahead.stretches.iter().enumerate().rev() {
            ahead.first.insert(stretch.key, at as u32);
        }
        Ok(ahead)
    }

    /// Whether a stretch has so many who were published after a day, if there are so many.
    fn reaches(&self, stretch: &Stretch, day: i32, many: usize) -> bool {
        let held = &self.holders[stretch.start..stretch.end];
        stretch.whole || held.len().checked_sub(many).is_some_and(|at| held[at].0.0 > day)
    }

    /// The nearest before a place, at most so many and none who was published before the day `since`;
    /// nothing where that was not read.
    pub(super) fn before(
        &self,
        key: u64,
        place: Order,
        limit: usize,
        since: i32,
    ) -> Option<Vec<(Order, Row)>> {
        let (held, whole) = self.stretch(key, since)?;
        let end = held.partition_point(|&(order, _)| order < place);
        let near = held[..end].iter().rev().take(limit);
        let near = near.take_while(|((day, ..), _)| *day >= since);
        (whole || end < held.len()).then(|| near.copied().collect())
    }

    /// The nearest after a place, at most so many; nothing where that was not read.
    pub(super) fn after(&self, key: u64, place: Order, limit: usize) -> Option<Vec<(Order, Row)>> {
        let (held, whole) = self.stretch(key, place.0)?;
        let after = &held[held.partition_point(|&(order, _)| order <= place)..];
        (whole || limit <= after.len()).then(|| after[..limit.min(after.len())].to_vec())
    }

    /// The last stretch of a key that leaves nobody out from a day on.
    fn stretch(&self, key: u64, day: i32) -> Option<(&[(Order, Row)], bool)> {
        let of_key = &self.stretches[*self.first.get(&key)? as usize..];
        let stretches = of_key.iter().take_while(|stretch| stretch.key == key);
        let of = stretches.take_while(|stretch| stretch.from <= day).last()?;
        Some((&self.holders[of.start..of.end], of.whole))
    }
}
