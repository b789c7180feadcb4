//! A small invented dispute behind the explorer: Velmark and Ostrava, who do not exist.
#![allow(dead_code)]

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use gainsay_dossier::{Dossier, Origin, fingerprint};
use gainsay_record::{
    Act, Article, Basis, DateValue, Form, Mode, Party, Precision, Resolution, Sourcing, Speaker,
    SpeakerKind, Statement, Text, TextRange, Zone, ZoneKind,
};
use gainsay_server::{Extract, Settings, router};
use serde_json::Value;
use tempfile::TempDir;
use tower::ServiceExt;

pub const PORT: u16 = 4711;
pub const HOSTILE: &str = "<script>alert(1)</script> \u{202e}evil\u{202c} “Never,” said Ilo Brand.";

/// An article whose whole text is one body zone.
pub fn article(path: &str, outlet: &str, day: Option<&str>, text: &str) -> Article {
    let range = TextRange::new(0, text.len()).trim(text);
    Article {
        path: path.to_owned(),
        text: Text::new(text.to_owned()),
        text_is_input: true,
        title: Some(format!("<b>{path}</b>")),
        outlet: Some(outlet.to_owned()),
        authors: vec!["A. Writer".to_owned()],
        dateline: None,
        language: Some("en".to_owned()),
        published: day.map(date),
        collected: None,
        url: Some("javascript:alert(1)".to_owned()),
        zones: vec![Zone { kind: ZoneKind::Body, range }],
    }
}

pub fn date(value: &str) -> DateValue {
    let precision = if value.len() == 10 { Precision::Day } else { Precision::Month };
    DateValue { value: value.to_owned(), precision, basis: Basis::Input, span: None }
}

/// A statement whose source, cue and content are these words of the article.
pub fn statement(
    article: &Article,
    name: &str,
    act: Act,
    words: [&str; 3],
    targets: &[&str],
) -> Statement {
    let text = article.text.as_str();
    let [source, cue, content] = words.map(|words| {
        let start = text.find(words).unwrap_or_else(|| panic!("{words:?} is in the text"));
        vec![article.text.span(TextRange::new(start, start + words.len()))]
    });
    let country = ["Velmark", "Ostrava"].contains(&name);
    Statement {
        id: Statement::id_of(&article.id(), &source, &cue, &content),
        zone: ZoneKind::Body,
        mode: Mode::Utterance,
        form: if content[0].exact.starts_with('“') { Form::Direct } else { Form::Indirect },
        act,
        act_confidence: 0.7,
        act_basis: "a test".to_owned(),
        act_runner_up: None,
        speaker: Speaker {
            name: name.to_owned(),
            kind: if country { SpeakerKind::Government } else { SpeakerKind::Person },
            role: (!country).then(|| "Foreign Minister".to_owned()),
            speaks_for: if country { vec![] } else { vec!["Velmark".to_owned()] },
            resolved_from: Resolution::Name,
            candidates: vec![],
        },
        sourcing: Sourcing::Named,
        via: vec![],
        targets: targets
            .iter()
            .map(|name| Party { name: (*name).to_owned(), spans: vec![] })
            .collect(),
        addressee: None,
        said: article.published.clone(),
        confidence: 0.93,
        made_by: "model 0".to_owned(),
        source,
        cue,
        content,
    }
}

pub fn add(dossier: &mut Dossier, article: &Article, statements: &[Statement], made_by: &str) {
    let sha256 = fingerprint(article.text.as_str().as_bytes());
    dossier.add(article, statements, Origin { sha256: &sha256, made_by }).unwrap();
}

/// The articles of the dispute, with their statements.
pub fn dispute() -> Vec<(Article, Vec<Statement>)> {
    let charge = article(
        "charge.txt",
        "Ostrava Post",
        Some("2031-03-02"),
        "Ostrava accused Velmark of cutting the cable in the strait.",
    );
    let denial = article(
        "denial.txt",
        "Vesk Courier",
        Some("2031-03-03"),
        "“We cut no cable, not in the strait,” Foreign Minister Mara Dorn said. Ostrava demanded an inquiry.",
    );
    let hostile = article("hostile.txt", "=HYPERLINK(\"x\")", None, HOSTILE);
    let charges = vec![statement(
        &charge,
        "Ostrava",
        Act::Accuse,
        ["Ostrava", "accused", "of cutting the cable in the strait"],
        &["Velmark"],
    )];
    let denials = vec![
        statement(
            &denial,
            "Mara Dorn",
            Act::Deny,
            ["Foreign Minister Mara Dorn", "said", "“We cut no cable, not in the strait,”"],
            &["Ostrava"],
        ),
        statement(
            &denial,
            "Ostrava",
            Act::Demand,
            ["Ostrava", "demanded", "an inquiry"],
            &["Velmark"],
        ),
    ];
    let refusals =
        vec![statement(&hostile, "Ilo Brand", Act::Refuse, ["Ilo Brand", "said", "“Never,”"], &[])];
    vec![(charge, charges), (denial, denials), (hostile, refusals)]
}

/// Takes every line that says "NAME said X." for a statement.
pub struct Plain;

impl Extract for Plain {
    fn made_by(&self) -> Result<String, String> {
        Ok("plain 1".to_owned())
    }

    fn statements(&self, article: &Article) -> Result<Vec<Statement>, String> {
        let text = article.text.as_str();
        if text.contains("Dorn said no") {
            return Ok(vec![statement(
                article,
                "Mara Dorn",
                Act::Deny,
                ["Dorn", "said", "no"],
                &[],
            )]);
        }
        Ok(vec![])
    }
}

pub struct Explorer {
    pub folder: TempDir,
    pub app: Router,
}

pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&self.body)))
    }
}

impl Explorer {
    pub fn new(read_only: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dispute.gainsay");
        let mut dossier = Dossier::open(&path).unwrap();
        for (article, statements) in dispute() {
            add(&mut dossier, &article, &statements, "gainsay test");
        }
        dossier.link(|_, _| {}).unwrap();
        dossier.close().unwrap();
        let settings = Settings {
            dossier: path,
            read_only,
            extract: Some(Arc::new(Plain)),
            now: || "2031-05-01T10:00:00Z".to_owned(),
        };
        Explorer { app: router(settings, PORT).unwrap(), folder }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("dispute.gainsay")
    }

    pub async fn ask(&self, request: Request<Body>) -> Reply {
        let response = self.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Reply { status: parts.status, headers: parts.headers, body }
    }

    pub async fn get(&self, path: &str) -> Reply {
        let request = Request::get(path).header("host", format!("127.0.0.1:{PORT}"));
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, body: impl ToString) -> Reply {
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header("host", format!("127.0.0.1:{PORT}"))
            .header("origin", format!("http://127.0.0.1:{PORT}"))
            .header("content-type", "application/json")
            .header("x-gainsay", "write");
        self.ask(request.body(Body::from(body.to_string())).unwrap()).await
    }

    /// The statements with this act, by id.
    pub async fn ids(&self, act: &str) -> Vec<String> {
        let page = self.get(&format!("/statements.json?act={act}")).await.json();
        let rows = page["rows"].as_array().unwrap().iter();
        rows.map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    }
}
