//! Sourcing by outlet: how much is named, institutional, unnamed, second-hand; what is copied.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Explore;
use super::articles::ArticleRow;
use super::view::Pair;

const MOST_GROUPS: usize = 100;

/// Statements by how the article names the speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct Sourcings {
    pub named: u64,
    pub institution: u64,
    pub collective: u64,
    pub unnamed: u64,
    pub document: u64,
    pub media: u64,
}

/// Statements by how much is quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct FormCounts {
    pub direct: u64,
    pub mixed: u64,
    pub indirect: u64,
}

/// How an outlet, or all of them, have their statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Counts {
    /// Articles.
    pub articles: u64,
    /// Those whose text an earlier article has.
    pub copies: u64,
    /// Statements.
    pub statements: Pair,
    /// By how the speaker is named.
    pub sourcing: Sourcings,
    /// Those that came through another.
    pub second_hand: u64,
    /// By how much is quoted.
    pub form: FormCounts,
}

/// An outlet's row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OutletRow {
    /// Its name; none where articles do not say.
    pub outlet: Option<String>,
    /// Its counts.
    #[serde(flatten)]
    pub counts: Counts,
}

/// One text in several papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CopyGroup {
    /// The first.
    pub article: ArticleRow,
    /// The others.
    pub copies: Vec<ArticleRow>,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "outlets, their sum, and copies")]
pub struct SourcingPage {
    pub outlets: Vec<OutletRow>,
    pub total: Counts,
    pub copies: Vec<CopyGroup>,
}

impl Explore<'_> {
    /// Sourcing by outlet, most statements first.
    pub fn sourcing(&self) -> SourcingPage {
        let ledger = self.ledger;
        let mut outlets = vec![Counts::default(); ledger.outlets.len()];
        let mut total = Counts::default();
        let mut groups: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (at, article) in ledger.articles.iter().enumerate() {
            let copy = article.original as usize != at;
            for counts in [&mut outlets[article.outlet as usize], &mut total] {
                counts.articles += 1;
                counts.copies += u64::from(copy);
            }
            if copy {
                groups.entry(article.original).or_default().push(at as u32);
            }
        }
        for (at, entry) in ledger.entries.iter().enumerate() {
            let outlet = ledger.articles[entry.article as usize].outlet as usize;
            for counts in [&mut outlets[outlet], &mut total] {
                counts.statements.add(ledger.is_independent(at));
                counts.second_hand += u64::from(entry.second_hand);
                let Sourcings { named, institution, collective, unnamed, document, media } =
                    &mut counts.sourcing;
                *[named, institution, collective, unnamed, document, media]
                    [entry.sourcing as usize] += 1;
                let FormCounts { direct, mixed, indirect } = &mut counts.form;
                *[direct, mixed, indirect][entry.form as usize] += 1;
            }
        }
        let mut rows: Vec<OutletRow> = ledger
            .outlets
            .iter()
            .zip(outlets)
            .map(|(outlet, counts)| OutletRow { outlet: outlet.clone(), counts })
            .collect();
        rows.sort_by(|a, b| {
            (b.counts.statements.reports, &a.outlet).cmp(&(a.counts.statements.reports, &b.outlet))
        });
        let mut copies: Vec<(u32, Vec<u32>)> = groups.into_iter().collect();
        copies.sort_by_key(|(original, copies)| (std::cmp::Reverse(copies.len()), *original));
        copies.truncate(MOST_GROUPS);
        let group = |(original, copies): (u32, Vec<u32>)| CopyGroup {
            article: self.article_row(original),
            copies: copies.into_iter().map(|at| self.article_row(at)).collect(),
        };
        SourcingPage { outlets: rows, total, copies: copies.into_iter().map(group).collect() }
    }
}
