//! Answers: which statement denies, admits, refuses, accepts, returns or declines which other.
//!
//! A statement is a [`Turn`]; two turns that share a key are judged by weighing [`evidence`]: who
//! speaks and who is spoken of, what either does, which words they share, where they stand. The
//! weights are fitted to pairs that readers labelled (`measure/fit_answers.py`); the strongest
//! pieces are the reason given. Links are kept as [`incremental`](crate::incremental) says; the
//! groups it draws mean nothing here.

mod evidence;
mod judge;
mod lists;
mod rules;
mod sentence;
mod turn;
mod weights;
mod who;

pub use evidence::{Piece, evidence};
pub use judge::{Answer, Answers, MOST, answers, best, keys, weigh};
pub use turn::{Turn, turns};

/// A statement for tests beside this module.
#[cfg(test)]
pub(crate) fn statement_for_test() -> gainsay_record::Statement {
    turn::tests::statement(Vec::new(), Vec::new(), Vec::new())
}
