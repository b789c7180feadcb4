//! Countries that the model reads in an article, and capitals that it names.

use std::collections::BTreeSet;

use gainsay_countries::Word;
use gainsay_language::{Name, NameKind};

use crate::doc::{Doc, Shape};
use crate::speaker::country::{Countries, DIRECTIONS, known, listed};
use crate::speaker::phrase::REALMS;

impl Countries {
    /// Takes in the states and nationalities that the model reads. A nationality is that of the state
    /// whose name it begins like ("Saluqi", "Saluq").
    pub(crate) fn learn(&mut self, doc: &Doc, names: &[Name]) {
        let written = |name: &&Name| name.range.of(doc.text);
        let institution = |name: &&Name| name.kind == NameKind::Organization;
        self.institutions = names.iter().filter(institution).map(|name| name.range).collect();
        let of = |kind| names.iter().filter(move |name: &&Name| name.kind == kind);
        let unknown = |words: &str| !words.is_empty() && !listed(words);
        let people: BTreeSet<&str> = (1..doc.tokens.len())
            .filter(|&i| doc.tokens[i].shape == Shape::Capital && named_before(doc, i))
            .map(|i| doc.word(i))
            .collect();
        let states: BTreeSet<&str> = of(NameKind::Country)
            .filter(|name| !people.contains(doc.word(doc.tokens_in(name.range).start)))
            .map(|name| written(&name))
            .filter(|words| unknown(&words.to_lowercase()))
            .collect();
        for state in &states {
            // "Port Varnia" is a place in Varnia, "Upper Varnia" a state.
            let (first, last) = state.split_once(' ').unwrap_or((state, ""));
            let place = self.own.contains_key(&last.to_lowercase()) || states.contains(last);
            if place && !DIRECTIONS.contains(&&*first.to_lowercase()) {
                continue;
            }
            // "the Republic of Varnia" is Varnia.
            let bare = realm(state).unwrap_or(state);
            for written in [*state, bare] {
                self.own.insert(written.to_lowercase(), (bare.to_owned(), Word::Name));
            }
        }
        for name in of(NameKind::Nationality) {
            let (words, lower) = (written(&name), name.range.of(doc.text).to_lowercase());
            let country =
                states.iter().filter(|state| begins_like(state, words)).max_by_key(|s| s.len());
            let Some(country) = country.filter(|_| unknown(&lower)) else { continue };
            // "Valtessans" are a people, "Valtessan" tells whose something is.
            let people = lower.ends_with('s') && !lower.ends_with("ss");
            let word = if people { Word::People } else { Word::Adjective };
            self.own.insert(lower, ((*country).to_owned(), word));
        }
    }

    /// Takes in the capitals that the article itself names: "Quellstadt, the capital of Varnia", "the Varnian
    /// capital, Quellstadt".
    pub(crate) fn learn_capitals(&mut self, doc: &Doc) {
        let mut found: Vec<(String, String)> = Vec::new();
        let count = doc.tokens.len();
        let capital = |i: usize| doc.tokens[i].shape == Shape::Capital;
        for i in (2..count.saturating_sub(2)).filter(|&i| doc.word(i) == "capital") {
            // The country stands behind "of", or before the noun, as an adjective or an owner.
            let of = doc.word(i + 1) == "of" && doc.word(i - 1) == "the";
            let owner = doc.tokens[i - 1].shape == Shape::Possessive;
            let at = if of { i + 2 } else { i - 1 - usize::from(owner) };
            let Some(state) = self.at(doc, at, count).filter(|f| at + f.tokens <= count) else {
                continue;
            };
            let country = state.country.to_owned();
            let start = if of || owner { i - 1 - usize::from(owner) } else { i - 2 };
            let end = if of { i + 1 + state.tokens } else { i };
            let before = || {
                let comma = start.checked_sub(1).filter(|&c| doc.word(c) == ",")?;
                let first = (0..comma).rev().take(4).take_while(|&t| capital(t)).last()?;
                Some(doc.range(first..comma))
            };
            let after = || {
                let first = end + 2;
                (doc.word(end + 1) == "," && first < count && capital(first)).then_some(())?;
                let last = (first..count).take(4).take_while(|&t| capital(t)).last()?;
                Some(doc.range(first..last + 1))
            };
            let Some(city) = before().or_else(after) else { continue };
            let city = city.of(doc.text).to_lowercase();
            if !listed(&city) && !known(&city) {
                found.push((city, country));
            }
        }
        for (city, country) in found {
            self.own.insert(city, (country, Word::Capital));
        }
    }
}

/// The name of a state behind what kind of state it is.
fn realm(state: &str) -> Option<&str> {
    let (kind, name) = state.split_once(" of ")?;
    let plain = name.starts_with(char::is_uppercase) && !listed(&state.to_lowercase());
    (plain && REALMS.contains(&&*kind.to_lowercase())).then_some(name)
}

/// Whether a title, a role or a name stands right before: "Minister Ilmar Tessen".
fn named_before(doc: &Doc, i: usize) -> bool {
    use crate::lexicon::has;
    let word = doc.word(i - 1);
    doc.tokens[i - 1].shape == Shape::Capital
        && !DIRECTIONS.contains(&word)
        && !has(crate::data::words::NOT_NAMES, word)
        && !has(crate::data::adjectives::ADJECTIVES, word)
        && !has(crate::data::nouns::ORGANIZATIONS, word)
        || doc.word(i - 1) == "." && i > 1 && has(crate::data::nouns::TITLES, doc.word(i - 2))
}

/// Whether a nationality may be made of a state's name: all but its last letter or two are the same.
fn begins_like(state: &str, nationality: &str) -> bool {
    let shared = state.chars().zip(nationality.chars()).take_while(|(a, b)| a == b).count();
    let letters = state.chars().count();
    shared >= 4 && shared + 2 >= letters && nationality.chars().count() <= letters + 4
        || shared >= 3 && shared == letters
}
