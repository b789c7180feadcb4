//! Names that stand within a description: "the Kelm Harbour television channel".

use std::ops::Range;

use crate::lexicon::has;
use crate::speaker::np::Line;
use crate::speaker::piece::Class;

impl Line<'_, '_> {
    /// The name within a description that is a name and a noun for what bears it.
    pub(super) fn borne(&self, stem: Range<usize>) -> Option<Range<usize>> {
        let p = self.p;
        let lower = |i: usize| !p[i].capital;
        let end = stem.clone().find(|&i| lower(i))?;
        let noun = stem.end.checked_sub(1).filter(|&noun| has(BEARERS, self.word(noun)))?;
        let rest =
            (end..noun).all(|i| matches!(self.word(i), "television" | "news" | "radio" | "rights"));
        let name = stem.start..end;
        let named = name.clone().any(|i| p[i].class == Class::Name)
            && !name.clone().any(|i| matches!(p[i].class, Class::Country(_) | Class::Possessive));
        // "the Borger party" is called so; "the Civic Renewal party" need not be.
        let short = self.word(noun) == "party" && name.len() < 2;
        (named && rest && !short && !name.is_empty() && !self.opens_sentence(name.start))
            .then_some(name)
    }
}

/// Nouns behind an institution's name that are not part of it. Sorted.
const BEARERS: &[&str] = &[
    "agency",
    "airline",
    "bank",
    "broadcaster",
    "campaign",
    "channel",
    "charity",
    "club",
    "coalition",
    "company",
    "contingent",
    "contractor",
    "daily",
    "faction",
    "firm",
    "foundation",
    "government",
    "group",
    "magazine",
    "militia",
    "movement",
    "network",
    "newspaper",
    "paper",
    "party",
    "publisher",
    "station",
    "union",
    "website",
    "weekly",
];
