//! Weeks named by a date: "the week of March 6", "the last week of March".

use crate::calendar;
use crate::expression::{Found, Meaning};
use crate::lexicon::{Key, Unit, Word};
use crate::numbers::ordinal;
use crate::token::Tokens;

/// A week that begins at `i`, with "week" or with what counts it.
pub(crate) fn find(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let week = |i: usize| t.word(i) == Word::Unit { unit: Unit::Week, many: false };
    if week(i) {
        let of = t.is(i + 1, Key::Of) || t.spells(i + 1, "beginning");
        let date = calendar::find(t, i + 2).filter(|_| of)?;
        let Meaning::Calendar { year, month, day: Some(day) } = date.meaning else { return None };
        return Some(Found { from: i, meaning: Meaning::WeekOf { year, month, day }, ..date });
    }
    let (n, end) = match t.word(i) {
        Word::Key(Key::Last | Key::Latest) => (0, i + 1),
        _ => ordinal(t, i).filter(|(n, _)| *n <= 5)?,
    };
    if !(week(end) && (t.is(end + 1, Key::Of) || t.is(end + 1, Key::In))) {
        return None;
    }
    let date = calendar::find(t, end + 2)?;
    let Meaning::Calendar { year, month, day: None } = date.meaning else { return None };
    Some(Found { from: i, meaning: Meaning::WeekIn { n: n as u8, year, month }, ..date })
}
