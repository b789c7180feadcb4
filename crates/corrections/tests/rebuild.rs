//! A person corrects; another model reads the same articles again. Fiction throughout.

use gainsay_corrections::{
    Anchor, ArticleAnchor, Change, Entry, Name, Subject, Subjects, apply, fingerprint, live, parse,
    print,
};
use gainsay_record::{
    Act, Form, Id, Mode, Resolution, Sourcing, Span, Speaker, SpeakerKind, Statement, Text,
    TextRange, ZoneKind,
};

const ARTICLE: &str = "“We cut no cable,” Foreign Minister Mara Dorn said on Tuesday. \
    Ostrava accused Velmark of cutting it. An official said the ship was elsewhere.";

fn id() -> Id {
    Id::from_number(0xaa)
}

fn spans(text: &Text, words: &str) -> Vec<Span> {
    let start = text.as_str().find(words).unwrap_or_else(|| panic!("{words:?} is in the text"));
    vec![text.span(TextRange::new(start, start + words.len()))]
}

fn statement(text: &Text, name: &str, act: Act, words: [&str; 3]) -> Statement {
    let [source, cue, content] = words.map(|words| spans(text, words));
    Statement {
        id: Statement::id_of(&id(), &source, &cue, &content),
        zone: ZoneKind::Body,
        mode: Mode::Utterance,
        form: Form::Indirect,
        act,
        act_confidence: 0.5,
        act_basis: "a test".to_owned(),
        act_runner_up: None,
        speaker: Speaker {
            name: name.to_owned(),
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
        confidence: 0.9,
        made_by: "model 1".to_owned(),
        source,
        cue,
        content,
    }
}

fn read(text: &Text) -> Vec<Statement> {
    vec![
        statement(
            text,
            "Mara Dorn",
            Act::State,
            ["Foreign Minister Mara Dorn", "said", "“We cut no cable,”"],
        ),
        statement(text, "Ostrava", Act::Accuse, ["Ostrava", "accused", "of cutting it"]),
        statement(
            text,
            "an official",
            Act::State,
            ["An official", "said the", "ship was elsewhere"],
        ),
    ]
}

fn about(text: &Text, statement: &Statement) -> Box<Anchor> {
    let article = ArticleAnchor {
        text: fingerprint(text.as_str()),
        inputs: vec!["input".to_owned()],
        outlet: None,
        title: None,
    };
    Box::new(Anchor::new(article, text, statement))
}

fn entry(change: Change) -> Entry {
    Entry {
        who: "A. Reader".to_owned(),
        when: "2031-05-01T10:00:00Z".to_owned(),
        note: None,
        change,
    }
}

fn corrected(text: &Text, statements: Vec<Statement>, log: &[Entry]) -> (Vec<Statement>, usize) {
    let (id, inputs) = (id(), ["input".to_owned()]);
    let applied = apply(Subject { id: &id, text, inputs: &inputs }, statements, log);
    for span in applied.statements.iter().flat_map(Statement::spans) {
        assert!(text.range_of(span).is_ok(), "{span:?}");
    }
    (applied.statements, applied.places.len())
}

#[test]
fn another_reading_of_the_same_place_is_corrected_too() {
    let text = Text::new(ARTICLE.to_owned());
    let first = read(&text);
    let log = [entry(Change::Act { on: about(&text, &first[0]), now: Act::Deny })];
    let mut second = read(&text);
    second[0].content = spans(&text, "We cut no cable");
    second[0].source = spans(&text, "Mara Dorn");
    for statement in &mut second {
        statement.made_by = "model 2".to_owned();
        let Statement { source, cue, content, .. } = &*statement;
        statement.id = Statement::id_of(&id(), source, cue, content);
    }
    let (statements, placed) = corrected(&text, second, &log);
    assert_eq!(placed, 1);
    assert_eq!(statements.len(), 3);
    assert_eq!((statements[0].act, statements[0].act_confidence), (Act::Deny, 1.0));
    assert_eq!(statements[0].content[0].exact, "We cut no cable");
    assert_eq!(statements[1].act, Act::Accuse);
}

#[test]
fn a_statement_that_the_new_model_misses_is_put_back_but_a_note_on_it_is_orphaned() {
    let text = Text::new(ARTICLE.to_owned());
    let first = read(&text);
    let speaker = Speaker { name: "Ilo Brand".to_owned(), ..first[2].speaker.clone() };
    let note = Change::Note {
        on: Box::new(Subjects::Statement(*about(&text, &first[1]))),
        text: "look at this".to_owned(),
    };
    let log =
        [entry(Change::Speaker { on: about(&text, &first[2]), now: Some(speaker) }), entry(note)];
    let (statements, placed) = corrected(&text, vec![first[0].clone()], &log);
    assert_eq!(placed, 1);
    assert_eq!(statements.len(), 2);
    assert_eq!(statements[1].speaker.name, "Ilo Brand");
    assert_eq!(statements[1].speaker.resolved_from, Resolution::Corrected);
    assert_eq!(statements[1].made_by, "model 1");
}

#[test]
fn the_same_words_in_another_article_are_a_look_alike() {
    let text = Text::new(ARTICLE.to_owned());
    let first = read(&text);
    let log = [entry(Change::Act { on: about(&text, &first[0]), now: Act::Deny })];
    let other = Text::new(format!("{ARTICLE} So the Post reported."));
    let id = id();
    let applied = apply(Subject { id: &id, text: &other, inputs: &[] }, read(&other), &log);
    assert_eq!(applied.places, []);
    assert_eq!(applied.statements, read(&other));
    // Read from the same input, it is the same article extracted anew: the words stand once.
    let inputs = ["input".to_owned()];
    let applied = apply(Subject { id: &id, text: &other, inputs: &inputs }, read(&other), &log);
    assert_eq!(applied.places.len(), 1);
    // But where they stand twice nobody can say which is meant.
    let twice = Text::new(format!("{ARTICLE}\n{ARTICLE}"));
    let applied = apply(Subject { id: &id, text: &twice, inputs: &inputs }, read(&twice), &log);
    assert_eq!(applied.places, []);
}

#[test]
fn corrections_follow_one_another_and_an_undo_leaves_out_one() {
    let text = Text::new(ARTICLE.to_owned());
    let first = read(&text);
    let wider = Change::Span {
        on: about(&text, &first[1]),
        source: None,
        cue: None,
        content: Some(spans(&text, "Velmark of cutting it")),
    };
    let log = vec![entry(wider)];
    let (after, _) = corrected(&text, first.clone(), &log);
    assert_eq!(after[1].content[0].exact, "Velmark of cutting it");
    assert_ne!(after[1].id, first[1].id);
    let target = Change::Target { on: about(&text, &after[1]), now: vec!["Velmark".to_owned()] };
    let mut log = [log, vec![entry(target)]].concat();
    let (after, placed) = corrected(&text, first.clone(), &log);
    assert_eq!((placed, after[1].targets[0].name.as_str()), (2, "Velmark"));

    log.push(entry(Change::Undo { of: log[0].id() }));
    assert_eq!(live(&log), [false, true, true]);
    let held: Vec<Entry> =
        log.iter().zip(live(&log)).filter(|(_, live)| *live).map(|(e, _)| e.clone()).collect();
    let (after, _) = corrected(&text, first.clone(), &held);
    assert_eq!(after[1].content[0].exact, "of cutting it");
    assert_eq!(after[1].targets[0].name, "Velmark");

    log.push(entry(Change::Undo { of: log[2].id() }));
    assert_eq!(live(&log), [true, true, false, true]);
}

#[test]
fn merging_and_splitting_change_names_and_nothing_else() {
    let text = Text::new(ARTICLE.to_owned());
    let first = read(&text);
    let here = fingerprint(text.as_str());
    let local = Name { name: "an official".to_owned(), text: Some(here) };
    let elsewhere = Name { name: "Ostrava".to_owned(), text: Some("another text".to_owned()) };
    let merge = Change::Merge { names: vec![local, elsewhere], now: "Ilo Brand".to_owned() };
    let (after, placed) = corrected(&text, first.clone(), &[entry(merge)]);
    assert_eq!(placed, 1);
    let names: Vec<&str> = after.iter().map(|s| s.speaker.name.as_str()).collect();
    assert_eq!(names, ["Mara Dorn", "Ostrava", "Ilo Brand"]);

    let names = vec![Name { name: "MARA DORN".to_owned(), text: None }];
    let on = vec![*about(&text, &first[0])];
    let split = Change::Split { names, on, now: "Mara Dorn the Elder".to_owned() };
    let (after, _) = corrected(&text, first, &[entry(split)]);
    assert_eq!(after[0].speaker.name, "Mara Dorn the Elder");
}

#[test]
fn words_that_are_not_in_the_text_enter_nowhere() {
    let text = Text::new(ARTICLE.to_owned());
    let first = read(&text);
    let mut forged = spans(&text, "of cutting it");
    forged[0].exact = "of selling it".to_owned();
    let change = Change::Span {
        on: about(&text, &first[1]),
        source: None,
        cue: None,
        content: Some(forged),
    };
    let (after, placed) = corrected(&text, first.clone(), &[entry(change)]);
    assert_eq!((placed, after), (0, first));
}

#[test]
fn a_log_reads_back_and_its_bad_lines_are_told() {
    let text = Text::new(ARTICLE.to_owned());
    let first = read(&text);
    let log = vec![
        entry(Change::Act { on: about(&text, &first[0]), now: Act::Deny }),
        entry(Change::Said { on: about(&text, &first[0]), now: None }),
    ];
    let lines = format!("{}\n\nnonsense\n{}\n", print(&log[0]), print(&log[1]));
    let (entries, errors) = parse(&lines);
    assert_eq!(entries, log);
    assert_eq!(entries[0].id(), log[0].id());
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].line, 3);
}
