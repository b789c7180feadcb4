//! Parties: names as they come with an article, forms counted from them, and what hangs together.
//! Judged by `gainsay-link`, kept here.
//!
//! ```text
//! insert()  mention, local, form rows of one article
//! count()   form_fact, up or down
//! settle()  the blocks that were touched judged again: form_key, form_link, then party
//! ```

mod called;
mod counts;
mod drawn;
mod known;
mod merged;
mod read;
mod settle;

pub use known::{KnownError, read_known};
pub use read::{PartyEntry, PartyMention, RoleEntry};

pub(crate) use called::Called;
pub(crate) use counts::{COUNTED_FROM, Change, count, insert};
pub(crate) use drawn::drawn;
pub(crate) use known::{known, known_of};
pub(crate) use merged::merged;
pub(crate) use read::{entry, roles};
pub(crate) use settle::{candidates, settle};
