//! What dates a saying without an expression of its own: the scene, the day of publication, the same
//! speaker's words before.

use gainsay_record::{Precision, TextRange};
use gainsay_times::Time;

use super::{Dated, dated, within_a_content};
use crate::assemble::Draft;
use crate::doc::Doc;
use crate::lexicon::{contains, has};

/// Verbs with which a speaker goes on. Sorted.
pub(super) const GOES_ON: &[&str] = &[
    "added",
    "adding",
    "asked",
    "concluded",
    "continued",
    "explained",
    "insisted",
    "noted",
    "recalled",
    "repeated",
    "replied",
    "said",
    "saying",
    "stated",
    "stressed",
    "told",
    "warned",
];

/// Phrases by which an attribution places itself in a scene told just before. Lower case.
const SCENE: &[&str] = &[
    "after the hearing",
    "after the meeting",
    "after the talks",
    "after the vote",
    "as he",
    "as she",
    "as they",
    "at the briefing",
    "at the ceremony",
    "at the hearing",
    "at the meeting",
    "at the news conference",
    "at the same briefing",
    "at the talks",
    "during the hearing",
    "during the meeting",
    "during the talks",
    "during the visit",
    "speaking after",
    "speaking later",
];

/// "…, said Malik as he welcomed Meng", after "Meng arrived on Monday": the day of the scene, where
/// the text before, in the same or the last paragraph, gives just one.
pub(super) fn scene(doc: &Doc, times: &[Time], drafts: &[Draft], d: usize) -> Option<Dated> {
    let draft = &drafts[d];
    let at = draft.cue.first()?.start;
    let sentence = doc.range(doc.sentences[doc.sentence_at(at)?].tokens.clone());
    let around = outside(sentence, &draft.content);
    let told =
        around.iter().any(|&part| SCENE.iter().any(|phrase| contains(doc.lowered(part), phrase)));
    let here = doc.paragraph_at(at).filter(|_| told)?;
    let from = doc.paragraphs[here.saturating_sub(1)].range.start;
    let first = times.partition_point(|time| time.range.start < from);
    let mut days = times[first..]
        .iter()
        .take_while(|time| time.range.end <= sentence.start)
        .filter(|time| !within_a_content(time.range, drafts, at))
        .filter_map(dated)
        .filter(|(_, _, precision)| *precision == Precision::Day);
    let day = days.next()?;
    days.all(|other| other.1 == day.1).then_some(day)
}

/// What is left of a range without some others, which are in order.
fn outside(range: TextRange, others: &[TextRange]) -> Vec<TextRange> {
    let mut left = Vec::new();
    let mut at = range.start;
    for other in others.iter().filter(|other| other.overlaps(range)) {
        if other.start > at {
            left.push(TextRange::new(at, other.start));
        }
        at = at.max(other.end);
    }
    if at < range.end {
        left.push(TextRange::new(at, range.end));
    }
    left
}

/// Words of a content that tell of what is still to come. Sorted.
const TO_COME: &[&str] = &[
    "due",
    "expected",
    "going",
    "may",
    "might",
    "must",
    "plan",
    "planned",
    "plans",
    "scheduled",
    "shall",
    "should",
    "to",
    "will",
    "would",
];

/// A content that tells what happened on the day of publication was said on that day: not before
/// what it tells, and not after it was printed.
pub(super) fn not_before(
    doc: &Doc,
    times: &[Time],
    draft: &Draft,
    published: Option<&str>,
) -> Option<Dated> {
    let published = published?;
    draft.cue.first()?;
    let to_come = draft.content.iter().flat_map(|&piece| doc.tokens_in(piece));
    if to_come.into_iter().any(|token| has(TO_COME, doc.word(token))) {
        return None;
    }
    times
        .iter()
        .filter(|time| draft.content.iter().any(|content| content.contains(time.range)))
        .filter_map(dated)
        .find(|(_, value, precision)| *precision == Precision::Day && value == published)
}

/// Whether a draft only goes on with what its speaker was saying in the paragraph before or the same.
pub(super) fn goes_on(doc: &Doc, before: &Draft, draft: &Draft) -> bool {
    let here = doc.paragraph_at(draft.start()).unwrap_or(0);
    let there = doc.paragraph_at(before.end().saturating_sub(1)).unwrap_or(0);
    let verb = draft.cue.first().map(|cue| doc.lowered(*cue));
    here.saturating_sub(there) <= 1 && verb.is_none_or(|verb| has(GOES_ON, verb))
}
