//! The model's opinion and the rules', weighed.

use gainsay_record::Act;

use super::{Decision, Opinion};

/// How much a rule's log-odds count beside the model's log-probabilities, and how much they may count at
/// most: a rule decides where the model hesitates, and overrules nothing that it is sure of. Chosen on
/// our development articles.
const RULE: f32 = 2.0;
const MOST: f32 = 3.0;

/// A runner-up is named where it is at least this probable.
const NAMED: f32 = 0.15;

/// An act is gone on with where it was at least this probable, and then is half as probable.
const GOES_ON: f32 = 0.5;

/// The act of a further quotation by the model's opinion of the statement before; none where that was
/// in doubt, or declined to say anything.
pub(super) fn go_on(before: &Opinion) -> Option<Decision> {
    let likeliest = |&(_, p): &(Act, f32)| p >= GOES_ON;
    let (act, p) = Act::ALL.into_iter().zip(before.iter().copied()).find(likeliest)?;
    (act != Act::Decline).then(|| Decision {
        act,
        confidence: (p * GOES_ON * 100.0).round() / 100.0,
        basis: "as before".to_owned(),
        runner_up: None,
    })
}

/// The likeliest act by the model and a rule, with its probability and the next likeliest.
pub(super) fn blend(model: &Opinion, rule: Option<Decision>) -> Decision {
    let mut scores = model.map(|p| p.max(1e-6).ln());
    if let Some(rule) = &rule {
        let p = rule.confidence.clamp(0.01, 0.99);
        scores[place(rule.act)] += (RULE * (p / (1.0 - p)).ln()).min(MOST);
    }
    let top = scores.into_iter().fold(f32::NEG_INFINITY, f32::max);
    let weights = scores.map(|score| (score - top).exp());
    let sum: f32 = weights.iter().sum();
    let mut order: Vec<usize> = (0..Act::ALL.len()).collect();
    order.sort_by(|&a, &b| weights[b].total_cmp(&weights[a]).then(a.cmp(&b)));
    let act = Act::ALL[order[0]];
    let basis = match rule {
        Some(rule) if rule.act == act => format!("model, {}", rule.basis),
        _ => "model".to_owned(),
    };
    Decision {
        act,
        // Hundredths: what lies below them differs from processor to processor.
        confidence: (weights[order[0]] / sum * 100.0).round() / 100.0,
        basis,
        runner_up: (weights[order[1]] / sum >= NAMED).then(|| Act::ALL[order[1]]),
    }
}

fn place(act: Act) -> usize {
    Act::ALL.iter().position(|&other| other == act).expect("every act is in the list")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model(likely: &[(Act, f32)]) -> [f32; Act::ALL.len()] {
        let mut p = [0.001; Act::ALL.len()];
        for &(act, probability) in likely {
            p[place(act)] = probability;
        }
        p
    }

    #[test]
    fn a_rule_tips_the_scales_and_no_more() {
        let torn = model(&[(Act::State, 0.5), (Act::Deny, 0.45)]);
        let rule = Decision::cue(Act::Deny, 0.6, "rejected");
        assert_eq!(blend(&torn, None).act, Act::State);
        let both = blend(&torn, Some(rule.clone()));
        assert_eq!((both.act, both.runner_up), (Act::Deny, Some(Act::State)));
        assert_eq!(both.basis, "model, cue \"rejected\": deny");
        let sure = model(&[(Act::Refuse, 0.98), (Act::Deny, 0.01)]);
        assert_eq!(blend(&sure, Some(rule)).act, Act::Refuse);
        // However sure a rule is, it does not overrule the model.
        let rule = Decision::cue(Act::Deny, 0.99, "rejected");
        assert_eq!(blend(&sure, Some(rule)).act, Act::Refuse);
    }

    #[test]
    fn what_was_likely_goes_on() {
        let before = |p| go_on(&model(p)).map(|decision| (decision.act, decision.confidence));
        assert_eq!(before(&[(Act::Deny, 0.8), (Act::State, 0.1)]), Some((Act::Deny, 0.4)));
        assert_eq!(before(&[(Act::Deny, 0.4), (Act::State, 0.3)]), None);
        assert_eq!(before(&[(Act::Decline, 0.9)]), None);
    }
}
