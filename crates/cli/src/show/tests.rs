//! Snapshots of whole pages, from statements made by hand. States, people and papers are invented.

use std::path::Path;

use gainsay_dossier::{Dossier, Origin, fingerprint};
use gainsay_record::{
    Act, Article, Basis, DateValue, Form, Mode, Party, Precision, Resolution, Sourcing, Span,
    Speaker, SpeakerKind, Statement, Text, TextRange, Zone, ZoneKind,
};

use super::{Filter, Look, View, page::columns, render};

fn date(value: &str, precision: Precision, basis: Basis) -> Option<DateValue> {
    Some(DateValue { value: value.to_owned(), precision, basis, span: None })
}

fn day(value: &str) -> Option<DateValue> {
    date(value, Precision::Day, Basis::Text)
}

fn article(path: &str, outlet: &str, published: Option<DateValue>, text: &str) -> Article {
    let range = TextRange::new(0, text.len());
    Article {
        path: path.to_owned(),
        text: Text::new(text.to_owned()),
        text_is_input: true,
        title: None,
        outlet: (!outlet.is_empty()).then(|| outlet.to_owned()),
        authors: vec![],
        dateline: None,
        language: None,
        published,
        collected: None,
        url: None,
        zones: vec![Zone { kind: ZoneKind::Body, range }],
    }
}

fn party(name: &str) -> Party {
    Party { name: name.to_owned(), spans: vec![] }
}

/// A statement: who (name, for whom), what to whom, and its words as `[source, cue, content …]`.
fn said(of: &Article, who: (&str, &[&str]), what: (Act, &[&str]), words: &[&str]) -> Statement {
    let span = |words: &str| -> Vec<Span> {
        let text = of.text.as_str();
        let start = text.find(words).unwrap_or_else(|| panic!("{words:?} is in the text"));
        let range = TextRange::new(start, start + words.len());
        if words.is_empty() { vec![] } else { vec![of.text.span(range)] }
    };
    let (source, cue) = (span(words[0]), span(words[1]));
    let content: Vec<Span> = words[2..].iter().flat_map(|words| span(words)).collect();
    Statement {
        id: Statement::id_of(&of.id(), &source, &cue, &content),
        zone: ZoneKind::Body,
        mode: Mode::Utterance,
        form: Form::Mixed,
        act: what.0,
        act_confidence: 0.9,
        act_basis: String::new(),
        act_runner_up: None,
        speaker: Speaker {
            name: who.0.to_owned(),
            kind: if who.1.is_empty() { SpeakerKind::Government } else { SpeakerKind::Person },
            role: None,
            speaks_for: who.1.iter().map(|&name| name.to_owned()).collect(),
            resolved_from: Resolution::Name,
            candidates: vec![],
        },
        sourcing: Sourcing::Named,
        via: vec![],
        targets: what.1.iter().map(|name| party(name)).collect(),
        addressee: None,
        said: None,
        confidence: 0.95,
        made_by: "hand".to_owned(),
        source,
        cue,
        content,
    }
}

const RENSKA: (&str, &[&str]) = ("Dalia Renska", &["Foreign Ministry", "Varnia"]);

/// Two states, three papers, and one of everything that looks different on the page.
fn dispute() -> Vec<(Article, Vec<Statement>)> {
    let one = article(
        "01-cable.txt",
        "The Harbour Post",
        day("2012-03-04"),
        "Cable was cut on purpose: Varnia\n\nForeign Minister Dalia Renska said the Lorrish survey \
         ship had crossed the line of the cable four times. “A ship does not pass four times over \
         the same stretch of seabed, with her lights out, because her captain is lost,” she told \
         reporters outside the ministry. “We know her course. We know her owner.”\n\nThe \
         Lorrish embassy refused to comment. She expected an answer within days. He called the \
         charge a fairy tale. Energy Minister Hanno Wace said that repairs would take a month.",
    );
    let mut headline = said(
        &one,
        ("Varnia", &[]),
        (Act::Accuse, &[]),
        &["Varnia", ":", "Cable was cut on purpose"],
    );
    headline.zone = ZoneKind::Headline;
    let mut crossed = said(
        &one,
        RENSKA,
        (Act::Accuse, &["Lorrimond"]),
        &[
            "Foreign Minister Dalia Renska",
            "said",
            "the Lorrish survey ship had crossed the line of the cable four times",
        ],
    );
    crossed.speaker.role = Some("Foreign Minister".to_owned());
    crossed.said = date("2012-W09", Precision::Week, Basis::Expression);
    let mut ship = said(
        &one,
        RENSKA,
        (Act::Accuse, &["Lorrimond", "Lorrish Survey Service"]),
        &[
            "she",
            "told",
            "“A ship does not pass four times over the same stretch of seabed, with her lights \
             out, because her captain is lost,”",
            "“We know her course. We know her owner.”",
        ],
    );
    ship.source = vec![one.text.span({
        let at = one.text.as_str().find("she told").unwrap();
        TextRange::new(at, at + 3)
    })];
    ship.id = Statement::id_of(&one.id(), &ship.source, &ship.cue, &ship.content);
    ship.addressee = Some(party("reporters"));
    ship.said = date("2012-03-04", Precision::Day, Basis::Published);
    let refused = said(
        &one,
        ("Lorrish embassy", &["Lorrimond"]),
        (Act::Decline, &[]),
        &["The Lorrish embassy", "refused to comment"],
    );
    let mut expected = said(
        &one,
        RENSKA,
        (Act::Demand, &["Lorrimond"]),
        &["She", "expected", "an answer within days"],
    );
    expected.mode = Mode::Attitude;
    expected.confidence = 0.6;
    let mut tale = said(
        &one,
        (Speaker::UNKNOWN, &[]),
        (Act::Deny, &["Varnia"]),
        &["He", "called", "the charge a fairy tale"],
    );
    tale.speaker.candidates = vec!["Gared Pym".to_owned(), "Wystan Hale".to_owned()];
    tale.confidence = 0.3;
    let wace = said(
        &one,
        ("Hanno Wace", &["Energy Ministry", "Varnia"]),
        (Act::State, &[]),
        &["Energy Minister Hanno Wace", "said", "repairs would take a month"],
    );

    let two = article(
        "03-no-warship.txt",
        "Dunmere Herald",
        None,
        "The Foreign Ministry rejected “the strange suggestion” that the ship belongs to the \
         navy. The ship “was never there”, an unnamed naval officer told the Skarn Courier.",
    );
    let mut rejected = said(
        &two,
        ("Lorrimond Foreign Ministry", &["Lorrimond"]),
        (Act::Deny, &["Varnia"]),
        &[
            "The Foreign Ministry",
            "rejected",
            "“the strange suggestion” that the ship belongs to the navy",
        ],
    );
    rejected.sourcing = Sourcing::Institution;
    let mut never = said(
        &two,
        ("unnamed naval officer", &["Lorrimond Navy", "Lorrimond"]),
        (Act::Deny, &["Varnia"]),
        &["an unnamed naval officer", "told", "The ship “was never there”"],
    );
    never.sourcing = Sourcing::Unnamed;
    never.via = vec![party("Skarn Courier")];
    never.act_confidence = 0.4;

    let three = article(
        "15-accord.txt",
        "",
        date("2014-04", Precision::Month, Basis::Metadata),
        "“The strait stays shut,” Lorrimond said. Halvern praised both.",
    );
    let shut = said(
        &three,
        ("Lorrimond", &[]),
        (Act::Refuse, &["Varnia"]),
        &["Lorrimond", "said", "“The strait stays shut,”"],
    );
    let both = said(
        &three,
        ("Halvern", &[]),
        (Act::Praise, &["Lorrimond", "Varnia"]),
        &["Halvern", "praised", "both"],
    );
    vec![
        (one, vec![headline, crossed, ship, refused, expected, tale, wace]),
        (two, vec![rejected, never]),
        (three, vec![shut, both]),
    ]
}

fn dossier(folder: &Path, articles: &[(Article, Vec<Statement>)]) -> Dossier {
    let mut dossier = Dossier::open(folder.join("d.gainsay")).unwrap();
    for (article, statements) in articles {
        let sha256 = fingerprint(article.text.as_str().as_bytes());
        dossier.add(article, statements, Origin { sha256: &sha256, made_by: "test" }).unwrap();
    }
    dossier
}

fn shown(articles: &[(Article, Vec<Statement>)], filter: &Filter, look: &Look) -> String {
    let folder = tempfile::tempdir().unwrap();
    render(&View::read(&dossier(folder.path(), articles), filter).unwrap(), look)
}

const PLAIN: Look = Look { width: 80, color: false, all: false };

#[test]
fn a_dispute_at_80_columns() {
    insta::assert_snapshot!(shown(&dispute(), &Filter::default(), &PLAIN));
}

#[test]
fn all_of_it_in_a_narrow_window() {
    let look = Look { width: 44, all: true, ..PLAIN };
    insta::assert_snapshot!(shown(&dispute(), &Filter::default(), &look));
}

#[test]
fn one_party_by_part_of_its_name() {
    let filter = Filter { party: Some("renska".to_owned()), acts: vec![Act::Demand] };
    insta::assert_snapshot!(shown(&dispute(), &filter, &PLAIN));
    let country = Filter { party: Some("Varnia".to_owned()), acts: vec![] };
    let page = shown(&dispute(), &country, &PLAIN);
    assert!(page.contains("Hanno Wace") && !page.contains("Halvern"), "{page}");
}

#[test]
fn nothing_to_show_says_what_to_do() {
    let open = Filter::default();
    let empty = shown(&[], &open, &PLAIN);
    let silent = shown(&[(article("a.txt", "", None, "Rain."), vec![])], &open, &PLAIN);
    let nobody = Filter { party: Some("Nobody".to_owned()), acts: vec![] };
    let unmatched = shown(&dispute(), &nobody, &PLAIN);
    insta::assert_snapshot!(format!("{empty}---\n{silent}---\n{unmatched}"));
}

#[test]
fn colour_adds_nothing_but_colour() {
    let plain = shown(&dispute(), &Filter::default(), &PLAIN);
    let colored = shown(&dispute(), &Filter::default(), &Look { color: true, ..PLAIN });
    let mut stripped = String::new();
    for (i, part) in colored.split("\x1b[").enumerate() {
        stripped.push_str(if i == 0 { part } else { part.split_once('m').unwrap().1 });
    }
    assert_eq!(stripped, plain);
    assert!(colored.contains("\x1b[1;38;5;25m▼"), "blue denials");
    assert!(!plain.contains('\x1b'));
}

#[test]
fn an_article_that_is_hostile_to_terminals_cannot_harm_one() {
    let text = "Dorn\u{1b}[31m said \u{1b}]0;title\u{7}\u{202e}no.";
    let bad = article("bad\u{1b}[2J.txt", "Out\u{1b}let", None, text);
    let what = said(
        &bad,
        ("Do\u{1b}rn", &["X\u{7}"]),
        (Act::Deny, &["Y\u{9b}"]),
        &["Dorn\u{1b}[31m", "said", "\u{1b}]0;title\u{7}\u{202e}no."],
    );
    let page = shown(&[(bad, vec![what])], &Filter::default(), &PLAIN);
    assert!(page.chars().all(|c| c == '\n' || !c.is_control()), "{page:?}");
    assert!(!page.contains('\u{202e}'));
}

#[test]
fn no_line_is_wider_than_the_window() {
    for width in [24, 40, 60, 80, 100] {
        let look = Look { width, all: true, ..PLAIN };
        for line in shown(&dispute(), &Filter::default(), &look).lines() {
            assert!(columns(line) <= width, "{width}: {line}");
        }
    }
}

#[test]
fn json_holds_statements_as_extract_prints_them() {
    let folder = tempfile::tempdir().unwrap();
    let articles = dispute();
    let view = View::read(&dossier(folder.path(), &articles), &Filter::default()).unwrap();
    let json = serde_json::to_value(&view).unwrap();
    assert_eq!(json["reports"], 11);
    assert_eq!(json["acts"]["accuse"], 3);
    let lane = &json["lanes"][0];
    assert_eq!(lane["name"], "Varnia");
    let first = &lane["members"][0]["statements"][0];
    assert_eq!(first["outlet"], "The Harbour Post");
    let expected = serde_json::to_value(&articles[0].1[0]).unwrap();
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(&first[key], value, "{key}");
    }
}
