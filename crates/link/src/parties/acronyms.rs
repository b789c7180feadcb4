//! Acronyms that a text explains: "Harbour Inspection Bureau (HIB)".

/// Every name followed by its acronym in brackets, as written: ("Harbour Inspection Bureau",
/// "HIB"). The initials of the words before the bracket must be those of the acronym, small words
/// apart; a hyphen parts words ("Inter-Harbour Inspection" gives IHI).
pub fn acronyms(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (open, _) in text.match_indices('(') {
        let Some(length) = text[open + 1..].find(')').filter(|&length| length <= 12) else {
            continue;
        };
        let inside = &text[open + 1..open + 1 + length];
        let letters: Vec<char> = inside.chars().filter(|c| *c != '.').collect();
        if letters.len() < 2 || !letters.iter().all(|c| c.is_uppercase()) {
            continue;
        }
        let line = text[..open].rfind('\n').map_or(0, |at| at + 1);
        if let Some(name) = expansion(text[line..open].trim_end(), &letters) {
            found.push((name.to_owned(), inside.to_owned()));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// The words at the end of `before` that the letters stand for.
fn expansion<'a>(before: &'a str, letters: &[char]) -> Option<&'a str> {
    let mut left = letters.len();
    let mut start = None;
    let mut end = before.len();
    let breaks = |c: char| c == ' ' || c == '-' || c == '\u{a0}';
    // A few small words may stand between.
    for _ in 0..letters.len() + 4 {
        let from = before[..end]
            .rfind(breaks)
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        let first = before[from..end].chars().next();
        match first {
            Some(c) if left > 0 && c.to_uppercase().eq(std::iter::once(letters[left - 1])) => {
                left -= 1;
                start = Some(from);
            }
            Some(c) if c.is_lowercase() && start.is_some() => {}
            _ => return None,
        }
        if left == 0 {
            return start.map(|start| &before[start..]);
        }
        if from == 0 {
            return None;
        }
        end = before[..from].trim_end_matches(breaks).len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::acronyms;
    use proptest::prelude::*;

    #[test]
    fn an_acronym_is_the_words_before_it() {
        let text = "The Inter-Harbour Inspection Service (IHIS) and the Bureau of Salt (BS). \
                    A fire (no.) and a Ship (XY).";
        let found = acronyms(text);
        let pairs: Vec<(&str, &str)> = found.iter().map(|(a, b)| (&**a, &**b)).collect();
        assert_eq!(pairs, [("Bureau of Salt", "BS"), ("Inter-Harbour Inspection Service", "IHIS")]);
    }

    proptest! {
        #[test]
        fn any_text_will_do(text in "[A-Za-z ÉÖ()\\-\n.語]{0,80}|\\PC{0,40}") {
            for (name, acronym) in acronyms(&text) {
                prop_assert!(text.contains(&name) && text.contains(&acronym));
            }
        }
    }
}
