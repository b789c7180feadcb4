//! The chain a statement came through.

use gainsay_record::{SpeakerKind, TextRange};

use crate::assemble::Draft;
use crate::doc::Doc;
use crate::speaker::cast::{Cast, Mention};
use crate::speaker::phrase::Head;

/// Cues that hand on another's words.
const QUOTING: &[&str] = &["citing", "quoted", "quotes", "quoting", "cited", "cites"];

/// For each draft the one in whose content its attribution stands, the narrowest.
pub(crate) fn nesting(drafts: &[Draft]) -> Vec<Option<usize>> {
    /// How many contents before the attribution are looked at.
    const LOOK_BACK: usize = 24;
    let mut pieces: Vec<(TextRange, usize)> = drafts
        .iter()
        .enumerate()
        .flat_map(|(d, draft)| draft.content.iter().map(move |&c| (c, d)))
        .collect();
    pieces.sort_by_key(|&(range, d)| (range.start, std::cmp::Reverse(range.end), d));
    drafts
        .iter()
        .enumerate()
        .map(|(d, draft)| {
            let attribution = draft.attribution()?;
            let to = pieces.partition_point(|(range, _)| range.start <= attribution.start);
            pieces[to.saturating_sub(LOOK_BACK)..to]
                .iter()
                .filter(|(range, owner)| *owner != d && range.contains(attribution))
                // Two that hold each other would have no end.
                .filter(|(_, owner)| {
                    drafts[*owner]
                        .attribution()
                        .is_none_or(|outer| !draft.content.iter().any(|c| c.contains(outer)))
                })
                .min_by_key(|(range, owner)| (range.len(), *owner))
                .map(|&(_, owner)| owner)
        })
        .collect()
}

/// "the Herald reported, quoting an unnamed official": whom the paper had it from.
/// A paper that it cites is not quoted so where the citing is a statement of its own.
pub(crate) fn quoted_person(
    doc: &Doc,
    cast: &Cast,
    draft: &Draft,
    drafts: &[Draft],
) -> Option<Mention> {
    let attribution = draft.attribution()?;
    let sentence = doc.sentence_at(attribution.start)?;
    let end = doc.range(doc.sentences[sentence].tokens.clone()).end;
    // From the cue on: the cue itself may be "quoted".
    let from = draft.cue.first()?.start;
    let tokens = doc.tokens_in(TextRange::new(from, end.max(from)));
    let at = tokens.clone().find(|&t| {
        QUOTING.contains(&doc.word(t))
            && !draft.content.iter().any(|c| c.contains_offset(doc.tokens[t].range.start))
    })?;
    let quoting = doc.tokens[at].range;
    let after = quoting.end;
    let next = cast.mentions_in(TextRange::new(after, end.max(after))).first().copied()?;
    // A paper is not quoted in place of the medium that cites it, where that is a statement of its own.
    let own =
        |other: &Draft| other.cue.iter().any(|cue| cue.overlaps(quoting)) && other.cue != draft.cue;
    let person = matches!(
        cast.members[next.member].kind,
        SpeakerKind::Person | SpeakerKind::Group | SpeakerKind::Unknown
    );
    if !person && drafts.iter().any(own) {
        return None;
    }
    let near = next.range.start <= after + 4;
    let speaks = !matches!(cast.members[next.member].head, Head::Country);
    (near && speaks).then_some(next)
}

/// "the Herald reported, quoting an official": the statement of the medium that the quoting of the same
/// words came through.
pub(crate) fn quoting_medium(doc: &Doc, draft: &Draft, drafts: &[Draft]) -> Option<usize> {
    let cue = draft.cue.first()?;
    if !QUOTING.contains(&doc.lowered(*cue)) || draft.content.is_empty() {
        return None;
    }
    let sentence = doc.sentence_at(cue.start);
    drafts.iter().position(|other| {
        other.content == draft.content
            && other.cue != draft.cue
            && other.cue.first().is_some_and(|c| doc.sentence_at(c.start) == sentence)
            && !other.source.is_empty()
    })
}

/// Whether the words after the cue tell that it was told to a medium ("told the newspaper").
pub(crate) fn told_a_medium(doc: &Doc, cast: &Cast, draft: &Draft) -> Option<Mention> {
    let cue = draft.cue.first()?;
    if !matches!(doc.lowered(*cue), "told" | "tells" | "telling" | "tell") {
        return None;
    }
    let next = cast.mentions_in(TextRange::new(cue.end, cue.end + 12)).first().copied()?;
    (cast.members[next.member].head == Head::Media).then_some(next)
}
