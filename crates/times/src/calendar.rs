//! Dates of the calendar in all the orders that papers write them, months and weekdays.

use crate::doubt;
use crate::expression::{Clock, Found, Meaning, Pick, Year};
use crate::lexicon::{Key, Unit, Word};
use crate::numbers::ordinal;
use crate::tense;
use crate::token::Tokens;
use crate::years;

/// A date that begins at `i`.
pub(crate) fn find(t: &Tokens<'_>, i: usize) -> Option<Found> {
    match t.word(i) {
        Word::Month { .. } => month_first(t, i),
        Word::Weekday { .. } => weekday(t, i),
        Word::Digits(_) => iso(t, i).or_else(|| numeric(t, i)).or_else(|| day_first(t, i)),
        Word::Ordinal(_) | Word::Number(_) | Word::Unit { unit: Unit::Second, .. } => {
            day_first(t, i)
        }
        _ => None,
    }
}

/// The day of the month at `i`, in digits or as an ordinal, and the token after it.
fn day(t: &Tokens<'_>, i: usize) -> Option<(u8, usize)> {
    if let Some((n @ 1..=31, end)) = ordinal(t, i) {
        return Some((n as u8, end));
    }
    let Word::Digits(n @ 1..=31) = t.word(i) else { return None };
    // "May 3.5 million", "June 4:30" and "March 5%" have no day.
    let goes_on = matches!(t.word(i + 1), Word::Punct(b'.' | b':' | b'%' | b'/' | b','))
        && t.glued(i + 1)
        && t.glued(i + 2)
        && matches!(t.word(i + 2), Word::Digits(_));
    let short = t.str(i).len() <= 2;
    (short && !goes_on && !t.sign(i + 1, b'%')).then_some((n as u8, i + 1))
}

/// The year after a day: ", 1998", " 1998", " of last year".
fn year_of_day(t: &Tokens<'_>, i: usize) -> Option<(Year, usize)> {
    let at = i + usize::from(t.sign(i, b','));
    if let Some((n, end)) = years::number(t, at) {
        return Some((Year::Fixed(n), end));
    }
    if at > i { None } else { years::completing(t, i) }
}

/// "September 25, 2011", "Sept. 25", "March eighth", "June 1998", "June last year", "August".
fn month_first(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let Word::Month { n: month, short } = t.word(i) else { return None };
    let stop = short && t.sign(i + 1, b'.') && t.glued(i + 1);
    let next = i + 1 + usize::from(stop);
    let the = next + usize::from(t.is(next, Key::The));
    if t.capital(i)
        && let Some((day, end)) = day(t, the)
    {
        let (year, to) = year_of_day(t, end).unwrap_or((near(t, i, end), end));
        return Some(Found::new(i, to, Meaning::Calendar { year, month, day: Some(day) }));
    }
    let comma = next + usize::from(t.sign(next, b','));
    let complete = years::number(t, comma)
        .map(|(n, end)| (Year::Fixed(n), end))
        .or_else(|| years::completing(t, next));
    if let Some((year, to)) = complete
        && t.capital(i)
        && (to > comma + 1 || !doubt::part_of_number(t, comma))
    {
        return Some(Found::new(i, to, Meaning::Calendar { year, month, day: None }));
    }
    if doubt::is_no_month(t, i, next) {
        return None;
    }
    Some(Found::new(i, next, Meaning::Calendar { year: near(t, i, next), month, day: None }))
}

fn near(t: &Tokens<'_>, from: usize, to: usize) -> Year {
    Year::Near(tense::around(t, from, to))
}

/// "25 September 2011", "25th of September", "the eighth of March".
fn day_first(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (day, end) = day(t, i)?;
    let at = end + usize::from(t.is(end, Key::Of));
    let Word::Month { n: month, short } = t.word(at) else { return None };
    // "the second May be …" has no month; "5 may" neither.
    if !t.capital(at) || doubt::part_of_number(t, i) {
        return None;
    }
    let stop = short && t.sign(at + 1, b'.') && t.glued(at + 1);
    let next = at + 1 + usize::from(stop);
    let (year, to) = year_of_day(t, next).unwrap_or((near(t, i, next), next));
    Some(Found::new(i, to, Meaning::Calendar { year, month, day: Some(day) }))
}

/// `2011-09-25`, with an optional `T10:00`.
fn iso(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (
        Word::Digits(year @ 1000..=2199),
        Word::Digits(month @ 1..=12),
        Word::Digits(day @ 1..=31),
    ) = (t.word(i), t.word(i + 2), t.word(i + 4))
    else {
        return None;
    };
    let sign = |i: usize| t.glued(i) && t.glued(i + 1) && (t.sign(i, b'-') || t.sign(i, b'/'));
    if !(sign(i + 1) && sign(i + 3)) || t.str(i + 2).len() != 2 || t.str(i + 4).len() != 2 {
        return None;
    }
    let (year, month, day) = (Year::Fixed(year as i32), month as u8, Some(day as u8));
    Some(Found::new(i, i + 5, Meaning::Calendar { year, month, day }))
}

/// `9/25/2011` in American order, `25/9/2011` and `25.9.2011` where only that can be.
fn numeric(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (Word::Digits(a), Word::Digits(b), Word::Digits(c)) =
        (t.word(i), t.word(i + 2), t.word(i + 4))
    else {
        return None;
    };
    let sign =
        |sign: u8| [i + 1, i + 3].iter().all(|&i| t.sign(i, sign) && t.glued(i) && t.glued(i + 1));
    let length = t.str(i + 4).len();
    let shape = (sign(b'/') && (length == 2 || length == 4))
        || (sign(b'.') && length == 4)
        || (sign(b'-') && length == 4);
    if !shape || doubt::continues_number(t, i) {
        return None;
    }
    let year = match length {
        2 if c < 50 => 2000 + c,
        2 => 1900 + c,
        _ => c,
    };
    let (month, day) = match (a, b) {
        (1..=12, 1..=31) if !(sign(b'.') && b <= 12) => (a, b),
        (1..=31, 1..=12) => (b, a),
        _ => return None,
    };
    (1000..2200).contains(&year).then(|| {
        let (year, month, day) = (Year::Fixed(year as i32), month as u8, Some(day as u8));
        Found::new(i, i + 5, Meaning::Calendar { year, month, day })
    })
}

/// "Friday", "Friday, Oct. 23", "Saturday 25 April 1998", "Monday last week", "Friday morning".
fn weekday(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let Word::Weekday { n, short } = t.word(i) else { return None };
    if !t.capital(i) {
        return None;
    }
    let next = i + 1 + usize::from(short && t.sign(i + 1, b'.') && t.glued(i + 1));
    let comma = next + usize::from(t.sign(next, b','));
    let the = comma + usize::from(t.is(comma, Key::The));
    let dated = |f: &Found| matches!(f.meaning, Meaning::Calendar { day: Some(_), .. });
    if !matches!(t.word(the), Word::Weekday { .. })
        && let Some(date) = find(t, the).filter(dated)
    {
        return Some(Found { from: i, ..date });
    }
    if doubt::is_no_weekday(t, i, next) {
        return None;
    }
    // "Monday last week", "Monday of this week"
    let of = next + usize::from(t.is(next, Key::Of));
    let week = t.word(of + 1) == Word::Unit { unit: Unit::Week, many: false };
    let weeks = match t.word(of) {
        Word::Key(Key::Last) => Some(-1),
        Word::Key(Key::This) => Some(0),
        Word::Key(Key::Next) => Some(1),
        _ => None,
    };
    if let (true, Some(weeks)) = (week, weeks) {
        return Some(Found::new(i, of + 2, Meaning::Weekday { n, pick: Pick::Week(weeks) }));
    }
    let mut found =
        Found::new(i, next, Meaning::Weekday { n, pick: Pick::Near(tense::around(t, i, next)) });
    with_part(t, &mut found);
    // "on Mondays", "Tuesday nights"
    if found.clock.is_some() && t.str(found.to - 1).ends_with('s') || t.str(i).ends_with("days") {
        found.meaning = Meaning::EachWeekday(n);
    }
    Some(found)
}

/// The next day of a list: "25" in "April 24 and 25", when `last` was "April 24".
pub(crate) fn further_day(t: &Tokens<'_>, last: &Found, i: usize) -> Option<Found> {
    let Meaning::Calendar { year, month, day: Some(before) } = last.meaning else { return None };
    let (day, end) = day(t, i).filter(|(day, _)| *day > before)?;
    let month_first = matches!(t.word(last.from), Word::Month { .. })
        || matches!(t.word(last.to - 2), Word::Month { .. });
    // "April 24 and 25 people", "24 April and 25 May"
    let ends = matches!(t.word(end), Word::Punct(_) | Word::Edge | Word::Key(_) | Word::Verb(_))
        || t.begins_sentence(end);
    if !(month_first && ends && last.clock.is_none()) {
        return None;
    }
    let (year, to) = year_of_day(t, end).unwrap_or((year, end));
    Some(Found::new(i, to, Meaning::Calendar { year, month, day: Some(day) }))
}

/// Takes in the part of the day that follows a day: "Monday morning", "tomorrow night",
/// "Monday at noon" not.
pub(crate) fn with_part(t: &Tokens<'_>, found: &mut Found) {
    let at = found.to + usize::from(matches!(t.word(found.to), Word::Key(Key::Early | Key::Late)));
    if let Word::Part(part) = t.word(t.past_hyphen(at)) {
        found.to = t.past_hyphen(at) + 1;
        found.clock = Some(Clock::Part(part));
    }
}
