//! The noun phrases of a paragraph, with what stands in apposition to them.

use std::collections::BTreeSet;

use gainsay_record::TextRange;

use crate::data::first_names::{FEMALE, MALE};
use crate::data::words::{NOT_VERBS, REPORTING};
use crate::doc::{Doc, Shape};
use crate::lexicon::has;
use crate::speaker::apposed;
use crate::speaker::country::Countries;
use crate::speaker::phrase::{Head, Phrase, read};
use crate::speaker::piece::{Class, Piece, pieces};
use crate::speaker::source::given;

/// A phrase in the text, with what stands in apposition to it merged in.
pub(crate) struct Found {
    pub phrase: Phrase,
    pub subject: bool,
    pub place: bool,
}

/// Every noun phrase of the article. This is where names are found: whoever finds them better puts
/// a list of these in its place. `sources` are known to be one phrase each and are read as such.
pub(crate) fn found(doc: &Doc, countries: &Countries, sources: &[TextRange]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for paragraph in &doc.paragraphs {
        let p = pieces(doc, countries, paragraph.tokens.clone());
        phrases(doc, countries, &p, &mut found);
    }
    let names = names(doc);
    found.retain(|f| !only_opens(doc, &names, &f.phrase));
    for Found { phrase, .. } in &mut found {
        // "Rohan Dissanayake SC"
        if matches!(phrase.head, Head::Bare | Head::Person)
            && let Some((name, letters)) = phrase.name.rsplit_once(' ')
            && name.contains(' ')
            && letters.len() <= 3
            && letters.chars().all(|c| c.is_ascii_uppercase())
        {
            phrase.name = name.to_owned();
        }
    }
    let mut all: Vec<Found> = Vec::with_capacity(found.len() + sources.len());
    let mut rest = found.into_iter().peekable();
    for &source in sources {
        let Some(phrase) = given(doc, countries, source) else { continue };
        while let Some(before) = rest.next_if(|f| f.phrase.range.end <= source.start) {
            all.push(before);
        }
        // What a complement names stays a mention of its own.
        let inner = phrase.complement.map_or(source.end, |c| c.start);
        let bearer = (phrase.head == Head::Role)
            .then(|| apposed::bearer(doc, &all, rest.peek(), source).cloned())
            .flatten();
        let phrase = match bearer {
            Some(name) => {
                all.extend(rest.next_if(|f| f.phrase.range == name.range));
                Phrase { range: source, ..borne(name, phrase) }
            }
            None => phrase,
        };
        all.push(Found { phrase, subject: true, place: false });
        while let Some(within) = rest.next_if(|f| f.phrase.range.start < source.end) {
            if within.phrase.range.start > inner && within.phrase.range.end <= source.end {
                all.push(within);
            }
        }
    }
    all.extend(rest);
    all
}

/// The first word of a sentence, as a token.
fn opening(doc: &Doc, sentence: usize) -> usize {
    let tokens = doc.sentences[sentence].tokens.clone();
    let end = tokens.end;
    tokens.into_iter().find(|&t| doc.tokens[t].shape != Shape::Mark).unwrap_or(end)
}

/// The words that have a capital where they open no sentence.
fn names<'d>(doc: &'d Doc) -> BTreeSet<&'d str> {
    let mut names = BTreeSet::new();
    for sentence in 0..doc.sentences.len() {
        let first = opening(doc, sentence);
        let end = doc.sentences[sentence].tokens.end;
        let capital = |&t: &usize| matches!(doc.tokens[t].shape, Shape::Capital | Shape::Upper);
        names.extend((first + 1..end).filter(capital).map(|t| doc.word(t)));
    }
    names
}

/// "Pressed on the matter", "Nineteen were rescued": a capital that only opens the sentence, of a
/// word that is nowhere else a name.
fn only_opens(doc: &Doc, names: &BTreeSet<&str>, phrase: &Phrase) -> bool {
    if phrase.head != Head::Bare || phrase.name.contains(' ') {
        return false;
    }
    let here = doc.tokens_in(phrase.range).start;
    let word = doc.word(here);
    !has(FEMALE, word)
        && !has(MALE, word)
        && !names.contains(word)
        && opening(doc, doc.tokens[here].sentence) == here
}

/// Every noun phrase among the pieces, appositions merged.
fn phrases(doc: &Doc, countries: &Countries, p: &[Piece], found: &mut Vec<Found>) {
    let mut i = 0;
    while i < p.len() {
        let Some((mut phrase, length)) = read(doc, countries, &p[i..]) else {
            i += 1;
            continue;
        };
        let mut end = i + length;
        if let Some((merged, more)) = apposition(doc, countries, &phrase, &p[end..]) {
            phrase = merged;
            end += more;
        }
        let subject = is_subject(doc, p, i, end);
        let place = i > 0
            && matches!(
                doc.word(p[i - 1].tokens.start),
                "in" | "at" | "near" | "around" | "across" | "outside" | "inside"
            );
        found.push(Found { phrase, subject, place });
        found.extend(inner(doc, countries, &p[i..end]));
        i = end;
    }
}

/// "lawyers for Ilmar Tessen", "president of the Dockers' Federation": the names within a phrase.
fn inner(doc: &Doc, countries: &Countries, p: &[Piece]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let links = |piece: &Piece| {
        piece.class == Class::Of
            || matches!(doc.word(piece.tokens.start), "at" | "for" | "from" | "to" | "with")
    };
    // "Lawyers for Odran Tessen", but "Secretary of State Odran Tessen".
    let common = |i: usize| {
        let role = matches!(p[i - 1].class, Class::Role | Class::Group);
        !p[i - 1].capital || role && p[i].class != Class::Of
    };
    for i in (1..p.len()).filter(|&i| links(&p[i]) && common(i)) {
        let Some((phrase, _)) = read(doc, countries, &p[i + 1..]) else { continue };
        let name = matches!(phrase.head, Head::Person | Head::Bare | Head::Organization)
            && !phrase.described()
            && phrase.name.contains(' ')
            && phrase.name.starts_with(char::is_uppercase);
        if name {
            found.push(Found { phrase, subject: false, place: false });
        }
    }
    found
}

/// The first phrase among the pieces, with what stands in apposition to it.
pub(crate) fn merged(doc: &Doc, countries: &Countries, p: &[Piece]) -> Option<Phrase> {
    let (phrase, length) = read(doc, countries, p)?;
    let both = apposition(doc, countries, &phrase, &p[length..]);
    Some(both.map_or(phrase, |(merged, _)| merged))
}

/// "Tessen, chairman of the bank", "the outgoing chairman, Ilmar Tessen".
fn apposition(
    doc: &Doc,
    countries: &Countries,
    phrase: &Phrase,
    rest: &[Piece],
) -> Option<(Phrase, usize)> {
    // "Vatican spokesman the Rev. …" has no comma.
    let comma = usize::from(rest.first()?.class == Class::Comma);
    let titled =
        rest[0].class == Class::Determiner && rest.get(1).is_some_and(|p| p.class == Class::Title);
    if comma == 0 && !(titled && phrase.head == Head::Role) {
        return None;
    }
    let (other, length) = read(doc, countries, &rest[comma..])?;
    let range = phrase.range.cover(other.range);
    let merged = if phrase.may_be_a_person() && other.head == Head::Role {
        borne(phrase.clone(), other)
    } else if phrase.head == Head::Role && other.may_be_a_person() {
        borne(other, phrase.clone())
    } else {
        return None;
    };
    Some((Phrase { range, ..merged }, length + comma))
}

/// A name with what a description of its bearer says.
fn borne(mut name: Phrase, role: Phrase) -> Phrase {
    name.head = Head::Person;
    name.role = role.role.or(name.role);
    name.role_words.extend(role.role_words);
    name.organization = name.organization.or(role.organization);
    name.country = name.country.or(role.country);
    name.gender = name.gender.or(role.gender);
    name
}

/// Whether the pieces `start..end` stand before a verb, or after one that reports.
fn is_subject(doc: &Doc, p: &[Piece], start: usize, end: usize) -> bool {
    let word = |i: usize| doc.word(p[i].tokens.start);
    let after_reporting = start > 0 && has(REPORTING, word(start - 1));
    let after_preposition = start > 0
        && p[start - 1].tokens.end > 0
        && matches!(p[start - 1].class, Class::Of | Class::Other)
        && has(NOT_VERBS, word(start - 1))
        && !matches!(
            word(start - 1),
            "that"
                | "but"
                | "and"
                | "as"
                | "while"
                | "when"
                | "if"
                | "because"
                | "since"
                | "before"
                | "after"
                | "until"
                | "than"
                | "where"
        );
    if after_reporting {
        return true;
    }
    let Some(next) = p.get(end) else { return false };
    let token = next.tokens.start;
    let word = doc.word(token);
    let verb = doc.tokens[token].shape == Shape::Lower && (word == "is" || !has(NOT_VERBS, word));
    let relative = next.class == Class::Comma || matches!(doc.word(token), "who" | "which");
    !after_preposition && (verb || relative && start == 0)
}
