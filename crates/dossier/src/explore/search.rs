//! Free text in lists: what is found, and where its words stand.

use gainsay_query::Query;

use super::filter::BadParameter;
use super::view::{Hits, Row};
use super::{Ask, Explore};
use crate::search::Condition;

/// Marks around a hit that no text holds: code points that stand for nothing.
const MARKS: [char; 2] = ['\u{fdd0}', '\u{fdd1}'];

impl Explore<'_> {
    /// The rows of the statements that a query of `gainsay search` finds.
    ///
    /// # Errors
    /// If the query cannot be read, or the dossier.
    pub fn find(&self, query: &str) -> Ask<Vec<i64>> {
        let condition = self.condition(query)?;
        let read = || {
            let sql = format!("SELECT number FROM listing WHERE {}", condition.sql);
            let mut find = self.dossier.conn.prepare(&sql)?;
            let values = rusqlite::params_from_iter(condition.values);
            find.query_map(values, |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()
        };
        Ok(read().map_err(|e| self.dossier.error(e))?)
    }

    fn condition(&self, query: &str) -> Ask<Condition> {
        let query: Query = query.parse().map_err(|error: gainsay_query::Error| BadParameter {
            field: "q",
            message: error.to_string(),
        })?;
        Ok(Condition::of(&self.dossier.conn, &query).map_err(|e| self.dossier.error(e))?)
    }

    /// Notes in each row where the words stand in it.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn mark_hits(&self, words: &str, rows: &mut [Row]) -> Ask<()> {
        let Some(query) = self.condition(words)?.words else { return Ok(()) };
        let mut read = || {
            let mut find = self.dossier.conn.prepare_cached(
                "SELECT highlight(statement_fts, 0, ?2, ?3), highlight(statement_fts, 1, ?2, ?3)
                 FROM statement_fts WHERE statement_fts MATCH ?1 AND rowid = ?4",
            )?;
            let [open, close] = MARKS.map(String::from);
            for row in rows.iter_mut() {
                let Some(at) = self.ledger.find(&row.id) else { continue };
                let number = self.ledger.entries[at as usize].number;
                let mut found = find.query(rusqlite::params![query, open, close, number])?;
                if let Some(marked) = found.next()? {
                    row.hits = Hits {
                        source: places(&marked.get::<_, String>(0)?),
                        content: places(&marked.get::<_, String>(1)?),
                    };
                }
            }
            Ok(())
        };
        Ok(read().map_err(|e| self.dossier.error(e))?)
    }
}

/// Where the marks stood, in code points of the text without them.
fn places(marked: &str) -> Vec<[usize; 2]> {
    let (mut found, mut open, mut at) = (Vec::new(), 0, 0);
    for c in marked.chars() {
        if c == MARKS[0] {
            open = at;
        } else if c == MARKS[1] {
            found.push([open, at]);
        } else {
            at += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn hits_are_counted_in_code_points_without_the_marks() {
        assert_eq!(places("é \u{fdd0}où\u{fdd1} x \u{fdd0}y\u{fdd1}"), [[2, 4], [7, 8]]);
    }
}
