//! Prints what accusations, denials and admissions claim: `claims ARTICLES.jsonl`, the lines of
//! `gainsay extract`. To be read by eye.
#![allow(clippy::print_stdout)]

use gainsay_link::allegations::claims;
use gainsay_record::Statement;
use serde_json::Value;

fn main() {
    let path = std::env::args().nth(1).expect("usage: claims ARTICLES.jsonl");
    let text = std::fs::read_to_string(path).expect("the articles");
    let (mut all, mut whole, mut empty) = (0, 0, 0);
    for line in text.lines() {
        let line: Value = serde_json::from_str(line).expect("an article");
        let statements: Vec<Statement> =
            serde_json::from_value(line["statements"].clone()).expect("its statements");
        for (statement, claim) in statements.iter().zip(claims(&statements)) {
            let Some(claim) = claim else { continue };
            all += 1;
            whole += usize::from(claim.is_whole());
            empty += usize::from(claim.is_bare());
            let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "?".to_owned());
            let words: Vec<&str> =
                statement.content.iter().map(|span| span.exact.as_str()).collect();
            println!(
                "{:7} {} | {} | {} || {}: {}",
                statement.act.as_str(),
                part(&claim.subject),
                part(&claim.relation),
                part(&claim.object),
                statement.speaker.name,
                words.join(" … ")
            );
        }
    }
    println!("{all} claims, {whole} whole, {empty} without relation and object");
}
