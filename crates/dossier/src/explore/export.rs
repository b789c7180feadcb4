//! The whole dossier for a folder of files: what the browser filters and searches by itself.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::card::Card;
use super::days;
use super::filter::pair;
use super::ledger::{ACTS, FORMS, Ledger, MODES, NONE, SOURCINGS, ZONES};
use super::view::Pair;
use super::{Ask, Explore, Facet};

/// Every statement in columns, in the order in which they were said.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs, reason = "columns named after the record")]
pub struct Columns {
    pub total: Pair,
    /// How many cards a file holds.
    pub chunk: usize,
    /// How many files.
    pub chunks: usize,
    pub ids: Vec<String>,
    pub party: Vec<i64>,
    pub act: Vec<u8>,
    pub form: Vec<u8>,
    pub mode: Vec<u8>,
    pub sourcing: Vec<u8>,
    pub zone: Vec<u8>,
    pub outlet: Vec<u32>,
    /// The first day on which it may have been said, else published; none where neither is known.
    pub first: Vec<Option<String>>,
    pub last: Vec<Option<String>>,
    /// The number of the first report of its utterance.
    pub lead: Vec<u32>,
    pub targets: Vec<Vec<u32>>,
    /// Its speaker and all whom the speaker speaks for.
    #[serde(rename = "for")]
    pub sides: Vec<Vec<u32>>,
    pub values: Values,
}

/// What the numbers of the columns mean.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs, reason = "columns named after the record")]
pub struct Values {
    pub party: Vec<Facet>,
    pub act: [&'static str; 11],
    pub form: [&'static str; 3],
    pub mode: [&'static str; 2],
    pub sourcing: [&'static str; 6],
    pub zone: [&'static str; 8],
    pub outlet: Vec<Option<String>>,
}

impl Ledger {
    /// The statements in columns, their cards so many to a file.
    pub fn columns(&self, chunk: usize) -> Columns {
        let every: Vec<u32> = (0..self.len() as u32).collect();
        let article = |entry: &super::ledger::Entry| &self.articles[entry.article as usize];
        let mut reports = vec![0; self.parties.len()];
        for entry in self.entries.iter().filter(|entry| entry.party != NONE) {
            reports[entry.party as usize] += 1;
        }
        let entries = || self.entries.iter();
        let day = |at: usize, last: bool| {
            self.days_of(at).map(|days| days::iso(if last { days.1 } else { days.0 }))
        };
        Columns {
            total: pair(self, &every),
            chunk,
            chunks: self.len().div_ceil(chunk),
            ids: every.iter().map(|&at| self.id(at)).collect(),
            party: entries()
                .map(|e| if e.party == NONE { -1 } else { i64::from(e.party) })
                .collect(),
            act: entries().map(|e| e.act).collect(),
            form: entries().map(|e| e.form).collect(),
            mode: entries().map(|e| e.mode).collect(),
            sourcing: entries().map(|e| e.sourcing).collect(),
            zone: entries().map(|e| e.zone).collect(),
            outlet: entries().map(|e| article(e).outlet).collect(),
            first: (0..self.len()).map(|at| day(at, false)).collect(),
            last: (0..self.len()).map(|at| day(at, true)).collect(),
            lead: entries().map(|e| e.lead).collect(),
            targets: (0..self.len()).map(|at| self.targets.of(at).to_vec()).collect(),
            sides: (0..self.len()).map(|at| self.sides.of(at).to_vec()).collect(),
            values: Values {
                party: self
                    .parties
                    .iter()
                    .zip(reports)
                    .map(|(party, reports)| Facet {
                        value: party.id.to_string(),
                        name: Some(party.name.clone()),
                        reports,
                    })
                    .collect(),
                act: ACTS,
                form: FORMS,
                mode: MODES,
                sourcing: SOURCINGS,
                zone: ZONES,
                outlet: self.outlets.clone(),
            },
        }
    }
}

impl Explore<'_> {
    /// The ids of all articles, parties, echoes, stories and allegations, in this order.
    pub fn ids(&self) -> [Vec<String>; 5] {
        let ledger = self.ledger;
        [
            ledger.articles.iter().map(|article| article.id.to_string()).collect(),
            ledger.parties.iter().map(|party| party.id.to_string()).collect(),
            ledger.echoes.iter().map(|echo| echo.id.to_string()).collect(),
            ledger.stories.iter().map(|story| story.id.to_string()).collect(),
            ledger.allegations.iter().map(|allegation| allegation.id.to_string()).collect(),
        ]
    }

    /// The cards of statements from one place of the ledger to another.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn cards(&self, from: usize, to: usize) -> Ask<Vec<Card>> {
        let mut cards = Vec::new();
        // Cards of one article often follow one another.
        let mut kept = None;
        for at in from..to.min(self.ledger.len()) {
            let number = self.ledger.entries[at].article;
            if kept.as_ref().is_none_or(|(known, _)| *known != number) {
                let id = &self.ledger.articles[number as usize].id;
                kept = self.dossier.article(id)?.map(|read| (number, read));
            }
            let Some((_, (article, statements))) = &kept else { continue };
            let id = self.ledger.entries[at].id;
            if let Some(statement) = statements.iter().find(|statement| statement.id == id) {
                cards.extend(self.card_in(at as u32, article, statement)?);
            }
        }
        Ok(cards)
    }

    /// Which statements have which word in source or content, by the first two letters.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn words(&self) -> Ask<BTreeMap<String, BTreeMap<String, Vec<u32>>>> {
        let read = || {
            let mut query = self.dossier.conn.prepare_cached(
                "SELECT source || ' ' || content FROM statement WHERE number = ?1",
            )?;
            let mut index: BTreeMap<String, BTreeMap<String, Vec<u32>>> = BTreeMap::new();
            for (at, entry) in self.ledger.entries.iter().enumerate() {
                let text: String = query.query_row([entry.number], |row| row.get(0))?;
                for word in folded(&text) {
                    let words = index.entry(prefix(&word)).or_default();
                    words.entry(word).or_default().push(at as u32);
                }
            }
            Ok(index)
        };
        Ok(read().map_err(|e| self.dossier.error(e))?)
    }
}

/// The words of a text, each once: lower case, without marks.
fn folded(text: &str) -> BTreeSet<String> {
    let plain: String = text.nfd().filter(|c| !is_combining_mark(*c)).collect();
    let lower = plain.to_lowercase();
    lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The name of a word's file: ASCII on any host.
fn prefix(word: &str) -> String {
    let letters: Vec<String> =
        word.chars().take(2).map(|c| format!("{:x}", u32::from(c))).collect();
    format!("u{}", letters.join("-"))
}
