//! Lines `allegation`, each followed by its lines `position`.

use std::collections::BTreeSet;

use gainsay_record::Id;
use rusqlite::Connection;
use serde::Serialize;

use super::{Lines, Written};
use crate::{allegations, answers};

#[derive(Serialize)]
struct AllegationLine<'a> {
    id: &'a Id,
    subject: Option<&'a str>,
    relation: Option<&'a str>,
    object: Option<&'a str>,
    asserted_by: &'a BTreeSet<Id>,
    denied_by: &'a BTreeSet<Id>,
    admitted_in_part_by: &'a BTreeSet<Id>,
    met_by: &'a BTreeSet<Id>,
    unanswered: bool,
    related: &'a BTreeSet<Id>,
}

#[derive(Serialize)]
struct PositionLine<'a> {
    party: &'a Id,
    allegation: &'a Id,
    from: Option<&'a str>,
    stance: &'static str,
    statements: &'a [Id],
}

/// By id; positions by party and date.
pub(super) fn write(conn: &Connection, lines: &mut Lines<'_>) -> Written {
    for entry in allegations::read(conn, &answers::read(conn)?)? {
        let of = &entry.allegation;
        lines.line(
            "allegation",
            AllegationLine {
                id: &of.id,
                subject: of.claim.subject.as_deref(),
                relation: of.claim.relation.as_deref(),
                object: of.claim.object.as_deref(),
                asserted_by: &of.asserted_by,
                denied_by: &of.denied_by,
                admitted_in_part_by: &of.admitted_in_part_by,
                met_by: &of.met_by,
                unanswered: of.is_unanswered(),
                related: &of.related,
            },
        )?;
        for position in &entry.positions {
            lines.line(
                "position",
                PositionLine {
                    party: &position.party,
                    allegation: &position.allegation,
                    from: position.from.as_deref(),
                    stance: position.stance.as_str(),
                    statements: &position.statements,
                },
            )?;
        }
    }
    Ok(())
}
