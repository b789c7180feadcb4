//! Adding: whole articles, again, changed, in any order, from two files.

mod common;

use common::{MADE_BY, add, article, contents, denial, statement};
use gainsay_dossier::{Added, Dossier, Error, Origin, fingerprint};
use gainsay_record::{Article, Statement};
use proptest::prelude::*;

#[test]
fn what_is_added_reads_back_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("d.gainsay");
    let (article, statements) = denial("a.txt", "");
    let mut dossier = Dossier::open(&path).unwrap();
    assert_eq!(add(&mut dossier, &(article.clone(), statements.clone())).unwrap(), Added::New);
    dossier.close().unwrap();

    let dossier = Dossier::open_read_only(&path).unwrap();
    let back = dossier.article(&article.id()).unwrap().unwrap();
    assert_eq!(back, (article.clone(), statements));
    let counts = dossier.counts().unwrap();
    assert_eq!((counts.articles, counts.statements, counts.by_unknown), (1, 1, 0));
    let parties = dossier.parties().unwrap();
    assert_eq!(parties[0].name, "Mara Dorn");
    assert_eq!(parties[0].roles[0].title, "Foreign Minister");
    assert!(parties.iter().any(|party| Some(&party.id) == parties[0].principal.as_ref()));
    assert!(dossier.verify(|_, _| {}).unwrap().is_sound());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "one file");
}

#[test]
fn an_unchanged_file_is_current_and_another_version_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut dossier = Dossier::open(folder.path().join("d")).unwrap();
    let one = denial("a.txt", "");
    let sha256 = fingerprint(one.0.text.as_str().as_bytes());
    assert!(!dossier.is_current("a.txt", &sha256, MADE_BY).unwrap());
    add(&mut dossier, &one).unwrap();
    assert!(dossier.is_current("a.txt", &sha256, MADE_BY).unwrap());
    assert!(!dossier.is_current("a.txt", &sha256, "gainsay next").unwrap());
    assert!(!dossier.is_current("a.txt", &fingerprint(b""), MADE_BY).unwrap());
}

#[test]
fn a_changed_file_replaces_its_article_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (folder.path().join("one"), folder.path().join("two"));
    let mut dossier = Dossier::open(&one).unwrap();
    add(&mut dossier, &denial("a.txt", "before")).unwrap();
    let other = article("a.txt", "“Never,” said Ilmar Tesk.");
    let said = statement(&other, "Ilmar Tesk", ["Ilmar Tesk", "said", "“Never,”"]);
    let after = (other, vec![said]);
    assert_eq!(add(&mut dossier, &after).unwrap(), Added::Replaced);
    assert!(dossier.verify(|_, _| {}).unwrap().is_sound());
    drop(dossier);

    add(&mut Dossier::open(&two).unwrap(), &after).unwrap();
    assert_eq!(contents(&one), contents(&two));
}

#[test]
fn two_files_of_one_article_are_one_article_whichever_comes_first() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (folder.path().join("one"), folder.path().join("two"));
    // The same id, yet not the same in all: the id is not made of the authors.
    let first = denial("a.txt", "");
    let mut second = denial("b.txt", "");
    second.0.authors.clear();

    let mut dossier = Dossier::open(&one).unwrap();
    assert_eq!(add(&mut dossier, &first).unwrap(), Added::New);
    assert_eq!(add(&mut dossier, &second).unwrap(), Added::Copy);
    assert_eq!(dossier.articles().unwrap()[0].paths, ["a.txt", "b.txt"]);
    let mut dossier = Dossier::open(&two).unwrap();
    add(&mut dossier, &second).unwrap();
    add(&mut dossier, &first).unwrap();
    assert_eq!(contents(&one), contents(&two));

    // The path that decided now gives another article: the one that is left is read again.
    add(&mut dossier, &denial("a.txt", "changed")).unwrap();
    let sha256 = fingerprint(second.0.text.as_str().as_bytes());
    assert!(!dossier.is_current("b.txt", &sha256, MADE_BY).unwrap());
    assert_eq!(dossier.counts().unwrap().articles, 2);
    assert!(dossier.verify(|_, _| {}).unwrap().is_sound());
}

#[test]
fn another_version_of_the_program_redoes_the_article() {
    let folder = tempfile::tempdir().unwrap();
    let mut dossier = Dossier::open(folder.path().join("d")).unwrap();
    let (article, mut statements) = denial("a.txt", "");
    add(&mut dossier, &(article.clone(), statements.clone())).unwrap();
    statements[0].speaker.name = "Mara Dornova".to_owned();
    let sha256 = fingerprint(article.text.as_str().as_bytes());
    let origin = Origin { sha256: &sha256, made_by: "gainsay next" };
    assert_eq!(dossier.add(&article, &statements, origin).unwrap(), Added::Replaced);
    let names: Vec<_> = dossier.parties().unwrap().into_iter().map(|party| party.name).collect();
    assert!(names.contains(&"Mara Dornova".to_owned()) && !names.contains(&"Mara Dorn".to_owned()));
    assert!(dossier.verify(|_, _| {}).unwrap().is_sound());
}

#[test]
fn a_span_that_is_not_in_the_text_is_refused_and_nothing_changes() {
    let folder = tempfile::tempdir().unwrap();
    let mut dossier = Dossier::open(folder.path().join("d")).unwrap();
    add(&mut dossier, &denial("a.txt", "")).unwrap();
    let mut bad = denial("b.txt", "more");
    bad.1[0].content[0].exact = "“Ever,”".to_owned();
    let error = add(&mut dossier, &bad).unwrap_err();
    assert!(matches!(error, Error::Refused { .. }) && !error.is_fatal());
    let message = error.to_string();
    assert!(message.starts_with("b.txt: not taken into the dossier: statement "), "{message}");
    assert!(message.contains("should read \"“Ever,”\", the text has \"“Nevér,”\""), "{message}");
    assert_eq!(dossier.counts().unwrap().articles, 1);
    let twice = denial("c.txt", "twice");
    let twice = (twice.0, [twice.1.clone(), twice.1].concat());
    assert!(add(&mut dossier, &twice).unwrap_err().to_string().contains("it is there twice"));
}

#[test]
fn contents_are_found_by_their_words_also_after_a_change() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("d");
    let mut dossier = Dossier::open(&path).unwrap();
    add(&mut dossier, &denial("a.txt", "one")).unwrap();
    add(&mut dossier, &denial("a.txt", "two")).unwrap();
    drop(dossier);
    let conn = rusqlite::Connection::open(&path).unwrap();
    let found: i64 = conn
        .query_row(
            "SELECT count(*) FROM statement_fts JOIN statement ON number = statement_fts.rowid
             WHERE statement_fts MATCH 'content:never'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(found, 1);
}

/// Names that join and part as articles come and go.
const NAMES: [&str; 9] =
    ["Dorn", "DORN", "unknown", "¿?", "Mara Dorn", "Ilmar Dorn", "M. Dorn", "Velmark Army", "Army"];

fn any_article() -> impl Strategy<Value = (Article, Vec<Statement>)> {
    let text = "\\PC{0,80}|[a-z “”é𝄞\u{0}\u{202e}\u{feff}\n]{0,120}";
    (text, "[a-d]", proptest::collection::vec((0usize..200, 0usize..200, 0..NAMES.len()), 0..5))
        .prop_map(|(text, path, cuts)| {
            let article = article(&path, &text);
            let edges: Vec<usize> =
                text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
            let mut statements: Vec<Statement> = Vec::new();
            for (a, b, who) in cuts {
                let (a, b) = (edges[a % edges.len()], edges[b % edges.len()]);
                let words = &text[a.min(b)..a.max(b)];
                let name = NAMES[who];
                let said = statement(&article, name, [words, "", words]);
                if statements.iter().all(|other| other.id != said.id) {
                    statements.push(said);
                }
            }
            (article, statements)
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Any text, any spans, any order, files changed on the way: what the files gave last is what
    /// the dossier holds, and all of it can be proved.
    #[test]
    fn arbitrary_articles_store_and_verify(
        articles in proptest::collection::vec(any_article(), 1..8),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (folder.path().join("one"), folder.path().join("two"));
        let mut dossier = Dossier::open(&one).unwrap();
        for article in &articles {
            add(&mut dossier, article).unwrap();
        }
        let report = dossier.verify(|_, _| {}).unwrap();
        prop_assert_eq!(&report.failures, &[]);
        let mut last: Vec<&(Article, Vec<Statement>)> = Vec::new();
        for article in articles.iter().rev() {
            if last.iter().all(|(other, _)| other.path != article.0.path) {
                last.push(article);
            }
        }
        for (article, statements) in &last {
            let (back, said) = dossier.article(&article.id()).unwrap().unwrap();
            prop_assert_eq!(back.text, article.text.clone());
            // Where no other file ever gave the same text, what it said is all there.
            if articles.iter().filter(|(other, _)| other.id() == article.id()).count() == 1 {
                prop_assert_eq!(&said, statements);
            }
        }
        // Counting as articles come and go gives what linking all of them at once gives.
        let now: Vec<_> = dossier.articles().unwrap().into_iter()
            .map(|entry| (entry.id, dossier.article(&entry.id).unwrap().unwrap().1))
            .collect();
        let texts: Vec<String> = now
            .iter()
            .map(|(id, _)| dossier.text(id).unwrap().unwrap().as_str().to_owned())
            .collect();
        let linked = gainsay_link::all_parties(
            now.iter().zip(&texts).map(|((id, said), text)| (id, text.as_str(), &said[..])),
        );
        let parties = dossier.parties().unwrap();
        prop_assert_eq!(parties.len(), linked.len());
        for party in parties {
            let expected = &linked[&party.id];
            prop_assert_eq!(&party.name, &expected.name);
            prop_assert_eq!(&party.speaks_for_parties, &expected.speaks_for);
        }
        drop(dossier);

        // The other way round, where every path gives one article.
        if last.len() == articles.len() {
            let mut dossier = Dossier::open(&two).unwrap();
            for article in articles.iter().rev() {
                add(&mut dossier, article).unwrap();
            }
            drop(dossier);
            prop_assert_eq!(contents(&one), contents(&two));
        }
    }
}
