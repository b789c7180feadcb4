//! Whether the links are those that the articles give.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_link::incremental::{Comparable, Row, Standing, Store};
use gainsay_record::{Digest, Id};
use rusqlite::Connection;

use super::dates;
use super::known::{Library, Shelf};
use super::layer::{Answers, Copies, Echoes, Layer, Of, Stories};
use super::tables::Tables;

use crate::decode::id_at;

/// Everything about the links that does not follow from the articles, in words: keys, judgements,
/// groups, ids and inferred dates are made again and compared.
pub(crate) fn broken(conn: &Connection) -> rusqlite::Result<Vec<String>> {
    let shelf = Shelf::default();
    let library = Library::new(conn, &shelf);
    let mut found = Vec::new();
    layer::<Copies>(&library, &mut found)?;
    layer::<Stories>(&library, &mut found)?;
    layer::<Echoes>(&library, &mut found)?;
    layer::<Answers>(&library, &mut found)?;
    let mut articles = conn.prepare(
        "SELECT item FROM copy_member m JOIN article a ON a.number = m.item
         WHERE a.published_precision IS NOT 'day'
         UNION SELECT article FROM inferred_date",
    )?;
    for article in articles.query_map([], |row| row.get(0))? {
        let article: Row = article?;
        if !dates::holds(conn, article)? {
            found.push(format!("the date inferred for article number {article} does not follow"));
        }
    }
    Ok(found)
}

fn layer<L: Layer>(library: &Library<'_>, found: &mut Vec<String>) -> rusqlite::Result<()> {
    let (conn, name) = (library.conn, L::NAME);
    let tables = Tables::<L>::new(library)?;
    let mut fail = |row: Row, what: &str| found.push(format!("{name} number {row}: {what}"));

    let (all, waiting) = match L::OF {
        Of::Articles => ("SELECT number FROM article", "SELECT article FROM unlinked"),
        Of::Statements => (
            "SELECT number FROM statement",
            "SELECT s.number FROM statement s JOIN article a ON a.id = s.article
             JOIN unlinked u ON u.article = a.number",
        ),
    };
    let numbers = |sql: &str| -> rusqlite::Result<BTreeSet<Row>> {
        conn.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
    };
    let items: BTreeSet<Row> = &numbers(all)? - &numbers(waiting)?;
    for &row in items.symmetric_difference(&numbers(&format!("SELECT item FROM {name}_member"))?) {
        fail(row, "is linked and must not be, or the other way round");
    }

    let mut has =
        conn.prepare(&format!("SELECT item FROM {name}_key WHERE key = ?1 AND item = ?2"))?;
    let (mut keys, mut ties) = (0, BTreeMap::<Row, BTreeSet<Row>>::new());
    let mut standings: BTreeMap<Row, Standing> = BTreeMap::new();
    for &row in &items {
        let Some(standing) = tables.standing(row)? else { continue };
        standings.insert(row, standing);
        for key in tables.keys(row)? {
            keys += 1;
            if !has.exists(rusqlite::params![key as i64, row])? {
                fail(row, "is not found under one of its keys");
            }
        }
        let links = tables.links(row)?;
        let mut nearest = None;
        for link in &links {
            let earlier = tables.place(link.other)? < tables.place(row)?;
            if earlier {
                let judged = L::Item::judge(&*tables.item(link.other)?, &*tables.item(row)?);
                if judged.as_ref() != Some(&link.judgement) {
                    fail(row, "is linked otherwise than its words say");
                }
            }
            if link.judgement.firm {
                ties.entry(row).or_default().insert(link.other);
            }
            nearest = nearest
                .or((earlier && standing.predecessor == Some(link.other)).then_some(link.other));
        }
        if nearest != standing.predecessor {
            fail(row, "is nearest to what it is not linked with, or what is not earlier");
        }
        if let Some(nearest) = nearest {
            ties.entry(row).or_default().insert(nearest);
            ties.entry(nearest).or_default().insert(row);
        }
    }
    let stored: i64 =
        conn.query_row(&format!("SELECT count(*) FROM {name}_key"), [], |r| r.get(0))?;
    if stored != keys {
        found.push(format!("{name}_key holds {stored} keys, there are {keys}"));
    }
    groups::<L>(&tables, &standings, &ties, found)
}

/// Whether every group is what its ties make, under its earliest, and named where it has several.
fn groups<L: Layer>(
    tables: &Tables<'_, L>,
    standings: &BTreeMap<Row, Standing>,
    ties: &BTreeMap<Row, BTreeSet<Row>>,
    found: &mut Vec<String>,
) -> rusqlite::Result<()> {
    let mut seen = BTreeSet::new();
    let mut named = BTreeMap::new();
    for &row in standings.keys() {
        if !seen.insert(row) {
            continue;
        }
        let (mut group, mut open) = (vec![row], vec![row]);
        while let Some(next) = open.pop() {
            for &other in ties.get(&next).into_iter().flatten() {
                if seen.insert(other) {
                    group.push(other);
                    open.push(other);
                }
            }
        }
        let mut earliest = (tables.place(row)?, row);
        for &member in &group {
            earliest = earliest.min((tables.place(member)?, member));
        }
        for member in &group {
            if standings.get(member).map(|standing| standing.earliest) != Some(earliest.1) {
                found.push(format!("{} number {member} is in another group", L::NAME));
            }
        }
        if group.len() > 1 {
            named.insert(earliest.1, Digest::new(L::NAME).part(tables.id(earliest.1)?).id());
        }
    }
    if L::NAMED && named != tables.names()? {
        found.push(format!("the ids of {} are not made from the earliest of each", L::NAME));
    }
    Ok(())
}

impl<L: Layer> Tables<'_, L> {
    fn names(&self) -> rusqlite::Result<BTreeMap<Row, Id>> {
        self.sql("SELECT earliest, id FROM {}")?
            .query_map([], |row| Ok((row.get(0)?, id_at(row, 1)?)))?
            .collect()
    }
}
