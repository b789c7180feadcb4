//! `gainsay allegations`: contested claims, who stands where, and what is unanswered.

use std::collections::BTreeMap;

use anyhow::Result;
use gainsay_dossier::{AllegationEntry, Dossier, StatementEntry};
use gainsay_record::Id;
use serde::Serialize;

use crate::answers::{by_id, line};
use crate::args::Listing;
use crate::outcome::Outcome;
use crate::output;
use crate::show::command::look;
use crate::show::ink::Ink;
use crate::show::page::{Page, clean};

/// Prints every allegation: the most contested first.
///
/// # Errors
/// If the dossier cannot be read, or standard output not written to.
pub fn run(options: &Listing) -> Result<Outcome> {
    let dossier = Dossier::open_read_only(&options.dossier)?;
    let mut all = dossier.allegations()?;
    let reports = |one: &AllegationEntry| {
        let of = &one.allegation;
        of.asserted_by.len() + of.denied_by.len() + of.admitted_in_part_by.len()
    };
    // Charges of which no rule could read what is charged come last.
    all.sort_by_key(|one| {
        (one.allegation.claim.is_bare(), std::cmp::Reverse(reports(one)), one.allegation.id)
    });
    let names = dossier.parties()?.into_iter().map(|party| (party.id, party.name)).collect();
    if options.json {
        let shown: Vec<Shown<'_>> = all.iter().map(|one| shown(one, &names)).collect();
        output::write(|out| {
            serde_json::to_writer_pretty(&mut *out, &shown)?;
            writeln!(out)
        })?;
    } else {
        let page = page(&all, &by_id(dossier.statements()?), &names);
        output::write(|out| out.write_all(page.as_bytes()))?;
    }
    Ok(Outcome::Done)
}

/// The claim in a line; what is not known is a question mark. Where nothing is, the first words of
/// the charge.
fn title(of: &AllegationEntry, statements: &BTreeMap<Id, StatementEntry>) -> String {
    const WORDS: usize = 10;
    let claim = &of.allegation.claim;
    let part = |part: &Option<String>| clean(part.as_deref().unwrap_or("?"));
    let charge = of.allegation.asserted_by.iter().find_map(|id| statements.get(id));
    if let Some(charge) = charge.filter(|_| claim.is_bare()) {
        let said = charge.statement.content.iter().flat_map(|span| span.exact.split_whitespace());
        let mut words: Vec<&str> = said.collect();
        let cut = words.len() > WORDS;
        words.truncate(WORDS);
        let said = clean(&words.join(" "));
        return format!(
            "{} – “{}{}”",
            part(&claim.subject),
            unquoted(&said),
            if cut { " …" } else { "" }
        );
    }
    format!("{} – {} – {}", part(&claim.subject), part(&claim.relation), part(&claim.object))
}

fn page(
    all: &[AllegationEntry],
    statements: &BTreeMap<Id, StatementEntry>,
    names: &BTreeMap<Id, String>,
) -> String {
    let look = look(false);
    let mut page = Page::new(look.width, look.color);
    let titles: BTreeMap<&Id, String> =
        all.iter().map(|one| (&one.allegation.id, title(one, statements))).collect();
    for one in all {
        let of = &one.allegation;
        page.gap();
        let mut head = vec![(titles[&of.id].clone(), Ink::Strong)];
        if of.is_unanswered() {
            head.push(("  unanswered".to_owned(), Ink::Faint));
        }
        page.paragraph(0, 2, &head);
        for ids in [&of.asserted_by, &of.denied_by, &of.admitted_in_part_by, &of.met_by] {
            for statement in ids.iter().filter_map(|id| statements.get(id)) {
                page.paragraph(2, 4, &line(statement));
            }
        }
        for position in &one.positions {
            let party = names.get(&position.party).map_or("?", String::as_str);
            let from = position.from.as_deref().unwrap_or("date unknown");
            let said = format!("{}, {from}: {}", clean(party), position.stance.as_str());
            page.paragraph(2, 4, &[(said, Ink::Faint)]);
        }
        for near in of.related.iter().filter_map(|id| titles.get(id)) {
            page.paragraph(2, 4, &[(format!("near: {near}"), Ink::Faint)]);
        }
    }
    if all.is_empty() {
        page.paragraph(0, 0, &[("Nobody accuses anybody.".to_owned(), Ink::Plain)]);
    }
    page.finish()
}

/// Words without the quotation marks around them.
fn unquoted(words: &str) -> &str {
    words.trim_matches(['“', '”', '"'])
}

/// An allegation as `--json` prints it.
#[derive(Debug, Serialize)]
struct Shown<'a> {
    id: &'a Id,
    subject: Option<&'a str>,
    relation: Option<&'a str>,
    object: Option<&'a str>,
    asserted_by: Vec<&'a Id>,
    denied_by: Vec<&'a Id>,
    admitted_in_part_by: Vec<&'a Id>,
    met_by: Vec<&'a Id>,
    unanswered: bool,
    related: Vec<&'a Id>,
    positions: Vec<ShownPosition<'a>>,
}

#[derive(Debug, Serialize)]
struct ShownPosition<'a> {
    party: &'a Id,
    name: Option<&'a str>,
    from: Option<&'a str>,
    stance: &'static str,
    statements: &'a [Id],
}

fn shown<'a>(one: &'a AllegationEntry, names: &'a BTreeMap<Id, String>) -> Shown<'a> {
    let of = &one.allegation;
    let positions = one.positions.iter().map(|position| ShownPosition {
        party: &position.party,
        name: names.get(&position.party).map(String::as_str),
        from: position.from.as_deref(),
        stance: position.stance.as_str(),
        statements: &position.statements,
    });
    Shown {
        id: &of.id,
        subject: of.claim.subject.as_deref(),
        relation: of.claim.relation.as_deref(),
        object: of.claim.object.as_deref(),
        asserted_by: of.asserted_by.iter().collect(),
        denied_by: of.denied_by.iter().collect(),
        admitted_in_part_by: of.admitted_in_part_by.iter().collect(),
        met_by: of.met_by.iter().collect(),
        unanswered: of.is_unanswered(),
        related: of.related.iter().collect(),
        positions: positions.collect(),
    }
}
