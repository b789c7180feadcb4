//! Character references that pages write into their metadata once too often: "Quell&#8217;s".

/// The names that occur in titles.
const NAMES: &[(&str, char)] = &[
    ("amp", '&'),
    ("apos", '\''),
    ("quot", '"'),
    ("lt", '<'),
    ("gt", '>'),
    ("nbsp", ' '),
    ("hellip", '…'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
];

/// No reference is longer than this, without `&` and `;`.
const LONGEST: usize = 8;

fn character(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMES.iter().find(|(known, _)| *known == name).map(|(_, c)| *c);
    };
    let number = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    number.ok().and_then(char::from_u32).filter(|c| !c.is_control())
}

fn once(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(LONGEST + 2).position(|b| b == b';');
        match end.and_then(|end| Some((end, character(rest.get(1..end)?)?))) {
            Some((end, c)) => {
                decoded.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                decoded.push('&');
                rest = &rest[1..];
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

/// The text with its references resolved, those that were written twice (`&amp;#8230;`) too.
pub(super) fn decode(text: &str) -> String {
    if text.contains('&') { once(&once(text)) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved_and_ampersands_kept() {
        for (text, decoded) in [
            ("Quell&#8217;s charge", "Quell’s charge"),
            ("Quell&#039;s &amp; Zorvia&#x27;s", "Quell's & Zorvia's"),
            ("And finally&amp;#8230; trouble", "And finally… trouble"),
            ("Q&A; R&D", "Q&A; R&D"),
            ("fish & chips &", "fish & chips &"),
            ("&#1114112; &#0; &ü;", "&#1114112; &#0; &ü;"),
        ] {
            assert_eq!(decode(text), decoded);
        }
    }
}
