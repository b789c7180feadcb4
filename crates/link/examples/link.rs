//! Links articles and says how long it took: `link ARTICLES.jsonl [COUNT [EVERY [crowded]]]`, the
//! lines of `gainsay extract --with text`. With COUNT, that many articles are made from those given,
//! each round with other names and a year later, and the time of every tenth part is printed. With
//! EVERY, one statement of so many is taken, for want of memory. With `crowded`, all rounds are of
//! one year.
#![allow(clippy::print_stdout)]

#[path = "support/read.rs"]
mod read;
#[path = "support/vary.rs"]
mod vary;

use std::time::{Duration, Instant};

use gainsay_link::copies::Sketch;
use gainsay_link::echoes::Utterance;
use gainsay_link::incremental::{Comparable, Work};
use gainsay_link::stories::Topic;
use gainsay_link::{Index, Place};
use read::Read;
use serde_json::Value;
use vary::varied;

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
