//! One item comes, one goes.

use std::collections::BTreeSet;

use super::groups::regroup;
use super::{Comparable, Row, Store};
use crate::place::Place;

/// What an update cost, for tests and measurements.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Work {
    /// Pairs judged.
    pub judged: usize,
    /// Items whose group was drawn anew.
    pub regrouped: usize,
}

/// Takes in a row whose item and place the store already has.
///
/// # Errors
/// Those of the store.
pub fn add<S: Store>(store: &mut S, row: Row) -> Result<Work, S::Error> {
    let mut keys = store.item(row)?.keys();
    keys.sort_unstable();
    keys.dedup();
    store.put_keys(row, &keys)?;
    let place = store.place(row)?;
    let (mut candidates, mut parted) = (BTreeSet::new(), BTreeSet::new());
    for &key in &keys {
        let (before, after) = around(store, key, &place)?;
        parted.extend(at_the_limit::<S>(&before, &after));
        for other in before.into_iter().chain(after) {
            if counts::<S>(key, &place, &store.place(other)?) {
                candidates.insert(other);
            }
        }
    }
    let mut touched = BTreeSet::from([row]);
    for (a, b) in parted {
        if linked(store, a, b)? && !meet(store, a, b)? {
            store.drop_link(a, b)?;
            touched.extend([a, b]);
        }
    }
    let mut work = Work::default();
    for other in candidates {
        judge(store, row, other, &mut touched, &mut work)?;
    }
    work.regrouped = regroup(store, touched)?;
    Ok(work)
}

/// Takes a row out; the store may forget its item, place and standing afterwards, not before.
///
/// # Errors
/// Those of the store.
pub fn remove<S: Store>(store: &mut S, row: Row) -> Result<Work, S::Error> {
    let keys = store.keys(row)?;
    store.drop_keys(row)?;
    let mut touched = BTreeSet::new();
    for link in store.links(row)? {
        store.drop_link(row, link.other)?;
        touched.insert(link.other);
    }
    let mut work = Work::default();
    let place = store.place(row)?;
    let mut met = BTreeSet::new();
    for key in keys {
        let (before, after) = around(store, key, &place)?;
        for (a, b) in at_the_limit::<S>(&before, &after) {
            if counts::<S>(key, &store.place(a)?, &store.place(b)?) {
                met.insert((a, b));
            }
        }
    }
    for (a, b) in met {
        if !linked(store, a, b)? {
            judge(store, a, b, &mut touched, &mut work)?;
        }
    }
    work.regrouped = regroup(store, touched)?;
    Ok(work)
}

fn judge<S: Store>(
    store: &mut S,
    a: Row,
    b: Row,
    touched: &mut BTreeSet<Row>,
    work: &mut Work,
) -> Result<(), S::Error> {
    work.judged += 1;
    let (earlier, later) = if store.place(a)? < store.place(b)? { (a, b) } else { (b, a) };
    let judgement = S::Item::judge(&*store.item(earlier)?, &*store.item(later)?);
    if let Some(judgement) = judgement {
        store.put_link(a, b, judgement)?;
        touched.extend([a, b]);
    }
    Ok(())
}

/// Those under a key within reach of a place, before and after it, the nearest first.
fn around<S: Store>(store: &S, key: u64, place: &Place) -> Result<(Vec<Row>, Vec<Row>), S::Error> {
    let reach = S::Item::REACH;
    Ok((store.before(key, place, reach)?, store.after(key, place, reach)?))
}

/// The pairs with a place between them that just reach each other while nothing stands there, and
/// no longer when something does.
fn at_the_limit<S: Store>(before: &[Row], after: &[Row]) -> Vec<(Row, Row)> {
    let pairs = before.iter().zip(0..).filter_map(|(&a, nearer)| {
        let &b = after.get((S::Item::REACH - 1).checked_sub(nearer)?)?;
        Some((a, b))
    });
    pairs.collect()
}

/// Whether it means anything that these two share this key.
fn counts<S: Store>(key: u64, a: &Place, b: &Place) -> bool {
    let apart = a.day().zip(b.day()).map_or(0, |(a, b)| (a - b).abs());
    key.is_multiple_of(2) || apart <= S::Item::DAYS
}

fn linked<S: Store>(store: &S, a: Row, b: Row) -> Result<bool, S::Error> {
    Ok(store.links(a)?.iter().any(|link| link.other == b))
}

/// Whether a row meets a later one under any key.
fn meet<S: Store>(store: &S, earlier: Row, later: Row) -> Result<bool, S::Error> {
    let (place, others) = (store.place(earlier)?, store.keys(later)?);
    let at = store.place(later)?;
    for key in store.keys(earlier)? {
        if others.binary_search(&key).is_ok()
            && counts::<S>(key, &place, &at)
            && store.after(key, &place, S::Item::REACH)?.contains(&later)
        {
            return Ok(true);
        }
    }
    Ok(false)
}
