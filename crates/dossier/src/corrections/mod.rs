//! Corrections: the log in the dossier, and its effect on the statements.
//!
//! The rows of a corrected article are what [`gainsay_corrections::apply`] makes of its statements
//! as read and of the whole log. They are made anew whenever either changes, so that undoing an
//! entry is making them without it, and a rebuild keeps every entry.

mod log;
mod place;

use gainsay_corrections::{Change, Entry};
use gainsay_record::Id;

pub use log::Anchors;
pub(crate) use place::{entry, forget, place};

/// An entry of the log and what has become of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// Its place in the log of this dossier, from 1.
    pub number: u64,
    /// Made from all that the entry says.
    pub id: String,
    /// The entry.
    pub entry: Entry,
    /// What has become of it.
    pub state: CorrectionState,
    /// The articles it concerns here, with the statements that it hangs on now. A merge or a note
    /// on an article has no statement.
    pub places: Vec<CorrectionPlace>,
}

/// Where an entry found what it is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CorrectionPlace {
    /// The article.
    pub article: Id,
    /// The statement, as it is called now.
    pub statement: Option<Id>,
    /// Which of the statements the entry names: of an answer 0 is the answer, 1 what it answers.
    pub part: usize,
}

/// What has become of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CorrectionState {
    /// It holds.
    Applied,
    /// A later entry takes it back.
    Undone,
    /// What it is about is not in the dossier. It is kept, and holds again when that comes back.
    Orphaned,
}

impl CorrectionState {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            CorrectionState::Applied => "applied",
            CorrectionState::Undone => "undone",
            CorrectionState::Orphaned => "orphaned",
        }
    }
}

/// What bringing in entries did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Replayed {
    /// New ones that hold now.
    pub applied: u64,
    /// Those that were in the log already.
    pub known: u64,
    /// New ones whose words are in no article of this dossier, or that a later one takes back.
    pub orphaned: u64,
}

impl Correction {
    /// Why it has no effect, in words; nothing where it has.
    pub fn why(&self) -> Option<&'static str> {
        match (self.state, &self.entry.change) {
            (CorrectionState::Applied, _) => None,
            (CorrectionState::Undone, _) => Some("a later entry takes it back"),
            (_, Change::Merge { .. }) => Some("no statement of this dossier has such a name"),
            (_, Change::Undo { .. }) => Some("the entry that it takes back is not in this log"),
            _ => Some("its words are in no article of this dossier at that place"),
        }
    }
}
