//! Echoes: one utterance of one speaker reported again.
//!
//! The judge draws [`Evidence`] from two statements (who speaks, the words in common, quoted or
//! not, days, surroundings) and weighs it; the weights were fitted to labelled pairs. Words weigh
//! by a fixed list (`common.txt` in this crate), never by how many statements hold them, so that a
//! judgement stands whatever is added.
//!
//! A report in the same words, or in a part of them, joins its utterance firmly. A paraphrase joins
//! the report it is most like, and no other.

mod differences;
mod evidence;
mod judge;
mod utterance;
mod weights;

pub use differences::{Difference, Excerpt, differences};
pub use evidence::{Evidence, Run, Speakers, evidence};
pub use judge::{Echo, judge, may_be, weigh};
pub use utterance::{Utterance, keys};

use crate::incremental::{Comparable, Judgement};

impl Comparable for Utterance {
    const REACH: usize = 8;
    const DAYS: i32 = utterance::DAYS;
    type Kind = Echo;

    fn keys(&self) -> Vec<u64> {
        keys(self)
    }

    fn judge(earlier: &Self, later: &Self) -> Option<Judgement<Echo>> {
        judge(earlier, later)
    }
}
