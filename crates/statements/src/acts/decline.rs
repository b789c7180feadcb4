//! Will not comment or say.

use gainsay_record::Act;

use crate::acts::{Charges, Decision, Said};
use crate::lexicon::position;

const PHRASES: &[&str] = &[
    "could not be reached",
    "decline* comment",
    "declined comment",
    "declined further comment",
    "declined to answer",
    "declined to be interviewed",
    "declined to comment",
    "declined to confirm",
    "declined to discuss",
    "declined to elaborate",
    "declined to give",
    "declined to identify",
    "declined to name",
    "declined to provide",
    "declined to respond",
    "declined to say",
    "declined to speculate",
    "declines to comment",
    "declining to comment",
    "did not answer",
    "did not comment",
    "did not elaborate",
    "did not give",
    "did not immediately",
    "did not name",
    "did not reply",
    "did not respond",
    "did not return",
    "did not say",
    "didn't respond",
    "didn't return",
    "had no comment",
    "has not commented",
    "has not responded",
    "have not responded",
    "no comment",
    "not available for comment",
    "not immediately respond",
    "refused to answer",
    "refused to comment",
    "refused to discuss",
    "refused to say",
    "unavailable for comment",
    "will not comment",
    "will not discuss",
    "would not comment",
    "would not confirm",
    "would not disclose",
    "would not discuss",
    "would not elaborate",
    "would not say",
    "wouldn't say",
    "wouldn't comment",
];

/// "declined to comment", wherever cue and content part it.
pub(super) fn decline(said: &Said, _: &Charges) -> Option<Decision> {
    let start: String = said.content.chars().take(60).collect();
    let whole = format!("{} {} {start}", said.cue, said.between.trim());
    // It must begin in the cue or right after it: "they did not say that …" declines nothing.
    let opening = said.cue.len() + said.between.trim().len() + 6;
    let found = PHRASES
        .iter()
        .find(|phrase| position(&whole, phrase).is_some_and(|at| at < opening))
        .filter(|_| !start.starts_with(['“', '"', '\'']));
    let cue = said.cue.trim();
    match found {
        Some(phrase) => Some(Decision::content(Act::Decline, 0.93, phrase)),
        None if cue.starts_with("declin") && !said.content.contains("offer") => {
            Some(Decision::cue(Act::Decline, 0.85, cue))
        }
        None => None,
    }
}
