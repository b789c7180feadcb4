//! Allegations: contested claims, with all statements that put them forward, deny them or grant a
//! part.
//!
//! They are gathered from accusations and from what answers these, not from all sentences. A claim
//! that is whole (subject, relation, object) is one allegation wherever it is made; one that is not
//! is an allegation of its own utterance. The id is made from the claim, so that an allegation is a
//! function of the statements that make it and of the answers to these, and of nothing else: adding
//! an article touches the allegations of its own statements only.

mod claim;
mod relations;

use std::collections::{BTreeMap, BTreeSet};

use gainsay_record::{Act, Id, Speaker, Statement};

pub use claim::{Claim, claim};
pub(crate) use claim::{object_key, relations};

use crate::answers::Answer;
use crate::name::key;

/// A statement as it is gathered.
#[derive(Debug, Clone)]
pub struct Report<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// The article it stands in.
    pub article: &'a Id,
    /// The earliest report of the same utterance: its own id where there is no other.
    pub original: &'a Id,
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
    /// Whether nothing at all was answered.
    pub fn is_unanswered(&self) -> bool {
        self.denied_by.is_empty() && self.admitted_in_part_by.is_empty() && self.met_by.is_empty()
    }
}

/// Every allegation in a set of statements, by id.
pub fn allegations(reports: &[Report<'_>], answers: &[AnswerLink]) -> BTreeMap<Id, Allegation> {
    let mut of_article: BTreeMap<&Id, Vec<&Statement>> = BTreeMap::new();
    for report in reports {
        of_article.entry(report.article).or_default().push(report.statement);
    }
    let names: BTreeMap<&Id, Vec<String>> =
        of_article.into_iter().map(|(article, of)| (article, parties(of))).collect();
    let mut found: BTreeMap<Id, Allegation> = BTreeMap::new();
    let mut of: BTreeMap<&Id, Id> = BTreeMap::new();
    for report in reports.iter().filter(|report| report.statement.act == Act::Accuse) {
        let Some(claim) = claim(report.statement, &names[report.article]) else { continue };
        let id = claim.id(report.original);
        of.insert(&report.statement.id, id.clone());
        let entry = found.entry(id.clone()).or_insert_with(|| Allegation::new(id, claim.clone()));
        // Of two ways to write the same claim the first in order names it.
        entry.claim = claim.min(entry.claim.clone());
        entry.asserted_by.insert(report.statement.id.clone());
    }
    for answer in answers {
        if let Some(allegation) = of.get(&answer.to).and_then(|id| found.get_mut(id)) {
            let answers = match answer.kind {
                Answer::Deny | Answer::Refuse => &mut allegation.denied_by,
                Answer::Admit | Answer::Accept => &mut allegation.admitted_in_part_by,
                Answer::Counter | Answer::Decline => &mut allegation.met_by,
            };
            answers.insert(answer.from.clone());
        }
    }
    // What denies or grants the very claim answers it, linked or not.
    for report in reports {
        let act = report.statement.act;
        let granted = act == Act::Admit || report.statement.act_runner_up == Some(Act::Admit);
        if !matches!(act, Act::Deny | Act::Admit) {
            continue;
        }
        let Some(claim) = claim(report.statement, &names[report.article]) else { continue };
        let same = claim.is_whole().then(|| claim.id(report.original));
        if let Some(allegation) = same.and_then(|id| found.get_mut(&id)) {
            let id = report.statement.id.clone();
            if act == Act::Deny {
                allegation.denied_by.insert(id.clone());
            }
            if granted {
                allegation.admitted_in_part_by.insert(id);
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
                near.entry((way, one, other)).or_default().insert(id.clone());
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
