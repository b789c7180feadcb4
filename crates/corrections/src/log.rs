//! The log as JSON Lines, and what of it counts.

use std::collections::BTreeSet;

use crate::change::Change;
use crate::entry::Entry;

/// A line of a log that is no entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineError {
    /// Which line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub message: String,
}

/// One line of JSON, without its end.
pub fn print(entry: &Entry) -> String {
    serde_json::to_string(entry).unwrap_or_default()
}

/// The entries of a log; what is none is told by line, the others are taken.
pub fn parse(text: &str) -> (Vec<Entry>, Vec<LineError>) {
    let (mut entries, mut errors) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<Entry>(line) {
            Ok(entry) => entries.push(entry),
            Err(error) => {
                errors.push(LineError { line: number + 1, message: error.to_string() });
            }
        }
    }
    (entries, errors)
}

/// Which entries count, in their order: those that no undo takes back that itself counts. An undo
/// only reaches what stands before it.
pub fn live(entries: &[Entry]) -> Vec<bool> {
    let ids: Vec<String> = entries.iter().map(Entry::id).collect();
    let mut undone: BTreeSet<&str> = BTreeSet::new();
    let mut live = vec![false; entries.len()];
    for (at, entry) in entries.iter().enumerate().rev() {
        live[at] = !undone.contains(ids[at].as_str());
        if let (true, Change::Undo { of }) = (live[at], &entry.change) {
            undone.insert(of);
        }
    }
    live
}
