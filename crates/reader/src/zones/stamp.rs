//! Stamps: lines that say when the article was published or changed.

use gainsay_record::{Precision, TextRange};

use crate::dates::{self, Found};
use crate::unit::Unit;

/// What a stamp says happened on its date. In the order of trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Event {
    /// It was published.
    Published,
    /// Nothing: a bare date.
    Unsaid,
    /// It was changed.
    Updated,
}

/// A date on a stamp line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// What happened then.
    pub event: Event,
    /// The date; its range is one of the article's text.
    pub found: Found,
}

/// What the dates of a line are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Line {
    /// The article's.
    Stamps(Vec<Stamp>),
    /// The page's or the crawler's: a print edition's header, a copyright line, a printing date.
    Foreign,
}

/// Words that make a date somebody else's.
#[rustfmt::skip]
const FOREIGN: &[&str] = &[
    "today's paper", "copyright", "©", "(c)", "page generated", "generated on", "retrieved",
    "accessed", "archived", "printed on", "print edition", "downloaded", "last visited",
    "all rights reserved", "current time", "today is", "e-paper", "epaper", "cached", "crawled",
    "captured on", "saved on", "expires",
];

/// Words that may stand around a stamp's dates.
#[rustfmt::skip]
const AROUND: &[&str] = &[
    "published", "publish", "publication", "posted", "first", "last", "updated", "update",
    "modified", "edited", "revised", "created", "issued", "filed", "broadcast", "reviewed", "date",
    "time", "on", "at",
    "in", "the", "of", "am", "pm", "noon", "a", "p", "m", "gmt", "utc", "bst", "est", "edt", "et",
    "cst", "cdt", "ct", "mst", "mdt", "pst", "pdt", "pt", "cet", "cest", "ist", "pkt", "pst",
    "aest", "aedt", "jst", "msk", "eat", "wat", "sast", "ago", "year", "years", "month", "months",
    "week", "weeks", "day", "days", "hour", "hours", "hrs", "minute", "minutes", "min", "mins",
    "read", "comment", "comments", "share", "shares", "local", "eastern", "and", "by", "t", "z",
    "this", "article", "story", "was", "originally", "is", "more", "than", "old", "it",
];

/// What the words before a date say of it.
pub(crate) fn says(before: &str) -> Option<Event> {
    let before = before.to_lowercase();
    let last = |words: &[&str]| words.iter().filter_map(|word| before.rfind(word)).max();
    let updated = last(&["updat", "modif", "edited", "revised", "changed", "reviewed"]);
    let published = last(&[
        "publish",
        "publication",
        "posted",
        "created",
        "issued",
        "filed",
        "first",
        "broadcast",
    ]);
    match (published, updated) {
        (None, None) => None,
        (p, u) => Some(if u > p { Event::Updated } else { Event::Published }),
    }
}

/// Whether a line is nothing but a stamp's label, whose date stands on the next.
pub(crate) fn is_label(unit: &Unit) -> bool {
    unit.words <= 4
        && says(unit.text).is_some()
        && unit.key.split(|c: char| !c.is_alphanumeric()).all(|word| AROUND.contains(&word))
}

/// The words of `text` that no stamp explains, once its dates are taken out.
fn unexplained(text: &str, found: &[Found]) -> usize {
    let mut count = 0;
    let mut at = 0;
    // "… | Tagged ferry, hostages": what a bar cuts off after the dates is not the stamp's.
    let last = found.last().map_or(0, |found| found.range.end);
    let text = text[last..].find('|').map_or(text, |bar| &text[..last + bar]);
    let mut ranges: Vec<TextRange> = found.iter().map(|found| found.range).collect();
    ranges.push(TextRange::new(text.len(), text.len()));
    for range in ranges {
        for word in text[at..range.start].split(|c: char| !c.is_alphanumeric()) {
            // "27" and "05" of the time of day, "5th", "14pm", "T09".
            let numeral = word.contains(|c: char| c.is_ascii_digit());
            if word.is_empty() || numeral || dates::is_weekday(word) {
                continue;
            }
            if !AROUND.contains(&word.to_lowercase().as_str()) {
                count += 1;
            }
        }
        at = range.end;
    }
    count
}

/// Dates of a line relative to the text, with what each one's label says. `label` is what a line
/// before said.
pub(crate) fn stamps(unit: &Unit, label: Option<&Unit>) -> Vec<Stamp> {
    let mut at = 0;
    let mut known = label.and_then(|label| says(label.text));
    let mut stamps = Vec::new();
    for found in dates::find(unit.text) {
        if let Some(event) = says(&unit.text[at..found.range.start]) {
            known = Some(event);
        }
        at = found.range.end;
        let event = known.unwrap_or(Event::Unsaid);
        stamps.push(Stamp {
            event,
            found: Found { range: found.range.shift(unit.range.start), ..found },
        });
    }
    stamps
}

/// What the line's dates are, if it is a stamp at all.
pub(crate) fn read(unit: &Unit, label: Option<&Unit>) -> Option<Line> {
    // No sentence, however short, is a stamp; and every form of date has a digit.
    if unit.words > 24 || unit.quoted || !unit.text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let lower = unit.text.to_lowercase().replace('’', "'");
    let found = dates::find(unit.text);
    if found.is_empty() {
        return None;
    }
    if FOREIGN.iter().any(|word| lower.contains(word)) {
        // A sentence of the article may say that something was retrieved in 2011.
        return (!unit.ends || unit.words <= 12).then_some(Line::Foreign);
    }
    let unexplained = unexplained(unit.text, &found);
    let labelled = says(&unit.text[..found[0].range.start]).is_some()
        && AROUND[..16].iter().any(|word| lower.starts_with(word));
    // "Published in The Norvale Herald, March 3rd, 2015"; "World · March 3, 2015".
    let marks = unit.text.contains(['|', '·', '•', '/']);
    let allowed = match () {
        () if labelled => 6,
        () if marks => 3,
        () => 0,
    };
    if unexplained > allowed || unit.ends && unit.words > 14 {
        return None;
    }
    let stamps = stamps(unit, label);
    // A bare month or year is a heading as often as a stamp.
    let sure = labelled
        || label.is_some()
        || stamps.iter().any(|stamp| stamp.found.precision == Precision::Day)
        || unit.text.contains('/');
    sure.then_some(Line::Stamps(stamps))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::units;

    fn line(text: &str) -> Option<Line> {
        read(&units(text)[0], None)
    }

    fn only(text: &str) -> (Event, String) {
        match line(text) {
            Some(Line::Stamps(stamps)) if stamps.len() == 1 => {
                (stamps[0].event, stamps[0].found.value.clone())
            }
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn stamps_say_what_happened_when() {
        for (text, event) in [
            ("March 3, 2015 / 1:27 PM / 9 years ago", Event::Unsaid),
            ("Updated 3 Mar, 2015 05:14pm", Event::Updated),
            ("Published: Tuesday 3 March 2015 09.30 GMT", Event::Published),
            ("First posted on Mar 3, 2015 at 9:30 am EST", Event::Published),
            ("Published in The Norvale Herald, March 3rd, 2015", Event::Published),
            ("World | March 3, 2015", Event::Unsaid),
            ("2015-03-03T09:30:00Z", Event::Unsaid),
        ] {
            assert_eq!(only(text), (event, "2015-03-03".to_owned()), "{text}");
        }
    }

    #[test]
    fn two_dates_keep_their_own_labels() {
        let Some(Line::Stamps(stamps)) = line("Published March 3, 2015, updated March 5, 2015")
        else {
            panic!("no stamps");
        };
        assert_eq!(stamps[0].event, Event::Published);
        assert_eq!(stamps[1].event, Event::Updated);
    }

    #[test]
    fn the_pages_own_dates_are_foreign() {
        for text in [
            "Today's Paper | November 2, 2024",
            "Copyright © March 3, 2015 The Norvale Herald",
            "Page generated on 3 March 2015",
            "Retrieved 3 March 2015",
        ] {
            assert_eq!(line(text), Some(Line::Foreign), "{text}");
        }
    }

    #[test]
    fn prose_is_no_stamp() {
        for text in [
            "The bridge was closed on March 3, 2015.",
            "After the attack of March 3, 2015, Zorvia closed the border",
            "Talks since March 2015",
        ] {
            assert_eq!(line(text), None, "{text}");
        }
    }
}
