//! When two names are one person's.

use crate::data::words::NOT_NAMES;
use crate::lexicon::has;
use crate::speaker::phrase::surname;
use crate::speaker::piece::first_name;

/// First names and the short forms newspapers use for them.
const SHORT_FORMS: &[(&str, &str)] = &[
    ("mike", "michael"),
    ("bob", "robert"),
    ("rob", "robert"),
    ("bill", "william"),
    ("will", "william"),
    ("jim", "james"),
    ("jimmy", "james"),
    ("joe", "joseph"),
    ("tom", "thomas"),
    ("tim", "timothy"),
    ("dan", "daniel"),
    ("dave", "david"),
    ("steve", "steven"),
    ("steve", "stephen"),
    ("chris", "christopher"),
    ("matt", "matthew"),
    ("nick", "nicholas"),
    ("tony", "anthony"),
    ("ed", "edward"),
    ("ted", "edward"),
    ("ted", "theodore"),
    ("dick", "richard"),
    ("rick", "richard"),
    ("rich", "richard"),
    ("don", "donald"),
    ("ron", "ronald"),
    ("ken", "kenneth"),
    ("jeff", "jeffrey"),
    ("greg", "gregory"),
    ("andy", "andrew"),
    ("alex", "alexander"),
    ("sam", "samuel"),
    ("ben", "benjamin"),
    ("charlie", "charles"),
    ("chuck", "charles"),
    ("harry", "henry"),
    ("larry", "lawrence"),
    ("jack", "john"),
    ("josh", "joshua"),
    ("liz", "elizabeth"),
    ("beth", "elizabeth"),
    ("betsy", "elizabeth"),
    ("kate", "katherine"),
    ("kathy", "katherine"),
    ("katie", "katherine"),
    ("cathy", "catherine"),
    ("debbie", "deborah"),
    ("jen", "jennifer"),
    ("pat", "patricia"),
    ("sue", "susan"),
    ("vicky", "victoria"),
    ("maggie", "margaret"),
    ("peggy", "margaret"),
    ("abe", "abraham"),
    ("al", "albert"),
    ("fred", "frederick"),
    ("gerry", "gerald"),
    ("jerry", "gerald"),
    ("mitch", "mitchell"),
    ("phil", "philip"),
    ("ray", "raymond"),
    ("russ", "russell"),
    ("vlad", "vladimir"),
    ("zach", "zachary"),
    ("bernie", "bernard"),
    ("marty", "martin"),
];

/// Whether two full names may be one person's: same surname, and first names that are the same, an
/// initial of each other, or a short form.
pub(crate) fn same_person(a: &str, b: &str) -> bool {
    let (last_a, last_b) = (surname(a), surname(b));
    if !last_a.eq_ignore_ascii_case(last_b) {
        return false;
    }
    let first = |name: &str| name.split(' ').next().unwrap_or("").to_ascii_lowercase();
    let (first_a, first_b) = (first(a), first(b));
    first_a == first_b
        || initial_of(&first_a, &first_b)
        || initial_of(&first_b, &first_a)
        || SHORT_FORMS.iter().any(|&(short, long)| {
            first_a == short && first_b == long || first_b == short && first_a == long
        })
}

fn initial_of(short: &str, long: &str) -> bool {
    let mut letters = short.chars().filter(|c| c.is_alphabetic());
    let first = letters.next();
    letters.next().is_none() && first.is_some() && first == long.chars().next()
}

/// Whether the capitalised words have the form of a person's full name.
pub(crate) fn looks_like_a_person(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    (2..=5).contains(&words.len())
        && words.iter().all(|w| w.chars().all(|c| c.is_alphabetic() || "-'’.".contains(c)))
        && !words.iter().any(|w| {
            w.len() > 2 && w.chars().all(|c| c.is_uppercase())
                || has(NOT_NAMES, &w.to_ascii_lowercase())
        })
}

/// Whether the name begins with a first name of the list.
pub(crate) fn begins_with_first_name(name: &str) -> bool {
    first_name(&name.split(' ').next().unwrap_or("").to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_and_middle_names_are_one_person() {
        assert!(same_person("Mike Tessen", "Michael Tessen"));
        assert!(same_person("Ilmar Tessen", "Ilmar Otto Tessen"));
        assert!(same_person("I. Tessen", "Ilmar Tessen"));
        assert!(!same_person("Ilmar Tessen", "Odile Tessen"));
    }
}
