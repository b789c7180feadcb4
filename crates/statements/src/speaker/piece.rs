//! Tokens sorted by the part they play in a noun phrase.

use std::ops::Range;

use crate::data::adjectives::ADJECTIVES;
use crate::data::first_names::{FEMALE, MALE};
use crate::data::nouns::{
    DETERMINERS, DOCUMENTS, MEDIA, ORGANIZATIONS, OUTLETS, PARTICLES, TITLES,
};
use crate::data::people::{GROUPS, ROLES};
use crate::data::words::NOT_NAMES;
use crate::doc::{Doc, Shape};
use crate::lexicon::has;
use crate::speaker::country::{Countries, Word};

/// The part a piece plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Determiner,
    Adjective,
    Country(Word),
    Possessive,
    Role,
    Group,
    Title,
    Organization,
    Media,
    Document,
    Name,
    Particle,
    Of,
    And,
    /// The point of a title or an initial.
    Point,
    Comma,
    Open,
    Close,
    Other,
}

/// One piece: a token, or the tokens of a country's name.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    pub tokens: Range<usize>,
    pub class: Class,
    pub capital: bool,
}

impl Piece {
    /// Whether a noun phrase may have this piece as its noun.
    pub(crate) fn noun(&self) -> bool {
        matches!(
            self.class,
            Class::Role
                | Class::Group
                | Class::Organization
                | Class::Media
                | Class::Document
                | Class::Name
                | Class::Country(_)
                | Class::Title
        )
    }

    /// Whether the piece is a common noun that can head a phrase.
    pub(crate) fn head(&self) -> bool {
        self.noun() && !matches!(self.class, Class::Name | Class::Country(_) | Class::Title)
    }
}

/// The pieces of some tokens.
pub(crate) fn pieces(doc: &Doc, countries: &Countries, tokens: Range<usize>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut i = tokens.start;
    while i < tokens.end {
        let capital = matches!(doc.tokens[i].shape, Shape::Capital | Shape::Upper);
        let (class, length) = match countries.at(doc, i, tokens.end) {
            Some(found) => (Class::Country(found.word), found.tokens),
            None => (class(doc, i, tokens.end, pieces.last()), 1),
        };
        pieces.push(Piece { tokens: i..i + length, class, capital });
        i += length;
    }
    // "Justice Department", "General Assembly": a title before an institution is part of its name.
    for i in 1..pieces.len() {
        if pieces[i - 1].class == Class::Title
            && pieces[i].class == Class::Organization
            && pieces[i].capital
        {
            pieces[i - 1].class = Class::Adjective;
        }
    }
    pieces
}

/// Whether the word is a first name people are known by.
pub(crate) fn first_name(word: &str) -> bool {
    has(MALE, word) || has(FEMALE, word)
}

fn class(doc: &Doc, i: usize, end: usize, before: Option<&Piece>) -> Class {
    let word = doc.word(i);
    let capital = matches!(doc.tokens[i].shape, Shape::Capital | Shape::Upper);
    match doc.tokens[i].shape {
        Shape::Possessive => return Class::Possessive,
        Shape::Mark => {
            let joined = before.is_some_and(|b| {
                doc.tokens[b.tokens.end - 1].range.end == doc.tokens[i].range.start
                    && (b.class == Class::Title
                        || b.class == Class::Name && initial(doc, b)
                        || matches!(doc.word(b.tokens.end - 1), "jr" | "sr" | "st" | "gen"))
            });
            return match word {
                "." if joined => Class::Point,
                "," => Class::Comma,
                "(" | "[" => Class::Open,
                ")" | "]" => Class::Close,
                "&" => Class::And,
                "’" | "'" if plural_possessive(doc, i, end) => Class::Possessive,
                _ => Class::Other,
            };
        }
        _ => {}
    }
    // After a first name a capital is a surname, whatever else the word means ("May", "King").
    let after_first = before.is_some_and(|b| {
        b.class == Class::Name && (first_name(doc.word(b.tokens.start)) || initial(doc, b))
            || b.class == Class::Point
    });
    let next_is_head = i + 1 < end
        && (has(ROLES, doc.word(i + 1)) || has(ORGANIZATIONS, doc.word(i + 1)))
        && !has(NOT_NAMES, doc.word(i + 1));
    if capital && after_first && !next_is_head && !has(TITLES, word) && !has(OUTLETS, word) {
        return Class::Name;
    }
    // "Bill Clinton" is no bill.
    let before_name = i + 1 < end
        && matches!(doc.tokens[i + 1].shape, Shape::Capital)
        && !has(OUTLETS, doc.word(i + 1));
    if capital && first_name(word) && before_name && !next_is_head {
        return Class::Name;
    }
    // "the coast guard" is no guard.
    if word == "guard" && before.is_some_and(|b| doc.word(b.tokens.start) == "coast") {
        return Class::Organization;
    }
    match word {
        "of" => return Class::Of,
        "and" => return Class::And,
        _ => {}
    }
    let pointed = i + 1 < end
        && doc.word(i + 1) == "."
        && doc.tokens[i + 1].range.start == doc.tokens[i].range.end;
    let before_capital = i + 1 < end && doc.tokens[i + 1].shape == Shape::Capital;
    let title = word.len() > 2
        || pointed
        || matches!(word, "mr" | "ms")
        || before_capital && matches!(word, "dr" | "fr" | "lt" | "rt");
    if capital && has(TITLES, word) && title {
        return Class::Title;
    }
    if has(DETERMINERS, word) {
        return Class::Determiner;
    }
    // A word may be two things: as written in capitals inside a name it is the name's.
    if has(ROLES, word) {
        return Class::Role;
    }
    if has(GROUPS, word) && !(capital && has(ORGANIZATIONS, word)) {
        return Class::Group;
    }
    if capital && has(OUTLETS, word) && (doc.tokens[i].shape == Shape::Upper || word.len() > 3) {
        return Class::Media;
    }
    if has(MEDIA, word) && (capital || !has(DOCUMENTS, word)) && !has(ORGANIZATIONS, word) {
        return Class::Media;
    }
    // "Islamic State": in capitals at the end of a name it belongs to the name.
    let in_name = capital
        && before.is_some_and(|b| b.class == Class::Name && b.tokens.end == i)
        && heads(doc, i, end);
    if in_name && has(ADJECTIVES, word) && !has(ORGANIZATIONS, word) {
        return Class::Name;
    }
    let house = capital
        && before.is_some_and(|b| b.capital && b.tokens.end == i)
        && matches!(word, "army" | "force" | "house" | "office" | "police");
    if has(ADJECTIVES, word) && !(has(ORGANIZATIONS, word) && (house || heads(doc, i, end))) {
        return Class::Adjective;
    }
    if has(ORGANIZATIONS, word) {
        return Class::Organization;
    }
    if has(DOCUMENTS, word) {
        return Class::Document;
    }
    if capital && !has(NOT_NAMES, word) {
        return Class::Name;
    }
    if !capital && has(PARTICLES, word) {
        return Class::Particle;
    }
    Class::Other
}

/// "Farmers’ League", "survivors' groups": the apostrophe of a plural, not a closing mark.
fn plural_possessive(doc: &Doc, i: usize, end: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let adjacent = doc.tokens[before].range.end == doc.tokens[i].range.start;
    let followed = i + 1 < end
        && doc.tokens[i + 1].shape != Shape::Mark
        && doc.tokens[i + 1].range.start > doc.tokens[i].range.end;
    if !adjacent || !followed || !doc.word(before).ends_with('s') {
        return false;
    }
    // A single quotation mark that is still open is more likely closed here.
    let opens = |t: usize| {
        matches!(doc.raw(t), "‘" | "'")
            && (t == 0 || doc.tokens[t - 1].range.end < doc.tokens[t].range.start)
    };
    let from = doc.sentences[doc.tokens[i].sentence].tokens.start;
    let single = (from..i).rev().find(|&t| {
        doc.tokens[t].shape == Shape::Mark && { matches!(doc.raw(t), "‘" | "'" | "’") }
    });
    !single.is_some_and(opens)
}

/// Whether the token stands last of its phrase: "the military said", not "the military official".
fn heads(doc: &Doc, i: usize, end: usize) -> bool {
    if i + 1 >= end {
        return true;
    }
    let next = doc.word(i + 1);
    !(has(ROLES, next)
        || has(GROUPS, next)
        || has(ORGANIZATIONS, next)
        || has(MEDIA, next)
        || has(DOCUMENTS, next)
        || has(ADJECTIVES, next)
        || has(TITLES, next) && doc.tokens[i + 1].shape == Shape::Capital
        || next == "and" && i + 2 < end && has(ADJECTIVES, doc.word(i + 2)))
}

fn initial(doc: &Doc, piece: &Piece) -> bool {
    doc.raw(piece.tokens.end - 1).chars().count() == 1
}
