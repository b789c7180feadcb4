//! Days, weeks, months and years as they are written.

use std::fmt;

use gainsay_record::DateValue;
use jiff::civil::{Date, ISOWeekDate, Weekday, date};

/// A day, week, month or year of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    written: String,
    first: i32,
    last: i32,
}

impl Period {
    /// `2031-03-05`, `2031-W10`, `2031-03` or `2031`; `None` where it is none of these, or no such
    /// day was ever.
    ///
    /// ```
    /// use gainsay_query::Period;
    /// let february = Period::parse("1970-02").unwrap();
    /// assert_eq!((february.first(), february.last()), (31, 58));
    /// assert!(Period::parse("1970-02-30").is_none());
    /// ```
    pub fn parse(written: &str) -> Option<Period> {
        let digits = |text: &str, count: usize| -> Option<i16> {
            let right = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
            right.then(|| text.parse().ok()).flatten()
        };
        let mut parts = written.split('-');
        let year = digits(parts.next()?, 4)?;
        let (first, last) = match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?),
            (Some(week), None, _) if week.starts_with('W') => {
                let week = i8::try_from(digits(&week[1..], 2)?).ok()?;
                let day = |weekday| Some(ISOWeekDate::new(year, week, weekday).ok()?.date());
                (day(Weekday::Monday)?, day(Weekday::Sunday)?)
            }
            (Some(month), None, _) => {
                let first = Date::new(year, i8::try_from(digits(month, 2)?).ok()?, 1).ok()?;
                (first, first.last_of_month())
            }
            (Some(month), Some(day), None) => {
                let [month, day] = [month, day].map(|part| digits(part, 2).map(i8::try_from));
                let day = Date::new(year, month?.ok()?, day?.ok()?).ok()?;
                (day, day)
            }
            _ => return None,
        };
        let number = |day: Date| (day - date(1970, 1, 1)).get_days();
        Some(Period { written: written.to_owned(), first: number(first), last: number(last) })
    }

    /// The period in which a date of the record lies; `None` where the date is not known. A time
    /// of day is left out.
    pub fn of(date: &DateValue) -> Option<Period> {
        let value = date.value.as_str();
        Period::parse(value.split_once('T').map_or(value, |(day, _)| day))
    }

    /// Its first day, counted from 1 January 1970.
    pub fn first(&self) -> i32 {
        self.first
    }

    /// Its last day, counted from 1 January 1970.
    pub fn last(&self) -> i32 {
        self.last
    }
}

/// The year in which a day lies, counted from 1 January 1970.
///
/// ```
/// assert_eq!(gainsay_query::year(-1), 1969);
/// assert_eq!(gainsay_query::year(365), 1971);
/// ```
pub fn year(day: i32) -> i32 {
    // The Gregorian calendar from March to March, so that leap days come last.
    let of_era = (day + 719_468).rem_euclid(146_097);
    let era = (day + 719_468).div_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    // Day 306 from 1 March is 1 January.
    era * 400 + year + i32::from(of_year >= 306)
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

#[cfg(test)]
mod tests {
    use super::{Period, year};

    #[test]
    fn every_day_of_a_year_lies_in_it() {
        for number in 1896..2110 {
            let period = Period::parse(&number.to_string()).unwrap();
            for day in period.first()..=period.last() {
                assert_eq!(year(day), number);
            }
        }
    }

    #[test]
    fn a_period_has_a_first_and_a_last_day() {
        for (written, days) in [
            ("1970", Some((0, 364))),
            ("1970-01-01", Some((0, 0))),
            ("1972-02", Some((761, 789))),
            // 1 January 2021 is a Friday: the first week begins on the 4th.
            ("2021-W01", Some((18631, 18637))),
            ("2020-W53", Some((18624, 18630))),
            ("2021-W53", None),
            ("2021-13", None),
            ("2021-02-29", None),
            ("2021-1-1", None),
            ("21", None),
            ("2021-", None),
            ("2021-01-01-01", None),
            ("+021", None),
            ("2021-W", None),
            ("2021-Wé", None),
            ("", None),
        ] {
            let period = Period::parse(written);
            assert_eq!(period.map(|it| (it.first(), it.last())), days, "{written}");
        }
    }
}
