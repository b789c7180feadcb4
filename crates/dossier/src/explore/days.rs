//! Dates as days, for sorting, filtering and drawing.

use gainsay_record::{DateValue, Precision};

/// A day, counted from 1 January 1970.
pub type Day = i32;

/// The first and last day that a date may mean; `None` where its value is no date.
pub fn range(date: &DateValue) -> Option<(Day, Day)> {
    let value = date.value.as_str();
    match date.precision {
        Precision::Day => day(value.get(..10)?).map(|day| (day, day)),
        Precision::Week => {
            let (year, week) = (value.get(..4)?.parse().ok()?, value.get(6..8)?.parse().ok()?);
            let monday = monday_of(year, week)?;
            Some((monday, monday + 6))
        }
        Precision::Month => {
            let (year, month) = (value.get(..4)?.parse().ok()?, value.get(5..7)?.parse().ok()?);
            month_range(year, month)
        }
        Precision::Year => {
            let year: i32 = value.get(..4)?.parse().ok()?;
            Some((from_civil(year, 1, 1), from_civil(year, 12, 31)))
        }
        Precision::Unknown => None,
    }
}

/// Reads `2031-04-02`.
pub fn day(iso: &str) -> Option<Day> {
    let mut parts = iso.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return None;
    }
    let (year, month, day): (i32, u32, u32) =
        (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let (first, last) = month_range(year, month)?;
    let found = first + i32::try_from(day).ok()? - 1;
    (day >= 1 && found <= last).then_some(found)
}

/// The first and last day of what a person wrote as a day, month or year.
pub fn loose(iso: &str) -> Option<(Day, Day)> {
    match iso.len() {
        4 => {
            let year = iso.parse().ok()?;
            Some((from_civil(year, 1, 1), from_civil(year, 12, 31)))
        }
        7 if iso.as_bytes()[4] == b'-' => {
            month_range(iso.get(..4)?.parse().ok()?, iso.get(5..)?.parse().ok()?)
        }
        _ => day(iso).map(|day| (day, day)),
    }
}

/// Writes `2031-04-02`.
pub fn iso(day: Day) -> String {
    let (year, month, day) = to_civil(day);
    format!("{year:04}-{month:02}-{day:02}")
}

fn month_range(year: i32, month: u32) -> Option<(Day, Day)> {
    if !(1..=12).contains(&month) {
        return None;
    }
    let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    Some((from_civil(year, month, 1), from_civil(next.0, next.1, 1) - 1))
}

fn monday_of(year: i32, week: i32) -> Option<Day> {
    if !(1..=53).contains(&week) {
        return None;
    }
    // The fourth of January is always in the first week.
    let fourth = from_civil(year, 1, 4);
    Some(fourth - (fourth + 3).rem_euclid(7) + 7 * (week - 1))
}

/// Days from the civil calendar, with March as the first month so that leap days come last.
fn from_civil(year: i32, month: u32, day: u32) -> Day {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month as i32 + 9) % 12) + 2) / 5 + day as i32 - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn to_civil(day: Day) -> (i32, u32, u32) {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month as u32, day as u32)
}

/// A stretch of the calendar that marks are gathered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// One day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
}

impl Unit {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Year => "year",
        }
    }

    /// The one that holds this day, by its first and last.
    pub fn around(self, day: Day) -> (Day, Day) {
        let (year, month, _) = to_civil(day);
        match self {
            Unit::Day => (day, day),
            Unit::Week => {
                let monday = day - (day + 3).rem_euclid(7);
                (monday, monday + 6)
            }
            Unit::Month => month_range(year, month).unwrap_or((day, day)),
            Unit::Year => (from_civil(year, 1, 1), from_civil(year, 12, 31)),
        }
    }

    /// The finest that cuts so many days into no more than `most` pieces.
    pub fn for_days(days: i64, most: i64) -> Unit {
        match days {
            days if days <= most => Unit::Day,
            days if days / 7 <= most => Unit::Week,
            days if days / 30 <= most => Unit::Month,
            _ => Unit::Year,
        }
    }

    /// What to write over the piece that begins on this day.
    pub fn label(self, first: Day) -> String {
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let (year, month, day) = to_civil(first);
        let month = MONTHS[(month as usize).clamp(1, 12) - 1];
        match self {
            Unit::Day => format!("{day} {month} {year}"),
            Unit::Week => format!("week of {day} {month} {year}"),
            Unit::Month => format!("{month} {year}"),
            Unit::Year => year.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gainsay_record::Basis;
    use proptest::prelude::*;

    fn of(value: &str, precision: Precision) -> Option<(String, String)> {
        let date = DateValue { value: value.to_owned(), precision, basis: Basis::Text, span: None };
        range(&date).map(|(first, last)| (iso(first), iso(last)))
    }

    #[test]
    fn a_date_is_as_wide_as_its_precision() {
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(of("2032-02", Precision::Month), pair("2032-02-01", "2032-02-29"));
        assert_eq!(of("2011-W38", Precision::Week), pair("2011-09-19", "2011-09-25"));
        assert_eq!(of("2021-W01", Precision::Week), pair("2021-01-04", "2021-01-10"));
        assert_eq!(of("2031", Precision::Year), pair("2031-01-01", "2031-12-31"));
        assert_eq!(of("2031-04-02T10:00", Precision::Day), pair("2031-04-02", "2031-04-02"));
        for (value, precision) in [
            ("2031-13", Precision::Month),
            ("2031-02-30", Precision::Day),
            ("é031", Precision::Year),
        ] {
            assert_eq!(of(value, precision), None, "{value}");
        }
    }

    proptest! {
        #[test]
        fn a_day_written_reads_back(n in -700_000i32..2_900_000) {
            prop_assert_eq!(day(&iso(n)), Some(n));
            for unit in [Unit::Day, Unit::Week, Unit::Month, Unit::Year] {
                let (first, last) = unit.around(n);
                prop_assert!(first <= n && n <= last);
                prop_assert_eq!(unit.around(first), (first, last));
                prop_assert_eq!(unit.around(last), (first, last));
            }
        }
    }
}
