//! What the attribution model finds: who is said to have said what.

use gainsay_record::{Act, TextRange};

/// One attribution as the model found it: byte ranges into the article's text, nothing resolved.
///
/// The scheme is that of PolNeAR (Newell, Margolin and Ruths, LREC 2018): a *source*, a *cue* and a
/// *content*, each in one or several pieces in text order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Attribution {
    /// Who, as written. Empty where the text gives none.
    pub source: Vec<TextRange>,
    /// The words that attribute. Empty only for a quotation that stands alone.
    pub cue: Vec<TextRange>,
    /// What was said, in pieces, without the leading "that".
    pub content: Vec<TextRange>,
    /// Probability, 0 to 1, that source and content are right.
    pub confidence: f32,
    /// Probability of each act, in the order of [`Act::ALL`], by the content, the cue and the text
    /// around them; `None` where the model was not asked.
    pub acts: Option<[f32; Act::ALL.len()]>,
    /// Where the text around names whom the statement is aimed at, with how probable that is; also
    /// places that are less probable than not.
    pub targets: Vec<(TextRange, f32)>,
}
