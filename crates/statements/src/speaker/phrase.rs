//! What a noun phrase says: a name, a role, an institution, a country.

use std::ops::Range;

use gainsay_record::TextRange;

use crate::data::nouns::{ORGANIZATIONS, SUFFIXES};
use crate::doc::Doc;
use crate::lexicon::has;
use crate::speaker::chunk;
use crate::speaker::names::looks_like_a_person;
use crate::speaker::piece::{Class, Piece, first_name};
use crate::speaker::{Gender, country::Countries};

/// What the phrase is, by its last noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Head {
    /// A name after a title or role, or in the form of a full name.
    Person,
    /// A name that may be anybody's or anything's.
    Bare,
    /// A person by role ("the minister").
    Role,
    /// Several people.
    Group,
    Organization,
    Country,
    Media,
    Document,
}

/// How the phrase begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Article {
    None,
    Definite,
    Indefinite,
}

/// A noun phrase, read.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    pub range: TextRange,
    pub head: Head,
    pub article: Article,
    /// The name it gives: a person's, or an institution's with its country's where only the
    /// nationality is given, or the words themselves without the article.
    pub name: String,
    /// The role of a person, as written.
    pub role: Option<String>,
    /// The role's words in lower case, for comparing.
    pub role_words: Vec<String>,
    pub organization: Option<String>,
    pub country: Option<String>,
    pub gender: Gender,
    /// An acronym given in brackets.
    pub acronym: Option<String>,
    /// Of a description: the noun with what stands before it, whose it is, what follows it.
    pub stem: String,
    pub owner: Option<TextRange>,
    pub complement: Option<TextRange>,
}

impl Phrase {
    /// A phrase of which nothing is known but where it stands and what it is.
    pub(crate) fn empty(range: TextRange, head: Head) -> Phrase {
        Phrase {
            range,
            head,
            article: Article::None,
            name: String::new(),
            role: None,
            role_words: Vec::new(),
            organization: None,
            country: None,
            gender: Gender::Unknown,
            acronym: None,
            stem: String::new(),
            owner: None,
            complement: None,
        }
    }

    /// Whether it names a person, or may by its form.
    pub(crate) fn may_be_a_person(&self) -> bool {
        self.head == Head::Person || self.head == Head::Bare && looks_like_a_person(&self.name)
    }

    /// Whether it is a description without a name of its own.
    pub(crate) fn described(&self) -> bool {
        match self.head {
            Head::Role => true,
            Head::Group | Head::Organization | Head::Media | Head::Document => {
                !self.name.starts_with(char::is_uppercase) || !self.stem.is_empty()
            }
            Head::Person | Head::Bare | Head::Country => false,
        }
    }
}

/// Reads the noun phrase that begins with the first piece. Also tells how many pieces it takes.
pub(crate) fn read(doc: &Doc, countries: &Countries, p: &[Piece]) -> Option<(Phrase, usize)> {
    let length = chunk::length(doc, p);
    if length == 0 {
        return None;
    }
    let reader = Reader { doc, countries, p: &p[..length] };
    Some((reader.phrase()?, length))
}

pub(super) struct Reader<'r, 'a> {
    pub(super) doc: &'r Doc<'a>,
    pub(super) countries: &'r Countries,
    pub(super) p: &'r [Piece],
}

impl Reader<'_, '_> {
    fn phrase(&self) -> Option<Phrase> {
        let p = self.p;
        let start = p.iter().take_while(|p| p.class == Class::Determiner).count();
        let article = match start {
            0 => Article::None,
            _ => match self.doc.word(p[0].tokens.start) {
                "a" | "an" | "another" | "one" => Article::Indefinite,
                _ => Article::Definite,
            },
        };
        let first_of = (start..p.len()).find(|&i| self.preposition(i)).unwrap_or(p.len());
        let mut phrase = Phrase {
            article,
            country: self.country(start..p.len()),
            acronym: self.acronym(),
            ..Phrase::empty(self.text_range(0..p.len()), Head::Bare)
        };
        if let Some(name) = self.realm(start) {
            phrase.head = Head::Country;
            phrase.country = Some(name.clone());
            phrase.name = name;
            return Some(phrase);
        }
        if let Some((head, noun)) = self.borne(start) {
            phrase.head = head;
            phrase.name = self.words(noun + 1..p.len());
            phrase.role_words.push(self.doc.word(p[noun].tokens.start).to_owned());
            return Some(phrase);
        }
        let run = chunk::run_start(p, p.len());
        let roles: Vec<usize> = (start..run)
            .filter(|&i| matches!(p[i].class, Class::Role | Class::Title | Class::Group))
            .collect();
        if run < p.len() && self.names_a_person(start, run, !roles.is_empty()) {
            self.person(&mut phrase, start, run);
            return Some(phrase);
        }
        // The last noun before the first preposition says what the phrase is.
        let head = (start..first_of).rev().find(|&i| p[i].head() || p[i].class == Class::Title);
        match head.map(|h| (h, p[h].class)) {
            Some((h, Class::Role | Class::Title))
                if run == p.len() || h < run || first_of < run =>
            {
                phrase.head = Head::Role;
                self.role(&mut phrase, start, p.len());
                phrase.name = self.words(start..p.len());
            }
            Some((_, Class::Group)) => {
                phrase.head = Head::Group;
                phrase.name = self.words(start..p.len());
                phrase.organization = self.organization_in(start..p.len());
            }
            Some((h, Class::Media)) => {
                phrase.head = Head::Media;
                let capital = p[h].capital;
                let from = if capital { self.after_country(start, h) } else { start };
                phrase.name = self.words(from..first_of.max(h + 1));
            }
            Some((_, Class::Document)) => {
                phrase.head = Head::Document;
                phrase.name = self.words(start..p.len());
                phrase.organization = self.organization_in(start..p.len()).or_else(|| {
                    // "an army statement"
                    let issuer = (start..p.len())
                        .find(|&i| has(ORGANIZATIONS, self.doc.word(p[i].tokens.start)))?;
                    Some(self.organization(issuer..issuer + 1, phrase.country.as_deref()))
                });
            }
            Some((_, Class::Organization)) => {
                phrase.head = Head::Organization;
                phrase.name = self.organization(start..p.len(), phrase.country.as_deref());
            }
            _ if (start..p.len()).all(|i| matches!(p[i].class, Class::Country(_))) => {
                phrase.head = Head::Country;
                phrase.name = phrase.country.clone()?;
                // "Americans", "the French": the people, not the government.
                if let Class::Country(crate::speaker::country::Word::People) = p[start].class {
                    phrase.head = Head::Group;
                    phrase.name = self.words(start..p.len());
                }
            }
            _ if article == Article::Definite && run < p.len() => {
                phrase.head = Head::Organization;
                phrase.name = self.organization(start..p.len(), phrase.country.as_deref());
            }
            _ => {
                phrase.head = Head::Bare;
                phrase.name = self.words(start..p.len());
            }
        }
        if phrase.name.is_empty() {
            return None;
        }
        Some(phrase)
    }

    /// "the newspaper El Marr", "consulting firm Dorrance & Pell": what bears the name, and where the
    /// noun stands that says so.
    fn borne(&self, start: usize) -> Option<(Head, usize)> {
        let p = self.p;
        let noun = (start..p.len()).rev().find(|&i| !p[i].capital && p[i].head())?;
        let head = match p[noun].class {
            Class::Organization => Head::Organization,
            Class::Media => Head::Media,
            _ => return None,
        };
        let name = &p[noun + 1..];
        let part = |q: &Piece| {
            q.class == Class::Name
                || q.capital
                    && matches!(q.class, Class::Organization | Class::Media | Class::Adjective)
                || matches!(q.class, Class::Particle)
                || q.class == Class::And && self.doc.word(q.tokens.start) == "&"
        };
        let plain = p[start..noun].iter().all(|q| !q.capital && q.class != Class::Possessive);
        let opens = name.first().is_some_and(|q| q.class == Class::Name || q.capital);
        (opens && plain && name.iter().all(part)).then_some((head, noun))
    }

    /// "the state of Tamarack", "the Republic of Lorrimond": the bare name.
    pub(super) fn realm(&self, start: usize) -> Option<String> {
        let p = self.p;
        // "the mountain kingdom of Varnia"
        let lower = |piece: &&Piece| {
            let word = self.doc.word(piece.tokens.start);
            !piece.capital
                && matches!(piece.class, Class::Adjective | Class::Other)
                && !REALMS.contains(&word)
        };
        let start = start + p.get(start..)?.iter().take_while(lower).take(2).count();
        let of = p.get(start + 1)?.class == Class::Of;
        if !of || !REALMS.contains(&self.doc.word(p[start].tokens.start)) || start + 2 >= p.len() {
            return None;
        }
        let name = |piece: &Piece| {
            matches!(piece.class, Class::Name | Class::Country(crate::speaker::country::Word::Name))
        };
        let names = p[start + 2..].iter().all(name);
        names.then(|| self.words(start + 2..p.len()))
    }

    /// Whether the names at the end, from `run` on, are those of a person.
    fn names_a_person(&self, start: usize, run: usize, role: bool) -> bool {
        let p = self.p;
        if run == start {
            // A bare name: full names of the usual form only.
            let names = p.len() - run;
            return names >= 2
                && start == 0
                && first_name(self.doc.word(p[run].tokens.start))
                && names <= 5;
        }
        let before = &p[run - 1];
        match before.class {
            Class::Title | Class::Role | Class::Point => {
                before.class != Class::Role || before.capital || p[run].capital
            }
            // "chairman of the Joint Chiefs of Staff Mike Mullen"
            Class::Organization | Class::Country(_) | Class::Media => role && p.len() - run >= 2,
            // "The Herald's Hannah Venn"
            Class::Possessive => {
                p.len() - run >= 2 && first_name(self.doc.word(p[run].tokens.start))
            }
            Class::Adjective => {
                // "Secretary of State Ilmar Tessen"
                role && p.len() - run >= 2
            }
            _ => false,
        }
    }

    fn person(&self, phrase: &mut Phrase, start: usize, run: usize) {
        phrase.head = Head::Person;
        phrase.name = self.words(run..self.p.len());
        self.role(phrase, start, run);
        if phrase.role.is_none() && run == start {
            phrase.article = Article::None;
        }
        let first = self.doc.word(self.p[run].tokens.start);
        phrase.gender = match phrase.gender {
            Gender::Unknown => Gender::of_first_name(first),
            known => known,
        };
    }

    pub(super) fn acronym(&self) -> Option<String> {
        let open = self.p.iter().position(|p| p.class == Class::Open)?;
        Some(self.words(open + 1..open + 2))
    }

    pub(super) fn preposition(&self, i: usize) -> bool {
        self.p[i].class == Class::Of
            || self.p[i].class == Class::Other
                && matches!(
                    self.doc.word(self.p[i].tokens.start),
                    "for" | "to" | "at" | "with" | "from" | "on"
                )
    }

    pub(super) fn text_range(&self, pieces: Range<usize>) -> TextRange {
        self.doc.range(self.p[pieces.start].tokens.start..self.p[pieces.end - 1].tokens.end)
    }

    /// The words as written, a country's acronym without points, one blank between them.
    pub(super) fn words(&self, pieces: Range<usize>) -> String {
        if pieces.is_empty() {
            return String::new();
        }
        let text = self.text_range(pieces).of(self.doc.text);
        let mut words = String::with_capacity(text.len());
        for word in text.split_whitespace() {
            if !words.is_empty() {
                words.push(' ');
            }
            match word {
                "U.S." => words.push_str("US"),
                "U.S.’s" | "U.S.'s" => words.push_str("US"),
                "U.K." => words.push_str("UK"),
                word => words.push_str(word),
            }
        }
        words
    }
}

/// What stands before "of" and the name of a state.
pub(super) const REALMS: &[&str] =
    &["emirate", "government", "kingdom", "province", "republic", "state", "sultanate"];

/// The last token of a person's name that is a surname.
pub(crate) fn surname(name: &str) -> &str {
    name.rsplit(' ')
        .find(|word| !has(SUFFIXES, &word.trim_matches(['.', ',']).to_ascii_lowercase()))
        .unwrap_or(name)
}
