//! Whom the personal pronouns of an article mean.

use std::collections::BTreeMap;

use gainsay_language::Name;
use gainsay_record::{MentionKind, TextRange};

use crate::doc::Shape;
use crate::mentions::people::People;
use crate::mentions::{Read, Seen};
use crate::quotes::inside;
use crate::speaker::Gender;
use crate::speaker::pronoun::Pronoun;
use crate::speaker::shown::spoken_for;

/// How many statements back the one that holds a pronoun is looked for.
const HOLDS: usize = 64;

impl Read<'_, '_> {
    /// Personal pronouns: that of a source means its speaker, "I" and "we" in a quotation mean
    /// whoever is quoted, and "he" and "she" are followed through the text. "It" is mostly nobody,
    /// and "they" seldom safe.
    pub(super) fn pronouns(&self, names: &[Name]) -> Vec<Seen> {
        let sources: BTreeMap<TextRange, Option<usize>> =
            self.spoken.iter().rev().filter_map(|s| Some((s.source?, s.speaker))).collect();
        let mut people = People::of(self, names);
        let mut found = Vec::new();
        for token in self.doc.paragraphs.iter().flat_map(|p| p.tokens.clone()) {
            let Some(pronoun) = self.personal(token) else { continue };
            let range = self.doc.tokens[token].range;
            let gender = match pronoun {
                Pronoun::He => Gender::Male,
                Pronoun::She => Gender::Female,
                _ => Gender::Unknown,
            };
            let member = match (sources.get(&range), pronoun) {
                (Some(&speaker), _) => speaker,
                (None, Pronoun::First) => self.quoted_at(range.start),
                (None, Pronoun::He | Pronoun::She) => {
                    people.meant(token, gender, self.quoted_at(range.start))
                }
                (None, _) => None,
            };
            if let Some(member) = member
                && gender != Gender::Unknown
            {
                people.goes_on(token, gender, member);
            }
            let name = member.map(|m| spoken_for(&self.cast.members[m]).0.to_owned());
            found.push((range, MentionKind::Pronoun, name));
        }
        found
    }

    /// The personal pronoun that a token is. "US" and "IT" in capitals are none.
    fn personal(&self, token: usize) -> Option<Pronoun> {
        let range = self.doc.tokens[token].range;
        let shouted = self.doc.tokens[token].shape == Shape::Upper && range.len() > 1;
        let word = self.doc.word(token);
        let pronoun =
            Pronoun::of(word).filter(|_| !shouted && word != "both" && word != "neither")?;
        matches!(pronoun, Pronoun::He | Pronoun::She | Pronoun::It | Pronoun::They | Pronoun::First)
            .then_some(pronoun)
    }

    /// Who is quoted here: the speaker of the innermost statement that holds the place.
    fn quoted_at(&self, offset: usize) -> Option<usize> {
        if !inside(self.quotes, offset) {
            return None;
        }
        let begins = |s: &super::Spoken| s.content.first().is_some_and(|c| c.start <= offset);
        let before = self.spoken.partition_point(begins);
        let holds = |s: &&super::Spoken| s.content.iter().any(|c| c.contains_offset(offset));
        self.spoken[..before].iter().rev().take(HOLDS).find(holds)?.speaker
    }
}
