//! Who is the same among the forms that share a key.

use std::collections::BTreeSet;

use super::form::{Class, NameForm, country_of, is_longer_by_nouns, leader, singular};
use super::person::Person;

/// A form with what articles say of those who go by it. Only what is there counts, not how often:
/// one article more of the same kind changes no judgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The form.
    pub form: NameForm,
    /// Its other names, normalised, each used beside the form's own in some article.
    pub aliases: BTreeSet<String>,
    /// The countries that articles have it speak for, in lower case.
    pub homes: BTreeSet<String>,
    /// Which of the parties that the user knows it is, if any.
    pub known: Option<usize>,
}

impl Candidate {
    /// The keys of the blocks in which it is judged.
    pub fn keys(&self) -> Vec<String> {
        let mut keys = self.form.keys(self.aliases.iter().map(String::as_str));
        // All that the user says is one party meets under a key that no name has.
        keys.extend(self.known.map(|known| format!("={known}")));
        keys
    }
}

/// Which of the forms under one key are one party, as pairs of positions. A function of the key
/// and the *set* of candidates: their order makes no difference but to the positions.
pub fn links(key: &str, of: &[Candidate]) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..of.len()).collect();
    order.sort_by(|&a, &b| of[a].form.cmp(&of[b].form));
    let block = Block { key, of, order };
    let mut links = Vec::new();
    block.known(&mut links);
    block.full_names(&mut links);
    block.family_names(&mut links);
    block.misread(&mut links);
    block.bodies(&mut links);
    block.short_bodies(&mut links);
    block.unclassed(&mut links);
    links.retain(|&(a, b)| match (of[a].known, of[b].known) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    });
    links
}

struct Block<'a> {
    key: &'a str,
    of: &'a [Candidate],
    /// Positions, by form.
    order: Vec<usize>,
}

impl Block<'_> {
    fn form(&self, at: usize) -> &NameForm {
        &self.of[at].form
    }

    fn class(&self, class: Class) -> Vec<usize> {
        self.order.iter().copied().filter(|&at| self.form(at).class == class).collect()
    }

    fn has_alias(&self, at: usize) -> bool {
        self.form(at).key != self.key && self.of[at].aliases.contains(self.key)
    }

    /// Forms that the user's file gives to one party.
    fn known(&self, links: &mut Vec<(usize, usize)>) {
        for (i, &a) in self.order.iter().enumerate() {
            let same =
                |b: &&usize| self.of[a].known.is_some() && self.of[a].known == self.of[**b].known;
            links.extend(self.order[i + 1..].iter().find(same).map(|&b| (a, b)));
        }
    }

    /// People whose given names agree, where no third one agrees with only one of them: "George
    /// Brandt" is neither George W. nor George H. once both are there.
    fn full_names(&self, links: &mut Vec<(usize, usize)>) {
        let full: Vec<usize> = self
            .class(Class::Person)
            .into_iter()
            .filter(|&at| Person::of(&self.form(at).key).surname == self.key)
            .collect();
        for group in self.agreeing(&full) {
            links.extend(group.windows(2).map(|pair| (pair[0], pair[1])));
        }
    }

    /// Full names in groups of those that may be one person's.
    fn agreeing(&self, people: &[usize]) -> Vec<Vec<usize>> {
        let may_be = |a: usize, b: usize| {
            let (one, other) = (&self.of[a], &self.of[b]);
            match (one.known, other.known) {
                (Some(a), Some(b)) if a == b => return true,
                (Some(_), Some(_)) => return false,
                _ => {}
            }
            one.form.key == other.form.key
                || Person::of(&one.form.key).may_be(&Person::of(&other.form.key))
                    && no_contradiction(&one.homes, &other.homes)
        };
        let full: Vec<usize> = people
            .iter()
            .copied()
            .filter(|&at| !Person::of(&self.form(at).key).is_bare())
            .collect();
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for &one in &full {
            let near: Vec<usize> =
                full.iter().copied().filter(|&other| other == one || may_be(one, other)).collect();
            let agree = near.iter().all(|&a| near.iter().all(|&b| a == b || may_be(a, b)));
            // Who agrees with two that contradict each other stands alone.
            let group = if agree { near } else { vec![one] };
            // A neighbour may stand alone for reasons of its own.
            let group: Vec<usize> = group
                .into_iter()
                .filter(|&at| {
                    at == one || {
                        let theirs: Vec<usize> = full
                            .iter()
                            .copied()
                            .filter(|&other| other == at || may_be(at, other))
                            .collect();
                        theirs.iter().all(|&a| theirs.iter().all(|&b| a == b || may_be(a, b)))
                    }
                })
                .collect();
            if group.first() == Some(&one) {
                groups.push(group);
            }
        }
        groups
    }

    /// A family name alone is the one person here whom articles call by it or, where they call
    /// nobody so, the one who has it.
    fn family_names(&self, links: &mut Vec<(usize, usize)>) {
        let is_bare = |at: &usize| {
            let person = Person::of(&self.form(*at).key);
            person.is_bare() && person.surname == self.key
        };
        let (bare, others): (Vec<usize>, Vec<usize>) =
            self.class(Class::Person).into_iter().partition(is_bare);
        for &one in &bare {
            let groups = self.called(&others, &self.homes(one));
            if let [group] = &groups[..] {
                links.push((one, group[0]));
            }
        }
        self.same_home(&bare, links);
    }

    /// One word that is a person in one article and a body in another, and that nobody has for a family
    /// name: somewhere it was misread, and it is one party. Who it is, most of its statements say.
    fn misread(&self, links: &mut Vec<(usize, usize)>) {
        let alone = |&at: &usize| self.form(at).key == self.key && self.form(at).article.is_none();
        let people = self.class(Class::Person);
        let bodies: Vec<usize> = self.class(Class::Body).into_iter().filter(alone).collect();
        let one_word = !self.key.contains(' ');
        if one_word && !people.is_empty() && !bodies.is_empty() && people.iter().all(alone) {
            let all: Vec<usize> = people.into_iter().chain(bodies).collect();
            links.extend(all.windows(2).map(|pair| (pair[0], pair[1])));
        }
    }

    /// The people who may be meant by the key alone, each with all full names.
    fn called(&self, people: &[usize], homes: &BTreeSet<String>) -> Vec<Vec<usize>> {
        let mut groups = self.agreeing(people);
        groups.retain(|group| {
            group
                .iter()
                .any(|&at| Person::of(&self.form(at).key).surname == self.key || self.has_alias(at))
                && group.iter().all(|&at| no_contradiction(homes, &self.of[at].homes))
        });
        let is_called = |group: &Vec<usize>| group.iter().any(|&at| self.has_alias(at));
        if groups.iter().any(is_called) {
            groups.retain(is_called);
        }
        groups
    }

    /// Forms that differ in their country alone: one that has none belongs to the one country
    /// there is.
    fn same_home(&self, of: &[usize], links: &mut Vec<(usize, usize)>) {
        let homes: BTreeSet<&String> =
            of.iter().filter_map(|&at| self.form(at).country.as_ref()).collect();
        if homes.len() == 1 {
            links.extend(of.windows(2).map(|pair| (pair[0], pair[1])));
        }
    }

    fn homes(&self, at: usize) -> BTreeSet<String> {
        let mut homes = self.of[at].homes.clone();
        homes.extend(self.form(at).country.clone());
        homes.extend(country_of(&self.form(at).key).map(str::to_owned));
        homes
    }

    /// "The trade ministry" is that of the one country whose trade ministry is in the news.
    fn bodies(&self, links: &mut Vec<(usize, usize)>) {
        let same: Vec<usize> = self
            .class(Class::Body)
            .into_iter()
            .filter(|&at| self.form(at).core() == self.key)
            .collect();
        let Some(&plain) = same.iter().find(|&&at| self.form(at).key == self.key) else { return };
        let homes = self.homes(plain);
        let theirs: Vec<usize> = same
            .into_iter()
            .filter(|&at| at != plain && no_contradiction(&homes, &self.homes(at)))
            .collect();
        if let [one] = theirs[..] {
            links.push((plain, one));
        }
    }

    /// An acronym or another short name is the one body here that articles also call so; "the
    /// Harraks" are the Harrak network.
    fn short_bodies(&self, links: &mut Vec<(usize, usize)>) {
        let (short, others): (Vec<usize>, Vec<usize>) =
            self.class(Class::Body).into_iter().partition(|&at| self.is_key(at));
        let Some(&one) = short.first() else { return };
        links.extend(short.windows(2).map(|pair| (pair[0], pair[1])));
        let homes = self.homes(one);
        let led = |at: &usize| self.is_led(*at);
        let called = |at: &usize| self.has_alias(*at);
        for mut longer in [
            others.iter().copied().filter(called).collect::<Vec<_>>(),
            others.iter().copied().filter(led).collect(),
        ] {
            longer.retain(|&at| no_contradiction(&homes, &self.homes(at)));
            let Some(&first) = longer.first() else { continue };
            if longer.iter().all(|&at| self.one_body(first, at)) {
                links.extend(longer.into_iter().map(|at| (one, at)));
            }
            return;
        }
    }

    /// Whether the key is whose following it is, in the singular or the plural.
    fn is_led(&self, at: usize) -> bool {
        leader(self.form(at).core())
            .is_some_and(|leader| self.key == leader || singular(self.key) == Some(leader))
    }

    /// Whether the key is the whole name, in the singular or the plural.
    fn is_key(&self, at: usize) -> bool {
        let name = &self.form(at).key;
        name == self.key || singular(name) == Some(self.key)
    }

    /// Whether two forms are one body by their names alone.
    fn one_body(&self, a: usize, b: usize) -> bool {
        let (one, other) = (&self.form(a).key, &self.form(b).key);
        one == other
            || self.form(a).core() == self.form(b).core()
                && no_contradiction(&self.homes(a), &self.homes(b))
            || self.of[a].aliases.contains(other)
            || self.of[b].aliases.contains(one)
            || is_longer_by_nouns(one, self.key) && is_longer_by_nouns(other, self.key)
    }

    /// Whoever has a name of which no article tells what it is: the one party here that has this
    /// name or, where nobody has it in full, the one person of this family name.
    fn unclassed(&self, links: &mut Vec<(usize, usize)>) {
        let unclassed = self.class(Class::Unknown);
        let Some(&one) = unclassed.iter().find(|&&at| self.form(at).key == self.key) else {
            return;
        };
        let others: Vec<usize> = self
            .order
            .iter()
            .copied()
            .filter(|&at| self.form(at).class != Class::Unknown)
            .collect();
        let named: Vec<usize> =
            others.iter().copied().filter(|&at| self.form(at).key == self.form(one).key).collect();
        match named[..] {
            [] => {}
            [only] => return links.push((one, only)),
            _ => return,
        }
        let people: Vec<usize> =
            others.iter().copied().filter(|&at| self.form(at).class == Class::Person).collect();
        let mut groups = self.called(&people, &self.of[one].homes);
        let body = |at: &usize| {
            self.form(*at).class == Class::Body && (self.has_alias(*at) || self.is_led(*at))
        };
        groups.extend(others.iter().copied().filter(body).map(|at| vec![at]));
        if let [group] = &groups[..] {
            links.push((one, group[0]));
        }
    }
}

/// Whether two sets of countries leave it open that they are one party's: one of them is empty, or
/// they share a country.
fn no_contradiction(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    a.is_empty() || b.is_empty() || a.intersection(b).next().is_some()
}
