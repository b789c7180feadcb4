//! Across articles: which names mean the same party, and what the articles together say of it.
//!
//! Everything here is a pure function of statements: no input, no output, no clock, and the same
//! result in whatever order the articles come. It is also incremental: what is known of a party is
//! a sum of [`Facts`], one party needs nothing from another, and so adding an article costs that
//! article and no more. Copies, stories and echoes are found in pairs and kept as
//! [`incremental`] says. Answers and allegations will be built the same way.
//!
//! ```text
//! statements of one article ─ mentions() ─▶ name → party id      (needs that article alone)
//! facts of one party        ─ profile() ──▶ name, kind, roles …  (a sum over articles)
//! texts, topics, statements ─ keys() ─▶ candidates ─ judge() ─▶ links ─▶ copies, stories, echoes
//! ```
//!
//! # What is merged, and what never is
//!
//! * Names with the same [`key`] are one party in all articles: letter case, diacritics,
//!   apostrophes, full stops, hyphens and a leading "the" make no difference.
//! * Someone without a name ("unnamed military official", "a resident") is a party of that one
//!   article. Two articles' unnamed officials are never taken for one person.
//! * A collective ("US officials") is one party across articles only where the text says for whom
//!   it speaks; "analysts" are those of one article.
//! * A bare surname is **not** merged with a full name of another article, though only one full
//!   name has it so far. The next article may bring a second Mullen, and then the statements of
//!   two people stand in one lane with nothing to show how to part them; a record that splits one
//!   person in two is incomplete, one that makes two people one is false. Within an article the
//!   surname was resolved already, with the article's own words as ground.
//! * Mike Mullen and Michael Mullen are two parties for the same reason, until there is more to go
//!   by than their names.
#![forbid(unsafe_code)]

pub mod allegations;
pub mod answers;
pub mod copies;
pub mod dates;
pub mod echoes;
mod identity;
pub mod incremental;
mod index;
mod name;
mod place;
pub mod positions;
mod prints;
mod profile;
pub mod stories;
mod words;

use std::collections::BTreeMap;

use gainsay_record::{Id, Statement};

pub use identity::{Mention, MentionRole, mentions, party_id};
pub use index::Index;
pub use name::key;
pub use place::{Day, Place, day, iso};
pub use prints::{Prints, VERSION};
pub use profile::{Facts, Profile, RoleHeld, profile};

/// Every party of a set of articles, by id: the whole of this crate in one call. A dossier gets
/// the same by adding facts article by article.
pub fn parties<'a>(
    articles: impl IntoIterator<Item = (&'a Id, &'a [Statement])>,
) -> BTreeMap<Id, Profile> {
    let mut facts: BTreeMap<Id, Facts> = BTreeMap::new();
    for (article, statements) in articles {
        for mention in mentions(article, statements) {
            let Some(party) = mention.party else { continue };
            let party = facts.entry(party).or_default();
            party.name(&mention.name, 1);
            if mention.role == MentionRole::Speaker {
                let speaker = &statements[mention.statement].speaker;
                party.kind(speaker.kind, 1);
                party.role(speaker.role.as_deref(), 1);
                party.speaks_for(&speaker.speaks_for, 1);
            }
        }
    }
    facts.into_iter().map(|(id, facts)| (id, profile(&facts))).collect()
}
