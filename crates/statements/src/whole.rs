//! The whole way from attributions to statements, in order.

use std::collections::BTreeMap;

use gainsay_language::{Attribution, Name, Reading};
use gainsay_record::{
    Act, Article, Party, Resolution, Sourcing, Span, Speaker, SpeakerKind, Statement, TextRange,
};

use crate::acts::{self, Decided, Said};
use crate::assemble::{self, Draft, Origin};
use crate::doc::Doc;
use crate::extract::Extracted;
use crate::form::form;
use crate::mentions::{self, Read, Spoken};
use crate::mode::mode;
use crate::quotes::{Quote, inside, quotes};
use crate::sourcing::sourcing;
use crate::speaker::cast::Cast;
use crate::speaker::chain::follow;
use crate::speaker::country::Countries;
use crate::speaker::heading::told_below;
use crate::speaker::phrase::Head;
use crate::speaker::pronoun::{Context, Pronoun};
use crate::speaker::resolve::{Resolved, resolve, speaker, spoken_for};
use crate::standalone;
use crate::targets::{Aimed, Aiming, Weights, addressee};
use crate::via::{nesting, quoted_person, quoting_medium, told_a_medium};
use crate::when;

/// A quotation without attribution goes to the last speaker over at most this many paragraphs.
const CONTINUES_OVER: usize = 2;

/// The statements of an article, in text order. `made_by` is the model and version that found the
/// attributions; what a rule finds says so itself.
pub fn statements(
    article: &Article,
    attributions: &[Attribution],
    made_by: &str,
) -> Vec<Statement> {
    let reading = Reading { attributions: attributions.to_vec(), names: Vec::new() };
    statements_with(article, &reading, &BTreeMap::new(), made_by)
}

/// Like [`statements`], with names, and with acts that are known, by the byte where the cue begins
/// and the one where the content does: what the rules for targets make of right acts.
pub fn statements_with(
    article: &Article,
    reading: &Reading,
    acts: &BTreeMap<(usize, usize), Act>,
    made_by: &str,
) -> Vec<Statement> {
    read(article, reading, acts, made_by).statements
}

/// A candidate for the target of a statement: its name, `None` for nobody, and its grounds by name, each
/// with how far it holds.
pub type Ground = (Option<String>, Vec<(String, f32)>);

/// For each statement that [`statements_with`] gives, everybody whom it may be aimed at and why: what
/// the weights of the grounds are fitted to. What is believed of the other statements rests on
/// `weights`, by the names of the grounds; without any, on those that ship.
pub fn grounds(
    article: &Article,
    reading: &Reading,
    acts: &BTreeMap<(usize, usize), Act>,
    weights: Option<&BTreeMap<String, Vec<f32>>>,
) -> Vec<Vec<Ground>> {
    let ready = Ready::new(article, reading);
    let whole = ready.whole(article, "");
    let said = whole.said(&ready.drafts, &ready.voices);
    let decided = acts::decide_all(&said);
    let aimed = whole.aimed(&ready, &decided, &said, acts);
    let weights = weights.map_or_else(Weights::fitted, Weights::given);
    let candidates = whole.aiming().candidates(&aimed, &weights).into_iter();
    candidates
        .map(|of| {
            let named = of.into_iter().map(|(name, grounds)| {
                (name, grounds.iter().map(|(one, held)| (format!("{one:?}"), *held)).collect())
            });
            named.collect()
        })
        .collect()
}

/// An article with everybody in it and who speaks where.
struct Ready<'a> {
    doc: Doc<'a>,
    countries: Countries,
    quotes: Vec<Quote>,
    drafts: Vec<Draft>,
    /// The names of the article, made whole.
    names: Vec<Name>,
    cast: Cast,
    /// For each draft the one in whose content it stands.
    outer: Vec<Option<usize>>,
    voices: Vec<Voice>,
}

impl<'a> Ready<'a> {
    fn new(article: &'a Article, reading: &Reading) -> Self {
        let doc = Doc::new(article);
        let mut countries = Countries::of(&doc);
        let quotes = quotes(&doc);
        let mut drafts = assemble::drafts(article, &doc, &quotes, &reading.attributions);
        standalone::add(&doc, &quotes, &mut drafts);
        let names = mentions::names(&doc, &countries, &reading.names);
        countries.learn(&doc, &names);
        countries.learn_capitals(&doc);
        let mut cast = Cast::of(&doc, &countries, &quotes, &sources(&doc, &drafts), &names);
        let outer = nesting(&drafts);
        let voices = speakers(&doc, &countries, &mut cast, &quotes, &drafts, &outer);
        Ready { doc, countries, quotes, drafts, names, cast, outer, voices }
    }

    fn whole<'w>(&'w self, article: &'a Article, made_by: &'w str) -> Whole<'w, 'a> {
        Whole { article, doc: &self.doc, quotes: &self.quotes, cast: &self.cast, made_by }
    }
}

/// Everything that is read off an article.
pub(crate) fn read(
    article: &Article,
    reading: &Reading,
    acts: &BTreeMap<(usize, usize), Act>,
    made_by: &str,
) -> Extracted {
    let ready = Ready::new(article, reading);
    let statements = ready.whole(article, made_by).statements(&ready, acts);
    let Ready { doc, countries, quotes, drafts, cast, voices, .. } = &ready;
    let spoken = drafts.iter().zip(voices).map(|(draft, voice)| Spoken {
        source: draft.source.first().copied(),
        content: &draft.content,
        speaker: voice.resolved.member,
    });
    let spoken: Vec<Spoken> = spoken.collect();
    let read = Read { text: &article.text, doc, countries, cast, quotes, spoken: &spoken };
    Extracted { statements, mentions: read.mentions(&ready.names) }
}

/// The sources that are noun phrases, none of them overlapping another.
fn sources(doc: &Doc, drafts: &[Draft]) -> Vec<TextRange> {
    let mut all: Vec<TextRange> = drafts
        .iter()
        .filter_map(|draft| draft.source.first().copied())
        .filter(|source| Pronoun::of(doc.lowered(*source)).is_none())
        .collect();
    all.sort_by_key(|source| (source.start, std::cmp::Reverse(source.end)));
    let mut kept: Vec<TextRange> = Vec::with_capacity(all.len());
    for source in all {
        if kept.last().is_none_or(|last| last.end <= source.start) {
            kept.push(source);
        }
    }
    kept
}

/// Who speaks in one draft, and through whom.
struct Voice {
    resolved: Resolved,
    via: Vec<Through>,
}

/// A link of a chain before it becomes a [`Party`].
#[derive(Clone)]
struct Through {
    member: Option<usize>,
    name: Option<String>,
    spans: Vec<TextRange>,
}

/// Resolves every draft's speaker in text order, each knowing who spoke before.
fn speakers(
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
    voices
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

struct Whole<'w, 'a> {
    article: &'a Article,
    doc: &'w Doc<'a>,
    quotes: &'w [Quote],
    cast: &'w Cast,
    made_by: &'w str,
}

impl<'a> Whole<'_, 'a> {
    /// What the rules of acts look at.
    fn said(&self, drafts: &[Draft], voices: &[Voice]) -> Vec<Said> {
        let all = drafts.iter().zip(voices);
        all.map(|(draft, voice)| Said::new(self.doc, self.cast, draft, voice.resolved.member))
            .collect()
    }

    fn aiming(&self) -> Aiming<'_, 'a> {
        Aiming { doc: self.doc, text: &self.article.text, cast: self.cast }
    }

    /// What the targets are found by. Acts that are known outrank those decided.
    fn aimed<'r>(
        &self,
        ready: &'r Ready,
        decided: &Decided,
        said: &[Said],
        acts: &BTreeMap<(usize, usize), Act>,
    ) -> Vec<Aimed<'r>> {
        let all = ready.drafts.iter().enumerate();
        all.map(|(d, draft)| {
            let place = (draft.cue.first().map_or(0, |c| c.start), draft.start());
            Aimed {
                draft,
                speaker: ready.voices[d].resolved.member,
                act: acts.get(&place).copied().unwrap_or(decided.decisions[d].act),
                outer: ready.outer[d],
                accusers: decided.accusers_of(&said[d]),
            }
        })
        .collect()
    }

    fn statements(&self, ready: &Ready, acts: &BTreeMap<(usize, usize), Act>) -> Vec<Statement> {
        let Ready { drafts, voices, .. } = ready;
        let said = self.said(drafts, voices);
        let decided = acts::decide_all(&said);
        let article = self.article.id();
        let members: Vec<Option<usize>> =
            voices.iter().map(|voice| voice.resolved.member).collect();
        let times = when::times(self.article);
        let dates = when::said(self.article, self.doc, &times, drafts, &members);
        let aimed = self.aimed(ready, &decided, &said, acts);
        let mut targets = self.aiming().targets(&aimed);
        let mut statements: Vec<Statement> = Vec::with_capacity(drafts.len());
        for (d, draft) in drafts.iter().enumerate() {
            let voice = &voices[d];
            let member = voice.resolved.member.map(|m| &self.cast.members[m]);
            let speaker = self.speaker(draft, voice);
            let (source, cue, content) =
                (self.spans(&draft.source), self.spans(&draft.cue), self.spans(&draft.content));
            let decision = &decided.decisions[d];
            let act = aimed[d].act;
            let targets = std::mem::take(&mut targets[d]);
            let sourcing = match voice.via.is_empty() {
                false if speaker.kind == SpeakerKind::Unknown => Sourcing::Media,
                _ => sourcing(member, &speaker),
            };
            statements.push(Statement {
                id: Statement::id_of(&article, &source, &cue, &content),
                zone: draft.zone,
                mode: mode(&said[d].cue),
                form: form(self.doc, self.quotes, &draft.content),
                act,
                act_confidence: decision.confidence,
                act_basis: decision.basis.clone(),
                act_runner_up: decision.runner_up,
                targets,
                addressee: addressee(self.doc, &self.article.text, self.cast, draft),
                via: voice.via.iter().map(|through| self.party(through)).collect(),
                sourcing,
                speaker,
                source,
                cue,
                content,
                said: dates[d].clone(),
                confidence: draft.confidence,
                made_by: match draft.origin {
                    Origin::Model => self.made_by.to_owned(),
                    Origin::Quotation => "rule quotation".to_owned(),
                    Origin::Label => "rule label".to_owned(),
                },
            });
        }
        statements
    }

    fn speaker(&self, draft: &Draft, voice: &Voice) -> Speaker {
        let written = draft.source.first().map_or("", |s| s.of(self.doc.text));
        speaker(self.cast, &voice.resolved, written)
    }

    fn party(&self, through: &Through) -> Party {
        let name = through
            .name
            .clone()
            .or_else(|| through.member.map(|m| spoken_for(&self.cast.members[m]).0.to_owned()))
            .unwrap_or_else(|| Speaker::UNKNOWN.to_owned());
        Party { name, spans: self.spans(&through.spans) }
    }

    fn spans(&self, ranges: &[TextRange]) -> Vec<Span> {
        ranges.iter().map(|&range| self.article.text.span(range)).collect()
    }
}
