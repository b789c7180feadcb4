//! JSON Lines: one article a line.

use std::io::{self, BufRead};

use gainsay_record::{Article, Basis, DateValue, Precision};
use serde_json::{Map, Value};

use crate::decode::MAX_ARTICLE_BYTES;
use crate::error::Error;
use crate::source::Source;
use crate::{Stated, dates};

/// The fields a line may have.
const FIELDS: &[&str] =
    &["id", "text", "html", "title", "outlet", "authors", "published", "url", "collected"];

/// Reads one line of JSON Lines: `{"id", "text" or "html", "title", "outlet", "authors",
/// "published", "url", "collected"}`, all but the text optional. What the line states outranks
/// what its text suggests. `place` is the path of the article where the line has no `id`, and
/// names the line in errors.
///
/// ```
/// let line = br#"{"id": "a1", "text": "Talks fail\n\nThe council of Poleburg rejected the offer."}"#;
/// let article = gainsay_reader::read_jsonl_line("news.jsonl:1", line)?;
/// assert_eq!(article.path, "a1");
/// assert_eq!(article.title.as_deref(), Some("Talks fail"));
/// # Ok::<(), gainsay_reader::Error>(())
/// ```
///
/// # Errors
/// If the line is no such object, or its article cannot be read.
pub fn read_jsonl_line(place: &str, line: &[u8]) -> Result<Article, Error> {
    crate::decode::check(place, line, MAX_ARTICLE_BYTES)?;
    let not_json = |reason: String| Error::NotJson { place: place.to_owned(), reason };
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let value: Value = serde_json::from_slice(line).map_err(|error| not_json(explain(&error)))?;
    let Value::Object(map) = value else {
        return Err(not_json(format!("found {}", name_of(&value))));
    };
    if let Some(field) = map.keys().find(|key| !FIELDS.contains(&key.as_str())) {
        let known = FIELDS.join(", ");
        return Err(Error::UnknownField { place: place.to_owned(), field: field.clone(), known });
    }
    let fields = Fields { place, map: &map };
    let path = match map.get("id") {
        Some(Value::Number(number)) => number.to_string(),
        _ => fields.string("id")?.unwrap_or_else(|| place.to_owned()),
    };
    let stated = Stated {
        title: fields.string("title")?,
        outlet: fields.string("outlet")?,
        authors: fields.authors()?,
        published: fields.published()?,
        collected: fields.string("collected")?,
        url: fields.string("url")?,
    };
    // Errors name the line in the file; the article goes by its id.
    match (fields.string("text")?, fields.string("html")?) {
        (Some(text), _) => crate::text::read(place, path, text, false, stated),
        (None, Some(html)) => crate::html::read(place, path, &html, stated),
        (None, None) => Err(Error::NoText { place: place.to_owned() }),
    }
}

/// serde_json's message without its line number, which is always 1 here.
fn explain(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    format!("{message} at column {}", error.column())
}

fn name_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

struct Fields<'a> {
    place: &'a str,
    map: &'a Map<String, Value>,
}

impl Fields<'_> {
    fn wrong(&self, field: &str, expected: &'static str, found: impl Into<String>) -> Error {
        let place = self.place.to_owned();
        Error::Field { place, field: field.to_owned(), expected, found: found.into() }
    }

    /// A string that says something: null and white space are as good as absent.
    fn string(&self, field: &str) -> Result<Option<String>, Error> {
        match self.map.get(field) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(string)) if string.trim().is_empty() => Ok(None),
            Some(Value::String(string)) => Ok(Some(string.clone())),
            Some(other) => Err(self.wrong(field, "a string", name_of(other))),
        }
    }

    fn authors(&self) -> Result<Option<Vec<String>>, Error> {
        const EXPECTED: &str = "a list of names, such as [\"Ada Quist\"]";
        match self.map.get("authors") {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(name)) => Ok(Some(vec![name.clone()])),
            Some(Value::Array(names)) => names
                .iter()
                .map(|name| match name {
                    Value::String(name) => Ok(name.clone()),
                    other => Err(self.wrong("authors", EXPECTED, name_of(other))),
                })
                .collect::<Result<_, _>>()
                .map(Some),
            Some(other) => Err(self.wrong("authors", EXPECTED, name_of(other))),
        }
    }

    fn published(&self) -> Result<Option<DateValue>, Error> {
        let Some(string) = self.string("published")? else { return Ok(None) };
        match stated_date(&string) {
            Some((value, precision)) => {
                Ok(Some(DateValue { value, precision, basis: Basis::Input, span: None }))
            }
            None => {
                let found = format!("\"{}\"", string.chars().take(60).collect::<String>());
                Err(self.wrong("published", "a date, such as \"2011-09-26\" or \"2011-09\"", found))
            }
        }
    }
}

/// The calendar date at the beginning of a stated date, by its own offset: "2011-09-26T23:00Z" is
/// the 26th. Also "2011-09", "2011" and dates in words.
pub(crate) fn stated_date(string: &str) -> Option<(String, Precision)> {
    let string = string.trim();
    let digits = |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = string.split('-').collect();
    match parts[..] {
        [year] if digits(year, 4) => return Some((year.to_owned(), Precision::Year)),
        [year, month] if digits(year, 4) && digits(month, 2) && ("01"..="12").contains(&month) => {
            return Some((string.to_owned(), Precision::Month));
        }
        [compact] if compact.len() >= 8 && digits(compact.get(..8)?, 8) => {
            let date = format!("{}-{}-{}", &compact[..4], &compact[4..6], &compact[6..8]);
            let found = dates::find(&date).into_iter().next()?;
            return Some((found.value, found.precision));
        }
        _ => {}
    }
    let found = dates::find(string).into_iter().next()?;
    Some((found.value, found.precision))
}

/// The `id` of a line, where it has one: what [`read_jsonl_line`] makes the article's path.
pub(crate) fn id_of(line: &[u8]) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Named {
        id: Option<Value>,
    }
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    match serde_json::from_slice::<Named>(line).ok()?.id? {
        Value::String(id) => Some(id),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

/// The articles of a JSON Lines input, one at a time: no more than one line is held. A bad line
/// costs none of the others.
#[derive(Debug)]
pub struct JsonLines<R> {
    input: R,
    path: String,
    line: usize,
    cap: u64,
    failed: bool,
}

impl<R: BufRead> JsonLines<R> {
    /// Reads from `input`, which `path` names.
    pub fn new(path: impl Into<String>, input: R) -> Self {
        JsonLines { input, path: path.into(), line: 0, cap: MAX_ARTICLE_BYTES, failed: false }
    }

    /// The next line without its end, or how long it is where it is too long to be kept. `None` at
    /// the end of the input.
    fn next_line(&mut self) -> io::Result<Option<Result<Vec<u8>, u64>>> {
        let (mut line, mut size) = (Vec::new(), 0u64);
        loop {
            let chunk = match self.input.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if chunk.is_empty() && size == 0 {
                return Ok(None);
            }
            let end = chunk.iter().position(|&byte| byte == b'\n');
            let taken = end.map_or(chunk.len(), |end| end + 1);
            let content = &chunk[..end.unwrap_or(chunk.len())];
            let last = end.is_some() || chunk.is_empty();
            // Past the cap the line is only counted: 50 MB on one line cost no memory.
            if size + content.len() as u64 <= self.cap {
                line.extend_from_slice(content);
            }
            size += content.len() as u64 + u64::from(end.is_some());
            self.input.consume(taken);
            if last {
                let over = size.saturating_sub(1) > self.cap;
                return Ok(Some(if over { Err(size) } else { Ok(line) }));
            }
        }
    }
}

impl<R: BufRead> Iterator for JsonLines<R> {
    type Item = Result<Source, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.failed {
            self.line += 1;
            let place = format!("{}:{}", self.path, self.line);
            match self.next_line() {
                Err(source) => {
                    self.failed = true;
                    return Some(Err(Error::Unreadable { place, source }));
                }
                Ok(None) => return None,
                Ok(Some(Err(size))) => {
                    return Some(Err(Error::TooLarge { place, size, cap: self.cap }));
                }
                // A blank line, at the end most of all, is nobody's article.
                Ok(Some(Ok(line))) if line.trim_ascii().is_empty() => {}
                Ok(Some(Ok(line))) => return Some(Ok(Source::line(place, line))),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#""text": "Talks fail\n\nThe council of Poleburg rejected the offer.""#;

    fn line(fields: &str) -> Result<Article, Error> {
        read_jsonl_line("n.jsonl:7", format!("{{{TEXT}{fields}}}").as_bytes())
    }

    #[test]
    fn what_the_line_states_outranks_the_text() {
        let article = line(
            r#", "title": "Other", "outlet": "The Herald", "authors": ["Ada Quist"],
               "published": "2015-03-02T23:30:00-08:00", "collected": "2020-01-01", "url": null"#,
        )
        .unwrap();
        assert_eq!(article.title.as_deref(), Some("Other"));
        assert_eq!(article.outlet.as_deref(), Some("The Herald"));
        assert_eq!(article.authors, ["Ada Quist"]);
        let published = article.published.unwrap();
        assert_eq!((published.value.as_str(), published.basis), ("2015-03-02", Basis::Input));
        assert_eq!(article.collected.as_deref(), Some("2020-01-01"));
        assert!(!article.text_is_input);
        assert_eq!(article.path, "n.jsonl:7");
    }

    #[test]
    fn a_collection_date_is_no_publication_date() {
        assert_eq!(line(r#", "collected": "2020-01-01""#).unwrap().published, None);
    }

    #[test]
    fn errors_name_line_and_field() {
        for (fields, words) in [
            (r#", "authors": 3"#, "n.jsonl:7: field \"authors\" should be a list of names"),
            (r#", "published": "soon""#, "should be a date, such as \"2011-09-26\""),
            (r#", "autors": []"#, "n.jsonl:7: unknown field \"autors\"; known are id, text"),
        ] {
            let message = line(fields).unwrap_err().to_string();
            assert!(message.contains(words), "{message}");
        }
        let message = read_jsonl_line("n.jsonl:7", b"{\"id\": \"a\"}").unwrap_err().to_string();
        assert!(message.contains("neither \"text\" nor \"html\""), "{message}");
        let message = read_jsonl_line("n.jsonl:7", b"{\"id\": ").unwrap_err().to_string();
        assert!(message.contains("n.jsonl:7: expected one JSON object a line"), "{message}");
        assert!(read_jsonl_line("n.jsonl:7", b"[1]").is_err());
    }

    #[test]
    fn a_bad_line_costs_only_itself() {
        let good = format!("{{{TEXT}}}");
        let long = format!("{{\"text\": \"{}\"}}", "x".repeat(500));
        let input = format!("{good}\r\nnot json\n\n{long}\n{good}");
        let mut lines = JsonLines::new("n.jsonl", input.as_bytes());
        lines.cap = 200;
        let results: Vec<_> = lines.map(|source| source?.article()).collect();
        assert_eq!(results.len(), 4);
        assert!(results[0].is_ok() && results[3].is_ok());
        assert!(matches!(&results[1], Err(Error::NotJson { place, .. }) if place == "n.jsonl:2"));
        assert!(matches!(&results[2], Err(Error::TooLarge { place, size: 513, cap: 200 })
            if place == "n.jsonl:4"));
        assert_eq!(results[3].as_ref().unwrap().path, "n.jsonl:5");
    }
}
