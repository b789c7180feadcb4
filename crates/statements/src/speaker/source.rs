//! A source read as one noun phrase. Whoever found the source says where it begins and ends, so
//! that every word of it has its part: a name with what describes it, or a description with whose
//! it is and what follows it.

use std::ops::Range;

use gainsay_record::TextRange;

use crate::data::nouns::DETERMINERS;
use crate::doc::{Doc, Shape};
use crate::lexicon::has;
use crate::speaker::behind::{only_time, phrase_end};
use crate::speaker::country::Countries;
use crate::speaker::found::merged;
use crate::speaker::names::{begins_with_first_name, looks_like_a_person};
use crate::speaker::np::{Line, Np};
use crate::speaker::phrase::{Article, Head, Phrase, Reader};
use crate::speaker::piece::{Class, Piece, pieces};

/// "a number of experts", "less than a third": the noun counts them. Sorted.
const QUANTITIES: &[&str] = &[
    "couple",
    "half",
    "handful",
    "majority",
    "minority",
    "number",
    "percent",
    "proportion",
    "quarter",
    "third",
];

/// Pronouns that stand where subjects do.
const PRONOUNS: [&str; 6] = ["he", "i", "it", "she", "they", "we"];

/// Reads the words of a source.
pub(crate) fn given(doc: &Doc, countries: &Countries, source: TextRange) -> Option<Phrase> {
    let tokens = doc.tokens_in(source);
    // "He believed the ministry": a pronoun takes no description.
    let pronoun = tokens.clone().next().is_some_and(|t| PRONOUNS.contains(&doc.word(t)));
    if pronoun || only_time(doc, tokens) {
        return None;
    }
    let (mut p, acronym) = without_brackets(doc, pieces(doc, countries, doc.tokens_in(source)));
    p.truncate(phrase_end(doc, &p));
    let line = Line { doc, countries, p: &p };
    if line.pair() {
        return None;
    }
    // "The state of Tamarack"
    let start = p.iter().take_while(|p| p.class == Class::Determiner).count();
    if let Some(name) = (Reader { doc, countries, p: &p }).realm(start) {
        let mut phrase = Phrase::empty(source, Head::Country);
        phrase.country = Some(name.clone());
        phrase.name = name;
        return Some(phrase);
    }
    let mut chunks = p.split(|p| p.class == Class::Comma).scan(0, |at, chunk| {
        let start = *at;
        *at += chunk.len() + 1;
        Some(start..start + chunk.len())
    });
    let first = line.noun_phrase(chunks.next()?)?;
    let second =
        chunks.next().filter(|chunk| line.apposes(chunk)).and_then(|c| line.noun_phrase(c));
    let second = second.filter(|other| !line.apposed_within(&first, other));
    // "Secretary of State Dwight Colangelo": a name right behind an office with "of" in it.
    let whole = merged(doc, countries, &p[..first.rest.end])
        .filter(|m| m.head == Head::Person && m.name.contains(' ') && first.name.is_none())
        .filter(|m| m.range.end == doc.tokens[p[first.rest.end - 1].tokens.end - 1].range.end)
        .filter(|m| {
            // "Doctors at the Queen Tamara Hospital", "The head of Southern Crown Resorts"
            let name = TextRange::new(m.range.end.saturating_sub(m.name.len()), m.range.end);
            line.kind(&first) == Head::Role && !countries.calls_institution(name)
        });
    let mut phrase = match (first.name.is_some(), &second) {
        _ if whole.is_some() => whole?,
        // "The spokesman, Lev Gurevsky", "The company, Verdant Horizons"
        (false, Some(other)) if other.name.is_some() => line.named(other, Some(&first))?,
        (true, other) => line.named(&first, other.as_ref().filter(|o| o.name.is_none()))?,
        (false, _) => line.described(&first)?,
    };
    // Roles, institutions and countries are what the phrases of the running text are read for.
    if phrase.head == Head::Person
        && let Some(read) = merged(doc, countries, &p)
        && read.head == Head::Person
    {
        phrase.role = read.role.or(phrase.role);
        phrase.role_words.extend(read.role_words);
        phrase.organization = read.organization;
        phrase.country = read.country.or(phrase.country);
        phrase.gender = phrase.gender.or(read.gender);
    }
    phrase.range = source;
    phrase.acronym = acronym.or(phrase.acronym);
    Some(phrase)
}

/// The pieces outside brackets, and the acronym that stands in brackets.
fn without_brackets(doc: &Doc, p: Vec<Piece>) -> (Vec<Piece>, Option<String>) {
    let (mut kept, mut acronym, mut open) = (Vec::with_capacity(p.len()), None, false);
    for piece in p {
        match piece.class {
            Class::Open => open = true,
            Class::Close => open = false,
            _ if open => {
                if doc.tokens[piece.tokens.start].shape == Shape::Upper {
                    acronym = Some(doc.raw(piece.tokens.start).to_owned());
                }
            }
            _ => kept.push(piece),
        }
    }
    (kept, acronym)
}

impl Line<'_, '_> {
    pub(super) fn reader(&self) -> Reader<'_, '_> {
        Reader { doc: self.doc, countries: self.countries, p: self.p }
    }

    /// "4 in 10", "86 percent": not one but many.
    fn counts(&self, stem: Range<usize>) -> bool {
        let number = |word: &str| word.chars().all(|c| c.is_ascii_digit());
        let plain = !stem.clone().skip(1).any(|i| self.p[i].capital);
        stem.clone().any(|i| has(QUANTITIES, self.word(i)))
            || plain && number(self.word(stem.end - 1))
    }

    /// What the noun of a description is.
    pub(super) fn kind(&self, np: &Np) -> Head {
        let head = np.stem.end - 1;
        let word = self.word(head);
        match self.p[head].class {
            Class::Role | Class::Title => Head::Role,
            Class::Group => Head::Group,
            Class::Organization => Head::Organization,
            Class::Media => Head::Media,
            Class::Document => Head::Document,
            _ if np.name.is_some() => Head::Bare,
            _ if self.counts(np.stem.clone()) => Head::Group,
            // "The Kelm Caller": a name, whatever it ends in.
            _ if self.p[head].capital && np.stem.len() > 1 && self.p[head - 1].capital => {
                Head::Organization
            }
            _ if word.ends_with('s') && !word.ends_with("ss") && word.len() > 3 => Head::Group,
            _ if ["er", "or", "ist", "ian", "man", "ee", "eer"]
                .iter()
                .any(|e| word.ends_with(e)) =>
            {
                Head::Role
            }
            _ if matches!(word, "former" | "latter") => Head::Role,
            _ => Head::Organization,
        }
    }

    /// A phrase with a name, and what describes its bearer.
    fn named(&self, np: &Np, described: Option<&Np>) -> Option<Phrase> {
        let p = self.p;
        let range = np.name.clone()?;
        let reader = self.reader();
        let mut phrase = Phrase::empty(reader.text_range(range.clone()), Head::Bare);
        phrase.name = reader.words(range.clone());
        phrase.article = Article::None;
        let title = np.stem.start < range.start;
        let before = np.stem.start..range.start;
        // "Witness K" is called so.
        let letter = range.len() == 1
            && range.start > np.stem.start
            && self.doc.raw(p[range.start].tokens.start).chars().count() == 1
            && p[range.start - 1].capital;
        if letter {
            phrase.name = reader.words(range.start - 1..range.end);
        }
        // A peer of one name is called by the title, too.
        let peer = range.len() == 1
            && range.start > np.stem.start
            && matches!(self.word(range.start - 1), "lord" | "lady" | "baroness");
        if peer {
            phrase.name = reader.words(range.start - 1..range.end);
        }
        // What the words beside the name call it.
        let kinds = [
            described.map(|np| (self.kind(np), np.stem.end - 1)),
            before.clone().rev().find(|&i| p[i].head() || p[i].class == Class::Title).map(|i| {
                let one = Np { stem: i..i + 1, name: None, ..np.empty() };
                (self.kind(&one), i)
            }),
        ];
        let called = kinds.into_iter().flatten().next();
        let head = range.end.min(np.stem.end) - 1;
        let countries = range.clone().all(|i| matches!(p[i].class, Class::Country(_)));
        phrase.country = reader.country(range.clone()).or_else(|| reader.country(before.clone()));
        phrase.head = match (p[head].class, called) {
            _ if countries => Head::Country,
            (Class::Organization | Class::Group | Class::Media | Class::Document, _) => {
                self.kind(&Np { stem: head..head + 1, ..np.empty() })
            }
            (_, Some((Head::Role, _))) => Head::Person,
            (_, Some((Head::Organization | Head::Document | Head::Group, _))) => Head::Organization,
            (_, Some((Head::Media, _))) => Head::Media,
            _ if looks_like_a_person(&phrase.name) && begins_with_first_name(&phrase.name) => {
                Head::Person
            }
            _ if np.article == Article::Definite => Head::Organization,
            _ => Head::Bare,
        };
        match phrase.head {
            Head::Country => {
                phrase.name = phrase.country.clone()?;
                if let Class::Country(crate::speaker::country::Word::People) = p[range.start].class
                {
                    phrase.head = Head::Group;
                    phrase.name = reader.words(range.clone());
                }
            }
            Head::Organization if p[head].head() => {
                phrase.name = reader.organization(range.clone(), phrase.country.as_deref());
            }
            _ => {}
        }
        if phrase.head == Head::Person && title {
            phrase.role = Some(reader.role_in(before.clone()));
            phrase.role_words = before.clone().map(|i| self.word(i).to_owned()).collect();
        }
        if let Some((_, i)) = called {
            phrase.role_words.push(self.word(i).to_owned());
        }
        let about = described.unwrap_or(np);
        if phrase.head == Head::Person {
            let beside = reader.country(about.stem.start..about.rest.end.max(about.stem.end));
            phrase.country = phrase.country.or(beside);
        }
        phrase.owner = about.owner.clone().map(|owner| reader.text_range(owner));
        if !about.rest.is_empty() && described.is_some() {
            phrase.complement = self.complement(about, Head::Role);
        }
        if let Some(np) = described {
            phrase.role_words.extend(np.stem.clone().map(|i| self.word(i).to_owned()));
            if phrase.head == Head::Person && phrase.role.is_none() {
                phrase.role = Some(reader.role_in(np.stem.clone()));
            }
        }
        Some(phrase)
    }

    /// A phrase without a name of its own.
    fn described(&self, np: &Np) -> Option<Phrase> {
        let p = self.p;
        let reader = self.reader();
        let mut stem = np.stem.clone();
        let head = self.kind(np);
        // "Ardavan's semi-official Peyk news agency": from the name on.
        if matches!(head, Head::Organization | Head::Media)
            && let Some(name) = stem.clone().find(|&i| p[i].class == Class::Name)
            && !self.opens_sentence(name)
        {
            stem.start = name;
        }
        let mut phrase = Phrase::empty(reader.text_range(stem.clone()), head);
        phrase.article = np.article;
        phrase.country = reader.country(np.owner.clone().map_or(stem.start, |o| o.start)..stem.end);
        phrase.stem = reader.words(stem.clone());
        // A capital that only opens the sentence is not the description's.
        let opening = &p[stem.start];
        let plain = !matches!(opening.class, Class::Name | Class::Country(_))
            && self.doc.tokens[opening.tokens.start].shape == Shape::Capital
            && !p.get(stem.start + 1).is_some_and(|next| next.capital && stem.len() > 1);
        if plain && self.opens_sentence(stem.start) {
            phrase.stem = lower_first(&phrase.stem);
        }
        let mut head = head;
        if let Some(part) = np.part {
            let quantity = self.word(part);
            if quantity == "one" {
                phrase.stem = singular(&phrase.stem);
                head = Head::Role;
            } else {
                let number = |w: &&str| w.starts_with(|c: char| c.is_ascii_digit());
                let nouns = phrase.stem.split(' ').filter(|w| !number(w));
                let nouns = nouns.filter(|w| !has(DETERMINERS, w)).collect::<Vec<_>>().join(" ");
                phrase.stem = format!("{quantity} {nouns}");
                head = Head::Group;
            }
            phrase.head = head;
            phrase.article = Article::Indefinite;
        }
        phrase.name = match head {
            Head::Organization => {
                let from = np.owner.clone().map_or(stem.start, |o| o.start);
                let foreign = reader.country(np.rest.clone());
                let of = np.rest.start < np.rest.end && p[np.rest.start].class == Class::Of;
                let country = phrase.country.clone().or(foreign.filter(|_| of));
                let name = reader.organization(from..stem.end, country.as_deref());
                phrase.country = phrase.country.or(country);
                // Whose it is stays apart, unless it is a country's.
                if phrase.country.is_some() { name } else { phrase.stem.clone() }
            }
            _ => phrase.stem.clone(),
        };
        if let Some(name) = self.borne(np.stem.clone()).filter(|_| np.part.is_none()) {
            // "the Kelm Harbour television channel" is Kelm Harbour.
            phrase.name = reader.words(name);
            phrase.stem = String::new();
        }
        phrase.role_words = stem
            .clone()
            .filter(|&i| !(head == Head::Role && matches!(p[i].class, Class::Country(_))))
            .map(|i| self.word(i).to_owned())
            .collect();
        phrase.role = (head == Head::Role).then(|| phrase.stem.clone());
        phrase.owner = np
            .owner
            .clone()
            .filter(|o| !(head == Head::Organization && reader.country(o.clone()).is_some()))
            .map(|owner| reader.text_range(owner));
        let used =
            head == Head::Organization && phrase.country.is_some() && phrase.name != phrase.stem;
        if !np.rest.is_empty() && !used {
            phrase.complement = self.complement(np, head);
        }
        if matches!(head, Head::Role | Head::Group | Head::Document) {
            phrase.organization = reader.organization_in(np.stem.start..np.rest.end);
            phrase.country = phrase.country.or_else(|| reader.country(np.stem.start..np.rest.end));
        }
        for i in stem {
            phrase.gender = phrase.gender.or(crate::speaker::Gender::of_title(self.word(i)));
        }
        (!phrase.name.is_empty()).then_some(phrase)
    }
}

/// "Shopkeepers": "shopkeepers".
fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next();
    first.into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

/// "surgeons": "surgeon".
pub(crate) fn singular(words: &str) -> String {
    if let Some(stem) = words.strip_suffix("men") {
        return format!("{stem}man");
    }
    if let Some(stem) = words.strip_suffix("ies") {
        return format!("{stem}y");
    }
    words.strip_suffix('s').unwrap_or(words).to_owned()
}
