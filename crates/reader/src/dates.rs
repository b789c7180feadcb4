//! Full calendar dates in short stretches of text such as stamps. Not for running prose, where
//! dates are mostly those of what happened.

use gainsay_record::{Precision, TextRange};

/// A date found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// The words it was read from, relative to the text searched.
    pub range: TextRange,
    /// ISO 8601, as long as the precision goes.
    pub value: String,
    /// How much is certain.
    pub precision: Precision,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The number of a month by its name or usual short form.
pub(crate) fn month(word: &str) -> Option<u32> {
    // No month's name is shorter than three letters or longer than nine.
    if !(3..=9).contains(&word.len()) || !word.is_ascii() {
        return None;
    }
    let word = word.to_ascii_lowercase();
    let index = MONTHS.iter().position(|name| {
        *name == word || name[..3] == word || (*name == "september" && word == "sept")
    })?;
    Some(index as u32 + 1)
}

/// Whether the word is the name of a weekday or its usual short form.
pub(crate) fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    word.len() >= 3 && DAYS.iter().any(|day| *day == word || day[..3] == word)
        || matches!(word.as_str(), "tues" | "thur" | "thurs" | "weds")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'a> {
    Word(&'a str),
    Number(&'a str),
    Mark(char),
}

fn tokens(text: &str) -> Vec<(Token<'_>, TextRange)> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        let class: fn(&char) -> bool = match c {
            _ if c.is_ascii_digit() => char::is_ascii_digit,
            _ if c.is_alphabetic() => |c| c.is_alphabetic(),
            _ => |_| false,
        };
        while let Some((at, next)) = chars.next_if(|(_, next)| class(next)) {
            end = at + next.len_utf8();
        }
        let piece = &text[start..end];
        let token = match c {
            _ if c.is_ascii_digit() => Token::Number(piece),
            _ if c.is_alphabetic() => Token::Word(piece),
            _ => Token::Mark(c),
        };
        tokens.push((token, TextRange::new(start, end)));
    }
    tokens
}

struct Cursor<'t, 'a> {
    tokens: &'t [(Token<'a>, TextRange)],
    at: usize,
}

impl Cursor<'_, '_> {
    /// Skips spaces and the marks that stand between the parts of a date.
    fn soft(&mut self) -> &mut Self {
        let mut left = 3;
        while let Some((Token::Mark(c), _)) = self.tokens.get(self.at) {
            if left == 0 || !(c.is_whitespace() || matches!(c, ',' | '.' | '-')) {
                break;
            }
            self.at += 1;
            left -= 1;
        }
        self
    }

    fn word_if(&mut self, accept: impl Fn(&str) -> bool) -> bool {
        match self.tokens.get(self.at) {
            Some((Token::Word(word), _)) if accept(word) => {
                self.at += 1;
                true
            }
            _ => false,
        }
    }

    fn month(&mut self) -> Option<u32> {
        match self.tokens.get(self.at) {
            Some((Token::Word(word), _)) => {
                let month = month(word)?;
                self.at += 1;
                Some(month)
            }
            _ => None,
        }
    }

    fn number(&mut self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        match self.tokens.get(self.at) {
            Some((Token::Number(number), _)) if digits.contains(&number.len()) => {
                self.at += 1;
                number.parse().ok()
            }
            _ => None,
        }
    }

    fn day(&mut self) -> Option<u32> {
        let day = self.number(1..=2)?;
        self.word_if(|word| {
            matches!(word.to_ascii_lowercase().as_str(), "st" | "nd" | "rd" | "th")
        });
        Some(day)
    }

    fn year(&mut self) -> Option<u32> {
        self.number(4..=4).filter(|year| (1800..=2100).contains(year))
    }

    fn mark(&mut self, marks: &[char]) -> Option<char> {
        match self.tokens.get(self.at) {
            Some(&(Token::Mark(c), _)) if marks.contains(&c) => {
                self.at += 1;
                Some(c)
            }
            _ => None,
        }
    }
}

type Read = (String, Precision);

fn day_of(year: u32, month: u32, day: u32) -> Option<Read> {
    jiff::civil::Date::new(year as i16, month as i8, day as i8).ok()?;
    Some((format!("{year:04}-{month:02}-{day:02}"), Precision::Day))
}

/// "2011-09-26", "2011/09/26".
fn year_first(c: &mut Cursor) -> Option<Read> {
    let year = c.year()?;
    let mark = c.mark(&['-', '/', '.'])?;
    let month = c.number(1..=2)?;
    c.mark(&[mark])?;
    let day = c.number(1..=2)?;
    day_of(year, month, day)
}

/// "26.9.2011", "9/26/2011". Where day and month could be either way round, the year is all that
/// is certain.
fn year_last(c: &mut Cursor) -> Option<Read> {
    let first = c.number(1..=2)?;
    let mark = c.mark(&['-', '/', '.'])?;
    let second = c.number(1..=2)?;
    c.mark(&[mark])?;
    let year = c.year()?;
    match (day_of(year, second, first), day_of(year, first, second)) {
        (Some(british), Some(american)) if british == american => Some(british),
        (Some(_), Some(_)) => Some((format!("{year:04}"), Precision::Year)),
        (one, other) => one.or(other),
    }
}

/// "September 26, 2011", "SEPT. 26th 2011", "September 2011".
fn month_first(c: &mut Cursor) -> Option<Read> {
    let month = c.month()?;
    let at = c.soft().at;
    let full = c.day().and_then(|day| day_of(c.soft().year()?, month, day));
    full.or_else(|| {
        c.at = at;
        let year = c.year()?;
        Some((format!("{year:04}-{month:02}"), Precision::Month))
    })
}

/// "26 September 2011", "26th of Sept., 2011", "26-Sep-2011".
fn day_first(c: &mut Cursor) -> Option<Read> {
    let day = c.day()?;
    c.soft().word_if(|word| word.eq_ignore_ascii_case("of"));
    let month = c.soft().month()?;
    let year = c.soft().year()?;
    day_of(year, month, day)
}

/// All dates in the text, in order, none overlapping another.
pub(crate) fn find(text: &str) -> Vec<Found> {
    // Every form has a year in digits: most lines are done here.
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        // Inside a longer number or a word such as "v2011-01-01" no date begins.
        let begins = at == 0
            || !matches!(
                (tokens[at].0, tokens[at - 1].0),
                (Token::Number(_), Token::Word(_) | Token::Mark('-' | '/' | '.'))
                    | (Token::Word(_), Token::Number(_))
            );
        let read = begins.then(|| {
            [day_first, year_first, year_last, month_first].iter().find_map(|form| {
                let mut cursor = Cursor { tokens: &tokens, at };
                let (value, precision) = form(&mut cursor)?;
                Some((cursor.at, value, precision))
            })
        });
        match read.flatten() {
            Some((next, value, precision)) => {
                let range = tokens[at].1.cover(tokens[next - 1].1);
                found.push(Found { range, value, precision });
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<(String, &str)> {
        find(text).into_iter().map(|found| (found.value, found.range.of(text))).collect()
    }

    #[test]
    fn every_usual_form_is_read() {
        for (text, value) in [
            ("Monday, March 2, 2015 at 4:10 pm", "2015-03-02"),
            ("2 March 2015", "2015-03-02"),
            ("2nd of March, 2015", "2015-03-02"),
            ("MAR. 2, 2015", "2015-03-02"),
            ("Sept 2nd 2015", "2015-09-02"),
            ("02-Mar-2015 09:00", "2015-03-02"),
            ("2015-03-02T09:00:00+05:00", "2015-03-02"),
            ("2015/3/2", "2015-03-02"),
            ("23.3.2015", "2015-03-23"),
            ("3/23/2015", "2015-03-23"),
            ("4/4/2015", "2015-04-04"),
            ("March 2015", "2015-03"),
        ] {
            let found = values(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!(found[0].0, value, "{text}");
        }
        assert_eq!(values("Updated 2 Mar, 2015 05:14pm")[0].1, "2 Mar, 2015");
    }

    #[test]
    fn only_what_is_certain_is_kept() {
        assert_eq!(values("03/04/2015")[0].0, "2015");
        assert!(values("31/31/2015").is_empty());
        assert!(values("February 30, 2015").is_empty());
        assert!(values("3/4/15").is_empty());
        assert!(values("March 2").is_empty());
        assert!(values("The 2015 talks").is_empty());
    }
}
