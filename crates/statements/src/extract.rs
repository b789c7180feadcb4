//! The whole walk over one article.

use gainsay_language::{Error, Tagger};
use gainsay_record::{Article, Statement, TextRange};

use crate::whole::statements;

/// The statements of an article, by the model that ships with the program: a pure function of the
/// two, the same bytes on any number of threads.
///
/// # Errors
/// If the model fails, which no text can cause.
pub fn extract(tagger: &Tagger, article: &Article) -> Result<Vec<Statement>, Error> {
    let reading = tagger.read(article.text.as_str(), &lines(article))?;
    Ok(statements(article, &reading.attributions, &tagger.version()))
}

/// The stretches of an article that statements may be taken from: what the model reads.
pub fn lines(article: &Article) -> Vec<TextRange> {
    article.zones.iter().filter(|zone| zone.kind.speaks()).map(|zone| zone.range).collect()
}
