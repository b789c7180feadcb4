//! Kills, full disks, other programs' files, tampering.

mod common;

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use common::{add, contents, denial};
use gainsay_dossier::{APPLICATION_ID, Dossier, Error, FileState};
use rusqlite::Connection;

#[test]
fn what_is_no_dossier_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("notes.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE notes (x)").unwrap();
    let text = folder.path().join("a.txt");
    std::fs::write(&text, "SQLite format 3, they said.").unwrap();
    for (path, expected) in [(&other, "of another program"), (&text, "another kind of file")] {
        let before = std::fs::read(path).unwrap();
        for opened in
            [Dossier::open(path), Dossier::open_existing(path), Dossier::open_read_only(path)]
        {
            let message = opened.unwrap_err().to_string();
            assert!(message.contains(expected), "{message}");
            assert!(message.starts_with(&path.display().to_string()), "{message}");
        }
        assert_eq!(std::fs::read(path).unwrap(), before);
    }
    let message = Dossier::open(folder.path()).unwrap_err().to_string();
    assert!(message.contains("it is a folder or a device"), "{message}");
    let nowhere = folder.path().join("no/such/d.gainsay");
    let message = Dossier::open(&nowhere).unwrap_err().to_string();
    assert!(message.contains("No such file or directory"), "{message}");
    assert!(matches!(Dossier::open_existing(&nowhere), Err(Error::Missing { .. })));
}

#[test]
fn a_newer_dossier_is_refused_and_an_empty_file_becomes_a_dossier() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("d");
    std::fs::write(&path, "").unwrap();
    Dossier::open(&path).unwrap().close().unwrap();
    Dossier::open_existing(&path).unwrap();
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 3).unwrap();
    assert!(matches!(Dossier::open(&path), Err(Error::Newer { found: 3, .. })));
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 1).unwrap();
    assert!(matches!(Dossier::open(&path), Err(Error::Older { found: 1, .. })));
    let header = std::fs::read(&path).unwrap();
    assert_eq!(header[68..72], APPLICATION_ID.to_be_bytes());
}

/// What a kill leaves while the tables are made: pages of them, and the journal that takes them back.
#[test]
fn one_that_was_killed_while_it_was_made_is_none_and_becomes_one() {
    let folder = tempfile::tempdir().unwrap();
    let [making, path] = ["making", "d"].map(|name| folder.path().join(name));
    let journal = |of: &std::path::Path| {
        of.with_file_name(format!("{}-journal", of.file_stem().unwrap().display()))
    };
    let conn = Connection::open(&making).unwrap();
    conn.execute_batch("PRAGMA cache_size = 1; BEGIN; CREATE TABLE article (text);").unwrap();
    conn.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    conn.pragma_update(None, "user_version", 2).unwrap();
    let fill = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
        INSERT INTO article SELECT zeroblob(4000) FROM n";
    conn.execute_batch(fill).unwrap();
    let undo = std::fs::read(journal(&making)).unwrap();
    conn.execute_batch("COMMIT").unwrap();
    let leave = || {
        std::fs::copy(&making, &path).unwrap();
        std::fs::write(journal(&path), &undo).unwrap();
    };
    leave();
    assert!(matches!(Dossier::open_read_only(&path), Err(Error::Missing { .. })));
    leave();
    let mut dossier = Dossier::open(&path).unwrap();
    add(&mut dossier, &denial("a.txt", "")).unwrap();
    assert!(dossier.verify(|_, _| {}).unwrap().is_sound());
}

#[test]
fn a_full_disk_says_what_is_kept_and_keeps_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("d");
    let mut dossier = Dossier::open(&path).unwrap();
    add(&mut dossier, &denial("a.txt", "")).unwrap();
    dossier.limit_size(200_000).unwrap();
    let big = denial("b.txt", &"More of the same. ".repeat(20_000));
    let message = add(&mut dossier, &big).unwrap_err().to_string();
    assert!(
        message.contains("the disk is full. The one article already in the dossier is kept"),
        "{message}"
    );
    assert!(dossier.verify(|_, _| {}).unwrap().is_sound());
    drop(dossier);
    let mut dossier = Dossier::open(&path).unwrap();
    add(&mut dossier, &big).unwrap();
    assert_eq!(dossier.counts().unwrap().articles, 2);
}

#[test]
fn two_builds_at_once_wait_for_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("d");
    std::thread::scope(|scope| {
        for name in ["a", "b"] {
            let path = &path;
            scope.spawn(move || {
                let mut dossier = Dossier::open(path).unwrap();
                for i in 0..10 {
                    add(&mut dossier, &denial(&format!("{name}{i}"), &format!("{name}{i}")))
                        .unwrap();
                }
            });
        }
    });
    let dossier = Dossier::open_read_only(&path).unwrap();
    assert_eq!(dossier.counts().unwrap().articles, 20);
    assert!(dossier.verify(|_, _| {}).unwrap().is_sound());
}

#[test]
fn a_reader_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("d");
    Dossier::open(&path).unwrap().close().unwrap();
    let mut dossier = Dossier::open_read_only(&path).unwrap();
    let error = add(&mut dossier, &denial("a", "")).unwrap_err();
    assert!(matches!(error, Error::ReadOnly { .. }), "{error}");
}

/// The child of the test below: adds articles until it is killed.
#[test]
#[ignore = "runs until killed; started by a_killed_build_goes_on_where_it_stopped"]
fn add_for_ever() {
    let Ok(path) = std::env::var("GAINSAY_TEST_DOSSIER") else { return };
    let mut dossier = Dossier::open(path).unwrap();
    for i in 0.. {
        let tail = format!("{i} {}", "and so on. ".repeat(400));
        add(&mut dossier, &denial(&format!("{i:06}.txt"), &tail)).unwrap();
        use std::io::Write;
        writeln!(std::io::stdout(), "added {i}").unwrap();
    }
}

#[test]
fn a_killed_build_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("d");
    let mut kept = 0;
    for round in 1u64..=6 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "--nocapture", "add_for_ever"])
            .env("GAINSAY_TEST_DOSSIER", &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let told = lines.by_ref().map_while(Result::ok).filter(|line| line.starts_with("added"));
        let told = told.take(3 * round as usize).count() as u64;
        std::thread::sleep(std::time::Duration::from_micros(700 * round));
        child.kill().unwrap();
        child.wait().unwrap();

        let dossier = Dossier::open_read_only(&path).unwrap();
        let counts = dossier.counts().unwrap();
        assert!(counts.articles >= told.max(kept), "what was told of is kept");
        assert_eq!(counts.articles, counts.statements);
        assert!(dossier.verify(|_, _| {}).unwrap().is_sound());
        kept = counts.articles;
    }
    // What a kill leaves beside the dossier goes with the next article.
    add(&mut Dossier::open(&path).unwrap(), &denial("last.txt", "last")).unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "one file");
}

#[test]
fn verify_finds_what_was_tampered_with() {
    for (sql, expected) in [
        ("UPDATE span SET exact = 'Ever' WHERE role = 'content'", "should read \"Ever\""),
        ("UPDATE span SET start = 99999 WHERE role = 'cue'", "lies outside the text"),
        ("UPDATE article SET text = replace(text, 'N', 'n')", "its id is not made from"),
        ("UPDATE statement SET content = 'Always'", "its words are not those of its spans"),
        ("UPDATE statement SET act = 'shrug'", "shrug"),
        ("UPDATE statement SET confidence = 7.0", "not a probability"),
        ("UPDATE zone SET start = 3, \"end\" = 1", "lies outside the text"),
        ("DELETE FROM mention WHERE role = 'via'", "belongs to nothing"),
        ("UPDATE mention SET name = 'Someone' WHERE role = 'target'", "is taken for another name"),
        ("UPDATE mention SET party = NULL", "linked to another party than their name"),
        ("UPDATE form SET party = (SELECT max(party) FROM form)", "is linked to another party"),
        ("UPDATE form SET key = 'somebody else'", "is not made from it"),
        ("UPDATE local SET home = '[\"narnia\"]'", "is not what is kept"),
        ("UPDATE party SET name = 'Someone Else'", "is not what is counted of it"),
        ("UPDATE form_fact SET reports = 40", "is wrong"),
        ("DELETE FROM file", "no file gives this article"),
        ("DELETE FROM zone; DELETE FROM article", "refers to a article that is not there"),
        ("DROP INDEX statement_act", "statement_act is missing or altered"),
        (
            "DROP TRIGGER statement_fts_delete; DELETE FROM statement",
            "holds 1 statements, there are 0",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("d");
        add(&mut Dossier::open(&path).unwrap(), &denial("a.txt", "")).unwrap();
        let conn = Connection::open(&path).unwrap();
        conn.pragma_update(None, "foreign_keys", false).unwrap();
        conn.execute_batch(sql).unwrap();
        drop(conn);
        let report = Dossier::open_read_only(&path).unwrap().verify(|_, _| {}).unwrap();
        let told: Vec<_> = report.failures.iter().map(|failure| failure.what.as_str()).collect();
        assert!(told.iter().any(|what| what.contains(expected)), "{sql}: {told:#?}");
    }
}

#[test]
fn verify_finds_links_that_do_not_follow() {
    for (sql, expected) in [
        ("DELETE FROM echo_key WHERE key = (SELECT min(key) FROM echo_key)", "one of its keys"),
        ("UPDATE echo_link SET score = 0.1", "linked otherwise than its words say"),
        ("UPDATE copy_member SET earliest = 2, nearest = NULL", "is in another group"),
        ("DELETE FROM story_member WHERE item = 1", "is linked and must not be"),
        ("UPDATE echo SET id = '0123456789abcdef'", "are not made from the earliest"),
        (
            "INSERT INTO inferred_date VALUES (1, '2011', 'year', '2011-01-01', '2011-02-01', '[]')",
            "does not follow",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("d");
        let mut dossier = Dossier::open(&path).unwrap();
        for (name, tail) in [("a.txt", "one"), ("b.txt", "two")] {
            let article = common::article(
                name,
                &format!(
                    "“We have never cut any cable in the strait of Harrow,” said Dorn. {tail}"
                ),
            );
            let words = ["Dorn", "said", "“We have never cut any cable in the strait of Harrow,”"];
            let said = common::statement(&article, "Mara Dorn", words);
            add(&mut dossier, &(article, vec![said])).unwrap();
        }
        dossier.link(|_, _| {}).unwrap();
        assert_eq!(dossier.counts().unwrap().echoes, 1);
        assert!(dossier.verify(|_, _| {}).unwrap().is_sound());
        drop(dossier);
        let conn = Connection::open(&path).unwrap();
        conn.pragma_update(None, "foreign_keys", false).unwrap();
        conn.execute_batch(sql).unwrap();
        drop(conn);
        let report = Dossier::open_read_only(&path).unwrap().verify(|_, _| {}).unwrap();
        let told: Vec<_> = report.failures.iter().map(|failure| failure.what.as_str()).collect();
        assert!(told.iter().any(|what| what.contains(expected)), "{sql}: {told:#?}");
    }
}

#[test]
fn a_damaged_file_is_an_error_and_not_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("d");
    add(&mut Dossier::open(&path).unwrap(), &denial("a.txt", &"x ".repeat(9000))).unwrap();
    let whole = std::fs::read(&path).unwrap();
    for at in (4096..whole.len()).step_by(4096) {
        let mut bytes = whole.clone();
        bytes[at..at + 64].fill(0xA5);
        std::fs::write(&path, &bytes).unwrap();
        match Dossier::open_read_only(&path).and_then(|dossier| dossier.verify(|_, _| {})) {
            Ok(report) => assert!(!report.is_sound() || report.articles == 1, "{at}"),
            Err(error) => assert!(error.to_string().contains("damaged"), "{error}"),
        }
    }
    std::fs::write(&path, &whole[..5000]).unwrap();
    let opened = Dossier::open_read_only(&path).and_then(|dossier| dossier.verify(|_, _| {}));
    assert!(opened.is_err() || !opened.unwrap().is_sound());
}

#[test]
fn the_state_of_the_files_is_told_and_is_no_failure() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let mut dossier = Dossier::open(folder.path().join("d")).unwrap();
    for name in ["same", "changed", "gone"] {
        let one = denial(&at(name), name);
        std::fs::write(at(name), one.0.text.as_str()).unwrap();
        add(&mut dossier, &one).unwrap();
    }
    std::fs::write(at("changed"), "something else").unwrap();
    std::fs::remove_file(at("gone")).unwrap();
    let report = dossier.verify(|_, _| {}).unwrap();
    assert!(report.is_sound());
    for (name, state) in [
        ("changed", FileState::Changed),
        ("gone", FileState::Absent),
        ("same", FileState::Unchanged),
    ] {
        assert!(report.files.contains(&(at(name), state)), "{name}");
        assert_eq!(report.files_that_are(state), 1);
    }
}

#[test]
fn the_order_of_adding_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let articles: Vec<_> = (0..6).map(|i| denial(&format!("{i}"), &format!("{i}"))).collect();
    let (one, two, three) =
        (folder.path().join("1"), folder.path().join("2"), folder.path().join("3"));
    for (path, order) in [(&one, [0, 1, 2, 3, 4, 5]), (&two, [4, 2, 0, 5, 3, 1])] {
        let mut dossier = Dossier::open(path).unwrap();
        for i in order {
            add(&mut dossier, &articles[i]).unwrap();
        }
    }
    assert_eq!(contents(&one), contents(&two));
    let mut dossier = Dossier::open(&three).unwrap();
    for article in &articles {
        add(&mut dossier, article).unwrap();
    }
    drop(dossier);
    assert_eq!(std::fs::read(&one).unwrap(), std::fs::read(&three).unwrap(), "the same bytes");
}
