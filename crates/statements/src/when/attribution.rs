//! The temporal expression of the attribution itself.

use gainsay_record::TextRange;
use gainsay_times::Time;

use super::context::GOES_ON;
use super::{Dated, dated, within_a_content};
use crate::assemble::Draft;
use crate::doc::{Doc, Shape};
use crate::lexicon::has;

/// Words between an attribution and a time that give the time to another verb or noun. Sorted.
const ELSEWHERE: &[&str] = &[
    "about",
    "after",
    "as",
    "because",
    "before",
    "between",
    "by",
    "despite",
    "following",
    "if",
    "its",
    "of",
    "over",
    "since",
    "than",
    "that",
    "though",
    "until",
    "when",
    "where",
    "which",
    "while",
    "who",
    "whom",
    "whose",
];

/// Lower-case words that may stand right behind a time that dates a verb; before any other the time
/// is part of a noun phrase. Sorted.
const AFTER_TIME: &[&str] = &[
    "about",
    "after",
    "afternoon",
    "ahead",
    "alone",
    "among",
    "amid",
    "and",
    "as",
    "at",
    "because",
    "before",
    "but",
    "by",
    "during",
    "evening",
    "following",
    "for",
    "from",
    "had",
    "has",
    "he",
    "her",
    "his",
    "how",
    "if",
    "in",
    "into",
    "it",
    "its",
    "morning",
    "near",
    "night",
    "of",
    "on",
    "or",
    "over",
    "she",
    "so",
    "that",
    "the",
    "their",
    "there",
    "they",
    "through",
    "to",
    "under",
    "upon",
    "was",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "while",
    "why",
    "with",
    "without",
];

/// The expression that dates one draft: where it stands, its value and precision.
pub(super) fn own(doc: &Doc, times: &[Time], drafts: &[Draft], d: usize) -> Option<Dated> {
    let draft = &drafts[d];
    let says = draft.attribution()?;
    let at = draft.cue.first().unwrap_or(&says).start;
    let sentence = doc.range(doc.sentences[doc.sentence_at(at)?].tokens.clone());
    let first = times.partition_point(|time| time.range.end <= sentence.start);
    times[first..]
        .iter()
        .take_while(|time| time.range.start < sentence.end)
        .filter(|time| !draft.source.iter().chain(&draft.cue).any(|own| own.overlaps(time.range)))
        .filter(|time| !within_a_content(time.range, drafts, at))
        .filter(|time| dates_a_verb(doc, draft, time.range))
        .filter(|time| reaches(doc, drafts, d, says, time.range))
        .filter_map(dated)
        .min_by_key(|&(range, ..)| gap(says, range))
}

/// "on Monday," dates a verb, "the September 13 attack" and "Monday’s attack" do not.
fn dates_a_verb(doc: &Doc, draft: &Draft, time: TextRange) -> bool {
    let tokens = doc.tokens_in(time);
    let Some(next) = doc.tokens.get(tokens.end) else { return true };
    match next.shape {
        // "on Sunday accused", "on Sunday that the boats": the statement's own words go on.
        _ if draft.cue.iter().chain(&draft.content).any(|own| own.start == next.range.start) => {
            true
        }
        Shape::Possessive => false,
        Shape::Lower => has(AFTER_TIME, doc.word(tokens.end)) || has(GOES_ON, doc.word(tokens.end)),
        _ => true,
    }
}

/// Whether nothing between the attribution and the time takes the time away from it: another
/// statement's cue, or a word that opens a clause or a phrase of its own.
fn reaches(doc: &Doc, drafts: &[Draft], d: usize, says: TextRange, time: TextRange) -> bool {
    let ahead = time.end <= says.start;
    let between = if ahead {
        TextRange::new(time.end, says.start)
    } else {
        TextRange::new(says.end.min(time.start), time.start)
    };
    let other = drafts
        .iter()
        .enumerate()
        .filter(|&(other, _)| other != d)
        .any(|(_, draft)| draft.cue.iter().any(|cue| cue.overlaps(between)));
    // Before the attribution stands "On Monday, after talks in the capital, Malik said": what lies
    // between belongs to the same verb as the time.
    !other
        && (ahead
            || doc.tokens_in(between).all(|token| {
                let range = doc.tokens[token].range;
                let inside = drafts[d].content.iter().any(|content| content.overlaps(range));
                inside || !has(ELSEWHERE, doc.word(token))
            }))
}

fn gap(one: TextRange, other: TextRange) -> usize {
    one.start.saturating_sub(other.end).max(other.start.saturating_sub(one.end))
}
