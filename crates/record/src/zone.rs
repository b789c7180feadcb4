//! Zones: what each stretch of an article is.

use serde::{Deserialize, Serialize};

use crate::text::TextRange;

/// What a stretch of an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ZoneKind {
    /// The article's title.
    Headline,
    /// The summary between headline and body.
    Standfirst,
    /// Who wrote it.
    Byline,
    /// Place, and often agency and day, before the first sentence ("ISLAMABAD (Reuters) -").
    Dateline,
    /// Words that belong to a picture.
    Caption,
    /// A heading inside the body.
    Subheading,
    /// The article proper.
    Body,
    /// Menus, counters, links to other articles, comment forms: nothing is taken from here.
    Clutter,
}

impl ZoneKind {
    /// The word of the contract: `headline`, `body` …
    pub fn as_str(self) -> &'static str {
        match self {
            ZoneKind::Headline => "headline",
            ZoneKind::Standfirst => "standfirst",
            ZoneKind::Byline => "byline",
            ZoneKind::Dateline => "dateline",
            ZoneKind::Caption => "caption",
            ZoneKind::Subheading => "subheading",
            ZoneKind::Body => "body",
            ZoneKind::Clutter => "clutter",
        }
    }

    /// Whether statements may be taken from such a zone.
    pub fn speaks(self) -> bool {
        matches!(
            self,
            ZoneKind::Headline
                | ZoneKind::Standfirst
                | ZoneKind::Caption
                | ZoneKind::Subheading
                | ZoneKind::Body
        )
    }
}

/// One paragraph-like stretch of an article. Zones are in text order and do not overlap; what lies
/// between them is white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Zone {
    /// What it is.
    pub kind: ZoneKind,
    /// Where it is, without white space at its ends.
    pub range: TextRange,
}
