//! Disapproves, without a new charge of fact.

use gainsay_record::Act;

use crate::acts::{Charges, Decision, Said};
use crate::lexicon::find_any;

/// Judgements nobody makes by the way.
const NEGATIVE: &[&str] = &[
    "divert attention",
    "in the habit of",
    "blame game",
    "circus",
    "despicable",
    "vitriolic",
    "witch hunt",
    "witch-hunt",
    "political theater",
    "distract*",
    "appalling",
    "awful",
    "big mistake",
    "callous",
    "cowardly",
    "cynical",
    "deplorable",
    "despicable",
    "detrimental",
    "disaster",
    "disastrous",
    "disgrace*",
    "disgust*",
    "dishonest",
    "disingenuous",
    "disrespect*",
    "extremely troubling",
    "deeply troubling",
    "farce",
    "grave mistake",
    "historic mistake",
    "horrible",
    "humiliat*",
    "hypocri*",
    "idiot*",
    "ignoran*",
    "immoral",
    "incompeten*",
    "inappropriate",
    "inexcusable",
    "inhuman*",
    "insult*",
    "irresponsible",
    "laughable",
    "ludicrous",
    "nonsense",
    "not acceptable",
    "not appropriate",
    "not fair",
    "not helpful",
    "out of touch",
    "outrage",
    "outrageous",
    "pathetic",
    "phony",
    "propaganda blitz",
    "provocative",
    "reckless",
    "regrettable",
    "reprehensible",
    "ridiculous",
    "sad day",
    "scandal*",
    "scapegoat",
    "selfish",
    "shame",
    "shameful",
    "shocking",
    "short-sighted",
    "stupid",
    "terrible",
    "tragic mistake",
    "troubling",
    "unacceptable",
    "un-american",
    "unconscionable",
    "unethical",
    "unfair",
    "unfit",
    "unfortunate",
    "unhelpful",
    "unjust",
    "unjustified",
    "unprecedented attack",
    "unqualified",
    "unwarranted",
    "weak leader*",
    "worst",
    "wrong-headed",
    "a mistake",
    "mistakes of",
    "counterproductive",
    "counter-productive",
    "double standard*",
    "bias*",
    "one-sided",
    "betray*",
    "dangerous",
    "demagog*",
    "divisive",
    "crooked",
    "a joke",
    "a clown",
    "failed to",
    "has failed",
    "have failed",
    "failure of",
    "failures of",
    "bad for",
    "wrong to",
    "is wrong",
    "are wrong",
];

/// Softer words: a complaint where nothing else is found.
const COMPLAINTS: &[&str] = &[
    "confusion",
    "disappoint*",
    "does not appreciate",
    "doesn't appreciate",
    "don't appreciate",
    "disarray",
    "don't like",
    "doesn't understand",
    "frustrat*",
    "lack of",
    "not enough",
    "problem with",
    "ruin*",
    "too little",
    "refuses to",
    "refused to",
    "worse",
    "dumb",
    "loser*",
    "hurt*",
    "angry",
    "anger",
    "alarm*",
    "concerning",
    "struggl*",
];

/// A negative judgement.
pub(super) fn judgement(said: &Said, _: &Charges) -> Option<Decision> {
    if said.attitude {
        return None;
    }
    let word = negative(&said.content)?;
    Some(Decision::content(Act::Criticize, 0.68, word))
}

/// The word that judges.
pub(super) fn negative(content: &str) -> Option<&'static str> {
    find_any(NEGATIVE, content)
}

/// A softer complaint, about somebody else.
pub(super) fn complaint(said: &Said, _: &Charges) -> Option<Decision> {
    if said.attitude {
        return None;
    }
    let voiced = find_any(&["express*", "voic*", "rais*", "complain*"], &said.cue).is_some();
    let word = find_any(COMPLAINTS, &said.content).or_else(|| {
        find_any(&["concern*", "worr*", "fear*", "doubt*"], &said.content).filter(|_| voiced)
    })?;
    (voiced || !said.others.is_empty()).then(|| Decision::content(Act::Criticize, 0.55, word))
}
