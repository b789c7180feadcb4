//! `gainsay search`: the statements that a query finds.

mod csv;
mod line;

use anyhow::Result;
use gainsay_dossier::{Dossier, Found, Sort};
use gainsay_query::Query;
use gainsay_record::Speaker;

pub use line::Line;

use crate::args::{Search, SortBy};
use crate::outcome::Outcome;
use crate::output;
use crate::show::ink::Ink;
use crate::show::page::{Page, clean};
use crate::show::passage::passage;
use crate::show::{Said, card, look, plural};

/// So many are printed for a reader unless he asks for more.
const LIMIT: usize = 20;
/// So many are read at once where all are wanted.
const PAGE: usize = 500;

/// Prints what a query finds, for a reader, as JSON Lines or as a table.
///
/// # Errors
/// If the query cannot be read, the dossier cannot be read, or standard output cannot be written
/// to.
pub fn run(options: &Search) -> Result<Outcome> {
    let search = gainsay_dossier::Search {
        query: query(&options.query)?,
        picked: Vec::new(),
        sort: sort(options.sort),
        reverse: options.reverse,
    };
    let dossier = Dossier::open_read_only(&options.dossier)?;
    if options.count {
        let matches = dossier.matches(&search)?;
        output::write(|out| {
            if options.json {
                let (reports, undated) = (matches.reports, matches.undated);
                writeln!(out, "{{\"reports\": {reports}, \"undated\": {undated}}}")
            } else {
                writeln!(out, "{}", matches.reports)
            }
        })?;
        return Ok(Outcome::Done);
    }
    if options.json || options.csv {
        let limit = options.limit.map_or(usize::MAX, usize::from);
        if options.csv {
            output::write(|out| out.write_all(csv::header().as_bytes()))?;
        }
        each(&dossier, &search, limit, options.after.as_deref(), |all| {
            output::write(|out| {
                for found in all {
                    if options.csv {
                        out.write_all(csv::row(found).as_bytes())?;
                    } else {
                        serde_json::to_writer(&mut *out, &Line::of(found))?;
                        writeln!(out)?;
                    }
                }
                Ok(())
            })
        })?;
        return Ok(Outcome::Done);
    }
    let limit = options.limit.map_or(LIMIT, usize::from);
    let found = dossier.search(&search, limit, options.after.as_deref())?;
    let matches = dossier.matches(&search)?;
    let look = look(true);
    let mut page = Page::new(look.width, look.color);
    let mut head = plural(usize::try_from(matches.reports)?, "statement");
    if matches.undated > 0 {
        head.push_str(&format!(", {} of them undated", matches.undated));
    }
    head.push_str("; copies are counted");
    page.paragraph(0, 2, &[(head, Ink::Strong)]);
    if matches.reports == 0 {
        let hint = "Nothing matches. `gainsay help search` says how to ask; without a query \
                    everything is found.";
        page.paragraph(0, 0, &[(hint.to_owned(), Ink::Plain)]);
    }
    for found in &found.found {
        page.gap();
        print(&mut page, &dossier, found)?;
    }
    if let Some(next) = &found.next {
        page.gap();
        let more = format!("There are more: the same command with --limit N, or --after {next}");
        page.paragraph(0, 2, &[(more, Ink::Faint)]);
    }
    output::write(|out| out.write_all(page.finish().as_bytes()))?;
    Ok(Outcome::Done)
}

/// The query in these arguments. One argument is a query as it stands. Of several, one with a space
/// was quoted for the shell, which took the quotation marks away: it is words in a row.
///
/// # Errors
/// If it is no query.
pub fn query(arguments: &[String]) -> Result<Query, gainsay_query::Error> {
    let [several @ .., _] = arguments else { return Ok(Query::All) };
    if several.is_empty() {
        return arguments[0].parse();
    }
    let whole = |argument: &String| {
        let (field, words) = match argument.split_once(':') {
            Some((field, words)) => (format!("{field}:"), words),
            None => (String::new(), argument.as_str()),
        };
        let signs = ['"', '“', '”', '(', ')', ':', ','];
        let is_query = words.contains(signs)
            || words.split_whitespace().any(|word| matches!(word, "OR" | "AND" | "NOT"))
            || field.contains(char::is_whitespace);
        if words.contains(char::is_whitespace) && !is_query {
            format!("{field}\"{words}\"")
        } else {
            argument.clone()
        }
    };
    arguments.iter().map(whole).collect::<Vec<_>>().join(" ").parse()
}

/// Reads up to `limit` statements page by page and hands out the pages.
///
/// # Errors
/// If the dossier cannot be read, or `take` fails.
pub fn each(
    dossier: &Dossier,
    search: &gainsay_dossier::Search,
    limit: usize,
    after: Option<&str>,
    mut take: impl FnMut(&[Found]) -> Result<()>,
) -> Result<()> {
    let mut left = limit;
    let mut after = after.map(str::to_owned);
    while left > 0 {
        let page = dossier.search(search, left.min(PAGE), after.as_deref())?;
        take(&page.found)?;
        left -= page.found.len();
        match page.next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    Ok(())
}

fn sort(by: SortBy) -> Sort {
    match by {
        SortBy::Said => Sort::Said,
        SortBy::Published => Sort::Published,
        SortBy::Speaker => Sort::Speaker,
        SortBy::Act => Sort::Act,
        SortBy::Outlet => Sort::Outlet,
        SortBy::Confidence => Sort::Confidence,
    }
}

/// Who, and the card.
fn print(page: &mut Page, dossier: &Dossier, found: &Found) -> Result<()> {
    let statement = &found.entry.statement;
    let speaker = &statement.speaker;
    let mut who = if speaker.name == Speaker::UNKNOWN {
        vec![("Speaker unknown".to_owned(), Ink::Strong)]
    } else {
        vec![(clean(&speaker.name), Ink::Strong)]
    };
    if let Some(role) = &speaker.role {
        who.push((format!(", {}", clean(role)), Ink::Plain));
    }
    if !speaker.speaks_for.is_empty() {
        let names: Vec<String> = speaker.speaks_for.iter().map(|name| clean(name)).collect();
        who.push((format!(" (for {})", names.join(", ")), Ink::Plain));
    }
    page.paragraph(0, 2, &who);
    let text = dossier.text(&found.article.id)?;
    let said = Said {
        article: found.article.id,
        path: found.article.paths.first().cloned().unwrap_or_default(),
        outlet: found.article.outlet.clone(),
        published: found.article.published.clone(),
        passage: passage(text.as_ref(), statement, &found.hits),
        statement: statement.clone(),
    };
    card::card(page, 2, &said);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::query;

    #[test]
    fn what_the_shell_took_away_is_put_back() {
        for (arguments, read) in [
            (&["by:varnia cable"][..], "by:varnia cable"),
            (&["by:varnia", "free text"], "by:varnia \"free text\""),
            (&["about:the cable", "x"], "about:\"the cable\" x"),
            (&["by:a OR", "by:b"], "by:a OR by:b"),
            (&["by:a act:deny", "(x OR y)"], "by:a act:deny (x OR y)"),
            (&["-act:state", "x"], "-act:state x"),
            (&[], ""),
        ] {
            let arguments: Vec<String> = arguments.iter().map(|&it| it.to_owned()).collect();
            assert_eq!(query(&arguments).unwrap().to_string(), read);
        }
    }
}
