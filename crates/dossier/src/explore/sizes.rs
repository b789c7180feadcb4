//! How much a dossier holds.

use serde::Serialize;

use super::filter::pair;
use super::ledger::NONE;
use super::view::Pair;
use super::{Ask, Explore};
use crate::CorrectionState;

/// How much there is of everything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct Sizes {
    pub articles: u64,
    pub files: u64,
    pub outlets: u64,
    pub parties: u64,
    pub stories: u64,
    pub echoes: u64,
    pub allegations: u64,
    pub answers: u64,
    pub statements: Pair,
    pub by_unknown: u64,
    /// Statements without a date of saying.
    pub undated: u64,
    /// Entries of the log.
    pub corrections: u64,
    /// Those that wait for their words.
    pub orphaned: u64,
}

impl Explore<'_> {
    /// How much the dossier holds.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn sizes(&self) -> Ask<Sizes> {
        let ledger = self.ledger;
        let log = self.dossier.corrections()?;
        let every: Vec<u32> = (0..ledger.len() as u32).collect();
        let count = |of: &dyn Fn(&super::ledger::Entry) -> bool| {
            ledger.entries.iter().filter(|entry| of(entry)).count() as u64
        };
        let orphaned = log.iter().filter(|entry| entry.state == CorrectionState::Orphaned);
        Ok(Sizes {
            articles: ledger.articles.len() as u64,
            files: ledger.articles.iter().map(|article| article.paths.len() as u64).sum(),
            outlets: ledger.outlets.iter().flatten().count() as u64,
            parties: ledger.parties.len() as u64,
            stories: ledger.stories.len() as u64,
            echoes: ledger.echoes.len() as u64,
            allegations: ledger.allegations.len() as u64,
            answers: ledger.answers.len() as u64,
            statements: pair(ledger, &every),
            by_unknown: count(&|entry| entry.party == NONE),
            undated: count(&|entry| entry.said.is_none()),
            corrections: log.len() as u64,
            orphaned: orphaned.count() as u64,
        })
    }
}
