//! Expressions that point from another date: "last week", "this August", "the previous day",
//! "that month", "the next morning", "today".

use crate::calendar;
use crate::expression::{Base, Clock, Found, Meaning, Pick, Year};
use crate::feast;
use crate::lexicon::{Key, Part, Unit, Word};
use crate::numbers::{self, Amount};
use crate::share;
use crate::tense;
use crate::token::Tokens;
use crate::years;

/// Where a pointing word points.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Last,
    Past,
    This,
    Next,
    That,
    Previous,
    Following,
    Latest,
    Recent,
    First,
}

/// An expression that a pointing word at `i` begins.
pub(crate) fn find(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let mut way = way(t.word(i))?;
    // "will last two weeks", "to last"
    if way == Way::Last && matches!(t.back(i, 1), Word::Key(Key::Will | Key::To | Key::Not)) {
        return None;
    }
    let mut at = i + 1;
    // "this past Friday", "this coming Sunday", "that same day", "the very next day"
    if matches!(way, Way::This | Way::That) {
        match t.word(at) {
            Word::Key(Key::Past | Key::Last) => (way, at) = (Way::Last, at + 1),
            Word::Key(Key::Coming | Key::Next) => (way, at) = (Way::Next, at + 1),
            Word::Key(Key::Same | Key::Very) => at += 1,
            Word::Key(Key::Current) => at += 1,
            _ => {}
        }
    }
    at += usize::from(matches!(
        t.word(at),
        Word::Key(Key::Fiscal | Key::Calendar | Key::Full | Key::School)
    ));
    match t.word(at) {
        // "the same month last year"
        Word::Unit { many: false, .. }
            if t.is(at - 1, Key::Same) && years::completing(t, at + 1).is_some() =>
        {
            let found = share::same(t, at)?;
            Some(Found { from: i, ..found })
        }
        // "This Week", a programme
        Word::Unit { .. }
            if t.capital(at) && t.capital(i) && t.signed(i, 1, b'"') && !t.sign(at + 1, b',') =>
        {
            None
        }
        Word::Unit { unit, many } => unit_after(i, at, way, unit, many),
        Word::Weekday { n, short: false } if t.capital(at) && way != Way::First => {
            let pick = match way {
                Way::Last | Way::Past | Way::Latest => Pick::Last,
                Way::Next => Pick::Next,
                Way::Previous => Pick::Previous,
                Way::Following => Pick::Following,
                _ => Pick::Near(tense::around(t, i, at + 1)),
            };
            let mut found = Found::new(i, at + 1, Meaning::Weekday { n, pick });
            // "this Sunday, March 8"
            if let Some(date) =
                calendar::find(t, at).filter(|f| matches!(f.meaning, Meaning::Calendar { .. }))
            {
                return Some(Found { from: i, ..date });
            }
            calendar::with_part(t, &mut found);
            Some(found)
        }
        Word::Month { .. } if t.capital(at) => {
            let date = calendar::find(t, at)?;
            let Meaning::Calendar { year, month, day } = date.meaning else { return None };
            let year = if let Year::Near(_) = year { pointed(way)? } else { year };
            Some(Found { from: i, meaning: Meaning::Calendar { year, month, day }, ..date })
        }
        Word::Season { season, many: false } => {
            let year = pointed(way)?;
            Some(Found::new(i, at + 1, Meaning::Season { season, year }))
        }
        Word::Part(part) if !matches!(part, Part::Noon | Part::Midnight) => {
            let (by, base) = match way {
                Way::This => (0, Base::Published),
                Way::Last => (-1, Base::Published),
                Way::That => (0, Base::Reference),
                Way::Previous => (-1, Base::Reference),
                Way::Next | Way::Following => (1, Base::Reference),
                _ => return None,
            };
            let mut found = Found::new(i, at + 1, day_shift(by, base));
            found.clock = Some(Clock::Part(part));
            Some(found)
        }
        _ => feast_after(t, i, at, way).or_else(|| amount_after(t, i, at, way)),
    }
}

fn way(word: Word) -> Option<Way> {
    let Word::Key(key) = word else {
        return matches!(word, Word::Ordinal(1)).then_some(Way::First);
    };
    Some(match key {
        Key::Last => Way::Last,
        Key::Past => Way::Past,
        Key::This | Key::Current => Way::This,
        Key::Next | Key::Coming => Way::Next,
        Key::That | Key::Same => Way::That,
        Key::Previous => Way::Previous,
        Key::Following => Way::Following,
        Key::Latest => Way::Latest,
        Key::Recent => Way::Recent,
        _ => return None,
    })
}

/// The year that a pointing word gives to a month, a season, a feast.
fn pointed(way: Way) -> Option<Year> {
    Some(match way {
        Way::Last | Way::Past | Way::Latest => Year::Last,
        Way::Next => Year::Next,
        Way::This => Year::Shift(0),
        Way::That => Year::OfReference(0),
        Way::Previous => Year::OfReference(-1),
        Way::Following => Year::OfReference(1),
        Way::Recent | Way::First => return None,
    })
}

pub(crate) fn day_shift(by: i64, base: Base) -> Meaning {
    Meaning::Shift { unit: Unit::Day, by, grain: Unit::Day, base }
}

/// "last week", "the past decade", "recent years", "that month".
fn unit_after(i: usize, at: usize, way: Way, unit: Unit, many: bool) -> Option<Found> {
    let found = |meaning| Some(Found::new(i, at + 1, meaning));
    let vague = Meaning::Duration { amount: Amount::VAGUE, unit };
    if many {
        return match way {
            Way::Past => found(Meaning::Past),
            Way::Next | Way::Recent | Way::Following | Way::Previous => found(vague),
            _ => None,
        };
    }
    // "a second", "this minute", "the last hour" place nothing on the calendar.
    if unit.of_the_clock() {
        let span = matches!(way, Way::Last | Way::Past | Way::Next) && unit != Unit::Second;
        return if span { found(Meaning::Duration { amount: Amount::of(1), unit }) } else { None };
    }
    let shift = |by, base| {
        let (unit, by) = match unit {
            Unit::Fortnight => (Unit::Week, by * 2),
            unit => (unit, by),
        };
        found(Meaning::Shift { unit, by, grain: unit, base })
    };
    match way {
        Way::Past if matches!(unit, Unit::Year | Unit::Weekend | Unit::Quarter) => {
            shift(-1, Base::Published)
        }
        Way::Past => found(Meaning::Duration { amount: Amount::of(1), unit }),
        Way::Latest if matches!(unit, Unit::Quarter) => {
            found(Meaning::SameShare { year: Year::Shift(0) })
        }
        Way::Last | Way::Latest => {
            // "the last day of …" is a day of something else.
            if unit == Unit::Day { None } else { shift(-1, Base::Published) }
        }
        Way::This => shift(0, Base::Published),
        Way::Next if unit == Unit::Day => shift(1, Base::Reference),
        Way::Next => shift(1, Base::Published),
        Way::That => shift(0, Base::Reference),
        Way::Previous => shift(-1, Base::Reference),
        Way::Following => shift(1, Base::Reference),
        Way::Recent | Way::First => None,
    }
}

/// "last Christmas", "next Thanksgiving".
fn feast_after(t: &Tokens<'_>, i: usize, at: usize, way: Way) -> Option<Found> {
    let mut found = feast::find(t, at)?;
    if let Meaning::Feast { feast, year: Year::Near(_) } = found.meaning {
        found.meaning = Meaning::Feast { feast, year: pointed(way)? };
    }
    Some(Found { from: i, ..found })
}

/// "the past two years", "the first nine months", "the next few days".
fn amount_after(t: &Tokens<'_>, i: usize, at: usize, way: Way) -> Option<Found> {
    if matches!(way, Way::This | Way::That) {
        return None;
    }
    let (amount, end) = numbers::amount(t, at).filter(|(a, _)| !a.article)?;
    let end = t.past_hyphen(end);
    let end = end
        + usize::from(matches!(
            t.word(end),
            Word::Key(Key::More | Key::Full | Key::Fiscal | Key::Business)
        ));
    let Word::Unit { unit, .. } = t.word(end) else { return None };
    let mut to = end + 1;
    if t.is(to, Key::Or) && t.spells(to + 1, "so") {
        to += 2;
    }
    Some(Found::new(i, to, Meaning::Duration { amount, unit }))
}

/// "today", "yesterday", "tomorrow morning", "tonight", "overnight".
pub(crate) fn deictic(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let part = |by: i64, part: Part| {
        let mut found = Found::new(i, i + 1, day_shift(by, Base::Published));
        found.clock = Some(Clock::Part(part));
        Some(found)
    };
    let by = match t.word(i) {
        Word::Key(Key::Today) => 0,
        Word::Key(Key::Yesterday) => -1,
        Word::Key(Key::Tomorrow) => 1,
        Word::Key(Key::Tonight) if !(t.capital(i) && t.spells(i + 1, "show")) => {
            return part(0, Part::Night);
        }
        Word::Key(Key::Overnight) => return part(0, Part::Night),
        _ => return None,
    };
    // "USA Today", "Russia Today", "the Today programme"
    if by == 0
        && t.capital(i)
        && !t.begins_sentence(i)
        && (t.capital(i.wrapping_sub(1)) || t.was(i, 1, Key::The))
    {
        return None;
    }
    let mut found = Found::new(i, i + 1, day_shift(by, Base::Published));
    calendar::with_part(t, &mut found);
    Some(found)
}
