//! `gainsay echoes`: one utterance through the papers, and how its wording drifts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use anyhow::Result;
use gainsay_dossier::{
    ArticleEntry, Dossier, Drift, EchoEntry, EchoHead, Likeness, ReportEntry, StatementEntry,
};
use gainsay_link::echoes::Echo;
use gainsay_record::Id;
use serde::Serialize;

use crate::answers::{by_id, line};
use crate::args::Listing;
use crate::outcome::Outcome;
use crate::output;
use crate::show::command::look;
use crate::show::ink::Ink;
use crate::show::page::{Page, Run, clean};
use crate::show::{plural, when};

/// So many characters of what was cut, added or changed are printed.
const WORDS: usize = 120;

/// Prints every utterance that is reported several times, those with most independent reports first.
///
/// # Errors
/// If the dossier cannot be read, or standard output not written to.
pub fn run(options: &Listing) -> Result<Outcome> {
    let dossier = Dossier::open_read_only(&options.dossier)?;
    let mut all = dossier.echoes()?;
    all.sort_by_cached_key(|one| (Reverse(one.originals()), Reverse(one.reports.len()), one.id));
    let articles: BTreeMap<Id, ArticleEntry> =
        dossier.articles()?.into_iter().map(|article| (article.id, article)).collect();
    if options.json {
        let shown: Vec<Shown<'_>> = all.iter().map(|one| shown(one, &articles)).collect();
        output::write(|out| {
            serde_json::to_writer_pretty(&mut *out, &shown)?;
            writeln!(out)
        })?;
    } else {
        let page = page(&all, &articles, &by_id(dossier.statements()?));
        output::write(|out| out.write_all(page.as_bytes()))?;
    }
    Ok(Outcome::Done)
}

fn page(
    all: &[EchoEntry],
    articles: &BTreeMap<Id, ArticleEntry>,
    statements: &BTreeMap<Id, StatementEntry>,
) -> String {
    let look = look(false);
    let mut page = Page::new(look.width, look.color);
    for echo in all {
        let Some(first) = echo.reports.first() else { continue };
        page.gap();
        if let Some(statement) = statements.get(&first.statement) {
            page.paragraph(0, 2, &line(statement));
        }
        page.paragraph(2, 4, &[(counted(echo.originals(), echo.reports.len()), Ink::Strong)]);
        for (at, report) in echo.reports.iter().enumerate() {
            page.paragraph(2, 4, &told(report, at == 0, echo, articles));
            for drift in &report.differences {
                page.paragraph(4, 6, &[(wording(drift), Ink::Faint)]);
            }
        }
    }
    page.gap();
    let tail = if all.is_empty() {
        "Nothing is reported twice.".to_owned()
    } else {
        let sum = |of: fn(&EchoEntry) -> usize| all.iter().map(of).sum::<usize>();
        format!(
            "{} reported more than once: {}",
            plural(all.len(), "utterance"),
            counted(sum(EchoEntry::originals), sum(|echo| echo.reports.len()))
        )
    };
    page.paragraph(0, 2, &[(tail, Ink::Faint)]);
    page.finish()
}

/// "2 independent, 3 reports".
fn counted(independent: usize, reports: usize) -> String {
    format!("{independent} independent, {}", plural(reports, "report"))
}

/// "5 Mar 2031 · The Courier · in part · a copy of The Harbour Post, 4 Mar 2031".
fn told(
    report: &ReportEntry,
    first: bool,
    echo: &EchoEntry,
    articles: &BTreeMap<Id, ArticleEntry>,
) -> Vec<Run> {
    let name = |id: &Id| articles.get(id).map_or_else(|| id.to_string(), paper);
    let dated = articles.get(&report.article).map_or_else(String::new, date);
    let mut runs = vec![(format!("{dated} · "), Ink::Plain), (name(&report.article), Ink::Strong)];
    if first {
        runs.push((" · the earliest".to_owned(), Ink::Plain));
    }
    if let Some(nearest) = &report.nearest {
        let mut how = match nearest.kind {
            Echo::Same => "in full",
            Echo::Part => "in part",
            Echo::Paraphrase => "in other words",
        }
        .to_owned();
        // How is told of the report it is most like; where that is not the earliest, of which.
        let like = echo.reports.iter().skip(1).find(|other| other.statement == nearest.statement);
        if let Some(like) = like {
            how.push_str(&format!(", as {}", name(&like.article)));
        }
        runs.push((format!(" · {how}"), Ink::Plain));
    }
    if report.original != report.article {
        runs.push((format!(" · a copy of {}", name(&report.original)), Ink::Plain));
    }
    runs
}

/// The paper, or the file where it is not known.
fn paper(of: &ArticleEntry) -> String {
    let path = || of.paths.first().map_or_else(String::new, |path| clean(path));
    of.outlet.as_deref().map_or_else(path, clean)
}

/// When it was published; where it does not say so itself, what others tell.
fn date(of: &ArticleEntry) -> String {
    match of.inferred.as_ref() {
        Some(inferred) => match &inferred.value {
            Some(value) => format!("{} (inferred)", clean(value)),
            None => format!("{} to {} (inferred)", inferred.not_before, inferred.not_after),
        },
        None => when::words(of.published.as_ref()),
    }
}

/// "cut “and who sailed her”".
fn wording(drift: &Drift) -> String {
    let words = |span: &Option<gainsay_record::Span>| {
        let words = span.as_ref().map_or_else(String::new, |span| clean(&span.exact));
        let mut short: String = words.chars().take(WORDS).collect();
        if short.len() < words.len() {
            short.truncate(short.rfind(' ').unwrap_or(short.len()));
            short.push_str(" …");
        }
        short
    };
    let (earlier, later) = (words(&drift.earlier), words(&drift.later));
    match drift.what {
        "changed" => format!("changed [{earlier}] to [{later}]"),
        "unquoted" => format!("no longer quoted [{later}]"),
        what if later.is_empty() => format!("{what} [{earlier}]"),
        what => format!("{what} [{later}]"),
    }
}

/// An echo as `--json` prints it: as `export` does, with what is known of each report.
#[derive(Debug, Serialize)]
struct Shown<'a> {
    #[serde(flatten)]
    head: EchoHead<'a>,
    told: Vec<Told<'a>>,
}

#[derive(Debug, Serialize)]
struct Told<'a> {
    statement: &'a Id,
    article: &'a Id,
    outlet: Option<&'a str>,
    /// As the article gives it.
    published: Option<&'a str>,
    /// As others tell, where it does not.
    inferred: Option<&'a str>,
    /// The article whose text this one prints; itself where it is no copy.
    original: &'a Id,
    #[serde(flatten)]
    likeness: Likeness<'a>,
}

fn shown<'a>(echo: &'a EchoEntry, articles: &'a BTreeMap<Id, ArticleEntry>) -> Shown<'a> {
    let told = |report: &'a ReportEntry| {
        let article = articles.get(&report.article);
        Told {
            statement: &report.statement,
            article: &report.article,
            outlet: article.and_then(|article| article.outlet.as_deref()),
            published: article.and_then(|it| Some(it.published.as_ref()?.value.as_str())),
            inferred: article.and_then(|it| it.inferred.as_ref()?.value.as_deref()),
            original: &report.original,
            likeness: report.likeness(),
        }
    };
    Shown { head: echo.head(), told: echo.reports.iter().map(told).collect() }
}
