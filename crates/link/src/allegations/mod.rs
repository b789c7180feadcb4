//! Allegations: contested claims, with all statements that put them forward, deny them or grant a
//! part.
//!
//! They are gathered from accusations and from what answers these, not from all sentences. A claim
//! that is whole (subject, relation, object) is one allegation wherever it is made; one that is not
//! is an allegation of its own utterance. The id is made from the claim, so that an allegation is a
//! function of the statements that make it and of the answers to these, and of nothing else: adding
//! an article touches the allegations of its own statements only.

mod claim;
mod content;
mod object;
mod relations;

use std::collections::{BTreeMap, BTreeSet};

use gainsay_record::{Act, Id, Speaker, Statement};

pub use claim::{Claim, claim};
pub(crate) use claim::{object_key, relations};

use crate::answers::Answer;
use crate::name::key;

/// A statement with a claim, as it is gathered.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The statement.
    pub statement: Id,
    /// Whether it accuses, denies or admits.
    pub act: Act,
    /// Whether it grants a part, whatever else it does.
    pub grants: bool,
    /// What it claims, denies or grants.
    pub claim: Claim,
    /// The earliest report of the same utterance: the statement itself where there is no other.
    pub original: Id,
}

/// The claims in the statements of one article; none where a statement's act makes none.
pub fn claims(statements: &[Statement]) -> Vec<Option<Claim>> {
    let names = parties(statements);
    statements.iter().map(|statement| claim(statement, &names)).collect()
}

/// Whether a statement grants a part of what it is about.
pub fn grants(of: &Statement) -> bool {
    of.act == Act::Admit || of.act == Act::Deny && of.act_runner_up == Some(Act::Admit)
}

/// That one statement answers another.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerLink {
    /// The answer.
    pub from: Id,
    /// What it answers.
    pub to: Id,
    /// How.
    pub kind: Answer,
}

/// A contested claim with what was said of it. Statements are sorted by id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allegation {
    /// Made from the claim.
    pub id: Id,
    /// What is claimed.
    pub claim: Claim,
    /// Statements that put it forward.
    pub asserted_by: BTreeSet<Id>,
    /// Statements that deny it.
    pub denied_by: BTreeSet<Id>,
    /// Statements that grant a part of it.
    pub admitted_in_part_by: BTreeSet<Id>,
    /// Statements that answer it otherwise: that return the charge, or will not comment.
    pub met_by: BTreeSet<Id>,
    /// Allegations near it: the same parties in another relation, or the same relation to the same
    /// object by another.
    pub related: BTreeSet<Id>,
}

impl Allegation {
    /// Every statement for, against or about it, a side after the other; one may take part in several.
    pub fn statements(&self) -> impl Iterator<Item = &Id> {
        [&self.asserted_by, &self.denied_by, &self.admitted_in_part_by, &self.met_by]
            .into_iter()
            .flatten()
    }

    /// Whether nothing at all was answered.
    pub fn is_unanswered(&self) -> bool {
        self.denied_by.is_empty() && self.admitted_in_part_by.is_empty() && self.met_by.is_empty()
    }
}

/// Every allegation in a set of statements, by id.
pub fn allegations(reports: &[Report], answers: &[AnswerLink]) -> BTreeMap<Id, Allegation> {
    let mut found: BTreeMap<Id, Allegation> = BTreeMap::new();
    let mut of: BTreeMap<&Id, Id> = BTreeMap::new();
    for report in reports.iter().filter(|report| report.act == Act::Accuse) {
        let claim = &report.claim;
        let id = claim.id(&report.original);
        of.insert(&report.statement, id);
        let entry = found.entry(id).or_insert_with(|| Allegation::new(id, claim.clone()));
        // Of two ways to write the same claim the first in order names it.
        if *claim < entry.claim {
            entry.claim = claim.clone();
        }
        entry.asserted_by.insert(report.statement);
    }
    for answer in answers {
        if let Some(allegation) = of.get(&answer.to).and_then(|id| found.get_mut(id)) {
            let answers = match answer.kind {
                Answer::Deny | Answer::Refuse => &mut allegation.denied_by,
                Answer::Admit | Answer::Accept => &mut allegation.admitted_in_part_by,
                Answer::Counter | Answer::Decline => &mut allegation.met_by,
            };
            answers.insert(answer.from);
        }
    }
    // What denies or grants the very claim answers it, linked or not.
    for report in reports.iter().filter(|report| report.act != Act::Accuse) {
        let same = report.claim.is_whole().then(|| report.claim.id(&report.original));
        if let Some(allegation) = same.and_then(|id| found.get_mut(&id)) {
            if report.act == Act::Deny {
                allegation.denied_by.insert(report.statement);
            }
            if report.grants {
                allegation.admitted_in_part_by.insert(report.statement);
            }
        }
    }
    relate(&mut found);
    found
}

impl Allegation {
    fn new(id: Id, claim: Claim) -> Self {
        Allegation {
            id,
            claim,
            asserted_by: BTreeSet::new(),
            denied_by: BTreeSet::new(),
            admitted_in_part_by: BTreeSet::new(),
            met_by: BTreeSet::new(),
            related: BTreeSet::new(),
        }
    }
}

/// The parties that an article's statements name, each once.
pub(crate) fn parties<'a>(statements: impl IntoIterator<Item = &'a Statement>) -> Vec<String> {
    let mut found = BTreeSet::new();
    for of in statements {
        found.extend((of.speaker.name != Speaker::UNKNOWN).then(|| of.speaker.name.clone()));
        found.extend(of.speaker.speaks_for.iter().cloned());
        found.extend(of.targets.iter().map(|target| target.name.clone()));
    }
    found.into_iter().collect()
}

/// Names the neighbours of each.
fn relate(found: &mut BTreeMap<Id, Allegation>) {
    let mut near: BTreeMap<(u8, String, String), BTreeSet<Id>> = BTreeMap::new();
    for (id, allegation) in found.iter() {
        let Claim { subject, relation, object } = &allegation.claim;
        let subject = subject.as_deref().and_then(key);
        let object = object.as_deref().and_then(object_key);
        let ways = [
            (0, subject.clone(), object.clone()),
            (1, relation.clone(), object),
            (2, subject, relation.clone()),
        ];
        for (way, one, other) in ways {
            if let (Some(one), Some(other)) = (one, other) {
                near.entry((way, one, other)).or_default().insert(*id);
            }
        }
    }
    for ((way, ..), ids) in near {
        for id in &ids {
            let whole = |id: &Id| found.get(id).is_some_and(|one| one.claim.is_whole());
            // "lied" and "lied about the raid" are near; two acts against two others are not.
            let others: Vec<Id> = ids
                .iter()
                .filter(|other| *other != id && (way < 2 || !whole(id) || !whole(other)))
                .cloned()
                .collect();
            if let Some(allegation) = found.get_mut(id) {
                allegation.related.extend(others);
            }
        }
    }
}
