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

/// How deeply elements are nested, roughly: a bound that never counts too few for open `<div>`s.
pub(super) fn depth(page: &str) -> usize {
    const VOID: &[&str] = &[
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr", "p", "li", "td", "tr", "th", "dd", "dt", "option", "path", "rect",
        "circle", "use", "g", "polygon", "line",
    ];
    let bytes = page.as_bytes();
    let (mut depth, mut deepest) = (0usize, 0usize);
    for (at, _) in page.match_indices('<') {
        let rest = &bytes[at + 1..];
        match rest.first() {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(first) if first.is_ascii_alphabetic() => {
                let name = rest.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
                let name = String::from_utf8_lossy(&rest[..name]).to_ascii_lowercase();
                let end = rest.iter().take(400).position(|&b| b == b'>');
                let closed = end.is_some_and(|end| end > 0 && rest[end - 1] == b'/');
                if !closed && !VOID.contains(&name.as_str()) {
                    depth += 1;
                    deepest = deepest.max(depth);
                }
            }
            _ => {}
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

#[derive(Default)]
struct Collector {
    blocks: Vec<Block>,
    line: String,
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
