//! Commits itself.

use gainsay_record::Act;

use crate::acts::{Charges, Decision, Said};
use crate::lexicon::find_any;

const PHRASES: &[&str] = &[
    "are committed",
    "are willing to",
    "is willing to",
    "am willing to",
    "is committed",
    "remains committed",
    "remain committed",
    "am committed",
    "are ready to",
    "is ready to",
    "am ready to",
    "stands ready",
    "stand ready",
    "promise",
    "promises",
    "pledge",
    "pledges",
    "we offer",
    "give our word",
    "you have my word",
    "will continue to",
    "will cooperate",
    "will do everything",
    "will ensure",
    "will make sure",
    "will help",
    "will support",
    "will work with",
    "will work to",
    "will bring",
    "will protect",
    "will keep",
    "will consider",
    "would consider",
    "will always",
    "will fight",
    "will provide",
    "will pay",
    "will release",
    "will take",
    "will give",
    "will build",
    "will create",
    "will defend",
    "will respect",
    "will honor",
    "will honour",
    "i will",
    "i'll",
    "we'll",
    "we will",
    "i'm going to",
    "we're going to",
    "we are going to",
    "i am going to",
    "would honor",
    "would help",
];

/// What one will do, said by oneself.
pub(super) fn promise(said: &Said, _: &Charges) -> Option<Decision> {
    if said.attitude || !said.own_subject() || said.negated() {
        return None;
    }
    let word = find_any(PHRASES, &said.content)?;
    Some(Decision::content(Act::Promise, 0.58, word))
}
