//! The parties that an article names, each once: members of the cast that bear one name, and the
//! institutions and countries they belong to.

use std::collections::BTreeMap;

use gainsay_record::{SpeakerKind, ZoneKind};

use crate::data::nouns::{DOCUMENTS, MEDIA, ORGANIZATIONS};
use crate::data::people::{GROUPS, ROLES};
use crate::doc::Doc;
use crate::lexicon::has;
use crate::speaker::cast::{Cast, Member};
use crate::speaker::phrase::Head;
use crate::speaker::shown::{side, spoken_for, unnamed};

/// Everybody whom a statement of the article may be aimed at.
pub(super) struct Roster {
    pub parties: Vec<Listed>,
    /// The party of each member of the cast; none of what cannot be aimed at.
    of: Vec<Option<usize>>,
    ids: BTreeMap<String, usize>,
}

/// One party.
pub(super) struct Listed {
    pub name: String,
    pub kind: SpeakerKind,
    /// Whether it has a name of its own.
    pub named: bool,
    pub media: bool,
    /// Whether it speaks for somebody else.
    pub spokes: bool,
    pub institution: Option<usize>,
    pub country: Option<usize>,
    /// How often it is mentioned, and whether a heading does.
    pub mentions: usize,
    pub headed: bool,
    /// The sentence that names it first, counted from the beginning.
    pub first: Option<usize>,
}

impl Roster {
    pub(super) fn new(doc: &Doc, cast: &Cast) -> Self {
        let mut roster = Roster { parties: Vec::new(), of: Vec::new(), ids: BTreeMap::new() };
        for member in &cast.members {
            let like = member.head != Head::Bare || member.name.contains(char::is_uppercase);
            let id = like.then(|| {
                let id = roster.id(&called(cast, member), spoken_for(member).1);
                let listed = &mut roster.parties[id];
                listed.named |= member.named;
                listed.media |= member.head == Head::Media;
                listed.spokes |= member.role_words.iter().any(|word| word.starts_with("spokes"));
                id
            });
            roster.of.push(id);
        }
        for (m, member) in cast.members.iter().enumerate() {
            let Some(id) = roster.of[m] else { continue };
            let institution =
                member.organization.as_deref().map(|o| roster.id(o, SpeakerKind::Organization));
            let country = side(member).map(|c| roster.id(c, SpeakerKind::Government));
            let listed = &mut roster.parties[id];
            listed.institution = listed.institution.or(institution.filter(|&other| other != id));
            listed.country = listed.country.or(country.filter(|&other| other != id));
        }
        for mention in &cast.mentions {
            let Some(id) = roster.of[mention.member] else { continue };
            let paragraph = doc.sentences[mention.sentence].paragraph;
            roster.parties[id].mentions += 1;
            roster.parties[id].first.get_or_insert(mention.sentence);
            roster.parties[id].headed |= doc.paragraphs[paragraph].kind != ZoneKind::Body;
        }
        roster
    }

    /// Lists somebody whom no rule for names found.
    pub(super) fn add(&mut self, name: &str) {
        let group = name.starts_with(char::is_lowercase);
        self.id(name, if group { SpeakerKind::Group } else { SpeakerKind::Organization });
    }

    fn id(&mut self, name: &str, kind: SpeakerKind) -> usize {
        if let Some(&id) = self.ids.get(name) {
            return id;
        }
        self.parties.push(Listed {
            name: name.to_owned(),
            kind,
            named: name.starts_with(char::is_uppercase),
            media: false,
            spokes: false,
            institution: None,
            country: None,
            mentions: 0,
            headed: false,
            first: None,
        });
        self.ids.insert(name.to_owned(), self.parties.len() - 1);
        self.parties.len() - 1
    }

    /// The party that a member of the cast is.
    pub(super) fn of(&self, member: usize) -> Option<usize> {
        self.of.get(member).copied().flatten()
    }

    pub(super) fn named(&self, name: &str) -> Option<usize> {
        self.ids.get(name).copied()
    }

    /// Whether the one is the other, its institution or its country.
    pub(super) fn stands_for(&self, party: usize, other: usize) -> bool {
        let one = &self.parties[party];
        party == other || one.institution == Some(other) || one.country == Some(other)
    }

    /// Whether two are of one institution or one country.
    pub(super) fn together(&self, a: usize, b: usize) -> bool {
        let (one, other) = (&self.parties[a], &self.parties[b]);
        self.stands_for(a, b)
            || self.stands_for(b, a)
            || one.institution.is_some() && one.institution == other.institution
            || one.country.is_some() && one.country == other.country
    }
}

/// The name under which the record keeps a member as a target.
fn called(cast: &Cast, member: &Member) -> String {
    // "neighbouring Lorrimond" is Lorrimond.
    let country = member.country.as_deref().filter(|country| {
        member
            .name
            .strip_suffix(country)
            .is_some_and(|before| before.ends_with(' ') && !before.contains(char::is_uppercase))
    });
    country
        .map(str::to_owned)
        .or_else(|| whose(cast, &member.name).filter(|_| member.head != Head::Bare))
        .or_else(|| unnamed(member))
        .unwrap_or_else(|| spoken_for(member).0.to_owned())
}

/// "the union’s figures", "the union’s leadership", "the Varnian side": whoever is meant by what is
/// theirs. Groups have aims of their own ("the union’s engineers").
pub(super) fn whose(cast: &Cast, name: &str) -> Option<String> {
    const THEIRS: &[&str] = &["camp", "command", "hierarchy", "leadership", "management", "side"];
    let (before, noun) = name.rsplit_once(' ')?;
    let owner = before.strip_suffix("’s").or_else(|| before.strip_suffix("'s"));
    if THEIRS.contains(&noun) && before.starts_with(char::is_uppercase) {
        return named(cast, owner.unwrap_or(before));
    }
    let owner = owner?;
    let plural = noun.ends_with('s') && !noun.ends_with("ss") && noun != "figures";
    let lists = [ORGANIZATIONS, MEDIA, GROUPS, ROLES, DOCUMENTS];
    let party = plural || lists.iter().any(|list| has(list, noun));
    let known = noun.starts_with(char::is_lowercase) && !party && !owner.contains("’s ");
    known.then(|| named(cast, owner)).flatten()
}

/// The full name of whom these words name, or part of whose name they are.
fn named(cast: &Cast, words: &str) -> Option<String> {
    let known = cast.called(words).map(|member| cast.members[member].name.clone());
    known.or_else(|| words.starts_with(char::is_uppercase).then(|| words.to_owned()))
}
