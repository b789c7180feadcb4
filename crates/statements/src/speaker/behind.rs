//! What stands behind a phrase and is no part of it.

use crate::doc::{Doc, Shape};
use crate::lexicon::has;
use crate::speaker::piece::{Class, Piece};

/// How many of the pieces belong to the phrase: not "himself", "in turn", "on Monday", nor a clause that
/// tells when or how it was said ("Ilmar Tessen as he left").
pub(super) fn phrase_end(doc: &Doc, p: &[Piece]) -> usize {
    let word = |i: usize| p.get(i).map_or("", |p| doc.word(p.tokens.start));
    let lower =
        |i: usize| p[i].tokens.len() == 1 && doc.tokens[p[i].tokens.start].shape == Shape::Lower;
    let day = |i: usize| {
        let word = word(i);
        // "Kelm Today" is a paper.
        word.len() > 5 && word.ends_with("day") || has(TIMES, word) && lower(i)
    };
    let after_noun = |i: usize| p[i - 1].noun() || p[i - 1].class == Class::Comma;
    let clause = (1..p.len()).find(|&i| {
        lower(i)
            && after_noun(i)
            && has(CLAUSES, word(i))
            && !(word(i) == "as" && word(i + 1) == "well")
    });
    let mut end = clause.unwrap_or(p.len());
    loop {
        let before = end;
        let last = end.saturating_sub(1);
        if end > 1 && (lower(last) && has(TRAILING, word(last)) || p[last].class == Class::Comma) {
            end -= 1;
        }
        // "on Monday", "late on Monday", "last week", "yesterday", "in turn", "for his part"
        if end > 1 && day(end - 1) {
            end -= 1;
            while end > 1 && has(BEFORE_TIMES, word(end - 1)) {
                end -= 1;
            }
        }
        if end > 2 && (word(end - 2) == "in" && word(end - 1) == "turn") {
            end -= 2;
        }
        if end > 3 && word(end - 3) == "for" && word(end - 1) == "part" {
            end -= 3;
        }
        if end == before {
            return end;
        }
    }
}

/// Whether the words up to the first comma name a time and nothing else: "February, four pages long".
pub(super) fn only_time(doc: &Doc, tokens: std::ops::Range<usize>) -> bool {
    let first = tokens.take_while(|&t| doc.word(t) != ",");
    is_time(first.map(|t| (doc.word(t), doc.raw(t))))
}

/// The same of words that are no longer in their text.
pub(super) fn begins_with_time(words: &str) -> bool {
    let first = words.split(',').next().unwrap_or(words).split_whitespace();
    is_time(first.map(|word| (word.to_lowercase(), word)))
}

/// Whether words, each in lower case and as written, are a date's name and then such names or numbers.
fn is_time<'a>(mut words: impl Iterator<Item = (impl AsRef<str>, &'a str)>) -> bool {
    // "May" and "April" are people as well.
    words.next().is_some_and(|(lower, _)| has(DATES, lower.as_ref()))
        && words.all(|(lower, raw)| has(DATES, lower.as_ref()) || raw.parse::<u32>().is_ok())
}

/// Names of times that no person bears. Sorted.
const DATES: &[&str] = &[
    "december",
    "february",
    "friday",
    "january",
    "july",
    "monday",
    "november",
    "october",
    "saturday",
    "september",
    "sunday",
    "thursday",
    "today",
    "tomorrow",
    "tuesday",
    "wednesday",
    "yesterday",
];

/// Words that open a clause about how or when something was said. Sorted.
const CLAUSES: &[&str] = &[
    "after", "although", "as", "because", "before", "if", "since", "though", "unless", "until",
    "when", "whenever", "while",
];

/// Words behind a phrase that are no part of it. Sorted.
const TRAILING: &[&str] = &[
    "additionally",
    "again",
    "alone",
    "also",
    "apparently",
    "earlier",
    "eventually",
    "finally",
    "furthermore",
    "had",
    "has",
    "have",
    "herself",
    "himself",
    "however",
    "immediately",
    "initially",
    "instead",
    "is",
    "itself",
    "later",
    "meanwhile",
    "moreover",
    "myself",
    "never",
    "nevertheless",
    "nonetheless",
    "now",
    "previously",
    "privately",
    "publicly",
    "quickly",
    "recently",
    "repeatedly",
    "reportedly",
    "soon",
    "still",
    "subsequently",
    "themselves",
    "then",
    "therefore",
    "too",
    "was",
    "were",
    "yesterday",
];

/// Times that may hang over the end of a phrase. Sorted.
const TIMES: &[&str] =
    &["afternoon", "evening", "month", "morning", "night", "today", "week", "year", "yesterday"];

/// Words before a time. Sorted.
const BEFORE_TIMES: &[&str] =
    &["at", "early", "earlier", "in", "last", "late", "on", "that", "the", "this"];
