//! The publication date, as exactly as it is known.

use jiff::civil::{Date, Weekday, date};
use jiff::{Span, civil::ISOWeekDate};

/// When a text was published: every day on which that may have been.
///
/// An expression gets only what holds for all of them: in a text of August 2011 "this year" is
/// `2011`, "today" `2011-08-XX`, and "Monday" `XXXX-WXX-1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    first: Date,
    last: Date,
}

impl Anchor {
    /// One day, or `None` where the calendar (years 1 to 9000) has no such day.
    pub fn day(year: i16, month: i8, day: i8) -> Option<Self> {
        let day = Date::new(year, month, day).ok().filter(|d| (1..=9000).contains(&d.year()))?;
        Some(Anchor { first: day, last: day })
    }

    /// Some day of a month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let first = Self::day(year, month, 1)?.first;
        Some(Anchor { first, last: first.last_of_month() })
    }

    /// Some day of a year.
    pub fn year(year: i16) -> Option<Self> {
        let first = Self::day(year, 1, 1)?.first;
        Some(Anchor { first, last: first.last_of_year() })
    }

    /// Some day of an ISO 8601 week.
    pub fn week(year: i16, week: i8) -> Option<Self> {
        let first = ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date();
        let first = Self::day(first.year(), first.month(), first.day())?.first;
        Some(Anchor { first, last: first.checked_add(Span::new().days(6)).ok()? })
    }

    /// Reads ISO 8601 as the record writes it: `2011-09-26`, `2011-W38`, `2011-09`, `2011`; a time
    /// of day behind the date is passed over.
    ///
    /// ```
    /// use gainsay_times::Anchor;
    /// assert_eq!(Anchor::parse("2011-09-26T18:00Z"), Anchor::day(2011, 9, 26));
    /// assert_eq!(Anchor::parse("2011-09"), Anchor::month(2011, 9));
    /// assert_eq!(Anchor::parse("September"), None);
    /// ```
    pub fn parse(iso: &str) -> Option<Self> {
        let day = iso.split(['T', ' ']).next()?;
        let mut parts = day.split('-');
        let year = digits(parts.next()?, 4)?;
        let Some(month) = parts.next() else { return Self::year(year) };
        let rest = (parts.next(), parts.next());
        if let Some(week) = month.strip_prefix('W') {
            return if rest == (None, None) {
                Self::week(year, digits(week, 2)? as i8)
            } else {
                None
            };
        }
        let month = digits(month, 2)? as i8;
        match rest {
            (None, None) => Self::month(year, month),
            (Some(day), None) => Self::day(year, month, digits(day, 2)? as i8),
            _ => None,
        }
    }

    /// Days that stand for all: where they agree on a value, all do. For a span these are its ends
    /// and two days between, so that no two of them agree by chance on a month or a day.
    pub(crate) fn probes(self) -> Vec<Date> {
        if self.first == self.last {
            return vec![self.first];
        }
        let days = self.last.since(self.first).map_or(0, |s| s.get_days());
        let mut probes = vec![self.first];
        for share in [2, 3] {
            probes.extend(self.first.checked_add(Span::new().days(days * share / 5)));
        }
        probes.push(self.last);
        probes
    }

    /// The days that stand for a publication date that is unknown: they agree on nothing but what
    /// the text says.
    pub(crate) fn unknown() -> Vec<Date> {
        vec![date(1817, 1, 5), date(1938, 6, 15), date(2063, 11, 27), date(2124, 3, 31)]
    }
}

/// A number of exactly `length` digits.
fn digits(text: &str, length: usize) -> Option<i16> {
    let plain = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}
