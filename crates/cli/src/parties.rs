//! `gainsay parties`: who there is, by which names, in which roles.

use anyhow::Result;
use gainsay_dossier::{Dossier, PartyEntry, RoleEntry};
use gainsay_record::{DateValue, Id};
use serde::Serialize;

use crate::args::Parties;
use crate::outcome::Outcome;
use crate::output;
use crate::show::ink::Ink;
use crate::show::page::{Page, clean};
use crate::show::{look, plural};

/// A party as `--json` prints it.
#[derive(Debug, Serialize)]
struct Party<'a> {
    id: &'a Id,
    name: &'a str,
    kind: &'static str,
    aliases: &'a [String],
    roles: Vec<Role<'a>>,
    /// Party ids, nearest first.
    speaks_for: &'a [Id],
    /// Statements by it: the same words in two papers are two reports.
    reports: u64,
}

#[derive(Debug, Serialize)]
struct Role<'a> {
    title: &'a str,
    from: Option<&'a str>,
    to: Option<&'a str>,
    /// The earliest statement that gives the role.
    statement: Option<&'a Id>,
    /// When that was said or printed.
    date: Option<&'a DateValue>,
    reports: u64,
}

/// Prints the parties of a dossier, for a reader or as JSON.
///
/// # Errors
/// If the dossier cannot be read or standard output cannot be written to.
pub fn run(options: &Parties) -> Result<Outcome> {
    let parties = Dossier::open_read_only(&options.dossier)?.parties()?;
    output::write(|out| {
        if options.json {
            let all: Vec<Party<'_>> = parties.iter().map(of).collect();
            serde_json::to_writer_pretty(&mut *out, &all)?;
            writeln!(out)
        } else {
            let look = look(options.all);
            let mut page = Page::new(look.width, look.color);
            print(&mut page, &parties, options.all);
            out.write_all(page.finish().as_bytes())
        }
    })?;
    Ok(Outcome::Done)
}

fn of(party: &PartyEntry) -> Party<'_> {
    Party {
        id: &party.id,
        name: &party.name,
        kind: party.kind.as_str(),
        aliases: &party.aliases,
        roles: party.roles.iter().map(role).collect(),
        speaks_for: &party.speaks_for_parties,
        reports: party.statements,
    }
}

fn role(role: &RoleEntry) -> Role<'_> {
    Role {
        title: &role.title,
        from: role.from.as_deref(),
        to: role.to.as_deref(),
        statement: role.statement.as_ref(),
        date: role.date.as_ref(),
        reports: role.statements,
    }
}

fn print(page: &mut Page, parties: &[PartyEntry], all: bool) {
    let plain = |text: String| [(text, Ink::Plain)];
    if parties.is_empty() {
        page.paragraph(0, 0, &plain("No party is named in this dossier.".to_owned()));
        return;
    }
    for party in parties.iter().filter(|party| all || party.statements > 0) {
        page.gap();
        let count = usize::try_from(party.statements).unwrap_or(usize::MAX);
        page.ends(
            0,
            &[(clean(&party.name), Ink::Strong)],
            '─',
            (plural(count, "statement"), Ink::Faint),
        );
        let mut about = party.kind.as_str().to_owned();
        if !party.speaks_for.is_empty() {
            let names: Vec<String> = party.speaks_for.iter().map(|name| clean(name)).collect();
            about = format!("{about}, speaks for {}", names.join(", "));
        }
        page.paragraph(2, 4, &plain(about));
        if !party.aliases.is_empty() {
            let names: Vec<String> = party.aliases.iter().map(|name| clean(name)).collect();
            page.paragraph(2, 4, &plain(format!("also {}", names.join("; "))));
        }
        for role in &party.roles {
            page.paragraph(2, 4, &[(clean(&role.title), Ink::Plain), (when(role), Ink::Faint)]);
        }
    }
    let silent = parties.iter().filter(|party| party.statements == 0).count();
    if silent > 0 && !all {
        page.gap();
        let line = format!("and {silent} of whom others only speak (--all shows them)");
        page.paragraph(0, 2, &[(line, Ink::Faint)]);
    }
}

/// The term by the user's file, or in how many statements the role is given and since when.
fn when(role: &RoleEntry) -> String {
    match (&role.from, &role.to) {
        (Some(from), Some(to)) => format!("  {from} to {to}"),
        (Some(from), None) => format!("  since {from}"),
        (None, Some(to)) => format!("  until {to}"),
        (None, None) if role.statement.is_none() => String::new(),
        (None, None) => {
            let count = usize::try_from(role.statements).unwrap_or(usize::MAX);
            let first = role.date.as_ref().map(|date| format!(", first {}", date.value));
            format!("  {}{}", plural(count, "statement"), first.unwrap_or_default())
        }
    }
}
