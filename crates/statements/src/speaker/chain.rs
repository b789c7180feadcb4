//! Pronouns between the statements: who goes on being called "he" or "she" stays the one meant.

use std::collections::BTreeMap;

use gainsay_record::{SpeakerKind, TextRange};

use crate::data::people::ROLES;
use crate::data::words::NOT_VERBS;
use crate::doc::{Doc, Shape};
use crate::lexicon::has;
use crate::quotes::{Quote, inside};
use crate::speaker::Gender;
use crate::speaker::antecedents::{Context, antecedents};
use crate::speaker::cast::{Cast, Mention};
use crate::speaker::pronoun::Pronoun;

/// Genders that the text itself tells: a sentence with one person in it, and "he" or "she" after
/// the name.
pub(crate) fn learn_genders(doc: &Doc, cast: &mut Cast) {
    // `None` where sentences contradict each other.
    let mut votes: BTreeMap<usize, Option<Gender>> = BTreeMap::new();
    let mut from = 0;
    for (number, sentence) in doc.sentences.iter().enumerate() {
        let to = from + cast.mentions[from..].partition_point(|m| m.sentence <= number);
        let people: Vec<&Mention> = cast.mentions[from..to]
            .iter()
            .filter(|m| cast.members[m.member].kind == SpeakerKind::Person)
            .collect();
        from = to;
        let Some(only) = people.first() else { continue };
        if people.iter().any(|m| m.member != only.member) || only.quoted {
            continue;
        }
        // "Venn accused him of hiding his papers", "Venn, whose husband said that he": somebody else's.
        let others = sentence.tokens.clone().any(|t| {
            let after = doc.tokens[t].range.start >= only.range.end;
            let next = if t + 1 < sentence.tokens.end { doc.word(t + 1) } else { "" };
            let object = has(NOT_VERBS, next) || next.is_empty();
            after
                && (doc.word(t) == "him"
                    || doc.word(t) == "her" && object
                    || doc.word(t) == "whose" && has(ROLES, next))
        });
        if others {
            continue;
        }
        let mut told = sentence.tokens.clone().filter_map(|t| {
            let after = doc.tokens[t].range.start > only.range.end;
            let gender = match doc.word(t) {
                "he" | "his" | "himself" => Gender::Male,
                "she" | "her" | "herself" => Gender::Female,
                _ => return None,
            };
            Some((after, gender))
        });
        if let Some((true, first)) = told.next()
            && told.all(|(_, gender)| gender == first)
        {
            let vote = votes.entry(only.member).or_insert(Some(first));
            *vote = vote.filter(|gender| *gender == first);
        }
    }
    for (member, gender) in votes {
        if let Some(gender) = gender
            && cast.members[member].gender == Gender::Unknown
        {
            cast.members[member].gender = gender;
        }
    }
}

/// Follows "he" and "she" outside quotations up to `to`, from where the trail last ended. What
/// stands in `sources` is resolved with its statement.
pub(crate) fn follow(
    doc: &Doc,
    cast: &mut Cast,
    quotes: &[Quote],
    sources: &[usize],
    to: usize,
    context: &Context,
) {
    let tokens = doc.tokens_in(TextRange::new(cast.followed, to.max(cast.followed)));
    cast.followed = cast.followed.max(to);
    for t in tokens {
        let range = doc.tokens[t].range;
        let pronoun = match doc.word(t) {
            "he" => Pronoun::He,
            "she" => Pronoun::She,
            _ => continue,
        };
        let taken = doc.tokens[t].shape == Shape::Upper && range.len() > 2;
        if taken || sources.binary_search(&range.start).is_ok() || inside(quotes, range.start) {
            continue;
        }
        let (those, safe) = antecedents(doc, cast, pronoun, range.start, context);
        if let Some(&member) = those.first().filter(|_| safe) {
            step(doc, cast, range, member, pronoun);
        }
    }
}

/// Puts a resolved pronoun on the trail.
pub(crate) fn step(doc: &Doc, cast: &mut Cast, range: TextRange, member: usize, pronoun: Pronoun) {
    let Some(sentence) = doc.sentence_at(range.start) else { return };
    let told = match pronoun {
        Pronoun::He => Gender::Male,
        Pronoun::She => Gender::Female,
        _ => Gender::Unknown,
    };
    let known = &mut cast.members[member].gender;
    *known = known.or(told);
    cast.trail.push(Mention {
        range,
        member,
        sentence,
        subject: true,
        quoted: false,
        place: false,
    });
}
