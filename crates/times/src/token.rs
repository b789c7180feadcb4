//! Text to tokens: one pass, no allocation a token, offsets in bytes.

use gainsay_record::TextRange;

use crate::lexicon::{Key, Word};
use crate::words;

/// One word, number or sign.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) word: Word,
    /// Nothing stands between it and the token before.
    pub(crate) glued: bool,
    /// Begins with a capital letter.
    pub(crate) capital: bool,
    /// A blank line, or the text's beginning, stands before it.
    pub(crate) opens: bool,
}

/// The tokens of a text.
#[derive(Debug)]
pub(crate) struct Tokens<'t> {
    pub(crate) text: &'t str,
    list: Vec<Token>,
}

impl<'t> Tokens<'t> {
    /// Cuts a text into tokens.
    pub(crate) fn new(text: &'t str) -> Self {
        let mut list: Vec<Token> = Vec::with_capacity(text.len() / 5 + 1);
        let bytes = text.as_bytes();
        let mut at = 0;
        let mut newlines = 2;
        let mut last_end = usize::MAX;
        while at < bytes.len() {
            let start = at;
            let (class, width) = class_at(text, at);
            let word = match class {
                Class::Space => {
                    newlines += u32::from(bytes[at] == b'\n');
                    at += width;
                    continue;
                }
                Class::Letter => {
                    at = run(text, at, Class::Letter);
                    match meridiem(bytes, start, at) {
                        Some((end, pm)) => {
                            at = end;
                            Word::Meridiem(pm)
                        }
                        None => words::lookup(&text[start..at]),
                    }
                }
                Class::Digit => {
                    at = run(text, at, Class::Digit);
                    // What has more than nine digits is no number of anything here.
                    text[start..at].parse().map_or(Word::Other, |n: u32| match at - start {
                        0..10 => Word::Digits(n),
                        _ => Word::Other,
                    })
                }
                Class::Sign(sign) => {
                    at += width;
                    Word::Punct(sign)
                }
            };
            list.push(Token {
                start,
                end: at,
                word,
                glued: start == last_end,
                capital: bytes[start].is_ascii_uppercase(),
                opens: newlines > 1,
            });
            newlines = 0;
            last_end = at;
        }
        Tokens { text, list }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// The class of the token at `i`; beyond the text, [`Word::Edge`].
    pub(crate) fn word(&self, i: usize) -> Word {
        self.list.get(i).map_or(Word::Edge, |t| t.word)
    }

    /// The class of the token `n` before `i`.
    pub(crate) fn back(&self, i: usize, n: usize) -> Word {
        i.checked_sub(n).map_or(Word::Edge, |i| self.word(i))
    }

    /// Whether the token at `i` is this word.
    pub(crate) fn is(&self, i: usize, key: Key) -> bool {
        self.word(i) == Word::Key(key)
    }

    /// Whether the token `n` before `i` is this word.
    pub(crate) fn was(&self, i: usize, n: usize, key: Key) -> bool {
        self.back(i, n) == Word::Key(key)
    }

    /// Whether the token at `i` is this sign.
    pub(crate) fn sign(&self, i: usize, sign: u8) -> bool {
        self.word(i) == Word::Punct(sign)
    }

    /// Whether the token at `i` touches the one before.
    pub(crate) fn glued(&self, i: usize) -> bool {
        self.list.get(i).is_some_and(|t| t.glued)
    }

    /// Whether the token at `i` has a capital letter.
    pub(crate) fn capital(&self, i: usize) -> bool {
        self.list.get(i).is_some_and(|t| t.capital)
    }

    /// The letters of the token at `i`.
    pub(crate) fn str(&self, i: usize) -> &'t str {
        self.list.get(i).map_or("", |t| &self.text[t.start..t.end])
    }

    /// Whether the token at `i` is this word in any case.
    pub(crate) fn spells(&self, i: usize, word: &str) -> bool {
        self.str(i).eq_ignore_ascii_case(word)
    }

    /// Whether the token `n` before `i` is this word in any case.
    pub(crate) fn spelt(&self, i: usize, n: usize, word: &str) -> bool {
        i >= n && self.spells(i - n, word)
    }

    /// Whether the token `n` before `i` is this sign.
    pub(crate) fn signed(&self, i: usize, n: usize, sign: u8) -> bool {
        self.back(i, n) == Word::Punct(sign)
    }

    /// The first token at or after `i` that is no hyphen glued on both sides.
    pub(crate) fn past_hyphen(&self, i: usize) -> usize {
        if self.sign(i, b'-') && self.glued(i) && self.glued(i + 1) { i + 1 } else { i }
    }

    /// Whether the token at `i` is a word of letters.
    pub(crate) fn letters(&self, i: usize) -> bool {
        !matches!(self.word(i), Word::Edge | Word::Punct(_) | Word::Digits(_))
    }

    /// Whether a sentence begins at `i`.
    pub(crate) fn begins_sentence(&self, i: usize) -> bool {
        let Some(token) = self.list.get(i) else { return true };
        if i == 0 || token.opens {
            return true;
        }
        match self.back(i, 1) {
            Word::Punct(b'?' | b'!') => true,
            // A full stop within a name or an abbreviation ("Sept. 30", "U.S. troops") ends nothing.
            Word::Punct(b'.') => {
                !token.glued
                    && (token.capital || matches!(token.word, Word::Digits(_) | Word::Punct(_)))
                    && !matches!(
                        self.back(i, 2),
                        Word::Month { short: true, .. } | Word::Weekday { short: true, .. }
                    )
                    && !(self.capital(i.saturating_sub(2)) && self.str(i - 2).len() <= 3)
            }
            Word::Punct(b'"') => {
                i >= 2
                    && matches!(self.back(i, 2), Word::Punct(b'.' | b'?' | b'!'))
                    && token.capital
            }
            _ => false,
        }
    }

    /// The bytes from token `from` up to and without token `to`. `from < to` and both within.
    pub(crate) fn range(&self, from: usize, to: usize) -> TextRange {
        TextRange::new(self.list[from].start, self.list[to - 1].end)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Letter,
    Digit,
    Sign(u8),
}

/// The class of the character at byte `at`, and its length in bytes.
fn class_at(text: &str, at: usize) -> (Class, usize) {
    let byte = text.as_bytes()[at];
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => (Class::Letter, 1),
        b'0'..=b'9' => (Class::Digit, 1),
        b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => (Class::Space, 1),
        0..0x80 => (Class::Sign(byte), 1),
        _ => {
            let Some(c) = text[at..].chars().next() else { return (Class::Space, 1) };
            let class = match c {
                '‘' | '’' => Class::Sign(b'\''),
                '“' | '”' => Class::Sign(b'"'),
                '‐' | '‑' | '‒' | '–' => Class::Sign(b'-'),
                '—' | '―' => Class::Sign(b'_'),
                '½' => Class::Sign(b'\x01'),
                c if c.is_whitespace() => Class::Space,
                c if c.is_alphabetic() => Class::Letter,
                _ => Class::Sign(b'\0'),
            };
            (class, c.len_utf8())
        }
    }
}

/// The end of the run of characters of one class that begins at `at`.
fn run(text: &str, mut at: usize, class: Class) -> usize {
    while at < text.len() {
        let (found, width) = class_at(text, at);
        if found != class {
            break;
        }
        at += width;
    }
    at
}

/// `am`, `a.m.`, `P.M`: the one abbreviation that is kept whole, for its full stops end no sentence.
fn meridiem(bytes: &[u8], start: usize, end: usize) -> Option<(usize, bool)> {
    let pm = match bytes[start] {
        b'a' | b'A' => false,
        b'p' | b'P' => true,
        _ => return None,
    };
    let m = |at: usize| matches!(bytes.get(at), Some(b'm' | b'M'));
    let letter = |at: usize| bytes.get(at).is_some_and(|b| b.is_ascii_alphanumeric());
    // "I am" is far more frequent than "9 am": without stops a digit must stand before.
    if end - start == 2 && m(start + 1) {
        let before = bytes[..start].iter().rev().find(|b| **b != b' ');
        return before.is_some_and(u8::is_ascii_digit).then_some((end, pm));
    }
    if end - start == 1 && bytes.get(end) == Some(&b'.') && m(end + 1) && !letter(end + 2) {
        let dot = usize::from(bytes.get(end + 2) == Some(&b'.'));
        return Some((end + 2 + dot, pm));
    }
    None
}
