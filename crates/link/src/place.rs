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
    civil(date.value.get(..10)?)
}

/// The number of a day written `2011-09-25`.
fn civil(day: &str) -> Day {
    let mut parts = day.split('-').map(str::parse::<i32>);
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

/// A day as the record writes it.
///
/// ```
/// assert_eq!(gainsay_link::iso(31), "1970-02-01");
/// assert_eq!(gainsay_link::iso(-1), "1969-12-31");
/// ```
pub fn iso(day: i32) -> String {
    // The way back of `day`, by the same calendar that begins in March.
    let days = i64::from(day) + 719_468;
    let of_era = days.rem_euclid(146_097);
    let of_year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let day = of_era - (365 * of_year + of_year / 4 - of_year / 100);
    let month = (5 * day + 2) / 153;
    let year = days.div_euclid(146_097) * 400 + of_year + i64::from(month >= 10);
    let (day, month) = (day - (153 * month + 2) / 5 + 1, (month + 2) % 12 + 1);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The week of ISO 8601 that a day lies in: `2011-W38`.
pub(crate) fn week_of(day: i32) -> String {
    // A week is of the year that its Thursday is of.
    let thursday = monday(day) + 3;
    let year = &iso(thursday)[..4];
    let first = civil(&format!("{year}-01-01")).unwrap_or(thursday);
    format!("{year}-W{:02}", (thursday - first) / 7 + 1)
}

/// The first and last day of a TIMEX3 value that names a day, a weekend or a week of the calendar,
/// a time of day aside.
pub(crate) fn days_of(value: &str) -> Option<(i32, i32)> {
    let date = value.split('T').next()?;
    let Some((year, week)) = date.split_once("-W") else {
        let day = civil(date).filter(|_| date.len() == 10)?;
        return Some((day, day));
    };
    let (week, weekend) = week.strip_suffix("-WE").map_or((week, false), |week| (week, true));
    let week: i32 = week.parse().ok().filter(|week| (1..=53).contains(week))?;
    let first = monday(civil(&format!("{year}-01-04"))?) + (week - 1) * 7;
    Some((first + if weekend { 5 } else { 0 }, first + 6))
}

fn monday(day: i32) -> i32 {
    // 1 January 1970 was a Thursday.
    day - (day + 3).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_weeks_go_there_and_back() {
        for number in (-800_000..800_000).step_by(13) {
            let written = iso(number);
            if written.len() == 10 && !written.starts_with('-') {
                assert_eq!(civil(&written), Some(number), "{written}");
                let (first, last) = days_of(&week_of(number)).unwrap();
                assert!(first <= number && number <= last && last - first == 6, "{written}");
            }
        }
        assert_eq!(
            days_of("2011-W38"),
            Some((civil("2011-09-19").unwrap(), civil("2011-09-25").unwrap()))
        );
        assert_eq!(
            days_of("2011-W38-WE").map(|(first, _)| iso(first)).as_deref(),
            Some("2011-09-24")
        );
        assert_eq!(
            days_of("2011-09-25TNI").map(|(first, _)| iso(first)).as_deref(),
            Some("2011-09-25")
        );
        for none in ["XXXX-WXX-7", "2011-09", "PAST_REF", "2011", "2011-09-XX", "P3D"] {
            assert_eq!(days_of(none), None, "{none}");
        }
        assert_eq!(
            (week_of(civil("2010-01-01").unwrap()), week_of(civil("2012-12-31").unwrap())),
            ("2009-W53".to_owned(), "2013-W01".to_owned())
        );
    }
}
