//! Parties by time: who asserts, denies, admits an allegation, and who is silent since.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Allegation, Stance};
use crate::explore::Explore;
use crate::explore::days::{self, Day, Unit};
use crate::explore::ledger::NONE;
use crate::explore::view::Who;

/// Columns at most.
const MOST_COLUMNS: i64 = 24;

/// Statements by column; none where nobody knows when they were made.
type ByColumn = BTreeMap<Option<usize>, Vec<(u32, Stance)>>;

/// A stretch of time in the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the first and last day, and what to write over them")]
pub struct Column {
    pub first: String,
    pub last: String,
    pub label: String,
}

/// What a party says in a stretch of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Cell {
    /// `asserts`, `denies`, `admits in part`, or `silent` after it had spoken.
    pub stance: String,
    /// The statements that say it.
    pub statements: Vec<String>,
}

/// A party's row of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MatrixRow {
    /// Who.
    pub party: Who,
    /// One for each column; none before it first spoke.
    pub cells: Vec<Option<Cell>>,
    /// What it said without a date.
    pub undated: Option<Cell>,
}

/// Parties by time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "columns and rows")]
pub struct Matrix {
    pub unit: String,
    pub columns: Vec<Column>,
    pub rows: Vec<MatrixRow>,
}

impl Explore<'_> {
    pub(super) fn matrix(&self, of: &Allegation) -> Matrix {
        let ledger = self.ledger;
        let days: Vec<(Day, Day)> =
            of.statements.iter().filter_map(|&(at, _)| ledger.days_of(at as usize)).collect();
        let first = days.iter().map(|&(first, _)| first).min().unwrap_or(0);
        let last = days.iter().map(|&(first, _)| first).max().unwrap_or(-1);
        let unit = Unit::for_days(i64::from(last) - i64::from(first) + 1, MOST_COLUMNS);
        let mut starts = Vec::new();
        let mut day = first;
        while day <= last {
            let (start, end) = unit.around(day);
            starts.push((start, end));
            day = end + 1;
        }
        let mut said: BTreeMap<u32, ByColumn> = BTreeMap::new();
        for &(at, stance) in &of.statements {
            let column = ledger.days_of(at as usize).and_then(|(day, _)| {
                starts.iter().position(|&(start, end)| start <= day && day <= end)
            });
            let party = ledger.entries[at as usize].party;
            let lane = if party == NONE { NONE } else { ledger.lane_of(party) };
            said.entry(lane).or_default().entry(column).or_default().push((at, stance));
        }
        let cell = |of: &Vec<(u32, Stance)>| {
            // What is said later, and then what says more, holds for the whole stretch.
            let stance =
                of.iter().max_by_key(|&&(at, stance)| (ledger.days_of(at as usize), stance));
            Cell {
                stance: stance.map_or("silent", |(_, stance)| stance.as_str()).to_owned(),
                statements: of.iter().map(|&(at, _)| ledger.id(at)).collect(),
            }
        };
        let rows = said.into_iter().map(|(party, by_column)| {
            let mut spoke = false;
            let cells = (0..starts.len()).map(|column| match by_column.get(&Some(column)) {
                Some(of) => {
                    spoke = true;
                    Some(cell(of))
                }
                None if spoke => Some(Cell { stance: "silent".to_owned(), statements: Vec::new() }),
                None => None,
            });
            MatrixRow {
                cells: cells.collect(),
                undated: by_column.get(&None).map(cell),
                party: ledger.who(party),
            }
        });
        Matrix {
            unit: unit.as_str().to_owned(),
            columns: starts
                .iter()
                .map(|&(start, end)| Column {
                    first: days::iso(start),
                    last: days::iso(end),
                    label: unit.label(start),
                })
                .collect(),
            rows: rows.collect(),
        }
    }
}
