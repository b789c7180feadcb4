//! How the wording of two reports differs.

use gainsay_record::TextRange;

use super::utterance::quotations;
use crate::words::{Word, words};

/// Words of a report: which of its pieces, and where in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Excerpt {
    /// The piece of the content, from 0.
    pub piece: usize,
    /// Where in that piece, in bytes.
    pub range: TextRange,
}

impl Excerpt {
    /// The words themselves.
    pub fn of<'a>(self, pieces: &[&'a str]) -> &'a str {
        self.range.of(pieces[self.piece])
    }
}

/// One difference of wording between an earlier report and a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// The later one leaves these words out.
    Cut(Excerpt),
    /// The later one has these words besides.
    Added(Excerpt),
    /// For these words of the earlier one the later has those.
    Changed(Excerpt, Excerpt),
    /// The same words, quoted earlier and no longer within quotation marks.
    Unquoted(Excerpt, Excerpt),
    /// The same words, which the later one puts within quotation marks.
    Quoted(Excerpt, Excerpt),
}

/// A word, where it stands, and whether it is quoted.
struct Token {
    word: Word,
    piece: usize,
    quoted: bool,
}

/// What was cut, added, changed, unquoted and quoted between two reports, in the order of their
/// words. Case, accents and punctuation make no difference. Every excerpt is a slice of its report.
/// The longest common subsequence of words decides what is the same (Wagner & Fischer 1974).
pub fn differences(earlier: &[&str], later: &[&str]) -> Vec<Difference> {
    let (a, b) = (tokens(earlier), tokens(later));
    let mut found = Vec::new();
    let (mut i, mut j) = (0, 0);
    let mut pairs = common(&a, &b).into_iter().peekable();
    loop {
        let (next_i, next_j) = pairs.peek().copied().unwrap_or((a.len(), b.len()));
        changed(&a[i..next_i], &b[j..next_j], &mut found);
        if pairs.peek().is_none() {
            return found;
        }
        // The words in both from here on, as long as their marks change in the same way.
        let change = |(i, j): (usize, usize)| (a[i].quoted, b[j].quoted);
        let marks = change((next_i, next_j));
        (i, j) = (next_i, next_j);
        while let Some(&pair) = pairs.peek() {
            let breaks = i > next_i && (a[i - 1].piece, b[j - 1].piece) != pieces(&a, &b, pair);
            if pair != (i, j) || change(pair) != marks || breaks {
                break;
            }
            (i, j) = (i + 1, j + 1);
            pairs.next();
        }
        let both = || (excerpt(&a[next_i..i]), excerpt(&b[next_j..j]));
        match marks {
            (true, false) => found.push(Difference::Unquoted(both().0, both().1)),
            (false, true) => found.push(Difference::Quoted(both().0, both().1)),
            _ => {}
        }
    }
}

fn pieces(a: &[Token], b: &[Token], (i, j): (usize, usize)) -> (usize, usize) {
    (a[i].piece, b[j].piece)
}

fn changed(a: &[Token], b: &[Token], found: &mut Vec<Difference>) {
    let excerpts = |of: &[Token]| -> Vec<Excerpt> {
        of.chunk_by(|x, y| x.piece == y.piece).map(excerpt).collect()
    };
    match (&excerpts(a)[..], &excerpts(b)[..]) {
        ([a], [b]) => found.push(Difference::Changed(*a, *b)),
        (a, b) => {
            found.extend(a.iter().copied().map(Difference::Cut));
            found.extend(b.iter().copied().map(Difference::Added));
        }
    }
}

/// From the first of these words to the last, all of one piece.
fn excerpt(of: &[Token]) -> Excerpt {
    let range = of[0].word.range.cover(of[of.len() - 1].word.range);
    Excerpt { piece: of[0].piece, range }
}

fn tokens(pieces: &[&str]) -> Vec<Token> {
    let mut found = Vec::new();
    for (piece, text) in pieces.iter().enumerate() {
        let quotations = quotations(text);
        found.extend(words(text).into_iter().map(|word| {
            let quoted = quotations.iter().any(|range| range.contains(word.range));
            Token { word, piece, quoted }
        }));
    }
    found
}

/// The longest common subsequence, as pairs of positions.
fn common(a: &[Token], b: &[Token]) -> Vec<(usize, usize)> {
    let same = |i: usize, j: usize| a[i].word.exact == b[j].word.exact;
    let width = b.len() + 1;
    let mut length = vec![0u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            length[i * width + j] = if same(i, j) {
                length[(i + 1) * width + j + 1] + 1
            } else {
                length[(i + 1) * width + j].max(length[i * width + j + 1])
            };
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if same(i, j) {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if length[(i + 1) * width + j] >= length[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}
