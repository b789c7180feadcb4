//! Broken inputs by the thousand, always the same ones.
//!
//! A [`Target`] takes any bytes and says what must hold of them. [`case`] makes the bytes: the number
//! of a case decides from which seeds (the example's pages, our own articles, lines of JSON, queries)
//! and by which changes it is made, so that a case is found again by its number, on any machine.
//! [`attempt`] runs one and turns a panic into a [`Failure`]; [`shrink`] makes it small.
//!
//! What was found once lies in `findings/`, a file each, and is tried again by the tests.
//!
//! It is no libFuzzer: nothing measures which branches a case reaches. It needs no nightly compiler,
//! no second build of everything, and no luck to give the same result twice.

mod chance;
mod mutate;
mod run;
mod seeds;
mod targets;

pub use run::{Failure, attempt, case, shrink};
pub use seeds::{Seeds, home};
pub use targets::{TARGETS, Target};
