//! How long each page takes, server side, on a dossier of many statements.
//!
//! ```text
//! cargo run --release -p gainsay-server --example measure -- FILE [STATEMENTS [ROUNDS [ONLY]]]
//! ```
//!
//! Makes the dossier where FILE is not there (see [`world`]), then asks every page ROUNDS times,
//! each time with other filters, words or places, and a correction with the first pages after it
//! ("a correction"), and prints the median, the 99th percentile and
//! the longest of each; with ONLY just the pages whose name holds that. What is measured is the
//! whole answer: the address read, the dossier asked, JSON written; only the socket is left out.
//! It is given in processor time, which on an idle machine is what a clock shows, and by the clock,
//! which on a busy one counts the waiting for a processor too.
#![allow(clippy::print_stdout, reason = "it prints what it measures")]

mod pages;
mod world;
mod writes;

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use gainsay_dossier::{Dossier, Origin, fingerprint};
use gainsay_server::{Settings, router};
use serde_json::Value;
use tower::ServiceExt;

use pages::Known;
use world::{Chance, World};

const SEED: u64 = 42;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("say where the dossier is to be")?;
    let statements: usize = arguments.next().map_or(Ok(100_000), |n| n.parse())?;
    let rounds: usize = arguments.next().map_or(Ok(100), |n| n.parse())?;
    let only = arguments.next().unwrap_or_default();
    if !Path::new(&file).exists() {
        make(Path::new(&file), statements)?;
    }
    let start = Instant::now();
    let settings = Settings {
        dossier: file.clone().into(),
        read_only: true,
        extract: None,
        now: || "2031-05-01T00:00:00Z".to_owned(),
    };
    let app = router(settings, 1)?;
    println!("opened in {:.2} s", start.elapsed().as_secs_f64());
    // Threads stay, so that what they spent can be told from what was spent before.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .thread_keep_alive(std::time::Duration::from_secs(86_400))
        .build()?;
    runtime.block_on(measure(&app, Path::new(&file), rounds, &only))
}

fn make(path: &Path, statements: usize) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let mut world = World::new(SEED);
    let mut dossier = Dossier::open(path)?;
    let (mut articles, mut made) = (0, 0);
    while made < statements {
        for (article, said) in world.happening() {
            let sha256 = fingerprint(article.path.as_bytes());
            dossier.add(&article, &said, Origin { sha256: &sha256, made_by: "made up" })?;
            articles += 1;
            made += said.len();
        }
    }
    let added = start.elapsed().as_secs_f64();
    println!("{made} statements in {articles} articles, added in {added:.0} s");
    dossier.link(|done, all| println!("linked {done} of {all}"))?;
    dossier.close()?;
    println!("linked in {:.0} s", start.elapsed().as_secs_f64() - added);
    Ok(())
}

/// Milliseconds: of processor time, where the system tells, and by the clock.
type Took = (Option<f64>, f64);

/// Nanoseconds that all threads of this process have run; none where the system does not tell.
fn spent() -> Option<u64> {
    let mut sum = 0;
    for thread in std::fs::read_dir("/proc/self/task").ok()? {
        let told = std::fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
        sum += told.split(' ').next()?.parse::<u64>().ok()?;
    }
    Some(sum)
}

async fn ask(app: &Router, path: &str) -> Result<(Value, Took), Box<dyn Error>> {
    let request = Request::get(path).header("host", "127.0.0.1:1").body(Body::empty())?;
    let before = spent();
    let start = Instant::now();
    let response = app.clone().oneshot(request).await?;
    let status = response.status();
    let body = to_bytes(response.into_body(), usize::MAX).await?;
    let clock = start.elapsed().as_secs_f64() * 1000.0;
    let ran = before.zip(spent()).map(|(before, after)| (after - before) as f64 / 1e6);
    let took = (ran, clock);
    if !status.is_success() {
        return Err(format!("{path}: {}", String::from_utf8_lossy(&body)).into());
    }
    // What is no JSON is a table to take away; its rows do not matter here.
    Ok((serde_json::from_slice(&body).unwrap_or_default(), took))
}

async fn measure(
    app: &Router,
    file: &Path,
    rounds: usize,
    only: &str,
) -> Result<(), Box<dyn Error>> {
    println!("{}", ask(app, "/meta.json").await?.0["counts"]);
    let ids = async |path: &str| -> Result<Vec<String>, Box<dyn Error>> {
        let rows = ask(app, path).await?.0["rows"].clone();
        let rows = rows.as_array().cloned().unwrap_or_default();
        Ok(rows.iter().filter_map(|row| row["id"].as_str().map(str::to_owned)).collect())
    };
    let parties = ask(app, "/parties.json?limit=200").await?.0["rows"].clone();
    let names = parties.as_array().into_iter().flatten();
    let known = Known {
        names: names.filter_map(|row| row["name"].as_str().map(str::to_owned)).collect(),
        parties: ids("/parties.json?limit=200").await?,
        // Anywhere in the list: this order has nothing to do with that of time.
        statements: ids("/statements.json?limit=200&sort=confidence&facets=0").await?,
        articles: ids("/articles.json?limit=200").await?,
        echoes: ids("/echoes.json?limit=200").await?,
        stories: ids("/stories.json?limit=200").await?,
        allegations: ids("/allegations.json?limit=200").await?,
        words: World::new(SEED).vocabulary,
    };
    let mut chance = Chance(7);
    let mut all: Vec<Took> = Vec::new();
    println!("| page | median ms | p99 ms | longest ms | by the clock: median | p99 |");
    println!("| --- | --- | --- | --- | --- | --- |");
    for (name, path) in pages::all(&known) {
        if !name.contains(only) {
            continue;
        }
        let mut times: Vec<Took> = Vec::new();
        for _ in 0..rounds {
            let Some(path) = path(&mut chance) else { break };
            times.push(ask(app, &path).await?.1);
        }
        if times.is_empty() {
            println!("| {name} | there is none | | | | |");
            continue;
        }
        all.extend_from_slice(&times);
        print(name, times);
    }
    if !all.is_empty() {
        print("all", all);
    }
    if "a correction".contains(only) {
        writes::measure(file, &known.statements, rounds).await?;
    }
    Ok(())
}

fn print(name: &str, times: Vec<Took>) {
    let sorted = |mut times: Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times
    };
    let at = |times: &[f64], share: f64| {
        let place = (times.len().saturating_sub(1) as f64 * share).round() as usize;
        times.get(place).map_or_else(|| "?".to_owned(), |time| format!("{time:.1}"))
    };
    let ran = sorted(times.iter().filter_map(|(ran, _)| *ran).collect());
    let clock = sorted(times.iter().map(|(_, clock)| *clock).collect());
    println!(
        "| {name} | {} | {} | {} | {} | {} |",
        at(&ran, 0.5),
        at(&ran, 0.99),
        at(&ran, 1.0),
        at(&clock, 0.5),
        at(&clock, 0.99)
    );
}
