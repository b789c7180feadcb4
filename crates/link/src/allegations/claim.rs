//! The claim in a statement: subject – relation – object, each only where the words give it.

use gainsay_record::{Act, Digest, Id, Speaker, Statement};

use super::content::{Content, Relation};
use super::relations::told;
use crate::name::key;

/// A contested claim in canonical form. What the words do not give is none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Claim {
    /// Who is said to do it.
    pub subject: Option<String>,
    /// What: a family ("supports"), or the word of the content that says it ("jamming").
    pub relation: Option<String>,
    /// To whom or what.
    pub object: Option<String>,
}

impl Claim {
    /// Whether it says enough to be the same claim in another statement: "lied" may be about
    /// anything.
    pub fn is_whole(&self) -> bool {
        self.subject.is_some() && self.relation.is_some() && self.object.is_some()
    }

    /// Whether nothing is known of what is claimed.
    pub fn is_bare(&self) -> bool {
        self.relation.is_none() && self.object.is_none()
    }

    /// The id of the allegation: one for the same claim anywhere; where the claim is not whole, one
    /// for the utterance alone, which `original` names (the earliest report of it).
    pub fn id(&self, original: &Id) -> Id {
        let part = |of: &Option<String>| of.as_deref().and_then(key).unwrap_or_default();
        let object = self.object.as_deref().and_then(object_key).unwrap_or_default();
        let digest = Digest::new("allegation")
            .part(part(&self.subject))
            .part(part(&self.relation))
            .part(&object);
        if self.is_whole() { digest.id() } else { digest.part(original.digits().as_bytes()).id() }
    }
}

/// What two ways of writing an object have in common: a name as names have it, a description its
/// last words.
pub(crate) fn object_key(object: &str) -> Option<String> {
    if object.starts_with(char::is_uppercase) {
        return key(object);
    }

    let key = key(object)?;
    let mut last: Vec<&str> = key.rsplit(' ').take(2).collect();
    last.reverse();
    Some(last.join(" "))
}

/// Words that end what a relation is about.
pub(super) const ENDS: &[&str] = &[
    "about",
    "after",
    "again",
    "ago",
    "and",
    "are",
    "as",
    "at",
    "because",
    "before",
    "but",
    "by",
    "can",
    "cannot",
    "could",
    "did",
    "do",
    "does",
    "during",
    "for",
    "from",
    "had",
    "has",
    "have",
    "he",
    "here",
    "in",
    "into",
    "is",
    "it",
    "its",
    "last",
    "like",
    "may",
    "might",
    "must",
    "near",
    "next",
    "not",
    "now",
    "on",
    "once",
    "or",
    "over",
    "said",
    "shall",
    "she",
    "should",
    "since",
    "such",
    "than",
    "that",
    "then",
    "there",
    "they",
    "through",
    "to",
    "today",
    "tomorrow",
    "tonight",
    "twice",
    "under",
    "until",
    "was",
    "were",
    "when",
    "where",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "will",
    "with",
    "would",
    "yesterday",
];

/// What names nobody and nothing: no claim is about it.
pub(super) const NOTHING: &[&str] = &[
    "anybody",
    "anyone",
    "anything",
    "be",
    "been",
    "did",
    "do",
    "does",
    "each",
    "everybody",
    "everyone",
    "everything",
    "he",
    "her",
    "herself",
    "him",
    "himself",
    "it",
    "itself",
    "me",
    "month",
    "nobody",
    "none",
    "not",
    "nothing",
    "one",
    "other",
    "she",
    "somebody",
    "someone",
    "something",
    "them",
    "themselves",
    "they",
    "us",
    "we",
    "week",
    "what",
    "who",
    "year",
    "you",
];

/// Words between a relation and what it is about.
pub(super) const BEFORE: &[&str] = &[
    "a", "about", "against", "all", "an", "any", "between", "by", "for", "her", "his", "in",
    "into", "its", "of", "on", "over", "the", "their", "this", "to", "up", "upon", "with",
];

/// Nouns that belong to the name before them: "the Sable network".
pub(super) const GROUPS: &[&str] = &[
    "agency",
    "alliance",
    "army",
    "brigade",
    "council",
    "directorate",
    "faction",
    "fighters",
    "forces",
    "front",
    "government",
    "group",
    "insurgents",
    "militants",
    "militia",
    "movement",
    "navy",
    "network",
    "party",
    "rebels",
    "separatists",
    "service",
];

/// The claim that a statement puts forward, denies or grants; none where its act is another.
/// `names` are the parties of the article, by the names they have there.
pub fn claim(of: &Statement, names: &[String]) -> Option<Claim> {
    if !matches!(of.act, Act::Accuse | Act::Deny | Act::Admit) {
        return None;
    }
    let text = content(of);
    let words = Content::of(&text);
    let target = target(of, &words);
    let told = (0..words.found.len()).find_map(|at| {
        // A charge that somebody did not do it is another charge.
        let negated = of.act == Act::Accuse && words.is_negated(at);
        told(&text, &words.found, &words.lower, at, words.headed).filter(|_| !negated).map(
            |relation| Relation { at, name: relation.to_owned(), passive: words.is_passive(at) },
        )
    });
    let accuser = of.act == Act::Accuse;
    let relation = told.or_else(|| words.of_doing()).or_else(|| {
        words.verb(target.as_deref()).filter(|it| !(accuser && words.is_negated(it.at)))
    });
    let at = relation.as_ref().map(|relation| relation.at);
    let victim = relation.as_ref().filter(|it| it.passive).and_then(|it| words.before(it.at));
    let object = match (&relation, &victim) {
        (Some(_), Some(victim)) => Some(victim.clone()),
        (Some(relation), None) => words.object(words.matter(relation), names),
        (None, _) => None,
    };
    let subject = match (&victim, &object) {
        (Some(_), Some(object)) => {
            let agent = at.and_then(|at| words.agent(at, names));
            agent.or(target.filter(|target| !same_words(target, object)))
        }
        _ => subject(of, &words, at, target, names),
    };
    let object = object.filter(|object| subject.as_deref().and_then(key) != key(object));
    Some(Claim { subject, relation: relation.map(|relation| relation.name), object })
}

/// Every relation that a text tells of.
pub(crate) fn relations(text: &str) -> Vec<&'static str> {
    let words = Content::of(text);
    let told = |at| told(text, &words.found, &words.lower, at, words.headed);
    (0..words.found.len()).filter_map(told).collect()
}

fn content(of: &Statement) -> String {
    of.content.iter().map(|span| span.exact.as_str()).collect::<Vec<_>>().join(" ; ")
}

/// Whom it is aimed at: of several the one whom the content names first.
fn target(of: &Statement, words: &Content<'_>) -> Option<String> {
    let known =
        || of.targets.iter().map(|target| &target.name).filter(|it| *it != Speaker::UNKNOWN);
    let place = |name: &&String| words.begin_of(name).unwrap_or(usize::MAX);
    // "Quell's navy" comes before "Quell".
    known().min_by_key(|name| (place(name), std::cmp::Reverse(name.len()))).cloned()
}

/// Whether the words of a name are among those of a description.
fn same_words(name: &str, description: &str) -> bool {
    let (Some(name), Some(description)) = (key(name), key(description)) else { return false };
    let last = name.rsplit(' ').next().unwrap_or(&name);
    description.split(' ').any(|word| word == last)
}

/// The accused: whom a charge is aimed at, else whom its content begins with; for a denial or an
/// admission whom its content names before the relation, else the speaker's own side.
fn subject(
    of: &Statement,
    words: &Content<'_>,
    relation: Option<usize>,
    target: Option<String>,
    names: &[String],
) -> Option<String> {
    let end = relation.unwrap_or(0);
    let known = |name: &String| names.contains(name) || name.contains(' ');
    let named = words.name_at(0, end, names);
    if of.act == Act::Accuse {
        // "The Sable network is an arm of Quell's navy", aimed at Quell: of whom it is said.
        let there = target.as_deref().and_then(|target| words.place_of(target));
        let named = named.map(|(name, _)| name).filter(known);
        let other = named.filter(|_| there.is_none_or(|at| at >= end));
        return other.or(target).or_else(|| words.leading(relation?));
    }
    // One capital at the beginning need be no name.
    let named = named.filter(|(name, next)| known(name) || *next > 1).map(|(name, _)| name);
    let Speaker { name, speaks_for, .. } = &of.speaker;
    let own = speaks_for.last().or((name != Speaker::UNKNOWN).then_some(name)).cloned();
    // "The charges show confusion within Quell. We reject them": of those who speak.
    if words.has_we(end) { own.or(named) } else { named.or(own) }
}
