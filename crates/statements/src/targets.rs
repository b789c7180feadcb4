//! Whom a statement is aimed at, and to whom it was said.

use gainsay_record::{Act, Party, SpeakerKind, Text, TextRange};

use crate::assemble::Draft;
use crate::doc::Doc;
use crate::speaker::cast::{Cast, Member};
use crate::speaker::phrase::Head;
use crate::speaker::resolve::side;

/// More than this many parties are no aim.
const MOST: usize = 3;

/// The parties the act is aimed at. A denial is aimed at whoever made the charge.
pub(crate) fn targets(
    text: &Text,
    cast: &Cast,
    draft: &Draft,
    act: Act,
    speaker: Option<&Member>,
    accusers: &[String],
) -> Vec<Party> {
    let own = speaker.and_then(side);
    match act {
        Act::State | Act::Decline | Act::Admit => Vec::new(),
        Act::Deny | Act::Refuse => {
            let charged_by = accusers.iter().find(|accuser| Some(accuser.as_str()) != own).cloned();
            match charged_by {
                Some(name) => vec![Party { spans: spans_of(text, cast, draft, &name), name }],
                None => named(text, cast, draft, speaker, 1),
            }
        }
        _ => named(text, cast, draft, speaker, MOST),
    }
}

/// The parties the content names, other than the speaker's own side, each with the country it
/// speaks for.
fn named(
    text: &Text,
    cast: &Cast,
    draft: &Draft,
    speaker: Option<&Member>,
    most: usize,
) -> Vec<Party> {
    let own = speaker.and_then(side);
    let mut parties: Vec<Party> = Vec::new();
    let mut add = |name: &str, range: Option<TextRange>| {
        let span = range.map(|range| text.span(range));
        match parties.iter().position(|p| p.name == name) {
            Some(known) => parties[known].spans.extend(span),
            None if parties.len() < most + 1 => {
                parties.push(Party { name: name.to_owned(), spans: span.into_iter().collect() });
            }
            None => {}
        }
    };
    for mention in draft.content.iter().flat_map(|&c| cast.mentions_in(c)).take(24) {
        let member = &cast.members[mention.member];
        let party = match member.head {
            Head::Country | Head::Organization => true,
            Head::Person | Head::Bare => member.named,
            Head::Group => member.country.is_some(),
            _ => false,
        };
        let speaker_itself = speaker.is_some_and(|s| s.name == member.name);
        if !party || speaker_itself || own.is_some() && side(member) == own {
            continue;
        }
        add(&member.name, Some(mention.range));
        if let Some(country) = side(member)
            && member.kind != SpeakerKind::Government
        {
            add(country, None);
        }
    }
    parties
}

fn spans_of(text: &Text, cast: &Cast, draft: &Draft, name: &str) -> Vec<gainsay_record::Span> {
    draft
        .content
        .iter()
        .flat_map(|&c| cast.mentions_in(c))
        .filter(|m| cast.members[m.member].name == name)
        .map(|m| text.span(m.range))
        .take(4)
        .collect()
}

/// "told reporters", "told the Senate committee": the noun phrase right after the cue.
pub(crate) fn addressee(doc: &Doc, text: &Text, cast: &Cast, draft: &Draft) -> Option<Party> {
    let cue = draft.cue.last()?;
    let word = doc.lowered(*cue);
    let tells = [
        "told", "tells", "tell", "telling", "reminded", "assured", "informed", "warned", "urged",
        "asked",
    ]
    .iter()
    .any(|w| word.ends_with(w));
    if !tells {
        return None;
    }
    let end = draft.content.iter().map(|c| c.start).find(|&s| s >= cue.end).unwrap_or(cue.end + 48);
    let next = cast.mentions_in(TextRange::new(cue.end, end.max(cue.end))).first()?;
    let near = next.range.start <= cue.end + 2;
    // An attribution that ends right after its cue ("the official told") has no addressee there.
    (near && next.range.end <= end.max(cue.end)).then(|| Party {
        name: cast.members[next.member].name.clone(),
        spans: vec![text.span(next.range)],
    })
}
