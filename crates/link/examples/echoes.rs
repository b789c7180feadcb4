//! Judges labelled pairs and prints of each what was judged and the evidence in numbers:
//! `echoes ARTICLES.jsonl PAIRS.jsonl`, as `measure/polnear.py` writes them. Pairs that share no key
//! are marked, since an index would never compare them.
#![allow(clippy::print_stdout)]

#[path = "support/read.rs"]
mod read;

use std::collections::BTreeMap;

use gainsay_link::echoes::{Utterance, evidence, judge, keys, may_be, weigh};
use gainsay_link::stories;
use read::Read;
use serde_json::{Value, json};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(articles), Some(pairs)) = (arguments.next(), arguments.next()) else {
        panic!("usage: echoes ARTICLES.jsonl PAIRS.jsonl")
    };
    let articles: BTreeMap<String, Read> = read::articles(&articles)
        .into_iter()
        .map(|article| (article.path.clone(), article))
        .collect();
    for line in read::lines(&pairs) {
        let mut pair: Value = serde_json::from_str(&line).expect("a labelled pair");
        if let Some(names) = pair.get("articles").and_then(Value::as_array).cloned() {
            let of: Vec<_> = names.iter().filter_map(|name| articles.get(name.as_str()?)).collect();
            let mut found = Vec::new();
            for (at, a) in of.iter().enumerate() {
                for b in &of[at + 1..] {
                    let (a, b) = if a.place(0) < b.place(0) { (a, b) } else { (b, a) };
                    found.push(json!({
                        "likeness": stories::likeness(&a.topic, &b.topic),
                        "linked": stories::judge(&a.topic, &b.topic).is_some(),
                    }));
                }
            }
            pair["found"] = found.into();
            println!("{pair}");
            for pair in all(&of) {
                println!("{pair}");
            }
            continue;
        }
        let of = |which: &str| {
            let name = pair[which][0].as_str().expect("an article");
            let at = pair[which][1].as_u64().expect("a statement") as usize;
            articles[name].utterances.get(at).cloned()
        };
        let (Some(a), Some(b)) = (of("a"), of("b")) else { continue };
        let (earlier, later) = if a.place() < b.place() { (a, b) } else { (b, a) };
        describe(&mut pair, &earlier, &later);
        println!("{pair}");
    }
}

/// All pairs of a few articles that share a key.
fn all(of: &[&Read]) -> Vec<Value> {
    let said: Vec<(&Read, &Utterance, Vec<u64>)> =
        of.iter().flat_map(|read| read.utterances.iter().map(|u| (*read, u, keys(u)))).collect();
    let mut found = Vec::new();
    for (at, (one, a, own)) in said.iter().enumerate() {
        for (other, b, keys) in &said[at + 1..] {
            if own.iter().any(|key| keys.contains(key)) {
                let (earlier, later) = if a.place() < b.place() { (a, b) } else { (b, a) };
                let mut pair = json!({
                    "set": "all",
                    "a": [one.path, a.place().position()],
                    "b": [other.path, b.place().position()],
                });
                describe(&mut pair, earlier, later);
                found.push(pair);
            }
        }
    }
    found
}

fn describe(pair: &mut Value, earlier: &Utterance, later: &Utterance) {
    let found = judge(earlier, later);
    let evidence = evidence(earlier, later);
    let others = keys(later);
    pair["found"] = found.as_ref().map_or("no", |found| found.kind.as_str()).into();
    pair["reason"] = found.map(|found| found.reason).into();
    pair["meet"] = keys(earlier).iter().any(|key| others.contains(key)).into();
    pair["speakers"] = format!("{:?}", evidence.speakers).into();
    pair["may_be"] = may_be(&evidence).into();
    pair["values"] = weigh(&evidence).to_vec().into();
}
