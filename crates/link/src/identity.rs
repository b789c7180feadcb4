//! Who a name means: the same name in two articles, the same party or not.

use std::collections::BTreeSet;

use gainsay_record::{Id, Resolution, Sourcing, Speaker, SpeakerKind, Statement};

use crate::name::key;
use crate::parties::{Class, Local, Name, acronyms, appositions, local};

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
    /// Which of the article's parties that is, or none where the name says nothing (`unknown`).
    pub party: Option<usize>,
}

/// Whom the statements of one article name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// Every name, in the order of the statements.
    pub mentions: Vec<Mention>,
    /// The parties they mean, as this article alone shows them.
    pub parties: Vec<Local>,
}

/// Every name in the statements of one article, and which of them mean the same party. The text is
/// read for the acronyms that it explains.
pub fn mentions(article: &Id, text: &str, statements: &[Statement]) -> Named {
    let own = own_names(statements);
    let mut mentions: Vec<Mention> = Vec::new();
    let mut names: Vec<Name<'_>> = Vec::new();
    for (statement, of) in statements.iter().enumerate() {
        let mut add = |role, part, text, class, home| {
            // An institution or country is the same in every article, whoever speaks for it.
            let own =
                role != MentionRole::SpeaksFor && key(text).is_some_and(|key| own.contains(&key));
            names.push(Name { text, class, home, own });
            mentions.push(Mention { statement, role, part, name: text.to_owned(), party: None });
        };
        let speaker = &of.speaker;
        let home = home(&speaker.speaks_for);
        add(MentionRole::Speaker, 0, &speaker.name, Class::from(speaker.kind), home);
        let last = speaker.speaks_for.len().saturating_sub(1);
        for (part, name) in speaker.speaks_for.iter().enumerate() {
            let home = home.filter(|_| part < last);
            add(MentionRole::SpeaksFor, part, name, Class::Body, home);
        }
        for (part, via) in of.via.iter().enumerate() {
            add(MentionRole::Via, part, &via.name, Class::Unknown, None);
        }
        for (part, target) in of.targets.iter().enumerate() {
            add(MentionRole::Target, part, &target.name, Class::Unknown, None);
        }
        if let Some(addressee) = &of.addressee {
            add(MentionRole::Addressee, 0, &addressee.name, Class::Unknown, None);
        }
    }
    names.retain(|name| name.text != Speaker::UNKNOWN);
    let mut explained = acronyms(text);
    explained.extend(appositions(text));
    // "Kenya's spy agency, the Harbour Bureau (HB)" explains both names at once.
    let chained: Vec<(String, String)> = explained
        .iter()
        .flat_map(|(one, name)| {
            let further = explained.iter().filter(move |(other, _)| other == name);
            further.map(move |(_, acronym)| (one.clone(), acronym.clone()))
        })
        .collect();
    explained.extend(chained);
    let (parties, found) = local(article, &names, &explained);
    let named = mentions.iter_mut().filter(|mention| mention.name != Speaker::UNKNOWN);
    for (mention, party) in named.zip(found) {
        mention.party = party;
    }
    Named { mentions, parties }
}

/// The country at the end of a chain: one that is known, or whatever an institution speaks for.
fn home(chain: &[String]) -> Option<&str> {
    let last = chain.last()?;
    let known = || key(last).and_then(|key| gainsay_countries::find(&key)).is_some();
    (chain.len() > 1 || known()).then_some(last)
}

/// The keys of the speakers who are somebody in this article only.
fn own_names(statements: &[Statement]) -> BTreeSet<String> {
    statements
        .iter()
        .filter(|statement| is_own(statement))
        .filter_map(|statement| key(&statement.speaker.name))
        .collect()
}

fn is_own(statement: &Statement) -> bool {
    let Statement { speaker, sourcing, .. } = statement;
    // Whom a person put right is whoever bears that name.
    if speaker.resolved_from == Resolution::Corrected {
        return false;
    }
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
