//! A statement as the paper printed it: source and cue around the content, gaps marked.

use std::collections::BTreeSet;

use gainsay_record::{Span, Statement, Text, TextRange};

use super::ink::Ink;
use super::page::{Run, clean};

/// A statement's words in the order of the text, the content told from what stands around it.
pub type Passage = Vec<Run>;

/// Words between two pieces are printed up to this many bytes; beyond, "…" stands for them.
const GAP: usize = 60;

/// The words of a statement in the order of the text. Everything in it is verbatim but white space
/// and the "…" for what is left out. The `hits` of a search stand out.
pub fn passage(text: Option<&Text>, statement: &Statement, hits: &[Span]) -> Passage {
    let Some(text) = text else { return Passage::new() };
    let find = |spans: &[Span]| -> Vec<TextRange> {
        spans.iter().filter_map(|span| text.range_of(span).ok()).collect()
    };
    let content = find(&statement.content);
    let around = [find(&statement.source), find(&statement.cue)].concat();
    let hits = find(hits);
    let edges: BTreeSet<usize> = content
        .iter()
        .chain(&around)
        .chain(&hits)
        .flat_map(|range| [range.start, range.end])
        .collect();
    let edges: Vec<usize> = edges.into_iter().collect();

    let mut passage = Passage::new();
    for pair in edges.windows(2) {
        let range = TextRange::new(pair[0], pair[1]);
        let lies_in = |all: &[TextRange]| all.iter().any(|whole| whole.contains(range));
        let words = clean(text.slice(range));
        let run = if lies_in(&hits) {
            (words, Ink::Strong)
        } else if lies_in(&content) {
            (words, Ink::Plain)
        } else if lies_in(&around) || range.len() <= GAP {
            (words, Ink::Faint)
        } else {
            (" … ".to_owned(), Ink::Faint)
        };
        passage.push(run);
    }
    passage
}
