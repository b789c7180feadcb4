//! The claim in a statement: subject – relation – object, each only where the words give it.

use gainsay_record::{Act, Digest, Id, Speaker, Statement, TextRange};

use super::relations::family;
use crate::name::key;
use crate::words::{Word, words};

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

    /// The id of the allegation: one for the same claim anywhere; where the claim is not whole, one
    /// for the utterance alone, which `original` names (the earliest report of it).
    pub fn id(&self, original: &Id) -> Id {
        let part = |of: &Option<String>| of.as_deref().and_then(key).unwrap_or_default();
        let object = self.object.as_deref().and_then(object_key).unwrap_or_default();
        let digest = Digest::new("allegation")
            .part(part(&self.subject))
            .part(part(&self.relation))
            .part(&object);
        if self.is_whole() { digest.id() } else { digest.part(&original.0).id() }
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
const ENDS: &[&str] = &[
    "about", "after", "and", "are", "as", "at", "because", "before", "but", "by", "during", "for",
    "from", "had", "has", "have", "he", "in", "into", "is", "it", "its", "near", "on", "or",
    "over", "said", "she", "since", "than", "that", "they", "through", "to", "under", "until",
    "was", "were", "when", "where", "which", "while", "who", "will", "with", "would",
];

/// Words between a relation and what it is about.
const BEFORE: &[&str] = &[
    "a", "about", "against", "all", "an", "any", "between", "by", "for", "her", "his", "in",
    "into", "its", "of", "on", "over", "the", "their", "this", "to", "up", "upon", "with",
];

/// Nouns that belong to the name before them: "the Sable network".
const GROUPS: &[&str] = &[
    "alliance",
    "army",
    "brigade",
    "council",
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
];

/// The claim that a statement puts forward, denies or grants; none where its act is another.
/// `names` are the parties of the article, by the names they have there.
pub fn claim(of: &Statement, names: &[String]) -> Option<Claim> {
    if !matches!(of.act, Act::Accuse | Act::Deny | Act::Admit) {
        return None;
    }
    let text = content(of);
    let found = words(&text);
    let lower: Vec<String> = found.iter().map(|word| word.range.of(&text).to_lowercase()).collect();
    let told = (0..found.len()).find_map(|at| Some((at, family(&lower[at])?.to_owned())));
    let relation = told.or_else(|| open(&found, &lower));
    let subject = subject(of, &text, &found, relation.as_ref().map(|(at, _)| *at), names);
    let object = relation.as_ref().and_then(|&(at, _)| {
        object(&text, &found, &lower, at + 1, names)
            .filter(|object| subject.as_deref().and_then(key) != key(object))
    });
    Some(Claim { subject, relation: relation.map(|(_, name)| name), object })
}

/// Every relation that a text tells of.
pub(crate) fn relations(text: &str) -> Vec<&'static str> {
    let told = |word: &Word| family(&word.range.of(text).to_lowercase());
    words(text).iter().filter_map(told).collect()
}

fn content(of: &Statement) -> String {
    of.content.iter().map(|span| span.exact.as_str()).collect::<Vec<_>>().join(" ; ")
}

/// A relation of no family: "of …-ing" first, else none. Any other word would be a guess.
fn open(found: &[Word], lower: &[String]) -> Option<(usize, String)> {
    let at = (1..found.len())
        .find(|&at| lower[at - 1] == "of" && lower[at].ends_with("ing") && !found[at].name)?;
    Some((at, lower[at].clone()))
}

/// The accused: whom a charge is aimed at; for a denial or an admission whom its content names
/// before the relation, else the speaker's own side.
fn subject(
    of: &Statement,
    text: &str,
    found: &[Word],
    relation: Option<usize>,
    names: &[String],
) -> Option<String> {
    if of.act == Act::Accuse {
        return of.targets.first().map(|target| target.name.clone());
    }
    let before = relation.unwrap_or(0);
    let named = name_at(text, found, 0, before, names).map(|(name, _)| name);
    let Speaker { name, speaks_for, .. } = &of.speaker;
    let own = speaks_for.last().or((name != Speaker::UNKNOWN).then_some(name));
    named.or_else(|| own.cloned())
}

/// What the relation is about: the first name after it, else the words right after it.
fn object(
    text: &str,
    found: &[Word],
    lower: &[String],
    from: usize,
    names: &[String],
) -> Option<String> {
    // In the same part of the sentence.
    let end = (from..found.len())
        .find(|&at| {
            let before = if at == 0 { 0 } else { found[at - 1].range.end };
            text[before..found[at].range.start].contains([',', ';', ':', '.', '—'])
        })
        .unwrap_or(found.len());
    let first = (from..end).find(|&at| !BEFORE.contains(&lower[at].as_str()))?;
    if let Some((name, next)) = name_at(text, found, from, end, names) {
        return Some(with_noun(text, found, lower, next, end, name, names));
    }
    let last = (first..end).take(5).take_while(|&at| !ENDS.contains(&lower[at].as_str())).last()?;
    Some(TextRange::new(found[first].range.start, found[last].range.end).of(text).to_owned())
}

/// "the Merrow cable": a name that is no party's, with the noun it belongs to.
fn with_noun(
    text: &str,
    found: &[Word],
    lower: &[String],
    next: usize,
    end: usize,
    name: String,
    names: &[String],
) -> String {
    let noun = lower.get(next).filter(|noun| {
        let verb = ["ed", "ing", "ly", "s"].iter().any(|ending| noun.ends_with(ending));
        next < end && !found[next].number && !verb && !ENDS.contains(&noun.as_str())
    });
    let adjacent = next > 0
        && next < found.len()
        && &text[found[next - 1].range.end..found[next].range.start] == " ";
    match noun {
        Some(noun) if adjacent && !names.contains(&name) => format!("{name} {noun}"),
        _ => name,
    }
}

/// The first name between two words, as the article's parties have it, and the word after it.
fn name_at(
    text: &str,
    found: &[Word],
    from: usize,
    to: usize,
    names: &[String],
) -> Option<(String, usize)> {
    let start = (from..to).find(|&at| found[at].name)?;
    let mut end = start + 1;
    let joined = |at: usize| {
        let between = &text[found[at - 1].range.end..found[at].range.start];
        between.chars().all(|c| c == ' ' || c == '-')
    };
    while end < to && found[end].name && joined(end) {
        end += 1;
    }
    let group = found.get(end).filter(|_| end < to && joined(end));
    if group.is_some_and(|word| GROUPS.contains(&word.range.of(text).to_lowercase().as_str())) {
        end += 1;
    }
    let written = TextRange::new(found[start].range.start, found[end - 1].range.end).of(text);
    let written =
        written.strip_suffix("'s").or_else(|| written.strip_suffix("’s")).unwrap_or(written);
    Some((as_named(written, names), end))
}

/// The name of the party that is written so; what is written where none is.
fn as_named(written: &str, names: &[String]) -> String {
    let Some(wanted) = key(written) else { return written.to_owned() };
    let is = |name: &&String| {
        key(name).is_some_and(|name| {
            name == wanted || !wanted.contains(' ') && name.split(' ').next_back() == Some(&wanted)
        })
    };
    let mut fitting = names.iter().filter(is);
    match (fitting.next(), fitting.next()) {
        (Some(name), None) => name.clone(),
        // Two who could be meant are nobody.
        _ => written.to_owned(),
    }
}
