//! `gainsay timeline`: statements by the day they were said.

use anyhow::Result;
use gainsay_dossier::{Dossier, Found};
use gainsay_query::{Query, Term};
use gainsay_record::Act;

use crate::args::Timeline;
use crate::outcome::Outcome;
use crate::output;
use crate::search::{Line, each, query};
use crate::show::ink::{Ink, mark};
use crate::show::page::{Page, clean};
use crate::show::{card, look, plural, when};

/// So many characters of the words are printed.
const WORDS: usize = 150;

/// Prints the statements that are dated, day by day, and counts the others.
///
/// # Errors
/// If the query or the dossier cannot be read, or standard output cannot be written to.
pub fn run(options: &Timeline) -> Result<Outcome> {
    let asked = query(&options.query)?;
    let dossier = Dossier::open_read_only(&options.dossier)?;
    let plain = Query::Is(Term::Act(vec![Act::State]));
    // Whoever asks for something gets all of it.
    let held = !options.all && !options.json && asked == Query::All;
    let wanted = if held { Query::not(plain.clone()) } else { asked };
    let search = gainsay_dossier::Search::new(wanted);
    let matches = dossier.matches(&search)?;
    // The undated come last in this order.
    let dated = usize::try_from(matches.reports - matches.undated)?;
    if options.json {
        each(&dossier, &search, dated, None, |all| {
            output::write(|out| {
                for found in all {
                    serde_json::to_writer(&mut *out, &Line::of(found))?;
                    writeln!(out)?;
                }
                Ok(())
            })
        })?;
        let undated = matches.undated;
        output::write(|out| writeln!(out, "{{\"type\": \"undated\", \"reports\": {undated}}}"))?;
        return Ok(Outcome::Done);
    }

    let look = look(options.all);
    let mut page = Page::new(look.width, look.color);
    let mut last = None;
    each(&dossier, &search, dated, None, |all| {
        for found in all {
            let said = &found.entry.statement.said;
            let date = said.as_ref().map(|date| (date.value.clone(), date.precision));
            if date != last {
                page.gap();
                page.paragraph(0, 2, &[(when::words(said.as_ref()), Ink::Strong)]);
                last = date;
            }
            print(&mut page, found);
        }
        Ok(())
    })?;
    page.gap();
    let mut tail = format!("{} dated; copies are counted", plural(dated, "statement"));
    if matches.undated > 0 {
        tail.push_str(&format!(
            ". {} more cannot be dated and {} not placed (gainsay search FILE said:unknown)",
            matches.undated,
            if matches.undated == 1 { "is" } else { "are" }
        ));
    }
    page.paragraph(0, 2, &[(tail, Ink::Faint)]);
    if held {
        let only = dossier.matches(&gainsay_dossier::Search::new(plain))?.reports;
        if only > 0 {
            let line = format!("{} {only} only inform (--all shows them)", mark(Act::State));
            page.paragraph(0, 2, &[(line, Ink::Faint)]);
        }
    }
    output::write(|out| out.write_all(page.finish().as_bytes()))?;
    Ok(Outcome::Done)
}

/// "▲ Dalia Renska accuses Lorrimond: “We know her course” (The Harbour Post)".
fn print(page: &mut Page, found: &Found) {
    let statement = &found.entry.statement;
    let mut runs = card::deed(statement, Some(&statement.speaker.name));
    let pieces: Vec<&str> = statement.content.iter().map(|span| span.exact.as_str()).collect();
    let words = clean(&pieces.join(" … "));
    if !words.is_empty() {
        let mut cut: String = words.chars().take(WORDS).collect();
        if cut.len() < words.len() {
            cut.truncate(cut.rfind(' ').unwrap_or(cut.len()));
            cut.push_str(" …");
        }
        runs.push((format!(": {cut}"), Ink::Plain));
    }
    let printed = match (&found.article.outlet, found.article.paths.first()) {
        (Some(outlet), _) => clean(outlet),
        (None, Some(path)) => clean(path),
        (None, None) => String::new(),
    };
    runs.push((format!(" ({printed})"), Ink::Faint));
    page.paragraph(2, 4, &runs);
}
