//! The element that holds the whole article, for pages whose parts the extraction takes for the
//! whole: long reads in sections, lists with a picture before each entry.

use dom_query::Document;

use super::blocks::{self, Block};
use crate::unit::units;
use crate::zones::headline::fold;

/// Of the words that read as running text this part at least must have been extracted.
const ENOUGH_IN_TEN: usize = 6;

/// How many words of the blocks read as running text.
pub(super) fn prose(blocks: &[Block]) -> usize {
    let units = blocks.iter().flat_map(|block| units(&block.text));
    units.filter(|unit| unit.is_prose()).map(|unit| unit.words).sum()
}

/// The blocks of the page's `<article>`, or of its `<main>` where that is not one article: the
/// innermost of them that holds the headline, or the only one.
pub(super) fn find(document: &Document, title: &str) -> Option<Vec<Block>> {
    let title = fold(title);
    for selector in ["article", "main, [role='main']"] {
        let nodes = document.select(selector);
        let holds = |node: &&dom_query::NodeRef| {
            let inside = dom_query::Selection::from(**node);
            let headings = inside.select("h1, h2");
            headings.nodes().iter().any(|heading| fold(&heading.text()) == title)
        };
        let found: Vec<_> = nodes.nodes().iter().filter(holds).collect();
        // The last in the page's order is the innermost. Where there is but one, its headline may
        // have other words than the title.
        let only = (nodes.nodes().len() == 1).then(|| &nodes.nodes()[0]);
        if let Some(node) = found.last().copied().or(only) {
            return Some(blocks::of_article(node));
        }
    }
    None
}

/// Whether the extraction found no more than a part of what the container holds.
pub(super) fn is_part(extracted: &[Block], whole: &[Block]) -> bool {
    prose(extracted) * 10 < prose(whole) * ENOUGH_IN_TEN
}
