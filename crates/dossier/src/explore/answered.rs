//! What answers what, and what people corrected: the part of a ledger that the log changes.

use std::collections::HashMap;

use gainsay_corrections::{Change, Subjects};
use gainsay_record::{DateValue, Id};

use super::ledger::{ACCUSE, KINDS, Ledger};
use crate::{Correction, CorrectionState};

/// What people said of when articles were published; the last word on each.
pub(super) fn published(log: &[Correction]) -> HashMap<Id, Option<DateValue>> {
    let mut dates = HashMap::new();
    for correction in log.iter().filter(|entry| entry.state == CorrectionState::Applied) {
        if let Change::Published { now, .. } = &correction.entry.change {
            for place in &correction.places {
                dates.insert(place.article, now.clone());
            }
        }
    }
    dates
}

/// Marks of corrections, how many answers statements have, and which accusations stand alone.
pub(super) fn load(ledger: &mut Ledger) {
    let log = std::mem::take(&mut ledger.log);
    for correction in &log {
        if correction.state != CorrectionState::Applied {
            continue;
        }
        let kind = KINDS.iter().position(|kind| *kind == correction.entry.change.kind());
        let on_statement = match &correction.entry.change {
            Change::Note { on, .. } | Change::Flag { on } => {
                matches!(&**on, Subjects::Statement(_))
            }
            _ => true,
        };
        for place in correction.places.iter().filter(|_| on_statement) {
            let at = place.statement.and_then(|id| ledger.place(id));
            let Some(entry) = at.map(|at| &mut ledger.entries[at as usize]) else { continue };
            match &correction.entry.change {
                Change::Note { .. } => entry.notes += 1,
                Change::Flag { .. } => entry.flagged = true,
                _ => entry.corrected |= kind.map_or(0, |kind| 1 << kind),
            }
        }
    }
    ledger.log = log;
    for at in 0..ledger.answers.len() {
        let answer = &ledger.answers[at];
        if answer.verdict == Some(false) {
            continue;
        }
        let (from, to) = (answer.from as usize, answer.to as usize);
        ledger.entries[from].answers = ledger.entries[from].answers.saturating_add(1);
        ledger.entries[to].answered_by = ledger.entries[to].answered_by.saturating_add(1);
    }
    // An accusation is answered where any report of it is.
    let mut answered = vec![false; ledger.len()];
    for entry in &ledger.entries {
        answered[entry.lead as usize] |= entry.answered_by > 0;
    }
    for entry in &mut ledger.entries {
        entry.unanswered = entry.act == ACCUSE && !answered[entry.lead as usize];
    }
}
