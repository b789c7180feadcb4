//! Whom the cue itself takes as its object: "accused X of", "urged X to", "thanked X", "blamed it
//! on X", "warned X".

use gainsay_record::{Act, TextRange};

use crate::assemble::Draft;
use crate::doc::Doc;
use crate::speaker::antecedents::{Context, antecedents};
use crate::speaker::cast::{Cast, Mention};
use crate::speaker::pronoun::Pronoun;

/// Beginnings of verbs and nouns that are done to somebody, in any form.
const DONE_TO: &[&str] = &[
    "accus",
    "admonish",
    "advis",
    "appeal",
    "applaud",
    "apologi",
    "ask",
    "assail",
    "assur",
    "attack",
    "beg",
    "berat",
    "blam",
    "blast",
    "call for",
    "call on",
    "call upon",
    "called for",
    "called on",
    "called upon",
    "calling for",
    "calling on",
    "calls for",
    "calls on",
    "castigat",
    "caution",
    "challeng",
    "charg",
    "chid",
    "commend",
    "complain",
    "condemn",
    "confidence",
    "congratulat",
    "contradict",
    "credit",
    "critici",
    "criticiz",
    "defend",
    "demand",
    "denounc",
    "deplor",
    "describ",
    "disput",
    "endors",
    "exhort",
    "fault",
    "guarantee",
    "hail",
    "held",
    "hold",
    "implor",
    "instruct",
    "invit",
    "lambast",
    "mock",
    "oppos",
    "order",
    "petition",
    "plead",
    "point",
    "prais",
    "press",
    "promis",
    "rebuff",
    "rebuk",
    "reject",
    "remind",
    "reproach",
    "reproached",
    "request",
    "resent",
    "salut",
    "scold",
    "slam",
    "sue",
    "summon",
    "support",
    "suspect",
    "tell",
    "thank",
    "threaten",
    "told",
    "urg",
    "vow",
    "want",
    "warn",
    "welcom",
];

/// What may stand between the cue and its object.
const BEFORE: &[&str] = &[
    "a", "about", "against", "all", "an", "any", "at", "both", "by", "for", "from", "in", "of",
    "on", "the", "that", "to", "toward", "towards", "upon", "with",
];

/// Whether the cue is one that is done to somebody.
pub(super) fn takes_one(doc: &Doc, draft: &Draft) -> bool {
    draft.cue.iter().any(|cue| {
        let words = doc.lowered(*cue);
        let starts = std::iter::once(0).chain(words.match_indices(' ').map(|(i, _)| i + 1));
        starts.take(6).any(|at| DONE_TO.iter().any(|stem| words[at..].starts_with(stem)))
    })
}

/// The member that stands where the object stands: right after the cue, or first in the content.
pub(super) fn object(
    doc: &Doc,
    cast: &Cast,
    draft: &Draft,
    act: Act,
    speaker: Option<usize>,
) -> Option<(usize, TextRange)> {
    // "told reporters" names who listened, "told them to leave" who is to do it.
    let tells =
        |cue: &TextRange| matches!(doc.lowered(*cue), "told" | "tells" | "tell" | "telling");
    if !takes_one(doc, draft) || draft.cue.iter().any(tells) && act != Act::Demand {
        return None;
    }
    let cue = *draft.cue.last()?;
    let content = draft.content.iter().find(|c| c.start >= cue.end).or(draft.content.first())?;
    let after_cue = content.start > cue.end && content.start - cue.end < 80;
    let between = after_cue.then(|| at(doc, cast, TextRange::new(cue.end, content.start), speaker));
    let blamed = || {
        // "blamed the delay on the ministry"
        let words = doc.lowered(*content);
        let on = words.find(" on ").filter(|_| doc.lowered(cue).starts_with("blam"))?;
        at(doc, cast, TextRange::new(content.start + on + 4, content.end), speaker)
    };
    between.flatten().or_else(blamed).or_else(|| at(doc, cast, *content, speaker))
}

/// The mention or pronoun that the range begins with, after articles and prepositions.
fn at(
    doc: &Doc,
    cast: &Cast,
    range: TextRange,
    speaker: Option<usize>,
) -> Option<(usize, TextRange)> {
    let tokens = doc.tokens_in(range);
    let first = tokens.clone().take(6).find(|&t| {
        let word = doc.word(t);
        word.starts_with(char::is_alphanumeric) && !BEFORE.contains(&word)
    })?;
    let from = doc.tokens[tokens.start].range.start;
    let start = doc.tokens[first].range.start;
    if let Some(pronoun @ (Pronoun::He | Pronoun::She | Pronoun::It | Pronoun::They)) =
        Pronoun::of(doc.word(first))
    {
        let other = other_than(doc, cast, pronoun, start, speaker)?;
        return Some((other, doc.tokens[first].range));
    }
    let covers =
        |m: &&Mention| m.range.start >= from && m.range.start <= start && m.range.end > start;
    let mention = cast.mentions_in(TextRange::new(from, range.end)).iter().find(covers)?;
    (Some(mention.member) != speaker).then_some((mention.member, mention.range))
}

/// Whom a pronoun stands for that is not the speaker's own.
pub(super) fn other_than(
    doc: &Doc,
    cast: &Cast,
    pronoun: Pronoun,
    at: usize,
    speaker: Option<usize>,
) -> Option<usize> {
    let context = Context::default();
    let (those, _) = antecedents(doc, cast, pronoun, at, &context);
    those.into_iter().find(|&m| Some(m) != speaker)
}
