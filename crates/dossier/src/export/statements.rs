//! Lines `statement`: as `extract` prints them, with who everybody is.

use gainsay_record::{
    Act, DateValue, Form, Id, Mode, Party, Sourcing, Span, Speaker, Statement, ZoneKind,
};
use rusqlite::Connection;
use serde::Serialize;

use super::{Lines, Written};
use crate::decode::id_at;
use crate::read::StatementEntry;
use crate::rows;

/// A statement as `export` prints it, without its type: as `extract` does, with the parties that its
/// names mean.
#[derive(Debug, Serialize)]
pub struct StatementLine<'a> {
    id: &'a Id,
    article: &'a Id,
    zone: ZoneKind,
    mode: Mode,
    form: Form,
    act: Act,
    act_confidence: f32,
    act_basis: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    act_runner_up: Option<Act>,
    source: &'a [Span],
    cue: &'a [Span],
    content: &'a [Span],
    speaker: Who<'a, Speaker>,
    sourcing: Sourcing,
    via: Vec<Who<'a, Party>>,
    targets: Vec<Who<'a, Party>>,
    addressee: Option<Who<'a, Party>>,
    said: &'a Option<DateValue>,
    confidence: f32,
    made_by: &'a str,
    echo: &'a Option<Id>,
}

/// A name and the party that it means.
#[derive(Debug, Serialize)]
struct Who<'a, T: Serialize> {
    #[serde(flatten)]
    named: &'a T,
    party: &'a Option<Id>,
}

/// By article and place in it.
pub(super) fn write(conn: &Connection, lines: &mut Lines<'_>) -> Written {
    let mut ids = conn.prepare("SELECT id FROM article ORDER BY id")?;
    let mut ids = ids.query([])?;
    while let Some(row) = ids.next()? {
        for entry in rows::statements(conn, Some(&id_at(row, 0)?))? {
            lines.line("statement", StatementLine::of(&entry))?;
        }
    }
    Ok(())
}

impl<'a> StatementLine<'a> {
    /// The line of a statement.
    pub fn of(entry: &'a StatementEntry) -> Self {
        // Every field by name: one that is new must not be forgotten here.
        let StatementEntry {
            article,
            position: _,
            party,
            via,
            targets,
            addressee,
            echo,
            statement,
        } = entry;
        let Statement {
            id,
            zone,
            mode,
            form,
            act,
            act_confidence,
            act_basis,
            act_runner_up,
            source,
            cue,
            content,
            speaker,
            sourcing,
            via: vias,
            targets: aims,
            addressee: hearer,
            said,
            confidence,
            made_by,
        } = statement;
        StatementLine {
            id,
            article,
            zone: *zone,
            mode: *mode,
            form: *form,
            act: *act,
            act_confidence: *act_confidence,
            act_basis,
            act_runner_up: *act_runner_up,
            source,
            cue,
            content,
            speaker: Who { named: speaker, party },
            sourcing: *sourcing,
            via: who(vias, via),
            targets: who(aims, targets),
            addressee: hearer.as_ref().map(|named| Who { named, party: addressee }),
            said,
            confidence: *confidence,
            made_by,
            echo,
        }
    }
}

fn who<'a>(named: &'a [Party], parties: &'a [Option<Id>]) -> Vec<Who<'a, Party>> {
    named.iter().zip(parties).map(|(named, party)| Who { named, party }).collect()
}
