//! Names that a text explains: "Harbour Inspection Bureau (HIB)", "Kenya's spy agency, the HIB".

use super::lists::{SERVICES, has};

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

/// Every description of a body that is followed by its name in apposition: ("Kenya's main spy
/// agency", "HIB") of "Kenya's main spy agency, the HIB, said".
pub fn appositions(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (comma, _) in text.match_indices(", ") {
        let line = text[..comma].rfind(['\n', '.', ',', ';']).map_or(0, |at| at + 1);
        let before: Vec<&str> = text[line..comma].split(' ').filter(|w| !w.is_empty()).collect();
        if !before.last().is_some_and(|last| has(SERVICES, last)) {
            continue;
        }
        let after = &text[comma + 2..];
        let after = after.strip_prefix("the ").unwrap_or(after);
        let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
        let end = |c: char| !(c.is_alphanumeric() || c == '-' || c == ' ' || c == '’');
        let run = &after[..after.find(end).unwrap_or(after.len())];
        let name: Vec<&str> = run.split(' ').take_while(capital).collect();
        let country = (1..=before.len().min(6)).find(|&back| {
            let word = before[before.len() - back];
            let word = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word);
            gainsay_countries::find(&word.to_lowercase().replace('.', "")).is_some()
        });
        if let (Some(back), false) = (country, name.is_empty()) {
            found.push((before[before.len() - back..].join(" "), name.join(" ")));
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
    use super::{acronyms, appositions};
    use proptest::prelude::*;

    #[test]
    fn an_acronym_is_the_words_before_it() {
        let text = "The Inter-Harbour Inspection Service (IHIS) and the Bureau of Salt (BS). \
                    A fire (no.) and a Ship (XY).";
        let found = acronyms(text);
        let pairs: Vec<(&str, &str)> = found.iter().map(|(a, b)| (&**a, &**b)).collect();
        assert_eq!(pairs, [("Bureau of Salt", "BS"), ("Inter-Harbour Inspection Service", "IHIS")]);
    }

    #[test]
    fn a_description_is_the_name_after_it() {
        let text = "He blamed Kenya’s main spy agency, the Harbour Bureau (HB), and a Peruvian \
                    agency, PB. The agency, Dorn said, is ours.";
        let found = appositions(text);
        let pairs: Vec<(&str, &str)> = found.iter().map(|(a, b)| (&**a, &**b)).collect();
        let expected = [("Kenya’s main spy agency", "Harbour Bureau"), ("Peruvian agency", "PB")];
        assert_eq!(pairs, expected);
    }

    proptest! {
        #[test]
        fn any_text_will_do(text in "[A-Za-z ÉÖ()\\-\n.語]{0,80}|\\PC{0,40}") {
            for (name, acronym) in acronyms(&text) {
                prop_assert!(text.contains(&name) && text.contains(&acronym));
            }
            appositions(&format!("Kenya {text} agency, the {text}"));
        }
    }
}
