//! How many: "three", "2 1/2", "two and a half", "a few", "twenty-five", "nineteen ninety-one".

use crate::lexicon::{Key, Unit, Word};
use crate::token::Tokens;

/// The thousandths of a half.
const HALF: u16 = 500;

/// How many of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Amount {
    /// The whole number; `None` where the text leaves it open ("several").
    pub(crate) whole: Option<u32>,
    /// And so many thousandths: a half is 500.
    pub(crate) part: u16,
    /// Whether it is "a" or "an", which may also mean "each".
    pub(crate) article: bool,
}

impl Amount {
    pub(crate) fn of(whole: u32) -> Self {
        Amount { whole: Some(whole), part: 0, article: false }
    }

    pub(crate) const VAGUE: Amount = Amount { whole: None, part: 0, article: false };
}

/// Reads an amount that begins at `i`; gives the token after it.
pub(crate) fn amount(t: &Tokens<'_>, i: usize) -> Option<(Amount, usize)> {
    let (mut amount, mut end) = simple(t, i)?;
    // "two and a half", "2 and a half".
    if t.is(end, Key::And) && t.is(end + 1, Key::A) && t.is(end + 2, Key::Half) {
        amount.part = HALF;
        end += 3;
    }
    // "two to three", "two or three", "12-18": between two numbers none is certain.
    let joined = t.is(end, Key::To) || t.is(end, Key::Or) || (t.sign(end, b'-') && t.glued(end));
    if joined
        && amount.whole.is_some()
        && !amount.article
        && let Some((other, after)) = simple(t, end + 1)
        && other.whole > amount.whole
        && !other.article
    {
        return Some((Amount::VAGUE, after));
    }
    Some((amount, end))
}

fn simple(t: &Tokens<'_>, i: usize) -> Option<(Amount, usize)> {
    match t.word(i) {
        Word::Key(Key::A) => match t.word(i + 1) {
            Word::Key(Key::Few) => Some((Amount::VAGUE, i + 2)),
            Word::Key(Key::Couple) => {
                Some((Amount::of(2), i + 2 + usize::from(t.is(i + 2, Key::Of))))
            }
            Word::Key(Key::Dozen) => Some((Amount::of(12), i + 2)),
            Word::Key(Key::Half) => {
                let end = t.past_hyphen(i + 2);
                Some((Amount { whole: Some(0), part: HALF, article: false }, end))
            }
            Word::Number(n @ (100 | 1000)) => Some((Amount::of(n), i + 2)),
            _ => Some((Amount { whole: Some(1), part: 0, article: true }, i + 1)),
        },
        Word::Key(Key::Half) if t.is(i + 1, Key::A) || t.is(t.past_hyphen(i + 1), Key::A) => {
            Some((Amount { whole: Some(0), part: HALF, article: false }, t.past_hyphen(i + 1) + 1))
        }
        Word::Key(Key::Few | Key::Several | Key::Many) => Some((Amount::VAGUE, i + 1)),
        Word::Key(Key::Couple) => Some((Amount::of(2), i + 1 + usize::from(t.is(i + 1, Key::Of)))),
        Word::Key(Key::Dozens) if t.is(i + 1, Key::Of) => Some((Amount::VAGUE, i + 2)),
        Word::Key(Key::Dozen) => Some((Amount::of(12), i + 1)),
        Word::Digits(n) => Some(digits(t, i, n)),
        Word::Number(_) => {
            let (n, end) = words(t, i)?;
            Some((Amount::of(n), end))
        }
        _ => None,
    }
}

/// A number in digits, with its thousands, its decimals or its fraction.
fn digits(t: &Tokens<'_>, i: usize, mut n: u32) -> (Amount, usize) {
    let mut end = i + 1;
    for _ in 1..PARTS {
        let group =
            t.sign(end, b',') && t.glued(end) && t.glued(end + 1) && t.str(end + 1).len() == 3;
        let Word::Digits(more) = t.word(end + 1) else { break };
        if !group {
            break;
        }
        n = n.saturating_mul(1000).saturating_add(more);
        end += 2;
    }
    let mut part = 0;
    if t.sign(end, b'.') && t.glued(end) && t.glued(end + 1) {
        if let Word::Digits(_) = t.word(end + 1) {
            part = thousandths(t.str(end + 1));
            end += 2;
        }
    } else if t.sign(end, b'\x01') {
        part = HALF;
        end += 1;
    } else {
        // "5 1/2", "5-1/2"
        let at = t.past_hyphen(end);
        if t.word(at) == Word::Digits(1)
            && t.sign(at + 1, b'/')
            && t.word(at + 2) == Word::Digits(2)
        {
            part = HALF;
            end = at + 3;
        }
    }
    (Amount { whole: Some(n), part, article: false }, end)
}

/// Decimals as thousandths: "5" is 500.
fn thousandths(decimals: &str) -> u16 {
    let digits = decimals.bytes().chain(std::iter::repeat(b'0')).take(3);
    digits.fold(0, |sum, digit| sum * 10 + u16::from(digit.saturating_sub(b'0').min(9)))
}

/// The longest number in words or groups of digits that is read: a text of nothing but "hundred"
/// must not be read anew to its end at each word.
const PARTS: usize = 8;

/// A number in words.
fn words(t: &Tokens<'_>, i: usize) -> Option<(u32, usize)> {
    let mut end = i;
    // What is complete ("two thousand"), and what a "hundred" may still multiply.
    let (mut sum, mut open, mut last) = (0u32, 0u32, 0u32);
    for part in 0..PARTS {
        let at = if part == 0 { i } else { t.past_hyphen(end) };
        // "a hundred and twenty"
        let and =
            last >= 100 && t.is(at, Key::And) && matches!(t.word(at + 1), Word::Number(1..=99));
        let at = at + usize::from(and);
        let Word::Number(n) = t.word(at) else { break };
        match n {
            1000.. => {
                sum = sum.saturating_add(open.max(1).saturating_mul(n));
                open = 0;
            }
            100 => open = open.max(1).saturating_mul(n),
            _ if part == 0 || last >= 100 || (last >= 20 && n < 10) => {
                open = open.saturating_add(n)
            }
            _ => break,
        }
        last = n;
        end = at + 1;
    }
    (end > i).then_some((sum.saturating_add(open), end))
}

/// A year spoken: "nineteen ninety-one", "nineteen oh six" not, "two thousand", "two thousand four".
pub(crate) fn spoken_year(t: &Tokens<'_>, i: usize) -> Option<(u32, usize)> {
    let Word::Number(century) = t.word(i) else { return None };
    if (17..=20).contains(&century)
        && let (Word::Number(10..=99), Some((rest, end))) = (t.word(i + 1), words(t, i + 1))
    {
        return (10..=99).contains(&rest).then_some((century * 100 + rest, end));
    }
    if century == 2 && t.word(i + 1) == Word::Number(1000) {
        let (n, end) = words(t, i)?;
        return (2000..2100).contains(&n).then_some((n, end));
    }
    None
}

/// An ordinal that begins at `i`: "third", "3rd", "twenty-first".
pub(crate) fn ordinal(t: &Tokens<'_>, i: usize) -> Option<(u32, usize)> {
    match t.word(i) {
        Word::Ordinal(n) => Some((u32::from(n), i + 1)),
        // The one word that is both a unit and an ordinal.
        Word::Unit { unit: Unit::Second, many: false } => Some((2, i + 1)),
        Word::Digits(n) if t.is(i + 1, Key::St) && t.glued(i + 1) => Some((n, i + 2)),
        Word::Number(tens @ 20..=90) => {
            let at = t.past_hyphen(i + 1);
            match t.word(at) {
                Word::Ordinal(n @ 1..=9) => Some((tens + u32::from(n), at + 1)),
                Word::Unit { unit: Unit::Second, many: false } => Some((tens + 2, at + 1)),
                _ => None,
            }
        }
        _ => None,
    }
}
