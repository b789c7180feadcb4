//! Dates in words, no more exact than they are known.

use gainsay_record::{Basis, DateValue, Precision};
use jiff::civil::Weekday;
use jiff::civil::{Date, ISOWeekDate};

/// "26 Sep 2011", "week of 19 Sep 2011", "Sep 2011", "2011"; "by …" where only the day of
/// publication is known; "undated".
pub fn words(date: Option<&DateValue>) -> String {
    let Some(date) = date.filter(|date| date.precision != Precision::Unknown) else {
        return "undated".to_owned();
    };
    let words = match (first_day(date), date.precision) {
        (Some(day), Precision::Day) => day.strftime("%-d %b %Y").to_string(),
        (Some(day), Precision::Week) => day.strftime("week of %-d %b %Y").to_string(),
        (Some(day), Precision::Month) => day.strftime("%b %Y").to_string(),
        _ => super::page::clean(&date.value),
    };
    // What a paper prints was said when the paper came out, at the latest.
    if date.basis == Basis::Published { format!("by {words}") } else { words }
}

/// The first day that the value may mean, to put dates in order.
pub fn first_day(date: &DateValue) -> Option<Date> {
    let value = date.value.as_str();
    match date.precision {
        Precision::Day => value.get(..10)?.parse().ok(),
        Precision::Week => {
            let (year, week) = value.split_once("-W")?;
            let week = ISOWeekDate::new(year.parse().ok()?, week.parse().ok()?, Weekday::Monday);
            Some(week.ok()?.date())
        }
        Precision::Month => format!("{value}-01").parse().ok(),
        Precision::Year => format!("{value}-01-01").parse().ok(),
        Precision::Unknown => None,
    }
}

/// Sorts by first day, the more exact first; the undated last.
pub fn order(date: Option<&DateValue>) -> (bool, Option<Date>, Option<Precision>) {
    let day = date.and_then(first_day);
    (day.is_none(), day, date.map(|date| date.precision))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(value: &str, precision: Precision) -> DateValue {
        DateValue { value: value.to_owned(), precision, basis: Basis::Text, span: None }
    }

    #[test]
    fn a_date_says_no_more_than_is_known() {
        for (value, precision, expected) in [
            ("2031-03-05", Precision::Day, "5 Mar 2031"),
            ("2011-W38", Precision::Week, "week of 19 Sep 2011"),
            ("2031-03", Precision::Month, "Mar 2031"),
            ("2031", Precision::Year, "2031"),
            ("soon", Precision::Day, "soon"),
            ("", Precision::Unknown, "undated"),
        ] {
            assert_eq!(words(Some(&date(value, precision))), expected);
        }
        assert_eq!(words(None), "undated");
        let printed = DateValue { basis: Basis::Published, ..date("2031-03-05", Precision::Day) };
        assert_eq!(words(Some(&printed)), "by 5 Mar 2031");
    }

    #[test]
    fn dates_of_all_precisions_stand_in_one_order() {
        let mut dates = [
            None,
            Some(date("2031-02", Precision::Month)),
            Some(date("2031-W04", Precision::Week)),
            Some(date("2031", Precision::Year)),
            Some(date("2031-01-01", Precision::Day)),
        ];
        dates.sort_by_key(|date| order(date.as_ref()));
        let values = dates.map(|date| date.map_or("-".to_owned(), |date| date.value));
        assert_eq!(values, ["2031-01-01", "2031", "2031-W04", "2031-02", "-"]);
    }
}
