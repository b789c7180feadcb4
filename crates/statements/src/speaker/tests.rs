//! Who speaks, from short texts.

use gainsay_language::NameKind;
use gainsay_record::{Resolution, Sourcing, SpeakerKind};

use crate::testing::{read, read_knowing};

/// The last statement's speaker: name, kind, and whom he speaks for.
fn last(text: &str) -> (String, SpeakerKind, Vec<String>) {
    let found = read(text);
    let speaker = found.last().expect("a statement").speaker.clone();
    (speaker.name, speaker.kind, speaker.speaks_for)
}

fn name(text: &str) -> String {
    last(text).0
}

#[test]
fn titles_and_appositions_give_name_role_and_side() {
    let text = "{s:Kenya’s Interior Minister Ilmar Tessen} {c:said} {q:so}.";
    let speaker = read(text)[0].speaker.clone();
    assert_eq!(
        (&*speaker.name, speaker.role.as_deref()),
        ("Ilmar Tessen", Some("Interior Minister"))
    );
    assert_eq!(speaker.speaks_for, ["Kenya"]);
    for (text, name, for_) in [
        (
            "{s:State Department Spokesman Ilmar Tessen} {c:said} {q:so}.",
            "Ilmar Tessen",
            vec!["US State Department", "United States"],
        ),
        (
            "{s:Ilmar Tessen, chairman of Kenya’s Senate Trade committee,} {c:said} {q:so}.",
            "Ilmar Tessen",
            vec!["Kenya Senate Trade committee", "Kenya"],
        ),
        (
            "{s:The outgoing chairman of the Kenyan Joint Council, Admiral Ilmar Tessen,} {c:said} {q:so}.",
            "Ilmar Tessen",
            vec!["Kenyan Joint Council", "Kenya"],
        ),
        ("{s:Maj. Gen. Ilmar Tessen} {c:said} {q:so}.", "Ilmar Tessen", vec![]),
    ] {
        let found = last(text);
        assert_eq!(
            (&*found.0, found.2),
            (name, for_.into_iter().map(str::to_owned).collect()),
            "{text}"
        );
    }
}

#[test]
fn countries_and_institutions_have_one_name() {
    for (source, name, kind) in [
        ("The United States", "United States", SpeakerKind::Government),
        ("Nairobi", "Kenya", SpeakerKind::Government),
        ("The Kenyan military", "Kenya Army", SpeakerKind::Organization),
        ("the Kenyan government", "Kenya", SpeakerKind::Government),
        ("The State Department", "US State Department", SpeakerKind::Organization),
        ("the Kenyan Ministry of Trade", "Kenya Ministry of Trade", SpeakerKind::Organization),
        ("U.S. officials", "US officials", SpeakerKind::Group),
        ("Analysts", "analysts", SpeakerKind::Group),
        ("an unnamed military official", "unnamed military official", SpeakerKind::Person),
    ] {
        let found = last(&format!("{{s:{source}}} {{c:said}} {{q:so}}."));
        assert_eq!((&*found.0, found.1), (name, kind), "{source}");
    }
}

#[test]
fn states_of_fiction_have_sides_too() {
    let text =
        "The Varnian army left Varnia.\n{s:Varnian Foreign Minister Odile Marr} {c:said} {q:so}.";
    assert_eq!(last(text).2, ["Varnia"]);
    assert_eq!(
        name("Varnia sent an army.\n{s:The Varnian military} {c:said} {q:so}."),
        "Varnia Army"
    );
}

#[test]
fn a_surname_finds_the_full_name_even_later() {
    let text = "{s1:Tessen} {c1:said} {q1:so}.\nIlmar Tessen, a baker, left.";
    let found = read(text);
    assert_eq!(found[0].speaker.name, "Ilmar Tessen");
    assert_eq!(found[0].speaker.resolved_from, Resolution::ShortName);
}

#[test]
fn a_title_finds_whoever_holds_it() {
    let text = "{s1:Kenyan Maj. Gen. Ilmar Tessen} {c1:said} {q1:so}.\n{s2:The Kenyan general} {c2:said} {q2:more}.";
    assert_eq!(name(text), "Ilmar Tessen");
    let text = "Interior Minister Ilmar Tessen met Trade Minister Orlo Venn.\n{s:The interior minister} {c:said} {q:so}.";
    assert_eq!(name(text), "Ilmar Tessen");
}

#[test]
fn a_pronoun_goes_to_the_one_who_spoke() {
    let text = "{s1:Ilmar Tessen} {c1:said} {q1:the bridge was shut}.\n{q2:“It was a hard month,”} {s2:he} {c2:said}.";
    assert_eq!(name(text), "Ilmar Tessen");
    let text = "{s1:Kenya} {c1:denied} {q1:the charge}. {s2:It} {c2:said} {q2:all was well}.";
    assert_eq!(name(text), "Kenya");
}

#[test]
fn gender_tells_apart_and_without_it_nothing_is_chosen() {
    let text = "Hannah Marr met Robert Venn in Lund. {s:She} {c:said} {q:so}.";
    assert_eq!(name(text), "Hannah Marr");
    let text = "On Monday Minister Ilmar Tessen saw nobody and Minister Orlo Venn saw him. {s:He} {c:said} {q:so}.";
    let speaker = read(text)[0].speaker.clone();
    assert!(
        speaker.name == "unknown" && speaker.candidates.len() == 2 || speaker.name == "Orlo Venn"
    );
    let speaker = read("{s:He} {c:said} {q:so}.")[0].speaker.clone();
    assert_eq!((&*speaker.name, speaker.resolved_from), ("unknown", Resolution::Unresolved));
}

#[test]
fn a_paper_that_quotes_somebody_is_the_way_it_came() {
    let text = "{q1:The army agreed to stay}, {s1:the Lund Herald} {c1:reported}, quoting an unnamed military official.\n\
                {q2:“We have told them so,”} {s2:the official} {c2:told} the newspaper.";
    let found = read(text);
    for statement in &found {
        assert_eq!(statement.speaker.name, "unnamed military official");
        assert_eq!(statement.sourcing, Sourcing::Unnamed);
        assert_eq!(statement.via[0].name, "Lund Herald");
    }
    let alone = read("{q:The army stays}, {s:the Lund Herald} {c:reported}.");
    assert_eq!((&*alone[0].speaker.name, alone[0].sourcing), ("Lund Herald", Sourcing::Media));
}

#[test]
fn a_statement_within_another_came_through_its_speaker() {
    let text =
        "{s1:A Kenyan embassy statement} {c1:says} {q1:{s2:the army chief} {c2:urged} {q2:calm}}.";
    let found = read(text);
    assert_eq!(found[0].speaker.name, "Kenya embassy");
    assert_eq!(found[1].via[0].name, "Kenya embassy");
}

#[test]
fn what_bears_a_name_is_called_by_it() {
    for (source, called) in [
        ("Haldane & Pell", "Haldane & Pell"),
        ("the consulting firm Dorrance & Pell", "Dorrance & Pell"),
        ("the state of Tamarack", "Tamarack"),
        ("the Civic Renewal party", "Civic Renewal"),
        ("Bread for Tarn, a charity", "Bread for Tarn"),
        ("Haji Odran Tessen", "Odran Tessen"),
        ("the army of neighbouring Kenya", "Kenya Army"),
        ("the Kenyan Mining Inspectorate", "Kenyan Mining Inspectorate"),
    ] {
        assert_eq!(name(&format!("On Friday {{s:{source}}} {{c:said}} {{q:so}}.")), called);
    }
}

#[test]
fn names_within_a_description_are_known_and_so_are_initials() {
    let text = "Lawyers for Odran Gaskar wrote a letter.\n{s:Mr Gaskar} {c:said} {q:so}.";
    assert_eq!(name(text), "Odran Gaskar");
    let text = "The National People’s Alliance met in the hall.\n{s:The NPA} {c:said} {q:so}.";
    assert_eq!(name(text), "National People’s Alliance");
}

#[test]
fn what_stands_around_a_description_is_left_out() {
    for (source, called) in [
        ("A survey released Monday by Ostrow College", "survey released by Ostrow College"),
        ("residents of the coastal town of Ostrow", "residents of Ostrow"),
        ("a diplomat in Ostrow", "unnamed diplomat"),
        ("people with knowledge of the talks", "people with knowledge of the talks"),
    ] {
        assert_eq!(name(&format!("{{s:{source}}} {{c:said}} {{q:so}}.")), called);
    }
    // The president's sister is no president.
    let text = "The president’s sister left. {s:The president} {c:said} {q:so}.";
    assert_eq!(name(text), "unnamed president");
}

#[test]
fn an_institution_is_called_by_its_first_words() {
    let text = "The Concord of Northern Ports met on Monday.\n{s:The Concord} {c:said} {q:so}.";
    assert_eq!(name(text), "Concord of Northern Ports");
    let text = "Cooks at Tarn Valley Airways met on Monday.\n{s:Tarn Valley} {c:said} {q:so}.";
    assert_eq!(name(text), "Tarn Valley Airways");
}

#[test]
fn a_time_says_nothing() {
    let text = "The log for {s:February, four pages long}, {c:says} {q:so}.";
    assert_eq!(name(text), "unknown");
}

#[test]
fn a_company_is_the_one_that_was_just_told_of() {
    let text = "{s1:Corran Bank} {c1:said} {q1:it was sound}.\n\
                {s2:The owners of the ships, Vellan Reefers}, {c2:insist} {q2:that all was paid}. \
                {s3:The company} {c3:offered} {q3:a bond}.";
    let found = read_knowing(text, &[("Vellan Reefers", NameKind::Organization)]);
    assert_eq!(found[2].speaker.name, "Vellan Reefers");
}

#[test]
fn a_name_of_one_word_may_be_an_it() {
    let text = "{s1:Kenya} {c1:accused} {q1:Vellan of arming rebels}.\n\
                Vellan walked out of the session. {s2:It} {c2:denied} {q2:that}.";
    let found = read_knowing(text, &[("Vellan", NameKind::Person)]);
    assert_eq!(found[1].speaker.name, "Vellan");
}

#[test]
fn a_heading_is_told_more_below_it() {
    let text = "{s1:The governor of Corran} {c1:fears} {q1:a flood}.";
    assert_eq!(name(text), "unnamed governor of Corran");
}

#[test]
fn its_delegate_is_of_whoever_the_sentence_before_is_about() {
    let text = "{s1:Kenya} {c1:said} {q1:the tracks proved it}.\n\
                Peru walked out of the session. {s2:Its delegate, Ambassador-at-large Ilmar Tessen}, \
                {c2:said} {q2:the commission was a body for pilots}.";
    assert_eq!(last(text).2, ["Peru"]);
}

#[test]
fn what_leads_to_a_role_is_no_part_of_it() {
    for (text, role) in [
        (
            "{s:Critics like former Kenyan army general Ilmar Tessen} {c:said} {q:so}.",
            "former Kenyan army general",
        ),
        (
            "Peru denied it, and in March {s:its foreign minister, Ilmar Tessen,} {c:said} {q:so}.",
            "foreign minister",
        ),
        ("In {s:March its foreign minister, Ilmar Tessen,} {c:said} {q:so}.", "foreign minister"),
        ("{s:Ilmar Tessen, head of his office,} {c:said} {q:so}.", "head of his office"),
        ("{s:A rebel, who calls himself Commander Ilmar Tessen,} {c:said} {q:so}.", "Commander"),
    ] {
        let speaker = read(text)[0].speaker.clone();
        assert_eq!(
            (&*speaker.name, speaker.role.as_deref().unwrap_or("")),
            ("Ilmar Tessen", role),
            "{text}"
        );
    }
}

#[test]
fn what_a_paper_calls_an_institution_is_no_part_of_its_name() {
    let text = "{s:Kenya’s powerful Harbour Inspection Board} {c:said} {q:so}.";
    assert_eq!(name(text), "Harbour Inspection Board");
}

#[test]
fn names_of_papers_are_no_times_and_no_people() {
    for (source, expected) in [
        ("Corran Today", "Corran Today"),
        ("A reporter for Corran Today", "unnamed reporter for Corran Today"),
        ("a number of tax experts", "number of tax experts"),
        ("and political leaders", "political leaders"),
    ] {
        assert_eq!(name(&format!("{{s:{source}}} {{c:said}} {{q:so}}.")), expected);
    }
}

#[test]
fn a_role_that_the_model_reads_as_a_name_is_one() {
    let known = [("Daily Caller", NameKind::Organization)];
    let found = read_knowing("{s:The Daily Caller} {c:said} {q:so}.", &known);
    let speaker = &found[0].speaker;
    assert_eq!((&*speaker.name, speaker.kind), ("Daily Caller", SpeakerKind::Organization));
}

#[test]
fn a_name_behind_a_role_is_whose_it_is() {
    let known = [("Orla Venn", NameKind::Person), ("Weaver", NameKind::Person)];
    for (source, expected) in [
        ("Harbour moderator Orla Venn", "Orla Venn"),
        ("Tennis great Orla Venn", "Orla Venn"),
        ("former Corran Rep. Orla Venn", "Orla Venn"),
        ("an aide to Orla Venn", "unnamed aide to Orla Venn"),
        ("Weaver", "Weaver"),
    ] {
        let found = read_knowing(&format!("{{s:{source}}} {{c:said}} {{q:so}}."), &known);
        assert_eq!(found[0].speaker.name, expected, "{source}");
    }
}

#[test]
fn shares_and_plurals_are_many() {
    let known = [("Orla Venn", NameKind::Person)];
    for source in ["About 4 in 10", "Less than a third", "86 percent of voters", "Fact-checkers"] {
        let text = format!("{{s:{source}}} {{c:said}} {{q:Orla Venn lied}}.");
        assert_eq!(read_knowing(&text, &known)[0].speaker.kind, SpeakerKind::Group, "{source}");
    }
    assert_ne!(last("{s:The 31-page agreement} {c:said} {q:so}.").1, SpeakerKind::Group);
}

#[test]
fn who_speaks_too_is_no_part_of_a_role() {
    let known = [("Ilmar Tessen", NameKind::Person), ("Orla Venn", NameKind::Person)];
    let text =
        "{s1:Ilmar Tessen and Mayor Orla Venn} {c1:said} {q1:so}. {s2:Venn} {c2:said} {q2:no}.";
    let found = read_knowing(text, &known);
    assert_eq!(found[1].speaker.role.as_deref(), Some("Mayor"));
}

#[test]
fn nobody_speaks_for_a_state_because_another_is_no_state_that_is_known() {
    let known = [("Varnia", NameKind::Country), ("Lorrimond", NameKind::Person)];
    let text = "{s1:Varnia} {c1:said} {q1:the tracks proved that Lorrimond lied}.\n\
                Lorrimond walked out of the session. \
                {s2:Its delegate, Ambassador-at-large Ilmar Tessen}, {c2:said} {q2:it was no court}.";
    let found = read_knowing(text, &known);
    assert!(found[1].speaker.speaks_for.is_empty(), "{:?}", found[1].speaker);
}

#[test]
fn a_description_with_a_country_is_of_somebody_from_there() {
    let text = "A Kenyan general’s words met with scorn.\n\
                {s1:General Ilmar Tessen} {c1:said} {q1:so}. {s2:The Peruvian general} {c2:said} {q2:more}.\n\
                {s3:General Orla Venn, Kenya’s chief of staff,} {c3:had said} {q3:no}. {s4:The Kenyan general} {c4:said} {q4:never}.";
    let found = read(text);
    let names: Vec<&str> = found.iter().map(|s| &*s.speaker.name).collect();
    assert_eq!(names, ["Ilmar Tessen", "Ilmar Tessen", "Orla Venn", "Orla Venn"]);
    // What he is called tells where he is from.
    assert_eq!(found[0].speaker.speaks_for, ["Peru"]);
}

#[test]
fn a_spokesman_of_another_is_another() {
    let text = "{s1:Treasury Ministry spokesman Ilmar Tessen} {c1:said} {q1:so}.\n\
                {s2:The mayor’s spokesman} {c2:declined} {q2:to comment}. {s3:Its spokesman} {c3:said} {q3:no}.";
    let found = read(text);
    assert_ne!(found[1].speaker.name, "Ilmar Tessen");
    assert_eq!(found[2].speaker.name, "Ilmar Tessen");
}

#[test]
fn a_ministry_spoken_for_is_that_of_the_state_that_is_told_of() {
    let text = "{s1:Kenya} {c1:said} {q1:so}.\n{s2:Foreign ministry spokesman Ilmar Tessen} {c2:said} {q2:no}.";
    let found = read(text);
    assert_eq!(found[1].speaker.speaks_for, ["Kenya Foreign ministry", "Kenya"]);
}

#[test]
fn what_is_called_a_newspaper_is_one_wherever_it_is_named() {
    let known = [("El Faro", NameKind::Person)];
    let text = "{q1:The boat sank}, {s1:the newspaper El Faro} {c1:reported}.\n{s2:El Faro} {c2:said} {q2:more}. {s3:The paper} {c3:said} {q3:so}.";
    for statement in read_knowing(text, &known) {
        let speaker = statement.speaker;
        assert_eq!((&*speaker.name, speaker.kind), ("El Faro", SpeakerKind::Organization));
    }
}

#[test]
fn nobody_calls_himself_by_name() {
    let text = "{q1:“It’s Ilmar Tessen,”} {s1:Odran Venn} {c1:said}.\n\
                For Odran Venn, Ilmar Tessen was a legend. {s2:He} {c2:said}, {q2:“Ilmar Tessen was the man.”}\n\
                {s3:His aides} {c3:said} {q3:Odran Venn was ill}.";
    let found = read(text);
    assert_eq!(found[1].speaker.name, "Odran Venn");
    assert_eq!(found[2].speaker.name, "Odran Venn’s aides");
}

#[test]
fn what_has_an_acronym_has_a_name_of_its_own() {
    for (aimed, expected) in [
        ("Kenya’s powerful Inter-Harbour Inspection (IHI) agency", "Inter-Harbour Inspection"),
        ("Kenya’s Foreign Ministry (KFM)", "Kenya Foreign Ministry"),
        ("Kenya’s Harbour Inspection Board", "Kenya Harbour Inspection Board"),
    ] {
        let text = format!("{{s:Peru}} {{c:accused}} {{q:{{t:{aimed}}} of arming rebels}}.");
        assert_eq!(read(&text)[0].targets[0].name, expected, "{aimed}");
    }
}

#[test]
fn a_surname_of_two_is_of_whoever_is_told_of_most() {
    let text = "Ilmar Tessen spoke on Monday. Tessen left at noon.\n\
                His wife, Orla Tessen, was there too.\n\
                {s:Tessen} {c:said} {q:the bridge was safe}.";
    assert_eq!(read(text)[0].speaker.name, "Ilmar Tessen");
}

#[test]
fn somebody_told_of_may_be_called_what_nobody_was_called_before() {
    let said = |who: &str| {
        let text = format!(
            "Ilmar Tessen came to Kisumu. {{s1:Tessen}} {{c1:said}} {{q1:he was glad}}.\n\
             {{s2:{who}}} {{c2:said}} {{q2:the bridge was safe}}."
        );
        read(&text)[1].speaker.name.clone()
    };
    assert_eq!(said("The retired surgeon"), "Ilmar Tessen");
    assert_eq!(said("The spokesman"), "unnamed spokesman");
    assert_eq!(said("A retired surgeon"), "unnamed retired surgeon");
}

#[test]
fn who_has_a_name_is_likelier_meant_than_who_is_only_described() {
    let text = "Ilmar Tessen came to Kisumu. A critic of the bridge met Tessen there.\n\
                {s:He} {c:said} {q:the bridge was safe}.";
    assert_eq!(read(text)[0].speaker.name, "Ilmar Tessen");
}

#[test]
fn a_kind_of_article_says_nothing() {
    let speaker = |source: &str| {
        read(&format!("{{s:{source}}}{{c::}} {{q:Kenya is ready}}"))[0].speaker.clone()
    };
    assert_eq!(speaker("INTERVIEW").name, "unknown");
    assert_ne!(speaker("ORNE").name, "unknown");
}
