//! Warns of a harm or penalty.

use gainsay_record::Act;

use crate::acts::{Charges, Decision, Said};
use crate::lexicon::{contains, find_any};

/// What is threatened, whoever says it.
const PENALTIES: &[&str] = &[
    "befitting response",
    "unpunished",
    "bad problem",
    "big trouble",
    "very sorry",
    "obliterat*",
    "annihilat*",
    "wiped out",
    "lethal force",
    "face punishment",
    "at their own risk",
    "at your peril",
    "befitting reply",
    "crushing response",
    "decisive response",
    "dire consequences",
    "grave consequences",
    "hard consequences",
    "heavy price",
    "pay a price",
    "pay the price",
    "pay dearly",
    "play with fire",
    "playing with fire",
    "retaliat*",
    "serious consequences",
    "severe consequences",
    "severe response",
    "strong response",
    "suffer the consequences",
    "face the consequences",
    "ultimatum",
    "unforgettable lesson",
    "fitting response",
    "reserves the right",
    "reserve the right",
    "all options",
    "every option",
    "run out of patience",
    "running out of patience",
    "last chance",
    "last warning",
    "final warning",
    "red line",
    "will be destroyed",
    "will be crushed",
    "fire and fury",
    "steep price",
    "there will be consequences",
    "suspend aid",
    "cut off aid",
];

/// What harms the one who is warned.
const HARMS: &[&str] = &[
    "act alone",
    "action against",
    "attack*",
    "consequence*",
    "force",
    "harm*",
    "hit",
    "isolat*",
    "military action",
    "punish*",
    "respond",
    "response",
    "sanction*",
    "strike*",
    "war",
    "cancel*",
    "expel",
    "unilateral*",
    "retaliat*",
    "suffer*",
];

/// By penalties named, and by warnings of them.
pub(super) fn threat(said: &Said, _: &Charges) -> Option<Decision> {
    if said.attitude {
        return None;
    }
    let warns = contains(&said.cue, "warn*")
        || contains(&said.cue, "vow*")
        || contains(&said.cue, "caution*");
    if let Some(word) = find_any(PENALTIES, &said.content) {
        let confidence = if warns { 0.88 } else { 0.72 };
        return Some(Decision::content(Act::Threaten, confidence, word));
    }
    if !warns {
        return None;
    }
    if contains(&said.cue, "vow*") {
        return Some(match find_any(HARMS, &said.content) {
            Some(word) => Decision::content(Act::Threaten, 0.7, word),
            None => Decision::cue(Act::Promise, 0.75, "vow"),
        });
    }
    if said.between.contains("against") || said.content.starts_with("against") {
        return Some(Decision::cue(Act::Demand, 0.55, "warned against"));
    }
    let future = find_any(
        &["will", "would", "could", "may", "might", "face", "if", "unless"],
        &said.content,
    );
    match (find_any(HARMS, &said.content), future) {
        (Some(word), Some(_)) => Some(Decision::content(Act::Threaten, 0.62, word)),
        _ => None,
    }
}
