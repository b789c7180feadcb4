//! Groups from judged pairs.

use std::collections::{BTreeMap, BTreeSet};

use super::{Link, Row, Standing, Store};
use crate::place::Place;

/// Draws anew the groups that hold these rows, and says how many items they hold. The links of
/// every row whose links changed must be among them on both sides.
pub(super) fn regroup<S: Store>(store: &mut S, touched: BTreeSet<Row>) -> Result<usize, S::Error> {
    let mut seeds = touched.clone();
    for row in touched {
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

/// The earlier item most like this one; of equals the earliest.
fn predecessor<S: Store>(store: &S, row: Row) -> Result<Option<Row>, S::Error> {
    let place = store.place(row)?;
    let mut best: Option<(f32, Place, Row)> = None;
    for Link { other, judgement } in store.links(row)? {
        let at = store.place(other)?;
        let better = best.as_ref().is_none_or(|(score, best, _)| {
            judgement.score.total_cmp(score).then_with(|| best.cmp(&at)).is_gt()
        });
        if at < place && better {
            best = Some((judgement.score, at, other));
        }
    }
    Ok(best.map(|(_, _, row)| row))
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
