//! Allegations and positions: claims are kept with each article, and gathered when they are read.

use std::collections::BTreeMap;

use gainsay_link::allegations::{
    Allegation, AnswerLink, Claim, Report, allegations, claims, grants,
};
use gainsay_link::positions::{Position, Voice, positions};
use gainsay_record::{Act, Id, Statement};
use rusqlite::{Connection, Transaction, params};

use crate::Dossier;
use crate::answers::{self, AnswerEntry};
use crate::decode::word;
use crate::error::Result;

/// A contested claim, and where every party stands on it.
#[derive(Debug, Clone, PartialEq)]
pub struct AllegationEntry {
    /// The claim, with the statements for and against.
    pub allegation: Allegation,
    /// The party that it is about, where it is known.
    pub accused: Option<Id>,
    /// Where parties stand, by party and date.
    pub positions: Vec<Position>,
}

impl Dossier {
    /// Every allegation, by id, drawn from accusations and what answers them.
    ///
    /// # Errors
    /// [`Error::Unlinked`](crate::Error::Unlinked) where articles wait to be linked; if the dossier
    /// cannot be read.
    pub fn allegations(&self) -> Result<Vec<AllegationEntry>> {
        self.linked()?;
        answers::read(&self.conn)
            .and_then(|answers| read(&self.conn, &answers))
            .map_err(|e| self.error(e))
    }
}

/// Keeps what the statements of an article claim.
pub(crate) fn insert(tx: &Transaction<'_>, statements: &[Statement]) -> rusqlite::Result<()> {
    let mut query = tx.prepare_cached(
        "INSERT INTO claim (statement, subject, relation, object, grants)
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for (statement, claim) in statements.iter().zip(claims(statements)) {
        if let Some(Claim { subject, relation, object }) = claim {
            query.execute(params![statement.id.0, subject, relation, object, grants(statement)])?;
        }
    }
    Ok(())
}

/// Gathers them; `answers` are all that [`answers::read`] gives.
pub(crate) fn read(
    conn: &Connection,
    answers: &[AnswerEntry],
) -> rusqlite::Result<Vec<AllegationEntry>> {
    let link = |answer: &AnswerEntry| AnswerLink {
        from: answer.from.clone(),
        to: answer.to.clone(),
        kind: answer.kind,
    };
    let links: Vec<AnswerLink> = answers.iter().map(link).collect();
    let found = allegations(&reports(conn)?, &links);
    let mut voices: BTreeMap<Id, Voice> = BTreeMap::new();
    for of in found.values() {
        let sides = [&of.asserted_by, &of.denied_by, &of.admitted_in_part_by, &of.met_by];
        for id in sides.into_iter().flatten() {
            voices.insert(id.clone(), Voice { parties: Vec::new(), day: None });
        }
    }
    let targets = hear(conn, &mut voices)?;
    let entry = |allegation: Allegation| {
        let accused = allegation.asserted_by.iter().find_map(|charge| targets.get(charge)).cloned();
        let positions = positions(&allegation, accused.as_ref(), &voices);
        AllegationEntry { allegation, accused, positions }
    };
    Ok(found.into_values().map(entry).collect())
}

/// Every claim, with the earliest report of its utterance.
fn reports(conn: &Connection) -> rusqlite::Result<Vec<Report>> {
    let mut query = conn.prepare(
        "SELECT s.id, s.act, c.grants, c.subject, c.relation, c.object, coalesce(e.id, s.id)
         FROM claim c JOIN statement s ON s.id = c.statement
         LEFT JOIN echo_member m ON m.item = s.number LEFT JOIN statement e ON e.number = m.earliest
         ORDER BY s.id",
    )?;
    let mut rows = query.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let act: Act = word(&row.get::<_, String>(1)?)?;
        let (subject, relation, object) = (row.get(3)?, row.get(4)?, row.get(5)?);
        found.push(Report {
            statement: Id(row.get(0)?),
            act,
            grants: row.get(2)?,
            claim: Claim { subject, relation, object },
            original: Id(row.get(6)?),
        });
    }
    Ok(found)
}

/// Who said these statements, for whom, and when; and the first party that each is aimed at. One
/// walk over the tables, and not a query a statement.
fn hear(conn: &Connection, voices: &mut BTreeMap<Id, Voice>) -> rusqlite::Result<BTreeMap<Id, Id>> {
    let mut targets = BTreeMap::new();
    let mut query = conn.prepare(
        "SELECT statement, role, party FROM mention WHERE party IS NOT NULL
           AND (role IN ('speaker', 'speaks for') OR role = 'target' AND part = 0)
         ORDER BY statement, role, part",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let statement = Id(row.get(0)?);
        let Some(voice) = voices.get_mut(&statement) else { continue };
        let party = Id(row.get(2)?);
        if row.get_ref(1)?.as_str()? == "target" {
            targets.insert(statement, party);
        } else {
            // The speaker comes first and is the last to be named: whoever is spoken for goes before.
            voice.parties.insert(0, party);
        }
    }
    let mut query = conn.prepare(
        "SELECT s.id, coalesce(s.said, a.published, i.value)
         FROM statement s JOIN article a ON a.id = s.article
         LEFT JOIN inferred_date i ON i.article = a.number",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(voice) = voices.get_mut(&Id(row.get(0)?)) {
            voice.day = row.get(1)?;
        }
    }
    Ok(targets)
}
