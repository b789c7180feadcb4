//! Names, roles and pronouns in a text, and whom they mean.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// A place in an article where somebody or something is named, described by a role, or meant by a
/// pronoun: what `extract --with mentions` prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// What is named.
    pub kind: MentionKind,
    /// The name of whom it means, the fullest that the article gives; `None` where the text does
    /// not tell safely.
    pub party: Option<String>,
}

/// What a mention names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MentionKind {
    /// A person, by name.
    Person,
    /// An institution, company, party, court, paper, union.
    Organization,
    /// A state, which stands for its government, or its adjective ("Verran").
    Government,
    /// A place: a city, region, building; a state where something happens in it.
    Place,
    /// A people, a religious or political grouping, an armed group.
    Group,
    /// A title or office, without the name.
    Role,
    /// A personal pronoun.
    Pronoun,
}
