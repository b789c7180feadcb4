//! Windows: what goes through the network at once.

use gainsay_record::TextRange;

use crate::token::Token;

/// Tokens in a window at most, `[CLS]` and `[SEP]` included.
const LENGTH: usize = 256;
/// Whole lines are packed up to so many tokens. Longer windows find no more (PolNeAR dev: linked F1
/// 77.5 with 128, 77.0 with 256) and cost more: attention is quadratic.
const PACKED: usize = 128;

/// Numbers of the special tokens in the vocabulary of BERT.
const CLS: i32 = 101;
const SEP: i32 = 102;

/// A stretch of an article as the network reads it: one entry a token in each list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Window {
    /// Numbers in the vocabulary, special tokens included.
    pub ids: Vec<i32>,
    /// How each word is capitalised: 0 not, 1 first letter, 2 all, 3 mixed, 4 a number.
    pub case: Vec<i32>,
    /// 1 within quotation marks, else 0.
    pub quoted: Vec<i32>,
    /// The line each token belongs to.
    pub line: Vec<usize>,
    /// Where each token stands in the text; `None` for special tokens.
    pub ranges: Vec<Option<TextRange>>,
}

impl Window {
    fn push_special(&mut self, id: i32, line: usize) {
        self.ids.push(id);
        self.case.push(0);
        self.quoted.push(0);
        self.line.push(line);
        self.ranges.push(None);
    }

    fn push_piece(&mut self, piece: Piece<'_>) {
        for token in piece.tokens {
            self.ids.push(token.id);
            self.case.push(token.case);
            self.quoted.push(token.quoted);
            self.line.push(piece.line);
            self.ranges.push(Some(token.range));
        }
        self.push_special(SEP, piece.line);
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is no token.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }
}

/// Tokens of one line that stay together: all of them, unless the line is longer than a window.
#[derive(Clone, Copy)]
struct Piece<'a> {
    line: usize,
    tokens: &'a [Token],
}

/// Packs whole lines into windows. A line longer than [`PACKED`] has a window of its own, and is cut
/// where that reaches [`LENGTH`].
///
/// The rules are those of `cut` in `model/gainsay_model/windows.py`.
pub(crate) fn cut(lines: &[Vec<Token>]) -> Vec<Window> {
    let pieces = lines.iter().enumerate().flat_map(|(line, tokens)| {
        tokens.chunks(LENGTH - 2).map(move |tokens| Piece { line, tokens })
    });
    let mut windows: Vec<Window> = Vec::new();
    for piece in pieces {
        match windows.last_mut() {
            Some(window) if window.len() + piece.tokens.len() < PACKED => window.push_piece(piece),
            _ => {
                let mut window = Window::default();
                window.push_special(CLS, piece.line);
                window.push_piece(piece);
                windows.push(window);
            }
        }
    }
    windows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(lengths: &[usize]) -> Vec<Vec<Token>> {
        let mut at = 0;
        lengths
            .iter()
            .map(|&length| {
                (0..length)
                    .map(|_| {
                        at += 1;
                        let range = TextRange::new(at, at + 1);
                        Token { id: 7, range, case: 0, quoted: 0 }
                    })
                    .collect()
            })
            .collect()
    }

    proptest! {
        /// Every token is read exactly once, and no window is too long for the network.
        #[test]
        fn windows_cover_every_token_once(lengths in prop::collection::vec(0usize..700, 0..30)) {
            let lines = lines(&lengths);
            let windows = cut(&lines);
            let mut read: Vec<TextRange> = Vec::new();
            for window in &windows {
                prop_assert!(window.len() <= LENGTH);
                read.extend(window.ranges.iter().flatten());
            }
            let all: Vec<TextRange> = lines.iter().flatten().map(|token| token.range).collect();
            prop_assert_eq!(read, all);
        }
    }

    #[test]
    fn short_lines_share_a_window_and_a_long_one_has_its_own() {
        let windows = cut(&lines(&[60, 60, 10, 200, 3]));
        let lengths: Vec<usize> = windows.iter().map(Window::len).collect();
        assert_eq!(lengths, [1 + 61 + 61, 1 + 11, 1 + 201, 1 + 4]);
    }

    /// Training cuts the same: `model/tests/test_windows.py` holds to the same file.
    #[test]
    fn windows_are_those_of_training() {
        #[derive(serde::Deserialize)]
        struct Kept {
            text: String,
            windows: Vec<Cut>,
        }
        #[derive(Debug, PartialEq, serde::Deserialize)]
        struct Cut {
            ids: Vec<i32>,
            case: Vec<i32>,
            quoted: Vec<i32>,
            line: Vec<usize>,
            /// In code points; none for special tokens.
            places: Vec<Option<(usize, usize)>>,
        }
        let kept: Kept =
            serde_json::from_str(include_str!("../../../model/tests/windows.json")).expect("JSON");
        let tokenizer = tokenizers::Tokenizer::from_bytes(include_bytes!(
            "../../../model/weights/tokenizer.json"
        ))
        .expect("the tokenizer that ships");
        let text = gainsay_record::Text::new(kept.text);
        let mut start = 0;
        let mut lines = Vec::new();
        for line in text.as_str().split('\n') {
            let range = TextRange::new(start, start + line.len());
            start = range.end + 1;
            let tokens = crate::token::tokens(&tokenizer, text.as_str(), range).expect("tokens");
            if !tokens.is_empty() {
                lines.push(tokens);
            }
        }
        let place = |range: TextRange| (text.code_point(range.start), text.code_point(range.end));
        let windows = cut(&lines).into_iter().map(|window| Cut {
            places: window.ranges.iter().map(|range| range.map(place)).collect(),
            ids: window.ids,
            case: window.case,
            quoted: window.quoted,
            line: window.line,
        });
        assert_eq!(windows.collect::<Vec<_>>(), kept.windows);
    }
}
