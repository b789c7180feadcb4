//! Allegations: who asserts, denies, admits what, and since when.

mod matrix;

use gainsay_record::Id;
use serde::Serialize;

use super::ledger::NONE;
use super::view::{Date, List, Pair, Row, Who, iso, page};
use super::{Ask, Explore, Paging, Stand};
pub use matrix::{Cell, Column, Matrix, MatrixRow};

/// Statements listed on one side.
const MOST: usize = 200;

/// How a statement or party stands to an allegation, by how much it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stance {
    Asserts,
    Denies,
    Admits,
}

impl Stance {
    pub fn as_str(self) -> &'static str {
        match self {
            Stance::Asserts => "asserts",
            Stance::Denies => "denies",
            Stance::Admits => "admits in part",
        }
    }
}

/// A contested claim, with who says what of it.
#[derive(Debug, Clone)]
pub(crate) struct Allegation {
    pub id: Id,
    pub words: String,
    pub subject: Option<Named>,
    pub relation: Option<String>,
    pub object: Option<Named>,
    /// Whether a statement meets it in another way: a refusal, a counter-charge.
    pub met: bool,
    /// Statements in the order of the ledger.
    pub statements: Vec<(u32, Stance)>,
    pub asserted: Pair,
    pub denied: Pair,
    pub admitted: Pair,
    /// Allegations near it, and how.
    pub related: Vec<(Id, String)>,
    /// By party: since when, which stance, on what statements.
    pub positions: Vec<Position>,
}

/// One end of an allegation.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    pub name: String,
    pub party: u32,
}

/// Where a party stands from a date on.
#[derive(Debug, Clone)]
pub(crate) struct Position {
    pub party: u32,
    pub from: Option<gainsay_record::DateValue>,
    pub stance: String,
    pub statements: Vec<u32>,
}

/// Which allegations are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AllegationFilter {
    /// Those that this party makes, denies or is named in.
    pub party: Option<String>,
    /// `unanswered`, `denied` or `admitted`.
    pub state: Option<String>,
}

/// An allegation in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct AllegationRow {
    pub id: String,
    pub words: String,
    pub subject: Option<Who>,
    pub relation: Option<String>,
    pub object: Option<Who>,
    pub asserted: Pair,
    pub denied: Pair,
    pub admitted: Pair,
    pub unanswered: bool,
    pub first: Option<String>,
    pub last: Option<String>,
}

/// An allegation near another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "which, and why")]
pub struct Related {
    pub id: String,
    pub words: String,
    pub why: String,
}

/// An allegation's page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AllegationPage {
    /// The allegation.
    #[serde(flatten)]
    pub row: AllegationRow,
    /// Parties by time.
    pub matrix: Matrix,
    /// Those that put it forward, by time.
    #[serde(rename = "for")]
    pub asserting: Vec<Row>,
    /// Those that deny it.
    pub against: Vec<Row>,
    /// Those that admit a part.
    pub in_part: Vec<Row>,
    /// Its neighbours.
    pub related: Vec<Related>,
}

/// An allegation by its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "which")]
pub struct AllegationName {
    pub id: String,
    pub words: String,
}

/// Where a party stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct PositionView {
    pub allegation: AllegationName,
    pub from: Option<Date>,
    pub stance: String,
    pub statements: Vec<String>,
}

impl Explore<'_> {
    /// Allegations, those with most independent assertions first.
    ///
    /// # Errors
    /// If the page before is not of this view.
    pub fn allegations(
        &self,
        asked: &AllegationFilter,
        paging: &Paging,
    ) -> Ask<List<AllegationRow>> {
        let known = &self.ledger.allegations;
        let party = asked.party.as_ref().map(|id| self.ledger.party_called(id).unwrap_or(NONE));
        let concerns = |allegation: &Allegation| {
            party.is_none_or(|party| {
                let is = |end: &Option<Named>| end.as_ref().is_some_and(|end| end.party == party);
                let says = |at: u32| self.ledger.sides.of(at as usize).contains(&party);
                party != NONE
                    && (is(&allegation.subject)
                        || is(&allegation.object)
                        || allegation.statements.iter().any(|&(at, _)| says(at)))
            })
        };
        let is_asked = |&&at: &&u32| {
            let allegation = &known[at as usize];
            let is_so = match asked.state.as_deref() {
                Some("unanswered") => allegation.is_unanswered(),
                Some("denied") => allegation.denied.reports > 0,
                Some("admitted") => allegation.admitted.reports > 0,
                _ => true,
            };
            is_so && concerns(allegation)
        };
        let all: Vec<u32> =
            self.ledger.allegations_by_assertions().iter().filter(is_asked).copied().collect();
        page(
            &all,
            (paging.after.as_deref(), paging.limit),
            |id| self.ledger.allegation_called(id),
            |at| known[at as usize].id.to_string(),
            |at| Ok(self.allegation_row(&known[at as usize])),
        )
    }

    /// One allegation; none where there is no such.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn allegation(&self, id: &str) -> Ask<Option<AllegationPage>> {
        let known = &self.ledger.allegations;
        let Some(at) = self.ledger.allegation_called(id) else { return Ok(None) };
        let allegation = &known[at as usize];
        let side = |stance: Stance| -> Ask<Vec<Row>> {
            let mut of = with(allegation, stance);
            of.truncate(MOST);
            Ok(self.rows(&of).map_err(|e| self.dossier.error(e))?)
        };
        let related = allegation.related.iter().filter_map(|(id, why)| {
            let other = known.binary_search_by_key(id, |other| other.id).ok()?;
            let other = &known[other];
            Some(Related { id: id.to_string(), words: other.words.clone(), why: why.clone() })
        });
        Ok(Some(AllegationPage {
            row: self.allegation_row(allegation),
            matrix: self.matrix(allegation),
            asserting: side(Stance::Asserts)?,
            against: side(Stance::Denies)?,
            in_part: side(Stance::Admits)?,
            related: related.collect(),
        }))
    }

    fn allegation_row(&self, of: &Allegation) -> AllegationRow {
        let ledger = self.ledger;
        let who = |end: &Option<Named>| {
            end.as_ref().map(|end| match end.party {
                NONE => Who { party: None, name: end.name.clone(), kind: "unknown".to_owned() },
                party => ledger.who(party),
            })
        };
        let days = of.statements.iter().filter_map(|&(at, _)| ledger.days_of(at as usize));
        AllegationRow {
            id: of.id.to_string(),
            words: of.words.clone(),
            subject: who(&of.subject),
            relation: of.relation.clone(),
            object: who(&of.object),
            asserted: of.asserted,
            denied: of.denied,
            admitted: of.admitted,
            unanswered: of.is_unanswered(),
            first: iso(days.clone().map(|(first, _)| first).min()),
            last: iso(days.map(|(_, last)| last).max()),
        }
    }

    /// How a statement stands to allegations.
    pub(in crate::explore) fn stands(&self, at: u32) -> Vec<Stand> {
        let stand = |allegation: &Allegation| {
            let stance = allegation.statements.iter().find(|(other, _)| *other == at)?.1;
            Some(Stand {
                id: allegation.id.to_string(),
                words: allegation.words.clone(),
                stance: stance.as_str().to_owned(),
            })
        };
        self.ledger.allegations.iter().filter_map(stand).collect()
    }

    /// Where a party and who speaks for it stand.
    pub(in crate::explore) fn positions(&self, party: u32) -> Vec<PositionView> {
        let view = |allegation: &Allegation, position: &Position| PositionView {
            allegation: AllegationName {
                id: allegation.id.to_string(),
                words: allegation.words.clone(),
            },
            from: position.from.as_ref().and_then(Date::new),
            stance: position.stance.clone(),
            statements: position.statements.iter().map(|&at| self.ledger.id(at)).collect(),
        };
        let of = |allegation: &Allegation| {
            let own = allegation.positions.iter().filter(|position| position.party == party);
            own.map(|position| view(allegation, position)).collect::<Vec<_>>()
        };
        self.ledger.allegations.iter().flat_map(of).collect()
    }
}

impl Allegation {
    /// Whether nothing at all was said to it.
    fn is_unanswered(&self) -> bool {
        self.denied.reports + self.admitted.reports == 0 && !self.met
    }
}

fn with(of: &Allegation, stance: Stance) -> Vec<u32> {
    of.statements.iter().filter(|(_, other)| *other == stance).map(|&(at, _)| at).collect()
}
