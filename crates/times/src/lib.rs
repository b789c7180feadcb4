//! Temporal expressions in English text.

mod anchor;
mod arithmetic;
mod calendar;
mod clock;
mod doubt;
mod duration;
mod expression;
mod feast;
mod keys;
mod lexicon;
mod numbers;
mod relative;
mod resolve;
mod scan;
mod share;
mod tense;
mod time;
mod token;
mod vague;
mod value;
mod weeks;
mod words;
mod years;

pub use anchor::Anchor;
pub use time::{Kind, Time, find};
