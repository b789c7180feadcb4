//! A place in a query.

use crate::error::Error;

/// The query and how much of it has been read.
#[derive(Debug)]
pub(crate) struct Cursor<'a> {
    query: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub fn new(query: &'a str) -> Self {
        Cursor { query, at: 0 }
    }

    /// The byte that is read next.
    pub fn at(&self) -> usize {
        self.at
    }

    /// What has not been read yet.
    pub fn rest(&self) -> &'a str {
        &self.query[self.at..]
    }

    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Reads one character.
    pub fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// Reads this character, where it comes next.
    pub fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.next();
        }
        found
    }

    /// Reads as long as characters are so.
    pub fn take_while(&mut self, so: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|c| !so(c)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    pub fn skip_space(&mut self) {
        self.take_while(is_space);
    }

    /// Reads this word, where it stands alone.
    pub fn take_word(&mut self, wanted: &str) -> bool {
        let Some(after) = self.rest().strip_prefix(wanted) else { return false };
        let alone = after.chars().next().is_none_or(|c| is_space(c) || matches!(c, '(' | ')'));
        if alone {
            self.at += wanted.len();
        }
        alone
    }

    /// Something is wrong from this byte to where the cursor stands, or with the character there.
    pub fn error(&self, start: usize, reason: impl Into<String>) -> Error {
        let next = self.peek().map_or(0, char::len_utf8);
        let end = if self.at > start { self.at } else { self.at + next };
        Error::new(self.query, start, end, reason)
    }
}

/// What parts words.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}
