//! Cues that say the act outright.

use gainsay_record::Act;

use crate::acts::{Charges, Decision, Said};
use crate::lexicon::{contains, find_any};

/// Stems of verbs and nouns, the act, and an estimate of how often such a cue means it.
const CUES: &[(&str, Act, f32)] = &[
    ("accus*", Act::Accuse, 0.95),
    ("alleg*", Act::Accuse, 0.9),
    ("blam*", Act::Accuse, 0.93),
    ("charged", Act::Accuse, 0.8),
    ("charges", Act::Accuse, 0.75),
    ("implicat*", Act::Accuse, 0.85),
    ("linked", Act::Accuse, 0.75),
    ("denounc*", Act::Criticize, 0.9),
    ("condemn*", Act::Criticize, 0.95),
    ("criticis*", Act::Criticize, 0.93),
    ("criticiz*", Act::Criticize, 0.93),
    ("criticism*", Act::Criticize, 0.9),
    ("slam*", Act::Criticize, 0.9),
    ("lambast*", Act::Criticize, 0.9),
    ("blast", Act::Criticize, 0.85),
    ("blasted", Act::Criticize, 0.9),
    ("blasts", Act::Criticize, 0.85),
    ("deplor*", Act::Criticize, 0.93),
    ("decried", Act::Criticize, 0.9),
    ("decries", Act::Criticize, 0.9),
    ("decry*", Act::Criticize, 0.9),
    ("complain*", Act::Criticize, 0.85),
    ("lament*", Act::Criticize, 0.85),
    ("mock*", Act::Criticize, 0.85),
    ("ridicul*", Act::Criticize, 0.85),
    ("protest*", Act::Criticize, 0.75),
    ("rebuk*", Act::Criticize, 0.88),
    ("scold*", Act::Criticize, 0.88),
    ("chid*", Act::Criticize, 0.85),
    ("attacked", Act::Criticize, 0.75),
    ("bemoan*", Act::Criticize, 0.85),
    ("regretted", Act::Criticize, 0.6),
    ("object*", Act::Criticize, 0.7),
    ("oppos*", Act::Criticize, 0.65),
    ("disapprov*", Act::Criticize, 0.85),
    ("denied", Act::Deny, 0.96),
    ("denies", Act::Deny, 0.96),
    ("deny*", Act::Deny, 0.95),
    ("denial*", Act::Deny, 0.93),
    ("refut*", Act::Deny, 0.92),
    ("rebut*", Act::Deny, 0.9),
    ("disput*", Act::Deny, 0.8),
    ("debunk*", Act::Deny, 0.85),
    ("contradict*", Act::Deny, 0.7),
    ("disavow*", Act::Deny, 0.8),
    ("admit*", Act::Admit, 0.93),
    ("admission*", Act::Admit, 0.9),
    ("acknowledg*", Act::Admit, 0.8),
    ("conced*", Act::Admit, 0.9),
    ("confess*", Act::Admit, 0.93),
    ("claimed responsibility", Act::Admit, 0.95),
    ("demand*", Act::Demand, 0.93),
    ("urg*", Act::Demand, 0.93),
    ("call on", Act::Demand, 0.9),
    ("called on", Act::Demand, 0.95),
    ("calls on", Act::Demand, 0.95),
    ("calling on", Act::Demand, 0.95),
    ("called for", Act::Demand, 0.93),
    ("calls for", Act::Demand, 0.9),
    ("calling for", Act::Demand, 0.93),
    ("call for", Act::Demand, 0.85),
    ("request*", Act::Demand, 0.85),
    ("appeal*", Act::Demand, 0.8),
    ("implor*", Act::Demand, 0.93),
    ("plead*", Act::Demand, 0.9),
    ("beg", Act::Demand, 0.85),
    ("begged", Act::Demand, 0.9),
    ("exhort*", Act::Demand, 0.9),
    ("ordered", Act::Demand, 0.75),
    ("instruct*", Act::Demand, 0.8),
    ("press", Act::Demand, 0.7),
    ("pressed", Act::Demand, 0.8),
    ("pressing", Act::Demand, 0.8),
    ("recommend*", Act::Demand, 0.8),
    ("advis*", Act::Demand, 0.7),
    ("encourag*", Act::Demand, 0.75),
    ("threat*", Act::Threaten, 0.9),
    ("promis*", Act::Promise, 0.9),
    ("pledg*", Act::Promise, 0.93),
    ("assur*", Act::Promise, 0.8),
    ("guarantee*", Act::Promise, 0.85),
    ("offer", Act::Promise, 0.7),
    ("offered", Act::Promise, 0.75),
    ("offers", Act::Promise, 0.7),
    ("commit", Act::Promise, 0.8),
    ("committed", Act::Promise, 0.8),
    ("undertak*", Act::Promise, 0.75),
    ("agreed", Act::Promise, 0.65),
    ("praise*", Act::Praise, 0.95),
    ("praising", Act::Praise, 0.95),
    ("welcom*", Act::Praise, 0.9),
    ("thank*", Act::Praise, 0.93),
    ("applaud*", Act::Praise, 0.93),
    ("hail*", Act::Praise, 0.9),
    ("commend*", Act::Praise, 0.93),
    ("congratulat*", Act::Praise, 0.93),
    ("laud*", Act::Praise, 0.93),
    ("endors*", Act::Praise, 0.85),
    ("compliment*", Act::Praise, 0.85),
    ("tout*", Act::Praise, 0.6),
    ("refus*", Act::Refuse, 0.88),
    ("ruled out", Act::Refuse, 0.9),
    ("rules out", Act::Refuse, 0.9),
    ("ruling out", Act::Refuse, 0.9),
];

/// What makes the object of "reject" a proposal rather than a charge.
const PROPOSALS: &[&str] = &[
    "appeal*",
    "bid",
    "call",
    "calls",
    "ceasefire*",
    "deal",
    "demand*",
    "invitation*",
    "mediation",
    "negotiat*",
    "offer*",
    "peace plan*",
    "plan",
    "plans",
    "plea*",
    "pressure",
    "proposal*",
    "request*",
    "resolution*",
    "settlement*",
    "talks",
    "terms",
    "truce",
    "ultimatum*",
    "visit*",
];

/// Verbs that deny a charge and refuse a proposal.
const REJECTIONS: &[&str] = &[
    "reject*",
    "dismiss*",
    "brush* off",
    "rebuff*",
    "spurn*",
    "turn* down",
    "turned down",
    "brushed off",
    "shrugged off",
    "scoff*",
    "disagree*",
    "pushed back",
];

/// By the cue, and for verbs of two meanings by what follows it.
pub(super) fn by_cue(said: &Said, charges: &Charges) -> Option<Decision> {
    let cue = format!("{} {}", said.cue, said.between.trim());
    let cue = cue.trim();
    if let Some(word) = find_any(REJECTIONS, &said.cue) {
        let opening: String = said.content.chars().take(60).collect();
        return Some(match find_any(PROPOSALS, &opening) {
            Some(_) => Decision::cue(Act::Refuse, 0.85, word),
            None => Decision::cue(Act::Deny, 0.9, word),
        });
    }
    // "called the network a “veritable arm”": a name for somebody is a charge or a judgement.
    if matches!(
        said.cue.trim(),
        "called"
            | "calls"
            | "calling"
            | "branded"
            | "labeled"
            | "labelled"
            | "dubbed"
            | "described"
            | "describes"
            | "describing"
    ) && !cue.contains("called on")
        && !cue.contains("called for")
        && !cue.contains("calls for")
    {
        return naming(said);
    }
    if let Some(word) = find_any(&["refus*"], &said.cue) {
        return Some(Decision::cue(Act::Refuse, 0.85, word));
    }
    if contains(&said.cue, "defend*") && charges.against(said) {
        return Some(Decision::cue(Act::Deny, 0.6, "defend"));
    }
    // "did not accuse anybody": the cue says what was not done.
    if find_any(&["not", "never", "without"], &said.cue).is_some() || said.cue.contains("n't") {
        return None;
    }
    if contains(&said.cue, "ask*") {
        let to = said.content.starts_with("to ")
            || said.between.contains(" to ")
            || said.content.split(' ').take(6).any(|w| w == "to");
        let question = said.content.contains('?')
            || ["if ", "whether ", "why ", "how ", "what ", "who "]
                .iter()
                .any(|w| said.content.trim_start_matches(['“', '"']).starts_with(w));
        return (to && !question).then(|| Decision::cue(Act::Demand, 0.8, "ask … to"));
    }
    if matches!(said.cue.trim(), "told" | "telling" | "tells" | "tell")
        && (said.content.starts_with("to ") || said.between.trim().ends_with(" to"))
    {
        return Some(Decision::cue(Act::Demand, 0.8, "told … to"));
    }
    if said.attitude {
        return attitude(said);
    }
    CUES.iter()
        .filter(|(stem, _, _)| contains(cue, stem))
        // What the cue itself says outranks the words after it.
        .max_by_key(|(stem, _, _)| (contains(&said.cue, stem), stem.len()))
        .filter(|(stem, _, _)| stem.contains(' ') || contains(&said.cue, stem))
        .filter(|(stem, _, _)| !(*stem == "charges" && contains(&said.cue, "in charge")))
        .map(|&(stem, act, confidence)| Decision::cue(act, confidence, stem.trim_end_matches('*')))
}

/// What somebody is called.
fn naming(said: &Said) -> Option<Decision> {
    super::praise::approving(&said.content)
        .map(|word| Decision::content(Act::Praise, 0.7, word))
        .or_else(|| {
            super::denial::untruth(said).map(|word| Decision::content(Act::Deny, 0.8, word))
        })
        .or_else(|| {
            super::accusation::wrong(&said.content)
                .map(|word| Decision::content(Act::Accuse, 0.7, word))
        })
        .or_else(|| {
            super::criticism::negative(&said.content)
                .map(|word| Decision::content(Act::Criticize, 0.75, word))
        })
        .or_else(|| {
            (said.cue.starts_with("brand") || said.cue.starts_with("label"))
                .then(|| Decision::cue(Act::Criticize, 0.7, "branded"))
        })
}

/// Beliefs and fears take no act from their verb, except that wanting somebody to act is a demand.
fn attitude(said: &Said) -> Option<Decision> {
    let wants = contains(&said.cue, "want*")
        && said.content.contains(" to ")
        && !said.content.starts_with("to ");
    wants.then(|| Decision::cue(Act::Demand, 0.6, "want … to"))
}
