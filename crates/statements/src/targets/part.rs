//! What part somebody plays in the words of a statement: where he is named, and what stands beside.

use gainsay_record::TextRange;

/// Where a party is named in or around a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In the content.
    Content,
    /// Between the cue and the content.
    Between,
    /// Elsewhere in the sentence of the attribution.
    Sentence,
    /// In the sentence before.
    Before,
}

/// A party named in or around a statement.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    pub party: usize,
    pub range: TextRange,
    pub place: Place,
    pub subject: bool,
    pub quoted: bool,
    /// After "in", "at".
    pub somewhere: bool,
    /// Whether the content begins with it.
    pub opens: bool,
    pub after: Word,
    pub before: Word,
}

/// The word beside a mention, as far as it tells what part the mention plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Of,
    By,
    Against,
    To,
    From,
    With,
    For,
    On,
    /// "should", "must", "to": what somebody ought to do.
    Ought,
    /// "had", "was", "did".
    Did,
    Possessive,
    Other,
}

impl Word {
    pub(super) fn before(word: &str) -> Self {
        match word {
            "of" => Word::Of,
            "by" => Word::By,
            "against" | "at" => Word::Against,
            "to" | "toward" | "towards" => Word::To,
            "from" => Word::From,
            "with" | "between" | "and" => Word::With,
            "for" => Word::For,
            "on" | "upon" | "about" => Word::On,
            _ => Word::Other,
        }
    }

    pub(super) fn after(word: &str) -> Self {
        match word {
            "should" | "must" | "ought" | "needs" | "need" | "to" | "not" => Word::Ought,
            "had" | "has" | "have" | "was" | "were" | "is" | "are" | "did" | "does" | "do"
            | "would" | "will" | "could" | "can" => Word::Did,
            "'s" | "’s" | "'" | "’" => Word::Possessive,
            _ => Word::Other,
        }
    }
}
