//! `gainsay show`: a dossier on the terminal, in the words and the order of the explorer.
//!
//! ```text
//! View::read(&dossier, &filter)   what is shown; `serde_json::to_writer(out, &view)` is `--json`
//! render(&view, &look)            the same for a reader
//! ```

pub mod card;
pub mod command;
mod head;
pub mod ink;
mod lanes;
pub mod page;
pub mod passage;
#[cfg(test)]
mod tests;
mod view;
pub mod when;

use gainsay_record::Act;

pub use command::{look, run};
pub use view::{Filter, Lane, Member, Said, View};

use card::{card, listed};
use head::head;
pub use head::plural;
use ink::{Ink, mark};
use page::{Page, Run, clean};

/// How it is printed.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Columns of the terminal; 80 where there is none.
    pub width: usize,
    /// Whether to use colours: a terminal, and no `NO_COLOR`.
    pub color: bool,
    /// Whether to print also what only informs, and all of it.
    pub all: bool,
}

/// So many statements of a party, and so many lanes, are printed unless all are wanted.
const PER_PARTY: usize = 12;
const LANES: usize = 20;

/// The page as text.
pub fn render(view: &View, look: &Look) -> String {
    let mut page = Page::new(look.width, look.color);
    if view.articles == 0 {
        let empty = "This dossier is empty. Add articles to it with: gainsay build PATH... -o FILE";
        page.paragraph(0, 0, &[(empty.to_owned(), Ink::Plain)]);
        return page.finish();
    }
    if !view.filtered {
        head(&mut page, view);
    }
    if view.lanes.is_empty() {
        page.gap();
        let nothing = if view.filtered {
            "No statement matches. Without --party and --act, show lists who speaks."
        } else {
            "No statement was found in these articles. Look at one with: \
             gainsay extract PATH --with text"
        };
        page.paragraph(0, 0, &[(nothing.to_owned(), Ink::Plain)]);
        return page.finish();
    }
    // Where somebody asked for certain statements, or there are only such as inform, nothing is
    // held back for being plain.
    let acts = view.lanes.iter().flat_map(|lane| &lane.members).flat_map(|m| &m.statements);
    let plain_too =
        look.all || view.filtered || acts.clone().all(|said| said.statement.act == Act::State);
    let limit = if look.all || view.filtered { usize::MAX } else { PER_PARTY };
    let shown = |said: &&Said| plain_too || said.statement.act != Act::State;

    let mut left_out: Vec<String> = Vec::new();
    let mut printed = 0;
    for lane in &view.lanes {
        let speaks = lane.members.iter().any(|member| member.statements.iter().any(|s| shown(&s)));
        // The unknown are never left out for being many lanes down: they are everybody's.
        if speaks && (printed < LANES || look.all || view.filtered || lane.name.is_none()) {
            print_lane(&mut page, lane, &shown, limit);
            printed += 1;
        } else {
            left_out.push(format!("{} ({})", lane_name(lane), lane.reports));
        }
    }
    if !left_out.is_empty() {
        page.gap();
        let more = left_out.len().saturating_sub(LANES);
        left_out.truncate(LANES);
        if more > 0 {
            left_out.push(format!("{more} more"));
        }
        let line = format!("Also heard (--all shows them): {}.", listed(&left_out));
        page.paragraph(0, 2, &[(line, Ink::Faint)]);
    }
    page.finish()
}

fn print_lane(page: &mut Page, lane: &Lane, shown: &dyn Fn(&&Said) -> bool, limit: usize) {
    page.gap();
    let count = plural(lane.reports, "statement");
    page.ends(0, &[(lane_name(lane), Ink::Strong)], '─', (count, Ink::Faint));
    let mut only_plain: Vec<String> = Vec::new();
    for member in &lane.members {
        let all: Vec<&Said> = member.statements.iter().filter(shown).collect();
        let plain = member.statements.len() - all.len();
        if all.is_empty() {
            only_plain.push(format!("{} ({plain})", clean(&member.name)));
            continue;
        }
        page.gap();
        if let Some(title) = member_title(lane, member) {
            page.paragraph(2, 4, &title);
        }
        let held = all.len().saturating_sub(limit);
        for (i, said) in all.iter().take(limit).enumerate() {
            if i > 0 {
                page.gap();
            }
            card(page, 4, said);
        }
        held_back(page, held, plain);
    }
    if !only_plain.is_empty() {
        page.gap();
        let line = format!("{} only inform: {}", mark(Act::State), listed(&only_plain));
        page.paragraph(2, 4, &[(line, Ink::Faint)]);
    }
}

/// What is there and not printed, so that nobody takes a part for the whole.
fn held_back(page: &mut Page, held: usize, plain: usize) {
    let mut parts = Vec::new();
    if held > 0 {
        parts.push(format!("{held} more like these"));
    }
    if plain > 0 {
        parts.push(format!("{} {plain} that only inform", mark(Act::State)));
    }
    if !parts.is_empty() {
        page.gap();
        let line = format!("and {} (--all)", listed(&parts));
        page.paragraph(4, 6, &[(line, Ink::Faint)]);
    }
}

fn lane_name(lane: &Lane) -> String {
    lane.name.as_deref().map_or_else(|| "Speaker unknown".to_owned(), clean)
}

/// "Dalia Renska, Foreign Minister (for Foreign Ministry)"; none where the lane's own heading, right
/// above, says it.
fn member_title(lane: &Lane, member: &Member) -> Option<Vec<Run>> {
    let lane_itself = lane.name.as_deref() == Some(member.name.as_str());
    let role = member.roles.first();
    if lane.name.is_none() || (lane_itself && role.is_none()) {
        return None;
    }
    let mut runs = vec![(clean(&member.name), Ink::Strong)];
    if let Some(role) = role {
        runs.push((format!(", {}", clean(role)), Ink::Plain));
    }
    let above: Vec<String> = member
        .speaks_for
        .iter()
        .filter(|name| lane.name.as_ref() != Some(*name))
        .map(|name| clean(name))
        .collect();
    if !above.is_empty() {
        runs.push((format!(" (for {})", above.join(", ")), Ink::Plain));
    }
    Some(runs)
}
