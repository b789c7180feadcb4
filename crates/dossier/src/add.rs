//! Taking an article into the dossier: one transaction, whole or not at all.

use std::collections::BTreeSet;

use gainsay_record::{Act, Article, Id, Span, Statement};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use crate::check::broken_rules;
use crate::decode::{id_at, json};
use crate::error::{Error, Result};
use crate::{Dossier, allegations, corrections, links, parties};

/// Where an article came from, and what read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin<'a> {
    /// [`fingerprint`](crate::fingerprint) of the bytes of the input: the whole file, or the one
    /// line of a JSONL file.
    pub sha256: &'a str,
    /// The program and model that read it, with their versions. Another value has the article
    /// read again by the next build.
    pub made_by: &'a str,
}

/// What became of an article that was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It was not in the dossier.
    New,
    /// It took the place of what this path, or another version of the program, gave before.
    Replaced,
    /// The same article is there already from another path, which is kept beside this one.
    Copy,
}

impl Dossier {
    /// Whether this input was added already, with these bytes and by this version. If so the
    /// article need not be read again.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn is_current(&self, path: &str, sha256: &str, made_by: &str) -> Result<bool> {
        self.conn
            .prepare_cached("SELECT 1 FROM file WHERE path = ?1 AND sha256 = ?2 AND made_by = ?3")
            .and_then(|mut query| query.exists(params![path, sha256, made_by]))
            .map_err(|e| self.error(e))
    }

    /// Adds an article with its statements, or puts it in the place of what its path gave before.
    ///
    /// # Errors
    /// [`Error::Refused`] where a span is not true of the text or another rule of the record is
    /// broken; the dossier's own troubles otherwise ([`Error::is_fatal`]). In every case the
    /// dossier is as it was before.
    pub fn add(
        &mut self,
        article: &Article,
        statements: &[Statement],
        from: Origin<'_>,
    ) -> Result<Added> {
        let id = article.id();
        if let Some(broken) = broken_rules(&id, article, statements).into_iter().next() {
            let reason = match broken.statement {
                Some(statement) => format!("statement {statement}: {}", broken.what),
                None => broken.what,
            };
            return Err(Error::Refused { article: article.path.clone(), reason });
        }
        self.write(&id, article, statements, from).map_err(|error| match self.error(error) {
            Error::Full { path, .. } => Error::Full { path, articles: self.article_count().ok() },
            other => other,
        })
    }

    fn write(
        &mut self,
        id: &Id,
        article: &Article,
        statements: &[Statement],
        from: Origin<'_>,
    ) -> rusqlite::Result<Added> {
        let path = &article.path;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let before: Option<Id> = tx
            .prepare_cached("SELECT article FROM file WHERE path = ?1")?
            .query_row([path], |row| id_at(row, 0))
            .optional()?;
        let present: Option<String> = tx
            .prepare_cached("SELECT made_by FROM article WHERE id = ?1")?
            .query_row([&*id.digits()], |row| row.get(0))
            .optional()?;
        let mut touched = BTreeSet::new();

        // Two files of one article may differ in what its id is not made of (zones, authors). The
        // path first in order decides, not the one that happened to come first.
        let decides = first_other_path(&tx, id, path)?.is_none_or(|other| *path < other);
        // Its links are drawn by `link`, many articles at a time.
        if decides || present.as_deref() != Some(from.made_by) {
            if present.is_some() {
                remove(&tx, id, &mut touched)?;
            }
            let mut inputs = inputs(&tx, id)?;
            inputs.push(from.sha256.to_owned());
            let corrected = corrections::place(&tx, id, article, statements, &inputs)?;
            insert(&tx, id, article, &corrected, from.made_by)?;
            links::expect(&tx, id)?;
            parties::count(&tx, &id.digits(), parties::Change::Add, &mut touched)?;
        }
        tx.prepare_cached(
            "INSERT INTO file (path, sha256, article, made_by) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (path) DO UPDATE SET
               sha256 = excluded.sha256, article = excluded.article, made_by = excluded.made_by",
        )?
        .execute(params![path, from.sha256, &*id.digits(), from.made_by])?;
        if let Some(old) = before.as_ref().filter(|old| *old != id) {
            leave(&tx, old, path, &mut touched)?;
        }
        parties::settle(&tx, &touched)?;
        tx.commit()?;
        Ok(match (before, present) {
            (Some(_), _) => Added::Replaced,
            (None, Some(_)) => Added::Copy,
            (None, None) => Added::New,
        })
    }
}

/// The first path that gives this article too.
fn first_other_path(tx: &Transaction<'_>, id: &Id, path: &str) -> rusqlite::Result<Option<String>> {
    tx.prepare_cached("SELECT min(path) FROM file WHERE article = ?1 AND path <> ?2")?
        .query_row([&*id.digits(), path], |row| row.get(0))
}

/// A path gives another article now: the old one goes where no other path gives it.
fn leave(
    tx: &Transaction<'_>,
    old: &Id,
    path: &str,
    touched: &mut BTreeSet<String>,
) -> rusqlite::Result<()> {
    match first_other_path(tx, old, path)? {
        None => remove(tx, old, touched),
        // It stays, but what it holds was decided by the path that left: read the others again.
        Some(other) if path < other.as_str() => tx
            .prepare_cached("UPDATE file SET made_by = '' WHERE article = ?1")?
            .execute([&*old.digits()])
            .map(drop),
        Some(_) => Ok(()),
    }
}

/// Fingerprints of the inputs that gave this article.
pub(crate) fn inputs(conn: &Connection, id: &Id) -> rusqlite::Result<Vec<String>> {
    conn.prepare_cached("SELECT DISTINCT sha256 FROM file WHERE article = ?1 ORDER BY sha256")?
        .query_map([&*id.digits()], |row| row.get(0))?
        .collect()
}

pub(crate) fn remove(
    tx: &Transaction<'_>,
    id: &Id,
    touched: &mut BTreeSet<String>,
) -> rusqlite::Result<()> {
    corrections::forget(tx, id)?;
    parties::count(tx, &id.digits(), parties::Change::Remove, touched)?;
    links::forget(tx, id)?;
    for sql in [
        "DELETE FROM claim WHERE statement IN (SELECT id FROM statement WHERE article = ?1)",
        "DELETE FROM span WHERE statement IN (SELECT id FROM statement WHERE article = ?1)",
        "DELETE FROM mention WHERE statement IN (SELECT id FROM statement WHERE article = ?1)",
        "DELETE FROM local WHERE article = ?1",
        "DELETE FROM statement WHERE article = ?1",
        "DELETE FROM zone WHERE article = ?1",
        "DELETE FROM article WHERE id = ?1",
    ] {
        tx.prepare_cached(sql)?.execute([&*id.digits()])?;
    }
    Ok(())
}

pub(crate) fn insert(
    tx: &Transaction<'_>,
    id: &Id,
    article: &Article,
    statements: &[Statement],
    made_by: &str,
) -> rusqlite::Result<()> {
    let published = article.published.as_ref();
    let span = published.and_then(|date| date.span.as_ref());
    tx.prepare_cached(
        "INSERT INTO article (id, title, outlet, authors, dateline, language, published,
           published_precision, published_basis, published_start, published_end, published_exact,
           collected, url, text_is_input, made_by, text)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
    )?
    .execute(params![
        &*id.digits(),
        article.title,
        article.outlet,
        json(&article.authors),
        article.dateline,
        article.language,
        published.map(|date| &date.value),
        published.map(|date| date.precision.as_str()),
        published.map(|date| date.basis.as_str()),
        span.map(|span| span.start as i64),
        span.map(|span| span.end as i64),
        span.map(|span| &span.exact),
        article.collected,
        article.url,
        article.text_is_input,
        made_by,
        article.text.as_str(),
    ])?;
    let mut zones = tx.prepare_cached(
        "INSERT INTO zone (article, position, kind, start, \"end\") VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for (position, zone) in article.zones.iter().enumerate() {
        let start = article.text.code_point(zone.range.start) as i64;
        let end = article.text.code_point(zone.range.end) as i64;
        zones.execute(params![&*id.digits(), position as i64, zone.kind.as_str(), start, end])?;
    }
    for (position, statement) in statements.iter().enumerate() {
        insert_statement(tx, id, position, statement)?;
        insert_spans(tx, statement)?;
    }
    allegations::insert(tx, statements)?;
    parties::insert(tx, id, article.text.as_str(), statements)
}

fn insert_statement(
    tx: &Transaction<'_>,
    article: &Id,
    position: usize,
    statement: &Statement,
) -> rusqlite::Result<()> {
    let Statement { speaker, said, .. } = statement;
    tx.prepare_cached(
        "INSERT INTO statement (id, article, position, act, source, cue, content, said,
           said_precision, said_basis, speaker_name, speaker_kind, speaker_role, speaks_for,
           resolved_from, candidates, sourcing, zone, mode, form, confidence, act_confidence,
           act_basis, made_by, act_runner_up)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
           ?19, ?20, ?21, ?22, ?23, ?24, ?25)",
    )?
    .execute(params![
        &*statement.id.digits(),
        &*article.digits(),
        position as i64,
        statement.act.as_str(),
        joined(&statement.source),
        joined(&statement.cue),
        joined(&statement.content),
        said.as_ref().map(|date| &date.value),
        said.as_ref().map(|date| date.precision.as_str()),
        said.as_ref().map(|date| date.basis.as_str()),
        speaker.name,
        speaker.kind.as_str(),
        speaker.role,
        json(&speaker.speaks_for),
        speaker.resolved_from.as_str(),
        json(&speaker.candidates),
        statement.sourcing.as_str(),
        statement.zone.as_str(),
        statement.mode.as_str(),
        statement.form.as_str(),
        f64::from(statement.confidence),
        f64::from(statement.act_confidence),
        statement.act_basis,
        statement.made_by,
        statement.act_runner_up.map(Act::as_str),
    ])?;
    Ok(())
}

/// The pieces as one reads them; their places are in `span`.
pub(crate) fn joined(spans: &[Span]) -> String {
    spans.iter().map(|span| span.exact.as_str()).collect::<Vec<_>>().join(" … ")
}

fn insert_spans(tx: &Transaction<'_>, statement: &Statement) -> rusqlite::Result<()> {
    let mut query = tx.prepare_cached(
        "INSERT INTO span (statement, role, part, position, start, \"end\", exact)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    let mut insert = |role: &str, part: usize, spans: &[Span]| {
        for (position, span) in spans.iter().enumerate() {
            query.execute(params![
                &*statement.id.digits(),
                role,
                part as i64,
                position as i64,
                span.start as i64,
                span.end as i64,
                span.exact,
            ])?;
        }
        Ok::<_, rusqlite::Error>(())
    };
    insert("source", 0, &statement.source)?;
    insert("cue", 0, &statement.cue)?;
    insert("content", 0, &statement.content)?;
    for (part, via) in statement.via.iter().enumerate() {
        insert("via", part, &via.spans)?;
    }
    for (part, target) in statement.targets.iter().enumerate() {
        insert("target", part, &target.spans)?;
    }
    if let Some(addressee) = &statement.addressee {
        insert("addressee", 0, &addressee.spans)?;
    }
    if let Some(span) = statement.said.as_ref().and_then(|said| said.span.as_ref()) {
        insert("said", 0, std::slice::from_ref(span))?;
    }
    Ok(())
}
