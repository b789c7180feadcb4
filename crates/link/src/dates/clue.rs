//! Expressions of time and the words around them.

use std::collections::BTreeMap;

use gainsay_record::{Article, TextRange, ZoneKind};
use gainsay_times::{Anchor, Kind, Time, find};

use crate::place::{days_of, iso, week_of};
use crate::words::words;

/// An expression of time in an article, with what it is said of.
#[derive(Debug, Clone, PartialEq)]
pub struct Clue {
    /// Where it stands.
    pub range: TextRange,
    /// The first and last day that it names, counted from 1 January 1970, where that is a day, a
    /// weekend or a week of the calendar.
    pub interval: Option<(i32, i32)>,
    /// The stems around it, each once, with what sharing them proves.
    words: BTreeMap<u64, u8>,
}

impl Clue {
    /// What it names, as the record writes dates.
    pub fn value(&self) -> Option<String> {
        value(self.interval?)
    }
}

/// A day or a week; none for other intervals.
pub(super) fn value((first, last): (i32, i32)) -> Option<String> {
    if first == last {
        return Some(iso(first));
    }
    (week_of(first) == week_of(last)).then(|| week_of(first))
}

/// What two descriptions of one happening have in common at least: four rare words, or five names.
const TELLING: u32 = 14;
/// And so many hundredths of what the poorer one says.
const SHARE: u32 = 35;

/// The expressions of time in what an article tells; their values if it was published on `day`,
/// or what the text says of itself.
pub fn clues(article: &Article, day: Option<i32>) -> Vec<Clue> {
    let text = article.text.as_str();
    let times = times(article, day);
    let mut found = Vec::new();
    for time in &times {
        let Some(zone) = article.zone_at(time.range.start).filter(|zone| speaks(zone.kind)) else {
            continue;
        };
        let around = around(text, zone.range, time.range);
        let mut said = BTreeMap::new();
        for word in words(around.of(text)).into_iter().filter(|word| word.weight > 0) {
            let at = word.range.shift(around.start);
            if !times.iter().any(|time| time.range.overlaps(at)) {
                said.insert(word.stem, word.weight);
            }
        }
        found.push(Clue { range: time.range, interval: days_of(&time.value), words: said });
    }
    found
}

/// What these clues are worth if their article is of that day.
pub(super) fn intervals(article: &Article, day: i32, clues: &[&Clue]) -> Vec<Option<(i32, i32)>> {
    let times = times(article, Some(day));
    let of = |clue: &&Clue| {
        let at = times.binary_search_by_key(&clue.range, |time| time.range).ok()?;
        days_of(&times[at].value)
    };
    clues.iter().map(of).collect()
}

/// How telling the words are that two clues share, where they are enough for one happening.
pub(super) fn same_happening(a: &Clue, b: &Clue) -> Option<u32> {
    let sum = |of: &Clue| of.words.values().map(|&weight| u32::from(weight)).sum::<u32>();
    let shared: u32 = a
        .words
        .iter()
        .filter_map(|(stem, weight)| Some(u32::from(*b.words.get(stem)?.min(weight))))
        .sum();
    let poorer = sum(a).min(sum(b));
    (shared >= TELLING && shared * 100 >= poorer * SHARE).then_some(shared)
}

fn times(article: &Article, day: Option<i32>) -> Vec<Time> {
    let anchor = day.and_then(|day| Anchor::parse(&iso(day)));
    let mut times = find(article.text.as_str(), anchor);
    times.retain(|time| matches!(time.kind, Kind::Date | Kind::Time));
    times
}

fn speaks(kind: ZoneKind) -> bool {
    matches!(kind, ZoneKind::Headline | ZoneKind::Standfirst | ZoneKind::Body)
}

/// The sentence of an expression and the one before it, within its paragraph.
fn around(text: &str, zone: TextRange, time: TextRange) -> TextRange {
    let mut starts = vec![zone.start];
    let mut chars = zone.of(text).char_indices().peekable();
    let mut letters = 0;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |&(_, next)| next);
        // "U.S. forces", "Gen. Dorn": what is short before the full stop is no end of a sentence.
        if matches!(c, '.' | '?' | '!') && letters > 3 && !next.is_alphanumeric() {
            starts.push(zone.start + at + 1);
        }
        letters = if c.is_alphanumeric() { letters + 1 } else { 0 };
    }
    let at = starts.partition_point(|&start| start <= time.start);
    let first = starts[at.saturating_sub(2)];
    let end = starts.get(at).map_or(zone.end, |&next| next.max(time.end));
    TextRange::new(first, end.min(zone.end).max(first))
}
