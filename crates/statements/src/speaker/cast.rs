//! The cast of an article: everyone who is mentioned in it, under the fullest name it gives.

use std::collections::BTreeMap;

use gainsay_language::Name;
use gainsay_record::{SpeakerKind, TextRange};

use crate::doc::Doc;
use crate::quotes::{Quote, inside};
use crate::speaker::antecedents::Candidate;
use crate::speaker::chain::learn_genders;
use crate::speaker::compose::{compose, speaks_for};
use crate::speaker::country::{Countries, is_capital, short};
use crate::speaker::found::{Found, found};
use crate::speaker::known;
use crate::speaker::member::{Lead, is_lead, new_member};
pub(crate) use crate::speaker::member::{Member, Mention};
use crate::speaker::names::looks_like_a_person;
use crate::speaker::phrase::{Article, Head, Phrase, surname};
use crate::speaker::shown::side;

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
    /// Each pronoun that is a source with whom it may stand for, so that weights can be fitted to them.
    pub(crate) weighed: Vec<(TextRange, Vec<Candidate>)>,
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
        let papers = known::papers(doc, &found);
        known::heads(doc, &mut found, names, &papers);
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
            weighed: Vec::new(),
            home: None,
        };
        cast.learn_people(doc, &found);
        cast.learn_named(doc, names, &papers);
        cast.learn_employers(doc, &found);
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
            let find = |cast: &Cast, phrase: &Phrase| {
                cast.find(phrase).filter(|&member| cast.is_whose(doc, phrase, member))
            };
            let known = find(&cast, phrase);
            let member = match known {
                Some(member) => {
                    cast.say_more(doc, countries, member, phrase);
                    cast.again(member, phrase)
                }
                None => {
                    let may_be_ahead = phrase.described()
                        && (lead != Lead::No || phrase.article == Article::Definite);
                    if may_be_ahead && ahead.len() < AHEAD {
                        ahead.push((cast.mentions.len(), phrase.clone()));
                    }
                    phrase.name = compose(doc, countries, &cast, phrase, None);
                    let member = find(&cast, phrase).unwrap_or_else(|| cast.add(phrase));
                    cast.again(member, phrase)
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
            let known = cast.ahead(&phrase, mention);
            if let Some(member) = known.filter(|&m| cast.is_whose(doc, &phrase, m)) {
                cast.now_is(mention, member);
            }
        }
        cast.introduce(doc, sources);
        learn_genders(doc, &mut cast);
        cast
    }

    /// "Governor resigns", then "The governor of Corran said": of whom a heading has but the noun, the text
    /// may say whose he is.
    fn say_more(&mut self, doc: &Doc, countries: &Countries, member: usize, phrase: &Phrase) {
        let known = &self.members[member];
        let heading = |m: Mention| is_lead(doc, m.range.start) == Lead::Heading;
        if phrase.head != Head::Role
            || phrase.complement.is_none()
            || known.named
            || known.head != Head::Role
            || !known.name.eq_ignore_ascii_case(&phrase.stem)
            || !self.first_mention(member).is_some_and(heading)
        {
            return;
        }
        self.members[member].name = compose(doc, countries, self, phrase, None);
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
        if phrase.country.is_some() {
            return;
        }
        // "Foreign ministry spokesman Ilmar Tessen" speaks for the ministry of the same state.
        let name = match (phrase.head, &phrase.organization) {
            (Head::Organization, _) => phrase.name.to_ascii_lowercase(),
            (Head::Person | Head::Role, Some(ministry)) => ministry.to_ascii_lowercase(),
            _ => return,
        };
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
        let whole = |as_written: &str| match &*name {
            "government" => country.clone(),
            "army" | "military" => format!("{} Army", short(&country)),
            _ => format!("{} {as_written}", short(&country)),
        };
        match phrase.organization.as_deref().filter(|_| phrase.head != Head::Organization) {
            Some(ministry) => phrase.organization = Some(whole(ministry)),
            None => phrase.name = whole(&phrase.name),
        }
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

    /// Adds what a further mention tells.
    pub(super) fn enrich(&mut self, member: usize, phrase: &Phrase) {
        let m = &mut self.members[member];
        if m.role.is_none() {
            m.role = phrase.role.clone();
        }
        for word in &phrase.role_words {
            if m.role_words.len() < 24 && !m.role_words.contains(word) {
                m.role_words.push(word.clone());
            }
        }
        // "Foreign ministry", then "Varnia Foreign ministry": the same, of which state is known now.
        let fuller = phrase.organization.as_ref().filter(|told| {
            let known = m.organization.as_ref().filter(|_| m.country.is_none());
            known.is_some_and(|known| told.strip_suffix(&**known).is_some_and(|s| s.ends_with(' ')))
        });
        if m.organization.is_none() || fuller.is_some() {
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
        // A description that led here adds nothing but the country; a name with what describes it does.
        if !phrase.described() {
            self.enrich(member, phrase);
        } else if phrase.head == Head::Role && self.members[member].country.is_none() {
            self.members[member].country = phrase.country.clone();
        }
        if self.recent.last() != Some(&member) {
            self.recent.push(member);
        }
        member
    }

    pub(super) fn add(&mut self, phrase: &Phrase) -> usize {
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

    /// Whoever bears this name, or the one person whose surname it is.
    pub(crate) fn called(&self, name: &str) -> Option<usize> {
        let name = name.to_lowercase();
        self.by_name.get(&name).copied().or_else(|| self.by_surname(&name))
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
