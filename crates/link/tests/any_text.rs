//! Whatever the text: excerpts are slices of it, and what is alike is alike both ways.

use gainsay_link::echoes::{Difference, Excerpt, differences};
use gainsay_link::incremental::Comparable;
use gainsay_link::{copies, stories};
use proptest::prelude::*;

/// Words and marks in any order, with some of all Unicode between them.
fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => prop::sample::select(vec![
            "guild", "navy", "arm", "the", "“", "”", "''", "\"", "‘", "’", "don’t", "2,500", "É", "—",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,4}",
    ];
    prop::collection::vec(word, 0..24).prop_map(|words| words.join(" "))
}

fn excerpts(of: Difference) -> (Option<Excerpt>, Option<Excerpt>) {
    match of {
        Difference::Cut(a) => (Some(a), None),
        Difference::Added(b) => (None, Some(b)),
        Difference::Changed(a, b) | Difference::Unquoted(a, b) | Difference::Quoted(a, b) => {
            (Some(a), Some(b))
        }
    }
}

proptest! {
    #[test]
    fn excerpts_are_slices_in_the_order_of_their_report(
        earlier in prop::collection::vec(text(), 1..3),
        later in prop::collection::vec(text(), 1..3),
    ) {
        let earlier: Vec<&str> = earlier.iter().map(String::as_str).collect();
        let later: Vec<&str> = later.iter().map(String::as_str).collect();
        let found = differences(&earlier, &later);
        let (a, b): (Vec<_>, Vec<_>) = found.into_iter().map(excerpts).unzip();
        for (excerpts, of) in [(a, &earlier), (b, &later)] {
            let excerpts: Vec<Excerpt> = excerpts.into_iter().flatten().collect();
            prop_assert!(excerpts.iter().all(|excerpt| !excerpt.of(of).is_empty()));
            prop_assert!(excerpts.is_sorted());
        }
    }

    #[test]
    fn a_report_does_not_differ_from_itself(pieces in prop::collection::vec(text(), 1..3)) {
        let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
        prop_assert_eq!(differences(&pieces, &pieces), []);
    }

    #[test]
    fn likeness_goes_both_ways(a in text(), b in text(), days in (0..9, 0..9)) {
        let (a, b) = (a.as_str(), b.as_str());
        let (one, other) =
            (stories::topic(Some(days.0), [a], [b]), stories::topic(Some(days.1), [b], [a]));
        prop_assert_eq!(stories::likeness(&one, &other), stories::likeness(&other, &one));
        let (one, other) = (copies::sketch([a, b]), copies::sketch([b, a]));
        prop_assert_eq!(one.keys(), other.keys());
    }
}
