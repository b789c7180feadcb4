//! Turns down what is sought.

use gainsay_record::Act;

use crate::acts::{Charges, Decision, Said};
use crate::lexicon::find_any;

const NEVER: &[&str] = &[
    "can not go",
    "cannot go",
    "can't go",
    "cannot accept",
    "can never accept",
    "never accept",
    "no intention of",
    "not going to",
    "out of the question",
    "refuse to",
    "refuses to",
    "refused to",
    "rule out",
    "ruled out",
    "rules out",
    "under no circumstances",
    "unwilling to",
    "will never",
    "will no longer",
    "will not",
    "won't",
    "would never",
    "would not",
    "wouldn't",
    "not negotiable",
    "non-negotiable",
    "not willing to",
    "not prepared to",
    "not ready to",
    "no question of",
    "will not be dictated",
    "nothing to negotiate",
    "resist",
    "no compromise",
];

/// Refusals whose subject is the thing refused.
const IMPERSONAL: &[&str] = &[
    "no question of",
    "not negotiable",
    "non-negotiable",
    "out of the question",
    "there will be no",
    "there would be no",
    "there can be no",
    "there could be no",
    "no talks",
    "no negotiat*",
    "will not be any talks",
];

/// Harmless continuations: forecasts rather than refusals.
const FORECASTS: &[&str] = &[
    "will not go unpunished",
    "would not go unpunished",
    "will not happen",
    "will not be able",
    "would not be able",
    "will not be easy",
    "would not be surpris*",
    "won't be easy",
    "will not affect",
    "would not affect",
    "will not work",
    "won't work",
    "will not change",
    "will not happen",
    "would not have",
    "wouldn't have",
    "would not be",
    "will not only",
    "wouldn't be",
    "will not have",
];

/// "We will not …", "Varnia cannot go beyond …".
pub(super) fn refusal(said: &Said, _: &Charges) -> Option<Decision> {
    if said.attitude {
        return None;
    }
    if let Some(word) = find_any(IMPERSONAL, &said.content) {
        return Some(Decision::content(Act::Refuse, 0.68, word));
    }
    if !said.own_subject() {
        return None;
    }
    let word = find_any(NEVER, &said.content)?;
    find_any(FORECASTS, &said.content).is_none().then(|| Decision::content(Act::Refuse, 0.72, word))
}
