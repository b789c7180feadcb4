//! One article's bytes, before they are read.

use gainsay_record::Article;

use crate::error::Error;
use crate::jsonl::{id_of, read_jsonl_line};
use crate::read;

/// The bytes of one article: a file, or a line of a JSON Lines input. Reading them is a pure
/// function, so that it can be done on another thread, or left undone where nothing has changed.
#[derive(Debug, Clone)]
pub struct Source {
    place: String,
    bytes: Vec<u8>,
    kind: Kind,
}

#[derive(Debug, Clone)]
enum Kind {
    File,
    Line { id: Option<String> },
}

impl Source {
    pub(crate) fn file(place: String, bytes: Vec<u8>) -> Self {
        Source { place, bytes, kind: Kind::File }
    }

    pub(crate) fn line(place: String, bytes: Vec<u8>) -> Self {
        let id = id_of(&bytes);
        Source { place, bytes, kind: Kind::Line { id } }
    }

    /// What the article's `path` will be: the path as given, the `id` of a line, or the line's
    /// place (`news.jsonl:7`).
    pub fn path(&self) -> &str {
        match &self.kind {
            Kind::Line { id: Some(id) } => id,
            _ => &self.place,
        }
    }

    /// The bytes as they came: the whole file, or the line without its end.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Reads the article.
    ///
    /// # Errors
    /// If the bytes hold no article in English that can be read; see [`Error`].
    pub fn article(&self) -> Result<Article, Error> {
        match self.kind {
            Kind::File => read(&self.place, &self.bytes),
            Kind::Line { .. } => read_jsonl_line(&self.place, &self.bytes),
        }
    }
}
