//! Reading a dossier.

use std::collections::BTreeMap;

use gainsay_link::{Profile, RoleHeld};
use gainsay_record::{
    Article, DateValue, Id, Party, Span, Speaker, SpeakerKind, Statement, Text, TextRange, Zone,
};
use rusqlite::{OptionalExtension, Row, ToSql, params};

use crate::decode::{bad, count, date, list, span, word};
use crate::error::Result;
use crate::{Dossier, parties};

/// How much a dossier holds. Statements are *reports*: the same words in two papers are two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Articles, each once however many files hold it.
    pub articles: u64,
    /// Paths that articles came from.
    pub files: u64,
    /// Statements reported.
    pub statements: u64,
    /// Those among them whose speaker is unknown.
    pub by_unknown: u64,
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
    /// The program and model that read it.
    pub made_by: String,
}

/// A party as the dossier's articles together show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyEntry {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: SpeakerKind,
    /// Its other names, most used first.
    pub aliases: Vec<String>,
    /// Its roles, most given first.
    pub roles: Vec<RoleHeld>,
    /// Whom it speaks for, nearest first.
    pub speaks_for: Vec<String>,
    /// The party it speaks for in the end.
    pub principal: Option<Id>,
    /// How many statements by it are reported. None where others only speak of it or for it.
    pub statements: u64,
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
                   (SELECT count(*) FROM party)",
                [],
                |row| {
                    let number = |at| Ok::<_, rusqlite::Error>(count(row.get(at)?)? as u64);
                    Ok(Counts {
                        articles: number(0)?,
                        files: number(1)?,
                        statements: number(2)?,
                        by_unknown: number(3)?,
                        parties: number(4)?,
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
        let mut query = self.conn.prepare(
            "SELECT id, title, outlet, url, made_by, published, published_precision,
               published_basis, published_start, published_end, published_exact FROM article",
        )?;
        let rows = query.query_map([], |row| {
            let id = Id(row.get(0)?);
            Ok(ArticleEntry {
                paths: paths.remove(&id).unwrap_or_default(),
                title: row.get(1)?,
                outlet: row.get(2)?,
                url: row.get(3)?,
                made_by: row.get(4)?,
                published: date(row, 5, span(row, 8)?)?,
                id,
            })
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
            paths.entry(Id(row.get(0)?)).or_default().push(row.get(1)?);
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
            let Some(article) = self.read_article(id)? else { return Ok(None) };
            let statements = self.read_statements(Some(id))?;
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
                query.query_row([&id.0], |row| Ok(Text::new(row.get(0)?))).optional()
            })
            .map_err(|e| self.error(e))
    }

    pub(crate) fn read_article(&self, id: &Id) -> rusqlite::Result<Option<Article>> {
        let mut query = self.conn.prepare_cached(
            "SELECT text, text_is_input, title, outlet, authors, dateline, language, collected,
               url, published, published_precision, published_basis, published_start,
               published_end, published_exact,
               (SELECT min(path) FROM file WHERE article = ?1)
             FROM article WHERE id = ?1",
        )?;
        let article = query.query_row([&id.0], |row| {
            Ok(Article {
                path: row.get::<_, Option<String>>(15)?.unwrap_or_default(),
                text: Text::new(row.get(0)?),
                text_is_input: row.get(1)?,
                title: row.get(2)?,
                outlet: row.get(3)?,
                authors: list(&row.get::<_, String>(4)?)?,
                dateline: row.get(5)?,
                language: row.get(6)?,
                collected: row.get(7)?,
                url: row.get(8)?,
                published: date(row, 9, span(row, 12)?)?,
                zones: Vec::new(),
            })
        });
        let Some(mut article) = article.optional()? else { return Ok(None) };
        let mut query = self.conn.prepare_cached(
            "SELECT kind, start, \"end\" FROM zone WHERE article = ?1 ORDER BY position",
        )?;
        let text = &article.text;
        let zones = query.query_map([&id.0], |row| zone(row, text))?;
        article.zones = zones.collect::<rusqlite::Result<_>>()?;
        Ok(Some(article))
    }

    /// Every statement, by article and place in it.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn statements(&self) -> Result<Vec<StatementEntry>> {
        self.read_statements(None).map_err(|e| self.error(e))
    }

    /// The statements of one article or, with none given, of all.
    pub(crate) fn read_statements(
        &self,
        article: Option<&Id>,
    ) -> rusqlite::Result<Vec<StatementEntry>> {
        // Two queries and not one with "or": that would pass the index by.
        let of = if article.is_some() { "s.article = ?1" } else { "?1 IS NULL" };
        self.read_statements_where(of, params![article.map(|id| &id.0)])
    }

    /// The statements `s` of which a condition holds, by article and place in it.
    pub(crate) fn read_statements_where(
        &self,
        of: &str,
        only: &[&dyn ToSql],
    ) -> rusqlite::Result<Vec<StatementEntry>> {
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT article, position, party, id, zone, mode, form, act, act_confidence, act_basis,
               speaker_name, speaker_kind, speaker_role, speaks_for, resolved_from, candidates,
               sourcing, said, said_precision, said_basis, confidence, made_by, act_runner_up
             FROM statement s WHERE {of} ORDER BY article, position",
        ))?;
        let mut all = query.query_map(only, statement)?.collect::<rusqlite::Result<Vec<_>>>()?;
        let place: BTreeMap<String, usize> =
            all.iter().enumerate().map(|(i, entry)| (entry.statement.id.0.clone(), i)).collect();

        let mut query = self.conn.prepare_cached(&format!(
            "SELECT m.statement, m.role, m.name, m.party
             FROM mention m JOIN statement s ON s.id = m.statement
             WHERE {of} AND m.role IN ('via', 'target', 'addressee')
             ORDER BY m.statement, m.role, m.part",
        ))?;
        let mut rows = query.query(only)?;
        while let Some(row) = rows.next()? {
            let Some(&at) = place.get(&row.get::<_, String>(0)?) else { continue };
            let party = Party { name: row.get(2)?, spans: Vec::new() };
            match row.get::<_, String>(1)?.as_str() {
                "via" => all[at].statement.via.push(party),
                "target" => {
                    all[at].statement.targets.push(party);
                    all[at].targets.push(row.get::<_, Option<String>>(3)?.map(Id));
                }
                _ => all[at].statement.addressee = Some(party),
            }
        }

        let mut query = self.conn.prepare_cached(&format!(
            "SELECT p.start, p.\"end\", p.exact, p.statement, p.role, p.part
             FROM span p JOIN statement s ON s.id = p.statement
             WHERE {of}
             ORDER BY p.statement, p.role, p.part, p.position",
        ))?;
        let mut rows = query.query(only)?;
        while let Some(row) = rows.next()? {
            let Some(&at) = place.get(&row.get::<_, String>(3)?) else { continue };
            let (role, part): (String, i64) = (row.get(4)?, row.get(5)?);
            if let Some(span) = span(row, 0)? {
                put(&mut all[at].statement, &role, count(part)?, span)?;
            }
        }
        Ok(all)
    }

    /// Every party, most statements first, then by name.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn parties(&self) -> Result<Vec<PartyEntry>> {
        self.read_parties().map_err(|e| self.error(e))
    }

    fn read_parties(&self) -> rusqlite::Result<Vec<PartyEntry>> {
        let mut query = self.conn.prepare(
            "SELECT p.id, p.principal,
               (SELECT count(*) FROM statement s WHERE s.party = p.id) FROM party p",
        )?;
        let mut rows = query.query([])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let id: String = row.get(0)?;
            let facts = parties::facts(&self.conn, &id)?
                .ok_or_else(|| bad(format!("nothing is counted of party {id}")))?;
            let Profile { name, kind, aliases, roles, speaks_for, .. } =
                gainsay_link::profile(&facts);
            all.push(PartyEntry {
                id: Id(id),
                name,
                kind,
                aliases,
                roles,
                speaks_for,
                principal: row.get::<_, Option<String>>(1)?.map(Id),
                statements: count(row.get(2)?)? as u64,
            });
        }
        all.sort_by(|a, b| (b.statements, &a.name, &a.id).cmp(&(a.statements, &b.name, &b.id)));
        Ok(all)
    }
}

fn zone(row: &Row<'_>, text: &Text) -> rusqlite::Result<Zone> {
    let (start, end) = (count(row.get(1)?)?, count(row.get(2)?)?);
    match (text.byte(start), text.byte(end)) {
        (Some(first), Some(last)) if first <= last => {
            Ok(Zone { kind: word(&row.get::<_, String>(0)?)?, range: TextRange::new(first, last) })
        }
        _ => Err(bad(format!("zone {start}..{end} lies outside the text"))),
    }
}

/// A statement without its spans and the parties they name.
fn statement(row: &Row<'_>) -> rusqlite::Result<StatementEntry> {
    let text = |at: usize| row.get::<_, String>(at);
    let statement = Statement {
        id: Id(text(3)?),
        zone: word(&text(4)?)?,
        mode: word(&text(5)?)?,
        form: word(&text(6)?)?,
        act: word(&text(7)?)?,
        act_confidence: row.get::<_, f64>(8)? as f32,
        act_basis: text(9)?,
        act_runner_up: row.get::<_, Option<String>>(22)?.map(|act| word(&act)).transpose()?,
        source: Vec::new(),
        cue: Vec::new(),
        content: Vec::new(),
        speaker: Speaker {
            name: text(10)?,
            kind: word(&text(11)?)?,
            role: row.get(12)?,
            speaks_for: list(&text(13)?)?,
            resolved_from: word(&text(14)?)?,
            candidates: list(&text(15)?)?,
        },
        sourcing: word(&text(16)?)?,
        via: Vec::new(),
        targets: Vec::new(),
        addressee: None,
        said: date(row, 17, None)?,
        confidence: row.get::<_, f64>(20)? as f32,
        made_by: text(21)?,
    };
    Ok(StatementEntry {
        article: Id(text(0)?),
        position: count(row.get(1)?)?,
        party: row.get::<_, Option<String>>(2)?.map(Id),
        targets: Vec::new(),
        statement,
    })
}

/// Puts a span where it belongs. They come in order.
fn put(statement: &mut Statement, role: &str, part: usize, span: Span) -> rusqlite::Result<()> {
    let orphan = || bad(format!("a span of {role} {part} belongs to nothing in its statement"));
    let spans = match role {
        "source" => &mut statement.source,
        "cue" => &mut statement.cue,
        "content" => &mut statement.content,
        "via" => &mut statement.via.get_mut(part).ok_or_else(orphan)?.spans,
        "target" => &mut statement.targets.get_mut(part).ok_or_else(orphan)?.spans,
        "addressee" => &mut statement.addressee.as_mut().ok_or_else(orphan)?.spans,
        _ => {
            statement.said.as_mut().ok_or_else(orphan)?.span = Some(span);
            return Ok(());
        }
    };
    spans.push(span);
    Ok(())
}
