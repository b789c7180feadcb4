//! Bytes in any format to [`Article`]s: text, zones, metadata, publication date.
//!
//! [`read`] takes one article's bytes, [`read_jsonl_line`] one line of JSON Lines, [`read_all`]
//! bytes that may hold either, and [`inputs`] walks files, folders and standard input.
//!
//! ```
//! let text = "Quell rejects charge\n\nBy Ada Quist\n\nMarch 3, 2015\n\n\
//!     POLEBURG: The foreign ministry of Quell said on Tuesday that the charge was false.\n";
//! let article = gainsay_reader::read("quell.txt", text.as_bytes())?;
//! assert_eq!(article.title.as_deref(), Some("Quell rejects charge"));
//! assert_eq!(article.authors, ["Ada Quist"]);
//! assert_eq!(article.dateline.as_deref(), Some("POLEBURG"));
//! assert_eq!(article.published.unwrap().value, "2015-03-03");
//! # Ok::<(), gainsay_reader::Error>(())
//! ```
//!
//! The text of a plain-text input is the file as it is, code point for code point; what is not
//! the article is a zone of it, never cut out. The text of a page is what was extracted from it.

mod dates;
mod decode;
mod error;
mod html;
mod inputs;
mod jsonl;
mod language;
mod outlet;
mod source;
mod text;
mod unit;
mod zones;

use std::path::Path;

use gainsay_record::{Article, DateValue};

pub use decode::MAX_ARTICLE_BYTES;
pub use error::Error;
pub use inputs::{Inputs, count, inputs};
pub use jsonl::{JsonLines, read_jsonl_line};
pub use source::Source;

/// What an input says of its article besides the text. It outranks what the text suggests.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stated {
    title: Option<String>,
    outlet: Option<String>,
    authors: Option<Vec<String>>,
    published: Option<DateValue>,
    collected: Option<String>,
    url: Option<String>,
}

fn has_ending(path: &str, endings: &[&str]) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|end| endings.iter().any(|other| end.eq_ignore_ascii_case(other)))
}

/// Reads one article. A path that ends in `.html`, `.htm` or `.xhtml`, or content that looks like
/// a page, is read as HTML, everything else as plain text. The path names the article; nothing
/// else is taken from it.
///
/// # Errors
/// If the bytes hold no article in English that can be read; see [`Error`].
pub fn read(path: &str, bytes: &[u8]) -> Result<Article, Error> {
    decode::check(path, bytes, MAX_ARTICLE_BYTES)?;
    if inputs::is_jsonl(Path::new(path)) {
        return Err(Error::ManyArticles { place: path.to_owned() });
    }
    if has_ending(path, &["html", "htm", "xhtml"]) || decode::looks_like_html(bytes) {
        let page = decode::html(path, bytes)?;
        return html::read(path, path.to_owned(), &page, Stated::default());
    }
    let text = decode::text(path, bytes)?;
    text::read(path, path.to_owned(), text.to_owned(), true, Stated::default())
}

/// Reads all articles of an input that is held in memory: the lines of a path that ends in
/// `.jsonl` or `.ndjson`, and of content that begins with a JSON object under a name that says
/// nothing; the one article of anything else.
pub fn read_all<'a>(
    path: &'a str,
    bytes: &'a [u8],
) -> Box<dyn Iterator<Item = Result<Article, Error>> + 'a> {
    let named = has_ending(path, &["txt", "text", "html", "htm", "xhtml"]);
    if inputs::is_jsonl(Path::new(path)) || !named && decode::looks_like_json(bytes) {
        Box::new(JsonLines::new(path, bytes).map(|source| source?.article()))
    } else {
        Box::new(std::iter::once_with(move || read(path, bytes)))
    }
}
