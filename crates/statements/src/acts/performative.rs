//! Says outright what it does: "we condemn", "I urge", "we thank".

use gainsay_record::Act;

use crate::acts::{Charges, Decision, Said};
use crate::lexicon::contains;

/// Verbs that do what they say in the first person of the present, or of a named side.
const VERBS: &[(&str, Act)] = &[
    ("accuse*", Act::Accuse),
    ("admit", Act::Admit),
    ("applaud", Act::Praise),
    ("apologise", Act::Admit),
    ("apologize", Act::Admit),
    ("appeal to", Act::Demand),
    ("call for", Act::Demand),
    ("call on", Act::Demand),
    ("call upon", Act::Demand),
    ("condemn*", Act::Criticize),
    ("congratulate", Act::Praise),
    ("demand*", Act::Demand),
    ("denounce*", Act::Criticize),
    ("deplore*", Act::Criticize),
    ("pledge*", Act::Promise),
    ("promise", Act::Promise),
    ("refuse", Act::Refuse),
    ("salute", Act::Praise),
    ("thank", Act::Praise),
    ("urge*", Act::Demand),
    ("welcome*", Act::Praise),
];

/// The verb within the first words, the subject one's own side.
pub(super) fn performative(said: &Said, _: &Charges) -> Option<Decision> {
    if said.attitude || said.negation().is_some_and(|n| starts_with(said, n)) {
        return None;
    }
    let opening = opening(said);
    if !said.own_subject() {
        return None;
    }
    VERBS
        .iter()
        .find(|(verb, _)| contains(&opening, verb))
        .map(|&(verb, act)| Decision::content(act, 0.8, verb))
}

/// The first five words, without marks.
fn opening(said: &Said) -> String {
    said.content
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .filter(|word| !word.is_empty())
        .take(5)
        .collect::<Vec<_>>()
        .join(" ")
}

fn starts_with(said: &Said, word: &str) -> bool {
    contains(&opening(said), word) || opening(said).contains("n't")
}
