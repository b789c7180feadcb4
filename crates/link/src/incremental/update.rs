//! One item comes, one goes.

use std::collections::BTreeSet;

use super::groups::draw;
use super::{Comparable, Row, Standing, Store};
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
    let mut touched = BTreeSet::new();
    let judged = link(store, row, &mut touched)?;
    let regrouped = if S::GROUPED { draw(store, touched)? } else { 0 };
    Ok(Work { judged, regrouped })
}

/// Links a row whose item and place the store already has, and says how many pairs were judged. Those
/// whose links changed are added to `touched`: all of them are to be [drawn](draw) anew, now or when
/// more items have come.
///
/// # Errors
/// Those of the store.
pub fn link<S: Store>(
    store: &mut S,
    row: Row,
    touched: &mut BTreeSet<Row>,
) -> Result<usize, S::Error> {
    let mut keys = store.item(row)?.keys();
    keys.sort_unstable();
    keys.dedup();
    store.put_keys(row, &keys)?;
    let place = store.place(row)?;
    let (mut candidates, mut parted) = (BTreeSet::new(), BTreeSet::new());
    for &key in &keys {
        let (before, after) = around(store, key, &place)?;
        for (a, b) in at_the_limit::<S>(&before, &after) {
            // Who did not meet under this key is not parted by it.
            if counts::<S>(key, &store.place(a)?, &store.place(b)?) {
                parted.insert((a, b));
            }
        }
        for other in before.into_iter().chain(after) {
            if counts::<S>(key, &place, &store.place(other)?) {
                candidates.insert(other);
            }
        }
    }
    touched.insert(row);
    for (a, b) in parted {
        if store.linked(a, b)? && !meet(store, a, b)? {
            store.drop_link(a, b)?;
            touched.extend([a, b]);
        }
    }
    let mut work = Work::default();
    for other in candidates {
        judge(store, row, other, touched, &mut work)?;
    }
    if !S::GROUPED {
        store.put_standing(row, Standing { predecessor: None, earliest: row })?;
    }
    Ok(work.judged)
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
        if !store.linked(a, b)? {
            judge(store, a, b, &mut touched, &mut work)?;
        }
    }
    if S::GROUPED {
        work.regrouped = draw(store, touched)?;
    }
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
    let after = store.after(key, place, reach)?;
    // Who was published too long before means nothing under a timed key, and whoever stands beyond
    // him neither; so the common keys of an old dossier need not be read. The undated, who come last,
    // meet everybody: where one is in reach, the place may part him from any of those before.
    let dated = match after.last() {
        Some(&last) => store.place(last)?.day().is_some(),
        None => true,
    };
    let day = place.day().filter(|_| dated && !key.is_multiple_of(2));
    let since = day.map(|day| day - S::Item::DAYS);
    Ok((store.before(key, place, reach, since)?, after))
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
