//! The cast of an article: everyone who is mentioned in it, under the fullest name it gives.

use std::collections::BTreeMap;

use gainsay_record::{SpeakerKind, TextRange, ZoneKind};

use crate::doc::Doc;
use crate::quotes::{Quote, inside};
use crate::speaker::Gender;
use crate::speaker::country::{Countries, is_capital, short};
use crate::speaker::found::{Found, phrases};
use crate::speaker::names::{begins_with_first_name, looks_like_a_person, same_person};
use crate::speaker::phrase::{Article, Head, Phrase, surname};
use crate::speaker::piece::pieces;
use crate::speaker::roles::{describes, main_role};

/// Somebody or something that can speak.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub name: String,
    pub kind: SpeakerKind,
    pub head: Head,
    pub named: bool,
    pub role: Option<String>,
    pub role_words: Vec<String>,
    pub organization: Option<String>,
    pub country: Option<String>,
    pub gender: Gender,
}

/// A place where a member of the cast is named.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mention {
    pub range: TextRange,
    pub member: usize,
    pub sentence: usize,
    /// Whether it stands where subjects stand.
    pub subject: bool,
    pub quoted: bool,
    /// After "in", "at": more likely a place than a person.
    pub place: bool,
}

/// Everyone in an article.
pub(crate) struct Cast {
    pub members: Vec<Member>,
    pub mentions: Vec<Mention>,
    /// Lower-case names of members, and of people their surnames and first names.
    by_name: BTreeMap<String, usize>,
    by_part: BTreeMap<String, Vec<usize>>,
    by_acronym: BTreeMap<String, String>,
    /// The first mention of each member.
    first: BTreeMap<usize, usize>,
    /// Members without a name of their own, and people with a role, latest last.
    pub(crate) recent: Vec<usize>,
}

impl Cast {
    pub(crate) fn of(doc: &Doc, countries: &Countries, quotes: &[Quote]) -> Self {
        let mut found: Vec<Found> = Vec::new();
        for paragraph in &doc.paragraphs {
            let p = pieces(doc, countries, paragraph.tokens.clone());
            // Headlines in title case make everything a name: they are read, but teach no names.
            phrases(doc, countries, &p, &mut found);
        }
        let mut cast = Cast {
            members: Vec::new(),
            mentions: Vec::new(),
            by_name: BTreeMap::new(),
            by_part: BTreeMap::new(),
            by_acronym: BTreeMap::new(),
            first: BTreeMap::new(),
            recent: Vec::new(),
        };
        cast.learn_people(doc, &found);
        for found in &mut found {
            let at = found.phrase.range.start;
            cast.at_home(doc, &mut found.phrase);
            let member = cast.member(&found.phrase);
            let Some(sentence) = doc.sentence_at(at) else { continue };
            cast.first.entry(member).or_insert(cast.mentions.len());
            cast.mentions.push(Mention {
                range: found.phrase.range,
                member,
                sentence,
                subject: found.subject,
                place: found.place,
                quoted: inside(quotes, at),
            });
        }
        cast
    }

    /// "In Nairobi, the foreign office said": the capital before tells whose it is.
    fn at_home(&self, doc: &Doc, phrase: &mut Phrase) {
        const OF_A_STATE: &[&str] = &[
            "army",
            "defence ministry",
            "defense ministry",
            "foreign ministry",
            "foreign office",
            "government",
            "interior ministry",
            "military",
            "ministry of foreign affairs",
        ];
        if phrase.head != Head::Organization || phrase.country.is_some() {
            return;
        }
        let name = phrase.name.to_ascii_lowercase();
        let Some(last) = self.mentions.last() else { return };
        let near = Some(last.sentence) == doc.sentence_at(phrase.range.start)
            && phrase.range.start - last.range.end < 4;
        if !near || !is_capital(doc.lowered(last.range)) || !OF_A_STATE.contains(&&*name) {
            return;
        }
        let country = self.members[last.member].name.clone();
        phrase.name = match &*name {
            "government" => country.clone(),
            "army" | "military" => format!("{} Army", short(&country)),
            _ => format!("{} {}", short(&country), phrase.name),
        };
        phrase.country = Some(country);
    }

    /// Full names first, wherever they stand, so that a short form finds its full name even where
    /// the article gives it later.
    fn learn_people(&mut self, doc: &Doc, found: &[Found]) {
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
                        || singles.contains(&surname(&phrase.name).to_ascii_lowercase()))
                }
                _ => false,
            };
            if person && !headline(phrase) {
                self.add_person(phrase);
            }
        }
    }

    fn add_person(&mut self, phrase: &Phrase) -> usize {
        let last = surname(&phrase.name).to_ascii_lowercase();
        let known = self.by_part.get(&last).and_then(|those| {
            those.iter().copied().find(|&m| same_person(&self.members[m].name, &phrase.name))
        });
        let member = match known {
            Some(member) => {
                if phrase.name.len() > self.members[member].name.len() {
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
        for part in [&last, &parts[0]] {
            let those = self.by_part.entry(part.clone()).or_default();
            if !those.contains(&member) {
                those.push(member);
            }
        }
        self.enrich(member, phrase);
        member
    }

    /// Adds what a further mention tells.
    fn enrich(&mut self, member: usize, phrase: &Phrase) {
        let m = &mut self.members[member];
        if m.role.is_none() {
            m.role = phrase.role.clone();
        }
        for word in &phrase.role_words {
            if m.role_words.len() < 24 && !m.role_words.contains(word) {
                m.role_words.push(word.clone());
            }
        }
        if m.organization.is_none() {
            m.organization = phrase.organization.clone();
        }
        if m.country.is_none() {
            m.country = phrase.country.clone();
        }
        m.gender = m.gender.or(phrase.gender);
    }

    /// The member a phrase names, added where it is new.
    pub(crate) fn member(&mut self, phrase: &Phrase) -> usize {
        let member = self.find(phrase).unwrap_or_else(|| self.add(phrase));
        if self.members[member].kind == SpeakerKind::Person && phrase.head != Head::Role {
            self.enrich(member, phrase);
        }
        if self.recent.last() != Some(&member) {
            self.recent.push(member);
        }
        member
    }

    /// A person by a part of the name: whoever was mentioned last, if there are several.
    fn person(&self, phrase: &Phrase) -> Option<usize> {
        let name = phrase.name.to_ascii_lowercase();
        if let Some(&member) = self.by_name.get(&name) {
            return Some(member);
        }
        let last = surname(&name);
        let those = self.by_part.get(last)?;
        let fits = |m: usize| {
            self.members[m].gender.agrees(phrase.gender)
                && (!name.contains(' ') || same_person(&self.members[m].name, &phrase.name))
        };
        let fitting: Vec<usize> = those.iter().copied().filter(|&m| fits(m)).collect();
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
            _ => self
                .recent
                .iter()
                .rev()
                .take(200)
                .copied()
                .find(|m| those.contains(m))
                .or(those.first().copied()),
        }
    }

    fn find(&self, phrase: &Phrase) -> Option<usize> {
        match phrase.head {
            Head::Person | Head::Bare => {
                if let Some(long) = self.by_acronym.get(&phrase.name.to_ascii_lowercase()) {
                    return self.by_name.get(&long.to_ascii_lowercase()).copied();
                }
                self.person(phrase)
            }
            Head::Role => self.by_role(phrase),
            Head::Organization | Head::Media => {
                self.by_name.get(&phrase.name.to_ascii_lowercase()).copied().or_else(|| {
                    (phrase.article == Article::Definite).then(|| self.by_kind(phrase)).flatten()
                })
            }
            Head::Group if phrase.article == Article::Definite => self.by_kind(phrase),
            Head::Country | Head::Group | Head::Document => {
                self.by_name.get(&phrase.name.to_ascii_lowercase()).copied()
            }
        }
    }

    /// "the minister", "the Varnian general", "the official": the latest who may be called so.
    fn by_role(&self, phrase: &Phrase) -> Option<usize> {
        if phrase.article != Article::Definite && phrase.role_words.len() != 1 {
            return None;
        }
        if phrase.article == Article::Indefinite {
            return None;
        }
        let country = |m: &Member| {
            m.country.is_none() || phrase.country.is_none() || m.country == phrase.country
        };
        let fits = |words: &[String], m: usize| {
            let member = &self.members[m];
            member.kind == SpeakerKind::Person
                && country(member)
                && member.gender.agrees(phrase.gender)
                && describes(words, &member.role_words)
        };
        let recent = || self.recent.iter().rev().take(60).copied();
        if let Some(found) = recent().find(|&m| fits(&phrase.role_words, m)) {
            return Some(found);
        }
        // "the Vermont senator" of whom the text said only that he is a senator: if there is one.
        let bare: Vec<String> =
            main_role(&phrase.role_words).into_iter().map(str::to_owned).collect();
        let place = phrase.role_words.len() == 2
            && phrase.name.split(' ').next().is_some_and(|w| w.starts_with(char::is_uppercase));
        let mut those: Vec<usize> =
            recent().filter(|&m| place && self.members[m].named && fits(&bare, m)).collect();
        those.sort_unstable();
        those.dedup();
        (those.len() == 1).then(|| those[0])
    }

    /// "the military", "the newspaper", "the ministry": the latest whose name ends so.
    fn by_kind(&self, phrase: &Phrase) -> Option<usize> {
        let wanted = phrase.name.to_ascii_lowercase();
        if let Some(&same) = self.by_name.get(&wanted)
            && phrase.head == Head::Group
        {
            return Some(same);
        }
        let wanted = if wanted == "military" { "army".to_owned() } else { wanted };
        let newspaper = matches!(&*wanted, "newspaper" | "paper" | "daily" | "magazine" | "agency");
        self.recent.iter().rev().take(60).copied().find(|&m| {
            let member = &self.members[m];
            let name = member.name.to_ascii_lowercase();
            member.head == phrase.head
                && (phrase.country.is_none() || member.country == phrase.country)
                && name.len() > wanted.len()
                && (name.ends_with(&format!(" {wanted}"))
                    || newspaper && phrase.head == Head::Media
                    || phrase.name.starts_with(char::is_lowercase)
                        && name.contains(&format!("{wanted} of ")))
        })
    }

    fn add(&mut self, phrase: &Phrase) -> usize {
        let acronym = phrase.name.chars().all(|c| c.is_uppercase() || "&-.".contains(c));
        let plural_role = phrase.head == Head::Group;
        let kind = match phrase.head {
            Head::Person | Head::Role => SpeakerKind::Person,
            Head::Bare if looks_like_a_person(&phrase.name) => SpeakerKind::Person,
            Head::Bare if acronym => SpeakerKind::Organization,
            Head::Bare if phrase.name.contains(' ') => SpeakerKind::Organization,
            Head::Bare => SpeakerKind::Person,
            Head::Group if plural_role => SpeakerKind::Group,
            Head::Group | Head::Organization | Head::Media => match phrase.country.as_deref() {
                Some(country) if country == phrase.name => SpeakerKind::Government,
                _ => SpeakerKind::Organization,
            },
            Head::Country => SpeakerKind::Government,
            Head::Document => SpeakerKind::Document,
        };
        let named = matches!(phrase.head, Head::Person | Head::Bare | Head::Country)
            || phrase.name.starts_with(char::is_uppercase) && phrase.head != Head::Role;
        let mut member = new_member(phrase, kind, phrase.head, named);
        if phrase.head == Head::Organization && phrase.country.is_none() {
            let name = phrase.name.trim_start_matches("US ").to_ascii_lowercase();
            member.country = crate::speaker::country::home_of(&name).map(str::to_owned);
        }
        self.members.push(member);
        let member = self.members.len() - 1;
        // A role without a name is nobody else's: the next "an official" is another.
        if phrase.head != Head::Role {
            self.by_name.entry(phrase.name.to_ascii_lowercase()).or_insert(member);
            if kind == SpeakerKind::Person {
                let last = surname(&phrase.name).to_ascii_lowercase();
                self.by_part.entry(last).or_default().push(member);
            }
        }
        member
    }

    /// The one person whose surname these lower-case words are.
    pub(crate) fn by_surname(&self, words: &str) -> Option<usize> {
        match self.by_part.get(words).map(|those| &those[..]) {
            Some(&[only]) => Some(only),
            _ => None,
        }
    }

    /// Where a member is first mentioned.
    pub(crate) fn first_mention(&self, member: usize) -> Option<Mention> {
        self.first.get(&member).map(|&m| self.mentions[m])
    }

    /// The mentions that begin inside `range`.
    pub(crate) fn mentions_in(&self, range: TextRange) -> &[Mention] {
        let from = self.mentions.partition_point(|m| m.range.start < range.start);
        let to = self.mentions.partition_point(|m| m.range.start < range.end);
        &self.mentions[from..to.max(from)]
    }
}

fn new_member(phrase: &Phrase, kind: SpeakerKind, head: Head, named: bool) -> Member {
    Member {
        name: phrase.name.clone(),
        kind,
        head,
        named,
        role: phrase.role.clone(),
        role_words: phrase.role_words.clone(),
        organization: phrase.organization.clone(),
        country: phrase.country.clone(),
        gender: phrase.gender,
    }
}
