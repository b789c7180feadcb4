//! Articles.

use crate::date::DateValue;
use crate::id::{Digest, Id};
use crate::text::{Text, TextRange};
use crate::zone::{Zone, ZoneKind};

/// One text as one outlet published it, with what it says about itself.
///
/// What the article does not say is `None` or empty; nothing is filled in from the file's name,
/// its date or the day it was collected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The path as the user gave it, or the `id` of a JSONL line.
    pub path: String,
    /// What every offset refers to.
    pub text: Text,
    /// Whether `text` is the input file itself, byte for byte. False for HTML, whose text is
    /// extracted and therefore travels with every export.
    pub text_is_input: bool,
    /// The headline.
    pub title: Option<String>,
    /// The paper, agency or site that published it.
    pub outlet: Option<String>,
    /// Who wrote it, as the byline names them.
    pub authors: Vec<String>,
    /// The place of the dateline, as written.
    pub dateline: Option<String>,
    /// ISO 639-1 code, where the text is long enough to tell.
    pub language: Option<String>,
    /// When it was published.
    pub published: Option<DateValue>,
    /// When it was collected, where the input says so. Never used as a date of the article.
    pub collected: Option<String>,
    /// Where it was published, where the input says so.
    pub url: Option<String>,
    /// Every stretch of the text that is not white space, in order.
    pub zones: Vec<Zone>,
}

impl Article {
    /// Made from the text and what the article says of itself, not from its path: the same article
    /// in another folder has the same id.
    pub fn id(&self) -> Id {
        Digest::new("article")
            .part(self.text.as_str())
            .part(self.outlet.as_deref().unwrap_or(""))
            .part(self.title.as_deref().unwrap_or(""))
            .part(self.published.as_ref().map_or("", |date| &date.value))
            .part(self.url.as_deref().unwrap_or(""))
            .id()
    }

    /// The zone that holds the byte at `offset`, if it is not white space between zones.
    pub fn zone_at(&self, offset: usize) -> Option<Zone> {
        let next = self.zones.partition_point(|zone| zone.range.end <= offset);
        self.zones.get(next).copied().filter(|zone| zone.range.contains_offset(offset))
    }

    /// The zones of one kind, in text order.
    pub fn zones_of(&self, kind: ZoneKind) -> impl Iterator<Item = TextRange> + '_ {
        self.zones.iter().filter(move |zone| zone.kind == kind).map(|zone| zone.range)
    }
}
