//! Identifiers made from content, the same on every machine.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// An identifier made from content: 16 hexadecimal digits, the first 64 bits of a SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(pub String);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Collects the parts an [`Id`] is made from. Parts are told apart: `("ab", "c")` and `("a", "bc")`
/// give different ids.
#[derive(Debug, Clone, Default)]
pub struct Digest(Sha256);

impl Digest {
    /// Starts with the kind of thing identified, so that an article and a party never share an id.
    pub fn new(kind: &str) -> Self {
        Digest::default().part(kind)
    }

    /// Adds a part.
    #[must_use]
    pub fn part(mut self, part: impl AsRef<[u8]>) -> Self {
        let part = part.as_ref();
        self.0.update((part.len() as u64).to_le_bytes());
        self.0.update(part);
        self
    }

    /// Adds a number.
    #[must_use]
    pub fn number(self, number: usize) -> Self {
        self.part((number as u64).to_le_bytes())
    }

    /// The id of all parts so far.
    pub fn id(self) -> Id {
        let hash = self.0.finalize();
        Id(hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect())
    }
}
