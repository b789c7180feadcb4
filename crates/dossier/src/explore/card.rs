//! A statement's card: who, what, at whom, when, in the words of the paper.

use gainsay_record::{Article, Span, Statement};
use rusqlite::params;
use serde::Serialize;

use super::rows::rounded;
use super::view::{Date, Place, Row, sure};
use super::{Ask, EntryView, Explore};
use crate::rows;

/// Where the words of a statement stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct Spans {
    pub source: Vec<Place>,
    pub cue: Vec<Place>,
    pub content: Vec<Place>,
    pub via: Vec<Vec<Place>>,
    pub target: Vec<Vec<Place>>,
    pub addressee: Vec<Place>,
}

/// A statement with its places.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "a row and its places")]
pub struct Spoken {
    #[serde(flatten)]
    pub row: Row,
    pub spans: Spans,
}

/// The article's words around a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "a place and its words, in code points")]
pub struct Passage {
    pub start: usize,
    pub end: usize,
    pub text: String,
}

/// The article a statement stands in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct InArticle {
    pub id: String,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub published: Option<Date>,
    pub authors: Vec<String>,
    pub dateline: Option<String>,
    pub url: Option<String>,
    pub paths: Vec<String>,
    pub copy_of: Option<String>,
}

/// An answer, seen from one of its ends.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnswerView {
    /// `deny`, `admit`, `refuse`, `accept`, `counter`, `decline`.
    pub kind: String,
    /// How sure the program is.
    pub confidence: f64,
    /// The same in a word.
    pub sure: String,
    /// Why it was drawn.
    pub reason: String,
    /// What a person said of it: `accept`, `reject`.
    pub verdict: Option<String>,
    /// The other end.
    pub statement: Row,
}

/// Another report of the same utterance.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "a row and whether it is the first")]
pub struct EchoView {
    pub statement: Row,
    pub earliest: bool,
}

/// How a statement stands to an allegation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Stand {
    /// The allegation.
    pub id: String,
    /// In words.
    pub words: String,
    /// `asserts`, `denies`, `admits in part`.
    pub stance: String,
}

/// A remark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "who remarked what when")]
pub struct NoteView {
    pub number: u64,
    pub text: String,
    pub who: String,
    pub when: String,
}

/// A statement's card.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct Card {
    #[serde(flatten)]
    pub row: Row,
    pub act_confidence: f64,
    pub act_sure: String,
    pub act_basis: String,
    pub act_runner_up: Option<String>,
    pub made_by: String,
    pub said_span: Option<Place>,
    pub spans: Spans,
    pub passage: Passage,
    pub in_article: InArticle,
    pub answers_to: Vec<AnswerView>,
    pub answers_from: Vec<AnswerView>,
    pub echoes: Vec<EchoView>,
    pub allegations: Vec<Stand>,
    pub corrections: Vec<EntryView>,
    pub notes_text: Vec<NoteView>,
}

impl Spans {
    pub(super) fn of(statement: &Statement) -> Spans {
        let places = |spans: &Vec<Span>| spans.iter().map(Place::from).collect::<Vec<_>>();
        Spans {
            source: places(&statement.source),
            cue: places(&statement.cue),
            content: places(&statement.content),
            via: statement.via.iter().map(|via| places(&via.spans)).collect(),
            target: statement.targets.iter().map(|target| places(&target.spans)).collect(),
            addressee: statement
                .addressee
                .as_ref()
                .map(|party| places(&party.spans))
                .unwrap_or_default(),
        }
    }
}

impl Explore<'_> {
    /// A statement's card; none where there is no such statement.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn card(&self, id: &str) -> Ask<Option<Card>> {
        let Some(at) = self.ledger.find(id) else { return Ok(None) };
        let article = &self.ledger.articles[self.ledger.entries[at as usize].article as usize].id;
        let number = self.ledger.entries[at as usize].number;
        let read = || {
            let conn = &self.dossier.conn;
            let mut found = rows::statements_where(conn, "s.number = ?1", params![number])?;
            Ok(rows::article(conn, article)?.zip(found.pop()))
        };
        match read().map_err(|e| self.dossier.error(e))? {
            Some((article, found)) => self.card_in(at, &article, &found.statement),
            None => Ok(None),
        }
    }

    /// The card of a statement whose article is at hand.
    pub(super) fn card_in(
        &self,
        at: u32,
        article: &Article,
        statement: &Statement,
    ) -> Ask<Option<Card>> {
        let ledger = self.ledger;
        let sql = |error| self.dossier.error(error);
        let Some(row) = self.row(at).map_err(sql)? else { return Ok(None) };
        let entry = &ledger.entries[at as usize];
        let article_row = self.article_row(entry.article);
        let members = ledger.echoes.get(entry.echo as usize).map(|echo| &echo.members);
        let mut echoes = Vec::new();
        for &member in members.into_iter().flatten().filter(|member| **member != at) {
            if let Some(statement) = self.row(member).map_err(sql)? {
                echoes
                    .push(EchoView { statement, earliest: ledger.is_independent(member as usize) });
            }
        }
        let (mut answers_to, mut answers_from) = (Vec::new(), Vec::new());
        for answer in &ledger.answers {
            let (list, other) = match (answer.from == at, answer.to == at) {
                (true, _) => (&mut answers_to, answer.to),
                (_, true) => (&mut answers_from, answer.from),
                _ => continue,
            };
            let Some(statement) = self.row(other).map_err(sql)? else { continue };
            let verdict = answer.verdict.map(|yes| if yes { "accept" } else { "reject" });
            list.push(AnswerView {
                kind: answer.kind.as_str().to_owned(),
                confidence: rounded(answer.confidence),
                sure: sure(f64::from(answer.confidence)),
                reason: answer.reason.clone(),
                verdict: verdict.map(str::to_owned),
                statement,
            });
        }
        Ok(Some(Card {
            act_confidence: rounded(statement.act_confidence),
            act_sure: sure(f64::from(statement.act_confidence)),
            act_basis: statement.act_basis.clone(),
            act_runner_up: statement.act_runner_up.map(|act| act.as_str().to_owned()),
            made_by: statement.made_by.clone(),
            said_span: statement.said.as_ref().and_then(|d| d.span.as_ref()).map(Place::from),
            spans: Spans::of(statement),
            passage: passage(article, statement),
            in_article: InArticle {
                id: article_row.id,
                title: article_row.title,
                outlet: article_row.outlet,
                published: article_row.published,
                authors: article.authors.clone(),
                dateline: article.dateline.clone(),
                url: article.url.clone(),
                paths: article_row.paths,
                copy_of: article_row.copy_of,
            },
            answers_to,
            answers_from,
            echoes,
            allegations: self.stands(at),
            corrections: self.corrections_of(Some(&row.id), None, None),
            notes_text: self.notes(&row.id),
            row,
        }))
    }
}

/// The whole zones that the statement's words stand in.
fn passage(article: &Article, statement: &Statement) -> Passage {
    let text = &article.text;
    let own = statement.source.iter().chain(&statement.cue).chain(&statement.content);
    let places: Vec<_> = own.filter_map(|span| text.range_of(span).ok()).collect();
    let Some(words) = places.iter().copied().reduce(|a, b| a.cover(b)) else {
        return Passage { start: 0, end: 0, text: String::new() };
    };
    let zones = article.zones.iter().map(|zone| zone.range).filter(|zone| zone.overlaps(words));
    let whole = zones.fold(words, |whole, zone| whole.cover(zone));
    let span = text.span(whole);
    Passage { start: span.start, end: span.end, text: span.exact }
}
