//! The article cut into paragraphs, sentences and tokens, once, in one pass.

use std::ops::Range;

use gainsay_record::{Article, TextRange, ZoneKind};

use crate::data::words::{ABBREVIATIONS, STARTERS};
use crate::lexicon::has;

/// How a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// First letter a capital.
    Capital,
    /// At least two letters, all of them capitals ("ISPR", "U.S.").
    Upper,
    /// No capital first.
    Lower,
    /// Begins with a digit.
    Number,
    /// The possessive "'s" or a lone apostrophe after a plural.
    Possessive,
    /// Anything else: one mark.
    Mark,
}

/// One token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub range: TextRange,
    pub shape: Shape,
    /// Number of the sentence it stands in.
    pub sentence: usize,
}

/// One sentence: a run of tokens within one paragraph.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    pub tokens: Range<usize>,
    pub paragraph: usize,
}

/// One line of a zone that speaks.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    pub range: TextRange,
    pub kind: ZoneKind,
    pub tokens: Range<usize>,
}

/// The article as the rules see it: only what lies in zones that speak.
pub(crate) struct Doc<'a> {
    pub text: &'a str,
    /// ASCII-lowered copy: same length, so that every offset fits both.
    lower: String,
    pub paragraphs: Vec<Paragraph>,
    pub sentences: Vec<Sentence>,
    pub tokens: Vec<Token>,
}

impl<'a> Doc<'a> {
    pub(crate) fn new(article: &'a Article) -> Self {
        let text = article.text.as_str();
        let mut doc = Doc {
            text,
            lower: text.to_ascii_lowercase(),
            paragraphs: Vec::new(),
            sentences: Vec::new(),
            tokens: Vec::new(),
        };
        for zone in article.zones.iter().filter(|zone| zone.kind.speaks()) {
            let mut at = zone.range.start;
            for line in zone.range.of(text).split('\n') {
                let range = TextRange::new(at, at + line.len()).trim(text);
                at += line.len() + 1;
                if !range.is_empty() {
                    doc.add_paragraph(range, zone.kind);
                }
            }
        }
        doc
    }

    fn add_paragraph(&mut self, range: TextRange, kind: ZoneKind) {
        let first = self.tokens.len();
        tokenize(self.text, range, &mut self.tokens);
        let tokens = first..self.tokens.len();
        let paragraph = self.paragraphs.len();
        let mut start = first;
        for i in tokens.clone() {
            self.tokens[i].sentence = self.sentences.len();
            if i + 1 < tokens.end && self.ends_sentence(i, tokens.end) {
                self.sentences.push(Sentence { tokens: start..i + 1, paragraph });
                start = i + 1;
            }
        }
        if start < tokens.end {
            self.sentences.push(Sentence { tokens: start..tokens.end, paragraph });
        }
        self.paragraphs.push(Paragraph { range, kind, tokens });
    }

    /// Whether a sentence ends after token `i`, which is not the last of its paragraph.
    fn ends_sentence(&self, i: usize, end: usize) -> bool {
        let next = self.text[self.tokens[i + 1].range.start..].chars().next();
        let gap = self.tokens[i].range.end < self.tokens[i + 1].range.start;
        let opens = |c: char| {
            c.is_uppercase() || c.is_numeric() || matches!(c, '“' | '"' | '‘' | '«' | '(' | '[')
        };
        if !gap || !next.is_some_and(opens) {
            return false;
        }
        // Step back over closing marks to the mark that might end the sentence.
        let mut mark = i;
        while mark > 0
            && i - mark < 3
            && matches!(self.word(mark), "”" | "\"" | "’" | "'" | "»" | ")" | "]" | "“")
        {
            mark -= 1;
        }
        match self.word(mark) {
            "!" | "?" | "…" => true,
            "." => {
                let before = mark.saturating_sub(1);
                let word = self.word(before);
                let initial = self.tokens[before].range.end == self.tokens[mark].range.start
                    && word.chars().count() == 1
                    && self.tokens[before].shape == Shape::Capital;
                !(initial || mark == i && has(ABBREVIATIONS, word))
            }
            // "U.S." keeps its point; the sentence ends there only before a word that starts one.
            word => {
                mark == i && word.ends_with('.') && has(STARTERS, self.word(i + 1)) && i + 2 < end
            }
        }
    }

    /// The token in lower case (ASCII).
    pub(crate) fn word(&self, token: usize) -> &str {
        self.lowered(self.tokens[token].range)
    }

    /// The token as written.
    pub(crate) fn raw(&self, token: usize) -> &'a str {
        self.tokens[token].range.of(self.text)
    }

    /// Any range in lower case (ASCII).
    pub(crate) fn lowered(&self, range: TextRange) -> &str {
        &self.lower[range.start..range.end]
    }

    /// From the first to the last of some tokens, which must not be none.
    pub(crate) fn range(&self, tokens: Range<usize>) -> TextRange {
        TextRange::new(self.tokens[tokens.start].range.start, self.tokens[tokens.end - 1].range.end)
    }

    /// The tokens that begin inside `range`.
    pub(crate) fn tokens_in(&self, range: TextRange) -> Range<usize> {
        let from = self.tokens.partition_point(|token| token.range.start < range.start);
        let to = self.tokens.partition_point(|token| token.range.start < range.end);
        from..to.max(from)
    }

    /// The sentence that holds the byte at `offset`, or the last one before it.
    pub(crate) fn sentence_at(&self, offset: usize) -> Option<usize> {
        let next = self.tokens.partition_point(|token| token.range.start <= offset);
        next.checked_sub(1).map(|token| self.tokens[token].sentence)
    }

    /// The paragraph that holds the byte at `offset`, or the last one before it.
    pub(crate) fn paragraph_at(&self, offset: usize) -> Option<usize> {
        self.paragraphs.partition_point(|p| p.range.start <= offset).checked_sub(1)
    }
}

/// Splits `range` into words, numbers and marks. The possessive is a token of its own; an acronym
/// keeps its points; hyphens and inner apostrophes do not split.
fn tokenize(text: &str, range: TextRange, tokens: &mut Vec<Token>) {
    let mut chars =
        text[range.start..range.end].char_indices().map(|(i, c)| (i + range.start, c)).peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        if !c.is_alphanumeric() {
            let after_word =
                tokens.last().is_some_and(|t| t.range.end == start && t.shape != Shape::Mark);
            let mut shape = Shape::Mark;
            if matches!(c, '\'' | '’') && after_word && starts_possessive(&text[end..range.end]) {
                chars.next();
                end += 1;
                shape = Shape::Possessive;
            }
            push(tokens, start, end, shape);
            continue;
        }
        // Letters since the last point: one letter and a point make an acronym.
        let mut run = 1;
        let mut acronym = false;
        while let Some(&(at, c)) = chars.peek() {
            let after = text[at + c.len_utf8()..range.end].chars().next();
            let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            if c.is_alphanumeric() {
                run += 1;
            } else if c == '.' && run == 1 && (acronym || after.is_some_and(char::is_uppercase)) {
                run = 0;
                acronym = true;
            } else if matches!(c, '\'' | '’') && joins(after) {
                if starts_possessive(&text[at + c.len_utf8()..range.end]) {
                    break;
                }
                run = 2;
            } else if matches!(c, '-' | '\u{2010}' | '\u{2011}') && joins(after) && run > 0 {
                run = 2;
            } else if c == ',' || c == '.' {
                // Numbers: 10,000 and 4.5.
                let number = text[start..].starts_with(|c: char| c.is_ascii_digit())
                    && after.is_some_and(|c| c.is_ascii_digit());
                if !number {
                    break;
                }
            } else if !is_mark_of_a_letter(c) {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        push(tokens, start, end, shape_of(&text[start..end]));
    }
}

fn push(tokens: &mut Vec<Token>, start: usize, end: usize, shape: Shape) {
    tokens.push(Token { range: TextRange::new(start, end), shape, sentence: 0 });
}

/// What follows an apostrophe is the "s" of a possessive.
fn starts_possessive(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next() == Some('s') && !chars.next().is_some_and(char::is_alphanumeric)
}

/// Combining marks belong to the letter before them.
fn is_mark_of_a_letter(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}')
}

fn shape_of(word: &str) -> Shape {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    match word.chars().next() {
        Some(c) if c.is_numeric() => Shape::Number,
        // "al-Tessen", "el-Marr": a particle of the name.
        Some('a' | 'e' | 'u') if particle_of_a_name(word) => Shape::Capital,
        Some(c) if c.is_uppercase() => {
            letters.next();
            let rest: Vec<char> = letters.take(8).collect();
            let upper = !rest.is_empty() && rest.iter().all(|c| c.is_uppercase());
            if upper { Shape::Upper } else { Shape::Capital }
        }
        _ => Shape::Lower,
    }
}

fn particle_of_a_name(word: &str) -> bool {
    word.split_once('-').is_some_and(|(particle, name)| {
        matches!(
            particle,
            "al" | "el" | "ul" | "ur" | "as" | "ash" | "at" | "an" | "ad" | "az" | "ud"
        ) && name.starts_with(char::is_uppercase)
    })
}
