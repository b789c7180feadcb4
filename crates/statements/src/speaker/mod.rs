//! Who speaks.

mod ahead;
pub(crate) mod antecedents;
mod apposed;
mod bearer;
mod behind;
pub(crate) mod cast;
pub(crate) mod chain;
pub(crate) mod chunk;
mod complement;
pub(crate) mod compose;
pub(crate) mod country;
pub(crate) mod found;
mod fullest;
pub(crate) mod heading;
pub(crate) mod institution;
pub(crate) mod kinds;
mod known;
mod learnt;
pub(crate) mod lookup;
mod member;
pub(crate) mod names;
mod np;
mod office;
pub(crate) mod phrase;
pub(crate) mod piece;
pub(crate) mod pronoun;
pub(crate) mod resolve;
pub(crate) mod roles;
pub(crate) mod shown;
pub(crate) mod source;

#[cfg(test)]
mod tests;

use crate::data::first_names::{FEMALE, MALE};
use crate::lexicon::has;

/// Grammatical gender of a person, as far as the text tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    Unknown,
    Male,
    Female,
}

impl Gender {
    fn of_first_name(name: &str) -> Self {
        if has(MALE, name) {
            Gender::Male
        } else if has(FEMALE, name) {
            Gender::Female
        } else {
            Gender::Unknown
        }
    }

    /// What the ending of a first name that no list has makes likelier.
    fn leaning(name: &str) -> Self {
        let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
        if ends(&["a", "ie", "ne"]) {
            Gender::Female
        } else if ends(&["d", "f", "k", "o", "r", "s"]) {
            Gender::Male
        } else {
            Gender::Unknown
        }
    }

    fn of_title(word: &str) -> Self {
        const FEMALE: &[&str] = &[
            "actress",
            "begum",
            "businesswoman",
            "chairwoman",
            "congresswoman",
            "councilwoman",
            "dame",
            "daughter",
            "girl",
            "lady",
            "miss",
            "mother",
            "mrs",
            "ms",
            "princess",
            "queen",
            "sister",
            "spokeswoman",
            "wife",
            "woman",
        ];
        const MALE: &[&str] = &[
            "actor",
            "boy",
            "brother",
            "businessman",
            "congressman",
            "councilman",
            "emir",
            "father",
            "husband",
            "imam",
            "king",
            "lord",
            "man",
            "mr",
            "policeman",
            "pope",
            "prince",
            "salesman",
            "sir",
            "son",
            "sultan",
        ];
        if has(FEMALE, word) {
            Gender::Female
        } else if has(MALE, word) {
            Gender::Male
        } else {
            Gender::Unknown
        }
    }

    pub(crate) fn or(self, other: Gender) -> Gender {
        if self == Gender::Unknown { other } else { self }
    }

    /// Whether the two do not contradict each other.
    fn agrees(self, other: Gender) -> bool {
        self == Gender::Unknown || other == Gender::Unknown || self == other
    }
}
