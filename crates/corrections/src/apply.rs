//! Statements and a log in, corrected statements out.

use gainsay_record::{Id, Party, Resolution, Span, Speaker, SpeakerKind, Statement, Text};

use crate::anchor::{Anchor, fingerprint, shared};
use crate::change::{Change, Quote, Subjects, each_name, is_named};
use crate::entry::Entry;

/// How much of a content's places two readings of one statement share at least.
const SAME_PLACE: f64 = 0.5;

/// The article whose statements are corrected.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// Its id, from which those of its statements are made.
    pub id: &'a Id,
    /// Its text.
    pub text: &'a Text,
    /// Fingerprints of the inputs it was read from.
    pub inputs: &'a [String],
}

/// What became of the statements and of the log.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    /// The statements as corrected, in text order.
    pub statements: Vec<Statement>,
    /// For each entry that found its place here: which entry it is, and the statements that it
    /// hangs on now: which of its anchors, and the id, which changes with a statement's spans.
    pub places: Vec<(usize, Vec<(usize, Id)>)>,
}

/// Applies the entries in order. Those about other articles pass by; those about this one that
/// find no place have none in [`Applied::places`].
pub fn apply(article: Subject<'_>, statements: Vec<Statement>, entries: &[Entry]) -> Applied {
    let mut work = Work { article, fingerprint: fingerprint(article.text.as_str()), statements };
    let mut places: Vec<(usize, Vec<(usize, usize)>)> = Vec::new();
    for (number, entry) in entries.iter().enumerate() {
        let before = work.statements.len();
        if let Some((at, inserted)) = work.apply(&entry.change) {
            // A statement put back moves those behind it.
            if work.statements.len() > before {
                for (_, place) in places.iter_mut().flat_map(|(_, places)| places) {
                    *place += inserted.iter().filter(|&&new| new <= *place).count();
                }
            }
            places.push((number, at));
        }
    }
    let statements = work.statements;
    let ids = |at: Vec<(usize, usize)>| {
        at.into_iter().map(|(part, at)| (part, statements[at].id)).collect()
    };
    let places = places.into_iter().map(|(number, at)| (number, ids(at))).collect();
    Applied { statements, places }
}

struct Work<'a> {
    article: Subject<'a>,
    fingerprint: String,
    statements: Vec<Statement>,
}

/// The statements an entry hangs on (which anchor, where in the list), and those put back.
type Placed = (Vec<(usize, usize)>, Vec<usize>);

impl Work<'_> {
    /// `None` where the entry has no place in this article.
    fn apply(&mut self, change: &Change) -> Option<Placed> {
        match change {
            Change::Speaker { on, now } => {
                self.change(on, |statement| speak(statement, now.as_ref()))
            }
            Change::Act { on, now } => self.change(on, |statement| {
                statement.act = *now;
                statement.act_confidence = 1.0;
                statement.act_basis = "corrected by hand".to_owned();
                statement.act_runner_up = None;
            }),
            Change::Target { on, now } => self.change(on, |statement| aim(statement, now)),
            Change::Said { on, now } => self.change(on, |statement| {
                statement.said.clone_from(now);
            }),
            Change::Span { on, source, cue, content } => {
                let text = self.article.text;
                let roles = [source, cue, content];
                // Words that are not in the text enter nowhere, not by hand either.
                let holds = |quote: &Quote| text.range_of(quote).is_ok();
                if !roles.iter().flat_map(|role| role.iter().flatten()).all(holds) {
                    return None;
                }
                self.change(on, |statement| {
                    for (spans, new) in
                        [&mut statement.source, &mut statement.cue, &mut statement.content]
                            .into_iter()
                            .zip(roles)
                    {
                        if let Some(new) = new {
                            spans.clone_from(new);
                        }
                    }
                })
            }
            Change::Merge { names, now } => {
                let fingerprint = &self.fingerprint;
                let mut found = Vec::new();
                for (at, statement) in self.statements.iter_mut().enumerate() {
                    if rename(statement, now, |name| is_named(names, name, fingerprint)) {
                        found.push((0, at));
                    }
                }
                (!found.is_empty()).then_some((found, Vec::new()))
            }
            Change::Split { names, on, now } => {
                let fingerprint = self.fingerprint.clone();
                let (mut found, mut inserted) = (Vec::new(), Vec::new());
                for (part, anchor) in on.iter().enumerate() {
                    let placed = self.change(anchor, |statement| {
                        rename(statement, now, |name| is_named(names, name, &fingerprint));
                    });
                    if let Some((at, new)) = placed {
                        found.iter_mut().for_each(|(_, before): &mut (usize, usize)| {
                            *before += new.iter().filter(|&&new| new <= *before).count();
                        });
                        found.extend(at.into_iter().map(|(_, at)| (part, at)));
                        inserted.extend(new);
                    }
                }
                (!found.is_empty()).then_some((found, inserted))
            }
            Change::Answer { from, to, .. } => {
                let found: Vec<(usize, usize)> = [from, to]
                    .into_iter()
                    .enumerate()
                    .filter_map(|(part, anchor)| Some((part, self.find(anchor).ok()?)))
                    .collect();
                (!found.is_empty()).then_some((found, Vec::new()))
            }
            Change::Note { on, .. } | Change::Flag { on } => match &**on {
                Subjects::Statement(anchor) => {
                    self.find(anchor).ok().map(|at| (vec![(0, at)], Vec::new()))
                }
                Subjects::Article(article) => {
                    (article.text == self.fingerprint).then(Default::default)
                }
                Subjects::Party(names) => {
                    let named = |statement: &Statement| {
                        let mut statement = statement.clone();
                        each_name(&mut statement)
                            .any(|name| is_named(names, name, &self.fingerprint))
                    };
                    self.statements.iter().any(named).then(Default::default)
                }
            },
            Change::Published { on, .. } => (on.text == self.fingerprint).then(Default::default),
            Change::Undo { .. } => None,
        }
    }

    /// Changes the statement that the anchor means, which is put back where it is lost.
    fn change(&mut self, on: &Anchor, change: impl FnOnce(&mut Statement)) -> Option<Placed> {
        let (at, mut statement, is_new) = match self.find(on) {
            Ok(at) => (at, self.statements[at].clone(), false),
            Err(lost) => {
                let statement = *lost?;
                let start = first(&statement);
                (self.statements.partition_point(|other| first(other) <= start), statement, true)
            }
        };
        change(&mut statement);
        let Statement { source, cue, content, .. } = &statement;
        statement.id = Statement::id_of(self.article.id, source, cue, content);
        let taken =
            |(other, is): (usize, &Statement)| is.id == statement.id && (is_new || other != at);
        if self.statements.iter().enumerate().any(taken) {
            return None;
        }
        if is_new {
            self.statements.insert(at, statement);
            Some((vec![(0, at)], vec![at]))
        } else {
            self.statements[at] = statement;
            Some((vec![(0, at)], Vec::new()))
        }
    }

    /// Which statement the anchor means; the statement as it was where none is at its place, and
    /// nothing where its words are gone.
    fn find(&self, anchor: &Anchor) -> Result<usize, Option<Box<Statement>>> {
        let Subject { text, inputs, .. } = self.article;
        let Some(sought) = anchor.locate(text, &self.fingerprint, inputs) else {
            return Err(None);
        };
        let same = |other: &Statement| {
            (&other.source, &other.cue, &other.content)
                == (&sought.source, &sought.cue, &sought.content)
        };
        if let Some(at) = self.statements.iter().position(same) {
            return Ok(at);
        }
        let mut best: Option<(f64, usize)> = None;
        for (at, other) in self.statements.iter().enumerate() {
            let likeness = likeness(&sought, other);
            if likeness >= SAME_PLACE && best.is_none_or(|(before, _)| likeness > before) {
                best = Some((likeness, at));
            }
        }
        best.map(|(_, at)| at).ok_or_else(|| Some(Box::new(sought)))
    }
}

/// How much two statements stand in one place: that of their contents, where their cues meet.
fn likeness(a: &Statement, b: &Statement) -> f64 {
    let meet = |a: &[Span], b: &[Span]| a.is_empty() || b.is_empty() || shared(a, b) > 0.0;
    if !meet(&a.cue, &b.cue) {
        return 0.0;
    }
    match (a.content.is_empty(), b.content.is_empty()) {
        (true, true) => shared(&a.cue, &b.cue),
        _ => shared(&a.content, &b.content),
    }
}

/// Where a statement begins.
fn first(statement: &Statement) -> usize {
    let spans = statement.source.iter().chain(&statement.cue).chain(&statement.content);
    spans.map(|span| span.start).min().unwrap_or(0)
}

fn speak(statement: &mut Statement, now: Option<&Speaker>) {
    match now {
        Some(speaker) => {
            statement.speaker = speaker.clone();
            statement.speaker.resolved_from = Resolution::Corrected;
            // Sourcing stays: it says how the article names the speaker.
        }
        None => {
            statement.speaker = Speaker {
                name: Speaker::UNKNOWN.to_owned(),
                kind: SpeakerKind::Unknown,
                role: None,
                speaks_for: Vec::new(),
                resolved_from: Resolution::Corrected,
                candidates: Vec::new(),
            };
        }
    }
}

/// Targets that stay keep their places in the text.
fn aim(statement: &mut Statement, now: &[String]) {
    let before = std::mem::take(&mut statement.targets);
    statement.targets = now
        .iter()
        .map(|name| {
            let spans = before.iter().find(|party| party.name == *name);
            let spans = spans.map(|party| party.spans.clone()).unwrap_or_default();
            Party { name: name.clone(), spans }
        })
        .collect();
}

/// Gives another name to whoever has one that `is_meant`.
fn rename(statement: &mut Statement, now: &str, is_meant: impl Fn(&str) -> bool) -> bool {
    if is_meant(&statement.speaker.name) {
        // A description ("an official") would stay somebody of this article alone.
        statement.speaker.resolved_from = Resolution::Corrected;
    }
    let mut found = false;
    for name in each_name(statement) {
        if is_meant(name) {
            now.clone_into(name);
            found = true;
        }
    }
    found
}
