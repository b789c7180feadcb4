//! Queries that cannot be read.

use std::fmt;

/// Columns of the query shown on either side of the place.
const AROUND: usize = 36;

/// Where a query cannot be read, and what was expected there. Its text quotes the query and points
/// at the place:
///
/// ```
/// let error = "by:x said:2031-02-30".parse::<gainsay_query::Query>().unwrap_err();
/// let text = error.to_string();
/// let lines: Vec<&str> = text.lines().collect();
/// assert_eq!(lines[0], "the query cannot be read at column 11: \"2031-02-30\" is no date; \
///     expected one like 2031-03-05, 2031-W10, 2031-03 or 2031");
/// assert_eq!(lines[1], "  by:x said:2031-02-30");
/// assert_eq!(lines[2], "            ^^^^^^^^^^");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    query: String,
    start: usize,
    end: usize,
    reason: String,
}

impl Error {
    /// `start` and `end` are bytes of the query.
    pub(crate) fn new(query: &str, start: usize, end: usize, reason: impl Into<String>) -> Self {
        let points = |byte: usize| query[..byte].chars().count();
        let (start, end) = (points(start), points(end));
        Error { query: query.to_owned(), start, end, reason: reason.into() }
    }

    /// Where it begins, in code points of the query.
    pub fn start(&self) -> usize {
        self.start
    }

    /// Where it ends, in code points of the query.
    pub fn end(&self) -> usize {
        self.end
    }

    /// What is wrong and what was expected, without the place.
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the query cannot be read at column {}: {}", self.start + 1, self.reason)?;
        let line: Vec<char> =
            self.query.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let from = self.start.saturating_sub(AROUND);
        let to = (self.end.max(self.start + 1) + AROUND).min(line.len()).min(from + 3 * AROUND);
        let (before, after) = match (from > 0, to < line.len()) {
            (false, false) => ("", ""),
            (true, false) => ("…", ""),
            (false, true) => ("", "…"),
            (true, true) => ("…", "…"),
        };
        let shown: String = line[from..to].iter().collect();
        let pad = " ".repeat(self.start - from + before.chars().count());
        let marks = "^".repeat(self.end.min(to).saturating_sub(self.start).max(1));
        write!(f, "\n  {before}{shown}{after}\n  {pad}{marks}")
    }
}

impl std::error::Error for Error {}
