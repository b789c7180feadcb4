//! `gainsay export` on the example.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn run(args: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay")).args(args).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn example() -> std::path::PathBuf {
    "../../examples/merrow-cable".into()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("–")
}

/// Every id that a line refers to.
fn references(line: &Value) -> Vec<&str> {
    let mut found = Vec::new();
    let mut stack = vec![line];
    while let Some(value) = stack.pop() {
        match value {
            Value::Array(list) => stack.extend(list),
            Value::Object(fields) => {
                for (key, value) in fields {
                    let refers = [
                        "article",
                        "story",
                        "copy_of",
                        "party",
                        "echo",
                        "statement",
                        "statements",
                        "articles",
                        "earliest",
                        "nearest",
                        "asserted_by",
                        "denied_by",
                        "admitted_in_part_by",
                        "related",
                        "allegation",
                    ];
                    if refers.contains(&key.as_str()) {
                        found.extend(value.as_str());
                        found.extend(
                            value.as_array().into_iter().flatten().filter_map(Value::as_str),
                        );
                    }
                    stack.push(value);
                }
            }
            _ => {}
        }
    }
    found
}

#[test]
fn the_example_is_exported_whole_and_the_same_whatever_the_order() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let mut files: Vec<String> = std::fs::read_dir(example())
        .unwrap()
        .map(|entry| entry.unwrap().path().display().to_string())
        .collect();
    files.sort();
    let build = |file: &str, paths: &[String]| {
        let mut args = vec!["build", "-q", "-o", file];
        args.extend(paths.iter().map(String::as_str));
        run(&args);
    };
    let (one, two) = (at("one"), at("two"));
    build(&one, &files);
    files.reverse();
    let (first, rest) = files.split_at(4);
    build(&two, first);
    build(&two, rest);
    let exported = run(&["export", &one]);
    assert!(exported == run(&["export", &two]), "order and runs left a trace");
    run(&["verify", &two]);

    let lines: Vec<Value> = String::from_utf8(exported)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let ids: BTreeSet<&str> = lines.iter().filter_map(|line| line["id"].as_str()).collect();
    // Answers and positions are named by what they join.
    let joins = |line: &&Value| line["type"] == "answer" || line["type"] == "position";
    let joining = lines.iter().filter(joins).count();
    assert_eq!(ids.len() + joining, lines.len(), "every other line has an id of its own");
    for line in &lines {
        let ends = ["from", "to"].map(|end| line[end].as_str()).into_iter().flatten();
        let ends = ends.filter(|_| line["type"] == "answer");
        let principals = line["speaks_for"].as_array().into_iter().flatten();
        let ends = ends.chain(principals.filter_map(Value::as_str));
        for id in references(line).into_iter().chain(ends) {
            assert!(ids.contains(id), "{id} is nowhere, in {line}");
        }
    }
    insta::assert_snapshot!("export", page(&lines));
}

/// The lines for a reader: what is of which type, who has which stories and echoes.
fn page(lines: &[Value]) -> String {
    let by_id: BTreeMap<&str, &Value> =
        lines.iter().filter_map(|line| Some((line["id"].as_str()?, line))).collect();
    let file = |id: &Value| {
        let path = Path::new(by_id[id.as_str().unwrap()]["path"].as_str().unwrap());
        path.file_name().unwrap().to_str().unwrap().to_owned()
    };
    let mut page = String::new();
    for kind in
        ["article", "statement", "party", "echo", "allegation", "answer", "position", "story"]
    {
        let of = lines.iter().filter(|line| line["type"] == kind).count();
        page += &format!("{kind}: {of}\n");
    }
    for line in lines {
        match line["type"].as_str() {
            Some("article") if line["published"]["basis"] == "inferred" => {
                let date = &line["published"];
                page += &format!(
                    "{} published {}, {} to {}\n",
                    file(&line["id"]),
                    text(&date["value"]),
                    text(&date["not_before"]),
                    text(&date["not_after"])
                );
            }
            Some("article") if line["copy_of"].is_string() => {
                page += &format!("{} copies {}\n", file(&line["id"]), file(&line["copy_of"]));
            }
            Some("story") => {
                let articles: Vec<String> =
                    line["articles"].as_array().unwrap().iter().map(file).collect();
                page += &format!("story: {}\n", articles.join(", "));
            }
            Some("echo") => {
                page += "echo:\n";
                for id in line["statements"].as_array().unwrap() {
                    let said = by_id[id.as_str().unwrap()];
                    let content: Vec<&str> = said["content"]
                        .as_array()
                        .unwrap()
                        .iter()
                        .map(|span| text(&span["exact"]))
                        .collect();
                    page += &format!(
                        "  {} | {} | {}\n",
                        file(&said["article"]),
                        text(&said["speaker"]["name"]),
                        content.join(" … ")
                    );
                }
            }
            _ => {}
        }
    }
    page
}

#[test]
fn echoes_are_told_as_export_has_them() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("d.gainsay").display().to_string();
    let wire = |name: &str| example().join(name).display().to_string();
    let (whole, cut) = (
        wire("06-skarn-courier-wire-evidence.txt"),
        wire("05-harbour-post-wire-evidence-short.txt"),
    );
    run(&["build", "-q", "-o", &file, &whole, &cut, &wire("12-meridian-wire-strait-closed.txt")]);

    let told: Vec<Value> = serde_json::from_slice(&run(&["echoes", &file, "--json"])).unwrap();
    let exported: BTreeMap<String, Value> = String::from_utf8(run(&["export", &file]))
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .filter(|line| line["type"] == "echo")
        .map(|line| (text(&line["id"]).to_owned(), line))
        .collect();
    assert!(!told.is_empty() && told.len() == exported.len());
    for echo in &told {
        let line = &exported[text(&echo["id"])];
        for key in ["statements", "earliest", "reports", "originals"] {
            assert_eq!(echo[key], line[key]);
        }
        let reports = echo["told"].as_array().unwrap();
        assert_eq!(echo["earliest"], reports[0]["statement"]);
        assert!(reports[0]["nearest"].is_null(), "nothing is earlier than the earliest");
        for (report, drift) in reports[1..].iter().zip(line["drift"].as_array().unwrap()) {
            for key in ["statement", "nearest", "kind", "reason", "differences"] {
                assert_eq!(report[key], drift[key]);
            }
        }
        let originals: BTreeSet<&str> = reports.iter().map(|of| text(&of["original"])).collect();
        assert_eq!(echo["originals"], originals.len(), "a copy is no report of its own");
    }
    let page = String::from_utf8(run(&["echoes", &file])).unwrap();
    assert!(page.lines().all(|line| line.chars().count() <= 80), "80 columns: {page}");
    assert_eq!(page.matches("the earliest").count(), told.len(), "{page}");
    assert!(page.contains("independent, ") && page.contains("· in full"), "{page}");
    assert!(page.contains(&format!("{} utterances reported more than once", told.len())), "{page}");
}
