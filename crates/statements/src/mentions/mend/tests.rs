use super::*;
use crate::testing::article;

/// The names of a text after mending, from names given as (words, kind).
fn names(text: &str, given: &[(&str, NameKind)]) -> Vec<(String, NameKind)> {
    let article = article(text);
    let doc = Doc::new(&article);
    let countries = Countries::of(&doc);
    let mut names: Vec<Name> = given
        .iter()
        .map(|&(words, kind)| {
            let at = text.find(words).expect("the words are in the text");
            Name { range: TextRange::new(at, at + words.len()), kind }
        })
        .collect();
    names.sort_by_key(|name| name.range.start);
    let mended = mended(&doc, &countries, &names);
    mended.iter().map(|n| (n.range.of(text).to_owned(), n.kind)).collect()
}

#[test]
fn pieces_of_words_marks_and_function_words_are_put_right() {
    let text = "Then the U.K. and Adries Quist (of Harbour Board), he said.";
    let found = names(
        text,
        &[
            ("K", NameKind::Country),
            ("ries Quist", NameKind::Person),
            ("of Harbour Board)", NameKind::Organization),
        ],
    );
    assert_eq!(
        found,
        [
            ("U.K.".into(), NameKind::Country),
            ("Adries Quist".into(), NameKind::Person),
            ("Harbour Board".into(), NameKind::Organization),
        ]
    );
}

#[test]
fn a_hyphen_ends_a_name_and_a_possessive_does() {
    let found = names(
        "The Quell-led group met Merrow's envoy.",
        &[("Quell", NameKind::Organization), ("Merrow's", NameKind::Country)],
    );
    assert_eq!(found[0].0, "Quell");
    assert_eq!(found[1].0, "Merrow");
}

#[test]
fn inner_apostrophes_and_particles_do_not_end_a_name() {
    let found = names(
        "Dal’esh and al-Marr met the Varnia-Merrow board of Quell-Marr.",
        &[
            ("Dal", NameKind::Person),
            ("Marr", NameKind::Person),
            ("Varnia", NameKind::Country),
            ("Merrow", NameKind::Country),
            ("Quell", NameKind::Place),
            ("-Marr.", NameKind::Organization),
        ],
    );
    let words: Vec<&str> = found.iter().map(|n| &*n.0).collect();
    assert_eq!(words, ["Dal’esh", "al-Marr", "Varnia", "Merrow", "Quell-Marr"]);
}

#[test]
fn a_state_of_several_words_is_one() {
    let found = names(
        "He left Sierra Leone for the United Arab Emirates.",
        &[("United", NameKind::Country), ("Arab Emirates", NameKind::Organization)],
    );
    let words: Vec<&str> = found.iter().map(|n| &*n.0).collect();
    assert_eq!(words, ["Sierra Leone", "United Arab Emirates"]);
}

#[test]
fn neighbours_that_are_one_name_are_joined() {
    let found = names(
        "The Farmers Party met the Ministry of Salt and Jim Press.",
        &[
            ("Farmers", NameKind::Group),
            ("Party", NameKind::Organization),
            ("Ministry", NameKind::Organization),
            ("Salt", NameKind::Organization),
            ("Jim", NameKind::Person),
            ("Press", NameKind::Organization),
        ],
    );
    let words: Vec<&str> = found.iter().map(|n| &*n.0).collect();
    assert_eq!(words, ["Farmers Party", "Ministry of Salt", "Jim Press"]);
    assert_eq!(found[2].1, NameKind::Person);
}

#[test]
fn a_bracket_parts_two_names_and_money_is_none() {
    let found = names(
        "Merrow Cable Works (MCW) paid US$ 5.",
        &[("Merrow Cable Works (MCW", NameKind::Organization), ("US", NameKind::Country)],
    );
    let words: Vec<&str> = found.iter().map(|n| &*n.0).collect();
    assert_eq!(words, ["Merrow Cable Works", "MCW"]);
}

#[test]
fn last_words_and_the_list_of_countries_outrank_the_model() {
    let found = names(
        "Kenyans flew from Quell Airport to Kenya with the Salt Ministry.",
        &[
            ("Kenyans", NameKind::Person),
            ("Quell Airport", NameKind::Organization),
            ("Kenya ", NameKind::Organization),
            ("Salt Ministry", NameKind::Person),
        ],
    );
    let kinds: Vec<NameKind> = found.iter().map(|n| n.1).collect();
    use NameKind::{Country, Nationality, Organization, Place};
    assert_eq!(kinds, [Nationality, Place, Country, Organization]);
}

#[test]
fn lists_are_sorted() {
    for list in [FUNCTION_WORDS, PLACES, JOINS] {
        assert!(list.is_sorted());
    }
}

#[test]
fn a_name_with_a_hyphen_may_end_in_any_letter() {
    let text = "The minister, Edgar Poura-Ndé, declined.";
    let found = names(text, &[("Edgar Poura-Ndé", NameKind::Person)]);
    assert_eq!(found, [("Edgar Poura-Ndé".into(), NameKind::Person)]);
}
