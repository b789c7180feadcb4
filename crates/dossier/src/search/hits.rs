//! The words that a search found, as places.

use std::ops::Range;

use gainsay_record::Span;
use rusqlite::{Connection, OptionalExtension, params};

/// How words are told apart and compared; the schema says the same.
const TOKENS: &str = "unicode61 remove_diacritics 2";

/// Code points between the pieces of a source or a content: " … ".
const BETWEEN: usize = 3;

/// Finds the words of a query in texts.
///
/// An index like the dossier's own marks them, so that what is marked is what was found. It holds
/// one text at a time: the dossier's would be asked anew for all that it holds, a text at a time.
pub(crate) struct Marker {
    index: Connection,
    words: String,
}

impl Marker {
    /// For what [`super::condition::words`] makes of a query.
    pub fn new(words: String) -> rusqlite::Result<Marker> {
        let index = Connection::open_in_memory()?;
        index.execute_batch(&format!(
            "CREATE VIRTUAL TABLE shown USING fts5(source, content, tokenize = '{TOKENS}')"
        ))?;
        Ok(Marker { index, words })
    }

    /// Where the words stand in the source and in the content of a statement, in code points.
    pub fn places(&self, texts: [&str; 2]) -> rusqlite::Result<[Vec<Range<usize>>; 2]> {
        let free = ('\u{1}'..'\u{20}').filter(|c| !texts.iter().any(|text| text.contains(*c)));
        let marks: Vec<char> = free.take(2).collect();
        // A text that holds all control characters shows nothing by being marked.
        let [open, close] = marks[..] else { return Ok(Default::default()) };
        self.index
            .prepare_cached(
                "INSERT OR REPLACE INTO shown (rowid, source, content) VALUES (1, ?1, ?2)",
            )?
            .execute(texts)?;
        let marked: Option<[String; 2]> = self
            .index
            .prepare_cached(
                "SELECT highlight(shown, 0, ?1, ?2), highlight(shown, 1, ?1, ?2)
                 FROM shown WHERE shown MATCH ?3",
            )?
            .query_row(params![open.to_string(), close.to_string(), self.words], |row| {
                Ok([row.get(0)?, row.get(1)?])
            })
            .optional()?;
        let between = |marked: String| between(&marked, open, close);
        Ok(marked.map(|texts| texts.map(between)).unwrap_or_default())
    }
}

/// Where the marks stood, in code points of the text without them.
fn between(marked: &str, open: char, close: char) -> Vec<Range<usize>> {
    let (mut found, mut start, mut at) = (Vec::new(), 0, 0);
    for c in marked.chars() {
        if c == open {
            start = at;
        } else if c == close {
            found.push(start..at);
        } else {
            at += 1;
        }
    }
    found
}

/// Places of pieces that were joined, as places of the article.
pub(super) fn spans(places: &[Range<usize>], pieces: &[Span]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut first = 0;
    for piece in pieces {
        let end = first + (piece.end - piece.start);
        for place in places {
            let (from, to) = (place.start.max(first), place.end.min(end));
            if from < to {
                let exact = piece.exact.chars().skip(from - first).take(to - from).collect();
                let start = piece.start + (from - first);
                found.push(Span { start, end: start + (to - from), exact });
            }
        }
        first = end + BETWEEN;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the words stand, as pairs.
    fn marked(marker: &Marker, source: &str, content: &str) -> [Vec<(usize, usize)>; 2] {
        let pairs =
            |places: Vec<Range<usize>>| places.iter().map(|it| (it.start, it.end)).collect();
        marker.places([source, content]).unwrap().map(pairs)
    }

    fn marker(words: &str) -> Marker {
        Marker::new(words.to_owned()).unwrap()
    }

    #[test]
    fn words_are_compared_as_the_dossier_compares_them() {
        assert!(crate::open::SCHEMA.contains(&format!("tokenize = '{TOKENS}'")));
        let [source, content] = marked(&marker("\"ou\""), "é où", "OÙ couru ou");
        assert_eq!((source, content), (vec![(2, 4)], vec![(0, 2), (9, 11)]));
        assert_eq!(marked(&marker("content : \"a\""), "a", "b a"), [vec![], vec![(2, 3)]]);
        assert_eq!(marked(&marker("\"a b\" *"), "a bc", "a c"), [vec![(0, 4)], vec![]]);
    }

    #[test]
    fn texts_do_not_leave_a_trace_and_any_character_may_be_in_them() {
        let marker = marker("\"a\"");
        assert_eq!(marked(&marker, "a", "\u{1}a\u{2}\u{fdd0}"), [vec![(0, 1)], vec![(1, 2)]]);
        assert_eq!(marked(&marker, "b", ""), [vec![], vec![]]);
        let all: String = ('\u{1}'..'\u{20}').collect();
        assert_eq!(marked(&marker, &all, "a"), [vec![], vec![]]);
    }

    #[test]
    fn a_place_over_two_pieces_is_two_places_of_the_article() {
        let piece = |start: usize, exact: &str| Span {
            start,
            end: start + exact.chars().count(),
            exact: exact.to_owned(),
        };
        let pieces = [piece(10, "wé cut"), piece(30, "no cable")];
        // "wé cut … no cable"
        assert_eq!(
            spans(&[3..11, 12..17], &pieces),
            [piece(13, "cut"), piece(30, "no"), piece(33, "cable")]
        );
    }
}
