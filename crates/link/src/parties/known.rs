//! Parties that the user knows: what he says of them outranks what articles suggest.

use std::collections::BTreeMap;

use gainsay_record::SpeakerKind;
use serde::{Deserialize, Serialize};

use super::form::{Class, NameForm, normal};

/// A party as the user's file has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// Its name, as it is to be shown.
    pub name: String,
    /// Every other name it goes by.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What kind of party it is.
    pub kind: SpeakerKind,
    /// The roles it has held.
    #[serde(default)]
    pub roles: Vec<KnownRole>,
    /// Whom it speaks for, nearest first, by name.
    #[serde(default)]
    pub speaks_for: Vec<String>,
}

/// A role with its term.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownRole {
    /// What it is called.
    pub title: String,
    /// Since when: ISO 8601, as long as it is known (`2009`, `2009-02`, `2009-02-13`).
    #[serde(default)]
    pub from: Option<String>,
    /// Until when, likewise; none where it is still held or the end is not known.
    #[serde(default)]
    pub to: Option<String>,
}

/// Names to the known parties that have them.
#[derive(Debug, Clone, Default)]
pub struct Names {
    by_name: BTreeMap<(Class, String), usize>,
}

impl Names {
    /// The names of these parties. Where two have the same name and kind it is the first one's.
    pub fn of(known: &[Known]) -> Self {
        let mut by_name = BTreeMap::new();
        for (at, party) in known.iter().enumerate() {
            let class = Class::from(party.kind);
            for name in std::iter::once(&party.name).chain(&party.aliases) {
                if let Some(key) = normal(class, name) {
                    by_name.entry((class, key)).or_insert(at);
                }
            }
        }
        Names { by_name }
    }

    /// Which known party has this name as a body; a name of no known body is that of none.
    pub fn body(&self, name: &str) -> Option<usize> {
        self.by_name.get(&(Class::Body, normal(Class::Body, name)?)).copied()
    }

    /// Which known party goes by this form's name, if one does. A name of which no article tells
    /// what it is belongs to the one known party that has it.
    pub fn find(&self, form: &NameForm) -> Option<usize> {
        if form.article.is_some() {
            return None;
        }
        let by = |class| self.by_name.get(&(class, form.key.clone())).copied();
        if form.class != Class::Unknown {
            return by(form.class).or_else(|| by(Class::Unknown));
        }
        let mut found =
            [Class::Person, Class::Body, Class::Thing, Class::Unknown].into_iter().filter_map(by);
        found.next().filter(|one| found.all(|other| other == *one))
    }
}
