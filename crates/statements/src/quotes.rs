//! Quotation marks, paired paragraph by paragraph.
//!
//! News text is typed by hand: an opening mark stands where a closing one belongs, marks are
//! straight at one end and curly at the other, a quotation that runs on is closed only paragraphs
//! later. So what a mark does is read off its surroundings first and its shape second, and a mark
//! without a partner harms nothing beyond its paragraph.

use gainsay_record::TextRange;

use crate::doc::Doc;

/// A stretch within quotation marks, marks included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quote {
    pub range: TextRange,
    /// What stands between the marks.
    pub inner: TextRange,
    /// Whether a closing mark was found in the paragraph.
    pub closed: bool,
    /// Whether the marks are double ones. Single marks also stand for apostrophes, so that less is
    /// built on them.
    pub double: bool,
    pub paragraph: usize,
}

/// Every quotation of the article, in text order; single marks only outside double ones.
pub(crate) fn quotes(doc: &Doc) -> Vec<Quote> {
    let mut quotes = Vec::new();
    for (paragraph, p) in doc.paragraphs.iter().enumerate() {
        pair(doc.text, p.range, paragraph, &mut quotes);
    }
    quotes
}

#[derive(Clone, Copy)]
struct Open {
    start: usize,
    inner: usize,
}

fn pair(text: &str, range: TextRange, paragraph: usize, quotes: &mut Vec<Quote>) {
    let mut double: Option<Open> = None;
    let mut single: Option<Open> = None;
    let mut before: Option<char> = None;
    let mut chars = text[range.start..range.end].char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let at = range.start + i;
        let mut after = chars.peek().map(|&(_, c)| c);
        let mut inner = at + c.len_utf8();
        // Two single marks side by side are a double one: ‘‘so’’, ''so''.
        let c = match doubled(c).filter(|_| after == Some(c)) {
            Some(double) => {
                chars.next();
                (after, inner) = (chars.peek().map(|&(_, c)| c), inner + c.len_utf8());
                double
            }
            None => c,
        };
        let mut emit = |open: Open, to: usize, end: usize, closed, double| {
            let inner = TextRange::new(open.inner, to);
            quotes.push(Quote {
                range: TextRange::new(open.start, end),
                inner,
                closed,
                double,
                paragraph,
            });
        };
        match c {
            '“' | '”' | '„' | '‟' | '"' | '«' | '»' => {
                match (double, opens(c, before, after)) {
                    (None, true) => {
                        double = Some(Open { start: at, inner });
                        single = None;
                    }
                    (Some(open), false) => {
                        emit(open, at, inner, true, true);
                        double = None;
                    }
                    // The one before was never closed.
                    (Some(open), true) => {
                        emit(open, at, at, false, true);
                        double = Some(Open { start: at, inner });
                    }
                    (None, false) => {}
                }
            }
            '‘' | '’' | '\'' if double.is_none() => {
                let word_before = before.is_some_and(char::is_alphanumeric);
                let word_after = after.is_some_and(char::is_alphanumeric);
                if c != '’' && !word_before && after.is_some_and(|c| !c.is_whitespace()) {
                    single = Some(Open { start: at, inner });
                } else if !word_after
                    && before.is_some_and(|c| !c.is_whitespace())
                    && let Some(open) = single.take()
                {
                    emit(open, at, inner, true, false);
                }
            }
            _ => {}
        }
        before = Some(c);
    }
    if let Some(open) = double {
        let range = TextRange::new(open.start, range.end);
        let inner = TextRange::new(open.inner, range.end);
        quotes.push(Quote { range, inner, closed: false, double: true, paragraph });
    }
}

/// The double mark that two of these single ones stand for.
fn doubled(single: char) -> Option<char> {
    match single {
        '‘' => Some('“'),
        '’' => Some('”'),
        '\'' => Some('"'),
        _ => None,
    }
}

/// Whether a double mark between these two characters opens a quotation.
fn opens(mark: char, before: Option<char>, after: Option<char>) -> bool {
    let open_side = before.is_none_or(|c| {
        c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '‘' | '\'' | ':')
    });
    let close_side = after.is_none_or(char::is_whitespace);
    match (open_side, close_side) {
        (true, false) => true,
        (false, true) => false,
        _ => {
            matches!(mark, '“' | '„' | '‟' | '«') && !(close_side && before.is_some() && !open_side)
        }
    }
}

/// Whether the byte at `offset` lies within one of these quotations.
pub(crate) fn inside(quotes: &[Quote], offset: usize) -> bool {
    let next = quotes.partition_point(|quote| quote.range.start <= offset);
    next > 0 && quotes[next - 1].range.contains_offset(offset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::article;

    fn found(text: &str) -> Vec<(String, bool)> {
        let article = article(text);
        let doc = Doc::new(&article);
        quotes(&doc).iter().map(|q| (q.range.of(text).to_owned(), q.closed)).collect()
    }

    #[test]
    fn two_single_marks_are_a_double_one() {
        let text = "‘‘A b.’’ ''C ‘d’ e.'' He said ‘it’s the boys’ ball’.";
        let words: Vec<String> = found(text).into_iter().map(|(q, _)| q).collect();
        assert_eq!(words, ["‘‘A b.’’", "''C ‘d’ e.''", "‘it’s the boys’"]);
    }

    #[test]
    fn curly_straight_and_angled_marks_pair() {
        let text = "“A b,” she said. \"C d,\" he said. «E f», they said. ‘G h’ it was.";
        let words: Vec<String> = found(text).into_iter().map(|(q, _)| q).collect();
        assert_eq!(words, ["“A b,”", "\"C d,\"", "«E f»", "‘G h’"]);
    }

    #[test]
    fn a_mark_typed_the_wrong_way_round_still_closes() {
        assert_eq!(found("\"We are ready,” said Tessen."), [("\"We are ready,”".into(), true)]);
        assert_eq!(found("“We are ready.“"), [("“We are ready.“".into(), true)]);
    }

    #[test]
    fn apostrophes_are_no_quotations() {
        assert_eq!(found("The officials’ plan, Varnia’s plan and Ostria's don't count."), []);
    }

    #[test]
    fn a_quotation_that_runs_on_is_open_to_the_end_of_its_paragraph() {
        assert_eq!(
            found("“One two.\n“Three four.”"),
            [("“One two.".into(), false), ("“Three four.”".into(), true)]
        );
    }
}
