//! What is tried, and what must hold of it.

mod articles;
mod files;
mod logs;
mod orders;
mod queries;
mod small;

use crate::seeds::Seeds;

/// A log with an entry of every kind, on a dossier that [`TARGETS`] know.
pub fn log_seed() -> Option<Vec<u8>> {
    logs::seed().ok()
}

/// One way in.
pub struct Target {
    /// Its name.
    pub name: &'static str,
    /// How much of the time it gets, beside the others.
    pub share: u32,
    /// What its cases are made from.
    pub seeds: fn(&Seeds) -> &[Vec<u8>],
    /// Whether all that must hold does; else what does not, in words.
    pub holds: fn(&[u8]) -> Result<(), String>,
}

/// All of them.
pub const TARGETS: [Target; 7] = [
    Target { name: "texts", share: 4, seeds: |seeds| &seeds.texts, holds: articles::text },
    Target { name: "pages", share: 4, seeds: |seeds| &seeds.pages, holds: articles::page },
    Target { name: "lines", share: 2, seeds: |seeds| &seeds.lines, holds: articles::lines },
    Target { name: "queries", share: 1, seeds: |seeds| &seeds.queries, holds: queries::query },
    Target { name: "logs", share: 2, seeds: |seeds| &seeds.logs, holds: logs::log },
    Target { name: "files", share: 2, seeds: |seeds| &seeds.texts, holds: files::damaged },
    Target { name: "orders", share: 4, seeds: |seeds| &seeds.texts, holds: orders::orders },
];
