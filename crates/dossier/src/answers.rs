//! Reading answers: which statement denies, admits, refuses, accepts, returns or declines which.

use gainsay_corrections::{Change, Entry, Verdict};
use gainsay_link::answers::{Answer, Answers, best};
use gainsay_record::Id;
use rusqlite::Connection;
use serde::Serialize;

use crate::Dossier;
use crate::decode::{bad, id_at};
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
    /// What a person said of it; none where nobody did. What people rejected is no answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
}

fn word<S: serde::Serializer>(kind: &Answer, to: S) -> std::result::Result<S::Ok, S::Error> {
    to.serialize_str(kind.as_str())
}

impl Dossier {
    /// Every answer, by the id of the statement that answers and of the one answered: those drawn,
    /// without those that people rejected, and those that people drew.
    ///
    /// # Errors
    /// [`Error::Unlinked`](crate::Error::Unlinked) where articles wait to be linked; if the dossier
    /// cannot be read.
    pub fn answers(&self) -> Result<Vec<AnswerEntry>> {
        self.linked()?;
        judged(&self.conn).map_err(|e| self.error(e))
    }
}

/// The score of a link, what it answers, how and why.
type Rated = (f32, Id, (Answer, String));

/// The answers that hold, with the word of people on them.
pub(crate) fn judged(conn: &Connection) -> rusqlite::Result<Vec<AnswerEntry>> {
    let mut answers = judge(conn, read(conn)?)?;
    answers.retain(AnswerEntry::holds);
    Ok(answers)
}

impl AnswerEntry {
    /// Whether nobody rejected it.
    pub(crate) fn holds(&self) -> bool {
        self.verdict != Some(Verdict::Reject)
    }
}

/// Answers as they were drawn, by their ends, with the word of people on them, the last word on
/// each. What people rejected is among them.
pub(crate) fn judge(
    conn: &Connection,
    mut answers: Vec<AnswerEntry>,
) -> rusqlite::Result<Vec<AnswerEntry>> {
    let mut query = conn.prepare(
        "SELECT c.number, c.entry, f.statement, t.statement FROM correction c
         JOIN correction_place f ON f.correction = c.number AND f.part = 0 AND f.statement <> ''
         JOIN correction_place t ON t.correction = c.number AND t.part = 1 AND t.statement <> ''
         WHERE c.kind = 'answer' AND c.number NOT IN (SELECT correction FROM correction_undone)
         ORDER BY c.number, f.article, f.statement, t.article, t.statement",
    )?;
    let mut rows = query.query([])?;
    let mut last: Option<i64> = None;
    while let Some(row) = rows.next()? {
        let number = row.get(0)?;
        // Of an entry that is found in several places the first counts.
        if last.replace(number) == Some(number) {
            continue;
        }
        let Entry { who, change, .. } = crate::corrections::entry(&row.get::<_, String>(1)?)?;
        let Change::Answer { verdict, answer, .. } = change else { continue };
        let kind = answer.and_then(|kind| Answer::from_word(kind.as_str()));
        let (from, to) = (id_at(row, 2)?, id_at(row, 3)?);
        match answers.binary_search_by(|it| (it.from, it.to).cmp(&(from, to))) {
            Ok(known) => {
                let known = &mut answers[known];
                known.verdict = Some(verdict);
                if verdict == Verdict::Accept {
                    known.kind = kind.unwrap_or(known.kind);
                }
            }
            Err(place) => {
                if let (Verdict::Accept, Some(kind)) = (verdict, kind) {
                    let (confidence, reason) = (1.0, format!("{who} says so"));
                    let verdict = Some(verdict);
                    let entry = AnswerEntry { from, to, kind, confidence, reason, verdict };
                    answers.insert(place, entry);
                }
            }
        }
    }
    Ok(answers)
}

/// The answers as they were drawn, by their ends.
pub(crate) fn read(conn: &Connection) -> rusqlite::Result<Vec<AnswerEntry>> {
    // Ids are looked up here: joined, each link would cost two walks down a tree.
    let mut query = conn.prepare("SELECT number, id FROM statement ORDER BY number")?;
    let ids: Vec<(i64, Id)> = query
        .query_map([], |row| Ok((row.get(0)?, id_at(row, 1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let place = |number: i64| {
        let missing = || bad(format!("statement {number} is linked and not there"));
        ids.binary_search_by_key(&number, |&(number, _)| number).map_err(|_| missing())
    };
    let mut query = conn.prepare("SELECT earlier, later, kind, score, reason FROM answer_link")?;
    let mut rows = query.query([])?;
    let mut found: Vec<(usize, Rated)> = Vec::new();
    while let Some(row) = rows.next()? {
        let (earlier, later) = (place(row.get(0)?)?, place(row.get(1)?)?);
        let word = row.get_ref(2)?.as_str()?;
        let kind = Answers::from_word(word).ok_or_else(|| bad(format!("{word:?} is no answer")))?;
        let (from, to) = if kind.backward { (earlier, later) } else { (later, earlier) };
        let score = row.get::<_, f64>(3)? as f32;
        let rated = (score, ids[to].1, (kind.kind, row.get(4)?));
        found.push((from, rated));
    }
    found.sort_by_key(|&(from, _)| from);
    let mut found = found.into_iter().peekable();
    let mut answers = Vec::new();
    while let Some((from, first)) = found.next() {
        let mut candidates = vec![first];
        while let Some((_, rated)) = found.next_if(|&(other, _)| other == from) {
            candidates.push(rated);
        }
        for (confidence, to, (kind, reason)) in best(candidates) {
            let from = ids[from].1;
            answers.push(AnswerEntry { from, to, kind, confidence, reason, verdict: None });
        }
    }
    answers.sort_unstable_by_key(|a| (a.from, a.to));
    Ok(answers)
}
