//! Countries: those of the world, and those an article itself sets up as countries.
//!
//! A dispute may be fiction, or lie between parties no list knows ("Varnia", "Varnian"). An article
//! that has both a name and its adjective is taken at its word.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_countries::COUNTRIES;
pub(crate) use gainsay_countries::Word;
use gainsay_record::TextRange;

use crate::doc::{Doc, Shape};

/// A country found at a token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found<'c> {
    pub country: &'c str,
    pub word: Word,
    /// How many tokens it takes.
    pub tokens: usize,
}

/// The countries an article may speak of.
pub(crate) struct Countries {
    /// Lower-case word to country, for countries no list knows.
    pub(super) own: BTreeMap<String, (String, Word)>,
    /// Where the model reads the names of institutions, in text order.
    pub(super) institutions: Vec<TextRange>,
}

/// Country names that are first or last names of people as well.
const ALSO_NAMES: &[&str] =
    &["chad", "dane", "french", "georgia", "israel", "jordan", "london", "paris", "sofia"];

/// Endings that make a people of a country: what is put, and what it replaces.
const ENDINGS: &[(&str, &str)] = &[
    ("n", ""),
    ("an", ""),
    ("ian", ""),
    ("ian", "y"),
    ("i", ""),
    ("i", "a"),
    ("ese", ""),
    ("ese", "a"),
    ("ish", ""),
    ("ish", "ia"),
    ("ic", "ia"),
];

/// Words before a country's name that make it another's.
pub(super) const DIRECTIONS: &[&str] = &["east", "lower", "north", "south", "upper", "west"];

/// What only states have.
const OFFICES_OF_STATE: &[&str] =
    &["ambassador", "army", "embassy", "envoy", "minister", "ministry", "navy", "parliament"];

impl Countries {
    /// Reads the article for names that come with an adjective of their own.
    pub(crate) fn of(doc: &Doc) -> Self {
        let mut words: BTreeSet<&str> = BTreeSet::new();
        let mut people: BTreeSet<&str> = BTreeSet::new();
        let mut raw: BTreeMap<&str, &str> = BTreeMap::new();
        for i in 0..doc.tokens.len() {
            let surname = i > 0
                && (crate::speaker::piece::first_name(doc.word(i - 1))
                    || crate::lexicon::has(crate::data::nouns::TITLES, doc.word(i - 1)));
            if surname {
                people.insert(doc.word(i));
            }
            if doc.tokens[i].shape == Shape::Capital {
                words.insert(doc.word(i));
                raw.entry(doc.word(i)).or_insert(doc.raw(i));
            }
        }
        let mut own = BTreeMap::new();
        // "Varnia's Foreign Minister": whoever has one of those is a state.
        for i in 0..doc.tokens.len().saturating_sub(3) {
            let owner = doc.tokens[i].shape == Shape::Capital
                && doc.tokens[i + 1].shape == Shape::Possessive
                && !people.contains(doc.word(i))
                && !known(doc.word(i))
                && !second_name(doc, i);
            let office = || {
                (i + 2..(i + 5).min(doc.tokens.len()))
                    .any(|t| crate::lexicon::has(OFFICES_OF_STATE, doc.word(t)))
            };
            if owner && office() {
                own.insert(doc.word(i).to_owned(), (doc.raw(i).to_owned(), Word::Name));
            }
        }
        // "the army of Varnia", "the Varnia government": the same, the other way round.
        for i in 2..doc.tokens.len() {
            let named = doc.tokens[i].shape == Shape::Capital
                && !people.contains(doc.word(i))
                && !known(doc.word(i))
                && doc.tokens.get(i + 1).is_none_or(|t| t.shape != Shape::Capital);
            let of_state = doc.word(i - 1) == "of"
                && (crate::lexicon::has(OFFICES_OF_STATE, doc.word(i - 2))
                    || doc.word(i - 2) == "government");
            if named && of_state {
                own.insert(doc.word(i).to_owned(), (doc.raw(i).to_owned(), Word::Name));
            }
        }
        for &adjective in &words {
            for (ending, instead) in ENDINGS {
                let Some(stem) = adjective.strip_suffix(ending) else { continue };
                let base = format!("{stem}{instead}");
                if base.len() < 4
                    || known(&base)
                    || known(adjective)
                    || !words.contains(&*base)
                    || people.contains(&*base)
                {
                    continue;
                }
                if let Some(name) = raw.get(&*base) {
                    own.insert(adjective.to_owned(), ((*name).to_owned(), Word::Adjective));
                    own.insert(format!("{adjective}s"), ((*name).to_owned(), Word::People));
                    own.insert(base, ((*name).to_owned(), Word::Name));
                }
            }
        }
        // "Upper Irtan" is another state than "Lower Irtan".
        for i in 0..doc.tokens.len().saturating_sub(1) {
            let directed =
                doc.tokens[i].shape == Shape::Capital && DIRECTIONS.contains(&doc.word(i));
            if let Some((name, word)) = own.get(doc.word(i + 1)).filter(|_| directed).cloned() {
                let whole = format!("{} {name}", doc.raw(i));
                own.insert(format!("{} {}", doc.word(i), doc.word(i + 1)), (whole, word));
            }
        }
        Countries { own, institutions: Vec::new() }
    }

    /// Whether the model takes the words for an institution's name.
    pub(crate) fn calls_institution(&self, words: TextRange) -> bool {
        let at = self.institutions.partition_point(|name| name.end <= words.start);
        self.institutions.get(at).is_some_and(|name| name.overlaps(words))
    }

    /// The country named by the tokens from `token` on, the longest name first.
    pub(crate) fn at(&self, doc: &Doc, token: usize, end: usize) -> Option<Found<'_>> {
        if !matches!(doc.tokens[token].shape, Shape::Capital | Shape::Upper) {
            return None;
        }
        for tokens in (1..=4.min(end - token)).rev() {
            let range = doc.range(token..token + tokens);
            if tokens > 1 && range.len() > 40 {
                continue;
            }
            let words = doc.lowered(range);
            let found = match COUNTRIES.binary_search_by_key(&words, |entry| entry.0) {
                Ok(i) => Some((COUNTRIES[i].1, COUNTRIES[i].2)),
                Err(_) => self.own.get(words).map(|(name, word)| (&**name, *word)),
            };
            let Some((country, word)) = found else { continue };
            // "us" shouted in a headline is no country, and "Jordan Peel" is no kingdom.
            let also_name = ALSO_NAMES.contains(&words) && self.beside_a_name(doc, token, end);
            if !also_name {
                return Some(Found { country, word, tokens });
            }
        }
        None
    }

    fn beside_a_name(&self, doc: &Doc, token: usize, end: usize) -> bool {
        let name = |i: usize| {
            doc.tokens[i].shape == Shape::Capital
                && !crate::lexicon::has(crate::data::people::ROLES, doc.word(i))
                && !crate::lexicon::has(crate::data::nouns::ORGANIZATIONS, doc.word(i))
                && !crate::lexicon::has(crate::data::adjectives::ADJECTIVES, doc.word(i))
                && !crate::lexicon::has(crate::data::nouns::TITLES, doc.word(i))
        };
        token + 1 < end && name(token + 1)
            || token > 0 && crate::lexicon::has(crate::data::first_names::MALE, doc.word(token - 1))
            || token > 0
                && crate::lexicon::has(crate::data::first_names::FEMALE, doc.word(token - 1))
    }
}

pub(super) fn listed(words: &str) -> bool {
    COUNTRIES.binary_search_by_key(&words, |entry| entry.0).is_ok()
}

/// "Ambrogio Sartorelli's ambassador": a name before the name.
fn second_name(doc: &Doc, i: usize) -> bool {
    let before = i.checked_sub(1).filter(|&b| doc.tokens[b].shape == Shape::Capital);
    before.is_some_and(|b| !known(doc.word(b)) && !DIRECTIONS.contains(&doc.word(b)))
}

/// Whether the lower-case words are a capital.
pub(crate) fn is_capital(words: &str) -> bool {
    COUNTRIES
        .binary_search_by_key(&words, |entry| entry.0)
        .is_ok_and(|i| COUNTRIES[i].2 == Word::Capital)
}

pub(super) fn known(word: &str) -> bool {
    COUNTRIES.binary_search_by_key(&word, |entry| entry.0).is_ok()
        || crate::lexicon::has(crate::data::first_names::MALE, word)
        || crate::lexicon::has(crate::data::first_names::FEMALE, word)
        || crate::lexicon::has(crate::data::words::NOT_NAMES, word)
        || crate::lexicon::has(crate::data::people::ROLES, word)
        || crate::lexicon::has(crate::data::nouns::ORGANIZATIONS, word)
        || crate::lexicon::has(crate::data::adjectives::ADJECTIVES, word)
}

/// The country as it stands before the name of an institution ("US embassy").
pub(crate) fn short(country: &str) -> &str {
    match country {
        "United States" => "US",
        "United Kingdom" => "UK",
        "United Arab Emirates" => "UAE",
        _ => country,
    }
}

/// The country of an institution that newspapers name without one.
pub(crate) fn home_of(institution: &str) -> Option<&'static str> {
    const US: &[&str] = &[
        "army corps of engineers",
        "centcom",
        "central command",
        "central intelligence agency",
        "cia",
        "congressional budget office",
        "defense department",
        "department of defense",
        "department of homeland security",
        "department of justice",
        "department of state",
        "fbi",
        "federal bureau of investigation",
        "homeland security",
        "joint chiefs of staff",
        "justice department",
        "national security agency",
        "nsa",
        "pentagon",
        "state department",
        "treasury department",
        "white house",
    ];
    if crate::lexicon::has(US, institution) {
        return Some("United States");
    }
    match institution {
        "downing street" | "whitehall" | "scotland yard" => Some("United Kingdom"),
        "kremlin" => Some("Russia"),
        "elysee" => Some("France"),
        "bundestag" | "bundeswehr" => Some("Germany"),
        "knesset" => Some("Israel"),
        _ => None,
    }
}

/// Whether the institution's name wants its country in front ("US State Department").
pub(crate) fn wants_country(institution: &str) -> bool {
    ["department", "embassy", "command", "chiefs of staff", "corps"]
        .iter()
        .any(|word| institution.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::article;

    fn country(text: &str, at: usize) -> Option<(String, Word)> {
        let article = article(text);
        let doc = Doc::new(&article);
        let countries = Countries::of(&doc);
        countries.at(&doc, at, doc.tokens.len()).map(|f| (f.country.to_owned(), f.word))
    }

    #[test]
    fn real_countries_by_name_adjective_and_capital() {
        assert_eq!(
            country("U.S. officials", 0),
            Some(("United States".into(), Word::Adjective)).map(|(n, _)| (n, Word::Name))
        );
        assert_eq!(country("Saudi Arabia said", 0), Some(("Saudi Arabia".into(), Word::Name)));
        assert_eq!(country("The Kenyan army", 1), Some(("Kenya".into(), Word::Adjective)));
        assert_eq!(country("Canberra said", 0), Some(("Australia".into(), Word::Capital)));
        assert_eq!(country("Let us see", 1), None);
    }

    #[test]
    fn a_country_of_fiction_is_known_by_its_adjective() {
        let text = "The Varnian army left. Varnia said so.";
        assert_eq!(country(text, 1), Some(("Varnia".into(), Word::Adjective)));
        assert_eq!(country(text, 5), Some(("Varnia".into(), Word::Name)));
        assert_eq!(country("The Varnian army left.", 1), None);
    }
}
