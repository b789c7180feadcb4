//! Looking words up in sorted lists, and setting them apart.

use memchr::memchr_iter;

/// Whether the sorted list holds the word.
pub(crate) fn has(list: &[&str], word: &str) -> bool {
    let start = beginning(word);
    // Most words differ in their first letters: only the others are compared whole.
    list.binary_search_by(|entry| beginning(entry).cmp(&start).then_with(|| (**entry).cmp(word)))
        .is_ok()
}

/// The first three bytes, in the order of the words.
fn beginning(word: &str) -> u32 {
    match *word.as_bytes() {
        [a, b, c, ..] => u32::from_be_bytes([0, a, b, c]),
        [a, b] => u32::from_be_bytes([0, a, b, 0]),
        [a] => u32::from_be_bytes([0, a, 0, 0]),
        [] => 0,
    }
}

/// The words of a text, one blank between each two.
pub(crate) fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether any phrase of the list occurs in `text` as whole words. Both are lower case; typographic
/// apostrophes in the text must have been made straight.
pub(crate) fn find_any<'l>(list: &[&'l str], text: &str) -> Option<&'l str> {
    list.iter().copied().find(|phrase| contains(text, phrase))
}

/// Whether the phrase occurs in the text as whole words. A `*` at its end stands for any ending.
pub(crate) fn contains(text: &str, phrase: &str) -> bool {
    position(text, phrase).is_some()
}

/// Where the phrase first occurs in the text as whole words.
pub(crate) fn position(text: &str, phrase: &str) -> Option<usize> {
    let (needle, open_end) = match phrase.strip_suffix('*') {
        Some(stem) => (stem, true),
        None => (phrase, false),
    };
    let (&first, rest) = needle.as_bytes().split_first()?;
    let bytes = text.as_bytes();
    // The lists are long and the texts short: searching for the first letter needs no preparing.
    memchr_iter(first, bytes).find(|&start| {
        if !bytes[start + 1..].starts_with(rest) {
            return false;
        }
        let before = text[..start].chars().next_back();
        let after = text[start + needle.len()..].chars().next();
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !word(before) && (open_end || !word(after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_match_whole_words_and_open_ends() {
        assert!(contains("they must leave", "must"));
        assert!(!contains("mustard", "must"));
        assert!(contains("the attackers fled", "attack*"));
        assert!(!contains("counterattack", "attack*"));
    }

    #[test]
    fn lists_for_binary_search_are_sorted() {
        for list in crate::data::SORTED {
            assert!(list.is_sorted(), "{:?}", list.windows(2).find(|w| w[0] > w[1]));
        }
        assert!(gainsay_countries::COUNTRIES.is_sorted_by_key(|entry| entry.0));
    }
}
