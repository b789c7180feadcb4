//! What a person corrects, kept so that it outlives every rebuild and every new model.
//!
//! A correction names what it is about by content: the text of the article, the exact words and
//! what stands around them ([`Anchor`]). [`apply`] is a pure function: the statements as the
//! program read them and the log go in, the corrected statements come out. Nothing is ever
//! patched in place, so that undoing an entry is leaving it out.
//!
//! # What becomes of an entry when an article is read again
//!
//! * A statement with the same source, cue and content is the one meant.
//! * Otherwise it is the one at the same place: whose content shares at least half of its words'
//!   places, and whose cue the same place. Another model may draw a boundary elsewhere.
//! * Where the new model finds no statement there, the one that was corrected is put back as it
//!   was, with the name of the model that had found it: a person has looked at it and judged it.
//!   Notes and flags are not put back, they judge nothing; they are orphaned.
//! * Where the words are no longer in any article at that place, the entry is orphaned: kept,
//!   reported, attached to nothing. The same words in another article are a look-alike.
//!
//! Where a new version of the program extracts a page's text differently, the place is found by
//! the words with what stands around them, and only in an article read from the same bytes, and
//! only where they occur once.
#![forbid(unsafe_code)]

mod anchor;
mod apply;
mod change;
mod entry;
mod log;

pub use anchor::{Anchor, ArticleAnchor, Name, fingerprint};
pub use apply::{Applied, Subject, apply};
pub use change::{AnswerKind, Change, Quote, Subjects, Verdict};
pub use entry::Entry;
pub use log::{LineError, live, parse, print};
