//! Subword tokens of one line, with the features that an uncased vocabulary loses.

use gainsay_record::TextRange;
use tokenizers::Tokenizer;

use crate::error::Error;
use crate::quotes::inside_quotes;

/// One token of the network's vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// Number in the vocabulary.
    pub id: i32,
    /// Where it stands in the article.
    pub range: TextRange,
    /// How the word is capitalised, see [`case_of`].
    pub case: i32,
    /// 1 within quotation marks, else 0.
    pub quoted: i32,
}

/// The tokens of the line that stands at `range` in `text`.
pub(crate) fn tokens(
    tokenizer: &Tokenizer,
    text: &str,
    range: TextRange,
) -> Result<Vec<Token>, Error> {
    let line = range.of(text);
    // Not `encode_fast`: that one keeps no offsets.
    let encoding = tokenizer.encode(line, false).map_err(Error::Tokenizer)?;
    let (offsets, words) = (encoding.get_offsets(), encoding.get_word_ids());
    let inside = inside_quotes(line);
    let mut tokens = Vec::with_capacity(offsets.len());
    let mut from = 0;
    while from < offsets.len() {
        // The tokens of one word share its case.
        let mut to = from + 1;
        while to < offsets.len() && words[to] == words[from] {
            to += 1;
        }
        let case = case_of(&line[offsets[from].0..offsets[to - 1].1]);
        for (&id, &(start, end)) in encoding.get_ids()[from..to].iter().zip(&offsets[from..to]) {
            tokens.push(Token {
                id: id as i32,
                range: TextRange::new(start, end).shift(range.start),
                case,
                quoted: i32::from(inside[start]),
            });
        }
        from = to;
    }
    Ok(tokens)
}

/// 0 no capital, 1 the first letter only, 2 all capitals, 3 mixed, 4 begins with a digit.
fn case_of(word: &str) -> i32 {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return 4;
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let first_is_upper = letters.next().is_some_and(char::is_uppercase);
    let more = letters.clone().count();
    let more_upper = letters.filter(|c| c.is_uppercase()).count();
    match (first_is_upper, more_upper) {
        (false, 0) => 0,
        (true, 0) => 1,
        (true, upper) if upper == more => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_tells_names_from_words() {
        let cases = ["said", "Varnia", "UN", "McTavish", "14th", "“", "É"].map(case_of);
        assert_eq!(cases, [0, 1, 2, 3, 4, 0, 1]);
    }
}
