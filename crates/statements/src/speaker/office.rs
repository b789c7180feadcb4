//! The office that a phrase tells of: the role, and whose it is.

use std::ops::Range;

use crate::data::nouns::MILITARY;
use crate::lexicon::has;
use crate::speaker::Gender;
use crate::speaker::country::home_of;
use crate::speaker::phrase::{Phrase, Reader};
use crate::speaker::piece::Class;

impl Reader<'_, '_> {
    /// Role, institution and country from the pieces `start..end`.
    pub(super) fn role(&self, phrase: &mut Phrase, start: usize, end: usize) {
        let start = self.after_lead(start, end);
        let from = self.after_country(start, end);
        // "the president's sister" is no president.
        let owner = (start..end).rev().find(|&i| self.p[i].class == Class::Possessive);
        let owned = owner.filter(|&o| {
            o + 1 < end && (start..o).any(|i| matches!(self.p[i].class, Class::Role | Class::Title))
        });
        for i in owned.map_or(start, |o| o + 1)..end {
            let word = self.doc.word(self.p[i].tokens.start);
            if matches!(self.p[i].class, Class::Role | Class::Title) {
                phrase.gender = phrase.gender.or(Gender::of_title(word));
            }
            if matches!(
                self.p[i].class,
                Class::Role | Class::Title | Class::Adjective | Class::Organization | Class::Name
            ) && !self.doc.word(self.p[i].tokens.start).is_empty()
            {
                phrase.role_words.push(word.to_owned());
            }
        }
        let titles_only = (from..end).all(|i| {
            matches!(self.p[i].class, Class::Title | Class::Point)
                && !has(MILITARY, self.doc.word(self.p[i].tokens.start))
        });
        if from < end && !titles_only {
            phrase.role = Some(self.words(from..end));
        }
        phrase.organization = self.organization_in(start..end);
        if phrase.country.is_none()
            && let Some(name) = &phrase.organization
        {
            phrase.country =
                home_of(&name.trim_start_matches("US ").to_ascii_lowercase()).map(str::to_owned);
        }
    }

    /// The words for a role within a range.
    pub(super) fn role_in(&self, within: Range<usize>) -> String {
        self.words(self.after_lead(within.start, within.end)..within.end)
    }

    /// Skips what leads to the role and is no part of it: "critics like the former general", "in March its
    /// foreign minister", "who calls himself".
    fn after_lead(&self, start: usize, end: usize) -> usize {
        const LEADS: [&str; 7] = ["her", "herself", "himself", "his", "its", "like", "their"];
        let word = |i: usize| self.doc.word(self.p[i].tokens.start);
        let role = |i: usize| matches!(self.p[i].class, Class::Role | Class::Title);
        let leads = |i: &usize| {
            LEADS.contains(&word(*i)) || word(*i) == "as" && *i > start && word(*i - 1) == "such"
        };
        let last = (start..end).rev().find(leads);
        // "head of his office": whose office it is stays.
        match last {
            Some(i) if i + 1 < end && !(word(i) != "like" && (start..i).any(role)) => i + 1,
            _ => start,
        }
    }

    /// Skips a country or owner at the front: "Pakistan's Interior", "the Pakistani Interior".
    pub(super) fn after_country(&self, start: usize, end: usize) -> usize {
        let p = self.p;
        let mut i = start;
        if i + 1 < end
            && matches!(self.doc.word(p[i].tokens.start), "neighboring" | "neighbouring" | "nearby")
        {
            i += 1;
        }
        while i < end {
            let owner = (i..end.min(i + 4)).find(|&j| p[j].class == Class::Possessive);
            match p[i].class {
                Class::Determiner => i += 1,
                Class::Country(_) => {
                    i += 1;
                    if i < end && p[i].class == Class::Possessive {
                        i += 1;
                    }
                }
                Class::Adjective
                    if !p[i].capital
                        && i + 1 < end
                        && matches!(p[i + 1].class, Class::Country(_)) =>
                {
                    i += 1;
                }
                _ if owner.is_some_and(|o| {
                    (i..o).any(|j| matches!(p[j].class, Class::Country(_)))
                        && !(i..o).any(|j| {
                            self.preposition(j) || matches!(p[j].class, Class::Role | Class::Title)
                        })
                }) =>
                {
                    i = owner.map_or(i, |o| o + 1);
                }
                _ => break,
            }
        }
        if i >= end { start } else { i }
    }

    pub(super) fn country(&self, within: Range<usize>) -> Option<String> {
        within.clone().find_map(|i| {
            let t = &self.p[i].tokens;
            matches!(self.p[i].class, Class::Country(_))
                .then(|| self.countries.at(self.doc, t.start, t.end))
                .flatten()
                .map(|found| found.country.to_owned())
        })
    }
}
