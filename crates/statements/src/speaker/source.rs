//! A source read as one noun phrase. Whoever found the source says where it begins and ends, so
//! that every word of it has its part: a name with what describes it, or a description with whose
//! it is and what follows it.

use std::ops::Range;

use gainsay_record::TextRange;

use crate::data::nouns::DETERMINERS;
use crate::data::words::NOT_NAMES;
use crate::doc::{Doc, Shape};
use crate::lexicon::has;
use crate::speaker::country::Countries;
use crate::speaker::found::merged;
use crate::speaker::names::{begins_with_first_name, looks_like_a_person};
use crate::speaker::phrase::{Article, Head, Phrase, Reader};
use crate::speaker::piece::{Class, Piece, pieces};

/// Reads the words of a source.
pub(crate) fn given(doc: &Doc, countries: &Countries, source: TextRange) -> Option<Phrase> {
    let (p, acronym) = without_brackets(doc, pieces(doc, countries, doc.tokens_in(source)));
    let line = Line { doc, countries, p: &p };
    if line.pair() {
        return None;
    }
    let mut chunks = p.split(|p| p.class == Class::Comma).scan(0, |at, chunk| {
        let start = *at;
        *at += chunk.len() + 1;
        Some(start..start + chunk.len())
    });
    let first = line.noun_phrase(chunks.next()?)?;
    let second = chunks.next().and_then(|chunk| line.noun_phrase(chunk));
    // "Secretary of State Dwight Colangelo": a name right behind an office with "of" in it.
    let whole = merged(doc, countries, &p[..first.rest.end])
        .filter(|m| m.head == Head::Person && m.name.contains(' ') && first.name.is_none())
        .filter(|m| m.range.end == doc.tokens[p[first.rest.end - 1].tokens.end - 1].range.end);
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

/// A noun phrase by its parts, as ranges of pieces.
#[derive(Debug)]
struct Np {
    article: Article,
    /// How many of them: "two" of "two of the leaders".
    part: Option<usize>,
    /// Whose it is: "Pruett" of "Pruett's campaign", "its" of "its lawyers".
    owner: Option<Range<usize>>,
    /// The noun with what stands before it, without article and owner.
    stem: Range<usize>,
    /// The proper name that ends the stem, or goes on behind it ("Court of Appeal").
    name: Option<Range<usize>>,
    /// From behind the noun to the end.
    rest: Range<usize>,
}

struct Line<'l, 'a> {
    doc: &'l Doc<'a>,
    countries: &'l Countries,
    p: &'l [Piece],
}

impl Line<'_, '_> {
    fn word(&self, i: usize) -> &str {
        self.doc.word(self.p[i].tokens.start)
    }

    /// "Mr. Pruitt and Ms. Soderling": two people, each a phrase of its own.
    fn pair(&self) -> bool {
        let p = self.p;
        p.last().is_some_and(|last| last.class == Class::Name)
            && (1..p.len().saturating_sub(1)).any(|i| {
                self.word(i) == "and"
                    && p[i - 1].class == Class::Name
                    && matches!(p[i + 1].class, Class::Name | Class::Title)
                    && p[i + 1..]
                        .iter()
                        .all(|q| matches!(q.class, Class::Name | Class::Title | Class::Point))
            })
    }

    fn noun_phrase(&self, chunk: Range<usize>) -> Option<Np> {
        let p = self.p;
        if chunk.is_empty() {
            return None;
        }
        let mut start = chunk.start;
        let mut article = Article::None;
        let mut owner = None;
        let part = self.part(&chunk);
        if let Some((_, of)) = part {
            start = of + 1;
        }
        while start < chunk.end && p[start].class == Class::Determiner {
            article = match self.word(start) {
                "a" | "an" | "another" | "one" => Article::Indefinite,
                "the" | "this" | "that" | "these" | "those" => Article::Definite,
                "his" | "her" | "its" | "their" | "my" | "our" | "your" => {
                    owner = Some(start..start + 1);
                    Article::Definite
                }
                // "Two diplomats", "several drivers": the number is part of the description.
                _ => break,
            };
            start += 1;
        }
        let mut end = (start..chunk.end).find(|&i| self.ends_noun(start, i)).unwrap_or(chunk.end);
        if let Some(possessive) = self.owner_before(start, end, chunk.end) {
            owner = Some(start..possessive);
            article = Article::Definite;
            start = possessive + 1;
            start += usize::from(start < chunk.end && self.word(start) == "own");
            end = (start..chunk.end).find(|&i| self.ends_noun(start, i)).unwrap_or(chunk.end);
        }
        while end > start && (!p[end - 1].noun() && !self.is_word(end - 1) || self.letters(end - 1))
        {
            end -= 1;
        }
        if start >= end {
            return None;
        }
        if !(start..end).any(|i| self.word(i).contains(char::is_alphabetic)) {
            return None;
        }
        let name = self.name(start, end, chunk.end).filter(|_| part.is_none());
        let rest = name.as_ref().map_or(end, |n| n.end)..chunk.end;
        Some(Np { article, part: part.map(|p| p.0), owner, stem: start..end, name, rest })
    }

    /// "two of the leaders": where the quantity and where the "of" stands.
    fn part(&self, chunk: &Range<usize>) -> Option<(usize, usize)> {
        const QUANTITIES: &[&str] = &[
            "all", "both", "each", "few", "four", "half", "many", "most", "none", "one", "several",
            "some", "three", "two",
        ];
        let of = chunk.start + 1;
        let quantity = QUANTITIES.binary_search(&self.word(chunk.start)).is_ok();
        (quantity && of + 1 < chunk.end && self.p[of].class == Class::Of)
            .then_some((chunk.start, of))
    }

    /// Whether the noun stands before piece `i`: a preposition, a relative, a participle.
    fn ends_noun(&self, start: usize, i: usize) -> bool {
        const AFTER: &[&str] = &[
            "about", "against", "around", "at", "behind", "between", "by", "close", "familiar",
            "for", "from", "in", "inside", "into", "near", "on", "over", "outside", "that", "to",
            "under", "which", "who", "whose", "with", "within", "without",
        ];
        if i == start || self.p[i].capital {
            return false;
        }
        let word = self.word(i);
        let participle = self.p[i].class == Class::Other
            && word.len() > 4
            && (word.ends_with("ed") || word.ends_with("ing"))
            && !self.p.get(i + 1).is_some_and(|next| next.noun() && !next.capital);
        self.p[i].class == Class::Of || AFTER.contains(&word) || participle
    }

    /// The possessive that parts owner and owned: the last before the noun ends, or the one behind
    /// an institution's name with "of" in it ("The Union of African Peoples’ commissioner").
    fn owner_before(&self, start: usize, end: usize, chunk_end: usize) -> Option<usize> {
        let p = self.p;
        let parts = |i: usize| {
            // "Farmers’ League": the apostrophe of a plural may be inside a name.
            let inside_a_name = p[i - 1].capital
                && p.get(i + 1).is_some_and(|next| next.capital && next.class != Class::Role)
                && self.word(i).len() < 5;
            p[i].class == Class::Possessive && i + 1 < chunk_end && !inside_a_name
        };
        let common_plural = |i: usize| {
            // "survivors’ groups", "teachers’ association": what kind of group, not whose.
            let common = !p[i - 1].capital || p[i - 1].class == Class::Group;
            common
                && !self.word(i).ends_with('s')
                && p.get(i + 1).is_some_and(|n| {
                    !n.capital && matches!(n.class, Class::Organization | Class::Group)
                })
        };
        if let Some(i) = (start + 1..end).rev().find(|&i| parts(i)) {
            return (!common_plural(i)).then_some(i);
        }
        let name = end < chunk_end && p[end].class == Class::Of && p[end - 1].capital;
        (end + 1..chunk_end).find(|&i| name && parts(i))
    }

    /// Whether the piece can belong to a noun phrase at all.
    fn is_word(&self, i: usize) -> bool {
        matches!(
            self.p[i].class,
            Class::Adjective | Class::Other | Class::Particle | Class::Determiner
        ) && self.doc.raw(self.p[i].tokens.start).starts_with(char::is_alphanumeric)
    }

    /// Letters after a name ("Crispin Tull KC").
    fn letters(&self, i: usize) -> bool {
        i >= 2
            && self.doc.tokens[self.p[i].tokens.start].shape == Shape::Upper
            && self.word(i).len() <= 3
            && self.p[i - 1].class == Class::Name
            && self.p[i - 2].class == Class::Name
            && self.doc.tokens[self.p[i - 1].tokens.start].shape == Shape::Capital
    }

    /// The proper name at the end of the stem.
    fn name(&self, start: usize, end: usize, chunk_end: usize) -> Option<Range<usize>> {
        let p = self.p;
        let head = end - 1;
        if !p[head].capital || p[head].class == Class::Determiner {
            return None;
        }
        let common = p[head].head() || matches!(p[head].class, Class::Adjective | Class::Title);
        let mut from = head;
        while from > start {
            let before = &p[from - 1];
            let joins = matches!(before.class, Class::Particle | Class::Possessive | Class::Point)
                || before.class == Class::And && self.word(from - 1) == "&"
                || before.class == Class::And && common && from >= start + 2;
            if !(before.capital || joins && from >= start + 2 && p[from - 2].capital) {
                break;
            }
            from -= 1;
        }
        while from < head && matches!(p[from].class, Class::Possessive | Class::And | Class::Point)
        {
            from += 1;
        }
        // A capital that only opens the sentence says nothing.
        if from < head && self.opens_sentence(from) && !p[head].head() {
            let plain = p[from].class == Class::Adjective
                || p[from].class == Class::Other && has(NOT_NAMES, self.word(from));
            from += usize::from(plain);
        }
        if from == head && common && (self.opens_sentence(head) || p[head].class == Class::Role) {
            return None;
        }
        if p[head].class == Class::Role || p[head].class == Class::Title {
            return None;
        }
        // A title after a name is part of it ("Hodan Sheikh Nur").
        let title = (from..head).rev().find(|&i| {
            p[i].class == Class::Role
                || p[i].class == Class::Title && (i == from || p[i - 1].class != Class::Name)
        });
        if let Some(title) = title.filter(|_| !p[head].head()) {
            from = title + 1;
            while from < head && p[from].class == Class::Point {
                from += 1;
            }
        }
        let institution = p[head].head();
        Some(from..if institution { self.goes_on(end, chunk_end) } else { end })
    }

    /// "Court of Appeal", "Movement for the Hills": where an institution's name ends.
    fn goes_on(&self, end: usize, chunk_end: usize) -> usize {
        let p = self.p;
        let mut to = end;
        while to < chunk_end {
            let links = p[to].class == Class::Of
                || matches!(self.word(to), "for" | "into" | "against" | "and" | "on" | "to" | "in");
            let mut next = to + 1;
            while links && next < chunk_end && self.word(next) == "the" {
                next += 1;
            }
            let foreign = matches!(self.word(to), "in" | "to" | "on")
                && p.get(next).is_none_or(|n| matches!(n.class, Class::Country(_)));
            if !links || foreign || next >= chunk_end || !p[next].capital {
                break;
            }
            to = next;
            while to < chunk_end && p[to].capital {
                to += 1;
            }
        }
        to
    }

    fn opens_sentence(&self, i: usize) -> bool {
        let token = self.p[i].tokens.start;
        let sentence = &self.doc.sentences[self.doc.tokens[token].sentence];
        (sentence.tokens.start..token).all(|t| self.doc.tokens[t].shape == Shape::Mark)
    }

    fn reader(&self) -> Reader<'_, '_> {
        Reader { doc: self.doc, countries: self.countries, p: self.p }
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
        phrase.role_words = stem.clone().map(|i| self.word(i).to_owned()).collect();
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

    /// What follows the noun, up to what only adds circumstances.
    fn complement(&self, np: &Np, head: Head) -> Option<TextRange> {
        let first = self.word(np.rest.start);
        let keeps = match head {
            Head::Document => matches!(first, "of" | "by" | "from" | "for" | "to" | "released"),
            Head::Group | Head::Role => first != "with",
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
            dated || word == "with"
        };
        let end = np.rest.clone().skip(1).find(|&i| stop(i)).unwrap_or(np.rest.end);
        // "released Monday by the college": what day does not matter.
        (keeps && end > np.rest.start + 1).then(|| self.reader().text_range(np.rest.start..end))
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

impl Np {
    /// Nothing but a place to start from.
    fn empty(&self) -> Np {
        Np { article: Article::None, part: None, owner: None, stem: 0..1, name: None, rest: 0..0 }
    }
}
