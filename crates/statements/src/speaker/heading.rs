//! Who speaks in a heading: it says in short what the text below says in full, and by a description
//! whom the text names.

use std::collections::BTreeSet;

use gainsay_record::{SpeakerKind, TextRange, ZoneKind};

use crate::assemble::Draft;
use crate::data::nouns::{MEDIA, ORGANIZATIONS};
use crate::data::people::{GROUPS, ROLES};
use crate::data::words::NOT_NAMES;
use crate::doc::Doc;
use crate::lexicon::has;
use crate::speaker::cast::Cast;
use crate::speaker::kinds::called;
use crate::speaker::phrase::Head;
use crate::speaker::pronoun::Pronoun;

/// How many letters of a word are compared: "denies", "denied".
const STEM: usize = 5;

/// For each draft in a heading whose speaker has no name, the speaker of the statement below that says
/// the same, where there is one of the same kind. `members` are the speakers found so far.
pub(crate) fn told_below(
    doc: &Doc,
    cast: &Cast,
    drafts: &[Draft],
    members: &[Option<usize>],
) -> Vec<(usize, usize)> {
    let heading = |zone| matches!(zone, ZoneKind::Headline | ZoneKind::Standfirst);
    let open: Vec<usize> = (0..drafts.len())
        .filter(|&d| heading(drafts[d].zone) && nameless(doc, cast, &drafts[d], members[d]))
        .collect();
    if open.is_empty() {
        return Vec::new();
    }
    let below: Vec<(usize, BTreeSet<String>)> = drafts
        .iter()
        .zip(members)
        .filter(|(draft, _)| draft.zone == ZoneKind::Body)
        .filter_map(|(draft, member)| Some(((*member)?, stems(doc, &draft.content))))
        .filter(|(member, _)| cast.members[*member].named)
        .collect();
    let told = |d: usize| {
        let own = stems(doc, &drafts[d].content);
        let alike: Vec<(usize, usize)> = below
            .iter()
            .filter(|(member, _)| members[d].is_none_or(|m| akin(cast, m, *member)))
            .map(|(member, words)| (*member, own.intersection(words).count()))
            .collect();
        // Of equals the first.
        let best =
            alike.iter().copied().reduce(|best, next| if next.1 > best.1 { next } else { best });
        let (member, shared) = best?;
        let others = alike.iter().filter(|&&(m, _)| m != member).map(|&(_, n)| n).max();
        let much = shared >= 2 && 2 * shared >= own.len();
        // One word is enough where nobody else has any.
        let person = cast.members[member].kind == SpeakerKind::Person && members[d].is_some();
        let only = shared > 0 && others.unwrap_or(0) == 0 && person;
        (much || only).then_some((d, member))
    };
    open.into_iter().filter_map(told).collect()
}

/// Whether a draft has a description for its source, or none.
fn nameless(doc: &Doc, cast: &Cast, draft: &Draft, member: Option<usize>) -> bool {
    let pronoun =
        draft.source.first().is_some_and(|source| Pronoun::of(doc.lowered(*source)).is_some());
    let described = member.is_none_or(|m| {
        let member = &cast.members[m];
        let own = !member.named || noun_only(&member.name);
        own && member.head != Head::Document
    });
    described && !pronoun
}

/// "Electoral tribunal": a capital that only opens the heading.
fn noun_only(name: &str) -> bool {
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    let last = name.rsplit(' ').next().unwrap_or(name).to_lowercase();
    let noun = [GROUPS, ROLES, ORGANIZATIONS, MEDIA].iter().any(|list| has(list, &last));
    noun && !rest.contains(char::is_uppercase) && !first.chars().skip(1).any(char::is_uppercase)
}

/// Whether a description may be of the one named: a person, or an institution with such a noun.
fn akin(cast: &Cast, described: usize, named: usize) -> bool {
    let (described, named) = (&cast.members[described], &cast.members[named]);
    if described.kind == SpeakerKind::Person {
        return named.kind == SpeakerKind::Person;
    }
    let noun = described.name.rsplit(' ').next().unwrap_or("").to_lowercase();
    let within = noun.len() > 4 && named.name.to_lowercase().contains(&noun);
    named.kind == SpeakerKind::Organization && (within || called(&noun, &named.role_words))
}

/// The beginnings of the words that say something.
fn stems(doc: &Doc, content: &[TextRange]) -> BTreeSet<String> {
    content
        .iter()
        .flat_map(|range| doc.tokens_in(*range))
        .map(|t| doc.word(t))
        .filter(|word| word.chars().count() > 3 && !has(NOT_NAMES, word))
        .map(|word| word.chars().take(STEM).collect())
        .collect()
}

/// Words in capitals before a headline that say what kind of article it is. Sorted.
const KINDS: &[&str] = &[
    "analysis",
    "audio",
    "breaking",
    "column",
    "comment",
    "correction",
    "editorial",
    "exclusive",
    "explainer",
    "factbox",
    "gallery",
    "interview",
    "letters",
    "listen",
    "live",
    "opinion",
    "photos",
    "poll",
    "profile",
    "review",
    "timeline",
    "transcript",
    "update",
    "updated",
    "video",
    "watch",
];

/// Whether words in capitals say what kind of article it is: "INTERVIEW: ‘We did not start this’".
pub(super) fn announces(words: &str) -> bool {
    !words.contains(char::is_lowercase) && has(KINDS, &words.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use crate::testing::read_headed;

    /// The speakers of an article whose first line is a headline.
    fn names(text: &str) -> Vec<String> {
        read_headed(text).into_iter().map(|statement| statement.speaker.name).collect()
    }

    #[test]
    fn a_headline_is_said_by_whoever_says_it_below() {
        let text = "{s1:Quartermaster} {c1:says} {q1:ledgers were burnt on orders}\n\
            {s2:Ilmar Tessen} {c2:testified} {q2:that the ledgers of the depot were burnt}.";
        assert_eq!(names(text), ["Ilmar Tessen", "Ilmar Tessen"]);
        // Something else.
        let text = "{s1:Quartermaster} {c1:says} {q1:ledgers were burnt on orders}\n\
            {s2:Judge Ilmar Tessen} {c2:ruled} {q2:that nothing was proved}.";
        assert_eq!(names(text), ["unnamed quartermaster", "Ilmar Tessen"]);
    }
}
