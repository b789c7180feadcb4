//! What a query says, as a tree.

use gainsay_record::{Act, Form, Id, Mode, Sourcing, ZoneKind};

use crate::period::Period;

/// Which statements are wanted.
///
/// Trees are made by [`Query::and`], [`Query::or`] and [`Query::not`] so that each has one shape:
/// no list within a list of the same kind, none of a single part, nothing negated twice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Query {
    /// Every statement.
    #[default]
    All,
    /// Those of which all of these hold.
    And(Vec<Query>),
    /// Those of which one of these holds.
    Or(Vec<Query>),
    /// Those of which this does not hold.
    Not(Box<Query>),
    /// Those of which this one thing holds.
    Is(Term),
}

impl Query {
    /// All of these.
    pub fn and(parts: impl IntoIterator<Item = Query>) -> Query {
        let mut all = Vec::new();
        for part in parts {
            match part {
                Query::All => {}
                Query::And(parts) => all.extend(parts),
                part => all.push(part),
            }
        }
        match all.len() {
            0 => Query::All,
            1 => all.remove(0),
            _ => Query::And(all),
        }
    }

    /// One of these. Of none it would be nothing; there must be one at least, or it is
    /// [`Query::All`].
    pub fn or(parts: impl IntoIterator<Item = Query>) -> Query {
        let mut any = Vec::new();
        for part in parts {
            match part {
                Query::All => return Query::All,
                Query::Or(parts) => any.extend(parts),
                part => any.push(part),
            }
        }
        match any.len() {
            0 => Query::All,
            1 => any.remove(0),
            _ => Query::Or(any),
        }
    }

    /// Not this.
    #[allow(clippy::should_implement_trait, reason = "a tree is made here, nothing computed")]
    pub fn not(part: Query) -> Query {
        match part {
            Query::Not(part) => *part,
            part => Query::Not(Box::new(part)),
        }
    }

    /// Every term, in the order written, and whether it counts for or against a statement.
    pub fn terms(&self) -> Vec<(&Term, bool)> {
        fn walk<'a>(query: &'a Query, wanted: bool, found: &mut Vec<(&'a Term, bool)>) {
            match query {
                Query::All => {}
                Query::And(parts) | Query::Or(parts) => {
                    parts.iter().for_each(|part| walk(part, wanted, found));
                }
                Query::Not(part) => walk(part, !wanted, found),
                Query::Is(term) => found.push((term, wanted)),
            }
        }
        let mut found = Vec::new();
        walk(self, true, &mut found);
        found
    }
}

impl From<Term> for Query {
    fn from(term: Term) -> Query {
        Query::Is(term)
    }
}

/// One thing that may hold of a statement. Of several values one is enough; there is always one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// Words in its source or its content.
    Text(Words),
    /// Words in its content, or the name of whom it is aimed at.
    About(Vec<Words>),
    /// A party in some role.
    Party(Role, Vec<Name>),
    /// Its act.
    Act(Vec<Act>),
    /// Its form.
    Form(Vec<Form>),
    /// Its mode.
    Mode(Vec<Mode>),
    /// Its sourcing.
    Sourcing(Vec<Sourcing>),
    /// The zone it stands in.
    Zone(Vec<ZoneKind>),
    /// The outlet that printed it.
    Outlet(Vec<Outlet>),
    /// The article it stands in.
    Article(Vec<Id>),
    /// When it was said.
    Said(Vec<When>),
    /// When it was published.
    Published(Vec<When>),
    /// Said on the first day of this or later; published, where nobody knows when it was said.
    After(Period),
    /// Said before the first day of this; published, where nobody knows when it was said.
    Before(Period),
}

/// What a party is to a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Who said it.
    By,
    /// Whom it is aimed at.
    Target,
    /// To whom it was said.
    To,
    /// Through whom it came.
    Via,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 4] = [Role::By, Role::Target, Role::To, Role::Via];

    /// The name of the field.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::By => "by",
            Role::Target => "target",
            Role::To => "to",
            Role::Via => "via",
        }
    }
}

/// Which party is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// One with these words in a name of its own, or one that speaks for such a party.
    Like(Words),
    /// One with exactly this name, and nobody who speaks for it.
    Exactly(Words),
    /// The one with this id, or one that speaks for it.
    Id(Id),
    /// The one with this id alone.
    ExactlyId(Id),
    /// That it cannot be told.
    Unknown,
}

/// Which outlet is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outlet {
    /// One with these words in its name.
    Like(Words),
    /// One with exactly this name.
    Exactly(Words),
    /// That the article does not say.
    Unknown,
}

/// When.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// That nobody knows.
    Unknown,
    /// From the first day of one to the last day of the other; open where there is none. One of
    /// them is there.
    Between(Option<Period>, Option<Period>),
}

/// One word, or several in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    text: String,
    prefix: bool,
}

impl Words {
    /// Words, with `prefix` where the last one need only begin so. White space, control characters
    /// and quotation marks (`"`, `“`, `”`) part words and are not kept. `None` where there is no
    /// letter and no digit.
    pub fn new(text: &str, prefix: bool) -> Option<Words> {
        let parts = text.split(|c: char| c.is_whitespace() || c.is_control() || is_quote(c));
        let text = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        text.chars().any(char::is_alphanumeric).then_some(Words { text, prefix })
    }

    /// The words, with single spaces between them.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the last word need only begin so.
    pub fn prefix(&self) -> bool {
        self.prefix
    }
}

pub(crate) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”')
}

/// What stands before a colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// `by:`, `target:`, `to:`, `via:`
    Party(Role),
    /// `about:`
    About,
    /// `act:`
    Act,
    /// `form:`
    Form,
    /// `mode:`
    Mode,
    /// `sourcing:`
    Sourcing,
    /// `zone:`
    Zone,
    /// `in:`
    In,
    /// `article:`
    Article,
    /// `said:`
    Said,
    /// `published:`
    Published,
    /// `after:`
    After,
    /// `before:`
    Before,
}

impl Field {
    /// Every field, in the order in which they are listed to the user.
    pub const ALL: [Field; 16] = [
        Field::Party(Role::By),
        Field::Party(Role::Target),
        Field::Party(Role::To),
        Field::Party(Role::Via),
        Field::About,
        Field::Act,
        Field::Form,
        Field::Mode,
        Field::Sourcing,
        Field::Zone,
        Field::In,
        Field::Article,
        Field::Said,
        Field::Published,
        Field::After,
        Field::Before,
    ];

    /// What is written before the colon.
    pub fn as_str(self) -> &'static str {
        match self {
            Field::Party(role) => role.as_str(),
            Field::About => "about",
            Field::Act => "act",
            Field::Form => "form",
            Field::Mode => "mode",
            Field::Sourcing => "sourcing",
            Field::Zone => "zone",
            Field::In => "in",
            Field::Article => "article",
            Field::Said => "said",
            Field::Published => "published",
            Field::After => "after",
            Field::Before => "before",
        }
    }
}
