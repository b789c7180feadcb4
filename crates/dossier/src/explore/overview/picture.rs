//! What the overview gives. Marks are thousands: their words are lent by the ledger.

use std::borrow::Cow;

use gainsay_record::Id;
use serde::Serialize;

use crate::explore::view::{ActCount, Member, Pair, Row};

/// The first and last day of a stretch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the first and last day")]
pub struct Window {
    pub first: String,
    pub last: String,
}

/// How much there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Totals {
    /// Articles read.
    pub articles: u64,
    /// Outlets that are known.
    pub outlets: u64,
    /// Statements of all acts.
    pub statements: Pair,
    /// Those that nothing can place: neither the day of saying is known nor that of publication.
    pub undated: Pair,
    /// Those asked for by acts and days that no lane shows.
    pub outside: Pair,
}

/// The overview.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Overview<'l> {
    /// From the first dated statement to the last.
    pub all: Option<Window>,
    /// What is shown of it.
    pub shown: Option<Window>,
    /// The stretch that marks are gathered by, where they are.
    pub bin: Option<String>,
    /// How much there is.
    pub counts: Totals,
    /// How much of each act.
    pub acts: Vec<ActCount>,
    /// In the order in which to draw them.
    pub lanes: Vec<Lane>,
    /// In the order of time.
    pub marks: Vec<Mark<'l>>,
    /// From answers to what they answer; of too many, those that stand for most answers.
    pub arcs: Vec<Arc>,
    /// What has no date and is never placed.
    pub undated: Undated<'l>,
    /// Who is accused most.
    pub most_accused: Vec<Accused>,
    /// Accusations that nobody answers, the last first.
    pub unanswered: Vec<Row>,
}

/// A main party with who speaks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct Lane {
    pub party: String,
    pub name: String,
    pub kind: String,
    /// What it and its members said.
    pub statements: Pair,
    /// How often it or its members are accused.
    pub accused: Pair,
    /// How many of these accusations are answered, each counted once.
    pub answered: u64,
    pub unanswered: u64,
    pub members: Vec<Member>,
}

/// An utterance, or several gathered.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct Mark<'l> {
    pub id: String,
    /// Which lane.
    pub lane: usize,
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub member: Id,
    pub speaker: &'l str,
    pub act: &'static str,
    pub first: Option<String>,
    pub last: Option<String>,
    pub precision: Option<&'static str>,
    pub basis: Option<&'static str>,
    pub reports: u64,
    pub independent: u64,
    /// In how many outlets.
    pub outlets: u64,
    /// How many utterances are gathered in it.
    pub count: u64,
    /// The first report of the first utterance.
    pub statement: String,
    pub content: Cow<'l, str>,
    pub targets: Vec<&'l str>,
    pub unanswered: bool,
}

/// Answers from one mark to another.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct Arc {
    pub from: String,
    pub to: String,
    pub kind: String,
    pub confidence: f64,
    pub count: u64,
}

/// What has no date.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "a pair and its marks")]
pub struct Undated<'l> {
    #[serde(flatten)]
    pub counts: Pair,
    pub marks: Vec<Mark<'l>>,
}

/// How often a party is accused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct Accused {
    pub party: String,
    pub name: String,
    pub kind: String,
    pub accused: Pair,
    pub answered: u64,
    pub unanswered: u64,
}
