//! Where a noun phrase ends.

use crate::doc::Doc;
use crate::speaker::piece::{Class, Piece};

/// How many pieces, from the first on, make one noun phrase. Nothing where none begins.
pub(crate) fn length(doc: &Doc, p: &[Piece]) -> usize {
    // "accusations that Varnia …": a conjunction, no determiner.
    let that = p.first().is_some_and(|p| doc.word(p.tokens.start) == "that");
    if that && p.get(1).is_some_and(|p| p.capital || p.class == Class::Determiner) {
        return 0;
    }
    let mut i = usize::from(p.first().is_some_and(|p| p.class == Class::Determiner));
    // "his country's army", "the other two officials".
    while i > 0 && i < 3 && p.get(i).is_some_and(|p| p.class == Class::Determiner) {
        i += 1;
    }
    let mut noun: Option<usize> = None;
    while i < p.len() {
        let before = i.checked_sub(1).map(|b| &p[b]);
        let next = p.get(i + 1);
        match p[i].class {
            Class::Name
            | Class::Country(_)
            | Class::Role
            | Class::Group
            | Class::Title
            | Class::Organization
            | Class::Media
            | Class::Document => {
                // "Ilmar Tessen foreign minister": a name is complete, the next noun is another's.
                let after_name = before.is_some_and(|b| b.class == Class::Name)
                    && named_person(p, i)
                    && !p[i].capital;
                if after_name {
                    break;
                }
                noun = Some(i);
                i += 1;
            }
            Class::Adjective => {
                let leads = p[i..].iter().take(5).find(|p| p.class != Class::Adjective);
                if leads.is_some_and(Piece::noun)
                    || leads.is_some_and(|p| p.class == Class::And)
                    || p[i].capital && before.is_some_and(|b| b.capital)
                    // "Ministry of Trade", "Ministry of the Interior"
                    || p[i].capital
                        && p[i.saturating_sub(2)..i].iter().any(|b| b.class == Class::Of)
                {
                    i += 1;
                } else {
                    break;
                }
            }
            Class::Possessive => {
                let owner = before.is_some_and(Piece::noun);
                if owner && next.is_some_and(|n| n.noun() || leads_to_noun(p, i + 1)) {
                    i += 1;
                } else {
                    break;
                }
            }
            Class::Point if before.is_some() => i += 1,
            Class::Particle
                if before.is_some_and(|b| b.class == Class::Name)
                    && next.is_some_and(|n| matches!(n.class, Class::Name | Class::Particle)) =>
            {
                i += 1;
            }
            // "Ilmar Tessen of the Herald": the name is complete.
            Class::Of
                if named_person(p, i)
                    || run_start(p, i) == 0
                        && crate::speaker::piece::first_name(doc.word(p[0].tokens.start)) =>
            {
                break;
            }
            Class::Of if noun.is_some() => match complement(doc, p, i + 1) {
                Some(next) => i = next,
                None => break,
            },
            Class::Other if takes_complement(doc, p, i, noun) => match complement(doc, p, i + 1) {
                Some(next) if p[next].capital => i = next,
                _ => break,
            },
            // "Pakistan's powerful spy agency": words no list knows, on the way to the noun.
            Class::Other | Class::Particle
                if before.is_some_and(|b| {
                    matches!(b.class, Class::Determiner | Class::Possessive | Class::Adjective)
                }) && leads_to_noun(p, i)
                    && doc.tokens[p[i].tokens.start].shape == crate::doc::Shape::Lower =>
            {
                i += 1;
            }
            Class::And if joins(doc, p, i) => i += 1,
            Class::Open
                if before.is_some_and(|b| {
                    matches!(b.class, Class::Name | Class::Organization | Class::Adjective)
                }) && next.is_some_and(|n| n.capital)
                    && p.get(i + 2).is_some_and(|n| n.class == Class::Close)
                    && next.is_some_and(|n| {
                        doc.tokens[n.tokens.start].shape == crate::doc::Shape::Upper
                    }) =>
            {
                i += 3;
            }
            _ => break,
        }
    }
    while i > 0
        && matches!(
            p[i - 1].class,
            Class::Of | Class::And | Class::Possessive | Class::Particle | Class::Determiner
        )
    {
        i -= 1;
    }
    if noun.is_none_or(|noun| noun >= i) { 0 } else { i }
}

/// After a preposition: where the noun phrase goes on.
fn complement(_doc: &Doc, p: &[Piece], at: usize) -> Option<usize> {
    let skip = usize::from(p.get(at).is_some_and(|p| p.class == Class::Determiner));
    let next = p.get(at + skip)?;
    let goes_on = next.noun()
        || next.class == Class::Adjective
            && (next.capital || p.get(at + skip + 1).is_some_and(Piece::noun));
    goes_on.then_some(at + skip)
}

/// "spokesman for", "ambassador to", "professor at".
fn takes_complement(doc: &Doc, p: &[Piece], at: usize, noun: Option<usize>) -> bool {
    let Some(noun) = noun else { return false };
    let role = matches!(p[noun].class, Class::Role | Class::Group) && noun + 1 == at;
    match doc.word(p[at].tokens.start) {
        "for" | "to" | "at" | "with" | "from" => role,
        "on" => p[noun].capital && p[noun].class == Class::Organization && noun + 1 == at,
        _ => false,
    }
}

/// Whether a common noun follows within a few pieces with only adjectives and the like between.
fn leads_to_noun(p: &[Piece], at: usize) -> bool {
    p[at..].iter().take(4).position(Piece::head).is_some_and(|head| {
        p[at..at + head].iter().all(|p| {
            p.class == Class::Adjective
                || matches!(p.class, Class::Other | Class::Particle | Class::And) && !p.capital
                || p.class == Class::Name
                || matches!(p.class, Class::Country(_))
        })
    })
}

/// "civilian and military leaders", "government and army", "Ministry of Trade and Industry".
fn joins(doc: &Doc, p: &[Piece], at: usize) -> bool {
    let (Some(before), Some(after)) = (at.checked_sub(1).map(|b| &p[b]), p.get(at + 1)) else {
        return false;
    };
    let same = |class| before.class == class && after.class == class;
    // "Haldane & Pell"
    doc.word(p[at].tokens.start) == "&" && before.capital && after.capital
        || same(Class::Adjective)
        || !before.capital && !after.capital && same(Class::Organization)
        || after.class == Class::Adjective
            && !before.capital
            && before.class == Class::Organization
            && !after.capital
        || before.class == Class::Adjective && !before.capital && after.head() && !after.capital
        || before.class == Class::Media && after.class == Class::Adjective
        || matches!(before.class, Class::Country(_))
            && (after.class == Class::Adjective && !after.capital
                || matches!(after.class, Class::Country(_)))
            && p[at..].iter().take(5).any(|p| p.class == Class::Group || p.class == Class::Media)
        || before.capital
            && after.capital
            && p[..at].iter().any(|p| p.class == Class::Of)
            && !named_person(p, at)
            && !after.noun_of_person()
}

impl Piece {
    fn noun_of_person(&self) -> bool {
        matches!(self.class, Class::Title | Class::Role)
    }
}

/// Whether a run of name pieces that ends at `end` is that of a person: it follows a title or role.
fn named_person(p: &[Piece], end: usize) -> bool {
    let start = run_start(p, end);
    start < end
        && start > 0
        && matches!(p[start - 1].class, Class::Title | Class::Role | Class::Point)
}

/// Where the run of name pieces that ends at `end` starts.
pub(crate) fn run_start(p: &[Piece], end: usize) -> usize {
    let mut start = end;
    while start > 0 {
        let b = start - 1;
        let name = p[b].class == Class::Name
            || p[b].class == Class::Particle && b > 0 && p[b - 1].class == Class::Name
            || p[b].class == Class::Point && b > 0 && p[b - 1].class == Class::Name;
        if !name {
            break;
        }
        start = b;
    }
    start
}
