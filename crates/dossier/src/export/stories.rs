//! Lines `story`: articles about one happening.

use gainsay_record::Id;
use rusqlite::Connection;
use serde::Serialize;

use super::{Failure, Lines, Written};
use crate::stories::each;

#[derive(Serialize)]
struct StoryLine<'a> {
    id: &'a Id,
    articles: Vec<&'a Id>,
    reports: usize,
    originals: usize,
}

/// By id; articles by publication.
pub(super) fn write(conn: &Connection, lines: &mut Lines<'_>) -> Written {
    each::<Failure>(conn, |story| {
        lines.line(
            "story",
            StoryLine {
                id: &story.id,
                articles: story.articles.iter().map(|(article, _)| article).collect(),
                reports: story.articles.len(),
                originals: story.originals(),
            },
        )
    })
}
