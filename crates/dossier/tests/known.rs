//! What the user knows of parties outranks what articles suggest.

mod common;

use common::{add, article, contents, statement};
use gainsay_dossier::{Dossier, KnownError, read_known};
use gainsay_record::{Article, SpeakerKind, Statement};

const FILE: &str = r#"
# Two men of one name, and an agency under two.
{"name": "Ilmar Tesk", "kind": "person", "aliases": ["The Harbour Fox"], "roles": [{"title": "Minister", "from": "2009-02-13", "to": "2011-07"}, {"title": "Envoy", "from": "2011-07"}], "speaks_for": ["Velmark"]}
{"name": "Ilmar J. Tesk", "kind": "person"}
{"name": "Salt Directorate", "kind": "organization", "aliases": ["SD", "the Brine House"]}
"#;

fn said(path: &str, name: &str, kind: SpeakerKind) -> (Article, Vec<Statement>) {
    let article = article(path, &format!("“Never,” said Tesk of {path}."));
    let mut said = statement(&article, name, ["Tesk", "said", "“Never,”"]);
    said.speaker.kind = kind;
    (article, vec![said])
}

fn articles() -> Vec<(Article, Vec<Statement>)> {
    let (person, body) = (SpeakerKind::Person, SpeakerKind::Organization);
    [
        ("a", "Ilmar Tesk", person),
        ("b", "Harbour Fox", person),
        ("c", "Ilmar J. Tesk", person),
        ("d", "Brine House", body),
        ("e", "SD", body),
        ("f", "Tesk", person),
    ]
    .into_iter()
    .map(|(path, name, kind)| said(path, name, kind))
    .collect()
}

#[test]
fn known_names_are_one_party_and_known_parties_are_never_one() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (folder.path().join("one"), folder.path().join("two"));
    let known = read_known(FILE).unwrap();

    let mut dossier = Dossier::open(&one).unwrap();
    for article in &articles() {
        add(&mut dossier, article).unwrap();
    }
    let speakers = |dossier: &Dossier| -> Vec<(String, u64)> {
        let parties = dossier.parties().unwrap().into_iter();
        let mut all: Vec<_> = parties
            .filter(|party| party.statements > 0)
            .map(|party| (party.name, party.statements))
            .collect();
        all.sort();
        all
    };
    assert_eq!(speakers(&dossier).len(), 4, "{:?}", speakers(&dossier));
    dossier.know(&known).unwrap();
    let expected = [("Ilmar J. Tesk", 1), ("Ilmar Tesk", 2), ("Salt Directorate", 2), ("Tesk", 1)]
        .map(|(name, count)| (name.to_owned(), count));
    assert_eq!(speakers(&dossier), expected);
    let parties = dossier.parties().unwrap();
    let tesk = parties.iter().find(|party| party.name == "Ilmar Tesk").unwrap();
    assert_eq!(
        (tesk.roles[0].title.as_str(), tesk.roles[0].to.as_deref()),
        ("Minister", Some("2011-07"))
    );
    assert_eq!(tesk.speaks_for, ["Velmark"]);
    assert!(dossier.verify(|_, _| {}).unwrap().is_sound());
    drop(dossier);

    // Known first, articles the other way round: the same rows.
    let mut dossier = Dossier::open(&two).unwrap();
    dossier.know(&known).unwrap();
    for article in articles().iter().rev() {
        add(&mut dossier, article).unwrap();
    }
    drop(dossier);
    assert_eq!(contents(&one), contents(&two));

    // Nothing is left of a file that is taken back.
    let mut dossier = Dossier::open(&one).unwrap();
    dossier.know(&[]).unwrap();
    assert_eq!(speakers(&dossier).len(), 4);
    assert!(dossier.verify(|_, _| {}).unwrap().is_sound());
}

#[test]
fn whom_a_known_party_speaks_for_is_found_whenever_it_comes_and_goes() {
    let known = read_known(
        r#"{"name": "Ilmar Tesk", "kind": "person", "speaks_for": ["Reed Council"]}
{"name": "Reed Council", "kind": "organization", "aliases": ["the Wet Benches"]}"#,
    )
    .unwrap();
    let bare = |path: &str, name: &str, kind: SpeakerKind| {
        let (article, mut said) = said(path, name, kind);
        said[0].speaker.speaks_for.clear();
        (article, said)
    };
    let all = [
        bare("a", "Ilmar Tesk", SpeakerKind::Person),
        bare("b", "Wet Benches", SpeakerKind::Organization),
        bare("c", "Reed Council", SpeakerKind::Organization),
    ];
    let folder = tempfile::tempdir().unwrap();
    let whom = |dossier: &Dossier| {
        assert!(dossier.verify(|_, _| {}).unwrap().is_sound());
        let parties = dossier.parties().unwrap();
        parties.into_iter().find(|party| party.name == "Ilmar Tesk").unwrap().speaks_for
    };
    let mut seen = Vec::new();
    for (at, order) in [[0, 1, 2], [1, 0, 2], [2, 1, 0], [0, 2, 1]].into_iter().enumerate() {
        let path = folder.path().join(at.to_string());
        let mut dossier = Dossier::open(&path).unwrap();
        dossier.know(&known).unwrap();
        for at in order {
            add(&mut dossier, &all[at]).unwrap();
            dossier.link(|_, _| {}).unwrap();
        }
        assert_eq!(whom(&dossier), ["Reed Council"], "{order:?}");
        drop(dossier);
        seen.push(contents(&path));
    }
    assert!(seen.windows(2).all(|pair| pair[0] == pair[1]), "order leaves no trace");

    // By its other name alone it is the same; gone from every article it is nobody's principal.
    let mut dossier = Dossier::open(folder.path().join("0")).unwrap();
    let other = |path: &str| (article(path, &format!("Nothing was said in {path}.")), vec![]);
    add(&mut dossier, &other("c")).unwrap();
    assert_eq!(whom(&dossier), ["Reed Council"]);
    add(&mut dossier, &other("b")).unwrap();
    assert_eq!(whom(&dossier), [""; 0]);
}

#[test]
fn a_bad_line_is_quoted() {
    let message = |text: &str| read_known(text).unwrap_err().to_string();
    let long = message(r#"{"name": "Ilmar Tesk"}"#);
    assert!(long.starts_with("line 1: missing field `kind`"), "{long}");
    assert!(long.ends_with(r#"{"name": "Ilmar Tesk"}"#), "{long}");
    let date = message(
        "\n{\"name\": \"T\", \"kind\": \"person\", \"roles\": [{\"title\": \"x\", \"from\": \"13 May\"}]}",
    );
    assert!(date.starts_with("line 2: \"13 May\" is no date"), "{date}");
    let twice = "{\"name\": \"A\", \"kind\": \"person\"}\n{\"name\": \"B\", \"kind\": \"person\", \"aliases\": [\"a\"]}";
    assert!(matches!(read_known(twice), Err(KnownError::Twice { line: 2, .. })));
}
