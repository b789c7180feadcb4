//! The invented articles of `model/data`. Their authors wrote down the statements in them, and of
//! those in a headline, a standfirst or a caption, that they stand there: so the words of each
//! must be found in a zone of that kind, and none in clutter.

#![allow(clippy::print_stderr)]

use std::collections::BTreeMap;
use std::path::Path;

/// The article of a file, and the class and the first words of each statement in it.
fn parts(file: &str) -> Option<(&str, Vec<(&str, &str)>)> {
    let (_, rest) = file.split_once("\n## Article\n")?;
    let (article, rest) = rest.split_once("\n## Statements")?;
    let table = rest.split("\n## ").next()?;
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter_map(|line| line.strip_prefix('|')?.strip_suffix('|'))
        .map(|row| row.split('|').map(str::trim).collect())
        .collect();
    let class = rows.first()?.iter().position(|name| *name == "class")?;
    let content = rows.first()?.iter().position(|name| *name == "content")?;
    let statements = rows.iter().skip(2).filter_map(|row| {
        let words = row.get(content)?.split("[...]").next()?.trim();
        (!words.is_empty()).then_some((*row.get(class)?, words))
    });
    Some((article.trim(), statements.collect()))
}

/// Whether words of this class may stand in a zone of this kind. The items of a round-up have
/// headlines that are subheadings of the page, and what stands below one is its standfirst.
fn agrees(class: &str, zone: &str) -> bool {
    match class {
        "headline" => matches!(zone, "headline" | "subheading" | "standfirst"),
        "standfirst" => matches!(zone, "standfirst" | "subheading"),
        "caption" => zone == "caption",
        _ => true,
    }
}

#[test]
fn statements_stand_in_the_zones_that_their_authors_name() {
    let data = Path::new("../../model/data");
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut clutter = Vec::new();
    for folder in ["dev", "fiction"] {
        let mut paths: Vec<_> = std::fs::read_dir(data.join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        paths.sort();
        for path in paths {
            let file = std::fs::read_to_string(&path).unwrap();
            let Some((text, statements)) = parts(&file) else { continue };
            let article = gainsay_reader::read("article.txt", text.as_bytes())
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            for (class, words) in statements {
                let zones: Vec<&str> = article
                    .zones
                    .iter()
                    .filter(|zone| article.text.slice(zone.range).contains(words))
                    .map(|zone| zone.kind.as_str())
                    .collect();
                let count = counts.entry(class.to_owned()).or_default();
                count.0 += 1;
                count.1 += usize::from(zones.iter().any(|zone| agrees(class, zone)));
                if !zones.is_empty() && zones.iter().all(|zone| *zone == "clutter") {
                    clutter.push(format!("{}: {words}", path.display()));
                }
            }
        }
    }
    eprintln!("class: (statements, of which in such a zone): {counts:?}");
    assert!(clutter.is_empty(), "{clutter:#?}");
    for class in ["headline", "standfirst", "caption"] {
        let (all, right) = counts[class];
        // Captions without any credit read as body: photo essays, lettered pictures.
        let least = if class == "caption" { 70 } else { 80 };
        assert!(right * 100 >= all * least, "{class}: {right} of {all}");
    }
}
