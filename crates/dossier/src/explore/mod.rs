//! What the explorer's pages show, drawn from the dossier: read only, and the same for the same
//! rows.
//!
//! A [`Ledger`] holds what filters and pictures need of every statement; [`Explore`] puts it
//! together with the tables.
//!
//! ```
//! # use gainsay_dossier::Dossier;
//! # let folder = tempfile::tempdir().unwrap();
//! # let dossier = Dossier::open(folder.path().join("dispute.gainsay"))?;
//! use gainsay_dossier::explore::{Explore, Filter, Paging};
//!
//! let ledger = dossier.ledger()?;
//! let explore = Explore { dossier: &dossier, ledger: &ledger };
//! let denials = Filter { act: vec!["deny".to_owned()], ..Filter::default() };
//! let page = explore.statements(&denials, &Paging::default(), true)?;
//! assert_eq!(page.total.reports, 0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod allegations;
mod answered;
mod articles;
mod card;
pub mod days;
mod drawn;
mod echoes;
mod export;
mod filter;
mod hold;
mod known;
mod ledger;
mod lists;
mod load;
mod log;
mod mentions;
mod openings;
mod orders;
mod overview;
mod parties;
mod paths;
mod rows;
mod search;
mod sizes;
mod sourcing;
mod statements;
mod sums;
mod view;
mod wording;

pub use allegations::{
    AllegationFilter, AllegationName, AllegationPage, AllegationRow, Cell, Column, Matrix,
    MatrixRow, PositionView, Related,
};
pub use articles::{ArticleFilter, ArticlePage, ArticleRow, StoryPage, StoryRow, ZoneView};
pub use card::{AnswerView, Card, EchoView, InArticle, NoteView, Passage, Spans, Spoken, Stand};
pub use echoes::{EchoMember, EchoPage, EchoRow, Piece};
pub use export::{Columns, Values};
pub use filter::{BadParameter, Facet, Facets, Filter};
pub use hold::Held;
pub use ledger::{ACTS, FORMS, Ledger, MODES, SOURCINGS, ZONES};
pub use log::{Ends, EntryView, Log, On};
pub use overview::{Accused, Arc, Lane, MOST_MARKS, Mark, Overview, Totals, Undated, View, Window};
pub use parties::{Counterpart, PartyFilter, PartyPage, PartyRow, RoleView, Side};
pub use search::{Found, query};
pub use sizes::Sizes;
pub use sourcing::{CopyGroup, Counts, FormCounts, OutletRow, SourcingPage, Sourcings};
pub use statements::{Paging, SORTS, Statements};
pub use view::{ActCount, Date, EchoOf, Hits, List, Member, Pair, Place, Row, SpeakerView, Who};

use crate::{Dossier, Error};

/// A dossier with its ledger, which must be of the same revision.
#[derive(Debug, Clone, Copy)]
pub struct Explore<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// Its statements in memory.
    pub ledger: &'a Ledger,
}

/// Why a page cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// A parameter means nothing.
    #[error("{}", .0.message)]
    Parameter(BadParameter),
    /// The dossier cannot be read.
    #[error(transparent)]
    Dossier(#[from] Error),
}

impl From<BadParameter> for AskError {
    fn from(bad: BadParameter) -> Self {
        AskError::Parameter(bad)
    }
}

/// What asking for a page gives.
pub type Ask<T> = Result<T, AskError>;
