//! Allegations and positions: claims are kept with each article, and gathered when they are read.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_link::allegations::{
    Allegation, AnswerLink, Claim, Report, allegations, claims, grants,
};
use gainsay_link::positions::{Position, Voice, positions};
use gainsay_record::{Act, Id, Statement};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::Dossier;
use crate::answers;
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
        read(&self.conn).map_err(|e| self.error(e))
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

pub(crate) fn read(conn: &Connection) -> rusqlite::Result<Vec<AllegationEntry>> {
    let links: Vec<AnswerLink> = answers::read(conn)?
        .into_iter()
        .map(|answer| AnswerLink { from: answer.from, to: answer.to, kind: answer.kind })
        .collect();
    let found = allegations(&reports(conn)?, &links);
    let mut entries = Vec::with_capacity(found.len());
    for allegation in found.into_values() {
        let accused = accused(conn, &allegation.asserted_by)?;
        let mut voices = BTreeMap::new();
        let Allegation { asserted_by, denied_by, admitted_in_part_by, met_by, .. } = &allegation;
        for id in [asserted_by, denied_by, admitted_in_part_by, met_by].into_iter().flatten() {
            voices.insert(id.clone(), voice(conn, id)?);
        }
        let positions = positions(&allegation, accused.as_ref(), &voices);
        entries.push(AllegationEntry { allegation, accused, positions });
    }
    Ok(entries)
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

/// The party that charges are aimed at: the first target of the first that has one.
fn accused(conn: &Connection, charges: &BTreeSet<Id>) -> rusqlite::Result<Option<Id>> {
    let mut query = conn.prepare_cached(
        "SELECT party FROM mention
         WHERE statement = ?1 AND role = 'target' AND part = 0 AND party IS NOT NULL",
    )?;
    for charge in charges {
        if let Some(party) = query.query_row([&charge.0], |row| row.get(0)).optional()? {
            return Ok(Some(Id(party)));
        }
    }
    Ok(None)
}

/// Who said a statement, for whom, and when.
fn voice(conn: &Connection, statement: &Id) -> rusqlite::Result<Voice> {
    let parties = conn
        .prepare_cached(
            "SELECT party FROM mention
             WHERE statement = ?1 AND role IN ('speaker', 'speaks for') AND party IS NOT NULL
             ORDER BY role = 'speaker', part DESC",
        )?
        .query_map([&statement.0], |row| row.get(0).map(Id))?
        .collect::<rusqlite::Result<_>>()?;
    let day = conn
        .prepare_cached(
            "SELECT coalesce(s.said, a.published, i.value)
             FROM statement s JOIN article a ON a.id = s.article
             LEFT JOIN inferred_date i ON i.article = a.number WHERE s.id = ?1",
        )?
        .query_row([&statement.0], |row| row.get(0))?;
    Ok(Voice { parties, day })
}
