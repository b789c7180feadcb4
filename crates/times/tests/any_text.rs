//! Any text is safe, and every range lies on characters.

use gainsay_times::{Anchor, Time, find};
use proptest::prelude::*;

fn check(text: &str, times: &[Time]) {
    let mut end = 0;
    for time in times {
        assert!(time.range.start >= end, "{time:?} overlaps the one before");
        assert!(time.range.end > time.range.start);
        assert!(text.is_char_boundary(time.range.start) && text.is_char_boundary(time.range.end));
        assert!(!time.value.is_empty());
        end = time.range.end;
    }
    assert!(end <= text.len());
}

/// Words from which the grammar is made, so that random texts reach deep into it.
const WORDS: &[&str] = &[
    "last",
    "next",
    "the",
    "past",
    "a",
    "of",
    "two",
    "half",
    "and",
    "week",
    "years",
    "ago",
    "later",
    "earlier",
    "May",
    "March",
    "Feb.",
    "30",
    "31",
    "1998",
    "2000",
    "99999999",
    "0",
    "12",
    ":",
    "-",
    "/",
    ",",
    ".",
    "'s",
    "s",
    "’",
    "st",
    "th",
    "a.m.",
    "p.m",
    "UTC",
    "Monday",
    "Sun.",
    "night",
    "noon",
    "quarter",
    "third",
    "second",
    "first",
    "fiscal",
    "century",
    "decades",
    "millennium",
    "summer",
    "every",
    "each",
    "daily",
    "today",
    "tomorrow",
    "now",
    "since",
    "ended",
    "in",
    "mid",
    "end",
    "year",
    "same",
    "period",
    "that",
    "this",
    "previous",
    "following",
    "hundred",
    "thousand",
    "million",
    "ninety",
    "nine",
    "Easter",
    "New",
    "Year",
    "Eve",
    "day",
    "weekend",
    "½",
    "—",
    "\n\n",
    "o'clock",
    "will",
    "said",
    "more",
    "than",
    "few",
    "several",
    "dozen",
    "s'",
    "1/2",
    "nineties",
    "'80s",
    "the 1980s",
    "9000000000",
];

/// Every rule looks only so far: no text of one or two words without end takes the time of its
/// square, or the stack of its length.
#[test]
fn a_long_text_of_one_word_is_safe() {
    for word in WORDS {
        for other in [*word, " and", ", ", " the ", "-"] {
            let text = format!("{word} {other}").repeat(10_000);
            check(&text, &find(&text, Anchor::day(2011, 9, 28)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_string_is_safe(text in "\\PC{0,300}|[0-9a-z:/.,'’½ é𝄞\\n-]{0,300}", year in 1i16..9000) {
        check(&text, &find(&text, Anchor::year(year)));
        check(&text, &find(&text, None));
    }

    #[test]
    fn any_string_of_its_words_is_safe(
        words in prop::collection::vec((prop::sample::select(WORDS), prop::bool::weighted(0.8)), 0..60),
        day in (1i16..=9000, 1i8..=12, 1i8..=28),
    ) {
        let text: String =
            words.iter().flat_map(|(word, gap)| [*word, if *gap { " " } else { "" }]).collect();
        check(&text, &find(&text, Anchor::day(day.0, day.1, day.2)));
        check(&text, &find(&text, Anchor::month(day.0, day.1)));
        check(&text, &find(&text, None));
    }

    #[test]
    fn the_same_text_gives_the_same_times(
        words in prop::collection::vec(prop::sample::select(WORDS), 0..40),
    ) {
        let text = words.join(" ");
        let anchor = Anchor::day(2011, 9, 28);
        prop_assert_eq!(find(&text, anchor), find(&text, anchor));
    }
}
