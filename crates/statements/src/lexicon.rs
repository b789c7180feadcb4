//! Looking words up in sorted lists.

use memchr::memmem;

/// Whether the sorted list holds the word.
pub(crate) fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
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
    if needle.is_empty() {
        return None;
    }
    let mut from = 0;
    // The lists are long and the texts short: `str::find` would spend its time on preparing.
    while let Some(i) = memmem::find(&text.as_bytes()[from..], needle.as_bytes()) {
        let start = from + i;
        let end = start + needle.len();
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if !word(before) && (open_end || !word(after)) {
            return Some(start);
        }
        from = end;
    }
    None
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
