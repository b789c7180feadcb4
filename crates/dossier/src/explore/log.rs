//! The log of corrections, as pages show it.

use gainsay_corrections::{Change, Subjects, Verdict};
use serde::Serialize;
use serde_json::{Value, json};

use super::card::NoteView;
use super::view::{List, page};
use super::{Ask, Explore, Paging};
use crate::{Correction, CorrectionState};

/// What an entry is about, as it is called now.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "ids")]
pub struct On {
    pub statement: Option<String>,
    pub article: Option<String>,
    pub party: Option<String>,
    pub answer: Option<Ends>,
}

/// The two ends of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "ids")]
pub struct Ends {
    pub from: String,
    pub to: String,
}

/// An entry of the log.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EntryView {
    /// Its place in the log, from 1.
    pub number: u64,
    /// Made from all it says.
    pub id: String,
    /// What is corrected.
    pub kind: String,
    /// `applied`, `undone`, `orphaned`.
    pub state: String,
    /// Why it has no effect.
    pub why: Option<String>,
    /// Who made it.
    pub who: String,
    /// When.
    pub when: String,
    /// What it says, in words.
    pub words: String,
    /// What it was; its form depends on the kind.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub was: Value,
    /// What it is now.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub now: Value,
    /// Why it was made.
    pub note: Option<String>,
    /// What it is about.
    pub on: On,
    /// The words that it hangs on.
    pub exact: String,
    /// Whose words.
    pub outlet: Option<String>,
}

/// The log.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "a list with a count")]
pub struct Log {
    pub total: u64,
    pub orphaned: u64,
    pub rows: Vec<EntryView>,
    pub next: Option<String>,
}

impl Explore<'_> {
    /// The log, newest first; only entries in a state, where asked for.
    ///
    /// # Errors
    /// If the page before is not of this view.
    pub fn log(&self, state: Option<&str>, paging: &Paging) -> Ask<Log> {
        let all = &self.ledger.log;
        let orphans = all.iter().filter(|entry| entry.state == CorrectionState::Orphaned).count();
        let asked = |at: &u32| state.is_none_or(|state| all[*at as usize].state.as_str() == state);
        // The log is in the order of its numbers.
        let newest: Vec<u32> = (0..all.len() as u32).rev().filter(asked).collect();
        let List { total, rows, next } = page(
            &newest,
            (paging.after.as_deref(), paging.limit),
            |id| all.iter().position(|entry| entry.id == id).map(|at| at as u32),
            |at| all[at as usize].id.clone(),
            |at| Ok(self.entry(&all[at as usize])),
        )?;
        Ok(Log { total, orphaned: orphans as u64, rows, next })
    }

    /// One entry; none where there is no such number.
    ///
    pub fn log_entry(&self, number: u64) -> Option<EntryView> {
        let found = self.ledger.log.iter().find(|entry| entry.number == number);
        found.map(|entry| self.entry(entry))
    }

    /// The entries about a statement, an article or a party, newest first.
    pub(super) fn corrections_of(
        &self,
        statement: Option<&str>,
        article: Option<&str>,
        party: Option<&str>,
    ) -> Vec<EntryView> {
        let all = &self.ledger.log;
        let concerns = |entry: &&Correction| {
            entry.places.iter().any(|place| {
                statement.is_some_and(|id| place.statement.is_some_and(|it| *it.digits() == *id))
                    || article.is_some_and(|id| *place.article.digits() == *id)
            })
        };
        let mut found: Vec<EntryView> = match party {
            Some(party) => all
                .iter()
                .map(|entry| self.entry(entry))
                .filter(|entry| entry.on.party.as_deref() == Some(party))
                .collect(),
            None => all.iter().filter(concerns).map(|entry| self.entry(entry)).collect(),
        };
        found.reverse();
        found
    }

    pub(super) fn notes(&self, statement: &str) -> Vec<NoteView> {
        let on_it = |entry: &Correction| {
            entry.places.iter().any(|p| p.statement.is_some_and(|it| *it.digits() == *statement))
        };
        let note = |entry: &Correction| match &entry.entry.change {
            Change::Note { text, .. }
                if entry.state == CorrectionState::Applied && on_it(entry) =>
            {
                Some(NoteView {
                    number: entry.number,
                    text: text.clone(),
                    who: entry.entry.who.clone(),
                    when: entry.entry.when.clone(),
                })
            }
            _ => None,
        };
        self.ledger.log.iter().filter_map(note).collect()
    }

    fn entry(&self, of: &Correction) -> EntryView {
        let all = &self.ledger.log;
        let change = &of.entry.change;
        let (was, now) = sides(change);
        let part = |part: usize| {
            let place = of.places.iter().find(|place| place.part == part)?;
            place.statement.map(|id| id.to_string())
        };
        let mut on = On {
            article: of.places.first().map(|place| place.article.to_string()),
            ..On::default()
        };
        match change {
            Change::Answer { .. } => {
                on.answer = part(0).zip(part(1)).map(|(from, to)| Ends { from, to });
            }
            Change::Merge { now, .. } => on.party = self.party_called(now),
            Change::Split { now, .. } => {
                (on.party, on.statement) = (self.party_called(now), part(0));
            }
            Change::Note { on: about, .. } | Change::Flag { on: about } => match &**about {
                Subjects::Statement(_) => on.statement = part(0),
                Subjects::Article(_) => {}
                Subjects::Party(names) => {
                    on.article = None;
                    on.party = names.iter().find_map(|name| self.party_called(&name.name));
                }
            },
            Change::Undo { of: id } => {
                let undone = all.iter().find(|other| other.id == *id);
                on.statement = undone.and_then(|entry| {
                    entry
                        .entry
                        .change
                        .anchors()
                        .first()
                        .map(|anchor| anchor.statement.id.to_string())
                });
                on.statement = on.statement.filter(|id| self.ledger.find(id).is_some());
            }
            _ => on.statement = part(0),
        }
        let anchors = change.anchors();
        let words = match change {
            Change::Undo { of: id } => match all.iter().find(|other| other.id == *id) {
                Some(other) => {
                    format!("undo of {}: {}", other.number, other.entry.change.words())
                }
                None => change.words(),
            },
            _ => change.words(),
        };
        EntryView {
            number: of.number,
            id: of.id.clone(),
            kind: change.kind().to_owned(),
            state: of.state.as_str().to_owned(),
            why: of.why().map(str::to_owned),
            who: of.entry.who.clone(),
            when: of.entry.when.clone(),
            words,
            was,
            now,
            note: of.entry.note.clone(),
            on,
            exact: anchors.first().map(|anchor| anchor.words()).unwrap_or_default(),
            outlet: change.articles().first().and_then(|article| article.outlet.clone()),
        }
    }

    fn party_called(&self, name: &str) -> Option<String> {
        self.ledger.called(name).map(|party| self.party_id(party))
    }
}

/// What it was and what it is now.
fn sides(change: &Change) -> (Value, Value) {
    let value = |date: Option<&gainsay_record::DateValue>| json!(date.map(|date| &date.value));
    match change {
        Change::Speaker { on, now } => {
            (json!(on.statement.speaker.name), json!(now.as_ref().map(|speaker| &speaker.name)))
        }
        Change::Act { on, now } => (json!(on.statement.act), json!(now)),
        Change::Target { on, now } => {
            let was: Vec<&str> = on.statement.targets.iter().map(|t| t.name.as_str()).collect();
            (json!(was), json!(now))
        }
        Change::Said { on, now } => (value(on.statement.said.as_ref()), value(now.as_ref())),
        Change::Published { now, .. } => (Value::Null, value(now.as_ref())),
        Change::Span { on, source, cue, content } => {
            let statement = &on.statement;
            let was = json!({
                "source": statement.source, "cue": statement.cue, "content": statement.content
            });
            (was, json!({"source": source, "cue": cue, "content": content}))
        }
        Change::Merge { names, now } => {
            (json!(names.iter().map(|name| &name.name).collect::<Vec<_>>()), json!(now))
        }
        Change::Split { names, now, .. } => {
            (json!(names.first().map(|name| &name.name)), json!(now))
        }
        Change::Answer { verdict, answer, .. } => {
            let now = if *verdict == Verdict::Accept { json!(answer) } else { Value::Null };
            (Value::Null, now)
        }
        Change::Note { text, .. } => (Value::Null, json!(text)),
        Change::Flag { .. } => (Value::Null, json!(true)),
        Change::Undo { of } => (json!(of), Value::Null),
    }
}
