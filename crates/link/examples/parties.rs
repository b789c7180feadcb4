//! Clusters given names: `parties < NAMES.jsonl`, a line a mention in the order of the articles,
//! `{"article", "text", "class"}` with class person, body, thing or unknown. Prints the party of
//! each, a line a mention. `../measure/parties.py` makes the lines and scores the answer.
//!
//! `parties statements ARTICLES.jsonl` prints the parties that the statements of `gainsay extract
//! --with text` name, those of most names first.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::BufRead;
use std::time::Instant;

use gainsay_link::all_parties;
use gainsay_link::parties::{Candidate, Class, Name, NameForm, group, local};
use gainsay_record::{Digest, Id, Statement};
use serde_json::Value;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments[..] {
        [] => names(),
        [what, path] if what == "statements" => statements(path),
        _ => panic!("usage: parties < NAMES.jsonl, or parties statements ARTICLES.jsonl"),
    }
}

fn statements(path: &str) {
    let text = std::fs::read_to_string(path).expect("articles");
    let articles: Vec<(Id, String, Vec<Statement>)> = text
        .lines()
        .map(|line| {
            let line: Value = serde_json::from_str(line).expect("an article");
            let statements = serde_json::from_value(line["statements"].clone());
            (
                Digest::new("path").part(line["path"].as_str().expect("its path")).id(),
                line["text"].as_str().unwrap_or_default().to_owned(),
                statements.expect("its statements"),
            )
        })
        .collect();
    let start = Instant::now();
    let parties =
        all_parties(articles.iter().map(|(id, text, said)| (id, text.as_str(), &said[..])));
    eprintln!("{} articles, {} parties, {:?}", articles.len(), parties.len(), start.elapsed());
    let mut all: Vec<_> = parties.values().collect();
    all.sort_by(|a, b| (b.aliases.len(), &a.name).cmp(&(a.aliases.len(), &b.name)));
    for party in all {
        let titles: Vec<&str> = party.roles.iter().map(|role| role.title.as_str()).collect();
        println!(
            "{} | {} | {} | {}",
            party.name,
            party.kind.as_str(),
            party.aliases.join("; "),
            titles.join("; ")
        );
    }
}

fn names() {
    let lines: Vec<Value> = std::io::stdin()
        .lock()
        .lines()
        .map(|line| serde_json::from_str(&line.expect("text")).expect("a mention"))
        .collect();
    let mut articles: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        articles.entry(line["article"].as_str().expect("an article")).or_default().push(at);
    }
    let mut forms: BTreeMap<NameForm, BTreeSet<String>> = BTreeMap::new();
    let mut of_line: Vec<Option<NameForm>> = vec![None; lines.len()];
    for members in articles.values() {
        let names: Vec<Name<'_>> = members
            .iter()
            .map(|&at| Name {
                text: lines[at]["text"].as_str().expect("a name"),
                class: match lines[at]["class"].as_str() {
                    Some("person") => Class::Person,
                    Some("body") => Class::Body,
                    Some("thing") => Class::Thing,
                    _ => Class::Unknown,
                },
                home: None,
                own: false,
            })
            .collect();
        let (parties, of_name) = local(&Id::from_number(members[0] as u64), &names, &[]);
        for (&at, party) in members.iter().zip(of_name) {
            let Some(party) = party.map(|party| &parties[party]) else { continue };
            forms.entry(party.form.clone()).or_default().extend(party.aliases.iter().cloned());
            of_line[at] = Some(party.form.clone());
        }
    }
    let candidates: Vec<Candidate> = forms
        .into_iter()
        .map(|(form, aliases)| Candidate { form, aliases, homes: BTreeSet::new(), known: None })
        .collect();
    let parties = group(&candidates);
    for (at, form) in of_line.into_iter().enumerate() {
        let party = form.and_then(|form| {
            candidates.binary_search_by(|candidate| candidate.form.cmp(&form)).ok()
        });
        println!("{}", party.map_or_else(|| format!("none-{at}"), |at| parties[at].to_string()));
    }
}
