//! Searching: which statements a query finds, page by page, and how many of each kind.
//!
//! ```text
//! Query ─ condition() ─▶ SQL over listing ─┬─ page()    the statements, in order, hits marked
//!                                          ├─ matches() how many
//!                                          └─ facets()  how many of each party, act, outlet …
//! ```
//!
//! `listing` is one narrow row a statement in the order in which statements are listed, so that a
//! search is at worst one walk over it, and ends as soon as a page is full.

mod condition;
mod facets;
mod hits;
mod names;
mod order;
mod page;

use gainsay_query::Query;

pub use facets::{Facet, FacetCount};
pub use order::Sort;
pub use page::{Found, Page};

use crate::Dossier;
use crate::error::Result;
use condition::Condition;
pub(crate) use condition::{in_content, phrase, words};
pub(crate) use hits::Marker;
pub(crate) use names::{Names, like};

/// The value in `listing` of a day that nobody knows.
pub(crate) const UNDATED: i64 = 4_000_000;

/// Which statements are wanted, and in which order.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// What must hold of them.
    pub query: Query,
    /// What was picked among the facets, and must hold as well. A facet is counted among the
    /// statements that everything but its own pick lets through.
    pub picked: Vec<(Facet, Query)>,
    /// By what they are sorted; the rest of the order is always said, published, article, place.
    pub sort: Sort,
    /// The last first. What is not known stays last.
    pub reverse: bool,
}

/// How many statements a search finds, as reports: the same words in two papers are two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Matches {
    /// Statements.
    pub reports: u64,
    /// Those among them of which nobody knows when they were said.
    pub undated: u64,
}

impl Search {
    /// The statements that a query finds, in the order said.
    pub fn new(query: Query) -> Self {
        Search { query, ..Search::default() }
    }

    /// The query and what was picked, but for the pick of one facet.
    fn without(&self, facet: Option<Facet>) -> Query {
        let picked = self.picked.iter().filter(|(of, _)| Some(*of) != facet);
        let picked = picked.map(|(_, query)| query.clone());
        Query::and(std::iter::once(self.query.clone()).chain(picked))
    }
}

impl Dossier {
    /// Up to `limit` statements of a search: the first ones, or those after a page whose
    /// [`Page::next`] is given.
    ///
    /// # Errors
    /// If the dossier cannot be read, or [`Error::Page`](crate::Error::Page) where `after` comes
    /// from another search.
    pub fn search(&self, search: &Search, limit: usize, after: Option<&str>) -> Result<Page> {
        page::page(self, search, limit, after)
    }

    /// How many statements a search finds.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn matches(&self, search: &Search) -> Result<Matches> {
        let count = || {
            let Condition { sql, values, .. } = Condition::of(&self.conn, &search.without(None))?;
            let sql = format!(
                "SELECT count(*), ifnull(sum(said_from = {UNDATED}), 0) FROM listing WHERE {sql}"
            );
            self.conn.prepare(&sql)?.query_row(rusqlite::params_from_iter(values), |row| {
                Ok(Matches {
                    reports: crate::decode::count(row.get(0)?)? as u64,
                    undated: crate::decode::count(row.get(1)?)? as u64,
                })
            })
        };
        count().map_err(|e| self.error(e))
    }

    /// How many statements of each kind a search finds, each facet as if nothing were picked of it;
    /// most first, then by name.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn facets(&self, search: &Search, facets: &[Facet]) -> Result<Vec<Vec<FacetCount>>> {
        facets::read(self, search, facets).map_err(|e| self.error(e))
    }
}
