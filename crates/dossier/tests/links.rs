//! Links: order and number of runs leave no trace, and what goes takes its links along.

mod common;

use common::{add, article, statement};
use gainsay_corrections::{AnswerKind, Change, Entry, Verdict};
use gainsay_dossier::{Dossier, ExportOptions};
use gainsay_record::{
    Act, Article, Basis, DateValue, Form, Id, Party, Precision, Resolution, Statement,
};
use proptest::prelude::*;

/// A paper's page on the dispute, of that day of March 2012 if of any.
fn page(path: &str, day: Option<u8>, text: &str) -> Article {
    let mut page = article(path, text);
    page.outlet = Some(format!("Paper {path}"));
    page.published = day.map(|day| DateValue {
        value: format!("2012-03-{day:02}"),
        precision: Precision::Day,
        basis: Basis::Input,
        span: None,
    });
    page
}

const CHARGE: &str = "“The harbour guild of Merrow is a veritable arm of the Ostravan navy”";

/// Sentences of which pages are made, with who says what in them.
const SENTENCES: [(&str, &str, &str, &str); 6] = [
    (
        "Interior Minister Ilmar Tesk told a hearing on Sunday: “The harbour guild of Merrow is a veritable arm of the Ostravan navy”.",
        "Ilmar Tesk",
        "told",
        CHARGE,
    ),
    (
        "Minister Tesk called the guild a “veritable arm of the Ostravan navy”.",
        "Tesk",
        "called",
        "the guild a “veritable arm of the Ostravan navy”",
    ),
    (
        "Odile Brandt, who leads the guild, denied that any member had armed the cable crews.",
        "Odile Brandt",
        "denied",
        "any member had armed the cable crews",
    ),
    (
        "On Sunday the guild's elders met for an emergency session in the lantern hall of Harrow.",
        "",
        "",
        "",
    ),
    (
        "The court in Harrow opens its inquiry into the severed cable on Wednesday, clerks said.",
        "clerks",
        "said",
        "The court in Harrow opens its inquiry into the severed cable on Wednesday",
    ),
    (
        "Fishermen on both shores complain of searches that last for hours, and of nets cut at night.",
        "",
        "",
        "",
    ),
];

fn made(path: &str, day: Option<u8>, sentences: &[usize]) -> (Article, Vec<Statement>) {
    let mut sentences = sentences.to_vec();
    sentences.dedup();
    let text = sentences.iter().map(|&at| SENTENCES[at].0).collect::<Vec<_>>().join(" ");
    let page = page(path, day, &text);
    let mut said: Vec<Statement> = Vec::new();
    for at in sentences {
        let (_, name, cue, content) = SENTENCES[at];
        if name.is_empty() || !text.contains(content) {
            continue;
        }
        let mut one = statement(&page, name, [name, cue, content]);
        one.speaker.resolved_from = Resolution::Name;
        one.addressee = None;
        if said.iter().all(|other| other.id != one.id) {
            said.push(one);
        }
    }
    (page, said)
}

fn export(dossier: &mut Dossier) -> String {
    dossier.link(|_, _| {}).unwrap();
    let report = dossier.verify(|_, _| {}).unwrap();
    assert_eq!(report.failures, []);
    let mut out = Vec::new();
    dossier.export(&mut out, ExportOptions::default()).unwrap();
    String::from_utf8(out).unwrap()
}

fn lines(export: &str, kind: &str) -> Vec<serde_json::Value> {
    let all = export.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    all.filter(|line| line["type"] == kind).collect()
}

#[test]
fn a_quotation_through_three_papers_is_one_echo_with_its_drift() {
    let folder = tempfile::tempdir().unwrap();
    let mut dossier = Dossier::open(folder.path().join("d")).unwrap();
    for (path, day, sentences) in
        [("b", Some(6), &[1usize, 2][..]), ("a", Some(5), &[0, 5]), ("c", Some(7), &[0, 2])]
    {
        add(&mut dossier, &made(path, day, sentences)).unwrap();
    }
    assert!(dossier.export(&mut Vec::new(), ExportOptions::default()).is_err(), "not linked yet");
    let all = export(&mut dossier);
    let counts = dossier.counts().unwrap();
    assert_eq!((counts.statements, counts.independent, counts.echoes), (5, 2, 2));
    let parties = dossier.parties().unwrap();
    let brandt = parties.iter().find(|party| party.name == "Odile Brandt").unwrap();
    assert_eq!((brandt.statements, brandt.independent), (2, 1), "two reports, one denial");

    let echoes = dossier.echoes().unwrap();
    let charge = echoes.iter().find(|echo| echo.reports.len() == 3).unwrap();
    assert_eq!(dossier.echo(&charge.id).unwrap().as_ref(), Some(charge));
    let told: Vec<_> = charge.reports[1]
        .differences
        .iter()
        .map(|drift| (drift.what, drift.earlier.as_ref().map(|span| span.exact.as_str())))
        .collect();
    assert!(
        told.contains(&("cut", Some("is"))) || told.iter().any(|(what, _)| *what == "unquoted"),
        "{told:?}"
    );
    for drift in charge.reports.iter().flat_map(|report| &report.differences) {
        let earliest = dossier.text(&charge.reports[0].article).unwrap().unwrap();
        assert!(drift.earlier.iter().all(|span| earliest.range_of(span).is_ok()));
    }
    let line = &lines(&all, "echo").into_iter().find(|line| line["reports"] == 3).unwrap();
    assert_eq!(line["earliest"], charge.reports[0].statement.to_string());
    assert_eq!(line["drift"].as_array().unwrap().len(), 2);

    // Of the first paper nothing is left but what the others say.
    add(&mut dossier, &made("a", Some(5), &[5])).unwrap();
    export(&mut dossier);
    let left: Vec<usize> =
        dossier.echoes().unwrap().iter().map(|echo| echo.reports.len()).collect();
    assert_eq!(left, [2, 2]);
}

#[test]
fn a_copy_names_its_original_and_a_story_its_articles() {
    let folder = tempfile::tempdir().unwrap();
    let mut dossier = Dossier::open(folder.path().join("d")).unwrap();
    for (path, day, sentences) in [
        ("wire", Some(5), &[0usize, 1, 2, 3, 4, 5][..]),
        ("post", Some(6), &[0, 1, 2, 3, 4]),
        ("own", Some(6), &[2, 5]),
    ] {
        add(&mut dossier, &made(path, day, sentences)).unwrap();
    }
    let all = export(&mut dossier);
    let articles = lines(&all, "article");
    let of = |path: &str| articles.iter().find(|line| line["path"] == path).unwrap();
    assert_eq!(of("post")["copy_of"], of("wire")["id"]);
    assert_eq!(of("own")["copy_of"], serde_json::Value::Null);
    assert_eq!(of("post")["story"], of("wire")["story"]);
    let story = dossier.stories().unwrap().remove(0);
    assert_eq!(story.articles.len() - story.originals(), 1, "one of them is a copy");
    assert_eq!(dossier.counts().unwrap().copies, 1);
}

#[test]
fn an_undated_article_is_dated_by_the_happenings_that_it_shares_until_they_go() {
    let folder = tempfile::tempdir().unwrap();
    let mut dossier = Dossier::open(folder.path().join("d")).unwrap();
    // 2012-03-05 is a Monday, and "on Sunday" in its paper is the 4th.
    add(&mut dossier, &made("dated", Some(5), &[0, 3, 2])).unwrap();
    add(&mut dossier, &made("undated", None, &[0, 3, 5])).unwrap();
    let far = page("far", None, "A fair opens on Sunday in the meadows of another country.");
    add(&mut dossier, &(far, vec![])).unwrap();
    let all = export(&mut dossier);
    let articles = lines(&all, "article");
    let of = |path: &str| &articles.iter().find(|line| line["path"] == path).unwrap()["published"];
    let inferred = of("undated");
    assert_eq!(
        (&inferred["value"], &inferred["basis"]),
        (&"2012-03-04".into(), &"inferred".into())
    );
    assert_eq!(
        (&inferred["not_before"], &inferred["not_after"]),
        (&"2012-03-04".into(), &"2012-03-10".into())
    );
    assert_eq!(inferred["evidence"][0]["there"]["exact"], "Sunday");
    assert!(of("far").is_null(), "nothing tells when");
    // What the article says of itself is not changed.
    let entry = dossier.articles().unwrap().into_iter().find(|of| of.paths == ["undated"]).unwrap();
    assert_eq!(entry.published, None);
    assert!(entry.inferred.is_some());

    add(&mut dossier, &made("dated", Some(5), &[5])).unwrap();
    export(&mut dossier);
    assert!(dossier.articles().unwrap().iter().all(|of| of.inferred.is_none()), "undone");
}

fn any_page() -> impl Strategy<Value = (Option<u8>, Vec<usize>)> {
    (prop::option::weighted(0.7, 1u8..20), prop::collection::vec(0..SENTENCES.len(), 1..6))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_order_and_any_runs_give_the_same_export(
        (pages, order, runs) in prop::collection::vec(any_page(), 1..9).prop_flat_map(|pages| {
            let order: Vec<usize> = (0..pages.len()).collect();
            let runs = prop::collection::vec(any::<bool>(), pages.len());
            (Just(pages), Just(order).prop_shuffle(), runs)
        }),
        again in any::<prop::sample::Index>(),
        before in any_page(),
    ) {
        let made: Vec<_> = pages.iter().enumerate()
            .map(|(at, (day, sentences))| made(&format!("{at}.txt"), *day, sentences))
            .collect();
        let folder = tempfile::tempdir().unwrap();
        let mut one = Dossier::open(folder.path().join("one")).unwrap();
        for page in &made {
            add(&mut one, page).unwrap();
        }
        let mut two = Dossier::open(folder.path().join("two")).unwrap();
        // One page was another before.
        let again = again.index(made.len());
        add(&mut two, &common_page(again, &before)).unwrap();
        for (at, link) in order.into_iter().zip(runs) {
            if link {
                two.link(|_, _| {}).unwrap();
            }
            add(&mut two, &made[at]).unwrap();
        }
        prop_assert_eq!(export(&mut one), export(&mut two));
        // What search walks over is drawn with the inferred dates, too.
        let listed = |name: &str| listed(&folder.path().join(name));
        prop_assert_eq!(listed("one"), listed("two"));
    }
}

/// The order of search, with the days that it rests on.
fn listed(path: &std::path::Path) -> Vec<(String, [i64; 4])> {
    let conn = rusqlite::Connection::open(path).unwrap();
    let mut query = conn
        .prepare(
            "SELECT s.id, l.said_from, l.said_to, l.published_from, l.published_to
             FROM listing l JOIN statement s ON s.number = l.number
             ORDER BY l.said_from, l.said_to, l.published_from, l.published_to, l.article, l.position",
        )
        .unwrap();
    let row = |row: &rusqlite::Row<'_>| {
        Ok((row.get(0)?, [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?]))
    };
    query.query_map([], row).unwrap().map(Result::unwrap).collect()
}

#[test]
fn what_people_say_of_an_answer_is_exported() {
    let folder = tempfile::tempdir().unwrap();
    let mut dossier = Dossier::open(folder.path().join("d")).unwrap();
    let page = page(
        "a",
        Some(4),
        "Tesk accused Ostrava of arming the reed rebels. Odile Brandt of Ostrava denied that \
         Ostrava was arming the reed rebels.",
    );
    let said = |name: &str, act: Act, words: [&str; 3], target: &str| {
        let mut one = statement(&page, name, words);
        one.act = act;
        one.form = Form::Indirect;
        one.speaker.speaks_for.clear();
        one.speaker.resolved_from = Resolution::Name;
        one.targets = vec![Party { name: target.to_owned(), spans: vec![] }];
        (one.addressee, one.via) = (None, vec![]);
        one
    };
    let charge = ["Tesk", "accused", "Ostrava of arming the reed rebels"];
    let denial = ["Odile Brandt of Ostrava", "denied", "Ostrava was arming the reed rebels"];
    let charge = said("Ilmar Tesk", Act::Accuse, charge, "Ostrava");
    let denial = said("Odile Brandt", Act::Deny, denial, "Ilmar Tesk");
    let (from, to) = (denial.id, charge.id);
    add(&mut dossier, &(page, vec![charge, denial])).unwrap();

    let answers = |of: &mut Dossier| -> Vec<(String, String)> {
        let all = lines(&export(of), "answer").into_iter();
        let of =
            all.filter(|line| line["from"] == from.to_string() && line["to"] == to.to_string());
        let word =
            |line: &serde_json::Value, key: &str| line[key].as_str().unwrap_or("-").to_owned();
        of.map(|line| (word(&line, "kind"), word(&line, "verdict"))).collect()
    };
    let pair = |kind: &str, verdict: &str| vec![(kind.to_owned(), verdict.to_owned())];
    assert_eq!(answers(&mut dossier), pair("deny", "-"), "drawn by the program");

    let say = |of: &mut Dossier, verdict: Verdict, answer: Option<AnswerKind>, when: &str| {
        let anchor = |id: &Id| Box::new(of.anchors().statement(id).unwrap().unwrap());
        let change = Change::Answer { from: anchor(&from), to: anchor(&to), verdict, answer };
        let (who, when) = ("a reader".to_owned(), when.to_owned());
        let entry = Entry { who, when, note: None, change };
        of.correct(&entry).unwrap();
        entry.id()
    };
    say(&mut dossier, Verdict::Accept, None, "2031-01-01T00:00:00Z");
    assert_eq!(answers(&mut dossier), pair("deny", "accept"));
    let rejected = say(&mut dossier, Verdict::Reject, None, "2031-01-02T00:00:00Z");
    assert_eq!(answers(&mut dossier), [], "what people reject is no answer");
    say(&mut dossier, Verdict::Accept, Some(AnswerKind::Counter), "2031-01-03T00:00:00Z");
    assert_eq!(answers(&mut dossier), pair("counter", "accept"), "the last word counts");
    let undo = |of: String, when: &str| Entry {
        who: "a reader".to_owned(),
        when: when.to_owned(),
        note: None,
        change: Change::Undo { of },
    };
    dossier.correct(&undo(rejected, "2031-01-04T00:00:00Z")).unwrap();
    assert_eq!(answers(&mut dossier), pair("counter", "accept"));
}

fn common_page(
    at: usize,
    (day, sentences): &(Option<u8>, Vec<usize>),
) -> (Article, Vec<Statement>) {
    made(&format!("{at}.txt"), *day, sentences)
}
