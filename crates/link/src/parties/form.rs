//! One name as articles use it, in the form in which names are compared.

use gainsay_countries::{Word, find};
use gainsay_record::{Digest, Id, SpeakerKind};

use super::lists::{COMMON, DESIGNATORS, FOLLOWINGS, GENERIC, OFFICES, SERVICES, STATE, has};
use super::person::{Person, untitled};
use crate::name::key;

/// What is never one party, whatever it is called: a person, a body of people, a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// One human being.
    Person,
    /// An organisation, government, country or group. Which of these it is called varies with the
    /// article.
    Body,
    /// A document, a place that is no country, a product.
    Thing,
    /// The articles do not tell.
    Unknown,
}

impl Class {
    /// The word for it in a dossier.
    pub fn as_str(self) -> &'static str {
        match self {
            Class::Person => "person",
            Class::Body => "body",
            Class::Thing => "thing",
            Class::Unknown => "unknown",
        }
    }
}

impl From<SpeakerKind> for Class {
    fn from(kind: SpeakerKind) -> Self {
        match kind {
            SpeakerKind::Person => Class::Person,
            SpeakerKind::Organization | SpeakerKind::Government | SpeakerKind::Group => Class::Body,
            SpeakerKind::Document => Class::Thing,
            SpeakerKind::Unknown => Class::Unknown,
        }
    }
}

/// A name reduced to what decides whom it means. Two local parties with the same form are always
/// one party; whether two forms are, [`links`](super::links) says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameForm {
    /// What it is.
    pub class: Class,
    /// The fullest name, normalised: no title, the country first.
    pub key: String,
    /// For a family name alone, and for what every state has: the country that the article has it
    /// speak for.
    pub country: Option<String>,
    /// Where it is somebody of one article only: that article.
    pub article: Option<Id>,
}

impl NameForm {
    /// Its id, made from what it is. Also the id of the party that it stands for, if it is the
    /// first of its forms.
    pub fn id(&self) -> Id {
        let mut digest = Digest::new("party").part(self.class.as_str()).part(&self.key);
        let article = self.article.map(Id::digits);
        for part in [self.country.as_deref(), article.as_deref()] {
            digest = match part {
                Some(part) => digest.number(1).part(part),
                None => digest.number(0),
            };
        }
        digest.id()
    }

    /// A body's name without its country; the whole where that is all.
    pub(super) fn core(&self) -> &str {
        let own = self.country.as_deref().and_then(|country| self.key.strip_prefix(country));
        own.and_then(|rest| rest.strip_prefix(' ')).unwrap_or_else(|| core(&self.key))
    }

    /// The same with the country that the article has it speak for: "army" of Kenya is "kenya
    /// army".
    pub(super) fn at_home(mut self, home: &str) -> NameForm {
        let last = self.key.rsplit(' ').next().unwrap_or_default();
        let of_state =
            self.class == Class::Body && has(STATE, last) && country_of(&self.key).is_none();
        if of_state && self.key != home {
            if !self.key.starts_with(&format!("{home} ")) {
                self.key = format!("{home} {}", self.key);
            }
            self.country = Some(home.to_owned());
        } else if self.class == Class::Person && Person::of(&self.key).is_bare() {
            self.country = Some(home.to_owned());
        }
        self
    }

    /// The keys of the blocks in which it is judged: its names, and what is commonly made of them.
    /// `aliases` are the other names that articles gave it, normalised. Empty for somebody of one
    /// article only: nobody else can be meant.
    pub fn keys<'a>(&'a self, aliases: impl IntoIterator<Item = &'a str>) -> Vec<String> {
        if self.article.is_some() {
            return Vec::new();
        }
        let mut keys = vec![self.key.clone()];
        keys.extend(aliases.into_iter().map(str::to_owned));
        if self.class == Class::Person {
            keys.push(Person::of(&self.key).surname.to_owned());
        } else {
            let core = self.core();
            if core != self.key {
                keys.push(core.to_owned());
            }
            keys.extend(leader(core).into_iter().flat_map(|it| [it.to_owned(), format!("{it}s")]));
            keys.extend(singular(&self.key).map(str::to_owned));
        }
        keys.sort();
        keys.dedup();
        keys
    }
}

/// A name of this class, normalised; `None` where it has no letter and no digit.
///
/// * People: without title.
/// * Bodies: the country by its common name and first, "Ministry of Trade" as "trade ministry",
///   without "Inc." and the like; the nationality and the capital of a government as the country.
pub fn normal(class: Class, name: &str) -> Option<String> {
    if class != Class::Person && is_description(name) {
        // "Kenya's", not "Kenyas".
        let whose = key(&name.replace("’s ", " ").replace("'s ", " "))?;
        return Some(described(&body(&whose, true)));
    }
    let key = key(name)?;
    Some(match class {
        Class::Person => untitled(&key).join(" "),
        Class::Body => body(&key, true),
        Class::Thing | Class::Unknown => body(&key, false),
    })
}

/// Whether it says what a body is and not what it is called: "Kenya's spy agency".
pub(crate) fn is_description(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    has(SERVICES, last) && name.contains(' ')
}

/// A description by its country and its last two words: "kenya army powerful spy agency" is
/// "kenya spy agency", and so is "kenya intelligence service".
fn described(key: &str) -> String {
    let Some(country) = country_of(key) else { return key.to_owned() };
    let words: Vec<&str> = key[country.len()..].trim_start().split(' ').collect();
    match words[words.len().saturating_sub(2)..] {
        ["intelligence" | "secret" | "spy", _] => format!("{country} spy agency"),
        ref kept => format!("{country} {}", kept.join(" ")),
    }
}

fn body(key: &str, capitals: bool) -> String {
    let mut words: Vec<&str> = key.split(' ').collect();
    let mut country = None;
    for taken in (1..=words.len().min(4)).rev() {
        let Some((found, word)) = find(&words[..taken].join(" ")) else { continue };
        if word == Word::Capital && !(capitals && taken == words.len()) {
            continue;
        }
        country = Some(found);
        words.drain(..taken);
        break;
    }
    if country.is_none() && words.len() > 2 {
        for taken in 1..=(words.len() - 2).min(4) {
            let at = words.len() - taken;
            let of = words[at - 1] == "of" || words[at - 1] == "the" && words[at - 2] == "of";
            if !of {
                continue;
            }
            if let Some((found, Word::Name)) = find(&words[at..].join(" ")) {
                country = Some(found);
                words.truncate(at - 1);
                if words.last() == Some(&"of") {
                    words.pop();
                }
                break;
            }
        }
    }
    // In a longer name they are part of it: an acronym counts them.
    while (2..=3).contains(&words.len()) && has(DESIGNATORS, words[words.len() - 1]) {
        words.pop();
    }
    if words.len() > 2 && has(OFFICES, words[0]) && words[1] == "of" {
        let office = words.remove(0);
        words.remove(0);
        words.push(office);
    }
    if let [.., "affairs", office] = words[..]
        && words.len() > 2
        && has(OFFICES, office)
    {
        words.remove(words.len() - 2);
    }
    if words == ["government"] && country.is_some() {
        words.clear();
    }
    let country = country.map(str::to_lowercase);
    let all: Vec<&str> = country.as_deref().into_iter().chain(words).collect();
    all.join(" ")
}

/// A body's name without a country that is known; the whole where that is all.
fn core(key: &str) -> &str {
    country_of(key).map_or(key, |country| key[country.len()..].trim_start())
}

/// The country a body's normalised name begins with, where more follows.
pub(super) fn country_of(key: &str) -> Option<&str> {
    let mut ends: Vec<usize> = key.match_indices(' ').map(|(at, _)| at).collect();
    ends.truncate(4);
    let known = |end: &&usize| {
        find(&key[..**end])
            .is_some_and(|(found, word)| word == Word::Name && found.to_lowercase() == key[..**end])
    };
    ends.iter().rev().find(known).map(|&end| &key[..end])
}

/// The country that a body's name begins with, normalised: "kenya" of "the Kenyan Trade Ministry".
pub fn home_of(name: &str) -> Option<String> {
    let key = normal(Class::Body, name)?;
    country_of(&key).map(str::to_owned)
}

/// The initials of a name of several words, small words left out.
fn initials(key: &str) -> Option<String> {
    const SMALL: &[&str] = &["and", "at", "des", "du", "for", "in", "of", "on", "the", "to"];
    // "united states" is "us" in an acronym.
    let words: Vec<&str> = key.split(' ').filter(|word| !SMALL.contains(word)).collect();
    (words.len() > 1).then(|| words.iter().filter_map(|word| word.chars().next()).collect())
}

/// "harrak" of "harraks".
pub(super) fn singular(key: &str) -> Option<&str> {
    key.strip_suffix('s').filter(|one| one.len() > 3 && !one.ends_with(['s', 'u']))
}

/// Whose following it is: "harrak" of "harrak network".
pub(super) fn leader(core: &str) -> Option<&str> {
    let (name, noun) = core.rsplit_once(' ')?;
    (has(FOLLOWINGS, noun) && !name.contains(' ')).then_some(name)
}

/// Whether a name is the short one with nothing but common nouns after it.
pub(super) fn is_longer_by_nouns(key: &str, short: &str) -> bool {
    core(key)
        .strip_prefix(short)
        .is_some_and(|rest| rest.starts_with(' ') && rest.trim().split(' ').all(tells_nothing))
}

/// The kind of a party of which nothing is known but the name.
pub(crate) fn kind_of_name(name: &str) -> SpeakerKind {
    let country = || normal(Class::Unknown, name).is_some_and(|key| find(&key).is_some());
    match class_of_name(name) {
        Class::Body if country() => SpeakerKind::Government,
        Class::Body => SpeakerKind::Organization,
        _ => SpeakerKind::Unknown,
    }
}

/// Whether a name without a country is nothing but a common noun: "the committee", "networks".
pub(super) fn is_common(key: &str) -> bool {
    let one = |word: &str| has(COMMON, word) && !has(STATE, word) || has(GENERIC, word);
    key.split(' ').all(|word| one(word) || singular(word).is_some_and(one))
}

/// Whether a name is as good without this word at its end. "Kenya Army" is not: without, it is a
/// country.
fn tells_nothing(word: &str) -> bool {
    has(COMMON, word) && !has(STATE, word)
}

/// The class of a name of which the article does not say what it is: that of its last word.
pub fn class_of_name(name: &str) -> Class {
    let Some(key) = normal(Class::Unknown, name) else { return Class::Unknown };
    let is_country = find(&key).is_some_and(|(_, word)| word == Word::Name);
    let last = key.rsplit(' ').next().unwrap_or_default();
    let acronym = (2..=4).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase());
    let nouns = [COMMON, FOLLOWINGS, OFFICES, SERVICES, STATE];
    let noun = nouns.iter().any(|list| has(list, last));
    if is_country || acronym || noun && key.contains(' ') { Class::Body } else { Class::Unknown }
}

/// The short forms that a body may be called by once its name has been given: what is left of it
/// without common nouns, or its last words.
pub(super) fn shorts(key: &str) -> Vec<String> {
    let core = core(key);
    let words: Vec<&str> = core.split(' ').collect();
    let mut shorts = Vec::new();
    let kept = words.len() - words.iter().rev().take_while(|word| tells_nothing(word)).count();
    for end in kept.max(1)..words.len() {
        shorts.push(words[..end].join(" "));
    }
    for start in 1..words.len() {
        if words[start..].iter().any(|word| has(COMMON, word)) && words[start] != "of" {
            shorts.push(words[start..].join(" "));
        }
    }
    shorts.extend(initials(key));
    shorts.extend(initials(core));
    shorts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_government_has_many_words() {
        for name in
            ["the US", "U.S.", "United States of America", "Washington", "the US government"]
        {
            assert_eq!(normal(Class::Body, name).as_deref(), Some("united states"), "{name}");
        }
        assert_eq!(normal(Class::Thing, "Washington").as_deref(), Some("washington"));
    }

    #[test]
    fn an_office_of_state_is_its_business_and_its_country() {
        for name in ["Kenyan Ministry of Trade", "Trade Ministry of Kenya", "Kenya Trade Ministry"]
        {
            assert_eq!(
                normal(Class::Body, name).as_deref(),
                Some("kenya trade ministry"),
                "{name}"
            );
        }
        assert_eq!(core("kenya trade ministry"), "trade ministry");
        assert_eq!(core("kenya"), "kenya");
        let foreign = normal(Class::Body, "Ministry of Foreign Affairs");
        assert_eq!(foreign.as_deref(), Some("foreign ministry"));
    }

    #[test]
    fn a_description_is_its_country_and_what_it_is() {
        for name in [
            "Kenya spy agency",
            "Kenyan army’s powerful spy agency",
            "Kenya’s coastal intelligence service",
        ] {
            assert_eq!(normal(Class::Body, name).as_deref(), Some("kenya spy agency"), "{name}");
        }
        let named = normal(Class::Body, "Kenya Coastal Spy Agency");
        assert_eq!(named.as_deref(), Some("kenya coastal spy agency"));
    }

    #[test]
    fn initials_leave_small_words_out() {
        assert_eq!(initials("harbour bureau of inspection").as_deref(), Some("hbi"));
        assert_eq!(initials("harbour"), None);
    }

    #[test]
    fn the_last_word_of_a_name_says_that_it_is_a_body() {
        assert_eq!(class_of_name("Harrak network"), Class::Body);
        assert_eq!(class_of_name("the US"), Class::Body);
        assert_eq!(class_of_name("Mara Dorn"), Class::Unknown);
        assert_eq!(class_of_name("HIB"), Class::Body);
    }
}
