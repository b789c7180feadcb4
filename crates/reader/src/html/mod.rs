//! A page to an article: its text, extracted, and what its markup says.

mod blocks;
mod container;
mod entities;
mod jsonld;
mod metadata;
mod published;
mod shown;
mod title;

use dom_query::Document;
use dom_smoothie::{Config, Readability};
use gainsay_record::{Article, Basis, DateValue, ZoneKind};

use crate::error::Error;
use crate::unit::{units, words};
use crate::zones::headline::fold;
use crate::zones::stamp::Event;
use crate::zones::{Known, lay_out};
use crate::{Stated, text};
use blocks::Block;
use metadata::Metadata;
use published::Published;

/// More elements than any article's page has: beyond this a page is an attack.
const MOST_ELEMENTS: usize = 200_000;

/// Fewer words than this make no article; then other places of the page are tried.
const FEW: usize = 50;

/// Reads a page. Its text is the headline, what stands between it and the body, and the body, in
/// paragraphs with a blank line between them.
pub(crate) fn read(
    place: &str,
    path: String,
    page: &str,
    stated: Stated,
) -> Result<Article, Error> {
    let no_text = || Error::NoTextInPage { place: place.to_owned() };
    let depth = blocks::depth(page);
    if depth > blocks::DEEPEST {
        // Nested a thousandfold: no browser made this, and trees of that depth end the stack.
        return Err(no_text());
    }
    let document = Document::from(page);
    let metadata = metadata::find(&document);
    let title = stated.title.clone().or_else(|| metadata.title.clone());
    let head = head_blocks(&document, &metadata);
    let everything = blocks::of(&document.root());
    let whole = title.as_deref().and_then(|title| container::find(&document, title));
    let config = Config { max_elements_to_parse: MOST_ELEMENTS, ..Config::default() };
    let article = Readability::with_document(document, None, Some(config))
        .and_then(|mut readability| readability.parse())
        .ok();
    let mut body = article
        .map(|article| blocks::of(&Document::from(article.content).root()))
        .unwrap_or_default();
    if let Some(whole) = whole.filter(|whole| container::is_part(&body, whole)) {
        body = whole;
    }
    if count(&body) < FEW || container::prose(&body) == 0 {
        // Pages drawn by scripts often carry their text for search engines; short notices are
        // below what the extraction takes for an article.
        let other = metadata.body.as_deref().map(blocks::of_text).unwrap_or_default();
        let best = if count(&other) >= FEW { other } else { everything };
        if (container::prose(&best), count(&best)) > (container::prose(&body), count(&body)) {
            body = best;
        }
    }
    if let Some(title) = title.as_deref() {
        let title = fold(title);
        let copy = body.iter().take(4).position(|block| fold(&block.text) == title);
        if let Some(copy) = copy {
            body.remove(copy);
        }
    }
    if body.is_empty() {
        return Err(no_text());
    }

    let mut all = Vec::new();
    if let Some(title) = title.as_deref() {
        all.extend(
            blocks::of_text(title)
                .into_iter()
                .take(1)
                .map(|block| Block { kind: ZoneKind::Headline, ..block }),
        );
    }
    // What stands above the body is not repeated in it.
    let above: Vec<String> = head.iter().map(|block| fold(&block.text)).collect();
    let mut seen = 0;
    body.retain(|block| {
        seen += 1;
        seen > 6 || !above.contains(&fold(&block.text))
    });
    // A notice may be no longer than the description that the page gives of it.
    let notice = container::prose(&body) == 0;
    all.extend(head.into_iter().map(|block| match block.kind {
        ZoneKind::Standfirst if notice => Block { kind: ZoneKind::Body, ..block },
        _ => block,
    }));
    all.extend(body);
    let text = all.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n\n");
    let kinds: Vec<ZoneKind> = all.iter().map(|block| block.kind).collect();
    debug_assert_eq!(units(&text).len(), kinds.len(), "a block is a unit");
    let mut layout = lay_out(&text, Known { title: None, markup: &kinds });
    // A paper updates its page on the day; pages with markup are changed for years.
    layout.stamps.retain(|stamp| stamp.event != Event::Updated);
    if !layout.is_article() {
        return Err(Error::OnlyClutter { place: place.to_owned() });
    }
    let stated = Stated {
        title,
        outlet: stated.outlet.or(metadata.outlet),
        authors: stated.authors.or(metadata.authors),
        published: stated.published.or_else(|| {
            let Published::Metadata(value, precision) = metadata.published? else { return None };
            Some(DateValue { value, precision, basis: Basis::Metadata, span: None })
        }),
        url: stated.url.or(metadata.url),
        collected: stated.collected,
    };
    text::assemble(place, path, text, false, layout, stated)
}

fn count(blocks: &[Block]) -> usize {
    blocks.iter().map(|block| words(&block.text)).sum()
}

/// Lines of the page's head that the extraction leaves out: a description that the page shows, and
/// its stamp where that says when it was published.
fn head_blocks(document: &Document, metadata: &Metadata) -> Vec<Block> {
    let mut head = Vec::new();
    if let Some(description) = &metadata.description
        && words(description) >= 5
    {
        let folded = fold(description);
        let shown = document.select("h2, h3, p, [class*='standfirst'], [class*='subtitle']");
        let shown = shown.nodes().iter().map(|node| blocks::squeeze(&node.text()));
        if let Some(text) = shown.into_iter().find(|text| fold(text) == folded) {
            head.push(Block { kind: ZoneKind::Standfirst, text });
        }
    }
    if let Some(Published::Words(words)) = &metadata.published {
        head.push(Block { kind: ZoneKind::Body, text: words.clone() });
    }
    head
}

#[cfg(test)]
mod tests;
