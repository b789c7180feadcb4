//! Units: the paragraph-like lines an article's text is made of.

use gainsay_record::TextRange;

/// One line of the text, or one paragraph where lines are wrapped at a fixed width.
#[derive(Debug, Clone)]
pub(crate) struct Unit<'a> {
    /// Where, without white space at the ends.
    pub range: TextRange,
    /// The words there.
    pub text: &'a str,
    /// Blank lines between the unit before and this one.
    pub gap: usize,
    /// Words that hold a letter or a digit.
    pub words: usize,
    /// Whether it ends as sentences do.
    pub ends: bool,
    /// Whether it holds double quotation marks.
    pub quoted: bool,
    /// Lower case, straight apostrophes, single spaces, no punctuation at the ends: for comparing
    /// with word lists.
    pub key: String,
}

impl<'a> Unit<'a> {
    fn new(text: &'a str, range: TextRange, gap: usize) -> Self {
        let words_of = range.of(text);
        Unit {
            range,
            text: words_of,
            gap,
            words: words(words_of),
            ends: ends_sentence(words_of),
            quoted: is_quoted(words_of),
            key: key(words_of),
        }
    }

    /// Reads as running text: a sentence of some length, or a paragraph.
    pub fn is_prose(&self) -> bool {
        (self.ends && (self.words >= 8 || self.quoted && self.words >= 4)) || self.words >= 25
    }

    /// Ends with a colon: introduces what follows.
    pub fn introduces(&self) -> bool {
        self.text.ends_with(':')
    }
}

/// White space, and the invisible marks that scrapers leave at the ends of lines.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}')
}

fn trim(text: &str, start: usize, end: usize) -> TextRange {
    let line = &text[start..end];
    let left = line.trim_start_matches(is_blank);
    let start = start + (line.len() - left.len());
    TextRange::new(start, start + left.trim_end_matches(is_blank).len())
}

/// The number of words that hold a letter or a digit.
pub(crate) fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Whether the last mark, quotation marks and brackets aside, ends a sentence.
pub(crate) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(|c: char| {
        matches!(c, '"' | '”' | '’' | '\'' | '“' | ')' | ']' | '»') || c.is_whitespace()
    })
    .ends_with(['.', '!', '?', '…'])
}

fn is_quoted(text: &str) -> bool {
    text.contains(['"', '“', '”', '«', '»']) || text.contains("''")
}

/// See [`Unit::key`].
pub(crate) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        for c in word.chars() {
            match c {
                '’' | '‘' | '`' => key.push('\''),
                _ if c.is_ascii() => key.push(c.to_ascii_lowercase()),
                _ => key.extend(c.to_lowercase()),
            }
        }
    }
    let trimmed = key.trim_matches(|c: char| !c.is_alphanumeric());
    if trimmed.len() == key.len() { key } else { trimmed.to_owned() }
}

/// The physical lines that are not blank, each with the blank lines before it.
fn lines(text: &str) -> Vec<(TextRange, usize)> {
    let bytes = text.as_bytes();
    let mut lines = Vec::new();
    let (mut start, mut gap, mut at) = (0, 0, 0);
    while start <= bytes.len() {
        while at < bytes.len() && bytes[at] != b'\n' && bytes[at] != b'\r' {
            at += 1;
        }
        let range = trim(text, start, at);
        if range.is_empty() {
            gap += 1;
        } else {
            lines.push((range, gap));
            gap = 0;
        }
        // A carriage return with a line feed is one break, not two.
        at += if bytes[at.min(bytes.len())..].starts_with(b"\r\n") { 2 } else { 1 };
        start = at;
    }
    lines
}

/// Widest line, in bytes, that a text wrapped at a fixed width may have.
const WIDEST_WRAP: usize = 130;

/// Whether the text is wrapped at a fixed width, so that a line end is not a paragraph end: no
/// line is long, and most lines that another follows directly are nearly full.
fn is_wrapped(lines: &[(TextRange, usize)], text: &str, widest: usize) -> bool {
    let followed: Vec<_> = lines.windows(2).filter(|pair| pair[1].1 == 0).collect();
    let full = followed.iter().filter(|pair| is_full(pair[0].0, widest));
    let runs_on = followed.iter().filter(|pair| {
        pair[1].0.of(text).starts_with(|c: char| c.is_lowercase())
            && !ends_sentence(pair[0].0.of(text))
    });
    (40..=WIDEST_WRAP).contains(&widest)
        && followed.len() >= 4
        && full.count() * 10 >= followed.len() * 6
        && runs_on.count() * 10 >= followed.len() * 3
}

fn is_full(line: TextRange, widest: usize) -> bool {
    line.len() * 10 >= widest * 7
}

/// Cuts a text into its units.
pub(crate) fn units(text: &str) -> Vec<Unit<'_>> {
    let lines = lines(text);
    let widest = lines.iter().map(|(range, _)| range.len()).max().unwrap_or(0);
    if !is_wrapped(&lines, text, widest) {
        return lines.into_iter().map(|(range, gap)| Unit::new(text, range, gap)).collect();
    }
    let mut joined: Vec<(TextRange, usize)> = Vec::new();
    let mut before: Option<TextRange> = None;
    for (range, gap) in lines {
        match joined.last_mut() {
            Some((whole, _)) if gap == 0 && before.is_some_and(|line| is_full(line, widest)) => {
                *whole = whole.cover(range);
            }
            _ => joined.push((range, gap)),
        }
        before = Some(range);
    }
    joined.into_iter().map(|(range, gap)| Unit::new(text, range, gap)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_unit_whatever_ends_it() {
        let units = units("\u{feff}One\r\n\r\n\r\n  Two \rThree\n");
        let texts: Vec<_> = units.iter().map(|unit| (unit.text, unit.gap)).collect();
        assert_eq!(texts, [("One", 0), ("Two", 2), ("Three", 0)]);
    }

    #[test]
    fn lines_wrapped_at_a_width_are_one_paragraph() {
        let text = "Zorvia turns down the offer\n\n\
            The foreign minister of Zorvia said on Friday that her country\n\
            would not return to the talks before the spring, and that the\n\
            mediators had been told so in a letter that was sent in the\n\
            last week of the year, long before the present quarrel began.\n\n\
            The mediators, who had been waiting for an answer for months,\n\
            said that they knew of no letter.\n";
        let units = units(text);
        assert_eq!(units.len(), 3);
        assert!(units[1].text.ends_with("began."));
        assert!(units[2].text.ends_with("no letter."));
    }

    #[test]
    fn a_sentence_ends_before_its_closing_quotation_mark() {
        assert!(ends_sentence("“Never.”"));
        assert!(ends_sentence("(He left.)"));
        assert!(!ends_sentence("Talks fail"));
        assert!(!ends_sentence("She said:"));
    }
}
