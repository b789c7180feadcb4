//! Prints the evidence for labelled pairs: `answers ARTICLES.jsonl PAIRS.jsonl STORIES.jsonl`, the articles as the example
//! `given` of `gainsay-statements` prints them (see `measure/polnear.py`), a pair as `model/data/labels` has it.
#![allow(clippy::print_stdout)]

#[path = "support/turns.rs"]
mod support;

use gainsay_link::answers::{Turn, answers, evidence, keys};
use serde_json::{Value, json};

fn main() {
    let given = support::Given::read();
    for pair in given.pairs.iter().filter(|pair| pair["pair"] == "answer") {
        let (Some(from), Some(to)) = (given.of(pair, "from"), given.of(pair, "to")) else {
            continue;
        };
        let mut pair = pair.clone();
        pair["at"] = json!([from.1, to.1]);
        pair["shown"] = json!([from, to].map(|(of, at)| support::shown(&of.statements[at])));
        describe(&mut pair, &from.0.turns[from.1], &to.0.turns[to.1]);
        println!("{pair}");
    }
    // Of the articles that readers read whole, every other pair that would be judged.
    for group in &given.groups {
        let of = given.together(group);
        let said: Vec<(&support::Read, usize, Vec<u64>)> = of
            .iter()
            .flat_map(|read| (0..read.turns.len()).map(|at| (*read, at, keys(&read.turns[at]))))
            .collect();
        for (a, from, own) in &said {
            for (b, to, keys) in &said {
                let same = a.path == b.path;
                let far = same && from.abs_diff(*to) > 32;
                let (one, other) = (&a.turns[*from], &b.turns[*to]);
                if (same && from == to) || far || !meet(one, own, other, keys) {
                    continue;
                }
                let mut pair = json!({
                    "pair": "other", "from": [a.path], "to": [b.path], "at": [from, to],
                });
                describe(&mut pair, one, other);
                println!("{pair}");
            }
        }
    }
}

fn meet(one: &Turn, own: &[u64], other: &Turn, others: &[u64]) -> bool {
    support::meet::<Turn>((one.place(), own), (other.place(), others))
}

fn describe(pair: &mut Value, from: &Turn, to: &Turn) {
    let pieces = evidence(from, to);
    pair["values"] =
        json!(pieces.iter().map(|piece| (piece.value * 1e3).round() / 1e3).collect::<Vec<_>>());
    let found = answers(from, to);
    pair["found"] = found.as_ref().map_or("no", |(kind, _, _)| kind.as_str()).into();
    pair["meet"] = meet(from, &keys(from), to, &keys(to)).into();
    if pair["pair"] == "answer" {
        pair["reason"] = found.map(|(_, _, reason)| reason).into();
        pair["names"] = json!(pieces.iter().map(|piece| piece.name).collect::<Vec<_>>());
    }
}
