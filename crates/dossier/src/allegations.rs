//! Allegations and positions: claims are kept with each article, and gathered when they are read.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_link::allegations::{
    Allegation, AnswerLink, Claim, Report, allegations, claims, grants,
};
use gainsay_link::positions::{Position, Voice, positions};
use gainsay_record::{Act, Id, Statement};
use rusqlite::{Connection, Transaction, params};

use crate::Dossier;
use crate::answers::{self, AnswerEntry};
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
        answers::judged(&self.conn)
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

/// Gathers them; `answers` are all that [`answers::judged`] gives.
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
    let mut heard: BTreeMap<Id, Heard> = BTreeMap::new();
    for of in found.values() {
        heard.extend(of.statements().map(|id| (id.clone(), Heard::default())));
    }
    hear(conn, &mut heard)?;
    let entry = |allegation: Allegation| {
        let accused = accused(&allegation, &heard);
        let positions = positions(&allegation, accused.as_ref(), &voices(&allegation, &heard));
        AllegationEntry { allegation, accused, positions }
    };
    Ok(found.into_values().map(entry).collect())
}

/// The party that charges are aimed at: the target that is the subject of the claim, else the first,
/// of the first charge that has one.
fn accused(of: &Allegation, heard: &BTreeMap<Id, Heard>) -> Option<Id> {
    let subject = of.claim.subject.as_deref();
    of.asserted_by.iter().find_map(|charge| {
        let targets = &heard.get(charge)?.targets;
        let own = targets.iter().find(|(name, _)| Some(name.as_str()) == subject);
        own.or(targets.first()).map(|(_, party)| party.clone())
    })
}

/// Who speaks in an allegation. Whoever denies a charge and has it in the words of the denial
/// ("rejected the charge that …") does not put it forward.
fn voices(of: &Allegation, heard: &BTreeMap<Id, Heard>) -> BTreeMap<Id, Voice> {
    let quoted = |charge: &Id| {
        of.asserted_by.contains(charge)
            && of.denied_by.iter().any(|denial| heard[denial].has_within(&heard[charge]))
    };
    let all: BTreeSet<&Id> = of.statements().collect();
    all.into_iter()
        .filter(|id| !quoted(id))
        .map(|id| (id.clone(), heard[id].voice.clone()))
        .collect()
}

/// What is asked of a statement that takes part in an allegation.
#[derive(Debug, Default)]
struct Heard {
    voice: Voice,
    /// Whom it is aimed at, as it names them, and which parties these are.
    targets: Vec<(String, Id)>,
    article: String,
    /// The places of its content.
    content: Vec<(u32, u32)>,
}

impl Heard {
    /// Whether another statement of the same party stands within this one's content.
    fn has_within(&self, other: &Heard) -> bool {
        let covers = |&(start, end): &(u32, u32)| {
            self.content.iter().any(|&(from, to)| from <= start && end <= to)
        };
        self.article == other.article
            && self.voice.parties.last() == other.voice.parties.last()
            && !other.content.is_empty()
            && other.content.iter().all(covers)
    }
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

/// Fills in who said these statements, for whom, when, where, and at whom they are aimed. One walk
/// over each table, and not a query a statement.
fn hear(conn: &Connection, heard: &mut BTreeMap<Id, Heard>) -> rusqlite::Result<()> {
    let mut query = conn.prepare(
        "SELECT statement, role, party, name FROM mention
         WHERE party IS NOT NULL AND role IN ('speaker', 'speaks for', 'target')
         ORDER BY statement, role, part",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let Some(of) = heard.get_mut(&Id(row.get(0)?)) else { continue };
        let party = Id(row.get(2)?);
        if row.get_ref(1)?.as_str()? == "target" {
            of.targets.push((row.get(3)?, party));
        } else {
            // The speaker comes first and is the last to be named: whoever is spoken for goes before.
            of.voice.parties.insert(0, party);
        }
    }
    let mut query = conn.prepare(
        "SELECT s.id, s.article, coalesce(s.said, a.published, i.value)
         FROM statement s JOIN article a ON a.id = s.article
         LEFT JOIN inferred_date i ON i.article = a.number",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(of) = heard.get_mut(&Id(row.get(0)?)) {
            of.article = row.get(1)?;
            of.voice.day = row.get(2)?;
        }
    }
    let mut query = conn.prepare(
        "SELECT statement, start, \"end\" FROM span WHERE role = 'content'
         ORDER BY statement, part, position",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(of) = heard.get_mut(&Id(row.get(0)?)) {
            of.content.push((row.get(1)?, row.get(2)?));
        }
    }
    speak_for(conn, heard)
}

/// For whom somebody speaks who is not said to speak for anybody there, the other articles tell.
fn speak_for(conn: &Connection, heard: &mut BTreeMap<Id, Heard>) -> rusqlite::Result<()> {
    let mut chains: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
    let mut query = conn.prepare("SELECT id, speaks_for FROM party WHERE speaks_for <> '[]'")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let chain = list(row.get_ref(1)?.as_str()?)?;
        chains.insert(Id(row.get(0)?), chain.into_iter().rev().map(Id).collect());
    }
    for Heard { voice, .. } in heard.values_mut() {
        if let [speaker] = &voice.parties[..]
            && let Some(chain) = chains.get(speaker)
        {
            let others = chain.iter().filter(|id| *id != speaker).cloned();
            voice.parties = others.chain([speaker.clone()]).collect();
        }
    }
    Ok(())
}
