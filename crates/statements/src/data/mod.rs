//! Lists of words: data, no rules.

pub(crate) mod countries;
pub(crate) mod first_names;
pub(crate) mod nouns;
pub(crate) mod words;

/// Every list that is searched by bisection, for the test that they are sorted.
#[cfg(test)]
pub(crate) const SORTED: &[&[&str]] = &[
    first_names::FEMALE,
    first_names::MALE,
    nouns::ADJECTIVES,
    nouns::DETERMINERS,
    nouns::DOCUMENTS,
    nouns::GROUPS,
    nouns::MEDIA,
    nouns::MILITARY,
    nouns::ORGANIZATIONS,
    nouns::OUTLETS,
    nouns::PARTICLES,
    nouns::ROLES,
    nouns::SUFFIXES,
    nouns::TITLES,
    words::ABBREVIATIONS,
    words::NOT_NAMES,
    words::NOT_VERBS,
    words::REPORTING,
    words::STARTERS,
];
