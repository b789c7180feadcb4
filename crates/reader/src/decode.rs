//! Bytes to characters, or the reason why not.

use std::borrow::Cow;

use crate::error::Error;

/// How many bytes one article may have: a hundred times the longest report. The network reads a
/// megabyte in half a minute and needs a hundred times its size in memory.
pub const MAX_ARTICLE_BYTES: u64 = 4 << 20;

/// File types known by their first bytes.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ\0", "xz-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
];

/// Refuses what is no text of an article's size.
pub(crate) fn check(place: &str, bytes: &[u8], cap: u64) -> Result<(), Error> {
    let place = || place.to_owned();
    if bytes.len() as u64 > cap {
        return Err(Error::TooLarge { place: place(), size: bytes.len() as u64, cap });
    }
    if let Some((_, found)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(Error::Binary { place: place(), found });
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        // UTF-16 has NULs everywhere, but it is text: say what to do about it.
        return Err(Error::NotUtf8 { place: place(), byte: 0 });
    }
    if bytes.contains(&0) {
        return Err(Error::Binary { place: place(), found: "binary data (it holds NUL bytes)" });
    }
    if bytes.trim_ascii().is_empty() || bytes.trim_ascii() == b"\xef\xbb\xbf" {
        return Err(Error::Empty { place: place() });
    }
    Ok(())
}

/// Plain text: UTF-8 or nothing.
pub(crate) fn text<'a>(place: &str, bytes: &'a [u8]) -> Result<&'a str, Error> {
    std::str::from_utf8(bytes)
        .map_err(|error| Error::NotUtf8 { place: place.to_owned(), byte: error.valid_up_to() })
}

/// A page: UTF-8, else what it declares.
pub(crate) fn html<'a>(place: &str, bytes: &'a [u8]) -> Result<Cow<'a, str>, Error> {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(Cow::Borrowed(text)),
        Err(error) => error,
    };
    let declared = match declared(bytes) {
        None => "declares no charset".to_owned(),
        Some(label) => match encoding_rs::Encoding::for_label(label.as_bytes()) {
            None => format!("declares the unknown charset \"{label}\""),
            Some(encoding) => {
                let (text, _, broken) = encoding.decode(bytes);
                // A page that says UTF-8 and has a few broken bytes is read as browsers read it.
                let few = text.matches('\u{fffd}').count() * 1000 <= text.len();
                if !broken || few {
                    return Ok(Cow::Owned(text.into_owned()));
                }
                format!("cannot be read as the {} it declares either", encoding.name())
            }
        },
    };
    Err(Error::Charset { place: place.to_owned(), byte: error.valid_up_to(), declared })
}

/// The charset that a page's `<meta>` or XML declaration names.
fn declared(bytes: &[u8]) -> Option<String> {
    // The HTML standard looks at the first 1024 bytes; many pages are later than that.
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(8192)]).to_ascii_lowercase();
    let at = head
        .find("charset=")
        .map(|at| at + 8)
        .or_else(|| head.find("<?xml").and_then(|_| head.find("encoding=").map(|at| at + 9)))?;
    let label: String = head[at..]
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'))
        .take(40)
        .collect();
    (!label.is_empty()).then_some(label)
}

/// Whether the first characters look like a page rather than text.
pub(crate) fn looks_like_html(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let head = &bytes[..bytes.len().min(2048)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    if ["<!doctype html", "<html", "<head", "<body", "<article", "<meta", "<title", "<?xml", "<div"]
        .iter()
        .any(|open| head.starts_with(open))
    {
        return true;
    }
    // A page may begin with comments or scripts.
    head.starts_with('<')
        && (head.contains("<html") || head.contains("<body") || head.contains("</p>"))
}

/// Whether the first characters look like a JSON object.
pub(crate) fn looks_like_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    bytes
        .strip_prefix(b"{")
        .is_some_and(|rest| matches!(rest.trim_ascii_start().first(), Some(b'"' | b'}') | None))
}
