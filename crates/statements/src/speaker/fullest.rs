//! Full names first, wherever they stand, so that a short form finds its full name.

use std::collections::BTreeSet;

use gainsay_language::{Name, NameKind};
use gainsay_record::{SpeakerKind, ZoneKind};

use crate::data::adjectives::ADJECTIVES;
use crate::data::nouns::{DETERMINERS, ORGANIZATIONS, TITLES};
use crate::data::people::ROLES;
use crate::doc::{Doc, Shape};
use crate::lexicon::{has, spaced};
use crate::speaker::cast::Cast;
use crate::speaker::found::Found;
use crate::speaker::kinds::called;
use crate::speaker::member::{Lead, Member, is_lead, new_member};
use crate::speaker::names::{begins_with_first_name, looks_like_a_person, same_person};
use crate::speaker::phrase::{Head, Phrase, surname};

/// Whether a name is the end of a longer one ("van Reyk" of "Ilmar van Reyk").
fn ends_in(long: &str, short: &str) -> bool {
    let start = long.len().checked_sub(short.len() + 1);
    start.is_some_and(|start| {
        let tail = long.get(start..).and_then(|tail| tail.strip_prefix(' '));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(short))
    })
}

/// One past the run of capital words, joined by "of", that begins with a token.
fn capitals(doc: &Doc, from: usize) -> usize {
    let sentence = doc.tokens.get(from).map(|token| token.sentence);
    let capital = |t: usize| {
        doc.tokens.get(t).is_some_and(|token| {
            Some(token.sentence) == sentence
                && matches!(token.shape, Shape::Capital | Shape::Upper)
                && !has(DETERMINERS, doc.word(t))
        })
    };
    let mut end = from;
    while capital(end) || end > from && doc.word(end) == "of" && capital(end + 1) {
        end += 1;
        if end == doc.tokens.len() {
            break;
        }
    }
    end
}

/// Whether capital words end in a noun for an institution.
fn institution(rest: &str) -> bool {
    let last = rest.rsplit(' ').next().unwrap_or(rest).to_lowercase();
    rest.starts_with(char::is_uppercase)
        && (has(ORGANIZATIONS, &last) || called("company", &[last]))
}

/// Whether what follows the beginning of an institution's name is the rest of it.
pub(super) fn names_more(rest: &str) -> bool {
    rest.starts_with(char::is_uppercase)
        || ["of ", "for "].iter().any(|link| {
            let after = rest.strip_prefix(link);
            after.is_some_and(|after| {
                after.strip_prefix("the ").unwrap_or(after).starts_with(char::is_uppercase)
            })
        })
}

impl Cast {
    /// Full names first, wherever they stand, so that a short form finds its full name even where
    /// the article gives it later.
    pub(super) fn learn_people(&mut self, doc: &Doc, found: &[Found]) {
        let headline = |phrase: &Phrase| {
            doc.paragraph_at(phrase.range.start)
                .is_some_and(|p| doc.paragraphs[p].kind == ZoneKind::Headline)
        };
        let singles: std::collections::BTreeSet<String> = found
            .iter()
            .filter(|f| matches!(f.phrase.head, Head::Bare | Head::Person))
            .filter(|f| !f.phrase.name.contains(' '))
            .map(|f| f.phrase.name.to_ascii_lowercase())
            .collect();
        for Found { phrase, .. } in found {
            if let Some(acronym) = &phrase.acronym {
                self.by_acronym.entry(acronym.to_ascii_lowercase()).or_insert(phrase.name.clone());
            }
            let full = phrase.name.contains(' ') && looks_like_a_person(&phrase.name);
            let person = match phrase.head {
                Head::Person => full,
                Head::Bare => {
                    full && (begins_with_first_name(&phrase.name)
                        || phrase.role.is_some()
                        || phrase
                            .name
                            .split(' ')
                            .skip(1)
                            .any(|part| singles.contains(&part.to_ascii_lowercase())))
                }
                _ => false,
            };
            if person && !headline(phrase) {
                self.add_person(phrase);
            }
        }
    }

    /// People whose full names the model reads and no phrase has, `but` for these.
    pub(super) fn learn_named(&mut self, doc: &Doc, names: &[Name], but: &BTreeSet<String>) {
        for name in names.iter().filter(|name| name.kind == NameKind::Person) {
            let words = spaced(name.range.of(doc.text));
            let heading = is_lead(doc, name.range.start) == Lead::Heading;
            let full = words.contains(' ') && looks_like_a_person(&words) && !but.contains(&words);
            if full && !heading && !self.by_name.contains_key(&words.to_ascii_lowercase()) {
                let mut phrase = Phrase::empty(name.range, Head::Person);
                phrase.name = words;
                self.add_person(&phrase);
            }
        }
    }

    /// Institutions by whose first words others are called: "Air Varnia Holdings", for whom somebody works,
    /// and later "Air Varnia"; "the Concord of Northern Ports" and "the Concord".
    pub(super) fn learn_employers(&mut self, doc: &Doc, found: &[Found]) {
        let short: BTreeSet<&str> = found
            .iter()
            .filter(|f| matches!(f.phrase.head, Head::Organization | Head::Bare | Head::Media))
            .map(|f| &*f.phrase.name)
            .filter(|name| name.starts_with(char::is_uppercase))
            .collect();
        let mut t = 0;
        while t < doc.tokens.len() {
            let end = capitals(doc, t);
            let range = doc.range(t..end.max(t + 1));
            let before = t.checked_sub(1).map_or("", |b| doc.word(b));
            if end > t + 1 && is_lead(doc, range.start) != Lead::Heading {
                let words = spaced(range.of(doc.text));
                let begins = words.match_indices(' ').any(|(at, _)| {
                    let (first, rest) = (&words[..at], &words[at + 1..]);
                    short.contains(first)
                        && if first.contains(' ') {
                            institution(rest)
                        } else {
                            before == "the" && rest.starts_with("of ") && names_more(rest)
                        }
                });
                if begins && !self.by_name.contains_key(&words.to_lowercase()) {
                    let mut phrase = Phrase::empty(range, Head::Organization);
                    phrase.name = words;
                    self.add(&phrase);
                }
            }
            t = end.max(t + 1);
        }
    }

    fn add_person(&mut self, phrase: &Phrase) -> usize {
        let last = surname(&phrase.name).to_ascii_lowercase();
        let known = self.by_part.get(&last).and_then(|those| {
            those.iter().copied().find(|&m| {
                let name = &self.members[m].name;
                same_person(name, &phrase.name)
                    || ends_in(name, &phrase.name)
                    || ends_in(&phrase.name, name)
            })
        });
        let member = match known {
            Some(member) => {
                let known = &self.members[member].name;
                // "Haji Ilmar Tessen": a title makes no fuller name.
                let titled = ends_in(&phrase.name, known) && known.contains(' ') && {
                    let first = phrase.name.split(' ').next().unwrap_or("").to_lowercase();
                    has(TITLES, &first) || has(ROLES, &first)
                };
                if phrase.name.len() > known.len() && !titled {
                    self.members[member].name = phrase.name.clone();
                }
                member
            }
            None => {
                self.members.push(new_member(phrase, SpeakerKind::Person, Head::Person, true));
                self.members.len() - 1
            }
        };
        self.by_name.entry(phrase.name.to_ascii_lowercase()).or_insert(member);
        let parts: Vec<String> = phrase.name.split(' ').map(str::to_ascii_lowercase).collect();
        for part in parts.iter().chain([&last]) {
            let those = self.by_part.entry(part.clone()).or_default();
            if !those.contains(&member) {
                those.push(member);
            }
        }
        self.enrich(member, phrase);
        member
    }

    /// Full names of institutions, so that "Crown" finds "Crown Counters Ltd".
    pub(super) fn learn_institutions(&mut self, doc: &Doc, found: &[Found]) {
        for Found { phrase, .. } in found {
            let full = matches!(phrase.head, Head::Organization | Head::Bare | Head::Media)
                && phrase.name.contains(' ')
                && phrase.name.starts_with(char::is_uppercase)
                && !phrase.described()
                && is_lead(doc, phrase.range.start) != Lead::Heading;
            if !full || self.find(phrase).is_some() {
                continue;
            }
            let member = self.add(phrase);
            let first = phrase.name.split(' ').next().unwrap_or("").to_ascii_lowercase();
            if phrase.country.is_none() && !has(ADJECTIVES, &first) && !has(ORGANIZATIONS, &first) {
                self.by_part.entry(first).or_default().push(member);
            }
        }
    }

    /// "NPA" for the one institution of the article with these initials.
    pub(super) fn learn_acronyms(&mut self, found: &[Found]) {
        for Found { phrase, .. } in found {
            let letters = phrase.name.chars().all(|c| c.is_ascii_uppercase());
            let acronym = phrase.name.to_ascii_lowercase();
            if !letters
                || !(2..=6).contains(&acronym.len())
                || self.by_acronym.contains_key(&acronym)
            {
                continue;
            }
            let fits = |m: &&Member| {
                m.kind == SpeakerKind::Organization
                    && m.name.contains(' ')
                    && m.name
                        .split([' ', '-'])
                        .filter_map(|word| word.chars().next().filter(|c| c.is_uppercase()))
                        .eq(phrase.name.chars())
            };
            let mut those = self.members.iter().filter(fits);
            let only = those.next().filter(|_| those.next().is_none());
            if let Some(only) = only.map(|m| m.name.clone()) {
                self.by_acronym.insert(acronym, only);
            }
        }
    }
}
