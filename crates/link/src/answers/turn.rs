//! What is compared of a statement to tell what it answers.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use gainsay_record::{Act, Form, Id, Mode, Statement, Text, TextRange, ZoneKind};

use super::sentence::{sentence_end, sentence_start};
use super::who::Who;
use crate::allegations::{Claim, claim, parties, relations};
use crate::place::{Day, Place, days_of};
use crate::stories::Topic;
use crate::words::{Word, words};

/// A statement as one turn of a dispute: what it may answer, and what may answer it.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    pub(super) place: Place,
    /// The first and the last day on which it may have been said, where the text tells.
    pub(super) said: Option<(i32, i32)>,
    /// From its first word to its last, in code points.
    pub(super) extent: (usize, usize),
    pub(super) content: (usize, usize),
    pub(super) headline: bool,
    pub(super) quotes: bool,
    pub(super) act: Act,
    pub(super) runner_up: Option<Act>,
    pub(super) speaker: Who,
    pub(super) targets: Vec<Who>,
    /// Stems of the content that prove something, each with its weight.
    pub(super) words: BTreeMap<u64, u8>,
    /// Stems of the names in the content.
    pub(super) names: BTreeSet<u64>,
    /// All stems of the content.
    pub(super) content_stems: BTreeSet<u64>,
    /// Stems of the cue.
    pub(super) cue: BTreeSet<u64>,
    /// Stems of the sentence around the content: "Asked about the charge, she said".
    pub(super) frame: BTreeSet<u64>,
    /// Stems of the sentence before.
    pub(super) before: BTreeSet<u64>,
    pub(super) negated: bool,
    /// Whether what is told is thought, not uttered.
    pub(super) thought: bool,
    /// Whether nothing of it is quoted.
    pub(super) told: bool,
    /// How many words it has.
    pub(super) length: usize,
    /// Whether it begins as a rejection does: "No", "I never", "That's".
    pub(super) opens_with_no: bool,
    /// Whether it speaks to somebody: "you".
    pub(super) of_you: bool,
    /// Whether the speaker speaks of himself: "I", "me", "our".
    pub(super) of_self: bool,
    /// Whether it points at what was said: "that is", "those claims".
    pub(super) points: bool,
    /// The stems of all names in what this speaker says in this article.
    pub(super) foes: Arc<BTreeSet<u64>>,
    /// What is claimed, where something is charged, denied or granted.
    pub(super) claim: Option<Claim>,
    /// Every relation that the content tells of.
    pub(super) relations: BTreeSet<&'static str>,
    /// The nearest statement before it by somebody else, by its position.
    pub(super) prior: Option<u32>,
    pub(super) about: Arc<Topic>,
}

/// The statements of one article as turns, in their order.
pub fn turns(
    day: Day,
    article: &Id,
    text: &Text,
    statements: &[Statement],
    about: &Arc<Topic>,
) -> Vec<Turn> {
    let parties = parties(statements);
    let mut found: Vec<Turn> = Vec::with_capacity(statements.len());
    for (statement, position) in statements.iter().zip(0..) {
        let place = Place::new(day, *article, position);
        let mut turn = turn(place, text, statement, about);
        turn.claim = claim(statement, &parties);
        let other = |before: &&Turn| {
            before.speaker.key.is_some()
                && !before.speaker.sides_with(&turn.speaker)
                && before.extent.0 < turn.extent.0
        };
        turn.prior = found.iter().rev().find(other).map(|before| before.place.position());
        found.push(turn);
    }
    let mut named: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
    for turn in &found {
        if let Some(speaker) = &turn.speaker.key {
            let names = named.entry(speaker.clone()).or_default();
            names.extend(&turn.names);
        }
    }
    let named: BTreeMap<String, Arc<BTreeSet<u64>>> =
        named.into_iter().map(|(speaker, names)| (speaker, Arc::new(names))).collect();
    for turn in &mut found {
        let names = turn.speaker.key.as_ref().and_then(|speaker| named.get(speaker));
        turn.foes = names.map(Arc::clone).unwrap_or_default();
    }
    found
}

fn content_relations(statement: &Statement) -> BTreeSet<&'static str> {
    statement.content.iter().flat_map(|piece| relations(&piece.exact)).collect()
}

fn turn(place: Place, text: &Text, statement: &Statement, about: &Arc<Topic>) -> Turn {
    let Statement { speaker, targets, .. } = statement;
    let source: Vec<&str> = statement.source.iter().map(|span| span.exact.as_str()).collect();
    let who = Who::of(&speaker.name, &speaker.speaks_for, &source.join(" "));
    let own: BTreeSet<u64> = words(&speaker.name).iter().map(|word| word.stem).collect();
    let mut found = BTreeMap::new();
    let mut content_stems = BTreeSet::new();
    let mut names = BTreeSet::new();
    let (mut negated, mut of_self, mut points) = (false, false, false);
    let (mut length, mut opens_with_no, mut of_you) = (0, false, false);
    for piece in &statement.content {
        for word in words(&piece.exact) {
            let written = word.range.of(&piece.exact).to_lowercase();
            negated |= is_negation(&written);
            let rejects =
                matches!(written.as_str(), "that's" | "that’s" | "it's" | "it’s" | "those");
            opens_with_no |= length < 3 && (rejects || is_negation(&written));
            length += 1;
            of_you |= matches!(written.as_str(), "you" | "your");
            of_self |= matches!(written.as_str(), "i" | "me" | "my" | "our" | "us" | "i'm" | "i’m");
            points |= matches!(written.as_str(), "that" | "this" | "those" | "these" | "it");
            content_stems.insert(word.stem);
            if word.name {
                names.insert(word.stem);
            }
            if word.weight > 0 && !own.contains(&word.stem) {
                let known = found.entry(word.stem).or_insert(word.weight);
                *known = word.weight.max(*known);
            }
        }
    }
    let mut cue = BTreeSet::new();
    for piece in &statement.cue {
        for word in words(&piece.exact) {
            negated |= is_negation(&word.range.of(&piece.exact).to_lowercase());
            cue.insert(word.stem);
        }
    }
    let all = || statement.source.iter().chain(&statement.cue).chain(&statement.content);
    let start = all().map(|span| span.start).min().unwrap_or(0);
    let end = all().map(|span| span.end).max().unwrap_or(start);
    let content = (
        statement.content.iter().map(|span| span.start).min().unwrap_or(end),
        statement.content.iter().map(|span| span.end).max().unwrap_or(end),
    );
    let (frame, before) = surroundings(text, statement, start, end);
    Turn {
        place,
        said: statement.said.as_ref().and_then(|said| days_of(&said.value)),
        extent: (start, end),
        content,
        headline: matches!(statement.zone, ZoneKind::Headline | ZoneKind::Standfirst),
        quotes: statement.form == Form::Direct,
        act: statement.act,
        runner_up: statement.act_runner_up,
        speaker: who,
        targets: targets.iter().map(|target| Who::of(&target.name, &[], "")).collect(),
        words: found,
        names,
        content_stems,
        cue,
        frame,
        before,
        negated,
        thought: statement.mode == Mode::Attitude,
        told: statement.form == Form::Indirect,
        length,
        opens_with_no,
        of_you,
        of_self,
        points,
        foes: Arc::default(),
        claim: None,
        relations: content_relations(statement),
        prior: None,
        about: Arc::clone(about),
    }
}

/// The stems of the sentence around a statement without its content, and of what stands before.
fn surroundings(
    text: &Text,
    statement: &Statement,
    start: usize,
    end: usize,
) -> (BTreeSet<u64>, BTreeSet<u64>) {
    let (Some(start), Some(end)) = (text.byte(start), text.byte(end)) else {
        return (BTreeSet::new(), BTreeSet::new());
    };
    let all = text.as_str();
    let first = sentence_start(all, start);
    let last = sentence_end(all, end);
    let contents: Vec<TextRange> = statement
        .content
        .iter()
        .filter_map(|span| Some(TextRange::new(text.byte(span.start)?, text.byte(span.end)?)))
        .collect();
    let stems = |range: TextRange| -> BTreeSet<u64> {
        let outside = |word: &Word| {
            let place = word.range.shift(range.start);
            !contents.iter().any(|content| content.contains(place))
        };
        words(range.of(all)).into_iter().filter(outside).map(|word| word.stem).collect()
    };
    let before = sentence_start(all, all[..first].trim_end().len());
    (stems(TextRange::new(first, last)), stems(TextRange::new(before.min(first), first)))
}

fn is_negation(word: &str) -> bool {
    matches!(word, "not" | "no" | "never" | "cannot" | "none" | "nor" | "nothing" | "false")
        || word.ends_with("n't")
        || word.ends_with("n’t")
}

impl Turn {
    /// Where it stands among the others.
    pub fn place(&self) -> &Place {
        &self.place
    }

    #[cfg(test)]
    pub(super) fn for_test() -> Self {
        let about = Arc::new(crate::stories::topic(None, [], []));
        let id = Id::from_number(1);
        let said = "Dorn denied it.";
        let span = |start: usize, end: usize| {
            vec![gainsay_record::Span { start, end, exact: said[start..end].to_owned() }]
        };
        let statement =
            crate::answers::turn::tests::statement(span(0, 4), span(5, 11), span(12, 14));
        turns(None, &id, &Text::new(said.to_owned()), &[statement], &about).remove(0)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use gainsay_record::{Resolution, Sourcing, Span, Speaker, SpeakerKind, Statement, ZoneKind};

    use super::*;

    pub(in crate::answers) fn statement(
        source: Vec<Span>,
        cue: Vec<Span>,
        content: Vec<Span>,
    ) -> Statement {
        let name = source.first().map_or(Speaker::UNKNOWN, |span| span.exact.as_str()).to_owned();
        Statement {
            id: Statement::id_of(&Id::from_number(1), &source, &cue, &content),
            zone: ZoneKind::Body,
            mode: Mode::Utterance,
            form: Form::Indirect,
            act: Act::Deny,
            act_confidence: 1.0,
            act_basis: String::new(),
            act_runner_up: None,
            source,
            cue,
            content,
            speaker: Speaker {
                name,
                kind: SpeakerKind::Person,
                role: None,
                speaks_for: Vec::new(),
                resolved_from: Resolution::Name,
                candidates: Vec::new(),
            },
            sourcing: Sourcing::Named,
            via: Vec::new(),
            targets: Vec::new(),
            addressee: None,
            said: None,
            confidence: 1.0,
            made_by: "test".to_owned(),
        }
    }
}
