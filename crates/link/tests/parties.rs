//! Parties across articles: what is merged, what is kept apart, and that order leaves no trace.

use gainsay_link::{key, mentions, parties, party_id};
use gainsay_record::{
    Act, Form, Id, Mode, Party, Resolution, Sourcing, Speaker, SpeakerKind, Statement, ZoneKind,
};
use proptest::prelude::*;

fn said_by(name: &str, sourcing: Sourcing, speaks_for: &[&str]) -> Statement {
    let described = matches!(sourcing, Sourcing::Unnamed);
    Statement {
        id: Id(String::new()),
        zone: ZoneKind::Body,
        mode: Mode::Utterance,
        form: Form::Indirect,
        act: Act::State,
        act_confidence: 1.0,
        act_basis: String::new(),
        act_runner_up: None,
        source: vec![],
        cue: vec![],
        content: vec![],
        speaker: Speaker {
            name: name.to_owned(),
            kind: SpeakerKind::Person,
            role: None,
            speaks_for: speaks_for.iter().map(|&name| name.to_owned()).collect(),
            resolved_from: if described { Resolution::Description } else { Resolution::Name },
            candidates: vec![],
        },
        sourcing,
        via: vec![],
        targets: vec![],
        addressee: None,
        said: None,
        confidence: 1.0,
        made_by: String::new(),
    }
}

fn id(word: &str) -> Id {
    Id(word.to_owned())
}

#[test]
fn the_same_name_in_two_articles_is_one_party() {
    let one = [said_by("Ilmar Tešk", Sourcing::Named, &["Velmark Army", "Velmark"])];
    let two = [said_by("ILMAR TESK", Sourcing::Named, &["Velmark"])];
    let found = parties([(&id("a"), &one[..]), (&id("b"), &two[..])]);
    let tesk = &found[&party_id("Ilmar Tesk").unwrap()];
    assert_eq!(tesk.aliases.len(), 1);
    assert_eq!(tesk.speaks_for, ["Velmark Army", "Velmark"]);
    assert_eq!(found.len(), 3, "Tesk, the army and Velmark");
}

#[test]
fn two_articles_unnamed_officials_are_two_parties() {
    let one = [said_by("unnamed official", Sourcing::Unnamed, &[])];
    let found = parties([(&id("a"), &one[..]), (&id("b"), &one[..])]);
    assert_eq!(found.len(), 2);
}

#[test]
fn a_ministry_is_the_same_also_where_an_unnamed_official_speaks_for_it() {
    let mut one = [said_by("Foreign Ministry", Sourcing::Unnamed, &[])];
    one[0].speaker.kind = SpeakerKind::Organization;
    assert_eq!(parties([(&id("a"), &one[..]), (&id("b"), &one[..])]).len(), 1);
}

#[test]
fn an_answer_to_an_unnamed_official_is_aimed_at_the_one_of_the_same_article() {
    let mut answer = said_by("Ilmar Tesk", Sourcing::Named, &[]);
    answer.targets = vec![Party { name: "Unnamed official".to_owned(), spans: vec![] }];
    let article = [said_by("unnamed official", Sourcing::Unnamed, &[]), answer];
    let found = mentions(&id("a"), &article);
    assert_eq!(found[0].party, found[2].party);
}

#[test]
fn a_collective_is_one_party_only_where_it_is_said_whose() {
    let theirs = [said_by("Velmark officials", Sourcing::Collective, &["Velmark"])];
    let anyone = [said_by("analysts", Sourcing::Collective, &[])];
    let (a, b) = (id("a"), id("b"));
    assert_eq!(parties([(&a, &theirs[..]), (&b, &theirs[..])]).len(), 2, "they and Velmark");
    assert_eq!(parties([(&a, &anyone[..]), (&b, &anyone[..])]).len(), 2, "two lots of analysts");
}

#[test]
fn a_surname_of_another_article_stays_apart() {
    let full = [said_by("Ilmar Tesk", Sourcing::Named, &[])];
    let short = [said_by("Tesk", Sourcing::Named, &[])];
    assert_eq!(parties([(&id("a"), &full[..]), (&id("b"), &short[..])]).len(), 2);
}

#[test]
fn an_unknown_speaker_is_no_party() {
    let article = [said_by(Speaker::UNKNOWN, Sourcing::Named, &[])];
    assert_eq!(mentions(&id("a"), &article)[0].party, None);
    assert!(parties([(&id("a"), &article[..])]).is_empty());
    assert_eq!(party_id(Speaker::UNKNOWN), None);
}

proptest! {
    #[test]
    fn the_order_of_articles_leaves_no_trace(
        names in proptest::collection::vec("[A-Ca-c]{1,2}|Ilmar Tesk|ILMAR TESK|the US", 1..12),
        turn in 0usize..12,
    ) {
        let articles: Vec<(Id, Vec<Statement>)> = names
            .iter()
            .enumerate()
            .map(|(i, name)| {
                let chain = names[i / 2].as_str();
                (id(&i.to_string()), vec![said_by(name, Sourcing::Named, &[chain])])
            })
            .collect();
        let mut turned: Vec<_> = articles.iter().map(|(id, all)| (id, &all[..])).collect();
        let expected = parties(turned.clone());
        let by = turn % turned.len();
        turned.rotate_left(by);
        prop_assert_eq!(&parties(turned), &expected);
        for (id, profile) in &expected {
            let by_name = party_id(&profile.name);
            prop_assert_eq!(Some(id), by_name.as_ref());
            prop_assert!(profile.speaks_for.iter().all(|name| key(name) != key(&profile.name)));
        }
    }
}
