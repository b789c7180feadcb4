//! `gainsay answers`: which statement answers which.

use std::collections::BTreeMap;

use anyhow::Result;
use gainsay_dossier::{AnswerEntry, Dossier, StatementEntry};
use gainsay_record::Id;

use crate::args::Listing;
use crate::outcome::Outcome;
use crate::output;
use crate::show::command::look;
use crate::show::ink::{Ink, mark};
use crate::show::page::{Page, Run, clean};

/// Prints every answer under what it answers.
///
/// # Errors
/// If the dossier cannot be read, or standard output not written to.
pub fn run(options: &Listing) -> Result<Outcome> {
    let dossier = Dossier::open_read_only(&options.dossier)?;
    let answers = dossier.answers()?;
    if options.json {
        output::write(|out| {
            serde_json::to_writer_pretty(&mut *out, &answers)?;
            writeln!(out)
        })?;
    } else {
        let page = page(&answers, &by_id(dossier.statements()?));
        output::write(|out| out.write_all(page.as_bytes()))?;
    }
    Ok(Outcome::Done)
}

/// Statements by their ids.
pub fn by_id(statements: Vec<StatementEntry>) -> BTreeMap<Id, StatementEntry> {
    statements.into_iter().map(|entry| (entry.statement.id, entry)).collect()
}

fn page(answers: &[AnswerEntry], statements: &BTreeMap<Id, StatementEntry>) -> String {
    let look = look(false);
    let mut page = Page::new(look.width, look.color);
    let mut under: BTreeMap<&Id, Vec<&AnswerEntry>> = BTreeMap::new();
    for answer in answers {
        under.entry(&answer.to).or_default().push(answer);
    }
    for (to, answers) in under {
        let Some(to) = statements.get(to) else { continue };
        page.gap();
        page.paragraph(0, 2, &line(to));
        for answer in answers {
            let Some(from) = statements.get(&answer.from) else { continue };
            page.paragraph(2, 4, &line(from));
            let sure = match answer.verdict {
                Some(_) => "accepted by hand".to_owned(),
                None => format!("{:.2}", answer.confidence),
            };
            let why = format!("{}, {sure}: {}", answer.kind.as_str(), answer.reason);
            page.paragraph(4, 4, &[(clean(&why), Ink::Faint)]);
        }
    }
    if answers.is_empty() {
        page.paragraph(0, 0, &[("No statement answers another.".to_owned(), Ink::Plain)]);
    }
    page.finish()
}

/// A statement in one paragraph.
pub fn line(of: &StatementEntry) -> Vec<Run> {
    let statement = &of.statement;
    let said = statement.content.iter().map(|span| span.exact.as_str()).collect::<Vec<_>>();
    vec![
        (format!("{} ", mark(statement.act)), Ink::Act(statement.act)),
        (format!("{} ", clean(&statement.speaker.name)), Ink::Strong),
        (format!("{} ", statement.act), Ink::Act(statement.act)),
        (clean(&said.join(" … ")), Ink::Plain),
    ]
}
