//! Copies, stories and echoes by example: articles of a dispute that never was.

use std::sync::Arc;

use gainsay_link::echoes::{Difference, Echo, Utterance, differences};
use gainsay_link::{Index, Place, copies, echoes, stories};
use gainsay_record::{
    Act, Digest, Form, Id, Mode, Resolution, Sourcing, Span, Speaker, SpeakerKind, Statement,
    ZoneKind,
};

const REPORT: &str = "The Interior Ministry of Velmark on Tuesday accused the harbour guild of \
    Merrow of arming the crews that cut the undersea cable last month. Minister Ilmar Tesk told \
    reporters that the guild was a veritable arm of the Merrow navy, and that Velmark would ask \
    the court in Harrow for its warehouses to be searched. The guild called the charge absurd. \
    Its chairwoman, Odile Brandt, said no member had left port in the week before the cable was \
    cut, and invited the minister to read the harbour log. Repair ships are expected at the site \
    by Friday. Trade between the two states has fallen by a third since the cable went dead, and \
    fishermen on both shores complain of searches that last for hours.";

fn id(name: &str) -> Id {
    Digest::new(name).id()
}

fn article(name: &str, day: i32) -> Place {
    Place::new(Some(day), id(name), 0)
}

#[test]
fn a_text_cut_and_headed_anew_is_a_copy_and_confirms_nothing() {
    let cut = &REPORT[..REPORT.find("Repair ships").unwrap()];
    let edited = REPORT.replace("absurd", "baseless").replace("Friday", "the weekend");
    let other = "Minister Ilmar Tesk of Velmark has accused a guild in Merrow of arming crews. He \
        spoke of a veritable arm of the Merrow navy. The guild answered that its ships were in \
        port all week; the court will hear both sides. Nobody has yet said who will pay for the \
        repair of the cable, which carried most of the trade in currency between the states.";
    let mut index = Index::default();
    for (name, day, text) in
        [("post", 2, cut), ("wire", 1, REPORT), ("echo", 3, &edited), ("own", 2, other)]
    {
        index.add(article(name, day), copies::sketch([text]));
    }
    let wire = article("wire", 1);
    let kinds: Vec<_> = index.links(&wire).iter().map(|(_, is)| is.kind).collect();
    assert_eq!(kinds, [copies::Copy::Cut, copies::Copy::Whole]);
    assert_eq!(index.earliest(&article("echo", 3)), Some(&wire));
    assert_eq!(index.earliest(&article("own", 2)), Some(&article("own", 2)));

    let reports = [article("wire", 1), article("post", 2), article("echo", 3), article("own", 2)];
    let originals = reports.iter().map(|report| index.earliest(report).unwrap());
    assert_eq!(copies::independent(originals), 2, "four reports, two of them independent");
}

#[test]
fn articles_about_one_happening_are_a_story_and_the_same_names_weeks_later_are_none() {
    let later = "Repair ships have finished their work on the cable between Velmark and Merrow. \
        The harbour guild and Minister Ilmar Tesk both claimed credit.";
    let again = "Velmark wants the guild's warehouses in Merrow searched. Minister Ilmar Tesk \
        accused the harbour guild of arming crews that cut the undersea cable, and will turn to \
        the court in Harrow. Odile Brandt, who leads the guild, called it absurd.";
    let topic = |day, text| stories::topic(Some(day), ["Cable cut, guild accused"], [text]);
    let mut index = Index::default();
    index.add(article("a", 10), topic(10, REPORT));
    index.add(article("b", 11), topic(11, again));
    index.add(article("c", 40), topic(40, later));
    assert_eq!(index.earliest(&article("b", 11)), Some(&article("a", 10)));
    assert_eq!(index.groups().len(), 2);
}

/// A statement as the record has it, with the fields that matter here.
fn said(speaker: &str, cue: &str, content: &str) -> Statement {
    let span = |exact: &str| Span { start: 0, end: exact.chars().count(), exact: exact.to_owned() };
    Statement {
        id: Id::from_number(0),
        zone: ZoneKind::Body,
        mode: Mode::Utterance,
        form: Form::Mixed,
        act: Act::State,
        act_confidence: 1.0,
        act_basis: String::new(),
        act_runner_up: None,
        source: vec![span(speaker)],
        cue: vec![span(cue)],
        content: vec![span(content)],
        speaker: Speaker {
            name: speaker.to_owned(),
            kind: SpeakerKind::Person,
            role: None,
            speaks_for: vec![],
            resolved_from: Resolution::Name,
            candidates: vec![],
        },
        sourcing: Sourcing::Named,
        via: vec![],
        targets: vec![],
        addressee: None,
        said: None,
        confidence: 1.0,
        made_by: String::new(),
    }
}

fn utterance(article: &str, day: i32, statement: &Statement) -> Utterance {
    let topic = stories::topic(Some(day), [], [REPORT]);
    Utterance::of(Place::new(Some(day), id(article), 0), statement, &Arc::new(topic))
}

const FULL: &str = "“The harbour guild is a veritable arm of the Merrow navy, and we will treat its \
    crews as sailors under orders”";

/// A dossier that goes back for years must not compare each statement with all that ever used a phrase.
#[test]
fn years_apart_a_sentence_meets_its_like_and_a_phrase_does_not() {
    let phrase = "the harbour guild is a veritable arm of others, as everybody knows by now";
    let mut index = Index::default();
    let mut met = Vec::new();
    for (name, day, words) in [
        ("a", 1, FULL),
        ("b", 2, phrase),
        ("c", 900, phrase),
        ("d", 901, FULL),
        ("e", 2000, phrase),
    ] {
        let one = utterance(name, day, &said("Ilmar Tesk", "said", words));
        met.push(index.add(article(name, day), one).judged);
    }
    // In full with in full, short with short; the two, which share eight words, only on days near.
    assert_eq!(met, [0, 1, 1, 2, 2]);
    assert_eq!(index.earliest(&article("d", 901)), Some(&article("a", 1)));
}

#[test]
fn the_same_words_and_a_fragment_of_them_are_echoes() {
    let full = utterance("a", 1, &said("Ilmar Tesk", "said", FULL));
    let same = utterance("b", 2, &said("Ilmar Tesk", "told reporters", FULL));
    let part = utterance(
        "c",
        2,
        &said("Tesk", "called", "the guild a “veritable arm of the Merrow navy”"),
    );
    assert_eq!(echoes::judge(&full, &same).unwrap().kind, Echo::Same);
    let found = echoes::judge(&full, &part).unwrap();
    assert_eq!(found.kind, Echo::Part);
    assert_eq!(found.reason, "same surname, 7 words in a row in both, printed a day apart");
}

#[test]
fn another_speaker_or_a_stock_phrase_long_after_is_none() {
    let full = utterance("a", 1, &said("Ilmar Tesk", "said", "“We will defend our waters”"));
    let other = utterance("b", 2, &said("Odile Brandt", "said", "“We will defend our waters”"));
    let later = utterance(
        "c",
        90,
        &said("Ilmar Tesk", "said", "“Whoever comes, we will defend our waters and our trade”"),
    );
    assert_eq!(echoes::judge(&full, &other), None);
    assert_eq!(echoes::judge(&full, &later), None);
}

#[test]
fn a_denial_printed_again_is_an_echo_whose_earliest_report_is_told() {
    let denial = "no member of the guild had armed the crews that cut the cable";
    let mut index = Index::default();
    for (name, day) in [("c", 4), ("a", 2), ("b", 3)] {
        let utterance = utterance(name, day, &said("Odile Brandt", "denied", denial));
        index.add(utterance.place().clone(), utterance);
    }
    assert_eq!(index.groups().len(), 1, "one denial");
    assert_eq!(index.earliest(&article("c", 4)), Some(&article("a", 2)));
}

#[test]
fn what_was_cut_changed_and_unquoted_is_told_in_words_of_the_reports() {
    let earlier = ["“The guild is a veritable arm of the Merrow navy, as everybody knows”"];
    let later = ["the harbour guild was “a veritable arm” of the Merrow navy"];
    let shown: Vec<String> = differences(&earlier, &later)
        .into_iter()
        .map(|difference| match difference {
            Difference::Cut(a) => format!("cut: {}", a.of(&earlier)),
            Difference::Added(b) => format!("added: {}", b.of(&later)),
            Difference::Changed(a, b) => {
                format!("changed: {} > {}", a.of(&earlier), b.of(&later))
            }
            Difference::Unquoted(a, _) => format!("unquoted: {}", a.of(&earlier)),
            Difference::Quoted(_, b) => format!("quoted: {}", b.of(&later)),
        })
        .collect();
    assert_eq!(
        shown,
        [
            "unquoted: The",
            "added: harbour",
            "unquoted: guild",
            "changed: is > was",
            "unquoted: of the Merrow navy",
            "cut: as everybody knows"
        ]
    );
}
