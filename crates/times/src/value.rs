//! TIMEX3 values: places on the calendar to strings, lengths to strings, and what several
//! readings agree on.

use jiff::civil::Date;

use crate::expression::Clock;
use crate::lexicon::{Season, Unit};
use crate::numbers::Amount;

/// How much of the calendar a point takes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grain {
    Day,
    Week,
    Weekend,
    Month,
    Season(Season),
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// A place on the calendar: the span of this grain that a day lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) day: Date,
    pub(crate) grain: Grain,
}

impl Point {
    /// The TIMEX3 value: ISO 8601, with TIMEX3's own forms for weekends, seasons, quarters and
    /// halves, and as many digits of a year as a decade or a century has.
    pub(crate) fn value(self) -> String {
        let (year, month) = (self.day.year(), self.day.month());
        let week = self.day.iso_week_date();
        match self.grain {
            Grain::Day => format!("{year:04}-{month:02}-{:02}", self.day.day()),
            Grain::Week => format!("{:04}-W{:02}", week.year(), week.week()),
            Grain::Weekend => format!("{:04}-W{:02}-WE", week.year(), week.week()),
            Grain::Month => format!("{year:04}-{month:02}"),
            Grain::Season(season) => format!("{year:04}-{}", season.suffix()),
            Grain::Quarter => format!("{year:04}-Q{}", (month - 1) / 3 + 1),
            Grain::Half => format!("{year:04}-H{}", (month - 1) / 6 + 1),
            Grain::Year => format!("{year:04}"),
            Grain::Decade => format!("{:03}", year / 10),
            Grain::Century => format!("{:02}", year / 100),
        }
    }
}

/// The value of a day with a time of day.
pub(crate) fn time(day: &str, clock: Clock) -> String {
    match clock {
        Clock::Part(part) => format!("{day}{}", part.suffix()),
        Clock::At { hour, minute, second, zulu } => {
            let minute = minute.unwrap_or(0);
            let second = second.map_or(String::new(), |s| format!(":{s:02}"));
            let zulu = if zulu { "Z" } else { "" };
            format!("{day}T{hour:02}:{minute:02}{second}{zulu}")
        }
    }
}

/// The value of a length: ISO 8601, `X` for a number left open.
pub(crate) fn duration(amount: Amount, unit: Unit) -> String {
    let (prefix, letter) = unit.designator();
    let Some(whole) = amount.whole else { return format!("{prefix}X{letter}") };
    let thousandths = (u64::from(whole) * 1000 + u64::from(amount.part)) * u64::from(unit.scale());
    let (n, rest) = (thousandths / 1000, thousandths % 1000);
    // Half of a thing that has a whole number of parts is given in the parts.
    let parts = match unit {
        Unit::Year => "6M",
        Unit::Hour => "30M",
        Unit::Minute => "30S",
        _ => "",
    };
    match rest {
        0 => format!("{prefix}{n}{letter}"),
        500 if !parts.is_empty() && n == 0 => format!("{prefix}{parts}"),
        500 if !parts.is_empty() => format!("{prefix}{n}{letter}{parts}"),
        _ => {
            let decimals = format!("{rest:03}");
            format!("{prefix}{n}.{}{letter}", decimals.trim_end_matches('0'))
        }
    }
}

/// What values agree on: fields in which they differ become `X`.
pub(crate) fn agreed(values: &[String]) -> String {
    let Some((first, rest)) = values.split_first() else { return String::new() };
    if rest.iter().all(|v| v == first) {
        return first.clone();
    }
    let mut out = String::with_capacity(first.len());
    for (i, field) in first.split('-').enumerate() {
        if i > 0 {
            out.push('-');
        }
        // A time of day belongs to the text, not to the day.
        let day = |field: &str| field.find('T').unwrap_or(field.len());
        let (known, time) = field.split_at(day(field));
        let same = rest.iter().all(|v| v.split('-').nth(i).is_some_and(|f| &f[..day(f)] == known));
        if same {
            out.push_str(known);
        } else {
            out.extend(known.chars().map(|c| if c.is_ascii_digit() { 'X' } else { c }));
        }
        out.push_str(time);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_all_agree_on_is_kept() {
        let agreed = |values: &[&str]| {
            super::agreed(&values.iter().map(|v| (*v).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(agreed(&["2011-08-01", "2011-08-31"]), "2011-08-XX");
        assert_eq!(agreed(&["1998-08", "2011-08"]), "XXXX-08");
        assert_eq!(agreed(&["1998-W08", "2011-W31"]), "XXXX-WXX");
        assert_eq!(agreed(&["2011-08-01TMO", "2011-08-31TMO"]), "2011-08-XXTMO");
        assert_eq!(agreed(&["2010-Q3", "2011-Q3"]), "XXXX-Q3");
    }

    #[test]
    fn halves_are_given_in_parts() {
        let half = |n| Amount { whole: Some(n), part: 500, article: false };
        assert_eq!(duration(half(2), Unit::Year), "P2Y6M");
        assert_eq!(duration(half(0), Unit::Hour), "PT30M");
        assert_eq!(duration(half(1), Unit::Decade), "P15Y");
        assert_eq!(duration(half(1), Unit::Week), "P1.5W");
        let more = Amount { whole: Some(8), part: 250, article: false };
        assert_eq!(duration(more, Unit::Hour), "PT8.25H");
    }
}
