//! What can be wrong with an input.

use std::io;

use thiserror::Error;

/// Why an input is no article. Each message names the place, what was found there and what to do
/// about it. `place` is a path, with the line after a colon where the input is JSON Lines.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum Error {
    /// The path does not exist or may not be read.
    #[error("{place}: cannot be read: {source}")]
    Unreadable {
        /// Where.
        place: String,
        /// What the operating system says.
        source: io::Error,
    },
    /// A folder without a single file of a known kind.
    #[error(
        "{place}: the folder holds no article; files ending in .txt, .text, .html, .htm, .xhtml, \
         .jsonl or .ndjson are taken (name other files one by one)"
    )]
    NothingInFolder {
        /// Where.
        place: String,
    },
    /// No byte, or white space only.
    #[error("{place}: is empty; an article's text was expected")]
    Empty {
        /// Where.
        place: String,
    },
    /// Not text at all.
    #[error("{place}: is {found}, not text; extract its text first, or give the HTML page")]
    Binary {
        /// Where.
        place: String,
        /// What it looks like ("a PDF file").
        found: &'static str,
    },
    /// Plain text in another encoding than UTF-8.
    #[error(
        "{place}: is not UTF-8 (byte {byte} cannot be read); convert it first, for example with \
         `iconv -f WINDOWS-1252 -t UTF-8`"
    )]
    NotUtf8 {
        /// Where.
        place: String,
        /// Offset of the first byte that is not UTF-8, counted from 0.
        byte: usize,
    },
    /// An HTML page that is neither UTF-8 nor what it declares to be.
    #[error(
        "{place}: the page is not UTF-8 (byte {byte} cannot be read) and {declared}; convert it to \
         UTF-8 first"
    )]
    Charset {
        /// Where.
        place: String,
        /// Offset of the first byte that is not UTF-8, counted from 0.
        byte: usize,
        /// What the page declares, in words.
        declared: String,
    },
    /// More than one article may hold.
    #[error(
        "{place}: holds {size} bytes where an article may have {cap}; split it into one file per \
         article, or one article a line in a .jsonl file"
    )]
    TooLarge {
        /// Where.
        place: String,
        /// How many bytes there are.
        size: u64,
        /// How many there may be.
        cap: u64,
    },
    /// Nothing but menus, counters and the like.
    #[error(
        "{place}: no article text found: every line looks like navigation; check that the page was \
         saved whole"
    )]
    OnlyClutter {
        /// Where.
        place: String,
    },
    /// An HTML page without text.
    #[error(
        "{place}: no article text found in the page; pages that are drawn by scripts have to be \
         saved from a browser"
    )]
    NoTextInPage {
        /// Where.
        place: String,
    },
    /// A text in another language.
    #[error("{place}: the text is {language}; only English is read")]
    NotEnglish {
        /// Where.
        place: String,
        /// English name of the language.
        language: &'static str,
    },
    /// A line of a JSON Lines file that is no JSON object.
    #[error("{place}: expected one JSON object a line: {reason}")]
    NotJson {
        /// Where.
        place: String,
        /// What the parser says.
        reason: String,
    },
    /// A field of the wrong type or with an unreadable value.
    #[error("{place}: field \"{field}\" should be {expected}, found {found}")]
    Field {
        /// Where.
        place: String,
        /// Name of the field.
        field: String,
        /// What it should be.
        expected: &'static str,
        /// What it is.
        found: String,
    },
    /// A field nobody knows: most often a misspelt one.
    #[error("{place}: unknown field \"{field}\"; known are {known}")]
    UnknownField {
        /// Where.
        place: String,
        /// Its name.
        field: String,
        /// The names that are known.
        known: String,
    },
    /// Neither "text" nor "html".
    #[error("{place}: has neither \"text\" nor \"html\"; one of them must hold the article")]
    NoText {
        /// Where.
        place: String,
    },
    /// A file of many articles where one was expected.
    #[error("{place}: holds one article a line; read it line by line with `read_all` or `inputs`")]
    ManyArticles {
        /// Where.
        place: String,
    },
}

impl Error {
    /// Where it happened: a path, with the line after a colon where there are lines.
    pub fn place(&self) -> &str {
        match self {
            Error::Unreadable { place, .. }
            | Error::NothingInFolder { place }
            | Error::Empty { place }
            | Error::Binary { place, .. }
            | Error::NotUtf8 { place, .. }
            | Error::Charset { place, .. }
            | Error::TooLarge { place, .. }
            | Error::OnlyClutter { place }
            | Error::NoTextInPage { place }
            | Error::NotEnglish { place, .. }
            | Error::NotJson { place, .. }
            | Error::Field { place, .. }
            | Error::UnknownField { place, .. }
            | Error::NoText { place }
            | Error::ManyArticles { place } => place,
        }
    }
}
