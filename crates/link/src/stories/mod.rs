//! Stories: articles about one happening.
//!
//! An article is known by its names and rare words; two articles tell of one happening if they
//! share enough of them and were published within days. A story grows from article to article by
//! the nearest earlier one (Allan, Papka & Lavrenko 1998, "On-line new event detection and
//! tracking"); nothing is weighted by how many articles hold a word, since that would change with
//! every article added.

use std::collections::{BTreeMap, BTreeSet};

use crate::incremental::{Comparable, Judgement, timed};
use crate::place::Day;
use crate::words::{Word, hash_numbers, words};

/// Words kept of an article.
const KEPT: usize = 40;
/// Of these the first find others one by one …
const SINGLE: usize = 10;
/// … and the very first in pairs, which stay rare where single names do not.
const PAIRED: usize = 7;
/// Reports of one happening are at most so many days apart.
const DAYS: i32 = 3;
/// How alike two articles of one story are at least.
const ALIKE: f32 = 0.4;
/// The same where a date of publication is missing.
const ALIKE_UNDATED: f32 = 0.6;

/// What is kept of an article to tell what it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Topic {
    day: Day,
    /// Stems with their weight, by stem.
    words: Vec<(u64, f32)>,
    /// The stems that count most, first the most.
    first: Vec<u64>,
}

/// In what way two articles belong together: there is one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SameStory;

impl SameStory {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        "same story"
    }
}

/// What an article is about. The head is its headline and standfirst, whose words count double.
pub fn topic<'a>(
    day: Day,
    head: impl IntoIterator<Item = &'a str>,
    body: impl IntoIterator<Item = &'a str>,
) -> Topic {
    let mut counted: BTreeMap<u64, (u32, u32)> = BTreeMap::new();
    let mut count = |text: &str, times| {
        for Word { stem, weight, .. } in words(text).into_iter().filter(|word| word.weight > 1) {
            let (sum, heaviest) = counted.entry(stem).or_default();
            *sum += times;
            *heaviest = (*heaviest).max(u32::from(weight));
        }
    };
    head.into_iter().for_each(|text| count(text, 2));
    body.into_iter().for_each(|text| count(text, 1));
    // A word said ten times is not ten times as telling: the count enters by its logarithm.
    let mut weighed: Vec<(u32, u64)> = counted
        .into_iter()
        .map(|(stem, (times, weight))| (weight * (1 + u64::from(times).pow(2).ilog2()), stem))
        .collect();
    weighed.sort_by_key(|&(weight, stem)| (std::cmp::Reverse(weight), stem));
    weighed.truncate(KEPT);
    let first = weighed.iter().take(SINGLE).map(|&(_, stem)| stem).collect();
    let mut words: Vec<(u64, f32)> =
        weighed.into_iter().map(|(weight, stem)| (stem, weight as f32)).collect();
    words.sort_by_key(|&(stem, _)| stem);
    Topic { day, words, first }
}

/// How alike two articles are in what they are about, from 0 to 1: the cosine of their words.
pub fn likeness(a: &Topic, b: &Topic) -> f32 {
    let length =
        |of: &Topic| of.words.iter().map(|&(_, weight)| weight * weight).sum::<f32>().sqrt();
    let mut sum = 0.0;
    for &(stem, weight) in &a.words {
        if let Ok(at) = b.words.binary_search_by_key(&stem, |&(stem, _)| stem) {
            sum += weight * b.words[at].1;
        }
    }
    if sum == 0.0 { 0.0 } else { sum / (length(a) * length(b)) }
}

/// The keys under which an article is found: its most telling words, singly and in pairs, all
/// [`timed`].
pub fn keys(topic: &Topic) -> Vec<u64> {
    let mut found = BTreeSet::new();
    for (at, &a) in topic.first.iter().enumerate() {
        found.insert(timed(hash_numbers(1, [a])));
        for &b in topic.first.iter().take(PAIRED).skip(at + 1) {
            found.insert(timed(hash_numbers(2, [a.min(b), a.max(b)])));
        }
    }
    found.into_iter().collect()
}

/// Whether the later article tells of the happening of the earlier.
pub fn judge(earlier: &Topic, later: &Topic) -> Option<Judgement<SameStory>> {
    let apart = earlier.day.zip(later.day).map(|(a, b)| (b - a).abs());
    let needed = match apart {
        Some(days) if days > DAYS => return None,
        // Each day apart asks for more in common.
        Some(days) => ALIKE + 0.02 * days as f32,
        None => ALIKE_UNDATED,
    };
    let score = likeness(earlier, later);
    if score < needed {
        return None;
    }
    let shared = earlier
        .words
        .iter()
        .filter(|(stem, _)| later.words.binary_search_by_key(stem, |&(stem, _)| stem).is_ok())
        .count();
    let reason = match apart {
        Some(0) => format!("the same day, {shared} of {KEPT} telling words shared"),
        Some(days) => format!("{days} days apart, {shared} of {KEPT} telling words shared"),
        None => format!("no date, {shared} of {KEPT} telling words shared"),
    };
    Some(Judgement { kind: SameStory, score, firm: false, reason })
}

impl Comparable for Topic {
    const REACH: usize = 6;
    const DAYS: i32 = DAYS;
    type Kind = SameStory;

    fn keys(&self) -> Vec<u64> {
        keys(self)
    }

    fn judge(earlier: &Self, later: &Self) -> Option<Judgement<SameStory>> {
        judge(earlier, later)
    }
}

#[cfg(test)]
mod tests {
    use super::topic;

    /// Five megabytes of the same words are an article like any other.
    #[test]
    fn a_word_may_be_there_a_hundred_thousand_times() {
        let text = "the cable in the strait ".repeat(100_000);
        let topic = topic(None, [], [text.as_str()]);
        assert_eq!(topic.words.len(), 2);
    }
}
