//! When a page was published: what its metadata declare, what it shows, what its address says.

use gainsay_record::Precision;
use jiff::civil::Date;

use super::shown::Shown;
use crate::dates;

/// A date as the metadata declare it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Declared {
    /// ISO 8601.
    pub value: String,
    /// How much of it is certain.
    pub precision: Precision,
    /// The time of day is Greenwich's, which may be another day than the paper's.
    pub greenwich: bool,
}

/// Where the date of publication was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Published {
    /// In the metadata or the address.
    Metadata(String, Precision),
    /// On the page, in these words.
    Words(String),
}

/// The day in an address: "…/2015/03/03/quell-rejects-charge", "…/2015-03-03-quell".
fn of_address(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split('/').skip(3).collect();
    let number = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    let folders = parts.windows(3).find(|three| {
        number(three[0], 4..=4) && number(three[1], 2..=2) && number(three[2], 2..=2)
    });
    let begins = |part: &&str| {
        part.get(..10)
            .filter(|head| head.bytes().filter(|b| *b == b'-').count() == 2)
            .map(str::to_owned)
    };
    let day = folders.map(|three| three.join("-")).or_else(|| parts.last().and_then(begins))?;
    let found = dates::find(&day).into_iter().next()?;
    (found.precision == Precision::Day && found.range.len() == day.len()).then_some(found.value)
}

/// Days from the one date to the other.
fn days(from: &str, to: &str) -> Option<i32> {
    let (from, to): (Date, Date) = (from.parse().ok()?, to.parse().ok()?);
    Some((to - from).get_days())
}

/// Settles where the three disagree. Pages that are published again or moved to another system
/// declare the day of that, and go on showing the day of the first publication: of two days the
/// earlier one that is shown holds. A later one is that of a change.
pub(super) fn decide(
    declared: Option<Declared>,
    shown: Option<Shown>,
    url: Option<&str>,
) -> Option<Published> {
    let address = url.and_then(of_address);
    let by_markup = |value: String| Published::Metadata(value, Precision::Day);
    let as_shown = |shown: Shown| match shown.words {
        Some(words) => Published::Words(words),
        None => by_markup(shown.value),
    };
    let Some(declared) = declared else {
        return shown.map(as_shown).or(address.map(by_markup));
    };
    if declared.precision != Precision::Day {
        let begins = |day: &str| day.starts_with(&declared.value);
        if let Some(shown) = shown.filter(|shown| begins(&shown.value)) {
            return Some(as_shown(shown));
        }
        return Some(Published::Metadata(declared.value, declared.precision));
    }
    if let Some(shown) = shown
        && let Some(days) = days(&shown.value, &declared.value)
        && (days > 1 || days.abs() == 1 && declared.greenwich)
    {
        return Some(as_shown(shown));
    }
    let beside = address.filter(|day| {
        declared.greenwich && days(day, &declared.value).is_some_and(|days| days.abs() == 1)
    });
    Some(by_markup(beside.unwrap_or(declared.value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn declared(value: &str, greenwich: bool) -> Option<Declared> {
        Some(Declared { value: value.to_owned(), precision: Precision::Day, greenwich })
    }

    fn shown(value: &str) -> Option<Shown> {
        Some(Shown { value: value.to_owned(), words: Some(format!("Posted {value}")) })
    }

    fn day(published: Option<Published>) -> String {
        match published.expect("a date") {
            Published::Metadata(value, _) => value,
            Published::Words(words) => words,
        }
    }

    #[test]
    fn an_address_may_say_the_day() {
        for url in [
            "https://herald.example/2015/03/03/quell-rejects-charge",
            "https://herald.example/world/2015/03/03/quell/?page=2",
            "https://herald.example/blog/2015-03-03-quell",
        ] {
            assert_eq!(of_address(url).as_deref(), Some("2015-03-03"), "{url}");
        }
        for url in [
            "https://herald.example/2015/03/quell",
            "https://herald.example/2015/13/03/quell",
            "https://herald.example/quell?day=2015/03/03",
            "https://herald.example/2015-03-quell-a-b",
        ] {
            assert_eq!(of_address(url), None, "{url}");
        }
    }

    #[test]
    fn the_earlier_day_that_is_shown_goes_before_a_later_one_that_is_declared() {
        let moved = decide(declared("2019-06-12", false), shown("2015-03-03"), None);
        assert_eq!(day(moved), "Posted 2015-03-03");
        let changed = decide(declared("2015-03-03", false), shown("2019-06-12"), None);
        assert_eq!(day(changed), "2015-03-03");
    }

    #[test]
    fn the_papers_own_day_goes_before_that_of_greenwich() {
        let late = decide(declared("2015-03-04", true), shown("2015-03-03"), None);
        assert_eq!(day(late), "Posted 2015-03-03");
        let url = Some("https://herald.example/2015/03/03/quell");
        assert_eq!(day(decide(declared("2015-03-04", true), None, url)), "2015-03-03");
        assert_eq!(day(decide(declared("2015-03-04", false), None, url)), "2015-03-04");
    }
}
