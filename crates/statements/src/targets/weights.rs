//! What the grounds weigh: each by itself, and together with others by way of a few hidden sums, for what
//! "named first" tells depends on what else is known of a party.

use std::borrow::Cow;
use std::collections::BTreeMap;

use gainsay_record::Act;

use super::fitted::{ACTS, FITTED, HIDDEN, OUT};
use super::ground::Ground;

/// What a ground weighs for every act, and what comes on top for each.
pub(crate) type Row = [f32; 1 + Act::ALL.len()];
/// What it adds to each hidden sum.
pub(super) type Hidden = [f32; HIDDEN];

/// The weight of each ground for each act, and what the hidden sums weigh where they are above zero.
pub(crate) struct Weights {
    rows: Cow<'static, [(Ground, Row, Hidden)]>,
    /// Where the hidden sums begin, for each act.
    acts: Cow<'static, [Hidden]>,
    out: Hidden,
}

/// What the grounds of one candidate weigh so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sum {
    /// The act of the statement, as a column.
    act: usize,
    plain: f32,
    hidden: Hidden,
}

impl Weights {
    /// Those that ship.
    pub(crate) fn fitted() -> Self {
        Weights { rows: Cow::Borrowed(FITTED), acts: Cow::Borrowed(ACTS), out: OUT }
    }

    /// Others, by the names of their grounds: the row, then the hidden sums; under the names of the acts
    /// where these begin, under `out` what they weigh. What is not there is nothing.
    pub(crate) fn given(rows: &BTreeMap<String, Vec<f32>>) -> Self {
        let at = |name: &str, k: usize| rows.get(name).and_then(|row| row.get(k)).copied();
        let some = |name: &str, k: usize| at(name, k).unwrap_or(0.0);
        let row = |&ground: &Ground| {
            let name = format!("{ground:?}");
            let own: Row = std::array::from_fn(|k| some(&name, k));
            (ground, own, std::array::from_fn(|k| some(&name, own.len() + k)))
        };
        let begins = |act: &Act| std::array::from_fn(|k| some(act.as_str(), k));
        Weights {
            rows: Ground::ALL.iter().map(row).collect(),
            acts: Act::ALL.iter().map(begins).collect(),
            out: std::array::from_fn(|k| some("out", k)),
        }
    }

    /// Nothing yet, for a statement of this act.
    pub(super) fn nothing(&self, act: Act) -> Sum {
        let act = Act::ALL.iter().position(|&other| other == act).unwrap_or(0);
        Sum { act, plain: 0.0, hidden: self.acts[act] }
    }

    /// Adds a ground by its place in the list of all.
    pub(super) fn add(&self, sum: &mut Sum, ground: usize, held: f32) {
        let (_, row, hidden) = &self.rows[ground];
        sum.plain += held * (row[0] + row[1 + sum.act]);
        for (sum, weight) in sum.hidden.iter_mut().zip(hidden) {
            *sum += held * weight;
        }
    }

    /// What all of these weigh together.
    pub(super) fn sum(&self, grounds: &[(Ground, f32)], act: Act) -> Sum {
        let mut sum = self.nothing(act);
        for &(ground, held) in grounds {
            self.add(&mut sum, ground as usize, held);
        }
        sum
    }

    /// How likely it makes the candidate, as a logarithm.
    pub(super) fn score(&self, sum: &Sum) -> f32 {
        let hidden = sum.hidden.iter().zip(&self.out);
        sum.plain + hidden.map(|(held, weight)| held.max(0.0) * weight).sum::<f32>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ground_and_every_act_has_its_weights() {
        assert_eq!(FITTED.len(), Ground::ALL.len());
        assert!(FITTED.iter().zip(Ground::ALL).all(|(weight, ground)| weight.0 == *ground));
        assert_eq!(ACTS.len(), Act::ALL.len());
    }

    #[test]
    fn a_hidden_sum_counts_where_it_is_above_zero() {
        let rows = BTreeMap::from([
            ("Object".to_owned(), [vec![1.0; 12], vec![3.0]].concat()),
            ("out".to_owned(), vec![10.0]),
            ("deny".to_owned(), vec![-4.0]),
        ]);
        let weights = Weights::given(&rows);
        let score = |act| weights.score(&weights.sum(&[(Ground::Object, 1.0)], act));
        assert_eq!((score(Act::Accuse), score(Act::Deny)), (2.0 + 30.0, 2.0));
    }
}
