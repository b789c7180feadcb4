//! The real articles of `../shared/seeds` and the pages of `../shared/corpora/wcxb`. Both are
//! read where they lie and never copied; without them the tests say so and pass.

#![allow(clippy::print_stderr)]

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use gainsay_reader::inputs;
use gainsay_record::Article;
use serde_json::Value;

fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new("../../../shared").join(path);
    if !path.is_dir() {
        eprintln!("skipped: {} is not there", path.display());
        return None;
    }
    Some(path)
}

fn seeds() -> Option<Vec<Article>> {
    let mut paths: Vec<_> = std::fs::read_dir(shared("seeds")?)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    paths.sort();
    Some(inputs(paths).map(|source| source.unwrap().article().unwrap()).collect())
}

#[test]
fn publication_dates_are_those_on_the_page_or_none() {
    let Some(articles) = seeds() else { return };
    let dates: Vec<_> =
        articles.iter().map(|a| a.published.as_ref().map(|date| date.value.as_str())).collect();
    assert_eq!(dates, [None, None, None, Some("2011-09-26"), Some("2014-11-19")]);
}

#[test]
fn zones_agree_with_the_gold() {
    let Some(articles) = seeds() else { return };
    let gold = shared("seeds/gold").unwrap();
    let mut seen = 0;
    for article in &articles {
        let stem = PathBuf::from(&article.path).file_stem().unwrap().to_owned();
        let path = gold.join(format!("{}.gold.json", stem.to_string_lossy()));
        let Ok(file) = std::fs::read(path) else { continue };
        let gold: Value = serde_json::from_slice(&file).unwrap();
        seen += 1;
        for line in gold["clutter"].as_array().unwrap() {
            let line = line.as_str().unwrap().trim();
            let zone = article.zones.iter().find(|zone| article.text.slice(zone.range) == line);
            let kind = zone.unwrap_or_else(|| panic!("no zone {line:?}")).kind.as_str();
            assert!(matches!(kind, "clutter" | "subheading"), "{line:?} is {kind}");
        }
        for statement in gold["statements"].as_array().unwrap() {
            let start = statement["cue_span"]["start"].as_u64();
            let Some(at) = start.and_then(|at| article.text.byte(at as usize)) else { continue };
            let kind = article.zone_at(at).unwrap().kind.as_str();
            assert_eq!(kind, statement["zone"], "{}", statement["cue_span"]);
        }
        for (field, found) in [("title", &article.title), ("outlet", &article.outlet)] {
            assert_eq!(gold[field].as_str(), found.as_deref());
        }
        let authors: Vec<_> = gold["authors"].as_array().unwrap().iter().collect();
        assert_eq!(authors, article.authors.iter().collect::<Vec<_>>());
    }
    assert_eq!(seen, 2);
}

/// Token F1 of the extracted text against the page's gold text.
fn token_f1(found: &str, gold: &str) -> f64 {
    let tokens = |text: &str| {
        let mut counts = BTreeMap::new();
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            *counts.entry(word.to_lowercase()).or_insert(0i64) += 1;
        }
        counts
    };
    let (found, gold) = (tokens(found), tokens(gold));
    let common: i64 = found.iter().map(|(word, n)| *n.min(gold.get(word).unwrap_or(&0))).sum();
    let (f, g): (i64, i64) = (found.values().sum(), gold.values().sum());
    if f + g == 0 { 1.0 } else { 2.0 * common as f64 / (f + g) as f64 }
}

/// The pages are gzipped and no crate here unpacks them: `gzip` is on every machine that has them.
fn unpack(path: &PathBuf) -> Option<Vec<u8>> {
    let mut child =
        Command::new("gzip").arg("-dc").arg(path).stdout(Stdio::piped()).spawn().ok()?;
    let mut bytes = Vec::new();
    child.stdout.take()?.read_to_end(&mut bytes).ok()?;
    child.wait().ok()?.success().then_some(bytes)
}

#[test]
fn pages_give_their_text_and_date() {
    let Some(corpus) = shared("corpora/wcxb") else { return };
    let mut names: Vec<_> = std::fs::read_dir(corpus.join("html"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let every = std::env::var("WCXB_EVERY").ok().and_then(|n| n.parse().ok()).unwrap_or(3);
    let (mut pages, mut f1, mut refused) = (0, 0.0, 0);
    let (mut dated, mut right, mut wrong, mut invented) = (0, 0, 0, 0);
    let (mut titled, mut title_right) = (0, 0);
    for name in names.iter().step_by(every) {
        let id = name.split('.').next().unwrap();
        let gold = std::fs::read(corpus.join(format!("ground-truth/{id}.json"))).unwrap();
        let gold: Value = serde_json::from_slice(&gold).unwrap();
        let gold = &gold["ground_truth"];
        let Some(bytes) = unpack(&corpus.join("html").join(name)) else { return };
        pages += 1;
        let article = match gainsay_reader::read(&format!("{id}.html"), &bytes) {
            Ok(article) => article,
            Err(error) => {
                eprintln!("{error}");
                refused += 1;
                continue;
            }
        };
        let body: Vec<_> = article
            .zones
            .iter()
            .filter(|zone| zone.kind.speaks() && zone.kind.as_str() != "headline")
            .map(|zone| article.text.slice(zone.range))
            .collect();
        let score = token_f1(&body.join(" "), gold["main_content"].as_str().unwrap_or(""));
        f1 += score;
        if std::env::var("WCXB_SHOW").is_ok() {
            let date = article.published.as_ref().map(|d| d.value.as_str());
            eprintln!("{id} {score:.3} {date:?} gold {}", gold["publish_date"]);
        }
        let found = article.published.as_ref().map(|date| date.value.as_str());
        match (gold["publish_date"].as_str(), found) {
            (Some(gold), found) => {
                dated += 1;
                right += i32::from(found == gold.get(..10));
                wrong += i32::from(found.is_some() && found != gold.get(..10));
            }
            (None, found) => invented += i32::from(found.is_some()),
        }
        if let Some(gold) = gold["title"].as_str() {
            titled += 1;
            let fold = |s: &str| s.to_lowercase().split_whitespace().collect::<String>();
            title_right += i32::from(article.title.as_deref().map(fold) == Some(fold(gold)));
        }
    }
    eprintln!(
        "{pages} pages, {refused} refused; token F1 {:.3}; of {dated} dates {right} right, \
         {wrong} wrong; {invented} found where the gold has none; titles {title_right}/{titled}",
        f1 / f64::from(pages)
    );
    assert!(f1 / f64::from(pages) > 0.8);
    assert!(f64::from(right) > 0.75 * f64::from(dated));
    assert!(f64::from(wrong) < 0.1 * f64::from(dated));
}
