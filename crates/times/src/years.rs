//! Years, decades and centuries, and the year that follows a month, a season or a quarter.

use crate::doubt;
use crate::expression::{Found, Meaning, Year};
use crate::lexicon::{Key, Unit, Word};
use crate::numbers::{ordinal, spoken_year};
use crate::token::Tokens;

/// A year in four digits or spoken, from 1000 to 2199, at `i`.
pub(crate) fn number(t: &Tokens<'_>, i: usize) -> Option<(i32, usize)> {
    if let Word::Digits(n @ 1000..=2199) = t.word(i) {
        let plain = t.str(i).len() == 4 && !doubt::part_of_number(t, i);
        return plain.then_some((n as i32, i + 1));
    }
    spoken_year(t, i).map(|(n, end)| (n as i32, end))
}

/// The year that completes what ends at `i`: "[June] 1998", "[the third quarter] of last year",
/// "[summer] this year".
pub(crate) fn completing(t: &Tokens<'_>, i: usize) -> Option<(Year, usize)> {
    let of = usize::from(t.is(i, Key::Of) || t.is(i, Key::In));
    let mut at = i + of;
    if of == 1 {
        at += usize::from(t.is(at, Key::The));
    }
    if t.is(at, Key::Fiscal) || (of == 1 && t.is(at, Key::Calendar)) {
        at += 1;
    }
    if let Some((n, end)) = number(t, at) {
        // "in June 1998" but not "in June in 1998", which is two.
        return (!t.is(i, Key::In)).then_some((Year::Fixed(n), end));
    }
    if t.is(i, Key::In) {
        return None;
    }
    let year = match t.word(at) {
        Word::Key(Key::Last | Key::Past) => Year::Shift(-1),
        Word::Key(Key::This | Key::Current) => Year::Shift(0),
        Word::Key(Key::Next | Key::Coming) => Year::Shift(1),
        Word::Key(Key::That | Key::Same) => Year::OfReference(0),
        Word::Key(Key::Previous) => Year::OfReference(-1),
        Word::Key(Key::Following) => Year::OfReference(1),
        // "a year ago", "a year earlier"
        Word::Key(Key::A) if of == 0 && is_year(t, at + 1) => {
            return match t.word(at + 2) {
                Word::Key(Key::Ago | Key::Earlier | Key::Before) => Some((Year::Shift(-1), at + 3)),
                _ => None,
            };
        }
        _ => return None,
    };
    at += 1 + usize::from(t.is(at + 1, Key::Fiscal));
    is_year(t, at).then(|| (year, at + 1))
}

fn is_year(t: &Tokens<'_>, i: usize) -> bool {
    t.word(i) == Word::Unit { unit: Unit::Year, many: false }
}

/// The year that stands before a quarter or a period: "this year's [third quarter]", "the 1988
/// [second quarter]", "last year's". Gives the token after it.
pub(crate) fn leading(t: &Tokens<'_>, i: usize) -> Option<(Year, usize)> {
    if let Some((n, end)) = number(t, i) {
        let end = if t.sign(end, b'\'') && t.is(end + 1, Key::S) { end + 2 } else { end };
        return Some((Year::Fixed(n), end));
    }
    let year = match t.word(i) {
        Word::Key(Key::Last) => Year::Shift(-1),
        Word::Key(Key::This) => Year::Shift(0),
        Word::Key(Key::Next) => Year::Shift(1),
        Word::Key(Key::That) => Year::OfReference(0),
        _ => return None,
    };
    let at = i + 1 + usize::from(t.is(i + 1, Key::Fiscal));
    (is_year(t, at) && t.sign(at + 1, b'\'') && t.is(at + 2, Key::S)).then_some((year, at + 3))
}

/// A year on its own, a decade or a century that begins at `i`.
pub(crate) fn find(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if let Some(found) = decade(t, i).or_else(|| century(t, i)) {
        return Some(found);
    }
    let (n, end) = number(t, i)?;
    if doubt::is_no_year(t, i, end, n) {
        return None;
    }
    Some(Found::new(i, end, Meaning::Year(Year::Fixed(n))))
}

/// "1980s", "the 80s", "'80s", "the nineties".
fn decade(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if let Word::Nineties(n) = t.word(i) {
        // A man in his nineties is no decade of the calendar.
        let calendar = t.was(i, 1, Key::The)
            || t.was(i, 2, Key::The)
            || matches!(t.back(i, 1), Word::Number(18..=20))
            || t.was(i, 1, Key::Early)
            || t.was(i, 1, Key::Late);
        let century = match t.back(i, 1) {
            Word::Number(c @ 18..=20) if c < 20 => c as i32,
            _ => 19,
        };
        let from = if matches!(t.back(i, 1), Word::Number(18..=19)) { i - 1 } else { i };
        return calendar
            .then(|| Found::new(from, i + 1, Meaning::Decade(century * 10 + i32::from(n) / 10)));
    }
    let (i, from, mark) = match t.word(i) {
        Word::Punct(b'\'') if t.glued(i + 1) => (i + 1, i, true),
        _ => (i, i, false),
    };
    let Word::Digits(n) = t.word(i) else { return None };
    let apostrophe = usize::from(t.sign(i + 1, b'\'') && t.glued(i + 1));
    let end = i + 2 + apostrophe;
    if !(t.is(end - 1, Key::S) && t.glued(end - 1)) || n % 10 != 0 || doubt::part_of_number(t, i) {
        return None;
    }
    // "1990's" is the decade in older papers' spelling, "1989's" the year's genitive.
    match t.str(i).len() {
        4 if (1500..2100).contains(&n) => {
            Some(Found::new(from, end, Meaning::Decade(n as i32 / 10)))
        }
        2 if mark
            || t.was(i, 1, Key::The)
            || t.was(i, 2, Key::The)
            || t.was(i, 1, Key::Early)
            || (t.was(i, 1, Key::And) && t.was(i, 2, Key::S)) =>
        {
            let century = if n < 30 { 20 } else { 19 };
            Some(Found::new(from, end, Meaning::Decade(century * 10 + n as i32 / 10)))
        }
        _ => None,
    }
}

/// "the 20th century", "nineteenth-century".
fn century(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (n, end) = ordinal(t, i)?;
    let at = t.past_hyphen(end);
    let unit = Word::Unit { unit: Unit::Century, many: false };
    if t.word(at) != unit || !(1..=40).contains(&n) {
        return None;
    }
    // "21st Century Fox"
    if t.capital(at) && t.capital(at + 1) {
        return None;
    }
    Some(Found::new(i, at + 1, Meaning::Century(n as i32 - 1)))
}
