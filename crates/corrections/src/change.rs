//! What can be corrected.

use gainsay_record::{Act, DateValue, Speaker, Statement};
use serde::{Deserialize, Serialize};

use crate::anchor::{Anchor, ArticleAnchor, Name};

/// A place in the text that a person marked, `[start, end)` in code points, with its words.
pub type Quote = gainsay_record::Span;

/// What an entry changes. What it was before stands in the anchor's statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Change {
    /// Somebody else said it, or nobody can tell (`None`).
    Speaker {
        /// The statement.
        on: Box<Anchor>,
        /// Who said it.
        now: Option<Speaker>,
    },
    /// It does something else.
    Act {
        /// The statement.
        on: Box<Anchor>,
        /// What it does.
        now: Act,
    },
    /// It is aimed at others.
    Target {
        /// The statement.
        on: Box<Anchor>,
        /// All whom it is aimed at.
        now: Vec<String>,
    },
    /// It was said at another time.
    Said {
        /// The statement.
        on: Box<Anchor>,
        /// When, or unknown.
        now: Option<DateValue>,
    },
    /// The article was published at another time.
    Published {
        /// The article.
        on: ArticleAnchor,
        /// When, or unknown.
        now: Option<DateValue>,
    },
    /// Source, cue or content begin or end elsewhere. What is `None` stays.
    Span {
        /// The statement.
        on: Box<Anchor>,
        /// Who, as written.
        source: Option<Vec<Quote>>,
        /// The words that attribute.
        cue: Option<Vec<Quote>>,
        /// What was said.
        content: Option<Vec<Quote>>,
    },
    /// Several parties are one.
    Merge {
        /// All names of all of them.
        names: Vec<Name>,
        /// The name it is to have.
        now: String,
    },
    /// Some statements' mentions of a party mean another one.
    Split {
        /// The names of the party.
        names: Vec<Name>,
        /// The statements that mean the other.
        on: Vec<Anchor>,
        /// The other's name.
        now: String,
    },
    /// One statement answers another, or does not.
    Answer {
        /// The later one.
        from: Box<Anchor>,
        /// The one answered.
        to: Box<Anchor>,
        /// Whether it is so.
        verdict: Verdict,
        /// What kind of answer, where the program had not drawn it.
        answer: Option<AnswerKind>,
    },
    /// A remark. It changes nothing.
    Note {
        /// What it is about.
        on: Box<Subjects>,
        /// The remark.
        text: String,
    },
    /// To be looked at again. It changes nothing.
    Flag {
        /// What it is about.
        on: Box<Subjects>,
    },
    /// An earlier entry is taken back.
    Undo {
        /// The id of that entry, which may itself be an undo.
        of: String,
    },
}

/// What a note or flag may be about.
#[allow(clippy::large_enum_variant, reason = "one an entry of the log, never many in memory")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Subjects {
    /// A statement.
    Statement(Anchor),
    /// An article.
    Article(ArticleAnchor),
    /// A party, by all its names.
    Party(Vec<Name>),
}

/// Whether an answer is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// It is.
    Accept,
    /// It is not.
    Reject,
}

/// What kind of answer a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the words of the record")]
pub enum AnswerKind {
    Deny,
    Admit,
    Refuse,
    Accept,
    Counter,
    Decline,
}

impl AnswerKind {
    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            AnswerKind::Deny => "deny",
            AnswerKind::Admit => "admit",
            AnswerKind::Refuse => "refuse",
            AnswerKind::Accept => "accept",
            AnswerKind::Counter => "counter",
            AnswerKind::Decline => "decline",
        }
    }
}

impl Change {
    /// The word for what is corrected.
    pub fn kind(&self) -> &'static str {
        match self {
            Change::Speaker { .. } => "speaker",
            Change::Act { .. } => "act",
            Change::Target { .. } => "target",
            Change::Said { .. } | Change::Published { .. } => "date",
            Change::Span { .. } => "span",
            Change::Merge { .. } => "merge",
            Change::Split { .. } => "split",
            Change::Answer { .. } => "answer",
            Change::Note { .. } => "note",
            Change::Flag { .. } => "flag",
            Change::Undo { .. } => "undo",
        }
    }

    /// The statements it hangs on.
    pub fn anchors(&self) -> Vec<&Anchor> {
        match self {
            Change::Speaker { on, .. }
            | Change::Act { on, .. }
            | Change::Target { on, .. }
            | Change::Said { on, .. }
            | Change::Span { on, .. } => vec![on],
            Change::Split { on, .. } => on.iter().collect(),
            Change::Answer { from, to, .. } => vec![from, to],
            Change::Note { on, .. } | Change::Flag { on } => match &**on {
                Subjects::Statement(anchor) => vec![anchor],
                _ => Vec::new(),
            },
            Change::Published { .. } | Change::Merge { .. } | Change::Undo { .. } => Vec::new(),
        }
    }

    /// The articles it hangs on, each once.
    pub fn articles(&self) -> Vec<&ArticleAnchor> {
        let mut articles: Vec<&ArticleAnchor> = match self {
            Change::Published { on, .. } => vec![on],
            Change::Note { on, .. } | Change::Flag { on } => match &**on {
                Subjects::Article(article) => vec![article],
                _ => Vec::new(),
            },
            _ => Vec::new(),
        };
        articles.extend(self.anchors().into_iter().map(|anchor| &anchor.article));
        articles.sort_by(|a, b| (&a.text, &a.inputs).cmp(&(&b.text, &b.inputs)));
        articles.dedup();
        articles
    }

    /// Whether it changes statements, and not only what is said of them.
    pub fn rewrites(&self) -> bool {
        !matches!(
            self,
            Change::Published { .. }
                | Change::Answer { .. }
                | Change::Note { .. }
                | Change::Flag { .. }
                | Change::Undo { .. }
        )
    }

    /// In words: what it was and what it is now.
    pub fn words(&self) -> String {
        let or_unknown =
            |date: Option<&DateValue>| date.map_or("unknown".to_owned(), |date| date.value.clone());
        match self {
            Change::Speaker { on, now } => {
                let now = now.as_ref().map_or(Speaker::UNKNOWN, |speaker| &speaker.name);
                format!("speaker: {} → {now}", on.statement.speaker.name)
            }
            Change::Act { on, now } => format!("act: {} → {now}", on.statement.act),
            Change::Target { on, now } => {
                let was = names(on.statement.targets.iter().map(|target| target.name.as_str()));
                format!("target: {was} → {}", names(now.iter().map(String::as_str)))
            }
            Change::Said { on, now } => {
                let was = or_unknown(on.statement.said.as_ref());
                format!("said: {was} → {}", or_unknown(now.as_ref()))
            }
            Change::Published { now, .. } => format!("published: {}", or_unknown(now.as_ref())),
            Change::Span { source, cue, content, .. } => {
                let parts = [("source", source), ("cue", cue), ("content", content)];
                let parts = parts.iter().filter(|(_, new)| new.is_some());
                format!("span of the {}", names(parts.map(|(name, _)| *name)))
            }
            Change::Merge { names: all, now } => {
                format!("one party: {} = {now}", names(all.iter().map(|name| name.name.as_str())))
            }
            Change::Split { names: all, on, now } => {
                let was = all.first().map_or("", |name| &name.name);
                format!("another party: {was} in {} statements is {now}", on.len())
            }
            Change::Answer { verdict: Verdict::Accept, .. } => "answer accepted".to_owned(),
            Change::Answer { verdict: Verdict::Reject, .. } => "answer rejected".to_owned(),
            Change::Note { text, .. } => format!("note: {text}"),
            Change::Flag { .. } => "flagged".to_owned(),
            Change::Undo { of } => format!("undo of {of}"),
        }
    }
}

fn names<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let all = names.collect::<Vec<_>>().join(", ");
    if all.is_empty() { "nobody".to_owned() } else { all }
}

/// Whether `statement` names a party that goes by `names` in the article with this fingerprint.
pub(crate) fn is_named(names: &[Name], name: &str, fingerprint: &str) -> bool {
    let key = gainsay_link::key(name);
    key.is_some()
        && names.iter().any(|known| {
            known.text.as_deref().is_none_or(|text| text == fingerprint)
                && gainsay_link::key(&known.name) == key
        })
}

/// Every name in a statement.
pub(crate) fn each_name(statement: &mut Statement) -> impl Iterator<Item = &mut String> {
    std::iter::once(&mut statement.speaker.name)
        .chain(&mut statement.speaker.speaks_for)
        .chain(statement.via.iter_mut().map(|party| &mut party.name))
        .chain(statement.targets.iter_mut().map(|party| &mut party.name))
        .chain(statement.addressee.iter_mut().map(|party| &mut party.name))
}
