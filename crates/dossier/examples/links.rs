//! Adds articles to a new dossier, links them, and says how long it took:
//! `links ARTICLES.jsonl DOSSIER [[DONE..]COUNT[,COUNT …] [MORE [UNDATE]]]`, the lines of `gainsay
//! extract --with text`. With COUNT that many articles are made from those given, each round with other
//! names and a year later. They are added and linked up to each COUNT (from DONE on, where the dossier
//! holds that many of them), then MORE of them apart. With UNDATE
//! the date of one article in so many is withheld, and what is inferred compared with it. Times are
//! those of the processor and of the clock, in milliseconds an article; memory is the most that was
//! held so far.
#![allow(clippy::print_stdout)]

#[path = "../../link/examples/support/vary.rs"]
mod vary;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::Instant;

use gainsay_dossier::{Dossier, Origin, fingerprint};
use gainsay_record::{Article, DateValue, Id, Statement, Text, TextRange, Zone, ZoneKind};
use serde_json::Value;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(path), Some(file)) = (arguments.next(), arguments.next()) else {
        panic!("usage: links ARTICLES.jsonl DOSSIER [[DONE..]COUNT[,COUNT …] [MORE [UNDATE]]]")
    };
    let read = |number: &str| -> usize { number.parse().expect("a number") };
    let counts = arguments.next();
    let (done, counts) =
        match counts.as_deref().map(|all| all.split_once("..").unwrap_or(("0", all))) {
            Some((done, counts)) => (read(done), Some(counts.split(',').map(read).collect())),
            None => (0, None),
        };
    let mut number = || arguments.next().map_or(0, |number| read(&number));
    let text = std::fs::read_to_string(&path).expect("the articles");
    let lines: Arc<Vec<Value>> = Arc::new(
        text.lines().map(|line| serde_json::from_str(line).expect("an article")).collect(),
    );
    let mut counts: Vec<usize> = counts.unwrap_or_else(|| vec![lines.len()]);
    let (more, undate) = (number(), number());
    counts.push(counts[counts.len() - 1] + more);
    let mut dossier = Dossier::open(&file).expect("a new dossier");
    let mut truth: BTreeMap<String, Option<DateValue>> = BTreeMap::new();
    let (mut statements, mut refused) = (0, 0);
    println!(
        "articles  statements  refused  adding (clock)  linking (clock)  MB held        bytes"
    );
    let begins = std::iter::once(done).chain(counts.iter().copied());
    for (from, to) in begins.zip(counts.iter().copied()).filter(|(from, to)| from < to) {
        let (mut waited, busy) = (0.0, processor());
        for (at, (mut article, mut said)) in (from..to).zip(made(&lines, from..to)) {
            if undate > 0 && at % undate == 0 {
                truth.insert(article.path.clone(), article.published.take());
                renumber(&article.id(), &mut said);
            }
            let sha256 = fingerprint(article.text.as_str().as_bytes());
            let origin = Origin { sha256: &sha256, made_by: "links" };
            let start = Instant::now();
            let added = dossier.add(&article, &said, origin);
            waited += start.elapsed().as_secs_f64();
            match added {
                Ok(_) => statements += said.len(),
                Err(error) if error.is_fatal() => panic!("{error}"),
                // Where words were turned at the edge of a span.
                Err(_) => refused += 1,
            }
        }
        let each = |seconds: f64| seconds * 1000.0 / (to - from) as f64;
        let (added, adding) = (each(waited), each(processor() - busy));
        let (start, busy) = (Instant::now(), processor());
        dossier.link(|_, _| {}).expect("linked");
        let (linked, linking) = (each(start.elapsed().as_secs_f64()), each(processor() - busy));
        let bytes = std::fs::metadata(&file).map_or(0, |about| about.len());
        println!(
            "{to:8}  {statements:10}  {refused:7}  {adding:6.1} {added:7.1}  {linking:7.1} {linked:7.1}  \
             {:7}  {bytes:11}",
            held()
        );
    }
    println!("{:?}", dossier.counts().expect("counted"));
    compare(&dossier, &truth);
}

/// So many articles with their statements, made beside what is measured.
fn made(lines: &Arc<Vec<Value>>, of: Range<usize>) -> Receiver<(Article, Vec<Statement>)> {
    let (sender, receiver) = sync_channel(64);
    let lines = Arc::clone(lines);
    std::thread::spawn(move || {
        for at in of {
            let (round, line) = (at / lines.len(), &lines[at % lines.len()]);
            let line = if round == 0 { line.clone() } else { vary::varied(line, round, false) };
            if sender.send(read(&line)).is_err() {
                return;
            }
        }
    });
    receiver
}

/// Seconds that this thread has had of a processor, where the system tells.
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/thread-self/stat").unwrap_or_default();
    // The name of the program, in parentheses, may hold anything.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: f64 = fields.skip(11).take(2).filter_map(|field| field.parse::<f64>().ok()).sum();
    ticks / 100.0
}

/// Megabytes of memory that this process held at most, where the system tells.
fn held() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    most.and_then(|most| most.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
}

/// How the inferred dates compare with those withheld.
fn compare(dossier: &Dossier, truth: &BTreeMap<String, Option<DateValue>>) {
    let (mut within, mut bounded, mut right, mut near, mut days) = (0, 0, 0, 0, 0);
    for entry in dossier.articles().expect("the articles") {
        let (Some(truth), Some(found)) = (truth.get(&entry.paths[0]), entry.inferred) else {
            continue;
        };
        let Some(truth) = truth.as_ref().filter(|date| date.value.len() == 10) else { continue };
        bounded += 1;
        let inside = found.not_before <= truth.value && truth.value <= found.not_after;
        within += usize::from(inside);
        if let Some(value) = found.value.filter(|value| value.len() == 10) {
            days += 1;
            right += usize::from(value == truth.value);
            let day = |value: &str| DateValue { value: value.to_owned(), ..truth.clone() };
            let apart = gainsay_link::day(&day(&value)).zip(gainsay_link::day(truth));
            let close = apart.is_some_and(|(a, b)| (a - b).abs() <= 1);
            near += usize::from(close);
            if !close {
                println!(
                    "{} is of {}, inferred {value}: {:?}",
                    entry.paths[0], truth.value, found.evidence
                );
            }
        } else if !inside {
            println!(
                "{} is of {}, not in {}..{}",
                entry.paths[0], truth.value, found.not_before, found.not_after
            );
        }
    }
    println!(
        "{} dates withheld, {bounded} bounded ({within} of them rightly), {days} given a day: \
         {right} the right one, {near} that or a day beside it",
        truth.len()
    );
}

fn read(line: &Value) -> (Article, Vec<Statement>) {
    let field = |key: &str| line[key].as_str().map(str::to_owned);
    let text = Text::new(field("text").expect("its text"));
    let of = |zone: &Value| {
        let at = |end: &str| {
            let point = zone[end].as_u64().expect("an offset") as usize;
            text.byte(point).expect("an offset in the text")
        };
        let kind: ZoneKind = serde_json::from_value(zone["kind"].clone()).expect("a kind");
        Zone { kind, range: TextRange::new(at("start"), at("end")) }
    };
    let zones = line["zones"].as_array().expect("its zones").iter().map(of).collect();
    let article = Article {
        path: field("path").expect("its path") + &field("id").unwrap_or_default(),
        text_is_input: true,
        title: field("title"),
        outlet: field("outlet"),
        authors: vec![],
        dateline: field("dateline"),
        language: field("language"),
        published: serde_json::from_value(line["published"].clone()).expect("its date"),
        collected: None,
        url: None,
        zones,
        text,
    };
    let mut statements: Vec<Statement> =
        serde_json::from_value(line["statements"].clone()).expect("its statements");
    renumber(&article.id(), &mut statements);
    (article, statements)
}

fn renumber(article: &Id, statements: &mut [Statement]) {
    for of in statements {
        of.id = Statement::id_of(article, &of.source, &of.cue, &of.content);
    }
}
