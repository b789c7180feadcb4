//! Names of people: what is title, given name and family name, and which may be one person's.

use super::lists::{GENERATIONS, GIVEN, PARTICLES, TITLES, has};

/// A person's name in its parts, all as in [`key`](crate::key).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person<'a> {
    /// Given names, middle names and initials.
    given: Vec<&'a str>,
    /// The last word of the name.
    pub surname: &'a str,
    /// "jr", "iii".
    generation: Option<&'a str>,
}

/// The words of a key without the titles before it. A name that is all titles stays as it is.
pub(super) fn untitled(key: &str) -> Vec<&str> {
    let mut words: Vec<&str> = key.split(' ').collect();
    let titles = words.iter().take_while(|word| has(TITLES, word)).count();
    words.drain(..titles.min(words.len() - 1));
    words
}

impl<'a> Person<'a> {
    /// Takes a key apart.
    pub fn of(key: &'a str) -> Self {
        let mut words = untitled(key);
        let mut generation = None;
        while words.len() > 1 && has(GENERATIONS, words[words.len() - 1]) {
            generation = words.pop();
        }
        let surname = words.pop().unwrap_or_default();
        // "bin", "de" belong to the family name; which spelling of them is no matter.
        words.retain(|word| !has(PARTICLES, word));
        Person { given: words, surname, generation }
    }

    /// Whether it is a family name alone.
    pub fn is_bare(&self) -> bool {
        self.given.is_empty()
    }

    /// The first given name, unless it is an initial.
    pub fn first(&self) -> Option<&'a str> {
        self.given.first().copied().filter(|first| initials(first).is_none())
    }

    /// Whether two full names may be one person's: the same family name, and given names of which
    /// none contradicts another.
    pub fn may_be(&self, other: &Person<'_>) -> bool {
        if self.surname != other.surname || self.is_bare() || other.is_bare() {
            return false;
        }
        // "Joseph B. Tesk Jr." is a man's name in full; "Joseph Tesk Jr." tells him from his father.
        let formal = |person: &Person<'_>| person.generation.is_none() || person.given.len() > 1;
        match (self.generation, other.generation) {
            (Some(a), Some(b)) if a != b => return false,
            (Some(_), None) | (None, Some(_)) if !(formal(self) && formal(other)) => return false,
            _ => {}
        }
        let (a, b) = (spread(&self.given), spread(&other.given));
        // "Dorn Tesk" and "Mara Dorn Tesk": who has two family names may go by both without more.
        let ends = |long: &[&str], short: &[&str]| long.ends_with(short) && short[0].len() > 1;
        if ends(&a, &b) || ends(&b, &a) {
            return true;
        }
        if !same_given(a[0], b[0]) {
            return false;
        }
        a[1..].iter().zip(&b[1..]).all(|(a, b)| same_given(a, b))
    }
}

/// Initials written together are as many names.
fn spread<'a>(given: &[&'a str]) -> Vec<&'a str> {
    let mut all = Vec::new();
    for name in given {
        match initials(name) {
            Some(count) if count > 1 => all.extend((0..count).map(|i| &name[i..=i])),
            _ => all.push(*name),
        }
    }
    all
}

/// How many initials a word is, or `None` where it is a name.
fn initials(word: &str) -> Option<usize> {
    let vowel = |byte: u8| b"aeiouy".contains(&byte);
    match word.len() {
        1 => Some(1),
        2 if word.bytes().all(|b| b.is_ascii_lowercase() && !vowel(b)) => Some(2),
        _ => None,
    }
}

/// Whether two given names may be one: the same, an initial of it, or a short form.
fn same_given(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| initials(short) == Some(1) && long.starts_with(short);
    a == b
        || initial(a, b)
        || initial(b, a)
        || GIVEN.iter().any(|line| line.contains(&a) && line.contains(&b))
}

/// Whether a person's name gives more than the family name.
pub fn is_full_name(name: &str) -> bool {
    crate::name::key(name).is_some_and(|key| !Person::of(&key).is_bare())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may_be(a: &str, b: &str) -> bool {
        let (one, two) =
            (Person::of(a).may_be(&Person::of(b)), Person::of(b).may_be(&Person::of(a)));
        assert_eq!(one, two, "{a} / {b}");
        one
    }

    #[test]
    fn titles_short_forms_and_initials_are_no_difference() {
        for (a, b) in [
            ("admiral michael tesk", "mike tesk"),
            ("ilmar tesk", "ilmar j tesk"),
            ("i j tesk", "ilmar tesk"),
            ("hw brandt", "henrik w brandt"),
            ("mara dorn tesk", "mara tesk"),
            ("dorn tesk", "mara dorn tesk"),
            ("joseph b tesk jr", "joe tesk"),
            ("omar al hadi", "omar hadi"),
        ] {
            assert!(may_be(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn other_given_names_are_other_people() {
        for (a, b) in [
            ("ilmar tesk", "mara tesk"),
            ("george w brandt", "george h brandt"),
            ("george hw brandt", "george w brandt"),
            ("michael tesk", "mark tesk"),
            ("ilmar tesk", "ilmar dorn"),
            ("tesk", "ilmar tesk"),
            ("joseph tesk jr", "joseph tesk sr"),
            ("joseph tesk jr", "joseph tesk"),
        ] {
            assert!(!may_be(a, b), "{a} / {b}");
        }
    }
}
