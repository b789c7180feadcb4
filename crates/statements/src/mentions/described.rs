//! Descriptions of somebody who is known: "the Verran army", "the ministry", "US officials".

use gainsay_record::{MentionKind, SpeakerKind, TextRange};

use crate::data::nouns::ORGANIZATIONS;
use crate::doc::{Doc, Shape};
use crate::lexicon::has;
use crate::mentions::mend::PLACES;
use crate::mentions::{Read, Seen};
use crate::speaker::phrase::Head;
use crate::speaker::shown::spoken_for;

/// Words that begin a phrase and are no part of the name. Sorted.
#[rustfmt::skip]
const LEADING: &[&str] = &[
    "a", "all", "an", "another", "any", "both", "each", "every", "few", "her", "his", "its", "many",
    "most", "my", "no", "one", "other", "our", "several", "some", "that", "the", "their", "these",
    "this", "those", "three", "two", "what",
];

/// Words before which a noun phrase has said what it is. Sorted.
#[rustfmt::skip]
const AFTER_THE_NOUN: &[&str] = &[
    "about", "against", "at", "by", "for", "from", "in", "near", "of", "on", "that", "to", "which",
    "who", "whose", "with",
];

impl Read<'_, '_> {
    /// What the cast is called but by name, where it is known who is meant: an institution, a group
    /// with a country or institution, a person by role. `names` are the mentions found so far, in
    /// text order; a description of which the noun is a name is none.
    pub(super) fn described(&self, names: &[Seen]) -> Vec<Seen> {
        let mut found: Vec<Seen> = Vec::new();
        for mention in &self.cast.mentions {
            let member = &self.cast.members[mention.member];
            let kind = match member.kind {
                SpeakerKind::Person if member.named && member.head != Head::Role => {
                    MentionKind::Role
                }
                SpeakerKind::Organization => MentionKind::Organization,
                SpeakerKind::Government => MentionKind::Government,
                SpeakerKind::Group if member.country.is_some() || member.organization.is_some() => {
                    MentionKind::Group
                }
                _ => continue,
            };
            // "the group" that nobody has named means no party.
            let party = spoken_for(member).0;
            if !party.contains(char::is_uppercase) {
                continue;
            }
            let Some((range, noun)) = self.noun(mention.range, kind) else { continue };
            if found.last().is_some_and(|last| last.0.end > range.start) {
                continue;
            }
            let from = names.partition_point(|name| name.0.end <= range.start);
            let clash = |name: &Seen| {
                name.0.overlaps(noun)
                    || matches!(name.1, MentionKind::Person | MentionKind::Pronoun)
                    || !range.contains(name.0)
            };
            let mut within = names[from..].iter().take_while(|name| name.0.start < range.end);
            if !within.any(clash) {
                found.push((range, kind, Some(party.to_owned())));
            }
        }
        found
    }

    /// A phrase without its article up to its noun, or on to the state it belongs to, and the noun,
    /// where that is a common one.
    fn noun(&self, range: TextRange, kind: MentionKind) -> Option<(TextRange, TextRange)> {
        let doc: &Doc = self.doc;
        let tokens = doc.tokens_in(range);
        let begins =
            |&t: &usize| !has(LEADING, doc.word(t)) && doc.tokens[t].shape != Shape::Number;
        let start = tokens.clone().find(begins)?;
        let ends = |&t: &usize| {
            has(AFTER_THE_NOUN, doc.word(t))
                || doc.tokens[t].shape == Shape::Mark && !matches!(doc.word(t), "-" | "‑")
        };
        let cut = (start..tokens.end).find(ends).unwrap_or(tokens.end);
        let noun = (start..cut).last()?;
        let whose = (start..noun).any(|t| doc.tokens[t].shape == Shape::Possessive);
        // An institution is a noun for one; whatever else the lists let through is not known here.
        let institution = kind == MentionKind::Organization || kind == MentionKind::Government;
        if doc.tokens[noun].shape != Shape::Lower
            || institution && (whose || !has(ORGANIZATIONS, doc.word(noun)))
            || has(PLACES, doc.word(noun))
        {
            return None;
        }
        // "the government of Varnia"
        let of = cut + 1 < tokens.end && doc.word(cut) == "of";
        let state = of.then(|| self.countries.at(doc, cut + 1, tokens.end)).flatten();
        let end = state.map_or(cut, |state| cut + 1 + state.tokens);
        Some((doc.range(start..end), doc.tokens[noun].range))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    use gainsay_language::Reading;

    use crate::testing::{article, marked};
    use crate::whole::read;

    fn mentions(text: &str) -> Vec<(MentionKind, String, Option<String>)> {
        let (bare, attributions) = marked(text);
        let reading = Reading { attributions, names: Vec::new() };
        let found = read(&article(&bare), &reading, &BTreeMap::new(), "model test").mentions;
        found.into_iter().map(|m| (m.kind, m.span.exact, m.party)).collect()
    }

    #[test]
    fn an_institution_and_a_group_with_a_country_are_mentions() {
        let found = mentions("The Kenyan army moved. {s:Kenyan officials} {c:said} {q:so}.");
        let of = |words: &str| found.iter().find(|m| m.1 == words);
        assert_eq!(
            of("Kenyan army").map(|m| (m.0, m.2.as_deref())),
            Some((MentionKind::Organization, Some("Kenya Army")))
        );
        assert_eq!(of("Kenyan officials").map(|m| m.0), Some(MentionKind::Group));
    }

    #[test]
    fn a_role_whose_bearer_is_known_is_a_mention_and_any_noun_is_not() {
        let found = mentions(
            "Defence Minister Ilmar Tessen met fishermen. {s:The minister} {c:said} {q:so}.",
        );
        let of = |words: &str| found.iter().find(|m| m.1 == words);
        assert_eq!(of("minister").map(|m| m.2.as_deref()), Some(Some("Ilmar Tessen")));
        assert_eq!(of("fishermen"), None);
    }

    #[test]
    fn lists_are_sorted() {
        assert!(LEADING.is_sorted() && AFTER_THE_NOUN.is_sorted());
    }
}
