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

/// Everything that `gainsay export` prints of a dossier of these articles.
fn export(articles: &Path, dossier: &Path) -> Vec<serde_json::Value> {
    let run = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_gainsay")).args(args).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let dossier = dossier.to_str().unwrap();
    run(&["build", "-q", articles.to_str().unwrap(), "-o", dossier]);
    run(&["export", dossier]).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_five_seeds_are_one_dispute() {
    let Some(shared) = shared() else { return };
    let folder = tempfile::tempdir().unwrap();
    let all = export(&shared.join("seeds"), &folder.path().join("seeds.gainsay"));
    let of = |kind: &'static str| all.iter().filter(move |it| it["type"] == kind);
    let words = |it: &serde_json::Value| it.as_str().unwrap_or_default().to_owned();
    for name in [
        "Mullen",
        "Malik",
        "Toner",
        "Rathke",
        "Ghafoor",
        "Dunford",
        "Inter-Services Intelligence",
        "spy agency",
        "State Department",
        "Haqqani network",
    ] {
        let called = |party: &&serde_json::Value| {
            let aliases = party["aliases"].as_array().unwrap().iter().map(words);
            aliases.chain([words(&party["name"])]).any(|known| known.contains(name))
        };
        let found: Vec<_> = of("party").filter(called).map(|party| &party["name"]).collect();
        assert_eq!(found.len(), 1, "{name}: {found:?}");
    }
    // The charge that the issue is about, and who denies it.
    let claim = |it: &&serde_json::Value| {
        words(&it["subject"]) == "Inter-Services Intelligence"
            && it["relation"] == "supports"
            && it["object"] == "Haqqani network"
    };
    let [charge] = of("allegation").filter(claim).collect::<Vec<_>>()[..] else { panic!() };
    assert!(charge["asserted_by"].as_array().unwrap().len() >= 2, "{charge}");
    assert!(charge["denied_by"].as_array().unwrap().len() >= 3, "{charge}");
    // The agency is not silent: its state denies it.
    let silent =
        |it: &&serde_json::Value| it["allegation"] == charge["id"] && it["stance"] == "silent";
    assert_eq!(of("position").find(silent), None);
    // One utterance in three papers.
    let arm = |it: &&serde_json::Value| it["content"].to_string().contains("veritable arm");
    let arms: Vec<_> = of("statement").filter(arm).map(|it| &it["id"]).collect();
    assert_eq!(arms.len(), 3);
    let holds = |echo: &&serde_json::Value| {
        arms.iter().all(|id| echo["statements"].as_array().unwrap().contains(id))
    };
    assert_eq!(of("echo").filter(holds).count(), 1);
    // The two undated articles of 2011 are dated by the others; that of 2017 is not.
    let dates: Vec<String> =
        of("article").map(|article| words(&article["published"]["value"])).collect();
    assert_eq!(dates.iter().filter(|date| *date == "2011-09-26").count(), 3, "{dates:?}");
    assert_eq!(dates.iter().filter(|date| date.is_empty()).count(), 1, "{dates:?}");
}
