//! Rejects a charge, or says that it is untrue.

use gainsay_record::Act;

use crate::acts::{Charges, Decision, Said};
use crate::lexicon::{contains, find_any};

/// Words that call a charge untrue. "false" and the like stand here with what they are said of.
const UNTRUE: &[&str] = &[
    "not to blame",
    "is not responsible",
    "was not responsible",
    "are not responsible",
    "were not responsible",
    "not behind the",
    "not involved in",
    "was not involved",
    "were not involved",
    "played no role",
    "played no part",
    "had no role",
    "had no part",
    "no involvement",
    "innocent",
    "absurd",
    "baseless",
    "categorically reject*",
    "completely false",
    "concocted",
    "entirely false",
    "fabricat*",
    "fake news",
    "false accusation*",
    "false allegation*",
    "false charge*",
    "false claim*",
    "false propaganda",
    "far from the truth",
    "fictitious",
    "groundless",
    "is a lie",
    "are lies",
    "is false",
    "are false",
    "was false",
    "were false",
    "malicious",
    "misquoted",
    "never happened",
    "no basis",
    "no foundation",
    "no truth",
    "not the case",
    "not true",
    "nothing of the sort",
    "nothing to do with",
    "out of context",
    "patently false",
    "pure fiction",
    "simply not true",
    "simply untrue",
    "smear campaign",
    "totally false",
    "unfounded",
    "unsubstantiated",
    "untrue",
    "wild accusation*",
    "without foundation",
    "without merit",
    "wrongly accused",
    "incorrect",
    "inaccurate",
    "misinterpreted",
    "misrepresent*",
    "mischaracteri*",
    "fiction",
    "bogus",
];

/// "We reject these allegations", said with any cue.
const REJECTS: &[&str] = &[
    "reject",
    "rejected",
    "rejects",
    "deny",
    "denied",
    "denies",
    "refute",
    "refuted",
    "refutes",
    "dismiss",
    "dismissed",
];
const CHARGES: &[&str] = &[
    "accusation*",
    "allegation*",
    "assertion*",
    "charge",
    "charges",
    "claim",
    "claims",
    "insinuation*",
    "notion",
    "report",
    "reports",
    "rumor*",
    "rumour*",
    "suggestion*",
    "complicity",
    "involvement",
    "connection*",
    "link",
    "links",
    "knowledge",
];

/// A defence by telling two things apart.
const TELLS_APART: &[&str] = &[
    "different things",
    "does not amount to",
    "does not constitute",
    "did not constitute",
    "does not equal",
    "does not imply",
    "does not mean",
    "did not amount to",
    "doesn't mean",
    "is not the same",
    "not the same as",
    "not the same thing",
    "did not mean",
    "do not mean",
    "is different from",
    "was referring to",
    "is not support",
    "do not constitute",
    "not amount to",
];

/// What one has none of, when charged.
const NONE_OF: &[&str] = &[
    "affiliation*",
    "business",
    "collusion",
    "complicity",
    "connection*",
    "contact",
    "contacts",
    "evidence",
    "hand",
    "intention*",
    "involvement",
    "knowledge",
    "link",
    "links",
    "part in",
    "proof",
    "relationship*",
    "role",
    "safe haven*",
    "sanctuar*",
    "such",
    "ties",
    "wrongdoing",
    "presence",
    "territorial ambition*",
];

/// Says in so many words that a charge is untrue.
pub(super) fn outright(said: &Said, _: &Charges) -> Option<Decision> {
    if said.attitude {
        return None;
    }
    if let Some(word) = untruth(said) {
        return Some(Decision::content(Act::Deny, 0.85, word));
    }
    if let Some(word) = find_any(TELLS_APART, &said.content) {
        return Some(Decision::content(Act::Deny, 0.8, word));
    }
    if let Some(verb) = find_any(REJECTS, &said.content)
        && find_any(CHARGES, &said.content).is_some()
        && (said.own_subject() || we_reject(&said.content, verb))
    {
        return Some(Decision::content(Act::Deny, 0.88, verb));
    }
    none_of(said)
}

/// The word that calls something untrue.
pub(super) fn untruth(said: &Said) -> Option<&'static str> {
    find_any(UNTRUE, &said.content)
}

/// "his nation has no links", "we had nothing to do with", "we never supported".
fn none_of(said: &Said) -> Option<Decision> {
    let at = crate::lexicon::position(&said.content, "no")
        .or_else(|| crate::lexicon::position(&said.content, "any").filter(|_| said.negated()))?;
    let after: String = said.content[at..].chars().take(60).collect();
    let noun = NONE_OF.iter().find(|noun| contains(&after, noun))?;
    let near = position_in_words(&after, noun) <= 4;
    (near && said.own_subject())
        .then(|| Decision::content(Act::Deny, 0.8, &format!("no {}", noun.trim_end_matches('*'))))
}

fn position_in_words(text: &str, phrase: &str) -> usize {
    crate::lexicon::position(text, phrase)
        .map_or(usize::MAX, |at| text[..at].split_whitespace().count())
}

/// A negation by a party that stands accused, about what it does.
pub(super) fn in_context(said: &Said, charges: &Charges) -> Option<Decision> {
    if said.attitude || !charges.against(said) {
        return None;
    }
    let negation = said.negation()?;
    // Denials speak of what is and was; what will not be is a refusal, what must not be a demand.
    let other = ["will", "would", "should", "must", "won't", "wouldn't", "can't", "cannot"]
        .iter()
        .any(|word| contains(&said.content, word));
    (!other && (said.own_subject() || said.names_own_side() && near_start(&said.content, negation)))
        .then(|| Decision {
            act: Act::Deny,
            confidence: 0.62,
            basis: format!("content {negation:?} of a side that stands accused: deny"),
            runner_up: None,
        })
}

/// "We strongly reject": the verb within a few words of the pronoun.
fn we_reject(content: &str, verb: &str) -> bool {
    let at = crate::lexicon::position(content, verb).unwrap_or(0);
    let before = content[..at].split_whitespace().rev().take(3);
    before.into_iter().any(|word| matches!(word.trim_matches(['“', '"']), "we" | "i"))
}

/// Whether the negation stands with the first verb.
fn near_start(content: &str, negation: &str) -> bool {
    let at = content.find(negation).unwrap_or(content.len());
    content[..at].split_whitespace().count() <= 6
}
