//! The figures of the record on real articles, where the shared folder lies beside the checkout.
#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::path::{Path, PathBuf};
use std::process::Command;

fn shared() -> Option<PathBuf> {
    let shared = PathBuf::from("../../../shared");
    if shared.is_dir() {
        return Some(shared);
    }
    eprintln!("skipped: there is no folder ../shared beside the checkout");
    None
}

fn extract(articles: &Path, out: &Path) -> Vec<serde_json::Value> {
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["extract", "-q", articles.to_str().unwrap()])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::write(out, &output.stdout).unwrap();
    String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The scorer's figures, or `None` where there is no Python to run it.
fn score(script: &Path, args: &[&Path]) -> Option<serde_json::Value> {
    let output = match Command::new("python3").arg(script).args(args).arg("--json").output() {
        Ok(output) => output,
        Err(error) => {
            eprintln!("skipped: the scorer needs python3: {error}");
            return None;
        }
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    // A figure that nothing counts towards is NaN, which Python prints and JSON has not.
    let figures = String::from_utf8(output.stdout).unwrap().replace("NaN", "null");
    Some(serde_json::from_str(&figures).unwrap())
}

#[test]
fn the_seed_records_are_met() {
    let Some(shared) = shared() else { return };
    let (seeds, folder) = (shared.join("seeds"), tempfile::tempdir().unwrap());
    let out = folder.path().join("out.jsonl");
    let articles = extract(&seeds, &out);
    let dates: Vec<Option<&str>> =
        articles.iter().map(|a| a["published"]["value"].as_str()).collect();
    assert_eq!(dates, [None, None, None, Some("2011-09-26"), Some("2014-11-19")]);
    for article in &articles {
        for zone in article["zones"].as_array().unwrap().iter().filter(|z| z["kind"] == "clutter") {
            for statement in article["statements"].as_array().unwrap() {
                for span in statement["content"].as_array().unwrap() {
                    let apart = span["end"].as_u64() <= zone["start"].as_u64()
                        || zone["end"].as_u64() <= span["start"].as_u64();
                    assert!(apart, "a statement from clutter: {}", span["exact"]);
                }
            }
        }
    }
    let tool = shared.join("tools/score_record.py");
    let Some(figures) = score(&tool, &[&seeds.join("gold"), &seeds, &out]) else { return };
    let all = &figures["all"];
    for (figure, bar) in [("linked_f1", 84.0), ("speaker", 85.0), ("act", 70.0)] {
        assert!(all[figure].as_f64().unwrap() >= bar, "{figure}: {all}");
    }
    assert!(all["bad_spans"].as_str().unwrap().starts_with("0/"), "{all}");
}

#[test]
fn polnear_dev_is_met() {
    let Some(shared) = shared() else { return };
    let (dev, folder) = (shared.join("corpora/polnear/dev"), tempfile::tempdir().unwrap());
    let out = folder.path().join("out.jsonl");
    extract(&dev.join("text"), &out);
    let tool = shared.join("tools/score_attribution.py");
    let args = [&dev.join("text"), &dev.join("attributions"), &out];
    let Some(figures) = score(&tool, &args.map(PathBuf::as_path)) else { return };
    assert!(figures["linked"].as_f64().unwrap() >= 75.0, "{figures}");
}
