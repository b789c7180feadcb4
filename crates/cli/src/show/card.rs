//! One statement on the terminal.

use gainsay_record::{Act, Mode, Sourcing, Speaker, Statement, ZoneKind};

use super::ink::{Ink, mark, toward, verb};
use super::page::{Page, Run, clean};
use super::view::Said;
use super::when;

/// From here on the record is called sure.
const SURE: f32 = 0.8;
/// From here on it is called likely.
const LIKELY: f32 = 0.5;

/// "sure", "likely", "unsure".
pub fn certainty(probability: f32) -> &'static str {
    if probability >= SURE {
        "sure"
    } else if probability >= LIKELY {
        "likely"
    } else {
        "unsure"
    }
}

/// Prints a statement: what it does, when; the words; where they stand and how sure that is.
pub fn card(page: &mut Page, indent: usize, said: &Said) {
    let statement = &said.statement;
    let date = when::words(statement.said.as_ref());
    let ink = if statement.said.is_some() { Ink::Plain } else { Ink::Faint };
    page.ends(indent, &deed(statement, None), ' ', (date, ink));
    if !said.passage.is_empty() {
        page.paragraph(indent + 2, indent + 2, &said.passage);
    }
    page.paragraph(indent + 2, indent + 2, &[(provenance(said), Ink::Faint)]);
}

/// "▲ accuses Lorrimond" or, with a name, "▲ Dalia Renska accuses Lorrimond"; for an unknown
/// speaker the pronoun that the text has.
pub fn deed(statement: &Statement, name: Option<&str>) -> Vec<Run> {
    let act = statement.act;
    let mut runs = vec![(mark(act).to_string(), Ink::Act(act))];
    if statement.speaker.name == Speaker::UNKNOWN
        && let Some(source) = statement.source.first()
    {
        runs.push((format!(" “{}”", clean(&source.exact)), Ink::Plain));
    } else if let Some(name) = name {
        runs.push((format!(" {}", clean(name)), Ink::Strong));
    }
    let names: Vec<String> = statement
        .targets
        .iter()
        .filter(|target| target.name != Speaker::UNKNOWN)
        .map(|target| clean(&target.name))
        .collect();
    let verb = match act {
        Act::Decline if !names.is_empty() => "declines to answer",
        _ => verb(act),
    };
    runs.push((format!(" {verb}"), Ink::Act(act)));
    if !names.is_empty() {
        let toward = if act == Act::Decline { "" } else { toward(act) };
        runs.push((format!(" {toward}{}", listed(&names)), Ink::Plain));
    }
    runs
}

/// "unnamed, through the Express Tribune · Reuters, 26 Sep 2011 · likely".
fn provenance(said: &Said) -> String {
    let statement = &said.statement;
    let mut parts: Vec<String> = Vec::new();
    if statement.mode == Mode::Attitude {
        parts.push("thought, not uttered".to_owned());
    }
    let mut sourcing = match statement.sourcing {
        Sourcing::Named | Sourcing::Institution | Sourcing::Media => String::new(),
        Sourcing::Collective => "as a group".to_owned(),
        Sourcing::Unnamed => "unnamed".to_owned(),
        Sourcing::Document => "in writing".to_owned(),
    };
    if !statement.via.is_empty() {
        let chain: Vec<String> = statement.via.iter().map(|via| clean(&via.name)).collect();
        let comma = if sourcing.is_empty() { "" } else { ", " };
        sourcing.push_str(&format!("{comma}through {}", chain.join(", from ")));
    }
    parts.push(sourcing);
    if let Some(addressee) = &statement.addressee {
        parts.push(format!("to {}", clean(&addressee.name)));
    }
    let candidates: Vec<String> =
        statement.speaker.candidates.iter().map(|name| clean(name)).collect();
    if !candidates.is_empty() {
        parts.push(format!("perhaps {}", candidates.join(" or ")));
    }
    let printed = match said.outlet.as_deref() {
        Some(outlet) => clean(outlet),
        None => clean(&said.path),
    };
    parts.push(format!("{printed}, {}", when::words(said.published.as_ref())));
    match statement.zone {
        ZoneKind::Headline => parts.push("headline".to_owned()),
        ZoneKind::Standfirst => parts.push("standfirst".to_owned()),
        ZoneKind::Caption => parts.push("caption".to_owned()),
        _ => {}
    }
    parts.push(certainty(statement.confidence).to_owned());
    if statement.act_confidence < LIKELY {
        parts.push("the act unsure".to_owned());
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// "A", "A and B", "A, B and C".
pub fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}
