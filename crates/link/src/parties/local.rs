//! The parties of one article: which of its names mean the same.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_record::Id;

use super::block::{Candidate, links};
use super::form::{Class, NameForm, class_of_name, is_common, normal, shorts};
use super::person::Person;
use super::sets::Sets;

/// A name in an article, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name<'a> {
    /// As written, or as the statement has it.
    pub text: &'a str,
    /// What it is, as far as the article tells.
    pub class: Class,
    /// The country it speaks for, where the article says so.
    pub home: Option<&'a str>,
    /// Whether it is somebody of this article only ("an official").
    pub own: bool,
}

/// A party as one article shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Local {
    /// Its fullest name, reduced.
    pub form: NameForm,
    /// Its other names in the article, normalised.
    pub aliases: BTreeSet<String>,
    /// The countries it speaks for, in lower case.
    pub homes: BTreeSet<String>,
}

/// The parties of an article, and for each name the party that it means: `None` where a name has
/// no letter and no digit. `defined` are the acronyms that the text itself explains, as
/// [`acronyms`](super::acronyms) finds them.
pub fn local(
    article: &Id,
    names: &[Name<'_>],
    defined: &[(String, String)],
) -> (Vec<Local>, Vec<Option<usize>>) {
    let article = Article::of(article, names, defined);
    let mut sets = Sets::new(article.names.len());
    article.join(&mut sets);
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..article.names.len() {
        members.entry(sets.root(at)).or_default().push(at);
    }
    let parties = members.values().map(|members| article.party(members)).collect();
    let number: BTreeMap<usize, usize> =
        members.into_keys().enumerate().map(|(party, root)| (root, party)).collect();
    let of_name = article
        .of_name
        .iter()
        .map(|name| name.and_then(|at| number.get(&sets.root(at)).copied()))
        .collect();
    (parties, of_name)
}

/// The distinct names of an article, in order of their first mention.
struct Article {
    id: Id,
    names: Vec<Candidate>,
    /// For each name handed in.
    of_name: Vec<Option<usize>>,
    /// For each distinct name, where among the names handed in it comes first.
    at: Vec<usize>,
}

impl Article {
    fn of(id: &Id, names: &[Name<'_>], defined: &[(String, String)]) -> Self {
        // What is unclear of one mention may be clear of another.
        let mut known: BTreeMap<String, BTreeSet<Class>> = BTreeMap::new();
        for name in names.iter().filter(|name| name.class != Class::Unknown) {
            if let Some(key) = normal(Class::Unknown, name.text) {
                known.entry(key).or_default().insert(name.class);
            }
        }
        let mut article =
            Article { id: *id, names: Vec::new(), of_name: Vec::new(), at: Vec::new() };
        let mut place: BTreeMap<NameForm, usize> = BTreeMap::new();
        for name in names {
            let class = match name.class {
                Class::Unknown => normal(Class::Unknown, name.text)
                    .and_then(|key| known.get(&key))
                    .filter(|classes| classes.len() == 1)
                    .and_then(|classes| classes.first().copied())
                    .unwrap_or_else(|| class_of_name(name.text)),
                class => class,
            };
            let Some(key) = normal(class, name.text) else {
                article.of_name.push(None);
                continue;
            };
            let form = NameForm { class, key, country: None, article: name.own.then_some(*id) };
            let at = *place.entry(form.clone()).or_insert_with(|| {
                let mut aliases = BTreeSet::new();
                if class != Class::Person {
                    for (full, acronym) in defined {
                        let pair = [normal(class, full), normal(class, acronym)];
                        if pair.iter().flatten().any(|key| *key == form.key) {
                            aliases.extend(pair.into_iter().flatten().filter(|k| *k != form.key));
                        }
                    }
                }
                let none = BTreeSet::new();
                article.names.push(Candidate { form, aliases, homes: none, known: None });
                article.at.push(article.of_name.len());
                article.names.len() - 1
            });
            article.names[at].homes.extend(name.home.and_then(|home| normal(Class::Body, home)));
            article.of_name.push(Some(at));
        }
        article
    }

    /// Joins what is one party, first as across articles, then as only within one.
    fn join(&self, sets: &mut Sets) {
        let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, name) in self.names.iter().enumerate() {
            for key in name.keys() {
                blocks.entry(key).or_default().push(at);
            }
        }
        for (key, members) in &blocks {
            let of: Vec<Candidate> = members.iter().map(|&at| self.names[at].clone()).collect();
            for (a, b) in links(key, &of) {
                sets.join(members[a], members[b]);
            }
        }
        let fuller = self.fuller();
        for at in 0..self.names.len() {
            if sets.is_alone(at)
                && self.names[at].form.article.is_none()
                && let Some(other) = self.short_for(at, &fuller, sets)
            {
                sets.join(at, other);
            }
        }
    }

    /// The names that may be meant by others in short.
    fn fuller(&self) -> Fuller {
        let mut fuller = Fuller::default();
        for (at, name) in self.names.iter().enumerate() {
            let NameForm { class, key, article, .. } = &name.form;
            if article.is_some() {
                continue;
            }
            match class {
                Class::Person if self.is_full(at) => {
                    let person = Person::of(key);
                    fuller.by_family.entry(person.surname.to_owned()).or_default().push(at);
                    if let Some(given) = person.first() {
                        fuller.by_given.entry(given.to_owned()).or_default().push(at);
                    }
                }
                Class::Body => {
                    for short in shorts(key) {
                        fuller.by_short.entry(short).or_default().push(at);
                    }
                }
                _ => {}
            }
        }
        fuller
    }

    /// Whose name this is in short, where within one article that is clear.
    fn short_for(&self, at: usize, fuller: &Fuller, sets: &mut Sets) -> Option<usize> {
        let short = &self.names[at].form;
        let found = |map: &BTreeMap<String, Vec<usize>>, key: &str| -> Vec<usize> {
            map.get(key).into_iter().flatten().copied().filter(|&other| other != at).collect()
        };
        let may_be_person = short.class == Class::Person && !self.is_full(at)
            || short.class == Class::Unknown && !short.key.contains(' ');
        if may_be_person {
            let family = found(&fuller.by_family, Person::of(&short.key).surname);
            // Where two have the family name, whoever was introduced first goes by it alone.
            let first = family.into_iter().find(|&other| self.used_before(at, other) <= 2);
            if first.is_some() {
                return first;
            }
            if let Some(one) = only(&found(&fuller.by_given, &short.key), sets) {
                return Some(one);
            }
        }
        let is_family = fuller.by_family.contains_key(&short.key);
        if matches!(short.class, Class::Body | Class::Unknown) && !is_family {
            return only(&found(&fuller.by_short, &short.key), sets);
        }
        None
    }

    /// How often the short name is used before the full one comes in. A headline may do so; whoever
    /// is spoken of by the family name again and again before somebody of this name is introduced
    /// is another.
    fn used_before(&self, short: usize, full: usize) -> usize {
        self.of_name[..self.at[full]].iter().filter(|&&name| name == Some(short)).count()
    }

    fn is_full(&self, at: usize) -> bool {
        !Person::of(&self.names[at].form.key).is_bare()
    }

    fn party(&self, members: &[usize]) -> Local {
        let fullest = members
            .iter()
            .map(|&at| &self.names[at].form)
            .max_by(|a, b| {
                // A known kind before an unknown one, then the fuller name; at last the first in order.
                let rank = |form: &NameForm| {
                    (form.class != Class::Unknown, form.key.split(' ').count(), form.key.len())
                };
                rank(a).cmp(&rank(b)).then_with(|| b.cmp(a))
            })
            .cloned();
        // Of no names there is no party: the root itself is always a member.
        let mut form = fullest.unwrap_or_else(|| self.names[members[0]].form.clone());
        let homes: BTreeSet<String> =
            members.iter().flat_map(|&at| self.names[at].homes.iter().cloned()).collect();
        if let (1, Some(home)) = (homes.len(), homes.first()) {
            form = form.at_home(home);
        }
        let mut aliases: BTreeSet<String> =
            members.iter().map(|&at| self.names[at].form.key.clone()).collect();
        aliases.extend(members.iter().flat_map(|&at| self.names[at].aliases.clone()));
        aliases.remove(&form.key);
        // "The committee" may be short for a name in this article, and for another in the next.
        aliases.retain(|alias| !is_common(alias));
        if form.class != Class::Person && is_common(&form.key) {
            form.article = Some(self.id);
        }
        Local { form, aliases, homes }
    }
}

/// Names in full by what they may be called in short, each in the order of the article.
#[derive(Default)]
struct Fuller {
    by_family: BTreeMap<String, Vec<usize>>,
    by_given: BTreeMap<String, Vec<usize>>,
    by_short: BTreeMap<String, Vec<usize>>,
}

/// The first of these, where they are all one party.
fn only(of: &[usize], sets: &mut Sets) -> Option<usize> {
    let first = *of.first()?;
    let root = sets.root(first);
    of.iter().all(|&other| sets.root(other) == root).then_some(first)
}
