//! Datelines: place, agency and day before the first sentence.

use super::words::known_outlet;

/// A dateline at the beginning of a paragraph. All offsets are bytes of that paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dateline {
    /// End of the dateline with its dash or colon.
    pub end: usize,
    /// The place, without country or state.
    pub place: std::ops::Range<usize>,
    /// The agency in brackets.
    pub agency: Option<std::ops::Range<usize>>,
}

/// What may be taken for a dateline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Trust {
    /// Only forms that nothing else has: an agency in brackets, capitals and a dash.
    Strict,
    /// The first paragraph of the body: also "Islamabad, Pakistan –" and "WASHINGTON:".
    First,
}

/// No dateline is longer than this many bytes.
const LONGEST: usize = 90;

/// Where the head ends: the first dash between spaces or colon outside brackets. Gives the end of
/// the head, the separator and where the text goes on.
fn separator(text: &str) -> Option<(usize, char, usize)> {
    let mut depth = 0usize;
    let mut before = ' ';
    for (at, c) in text.char_indices().take_while(|(at, _)| *at < LONGEST) {
        let next = text[at + c.len_utf8()..].chars().next();
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '"' | '“' | '”' | '?' | '!' | ';' => return None,
            '–' | '—' | '―' | '-' if depth == 0 => {
                let mut end = at + c.len_utf8();
                // "--" is a dash too.
                if c == '-' && next == Some('-') {
                    end += 1;
                }
                let after = text[end..].chars().next()?;
                let attached = c == '—' && (before.is_uppercase() || before == ')');
                if (before.is_whitespace() || before == ')' || attached)
                    && (after.is_whitespace() || c == '—')
                {
                    return Some((at, '-', end));
                }
            }
            ':' if depth == 0 && next.is_some_and(char::is_whitespace) => {
                return Some((at, ':', at + 1));
            }
            _ => {}
        }
        before = c;
    }
    None
}

/// Words in capitals before a colon or dash that announce a kind of article.
const KINDS: &[&str] = &[
    "LIVE",
    "WATCH",
    "VIDEO",
    "EXCLUSIVE",
    "BREAKING",
    "OPINION",
    "ANALYSIS",
    "UPDATE",
    "UPDATED",
    "CORRECTION",
    "EDITORIAL",
    "COMMENT",
    "INTERVIEW",
    "PHOTOS",
    "LISTEN",
    "READ",
    "MORE",
    "FILE",
    "NOTE",
    "RELATED",
    "TRANSCRIPT",
    "FACTBOX",
    "TIMELINE",
    "EXPLAINER",
    "QUESTION",
    "ANSWER",
];

fn is_capitals(part: &str) -> bool {
    if KINDS.contains(&part) {
        return false;
    }
    let letters = part.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 4 && !part.chars().any(char::is_lowercase)
}

fn is_place(part: &str) -> bool {
    let words: Vec<_> = part.split_whitespace().collect();
    (1..=4).contains(&words.len())
        && words.iter().all(|word| {
            word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’' | '/'))
                && (word.starts_with(|c: char| c.is_uppercase())
                    || matches!(*word, "of" | "de" | "la" | "al" | "el" | "and" | "the"))
        })
        && words[0].starts_with(|c: char| c.is_uppercase())
}

fn is_day(part: &str) -> bool {
    let words: Vec<_> = part.split_whitespace().collect();
    words.len() <= 3
        && words.iter().any(|word| {
            let word = word.trim_end_matches('.');
            crate::dates::month(word).is_some()
                || word.len() == 4 && word.chars().all(|c| c.is_ascii_digit())
        })
}

/// The dateline that the paragraph `text` begins with, if it does.
pub(crate) fn at(text: &str, trust: Trust) -> Option<Dateline> {
    let (head_end, mark, end) = separator(text)?;
    let rest = text[end..].trim_start();
    let opens = rest.chars().next()?;
    if crate::unit::words(rest) < 4 || opens.is_lowercase() {
        return None;
    }
    let head = text[..head_end].trim_end();
    let (places, agency) = match head.find('(') {
        Some(open) if head.ends_with(')') => {
            let inner = open + 1..head.len() - 1;
            (head[..open].trim_end(), Some(inner))
        }
        Some(_) => return None,
        None => (head, None),
    };
    let mut parts: Vec<&str> = places.split(',').map(str::trim).collect();
    let whole = parts.len();
    while parts.len() > 1 && parts.last().is_some_and(|part| is_day(part)) {
        parts.pop();
    }
    // "POLEBURG May 3 (Norpress) -": the day without a comma.
    let city = match parts[0].split_once(' ') {
        Some((city, day)) if agency.is_some() && is_day(day) => city,
        _ => parts[0],
    };
    parts[0] = city;
    if parts.len() > 3 || !parts.iter().all(|part| is_place(part)) {
        return None;
    }
    let capitals = is_capitals(city);
    // "Poleburg, 2 April 2029 (Norpress) -" is nothing else, either.
    let dated = parts.len() < whole;
    let by_agency = agency.clone().is_some_and(|range| {
        let name = &head[range];
        known_outlet(name.split(['/', ',']).next().unwrap_or(name)).is_some()
            || (capitals || dated)
                && name.split_whitespace().count() <= 4
                && name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '/' | ',' | '.'))
    });
    let plain = agency.is_none()
        && match mark {
            ':' => trust == Trust::First && capitals,
            _ if capitals => true,
            // Between dashes a name is no place, and neither is one that a verb may follow.
            _ => {
                trust == Trust::First
                    && separator(rest).is_none()
                    && (parts.len() > 1 || city.split_whitespace().count() <= 2)
            }
        };
    if !(by_agency || plain) {
        return None;
    }
    Some(Dateline { end, place: 0..city.len(), agency: agency.filter(|_| by_agency) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, trust: Trust) -> Option<&str> {
        at(text, trust).map(|dateline| &text[dateline.place])
    }

    #[test]
    fn agencies_and_capitals_are_datelines_anywhere() {
        for (text, city) in [
            ("POLEBURG (Reuters) - The council met on Monday.", "POLEBURG"),
            ("POLEBURG, June 10 (UPI) — Minister Ada Quist told a rally", "POLEBURG"),
            ("PORT ANSEL, Zorvia (Norpress) -- Fishermen blocked the harbour", "PORT ANSEL"),
            ("POLEBURG — The council met on Monday to talk.", "POLEBURG"),
            ("Poleburg, 10 June 2029 (Norpress) - The council met on Monday.", "Poleburg"),
            ("Quell/Poleburg, June 10 (Norpress) - The council met on Monday.", "Quell/Poleburg"),
        ] {
            assert_eq!(place(text, Trust::Strict), Some(city), "{text}");
        }
    }

    #[test]
    fn the_first_paragraph_may_have_other_forms() {
        for (text, city) in [
            ("Poleburg, Zorvia – The army has responded to a charge.", "Poleburg"),
            ("POLEBURG: The ministry reminded Quell on Wednesday.", "POLEBURG"),
            ("Port Ansel – The harbour is closed until further notice.", "Port Ansel"),
        ] {
            assert_eq!(place(text, Trust::First), Some(city), "{text}");
            assert_eq!(place(text, Trust::Strict), None, "{text}");
        }
    }

    #[test]
    fn asides_and_speakers_are_no_datelines() {
        for text in [
            "Ada Quist – who never met him – said that it was false.",
            "Minister Ada Quist: The council will meet.",
            "Sen. Ada Quist (Q-Norvale) – a rival of his – said so on Monday.",
            "“Never – Not in my life,” she said.",
            "The talks - Zorvia's first in a year - ended on Monday.",
        ] {
            assert_eq!(place(text, Trust::First), None, "{text}");
        }
    }
}
