//! Groups from judged pairs.

use std::collections::{BTreeMap, BTreeSet};

use super::{Link, Row, Standing, Store};
use crate::place::Place;

/// Draws anew the groups of these rows, all whose links changed, and says how many items they hold.
/// Drawn once for many items, a large group is walked once and not with each of its members.
///
/// # Errors
/// Those of the store.
pub fn draw<S: Store>(store: &mut S, touched: BTreeSet<Row>) -> Result<usize, S::Error> {
    // Whom a row is likest may depend on what else that one is linked with.
    let mut anew = touched.clone();
    for row in touched {
        anew.extend(store.links(row)?.iter().map(|link| link.other));
    }
    let mut seeds = anew.clone();
    for row in anew {
        let before = store.standing(row)?;
        let predecessor = predecessor(store, row)?;
        let standing = before.unwrap_or(Standing { predecessor: None, earliest: row });
        store.put_standing(row, Standing { predecessor, ..standing })?;
        // A group may fall apart where a predecessor was, and grow together where one is.
        seeds.extend(standing.predecessor);
        seeds.extend(predecessor);
    }
    let mut drawn = BTreeSet::new();
    for seed in seeds {
        // A seed may have been the row that goes.
        if drawn.contains(&seed) || store.standing(seed)?.is_none() {
            continue;
        }
        let group = reach(store, seed)?;
        let Some(earliest) = group.iter().min_by_key(|&(_, place)| place).map(|(&row, _)| row)
        else {
            continue;
        };
        for row in group.into_keys() {
            let predecessor = store.standing(row)?.and_then(|standing| standing.predecessor);
            store.put_standing(row, Standing { predecessor, earliest })?;
            drawn.insert(row);
        }
    }
    Ok(drawn.len())
}

/// The earlier item most like this one; of equals the earliest. In other words only the likest of
/// this one's article follows it: a lead tells of one of the quotations that come after it.
fn predecessor<S: Store>(store: &S, row: Row) -> Result<Option<Row>, S::Error> {
    let place = store.place(row)?;
    let mut earlier: Vec<(f32, Place, Row, bool)> = Vec::new();
    for Link { other, judgement } in store.links(row)? {
        let at = store.place(other)?;
        if at < place {
            earlier.push((judgement.score, at, other, judgement.firm));
        }
    }
    earlier.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    for (score, at, other, firm) in earlier {
        if firm || is_likest(store, other, &at, score, &place)? {
            return Ok(Some(other));
        }
    }
    Ok(None)
}

/// Whether of an article's items that come after another none is likelier to follow it than the one
/// at this place.
fn is_likest<S: Store>(
    store: &S,
    other: Row,
    at: &Place,
    score: f32,
    place: &Place,
) -> Result<bool, S::Error> {
    for link in store.links(other)? {
        let rival = store.place(link.other)?;
        let better =
            link.judgement.score > score || link.judgement.score == score && rival < *place;
        if better && rival > *at && rival.article() == place.article() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Everyone whom firm links and predecessors tie to this row.
fn reach<S: Store>(store: &S, from: Row) -> Result<BTreeMap<Row, Place>, S::Error> {
    let mut reached = BTreeMap::from([(from, store.place(from)?)]);
    let mut open = vec![from];
    while let Some(row) = open.pop() {
        let predecessor_of =
            |row| Ok(store.standing(row)?.and_then(|standing| standing.predecessor));
        let own = predecessor_of(row)?;
        for Link { other, judgement } in store.links(row)? {
            let tied = judgement.firm || own == Some(other) || predecessor_of(other)? == Some(row);
            if tied && !reached.contains_key(&other) {
                reached.insert(other, store.place(other)?);
                open.push(other);
            }
        }
    }
    Ok(reached)
}
