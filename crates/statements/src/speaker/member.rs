//! Who can speak, and where they are named.

use gainsay_record::{SpeakerKind, TextRange, ZoneKind};

use crate::doc::Doc;
use crate::speaker::Gender;
use crate::speaker::phrase::{Head, Phrase};

/// Somebody or something that can speak.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub name: String,
    pub kind: SpeakerKind,
    pub head: Head,
    pub named: bool,
    pub role: Option<String>,
    pub role_words: Vec<String>,
    pub organization: Option<String>,
    pub country: Option<String>,
    pub gender: Gender,
}

/// A place where a member of the cast is named.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mention {
    pub range: TextRange,
    pub member: usize,
    pub sentence: usize,
    /// Whether it stands where subjects stand.
    pub subject: bool,
    pub quoted: bool,
    /// After "in", "at": more likely a place than a person.
    pub place: bool,
}

/// Whether a place is a heading or the first paragraph: there a description comes first, the name
/// later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lead {
    Heading,
    Opening,
    No,
}

pub(crate) fn is_lead(doc: &Doc, at: usize) -> Lead {
    let Some(here) = doc.paragraph_at(at) else { return Lead::No };
    if doc.paragraphs[here].kind != ZoneKind::Body {
        return Lead::Heading;
    }
    let first = doc.paragraphs.iter().position(|p| p.kind == ZoneKind::Body);
    if first == Some(here) { Lead::Opening } else { Lead::No }
}

pub(super) fn new_member(phrase: &Phrase, kind: SpeakerKind, head: Head, named: bool) -> Member {
    Member {
        name: phrase.name.clone(),
        kind,
        head,
        named,
        role: phrase.role.clone(),
        role_words: phrase.role_words.clone(),
        organization: phrase.organization.clone(),
        country: phrase.country.clone(),
        gender: phrase.gender,
    }
}
