//! Articles and stories.

use gainsay_record::Statement;
use serde::Serialize;

use super::card::{Spans, Spoken};
use super::ledger::NONE;
use super::view::{Date, List, iso, page};
use super::{Ask, EntryView, Explore, Paging};

/// An article in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct ArticleRow {
    pub id: String,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub published: Option<Date>,
    pub paths: Vec<String>,
    pub statements: u64,
    /// The first article with this text, where that is another.
    pub copy_of: Option<String>,
    /// How many later articles have its text.
    pub copies: u64,
    pub story: Option<String>,
}

/// Which articles are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArticleFilter {
    /// Of this outlet; an empty name asks for unknown ones.
    pub outlet: Option<String>,
    /// Of this story.
    pub story: Option<String>,
    /// With these words in the headline.
    pub title: Option<String>,
}

/// A stretch of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct ZoneView {
    pub kind: String,
    pub start: usize,
    pub end: usize,
}

/// An article's page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct ArticlePage {
    pub id: String,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub published: Option<Date>,
    pub paths: Vec<String>,
    pub copy_of: Option<String>,
    pub copies: u64,
    pub story: Option<String>,
    pub authors: Vec<String>,
    pub dateline: Option<String>,
    pub language: Option<String>,
    pub collected: Option<String>,
    pub url: Option<String>,
    /// The program and model that read it.
    pub made_by: String,
    pub text: String,
    pub zones: Vec<ZoneView>,
    pub statements: Vec<Spoken>,
    /// Other articles with its text.
    pub others: Vec<ArticleRow>,
    pub corrections: Vec<EntryView>,
}

/// A story in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StoryRow {
    /// Its id.
    pub id: String,
    /// The headline of its first article.
    pub title: Option<String>,
    /// How many articles.
    pub articles: u64,
    /// How many texts, copies aside.
    pub independent: u64,
    /// The day of its first article.
    pub first: Option<String>,
    /// Of its last.
    pub last: Option<String>,
}

/// A story's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StoryPage {
    /// The story.
    #[serde(flatten)]
    pub row: StoryRow,
    /// Its articles, by date of publication.
    #[serde(rename = "in")]
    pub articles: Vec<ArticleRow>,
}

impl Explore<'_> {
    /// Articles by date of publication, unknown last; only those of an outlet, of a story, or with
    /// these words in the headline, where asked for.
    ///
    /// # Errors
    /// If the page before is not of this view.
    pub fn articles(&self, asked: &ArticleFilter, paging: &Paging) -> Ask<List<ArticleRow>> {
        let ledger = self.ledger;
        let title = asked.title.as_ref().map(|title| title.to_lowercase());
        let story = asked.story.as_ref().map(|id| ledger.story_called(id));
        let is_asked = |at: &u32| {
            let article = &ledger.articles[*at as usize];
            let outlet = || ledger.outlets[article.outlet as usize].as_deref().unwrap_or("");
            asked.outlet.as_ref().is_none_or(|asked| asked == outlet())
                && story.is_none_or(|story| story == Some(article.story))
                && title.as_ref().is_none_or(|asked| {
                    article.title.as_ref().is_some_and(|t| t.to_lowercase().contains(asked))
                })
        };
        let all: Vec<u32> = (0..ledger.articles.len() as u32).filter(is_asked).collect();
        page(
            &all,
            (paging.after.as_deref(), paging.limit),
            |id| ledger.article_called(id),
            |at| ledger.articles[at as usize].id.to_string(),
            |at| Ok(self.article_row(at)),
        )
    }

    pub(super) fn article_row(&self, at: u32) -> ArticleRow {
        let ledger = self.ledger;
        let article = &ledger.articles[at as usize];
        let copy = article.original != at;
        ArticleRow {
            id: article.id.to_string(),
            title: article.title.clone(),
            outlet: ledger.outlets[article.outlet as usize].clone(),
            published: self.published(at),
            paths: article.paths.clone(),
            statements: u64::from(article.statements),
            copy_of: copy.then(|| ledger.articles[article.original as usize].id.to_string()),
            copies: u64::from(article.copies),
            story: (article.story != NONE)
                .then(|| ledger.stories[article.story as usize].id.to_string()),
        }
    }

    /// One article with its text; none where there is no such.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn article(&self, id: &str) -> Ask<Option<ArticlePage>> {
        let ledger = self.ledger;
        let Some(at) = ledger.article_called(id) else { return Ok(None) };
        let Some((article, statements)) = self.dossier.article(&ledger.articles[at as usize].id)?
        else {
            return Ok(None);
        };
        let original = ledger.articles[at as usize].original;
        let others = (0..ledger.articles.len() as u32)
            .filter(|&other| other != at && ledger.articles[other as usize].original == original)
            .map(|other| self.article_row(other))
            .collect();
        let spoken = |statement: &Statement| -> Ask<Option<Spoken>> {
            let Some(at) = ledger.place(statement.id) else { return Ok(None) };
            let row = self.row(at).map_err(|e| self.dossier.error(e))?;
            Ok(row.map(|row| Spoken { row, spans: Spans::of(statement) }))
        };
        let zone = |zone: &gainsay_record::Zone| ZoneView {
            kind: zone.kind.as_str().to_owned(),
            start: article.text.code_point(zone.range.start),
            end: article.text.code_point(zone.range.end),
        };
        let row = self.article_row(at);
        Ok(Some(ArticlePage {
            id: row.id,
            title: row.title,
            outlet: row.outlet,
            published: row.published,
            paths: row.paths,
            copy_of: row.copy_of,
            copies: row.copies,
            story: row.story,
            made_by: self.made_by(id).map_err(|e| self.dossier.error(e))?,
            zones: article.zones.iter().map(zone).collect(),
            statements: statements
                .iter()
                .filter_map(|statement| spoken(statement).transpose())
                .collect::<Ask<_>>()?,
            others,
            corrections: self.corrections_of(None, Some(id), None),
            authors: article.authors,
            dateline: article.dateline,
            language: article.language,
            collected: article.collected,
            url: article.url,
            text: article.text.as_str().to_owned(),
        }))
    }

    fn made_by(&self, article: &str) -> rusqlite::Result<String> {
        self.dossier
            .conn
            .prepare_cached("SELECT made_by FROM article WHERE id = ?1")?
            .query_row([article], |row| row.get(0))
    }

    /// Stories, those with most articles first.
    ///
    /// # Errors
    /// If the page before is not of this view.
    pub fn stories(&self, paging: &Paging) -> Ask<List<StoryRow>> {
        page(
            self.ledger.stories_by_articles(),
            (paging.after.as_deref(), paging.limit),
            |id| self.ledger.story_called(id),
            |at| self.ledger.stories[at as usize].id.to_string(),
            |at| Ok(self.story_row(at)),
        )
    }

    /// One story; none where there is no such.
    pub fn story(&self, id: &str) -> Option<StoryPage> {
        let at = self.ledger.story_called(id)?;
        let articles = self.ledger.stories[at as usize].articles.iter();
        let articles = articles.map(|&article| self.article_row(article)).collect();
        Some(StoryPage { row: self.story_row(at), articles })
    }

    fn story_row(&self, at: u32) -> StoryRow {
        let ledger = self.ledger;
        let story = &ledger.stories[at as usize];
        let articles = story.articles.iter().map(|&article| &ledger.articles[article as usize]);
        let mut texts: Vec<u32> = articles.clone().map(|article| article.original).collect();
        texts.sort_unstable();
        texts.dedup();
        let days = articles.clone().filter_map(|article| article.days);
        StoryRow {
            id: story.id.to_string(),
            title: articles.clone().find_map(|article| article.title.clone()),
            articles: story.articles.len() as u64,
            independent: texts.len() as u64,
            first: iso(days.clone().map(|(first, _)| first).min()),
            last: iso(days.map(|(_, last)| last).max()),
        }
    }
}
