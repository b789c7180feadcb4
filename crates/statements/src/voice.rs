//! Who speaks in each draft, and through whom, in text order.

use std::collections::BTreeMap;

use gainsay_record::{Resolution, SpeakerKind, TextRange};

use crate::assemble::{Draft, Origin};
use crate::doc::Doc;
use crate::quotes::{Quote, inside};
use crate::speaker::antecedents::Context;
use crate::speaker::cast::Cast;
use crate::speaker::chain::follow;
use crate::speaker::country::Countries;
use crate::speaker::heading::told_below;
use crate::speaker::phrase::Head;
use crate::speaker::resolve::{Resolved, resolve};
use crate::via::{quoted_person, quoting_medium, told_a_medium};

/// A quotation without attribution goes to the last speaker over at most this many paragraphs.
const CONTINUES_OVER: usize = 2;

/// Who speaks in one draft, and through whom.
pub(crate) struct Voice {
    pub resolved: Resolved,
    pub via: Vec<Through>,
}

/// A link of a chain before it becomes a [`Party`].
#[derive(Clone)]
pub(crate) struct Through {
    pub member: Option<usize>,
    pub name: Option<String>,
    pub spans: Vec<TextRange>,
}

/// Resolves every draft's speaker in text order, each knowing who spoke before.
pub(crate) fn speakers(
    doc: &Doc,
    countries: &Countries,
    cast: &mut Cast,
    quotes: &[Quote],
    drafts: &[Draft],
    outer: &[Option<usize>],
) -> Vec<Voice> {
    let mut taken: Vec<usize> = drafts.iter().flat_map(|d| &d.source).map(|s| s.start).collect();
    taken.sort_unstable();
    let mut asked: Option<usize> = None;
    let mut voices: Vec<Voice> = Vec::with_capacity(drafts.len());
    let mut last: Option<(usize, usize)> = None;
    // Unnamed people and the medium that had them.
    let mut informants: BTreeMap<usize, Through> = BTreeMap::new();
    for (d, draft) in drafts.iter().enumerate() {
        let within = outer[d].filter(|&o| o < d);
        let outer_speaker = within.and_then(|o| voices[o].resolved.member);
        let before: &[TextRange] = d.checked_sub(1).map_or(&[], |b| &drafts[b].content);
        let quoted = draft.source.first().is_some_and(|source| inside(quotes, source.start));
        let aside = outer_speaker.filter(|_| quoted);
        let principal = outer_speaker.and_then(|m| cast.principal(m));
        let context = Context { last, asked, content: &draft.content, before, aside, principal };
        if let Some(source) = draft.source.first() {
            let between = Context { content: &[], ..context };
            follow(doc, cast, quotes, &taken, source.start, &between);
        }
        let mut via = Vec::new();
        let mut resolved = match draft.source.first() {
            Some(&source) => resolve(doc, countries, cast, source, outer_speaker, &context),
            None if draft.origin == Origin::Quotation => continuation(doc, draft, last),
            None => Resolved::nobody(),
        };
        let medium = resolved.member.filter(|&m| cast.members[m].head == Head::Media);
        if let Some(medium) = medium
            && let Some(person) = quoted_person(doc, cast, draft, drafts)
            && person.member != medium
        {
            let through = Through { member: Some(medium), name: None, spans: draft.source.clone() };
            if !cast.members[person.member].named {
                informants.insert(person.member, through.clone());
            }
            via.push(through);
            let from = if cast.members[person.member].named {
                Resolution::Name
            } else {
                Resolution::Description
            };
            resolved = Resolved { member: Some(person.member), from, ..Resolved::nobody() };
        } else if let Some(through) = resolved.member.and_then(|m| informants.get(&m))
            && told_a_medium(doc, cast, draft).is_some()
        {
            via.push(through.clone());
            resolved.from = Resolution::Coreference;
        }
        if via.is_empty()
            && let Some(o) = quoting_medium(doc, draft, drafts).filter(|&o| o < d)
            && let Some(medium) = voices[o].resolved.member
            && cast.members[medium].head == Head::Media
            && Some(medium) != resolved.member
        {
            let spans = drafts[o].source.clone();
            via.push(Through { member: Some(medium), name: None, spans });
        }
        if let Some(o) = within
            && via.is_empty()
            && voices[o].resolved.member != resolved.member
        {
            via.push(Through {
                member: voices[o].resolved.member,
                name: voices[o].resolved.name.clone(),
                spans: drafts[o].source.clone(),
            });
            let further = voices[o].via.clone();
            via.extend(further);
        }
        asked = resolved
            .member
            .filter(|_| draft.cue.first().is_some_and(|cue| doc.lowered(*cue).starts_with("ask")));
        if let Some(member) = resolved.member {
            adopt_institution(doc, cast, member, draft, last);
            if within.is_none() {
                last = Some((member, draft.end()));
            }
        } else if within.is_none() && !draft.source.is_empty() {
            // Somebody else spoke: what follows is not the speaker's before.
            last = None;
        }
        voices.push(Voice { resolved, via });
    }
    let members: Vec<Option<usize>> = voices.iter().map(|voice| voice.resolved.member).collect();
    for (d, member) in told_below(doc, cast, drafts, &members) {
        let from = Resolution::Coreference;
        voices[d].resolved = Resolved { member: Some(member), from, ..Resolved::nobody() };
    }
    repeat(drafts, &mut voices);
    voices
}

/// A quotation in a heading is of whoever says it below.
fn repeat(drafts: &[Draft], voices: &mut [Voice]) {
    for (d, draft) in drafts.iter().enumerate() {
        let Origin::Repeated(place) = draft.origin else { continue };
        let says = |below: &Draft| below.content.iter().any(|c| c.contains_offset(place));
        let Some(below) = drafts.iter().position(says) else { continue };
        let Resolved { member, name, candidates, .. } = voices[below].resolved.clone();
        let from = member.map_or(Resolution::Unresolved, |_| Resolution::Coreference);
        voices[d].resolved = Resolved { member, from, candidates, name };
    }
}

/// A quotation with nothing around it belongs to whoever spoke shortly before.
fn continuation(doc: &Doc, draft: &Draft, last: Option<(usize, usize)>) -> Resolved {
    let Some((member, end)) = last else { return Resolved::nobody() };
    let here = doc.paragraph_at(draft.start()).unwrap_or(0);
    let there = doc.paragraph_at(end.saturating_sub(1)).unwrap_or(0);
    if here.saturating_sub(there) <= CONTINUES_OVER {
        let resolved = Resolved::nobody();
        Resolved { member: Some(member), from: Resolution::Continuation, ..resolved }
    } else {
        Resolved { candidates: vec![member], ..Resolved::nobody() }
    }
}

/// "spokesperson Orla Venn", said after the ministry spoke: she speaks for the ministry.
fn adopt_institution(
    doc: &Doc,
    cast: &mut Cast,
    member: usize,
    draft: &Draft,
    last: Option<(usize, usize)>,
) {
    let person = &cast.members[member];
    let spokes = person.role_words.iter().any(|w| w.starts_with("spokes"));
    if !spokes || person.organization.is_some() || person.country.is_some() {
        return;
    }
    let Some((before, end)) = last.filter(|&(m, _)| m != member) else { return };
    let near = doc.paragraph_at(draft.start()).unwrap_or(0)
        <= doc.paragraph_at(end.saturating_sub(1)).unwrap_or(0) + 1;
    let (kind, name, country) = {
        let m = &cast.members[before];
        (m.kind, m.name.clone(), m.country.clone())
    };
    if near && matches!(kind, SpeakerKind::Organization | SpeakerKind::Government) {
        let person = &mut cast.members[member];
        person.country = country.filter(|c| *c != name);
        person.organization = Some(name);
    }
}
