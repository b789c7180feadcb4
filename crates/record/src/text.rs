//! Text, and positions in it.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Half-open byte range `[start, end)` into the text of one article. Program-internal: what leaves
/// the program is a [`Span`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TextRange {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl TextRange {
    /// The range `[start, end)`.
    ///
    /// # Panics
    /// If `end < start`.
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "range ends ({end}) before it starts ({start})");
        Self { start, end }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the range holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two ranges share at least one byte.
    pub fn overlaps(self, other: TextRange) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside this range.
    pub fn contains(self, other: TextRange) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` lies inside this range.
    pub fn contains_offset(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// The smallest range that holds both.
    pub fn cover(self, other: TextRange) -> TextRange {
        TextRange::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The same range moved right by `by` bytes.
    pub fn shift(self, by: usize) -> TextRange {
        TextRange::new(self.start + by, self.end + by)
    }

    /// The words of this range in `text`, which must be the text the range was made for.
    ///
    /// # Panics
    /// If the range does not lie on character boundaries inside `text`.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The range without white space at its ends. An all-white range becomes empty at its start.
    pub fn trim(self, text: &str) -> TextRange {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        let end = self.start + words.trim_end().len();
        if start >= end {
            TextRange::new(self.start, self.start)
        } else {
            TextRange::new(start, end)
        }
    }
}

impl From<Range<usize>> for TextRange {
    fn from(range: Range<usize>) -> Self {
        TextRange::new(range.start, range.end)
    }
}

/// A place in an article's text as the outside sees it: half-open, in Unicode code points, with the
/// exact words found there (`text[start..end] == exact`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words between the two, verbatim.
    pub exact: String,
}

/// Why a [`Span`] is not true of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpanError {
    /// The span ends after the text does, or before it starts.
    Outside {
        /// The span at fault.
        span: Span,
        /// Length of the text in code points.
        length: usize,
    },
    /// Other words stand at that place.
    Differs {
        /// The span at fault.
        span: Span,
        /// What the text has there.
        found: String,
    },
}

impl fmt::Display for SpanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SpanError::Outside { span, length } => write!(
                f,
                "span {}..{} ({:?}) lies outside the text, which has {length} code points",
                span.start, span.end, span.exact
            ),
            SpanError::Differs { span, found } => write!(
                f,
                "span {}..{} should read {:?}, the text has {found:?}",
                span.start, span.end, span.exact
            ),
        }
    }
}

impl std::error::Error for SpanError {}

/// One code point count is kept for each block of this many bytes.
const BLOCK: usize = 256;

/// The text of an article, with what is needed to turn byte offsets into code points and back in
/// constant time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    string: String,
    /// `before[i]`: code points that begin before byte `i * BLOCK`. Empty for pure ASCII, where the
    /// two kinds of offset are the same.
    before: Vec<u32>,
}

impl Text {
    /// Takes over a string. Costs one pass over it.
    pub fn new(string: String) -> Self {
        let before = if string.is_ascii() {
            Vec::new()
        } else {
            let mut before = Vec::with_capacity(string.len() / BLOCK + 1);
            let mut count = 0;
            for block in string.as_bytes().chunks(BLOCK) {
                before.push(count);
                count += code_points(block) as u32;
            }
            before
        };
        Self { string, before }
    }

    /// The text as a string slice.
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.string.len()
    }

    /// Whether there is no character.
    pub fn is_empty(&self) -> bool {
        self.string.is_empty()
    }

    /// The whole text as a range.
    pub fn range(&self) -> TextRange {
        TextRange::new(0, self.len())
    }

    /// How many code points begin before byte `offset`.
    ///
    /// # Panics
    /// If `offset` lies beyond the text.
    pub fn code_point(&self, offset: usize) -> usize {
        assert!(offset <= self.len(), "byte {offset} lies beyond the text");
        if self.before.is_empty() {
            return offset;
        }
        let block = (offset / BLOCK).min(self.before.len() - 1);
        self.before[block] as usize + code_points(&self.string.as_bytes()[block * BLOCK..offset])
    }

    /// The byte at which code point number `index` begins, or `None` beyond the end. The length of
    /// the text in code points maps to its length in bytes.
    pub fn byte(&self, index: usize) -> Option<usize> {
        if self.before.is_empty() {
            return (index <= self.len()).then_some(index);
        }
        let block = self.before.partition_point(|&n| n as usize <= index) - 1;
        let mut left = index - self.before[block] as usize;
        for (i, &b) in self.string.as_bytes()[block * BLOCK..].iter().enumerate() {
            if starts_code_point(b) {
                if left == 0 {
                    return Some(block * BLOCK + i);
                }
                left -= 1;
            }
        }
        (left == 0).then_some(self.len())
    }

    /// The words at `range`.
    ///
    /// # Panics
    /// If the range was not made for this text.
    pub fn slice(&self, range: TextRange) -> &str {
        range.of(&self.string)
    }

    /// The range as the outside sees it.
    ///
    /// ```
    /// use gainsay_record::{Text, TextRange};
    /// let text = Text::new("“Never,” said Ilmar.".to_owned());
    /// let span = text.span(TextRange::new(0, 12));
    /// assert_eq!((span.start, span.end, span.exact.as_str()), (0, 8, "“Never,”"));
    /// ```
    pub fn span(&self, range: TextRange) -> Span {
        let exact = self.slice(range).to_owned();
        let start = self.code_point(range.start);
        let end = self.code_point(range.end);
        Span { start, end, exact }
    }

    /// The range a span stands for.
    ///
    /// # Errors
    /// If the span lies outside the text or its words are not those of the text.
    pub fn range_of(&self, span: &Span) -> Result<TextRange, SpanError> {
        let (Some(start), Some(end)) = (self.byte(span.start), self.byte(span.end)) else {
            return Err(self.outside(span));
        };
        if end < start {
            return Err(self.outside(span));
        }
        let found = &self.string[start..end];
        if found != span.exact {
            return Err(SpanError::Differs { span: span.clone(), found: found.to_owned() });
        }
        Ok(TextRange::new(start, end))
    }

    fn outside(&self, span: &Span) -> SpanError {
        SpanError::Outside { span: span.clone(), length: self.code_point(self.len()) }
    }
}

fn starts_code_point(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

fn code_points(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&b| starts_code_point(b)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// The span rule: whatever is cut out can be found again, by code points alone.
        #[test]
        fn a_span_of_any_text_reads_back(string in "\\PC{0,600}|[a-z“é𝄞 \u{200d}\n]{0,900}",
                                         a in 0usize..2000, b in 0usize..2000) {
            let text = Text::new(string.clone());
            let edges: Vec<usize> =
                string.char_indices().map(|(i, _)| i).chain([string.len()]).collect();
            let (a, b) = (a % edges.len(), b % edges.len());
            let (a, b) = (a.min(b), a.max(b));
            let range = TextRange::new(edges[a], edges[b]);
            let span = text.span(range);
            prop_assert_eq!((span.start, span.end), (a, b));
            let by_points: String = string.chars().skip(a).take(b - a).collect();
            prop_assert_eq!(&span.exact, &by_points);
            prop_assert_eq!(text.range_of(&span).unwrap(), range);
        }

        /// A span whose words are not there is refused, never repaired.
        #[test]
        fn a_span_of_other_words_is_refused(string in "\\PC{1,300}", at in 0usize..400) {
            let text = Text::new(string);
            let mut span = text.span(text.range());
            span.exact.push('x');
            prop_assert!(text.range_of(&span).is_err());
            let beyond = Span { start: at, end: at + 1000, exact: String::new() };
            prop_assert!(text.range_of(&beyond).is_err());
        }
    }

    #[test]
    fn trim_leaves_no_white_space_and_never_turns_round() {
        let text = "  a b \n";
        assert_eq!(TextRange::new(0, text.len()).trim(text).of(text), "a b");
        assert!(TextRange::new(0, 2).trim(text).is_empty());
    }
}
