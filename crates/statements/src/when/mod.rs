//! When it was said: the temporal expression that belongs to the attribution.
//!
//! "Malik said on Sunday in Islamabad that …" dates the saying; a date within the content, within
//! the source ("…, who returned on Friday") or before a noun ("the September 13 attack") dates
//! something else. What the attribution does not date stays undated: an article's own date is no
//! substitute. Only a speaker who goes on speaking keeps the date just given, a saying that places
//! itself in a scene has the scene's, and what tells of the day of publication was said on it.

mod attribution;
mod context;

use gainsay_record::{Article, Basis, DateValue, Precision, TextRange, ZoneKind};
use gainsay_times::{Anchor, Kind, Time};

use crate::assemble::Draft;
use crate::doc::Doc;

/// An expression that dates a saying: where it stands, its value, and how exact that is.
type Dated = (TextRange, String, Precision);

/// The temporal expressions of an article, resolved against its publication date; those in clutter
/// are not the article's.
pub fn times(article: &Article) -> Vec<Time> {
    let anchor = article.published.as_ref().and_then(|date| Anchor::parse(&date.value));
    let mut times = gainsay_times::find(article.text.as_str(), anchor);
    let clutter = |at: usize| article.zone_at(at).is_some_and(|z| z.kind == ZoneKind::Clutter);
    times.retain(|time| !clutter(time.range.start));
    times
}

/// When each draft was said. `speakers` are the members of the cast that speak.
pub(crate) fn said(
    article: &Article,
    doc: &Doc,
    times: &[Time],
    drafts: &[Draft],
    speakers: &[Option<usize>],
) -> Vec<Option<DateValue>> {
    let published = article
        .published
        .as_ref()
        .filter(|date| date.precision == Precision::Day)
        .map(|date| date.value.as_str());
    let mut said: Vec<Option<DateValue>> = Vec::with_capacity(drafts.len());
    for (d, draft) in drafts.iter().enumerate() {
        let own = attribution::own(doc, times, drafts, d)
            .or_else(|| context::scene(doc, times, drafts, d))
            .or_else(|| context::not_before(doc, times, draft, published))
            .filter(|(_, value, _)| published.is_none_or(|day| !later(value, day)))
            .map(|(range, value, precision)| DateValue {
                value,
                precision,
                basis: Basis::Expression,
                span: Some(article.text.span(range)),
            });
        let before = d.checked_sub(1);
        let date = own.or_else(|| {
            let before = before?;
            let same = speakers[d].is_some() && speakers[d] == speakers[before];
            (same && context::goes_on(doc, &drafts[before], draft)).then(|| said[before].clone())?
        });
        said.push(date);
    }
    said
}

/// Whether the time stands in some content that the cue at `at` does not itself stand in.
fn within_a_content(time: TextRange, drafts: &[Draft], at: usize) -> bool {
    drafts
        .iter()
        .flat_map(|draft| &draft.content)
        .any(|content| content.overlaps(time) && !content.contains_offset(at))
}

/// An expression that names a date or a time of day on the calendar, as one that may date a saying.
fn dated(time: &Time) -> Option<Dated> {
    let (value, precision) =
        matches!(time.kind, Kind::Date | Kind::Time).then(|| calendar(&time.value))??;
    Some((time.range, value, precision))
}

/// A TIMEX3 value as a date of the record: `2011-09-25TMO` is a day, `2011-WXX` and `PAST_REF` are none.
fn calendar(value: &str) -> Option<(String, Precision)> {
    let date = value.split('T').next()?;
    let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = date.split('-').collect();
    let precision = match parts[..] {
        [year] if digits(year, 4) => Precision::Year,
        [year, week] if digits(year, 4) && week.strip_prefix('W').is_some_and(|w| digits(w, 2)) => {
            Precision::Week
        }
        [year, month] if digits(year, 4) && digits(month, 2) => Precision::Month,
        [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2) => {
            Precision::Day
        }
        _ => return None,
    };
    Some((date.to_owned(), precision))
}

/// Whether a value begins after a day. A week is left alone: it may hold the day.
fn later(value: &str, day: &str) -> bool {
    !value.contains('W') && value > &day[..value.len().min(day.len())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::read_on;

    /// When each statement was said, in an article of Wednesday, 28 September 2011.
    fn dates(text: &str) -> Vec<Option<String>> {
        let said = read_on(text, "2011-09-28").into_iter().map(|statement| statement.said);
        said.map(|date| date.map(|date| date.value)).collect()
    }

    fn one(text: &str) -> Option<String> {
        dates(text).remove(0)
    }

    #[test]
    fn an_expression_of_the_attribution_dates_the_saying() {
        for (text, day) in [
            ("{s:Tessen} {c:said} on Sunday {q:the boats were gone}.", "2011-09-25"),
            (
                "{s:Tessen} {c:told} reporters in Quell late on Monday {q:the boats were gone}.",
                "2011-09-26",
            ),
            (
                "On Tuesday, after talks in Quell, {s:Tessen} {c:said} {q:the boats were gone}.",
                "2011-09-27",
            ),
            ("{q:“They are gone,”} {s:Tessen} {c:said} Monday night.", "2011-09-26"),
            ("{s:The ministry} on Sunday {c:accused} {q:Ostria of sending them}.", "2011-09-25"),
            ("{s:Tessen} {c:denied} in August {q:any link to the boats}.", "2011-08"),
        ] {
            assert_eq!(one(text).as_deref(), Some(day), "{text}");
        }
    }

    #[test]
    fn a_date_of_something_else_does_not() {
        for text in [
            "{s:Tessen} {c:said} {q:the boats left on Sunday}.",
            "{s:Tessen, who returned on Sunday,} {c:said} {q:the boats were gone}.",
            "{s:Tessen} {c:condemned} {q:the raid} after the September 13 attack.",
            "{s:Tessen} {c:spoke} of {q:the boats} at Monday’s meeting.",
            "{s:Tessen} {c:said} {q:the boats were gone}.",
        ] {
            assert_eq!(one(text), None, "{text}");
        }
    }

    #[test]
    fn who_goes_on_speaking_speaks_on_the_same_day() {
        let text = "{s1:Ilmar Tessen} {c1:said} on Sunday {q1:the boats were gone}.\n\
                    {q2:“We looked,”} {s2:he} {c2:said}.\n{s3:Ostria} {c3:said} {q3:nothing}.";
        let sunday = Some("2011-09-25".to_owned());
        assert_eq!(dates(text), [sunday.clone(), sunday, None]);
    }

    #[test]
    fn a_scene_and_the_day_of_publication_date_what_is_said_in_them() {
        let scene = "An envoy arrived in Quell on Monday.\n\
                     {q:“They are gone,”} {s:Tessen} {c:said} as he welcomed the envoy.";
        assert_eq!(one(scene).as_deref(), Some("2011-09-26"));
        // The article is of Wednesday.
        let day = "{q:Prices fell on Wednesday}, {s:traders} {c:said}.";
        assert_eq!(one(day).as_deref(), Some("2011-09-28"));
        let ahead = "{q:The council will meet on Wednesday}, {s:clerks} {c:said}.";
        assert_eq!(one(ahead), None);
    }

    #[test]
    fn values_that_pin_no_calendar_date_are_none() {
        assert_eq!(calendar("2011-09-25TMO"), Some(("2011-09-25".to_owned(), Precision::Day)));
        assert_eq!(calendar("2011-W38"), Some(("2011-W38".to_owned(), Precision::Week)));
        assert_eq!(calendar("2011"), Some(("2011".to_owned(), Precision::Year)));
        for none in ["PAST_REF", "XXXX-WXX-1", "P3Y", "201", "2011-Q3", "2011-SU", "2011-09-XX"] {
            assert_eq!(calendar(none), None, "{none}");
        }
    }
}
