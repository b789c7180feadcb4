//! The log itself: reading it, adding to it.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_corrections::{
    Anchor, ArticleAnchor, Change, Entry, Name, Subjects, fingerprint, live,
};
use gainsay_record::{Id, Resolution, Text};
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};

use super::place::entry;
use super::{Correction, CorrectionPlace, CorrectionState, Replayed};
use crate::add;
use crate::decode::{count, id_at, parsed};
use crate::error::{Error, Result};
use crate::{Dossier, parties, rows};

/// What corrections are made of: content for rows.
#[derive(Debug)]
pub struct Anchors<'a>(&'a Dossier);

impl Dossier {
    /// The log, in its order, and what has become of each entry.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn corrections(&self) -> Result<Vec<Correction>> {
        self.read_corrections().map_err(|e| self.error(e))
    }

    pub(crate) fn read_corrections(&self) -> rusqlite::Result<Vec<Correction>> {
        let mut places: BTreeMap<i64, Vec<CorrectionPlace>> = BTreeMap::new();
        let mut query = self.conn.prepare_cached(
            "SELECT correction, article, statement, part FROM correction_place
             ORDER BY correction, part, article, statement",
        )?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let statement = Some(row.get_ref(2)?.as_str()?).filter(|id| !id.is_empty());
            let statement = statement.map(parsed).transpose()?;
            let (article, part) = (id_at(row, 1)?, count(row.get(3)?)?);
            let place = CorrectionPlace { article, statement, part };
            places.entry(row.get(0)?).or_default().push(place);
        }
        let mut query = self.conn.prepare_cached(
            "SELECT number, id, entry, number IN (SELECT correction FROM correction_undone)
             FROM correction ORDER BY number",
        )?;
        let mut rows = query.query([])?;
        let mut all: Vec<Correction> = Vec::new();
        while let Some(row) = rows.next()? {
            let number: i64 = row.get(0)?;
            let entry = entry(&row.get::<_, String>(2)?)?;
            let places = places.remove(&number).unwrap_or_default();
            let found = match &entry.change {
                Change::Undo { of } => all.iter().any(|other| other.id == *of),
                // Both ends of an answer, or there is no answer.
                Change::Answer { .. } => {
                    [0, 1].iter().all(|end| places.iter().any(|place| place.part == *end))
                }
                _ => !places.is_empty(),
            };
            let state = match (row.get::<_, bool>(3)?, found) {
                (true, _) => CorrectionState::Undone,
                (false, true) => CorrectionState::Applied,
                (false, false) => CorrectionState::Orphaned,
            };
            all.push(Correction {
                number: count(number)? as u64,
                id: row.get(1)?,
                entry,
                state,
                places,
            });
        }
        Ok(all)
    }

    /// Adds an entry that must find what it is about, and applies it. Gives its number.
    ///
    /// # Errors
    /// [`Error::Uncorrected`] where it is in the log already or finds no place; the dossier is as
    /// it was then. The dossier's own troubles otherwise.
    pub fn correct(&mut self, entry: &Entry) -> Result<u64> {
        let attempt = || {
            let tx = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
            let Some(number) = self.append(&tx, entry)? else { return Ok(Err(KNOWN)) };
            self.mend(&tx, &[number])?;
            let all = self.read_corrections()?;
            if all.last().is_none_or(|last| last.state != CorrectionState::Applied) {
                return Ok(Err(ASTRAY));
            }
            tx.commit()?;
            Ok(Ok(number as u64))
        };
        match attempt().map_err(|e| self.error(e))? {
            Ok(number) => Ok(number),
            Err(reason) => Err(Error::Uncorrected { reason: reason.to_owned() }),
        }
    }

    /// Adds entries of another log, in their order; those that are there already are passed by,
    /// those whose words are not in this dossier wait for them.
    ///
    /// # Errors
    /// If the dossier cannot be written. It is as it was then.
    pub fn replay(&mut self, entries: &[Entry]) -> Result<Replayed> {
        let attempt = || {
            let tx = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
            let mut done = Replayed::default();
            let mut new = Vec::new();
            for entry in entries {
                match self.append(&tx, entry)? {
                    Some(number) => new.push(number),
                    None => done.known += 1,
                }
            }
            self.mend(&tx, &new)?;
            for correction in self.read_corrections()? {
                if new.contains(&(correction.number as i64)) {
                    match correction.state {
                        CorrectionState::Applied => done.applied += 1,
                        _ => done.orphaned += 1,
                    }
                }
            }
            tx.commit()?;
            Ok(done)
        };
        attempt().map_err(|e| self.error(e))
    }

    /// What corrections hang on in this dossier.
    pub fn anchors(&self) -> Anchors<'_> {
        Anchors(self)
    }

    /// Its number, or none where the entry is there already.
    fn append(&self, tx: &Transaction<'_>, entry: &Entry) -> rusqlite::Result<Option<i64>> {
        let id = entry.id();
        if tx.prepare_cached("SELECT 1 FROM correction WHERE id = ?1")?.exists([&id])? {
            return Ok(None);
        }
        tx.prepare_cached(
            "INSERT INTO correction (id, kind, who, \"when\", entry) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            id,
            entry.change.kind(),
            entry.who,
            entry.when,
            gainsay_corrections::print(entry)
        ])?;
        let number = tx.last_insert_rowid();
        let mut insert = tx.prepare_cached(
            "INSERT OR IGNORE INTO correction_key (\"key\", correction) VALUES (?1, ?2)",
        )?;
        if names_of(&entry.change).is_some() {
            insert.execute(params!["", number])?;
        }
        for article in entry.change.articles() {
            for key in std::iter::once(&article.text).chain(&article.inputs) {
                insert.execute(params![key, number])?;
            }
        }
        Ok(Some(number))
    }

    /// Brings everything that these new entries concern in line with the log.
    fn mend(&self, tx: &Transaction<'_>, new: &[i64]) -> rusqlite::Result<()> {
        let log: Vec<(i64, Entry)> = tx
            .prepare_cached("SELECT number, entry FROM correction ORDER BY number")?
            .query_map([], |row| Ok((row.get(0)?, entry(&row.get::<_, String>(1)?)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let (numbers, entries): (Vec<i64>, Vec<Entry>) = log.into_iter().unzip();
        let lives = live(&entries);
        let mut changed: BTreeSet<usize> = numbers
            .iter()
            .enumerate()
            .filter(|(_, number)| new.contains(number))
            .map(|(at, _)| at)
            .collect();
        let mut is_undone =
            tx.prepare_cached("SELECT 1 FROM correction_undone WHERE correction = ?1")?;
        for (at, number) in numbers.iter().enumerate() {
            if is_undone.exists([number])? == lives[at] {
                changed.insert(at);
            }
        }
        tx.execute("DELETE FROM correction_undone", [])?;
        let mut undo = tx.prepare_cached("INSERT INTO correction_undone VALUES (?1)")?;
        for (number, _) in numbers.iter().zip(&lives).filter(|(_, live)| !**live) {
            undo.execute([number])?;
        }
        let mut articles = BTreeSet::new();
        for at in changed {
            articles.extend(self.concerned(tx, numbers[at], &entries[at].change)?);
        }
        let mut touched = BTreeSet::new();
        for article in articles {
            self.reapply(tx, &article, &mut touched)?;
        }
        parties::settle(tx, &touched)?;
        Ok(())
    }
}

const KNOWN: &str = "the very same entry is in the log already; nothing was changed";
const ASTRAY: &str = "it finds no place: the words are not in the article, another statement has \
                      the same words, or there is nothing to take back; nothing was changed";

/// The names an entry is about, where it concerns every article that has them.
pub(super) fn names_of(change: &Change) -> Option<&[Name]> {
    match change {
        Change::Merge { names, .. } => Some(names),
        Change::Note { on, .. } | Change::Flag { on } => match &**on {
            Subjects::Party(names) => Some(names),
            _ => None,
        },
        _ => None,
    }
}

impl Anchors<'_> {
    /// An article by content; none where there is no such article.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn article(&self, id: &Id) -> Result<Option<ArticleAnchor>> {
        let read = || {
            let Some(article) = rows::article(&self.0.conn, id)? else { return Ok(None) };
            Ok(Some(ArticleAnchor {
                text: fingerprint(article.text.as_str()),
                inputs: add::inputs(&self.0.conn, id)?,
                outlet: article.outlet,
                title: article.title,
            }))
        };
        read().map_err(|e| self.0.error(e))
    }

    /// A statement by content; none where there is no such statement.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn statement(&self, id: &Id) -> Result<Option<Anchor>> {
        let article: Option<Id> = self
            .0
            .conn
            .prepare_cached("SELECT article FROM statement WHERE id = ?1")
            .and_then(|mut query| query.query_row([&*id.digits()], |row| id_at(row, 0)).optional())
            .map_err(|e| self.0.error(e))?;
        let Some(article) = article else { return Ok(None) };
        let (Some(anchor), Some((whole, statements))) =
            (self.article(&article)?, self.0.article(&article)?)
        else {
            return Ok(None);
        };
        let statement = statements.into_iter().find(|statement| statement.id == *id);
        Ok(statement.map(|statement| Anchor::new(anchor, &whole.text, &statement)))
    }

    /// The text of the article that a statement stands in; none where there is no such statement.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn text(&self, statement: &Id) -> Result<Option<Text>> {
        self.0
            .conn
            .prepare_cached(
                "SELECT a.text FROM statement s JOIN article a ON a.id = s.article WHERE s.id = ?1",
            )
            .and_then(|mut query| {
                query.query_row([&*statement.digits()], |row| Ok(Text::new(row.get(0)?))).optional()
            })
            .map_err(|e| self.0.error(e))
    }

    /// The party that goes by this name most often; none where nobody does.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn party_named(&self, name: &str) -> Result<Option<Id>> {
        self.0
            .conn
            .prepare_cached(
                "SELECT party FROM mention WHERE name = ?1 AND party IS NOT NULL
                 GROUP BY party ORDER BY count(*) DESC, party LIMIT 1",
            )
            .and_then(|mut query| query.query_row([name], |row| id_at(row, 0)).optional())
            .map_err(|e| self.0.error(e))
    }

    /// A party by the names that statements give it. Empty where there is no such party.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn party(&self, id: &Id) -> Result<Vec<Name>> {
        let read = || {
            let mut query = self.0.conn.prepare_cached(
                "SELECT m.name, count(DISTINCT s.article), min(f.text),
                   max(m.role = 'speaker' AND (s.resolved_from = ?2 OR s.sourcing = 'unnamed'))
                 FROM mention m JOIN statement s ON s.id = m.statement
                 JOIN fingerprint f ON f.article = s.article
                 WHERE m.party = ?1 GROUP BY m.name ORDER BY m.name",
            )?;
            let described = Resolution::Description.as_str();
            let names = query.query_map(params![&*id.digits(), described], |row| {
                // Who has no name of his own is somebody in one article only.
                let local = row.get::<_, i64>(1)? == 1 && row.get::<_, bool>(3)?;
                let text = if local { Some(row.get(2)?) } else { None };
                Ok(Name { name: row.get(0)?, text })
            })?;
            names.collect::<rusqlite::Result<Vec<_>>>()
        };
        read().map_err(|e| self.0.error(e))
    }
}
