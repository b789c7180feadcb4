//! From a phrase to the member of the cast that it names or describes.

use gainsay_record::SpeakerKind;

use crate::data::adjectives::ADJECTIVES;
use crate::data::nouns::ORGANIZATIONS;
use crate::doc::Doc;
use crate::lexicon::has;
use crate::speaker::Gender;
use crate::speaker::cast::{Cast, Member, Mention};
use crate::speaker::fullest::names_more;
use crate::speaker::kinds::{business, called};
use crate::speaker::known;
use crate::speaker::names::{begins_with_first_name, same_person};
use crate::speaker::phrase::{Article, Head, Phrase, surname};
use crate::speaker::pronoun::Pronoun;
use crate::speaker::roles::{describes, main_role};

/// How many mentions back a description may lead.
pub(super) const BACK: usize = 60;

impl Cast {
    /// The member that a phrase names or describes, as far as is known so far.
    pub(crate) fn find(&self, phrase: &Phrase) -> Option<usize> {
        let name = phrase.name.to_ascii_lowercase();
        match phrase.head {
            Head::Person | Head::Bare => {
                if let Some(long) = self.by_acronym.get(&name) {
                    return self.by_name.get(&long.to_ascii_lowercase()).copied();
                }
                self.person(phrase).or_else(|| {
                    (phrase.head == Head::Bare).then(|| self.by_beginning(&name)).flatten()
                })
            }
            Head::Role => self.by_role(phrase),
            Head::Organization | Head::Media if !phrase.described() => {
                let acronym = self.by_acronym.get(&name).map(|long| long.to_ascii_lowercase());
                let known = self.by_name.get(acronym.as_ref().unwrap_or(&name)).copied();
                known.or_else(|| self.by_beginning(&name)).or_else(|| {
                    // "the firm Opina" is no other firm.
                    let short = (phrase.article == Article::Definite || !phrase.name.contains(' '))
                        && phrase.role_words.is_empty();
                    short.then(|| self.by_kind(phrase)).flatten()
                })
            }
            Head::Organization | Head::Media | Head::Group | Head::Document => {
                let one_word = phrase.article == Article::None
                    && phrase.head != Head::Group
                    && phrase.head != Head::Document
                    && !phrase.name.contains(' ');
                let apart = phrase.head == Head::Group && phrase.complement.is_some();
                if let Some(newspaper) = self.newspaper(phrase) {
                    return Some(newspaper);
                }
                let definite = (phrase.article == Article::Definite || one_word)
                    && phrase.owner.is_none()
                    && !apart;
                definite.then(|| self.by_kind(phrase)).flatten().or_else(|| {
                    // What is only the noun of a longer description is not yet its name.
                    let whole = phrase.owner.is_none() && phrase.complement.is_none()
                        || phrase.name != phrase.stem;
                    let same = phrase.article != Article::Indefinite && whole;
                    self.by_name.get(&name).copied().filter(|_| same)
                })
            }
            Head::Country => self.by_name.get(&name).copied(),
        }
    }

    /// "Corran Valley" for the one institution "Corran Valley Foods", "the Concord" for "the Concord of
    /// Northern Ports".
    fn by_beginning(&self, name: &str) -> Option<usize> {
        let start = format!("{name} ");
        let long = self.by_name.range(start.clone()..).take_while(|(n, _)| n.starts_with(&start));
        let mut those = long.map(|(_, &member)| member);
        let only = those.next()?;
        let member = &self.members[only];
        let institution = member.kind == SpeakerKind::Organization && member.named;
        // A single word begins many names; it must be the first part of this one.
        let of = !name.contains(' ') && !has(ORGANIZATIONS, name) && !has(ADJECTIVES, name);
        let rest = member.name.get(start.len()..)?;
        let goes_on = if name.contains(' ') {
            rest.starts_with(char::is_uppercase)
        } else {
            of && rest.starts_with("of ") && names_more(rest)
        };
        (institution && goes_on && those.all(|other| other == only)).then_some(only)
    }

    /// "the paper": the newspaper that was named last, unless a paper that was read came later.
    fn newspaper(&self, phrase: &Phrase) -> Option<usize> {
        let alone = phrase.article == Article::Definite
            && phrase.stem == "paper"
            && phrase.owner.is_none()
            && phrase.complement.is_none();
        if !alone {
            return None;
        }
        let read = |member: &Member| {
            let is =
                |word: &str| matches!(word, "paper" | "study" | "memo" | "memorandum" | "document");
            member.head == Head::Document && member.role_words.iter().any(|word| is(word))
        };
        let last = self.recent.iter().rev().take(BACK).copied().find(|&m| {
            let member = &self.members[m];
            member.head == Head::Media && member.named || read(member)
        })?;
        (self.members[last].head == Head::Media).then_some(last)
    }

    /// A person by a part of the name. Of several whoever was named most often so far, for papers call
    /// the others in full; of equals the first.
    fn person(&self, phrase: &Phrase) -> Option<usize> {
        let name = phrase.name.to_ascii_lowercase();
        if let Some(&member) = self.by_name.get(&name) {
            return Some(member);
        }
        let last = surname(&name);
        let those = self.by_part.get(last)?;
        let fits = |m: usize| {
            self.members[m].gender.agrees(phrase.gender)
                && (!name.contains(' ')
                    || same_person(&self.members[m].name, &phrase.name)
                    || self.members[m].name.to_ascii_lowercase().ends_with(&format!(" {name}")))
        };
        let fitting: Vec<usize> = those.iter().copied().filter(|&m| fits(m)).collect();
        // "Ms Venn": the one who is known for a woman, or else whose name sounds so.
        let told = |m: usize| match self.members[m].gender {
            Gender::Unknown => {
                let first = self.members[m].name.split(' ').next().unwrap_or("").to_lowercase();
                Gender::leaning(&first)
            }
            known => known,
        };
        let meant = |m: &usize| phrase.gender != Gender::Unknown && told(*m) == phrase.gender;
        let fitting = match fitting.iter().copied().filter(meant).collect::<Vec<usize>>() {
            those if those.is_empty() => fitting,
            those => those,
        };
        // A surname outranks a first name.
        let by_surname: Vec<usize> = fitting
            .iter()
            .copied()
            .filter(|&m| surname(&self.members[m].name).eq_ignore_ascii_case(last))
            .collect();
        let those = if by_surname.is_empty() { fitting } else { by_surname };
        match those[..] {
            [] => None,
            [only] => Some(only),
            _ => {
                let times =
                    |m: &usize| self.mentions.iter().filter(|mention| mention.member == *m).count();
                those.into_iter().rev().max_by_key(times)
            }
        }
    }

    /// "the minister", "the Varnian general", "the official": the latest who may be called so.
    fn by_role(&self, phrase: &Phrase) -> Option<usize> {
        if phrase.article == Article::Indefinite
            || phrase.article == Article::None && phrase.role_words.len() != 1
        {
            return None;
        }
        // "the union’s chairman": not any chairman, but the only one.
        if phrase.owner.is_some() && phrase.country.is_none() {
            return self.only_one(phrase, &phrase.role_words);
        }
        let recent = || self.recent.iter().rev().take(BACK).copied();
        let plays = |m: &usize| self.plays(phrase, &phrase.role_words, *m);
        if let Some(found) = self.compatriot(phrase, recent().filter(plays)) {
            return Some(found);
        }
        // "the Vermont senator" of whom the text said only that he is a senator: if there is one.
        let bare: Vec<String> =
            main_role(&phrase.role_words).into_iter().map(str::to_owned).collect();
        let place = phrase.role_words.len() == 2
            && phrase.name.split(' ').next().is_some_and(|w| w.starts_with(char::is_uppercase));
        let mut those: Vec<usize> = recent()
            .filter(|&m| place && self.members[m].named && self.plays(phrase, &bare, m))
            .collect();
        those.sort_unstable();
        those.dedup();
        (those.len() == 1).then(|| those[0])
    }

    /// Whether the member may be described by the words.
    pub(super) fn plays(&self, phrase: &Phrase, words: &[String], member: usize) -> bool {
        let m = &self.members[member];
        m.kind == SpeakerKind::Person
            && (m.country.is_none() || phrase.country.is_none() || m.country == phrase.country)
            && m.gender.agrees(phrase.gender)
            && describes(words, &m.role_words)
            // "the head of production" is not whoever is head of something else.
            && (phrase.complement.is_none() || m.named || m.name == phrase.name)
    }

    /// "the Varnian general": the first who is known to be of the country named, else the first.
    pub(super) fn compatriot(
        &self,
        phrase: &Phrase,
        mut those: impl Iterator<Item = usize> + Clone,
    ) -> Option<usize> {
        let known =
            |m: &usize| phrase.country.is_some() && self.members[*m].country == phrase.country;
        those.clone().find(known).or_else(|| those.next())
    }

    /// "The president’s spokesman" is no spokesman of a ministry.
    pub(super) fn is_whose(&self, doc: &Doc, phrase: &Phrase, member: usize) -> bool {
        let Some(owner) = phrase.owner.filter(|_| phrase.head == Head::Role) else { return true };
        let Some(own) = &self.members[member].organization else { return true };
        let words = doc.lowered(owner).trim_end_matches("’s").trim_end_matches("'s");
        let pronoun = Pronoun::of(words).is_some();
        let told = phrase.organization.is_some() || phrase.country.is_some();
        let last = words.rsplit(' ').next().unwrap_or(words);
        pronoun || told || own.to_lowercase().split(' ').any(|word| word == last)
    }

    /// The one named person of the article who may be described by the words.
    pub(super) fn only_one(&self, phrase: &Phrase, words: &[String]) -> Option<usize> {
        let mut those = (0..self.members.len())
            .filter(|&m| self.members[m].named && self.plays(phrase, words, m));
        let only = those.next()?;
        those.next().is_none().then_some(only)
    }

    /// "the military", "the newspaper", "the ministry": the latest that may be called so. One whose
    /// own noun it is comes before one that it may stand for, and a name before a description.
    fn by_kind(&self, phrase: &Phrase) -> Option<usize> {
        let recent = || self.recent.iter().rev().take(BACK).copied();
        let words = words_of(phrase);
        let (noun, before) = words.split_last()?;
        let called_so = |how: &dyn Fn(&Member) -> bool| {
            recent().find(|&m| {
                let member = &self.members[m];
                self.kin(phrase, member)
                    && how(member)
                    && before.iter().all(|word| {
                        member.role_words.contains(word) || matches!(&**word, "same" | "own")
                    })
            })
        };
        let own = |m: &Member| m.name.split(' ').any(|word| word.eq_ignore_ascii_case(noun));
        // "the bank": "Vesterbank".
        let ends = |m: &Member| {
            m.named
                && noun.len() > 3
                && m.name.len() > noun.len()
                && m.name.to_lowercase().ends_with(&**noun)
        };
        let last =
            |m: &Member| m.name.rsplit(' ').next().is_some_and(|w| w.eq_ignore_ascii_case(noun));
        called_so(&last)
            .or_else(|| called_so(&own))
            .or_else(|| called_so(&ends))
            .or_else(|| self.just_told_of(phrase, noun).filter(|_| before.is_empty()))
            .or_else(|| called_so(&|m| m.named && called(noun, &m.role_words)))
            .or_else(|| called_so(&|m| called(noun, &m.role_words)))
            .or_else(|| {
                // "the 30-second spot": a paper is known by its noun alone.
                let paper = phrase.head == Head::Document;
                recent().find(|&m| {
                    let member = &self.members[m];
                    paper && self.kin(phrase, member) && called(noun, &member.role_words)
                })
            })
            .or_else(|| {
                // "the government", where the article has one country.
                if noun == "government" && before.is_empty() {
                    let mut states = self.members.iter().enumerate();
                    let mut states = states.by_ref().filter(|(_, m)| m.head == Head::Country);
                    return states.next().map(|(m, _)| m).filter(|_| states.next().is_none());
                }
                let plain = business(noun) && before.is_empty();
                recent().find(|&m| plain && self.nondescript(&self.members[m]))
            })
    }

    /// "The owners, Corran Shipping, said so. The company …": the only name of the last sentence that has one,
    /// where it says nothing against it, comes before one that is called so further up.
    fn just_told_of(&self, phrase: &Phrase, noun: &str) -> Option<usize> {
        const NEAR: usize = 220;
        if !business(noun) || phrase.article != Article::Definite {
            return None;
        }
        let near = |m: &&Mention| m.range.end + NEAR >= phrase.range.start;
        let mut told = self.mentions.iter().rev().take(12).take_while(near).filter(|m| {
            let member = &self.members[m.member];
            !m.quoted
                && self.kin(phrase, member)
                && (self.nondescript(member) || member.named && called(noun, &member.role_words))
        });
        let last = told.next()?;
        let mut beside = told.take_while(|m| m.sentence == last.sentence);
        beside.all(|m| m.member == last.member).then_some(last.member)
    }

    /// Whether the two are of a kind: an institution is no person and no paper.
    pub(super) fn kin(&self, phrase: &Phrase, member: &Member) -> bool {
        let head = match phrase.head {
            Head::Organization | Head::Media => {
                matches!(member.head, Head::Organization | Head::Media | Head::Bare)
                    || member.head == Head::Group && member.named
            }
            // "the rebels" may be an army's name, "the union" is not "the workers".
            Head::Group => {
                member.head == Head::Group || member.head == Head::Organization && member.named
            }
            other => member.head == other,
        };
        head && member.kind != SpeakerKind::Person
            && (phrase.country.is_none() || member.country == phrase.country)
    }

    /// A name that says nothing of what bears it, and that no person is known by.
    fn nondescript(&self, member: &Member) -> bool {
        let classed = member.role_words.iter().any(|word| has(ORGANIZATIONS, word));
        member.named
            && !classed
            && !member.role_words.iter().any(|word| word == known::PLACE)
            && member.role.is_none()
            && !begins_with_first_name(&member.name)
            && (member.head == Head::Bare && member.name.contains([' ', '-'])
                || member.head == Head::Organization && member.kind == SpeakerKind::Organization)
    }
}

/// The words of a description in lower case, its noun last.
pub(super) fn words_of(phrase: &Phrase) -> Vec<String> {
    if phrase.role_words.is_empty() {
        phrase.name.split(' ').map(str::to_lowercase).collect()
    } else {
        phrase.role_words.clone()
    }
}
