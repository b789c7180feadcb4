//! Dates that an article does not give but that follow from others.
//!
//! An undated article says "on Sunday"; a dated one tells of the same happening, and there it is
//! Sunday, 25 September. So the undated one was published on that Sunday or within the six days
//! after. Several such pairs leave few days, and of these news are printed on the day of the last
//! happening that they tell of, or the day after.
//!
//! Compared are [`Clue`]s: expressions of time with the words around them. What an expression is
//! worth if the article is of this day or that, `gainsay_times` says; the day is the one on which
//! the clues have the values that they have elsewhere. Whose clues are compared is the caller's
//! choice: articles that share a copy, a story or an echo with it. Nothing is inferred from an
//! inferred date, so that the outcome rests on what articles say alone, and goes when they go.

mod clue;

use std::collections::{BTreeMap, BTreeSet};

use gainsay_record::{Article, Id, Span};

pub use clue::{Clue, clues};

use crate::place::{day, iso};
use clue::{intervals, same_happening};

/// The days on which an article may have been published, and from what that follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inferred {
    /// The first of them, counted from 1 January 1970.
    pub first: i32,
    /// The last.
    pub last: i32,
    /// The one that is meant, where one stands out: the day of the last happening that the article
    /// tells of, or the day after.
    pub day: Option<i32>,
    /// The clues that agree with the dated articles on these days.
    pub evidence: Vec<Evidence>,
}

/// A clue of an undated article and the dated one that tells of the same happening.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// The expression of time in the undated article.
    pub here: Span,
    /// The dated article.
    pub article: Id,
    /// The expression there.
    pub there: Span,
    /// What it is worth there: a day (`2011-09-25`) or a week (`2011-W38`).
    pub value: String,
}

/// An expression says so many days at most of how long ago something was.
const BACK: i32 = 13;
/// Days further apart than this bound nothing.
const WIDEST: i32 = 31;
/// Of the clues so many thirds must agree.
const AGREEING_THIRDS: usize = 2;

/// When an article without a day was published, as far as these dated ones tell. None where they
/// tell nothing, or contradict each other.
pub fn infer(undated: &Article, dated: &[Article]) -> Option<Inferred> {
    let own = clues(undated, None);
    let own: Vec<&Clue> = own.iter().filter(|clue| clue.interval.is_none()).collect();
    let mut found: Vec<(usize, (i32, i32), Evidence)> = Vec::new();
    for other in dated {
        let Some(published) = other.published.as_ref().and_then(day) else { continue };
        let theirs = clues(other, Some(published));
        for (at, here) in own.iter().enumerate() {
            let told = theirs.iter().filter(|there| there.interval.is_some());
            let Some((there, _)) = told
                .filter_map(|there| Some((there, same_happening(here, there)?)))
                .max_by_key(|(there, shared)| (*shared, std::cmp::Reverse(there.range.start)))
            else {
                continue;
            };
            let (Some(interval), Some(value)) = (there.interval, there.value()) else { continue };
            let evidence = Evidence {
                here: undated.text.span(here.range),
                article: other.id(),
                there: other.text.span(there.range),
                value,
            };
            found.push((at, interval, evidence));
        }
    }
    let days: BTreeSet<i32> =
        found.iter().flat_map(|&(_, (first, last), _)| first..=last + BACK).collect();
    let worth: BTreeMap<i32, Worth> =
        days.into_iter().map(|day| (day, Worth::on(undated, day, &own))).collect();
    let agreeing = |worth: &Worth| -> usize {
        found.iter().filter(|(at, interval, _)| worth.agrees(*at, *interval)).count()
    };
    let best = worth.values().map(agreeing).max()?;
    if best == 0 || best * 3 < found.len() * AGREEING_THIRDS {
        return None;
    }
    let days: Vec<(i32, &Worth)> = worth
        .iter()
        .filter(|(_, worth)| agreeing(worth) == best)
        .map(|(&day, worth)| (day, worth))
        .collect();
    let (first, last) = (days.first()?.0, days.last()?.0);
    if last - first > WIDEST {
        return None;
    }
    let mut evidence: Vec<Evidence> = found
        .into_iter()
        .filter(|(at, interval, _)| days.iter().all(|(_, worth)| worth.agrees(*at, *interval)))
        .map(|(_, _, evidence)| evidence)
        .collect();
    evidence.sort();
    Some(Inferred { first, last, day: freshest(&days), evidence })
}

/// The day on which the days named are the most recent, all together, where that is one day and the
/// last of them is that day or the one before.
fn freshest(days: &[(i32, &Worth)]) -> Option<i32> {
    let least = days.iter().filter_map(|(_, worth)| worth.age).min()?;
    let mut newest = days.iter().filter(|(_, worth)| worth.age == Some(least));
    let (day, worth) = newest.next()?;
    let fresh = worth.latest.is_some_and(|latest| day - latest <= 1);
    (fresh && newest.next().is_none()).then_some(*day)
}

/// What the clues of an article are worth if it is of some day.
struct Worth {
    intervals: Vec<Option<(i32, i32)>>,
    /// The last day that a clue names, that day included and none after it.
    latest: Option<i32>,
    /// How many days ago the days are that are named and not ahead, added up.
    age: Option<i32>,
}

impl Worth {
    fn on(article: &Article, day: i32, clues: &[&Clue]) -> Self {
        let intervals = intervals(article, day, clues);
        let days = intervals.iter().flatten().filter(|(first, last)| first == last && *last <= day);
        let ages: Vec<i32> = days.map(|&(named, _)| day - named).collect();
        Worth {
            latest: ages.iter().min().map(|age| day - age),
            age: (!ages.is_empty()).then(|| ages.iter().sum()),
            intervals,
        }
    }

    /// Whether the clue names the same: of a week that holds the day it may be another happening.
    fn agrees(&self, at: usize, interval: (i32, i32)) -> bool {
        self.intervals[at] == Some(interval)
    }
}

impl Inferred {
    /// The value as the record writes dates, as long as all the days agree, or that of the one
    /// day: `2011-09-26`, `2011-W39`, `2011-09`, `2011`. None where they lie in two years.
    pub fn value(&self) -> Option<String> {
        clue::value(self.day.map_or((self.first, self.last), |day| (day, day))).or_else(|| {
            let (first, last) = (iso(self.first), iso(self.last));
            [7, 4].into_iter().find(|&n| first[..n] == last[..n]).map(|n| first[..n].to_owned())
        })
    }
}
