//! The parts of a noun phrase: whose it is, its noun with what stands before it, its name, and what
//! follows.

use std::ops::Range;

use crate::data::words::NOT_NAMES;
use crate::doc::{Doc, Shape};
use crate::lexicon::has;
use crate::speaker::country::{Countries, Word};
use crate::speaker::phrase::Article;
use crate::speaker::piece::{Class, Piece};

/// A noun phrase by its parts, as ranges of pieces.
#[derive(Debug)]
pub(super) struct Np {
    pub(super) article: Article,
    /// How many of them: "two" of "two of the leaders".
    pub(super) part: Option<usize>,
    /// Whose it is: "Pruett" of "Pruett's campaign", "its" of "its lawyers".
    pub(super) owner: Option<Range<usize>>,
    /// The noun with what stands before it, without article and owner.
    pub(super) stem: Range<usize>,
    /// The proper name that ends the stem, or goes on behind it ("Court of Appeal").
    pub(super) name: Option<Range<usize>>,
    /// From behind the noun to the end.
    pub(super) rest: Range<usize>,
}

pub(super) struct Line<'l, 'a> {
    pub(super) doc: &'l Doc<'a>,
    pub(super) countries: &'l Countries,
    pub(super) p: &'l [Piece],
}

impl Line<'_, '_> {
    pub(super) fn word(&self, i: usize) -> &str {
        self.doc.word(self.p[i].tokens.start)
    }

    /// "Mr. Pruitt and Ms. Soderling": two people, each a phrase of its own.
    pub(super) fn pair(&self) -> bool {
        let p = self.p;
        let state = |q: &Piece| q.class == Class::Country(Word::Name);
        if let [one, and, other] = p
            && state(one)
            && state(other)
            && and.class == Class::And
        {
            return true;
        }
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

    pub(super) fn noun_phrase(&self, chunk: Range<usize>) -> Option<Np> {
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
        // "its own advisers"
        if owner.is_some() && start + 1 < chunk.end && self.word(start) == "own" {
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
    pub(super) fn part(&self, chunk: &Range<usize>) -> Option<(usize, usize)> {
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
    pub(super) fn ends_noun(&self, start: usize, i: usize) -> bool {
        const AFTER: &[&str] = &[
            "about",
            "against",
            "alone",
            "around",
            "at",
            "available",
            "behind",
            "between",
            "by",
            "close",
            "drawn",
            "familiar",
            "for",
            "from",
            "held",
            "here",
            "in",
            "inside",
            "into",
            "led",
            "made",
            "near",
            "now",
            "on",
            "outside",
            "over",
            "seen",
            "sent",
            "taken",
            "that",
            "then",
            "there",
            "to",
            "under",
            "which",
            "who",
            "whose",
            "with",
            "within",
            "without",
            "written",
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
    pub(super) fn owner_before(&self, start: usize, end: usize, chunk_end: usize) -> Option<usize> {
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
    pub(super) fn is_word(&self, i: usize) -> bool {
        matches!(
            self.p[i].class,
            Class::Adjective | Class::Other | Class::Particle | Class::Determiner
        ) && self.doc.raw(self.p[i].tokens.start).starts_with(char::is_alphanumeric)
    }

    /// Letters after a name ("Crispin Tull KC").
    pub(super) fn letters(&self, i: usize) -> bool {
        i >= 2
            && self.doc.tokens[self.p[i].tokens.start].shape == Shape::Upper
            && self.word(i).len() <= 3
            && self.p[i - 1].class == Class::Name
            && self.p[i - 2].class == Class::Name
            && self.doc.tokens[self.p[i - 1].tokens.start].shape == Shape::Capital
    }

    /// The proper name at the end of the stem.
    pub(super) fn name(&self, start: usize, end: usize, chunk_end: usize) -> Option<Range<usize>> {
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
            const OF_NAMES: &[&str] = &[
                "central", "eastern", "great", "lower", "national", "new", "north", "northern",
                "royal", "south", "southern", "united", "upper", "western",
            ];
            let plain = p[from].class == Class::Adjective && !has(OF_NAMES, self.word(from))
                || p[from].class == Class::Other && has(NOT_NAMES, self.word(from));
            from += usize::from(plain);
        }
        if from == head && common && (self.opens_sentence(head) || p[head].class == Class::Role) {
            return None;
        }
        if p[head].class == Class::Role || p[head].class == Class::Title {
            return None;
        }
        // "northern MPs"
        if from == head && p[head].class == Class::Group && head > start {
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
        // "Bread for Tarn": a name with "for" in it is an institution's, too.
        let cause = end < chunk_end && self.word(end) == "for" && p[head].class == Class::Name;
        let institution = p[head].head() || cause;
        Some(from..if institution { self.goes_on(end, chunk_end) } else { end })
    }

    /// "Court of Appeal", "Movement for the Hills": where an institution's name ends.
    pub(super) fn goes_on(&self, end: usize, chunk_end: usize) -> usize {
        let p = self.p;
        let mut to = end;
        while to < chunk_end {
            let links = p[to].class == Class::Of
                || matches!(self.word(to), "for" | "into" | "against" | "and" | "on" | "to");
            let mut next = to + 1;
            while links && next < chunk_end && self.word(next) == "the" {
                next += 1;
            }
            let foreign = matches!(self.word(to), "to" | "on")
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

    pub(super) fn opens_sentence(&self, i: usize) -> bool {
        let token = self.p[i].tokens.start;
        let sentence = &self.doc.sentences[self.doc.tokens[token].sentence];
        (sentence.tokens.start..token).all(|t| self.doc.tokens[t].shape == Shape::Mark)
    }
}

impl Np {
    /// Nothing but a place to start from.
    pub(super) fn empty(&self) -> Np {
        Np { article: Article::None, part: None, owner: None, stem: 0..1, name: None, rest: 0..0 }
    }
}
