//! Parties across articles: what is merged, what is kept apart, and that order leaves no trace.

use std::collections::BTreeMap;

use gainsay_link::parties::{Candidate, Class, NameForm, group, normal};
use gainsay_link::{Profile, all_parties, mentions};
use gainsay_record::{
    Act, Digest, Form, Id, Mode, Party, Resolution, Sourcing, Speaker, SpeakerKind, Statement,
    ZoneKind,
};
use proptest::prelude::*;

fn said_by(name: &str, sourcing: Sourcing, speaks_for: &[&str]) -> Statement {
    let described = matches!(sourcing, Sourcing::Unnamed);
    Statement {
        id: Id::from_number(0),
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
    Digest::new(word).id()
}

/// The parties of articles without text.
fn parties(articles: &[&[Statement]]) -> BTreeMap<Id, Profile> {
    let ids: Vec<Id> = (0..articles.len()).map(|at| id(&at.to_string())).collect();
    all_parties(ids.iter().zip(articles).map(|(id, said)| (id, "", *said)))
}

fn named<'a>(found: &'a BTreeMap<Id, Profile>, name: &str) -> &'a Profile {
    let mut bearers = found.values().filter(|party| party.name == name);
    let party = bearers.next().unwrap_or_else(|| panic!("{name} is a party"));
    assert!(bearers.next().is_none(), "{name} is one party");
    party
}

fn person(name: &str) -> Statement {
    said_by(name, Sourcing::Named, &[])
}

fn body(name: &str, speaks_for: &[&str]) -> Statement {
    let mut said = said_by(name, Sourcing::Institution, speaks_for);
    said.speaker.kind = SpeakerKind::Organization;
    said
}

#[test]
fn the_same_name_in_two_articles_is_one_party() {
    let one = [said_by("Ilmar Tešk", Sourcing::Named, &["Velmark Army", "Velmark"])];
    let two = [said_by("ILMAR TESK", Sourcing::Named, &["Velmark"])];
    let found = parties(&[&one, &two]);
    let tesk = named(&found, "Ilmar Tešk");
    assert_eq!(tesk.aliases, ["ILMAR TESK"]);
    let speaks_for: Vec<&str> = tesk.speaks_for.iter().map(|id| &*found[id].name).collect();
    assert_eq!(speaks_for, ["Velmark Army", "Velmark"]);
    assert_eq!(found.len(), 3, "Tesk, the army and Velmark");
}

#[test]
fn two_articles_unnamed_officials_are_two_parties() {
    let one = [said_by("unnamed official", Sourcing::Unnamed, &[])];
    assert_eq!(parties(&[&one, &one]).len(), 2);
}

#[test]
fn a_ministry_is_the_same_also_where_an_unnamed_official_speaks_for_it() {
    let mut one = [said_by("Foreign Ministry", Sourcing::Unnamed, &[])];
    one[0].speaker.kind = SpeakerKind::Organization;
    assert_eq!(parties(&[&one, &one]).len(), 1);
}

#[test]
fn an_answer_to_an_unnamed_official_is_aimed_at_the_one_of_the_same_article() {
    let mut answer = person("Ilmar Tesk");
    answer.targets = vec![Party { name: "Unnamed official".to_owned(), spans: vec![] }];
    let article = [said_by("unnamed official", Sourcing::Unnamed, &[]), answer];
    let found = mentions(&id("a"), "", &article).mentions;
    assert_eq!(found[0].party, found[2].party);
}

#[test]
fn a_collective_is_one_party_only_where_it_is_said_whose() {
    let theirs = [said_by("Velmark officials", Sourcing::Collective, &["Velmark"])];
    let anyone = [said_by("analysts", Sourcing::Collective, &[])];
    assert_eq!(parties(&[&theirs, &theirs]).len(), 2, "they and Velmark");
    assert_eq!(parties(&[&anyone, &anyone]).len(), 2, "two lots of analysts");
}

#[test]
fn a_surname_of_another_article_joins_the_one_bearer_and_parts_again_when_there_are_two() {
    let (full, short, other) = (person("Ilmar Tesk"), person("Tesk"), person("Mara Tesk"));
    let (full, short, other) = ([full], [short], [other]);
    let found = parties(&[&full, &short]);
    assert_eq!(found.len(), 1);
    assert_eq!(named(&found, "Ilmar Tesk").aliases, ["Tesk"]);
    assert_eq!(parties(&[&full, &short, &other]).len(), 3);
}

#[test]
fn a_surname_of_another_country_is_another_person() {
    let full = [said_by("Ilmar Tesk", Sourcing::Named, &["Velmark Army", "Velmark"])];
    let short = [said_by("Tesk", Sourcing::Named, &["Foreign Ministry", "Ostrava"])];
    let found = parties(&[&full, &short]);
    named(&found, "Ilmar Tesk");
    assert!(named(&found, "Ilmar Tesk").aliases.is_empty());
    named(&found, "Tesk");
}

#[test]
fn short_forms_and_titles_are_one_person() {
    let (one, two) = ([person("Michael Tesk")], [person("Admiral Mike Tesk")]);
    let three = [person("Michael J. Tesk")];
    assert_eq!(parties(&[&one, &two, &three]).len(), 1);
}

#[test]
fn who_agrees_with_two_that_contradict_each_other_is_neither() {
    let names =
        ["George W. Brandt", "George H. Brandt", "George Brandt"].map(|name| [person(name)]);
    assert_eq!(parties(&[&names[0], &names[1], &names[2]]).len(), 3);
    assert_eq!(parties(&[&names[0], &names[2]]).len(), 1);
}

#[test]
fn a_network_and_a_diplomat_of_one_name_are_two() {
    let network = [body("Harrak network", &[])];
    let diplomat = [person("Husam Harrak")];
    let mut aimed = person("Ilmar Tesk");
    aimed.targets = vec![Party { name: "Harraks".to_owned(), spans: vec![] }];
    let found = parties(&[&network, &diplomat, &[aimed]]);
    assert_eq!(found.len(), 3);
    assert!(named(&found, "Husam Harrak").aliases.is_empty());
}

#[test]
fn what_one_article_takes_for_a_person_and_others_for_a_state_is_one() {
    let (state, misread) = ([body("Velmark", &[]), body("Velmark", &[])], [person("Velmark")]);
    let found = parties(&[&state, &misread]);
    assert_eq!(named(&found, "Velmark").kind, SpeakerKind::Organization);
    let family = [person("Ilmar Velmark")];
    assert_eq!(parties(&[&state, &misread, &family]).len(), 2);
}

#[test]
fn one_office_of_one_country_however_it_is_put() {
    let one = [body("Ministry of Trade", &["Kenya"])];
    let two = [body("Kenyan Trade Ministry", &[])];
    let three = [body("Trade Ministry", &["Peru"])];
    let found = parties(&[&one, &two]);
    assert_eq!(found.len(), 2, "the ministry and Kenya");
    assert_eq!(parties(&[&one, &two, &three]).len(), 4, "two ministries, two countries");
}

#[test]
fn an_acronym_is_the_name_that_some_text_explains_it_by() {
    let (long, short) = ([body("Harbour Inspection Bureau", &[])], [body("HIB", &[])]);
    let (a, b, c) = (id("a"), id("b"), id("c"));
    let apart = all_parties([(&a, "", &long[..]), (&b, "", &short[..])]);
    assert_eq!(apart.len(), 2, "initials alone prove nothing");
    let text = "The Harbour Inspection Bureau (HIB) said no.";
    let explained = all_parties([(&a, "", &long[..]), (&b, "", &short[..]), (&c, text, &long[..])]);
    assert_eq!(explained.len(), 1);
}

#[test]
fn a_spy_agency_is_the_one_that_some_text_says_it_is() {
    let (named_so, described) = ([body("HIB", &[])], [body("Kenya spy agency", &[])]);
    let (a, b, c) = (id("a"), id("b"), id("c"));
    let apart = all_parties([(&a, "", &named_so[..]), (&b, "", &described[..])]);
    assert_eq!(apart.len(), 2);
    let text = "Dorn blamed the Kenyan army’s spy agency, the HIB, for it.";
    let said =
        all_parties([(&a, "", &named_so[..]), (&b, "", &described[..]), (&c, text, &named_so[..])]);
    assert_eq!(named(&said, "HIB").aliases, ["Kenya spy agency"]);
}

#[test]
fn an_unknown_speaker_is_no_party() {
    let article = [said_by(Speaker::UNKNOWN, Sourcing::Named, &[])];
    assert_eq!(mentions(&id("a"), "", &article).mentions[0].party, None);
    assert!(parties(&[&article]).is_empty());
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
        let mut turned: Vec<_> = articles.iter().map(|(id, all)| (id, "", &all[..])).collect();
        let expected = all_parties(turned.clone());
        let by = turn % turned.len();
        turned.rotate_left(by);
        prop_assert_eq!(&all_parties(turned), &expected);
        for (id, profile) in &expected {
            prop_assert!(!profile.speaks_for.contains(id), "nobody speaks for himself");
        }
    }

    /// Nobody is two people: in no party are there two full names that contradict each other, nor a
    /// full name and a body's. One word may have been misread.
    #[test]
    fn no_party_contradicts_itself(
        names in proptest::collection::vec(
            ("(Mike|Michael|Mara|M\\.|Mara Dorn) (Tesk|Dorn)|Tesk|Dorn|Tesk network|Tesks", 0usize..3),
            1..14,
        ),
    ) {
        let forms: std::collections::BTreeSet<NameForm> = names
            .iter()
            .filter_map(|(name, class)| {
                let class = [Class::Person, Class::Body, Class::Unknown][*class];
                let key = normal(class, name)?;
                Some(NameForm { class, key, country: None, article: None })
            })
            .collect();
        let candidates: Vec<Candidate> = forms
            .into_iter()
            .map(|form| Candidate {
                form,
                aliases: Default::default(),
                homes: Default::default(),
                known: None,
            })
            .collect();
        let parties = group(&candidates);
        for (a, one) in candidates.iter().zip(&parties) {
            for (b, other) in candidates.iter().zip(&parties) {
                if one != other {
                    continue;
                }
                let classes = [a.form.class, b.form.class];
                let full = |form: &NameForm| form.class == Class::Person && form.key.contains(' ');
                prop_assert!(
                    !classes.contains(&Class::Body) || !full(&a.form) && !full(&b.form),
                    "{:?} and {:?}", a.form, b.form
                );
                let given = |form: &NameForm| form.key.starts_with("mara") || form.key.starts_with("mi");
                if a.form.class == Class::Person && given(&a.form) && given(&b.form) {
                    prop_assert_eq!(&a.form.key[..2], &b.form.key[..2]);
                }
            }
        }
    }
}
