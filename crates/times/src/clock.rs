//! Times of day: "9:15 a.m.", "6 p.m. EST Tuesday", "18:00 UTC", "noon on Friday", "five
//! o'clock", "the morning of 11 September".

use crate::calendar;
use crate::doubt;
use crate::expression::{Base, Clock, Found, Meaning};
use crate::lexicon::{Key, Part, Word};
use crate::relative;
use crate::token::Tokens;

/// A time of day that begins at `i`, with the date that follows it.
pub(crate) fn find(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (clock, end) = match t.word(i) {
        Word::Digits(_) | Word::Number(_) => reading(t, i)?,
        // "high noon" is a turn of phrase.
        Word::Part(Part::Noon) if t.spelt(i, 1, "high") => return None,
        Word::Part(part @ (Part::Noon | Part::Midnight)) => (Clock::Part(part), i + 1),
        Word::Part(part) => {
            // "the morning of May 3", "mid-afternoon yesterday"; a bare "morning" is no date.
            let mid = t.was(i, 1, Key::Mid) || (t.signed(i, 1, b'-') && t.was(i, 2, Key::Mid));
            let at = if t.is(i + 1, Key::Of) { i + 2 } else { i + 1 };
            let date = date(t, at).filter(|_| mid || at == i + 2)?;
            return Some(Found { from: i, clock: Some(Clock::Part(part)), ..date });
        }
        _ => return None,
    };
    let (clock, end) = zone(t, clock, end);
    Some(dated(t, i, end, clock))
}

/// Hours and minutes.
fn reading(t: &Tokens<'_>, i: usize) -> Option<(Clock, usize)> {
    let (hour, digits) = match t.word(i) {
        Word::Digits(n) => (n, true),
        Word::Number(n) => (n, false),
        _ => return None,
    };
    if digits
        && doubt::part_of_number(t, i)
        && !(t.sign(i + 1, b':') && t.glued(i + 1) && !t.glued(i))
    {
        return None;
    }
    let mut end = i + 1;
    let mut minute = None;
    let mut second = None;
    let mut colon = false;
    for part in [&mut minute, &mut second] {
        let sign = t.sign(end, b':')
            || (t.sign(end, b'.') && matches!(t.word(end + 2), Word::Meridiem(_)));
        let two = t.str(end + 1).len() == 2 && t.glued(end) && t.glued(end + 1);
        let Word::Digits(n @ 0..=59) = t.word(end + 1) else { break };
        if !(sign && two && digits) {
            break;
        }
        *part = Some(n as u8);
        colon |= t.sign(end, b':');
        end += 2;
    }
    // "4 in the morning", "six o'clock", "9 a.m."
    let half = match t.word(end) {
        Word::Meridiem(pm) => {
            end += 1;
            Some(pm)
        }
        Word::Key(Key::In)
            if t.is(end + 1, Key::The) && minute.is_none() && t.was(i, 1, Key::At) =>
        {
            let pm = match t.word(end + 2) {
                Word::Part(Part::Morning) => false,
                Word::Part(Part::Afternoon | Part::Evening) => true,
                _ => return None,
            };
            end += 3;
            Some(pm)
        }
        _ => None,
    };
    let oclock = t.spells(end, "o") && t.sign(end + 1, b'\'') && t.spells(end + 2, "clock");
    if oclock {
        end += 3;
    }
    let hour = match half {
        Some(pm) if (1..=12).contains(&hour) => hour % 12 + if pm { 12 } else { 0 },
        Some(_) => hour,
        // "1800 GMT"
        None if t.is(end, Key::Utc) && digits && t.str(i).len() == 4 && !colon => {
            minute = Some((hour % 100) as u8);
            hour / 100
        }
        None if colon && t.str(i).len() <= 2 => {
            // A score or a verse unless something says that it is a time.
            let told = second.is_some()
                || matches!(
                    t.back(i, 1),
                    Word::Key(
                        Key::At
                            | Key::By
                            | Key::Until
                            | Key::Before
                            | Key::After
                            | Key::About
                            | Key::From
                            | Key::Since
                            | Key::Between
                            | Key::On
                    )
                )
                || matches!(
                    t.word(end),
                    Word::Key(Key::Utc | Key::Zone) | Word::Punct(b'(') | Word::Weekday { .. }
                )
                || t.spells(end, "local");
            if !told {
                return None;
            }
            hour
        }
        None if oclock => hour,
        None => return None,
    };
    let minute_fits = minute.is_none_or(|m| m < 60);
    (hour <= 24 && minute_fits)
        .then_some((Clock::At { hour: hour as u8, minute, second, zulu: false }, end))
}

/// The zone behind a time, also in brackets.
fn zone(t: &Tokens<'_>, clock: Clock, end: usize) -> (Clock, usize) {
    let Clock::At { hour, minute, second, .. } = clock else { return (clock, end) };
    match t.word(end) {
        Word::Key(Key::Utc) => (Clock::At { hour, minute, second, zulu: true }, end + 1),
        Word::Key(Key::Zone) if t.str(end).bytes().all(|b| b.is_ascii_uppercase()) => {
            (clock, end + 1)
        }
        Word::Other if t.spells(end, "local") && t.is(end + 1, Key::Time) => (clock, end + 2),
        Word::Other if t.spells(end, "eastern") && t.is(end + 1, Key::Time) => (clock, end + 2),
        _ => (clock, end),
    }
}

/// Joins a time of day to the date that follows it.
fn dated(t: &Tokens<'_>, from: usize, end: usize, clock: Clock) -> Found {
    let end = elsewhere(t, end);
    let mut at = end + usize::from(t.sign(end, b','));
    at += usize::from(t.is(at, Key::On));
    match date(t, at) {
        Some(date) => Found { from, clock: Some(within(clock, date.clock)), ..date },
        None => {
            let mut found = Found::new(from, end, Meaning::Here);
            found.clock = Some(clock);
            found
        }
    }
}

/// The token after the same moment in another zone: "8:20 p.m. (1720 GMT)".
fn elsewhere(t: &Tokens<'_>, end: usize) -> usize {
    if !(t.sign(end, b'(') && matches!(t.word(end + 1), Word::Digits(_))) {
        return end;
    }
    let close = (end + 2..end + 8).find(|&i| t.sign(i, b')'));
    let zone = |i: usize| matches!(t.back(i, 1), Word::Key(Key::Utc | Key::Zone));
    close.filter(|&i| zone(i)).map_or(end, |i| i + 1)
}

/// A reading in its part of the day: "seven o'clock this evening" is 19:00.
fn within(clock: Clock, part: Option<Clock>) -> Clock {
    let Clock::At { hour: hour @ 1..12, minute, second, zulu } = clock else { return clock };
    let late = match part {
        Some(Clock::Part(Part::Afternoon | Part::Evening)) => true,
        Some(Clock::Part(Part::Night)) => hour > 5,
        _ => false,
    };
    if late { Clock::At { hour: hour + 12, minute, second, zulu } } else { clock }
}

/// A day that begins at `i`.
fn date(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let found = calendar::find(t, i)
        .or_else(|| relative::deictic(t, i))
        .or_else(|| relative::find(t, i))?;
    let day = match found.meaning {
        Meaning::Calendar { day, .. } => day.is_some(),
        Meaning::Weekday { .. } => true,
        Meaning::Shift { grain, base, .. } => {
            grain == crate::lexicon::Unit::Day && base != Base::Compared
        }
        _ => false,
    };
    day.then_some(found)
}
