//! Names compared: what may differ between two spellings of one name.

use unicode_normalization::UnicodeNormalization;

/// What two spellings of the same name have in common, or `None` where a name has no letter and no
/// digit. Ignored are letter case, diacritics on Latin letters, apostrophes, full stops, a leading
/// "the"; hyphens, dashes and other signs count as a space.
///
/// ```
/// use gainsay_link::key;
/// assert_eq!(key("The Al-Qa’ida Front"), key("al Qa'ida front"));
/// assert_eq!(key("Šárka Ilmarová"), key("Sarka Ilmarova"));
/// assert_eq!(key("U.S. Navy"), key("US Navy"));
/// assert_ne!(key("Mike Mullen"), key("Michael Mullen"));
/// ```
pub fn key(name: &str) -> Option<String> {
    let mut key = String::with_capacity(name.len());
    let mut latin = false;
    for c in name.nfkd() {
        match c {
            // Only on Latin letters is a mark an ornament; elsewhere (й, व्) it makes the letter.
            '\u{300}'..='\u{36f}' if latin => continue,
            '.' | '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' | '\u{200b}'..='\u{200f}' => {
                continue;
            }
            _ => {}
        }
        if let Some(plain) = plain_letter(c) {
            key.push_str(plain);
            latin = true;
        } else if c.is_alphanumeric() || is_mark(c) {
            latin = c.is_ascii_alphabetic();
            key.extend(c.to_lowercase());
        } else {
            latin = false;
            if !key.is_empty() && !key.ends_with(' ') {
                key.push(' ');
            }
        }
    }
    let trimmed = key.trim_end();
    let bare = trimmed.trim_start_matches("the ");
    // Once more: what fell away may have stood between two marks that now want another order.
    (!bare.is_empty()).then(|| bare.nfkd().collect())
}

/// Letters that Unicode does not take apart, but a typist without them does.
fn plain_letter(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ħ' | 'Ħ' => "h",
        'ı' => "i",
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'þ' | 'Þ' => "th",
        _ => return None,
    })
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::key;
    use proptest::prelude::*;

    #[test]
    fn spelling_is_no_difference() {
        for (a, b) in [
            ("PAKISTAN ARMY", "Pakistan Army"),
            ("O’Brien", "O'Brien"),
            ("the State Department", "State Department"),
            ("Jean-Luc  Dorn", "Jean Luc Dorn"),
            ("Łukasz Ørsted", "Lukasz Orsted"),
            ("İlmar", "ilmar"),
        ] {
            assert_eq!(key(a), key(b), "{a} / {b}");
        }
    }

    #[test]
    fn another_name_is_a_difference() {
        for (a, b) in [
            ("Mullen", "Mike Mullen"),
            ("Йован", "Иован"),
            ("Army", "Navy"),
            ("they", "hey"),
            ("Unit 7", "Unit 8"),
        ] {
            assert_ne!(key(a), key(b), "{a} / {b}");
        }
    }

    #[test]
    fn a_name_without_letters_is_none() {
        assert_eq!(key(""), None);
        assert_eq!(key(" — "), None);
    }

    proptest! {
        #[test]
        fn a_key_is_its_own_key(name in "\\PC{0,40}") {
            if let Some(first) = key(&name) {
                prop_assert_eq!(key(&first), Some(first.clone()));
            }
        }
    }
}
