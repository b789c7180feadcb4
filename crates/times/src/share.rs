//! Shares of a year: quarters, halves and seasons; weekends and the spans that financial papers
//! compare ("the year-earlier quarter", "the same period last year").

use crate::calendar;
use crate::doubt;
use crate::expression::{Base, Found, Meaning, Year};
use crate::lexicon::{Key, Season, Unit, Word};
use crate::numbers::{self, ordinal};
use crate::tense;
use crate::token::Tokens;
use crate::years;

const QUARTER: Word = Word::Unit { unit: Unit::Quarter, many: false };
const YEAR: Word = Word::Unit { unit: Unit::Year, many: false };

/// "the third quarter", "fiscal second-quarter", "the last half of 1989", "the final quarter of
/// 2009": what begins with the ordinal at `i`, the year before it known or not.
pub(crate) fn ordinal_share(t: &Tokens<'_>, i: usize, year: Option<Year>) -> Option<Found> {
    let (n, end) = match t.word(i) {
        Word::Key(Key::Last | Key::Latest) => (0, i + 1),
        _ => ordinal(t, i)?,
    };
    let at = t.past_hyphen(end + usize::from(t.is(end, Key::Fiscal)));
    let of = match t.word(at) {
        Word::Unit { unit: Unit::Quarter, .. } => 4,
        Word::Key(Key::Half) => 2,
        _ => return None,
    };
    if n > of {
        return None;
    }
    let completed = match year {
        Some(year) => Some((year, at + 1)),
        None => years::completing(t, at + 1).or_else(|| of_the_year(t, at + 1)),
    };
    // "the last quarter" alone is the one before this: not a share of a known year.
    if n == 0 && completed.is_none() {
        return None;
    }
    // "the first half" of a match needs a year.
    if of == 2 && completed.is_none() {
        return None;
    }
    let (year, to) = completed.unwrap_or_else(|| (Year::Near(tense::around(t, i, at + 1)), at + 1));
    let n = if n == 0 { of } else { n };
    Some(Found::new(i, to, Meaning::Share { n: n as u8, of: of as u8, year }))
}

/// "of the year"
fn of_the_year(t: &Tokens<'_>, i: usize) -> Option<(Year, usize)> {
    (t.is(i, Key::Of) && t.is(i + 1, Key::The) && t.word(i + 2) == YEAR)
        .then_some((Year::Shift(0), i + 3))
}

/// "this year's third quarter", "the 1988 quarter", "last year's period": a year leads.
pub(crate) fn led_by_year(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (year, end) = years::leading(t, i)?;
    let end = end + usize::from(t.is(end, Key::Fiscal));
    if let Some(found) = ordinal_share(t, end, Some(year)) {
        return Some(Found { from: i, ..found });
    }
    if let Word::Season { season, many: false } = t.word(end) {
        return Some(Found::new(i, end + 1, Meaning::Season { season, year }));
    }
    if !(t.word(end) == QUARTER || t.is(end, Key::Period)) {
        return None;
    }
    // "the 1988 quarter": the quarter that is spoken of, in that year.
    Some(Found::new(i, end + 1, Meaning::SameShare { year }))
}

/// "year-ago", "the year-earlier period", "the year-ago third quarter": what begins with "year" at `i`.
pub(crate) fn year_ago(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if t.word(i) != YEAR {
        return None;
    }
    let at = t.past_hyphen(i + 1);
    if at == i + 1 || !matches!(t.word(at), Word::Key(Key::Ago | Key::Earlier)) {
        return None;
    }
    if let Some(found) = ordinal_share(t, at + 1, Some(Year::Shift(-1))) {
        return Some(Found { from: i, ..found });
    }
    // "the year-earlier nine months" is a length, as "the nine months" is.
    if let Some((amount, end)) = numbers::amount(t, at + 1)
        && let Word::Unit { unit, many: true } = t.word(end)
    {
        return Some(Found::new(i, end + 1, Meaning::Duration { amount, unit }));
    }
    let named = t.word(at + 1) == QUARTER || t.is(at + 1, Key::Period);
    Some(Found::new(i, at + 1 + usize::from(named), Meaning::SameShare { year: Year::Shift(-1) }))
}

/// "the same period last year", "the corresponding quarter a year earlier", "the quarter", "the
/// latest period": what begins with "quarter" or "period" at `i`.
pub(crate) fn same(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let quarter = t.word(i) == QUARTER;
    let same = t.was(i, 1, Key::Same);
    let month = t.word(i) == Word::Unit { unit: Unit::Month, many: false };
    if !(quarter || t.is(i, Key::Period) || (month && same)) {
        return None;
    }
    // "the quarter ended Sept. 30" ends with the quarter of that date.
    if quarter
        && t.is(i + 1, Key::Ended)
        && let Some(Found { meaning: Meaning::Calendar { year, month, .. }, .. }) =
            calendar::find(t, i + 2)
    {
        return Some(Found::new(i, i + 1, Meaning::Share { n: month.div_ceil(3), of: 4, year }));
    }
    // "quarter-to-quarter"
    if t.past_hyphen(i + 1) > i + 1 {
        return None;
    }
    if let Some((Year::Shift(by), to)) = years::completing(t, i + 1) {
        return Some(Found::new(i, to, Meaning::SameShare { year: Year::Shift(by) }));
    }
    if t.was(i, 1, Key::Latest) || (quarter && (same || t.was(i, 1, Key::The))) {
        return Some(Found::new(i, i + 1, Meaning::SameShare { year: Year::Shift(0) }));
    }
    None
}

/// "the summer", "summer 1998", "in the winter of nineteen ninety-four", "late spring".
pub(crate) fn season(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let Word::Season { season, many: false } = t.word(i) else { return None };
    if let Some((year, to)) = years::completing(t, i + 1) {
        return Some(Found::new(i, to, Meaning::Season { season, year }));
    }
    // "the fall of the wall", "to spring a leak"
    if t.is(i + 1, Key::Of) || t.capital(i) && !t.begins_sentence(i) {
        return None;
    }
    // "the summer" unless a noun follows ("the summer camp"); "the fall" and "the spring" only
    // where a word that dates stands before them.
    let the = t.was(i, 1, Key::The) && !matches!(t.word(i + 1), Word::Other);
    let sure = matches!(season, Season::Summer | Season::Winter);
    let in_the = the
        && (sure
            || t.spelt(i, 2, "into")
            || doubt::dating(t, i)
            || t.was(i, 2, Key::For)
            || t.was(i, 2, Key::Over));
    let marked = matches!(t.back(i, 1), Word::Key(Key::Early | Key::Late | Key::In | Key::Since))
        || t.was(i, 2, Key::Mid);
    if !(in_the || marked) {
        return None;
    }
    let year = Year::Near(tense::around(t, i, i + 1));
    Some(Found::new(i, i + 1, Meaning::Season { season, year }))
}

/// "the weekend": the last one, or the next, by the verb.
pub(crate) fn weekend(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if t.word(i) != (Word::Unit { unit: Unit::Weekend, many: false }) || !t.was(i, 1, Key::The) {
        return None;
    }
    let future = tense::around(t, i, i + 1) == Some(crate::lexicon::Tense::Future);
    // "by the weekend", "ahead of the weekend"
    let ahead = matches!(t.back(i, 2), Word::Key(Key::By | Key::Until | Key::Before | Key::For))
        || (t.was(i, 2, Key::Of) && t.was(i, 3, Key::Ahead));
    let by = if future || ahead { 0 } else { -1 };
    Some(Found::new(
        i,
        i + 1,
        Meaning::Shift { unit: Unit::Weekend, by, grain: Unit::Weekend, base: Base::Published },
    ))
}
