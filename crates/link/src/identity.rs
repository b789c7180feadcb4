//! Who a name means: the same name in two articles, the same party or not.

use std::collections::BTreeSet;

use gainsay_record::{Digest, Id, Resolution, Sourcing, Speaker, SpeakerKind, Statement};

use crate::name::key;

/// As what a statement names a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionRole {
    /// Who said it.
    Speaker,
    /// Whom the speaker speaks for.
    SpeaksFor,
    /// Through whom it came.
    Via,
    /// Whom the act is aimed at.
    Target,
    /// To whom it was said.
    Addressee,
}

impl MentionRole {
    /// The word used for it in a dossier.
    pub fn as_str(self) -> &'static str {
        match self {
            MentionRole::Speaker => "speaker",
            MentionRole::SpeaksFor => "speaks for",
            MentionRole::Via => "via",
            MentionRole::Target => "target",
            MentionRole::Addressee => "addressee",
        }
    }
}

/// One party named by one statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Which of the statements handed in.
    pub statement: usize,
    /// As what.
    pub role: MentionRole,
    /// Which of several (the second target, the first link of the chain), from 0.
    pub part: usize,
    /// The name as this article's statements have it.
    pub name: String,
    /// Who that is, or none where the name says nothing (`unknown`).
    pub party: Option<Id>,
}

/// The id of the party that goes by this name in every article, or `None` where the name says
/// nothing.
pub fn party_id(name: &str) -> Option<Id> {
    (name != Speaker::UNKNOWN).then(|| key(name)).flatten().map(|key| global(&key))
}

/// Every name in the statements of one article, in the order of the statements, and the party that
/// it means.
pub fn mentions(article: &Id, statements: &[Statement]) -> Vec<Mention> {
    let local = local_names(statements);
    let mut found = Vec::new();
    for (statement, of) in statements.iter().enumerate() {
        let mut add = |role, part, name: &str| {
            // An institution or country is the same in every article, whoever speaks for it.
            let is_local = |key: &str| role != MentionRole::SpeaksFor && local.contains(key);
            let party = key(name)
                .filter(|_| name != Speaker::UNKNOWN)
                .map(|key| if is_local(&key) { in_article(article, &key) } else { global(&key) });
            found.push(Mention { statement, role, part, name: name.to_owned(), party });
        };
        add(MentionRole::Speaker, 0, &of.speaker.name);
        for (part, name) in of.speaker.speaks_for.iter().enumerate() {
            add(MentionRole::SpeaksFor, part, name);
        }
        for (part, via) in of.via.iter().enumerate() {
            add(MentionRole::Via, part, &via.name);
        }
        for (part, target) in of.targets.iter().enumerate() {
            add(MentionRole::Target, part, &target.name);
        }
        if let Some(addressee) = &of.addressee {
            add(MentionRole::Addressee, 0, &addressee.name);
        }
    }
    found
}

/// The keys of the speakers who are somebody in this article only.
fn local_names(statements: &[Statement]) -> BTreeSet<String> {
    statements
        .iter()
        .filter(|statement| is_local(statement))
        .filter_map(|statement| key(&statement.speaker.name))
        .collect()
}

fn is_local(statement: &Statement) -> bool {
    let Statement { speaker, sourcing, .. } = statement;
    let described = speaker.resolved_from == Resolution::Description;
    match speaker.kind {
        // "An official" may be resolved to the ministry that speaks through him. The ministry is
        // the same everywhere.
        SpeakerKind::Organization | SpeakerKind::Government => false,
        // "A poll", "a leaked memo" have no name; "the Harrow Report" has.
        SpeakerKind::Document => described,
        SpeakerKind::Person | SpeakerKind::Group | SpeakerKind::Unknown => match sourcing {
            Sourcing::Unnamed => true,
            // "US officials" are somebody's; "analysts" are this article's.
            Sourcing::Collective => speaker.speaks_for.is_empty(),
            _ => described,
        },
    }
}

fn global(key: &str) -> Id {
    Digest::new("party").part(key).id()
}

fn in_article(article: &Id, key: &str) -> Id {
    Digest::new("party").part(key).part(&article.0).id()
}
