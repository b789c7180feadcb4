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
use crate::decode::{list, word};
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
    let links: Vec<AnswerLink> = answers::judged(conn)?
        .into_iter()
        .map(|answer| AnswerLink { from: answer.from, to: answer.to, kind: answer.kind })
        .collect();
    let found = allegations(&reports(conn)?, &links);
    let mut entries = Vec::with_capacity(found.len());
    for allegation in found.into_values() {
        let subject = allegation.claim.subject.as_deref();
        let accused = accused(conn, &allegation.asserted_by, subject)?;
        let mut voices = BTreeMap::new();
        let Allegation { asserted_by, denied_by, admitted_in_part_by, met_by, .. } = &allegation;
        for id in [asserted_by, denied_by, admitted_in_part_by, met_by].into_iter().flatten() {
            voices.insert(id.clone(), voice(conn, id)?);
        }
        for charge in asserted_by {
            for denial in denied_by {
                if quotes(conn, denial, charge)? {
                    voices.remove(charge);
                }
            }
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

/// The party that charges are aimed at: the target that is the subject of the claim, else the first,
/// of the first charge that has one.
fn accused(
    conn: &Connection,
    charges: &BTreeSet<Id>,
    subject: Option<&str>,
) -> rusqlite::Result<Option<Id>> {
    let mut query = conn.prepare_cached(
        "SELECT party FROM mention
         WHERE statement = ?1 AND role = 'target' AND party IS NOT NULL
         ORDER BY name IS NOT ?2, part LIMIT 1",
    )?;
    for charge in charges {
        let party = query.query_row(params![charge.0, subject], |row| row.get(0)).optional()?;
        if let Some(party) = party {
            return Ok(Some(Id(party)));
        }
    }
    Ok(None)
}

/// Whether a denial has the charge in its own words: "rejected the charge that …". Whoever denies it
/// there does not put it forward.
fn quotes(conn: &Connection, denial: &Id, charge: &Id) -> rusqlite::Result<bool> {
    conn.prepare_cached(
        "SELECT 1 FROM statement d JOIN statement c ON c.article = d.article AND c.party IS d.party
         WHERE d.id = ?1 AND c.id = ?2 AND NOT EXISTS (
           SELECT 1 FROM span s WHERE s.statement = c.id AND s.role = 'content' AND NOT EXISTS (
             SELECT 1 FROM span o WHERE o.statement = d.id AND o.role = 'content'
               AND o.start <= s.start AND s.\"end\" <= o.\"end\"))",
    )?
    .exists([&denial.0, &charge.0])
}

/// Who said a statement, for whom, and when. For whom somebody speaks who is not said to speak for
/// anybody there, the other articles tell.
fn voice(conn: &Connection, statement: &Id) -> rusqlite::Result<Voice> {
    let mut parties: Vec<Id> = conn
        .prepare_cached(
            "SELECT party FROM mention
             WHERE statement = ?1 AND role IN ('speaker', 'speaks for') AND party IS NOT NULL
             ORDER BY role = 'speaker', part DESC",
        )?
        .query_map([&statement.0], |row| row.get(0).map(Id))?
        .collect::<rusqlite::Result<_>>()?;
    if let [speaker] = &parties[..] {
        let chain: Option<String> = conn
            .prepare_cached("SELECT speaks_for FROM party WHERE id = ?1")?
            .query_row([&speaker.0], |row| row.get(0))
            .optional()?;
        let chain = chain.map(|chain| list(&chain)).transpose()?.unwrap_or_default();
        let others = chain.into_iter().rev().map(Id).filter(|id| id != speaker);
        parties = others.chain([speaker.clone()]).collect();
    }
    let day = conn
        .prepare_cached(
            "SELECT coalesce(s.said, a.published, i.value)
             FROM statement s JOIN article a ON a.id = s.article
             LEFT JOIN inferred_date i ON i.article = a.number WHERE s.id = ?1",
        )?
        .query_row([&statement.0], |row| row.get(0))?;
    Ok(Voice { parties, day })
}
