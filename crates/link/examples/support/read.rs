//! Articles as `gainsay extract --with text` prints them, ready to be linked.
#![allow(dead_code)]

use std::sync::Arc;

use gainsay_link::copies::{Sketch, sketch};
use gainsay_link::echoes::Utterance;
use gainsay_link::stories::{Topic, topic};
use gainsay_link::{Day, Place, day};
use gainsay_record::{DateValue, Id, Statement};
use serde_json::Value;

pub struct Read {
    pub path: String,
    pub day: Day,
    pub id: Id,
    pub sketch: Sketch,
    pub topic: Arc<Topic>,
    pub utterances: Vec<Utterance>,
}

impl Read {
    pub fn place(&self, position: usize) -> Place {
        Place::new(self.day, self.id, position as u32)
    }
}

pub fn lines(path: &str) -> Vec<String> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.lines().map(str::to_owned).collect()
}

pub fn articles(path: &str) -> Vec<Read> {
    lines(path).iter().map(|line| read(&serde_json::from_str(line).expect("an article"))).collect()
}

pub fn read(line: &Value) -> Read {
    let text: Vec<char> = line["text"].as_str().expect("its text").chars().collect();
    let zones = |kinds: &[&str]| -> Vec<String> {
        let zones = line["zones"].as_array().expect("its zones").iter();
        zones
            .filter(|zone| kinds.contains(&zone["kind"].as_str().unwrap_or("")))
            .map(|zone| {
                let at = |end: &str| zone[end].as_u64().expect("an offset") as usize;
                text[at("start")..at("end")].iter().collect()
            })
            .collect()
    };
    let head = zones(&["headline", "standfirst"]);
    let body = zones(&["body", "subheading", "caption"]);
    let published: Option<DateValue> =
        serde_json::from_value(line["published"].clone()).expect("its date");
    let day = published.as_ref().and_then(day);
    let id: Id = serde_json::from_value(line["id"].clone()).expect("its id");
    let topic =
        Arc::new(topic(day, head.iter().map(String::as_str), body.iter().map(String::as_str)));
    let statements: Vec<Statement> =
        serde_json::from_value(line["statements"].clone()).expect("its statements");
    let utterances = statements
        .iter()
        .zip(0..)
        .map(|(statement, at)| Utterance::of(Place::new(day, id, at), statement, &topic))
        .collect();
    Read {
        path: line["path"].as_str().expect("its path").to_owned(),
        day,
        sketch: sketch(body.iter().map(String::as_str)),
        id,
        topic,
        utterances,
    }
}
