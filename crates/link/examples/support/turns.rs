//! Articles with their statements as turns.
#![allow(dead_code)]

use std::sync::Arc;

use gainsay_link::answers::{Turn, turns};
use gainsay_link::echoes::Utterance;
use gainsay_link::stories::{Topic, topic};
use gainsay_link::{Day, Place, day};
use gainsay_record::{Basis, DateValue, Id, Precision, Statement, Text};
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

pub fn articles(path: &str) -> impl Iterator<Item = Read> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.into_iter().map(|line| read(&serde_json::from_str(&line).expect("an article")))
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
    let id: Id = Id(path.clone());
    let head = text.as_str().lines().next().unwrap_or("");
    let about = Arc::new(topic(on, [head], [&text.as_str()[head.len()..]]));
    let turns = turns(on, &id, &text, &statements, &about);
    let utterances = statements
        .iter()
        .zip(0..)
        .map(|(one, at)| Utterance::of(Place::new(on, id.clone(), at), one, &about))
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
