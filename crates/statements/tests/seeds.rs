//! The seeds with the spans of the gold as input: what the rules alone make of right attributions.
//!
//! Writes predictions in the form of `extract` to the target folder, to be scored with
//! `shared/tools/score_record.py`, and prints how.

#![allow(clippy::print_stderr, reason = "a test may say where its output lies")]

mod common;

use std::fs;

use common::{article, empty, line, range, shared};
use gainsay_language::Attribution;
use gainsay_statements::statements;
use serde_json::Value;

fn attributions(article: &gainsay_record::Article, gold: &Value) -> Vec<Attribution> {
    let span = |v: &Value| {
        let (start, end) = (v["start"].as_u64()?, v["end"].as_u64()?);
        Some(range(article, start, end))
    };
    let mut all = Vec::new();
    for statement in gold["statements"].as_array().into_iter().flatten() {
        // What stands alone is for the rules to find.
        let Some(cue) = span(&statement["cue_span"]) else { continue };
        let mut attribution = empty();
        attribution.cue.push(cue);
        attribution.source.extend(span(&statement["src_span"]));
        let content = statement["content_spans"].as_array().into_iter().flatten();
        attribution.content.extend(content.filter_map(span));
        all.push(attribution);
    }
    all
}

#[test]
fn the_seeds_with_the_spans_of_the_gold() {
    let Some(shared) = shared() else {
        eprintln!("skipped: ../shared is not there");
        return;
    };
    let seeds = shared.join("seeds");
    // Another folder of hand-made records in the same form may be read instead.
    let gold = std::env::var_os("GAINSAY_GOLD").map_or(seeds.join("gold"), Into::into);
    let mut out = String::new();
    let mut golds: Vec<_> =
        fs::read_dir(gold).unwrap().map(|entry| entry.unwrap().path()).collect();
    golds.sort();
    for path in golds {
        let gold: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let file = gold["file"].as_str().unwrap();
        let text = fs::read_to_string(seeds.join(file)).unwrap();
        let article = article(file, &text, true);
        let found = statements(&article, &attributions(&article, &gold), "gold");
        for statement in &found {
            for span in statement.spans() {
                assert!(article.text.range_of(span).is_ok(), "{span:?}");
            }
        }
        assert!(found.len() + 2 >= gold["statements"].as_array().unwrap().len());
        out.push_str(&line(&article, &found));
        out.push('\n');
    }
    let to = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("seeds.jsonl");
    fs::write(&to, out).unwrap();
    eprintln!("predictions: {}", to.display());
}
