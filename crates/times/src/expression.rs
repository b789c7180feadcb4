//! What an expression says, before it is known what day it is: the grammar's output, the
//! resolver's input.

use crate::lexicon::{Part, Season, Tense, Unit};
use crate::numbers::Amount;

/// An expression found in the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    /// First token.
    pub(crate) from: usize,
    /// One past the last token.
    pub(crate) to: usize,
    /// What it says.
    pub(crate) meaning: Meaning,
    /// The time of day it adds, if any.
    pub(crate) clock: Option<Clock>,
}

impl Found {
    pub(crate) fn new(from: usize, to: usize, meaning: Meaning) -> Self {
        Found { from, to, meaning, clock: None }
    }
}

/// The meaning of an expression.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Meaning {
    /// A day or month of the calendar, its year perhaps left open.
    Calendar { year: Year, month: u8, day: Option<u8> },
    /// A year.
    Year(Year),
    /// A day of the week.
    Weekday { n: u8, pick: Pick },
    /// So many units from a base, given to the precision of `grain`.
    Shift { unit: Unit, by: i64, grain: Unit, base: Base },
    /// The week that a day lies in: "the week of March 6".
    WeekOf { year: Year, month: u8, day: u8 },
    /// The `n`th week that begins in a month; 0 is the last.
    WeekIn { n: u8, year: Year, month: u8 },
    /// A season.
    Season { season: Season, year: Year },
    /// A quarter of a year (`of` 4) or a half (`of` 2).
    Share { n: u8, of: u8, year: Year },
    /// The share of a year that was spoken of, so many years on: "the year-earlier quarter".
    SameShare { year: Year },
    /// Ten years, by the first three digits.
    Decade(i32),
    /// A hundred years, by the first two digits.
    Century(i32),
    /// A feast of the calendar.
    Feast { feast: Feast, year: Year },
    /// The day of the reference, or today where none is near: "9 a.m.".
    Here,
    /// A length of time.
    Duration { amount: Amount, unit: Unit },
    /// A recurrence of a length: "daily".
    Each { amount: Amount, unit: Unit },
    /// A recurrence of a place in the calendar: "every Monday", "each July".
    EachWeekday(u8),
    /// See [`Meaning::EachWeekday`].
    EachMonth(u8),
    /// See [`Meaning::EachWeekday`].
    EachSeason(Season),
    /// `PRESENT_REF`.
    Present,
    /// `PAST_REF`.
    Past,
    /// `FUTURE_REF`.
    Future,
}

/// Which year is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Year {
    /// The text gives it.
    Fixed(i32),
    /// So many years from the publication's: "June last year".
    Shift(i64),
    /// So many years from the one last spoken of: "that year's third quarter".
    OfReference(i64),
    /// The last such before the publication: "last August".
    Last,
    /// The first such after it: "next August".
    Next,
    /// The nearest that the clause's tense allows.
    Near(Option<Tense>),
}

/// Which day of that name is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pick {
    /// The one strictly before.
    Last,
    /// The one strictly after.
    Next,
    /// The nearest that the clause's tense allows, today included.
    Near(Option<Tense>),
    /// The one in the week so many weeks from this.
    Week(i64),
    /// The one before the day last spoken of.
    Previous,
    /// The one after the day last spoken of.
    Following,
}

/// From where a shift is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Base {
    /// The publication.
    Published,
    /// The date last spoken of, or the publication where there is none.
    Reference,
    /// The publication; but "a year ago" beside a quarter means the same quarter.
    Compared,
}

/// A time of day.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Clock {
    /// A part of the day.
    Part(Part),
    /// Hours and minutes; `zulu` where the text says UTC or GMT.
    At { hour: u8, minute: Option<u8>, second: Option<u8>, zulu: bool },
}

/// Feasts whose day can be computed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Feast {
    Christmas,
    ChristmasEve,
    BoxingDay,
    NewYearsDay,
    NewYearsEve,
    Thanksgiving,
    Halloween,
    Valentine,
    Independence,
    Labor,
    Election,
    Memorial,
    GoodFriday,
    Easter,
}
