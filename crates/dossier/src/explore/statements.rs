//! The page of statements: filtered, sorted, a page at a time.

use serde::Serialize;

use super::filter::{BadParameter, Facets, Filter, Sieve, pair};
use super::ledger::{Ledger, NONE};
use super::view::{Pair, Row};
use super::{Ask, Explore};

/// The orders that statements can be shown in; each also backwards, with a `-` before it.
pub const SORTS: [&str; 6] = ["said", "published", "speaker", "act", "outlet", "confidence"];

/// A page of statements.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Statements {
    /// How many there are in all.
    pub total: Pair,
    /// Those of this page.
    pub rows: Vec<Row>,
    /// The token of the next page; none at the end.
    pub next: Option<String>,
    /// The query as it was understood.
    pub query: String,
    /// How many of each kind, where asked for.
    pub facets: Option<Facets>,
}

/// Which page, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paging {
    /// One of [`SORTS`], with or without `-`.
    pub sort: String,
    /// The token of the page before.
    pub after: Option<String>,
    /// How many at most.
    pub limit: usize,
}

impl Default for Paging {
    fn default() -> Self {
        Paging { sort: "said".to_owned(), after: None, limit: 50 }
    }
}

impl Explore<'_> {
    /// The statements that pass, sorted.
    ///
    /// # Errors
    /// If a parameter means nothing.
    pub fn select(&self, filter: &Filter, sort: &str) -> Ask<Vec<u32>> {
        let (mut passed, _) = Sieve::new(self.ledger, filter)?.sift(false);
        order(self.ledger, &mut passed, sort)?;
        Ok(passed)
    }

    /// A page of the statements that pass.
    ///
    /// # Errors
    /// If a parameter means nothing, or the dossier cannot be read.
    pub fn statements(
        &self,
        filter: &Filter,
        paging: &Paging,
        with_facets: bool,
    ) -> Ask<Statements> {
        let (mut passed, facets) = Sieve::new(self.ledger, filter)?.sift(with_facets);
        let total = pair(self.ledger, &passed);
        order(self.ledger, &mut passed, &paging.sort)?;
        let start = match &paging.after {
            None => 0,
            Some(token) => {
                let last = token.strip_prefix('r').and_then(|id| self.ledger.find(id));
                let place = last.and_then(|last| passed.iter().position(|&at| at == last));
                place.ok_or_else(BadParameter::page)? + 1
            }
        };
        let rest = &passed[start..];
        let page = &rest[..rest.len().min(paging.limit)];
        let next = match page.last() {
            Some(&last) if page.len() < rest.len() => Some(format!("r{}", self.ledger.id(last))),
            _ => None,
        };
        let rows = self.rows(page).map_err(|e| self.dossier.error(e))?;
        Ok(Statements { total, rows, next, query: String::new(), facets })
    }

    /// A statement by the place that [`Explore::select`] gives.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn statement(&self, at: u32) -> Ask<Option<Row>> {
        Ok(self.row(at).map_err(|e| self.dossier.error(e))?)
    }
}

/// Sorts by what is asked, then by the order of the ledger. What is unknown comes last, forwards
/// and backwards.
fn order(ledger: &Ledger, of: &mut [u32], sort: &str) -> Result<(), BadParameter> {
    let (key, backwards) = match sort.strip_prefix('-') {
        Some(key) => (key, true),
        None => (sort, false),
    };
    let entry = |at: u32| &ledger.entries[at as usize];
    let turn = |key: i64| if backwards { -key } else { key };
    let days = |days: Option<(i32, i32)>| {
        days.map_or((true, 0, 0), |(a, b)| (false, turn(i64::from(a)), turn(i64::from(b))))
    };
    match key {
        "said" if !backwards => {}
        "said" => of.sort_by_key(|&at| (days(entry(at).said), at)),
        "published" => of.sort_by_key(|&at| {
            let article = entry(at).article;
            (days(ledger.articles[article as usize].days), article, entry(at).position)
        }),
        "speaker" => {
            let names = ranks(ledger.parties.iter().map(|party| Some(party.name.as_str())));
            of.sort_by_key(|&at| match entry(at).party {
                NONE => (true, 0, at),
                party => (false, turn(i64::from(names[party as usize])), at),
            });
        }
        "act" => of.sort_by_key(|&at| (turn(i64::from(entry(at).act)), at)),
        "outlet" => {
            let names = ranks(ledger.outlets.iter().map(Option::as_deref));
            of.sort_by_key(|&at| {
                let outlet = ledger.articles[entry(at).article as usize].outlet as usize;
                (ledger.outlets[outlet].is_none(), turn(i64::from(names[outlet])), at)
            });
        }
        "confidence" => of.sort_by_key(|&at| {
            let thousandths = (f64::from(entry(at).confidence) * 1000.0) as i64;
            (turn(thousandths), at)
        }),
        _ => {
            let message = format!("{sort:?} is no order; there are: {}", SORTS.join(", "));
            return Err(BadParameter { field: "sort", message });
        }
    }
    Ok(())
}

/// Each name's place in the alphabet, letter case aside.
fn ranks<'a>(names: impl Iterator<Item = Option<&'a str>>) -> Vec<u32> {
    let mut all: Vec<(Option<String>, usize)> =
        names.enumerate().map(|(at, name)| (name.map(str::to_lowercase), at)).collect();
    all.sort();
    let mut ranks = vec![0; all.len()];
    for (rank, (_, at)) in all.iter().enumerate() {
        ranks[*at] = rank as u32;
    }
    ranks
}
