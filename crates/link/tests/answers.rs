//! Answers, allegations and positions over short articles that anybody can read: `tests/disputes/*.md`.
//!
//! Each file holds articles as tables of statements and what is expected of them together.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use gainsay_link::allegations::{AnswerLink, Report, allegations, claims, grants};
use gainsay_link::answers::{Turn, best, turns};
use gainsay_link::positions::{Voice, positions};
use gainsay_link::stories::topic;
use gainsay_link::{Index, Place, day, key};
use gainsay_record::{
    Act, Basis, DateValue, Digest, Form, Id, Mode, Party, Precision, Resolution, Sourcing, Span,
    Speaker, SpeakerKind, Statement, Text, ZoneKind,
};
use proptest::prelude::*;

/// In these articles a name is one party everywhere.
fn party_id(name: &str) -> Option<Id> {
    Some(Digest::new("party").part(&key(name)?).id())
}

struct Article {
    id: Id,
    date: String,
    text: Text,
    statements: Vec<Statement>,
}

/// The articles of a file: each a heading `## Article DATE`, its text, and a table of statements.
fn read(file: &str) -> (Vec<Article>, String) {
    let (articles, expected) = file.split_once("\n## Expected\n").expect("what is expected");
    let of = articles.split("\n## Article ").skip(1).map(|part| {
        let (date, rest) = part.split_once('\n').expect("a date");
        let (text, table) = rest.split_once("\n| speaker ").expect("a table");
        // Lines are broken for the reader only.
        let text = text.trim().split("\n\n").map(|lines| lines.replace('\n', " "));
        let text = &text.collect::<Vec<_>>().join("\n\n");
        let id = gainsay_record::Digest::new("article").part(text).id();
        let mut from = 0;
        let rows = table.lines().skip(2).filter(|line| line.starts_with('|'));
        let statements = rows.map(|row| statement(&id, text, row, &mut from)).collect();
        Article { id, date: date.trim().to_owned(), text: Text::new(text.to_owned()), statements }
    });
    let block = expected.split("```").nth(1).expect("a block");
    (of.collect(), block.trim_start_matches("text").trim().to_owned())
}

fn statement(article: &Id, text: &str, row: &str, from: &mut usize) -> Statement {
    let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
    let [speaker, side, act, target, source, cue, content] = cells[..] else {
        panic!("seven cells: {row}")
    };
    // In text order; the source may stand after the content.
    let start = *from;
    let place = |words: &str| -> Vec<Span> {
        if words.is_empty() {
            return Vec::new();
        }
        let at = start + text[start..].find(words).unwrap_or_else(|| panic!("{words:?} in {row}"));
        let point = |byte: usize| text[..byte].chars().count();
        vec![Span { start: point(at), end: point(at + words.len()), exact: words.to_owned() }]
    };
    let (source, cue, content) = (place(source), place(cue), place(content));
    *from = start + text[start..].find(&content[0].exact).expect("found above");
    let list = |cell: &str| -> Vec<String> {
        cell.split(';').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
    };
    Statement {
        id: Statement::id_of(article, &source, &cue, &content),
        zone: ZoneKind::Body,
        mode: Mode::Utterance,
        form: if content[0].exact.starts_with('“') { Form::Direct } else { Form::Indirect },
        act: act.parse::<Act>().expect("an act"),
        act_confidence: 1.0,
        act_basis: String::new(),
        act_runner_up: None,
        source,
        cue,
        content,
        speaker: Speaker {
            name: speaker.to_owned(),
            kind: SpeakerKind::Person,
            role: None,
            speaks_for: list(side),
            resolved_from: Resolution::Name,
            candidates: Vec::new(),
        },
        sourcing: Sourcing::Named,
        via: Vec::new(),
        targets: list(target).into_iter().map(|name| Party { name, spans: Vec::new() }).collect(),
        addressee: None,
        said: None,
        confidence: 1.0,
        made_by: "test".to_owned(),
    }
}

fn date_of(article: &Article) -> Option<i32> {
    let value = article.date.clone();
    day(&DateValue { value, precision: Precision::Day, basis: Basis::Text, span: None })
}

/// What the articles together say, in the words of the file.
fn told(articles: &[&Article]) -> String {
    let mut index: Index<Turn> = Index::default();
    for article in articles {
        let head = article.text.as_str().lines().next().unwrap_or("");
        let on = date_of(article);
        let about = Arc::new(topic(on, [head], [article.text.as_str()]));
        for turn in turns(on, &article.id, &article.text, &article.statements, &about) {
            index.add(turn.place().clone(), turn);
        }
    }
    let mut ordered: Vec<&&Article> = articles.iter().collect();
    ordered.sort_by_key(|article| (date_of(article), article.id));
    let all: Vec<(&Article, &Statement)> = ordered
        .iter()
        .flat_map(|article| article.statements.iter().map(|statement| (**article, statement)))
        .collect();
    let numbers: BTreeMap<&Id, usize> =
        all.iter().zip(1..).map(|((_, statement), number)| (&statement.id, number)).collect();
    let mut links = Vec::new();
    for (article, statement) in &all {
        let at = article.statements.iter().position(|other| other.id == statement.id).unwrap();
        let place = Place::new(date_of(article), article.id, at as u32);
        let own = index.links(&place).into_iter();
        let own = own.filter(|(other, is)| (**other < place) != is.kind.backward);
        let id_at = |place: &Place| {
            let of = articles.iter().find(|article| article.id == *place.article()).unwrap();
            of.statements[place.position() as usize].id
        };
        let own = own.map(|(other, is)| (is.score, id_at(other), is)).collect();
        for (_, to, judgement) in best(own) {
            links.push(AnswerLink { from: statement.id, to, kind: judgement.kind.kind });
        }
    }
    let mut out = String::new();
    for link in &links {
        let (from, to) = (numbers[&link.from], numbers[&link.to]);
        writeln!(out, "{from} answers {to}: {}", link.kind.as_str()).unwrap();
    }
    let mut reports = Vec::new();
    for article in articles {
        for (statement, claim) in article.statements.iter().zip(claims(&article.statements)) {
            reports.extend(claim.map(|claim| Report {
                statement: statement.id,
                act: statement.act,
                grants: grants(statement),
                claim,
                original: statement.id,
            }));
        }
    }
    let voices: BTreeMap<Id, Voice> = all
        .iter()
        .map(|(article, statement)| {
            let side = statement.speaker.speaks_for.iter().rev();
            let parties = side.chain([&statement.speaker.name]).filter_map(|name| party_id(name));
            let day = Some(article.date.clone());
            (statement.id, Voice { parties: parties.collect(), day })
        })
        .collect();
    let names: BTreeMap<Id, String> = all
        .iter()
        .flat_map(|(_, statement)| {
            let targets = statement.targets.iter().map(|target| &target.name);
            targets.chain(&statement.speaker.speaks_for).chain([&statement.speaker.name])
        })
        .filter_map(|name| Some((party_id(name)?, name.clone())))
        .collect();
    let list = |ids: &std::collections::BTreeSet<Id>| {
        let mut of: Vec<usize> = ids.iter().map(|id| numbers[id]).collect();
        of.sort_unstable();
        of.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")
    };
    let found = allegations(&reports, &links);
    let mut sorted: Vec<_> = found.values().collect();
    sorted.sort_by_key(|one| one.asserted_by.iter().map(|id| numbers[id]).min());
    let say = |part: &Option<String>| part.clone().unwrap_or_else(|| "?".to_owned());
    let title = |one: &gainsay_link::allegations::Allegation| {
        let claim = &one.claim;
        format!("{} – {} – {}", say(&claim.subject), say(&claim.relation), say(&claim.object))
    };
    for one in sorted {
        let unanswered = if one.is_unanswered() { ", unanswered" } else { "" };
        writeln!(out, "\n{}{unanswered}", title(one)).unwrap();
        let parts = [
            ("asserted by", &one.asserted_by),
            ("denied by", &one.denied_by),
            ("admitted in part by", &one.admitted_in_part_by),
            ("met by", &one.met_by),
        ];
        for (what, ids) in parts.iter().filter(|(_, ids)| !ids.is_empty()) {
            writeln!(out, "  {what} {}", list(ids)).unwrap();
        }
        for other in &one.related {
            writeln!(out, "  near {}", title(&found[other])).unwrap();
        }
        let accused = one.claim.subject.as_deref().and_then(party_id);
        for position in positions(one, accused.as_slice(), &voices) {
            let from = position.from.as_deref().unwrap_or("?");
            let party = names.get(&position.party).map_or("?", String::as_str);
            writeln!(out, "  {party}, {from}: {}", position.stance.as_str()).unwrap();
        }
    }
    out.trim().to_owned()
}

const FILES: [(&str, &str); 1] = [("strait", include_str!("disputes/strait.md"))];

#[test]
fn disputes_are_told_as_expected() {
    for (name, file) in FILES {
        let (articles, expected) = read(file);
        let all: Vec<&Article> = articles.iter().collect();
        let told = told(&all);
        assert_eq!(told, expected, "{name}:\n{told}\n");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn the_order_of_articles_leaves_no_trace(order in Just(vec![0usize, 1, 2]).prop_shuffle()) {
        for (_, file) in FILES {
            let (articles, expected) = read(file);
            let all: Vec<&Article> = order.iter().filter_map(|&at| articles.get(at)).collect();
            prop_assert_eq!(told(&all), expected);
        }
    }
}
