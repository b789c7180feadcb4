//! The page of statements: filtered, sorted, a page at a time.

use serde::Serialize;

use super::filter::{BadParameter, Facets, Filter, Sieve, pair};
use super::ledger::Ledger;
use super::orders::Key;
use super::view::{List, Pair, Row, page};
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
        let List { rows, next, .. } = page(
            &passed,
            (paging.after.as_deref(), paging.limit),
            |id| self.ledger.find(id),
            |at| self.ledger.id(at),
            |at| Ok(self.row(at).map_err(|e| self.dossier.error(e))?),
        )?;
        let rows = rows.into_iter().flatten().collect();
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
fn order(ledger: &Ledger, of: &mut Vec<u32>, sort: &str) -> Result<(), BadParameter> {
    let (key, backwards) = match sort.strip_prefix('-') {
        Some(key) => (key, true),
        None => (sort, false),
    };
    let key = match key {
        "said" => Key::Said,
        "published" => Key::Published,
        "speaker" => Key::Speaker,
        "act" => Key::Act,
        "outlet" => Key::Outlet,
        "confidence" => Key::Confidence,
        _ => {
            let message = format!("{sort:?} is no order; there are: {}", SORTS.join(", "));
            return Err(BadParameter { field: "sort", message });
        }
    };
    ledger.sort(of, key, backwards);
    Ok(())
}
