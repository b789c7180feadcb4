//! Where a report stands among the others: by when it was published, never by when it was read.

use gainsay_record::{DateValue, Id, Precision};

/// A day, counted from 1 January 1970; unknown stays unknown.
pub type Day = Option<i32>;

/// The order of reports: by day of publication (those without one last), then by article and by
/// position within it. It depends on what the articles say alone, so that the order in which they
/// were read leaves no trace.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    day: i32,
    article: Id,
    position: u32,
}

impl Place {
    /// The place of a statement: the day its article was published, the article, and which of the
    /// article's statements it is. For an article itself the position is 0.
    pub fn new(day: Day, article: Id, position: u32) -> Self {
        Place { day: day.unwrap_or(i32::MAX), article, position }
    }

    /// The article.
    pub fn article(&self) -> &Id {
        &self.article
    }

    /// Which of the article's statements.
    pub fn position(&self) -> u32 {
        self.position
    }

    /// The day its article was published.
    pub fn day(&self) -> Day {
        (self.day != i32::MAX).then_some(self.day)
    }
}

/// The day a date names; `None` where it names a month or a year.
///
/// ```
/// use gainsay_link::day;
/// use gainsay_record::{Basis, DateValue, Precision};
/// let value = "1970-02-01".to_owned();
/// let date = DateValue { value, precision: Precision::Day, basis: Basis::Text, span: None };
/// assert_eq!(day(&date), Some(31));
/// ```
pub fn day(date: &DateValue) -> Day {
    if date.precision != Precision::Day {
        return None;
    }
    let mut parts = date.value.get(..10)?.split('-').map(str::parse::<i32>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Days from the civil calendar, with March as the first month so that leap days come last.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}
