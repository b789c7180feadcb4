//! The binary as its user meets it.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

fn gainsay() -> Command {
    Command::new(env!("CARGO_BIN_EXE_gainsay"))
}

fn run(args: &[&str]) -> Output {
    gainsay().args(args).output().expect("the binary runs")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn example() -> PathBuf {
    // Tests begin in the folder of their package.
    PathBuf::from("../../examples/merrow-cable")
}

fn path(path: &Path) -> &str {
    path.to_str().expect("test paths are Unicode")
}

const ARTICLE: &str = "Minister denies charge\n\nDUNMERE: Foreign Minister Ilmar Tessen said on Monday \
    that Lorrimond had never armed anybody.\n\n“We have no such base,” Tessen said.\n";

/// What `extract` says of the example, without the figures that differ in the last digit from one
/// processor to another.
#[test]
fn the_example_gives_these_statements() {
    let output = run(&["extract", path(&example())]);
    assert!(output.status.success(), "{}", stderr(&output));
    let mut page = String::new();
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let article: serde_json::Value = serde_json::from_str(line).unwrap();
        let file = Path::new(article["path"].as_str().unwrap()).file_name().unwrap();
        let known = |key: &str| article[key].as_str().unwrap_or("–").to_owned();
        let published = article["published"]["value"].as_str().unwrap_or("–");
        page.push_str(&format!(
            "{}: {} · {} · {published}\n",
            file.to_str().unwrap(),
            known("outlet"),
            known("title")
        ));
        for statement in article["statements"].as_array().unwrap() {
            let pieces: Vec<&str> = statement["content"]
                .as_array()
                .unwrap()
                .iter()
                .map(|span| span["exact"].as_str().unwrap())
                .collect();
            page.push_str(&format!(
                "  {} | {} | {} | {} | {}\n",
                statement["speaker"]["name"].as_str().unwrap(),
                statement["act"].as_str().unwrap(),
                statement["form"].as_str().unwrap(),
                statement["mode"].as_str().unwrap(),
                pieces.join(" … ")
            ));
        }
    }
    insta::assert_snapshot!("example", page);
}

#[test]
fn threads_do_not_change_a_byte() {
    let one = run(&["extract", path(&example()), "--threads", "1"]);
    for threads in ["1", "2", "2", "5"] {
        let again = run(&["extract", path(&example()), "--threads", threads]);
        assert!(again.status.success());
        assert!(one.stdout == again.stdout, "{threads} threads printed other bytes");
    }
    let folder = tempfile::tempdir().unwrap();
    let dossiers: Vec<Vec<u8>> = ["1", "2"]
        .iter()
        .map(|threads| {
            let file = folder.path().join(threads);
            let built = run(&["build", path(&example()), "-o", path(&file), "-q", "-j", threads]);
            assert!(built.status.success(), "{}", stderr(&built));
            fs::read(file).unwrap()
        })
        .collect();
    assert!(dossiers[0] == dossiers[1], "the dossiers differ");
}

#[test]
fn bad_inputs_are_named_and_cost_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let german =
        "Der Außenminister sagte am Montag, das Land habe niemals Waffen geliefert und werde \
        es auch nicht tun. Die Regierung wies die Vorwürfe zurück und forderte Beweise. "
            .repeat(6);
    let bad = [
        (file("empty.txt", b""), "empty"),
        (file("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "not text"),
        (file("latin1.txt", b"The minister\xe9 said that the charge was false.\n"), "not UTF-8"),
        (file("nul.txt", b"The minister\0\0said that it was false.\n"), "not text"),
        (file("long.txt", "word ".repeat(10_000_000).as_bytes()), "50000000"),
        (file("menu.txt", b"Home\nNews\nSport\nShare\nComments\n0\n12\n"), "navigation"),
        (file("german.txt", german.as_bytes()), "German"),
        (folder.path().join("missing.txt").to_str().unwrap().to_owned(), "cannot be read"),
        (file("bad.jsonl", b"{\"text\": 7}\n"), "text"),
    ];
    let good = file("good.txt", ARTICLE.as_bytes());
    let mut args = vec!["extract"];
    args.extend(bad.iter().map(|(path, _)| path.as_str()));
    args.push(&good);
    let output = run(&args);
    assert_eq!(output.status.code(), Some(1));
    let (messages, lines) = (stderr(&output), String::from_utf8(output.stdout.clone()).unwrap());
    assert_eq!(lines.lines().count(), 1, "the good article is done, and only that");
    let article: serde_json::Value = serde_json::from_str(&lines).unwrap();
    assert!(!article["statements"].as_array().unwrap().is_empty());
    for (path, reason) in &bad {
        let line = messages.lines().find(|line| line.contains(path.as_str()));
        let line = line.unwrap_or_else(|| panic!("{path} is not named in\n{messages}"));
        assert!(line.contains(reason), "{line} does not say {reason:?}");
    }
}

#[test]
fn quotation_marks_without_a_partner_do_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("marks.txt");
    let marks = "“He said ‘no” to \"us and “them, the minister said’ on Monday. ".repeat(300);
    fs::write(&file, format!("Minister speaks\n\n{marks}\n")).unwrap();
    let output = run(&["extract", path(&file)]);
    assert!(output.status.success(), "{}", stderr(&output));
}

#[test]
fn a_file_of_another_program_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("a.txt");
    fs::write(&article, ARTICLE).unwrap();
    let other = folder.path().join("notes.gainsay");
    fs::write(&other, "my own notes").unwrap();
    for args in [
        vec!["build", path(&article), "-o", path(&other)],
        vec!["show", path(&other)],
        vec!["verify", path(&other)],
    ] {
        let output = run(&args);
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert!(stderr(&output).contains("notes.gainsay: is not a dossier"), "{}", stderr(&output));
        assert_eq!(fs::read_to_string(&other).unwrap(), "my own notes");
    }
}

#[test]
fn a_dossier_is_built_on_and_verified() {
    let folder = tempfile::tempdir().unwrap();
    let dossier = folder.path().join("d.gainsay");
    let bad = folder.path().join("empty.txt");
    fs::write(&bad, "").unwrap();
    let built = run(&["build", path(&example()), path(&bad), "-o", path(&dossier), "--json"]);
    assert_eq!(built.status.code(), Some(1), "the empty file is missing");
    let done: serde_json::Value = serde_json::from_slice(&built.stdout).unwrap();
    assert_eq!((done["new"].as_u64(), done["failed"].as_u64()), (Some(15), Some(1)));

    let again = run(&["build", path(&example()), "-o", path(&dossier), "--json"]);
    assert_eq!(again.status.code(), Some(0));
    let done: serde_json::Value = serde_json::from_slice(&again.stdout).unwrap();
    assert_eq!((done["new"].as_u64(), done["unchanged"].as_u64()), (Some(0), Some(15)));

    let verified = run(&["verify", path(&dossier), "--json"]);
    assert_eq!(verified.status.code(), Some(0), "{}", stderr(&verified));
    let report: serde_json::Value = serde_json::from_slice(&verified.stdout).unwrap();
    assert_eq!((report["sound"].as_bool(), report["articles"].as_u64()), (Some(true), Some(15)));

    let shown = run(&["show", path(&dossier)]);
    let page = String::from_utf8(shown.stdout).unwrap();
    assert!(page.contains("15 articles"), "{page}");
    assert!(!page.contains('\u{1b}'), "no colours where there is no terminal");
    assert!(page.lines().all(|line| line.chars().count() <= 80), "80 columns");
}

#[test]
fn a_killed_build_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let dossier = folder.path().join("d.gainsay");
    for wait in [150, 400, 900] {
        let mut child = gainsay()
            .args(["build", path(&example()), "-o", path(&dossier), "-q", "-j", "1"])
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        // It may have finished by then; that is no matter.
        let _ = child.kill();
        child.wait().unwrap();
        if dossier.exists() && fs::metadata(&dossier).unwrap().len() > 0 {
            let verified = run(&["verify", path(&dossier)]);
            // Killed before it had its tables it is none.
            let none = stderr(&verified).contains("there is no such dossier");
            assert!(verified.status.success() || none, "{}", stderr(&verified));
        }
    }
    assert!(run(&["build", path(&example()), "-o", path(&dossier), "-q"]).status.success());
    let whole = folder.path().join("whole.gainsay");
    assert!(run(&["build", path(&example()), "-o", path(&whole), "-q"]).status.success());
    let shown = |file: &Path| run(&["show", path(file), "--all", "--json"]).stdout;
    assert!(shown(&dossier) == shown(&whole), "a resumed build gives another dossier");
}

#[test]
fn standard_input_is_read_and_a_closed_pipe_is_no_failure() {
    let mut child = gainsay()
        .args(["extract", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(ARTICLE.as_bytes()).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let article: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(article["path"], "-");
    assert_eq!(article["title"], "Minister denies charge");

    let mut child = gainsay()
        .args(["extract", path(&example())])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
}

#[test]
fn wrong_arguments_exit_with_two() {
    for args in [&["extract"][..], &["build", "a.txt"], &["show"], &["extract", "a", "--with", "x"]]
    {
        assert_eq!(run(args).status.code(), Some(2), "{args:?}");
    }
    let act = run(&["show", "x.gainsay", "--act", "shout"]);
    assert_eq!(act.status.code(), Some(2));
    assert!(stderr(&act).contains("the acts are accuse"), "{}", stderr(&act));
}
