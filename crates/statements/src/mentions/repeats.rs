//! The same words name the same thing throughout an article: a name found in one place is found in
//! the others, with the kind that most of them have.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use gainsay_language::{Name, NameKind};
use gainsay_record::TextRange;

use crate::data::nouns::SUFFIXES;
use crate::doc::{Doc, Shape};
use crate::lexicon::has;

/// No name that is looked for again is longer, in tokens.
const LONGEST: usize = 8;

/// What a full name is worth beside any number of guesses at the surname alone.
const FULL_NAME: u32 = 1000;

/// How often each kind was found.
type Votes = [u32; NameKind::ALL.len()];

/// What an article calls things: the tokens of each name, with the votes for its kind.
struct Forms<'d> {
    votes: BTreeMap<Vec<&'d str>, Votes>,
    /// By its first token, the longest first.
    by_first: BTreeMap<&'d str, Vec<Vec<&'d str>>>,
}

/// The names, and those that were missed where the same words stand again. `names` are in text
/// order, none over another, and so are those given back.
pub(super) fn repeated(doc: &Doc, names: Vec<Name>) -> Vec<Name> {
    let forms = Forms::of(doc, &names);
    let lower: BTreeSet<&str> = (0..doc.tokens.len())
        .filter(|&t| doc.tokens[t].shape == Shape::Lower)
        .map(|t| doc.raw(t))
        .collect();
    let mut all: Vec<Name> = Vec::with_capacity(names.len());
    let mut rest = names.into_iter().peekable();
    let mut token = 0;
    while token < doc.tokens.len() {
        let Some((form, votes)) = forms.at(doc, token) else {
            token += 1;
            continue;
        };
        let range = doc.range(token..token + form);
        while let Some(name) = rest.next_if(|name| name.range.end <= range.start) {
            all.push(name);
        }
        let mut covered: Vec<Name> = Vec::new();
        let mut within = false;
        while let Some(name) = rest.next_if(|name| name.range.start < range.end) {
            within |= !range.contains(name.range);
            covered.push(name);
        }
        match &covered[..] {
            [name] if name.range == range => {
                let kind = decided(name.kind, votes);
                all.push(Name { range, kind });
            }
            // Part of a longer name; a role is nobody's name.
            _ if within || covered.iter().any(|name| name.kind == NameKind::Role) => {
                all.extend(covered);
            }
            [] if form == 1 && !stands_alone(doc, &lower, token) => {}
            _ => match best(votes) {
                Some(kind) => all.push(Name { range, kind }),
                None => all.extend(covered),
            },
        }
        // Whatever was taken may reach beyond the form.
        token = doc.tokens_in(all.last().map_or(range, |n| n.range)).end.max(token + form);
    }
    all.extend(rest);
    all
}

impl<'d> Forms<'d> {
    fn of(doc: &Doc<'d>, names: &[Name]) -> Self {
        let mut votes: BTreeMap<Vec<&str>, Votes> = BTreeMap::new();
        let mut vote = |form: Vec<&'d str>, kind: NameKind, weight: u32| {
            if let Some(at) = place(kind, &form)
                && form.len() <= LONGEST
            {
                votes.entry(form).or_default()[at] += weight;
            }
        };
        // "Quell Motors", "Quell Foundation": the word is an institution's as well.
        let begins: BTreeSet<&str> = names
            .iter()
            .filter(|name| name.kind == NameKind::Organization)
            .filter_map(|name| name.range.of(doc.text).split_once(' '))
            .map(|(first, _)| first)
            .collect();
        let alone: BTreeSet<&str> = names
            .iter()
            .filter(|name| matches!(name.kind, NameKind::Person | NameKind::Organization))
            .map(|name| name.range.of(doc.text))
            .collect();
        for name in names {
            let Some(tokens) = aligned(doc, name.range) else { continue };
            let form: Vec<&str> = tokens.clone().map(|t| doc.raw(t)).collect();
            // "Ada Quist" votes for "Quist", and "Quell Motors" for "Quell".
            if form.len() > 1 {
                let last = form.iter().rev().find(|w| !has(SUFFIXES, &w.to_lowercase()));
                match (name.kind, last) {
                    (NameKind::Person, Some(last)) => {
                        let other = begins.contains(last)
                            || gainsay_countries::find(&last.to_lowercase()).is_some();
                        let weight = if other { 1 } else { FULL_NAME };
                        vote(vec![*last], NameKind::Person, weight);
                    }
                    // But the "General" of "General Foods" is no name by itself.
                    (NameKind::Organization, _) if alone.contains(form[0]) => {
                        vote(vec![form[0]], name.kind, 1);
                    }
                    _ => {}
                }
            }
            vote(form, name.kind, 1);
            // "Harbour Board (HB)": the letters mean what the words do.
            if name.kind == NameKind::Organization
                && let Some(letters) = in_brackets(doc, tokens)
            {
                vote(vec![letters], name.kind, 2);
            }
        }
        let mut by_first: BTreeMap<&str, Vec<Vec<&str>>> = BTreeMap::new();
        for form in votes.keys() {
            by_first.entry(form[0]).or_default().push(form.clone());
        }
        for forms in by_first.values_mut() {
            forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        }
        Forms { votes, by_first }
    }

    /// The longest form that stands at this token, in tokens, with its votes.
    fn at(&self, doc: &Doc, token: usize) -> Option<(usize, &Votes)> {
        let sentence = doc.tokens[token].sentence;
        let stands = |form: &&Vec<&str>| {
            form.iter().enumerate().all(|(i, word)| {
                doc.tokens.get(token + i).is_some_and(|t| t.sentence == sentence)
                    && doc.raw(token + i) == *word
            })
        };
        let form = self.by_first.get(doc.raw(token))?.iter().find(stands)?;
        Some((form.len(), self.votes.get(form)?))
    }
}

/// Where the votes for a kind are counted: an adjective has its own list, and a role is a common
/// noun, but for "Foreign Secretary".
fn place(kind: NameKind, form: &[&str]) -> Option<usize> {
    let titled = form.len() > 1 && form.iter().all(|word| word.starts_with(char::is_uppercase));
    if kind == NameKind::Nationality || kind == NameKind::Role && !titled {
        return None;
    }
    NameKind::ALL.iter().position(|k| *k == kind)
}

/// The kind with most votes; where another has as many, none.
fn best(votes: &Votes) -> Option<NameKind> {
    let most = *votes.iter().max()?;
    let mut those = NameKind::ALL.iter().zip(votes).filter(|(_, n)| **n == most && most > 0);
    let (kind, _) = those.next()?;
    those.next().is_none().then_some(*kind)
}

/// The kind of one of them: a state and a place are told apart by their surroundings, not here.
fn decided(own: NameKind, votes: &Votes) -> NameKind {
    use NameKind::{Country, Nationality, Person, Place, Role};
    if matches!(own, Role | Nationality) {
        return own;
    }
    match best(votes) {
        Some(Country | Place) if matches!(own, Country | Place) => own,
        // A person is called by a full name somewhere: guesses at one word unmake no state.
        Some(Person) if matches!(own, Country | Place) && votes.iter().all(|n| *n < FULL_NAME) => {
            own
        }
        Some(kind) => kind,
        None => own,
    }
}

/// The tokens of a name that is made of whole ones.
fn aligned(doc: &Doc, range: TextRange) -> Option<Range<usize>> {
    let tokens = doc.tokens_in(range);
    (!tokens.is_empty() && doc.range(tokens.clone()) == range).then_some(tokens)
}

/// The acronym in brackets right after a name.
fn in_brackets<'d>(doc: &Doc<'d>, tokens: Range<usize>) -> Option<&'d str> {
    let after = tokens.end..(tokens.end + 3).min(doc.tokens.len());
    let [open, word, close] = <[usize; 3]>::try_from(after.collect::<Vec<_>>()).ok()?;
    let capitals: String = tokens.filter_map(|t| doc.raw(t).chars().next()).collect();
    let letters = doc.raw(word);
    let begins = letters.chars().next()? == capitals.chars().next()?;
    let fits = doc.word(open) == "("
        && doc.word(close) == ")"
        && doc.tokens[word].shape == Shape::Upper
        && begins;
    fits.then_some(letters)
}

/// Whether a word that is elsewhere a name may be one here: it has no other sense in the article,
/// and it is no part of a longer name that nobody has found.
fn stands_alone(doc: &Doc, lower: &BTreeSet<&str>, token: usize) -> bool {
    let capital = |t: &usize| matches!(doc.tokens[*t].shape, Shape::Capital | Shape::Upper);
    let beside = |a: usize, b: usize| doc.tokens[b].range.start - doc.tokens[a].range.end <= 1;
    let sentence = doc.tokens[token].sentence;
    let same = |t: &usize| doc.tokens.get(*t).is_some_and(|t| t.sentence == sentence);
    let next = Some(token + 1).filter(same).filter(capital).filter(|&n| beside(token, n));
    let before = token.checked_sub(1).filter(same).filter(capital).filter(|&b| beside(b, token));
    let opens = |t: usize| doc.sentences[sentence].tokens.start == t;
    capital(&token)
        && !lower.contains(doc.word(token))
        && next.is_none()
        && before.is_none_or(opens)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::article;

    /// The names of a text with its repeats, from names given as (byte, words, kind).
    fn names(text: &str, given: &[(usize, &str, NameKind)]) -> Vec<(usize, String, NameKind)> {
        let article = article(text);
        let doc = Doc::new(&article);
        let names = given.iter().map(|&(nth, words, kind)| {
            let at = text.match_indices(words).nth(nth).expect("the words are in the text").0;
            Name { range: TextRange::new(at, at + words.len()), kind }
        });
        let mut names: Vec<Name> = names.collect();
        names.sort_by_key(|name| name.range.start);
        let all = repeated(&doc, names);
        all.iter().map(|n| (n.range.start, n.range.of(text).to_owned(), n.kind)).collect()
    }

    fn words(found: &[(usize, String, NameKind)]) -> Vec<&str> {
        found.iter().map(|n| &*n.1).collect()
    }

    #[test]
    fn a_name_found_once_is_found_again() {
        let found = names(
            "The Quell Trust met. Later Quell Trust and Brask left; Brask said so.",
            &[(0, "Quell Trust", NameKind::Organization), (0, "Brask", NameKind::Person)],
        );
        assert_eq!(words(&found), ["Quell Trust", "Quell Trust", "Brask", "Brask"]);
    }

    #[test]
    fn a_word_that_has_another_sense_in_the_article_is_left_alone() {
        let found = names(
            "Ada Hope spoke. Hope is gone, and all hope with it. Then the Hope sank.",
            &[(0, "Ada Hope", NameKind::Person)],
        );
        assert_eq!(words(&found), ["Ada Hope"]);
    }

    #[test]
    fn pieces_of_a_name_known_whole_become_it() {
        let found = names(
            "Merrow Salt Works closed. In May Merrow Salt Works had opened.",
            &[
                (0, "Merrow Salt Works", NameKind::Organization),
                (1, "Merrow", NameKind::Place),
                (1, "Works", NameKind::Organization),
            ],
        );
        assert_eq!(words(&found), ["Merrow Salt Works", "Merrow Salt Works"]);
    }

    #[test]
    fn most_decide_the_kind_and_a_full_name_votes_for_its_surname() {
        let text = "Brask won. Then Brask lost. At last Brask left.";
        let found = names(
            text,
            &[
                (0, "Brask", NameKind::Organization),
                (1, "Brask", NameKind::Organization),
                (2, "Brask", NameKind::Person),
            ],
        );
        assert!(found.iter().all(|n| n.2 == NameKind::Organization));
        let found = names(
            "Ada Quist won. Ada Quist lost. Then Quist left.",
            &[
                (0, "Ada Quist", NameKind::Person),
                (1, "Ada Quist", NameKind::Person),
                (2, "Quist", NameKind::Organization),
            ],
        );
        assert_eq!(found[2].2, NameKind::Person);
    }

    #[test]
    fn a_surname_is_a_person_s_but_where_an_institution_has_it() {
        let text = "Ada Quist won. Quist lost. Later Quist and Quist left.";
        let three = [(1, "Quist"), (2, "Quist"), (3, "Quist")];
        let mut given = vec![(0, "Ada Quist", NameKind::Person)];
        given.extend(three.map(|(nth, word)| (nth, word, NameKind::Organization)));
        assert!(names(text, &given).iter().all(|n| n.2 == NameKind::Person));
        let text = format!("{text} The Quist Trust met.");
        given.push((0, "Quist Trust", NameKind::Organization));
        let found = names(&text, &given);
        assert!(found[1..].iter().all(|n| n.2 == NameKind::Organization));
    }

    #[test]
    fn guesses_at_one_word_unmake_no_state() {
        let given = [NameKind::Person, NameKind::Person, NameKind::Country];
        let given: Vec<_> = (0..).zip(given).map(|(nth, kind)| (nth, "Quell", kind)).collect();
        let found = names("Then Quell won. Now Quell lost. At last Quell left.", &given);
        assert_eq!(found[2].2, NameKind::Country);
    }

    #[test]
    fn an_office_with_capitals_is_repeated_and_a_common_noun_is_not() {
        let found = names(
            "The Salt Secretary met a chief. Then the Salt Secretary and the chief left.",
            &[(0, "Salt Secretary", NameKind::Role), (0, "chief", NameKind::Role)],
        );
        assert_eq!(words(&found), ["Salt Secretary", "chief", "Salt Secretary"]);
    }

    #[test]
    fn letters_in_brackets_are_what_the_words_are() {
        let found = names(
            "The Merrow Cable Works (MCW) closed. Nobody told MCW.",
            &[(0, "Merrow Cable Works", NameKind::Organization)],
        );
        assert_eq!(words(&found), ["Merrow Cable Works", "MCW", "MCW"]);
    }
}
