//! Prints the evidence for labelled echoes: `echoes ARTICLES.jsonl PAIRS.jsonl STORIES.jsonl`, the articles as
//! `measure/polnear.py judged` prints them, a pair and the articles read together as `model/data/labels` has
//! them. Pairs that share no key are marked, since an index would never compare them.
#![allow(clippy::print_stdout)]

#[path = "support/turns.rs"]
mod support;

use gainsay_link::echoes::{Utterance, evidence, judge, keys, may_be, weigh};
use gainsay_link::stories;
use serde_json::{Value, json};

fn main() {
    let given = support::Given::read();
    for pair in given.pairs.iter().filter(|pair| pair["pair"] == "echo") {
        let (Some(a), Some(b)) = (given.of(pair, "from"), given.of(pair, "to")) else { continue };
        let (a, b) = (&a.0.utterances[a.1], &b.0.utterances[b.1]);
        let (earlier, later) = if a.place() < b.place() { (a, b) } else { (b, a) };
        let mut pair = pair.clone();
        describe(&mut pair, earlier, later);
        println!("{pair}");
    }
    for group in &given.groups {
        let of = given.together(group);
        let mut found = Vec::new();
        for (at, a) in of.iter().enumerate() {
            for b in &of[at + 1..] {
                let (a, b) = if a.day < b.day { (a, b) } else { (b, a) };
                found.push(json!({
                    "likeness": stories::likeness(&a.about, &b.about),
                    "linked": stories::judge(&a.about, &b.about).is_some(),
                }));
            }
        }
        let mut group = group.clone();
        group["found"] = found.into();
        println!("{group}");
        all(&of);
    }
}

/// All pairs of a few articles that share a key.
fn all(of: &[&support::Read]) {
    let said: Vec<(&Utterance, Vec<u64>)> =
        of.iter().flat_map(|read| read.utterances.iter().map(|one| (one, keys(one)))).collect();
    for (at, (a, own)) in said.iter().enumerate() {
        for (b, keys) in &said[at + 1..] {
            if meet(a, own, b, keys) {
                let (earlier, later) = if a.place() < b.place() { (a, b) } else { (b, a) };
                let mut pair = json!({ "pair": "other" });
                describe(&mut pair, earlier, later);
                println!("{pair}");
            }
        }
    }
}

fn meet(one: &Utterance, own: &[u64], other: &Utterance, others: &[u64]) -> bool {
    support::meet::<Utterance>((one.place(), own), (other.place(), others))
}

fn describe(pair: &mut Value, earlier: &Utterance, later: &Utterance) {
    let found = judge(earlier, later);
    let evidence = evidence(earlier, later);
    let weighed = weigh(&evidence);
    pair["at"] = json!([
        [earlier.article(), earlier.place().position()],
        [later.article(), later.place().position()]
    ]);
    pair["found"] = found.as_ref().map_or("no", |found| found.kind.as_str()).into();
    pair["meet"] = meet(earlier, &keys(earlier), later, &keys(later)).into();
    pair["speakers"] = format!("{:?}", evidence.speakers).into();
    pair["may_be"] = may_be(&evidence).into();
    pair["values"] = weighed.iter().map(|(_, value)| (value * 1e3).round() / 1e3).collect();
    if pair["pair"] == "echo" {
        pair["reason"] = found.map(|found| found.reason).into();
        pair["names"] = weighed.iter().map(|(name, _)| *name).collect();
    }
}
