//! The whole way from attributions to statements, in order.

use std::collections::BTreeMap;

use gainsay_language::{Attribution, Name, Reading};
use gainsay_record::{
    Act, Article, Party, Sourcing, Span, Speaker, SpeakerKind, Statement, TextRange,
};

use crate::acts::{self, Decided, Said};
use crate::assemble::{self, Draft, Origin};
use crate::doc::Doc;
use crate::extract::Extracted;
use crate::form::form;
use crate::mentions::{self, Read, Spoken};
use crate::mode::mode;
use crate::passive;
use crate::quotes::{Quote, quotes};
use crate::repeated;
use crate::sourcing::sourcing;
use crate::speaker::antecedents;
use crate::speaker::cast::Cast;
use crate::speaker::country::Countries;
use crate::speaker::pronoun::Pronoun;
use crate::speaker::shown::{speaker, spoken_for};
use crate::standalone;
use crate::targets::{Aimed, Aiming, Weights, addressee};
use crate::via::nesting;
use crate::voice::{Through, Voice, speakers};
use crate::when;

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

/// For each pronoun that is the source of a statement whom it may stand for and why: what the weights
/// of `speaker/antecedents` are fitted to.
pub fn pronouns(article: &Article, reading: &Reading) -> Vec<(Span, Vec<Ground>)> {
    let ready = Ready::new(article, reading);
    let name = |member: usize| Some(ready.cast.members[member].name.clone());
    let weighed = ready.cast.weighed.iter().map(|(source, found)| {
        let named = found.iter().map(|(member, held)| (name(*member), antecedents::named(held)));
        (article.text.span(*source), named.collect())
    });
    weighed.collect()
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
        passive::turn_round(&doc, &mut drafts);
        standalone::add(&doc, &quotes, &mut drafts);
        repeated::add(&doc, &quotes, &mut drafts);
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
                    Origin::Quotation | Origin::Repeated(_) => "rule quotation".to_owned(),
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
