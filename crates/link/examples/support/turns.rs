//! What is measured of statements: labelled pairs, and the articles they stand in.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::sync::Arc;

use gainsay_link::answers::{Turn, turns};
use gainsay_link::echoes::Utterance;
use gainsay_link::incremental::Comparable;
use gainsay_link::stories::{Topic, topic};
use gainsay_link::{Day, Place, day};
use gainsay_record::{Basis, DateValue, Digest, Id, Precision, Statement, Text};
use serde_json::Value;

pub struct Read {
    pub path: String,
    pub statements: Vec<Statement>,
    pub day: Day,
    pub about: Arc<Topic>,
    pub turns: Vec<Turn>,
    pub utterances: Vec<Utterance>,
}

impl Read {
    /// The statement whose content is these spans.
    pub fn at(&self, spans: &Value) -> Option<usize> {
        let wanted: Vec<(u64, u64)> = spans
            .as_array()?
            .iter()
            .map(|span| Some((span[0].as_u64()?, span[1].as_u64()?)))
            .collect::<Option<_>>()?;
        let (first, last) = (wanted.first()?.0, wanted.last()?.1);
        let overlap = |statement: &Statement| -> u64 {
            let spans = statement.content.iter();
            spans
                .map(|s| (s.end as u64).min(last).saturating_sub((s.start as u64).max(first)))
                .sum()
        };
        let size = |s: &Statement| s.content.iter().map(|s| (s.end - s.start) as u64).sum::<u64>();
        let score = |s: &Statement| 2.0 * overlap(s) as f64 / (size(s) + last - first) as f64;
        let best = (0..self.statements.len())
            .max_by(|&a, &b| score(&self.statements[a]).total_cmp(&score(&self.statements[b])))?;
        (score(&self.statements[best]) > 0.5).then_some(best)
    }
}

/// The articles, the labelled pairs and the groups of articles read together that an example is given.
pub struct Given {
    pub articles: BTreeMap<String, Read>,
    pub pairs: Vec<Value>,
    pub groups: Vec<Value>,
}

impl Given {
    /// Those whose files are the arguments of the program.
    pub fn read() -> Self {
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let [of, pairs, groups] = &arguments[..] else {
            panic!("three files are needed: ARTICLES.jsonl PAIRS.jsonl STORIES.jsonl")
        };
        let articles = articles(of).map(|article| (article.path.clone(), article)).collect();
        Given { articles, pairs: lines(pairs).collect(), groups: lines(groups).collect() }
    }

    /// The article of one side of a pair, and which of its statements.
    pub fn of(&self, pair: &Value, side: &str) -> Option<(&Read, usize)> {
        let article = self.articles.get(pair[side][0].as_str().expect("an article"))?;
        Some((article, article.at(&pair[side][1])?))
    }

    /// The articles of a group.
    pub fn together(&self, group: &Value) -> Vec<&Read> {
        let names = group["articles"].as_array().expect("their names").iter();
        names.filter_map(|name| self.articles.get(name.as_str()?)).collect()
    }
}

fn lines(path: &str) -> impl Iterator<Item = Value> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.into_iter().map(|line| serde_json::from_str(&line).expect("a line of JSON"))
}

pub fn articles(path: &str) -> impl Iterator<Item = Read> {
    lines(path).map(|line| read(&line))
}

/// Whether two would be judged for a key that they share: for a timed one only if they were published
/// near each other.
pub fn meet<T: Comparable>(one: (&Place, &[u64]), other: (&Place, &[u64])) -> bool {
    let apart = one.0.day().zip(other.0.day()).map_or(0, |(a, b)| (a - b).abs());
    let counts = |key: &u64| key.is_multiple_of(2) || apart <= T::DAYS;
    one.1.iter().any(|key| counts(key) && other.1.contains(key))
}

/// The day in a name like `train/reuters_2016-02-03_some-words`.
fn named_day(path: &str) -> Option<i32> {
    let value = path.split('_').nth(1)?.to_owned();
    day(&DateValue { value, precision: Precision::Day, basis: Basis::Text, span: None })
}

fn read(line: &Value) -> Read {
    let path = line["path"].as_str().expect("its path").to_owned();
    let text = Text::new(line["text"].as_str().expect("its text").to_owned());
    let statements: Vec<Statement> =
        serde_json::from_value(line["statements"].clone()).expect("its statements");
    let published: Option<DateValue> =
        serde_json::from_value(line["published"].clone()).unwrap_or(None);
    let on = named_day(&path).or_else(|| published.as_ref().and_then(day));
    let id: Id = Digest::new("path").part(&path).id();
    let head = text.as_str().lines().next().unwrap_or("");
    let about = Arc::new(topic(on, [head], [&text.as_str()[head.len()..]]));
    let turns = turns(on, &id, &text, &statements, &about);
    let utterances = statements
        .iter()
        .zip(0..)
        .map(|(one, at)| Utterance::of(Place::new(on, id, at), one, &about))
        .collect();
    Read { path, statements, day: on, about, turns, utterances }
}

/// A statement in a line, to be read.
pub fn shown(of: &Statement) -> String {
    let join = |spans: &[gainsay_record::Span]| {
        spans.iter().map(|span| span.exact.as_str()).collect::<Vec<_>>().join(" … ")
    };
    let targets: Vec<&str> = of.targets.iter().map(|target| target.name.as_str()).collect();
    let runner_up = of.act_runner_up.map_or("", |act| act.as_str());
    format!(
        "{} ({}) {}/{runner_up} > {} | <{}> {}",
        of.speaker.name,
        of.speaker.speaks_for.join(", "),
        of.act.as_str(),
        targets.join(", "),
        join(&of.cue),
        join(&of.content)
    )
}
