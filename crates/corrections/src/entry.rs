//! An entry of the log.

use serde::{Deserialize, Serialize};

use crate::anchor::id_of;
use crate::change::Change;

/// What somebody corrected, when and why. Entries are only ever added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Who.
    pub who: String,
    /// When, in ISO 8601 with its zone. Whoever makes the entry gives the time; nothing below
    /// knows a clock.
    pub when: String,
    /// Why, where somebody said so.
    pub note: Option<String>,
    /// What.
    #[serde(flatten)]
    pub change: Change,
}

impl Entry {
    /// Made from all that it says, so that the same entry brought in twice is one.
    pub fn id(&self) -> String {
        id_of(&[&serde_json::to_string(self).unwrap_or_default()]).to_string()
    }
}
