//! How long each page takes, server side, on a dossier of many statements.
//!
//! ```text
//! cargo run --release -p gainsay-server --example measure -- FILE [STATEMENTS [ROUNDS]]
//! ```
//!
//! Makes the dossier where FILE is not there: articles of invented parties in random words, fifty
//! statements each, every tenth of them an utterance that other papers print too. Then asks every
//! page, with other filters each time, and prints the median and the 99th percentile of each.
#![allow(clippy::print_stdout, reason = "it prints what it measures")]

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use gainsay_dossier::{Dossier, Origin, fingerprint};
use gainsay_record::{
    Act, Article, Basis, DateValue, Form, Mode, Party, Precision, Resolution, Sourcing, Speaker,
    SpeakerKind, Statement, Text, TextRange, Zone, ZoneKind,
};
use gainsay_server::{Settings, router};
use serde_json::Value;
use tower::ServiceExt;

const PER_ARTICLE: usize = 50;

/// A small generator of numbers, the same on every machine (Marsaglia 2003, xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most as u64) as usize
    }

    fn word(&mut self) -> String {
        const SYLLABLES: [&str; 16] = [
            "ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "dor", "fen", "gal", "hem",
            "pir", "wex",
        ];
        (0..2 + self.below(2)).map(|_| SYLLABLES[self.below(16)]).collect()
    }

    fn words(&mut self, count: usize) -> String {
        (0..count).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("say where the dossier is to be")?;
    let statements: usize = arguments.next().map_or(Ok(100_000), |n| n.parse())?;
    let rounds: usize = arguments.next().map_or(Ok(100), |n| n.parse())?;
    if !Path::new(&file).exists() {
        let start = Instant::now();
        make(Path::new(&file), statements / PER_ARTICLE)?;
        println!("made in {:.0} s", start.elapsed().as_secs_f64());
    }
    let start = Instant::now();
    let settings = Settings {
        dossier: file.into(),
        read_only: true,
        extract: None,
        now: || "2031-05-01T00:00:00Z".to_owned(),
    };
    let app = router(settings, 1)?;
    println!("opened in {:.2} s", start.elapsed().as_secs_f64());
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build()?;
    runtime.block_on(measure(&app, rounds))
}

async fn ask(app: &Router, path: &str) -> Result<(Value, f64), Box<dyn Error>> {
    let request = Request::get(path).header("host", "127.0.0.1:1").body(Body::empty())?;
    let start = Instant::now();
    let response = app.clone().oneshot(request).await?;
    let status = response.status();
    let body = to_bytes(response.into_body(), usize::MAX).await?;
    let took = start.elapsed().as_secs_f64() * 1000.0;
    if !status.is_success() {
        return Err(format!("{path}: {}", String::from_utf8_lossy(&body)).into());
    }
    Ok((serde_json::from_slice(&body)?, took))
}

async fn measure(app: &Router, rounds: usize) -> Result<(), Box<dyn Error>> {
    let mut chance = Chance(7);
    let meta = ask(app, "/meta.json").await?.0;
    println!("{}", meta["counts"]);
    let ids = async |path: &str| -> Result<Vec<String>, Box<dyn Error>> {
        let rows = ask(app, path).await?.0["rows"].clone();
        let rows = rows.as_array().cloned().unwrap_or_default();
        Ok(rows.iter().filter_map(|row| row["id"].as_str().map(str::to_owned)).collect())
    };
    let parties = ids("/parties.json?limit=200").await?;
    let statements = ids("/statements.json?limit=200").await?;
    let articles = ids("/articles.json?limit=200").await?;
    let echoes = ids("/echoes.json?limit=200").await?;
    let stories = ids("/stories.json?limit=200").await?;
    let acts = ["accuse", "deny", "demand", "state", "promise"];
    let mut all = Vec::new();
    println!("| page | median ms | p99 ms |\n| --- | --- | --- |");
    type Make<'a> = Box<dyn Fn(&mut Chance) -> Option<String> + 'a>;
    let of = |path: &'static str, ids: &'_ Vec<String>| -> Make<'_> {
        let ids = ids.clone();
        Box::new(move |chance: &mut Chance| {
            let id = ids.get(chance.below(ids.len().max(1)))?;
            Some(path.replace("{}", id))
        })
    };
    let fixed = |path: &'static str| -> Make<'_> { Box::new(move |_| Some(path.to_owned())) };
    let pages: Vec<(&str, Make<'_>)> = vec![
        ("overview", fixed("/overview.json")),
        (
            "overview, some months",
            Box::new(|chance| {
                let month = 1 + chance.below(8);
                Some(format!("/overview.json?from=203{}-0{month}&to=203{}-0{}", 0, 0, month + 1))
            }),
        ),
        ("statements", fixed("/statements.json")),
        (
            "statements by act",
            Box::new(|chance| Some(format!("/statements.json?act={}", acts[chance.below(5)]))),
        ),
        ("statements by party", of("/statements.json?party={}", &parties)),
        (
            "statements at a party, in a year",
            of("/statements.json?target={}&from=2030&to=2030", &parties),
        ),
        (
            "statements by three filters",
            Box::new(|chance| {
                Some(format!(
                    "/statements.json?act={}&form=direct&sourcing=named&sort=-published",
                    acts[chance.below(5)]
                ))
            }),
        ),
        (
            "statements, sorted",
            Box::new(|chance| {
                let sorts = ["-said", "published", "speaker", "outlet", "-confidence", "act"];
                Some(format!("/statements.json?sort={}", sorts[chance.below(6)]))
            }),
        ),
        (
            "statements, a word",
            Box::new(|chance| Some(format!("/statements.json?q={}", chance.word()))),
        ),
        ("statements, a common word", fixed("/statements.json?q=council")),
        (
            "statements, 200 a page",
            Box::new(|chance| {
                Some(format!("/statements.json?limit=200&act={}", acts[chance.below(5)]))
            }),
        ),
        ("a card", of("/statements/{}.json", &statements)),
        ("parties", fixed("/parties.json")),
        ("parties by name", Box::new(|chance| Some(format!("/parties.json?q={}", chance.word())))),
        ("a party", of("/parties/{}.json", &parties)),
        ("articles", fixed("/articles.json")),
        ("an article", of("/articles/{}.json", &articles)),
        ("echoes", fixed("/echoes.json")),
        ("an echo", of("/echoes/{}.json", &echoes)),
        ("stories", fixed("/stories.json")),
        ("a story", of("/stories/{}.json", &stories)),
        ("allegations", fixed("/allegations.json")),
        ("sourcing", fixed("/sourcing.json")),
        ("corrections", fixed("/corrections.json")),
        ("meta", fixed("/meta.json")),
    ];
    for (name, make) in pages {
        let mut times = Vec::new();
        for _ in 0..rounds {
            let Some(path) = make(&mut chance) else { break };
            times.push(ask(app, &path).await?.1);
        }
        if times.is_empty() {
            println!("| {name} | there is none | |");
            continue;
        }
        all.extend_from_slice(&times);
        let (median, p99) = quantiles(times);
        println!("| {name} | {median:.1} | {p99:.1} |");
    }
    let (median, p99) = quantiles(all);
    println!("| all | {median:.1} | {p99:.1} |");
    Ok(())
}

fn quantiles(mut times: Vec<f64>) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
    (at(0.5), at(0.99))
}

fn make(path: &Path, articles: usize) -> Result<(), Box<dyn Error>> {
    let mut chance = Chance(42);
    let countries: Vec<String> = (0..12).map(|_| name(&mut chance)).collect();
    let people: Vec<(String, usize)> = (0..600)
        .map(|at| (format!("{} {}", name(&mut chance), name(&mut chance)), at % 12))
        .collect();
    let told: Vec<(usize, String)> = (0..500)
        .map(|_| (chance.below(600), format!("the council {}", chance.words(12))))
        .collect();
    let mut dossier = Dossier::open(path)?;
    for number in 0..articles {
        let (article, statements) = one(&mut chance, number, &countries, &people, &told);
        let sha256 = fingerprint(article.text.as_str().as_bytes());
        dossier.add(&article, &statements, Origin { sha256: &sha256, made_by: "measure" })?;
    }
    dossier.link(|_, _| {})?;
    dossier.close()?;
    Ok(())
}

fn name(chance: &mut Chance) -> String {
    let word = chance.word();
    word[..1].to_uppercase() + &word[1..]
}

fn one(
    chance: &mut Chance,
    number: usize,
    countries: &[String],
    people: &[(String, usize)],
    told: &[(usize, String)],
) -> (Article, Vec<Statement>) {
    let day =
        format!("203{}-{:02}-{:02}", chance.below(3), 1 + chance.below(12), 1 + chance.below(28));
    let mut text = String::new();
    let mut places = Vec::new();
    for at in 0..PER_ARTICLE {
        let (person, content) = if at % 10 == 0 {
            told[chance.below(told.len())].clone()
        } else {
            let length = 8 + chance.below(14);
            (chance.below(people.len()), format!("the council {}", chance.words(length)))
        };
        let source = (text.len(), text.len() + people[person].0.len());
        text.push_str(&people[person].0);
        text.push_str(" said ");
        let cue = (text.len() - 5, text.len() - 1);
        let content_at = (text.len(), text.len() + content.len());
        text.push_str(&content);
        text.push_str(". ");
        places.push((person, source, cue, content_at));
    }
    let published = DateValue {
        value: day.clone(),
        precision: Precision::Day,
        basis: Basis::Input,
        span: None,
    };
    let range = TextRange::new(0, text.trim_end().len());
    let article = Article {
        path: format!("{number}.txt"),
        text: Text::new(text),
        text_is_input: true,
        title: Some(chance.words(6)),
        outlet: (!number.is_multiple_of(20)).then(|| format!("Paper {}", number % 40)),
        authors: vec![],
        dateline: None,
        language: Some("en".to_owned()),
        published: Some(published),
        collected: None,
        url: None,
        zones: vec![Zone { kind: ZoneKind::Body, range }],
    };
    let id = article.id();
    let statements = places
        .into_iter()
        .map(|(person, source, cue, content)| {
            let span = |(start, end)| vec![article.text.span(TextRange::new(start, end))];
            let (source, cue, content) = (span(source), span(cue), span(content));
            let (name, country) = &people[person];
            Statement {
                id: Statement::id_of(&id, &source, &cue, &content),
                zone: ZoneKind::Body,
                mode: Mode::Utterance,
                form: [Form::Direct, Form::Mixed, Form::Indirect][chance.below(3)],
                act: Act::ALL[chance.below(11)],
                act_confidence: 0.7,
                act_basis: "measure".to_owned(),
                act_runner_up: None,
                speaker: Speaker {
                    name: name.clone(),
                    kind: SpeakerKind::Person,
                    role: (person % 3 == 0).then(|| "Minister".to_owned()),
                    speaks_for: vec![countries[*country].clone()],
                    resolved_from: Resolution::Name,
                    candidates: vec![],
                },
                sourcing: if person % 5 == 0 { Sourcing::Institution } else { Sourcing::Named },
                via: vec![],
                targets: (0..chance.below(3))
                    .map(|_| Party { name: countries[chance.below(12)].clone(), spans: vec![] })
                    .collect(),
                addressee: None,
                said: (chance.below(4) > 0).then(|| DateValue {
                    value: day.clone(),
                    precision: Precision::Day,
                    basis: Basis::Expression,
                    span: None,
                }),
                confidence: 0.5 + chance.below(50) as f32 / 100.0,
                made_by: "measure".to_owned(),
                source,
                cue,
                content,
            }
        })
        .collect();
    (article, statements)
}
