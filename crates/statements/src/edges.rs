//! Where a source begins and ends: what the model took along and is no part of the phrase.

use gainsay_record::TextRange;

/// Words before a source that belong to the cue ("criticized by …") or to a list ("such as …").
const LEADING: [&str; 5] = ["by", "from", "of", "such as", "according to"];

/// Words that open what is said of a source, left hanging at its end.
const TRAILING: [&str; 5] = ["who", "which", "whose", "that", "and"];

/// Words that name nobody by themselves.
const EMPTY: [&str; 9] = ["a", "an", "and", "by", "for", "in", "of", "the", "to"];

/// The phrase within a range, if there is one: without a preposition or a closing mark before it, and without a comma, a
/// dash or a relative pronoun that hangs over its end. A pronoun that is the whole range stays. The
/// comma that closes an apposition stays too, as in the corpora.
pub(crate) fn source(text: &str, range: TextRange) -> Option<TextRange> {
    let range = end(text, start(text, range));
    let words = range.of(text).to_lowercase();
    (!EMPTY.contains(&words.as_str())).then_some(range)
}

fn start(text: &str, mut range: TextRange) -> TextRange {
    loop {
        let words = range.of(text);
        let bare = words.trim_start_matches(|c: char| c.is_whitespace() || ",;:.”’)".contains(c));
        // A straight mark closes a quotation where a blank comes after it.
        let bare = match bare.strip_prefix('"') {
            Some(rest) if rest.starts_with(char::is_whitespace) => rest.trim_start(),
            _ => bare,
        };
        let bare = LEADING.iter().find_map(|word| after(bare, word)).unwrap_or(bare);
        if bare.is_empty() || bare.len() == words.len() {
            return range;
        }
        range.start = range.end - bare.len();
    }
}

fn end(text: &str, mut range: TextRange) -> TextRange {
    loop {
        let words = range.of(text);
        let mut bare = words.trim_end_matches(|c: char| c.is_whitespace() || "–—;:".contains(c));
        if let Some(rest) = bare.strip_suffix(',')
            && !rest.contains(',')
        {
            bare = rest;
        }
        let bare = TRAILING.iter().find_map(|word| before(bare, word)).unwrap_or(bare);
        if bare.is_empty() || bare.len() == words.len() {
            return range;
        }
        range.end = range.start + bare.len();
    }
}

/// What comes after a word at the start.
fn after<'t>(words: &'t str, word: &str) -> Option<&'t str> {
    let rest = words.strip_prefix(word)?;
    rest.starts_with(char::is_whitespace).then(|| rest.trim_start()).filter(|rest| !rest.is_empty())
}

/// What comes before a word at the end.
fn before<'t>(words: &'t str, word: &str) -> Option<&'t str> {
    let rest = words.strip_suffix(word)?;
    let rest = rest.strip_suffix(char::is_whitespace)?;
    Some(rest.trim_end().trim_end_matches(',')).filter(|rest| !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hangs_over_is_cut() {
        let cases = [
            ("by a panel of judges", "a panel of judges"),
            ("such as Senator Vey, a liberal,", "Senator Vey, a liberal,"),
            ("” the former consul", "the former consul"),
            ("\" Speaker Orne (R-Kell.)", "Speaker Orne (R-Kell.)"),
            ("Orne,", "Orne"),
            ("Mara Orne, the minister,", "Mara Orne, the minister,"),
            ("Mr. Orne, who", "Mr. Orne"),
            ("Mara Orne — who", "Mara Orne"),
            ("the editors and", "the editors"),
            ("who", "who"),
            ("the ministry of works", "the ministry of works"),
            ("byelection officials", "byelection officials"),
            ("\"The Lantern\" ", "\"The Lantern\""),
        ];
        for (given, expected) in cases {
            let range = source(given, TextRange::new(0, given.len()));
            assert_eq!(range.map(|range| range.of(given)), Some(expected), "{given}");
        }
        for nobody in ["the", "by", "of the", "An"] {
            assert_eq!(source(nobody, TextRange::new(0, nobody.len())), None, "{nobody}");
        }
    }
}
