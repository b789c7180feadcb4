//! Descriptions that come before the name, and those for whom somebody speaks.

use gainsay_record::{SpeakerKind, TextRange};

use crate::doc::Doc;
use crate::speaker::cast::{Cast, Mention};
use crate::speaker::kinds::called;
use crate::speaker::known;
use crate::speaker::lookup::{BACK, words_of};
use crate::speaker::member::{Lead, is_lead};
use crate::speaker::phrase::{Head, Phrase};
use crate::speaker::roles::main_role;

impl Cast {
    /// "A former quartermaster testified": of whom a heading and the opening only say what he is, and
    /// who speaks below under a full name that comes with no role, are one; unless there are several.
    pub(crate) fn introduce(&mut self, doc: &Doc, sources: &[TextRange]) {
        const WITHIN: usize = 4;
        let speaks =
            |m: &Mention| sources.binary_search_by_key(&m.range.start, |s| s.start).is_ok();
        let person = |m: usize| self.members[m].kind == SpeakerKind::Person;
        let lead = self.mentions.iter().take_while(|m| is_lead(doc, m.range.start) != Lead::No);
        let described: Vec<usize> = lead
            .clone()
            .filter(|m| speaks(m) && self.members[m.member].head == Head::Role)
            .filter(|m| person(m.member) && !self.members[m.member].named)
            .map(|m| m.member)
            .collect();
        let named = lead.clone().any(|m| person(m.member) && self.members[m.member].named);
        let Some(&first) = described.first() else { return };
        // "Ex-quartermaster", "a former quartermaster"
        let noun = |m: usize| {
            let last = self.members[m].name.rsplit(' ').next()?.to_lowercase();
            Some(last.strip_prefix("ex-").map_or(last.clone(), str::to_owned))
        };
        if named || described.iter().any(|&m| noun(m) != noun(first)) {
            return;
        }
        let end = lead.last().map_or(0, |m| doc.sentences[m.sentence].paragraph);
        let below = self.mentions.iter().filter(|m| {
            let paragraph = doc.sentences[m.sentence].paragraph;
            paragraph > end && paragraph <= end + WITHIN
        });
        let mut people = below.filter(|m| person(m.member) && self.members[m.member].named);
        let Some(next) = people.next().copied() else { return };
        let member = &self.members[next.member];
        let full = member.name.contains(' ')
            && member.role.is_none()
            && member.role_words.iter().all(|word| word == known::PLACE);
        let fits = speaks(&next)
            && full
            && self.first_mention(next.member).is_some_and(|m| m.range == next.range)
            && described.iter().all(|&m| self.members[m].gender.agrees(member.gender));
        if fits {
            let those: Vec<usize> = (0..self.mentions.len())
                .filter(|&i| described.contains(&self.mentions[i].member))
                .collect();
            for i in those {
                self.now_is(i, next.member);
            }
        }
    }

    /// Whoever is meant by a description that comes before the name: in a headline, in the opening.
    pub(crate) fn ahead(&self, phrase: &Phrase, mention: usize) -> Option<usize> {
        if phrase.owner.is_some() {
            let role = phrase.head == Head::Role;
            return role.then(|| self.only_one(phrase, &phrase.role_words)).flatten();
        }
        let here = self.mentions[mention].member;
        let later = || {
            let mentions = self.mentions[mention + 1..].iter().take(BACK * 6);
            mentions.map(|m| m.member).filter(|&m| m != here)
        };
        match phrase.head {
            Head::Role => {
                let plays = |m: &usize| {
                    self.members[*m].named && self.plays(phrase, &phrase.role_words, *m)
                };
                self.compatriot(phrase, later().filter(plays)).or_else(|| {
                    let noun = [main_role(&phrase.role_words)?.to_owned()];
                    self.only_one(phrase, &noun)
                })
            }
            _ => later().find(|&m| {
                let member = &self.members[m];
                let words = words_of(phrase);
                let Some((noun, before)) = words.split_last() else { return false };
                // "The findings" further down say no more of "the report".
                let more = member.named || member.name.contains(' ');
                more && member.name.len() > phrase.name.len()
                    && self.kin(phrase, member)
                    && called(noun, &member.role_words)
                    && before.iter().all(|word| member.role_words.contains(word))
            }),
        }
    }

    /// The person or institution for whom a spokesman, a lawyer, an aide speaks.
    pub(crate) fn principal(&self, speaker: usize) -> Option<usize> {
        let name = self.members[speaker].organization.as_ref()?;
        self.by_name.get(&name.to_ascii_lowercase()).copied().filter(|&m| m != speaker)
    }

    /// The institution a person speaks for, or else the country: whom "we" means in his or her words.
    pub(crate) fn institution_of(&mut self, person: usize) -> Option<usize> {
        let member = &self.members[person];
        if member.kind != SpeakerKind::Person {
            return None;
        }
        let (name, head) = match (&member.organization, &member.country) {
            (Some(name), _) => (name.clone(), Head::Organization),
            (None, Some(name)) => (name.clone(), Head::Country),
            (None, None) => return None,
        };
        if let Some(&known) = self.by_name.get(&name.to_ascii_lowercase()) {
            return Some(known);
        }
        let mut phrase = Phrase::empty(TextRange::new(0, 0), head);
        phrase.country = member.country.clone();
        phrase.name = name;
        Some(self.member(&phrase))
    }
}
