//! The four kinds of links, as far as they differ.

use std::sync::Arc;

use gainsay_link::answers::{Answers as Answering, Turn};
use gainsay_link::copies::{Copy, Sketch};
use gainsay_link::echoes::{Echo, Utterance};
use gainsay_link::incremental::Comparable;
use gainsay_link::stories::{SameStory, Topic};
use rusqlite::Connection;

use super::known::Known;

/// What is particular to copies, to stories, to echoes, to answers.
pub(super) trait Layer {
    /// What is compared.
    type Item: Comparable;

    /// What its tables begin with.
    const NAME: &'static str;
    /// Whether its links make groups.
    const GROUPED: bool = true;
    /// Whether groups of several have a table with their ids.
    const NAMED: bool;
    /// Whose numbers its rows are.
    const OF: Of;

    /// The item at a position of an article.
    fn item(
        of: &Known,
        position: u32,
        conn: &Connection,
    ) -> rusqlite::Result<Option<Arc<Self::Item>>>;
    /// The kind of likeness as it is stored.
    fn word(kind: &<Self::Item as Comparable>::Kind) -> &'static str;
    /// The kind of likeness from what is stored.
    fn kind(word: &str) -> Option<<Self::Item as Comparable>::Kind>;
}

/// What a row of a layer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Articles,
    Statements,
}

pub(super) struct Copies;
pub(super) struct Stories;
pub(super) struct Echoes;
pub(super) struct Answers;

impl Layer for Copies {
    type Item = Sketch;
    const NAME: &'static str = "copy";
    const NAMED: bool = false;
    const OF: Of = Of::Articles;

    fn item(of: &Known, _: u32, conn: &Connection) -> rusqlite::Result<Option<Arc<Sketch>>> {
        of.sketch(conn).map(Some)
    }

    fn word(kind: &Copy) -> &'static str {
        kind.as_str()
    }

    fn kind(word: &str) -> Option<Copy> {
        Copy::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

impl Layer for Stories {
    type Item = Topic;
    const NAME: &'static str = "story";
    const NAMED: bool = true;
    const OF: Of = Of::Articles;

    fn item(of: &Known, _: u32, conn: &Connection) -> rusqlite::Result<Option<Arc<Topic>>> {
        of.topic(conn).map(Some)
    }

    fn word(kind: &SameStory) -> &'static str {
        kind.as_str()
    }

    fn kind(word: &str) -> Option<SameStory> {
        (SameStory.as_str() == word).then_some(SameStory)
    }
}

impl Layer for Echoes {
    type Item = Utterance;
    const NAME: &'static str = "echo";
    const NAMED: bool = true;
    const OF: Of = Of::Statements;

    fn item(of: &Known, at: u32, conn: &Connection) -> rusqlite::Result<Option<Arc<Utterance>>> {
        of.utterance(conn, at)
    }

    fn word(kind: &Echo) -> &'static str {
        kind.as_str()
    }

    fn kind(word: &str) -> Option<Echo> {
        Echo::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

impl Layer for Answers {
    type Item = Turn;
    const NAME: &'static str = "answer";
    const GROUPED: bool = false;
    const NAMED: bool = false;
    const OF: Of = Of::Statements;

    fn item(of: &Known, at: u32, conn: &Connection) -> rusqlite::Result<Option<Arc<Turn>>> {
        of.turn(conn, at)
    }

    fn word(kind: &Answering) -> &'static str {
        kind.as_str()
    }

    fn kind(word: &str) -> Option<Answering> {
        Answering::from_word(word)
    }
}
