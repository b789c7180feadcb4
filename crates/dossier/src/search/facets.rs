//! How many statements of each kind.

use std::collections::HashMap;

use gainsay_query::{Name, Outlet, Period, Query, Role, Term, When, Words, year};
use gainsay_record::{Act, Form, Mode, Sourcing, ZoneKind};
use rusqlite::types::ValueRef;
use rusqlite::{OptionalExtension, params_from_iter};

use super::condition::Condition;
use super::{Search, UNDATED};
use crate::Dossier;
use crate::decode::{bad, word};

/// By what statements are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Who speaks.
    Party,
    /// The act.
    Act,
    /// The form.
    Form,
    /// The mode.
    Mode,
    /// The sourcing.
    Sourcing,
    /// The zone.
    Zone,
    /// The outlet.
    Outlet,
    /// The year said, where it is certain.
    Year,
}

/// How many statements have one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCount {
    /// The id of a party, a word of the record, the name of an outlet, a year; none: unknown.
    pub value: Option<String>,
    /// What it is called; none where it is unknown.
    pub name: Option<String>,
    /// How many statements, as reports.
    pub reports: u64,
}

impl Facet {
    /// Every facet.
    pub const ALL: [Facet; 8] = [
        Facet::Party,
        Facet::Act,
        Facet::Form,
        Facet::Mode,
        Facet::Sourcing,
        Facet::Zone,
        Facet::Outlet,
        Facet::Year,
    ];

    /// What finds the statements that are counted under one of these values (`None`: unknown).
    /// `None` where a value is none of this facet.
    pub fn query(self, values: &[Option<&str>]) -> Option<Query> {
        let known = || values.iter().map(|value| value.as_deref());
        fn words<'a, T: serde::de::DeserializeOwned>(
            all: impl Iterator<Item = Option<&'a str>>,
        ) -> Option<Vec<T>> {
            all.map(|value| word(value?).ok()).collect()
        }
        if values.is_empty() {
            return None;
        }
        Some(Query::Is(match self {
            Facet::Party => Term::Party(
                Role::By,
                known()
                    .map(|id| {
                        id.map_or(Some(Name::Unknown), |id| Some(Name::ExactlyId(id.parse().ok()?)))
                    })
                    .collect::<Option<_>>()?,
            ),
            Facet::Act => Term::Act(words::<Act>(known())?),
            Facet::Form => Term::Form(words::<Form>(known())?),
            Facet::Mode => Term::Mode(words::<Mode>(known())?),
            Facet::Sourcing => Term::Sourcing(words::<Sourcing>(known())?),
            Facet::Zone => Term::Zone(words::<ZoneKind>(known())?),
            Facet::Outlet => Term::Outlet(
                known()
                    .map(|name| match name {
                        None => Some(Outlet::Unknown),
                        Some(name) => Words::new(name, false).map(Outlet::Exactly),
                    })
                    .collect::<Option<_>>()?,
            ),
            Facet::Year => Term::Said(
                known()
                    .map(|value| match value {
                        None => Some(When::Unknown),
                        Some(value) => Period::parse(value)
                            .map(|year| When::Between(Some(year.clone()), Some(year))),
                    })
                    .collect::<Option<_>>()?,
            ),
        }))
    }

    fn column(self) -> &'static str {
        match self {
            Facet::Party => "party",
            Facet::Act => "act",
            Facet::Form => "form",
            Facet::Mode => "mode",
            Facet::Sourcing => "sourcing",
            Facet::Zone => "zone",
            Facet::Outlet => "outlet",
            Facet::Year => "said_from, said_to",
        }
    }
}

pub(super) fn read(
    dossier: &Dossier,
    search: &Search,
    facets: &[Facet],
) -> rusqlite::Result<Vec<Vec<FacetCount>>> {
    let mut counted: Vec<Vec<FacetCount>> = vec![Vec::new(); facets.len()];
    let is_picked = |facet: Facet| search.picked.iter().any(|(of, _)| *of == facet);
    // Those of which nothing is picked are counted in one walk, each of the others in one of its
    // own.
    let (alone, together): (Vec<usize>, Vec<usize>) =
        (0..facets.len()).partition(|&at| is_picked(facets[at]));
    let walks = alone.into_iter().map(|at| vec![at]).chain([together]);
    for walk in walks.filter(|walk| !walk.is_empty()) {
        let of: Vec<Facet> = walk.iter().map(|&at| facets[at]).collect();
        let query = search.without(Some(of[0]).filter(|&facet| is_picked(facet)));
        for (at, counts) in walk.into_iter().zip(count(dossier, &query, &of)?) {
            counted[at] = named(dossier, facets[at], counts)?;
        }
    }
    Ok(counted)
}

/// A value, or none where it is unknown, and how many statements have it.
type Count = (Option<String>, u64);

/// So many values are looked through one by one.
const FEW: usize = 12;

/// Values in the order in which they were met, with their counts.
#[derive(Default)]
struct Tally {
    places: HashMap<Vec<u8>, usize>,
    counts: Vec<Count>,
    unknown: u64,
}

impl Tally {
    /// Counts a value; none is unknown.
    fn add(&mut self, value: Option<&[u8]>) -> rusqlite::Result<()> {
        let Some(value) = value else {
            self.unknown += 1;
            return Ok(());
        };
        // Of few values the right one is found sooner by looking than by hashing.
        let place = if self.counts.len() <= FEW {
            let same = |(known, _): &Count| known.as_deref().map(str::as_bytes) == Some(value);
            self.counts.iter().position(same)
        } else {
            self.places.get(value).copied()
        };
        let place = match place {
            Some(place) => place,
            None => {
                let text = std::str::from_utf8(value).map_err(|e| bad(e.to_string()))?;
                self.places.insert(value.to_vec(), self.counts.len());
                self.counts.push((Some(text.to_owned()), 0));
                self.counts.len() - 1
            }
        };
        self.counts[place].1 += 1;
        Ok(())
    }

    fn finish(mut self) -> Vec<Count> {
        if self.unknown > 0 {
            self.counts.push((None, self.unknown));
        }
        self.counts
    }
}

fn count(dossier: &Dossier, query: &Query, facets: &[Facet]) -> rusqlite::Result<Vec<Vec<Count>>> {
    let condition = Condition::of(&dossier.conn, query)?;
    let columns: Vec<&str> = facets.iter().map(|facet| facet.column()).collect();
    let mut query = dossier.conn.prepare(&format!(
        "SELECT {} FROM listing WHERE {}",
        columns.join(", "),
        condition.sql
    ))?;
    let mut tallies: Vec<Tally> = facets.iter().map(|_| Tally::default()).collect();
    let mut rows = query.query(params_from_iter(condition.values))?;
    // Rows come in the order of days: the same ones again and again.
    let (mut days, mut year) = (None, None);
    while let Some(row) = rows.next()? {
        let mut at = 0;
        for (facet, tally) in facets.iter().zip(&mut tallies) {
            if *facet == Facet::Year {
                let (from, to): (i64, i64) = (row.get(at)?, row.get(at + 1)?);
                at += 1;
                if days != Some((from, to)) {
                    year = certain_year(from, to).map(|year| format!("{year:04}"));
                    days = Some((from, to));
                }
                tally.add(year.as_deref().map(str::as_bytes))?;
            } else {
                tally.add(match row.get_ref(at)? {
                    ValueRef::Text(text) => Some(text),
                    _ => None,
                })?;
            }
            at += 1;
        }
    }
    Ok(tallies.into_iter().map(Tally::finish).collect())
}

/// The year in which all of these days lie.
fn certain_year(from: i64, to: i64) -> Option<i32> {
    if from == UNDATED {
        return None;
    }
    let [first, last] = [from, to].map(|day| i32::try_from(day).ok().map(year));
    first.filter(|_| first == last)
}

/// Gives the values their names and puts them in order.
fn named(dossier: &Dossier, facet: Facet, counts: Vec<Count>) -> rusqlite::Result<Vec<FacetCount>> {
    let mut name = dossier.conn.prepare_cached("SELECT name FROM party WHERE id = ?1")?;
    let mut all = Vec::with_capacity(counts.len());
    for (value, reports) in counts {
        let name = match &value {
            Some(id) if facet == Facet::Party => {
                name.query_row([id], |row| row.get(0)).optional()?
            }
            value => value.clone(),
        };
        all.push(FacetCount { value, name, reports });
    }
    all.sort_by(|a, b| (b.reports, &a.name, &a.value).cmp(&(a.reports, &b.name, &b.value)));
    Ok(all)
}
