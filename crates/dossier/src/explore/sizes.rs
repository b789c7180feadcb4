//! How much a dossier holds.

use serde::Serialize;

use super::Explore;
use super::view::Pair;
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
    /// Statements that nothing can place: neither the day of saying is known nor that of
    /// publication.
    pub undated: u64,
    /// Entries of the log.
    pub corrections: u64,
    /// Those that wait for their words.
    pub orphaned: u64,
}

impl Explore<'_> {
    /// How much the dossier holds.
    pub fn sizes(&self) -> Sizes {
        let ledger = self.ledger;
        let orphaned =
            ledger.log.iter().filter(|entry| entry.state == CorrectionState::Orphaned).count();
        Sizes {
            articles: ledger.articles.len() as u64,
            files: ledger.articles.iter().map(|article| article.paths.len() as u64).sum(),
            outlets: ledger.outlets.iter().flatten().count() as u64,
            parties: ledger.parties.len() as u64,
            stories: ledger.stories.len() as u64,
            echoes: ledger.echoes.len() as u64,
            allegations: ledger.allegations.len() as u64,
            answers: ledger.answers.len() as u64,
            statements: ledger.sums.every,
            by_unknown: ledger.sums.by_unknown,
            undated: ledger.sums.undated.reports,
            corrections: ledger.log.len() as u64,
            orphaned: orphaned as u64,
        }
    }
}
