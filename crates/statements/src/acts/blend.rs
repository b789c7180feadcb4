//! The model's opinion and the rules', weighed.

use gainsay_record::Act;

use super::Decision;

/// How much a rule's log-odds count beside the model's log-probabilities. Chosen on our development
/// articles; at 0 the model decides alone.
const RULE: f32 = 2.0;

/// A runner-up is named where it is at least this probable.
const NAMED: f32 = 0.15;

/// The likeliest act by both, with its probability and the next likeliest.
pub(super) fn blend(model: &[f32; Act::ALL.len()], rule: Option<Decision>) -> Decision {
    let mut scores = model.map(|p| p.max(1e-6).ln());
    if let Some(rule) = &rule {
        let p = rule.confidence.clamp(0.01, 0.99);
        scores[place(rule.act)] += RULE * (p / (1.0 - p)).ln();
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
    }
}
