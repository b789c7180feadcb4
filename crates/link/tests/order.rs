//! Order and number of runs leave no trace, and what an article costs is its own.

use gainsay_link::incremental::{Comparable, Judgement};
use gainsay_link::{Index, Place};
use gainsay_record::Id;
use proptest::prelude::*;

/// A thing with keys, which is like another if their numbers are near.
#[derive(Debug, Clone)]
struct Thing {
    keys: Vec<u64>,
    number: i32,
}

impl Comparable for Thing {
    const REACH: usize = 3;
    const DAYS: i32 = 2;
    type Kind = ();

    fn keys(&self) -> Vec<u64> {
        self.keys.clone()
    }

    fn judge(earlier: &Self, later: &Self) -> Option<Judgement<()>> {
        let apart = (earlier.number - later.number).abs();
        (apart < 12).then(|| Judgement {
            kind: (),
            score: 1.0 - apart as f32 / 12.0,
            firm: apart < 3,
            reason: format!("{apart} apart"),
        })
    }
}

/// Things with the day they were published; three in a row of the list are of one article.
fn things() -> impl Strategy<Value = Vec<(i32, Thing)>> {
    // Few keys for many things, so that most keys hold more than the reach; odd ones are timed.
    let thing = (prop::collection::vec(0u64..5, 1..4), 0..60)
        .prop_map(|(keys, number)| Thing { keys, number });
    prop::collection::vec((0..9, thing), 1..28)
}

fn place(at: usize, day: i32) -> Place {
    // The last of the days is none: an article without a date.
    Place::new((day != 8).then_some(day), Id::from_number(at as u64 / 3), (at % 3) as u32)
}

/// All that an index can be asked, as text.
fn told(index: &Index<Thing>, things: &[(i32, Thing)]) -> String {
    let links: Vec<_> =
        (0..).zip(things).map(|(at, (day, _))| index.links(&place(at, *day))).collect();
    format!("{:#?}\n{links:#?}", index.groups())
}

proptest! {
    #[test]
    fn the_order_of_arrival_leaves_no_trace(
        (things, order) in things().prop_flat_map(|things| {
            let order: Vec<usize> = (0..things.len()).collect();
            (Just(things), Just(order).prop_shuffle())
        })
    ) {
        let mut one = Index::default();
        for (at, (day, thing)) in things.iter().enumerate() {
            one.add(place(at, *day), thing.clone());
        }
        let mut other = Index::default();
        for at in order {
            other.add(place(at, things[at].0), things[at].1.clone());
        }
        prop_assert_eq!(told(&one, &things), told(&other, &things));
    }

    #[test]
    fn what_went_leaves_no_trace_and_coming_twice_is_coming_once(
        things in things(),
        gone in prop::collection::vec(any::<prop::sample::Index>(), 1..12),
        again in any::<prop::sample::Index>(),
    ) {
        let mut gone: Vec<usize> = gone.iter().map(|index| index.index(things.len())).collect();
        let mut one = Index::default();
        for (at, (day, thing)) in things.iter().enumerate() {
            one.add(place(at, *day), thing.clone());
        }
        for &at in &gone {
            one.remove(&place(at, things[at].0));
        }
        gone.sort_unstable();
        let mut other = Index::default();
        for (at, (day, thing)) in things.iter().enumerate() {
            if gone.binary_search(&at).is_err() {
                other.add(place(at, *day), thing.clone());
            }
        }
        let again = again.index(things.len());
        if gone.binary_search(&again).is_err() {
            one.add(place(again, things[again].0), things[again].1.clone());
        }
        prop_assert_eq!(told(&one, &things), told(&other, &things));
    }
}

#[test]
fn of_an_article_only_the_likest_follows_an_earlier_one_in_other_words() {
    let thing = |number: i32| Thing { keys: vec![2], number };
    let place = |article: &str, position: u32| {
        Place::new(None, Id::from_number(article.as_bytes()[0].into()), position)
    };
    let mut index = Index::default();
    index.add(place("a", 0), thing(20));
    index.add(place("a", 1), thing(13));
    index.add(place("a", 2), thing(26));
    index.add(place("b", 0), thing(12));
    let earliest = |article: &str, position| index.earliest(&place(article, position)).cloned();
    assert_eq!(earliest("a", 1), Some(place("a", 1)), "another of its article is nearer");
    assert_eq!(earliest("a", 2), Some(place("a", 0)));
    assert_eq!(earliest("b", 0), Some(place("a", 1)), "firm");
}

#[test]
fn an_item_under_a_crowded_key_costs_no_more_for_the_crowd() {
    let mut index = Index::default();
    let mut most = 0;
    for at in 0..4000 {
        let thing = Thing { keys: vec![1, 2], number: (at * 37) % 5000 };
        let work = index.add(Place::new(Some(at), Id::from_number(1), 0), thing);
        most = most.max(work.judged);
    }
    assert!(most <= 2 * 2 * Thing::REACH, "{most}");
}
