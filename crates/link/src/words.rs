//! Words compared: how a text is cut into them, and what sharing one proves.

use std::collections::HashMap;
use std::sync::LazyLock;

use gainsay_record::TextRange;
use unicode_normalization::UnicodeNormalization;

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Where it stands.
    pub range: TextRange,
    /// The word without case, accents and apostrophes.
    pub exact: u64,
    /// The same for "threaten", "threatens" and "threatened".
    pub stem: u64,
    /// What sharing it proves, from 0 (nothing) to 4.
    pub weight: u8,
    /// Whether it is written as a name is.
    pub name: bool,
    /// Whether it has a digit.
    pub number: bool,
}

/// What sharing a word that is in no list proves.
pub(crate) const RARE: u8 = 4;
/// What sharing a name proves: less, since one dispute has few names and many articles.
const NAME: u8 = 3;

/// The words of a text, in order.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut start = None;
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |&(_, next)| next);
        let inner = match c {
            '\'' | '’' => before.is_alphabetic() && next.is_alphabetic(),
            '.' | ',' => before.is_ascii_digit() && next.is_ascii_digit(),
            _ => false,
        };
        if c.is_alphanumeric() || (inner && start.is_some()) {
            start.get_or_insert(at);
        } else if let Some(start) = start.take() {
            found.extend(word(text, TextRange::new(start, at)));
        }
        before = c;
    }
    if let Some(start) = start {
        found.extend(word(text, TextRange::new(start, text.len())));
    }
    found
}

fn word(text: &str, range: TextRange) -> Option<Word> {
    let written = range.of(text);
    let bare = written.strip_suffix("'s").or_else(|| written.strip_suffix("’s")).unwrap_or(written);
    let folded: String = if bare.bytes().all(|b| b.is_ascii_alphanumeric()) {
        bare.to_ascii_lowercase()
    } else {
        bare.nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    if folded.is_empty() {
        return None;
    }
    let number = folded.bytes().any(|b| b.is_ascii_digit());
    let upper = written.chars().next().is_some_and(char::is_uppercase);
    let listed = COMMON.get(folded.as_str()).copied();
    let weight = match listed {
        _ if number => RARE,
        Some(weight) => weight,
        None if folded.len() == 1 => 0,
        None if upper => NAME,
        None => RARE,
    };
    Some(Word {
        range,
        exact: hash("word", [folded.as_bytes()]),
        stem: hash("stem", [stem(&folded, number).as_bytes()]),
        weight,
        name: upper && listed.is_none(),
        number,
    })
}

/// A word without its ending: six letters of a long word, a short one without "s", "ed", "ing".
/// Truncation finds as much as rules of suffixes do where texts are short, and needs no exceptions
/// (Kraaij & Pohlmann 1996 compare them).
fn stem(folded: &str, number: bool) -> &str {
    if number || !folded.is_ascii() {
        return folded;
    }
    if folded.len() > 6 {
        return &folded[..6];
    }
    let bare = ["ing", "ed", "es", "s", "e"]
        .iter()
        .filter_map(|ending| folded.strip_suffix(ending))
        .find(|bare| bare.len() >= 3)
        .unwrap_or(folded);
    let bytes = bare.as_bytes();
    let doubled = bytes.len() > 3 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2];
    &bare[..bare.len() - usize::from(doubled)]
}

/// What the listed words prove: see the head of `common.txt`.
static COMMON: LazyLock<HashMap<&'static str, u8>> = LazyLock::new(|| {
    let mut weight = 0;
    let mut listed = HashMap::new();
    for line in include_str!("common.txt").lines() {
        match line {
            _ if line.starts_with("# little") => weight = 1,
            _ if line.starts_with("# some") => weight = 2,
            _ if line.starts_with('#') => {}
            _ => listed.extend(line.split(' ').map(|word| (word, weight))),
        }
    }
    listed
});

/// A number for some bytes of some kind: the same on every machine and in every version, since it
/// is kept in dossiers (FNV-1a, then the finish of SplitMix64 to spread it over all bits).
pub(crate) fn hash<'a>(kind: &str, parts: impl IntoIterator<Item = &'a [u8]>) -> u64 {
    let mut sum = 0xcbf2_9ce4_8422_2325;
    let mut eat = |bytes: &[u8]| {
        for byte in bytes.iter().chain(&[0xff]) {
            sum = (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    eat(kind.as_bytes());
    parts.into_iter().for_each(&mut eat);
    mix(sum)
}

/// A number for a row of numbers.
pub(crate) fn hash_numbers(kind: u64, numbers: impl IntoIterator<Item = u64>) -> u64 {
    numbers.into_iter().fold(mix(kind), |sum, number| mix(sum.rotate_left(5) ^ number))
}

fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(&str, u8)> {
        words(text).iter().map(|word| (word.range.of(text), word.weight)).collect()
    }

    #[test]
    fn a_text_is_cut_at_what_is_no_letter_and_no_digit() {
        assert_eq!(
            shown("“Velmark’s ''veritable arm''—don’t pay 2,500.”"),
            [
                ("Velmark’s", 3),
                ("veritable", 4),
                ("arm", 2),
                ("don’t", 0),
                ("pay", 1),
                ("2,500", 4)
            ]
        );
    }

    #[test]
    fn endings_make_no_difference() {
        let stem = |word: &str| words(word)[0].stem;
        for (a, b) in [
            ("threatened", "threatens"),
            ("bans", "banned"),
            ("vow", "vowing"),
            ("Velmark’s", "VELMARK"),
            ("Ilmarová", "ilmarova"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} / {b}");
        }
        assert_ne!(stem("2016"), stem("2015"));
    }
}
