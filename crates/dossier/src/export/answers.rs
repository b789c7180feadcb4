//! Lines `answer`: which statement answers which.

use rusqlite::Connection;

use super::{Lines, Written};
use crate::answers;

/// By the statement that answers.
pub(super) fn write(conn: &Connection, lines: &mut Lines<'_>) -> Written {
    for answer in answers::judged(conn)? {
        lines.line("answer", &answer)?;
    }
    Ok(())
}
