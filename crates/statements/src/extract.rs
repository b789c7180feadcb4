//! The whole walk over one article.

use std::collections::BTreeMap;

use gainsay_language::{Error, Tagger};
use gainsay_record::{Article, Mention, Statement, TextRange};

use crate::whole::read;

/// What an article holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Extracted {
    /// Who said what, in text order.
    pub statements: Vec<Statement>,
    /// Names, roles and pronouns, in text order.
    pub mentions: Vec<Mention>,
}

/// The statements and mentions of an article, by the model that ships with the program: a pure
/// function of the two, the same bytes on any number of threads.
///
/// # Errors
/// If the model fails, which no text can cause.
pub fn extract(tagger: &Tagger, article: &Article) -> Result<Extracted, Error> {
    let reading = tagger.read(article.text.as_str(), &lines(article))?;
    Ok(read(article, &reading, &BTreeMap::new(), &tagger.version()))
}

/// The stretches of an article that statements may be taken from: what the model reads.
pub fn lines(article: &Article) -> Vec<TextRange> {
    article.zones.iter().filter(|zone| zone.kind.speaks()).map(|zone| zone.range).collect()
}
