//! Reading a dossier.

use std::collections::BTreeMap;

use gainsay_record::{Article, Basis, DateValue, Id, Precision, Span, Statement, Text};
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};

use crate::decode::{bad, count, date, id_at, id_or_none, span, word};
use crate::error::Result;
use crate::{Dossier, rows};

/// How much a dossier holds. Statements are *reports*: the same words in two papers are two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Articles, each once however many files hold it.
    pub articles: u64,
    /// Paths that articles came from.
    pub files: u64,
    /// Statements reported.
    pub statements: u64,
    /// Those among them that are no echo of an earlier one: what was said, however often it was
    /// printed.
    pub independent: u64,
    /// Those among them whose speaker is unknown.
    pub by_unknown: u64,
    /// Articles that print the text of an earlier one again.
    pub copies: u64,
    /// Happenings that several articles tell of.
    pub stories: u64,
    /// Statements that are reported several times.
    pub echoes: u64,
    /// Parties: whoever speaks or is spoken for, of, to or through.
    pub parties: u64,
}

/// An article without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleEntry {
    /// Its id.
    pub id: Id,
    /// Every path that gave it, in order.
    pub paths: Vec<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// When it was published.
    pub published: Option<DateValue>,
    /// Where it was published.
    pub url: Option<String>,
    /// When it was published as far as other articles tell, where it does not say so itself.
    pub inferred: Option<InferredDate>,
    /// The story that it tells with others.
    pub story: Option<Id>,
    /// The article whose text it prints again: the earliest of its copies.
    pub copy_of: Option<Id>,
    /// The program and model that read it.
    pub made_by: String,
}

/// A date that an article does not give but that follows from others. Kept apart from what it
/// says itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InferredDate {
    /// ISO 8601, as long as its precision goes; none where only bounds are known.
    pub value: Option<String>,
    /// How much of the calendar the value pins down.
    pub precision: Precision,
    /// Always [`Basis::Inferred`].
    pub basis: Basis,
    /// The first day on which the article may have been published.
    pub not_before: String,
    /// The last.
    pub not_after: String,
    /// What it was inferred from.
    pub evidence: Vec<DateEvidence>,
}

/// Words of an undated article that name a day, and words of a dated one that name it too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateEvidence {
    /// The words of the undated article.
    pub here: Span,
    /// The dated article.
    pub article: Id,
    /// Its words.
    pub there: Span,
    /// What they name: a day or a week.
    pub value: String,
}

/// A statement and who its names are.
#[derive(Debug, Clone, PartialEq)]
pub struct StatementEntry {
    /// The article it stands in.
    pub article: Id,
    /// Which statement of the article it is, from 0.
    pub position: usize,
    /// Who said it; none where unknown.
    pub party: Option<Id>,
    /// Whom it is aimed at, as many as `statement.targets`.
    pub targets: Vec<Option<Id>>,
    /// Through whom it came, as many as `statement.via`.
    pub via: Vec<Option<Id>>,
    /// To whom it was said.
    pub addressee: Option<Id>,
    /// The echo of which it is one report; none where it is reported once.
    pub echo: Option<Id>,
    /// The statement.
    pub statement: Statement,
}

impl Dossier {
    /// How much the dossier holds.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn counts(&self) -> Result<Counts> {
        self.conn
            .query_row(
                "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM file),
                   (SELECT count(*) FROM statement),
                   (SELECT count(*) FROM statement WHERE party IS NULL),
                   (SELECT count(*) FROM party),
                   (SELECT count(*) FROM statement)
                     - (SELECT count(*) FROM echo_member WHERE earliest <> item),
                   (SELECT count(*) FROM copy_member WHERE earliest <> item),
                   (SELECT count(*) FROM story), (SELECT count(*) FROM echo)",
                [],
                |row| {
                    let number = |at| Ok::<_, rusqlite::Error>(count(row.get(at)?)? as u64);
                    Ok(Counts {
                        articles: number(0)?,
                        files: number(1)?,
                        statements: number(2)?,
                        by_unknown: number(3)?,
                        parties: number(4)?,
                        independent: number(5)?,
                        copies: number(6)?,
                        stories: number(7)?,
                        echoes: number(8)?,
                    })
                },
            )
            .map_err(|e| self.error(e))
    }

    pub(crate) fn article_count(&self) -> rusqlite::Result<u64> {
        self.conn
            .query_row("SELECT count(*) FROM article", [], |row| count(row.get(0)?))
            .map(|n| n as u64)
    }

    /// Every article without its text, by first path.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn articles(&self) -> Result<Vec<ArticleEntry>> {
        self.read_articles().map_err(|e| self.error(e))
    }

    fn read_articles(&self) -> rusqlite::Result<Vec<ArticleEntry>> {
        let mut paths = self.paths()?;
        let mut query = self.conn.prepare(ARTICLES)?;
        let rows = query.query_map([], |row| {
            let own = paths.remove(&id_at(row, 0)?).unwrap_or_default();
            article_entry(row, own)
        })?;
        let mut all = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        all.sort_by(|a, b| (&a.paths, &a.id).cmp(&(&b.paths, &b.id)));
        Ok(all)
    }

    fn paths(&self) -> rusqlite::Result<BTreeMap<Id, Vec<String>>> {
        let mut paths: BTreeMap<Id, Vec<String>> = BTreeMap::new();
        let mut query = self.conn.prepare("SELECT article, path FROM file ORDER BY path")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            paths.entry(id_at(row, 0)?).or_default().push(row.get(1)?);
        }
        Ok(paths)
    }

    /// One article as it was added, under the first of its paths, with its statements in text
    /// order; none where there is no such article.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn article(&self, id: &Id) -> Result<Option<(Article, Vec<Statement>)>> {
        let read = || {
            let Some(article) = rows::article(&self.conn, id)? else { return Ok(None) };
            let statements = rows::statements(&self.conn, Some(id))?;
            Ok(Some((article, statements.into_iter().map(|entry| entry.statement).collect())))
        };
        read().map_err(|e| self.error(e))
    }

    /// The text of one article, to which its spans refer.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn text(&self, id: &Id) -> Result<Option<Text>> {
        self.conn
            .prepare_cached("SELECT text FROM article WHERE id = ?1")
            .and_then(|mut query| {
                query.query_row([&*id.digits()], |row| Ok(Text::new(row.get(0)?))).optional()
            })
            .map_err(|e| self.error(e))
    }

    /// Every statement, by article and place in it.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn statements(&self) -> Result<Vec<StatementEntry>> {
        rows::statements(&self.conn, None).map_err(|e| self.error(e))
    }
}

const ARTICLES: &str = "
    SELECT a.id, a.title, a.outlet, a.url, a.made_by, a.published, a.published_precision,
      a.published_basis, a.published_start, a.published_end, a.published_exact,
      s.id, o.id, d.value, d.precision, d.not_before, d.not_after, d.evidence
    FROM article a
    LEFT JOIN story_member m ON m.item = a.number
    LEFT JOIN story s ON s.earliest = m.earliest
    LEFT JOIN copy_member c ON c.item = a.number AND c.earliest <> a.number
    LEFT JOIN article o ON o.number = c.earliest
    LEFT JOIN inferred_date d ON d.article = a.number";

/// One article without its text.
pub(crate) fn article(conn: &Connection, id: &Id) -> rusqlite::Result<Option<ArticleEntry>> {
    let mut query =
        conn.prepare_cached("SELECT path FROM file WHERE article = ?1 ORDER BY path")?;
    let paths =
        query.query_map([&*id.digits()], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    conn.prepare_cached(&format!("{ARTICLES} WHERE a.id = ?1"))?
        .query_row([&*id.digits()], |row| article_entry(row, paths))
        .optional()
}

fn article_entry(row: &Row<'_>, paths: Vec<String>) -> rusqlite::Result<ArticleEntry> {
    Ok(ArticleEntry {
        id: id_at(row, 0)?,
        paths,
        title: row.get(1)?,
        outlet: row.get(2)?,
        url: row.get(3)?,
        made_by: row.get(4)?,
        published: date(row, 5, span(row, 8)?)?,
        story: id_or_none(row, 11)?,
        copy_of: id_or_none(row, 12)?,
        inferred: inferred(row, 13)?,
    })
}

/// An inferred date in five columns from `first` on.
pub(crate) fn inferred(row: &Row<'_>, first: usize) -> rusqlite::Result<Option<InferredDate>> {
    let Some(not_before) = row.get(first + 2)? else { return Ok(None) };
    let precision: Option<String> = row.get(first + 1)?;
    let evidence: String = row.get(first + 4)?;
    Ok(Some(InferredDate {
        value: row.get(first)?,
        precision: precision.map_or(Ok(Precision::Unknown), |precision| word(&precision))?,
        basis: Basis::Inferred,
        not_before,
        not_after: row.get(first + 3)?,
        evidence: serde_json::from_str(&evidence)
            .map_err(|error| bad(format!("evidence of a date: {error}")))?,
    }))
}
