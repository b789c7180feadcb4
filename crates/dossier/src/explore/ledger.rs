//! Every statement of a dossier in columns, held in memory.
//!
//! Filters, facets and the overview look at every statement. In tables each look costs tens of
//! milliseconds for a hundred thousand of them; here a few. What pages show of single statements
//! is read from the tables when it is shown, but for the first words of each: a picture shows
//! thousands of those at once.

use std::collections::HashMap;
use std::sync::OnceLock;

use gainsay_link::answers::Answer as Kind;
use gainsay_record::{Basis, DateValue, Id, Precision};

use super::days::Day;
use super::lists::Lists;
use super::openings::{Opening, Openings};
use super::orders::Orders;
use super::sums::Sums;
use crate::Correction;
use crate::search::Names;

/// The acts in the order of the record, and the other words that statements are sorted by.
pub const ACTS: [&str; 11] = [
    "accuse",
    "criticize",
    "deny",
    "admit",
    "demand",
    "refuse",
    "threaten",
    "promise",
    "praise",
    "decline",
    "state",
];
/// The forms of the record.
pub const FORMS: [&str; 3] = ["direct", "mixed", "indirect"];
/// The modes of the record.
pub const MODES: [&str; 2] = ["utterance", "attitude"];
/// The ways of sourcing of the record.
pub const SOURCINGS: [&str; 6] =
    ["named", "institution", "collective", "unnamed", "document", "media"];
/// The zones that statements are taken from.
pub const ZONES: [&str; 8] =
    ["headline", "standfirst", "byline", "dateline", "caption", "subheading", "body", "clutter"];

pub(crate) const ACCUSE: u8 = 0;
pub(crate) const STATE: u8 = 10;

/// Nobody, nothing: where an index may be missing.
pub(crate) const NONE: u32 = u32::MAX;

/// One statement.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub id: Id,
    /// Its row.
    pub number: i64,
    pub article: u32,
    pub position: u32,
    /// The first words of its content, else of its cue, else of its source.
    pub opening: Opening,
    /// Who said it.
    pub party: u32,
    /// The role that the article gives the speaker, in [`Ledger::roles`].
    pub role: u32,
    pub act: u8,
    pub form: u8,
    pub mode: u8,
    pub sourcing: u8,
    pub zone: u8,
    /// The days on which it may have been said.
    pub said: Option<(Day, Day)>,
    /// These, else the days on which its article may have been published.
    pub days: Option<(Day, Day)>,
    /// The year of the first of them, in [`Ledger::years`].
    pub year: u16,
    pub precision: Precision,
    pub basis: Basis,
    pub confidence: f32,
    /// Its utterance: the first report of it, in the order of publication. Itself where it is told
    /// once.
    pub lead: u32,
    /// The echo it belongs to.
    pub echo: u32,
    /// It came through another.
    pub second_hand: bool,
    /// An accusation without an answer.
    pub unanswered: bool,
    pub answers: u16,
    pub answered_by: u16,
    /// Which kinds of corrections it has, as bits of [`KINDS`].
    pub corrected: u8,
    pub flagged: bool,
    pub notes: u16,
}

impl Default for Entry {
    /// A statement of which nothing is known.
    fn default() -> Self {
        Entry {
            id: Id::from_number(0),
            number: 0,
            article: 0,
            position: 0,
            opening: Opening::default(),
            party: NONE,
            role: NONE,
            act: STATE,
            form: 0,
            mode: 0,
            sourcing: 0,
            zone: 0,
            said: None,
            days: None,
            year: u16::MAX,
            precision: Precision::Unknown,
            basis: Basis::Text,
            confidence: 0.0,
            lead: NONE,
            echo: NONE,
            second_hand: false,
            unanswered: false,
            answers: 0,
            answered_by: 0,
            corrected: 0,
            flagged: false,
            notes: 0,
        }
    }
}

/// The kinds of corrections that a statement says it has.
pub(crate) const KINDS: [&str; 6] = ["speaker", "act", "target", "date", "span", "split"];

/// One article.
#[derive(Debug, Clone)]
pub(crate) struct Article {
    pub id: Id,
    pub title: Option<String>,
    /// Its outlet, in [`Ledger::outlets`].
    pub outlet: u32,
    pub published: Option<DateValue>,
    /// What an inferred date rests on.
    pub evidence: Option<String>,
    pub days: Option<(Day, Day)>,
    pub paths: Vec<String>,
    pub statements: u32,
    /// The first article with this text; itself where there is no other.
    pub original: u32,
    pub copies: u32,
    pub story: u32,
}

/// One party.
#[derive(Debug, Clone)]
pub(crate) struct Party {
    pub id: Id,
    pub name: String,
    pub kind: String,
    pub principal: u32,
}

/// One echo: an utterance told more than once.
#[derive(Debug, Clone)]
pub(crate) struct Echo {
    pub id: Id,
    /// Its reports, in the order of publication.
    pub members: Vec<u32>,
    /// In so many texts: copies confirm nothing.
    pub independent: u32,
}

/// Several articles about one happening.
#[derive(Debug, Clone)]
pub(crate) struct Story {
    pub id: Id,
    pub articles: Vec<u32>,
}

/// One statement that answers another.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub from: u32,
    pub to: u32,
    pub kind: Kind,
    pub confidence: f32,
    pub reason: String,
    /// What a person said of it.
    pub verdict: Option<bool>,
}

/// A dossier's statements, in the order in which they were said; undated ones last.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// Changes whenever the dossier does.
    pub revision: u64,
    pub(crate) entries: Vec<Entry>,
    /// The first words of each statement.
    pub(crate) openings: Openings,
    pub(crate) articles: Vec<Article>,
    pub(crate) parties: Vec<Party>,
    pub(crate) outlets: Vec<Option<String>>,
    pub(crate) echoes: Vec<Echo>,
    pub(crate) stories: Vec<Story>,
    pub(crate) answers: Vec<Answer>,
    pub(crate) allegations: Vec<super::allegations::Allegation>,
    /// The log of corrections.
    pub(crate) log: Vec<Correction>,
    /// The titles that articles give speakers.
    pub(crate) roles: Vec<String>,
    /// The years in which statements were said, else published.
    pub(crate) years: Vec<i32>,
    /// Every name of every party.
    pub(crate) aliases: Vec<(u32, String)>,
    /// Whom statements mean most often by a name.
    pub(crate) called: HashMap<String, u32>,
    /// For each party the one in whose lane it belongs.
    pub(crate) lanes: Vec<u32>,
    /// For each statement its speaker and everybody whom the speaker speaks for.
    pub(crate) sides: Lists,
    /// For each statement whom it is aimed at.
    pub(crate) targets: Lists,
    /// For each statement through whom it came, as far as that is known.
    pub(crate) via: Lists,
    /// For each statement to whom it was made, as far as that is known.
    pub(crate) addressees: Lists,
    /// What is counted over all of it.
    pub(crate) sums: Sums,
    /// The orders that lists are shown in.
    pub(crate) orders: Orders,
    pub(crate) by_id: HashMap<Id, u32>,
    pub(crate) by_party: HashMap<Id, u32>,
    pub(crate) by_article: HashMap<Id, u32>,
    /// By row, in the order of their numbers.
    pub(crate) by_number: Vec<(i64, u32)>,
    /// The names that a query may mean; empty until one asks.
    pub(crate) names: OnceLock<Names>,
}

/// The place of an id, as it is written, in a list that is in the order of its ids.
fn place<T>(id: &str, all: &[T], of: impl Fn(&T) -> Id) -> Option<u32> {
    let id = id.parse().ok()?;
    all.binary_search_by_key(&id, of).ok().map(|at| at as u32)
}

/// A known word's place in its list.
pub(crate) fn place_of(words: &[&str], word: &str) -> Option<u8> {
    words.iter().position(|known| *known == word).map(|at| at as u8)
}

impl Ledger {
    /// How many statements there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(crate) fn id(&self, at: u32) -> String {
        self.entries[at as usize].id.to_string()
    }

    /// Where the statement with this id stands.
    pub(crate) fn place(&self, id: Id) -> Option<u32> {
        self.by_id.get(&id).copied()
    }

    pub(crate) fn find(&self, id: &str) -> Option<u32> {
        self.place(id.parse().ok()?)
    }

    pub(crate) fn party_called(&self, id: &str) -> Option<u32> {
        self.by_party.get(&id.parse().ok()?).copied()
    }

    pub(crate) fn article_called(&self, id: &str) -> Option<u32> {
        self.by_article.get(&id.parse().ok()?).copied()
    }

    /// The statement in a row.
    pub(crate) fn numbered(&self, number: i64) -> Option<u32> {
        let place = self.by_number.binary_search_by_key(&number, |&(number, _)| number).ok()?;
        Some(self.by_number[place].1)
    }

    /// The echo with this id. Echoes, stories and allegations are in the order of their ids.
    pub(crate) fn echo_called(&self, id: &str) -> Option<u32> {
        place(id, &self.echoes, |echo| echo.id)
    }

    pub(crate) fn story_called(&self, id: &str) -> Option<u32> {
        place(id, &self.stories, |story| story.id)
    }

    pub(crate) fn allegation_called(&self, id: &str) -> Option<u32> {
        place(id, &self.allegations, |allegation| allegation.id)
    }

    /// Whether a statement is the first report of its utterance.
    pub(crate) fn is_independent(&self, at: usize) -> bool {
        self.entries[at].lead as usize == at
    }

    pub(crate) fn outlet_of(&self, at: usize) -> Option<&str> {
        let article = &self.articles[self.entries[at].article as usize];
        self.outlets[article.outlet as usize].as_deref()
    }

    /// The days of a statement for filters: when it was said, else when it was published.
    pub(crate) fn days_of(&self, at: usize) -> Option<(Day, Day)> {
        self.entries[at].days
    }

    /// The party in whose lane this one belongs.
    pub(crate) fn lane_of(&self, party: u32) -> u32 {
        self.lanes[party as usize]
    }

    /// The party that statements mean most often by a name.
    pub(crate) fn called(&self, name: &str) -> Option<u32> {
        self.called.get(name).copied()
    }

    pub(crate) fn who(&self, party: u32) -> super::view::Who {
        match self.parties.get(party as usize) {
            Some(party) => super::view::Who {
                party: Some(party.id.to_string()),
                name: party.name.clone(),
                kind: party.kind.clone(),
            },
            None => super::view::Who {
                party: None,
                name: gainsay_record::Speaker::UNKNOWN.to_owned(),
                kind: "unknown".to_owned(),
            },
        }
    }
}
