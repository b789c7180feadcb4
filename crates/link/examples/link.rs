//! Links articles and says how long it took: `link ARTICLES.jsonl [COUNT [EVERY [crowded]]]`, the
//! lines of `gainsay extract --with text`. With COUNT, that many articles are made from those given,
//! each round with other names and a year later, and the time of every tenth part is printed. With
//! EVERY, one statement of so many is taken, for want of memory. With `crowded`, all rounds are of
//! one year.
#![allow(clippy::print_stdout)]

#[path = "support/read.rs"]
mod read;

use std::collections::HashMap;
use std::time::{Duration, Instant};

use gainsay_link::copies::Sketch;
use gainsay_link::echoes::Utterance;
use gainsay_link::incremental::{Comparable, Work};
use gainsay_link::stories::Topic;
use gainsay_link::{Index, Place};
use read::Read;
use serde_json::Value;

/// One of the three, with what it cost.
struct Part<T: Comparable> {
    index: Index<T>,
    time: Duration,
    total: Duration,
    judged: usize,
}

impl<T: Comparable> Part<T> {
    fn new() -> Self {
        Part { index: Index::default(), time: Duration::ZERO, total: Duration::ZERO, judged: 0 }
    }

    fn add(&mut self, place: Place, item: T) {
        let start = Instant::now();
        let Work { judged, .. } = self.index.add(place, item);
        let took = start.elapsed();
        self.time += took;
        self.total += took;
        self.judged += judged;
    }

    fn groups(&self, name: &str) {
        let groups = self.index.groups();
        let several: Vec<usize> = groups.values().map(Vec::len).filter(|&n| n > 1).collect();
        println!(
            "{name}: {} groups of several with {} members, the largest {}",
            several.len(),
            several.iter().sum::<usize>(),
            several.iter().max().unwrap_or(&0)
        );
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("usage: link ARTICLES.jsonl [COUNT]");
    let lines: Vec<Value> = read::lines(&path)
        .iter()
        .map(|line| serde_json::from_str(line).expect("an article"))
        .collect();
    let count = arguments.next().map_or(lines.len(), |count| count.parse().expect("a number"));
    let every = arguments.next().map_or(1, |every| every.parse().expect("a number"));
    let crowded = arguments.next().is_some();
    let tenth = count.div_ceil(10).max(1);
    let (mut copies, mut stories, mut echoes) =
        (Part::<Sketch>::new(), Part::<Topic>::new(), Part::<Utterance>::new());
    println!(
        "articles  statements  judged/article  reading  copies  stories  echoes  (us an article)"
    );
    let (mut reading, mut statements) = (Duration::ZERO, 0);
    for at in 0..count {
        let (round, line) = (at / lines.len(), &lines[at % lines.len()]);
        let line = if round == 0 { line.clone() } else { varied(line, round, crowded) };
        let start = Instant::now();
        let read: Read = read::read(&line);
        reading += start.elapsed();
        let place = read.place(0);
        copies.add(place.clone(), read.sketch);
        stories.add(place, (*read.topic).clone());
        for utterance in read.utterances.into_iter().step_by(every) {
            statements += 1;
            echoes.add(utterance.place().clone(), utterance);
        }
        if (at + 1) % tenth == 0 || at + 1 == count {
            let articles = (at % tenth + 1) as u32;
            let each = |time: &mut Duration| (std::mem::take(time) / articles).as_micros();
            println!(
                "{:8}  {statements:10}  {:14}  {:7}  {:6}  {:7}  {:6}",
                at + 1,
                (copies.judged + stories.judged + echoes.judged) / articles as usize,
                each(&mut reading),
                each(&mut copies.time),
                each(&mut stories.time),
                each(&mut echoes.time),
            );
            (copies.judged, stories.judged, echoes.judged) = (0, 0, 0);
        }
    }
    let all = copies.total + stories.total + echoes.total;
    println!("{count} articles linked in {:.2} s", all.as_secs_f64());
    copies.groups("copies");
    stories.groups("stories");
    echoes.groups("echoes");
}

/// The article with other names and in another time. A name keeps its first letter and its length,
/// and is the same name all through one round; of small words a third change too, so that the text
/// is no copy. One round in five keeps its words, so that there are copies and common words.
fn varied(line: &Value, round: usize, crowded: bool) -> Value {
    let mut known = HashMap::new();
    let mut line = line.clone();
    vary(&mut line, round, &mut known);
    line["id"] = format!("{}-{round}", line["id"].as_str().expect("its id")).into();
    if let Some(date) = line["published"]["value"].as_str().map(str::to_owned) {
        // A round a year, so that there is as much news in a week however many rounds there are;
        // or all in one year, so that there is more and more.
        let (year, rest) = date.split_at(4);
        let year = year.parse::<usize>().expect("a year") + if crowded { 0 } else { round };
        line["published"]["value"] = format!("{year:04}{rest}").into();
    }
    line
}

fn vary(value: &mut Value, round: usize, known: &mut HashMap<String, String>) {
    match value {
        Value::String(text) => *text = other_words(text, round, known),
        Value::Array(list) => list.iter_mut().for_each(|value| vary(value, round, known)),
        Value::Object(fields) => {
            let named = ["exact", "text", "name"];
            for (key, value) in fields.iter_mut() {
                if named.contains(&key.as_str()) || value.is_array() || value.is_object() {
                    vary(value, round, known);
                }
            }
        }
        _ => {}
    }
}

fn other_words(text: &str, round: usize, known: &mut HashMap<String, String>) -> String {
    let mut made = String::with_capacity(text.len());
    for word in text.split_inclusive(|c: char| !c.is_ascii_alphabetic()) {
        let (bare, end) = match word.char_indices().next_back() {
            Some((at, c)) if !c.is_ascii_alphabetic() => word.split_at(at),
            _ => (word, ""),
        };
        let sum: usize = bare.bytes().map(usize::from).sum::<usize>() + bare.len();
        let changes = bare.len() > 3
            && !round.is_multiple_of(5)
            && (bare.starts_with(|c: char| c.is_ascii_uppercase())
                || (sum + round).is_multiple_of(3));
        if changes {
            made += known.entry(bare.to_owned()).or_insert_with(|| turned(bare, round));
        } else {
            made += bare;
        }
        made += end;
    }
    made
}

/// A word of the same length and case, by turning its letters as far as the round says.
fn turned(word: &str, round: usize) -> String {
    let turn = |(at, byte): (usize, u8)| {
        let first = if byte.is_ascii_uppercase() { b'A' } else { b'a' };
        let by = (round * (at + 3) + round / 26) % 26;
        char::from(if at == 0 { byte } else { first + (byte - first + by as u8) % 26 })
    };
    word.bytes().enumerate().map(|(at, byte)| turn((at, byte))).collect()
}
