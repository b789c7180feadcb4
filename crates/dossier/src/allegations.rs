//! Allegations and positions: claims are kept with each article, and gathered when they are read.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use gainsay_link::allegations::{
    Allegation, AnswerLink, Claim, Report, allegations, claims, grants,
};
use gainsay_link::positions::{Position, Voice, positions};
use gainsay_record::{Act, Id, Statement};
use rusqlite::{Connection, Transaction, params};

use crate::Dossier;
use crate::answers::{self, AnswerEntry};
use crate::decode::{id_at, list, parsed, word};
use crate::error::Result;
use crate::parties::Called;

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
            query.execute(params![
                &*statement.id.digits(),
                subject,
                relation,
                object,
                grants(statement)
            ])?;
        }
    }
    Ok(())
}

/// Gathers them; of the answers those count that nobody rejected.
pub(crate) fn read(
    conn: &Connection,
    answers: &[AnswerEntry],
) -> rusqlite::Result<Vec<AllegationEntry>> {
    let link =
        |answer: &AnswerEntry| AnswerLink { from: answer.from, to: answer.to, kind: answer.kind };
    let links: Vec<AnswerLink> = answers.iter().filter(|it| it.holds()).map(link).collect();
    let called = Called::read(conn)?;
    let found = allegations(&reports(conn, &called)?, &links);
    let mut heard: HashMap<Id, Heard> = HashMap::new();
    for of in found.values() {
        heard.extend(of.statements().map(|&id| (id, Heard::new())));
    }
    hear(conn, &mut heard)?;
    for of in found.values() {
        locate(conn, of, &mut heard)?;
    }
    let entry = |allegation: Allegation| {
        let accused = accused(&allegation, &heard, &called);
        let home = allegation.claim.subject.as_deref().and_then(|name| called.home(name));
        let side: Vec<Id> = accused.into_iter().chain(home.filter(|_| accused.is_some())).collect();
        let positions = positions(&allegation, &side, &voices(&allegation, &heard));
        AllegationEntry { allegation, accused, positions }
    };
    Ok(found.into_values().map(entry).collect())
}

/// The party that charges are aimed at: the target that is the subject of the claim, else the first,
/// of the first charge that has one.
fn accused(of: &Allegation, heard: &HashMap<Id, Heard>, called: &Called) -> Option<Id> {
    let subject = of.claim.subject.as_deref();
    of.asserted_by.iter().find_map(|charge| {
        let targets = &heard.get(charge)?.targets;
        let own = targets.iter().find(|(name, _)| Some(called.name(name)) == subject);
        own.or(targets.first()).map(|&(_, party)| party)
    })
}

/// Who speaks in an allegation. Whoever denies a charge and has it in the words of the denial
/// ("rejected the charge that …") does not put it forward.
fn voices(of: &Allegation, heard: &HashMap<Id, Heard>) -> BTreeMap<Id, Voice> {
    // Only of one article is it asked, so that charges and denials are not all held against each
    // other.
    let mut denials: HashMap<Id, Vec<&Heard>> = HashMap::new();
    for denial in of.denied_by.iter().map(|id| &heard[id]) {
        denials.entry(denial.article).or_default().push(denial);
    }
    let quoted = |charge: &Id| {
        let charged = &heard[charge];
        let near = denials.get(&charged.article).into_iter().flatten();
        of.asserted_by.contains(charge) && near.copied().any(|denial| denial.has_within(charged))
    };
    let all: BTreeSet<&Id> = of.statements().collect();
    all.into_iter().filter(|id| !quoted(id)).map(|id| (*id, heard[id].voice.clone())).collect()
}

/// What is asked of a statement that takes part in an allegation.
#[derive(Debug)]
struct Heard {
    voice: Voice,
    /// Whom it is aimed at, as it names them, and which parties these are.
    targets: Vec<(String, Id)>,
    article: Id,
    /// The places of its content.
    content: Vec<(u32, u32)>,
}

impl Heard {
    /// Nothing is known yet.
    fn new() -> Self {
        let nowhere = Id::from_number(0);
        Heard {
            voice: Voice::default(),
            targets: Vec::new(),
            article: nowhere,
            content: Vec::new(),
        }
    }

    /// Whether another statement of the same party and article stands within this one's content.
    fn has_within(&self, other: &Heard) -> bool {
        let covers = |&(start, end): &(u32, u32)| {
            self.content.iter().any(|&(from, to)| from <= start && end <= to)
        };
        self.voice.parties.last() == other.voice.parties.last()
            && !other.content.is_empty()
            && other.content.iter().all(covers)
    }
}

/// Every claim, its parties by the names they have across articles, with the earliest report of its
/// utterance. Each table is walked along once, in the order it lies in; joined, every claim would cost
/// three walks down a tree.
fn reports(conn: &Connection, called: &Called) -> rusqlite::Result<Vec<Report>> {
    let mut earliest: HashMap<i64, i64> = HashMap::new();
    let mut query =
        conn.prepare("SELECT item, earliest FROM echo_member WHERE item <> earliest")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        earliest.insert(row.get(0)?, row.get(1)?);
    }
    let mut query = conn.prepare("SELECT number, id, act FROM statement ORDER BY number")?;
    let all: Vec<(i64, Id, Act)> = query
        .query_map([], |row| Ok((row.get(0)?, id_at(row, 1)?, word(row.get_ref(2)?.as_str()?)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let by_id: HashMap<Id, usize> =
        all.iter().enumerate().map(|(at, &(_, id, _))| (id, at)).collect();
    let mut query =
        conn.prepare("SELECT statement, grants, subject, relation, object FROM claim ORDER BY 1")?;
    let mut rows = query.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let Some(&at) = by_id.get(&id_at(row, 0)?) else { continue };
        let (number, statement, act) = all[at];
        let first = earliest.get(&number);
        let first = first.and_then(|first| all.binary_search_by_key(first, |(n, ..)| *n).ok());
        let original = first.map_or(statement, |first| all[first].1);
        let party = |name: Option<String>| name.map(|name| called.name(&name).to_owned());
        let (subject, relation, object) = (party(row.get(2)?), row.get(3)?, party(row.get(4)?));
        found.push(Report {
            statement,
            act,
            grants: row.get(1)?,
            claim: Claim { subject, relation, object },
            original,
        });
    }
    Ok(found)
}

/// Fills in who said these statements, for whom, when, in which article, and at whom they are aimed.
/// One walk over each table, and not a query a statement.
fn hear(conn: &Connection, heard: &mut HashMap<Id, Heard>) -> rusqlite::Result<()> {
    let mut query = conn.prepare(
        "SELECT statement, role, party, name FROM mention
         WHERE party IS NOT NULL AND role IN ('speaker', 'speaks for', 'target')
         ORDER BY statement, role, part",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let Some(of) = heard.get_mut(&id_at(row, 0)?) else { continue };
        let party = id_at(row, 2)?;
        if row.get_ref(1)?.as_str()? == "target" {
            of.targets.push((row.get(3)?, party));
        } else {
            // The speaker comes first and is the last to be named: whoever is spoken for goes before.
            of.voice.parties.insert(0, party);
        }
    }
    let mut published: HashMap<Id, Option<String>> = HashMap::new();
    let mut query = conn.prepare(
        "SELECT a.id, coalesce(a.published, i.value) FROM article a
         LEFT JOIN inferred_date i ON i.article = a.number",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        published.insert(id_at(row, 0)?, row.get(1)?);
    }
    let mut query = conn.prepare("SELECT id, article, said FROM statement")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(of) = heard.get_mut(&id_at(row, 0)?) {
            of.article = id_at(row, 1)?;
            let said: Option<String> = row.get(2)?;
            of.voice.day = said.or_else(|| published.get(&of.article).cloned().flatten());
        }
    }
    speak_for(conn, heard)
}

/// Fills in where the contents stand of charges and denials that one article has: of no others is it
/// asked whether one stands within the other.
fn locate(
    conn: &Connection,
    of: &Allegation,
    heard: &mut HashMap<Id, Heard>,
) -> rusqlite::Result<()> {
    let articles = |ids: &mut dyn Iterator<Item = &Id>| -> BTreeSet<Id> {
        ids.filter_map(|id| Some(heard.get(id)?.article)).collect()
    };
    let denied = articles(&mut of.denied_by.iter());
    let both: BTreeSet<Id> =
        articles(&mut of.asserted_by.iter()).intersection(&denied).copied().collect();
    if both.is_empty() {
        return Ok(());
    }
    let mut query = conn.prepare_cached(
        "SELECT start, \"end\" FROM span WHERE statement = ?1 AND role = 'content'
         ORDER BY part, position",
    )?;
    for id in of.asserted_by.iter().chain(&of.denied_by) {
        if let Some(one) = heard.get_mut(id).filter(|one| both.contains(&one.article)) {
            one.content = query
                .query_map([&*id.digits()], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<rusqlite::Result<_>>()?;
        }
    }
    Ok(())
}

/// For whom somebody speaks who is not said to speak for anybody there, the other articles tell.
fn speak_for(conn: &Connection, heard: &mut HashMap<Id, Heard>) -> rusqlite::Result<()> {
    let mut chains: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
    let mut query = conn.prepare("SELECT id, speaks_for FROM party WHERE speaks_for <> '[]'")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let chain = list(row.get_ref(1)?.as_str()?)?;
        let chain = chain.iter().rev().map(|id| parsed(id)).collect::<rusqlite::Result<_>>()?;
        chains.insert(id_at(row, 0)?, chain);
    }
    #[expect(clippy::iter_over_hash_type, reason = "each is changed by itself")]
    for Heard { voice, .. } in heard.values_mut() {
        if let [speaker] = &voice.parties[..]
            && let Some(chain) = chains.get(speaker)
        {
            let others = chain.iter().filter(|id| *id != speaker).copied();
            voice.parties = others.chain([*speaker]).collect();
        }
    }
    Ok(())
}
