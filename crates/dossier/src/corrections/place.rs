//! The log's effect on one article.

use std::collections::BTreeSet;

use gainsay_corrections::{Change, Entry, Subject, apply, fingerprint};
use gainsay_record::{Article, Id, Statement};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::Dossier;
use crate::decode::{bad, id_at};
use crate::{add, links, parties, rows};

/// The statements of an article as the log has them; notes where its entries found their places,
/// and keeps the statements as read where the two differ. To be asked when an article comes in,
/// before its rows are written.
pub(crate) fn place(
    tx: &Connection,
    id: &Id,
    article: &Article,
    statements: &[Statement],
    inputs: &[String],
) -> rusqlite::Result<Vec<Statement>> {
    let text = fingerprint(article.text.as_str());
    tx.prepare_cached("INSERT OR REPLACE INTO fingerprint (article, text) VALUES (?1, ?2)")?
        .execute([&*id.digits(), &text])?;
    let (numbers, entries) = entries_about(tx, &text, inputs)?;
    if entries.is_empty() {
        return Ok(statements.to_vec());
    }
    let subject = Subject { id, text: &article.text, inputs };
    let applied = apply(subject, statements.to_vec(), &entries);
    let mut insert = tx.prepare_cached(
        "INSERT OR IGNORE INTO correction_place (correction, article, statement, part)
         VALUES (?1, ?2, ?3, ?4)",
    )?;
    for (entry, places) in &applied.places {
        for (part, statement) in places {
            insert.execute(params![
                numbers[*entry],
                &*id.digits(),
                &*statement.digits(),
                *part as i64
            ])?;
        }
        if places.is_empty() {
            insert.execute(params![numbers[*entry], &*id.digits(), "", 0])?;
        }
    }
    if applied.statements != statements {
        let json = serde_json::to_string(statements).map_err(|error| bad(error.to_string()))?;
        tx.prepare_cached("INSERT INTO uncorrected (article, statements) VALUES (?1, ?2)")?
            .execute([&*id.digits(), &json])?;
    }
    Ok(applied.statements)
}

/// Takes away what was kept of an article that goes.
pub(crate) fn forget(tx: &Connection, id: &Id) -> rusqlite::Result<()> {
    for sql in [
        "DELETE FROM correction_place WHERE article = ?1",
        "DELETE FROM uncorrected WHERE article = ?1",
        "DELETE FROM fingerprint WHERE article = ?1",
    ] {
        tx.prepare_cached(sql)?.execute([&*id.digits()])?;
    }
    Ok(())
}

/// The entries that may concern an article, in the order of the log: those that hold, about its
/// text, its inputs or names.
fn entries_about(
    tx: &Connection,
    text: &str,
    inputs: &[String],
) -> rusqlite::Result<(Vec<i64>, Vec<Entry>)> {
    let mut numbers = BTreeSet::new();
    let mut query = tx.prepare_cached(
        "SELECT correction FROM correction_key k
         WHERE \"key\" = ?1
           AND NOT EXISTS (SELECT 1 FROM correction_undone u WHERE u.correction = k.correction)",
    )?;
    let keys = ["", text].into_iter().chain(inputs.iter().map(String::as_str));
    for key in keys {
        let found = query.query_map([key], |row| row.get::<_, i64>(0))?;
        for number in found {
            numbers.insert(number?);
        }
    }
    let mut query = tx.prepare_cached("SELECT entry FROM correction WHERE number = ?1")?;
    let mut entries = Vec::new();
    for number in &numbers {
        entries.push(query.query_row([number], |row| entry(&row.get::<_, String>(0)?))?);
    }
    Ok((numbers.into_iter().collect(), entries))
}

pub(crate) fn entry(json: &str) -> rusqlite::Result<Entry> {
    serde_json::from_str(json).map_err(|error| bad(format!("an entry of the log: {error}")))
}

impl Dossier {
    /// Makes the rows of an article anew from its statements as read and the log as it is.
    pub(super) fn reapply(
        &self,
        tx: &Transaction<'_>,
        id: &Id,
        touched: &mut BTreeSet<String>,
    ) -> rusqlite::Result<()> {
        let Some(article) = rows::article(&self.conn, id)? else { return Ok(()) };
        let read: Option<String> = tx
            .prepare_cached("SELECT statements FROM uncorrected WHERE article = ?1")?
            .query_row([&*id.digits()], |row| row.get(0))
            .optional()?;
        let statements: Vec<Statement> = match read {
            Some(json) => serde_json::from_str(&json)
                .map_err(|error| bad(format!("statements as read: {error}")))?,
            None => {
                rows::statements(&self.conn, Some(id))?.into_iter().map(|e| e.statement).collect()
            }
        };
        let made_by: String =
            tx.query_row("SELECT made_by FROM article WHERE id = ?1", [&*id.digits()], |row| {
                row.get(0)
            })?;
        let inputs = add::inputs(tx, id)?;
        add::remove(tx, id, touched)?;
        let corrected = place(tx, id, &article, &statements, &inputs)?;
        add::insert(tx, id, &article, &corrected, &made_by)?;
        links::expect(tx, id)?;
        parties::count(tx, &id.digits(), parties::Change::Add, touched)
    }

    /// The articles that an entry concerns.
    pub(super) fn concerned(
        &self,
        tx: &Transaction<'_>,
        number: i64,
        change: &Change,
    ) -> rusqlite::Result<BTreeSet<Id>> {
        let mut articles = BTreeSet::new();
        let mut collect = |sql: &str, key: &dyn rusqlite::ToSql| -> rusqlite::Result<()> {
            let mut query = tx.prepare_cached(sql)?;
            for article in query.query_map([key], |row| id_at(row, 0))? {
                articles.insert(article?);
            }
            Ok(())
        };
        // Where it held before: an undo has those to mend.
        collect("SELECT article FROM correction_place WHERE correction = ?1", &number)?;
        for article in change.articles() {
            collect("SELECT article FROM fingerprint WHERE text = ?1", &article.text)?;
            for input in &article.inputs {
                collect("SELECT article FROM file WHERE sha256 = ?1", input)?;
            }
        }
        if let Some(names) = super::log::names_of(change) {
            let keys: BTreeSet<Option<String>> =
                names.iter().map(|name| gainsay_link::key(&name.name)).collect();
            let mut query = tx.prepare_cached("SELECT DISTINCT name FROM mention")?;
            let all = query.query_map([], |row| row.get::<_, String>(0))?;
            for name in all {
                let name = name?;
                let key = gainsay_link::key(&name);
                if key.is_some() && keys.contains(&key) {
                    collect(
                        "SELECT DISTINCT s.article FROM mention m
                         JOIN statement s ON s.id = m.statement WHERE m.name = ?1",
                        &name,
                    )?;
                }
            }
        }
        Ok(articles)
    }
}
