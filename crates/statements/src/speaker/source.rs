//! A source read as one noun phrase. Whoever found the source says where it begins and ends, so
//! that every word of it has its part: a name with what describes it, or a description with whose
//! it is and what follows it.

use std::ops::Range;

use gainsay_record::TextRange;

use crate::data::nouns::DETERMINERS;
use crate::doc::{Doc, Shape};
use crate::lexicon::has;
use crate::speaker::country::Countries;
use crate::speaker::found::merged;
use crate::speaker::names::{begins_with_first_name, looks_like_a_person};
use crate::speaker::np::{Line, Np};
use crate::speaker::phrase::{Article, Head, Phrase, Reader};
use crate::speaker::piece::{Class, Piece, pieces};

/// Reads the words of a source.
pub(crate) fn given(doc: &Doc, countries: &Countries, source: TextRange) -> Option<Phrase> {
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

/// How many of the pieces belong to the phrase: not "himself", "in turn", "on Monday", nor a clause that
/// tells when or how it was said ("Ilmar Tessen as he left").
fn phrase_end(doc: &Doc, p: &[Piece]) -> usize {
    let word = |i: usize| p.get(i).map_or("", |p| doc.word(p.tokens.start));
    let lower =
        |i: usize| p[i].tokens.len() == 1 && doc.tokens[p[i].tokens.start].shape == Shape::Lower;
    let day = |i: usize| {
        let word = word(i);
        word.len() > 5 && word.ends_with("day") || has(TIMES, word)
    };
    let after_noun = |i: usize| p[i - 1].noun() || p[i - 1].class == Class::Comma;
    let clause = (1..p.len()).find(|&i| {
        lower(i)
            && after_noun(i)
            && has(CLAUSES, word(i))
            && !(word(i) == "as" && word(i + 1) == "well")
    });
    let mut end = clause.unwrap_or(p.len());
    loop {
        let before = end;
        let last = end.saturating_sub(1);
        if end > 1 && (lower(last) && has(TRAILING, word(last)) || p[last].class == Class::Comma) {
            end -= 1;
        }
        // "on Monday", "late on Monday", "last week", "yesterday", "in turn", "for his part"
        if end > 1 && day(end - 1) {
            end -= 1;
            while end > 1 && has(BEFORE_TIMES, word(end - 1)) {
                end -= 1;
            }
        }
        if end > 2 && (word(end - 2) == "in" && word(end - 1) == "turn") {
            end -= 2;
        }
        if end > 3 && word(end - 3) == "for" && word(end - 1) == "part" {
            end -= 3;
        }
        if end == before {
            return end;
        }
    }
}

impl Line<'_, '_> {
    fn reader(&self) -> Reader<'_, '_> {
        Reader { doc: self.doc, countries: self.countries, p: self.p }
    }

    /// Whether what stands behind a comma can describe or name: not "now retired", "who has left".
    fn apposes(&self, chunk: &Range<usize>) -> bool {
        let Some(first) = chunk.clone().next() else { return false };
        let words = ["in", "now", "speaking", "then", "which", "who", "whose", "with"];
        !words.contains(&self.word(first)) || self.p[first].capital
    }

    /// Whether the second phrase names somebody within the first and not its bearer: "a spokeswoman for
    /// his fund, Tern Capital", "a paper by the head of research, Ilmar Tessen".
    fn apposed_within(&self, first: &Np, second: &Np) -> bool {
        let Some(name) = second.name.clone().filter(|_| first.name.is_none()) else { return false };
        if first.rest.is_empty() {
            return false;
        }
        let last = name.end - 1;
        let institution = self.p[last].head() && self.p[last].class != Class::Role
            || self.countries.calls_institution(self.reader().text_range(name.clone()));
        let titled = self.p[second.stem.start..name.start]
            .iter()
            .any(|p| matches!(p.class, Class::Title | Class::Role));
        let inner = first.rest.clone().rev().find(|&i| self.p[i].noun());
        let inner = inner.map(|i| self.p[i].class);
        match self.kind(first) {
            // "an official travelling with its envoy, Ilmar Tessen"
            Head::Role if self.word(first.rest.start).ends_with("ing") => {
                inner == Some(Class::Role)
            }
            Head::Role => {
                institution
                    && !titled
                    && matches!(inner, Some(Class::Organization | Class::Media))
                    && self.p[first.rest.start].class != Class::Of
            }
            Head::Document | Head::Group | Head::Media => {
                !institution || titled || inner == Some(Class::Role)
            }
            _ => false,
        }
    }

    /// What the noun of a description is.
    fn kind(&self, np: &Np) -> Head {
        let head = np.stem.end - 1;
        let word = self.word(head);
        match self.p[head].class {
            Class::Role | Class::Title => Head::Role,
            Class::Group => Head::Group,
            Class::Organization => Head::Organization,
            Class::Media => Head::Media,
            Class::Document => Head::Document,
            _ if np.name.is_some() => Head::Bare,
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
            phrase.role = Some(reader.words(before.clone()));
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
                phrase.role = Some(reader.words(np.stem.clone()));
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

    /// The name within a description that is a name and a noun for what bears it.
    fn borne(&self, stem: Range<usize>) -> Option<Range<usize>> {
        let p = self.p;
        let lower = |i: usize| !p[i].capital;
        let end = stem.clone().find(|&i| lower(i))?;
        let noun = stem.end.checked_sub(1).filter(|&noun| has(BEARERS, self.word(noun)))?;
        let rest =
            (end..noun).all(|i| matches!(self.word(i), "television" | "news" | "radio" | "rights"));
        let name = stem.start..end;
        let named = name.clone().any(|i| p[i].class == Class::Name)
            && !name.clone().any(|i| matches!(p[i].class, Class::Country(_) | Class::Possessive));
        // "the Borger party" is called so; "the Civic Renewal party" need not be.
        let short = self.word(noun) == "party" && name.len() < 2;
        (named && rest && !short && !name.is_empty() && !self.opens_sentence(name.start))
            .then_some(name)
    }

    /// "who did not want to be named": why there is no name.
    fn unnamed_by(&self, rest: Range<usize>) -> bool {
        rest.clone().any(|i| {
            matches!(self.word(i), "anonymity" | "anonymous" | "identified" | "named" | "quoted")
        })
    }

    /// What follows the noun, up to what only adds circumstances.
    fn complement(&self, np: &Np, head: Head) -> Option<TextRange> {
        let first = self.word(np.rest.start);
        let second = self.p.get(np.rest.start + 1).map_or("", |p| self.doc.word(p.tokens.start));
        // "people with knowledge of the talks"
        let knows = first == "with" && matches!(second, "access" | "knowledge" | "ties");
        let keeps = match head {
            Head::Document => {
                matches!(first, "of" | "by" | "from" | "for" | "to")
                    || (first.ends_with("ed") || matches!(first, "drawn" | "taken" | "written"))
                        && !has(MET, first)
                        && np.rest.clone().any(|i| self.word(i) == "by")
            }
            // "a diplomat in Kelm", "experts consulted by this paper": where they were met.
            Head::Role => {
                let next = self.p.get(np.rest.start + 1);
                let place = next.is_some_and(|next| next.capital)
                    || self
                        .p
                        .get(np.rest.start + 2)
                        .is_some_and(|n| has(PLACES, self.doc.word(n.tokens.start)));
                // "a person with knowledge of the talks": nothing else says who it is.
                let bare = np.stem.len() == 1;
                let house = np
                    .rest
                    .clone()
                    .skip(1)
                    .any(|i| self.p[i].capital || self.p[i].class == Class::Organization);
                (first != "with" || knows && bare)
                    && !(first == "in" && place)
                    && !has(MET, first)
                    && (first != "familiar" || bare)
                    && (first != "at" || house)
                    && !(first == "who" && self.unnamed_by(np.rest.clone()))
            }
            Head::Group => (first != "with" || knows) && !has(MET, first),
            _ => matches!(first, "of" | "for" | "in"),
        };
        let stop = |i: usize| {
            let word = self.word(i);
            let dated = matches!(word, "on" | "in" | "last" | "this")
                && self.p.get(i + 1).is_some_and(|n| {
                    let next = self.doc.word(n.tokens.start);
                    next.starts_with(|c: char| c.is_ascii_digit())
                        || next.ends_with("day")
                        || matches!(next, "week" | "month" | "year")
                });
            let familiar =
                self.word(i - 1) == "familiar" && matches!(head, Head::Group | Head::Role);
            let issued =
                first == "released" && np.rest.clone().skip(1).any(|j| self.word(j) == "by");
            // "a paper sent to members and obtained by the agency"
            let came_by = word == "and"
                && has(MET, self.p.get(i + 1).map_or("", |p| self.doc.word(p.tokens.start)));
            dated && !issued || word == "with" && !familiar || came_by
        };
        let end = np.rest.clone().skip(1).find(|&i| stop(i)).unwrap_or(np.rest.end);
        // "released Monday by the college": what day does not matter.
        (keeps && end > np.rest.start + 1).then(|| self.reader().text_range(np.rest.start..end))
    }
}

/// Places that say no more than where the paper found somebody. Sorted.
const PLACES: &[&str] =
    &["area", "capital", "city", "country", "province", "region", "town", "village"];

/// Words that open a clause about how or when something was said. Sorted.
const CLAUSES: &[&str] = &[
    "after", "although", "as", "because", "before", "if", "since", "though", "unless", "until",
    "when", "whenever", "while",
];

/// Words behind a phrase that are no part of it. Sorted.
const TRAILING: &[&str] = &[
    "additionally",
    "again",
    "alone",
    "also",
    "apparently",
    "earlier",
    "eventually",
    "finally",
    "furthermore",
    "had",
    "has",
    "have",
    "herself",
    "himself",
    "however",
    "immediately",
    "initially",
    "instead",
    "is",
    "itself",
    "later",
    "meanwhile",
    "moreover",
    "myself",
    "never",
    "nevertheless",
    "nonetheless",
    "now",
    "previously",
    "privately",
    "publicly",
    "quickly",
    "recently",
    "repeatedly",
    "reportedly",
    "soon",
    "still",
    "subsequently",
    "themselves",
    "then",
    "therefore",
    "too",
    "was",
    "were",
    "yesterday",
];

/// Times that may hang over the end of a phrase. Sorted.
const TIMES: &[&str] =
    &["afternoon", "evening", "month", "morning", "night", "today", "week", "year", "yesterday"];

/// Words before a time. Sorted.
const BEFORE_TIMES: &[&str] =
    &["at", "early", "earlier", "in", "last", "late", "on", "that", "the", "this"];

/// How a paper came by those it quotes. Sorted.
const MET: &[&str] =
    &["asked", "cited", "consulted", "contacted", "obtained", "quoted", "reached", "seen"];

/// Nouns behind an institution's name that are not part of it. Sorted.
const BEARERS: &[&str] = &[
    "agency",
    "airline",
    "bank",
    "broadcaster",
    "campaign",
    "channel",
    "charity",
    "club",
    "coalition",
    "company",
    "contingent",
    "contractor",
    "daily",
    "faction",
    "firm",
    "foundation",
    "government",
    "group",
    "magazine",
    "militia",
    "movement",
    "network",
    "newspaper",
    "paper",
    "party",
    "publisher",
    "station",
    "union",
    "website",
    "weekly",
];

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
