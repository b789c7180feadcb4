//! PolNeAR's own attributions as input, for reading what comes out by eye.
//!
//! `GAINSAY_POLNEAR=40 cargo test -p gainsay-statements --test polnear` writes one line of JSON an
//! article to the target folder; without the variable two articles are run as a smoke test.

#![allow(clippy::print_stderr, reason = "a test may say where its output lies")]

mod common;

use std::collections::BTreeMap;
use std::fs;

use common::{article, empty, line, range, shared};
use gainsay_language::Attribution;
use gainsay_record::{Article, TextRange};
use gainsay_statements::statements;

/// Reads brat standoff: text spans and the relations that tie them.
fn attributions(article: &Article, standoff: &str) -> Vec<Attribution> {
    let mut spans: BTreeMap<&str, (&str, Vec<TextRange>)> = BTreeMap::new();
    let mut relations: Vec<(&str, &str, &str)> = Vec::new();
    for record in standoff.split('\n') {
        let mut fields = record.split('\t');
        let (Some(id), Some(what)) = (fields.next(), fields.next()) else { continue };
        let (kind, rest) = what.split_once(' ').unwrap_or((what, ""));
        if id.starts_with('T') {
            let ranges = rest
                .split(';')
                .filter_map(|pair| {
                    let (start, end) = pair.split_once(' ')?;
                    Some(range(article, start.parse().ok()?, end.parse().ok()?))
                })
                .collect();
            spans.insert(id, (kind, ranges));
        } else if id.starts_with(['R', 'E']) {
            relations.push((id, what, rest));
        }
    }
    let mut all = Vec::new();
    for (_, what, _) in relations {
        if !what.starts_with("Attribution") {
            continue;
        }
        let mut attribution = empty();
        for part in what.split(' ') {
            let Some((_, id)) = part.split_once(':') else { continue };
            let Some((kind, ranges)) = spans.get(id) else { continue };
            match *kind {
                "Source" => attribution.source.extend(ranges),
                "Cue" => attribution.cue.extend(ranges),
                "Content" => attribution.content.extend(ranges),
                _ => {}
            }
        }
        all.push(attribution);
    }
    all
}

#[test]
fn polnear_by_eye() {
    let Some(root) = shared().map(|s| s.join("corpora/polnear/train")).filter(|p| p.is_dir())
    else {
        eprintln!("skipped: ../shared/corpora/polnear is not there");
        return;
    };
    let count = std::env::var("GAINSAY_POLNEAR").ok().and_then(|n| n.parse().ok()).unwrap_or(2);
    let mut texts: Vec<_> =
        fs::read_dir(root.join("text")).unwrap().map(|entry| entry.unwrap().path()).collect();
    texts.sort();
    let step = (texts.len() / count).max(1);
    let mut out = String::new();
    for path in texts.iter().step_by(step).take(count) {
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let text = fs::read_to_string(path).unwrap();
        let article = article(stem, &text, false);
        let mut files: Vec<_> = fs::read_dir(root.join("attributions"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|p| p.file_name().unwrap().to_str().unwrap().starts_with(stem))
            .collect();
        files.sort();
        let Some(file) = files.first() else { continue };
        let standoff = fs::read_to_string(file).unwrap();
        let found = statements(&article, &attributions(&article, &standoff), "gold");
        for statement in &found {
            for span in statement.spans() {
                assert!(article.text.range_of(span).is_ok(), "{span:?}");
            }
        }
        out.push_str(&line(&article, &found));
        out.push('\n');
    }
    let to = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("polnear.jsonl");
    fs::write(&to, out).unwrap();
    eprintln!("predictions: {}", to.display());
}
