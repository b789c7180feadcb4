//! What the grounds weigh.

use std::borrow::Cow;
use std::collections::BTreeMap;

use gainsay_record::Act;

use super::fitted::FITTED;
use super::ground::Ground;

/// What a ground weighs for every act, and what comes on top for each.
pub(crate) type Row = [f32; 1 + Act::ALL.len()];

/// The weight of each ground for each act.
pub(crate) struct Weights(Cow<'static, [(Ground, Row)]>);

impl Weights {
    /// Those that ship.
    pub(crate) fn fitted() -> Self {
        Weights(Cow::Borrowed(FITTED))
    }

    /// Others, by the names of their grounds; what is not among them weighs nothing.
    pub(crate) fn given(rows: &BTreeMap<String, Vec<f32>>) -> Self {
        let row = |&ground: &Ground| {
            let given = rows.get(&format!("{ground:?}")).map_or(&[][..], Vec::as_slice);
            (ground, std::array::from_fn(|k| given.get(k).copied().unwrap_or(0.0)))
        };
        Weights(Ground::ALL.iter().map(row).collect())
    }

    pub(super) fn of(&self, ground: Ground, act: Act) -> f32 {
        self.at(ground as usize, act)
    }

    /// The same by the place of the ground in the list of all.
    pub(super) fn at(&self, ground: usize, act: Act) -> f32 {
        let column = Act::ALL.iter().position(|&other| other == act).unwrap_or(0);
        let row = &self.0[ground].1;
        row[0] + row[1 + column]
    }

    /// What all of these weigh together.
    pub(super) fn sum(&self, grounds: &[(Ground, f32)], act: Act) -> f32 {
        grounds.iter().map(|&(ground, held)| held * self.of(ground, act)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ground_has_its_weights() {
        assert_eq!(FITTED.len(), Ground::ALL.len());
        assert!(FITTED.iter().zip(Ground::ALL).all(|(weight, ground)| weight.0 == *ground));
    }
}
