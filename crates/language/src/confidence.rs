//! From the model's own probabilities to one that holds.

use serde::Deserialize;

use crate::decode::Found;

/// A logistic regression over the log-odds of cue, source and content, fitted on development
/// articles so that "0.9" means nine in ten (Platt 1999).
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub(crate) struct Calibration {
    /// Log-odds before anything is known.
    pub bias: f32,
    /// Weight of the cue's log-odds.
    pub cue: f32,
    /// Weight of the source's log-odds.
    pub source: f32,
    /// Weight of the content's log-odds.
    pub content: f32,
    /// Added where there is no source.
    pub no_source: f32,
}

impl Calibration {
    /// The probability, 0 to 1 in steps of a thousandth, that source and content are right.
    pub fn confidence(&self, found: &Found) -> f32 {
        let sum = self.bias
            + self.cue * log_odds(found.cue_probability)
            + self.source * log_odds(found.source_probability)
            + self.content * log_odds(found.content_probability)
            + if found.source.is_none() { self.no_source } else { 0.0 };
        let p = 1.0 / (1.0 + (-sum).exp());
        // A thousandth is finer than anybody can judge, and coarse enough to hide the last bits in
        // which processors differ.
        (p * 1000.0).round() / 1000.0
    }
}

fn log_odds(p: f32) -> f32 {
    let p = p.clamp(1e-4, 1.0 - 1e-4);
    (p / (1.0 - p)).ln()
}
