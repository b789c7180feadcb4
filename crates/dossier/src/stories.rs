//! Reading stories: articles about one happening.

use std::collections::BTreeSet;

use gainsay_link::{Place, day};
use gainsay_record::Id;
use rusqlite::Connection;

use crate::Dossier;
use crate::decode::{date, id_at};
use crate::error::Result;

/// A happening that several articles tell of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryEntry {
    /// Made from its earliest article; it changes when an earlier one is found.
    pub id: Id,
    /// Its articles by publication, undated ones last, each with the article whose text it prints:
    /// itself where it is no copy.
    pub articles: Vec<(Id, Id)>,
}

impl StoryEntry {
    /// How many of its articles are texts of their own: an article and its copies are one.
    pub fn originals(&self) -> usize {
        self.articles.iter().map(|(_, original)| original).collect::<BTreeSet<_>>().len()
    }
}

impl Dossier {
    /// Every happening that several articles tell of, by id.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn stories(&self) -> Result<Vec<StoryEntry>> {
        let mut all = Vec::new();
        each(&self.conn, |entry| {
            all.push(entry);
            Ok::<_, rusqlite::Error>(())
        })
        .map_err(|e| self.error(e))?;
        Ok(all)
    }
}

/// Hands out the stories one by one, by id.
pub(crate) fn each<E: From<rusqlite::Error>>(
    conn: &Connection,
    mut take: impl FnMut(StoryEntry) -> Result<(), E>,
) -> Result<(), E> {
    let mut query = conn.prepare("SELECT id, earliest FROM story ORDER BY id")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        take(entry(conn, id_at(row, 0)?, row.get(1)?)?)?;
    }
    Ok(())
}

fn entry(conn: &Connection, id: Id, earliest: i64) -> rusqlite::Result<StoryEntry> {
    let mut query = conn.prepare_cached(
        "SELECT a.id, coalesce(o.id, a.id), a.published, a.published_precision, a.published_basis
         FROM story_member m JOIN article a ON a.number = m.item
         LEFT JOIN copy_member c ON c.item = a.number LEFT JOIN article o ON o.number = c.earliest
         WHERE m.earliest = ?1",
    )?;
    let mut members = BTreeSet::new();
    let mut rows = query.query([earliest])?;
    while let Some(row) = rows.next()? {
        let published = date(row, 2, None)?.as_ref().and_then(day);
        members.insert((Place::new(published, id_at(row, 0)?, 0), id_at(row, 1)?));
    }
    let articles = members.into_iter().map(|(place, original)| (*place.article(), original));
    Ok(StoryEntry { id, articles: articles.collect() })
}
