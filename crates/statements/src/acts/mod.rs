//! What a speaker does by saying something.
//!
//! The act is that of the whole statement in its context, not of its verb. The model gives each act
//! a probability; families of rules are asked in a fixed order ([`ORDER`]), and the first that has an
//! answer says what it saw; [`blend`] weighs the two. The model is not asked of a quotation that stands
//! alone: there the rules decide, and where none does, it goes on with what its speaker did before.
//! Two rounds: the first finds who charges whom, the second knows it, so that "we only keep
//! contacts" of a party that stands accused becomes the denial that it is.

mod accusation;
mod admission;
mod blend;
mod criticism;
mod cues;
mod decline;
mod demand;
mod denial;
mod performative;
mod praise;
mod promise;
mod refusal;
mod said;
mod threat;

use std::collections::{BTreeMap, BTreeSet};

use gainsay_record::Act;

pub(crate) use said::Said;

/// An act, how sure, and why.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Decision {
    pub act: Act,
    pub confidence: f32,
    pub basis: String,
    pub runner_up: Option<Act>,
}

impl Decision {
    fn cue(act: Act, confidence: f32, word: &str) -> Self {
        Decision { act, confidence, basis: format!("cue {word:?}: {act}"), runner_up: None }
    }

    fn content(act: Act, confidence: f32, word: &str) -> Self {
        Decision { act, confidence, basis: format!("content {word:?}: {act}"), runner_up: None }
    }
}

/// What is known of the charges in the article.
#[derive(Debug, Default)]
pub(crate) struct Charges {
    /// Sides that stand accused, or deny.
    charged: BTreeSet<String>,
    /// Sides that accuse, with how often.
    accusers: BTreeMap<String, usize>,
}

impl Charges {
    fn against(&self, said: &Said) -> bool {
        said.side.as_ref().is_some_and(|side| self.charged.contains(side))
            || said.speaker.as_ref().is_some_and(|name| self.charged.contains(name))
    }
}

/// The probability of each act by the model, in the order of `Act::ALL`.
type Opinion = [f32; Act::ALL.len()];

/// One family of rules.
type Family = fn(&Said, &Charges) -> Option<Decision>;

/// The order in which the families are asked. What a cue says outright comes first; then what is
/// hardest to say by accident.
const ORDER: &[Family] = &[
    decline::decline,
    cues::by_cue,
    performative::performative,
    denial::outright,
    threat::threat,
    refusal::refusal,
    criticism::judgement,
    denial::in_context,
    demand::demand,
    accusation::accusation,
    promise::promise,
    praise::praise,
    criticism::complaint,
    admission::admission,
];

/// Nothing found: a report of fact. Like every confidence of these rules an estimate made while
/// reading, to be replaced by counts once there is a set large enough to count on.
const STATE: f32 = 0.7;

/// The act of one statement. `before` is the model's opinion of what the same speaker said just before.
fn decide(said: &Said, before: Option<&Opinion>, charges: &Charges) -> Decision {
    let rule = ORDER.iter().find_map(|family| family(said, charges));
    match &said.model {
        Some(model) => blend::blend(model, rule),
        None => rule.or_else(|| before.and_then(blend::go_on)).unwrap_or_else(|| Decision {
            act: Act::State,
            confidence: STATE,
            basis: "no rule of another act".to_owned(),
            runner_up: None,
        }),
    }
}

/// For each statement that the model was not asked of, its opinion of the one with which the same
/// speaker went on.
fn before(all: &[Said]) -> Vec<Option<&Opinion>> {
    let mut found: Vec<Option<&Opinion>> = Vec::with_capacity(all.len());
    for (n, said) in all.iter().enumerate() {
        let last = n.checked_sub(1).filter(|&last| {
            said.model.is_none() && said.speaker.is_some() && all[last].speaker == said.speaker
        });
        found.push(last.and_then(|last| all[last].model.as_ref().or(found[last])));
    }
    found
}

/// The acts of all statements of an article.
pub(crate) struct Decided {
    pub decisions: Vec<Decision>,
    charges: Charges,
}

impl Decided {
    /// Who charges the side of this statement's speaker, the most frequent first.
    pub(crate) fn accusers_of(&self, said: &Said) -> Vec<String> {
        if !self.charges.against(said) && said.side.is_some() {
            return Vec::new();
        }
        let mut accusers: Vec<(&String, usize)> = self
            .charges
            .accusers
            .iter()
            .filter(|(name, _)| said.side.as_ref() != Some(name))
            .map(|(name, n)| (name, *n))
            .collect();
        accusers.sort_by_key(|&(name, n)| (std::cmp::Reverse(n), name));
        accusers.into_iter().map(|(name, _)| name.clone()).collect()
    }
}

/// Decides in two rounds.
pub(crate) fn decide_all(all: &[Said]) -> Decided {
    let none = Charges::default();
    let mut charges = Charges::default();
    let before = before(all);
    let mut decisions: Vec<Decision> = Vec::with_capacity(all.len());
    for (said, before) in all.iter().zip(&before) {
        let decision = decide(said, *before, &none);
        match decision.act {
            Act::Accuse => {
                if let Some(side) = said.side.as_ref().or(said.speaker.as_ref()) {
                    *charges.accusers.entry(side.clone()).or_default() += 1;
                }
                charges.charged.extend(said.others.iter().cloned());
            }
            Act::Deny => {
                charges.charged.extend(said.side.clone().or(said.speaker.clone()));
            }
            _ => {}
        }
        // "U.S. allegations", "a charge of": whoever makes them need not be quoted.
        for accuser in &said.charged_by {
            *charges.accusers.entry(accuser.clone()).or_default() += 1;
        }
        decisions.push(decision);
    }
    // Nothing else in the charges is asked for, so who is not charged does what he did.
    for (n, said) in all.iter().enumerate().filter(|(_, said)| charges.against(said)) {
        decisions[n] = decide(said, before[n], &charges);
    }
    Decided { decisions, charges }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::read;

    fn acts(text: &str) -> Vec<Act> {
        read(text).iter().map(|s| s.act).collect()
    }

    #[test]
    fn what_a_cue_says_outright() {
        for (text, act) in [
            ("{s:Varnia} {c:denies} {q:it sent the boats}.", Act::Deny),
            ("{s:Varnia} {c:rejected} {q:the allegations}.", Act::Deny),
            ("{s:Varnia} {c:rejected} {q:the proposal for talks}.", Act::Refuse),
            ("{s:Varnia} {c:accuses} {q:Ostria of sending the boats}.", Act::Accuse),
            ("{s:Varnia} {c:condemned} {q:the raid}.", Act::Criticize),
            ("{s:Varnia} {c:urged} {q:Ostria to withdraw}.", Act::Demand),
            ("{s:Varnia} {c:welcomed} {q:the truce}.", Act::Praise),
            ("{s:Varnia} {c:pledged} {q:to pay}.", Act::Promise),
            ("{s:Varnia} {c:admitted} {q:the boats were its own}.", Act::Admit),
            ("{s:Tessen} {c:declined} {q:to comment}.", Act::Decline),
        ] {
            assert_eq!(acts(text), [act], "{text}");
        }
    }

    #[test]
    fn what_is_said_decides_where_the_cue_says_nothing() {
        for (text, act) in [
            ("{q:“These claims are baseless,”} {s:Tessen} {c:said}.", Act::Deny),
            ("{s:Tessen} {c:said} {q:his nation has no links to the rebels}.", Act::Deny),
            ("{s:Tessen} {c:said} {q:Ostria was funding the rebels}.", Act::Accuse),
            ("{s:Tessen} {c:said} {q:Ostria must withdraw its troops}.", Act::Demand),
            ("{q:“We will not hand over the boats,”} {s:Tessen} {c:said}.", Act::Refuse),
            ("{q:“Ostria will pay a heavy price,”} {s:Tessen} {c:said}.", Act::Threaten),
            ("{q:“This is deeply unfair,”} {s:Tessen} {c:said}.", Act::Criticize),
            ("{s:Tessen} {c:said} {q:Ostria was a reliable partner}.", Act::Praise),
            ("{s:Tessen} {c:said} {q:talks began on Monday}.", Act::State),
        ] {
            assert_eq!(acts(text), [act], "{text}");
        }
    }

    #[test]
    fn a_defence_that_answers_a_charge_is_a_denial() {
        let text = "{s1:Ostria} {c1:accuses} {q1:Varnia of arming the rebels}.\n\
                    {s2:Varnia} {c2:said} {q2:having contacts does not mean support}.";
        assert_eq!(acts(text), [Act::Accuse, Act::Deny]);
    }

    #[test]
    fn a_quotation_that_stands_alone_goes_on_with_what_its_speaker_did() {
        let mut accuses = [0.01; Act::ALL.len()];
        accuses[Act::ALL.iter().position(|&act| act == Act::Accuse).unwrap()] = 0.9;
        let said = |speaker: &str, content: &str, model| Said {
            speaker: Some(speaker.to_owned()),
            content: content.to_owned(),
            model,
            ..Said::default()
        };
        let all = [
            said("Ilmar Tessen", "they sold the boats", Some(accuses)),
            said("Ilmar Tessen", "the letters lay there for a month", None),
            said("Ilmar Tessen", "and nobody read them", None),
            said("Orla Venn", "the letters lay there for a month", None),
        ];
        let acts: Vec<Act> = decide_all(&all).decisions.iter().map(|d| d.act).collect();
        assert_eq!(acts, [Act::Accuse, Act::Accuse, Act::Accuse, Act::State]);
    }
}
