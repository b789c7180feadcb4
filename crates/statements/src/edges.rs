//! Where a source and a content begin and end: what the model took along and is no part of the phrase.

use gainsay_record::TextRange;

use crate::doc::{Doc, Shape};
use crate::lexicon::has;

/// Words before a source that belong to the cue ("criticized by …") or to a list ("such as …", "nor …").
const LEADING: [&str; 11] = [
    "by",
    "from",
    "of",
    "through",
    "such as",
    "according to",
    "and",
    "but",
    "neither",
    "nor",
    "or",
];

/// What somebody says or is told, before a clause that says so of it: "a charge the ministry called false".
const SAYINGS: [&str; 12] = [
    "accusation",
    "accusations",
    "allegation",
    "allegations",
    "charge",
    "charges",
    "claim",
    "claims",
    "report",
    "reports",
    "statement",
    "suggestion",
];

/// Pronouns that take a source up as what speaks: "the ministry, which said".
const RELATIVE: [&str; 4] = ["who", "which", "whose", "that"];

/// Words that name nobody by themselves.
const EMPTY: [&str; 9] = ["a", "an", "and", "by", "for", "in", "of", "the", "to"];

/// The phrase within a range, if there is one: without a preposition or a closing mark before it, and
/// without a comma, a dash or an "and" that hangs over its end. The comma that closes an apposition
/// stays, as in the corpora. A relative pronoun at the end is a piece of its own, since either of
/// the two is what readers mark.
pub(crate) fn source(text: &str, range: TextRange) -> Vec<TextRange> {
    let range = end(text, start(text, range));
    let words = range.of(text).to_lowercase();
    if EMPTY.contains(&words.as_str()) {
        return Vec::new();
    }
    let Some(word) = RELATIVE.iter().find(|word| before(&words, word).is_some()) else {
        return vec![range];
    };
    let pronoun = TextRange::new(range.end - word.len(), range.end);
    let phrase = end(text, TextRange::new(range.start, pronoun.start));
    vec![phrase, pronoun]
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
        let bare = without_opening_mark(bare);
        let bare = SAYINGS
            .iter()
            .find_map(|word| after(bare, word))
            .filter(names_by_itself)
            .unwrap_or(bare);
        if bare.is_empty() || bare.len() == words.len() {
            return range;
        }
        range.start = range.end - bare.len();
    }
}

/// The mark before a speaker who speaks within a quotation: "“We". A name in marks keeps both.
fn without_opening_mark(words: &str) -> &str {
    let Some(mark) = words.chars().next().filter(|c| "“‘\"'".contains(*c)) else {
        return words;
    };
    let rest = &words[mark.len_utf8()..];
    if rest.contains(['”', '’', '"', '\'']) { words } else { rest.trim_start() }
}

/// "the ministry", "its spokesman", "Orne": a phrase that a clause begins with.
fn names_by_itself(words: &&str) -> bool {
    const OPENS: [&str; 8] = ["the", "a", "an", "its", "his", "her", "their", "both"];
    let first = words.split_whitespace().next().unwrap_or("");
    OPENS.contains(&first) || first.starts_with(char::is_uppercase)
}

fn end(text: &str, mut range: TextRange) -> TextRange {
    loop {
        let words = range.of(text);
        let mut bare = words.trim_end_matches(|c: char| c.is_whitespace() || "–—;:“‘".contains(c));
        // A straight mark opens the next quotation where a blank comes before it: "Orne 'regrets'".
        if let Some(rest) = bare.strip_suffix(['"', '\''])
            && rest.ends_with(char::is_whitespace)
        {
            bare = rest.trim_end();
        }
        if let Some(rest) = bare.strip_suffix(',')
            && !rest.contains(',')
        {
            bare = rest;
        }
        let bare = before(bare, "and").unwrap_or(bare);
        if bare.is_empty() || bare.len() == words.len() {
            return range;
        }
        range.end = range.start + bare.len();
    }
}

/// Words that open a phrase and end none. Sorted.
const OPENING: &[&str] = &[
    "a", "after", "an", "and", "as", "at", "because", "but", "by", "during", "for", "from", "if",
    "in", "into", "nor", "of", "on", "or", "than", "the", "through", "until", "upon", "when",
    "whether", "while", "whose", "with", "within", "without",
];

/// Words by which a phrase tells when. Sorted.
const TIMES: &[&str] = &[
    "afternoon",
    "april",
    "august",
    "days",
    "december",
    "early",
    "evening",
    "february",
    "friday",
    "hours",
    "january",
    "july",
    "june",
    "last",
    "late",
    "march",
    "may",
    "minutes",
    "monday",
    "month",
    "months",
    "morning",
    "next",
    "night",
    "november",
    "october",
    "saturday",
    "september",
    "sunday",
    "thursday",
    "today",
    "tomorrow",
    "tuesday",
    "wednesday",
    "week",
    "weekend",
    "weeks",
    "year",
    "years",
    "yesterday",
];

/// A piece of content that ends with a word which opens a phrase: with that phrase, up to the next mark
/// ("put the rule on hold while | the courts look at it"); without the word where the phrase tells when, is long,
/// or holds the `attribution` ("rejected the charge within | hours").
pub(crate) fn content(doc: &Doc, piece: TextRange, attribution: &[TextRange]) -> TextRange {
    const PHRASE: usize = 12;
    let tokens = doc.tokens_in(piece);
    let mut end = tokens.end;
    while end > tokens.start + 1 && has(OPENING, doc.word(end - 1)) {
        end -= 1;
    }
    let sentence = |t: usize| doc.tokens[t].sentence;
    let same = |t: &usize| sentence(*t) == sentence(tokens.end - 1);
    let marked = |t: &usize| doc.tokens[*t].shape == Shape::Mark;
    let behind: Vec<usize> =
        (tokens.end..doc.tokens.len()).take_while(same).take_while(|t| !marked(t)).collect();
    let (true, Some(&first), Some(&last)) = (end < tokens.end, behind.first(), behind.last())
    else {
        return piece;
    };
    let whole = TextRange::new(piece.start, doc.tokens[last].range.end);
    let time = doc.tokens[first].shape == Shape::Number
        || has(TIMES, doc.word(first))
        || behind.get(1).is_some_and(|&t| has(TIMES, doc.word(t)));
    let taken = attribution.iter().any(|part| part.overlaps(whole));
    // "… were told. The | choice": what a capital opens is another sentence.
    let opens = doc.tokens[end].shape == Shape::Lower;
    if opens && behind.len() <= PHRASE && !time && !taken {
        return whole;
    }
    TextRange::new(piece.start, doc.tokens[end - 1].range.end)
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
        let cases: [(&str, &[&str]); _] = [
            ("by a panel of judges", &["a panel of judges"]),
            ("such as Senator Vey, a liberal,", &["Senator Vey, a liberal,"]),
            ("” the former consul", &["the former consul"]),
            ("\" Speaker Orne (R-Kell.)", &["Speaker Orne (R-Kell.)"]),
            ("Orne,", &["Orne"]),
            ("Mara Orne, the minister,", &["Mara Orne, the minister,"]),
            ("Mr. Orne, who", &["Mr. Orne", "who"]),
            ("Mara Orne — who", &["Mara Orne", "who"]),
            ("the editors and", &["the editors"]),
            ("through its spokeswoman, Mara Orne", &["its spokeswoman, Mara Orne"]),
            ("who", &["who"]),
            ("the ministry of works", &["the ministry of works"]),
            ("byelection officials", &["byelection officials"]),
            ("\"The Lantern\" ", &["\"The Lantern\""]),
            ("“We", &["We"]),
            ("\"We", &["We"]),
            ("Kenya '", &["Kenya"]),
            ("nor the ministry", &["the ministry"]),
            ("charge the Kenyan government", &["the Kenyan government"]),
            ("report authors", &["report authors"]),
        ];
        for (given, expected) in cases {
            let pieces = source(given, TextRange::new(0, given.len()));
            let pieces: Vec<&str> = pieces.iter().map(|piece| piece.of(given)).collect();
            assert_eq!(pieces, expected, "{given}");
        }
        for nobody in ["the", "by", "of the", "An"] {
            assert_eq!(source(nobody, TextRange::new(0, nobody.len())), [], "{nobody}");
        }
    }
}
