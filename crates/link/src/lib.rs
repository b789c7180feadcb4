//! Across articles: which names mean the same party, and what the articles together say of it.
//!
//! Everything here is a pure function of statements: no input, no output, no clock, and the same
//! result in whatever order the articles come. It is also incremental: adding an article looks at
//! what shares a name, a word or a run of words with it, and at nothing else. [`parties`] says
//! which names are one party, [`incremental`] how copies, stories and echoes are found in pairs, and
//! [`dates`] what they tell of articles without a date.
//!
//! ```text
//! statements of one article ─ mentions() ─▶ its parties, each with its form   (that article alone)
//! forms under one key ─ links() ─▶ parties ─ profile() ─▶ name, kind, roles … (a sum over articles)
//! texts, topics, statements ─ keys() ─▶ candidates ─ judge() ─▶ links ─▶ copies, stories, echoes
//! ```
//!
//! # Whom a name means
//!
//! * Names with the same [`key`] are one party in all articles: letter case, diacritics,
//!   apostrophes, full stops, hyphens and a leading "the" make no difference; nor do titles, the
//!   many words for one government, or the order of "Ministry of Trade".
//! * Someone without a name ("unnamed military official", "a resident") is a party of that one
//!   article. Two articles' unnamed officials are never taken for one person.
//! * A collective ("US officials") is one party across articles only where the text says for whom
//!   it speaks; "analysts" are those of one article.
//! * What else may be one, and what never is, [`parties`] says. A link between names is drawn from
//!   the names that are there, and undone when an article comes that makes it doubtful: a second
//!   Dorn takes from the first whatever was said by "Dorn" alone. So a dossier never holds two
//!   people in one without the means to part them.
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
pub mod parties;
mod place;
pub mod positions;
pub mod prints;
mod profile;
pub mod stories;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use gainsay_record::{Id, Statement};

pub use identity::{Mention, MentionRole, Named, mentions};
pub use index::Index;
pub use name::key;
pub use place::{Day, Place, day, iso};
pub use prints::VERSION;
pub use profile::{Facts, Profile, RoleHeld, profile};

use parties::{Candidate, NameForm, group};

/// Every party of a set of articles (id, text, statements), by id: the whole of this crate's work
/// on parties in one call. A dossier gets the same by adding facts article by article.
pub fn all_parties<'a>(
    articles: impl IntoIterator<Item = (&'a Id, &'a str, &'a [Statement])>,
) -> BTreeMap<Id, Profile> {
    let mut forms: BTreeMap<NameForm, (BTreeSet<String>, BTreeSet<String>)> = BTreeMap::new();
    let mut read = Vec::new();
    for (article, text, statements) in articles {
        let named = mentions(article, text, statements);
        for party in &named.parties {
            let (aliases, homes) = forms.entry(party.form.clone()).or_default();
            aliases.extend(party.aliases.iter().cloned());
            homes.extend(party.homes.iter().cloned());
        }
        read.push((named, statements));
    }
    let candidates: Vec<Candidate> = forms
        .into_iter()
        .map(|(form, (aliases, homes))| Candidate { form, aliases, homes, known: None })
        .collect();
    let ids: BTreeMap<NameForm, Id> =
        candidates.iter().map(|c| c.form.clone()).zip(group(&candidates)).collect();
    let mut facts: BTreeMap<Id, Facts> = BTreeMap::new();
    for (named, statements) in &read {
        let id = |mention: &Mention| mention.party.map(|at| ids[&named.parties[at].form]);
        for mention in &named.mentions {
            let Some(party) = id(mention) else { continue };
            let party = facts.entry(party).or_default();
            party.name(&mention.name, 1);
            if mention.role == MentionRole::Speaker {
                let speaker = &statements[mention.statement].speaker;
                party.kind(speaker.kind, 1);
                party.role(speaker.role.as_deref(), 1);
                let chain: Vec<Id> = named
                    .mentions
                    .iter()
                    .filter(|m| m.statement == mention.statement)
                    .filter(|m| m.role == MentionRole::SpeaksFor)
                    .filter_map(id)
                    .collect();
                party.speaks_for(&chain, 1);
            }
        }
    }
    facts
        .into_iter()
        .map(|(id, facts)| {
            let profile = profile(&id, &facts);
            (id, profile)
        })
        .collect()
}
