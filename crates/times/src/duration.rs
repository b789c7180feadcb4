//! Lengths of time, and the dates that they lead to: "three years", "a six-month ban", "two weeks
//! ago", "a year later", "18-year-old".

use crate::expression::{Base, Found, Meaning};
use crate::lexicon::{Key, Unit, Word};
use crate::numbers::{self, Amount};
use crate::token::Tokens;

/// An amount of a unit that begins at `i`, and what follows from it.
pub(crate) fn find(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (mut amount, end) = numbers::amount(t, i)?;
    if t.glued(i) && matches!(t.back(i, 1), Word::Punct(b'$' | b'.' | b',' | b'/' | 0)) {
        return None;
    }
    let mut at = t.past_hyphen(end);
    for _ in 0..2 {
        let filler = match t.word(at) {
            Word::Key(
                Key::More
                | Key::Additional
                | Key::Full
                | Key::Consecutive
                | Key::Business
                | Key::Calendar
                | Key::Fiscal
                | Key::School
                | Key::Long,
            ) => !amount.article || t.is(at, Key::Full) || t.is(at, Key::Additional),
            Word::Key(Key::Few) => amount.whole == Some(1) && !amount.article,
            _ => false,
        };
        at += usize::from(filler);
    }
    // "a quarter-century"
    if t.word(at) == (Word::Unit { unit: Unit::Quarter, many: false })
        && century(t, t.past_hyphen(at + 1))
    {
        let meaning = Meaning::Duration { amount: Amount::of(25), unit: Unit::Year };
        return Some(Found::new(i, t.past_hyphen(at + 1) + 1, meaning));
    }
    let Word::Unit { unit, many } = t.word(at) else { return None };
    // A flaw of "zero days" is no length.
    if amount.whole == Some(0) && amount.part == 0 {
        return None;
    }
    // "a second", "a minute" are rarely lengths; "the two second graders" never.
    if unit == Unit::Second && !many && !t.sign(at - 1, b'-') {
        return None;
    }
    // "a quarter of the seats", "three quarters of": a share, not a time.
    if unit == Unit::Quarter && (amount.article || t.is(at + 1, Key::Of)) {
        return None;
    }
    let mut to = at + 1;
    if t.is(to, Key::And) && t.is(to + 1, Key::A) && t.is(to + 2, Key::Half) {
        amount.part = 500;
        to += 3;
    }
    let mut vague_end = false;
    if t.is(to, Key::Or)
        && (t.spells(to + 1, "so") || t.is(to + 1, Key::More) || t.spells(to + 1, "two"))
    {
        vague_end = t.spells(to + 1, "two");
        to += 2;
    }
    if vague_end {
        amount = Amount::VAGUE;
    }
    // Ages are measures of people, not times of the text.
    if t.is(t.past_hyphen(to), Key::Old) {
        return None;
    }
    Some(led_to(t, i, to, amount, unit))
}

fn century(t: &Tokens<'_>, i: usize) -> bool {
    t.word(i) == Word::Unit { unit: Unit::Century, many: false }
}

/// The date that a length leads to, or the length itself.
fn led_to(t: &Tokens<'_>, from: usize, to: usize, amount: Amount, unit: Unit) -> Found {
    let length = Meaning::Duration { amount, unit };
    let hyphen = t.past_hyphen(to);
    let ends = |i: usize| !t.letters(i) || t.begins_sentence(i);
    let (sign, base) = match t.word(hyphen) {
        Word::Key(Key::Ago) if amount.article && unit == Unit::Year => (-1, Base::Compared),
        Word::Key(Key::Ago) => (-1, Base::Published),
        Word::Key(Key::Earlier) => (-1, Base::Reference),
        Word::Key(Key::Before) if ends(hyphen + 1) => (-1, Base::Reference),
        Word::Key(Key::Later) => (1, Base::Reference),
        Word::Key(Key::After) if ends(hyphen + 1) => (1, Base::Reference),
        Word::Key(Key::Hence) => (1, Base::Published),
        Word::Key(Key::From) if t.is(to + 1, Key::Now) || t.is(to + 1, Key::Today) => {
            (1, Base::Published)
        }
        _ => return Found::new(from, to, length),
    };
    let to = hyphen + 1 + usize::from(t.is(hyphen, Key::From));
    let (Some(n), false) = (amount.whole, unit.of_the_clock()) else {
        // "a few days later": the length is all that is known.
        let meaning =
            if t.is(hyphen, Key::Ago) && amount.whole.is_none() { Meaning::Past } else { length };
        return Found::new(from, to, meaning);
    };
    let n = i64::from(n) * i64::from(unit.scale());
    let (unit, grain) = match unit {
        Unit::Decade | Unit::Century | Unit::Millennium => (Unit::Year, Unit::Year),
        Unit::Fortnight | Unit::Weekend => (Unit::Week, Unit::Week),
        unit => (unit, unit),
    };
    let n = if unit == Unit::Week && to > 0 && t.spells(to - 2, "weekends") { n / 2 } else { n };
    Found::new(from, to, Meaning::Shift { unit, by: sign * n, grain, base })
}

/// "a day-long meeting", "year-long": one of the unit.
pub(crate) fn long(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let Word::Unit { unit, many: false } = t.word(i) else { return None };
    let at = t.past_hyphen(i + 1);
    let joined = (at > i + 1 && t.is(at, Key::Long)) && unit != Unit::Second;
    joined.then(|| Found::new(i, at + 1, Meaning::Duration { amount: Amount::of(1), unit }))
}

/// A plural unit without a number: "for years", "months ago", "weeks later".
pub(crate) fn bare(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let Word::Unit { unit, many: true } = t.word(i) else { return None };
    // "52 years old", "three-quarters", "headquarters"; a number before was no amount of time.
    let counted = matches!(t.back(i, 1), Word::Digits(_) | Word::Number(_) | Word::Punct(b'-'));
    if counted || unit == Unit::Quarter || t.is(t.past_hyphen(i + 1), Key::Old) {
        return None;
    }
    if unit.of_the_clock() && !t.is(i + 1, Key::Ago) && !t.is(i + 1, Key::Later) {
        return None;
    }
    let (to, meaning) = match t.word(i + 1) {
        Word::Key(Key::Ago | Key::Earlier) => (i + 2, Meaning::Past),
        Word::Key(Key::Later) => (i + 2, Meaning::Duration { amount: Amount::VAGUE, unit }),
        _ => {
            let long = t.past_hyphen(i + 1);
            let to = if t.is(long, Key::Long) { long + 1 } else { i + 1 };
            (to, Meaning::Duration { amount: Amount::VAGUE, unit })
        }
    };
    Some(Found::new(i, to, meaning))
}

/// A recurrence: "every Monday", "each July", "every two weeks", "daily", "per year", "annually".
pub(crate) fn recurrence(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let each = |unit, n| Some(Found::new(i, i + 1, Meaning::Each { amount: Amount::of(n), unit }));
    match t.word(i) {
        Word::Key(Key::Every | Key::Each | Key::Per) => every(t, i),
        // "Daily Telegraph", "Daily Mail"
        Word::Key(Key::Daily | Key::Weekly | Key::Monthly | Key::Quarterly)
            if t.capital(i) && !t.begins_sentence(i) =>
        {
            None
        }
        Word::Key(Key::Daily) => each(Unit::Day, 1),
        Word::Key(Key::Weekly) => each(Unit::Week, 1),
        Word::Key(Key::Biweekly) => each(Unit::Week, 2),
        Word::Key(Key::Monthly) => each(Unit::Month, 1),
        // "quarterly results" are those of one quarter; "paid quarterly" recurs.
        Word::Key(Key::Quarterly) if t.word(i + 1) == Word::Other => None,
        Word::Key(Key::Quarterly) => each(Unit::Month, 3),
        Word::Key(Key::Yearly) if !(t.capital(i) && t.capital(i + 1)) => each(Unit::Year, 1),
        Word::Key(Key::Hourly) => each(Unit::Hour, 1),
        _ => None,
    }
}

fn every(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let other = t.is(i + 1, Key::Other);
    let at = i + 1 + usize::from(other || t.spells(i + 1, "single"));
    let n = 1 + u32::from(other);
    let found = |to, meaning| Some(Found::new(i, to, meaning));
    match t.word(at) {
        Word::Unit { unit: Unit::Second, .. } => None,
        Word::Unit { unit, .. } => found(at + 1, Meaning::Each { amount: Amount::of(n), unit }),
        Word::Weekday { n, .. } if t.capital(at) => found(at + 1, Meaning::EachWeekday(n)),
        Word::Month { n, short: false } if t.capital(at) => found(at + 1, Meaning::EachMonth(n)),
        Word::Season { season, .. } => found(at + 1, Meaning::EachSeason(season)),
        Word::Part(_) => found(at + 1, Meaning::Each { amount: Amount::of(n), unit: Unit::Day }),
        _ => {
            let (amount, end) = numbers::amount(t, at).filter(|(a, _)| !a.article)?;
            let Word::Unit { unit, .. } = t.word(end) else { return None };
            found(end + 1, Meaning::Each { amount, unit })
        }
    }
}
