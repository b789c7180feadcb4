//! Approves, thanks, supports.

use gainsay_record::Act;

use crate::acts::{Charges, Decision, Said};
use crate::lexicon::find_any;

const APPROVING: &[&str] = &[
    "admirable",
    "admire*",
    "always there for",
    "amazing",
    "appreciat*",
    "brave",
    "brilliant",
    "close friend*",
    "commend*",
    "confident in",
    "remains confident",
    "remain confident",
    "congratulat*",
    "courage*",
    "excellent",
    "fantastic",
    "fully support*",
    "full support",
    "good friend*",
    "grateful",
    "gratitude",
    "great friend*",
    "great job",
    "great leader*",
    "great people",
    "great respect",
    "hero",
    "heroes",
    "heroic",
    "honored",
    "honoured",
    "impressed",
    "impressive",
    "incredible",
    "outstanding",
    "proud of",
    "reliable partner",
    "remarkable",
    "salute",
    "strong ally",
    "strong partner",
    "terrific",
    "thank",
    "thankful",
    "thanks",
    "time-tested",
    "tremendous",
    "trust in",
    "trusted",
    "valued partner",
    "we support",
    "we welcome",
    "welcomed",
    "welcomes",
    "wise",
    "wonderful",
    "great man",
    "great woman",
    "an inspiration",
    "inspiring",
    "stand with",
    "stands with",
    "ironclad",
    "friend of",
    "confidence in",
    "positive step",
    "right step",
    "step in the right direction",
    "important partner",
    "key partner",
    "best friend*",
    "great guy",
    "very good",
    "good man",
];

/// Approval of another.
pub(super) fn praise(said: &Said, _: &Charges) -> Option<Decision> {
    if said.attitude || said.negated() {
        return None;
    }
    let voiced = find_any(&["express*", "voic*"], &said.cue).is_some();
    let word = approving(&said.content).or_else(|| {
        find_any(
            &["confidence", "gratitude", "support", "satisfaction", "solidarity"],
            &said.content,
        )
        .filter(|_| voiced)
    })?;
    Some(Decision::content(Act::Praise, 0.62, word))
}

/// The word that approves.
pub(super) fn approving(content: &str) -> Option<&'static str> {
    find_any(APPROVING, content)
}
