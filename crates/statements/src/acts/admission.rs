//! Concedes a thing charged.

use gainsay_record::Act;

use crate::acts::{Charges, Decision, Said};
use crate::lexicon::find_any;

const PHRASES: &[&str] = &[
    "apologi*",
    "i admit",
    "i regret",
    "i was wrong",
    "i'm sorry",
    "i am sorry",
    "made a mistake",
    "made mistakes",
    "mistakes were made",
    "my mistake",
    "our fault",
    "our mistake",
    "take full responsibility",
    "take responsibility",
    "takes full responsibility",
    "took responsibility",
    "we admit",
    "we regret",
    "we were wrong",
    "we did support",
    "my fault",
    "claims responsibility",
    "claim responsibility",
    "must admit",
    "have to admit",
];

/// One's own mistake.
pub(super) fn admission(said: &Said, _: &Charges) -> Option<Decision> {
    if said.attitude || !said.own_subject() {
        return None;
    }
    let word = find_any(PHRASES, &said.content)?;
    Some(Decision::content(Act::Admit, 0.65, word))
}
