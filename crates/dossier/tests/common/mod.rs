//! A small invented dispute, made by hand: Velmark and Ostrava, who do not exist.
#![allow(dead_code)]

use gainsay_dossier::{Added, Dossier, Origin, fingerprint};
use gainsay_record::{
    Act, Article, Form, Mode, Party, Resolution, Sourcing, Speaker, SpeakerKind, Statement, Text,
    TextRange, Zone, ZoneKind,
};

pub const MADE_BY: &str = "gainsay test";

/// An article whose whole text is one body zone.
pub fn article(path: &str, text: &str) -> Article {
    let range = TextRange::new(0, text.len()).trim(text);
    let zones = if range.is_empty() { vec![] } else { vec![Zone { kind: ZoneKind::Body, range }] };
    Article {
        path: path.to_owned(),
        text: Text::new(text.to_owned()),
        text_is_input: true,
        title: None,
        outlet: Some("Vesk Courier".to_owned()),
        authors: vec!["A. Writer".to_owned()],
        dateline: None,
        language: Some("en".to_owned()),
        published: None,
        collected: None,
        url: None,
        zones,
    }
}

/// A statement by `name` whose source, cue and content are these words of the article.
pub fn statement(article: &Article, name: &str, words: [&str; 3]) -> Statement {
    let text = article.text.as_str();
    let [source, cue, content] = words.map(|words| {
        let start = text.find(words).unwrap_or_else(|| panic!("{words:?} is in the text"));
        vec![article.text.span(TextRange::new(start, start + words.len()))]
    });
    Statement {
        id: Statement::id_of(&article.id(), &source, &cue, &content),
        zone: ZoneKind::Body,
        mode: Mode::Utterance,
        form: Form::Direct,
        act: Act::Deny,
        act_confidence: 0.7,
        act_basis: "cue \"denied\"".to_owned(),
        act_runner_up: None,
        speaker: Speaker {
            name: name.to_owned(),
            kind: SpeakerKind::Person,
            role: Some("Foreign Minister".to_owned()),
            speaks_for: vec!["Foreign Ministry".to_owned(), "Velmark".to_owned()],
            resolved_from: Resolution::ShortName,
            candidates: vec![],
        },
        sourcing: Sourcing::Named,
        via: vec![Party { name: "Ostrava Post".to_owned(), spans: cue.clone() }],
        targets: vec![
            Party { name: "Ostrava".to_owned(), spans: content.clone() },
            Party { name: "unknown".to_owned(), spans: vec![] },
        ],
        addressee: Some(Party { name: "Parliament".to_owned(), spans: source.clone() }),
        said: None,
        confidence: 0.93,
        made_by: "model 0".to_owned(),
        source,
        cue,
        content,
    }
}

/// "“Never,” said Dorn." with its one statement, told apart by `tail`.
pub fn denial(path: &str, tail: &str) -> (Article, Vec<Statement>) {
    let article = article(path, &format!("“Nevér,” said Dorn. {tail}"));
    let said = statement(&article, "Mara Dorn", ["Dorn", "said", "“Nevér,”"]);
    (article, vec![said])
}

pub fn add(
    dossier: &mut Dossier,
    of: &(Article, Vec<Statement>),
) -> gainsay_dossier::Result<Added> {
    let sha256 = fingerprint(of.0.text.as_str().as_bytes());
    dossier.add(&of.0, &of.1, Origin { sha256: &sha256, made_by: MADE_BY })
}

/// Everything in the dossier but row numbers, as text.
pub fn contents(path: &std::path::Path) -> String {
    let conn = rusqlite::Connection::open(path).unwrap();
    let mut all = String::new();
    for table in [
        "meta",
        "file",
        "zone",
        "party",
        "span",
        "mention",
        "form",
        "form_key",
        "form_link",
        "local",
        "form_fact",
        "known",
    ] {
        all += &rows(&conn, &format!("SELECT * FROM {table}"));
    }
    all += &rows(
        &conn,
        "SELECT id, title, outlet, authors, dateline, language, published, collected, url,
           text_is_input, made_by, text FROM article",
    );
    all += &rows(&conn, "SELECT id, article, position, party, content, made_by FROM statement");
    all
}

fn rows(conn: &rusqlite::Connection, sql: &str) -> String {
    let mut query = conn.prepare(sql).unwrap();
    let columns = query.column_count();
    let rows = query.query_map([], |row| {
        (0..columns).map(|i| row.get::<_, rusqlite::types::Value>(i)).collect::<Result<Vec<_>, _>>()
    });
    let mut lines: Vec<String> = rows.unwrap().map(|row| format!("{:?}", row.unwrap())).collect();
    lines.sort();
    format!("{sql}\n{}\n", lines.join("\n"))
}
