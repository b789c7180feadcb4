//! Dates with their precision and the ground they stand on.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// A date as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DateValue {
    /// ISO 8601, as long as the precision goes: `2011-09-26`, `2011-W38`, `2011-09`, `2011`.
    pub value: String,
    /// How much of the calendar the value pins down.
    pub precision: Precision,
    /// What the value was taken from.
    pub basis: Basis,
    /// The words it was read from, where there are such in the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// How exactly a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// To the day.
    Day,
    /// To the week.
    Week,
    /// To the month.
    Month,
    /// To the year.
    Year,
    /// Not at all.
    Unknown,
}

/// What a date was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The article's own words say it: a date line or a stamp.
    Text,
    /// The page's metadata say it (JSON-LD, OpenGraph, `<meta>`, `<time>`).
    Metadata,
    /// Whoever handed the article over said it (a JSONL field).
    Input,
    /// A temporal expression near the cue ("on Tuesday").
    Expression,
    /// The publication date stands in, and the record says so.
    Published,
    /// Other articles say it: never what an article says of itself.
    Inferred,
    /// A person said so.
    Corrected,
}

impl Precision {
    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Precision::Day => "day",
            Precision::Week => "week",
            Precision::Month => "month",
            Precision::Year => "year",
            Precision::Unknown => "unknown",
        }
    }
}

impl Basis {
    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Basis::Text => "text",
            Basis::Metadata => "metadata",
            Basis::Input => "input",
            Basis::Expression => "expression",
            Basis::Published => "published",
            Basis::Inferred => "inferred",
            Basis::Corrected => "corrected",
        }
    }
}
