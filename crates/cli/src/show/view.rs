//! What is shown: the dossier's statements by lane and party, ready to print or to serialise.

use std::collections::BTreeMap;

use gainsay_dossier::{ArticleEntry, Dossier, PartyEntry, StatementEntry};
use gainsay_link::key;
use gainsay_record::{Act, DateValue, Id, Statement};
use serde::Serialize;

use super::lanes::Lanes;
use super::passage::{Passage, passage};
use super::when;

/// Which statements are wanted. Nothing given: all.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of this party and those who speak for it. Part of a name will do ("Renska").
    pub party: Option<String>,
    /// With one of these acts.
    pub acts: Vec<Act>,
}

impl Filter {
    /// Whether it lets everything through.
    pub fn is_open(&self) -> bool {
        self.party.is_none() && self.acts.is_empty()
    }
}

/// All that `show` prints.
#[derive(Debug, Serialize)]
pub struct View {
    /// Articles in the dossier.
    pub articles: usize,
    /// Who published them, in order.
    pub outlets: Vec<String>,
    /// The first publication date.
    pub first: Option<DateValue>,
    /// The last publication date.
    pub last: Option<DateValue>,
    /// Articles without a publication date.
    pub undated: usize,
    /// Statements reported in the whole dossier; the same words in two papers are two.
    pub reports: usize,
    /// Those whose speaker is unknown.
    pub by_unknown: usize,
    /// Parties that speak.
    pub speakers: usize,
    /// How many reports of each act, in the order of the record.
    pub acts: BTreeMap<Act, usize>,
    /// Who acts against whom, between lanes, most first.
    pub exchanges: Vec<Exchange>,
    /// Whether `lanes` holds everything or what a filter let through.
    pub filtered: bool,
    /// The statements, by lane; the unknown speakers last.
    pub lanes: Vec<Lane>,
}

/// What one lane says against another.
#[derive(Debug, Serialize)]
pub struct Exchange {
    /// Who speaks.
    pub from: String,
    /// Against whom.
    pub to: String,
    /// How many reports of each act.
    pub acts: BTreeMap<Act, usize>,
}

/// Parties that speak for one another, under the one they speak for in the end.
#[derive(Debug, Serialize)]
pub struct Lane {
    /// Its name; none for unknown speakers.
    pub name: Option<String>,
    /// Statements of all members.
    pub reports: usize,
    /// The party of that name first, then most statements first.
    pub members: Vec<Member>,
}

/// One party and what it says.
#[derive(Debug, Serialize)]
pub struct Member {
    /// The party; none where unknown.
    pub party: Option<Id>,
    /// Its name; `unknown` where unknown.
    pub name: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Its roles, most given first.
    pub roles: Vec<String>,
    /// Whom it speaks for, nearest first.
    pub speaks_for: Vec<String>,
    /// What it says, in the order said; the undated last.
    pub statements: Vec<Said>,
}

/// A statement and where it was printed.
#[derive(Debug, Serialize)]
pub struct Said {
    /// The article.
    pub article: Id,
    /// Where it came from.
    pub path: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// When it was published.
    pub published: Option<DateValue>,
    /// The statement, as in `extract`.
    #[serde(flatten)]
    pub statement: Statement,
    /// The words around it, as printed.
    #[serde(skip)]
    pub passage: Passage,
}

impl View {
    /// Reads what the filter lets through. The counts are those of the whole dossier.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn read(dossier: &Dossier, filter: &Filter) -> gainsay_dossier::Result<View> {
        let articles = dossier.articles()?;
        let parties = dossier.parties()?;
        let entries = dossier.statements()?;
        let lanes = Lanes::of(&parties);

        let mut view = View {
            articles: articles.len(),
            outlets: articles.iter().filter_map(|article| article.outlet.clone()).collect(),
            first: dates(&articles).min_by_key(|date| when::order(Some(date))).cloned(),
            last: dates(&articles).max_by_key(|date| when::order(Some(date))).cloned(),
            undated: articles.len() - dates(&articles).count(),
            reports: entries.len(),
            by_unknown: entries.iter().filter(|entry| entry.party.is_none()).count(),
            speakers: parties.iter().filter(|party| party.statements > 0).count(),
            acts: BTreeMap::new(),
            exchanges: exchanges(&entries, &lanes),
            filtered: !filter.is_open(),
            lanes: Vec::new(),
        };
        view.outlets.sort();
        view.outlets.dedup();
        for entry in &entries {
            *view.acts.entry(entry.statement.act).or_default() += 1;
        }

        let wanted = |entry: &StatementEntry| {
            (filter.acts.is_empty() || filter.acts.contains(&entry.statement.act))
                && filter.party.as_deref().is_none_or(|name| {
                    lanes.chain(entry.party.as_ref()).iter().any(|party| answers_to(party, name))
                })
        };
        let chosen: Vec<StatementEntry> = entries.into_iter().filter(wanted).collect();
        view.lanes = lanes.fill(said(dossier, &articles, chosen)?);
        Ok(view)
    }
}

fn dates(articles: &[ArticleEntry]) -> impl Iterator<Item = &DateValue> {
    let published = articles.iter().filter_map(|article| article.published.as_ref());
    published.filter(|date| when::first_day(date).is_some())
}

/// Whether somebody asking for `name` means this party: one of its names, or whole words of one.
fn answers_to(party: &PartyEntry, name: &str) -> bool {
    let Some(wanted) = key(name).map(|key| format!(" {key} ")) else { return false };
    std::iter::once(&party.name)
        .chain(&party.aliases)
        .filter_map(|name| key(name))
        .any(|name| format!(" {name} ").contains(&wanted))
}

/// Statements with what is known of their articles, in the order said.
fn said(
    dossier: &Dossier,
    articles: &[ArticleEntry],
    entries: Vec<StatementEntry>,
) -> gainsay_dossier::Result<Vec<(Option<Id>, Said)>> {
    let known: BTreeMap<&Id, &ArticleEntry> =
        articles.iter().map(|article| (&article.id, article)).collect();
    let mut all = Vec::with_capacity(entries.len());
    let mut open = None;
    // They come article by article: each text is read once.
    for entry in entries {
        if open.as_ref().is_none_or(|(id, _)| *id != entry.article) {
            let text = dossier.text(&entry.article)?;
            open = Some((entry.article, text));
        }
        let text = open.as_ref().and_then(|(_, text)| text.as_ref());
        let article = known.get(&entry.article);
        let said = Said {
            path: article.and_then(|it| it.paths.first()).cloned().unwrap_or_default(),
            outlet: article.and_then(|it| it.outlet.clone()),
            published: article.and_then(|it| it.published.clone()),
            passage: passage(text, &entry.statement, &[]),
            article: entry.article,
            statement: entry.statement,
        };
        all.push((entry.position, (entry.party, said)));
    }
    all.sort_by(|(i, (_, a)), (j, (_, b))| {
        let place = |said: &Said, i: usize| {
            (when::order(said.statement.said.as_ref()), when::order(said.published.as_ref()), i)
        };
        let (left, right) = (place(a, *i), place(b, *j));
        (left.0, left.1, &a.path, left.2).cmp(&(right.0, right.1, &b.path, right.2))
    });
    Ok(all.into_iter().map(|(_, said)| said).collect())
}

/// Who acts against whom. What only informs, and what declines, is against nobody. The two
/// directions of one exchange stand together, the busiest exchange first.
fn exchanges(entries: &[StatementEntry], lanes: &Lanes<'_>) -> Vec<Exchange> {
    let mut counted: BTreeMap<(&Id, &Id), BTreeMap<Act, usize>> = BTreeMap::new();
    for entry in entries {
        let act = entry.statement.act;
        let Some(from) = entry.party.as_ref().map(|id| lanes.head(id)) else { continue };
        if matches!(act, Act::State | Act::Decline) {
            continue;
        }
        let mut to: Vec<&Id> = entry.targets.iter().flatten().map(|id| lanes.head(id)).collect();
        to.sort();
        to.dedup();
        for to in to {
            *counted.entry((from, to)).or_default().entry(act).or_default() += 1;
        }
    }
    let reports =
        |from, to| -> usize { counted.get(&(from, to)).map_or(0, |acts| acts.values().sum()) };
    let mut all: Vec<_> = counted
        .iter()
        .map(|(&(from, to), acts)| {
            let (one, other) = (reports(from, to), if from == to { 0 } else { reports(to, from) });
            let pair = if from < to { (from, to) } else { (to, from) };
            let exchange = Exchange {
                from: lanes.name(from).to_owned(),
                to: lanes.name(to).to_owned(),
                acts: acts.clone(),
            };
            (std::cmp::Reverse(one + other), pair, std::cmp::Reverse(one), (from, to), exchange)
        })
        .collect();
    all.sort_by(|a, b| (a.0, a.1, a.2, a.3).cmp(&(b.0, b.1, b.2, b.3)));
    all.into_iter().map(|(.., exchange)| exchange).collect()
}
