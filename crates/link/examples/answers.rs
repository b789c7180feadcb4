//! Prints the evidence for labelled pairs: `answers ARTICLES.jsonl PAIRS.jsonl STORIES.jsonl`, the articles as the example
//! `given` of `gainsay-statements` prints them (see `measure/polnear.py`), a pair as `model/data/labels` has it.
#![allow(clippy::print_stdout)]

#[path = "support/turns.rs"]
mod support;

use std::collections::BTreeMap;

use gainsay_link::answers::{Turn, answers, evidence, keys};
use serde_json::{Value, json};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(articles), Some(pairs), Some(groups)) =
        (arguments.next(), arguments.next(), arguments.next())
    else {
        panic!("usage: answers ARTICLES.jsonl PAIRS.jsonl STORIES.jsonl")
    };
    let articles: BTreeMap<String, support::Read> =
        support::articles(&articles).map(|article| (article.path.clone(), article)).collect();
    let pairs = std::fs::read_to_string(&pairs).unwrap_or_else(|error| panic!("{pairs}: {error}"));
    for line in pairs.lines() {
        let mut pair: Value = serde_json::from_str(line).expect("a labelled pair");
        if pair["pair"] != "answer" {
            continue;
        }
        let of = |which: &str| {
            let name = pair[which][0].as_str().expect("an article");
            let article = articles.get(name).expect("its article");
            Some((article, article.at(&pair[which][1])?))
        };
        let (Some(from), Some(to)) = (of("from"), of("to")) else { continue };
        pair["at"] = json!([from.1, to.1]);
        pair["shown"] = json!([from, to].map(|(of, at)| support::shown(&of.statements[at])));
        describe(&mut pair, &from.0.turns[from.1], &to.0.turns[to.1]);
        println!("{pair}");
    }
    // Of the articles that readers read whole, every other pair that would be judged.
    let groups =
        std::fs::read_to_string(&groups).unwrap_or_else(|error| panic!("{groups}: {error}"));
    for line in groups.lines() {
        let group: Value = serde_json::from_str(line).expect("articles read together");
        let of: Vec<&support::Read> = group["articles"]
            .as_array()
            .expect("their names")
            .iter()
            .filter_map(|name| articles.get(name.as_str()?))
            .collect();
        let said: Vec<(&support::Read, usize, Vec<u64>)> = of
            .iter()
            .flat_map(|read| (0..read.turns.len()).map(|at| (*read, at, keys(&read.turns[at]))))
            .collect();
        for (a, from, own) in &said {
            for (b, to, keys) in &said {
                let same = a.path == b.path;
                let far = same && from.abs_diff(*to) > 32;
                if (same && from == to) || far || !own.iter().any(|key| keys.contains(key)) {
                    continue;
                }
                let mut pair = json!({
                    "pair": "other", "from": [a.path], "to": [b.path], "at": [from, to],
                });
                describe(&mut pair, &a.turns[*from], &b.turns[*to]);
                println!("{pair}");
            }
        }
    }
}

fn describe(pair: &mut Value, from: &Turn, to: &Turn) {
    let pieces = evidence(from, to);
    pair["values"] =
        json!(pieces.iter().map(|piece| (piece.value * 1e3).round() / 1e3).collect::<Vec<_>>());
    let found = answers(from, to);
    pair["found"] = found.as_ref().map_or("no", |(kind, _, _)| kind.as_str()).into();
    let others = keys(to);
    pair["meet"] = keys(from).iter().any(|key| others.contains(key)).into();
    if pair["pair"] == "answer" {
        pair["reason"] = found.map(|(_, _, reason)| reason).into();
        pair["names"] = json!(pieces.iter().map(|piece| piece.name).collect::<Vec<_>>());
    }
}
