//! Reading answers: which statement denies, admits, refuses, accepts, returns or declines which.

use std::collections::BTreeMap;

use gainsay_link::answers::{Answer, Answers, best};
use gainsay_record::Id;
use rusqlite::Connection;
use serde::Serialize;

use crate::Dossier;
use crate::decode::bad;
use crate::error::Result;

/// That one statement answers another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnswerEntry {
    /// The answer.
    pub from: Id,
    /// What it answers.
    pub to: Id,
    /// How: deny, admit, refuse, accept, counter or decline.
    #[serde(serialize_with = "word")]
    pub kind: Answer,
    /// How sure, from 0 to 1: a rank, not a probability.
    pub confidence: f32,
    /// What decided, in words.
    pub reason: String,
}

fn word<S: serde::Serializer>(kind: &Answer, to: S) -> std::result::Result<S::Ok, S::Error> {
    to.serialize_str(kind.as_str())
}

impl Dossier {
    /// Every answer, by the id of the statement that answers and of the one answered.
    ///
    /// # Errors
    /// [`Error::Unlinked`](crate::Error::Unlinked) where articles wait to be linked; if the dossier
    /// cannot be read.
    pub fn answers(&self) -> Result<Vec<AnswerEntry>> {
        self.linked()?;
        read(&self.conn).map_err(|e| self.error(e))
    }
}

/// The score of a link, what it answers, how and why.
type Rated = (f32, Id, (Answer, String));

pub(crate) fn read(conn: &Connection) -> rusqlite::Result<Vec<AnswerEntry>> {
    let mut query = conn.prepare(
        "SELECT a.id, b.id, l.kind, l.score, l.reason FROM answer_link l
         JOIN statement a ON a.number = l.earlier JOIN statement b ON b.number = l.later",
    )?;
    let mut rows = query.query([])?;
    let mut found: BTreeMap<Id, Vec<Rated>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (earlier, later) = (Id(row.get(0)?), Id(row.get(1)?));
        let word: String = row.get(2)?;
        let kind =
            Answers::from_word(&word).ok_or_else(|| bad(format!("{word:?} is no answer")))?;
        let (from, to) = if kind.backward { (earlier, later) } else { (later, earlier) };
        let score = row.get::<_, f64>(3)? as f32;
        found.entry(from).or_default().push((score, to, (kind.kind, row.get(4)?)));
    }
    let mut answers = Vec::new();
    for (from, candidates) in found {
        let first = answers.len();
        for (confidence, to, (kind, reason)) in best(candidates) {
            answers.push(AnswerEntry { from: from.clone(), to, kind, confidence, reason });
        }
        answers[first..].sort_by(|a, b| a.to.cmp(&b.to));
    }
    Ok(answers)
}
