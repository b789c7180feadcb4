//! Asks, urges, insists that somebody do something.

use gainsay_record::Act;

use crate::acts::{Charges, Decision, Said};
use crate::lexicon::{find_any, position};

const PHRASES: &[&str] = &[
    "call for",
    "call on",
    "call upon",
    "calls for",
    "calls on",
    "deserve*",
    "had better",
    "has to",
    "have to",
    "it is time",
    "it's time",
    "let us",
    "must",
    "need to",
    "needs to",
    "ought to",
    "please",
    "should",
    "urge",
    "urges",
    "want to see",
    "we demand",
    "we expect",
    "we request",
    "there needs to be",
    "should be",
    "do more",
    "the need for",
    "the need to",
    "it is imperative",
    "it is essential",
    "it's essential",
    "it is vital that",
    "it's vital that",
    "it is important that",
    "appeal to",
    "let's",
    "we ask",
    "we are asking",
];

/// After these the same words ask for nothing.
const IDLE: &[&str] = &[
    "have to say",
    "must have",
    "must be a",
    "should have known",
    "must admit",
    "have to admit",
    "should be able",
    "shouldn't have",
    "should have",
    "don't have to",
    "doesn't have to",
    "not have to",
    "please understand",
    "need to know",
    "have to do with",
    "must confess",
    "do not need to",
    "don't need to",
    "has to do with",
    "should know",
    "would have to",
    "may have to",
    "might have to",
    "had to",
];

/// Verbs that open a request.
const IMPERATIVES: &[&str] = &[
    "accept", "act", "bring", "come", "do", "don't", "end", "give", "get", "go", "help", "join",
    "keep", "leave", "let", "look", "make", "prove", "put", "release", "remember", "show", "stop",
    "take", "tell", "think", "vote", "wake", "withdraw", "stand", "be", "call", "stay", "listen",
    "read", "ask",
];

/// By words of obligation and by imperatives.
pub(super) fn demand(said: &Said, _: &Charges) -> Option<Decision> {
    if said.attitude {
        return None;
    }
    if let Some(word) = find_any(PHRASES, &said.content)
        && find_any(IDLE, &said.content).is_none()
        && !charges_first(said, word)
    {
        // The nearer to the beginning, the surer that it is the point.
        let early = position(&said.content, word).is_some_and(|at| at < 90);
        return Some(Decision::content(Act::Demand, if early { 0.72 } else { 0.58 }, word));
    }
    let quoted = said.content.starts_with(['“', '"', '\'']);
    let first = said
        .content
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .next()
        .unwrap_or("");
    (quoted && !said.content.contains('?') && IMPERATIVES.contains(&first))
        .then(|| Decision::content(Act::Demand, 0.6, first))
}

/// A charge that comes before the demand is the point: "they house terrorists, that has to change".
fn charges_first(said: &Said, word: &str) -> bool {
    let demand = position(&said.content, word);
    let charge = super::accusation::wrong(&said.content).and_then(|w| position(&said.content, w));
    !said.others.is_empty() && charge.is_some() && charge < demand
}
