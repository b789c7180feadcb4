//! One page of what a search finds.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry::Vacant;

use gainsay_record::{Id, Span, Statement};
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};

use super::Search;
use super::condition::{Condition, words};
use super::hits::{Marker, spans};
use super::order::Order;
use crate::add::joined;
use crate::decode::id_at;
use crate::error::Result;
use crate::{ArticleEntry, Dossier, StatementEntry, read, rows};

/// A statement that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The statement.
    pub entry: StatementEntry,
    /// The article it stands in.
    pub article: ArticleEntry,
    /// The words of its source and content that were asked for, in the order of the text. Each is
    /// a place of the article: `text[start..end] == exact`.
    pub hits: Vec<Span>,
}

/// Some of the statements that a search finds.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The statements, in order.
    pub found: Vec<Found>,
    /// What to ask for the page after this; none where this is the last. It stays good when
    /// articles are added.
    pub next: Option<String>,
}

pub(super) fn page(
    dossier: &Dossier,
    search: &Search,
    limit: usize,
    after: Option<&str>,
) -> Result<Page> {
    let order = Order::of(search);
    let after = after.map(|token| order.read(search, token)).transpose()?;
    let read = || {
        let query = search.without(None);
        let condition = Condition::of(&dossier.conn, &query)?;
        let (numbers, last) = numbers(&dossier.conn, &condition, &order, limit, after.as_deref())?;
        Ok(Page {
            found: found(dossier, &numbers, words(&query))?,
            next: last.map(|values| order.token(search, &values)),
        })
    };
    read().map_err(|e| dossier.error(e))
}

/// The statements of a page by number and, where more come after them, the values of the last.
fn numbers(
    conn: &Connection,
    condition: &Condition,
    order: &Order,
    limit: usize,
    after: Option<&[Value]>,
) -> rusqlite::Result<(Vec<i64>, Option<Vec<Value>>)> {
    let columns = order.columns();
    let (from, bound) = after.map(|values| order.after(values)).unwrap_or_default();
    let from = if from.is_empty() { String::new() } else { format!(" AND {from}") };
    let mut query = conn.prepare(&format!(
        "SELECT number, {} FROM listing WHERE {}{from} ORDER BY {} LIMIT ?",
        columns.join(", "),
        condition.sql,
        order.sql()
    ))?;
    // One more than wanted tells whether there is more.
    let limit = limit.clamp(1, i64::MAX as usize - 1);
    let values = condition.values.iter().cloned().chain(bound);
    let values = values.chain([Value::Integer(limit as i64 + 1)]);
    let mut rows = query.query(params_from_iter(values))?;
    let (mut numbers, mut last) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next()? {
        if numbers.len() == limit {
            return Ok((numbers, Some(last)));
        }
        numbers.push(row.get(0)?);
        last = (1..=columns.len()).map(|at| row.get(at)).collect::<rusqlite::Result<_>>()?;
    }
    Ok((numbers, None))
}

fn found(
    dossier: &Dossier,
    numbers: &[i64],
    words: Option<String>,
) -> rusqlite::Result<Vec<Found>> {
    let marker = words.map(Marker::new).transpose()?;
    let list = serde_json::Value::from(numbers).to_string();
    let of = "s.number IN (SELECT value FROM json_each(?1))";
    let entries = rows::statements_where(&dossier.conn, of, params![list])?;
    let mut by_id: BTreeMap<Id, StatementEntry> =
        entries.into_iter().map(|entry| (entry.statement.id, entry)).collect();
    let mut articles: BTreeMap<Id, ArticleEntry> = BTreeMap::new();
    let mut id = dossier.conn.prepare_cached("SELECT id FROM statement WHERE number = ?1")?;
    let mut all = Vec::with_capacity(numbers.len());
    for &number in numbers {
        let id = id.query_row([number], |row| id_at(row, 0))?;
        let Some(entry) = by_id.remove(&id) else { continue };
        if let Vacant(place) = articles.entry(entry.article)
            && let Some(article) = read::article(&dossier.conn, &entry.article)?
        {
            place.insert(article);
        }
        let Some(article) = articles.get(&entry.article).cloned() else { continue };
        let hits = match &marker {
            Some(marker) => hits(marker, &entry.statement)?,
            None => Vec::new(),
        };
        all.push(Found { entry, article, hits });
    }
    Ok(all)
}

/// The words of a statement that were asked for, in the order of the text.
fn hits(marker: &Marker, of: &Statement) -> rusqlite::Result<Vec<Span>> {
    let [source, content] = [&of.source, &of.content].map(|pieces| joined(pieces));
    let places = marker.places([&source, &content])?;
    let mut found = spans(&places[0], &of.source);
    found.extend(spans(&places[1], &of.content));
    found.sort_by_key(|span| (span.start, span.end));
    found.dedup();
    Ok(found)
}
