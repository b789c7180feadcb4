//! A party as a statement has it, and whether words name it.

use std::collections::BTreeSet;

use gainsay_record::Speaker;

use crate::name::key;
use crate::words::words;

/// A party as one statement has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Who {
    /// The key of its name; none where it is not known.
    pub key: Option<String>,
    /// The stem of the last word of its name, by which others call it.
    pub last: Option<u64>,
    /// Whom it speaks for, as keys.
    pub chain: Vec<String>,
    /// The stems of the names by which its side is known: those it speaks for, and all names in
    /// the words that name it ("Dorn's press secretary").
    pub side: BTreeSet<u64>,
}

impl Who {
    pub(super) fn of(name: &str, chain: &[String], as_written: &str) -> Self {
        let known = name != Speaker::UNKNOWN;
        let names = |text: &str| -> Vec<u64> {
            words(text).iter().filter(|word| word.name).map(|word| word.stem).collect()
        };
        let last = words(name).last().map(|word| word.stem).filter(|_| known);
        let mut side: BTreeSet<u64> = names(as_written).into_iter().collect();
        side.extend(chain.iter().flat_map(|name| names(name)));
        if known {
            side.extend(names(name));
        }
        Who {
            key: key(name).filter(|_| known),
            last,
            chain: chain.iter().filter_map(|name| key(name)).collect(),
            side,
        }
    }

    /// One party under one name, or under its surname.
    pub(super) fn is(&self, other: &Who) -> bool {
        let (Some(one), Some(two)) = (&self.key, &other.key) else { return false };
        let short = |name: &str| !name.contains(' ');
        one == two || self.last == other.last && (short(one) || short(two))
    }

    /// One speaks for the other, or both for a third.
    pub(super) fn sides_with(&self, other: &Who) -> bool {
        let among = |key: &Option<String>, chain: &[String]| {
            key.as_ref().is_some_and(|key| chain.contains(key))
        };
        self.is(other)
            || among(&self.key, &other.chain)
            || among(&other.key, &self.chain)
            || self.chain.iter().any(|key| other.chain.contains(key))
    }

    /// Whether words name it, or its side.
    pub(super) fn named_in(&self, stems: &BTreeSet<u64>) -> Named {
        if self.last.is_some_and(|last| stems.contains(&last)) {
            Named::Itself
        } else if self.side.iter().any(|name| stems.contains(name)) {
            Named::ItsSide
        } else {
            Named::No
        }
    }
}

/// Whether words name a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    No,
    ItsSide,
    Itself,
}
