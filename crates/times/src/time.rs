//! What is found: [`Time`] and its [`Kind`].

use gainsay_record::TextRange;

use crate::anchor::Anchor;
use crate::resolve::{self, Resolver};
use crate::token::Tokens;
use crate::{scan, value};

/// The four types of TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A place on the calendar of a day or longer: "Friday", "last year", "the 1980s"; also
    /// "now", "recently", "the future".
    Date,
    /// A place within a day: "10 a.m.", "Monday morning".
    Time,
    /// A length: "three years", "a few days".
    Duration,
    /// A recurrence: "every Monday", "annually".
    Set,
}

impl Kind {
    /// The word of the standard: `DATE`, `TIME`, `DURATION`, `SET`.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Date => "DATE",
            Kind::Time => "TIME",
            Kind::Duration => "DURATION",
            Kind::Set => "SET",
        }
    }
}

/// A temporal expression and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// Where it stands, in bytes.
    pub range: TextRange,
    /// Its type.
    pub kind: Kind,
    /// Its TIMEX3 value: `2011-09-25`, `2011-09-25TMO`, `P3Y`, `XXXX-WXX-1`, `PAST_REF`.
    pub value: String,
}

/// All temporal expressions of a text, in order; none overlaps another.
///
/// Without a publication date, what the text itself settles stays and the rest is `X`.
///
/// ```
/// use gainsay_times::{find, Anchor, Kind};
/// let text = "The council met on Monday and will vote next week.";
/// let times = find(text, Anchor::day(2011, 9, 28));
/// assert_eq!(times[0].range.of(text), "Monday");
/// assert_eq!((times[0].kind, times[0].value.as_str()), (Kind::Date, "2011-09-26"));
/// assert_eq!(times[1].value, "2011-W40");
/// assert_eq!(find(text, None)[0].value, "XXXX-WXX-1");
/// ```
pub fn find(text: &str, published: Option<Anchor>) -> Vec<Time> {
    let tokens = Tokens::new(text);
    let found = scan::scan(&tokens);
    let days = published.map_or_else(Anchor::unknown, Anchor::probes);
    let mut resolvers: Vec<Resolver> = days.into_iter().map(Resolver::new).collect();
    let mut times = Vec::with_capacity(found.len());
    for found in &found {
        let mut kind = Kind::Date;
        let mut values = Vec::with_capacity(resolvers.len());
        for resolver in &mut resolvers {
            let (of, value) = resolver.resolve(found);
            kind = of;
            values.push(value);
        }
        let agreed = value::agreed(&values);
        let value = if values.iter().all(|v| *v == agreed) {
            agreed
        } else {
            resolve::any_weekday(found).unwrap_or(agreed)
        };
        times.push(Time { range: tokens.range(found.from, found.to), kind, value });
    }
    times
}
