//! The head: the dispute in five seconds.

use std::collections::BTreeMap;

use gainsay_record::Act;

use super::ink::{Ink, mark, verb};
use super::page::{Page, Run, clean, columns};
use super::view::{Exchange, View};
use super::when;

/// So many exchanges are printed; the rest is in the statements.
const EXCHANGES: usize = 8;
/// Columns that the acts of an exchange need beside the names, or they go below them.
const TALLY: usize = 30;

/// Prints the counts, the acts and who acts against whom.
pub fn head(page: &mut Page, view: &View) {
    let mut first = plural(view.articles, "article");
    if !view.outlets.is_empty() {
        first.push_str(&format!(" from {}", plural(view.outlets.len(), "outlet")));
    }
    match (&view.first, &view.last) {
        (Some(from), Some(to)) if from.value == to.value => {
            first.push_str(&format!(", {}", when::words(Some(from))));
        }
        (Some(from), Some(to)) => {
            let (from, to) = (when::words(Some(from)), when::words(Some(to)));
            first.push_str(&format!(", {from} – {to}"));
        }
        _ => {}
    }
    if view.undated > 0 {
        first.push_str(&format!(" ({} undated)", view.undated));
    }
    page.paragraph(0, 2, &[(first, Ink::Strong)]);

    if view.reports == 0 {
        return;
    }
    let mut second = format!("{} by {}", plural(view.reports, "statement"), parties(view.speakers));
    if view.by_unknown > 0 {
        second.push_str(&format!(", {} by unknown speakers", view.by_unknown));
    }
    // Until echoes are found there is no second number to put beside this one.
    second.push_str("; copies are counted");
    page.paragraph(0, 2, &[(second, Ink::Plain)]);
    page.gap();
    page.paragraph(0, 0, &tally(&view.acts, |act, count| format!("{count} {act}")));

    if !view.exchanges.is_empty() {
        page.gap();
        page.paragraph(0, 0, &[("Who against whom".to_owned(), Ink::Strong)]);
        let shown = &view.exchanges[..view.exchanges.len().min(EXCHANGES)];
        let names: Vec<String> = shown.iter().map(pair).collect();
        let column = names.iter().map(|name| columns(name)).max().unwrap_or(0);
        let side_by_side = column + 4 + TALLY <= page.width();
        for (exchange, name) in shown.iter().zip(names) {
            let tally = tally(&exchange.acts, |act, count| match count {
                1 => verb(act).to_owned(),
                _ => format!("{} ×{count}", verb(act)),
            });
            if side_by_side {
                let pad = "\u{a0}".repeat(column - columns(&name) + 2);
                let runs = [vec![(name, Ink::Plain), (pad, Ink::Plain)], tally].concat();
                page.paragraph(2, column + 4, &runs);
            } else {
                page.paragraph(2, 4, &[(name, Ink::Plain)]);
                page.paragraph(4, 4, &tally);
            }
        }
    }
}

fn pair(exchange: &Exchange) -> String {
    if exchange.from == exchange.to {
        return format!("within {}", clean(&exchange.from));
    }
    format!("{} → {}", clean(&exchange.from), clean(&exchange.to))
}

/// "▲ 12 accuse  ▼ 9 deny", what only informs last. Non-breaking spaces keep a mark and its words
/// together.
fn tally(acts: &BTreeMap<Act, usize>, words: impl Fn(Act, usize) -> String) -> Vec<Run> {
    let mut runs = Vec::new();
    for (&act, &count) in acts {
        let words = format!("{} {}", mark(act), words(act, count)).replace(' ', "\u{a0}");
        runs.push((words, Ink::Act(act)));
        runs.push(("\u{a0} ".to_owned(), Ink::Plain));
    }
    runs.pop();
    runs
}

/// "1 article", "2 articles".
pub fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

fn parties(count: usize) -> String {
    if count == 1 { "1 party".to_owned() } else { format!("{count} parties") }
}
