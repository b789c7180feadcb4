//! How long a search takes in a big dossier, made up for this:
//! `cargo run --release --example search -- FILE STATEMENTS`. The dossier is made where there is
//! none; on a disk in memory that takes a few minutes.
#![allow(clippy::print_stdout, missing_docs, reason = "a measurement that prints")]

use std::time::{Duration, Instant};

use gainsay_dossier::{Dossier, Facet, Origin, Search, Sort, fingerprint};
use gainsay_record::{
    Act, Article, Basis, DateValue, Form, Mode, Party, Precision, Resolution, Sourcing, Speaker,
    SpeakerKind, Statement, Text, TextRange, ZoneKind,
};

const PER_ARTICLE: usize = 10;
const PARTIES: usize = 400;
const OUTLETS: usize = 60;
const VOCABULARY: usize = 8000;
const TIMES: usize = 7;

const QUERIES: [&str; 32] = [
    "",
    "word1",
    "word1 word2",
    "\"word1 word2\"",
    "word700",
    "word7999",
    "word1*",
    "word1 OR word2 OR word3",
    "by:state0",
    "by:=State0",
    "by:envoy7",
    "by:unknown",
    "-by:state0",
    "by:nobody",
    "target:state1",
    "via:paper3",
    "to:state2",
    "about:word20",
    "about:state1",
    "act:deny",
    "act:deny,refuse,accuse",
    "-act:state",
    "sourcing:unnamed zone:headline",
    "in:paper1",
    "in:unknown",
    "said:2015-03",
    "said:unknown",
    "published:2011..2014",
    "after:2018 before:2019-06",
    "by:state0 act:deny about:word5 after:2012",
    "by:state0 target:state1 -act:state said:2011..2019 in:paper1",
    "(by:envoy1 OR target:state3) word2 -word1 form:direct",
];

/// The next number below `end` of a fixed sequence (Marsaglia's xorshift), small ones more often.
struct Chance(u64);

impl Chance {
    fn even(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end
    }

    fn skewed(&mut self, end: usize) -> usize {
        let share = self.even(1 << 20) as f64 / f64::from(1 << 20);
        ((end as f64).powf(share) as usize).saturating_sub(1).min(end - 1)
    }
}

fn date(chance: &mut Chance) -> Option<DateValue> {
    let (year, month, day) = (2010 + chance.even(12), 1 + chance.even(12), 1 + chance.even(28));
    let (value, precision) = match chance.even(10) {
        0..=3 => return None,
        4 => (format!("{year}"), Precision::Year),
        5 => (format!("{year}-{month:02}"), Precision::Month),
        6 => (format!("{year}-W{:02}", 1 + chance.even(52)), Precision::Week),
        _ => (format!("{year}-{month:02}-{day:02}"), Precision::Day),
    };
    Some(DateValue { value, precision, basis: Basis::Text, span: None })
}

fn speaker(chance: &mut Chance) -> (Speaker, Sourcing) {
    let number = chance.skewed(PARTIES);
    let (name, kind, speaks_for, sourcing, resolved_from) = match chance.even(10) {
        0 => (
            Speaker::UNKNOWN.to_owned(),
            SpeakerKind::Unknown,
            vec![],
            Sourcing::Named,
            Resolution::Unresolved,
        ),
        1 => (
            "unnamed official".to_owned(),
            SpeakerKind::Person,
            vec![format!("State{}", number % 12)],
            Sourcing::Unnamed,
            Resolution::Description,
        ),
        2..=4 => (
            format!("State{}", number % 12),
            SpeakerKind::Government,
            vec![],
            Sourcing::Institution,
            Resolution::Name,
        ),
        _ => (
            format!("Given Envoy{number}"),
            SpeakerKind::Person,
            vec![format!("Ministry{}", number % 40), format!("State{}", number % 12)],
            Sourcing::Named,
            Resolution::Name,
        ),
    };
    let role = (kind == SpeakerKind::Person).then(|| "Minister".to_owned());
    (Speaker { name, kind, role, speaks_for, resolved_from, candidates: vec![] }, sourcing)
}

fn made(number: usize, chance: &mut Chance) -> (Article, Vec<Statement>) {
    let mut text = format!("Article {number}\n");
    let mut ranges = Vec::new();
    for at in 0..PER_ARTICLE {
        let mut piece = |words: String| {
            let start = text.len();
            text.push_str(&words);
            text.push(' ');
            TextRange::new(start, start + words.len())
        };
        let words: Vec<String> = (0..8 + chance.even(20))
            .map(|_| format!("word{}", chance.skewed(VOCABULARY)))
            .collect();
        ranges.push([
            piece(format!("Source{at}")),
            piece("said".to_owned()),
            piece(words.join(" ")),
        ]);
    }
    let outlet = (chance.even(20) > 0).then(|| format!("The Paper{}", chance.skewed(OUTLETS)));
    let article = Article {
        path: format!("{number}.txt"),
        text: Text::new(text),
        text_is_input: true,
        title: None,
        outlet,
        authors: vec![],
        dateline: None,
        language: None,
        published: date(chance),
        collected: None,
        url: None,
        zones: vec![],
    };
    let id = article.id();
    let statements = ranges.into_iter().map(|ranges| {
        let [source, cue, content] = ranges.map(|range| vec![article.text.span(range)]);
        let (speaker, sourcing) = speaker(chance);
        let party = |chance: &mut Chance, one_in: usize, kind: &str, of: usize| {
            (chance.even(one_in) == 0)
                .then(|| Party { name: format!("{kind}{}", chance.skewed(of)), spans: vec![] })
        };
        Statement {
            id: Statement::id_of(&id, &source, &cue, &content),
            zone: if chance.even(12) == 0 { ZoneKind::Headline } else { ZoneKind::Body },
            mode: if chance.even(12) == 0 { Mode::Attitude } else { Mode::Utterance },
            form: [Form::Direct, Form::Mixed, Form::Indirect][chance.even(3)],
            act: Act::ALL[Act::ALL.len() - 1 - chance.skewed(Act::ALL.len())],
            act_confidence: 0.8,
            act_basis: "made up".to_owned(),
            act_runner_up: None,
            source,
            cue,
            content,
            speaker,
            sourcing,
            via: party(chance, 8, "Paper", OUTLETS).into_iter().collect(),
            targets: party(chance, 2, "State", 12).into_iter().collect(),
            addressee: party(chance, 6, "State", 12),
            said: date(chance),
            confidence: chance.even(1000) as f32 / 1000.0,
            made_by: "made up".to_owned(),
        }
    });
    let statements = statements.collect();
    (article, statements)
}

/// Processor time of this thread, where the system tells; else the time since `begun`. A dossier
/// in memory waits for nothing, so that both are the same on an idle machine.
fn spent(begun: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| begun.elapsed(), Duration::from_nanos)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(path), Some(count)) = (arguments.next(), arguments.next()) else {
        return Err("give a file and a number of statements".into());
    };
    if !std::path::Path::new(&path).exists() {
        let mut dossier = Dossier::open(&path)?;
        let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
        for number in 0..count.parse::<usize>()? / PER_ARTICLE {
            let (article, statements) = made(number, &mut chance);
            let sha256 = fingerprint(article.text.as_str().as_bytes());
            dossier.add(&article, &statements, Origin { sha256: &sha256, made_by: "made up" })?;
        }
        dossier.close()?;
    }
    let dossier = Dossier::open_read_only(&path)?;
    let mut all: Vec<Duration> = Vec::new();
    let begun = Instant::now();
    println!("{:>8} {:>8} {:>8} {:>8} {:>8}  query", "found", "page", "last", "count", "facets");
    let orders = [(Sort::Said, false), (Sort::Published, true), (Sort::Speaker, false)];
    for (query, (sort, reverse)) in QUERIES
        .iter()
        .map(|query| (query, orders[0]))
        .chain(QUERIES[..4].iter().flat_map(|query| orders[1..].iter().map(move |&by| (query, by))))
    {
        let search = Search { query: query.parse()?, sort, reverse, picked: vec![] };
        let found = dossier.matches(&search)?.reports;
        // A page far down, as deep as one may page.
        let deep =
            dossier.search(&search, (found as usize).saturating_sub(60).clamp(1, 5000), None)?.next;
        let mut medians = Vec::new();
        for what in 0..4 {
            let mut times = Vec::new();
            for _ in 0..TIMES {
                let start = spent(begun);
                match what {
                    0 => drop(dossier.search(&search, 50, None)?),
                    1 => drop(dossier.search(&search, 50, deep.as_deref())?),
                    2 => drop(dossier.matches(&search)?),
                    _ => drop(dossier.facets(&search, &Facet::ALL)?),
                }
                times.push(spent(begun).saturating_sub(start));
            }
            times.sort();
            medians.push(times[TIMES / 2].as_secs_f64() * 1000.0);
            all.extend(times);
        }
        println!(
            "{found:>8} {:>8.1} {:>8.1} {:>8.1} {:>8.1}  {query} {sort:?}{}",
            medians[0],
            medians[1],
            medians[2],
            medians[3],
            if reverse { ", the last first" } else { "" }
        );
    }
    all.sort();
    let at = |share: f64| all[((all.len() - 1) as f64 * share) as usize].as_secs_f64() * 1000.0;
    println!(
        "{} requests, processor time: median {:.1} ms, p99 {:.1} ms, longest {:.1} ms",
        all.len(),
        at(0.5),
        at(0.99),
        at(1.0)
    );
    Ok(())
}
