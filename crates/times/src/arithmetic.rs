//! Counting on the calendar, within the years that four digits can write.

use jiff::Span;
use jiff::civil::{Date, date};

/// The first day of a month.
pub(crate) fn first(year: i16, month: u8) -> Option<Date> {
    Date::new(year, month as i8, 1).ok()
}

/// So many days on, where the calendar has such a day.
pub(crate) fn days(base: Date, by: i64) -> Option<Date> {
    let by = i32::try_from(by).ok().filter(|n| n.abs() < 3_000_000)?;
    base.checked_add(Span::new().try_days(by).ok()?).ok().filter(known)
}

/// The first day of the month so many months on.
pub(crate) fn months(base: Date, by: i64) -> Option<Date> {
    let by = i32::try_from(by).ok().filter(|n| n.abs() < 100_000)?;
    let base = date(base.year(), base.month(), 1);
    base.checked_add(Span::new().try_months(by).ok()?).ok().filter(known)
}

/// The first day of the same month so many years on.
pub(crate) fn years(base: Date, by: i64) -> Option<Date> {
    let by = i32::try_from(by).ok().filter(|n| n.abs() < 9000)?;
    let base = date(base.year(), base.month(), 1);
    base.checked_add(Span::new().try_years(by).ok()?).ok().filter(known)
}

/// Years that four digits can write.
fn known(day: &Date) -> bool {
    (1..=9000).contains(&day.year())
}
