//! The cast of an article: everyone who is mentioned in it, under the fullest name it gives.

use std::collections::BTreeMap;

use gainsay_language::{Name, NameKind};
use gainsay_record::{SpeakerKind, TextRange, ZoneKind};

use crate::data::adjectives::ADJECTIVES;
use crate::data::nouns::{ORGANIZATIONS, TITLES};
use crate::data::people::ROLES;
use crate::doc::Doc;
use crate::lexicon::has;
use crate::quotes::{Quote, inside};
use crate::speaker::chain::learn_genders;
use crate::speaker::compose::{compose, speaks_for};
use crate::speaker::country::{Countries, is_capital, short};
use crate::speaker::found::{Found, found};
use crate::speaker::known;
use crate::speaker::member::{Lead, is_lead, new_member};
pub(crate) use crate::speaker::member::{Member, Mention};
use crate::speaker::names::{begins_with_first_name, looks_like_a_person, same_person};
use crate::speaker::phrase::{Article, Head, Phrase, surname};
use crate::speaker::resolve::side;

/// How many descriptions may wait for a name, and how many mentions a late name reaches.
const AHEAD: usize = 64;
const LATER: usize = 400;

/// The country that most phrases are of which are of any, where no other comes near.
fn home(found: &[Found]) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for country in found.iter().filter_map(|f| f.phrase.country.as_deref()) {
        *counts.entry(country).or_default() += 1;
    }
    let mut order: Vec<(&str, usize)> = counts.into_iter().collect();
    order.sort_by_key(|&(name, n)| (std::cmp::Reverse(n), name));
    let &(most, n) = order.first()?;
    let alone = order.get(1).is_none_or(|&(_, next)| n >= 3 * next);
    (alone && n >= 4).then(|| most.to_owned())
}

/// Whether a name is the end of a longer one ("van Reyk" of "Ilmar van Reyk").
fn ends_in(long: &str, short: &str) -> bool {
    let start = long.len().checked_sub(short.len() + 1);
    start.is_some_and(|start| {
        let tail = long.get(start..).and_then(|tail| tail.strip_prefix(' '));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(short))
    })
}

/// Everyone in an article.
pub(crate) struct Cast {
    pub members: Vec<Member>,
    pub mentions: Vec<Mention>,
    /// Lower-case names of members, and of people their surnames and first names.
    pub(super) by_name: BTreeMap<String, usize>,
    pub(super) by_part: BTreeMap<String, Vec<usize>>,
    pub(super) by_acronym: BTreeMap<String, String>,
    /// The first mention of each member.
    first: BTreeMap<usize, usize>,
    /// Members without a name of their own, and people with a role, latest last.
    pub(crate) recent: Vec<usize>,
    /// Pronouns that are resolved so far, in text order, and how far the text was followed.
    pub(super) trail: Vec<Mention>,
    pub(super) followed: usize,
    /// The country that the article is about, where it is about one.
    home: Option<String>,
}

impl Cast {
    /// Everyone in the article. `sources` are stretches known to be one noun phrase each, `names`
    /// what the model takes for names.
    pub(crate) fn of(
        doc: &Doc,
        countries: &Countries,
        quotes: &[Quote],
        sources: &[TextRange],
        names: &[Name],
    ) -> Self {
        let mut found = found(doc, countries, sources);
        known::heads(doc, &mut found, names);
        let mut cast = Cast {
            members: Vec::new(),
            mentions: Vec::new(),
            by_name: BTreeMap::new(),
            by_part: BTreeMap::new(),
            by_acronym: BTreeMap::new(),
            first: BTreeMap::new(),
            recent: Vec::new(),
            trail: Vec::new(),
            followed: 0,
            home: None,
        };
        cast.learn_people(doc, &found);
        cast.learn_named(doc, names);
        cast.learn_institutions(doc, &found);
        cast.learn_acronyms(&found);
        cast.home = home(&found);
        // Descriptions that come before what they describe.
        let mut ahead: Vec<(usize, Phrase)> = Vec::new();
        for found in &mut found {
            let phrase = &mut found.phrase;
            let at = phrase.range.start;
            let Some(sentence) = doc.sentence_at(at) else { continue };
            cast.at_home(doc, phrase);
            let lead = is_lead(doc, at);
            if lead == Lead::Heading && phrase.article == Article::None {
                phrase.article = Article::Definite;
            }
            if phrase.organization.is_none()
                && let Some((institution, country)) = speaks_for(doc, countries, &cast, phrase)
            {
                phrase.organization = institution;
                phrase.country = phrase.country.take().or(country);
            }
            let member = match cast.find(phrase) {
                Some(member) => cast.again(member, phrase),
                None => {
                    let may_be_ahead = phrase.described()
                        && (lead != Lead::No || phrase.article == Article::Definite);
                    if may_be_ahead && ahead.len() < AHEAD {
                        ahead.push((cast.mentions.len(), phrase.clone()));
                    }
                    phrase.name = compose(doc, countries, &cast, phrase, None);
                    cast.member(phrase)
                }
            };
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
        for (mention, phrase) in ahead {
            if let Some(member) = cast.ahead(&phrase, mention) {
                cast.now_is(mention, member);
            }
        }
        cast.introduce(doc, sources);
        learn_genders(doc, &mut cast);
        cast
    }

    /// A mention turns out to be another member's, and so do the later ones that led back to it.
    pub(crate) fn now_is(&mut self, mention: usize, member: usize) {
        let was = self.mentions[mention].member;
        for mention in self.mentions[mention..].iter_mut().take(LATER) {
            if mention.member == was {
                mention.member = member;
            }
        }
        for recent in self.recent.iter_mut().rev().take(LATER) {
            if *recent == was {
                *recent = member;
            }
        }
    }

    /// "In Nairobi, the foreign office said": the capital before tells whose it is.
    fn at_home(&self, doc: &Doc, phrase: &mut Phrase) {
        const OF_A_STATE: &[&str] =
            &["army", "foreign office", "government", "military", "navy", "treasury"];
        if phrase.head != Head::Organization || phrase.country.is_some() {
            return;
        }
        let name = phrase.name.to_ascii_lowercase();
        let ministry =
            name != "ministry" && name.ends_with("ministry") || name.starts_with("ministry of");
        if !(ministry || OF_A_STATE.contains(&&*name)) || phrase.owner.is_some() {
            return;
        }
        let near = |last: &&Mention| {
            Some(last.sentence) == doc.sentence_at(phrase.range.start)
                && phrase.range.start.checked_sub(last.range.end).is_some_and(|gap| gap < 4)
                && is_capital(doc.lowered(last.range))
        };
        let capital = self.mentions.last().filter(near);
        let capital = capital.map(|last| self.members[last.member].name.clone());
        let told =
            || (ministry || name == "foreign office").then(|| self.scene(doc, phrase)).flatten();
        let Some(country) = capital.or_else(|| self.home.clone()).or_else(told) else { return };
        phrase.name = match &*name {
            "government" => country.clone(),
            "army" | "military" => format!("{} Army", short(&country)),
            _ => format!("{} {}", short(&country), phrase.name),
        };
        phrase.country = Some(country);
    }

    /// The one country whose side is told of in the paragraph of a phrase and the one before.
    fn scene(&self, doc: &Doc, phrase: &Phrase) -> Option<String> {
        let here = doc.paragraph_at(phrase.range.start)?;
        let near = |m: &&Mention| doc.sentences[m.sentence].paragraph + 1 >= here;
        let sides = self.mentions.iter().rev().take(40).take_while(near);
        let mut sides = sides.filter_map(|m| side(&self.members[m.member]));
        let first = sides.next()?;
        sides.all(|other| other == first).then(|| first.to_owned())
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

    /// People whose full names the model reads and no phrase has.
    fn learn_named(&mut self, doc: &Doc, names: &[Name]) {
        for name in names.iter().filter(|name| name.kind == NameKind::Person) {
            let words = name.range.of(doc.text).split_whitespace().collect::<Vec<_>>().join(" ");
            let heading = is_lead(doc, name.range.start) == Lead::Heading;
            let full = words.contains(' ') && looks_like_a_person(&words);
            if full && !heading && !self.by_name.contains_key(&words.to_ascii_lowercase()) {
                let mut phrase = Phrase::empty(name.range, Head::Person);
                phrase.name = words;
                self.add_person(&phrase);
            }
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
    fn learn_institutions(&mut self, doc: &Doc, found: &[Found]) {
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
    fn learn_acronyms(&mut self, found: &[Found]) {
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
        self.again(member, phrase)
    }

    /// A known member is mentioned again.
    pub(crate) fn again(&mut self, member: usize, phrase: &Phrase) -> usize {
        // A description that led here adds nothing; a name with what describes it does.
        if !phrase.described() {
            self.enrich(member, phrase);
        }
        if self.recent.last() != Some(&member) {
            self.recent.push(member);
        }
        member
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
        // What an institution, a paper or a group is called by later is a noun of its name.
        if kind != SpeakerKind::Person {
            let words = phrase.name.split(' ').map(str::to_lowercase);
            member.role_words.extend(words.filter(|word| word.len() > 2).take(12));
        }
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

    /// The mention that these words, no more and no less, are.
    pub(crate) fn mention_of(&self, words: TextRange) -> Option<usize> {
        let at = self.mentions.partition_point(|m| m.range.start < words.start);
        self.mentions.get(at).filter(|m| m.range == words).map(|_| at)
    }

    /// The mention that shares most with these words.
    pub(crate) fn mention_over(&self, words: TextRange) -> Option<Mention> {
        let after = self.mentions.partition_point(|m| m.range.start < words.end);
        let near = self.mentions[..after].iter().rev().take(8);
        let shared = |m: &&Mention| {
            m.range.end.min(words.end).saturating_sub(m.range.start.max(words.start))
        };
        near.filter(|m| shared(m) > 0).max_by_key(shared).copied()
    }

    /// The mentions that begin inside `range`.
    pub(crate) fn mentions_in(&self, range: TextRange) -> &[Mention] {
        let from = self.mentions.partition_point(|m| m.range.start < range.start);
        let to = self.mentions.partition_point(|m| m.range.start < range.end);
        &self.mentions[from..to.max(from)]
    }
}
