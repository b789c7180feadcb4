//! Paragraph-like blocks of a page.

use dom_query::NodeRef;
use gainsay_record::ZoneKind;

/// A paragraph, heading, list entry or caption: white space squeezed, no line end inside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// What the markup says it is; everything that is neither heading nor caption is body.
    pub kind: ZoneKind,
    /// Its words.
    pub text: String,
}

/// Elements nested more deeply than this are no page that a browser has shown.
pub(super) const DEEPEST: usize = 600;

/// How deeply elements are nested, roughly: closing tags are taken at their word, and elements
/// that end by themselves in most pages are not counted.
pub(super) fn depth(page: &str) -> usize {
    const VOID: &[&str] = &[
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr", "p", "li", "td", "tr", "th", "dd", "dt", "option",
    ];
    let (mut depth, mut deepest) = (0usize, 0usize);
    // Where the current tag ends; where a script's or style sheet's text does. Both only grow, so
    // that one pass is enough however the page is made.
    let (mut tag_end, mut raw_end) = (0, 0);
    for (at, _) in page.match_indices('<') {
        if at < raw_end {
            continue;
        }
        let rest = &page[at + 1..];
        if rest.starts_with('/') {
            depth = depth.saturating_sub(1);
            continue;
        }
        let letters = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        if letters == 0 {
            continue;
        }
        if tag_end <= at {
            tag_end = page[at..].find('>').map_or(page.len(), |end| at + end);
        }
        let name = rest[..letters.min(12)].to_ascii_lowercase();
        if name == "script" || name == "style" {
            let close = if name == "script" { "</script" } else { "</style" };
            raw_end = page[at..].find(close).map_or(page.len(), |end| at + end);
        }
        let closed = page[..tag_end].ends_with('/');
        if !closed && !VOID.contains(&name.as_str()) {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest
}

/// White space squeezed to single spaces.
pub(super) fn squeeze(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')) {
        if !word.is_empty() {
            if !squeezed.is_empty() {
                squeezed.push(' ');
            }
            squeezed.push_str(word);
        }
    }
    squeezed
}

/// The paragraphs of a plain text.
pub(super) fn of_text(text: &str) -> Vec<Block> {
    text.lines()
        .map(squeeze)
        .filter(|line| !line.is_empty())
        .map(|text| Block { kind: ZoneKind::Body, text })
        .collect()
}

/// Whether the node stands in the page's frame: header menus, sidebars, the foot.
pub(super) fn in_frame(node: &NodeRef) -> bool {
    node.ancestors_it(None).any(|parent| {
        parent.node_name().is_some_and(|name| matches!(&*name, "nav" | "aside" | "footer"))
    })
}

/// The blocks below a node.
pub(super) fn of(node: &NodeRef) -> Vec<Block> {
    let mut collector = Collector::default();
    collector.walk(node, ZoneKind::Body, 0);
    collector.flush(ZoneKind::Body);
    collector.blocks
}

/// The blocks below a node, without parts whose names say that they are not the article.
pub(super) fn of_article(node: &NodeRef) -> Vec<Block> {
    let mut collector = Collector { pruned: true, ..Collector::default() };
    collector.walk(node, ZoneKind::Body, 0);
    collector.flush(ZoneKind::Body);
    collector.blocks
}

/// Words in names of classes and ids of what stands beside an article.
#[rustfmt::skip]
const BESIDE: &[&str] = &[
    "comment", "comments", "related", "recommended", "recommendations", "newsletter", "sidebar",
    "share", "sharing", "social", "promo", "breadcrumb", "breadcrumbs", "menu", "nav", "disqus",
    "subscribe", "author", "bio", "toc", "pagination", "ad", "ads", "advert", "cookie", "modal",
    "popup", "banner", "footer", "tags", "carousel", "more",
];

fn is_beside(node: &NodeRef) -> bool {
    ["class", "id"].iter().any(|key| {
        let names = node.attr_or(key, "").to_ascii_lowercase();
        names.split(|c: char| !c.is_alphanumeric()).any(|part| BESIDE.contains(&part))
    })
}

#[derive(Default)]
struct Collector {
    blocks: Vec<Block>,
    line: String,
    /// Leave out what stands beside the article.
    pruned: bool,
}

impl Collector {
    fn flush(&mut self, kind: ZoneKind) {
        let text = squeeze(&std::mem::take(&mut self.line));
        if text.is_empty() {
            return;
        }
        // A page that prints a paragraph as a heading does not make it one.
        let long = kind == ZoneKind::Subheading && crate::unit::words(&text) > 30;
        let kind = if long { ZoneKind::Body } else { kind };
        self.blocks.push(Block { kind, text });
    }

    fn walk(&mut self, node: &NodeRef, kind: ZoneKind, depth: usize) {
        for child in node.children_it(false) {
            if child.is_text() {
                self.line.push_str(&child.text());
                continue;
            }
            let Some(name) = child.node_name() else { continue };
            if !child.is_element() || depth > DEEPEST {
                continue;
            }
            if self.pruned && is_beside(&child) {
                continue;
            }
            let inside = match &*name {
                "script" | "style" | "noscript" | "nav" | "aside" | "footer" | "form"
                | "button" | "svg" | "iframe" | "select" | "template" | "head" | "textarea"
                | "object" | "audio" | "video" => continue,
                "br" | "hr" => {
                    self.flush(kind);
                    continue;
                }
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(ZoneKind::Subheading),
                "figcaption" => Some(ZoneKind::Caption),
                "p" | "div" | "li" | "ul" | "ol" | "section" | "article" | "main" | "header"
                | "blockquote" | "figure" | "table" | "tbody" | "thead" | "tr" | "td" | "th"
                | "pre" | "dl" | "dt" | "dd" | "address" | "body" | "html" | "details"
                | "summary" | "center" | "caption" => Some(kind),
                _ => None,
            };
            match inside {
                Some(inside) => {
                    // A figure's or list's own words keep the kind they are in.
                    let inside = if kind == ZoneKind::Caption { kind } else { inside };
                    self.flush(kind);
                    self.walk(&child, inside, depth + 1);
                    self.flush(inside);
                }
                None => self.walk(&child, kind, depth + 1),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_is_counted_without_scripts_and_closed_elements() {
        assert_eq!(depth("<div><p>a<p>b<br/></div><div><b>c</b></div>"), 2);
        assert_eq!(depth("<script>if (a<b) c('<div><div>')</script><svg><path d='1'/></svg>"), 1);
        assert!(depth(&"<g>".repeat(1000)) > DEEPEST);
    }
}
