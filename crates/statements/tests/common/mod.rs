//! Articles and gold attributions read from `../shared`, for the tests that measure.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::path::{Path, PathBuf};

use gainsay_language::Attribution;
use gainsay_record::{Article, Line, Statement, Text, TextRange, Zone, ZoneKind};

/// The folder with seeds and corpora, where it is there.
pub fn shared() -> Option<PathBuf> {
    let root = Path::new("../../../shared");
    root.is_dir().then(|| root.to_owned())
}

/// An article whose lines are body paragraphs, the first of them the headline.
pub fn article(path: &str, text: &str, headline: bool) -> Article {
    let mut zones = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let range = TextRange::new(at, at + line.len()).trim(text);
        at += line.len() + 1;
        if !range.is_empty() {
            let first = headline && zones.is_empty();
            let kind = if first { ZoneKind::Headline } else { ZoneKind::Body };
            zones.push(Zone { kind, range });
        }
    }
    Article {
        path: path.to_owned(),
        text: Text::new(text.to_owned()),
        text_is_input: true,
        title: None,
        outlet: None,
        authors: Vec::new(),
        dateline: None,
        language: None,
        published: None,
        collected: None,
        url: None,
        zones,
    }
}

/// The byte range of two code point offsets.
pub fn range(article: &Article, start: u64, end: u64) -> TextRange {
    let byte = |n: u64| article.text.byte(n as usize).expect("an offset inside the text");
    TextRange::new(byte(start), byte(end))
}

/// An attribution without any span.
pub fn empty() -> Attribution {
    Attribution { confidence: 1.0, ..Attribution::default() }
}

/// The line `extract` would print.
pub fn line(article: &Article, statements: &[Statement]) -> String {
    serde_json::to_string(&Line {
        article,
        statements,
        with_text: false,
        mentions: None,
        times: None,
    })
    .expect("plain data")
}
