//! The classes of words that the grammar knows. Which words they are stand in `words.rs` and
//! `keys.rs`.

pub(crate) use crate::keys::Key;

/// The class of one token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// A word that says nothing about time.
    Other,
    /// Beyond either end of the text.
    Edge,
    /// Punctuation, by its ASCII sign; curly and dash forms are folded onto it.
    Punct(u8),
    /// A run of digits.
    Digits(u32),
    /// `a.m.` or `p.m.`, in any spelling.
    Meridiem(bool),
    /// A month, 1 to 12. `short` where it is an abbreviation.
    Month { n: u8, short: bool },
    /// A weekday, 1 (Monday) to 7.
    Weekday { n: u8, short: bool },
    /// A unit; `many` where plural.
    Unit { unit: Unit, many: bool },
    /// A part of the day.
    Part(Part),
    /// A season; `many` where plural.
    Season { season: Season, many: bool },
    /// A number word: "seven", "twenty", "hundred".
    Number(u32),
    /// An ordinal word: "third" is 3. "last" is not one.
    Ordinal(u8),
    /// A decade by name: "nineties" is 90.
    Nineties(u8),
    /// A word of its own grammar.
    Key(Key),
    /// A verb form that places its clause in time.
    Verb(Tense),
}

/// Where the verb of a clause places it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Present,
    Future,
}

/// Units of the calendar and of the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// Parts of the day, with the TIMEX3 letters `MO`, `AF`, `EV`, `NI`, `DT`, and clock names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
    Daytime,
    Noon,
    Midnight,
}

/// Seasons, with the TIMEX3 letters `SP`, `SU`, `FA`, `WI`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Unit {
    /// The designator of ISO 8601 durations, with `T` where the unit is one of the clock.
    pub(crate) fn designator(self) -> (&'static str, char) {
        match self {
            Unit::Second => ("PT", 'S'),
            Unit::Minute => ("PT", 'M'),
            Unit::Hour => ("PT", 'H'),
            Unit::Day | Unit::Weekend => ("P", 'D'),
            Unit::Week | Unit::Fortnight => ("P", 'W'),
            Unit::Month => ("P", 'M'),
            Unit::Quarter => ("P", 'Q'),
            Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => ("P", 'Y'),
        }
    }

    /// How many of the designator's unit it is: a decade is ten years.
    pub(crate) fn scale(self) -> u32 {
        match self {
            Unit::Decade => 10,
            Unit::Century => 100,
            Unit::Millennium => 1000,
            Unit::Fortnight | Unit::Weekend => 2,
            _ => 1,
        }
    }

    /// Whether it is shorter than a day.
    pub(crate) fn of_the_clock(self) -> bool {
        matches!(self, Unit::Second | Unit::Minute | Unit::Hour)
    }
}

impl Part {
    /// The TIMEX3 suffix of a day's value.
    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Part::Morning => "TMO",
            Part::Afternoon => "TAF",
            Part::Evening => "TEV",
            Part::Night => "TNI",
            Part::Daytime => "TDT",
            Part::Noon => "T12:00",
            Part::Midnight => "T24:00",
        }
    }
}

impl Season {
    /// The TIMEX3 suffix of a year's value.
    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }
}
