//! What the attribution model finds: who is said to have said what.

use gainsay_record::TextRange;

/// One attribution as the model found it: byte ranges into the article's text, nothing resolved.
///
/// The scheme is that of PolNeAR (Newell, Margolin and Ruths, LREC 2018): a *source*, a *cue* and a
/// *content*, each in one or several pieces in text order.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Who, as written. Empty where the text gives none.
    pub source: Vec<TextRange>,
    /// The words that attribute. Empty only for a quotation that stands alone.
    pub cue: Vec<TextRange>,
    /// What was said, in pieces, without the leading "that".
    pub content: Vec<TextRange>,
    /// Probability, 0 to 1, that source and content are right.
    pub confidence: f32,
}
