//! An article that is made to break things: markup, text that turns its direction, five megabytes,
//! three thousand statements.

mod common;

use std::time::{Duration, Instant};

use axum::http::StatusCode;
use common::Explorer;
use gainsay_dossier::Dossier;
use gainsay_record::{
    Act, Article, Basis, DateValue, Form, Mode, Precision, Resolution, Sourcing, Speaker,
    SpeakerKind, Statement, Text, TextRange, Zone, ZoneKind,
};
use serde_json::Value;

const STATEMENTS: usize = 3000;
const BYTES: usize = 5_000_000;
/// Characters that another reader may take for the end of a script or of a line, or for an order.
const NAME: &str = "<script>alert(1)</script>\u{202e}nroD\u{202c}\u{2028}]]>&quot;\u{0}é";
/// Far more than it takes; what grows with the square of the statements takes longer.
const PATIENCE: Duration = Duration::from_secs(30);

fn hostile() -> (Article, Vec<Statement>) {
    let mut text = String::new();
    let mut places = Vec::new();
    for number in 0..STATEMENTS {
        let mut piece = |words: &str| {
            let start = text.len();
            text.push_str(words);
            TextRange::new(start, text.len())
        };
        let source = piece(NAME);
        piece(" ");
        let cue = piece("denied");
        piece(" ");
        let content = piece(&format!("“it” cut cable{number} </textarea><img src=x onerror=y>"));
        piece("\n");
        places.push([source, cue, content]);
    }
    while text.len() < BYTES {
        text.push_str("Ünter water, \u{202e}nothing\u{202c} moved. ");
    }
    let body = TextRange::new(0, text.len()).trim(&text);
    let published = DateValue {
        value: "2031-03-05".to_owned(),
        precision: Precision::Day,
        basis: Basis::Input,
        span: None,
    };
    let article = Article {
        path: "../../etc/<b>.html".to_owned(),
        text: Text::new(text),
        text_is_input: true,
        title: Some(format!("{NAME} {NAME}")),
        outlet: Some(NAME.to_owned()),
        authors: vec![NAME.to_owned()],
        dateline: None,
        language: Some("en".to_owned()),
        published: Some(published),
        collected: None,
        url: Some("javascript:alert(1)".to_owned()),
        zones: vec![Zone { kind: ZoneKind::Body, range: body }],
    };
    let id = article.id();
    let statement = |places: [TextRange; 3]| {
        let [source, cue, content] = places.map(|place| vec![article.text.span(place)]);
        Statement {
            id: Statement::id_of(&id, &source, &cue, &content),
            zone: ZoneKind::Body,
            mode: Mode::Utterance,
            form: Form::Mixed,
            act: Act::Deny,
            act_confidence: 0.9,
            act_basis: NAME.to_owned(),
            act_runner_up: None,
            source,
            cue,
            content,
            speaker: Speaker {
                name: NAME.to_owned(),
                kind: SpeakerKind::Person,
                role: Some(NAME.to_owned()),
                speaks_for: vec![],
                resolved_from: Resolution::Name,
                candidates: vec![],
            },
            sourcing: Sourcing::Named,
            via: vec![],
            targets: vec![],
            addressee: None,
            said: None,
            confidence: 0.9,
            made_by: "a test".to_owned(),
        }
    };
    let statements = places.into_iter().map(statement).collect();
    (article, statements)
}

#[tokio::test]
async fn an_article_made_to_break_things_is_words_on_every_page() {
    let explorer = Explorer::new(false);
    let (article, statements) = hostile();
    let mut dossier = Dossier::open_existing(explorer.path()).unwrap();
    // Not linked: that compares three thousand like statements with each other, which is another
    // matter than showing them.
    common::add(&mut dossier, &article, &statements, "gainsay test");
    dossier.close().unwrap();

    let (id, one) = (article.id().to_string(), &statements[1234]);
    let card = format!("/statements/{}.json", one.id);
    let all = format!("/statements.json?article={id}");
    let pages = [
        "/overview.json",
        "/statements.json?q=cable1234&limit=200",
        "/statements.json?q=%22denied%22+OR+script",
        &all,
        &card,
        &format!("/articles/{id}.json"),
        "/articles.json",
        "/parties.json",
        "/echoes.json",
        "/sourcing.json",
        "/statements.csv",
        "/statements.jsonl",
    ];
    for path in pages {
        let begun = Instant::now();
        let reply = explorer.get(path).await;
        assert!(begun.elapsed() < PATIENCE, "{path} took {:?}", begun.elapsed());
        assert_eq!(reply.status, StatusCode::OK, "{path}");
        // Nothing that a browser might take for a page, whatever it is told.
        let kind = reply.headers["content-type"].to_str().unwrap();
        let kinds = ["application/json", "text/csv; charset=utf-8", "application/jsonl"];
        assert!(kinds.contains(&kind), "{path}: {kind}");
        assert_eq!(reply.headers["x-content-type-options"], "nosniff");
        let policy = reply.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}");
    }

    // What goes in comes out, code point by code point.
    let page = explorer.get(&format!("/articles/{id}.json")).await.json();
    let text: Vec<char> = page["text"].as_str().unwrap().chars().collect();
    assert_eq!(page["text"], article.text.as_str());
    let spoken = page["statements"].as_array().unwrap();
    assert_eq!(spoken.len(), STATEMENTS);
    for row in [&spoken[0], &spoken[1234], &spoken[STATEMENTS - 1]] {
        let span = &row["spans"]["content"][0];
        let [start, end] = ["start", "end"].map(|key| span[key].as_u64().unwrap() as usize);
        assert_eq!(text[start..end].iter().collect::<String>(), span["exact"].as_str().unwrap());
        assert_eq!(row["content"], span["exact"]);
        assert_eq!(row["source"], NAME);
    }
    let found = explorer.get("/statements.json?q=cable1234").await.json();
    assert_eq!(found["total"]["reports"], 1);
    assert_eq!(found["rows"][0]["id"], one.id.to_string());
    let card = explorer.get(&card).await.json();
    assert_eq!(card["act_basis"], NAME);
    assert_eq!(card["in_article"]["paths"][0], "<b>.html");
}

/// Three thousand statements, two hundred a page: each is on one page, and on one only.
#[tokio::test]
async fn pages_hold_every_statement_once() {
    let explorer = Explorer::new(true);
    let (article, statements) = hostile();
    let mut dossier = Dossier::open_existing(explorer.path()).unwrap();
    common::add(&mut dossier, &article, &statements, "gainsay test");
    let mut wanted: Vec<String> = statements.into_iter().map(|one| one.id.to_string()).collect();
    wanted.sort();
    for sort in ["said", "-published", "confidence"] {
        let path = format!("/statements.json?q=cut&act=deny&limit=200&sort={sort}&facets=0");
        let (mut ids, mut after) = (Vec::new(), String::new());
        loop {
            let page = explorer.get(&format!("{path}{after}")).await.json();
            let rows = page["rows"].as_array().unwrap().iter();
            ids.extend(rows.filter(|row| row["source"] == NAME).map(|row| row["id"].clone()));
            match &page["next"] {
                Value::String(next) => after = format!("&after={next}"),
                _ => break,
            }
        }
        let mut ids: Vec<String> = ids.iter().map(|id| id.as_str().unwrap().to_owned()).collect();
        ids.sort();
        assert_eq!(ids, wanted, "{sort}");
    }
}
