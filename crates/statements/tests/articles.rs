//! The articles under `tests/articles`, each with the statements expected of it, through the whole
//! walk: reader, model, rules.
//!
//! What the program misses is kept in a snapshot, so that neither a loss nor a gain goes unseen,
//! and the share of statements that are wholly right may not fall.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use gainsay_language::Tagger;
use gainsay_record::{Span, Statement};

/// One row of a table.
struct Expected {
    speaker: String,
    acts: Vec<String>,
    form: String,
    source: String,
    content: Vec<String>,
}

/// One page: the article, what is expected of it, and lines that may give no statement.
struct Page {
    article: String,
    expected: Vec<Expected>,
    none_from: Vec<String>,
}

fn page(text: &str) -> Page {
    let (_, rest) = text.split_once("\n## Article\n\n").expect("a section Article");
    let (article, tables) = rest.split_once("\n\n## Statements\n").expect("a section Statements");
    let (table, none_from) = tables.split_once("\n## None from\n").unwrap_or((tables, ""));
    let rows = table.lines().filter(|line| line.starts_with('|')).skip(2);
    let expected = rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [speaker, acts, form, source, _cue, content] = cells[..] else {
            panic!("six cells expected: {row}")
        };
        Expected {
            speaker: speaker.to_owned(),
            acts: acts.split('/').map(str::to_owned).collect(),
            form: form.to_owned(),
            source: source.to_owned(),
            content: content.split(" [...] ").map(str::to_owned).collect(),
        }
    });
    Page {
        article: article.to_owned(),
        expected: expected.collect(),
        none_from: none_from
            .lines()
            .filter_map(|l| l.strip_prefix("- "))
            .map(str::to_owned)
            .collect(),
    }
}

/// Letters of some pieces of text, by place, where the pieces are looked up in the article.
fn letters<'a>(article: &str, pieces: impl Iterator<Item = &'a str>) -> Vec<BTreeSet<usize>> {
    pieces
        .map(|piece| {
            article.match_indices(piece).flat_map(|(at, _)| at..at + piece.len()).collect()
        })
        .collect()
}

fn bytes(article: &gainsay_record::Article, spans: &[Span]) -> BTreeSet<usize> {
    spans
        .iter()
        .flat_map(|span| {
            let range = article.text.range_of(span).expect("every span is true");
            range.start..range.end
        })
        .collect()
}

/// Whether the statement has the content of the row, by half or more, and its source.
fn matches(row: &Expected, found: &Statement, article: &gainsay_record::Article) -> bool {
    let text = article.text.as_str();
    let wanted = letters(text, row.content.iter().map(String::as_str));
    let wanted: BTreeSet<usize> = wanted.into_iter().flatten().collect();
    let content = bytes(article, &found.content);
    let common = wanted.intersection(&content).count();
    let source = bytes(article, &found.source);
    let same_source = if row.source.is_empty() {
        source.is_empty()
    } else {
        letters(text, std::iter::once(row.source.as_str())).iter().any(|s| !s.is_disjoint(&source))
    };
    same_source && 4 * common >= wanted.len() + content.len()
}

#[test]
fn articles_give_the_statements_expected_of_them() {
    let tagger = Tagger::embedded().expect("the weights are sound");
    let folder = Path::new("tests/articles");
    let mut paths: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let (mut rows, mut right, mut misses) = (0, 0, String::new());
    for path in &paths {
        let name = path.file_stem().unwrap().to_string_lossy();
        let page = page(&fs::read_to_string(path).unwrap());
        let article = gainsay_reader::read(&name, page.article.as_bytes())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut found = gainsay_statements::extract(&tagger, &article).unwrap().statements;
        for line in &page.none_from {
            for statement in &found {
                let inside = statement.content.iter().any(|span| line.contains(&span.exact));
                assert!(!inside, "{name}: a statement was taken from clutter: {line}");
            }
        }
        let mut miss = |what: String| writeln!(misses, "{name}: {what}").unwrap();
        for row in &page.expected {
            rows += 1;
            let words = row.content.join(" … ");
            let Some(at) = found.iter().position(|s| matches(row, s, &article)) else {
                miss(format!("not found: {} {}: {words}", row.speaker, row.acts.join("/")));
                continue;
            };
            let statement = found.remove(at);
            let mut wrong = Vec::new();
            if statement.speaker.name != row.speaker {
                wrong.push(format!("speaker {:?}, not {:?}", statement.speaker.name, row.speaker));
            }
            if !row.acts.iter().any(|act| act == statement.act.as_str()) {
                wrong.push(format!("act {}, not {}", statement.act, row.acts.join("/")));
            }
            if statement.form.as_str() != row.form {
                wrong.push(format!("form {}, not {}", statement.form.as_str(), row.form));
            }
            if wrong.is_empty() {
                right += 1;
            } else {
                miss(format!("{}: {words}", wrong.join("; ")));
            }
        }
        for statement in found {
            let content: Vec<&str> = statement.content.iter().map(|s| s.exact.as_str()).collect();
            miss(format!("not expected: {}: {}", statement.speaker.name, content.join(" … ")));
        }
    }
    insta::assert_snapshot!("misses", format!("{right} of {rows} wholly right\n{misses}"));
}
