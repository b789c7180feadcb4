//! Feasts and holidays whose day the calendar gives.

use jiff::civil::{Date, date};

use crate::expression::{Feast, Found, Meaning, Year};
use crate::lexicon::{Key, Unit, Word};
use crate::tense;
use crate::token::Tokens;
use crate::years;

/// A feast that begins at `i`, with its year.
pub(crate) fn find(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if !t.capital(i) {
        return None;
    }
    let day = |i: usize| t.word(i) == Word::Unit { unit: Unit::Day, many: false } && t.capital(i);
    // "New Year's Eve", "Valentine's Day"
    let genitive = |i: usize| if t.sign(i, b'\'') && t.is(i + 1, Key::S) { i + 2 } else { i };
    let Word::Key(key) = t.word(i) else { return None };
    let (feast, to) = match key {
        Key::Christmas if t.is(i + 1, Key::Eve) => (Feast::ChristmasEve, i + 2),
        Key::Christmas => (Feast::Christmas, i + 1 + usize::from(day(i + 1))),
        Key::Boxing if day(i + 1) => (Feast::BoxingDay, i + 2),
        Key::Thanksgiving => (Feast::Thanksgiving, i + 1 + usize::from(day(i + 1))),
        Key::Halloween => (Feast::Halloween, i + 1),
        Key::Valentine if day(genitive(i + 1)) => (Feast::Valentine, genitive(i + 1) + 1),
        Key::Election if day(i + 1) => (Feast::Election, i + 2),
        Key::Labor if day(i + 1) => (Feast::Labor, i + 2),
        Key::Memorial if day(i + 1) => (Feast::Memorial, i + 2),
        Key::Independence if day(i + 1) => (Feast::Independence, i + 2),
        Key::Good if t.word(i + 1) == (Word::Weekday { n: 5, short: false }) => {
            (Feast::GoodFriday, i + 2)
        }
        Key::Easter => {
            let sunday = t.word(i + 1) == Word::Weekday { n: 7, short: false };
            (Feast::Easter, i + 1 + usize::from(sunday))
        }
        Key::New if t.spells(i + 1, "year") => {
            let at = genitive(i + 2);
            if t.is(at, Key::Eve) {
                (Feast::NewYearsEve, at + 1)
            } else if day(at) {
                (Feast::NewYearsDay, at + 1)
            } else {
                return None;
            }
        }
        _ => return None,
    };
    // "the Christmas Islands", "Easter Road"
    if t.capital(to) && t.word(to) == Word::Other && !t.begins_sentence(to) {
        return None;
    }
    let (year, to) = years::number(t, to + usize::from(t.sign(to, b',')))
        .map(|(n, end)| (Year::Fixed(n), end))
        .or_else(|| years::completing(t, to))
        .unwrap_or_else(|| (Year::Near(tense::around(t, i, to)), to));
    Some(Found::new(i, to, Meaning::Feast { feast, year }))
}

impl Feast {
    /// Its day in a year, or `None` where the calendar has no such year.
    pub(crate) fn day(self, year: i16) -> Option<Date> {
        if !(1583..=9000).contains(&year) {
            return None;
        }
        Some(match self {
            Feast::Christmas => date(year, 12, 25),
            Feast::ChristmasEve => date(year, 12, 24),
            Feast::BoxingDay => date(year, 12, 26),
            Feast::NewYearsDay => date(year, 1, 1),
            Feast::NewYearsEve => date(year, 12, 31),
            Feast::Halloween => date(year, 10, 31),
            Feast::Valentine => date(year, 2, 14),
            Feast::Independence => date(year, 7, 4),
            Feast::Thanksgiving => {
                date(year, 11, 1).nth_weekday_of_month(4, jiff::civil::Weekday::Thursday).ok()?
            }
            // In the United States, the Tuesday after November's first Monday.
            Feast::Election => {
                let monday =
                    date(year, 11, 1).nth_weekday_of_month(1, jiff::civil::Weekday::Monday).ok()?;
                monday.checked_add(jiff::Span::new().days(1)).ok()?
            }
            Feast::Labor => {
                date(year, 9, 1).nth_weekday_of_month(1, jiff::civil::Weekday::Monday).ok()?
            }
            Feast::Memorial => {
                date(year, 5, 1).nth_weekday_of_month(-1, jiff::civil::Weekday::Monday).ok()?
            }
            Feast::Easter => easter(year)?,
            Feast::GoodFriday => easter(year)?.checked_sub(jiff::Span::new().days(2)).ok()?,
        })
    }
}

/// Easter Sunday of the Gregorian calendar (the anonymous computus).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, month as i8, day as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_almanacs_have_it() {
        for (y, m, d) in [(1990, 4, 15), (2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2038, 4, 25)]
        {
            assert_eq!(easter(y), Some(date(y, m, d)));
        }
    }
}
