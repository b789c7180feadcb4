//! Lists of words: data, no rules.

pub(crate) mod adjectives;
pub(crate) mod first_names;
pub(crate) mod nouns;
pub(crate) mod people;
pub(crate) mod words;

/// Every list that is searched by bisection, for the test that they are sorted.
#[cfg(test)]
pub(crate) const SORTED: &[&[&str]] = &[
    first_names::FEMALE,
    first_names::MALE,
    adjectives::ADJECTIVES,
    nouns::DETERMINERS,
    nouns::DOCUMENTS,
    people::GROUPS,
    nouns::MEDIA,
    nouns::MILITARY,
    nouns::ORGANIZATIONS,
    nouns::OUTLETS,
    nouns::PARTICLES,
    people::ROLES,
    nouns::SUFFIXES,
    nouns::TITLES,
    words::ABBREVIATIONS,
    words::NOT_NAMES,
    words::NOT_VERBS,
    words::REPORTING,
    words::STARTERS,
];
