//! Attributions to drafts: pieces trimmed, quotation marks put back, doubles dropped.

use std::collections::BTreeMap;

use gainsay_language::Attribution;
use gainsay_record::{Act, Article, TextRange, ZoneKind};

use crate::data::words::NOT_NAMES;
use crate::doc::{Doc, Shape};
use crate::edges;
use crate::lexicon::has;
use crate::quotes::Quote;

/// What found a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The model.
    Model,
    /// A quotation that stands alone, found by its marks.
    Quotation,
    /// A quotation after a line that names the speaker and ends in a colon.
    Label,
    /// A quotation in a heading whose words stand here in one below.
    Repeated(usize),
}

/// A statement before anything about it is known but its spans.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub source: Vec<TextRange>,
    pub cue: Vec<TextRange>,
    pub content: Vec<TextRange>,
    pub confidence: f32,
    pub origin: Origin,
    pub zone: ZoneKind,
    /// Probability of each act, in the order of `Act::ALL`, where the model was asked.
    pub acts: Option<[f32; Act::ALL.len()]>,
    /// Where the model sees named whom it is aimed at, with how probable that is.
    pub aimed: Vec<(TextRange, f32)>,
}

impl Draft {
    /// Where the content begins, or the cue where there is no content.
    pub(crate) fn start(&self) -> usize {
        self.content
            .iter()
            .chain(&self.cue)
            .chain(&self.source)
            .map(|r| r.start)
            .next()
            .unwrap_or(0)
    }

    /// One past the last byte of anything in it.
    pub(crate) fn end(&self) -> usize {
        self.all().map(|r| r.end).max().unwrap_or(0)
    }

    /// One past the last byte of its attribution.
    pub(crate) fn attribution(&self) -> Option<TextRange> {
        self.source.iter().chain(&self.cue).copied().reduce(TextRange::cover)
    }

    fn all(&self) -> impl Iterator<Item = &TextRange> {
        self.source.iter().chain(&self.cue).chain(&self.content)
    }
}

/// Drafts of all attributions in zones that speak, in text order.
pub(crate) fn drafts(
    article: &Article,
    doc: &Doc,
    quotes: &[Quote],
    attributions: &[Attribution],
) -> Vec<Draft> {
    let mut drafts: Vec<Draft> =
        attributions.iter().filter_map(|a| draft(article, doc, quotes, a)).collect();
    in_order(&mut drafts);
    lengthen(doc, &mut drafts);
    dedupe(drafts)
}

/// "A senior army official said it was so but denied the rest": of two sources that begin alike the one
/// is the other cut short.
fn lengthen(doc: &Doc, drafts: &mut [Draft]) {
    let mut longest: BTreeMap<usize, TextRange> = BTreeMap::new();
    for source in drafts.iter().filter_map(|draft| draft.source.first()) {
        let known = longest.entry(source.start).or_insert(*source);
        known.end = known.end.max(source.end);
    }
    for draft in drafts {
        let Some(source) = draft.source.first_mut() else { continue };
        let whole = longest[&source.start];
        let more = TextRange::new(source.end, whole.end);
        // What comes after a comma, a preposition or an "and" says more of the same one.
        let noun = |t: usize| {
            let token = &doc.tokens[t];
            matches!(token.shape, Shape::Lower | Shape::Capital) && !has(NOT_NAMES, doc.word(t))
        };
        let first = draft.cue.first().is_none_or(|cue| cue.start >= whole.end);
        if !more.is_empty() && first && doc.tokens_in(more).all(noun) {
            *source = whole;
        }
    }
}

/// Puts drafts in text order.
pub(crate) fn in_order(drafts: &mut [Draft]) {
    drafts.sort_by_key(|d| (d.start(), d.cue.first().map(|c| c.start), d.end()));
}

fn draft(article: &Article, doc: &Doc, quotes: &[Quote], a: &Attribution) -> Option<Draft> {
    let text = doc.text;
    let clean = |ranges: &[TextRange]| -> Vec<TextRange> {
        let mut kept: Vec<TextRange> = ranges
            .iter()
            .filter(|r| r.start <= r.end && text.get(r.start..r.end).is_some())
            .map(|r| r.trim(text))
            .filter(|r| !r.is_empty())
            .map(|r| whole_words(doc, r))
            .collect();
        kept.sort();
        kept.dedup();
        kept
    };
    let source: Vec<TextRange> =
        clean(&a.source).into_iter().flat_map(|r| edges::source(text, r)).collect();
    let cue = clean(&a.cue);
    let attribution = [&source[..], &cue[..]].concat();
    let mut content: Vec<TextRange> = Vec::new();
    for (i, piece) in clean(&a.content).into_iter().enumerate() {
        let piece = trimmed(doc, quotes, piece, i == 0);
        let piece = edges::content(doc, piece, &attribution);
        if piece.is_empty() {
            continue;
        }
        match content.last_mut() {
            // Pieces grown over their marks may meet.
            Some(last) if piece.start < last.end => *last = last.cover(piece),
            _ => content.push(piece),
        }
    }
    // A quotation without source and cue is found again by its marks.
    if source.is_empty() && cue.is_empty() {
        return None;
    }
    let anchor = content.first().or(cue.first()).or(source.first())?;
    let zone = article.zone_at(anchor.start)?.kind;
    zone.speaks().then_some(Draft {
        source,
        cue,
        content,
        confidence: a.confidence,
        origin: Origin::Model,
        zone,
        acts: a.acts,
        aimed: (a.targets.iter())
            .filter(|(range, _)| {
                range.start < range.end && text.get(range.start..range.end).is_some()
            })
            .copied()
            .collect(),
    })
}

/// A range that cuts no word in two, nor a noun from its "’s": the model reads parts of words.
fn whole_words(doc: &Doc, range: TextRange) -> TextRange {
    let within = |at: usize| {
        let t = doc.tokens.partition_point(|t| t.range.end <= at);
        doc.tokens.get(t).filter(|token| token.range.start < at).map(|token| (t, token.range))
    };
    let start = match within(range.start) {
        Some((t, word)) if doc.tokens[t].shape == Shape::Possessive && t > 0 => {
            doc.tokens[t - 1].range.start.min(word.start)
        }
        Some((_, word)) => word.start,
        None => range.start,
    };
    let end = within(range.end).map_or(range.end, |(_, word)| word.end);
    TextRange::new(start, end)
}

/// A piece of content as the record keeps it: without the leading "that", without marks at its
/// ends, with the quotation marks that touch it.
fn trimmed(doc: &Doc, quotes: &[Quote], piece: TextRange, first: bool) -> TextRange {
    let text = doc.text;
    let loose = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '–' | '—' | '-');
    let words = piece.of(text);
    let mut start = piece.start + (words.len() - words.trim_start_matches(loose).len());
    let mut end = piece.end;
    if first && start < end {
        start += complementizer(doc.lowered(TextRange::new(start, end)));
    }
    let mut range = TextRange::new(start.min(end), end).trim(text);
    // Grow over the marks before anything is cut off, so that a comma inside stays inside.
    range = with_marks(text, quotes, range);
    end = range.end;
    let closed = {
        let i = quotes.partition_point(|q| q.range.end < end);
        quotes.get(i).is_some_and(|q| q.range.end == end && q.closed)
    };
    if !closed {
        let words = range.of(text);
        let cut = words.trim_end_matches(|c: char| loose(c) || ".[(".contains(c));
        // "the U.S." keeps its point.
        let acronym = words[cut.len()..].starts_with('.')
            && cut.len() >= 2
            && cut.as_bytes()[cut.len() - 2] == b'.';
        end = range.start + cut.len() + usize::from(acronym);
    }
    TextRange::new(range.start.min(end), end).trim(text)
}

/// How long the "that" is that opens a clause, with the blank after it.
fn complementizer(lower: &str) -> usize {
    const AFTER_PRONOUN: &[&str] = &[
        "can", "could", "did", "does", "had", "has", "is", "may", "might", "must", "should", "was",
        "will", "would",
    ];
    let Some(rest) = lower.strip_prefix("that ") else { return 0 };
    let next = rest.split(' ').next().unwrap_or("");
    if crate::lexicon::has(AFTER_PRONOUN, next) { 0 } else { 5 }
}

/// Takes in the marks of a quotation that the range fills at one end or both.
fn with_marks(text: &str, quotes: &[Quote], range: TextRange) -> TextRange {
    let TextRange { mut start, mut end } = range;
    let only = |from: usize, to: usize, marks: &str| {
        text.get(from..to).is_some_and(|gap| {
            gap.len() < 8 && gap.chars().all(|c| c.is_whitespace() || marks.contains(c))
        })
    };
    let at = quotes.partition_point(|q| q.range.end < range.start);
    if let Some(q) = quotes.get(at)
        && q.range.start <= start
        && start <= q.inner.start + 2
        && only(q.inner.start, start.max(q.inner.start), "…[(")
        && q.range.end > start
    {
        start = q.range.start;
    }
    let at = quotes.partition_point(|q| q.range.end < end);
    if let Some(q) = quotes.get(at)
        && q.closed
        && end > q.inner.start
        && end <= q.range.end
        && q.range.start >= start
        && only(end, q.inner.end.max(end), ",.?!…;")
    {
        end = q.range.end;
    }
    TextRange::new(start.min(end), end)
}

/// Drops what was found twice: the same content with the same source or cue.
fn dedupe(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let from = kept.len().saturating_sub(6);
        match kept[from..].iter().position(|other| same(other, &draft)) {
            Some(i) if kept[from + i].confidence < draft.confidence => kept[from + i] = draft,
            Some(_) => {}
            None => kept.push(draft),
        }
    }
    kept
}

fn same(a: &Draft, b: &Draft) -> bool {
    let touch =
        |x: &[TextRange], y: &[TextRange]| x.iter().any(|r| y.iter().any(|s| r.overlaps(*s)));
    if a.content.is_empty() || b.content.is_empty() {
        return a.content.is_empty() == b.content.is_empty() && touch(&a.cue, &b.cue);
    }
    let length = |x: &[TextRange]| x.iter().map(|r| r.len()).sum::<usize>();
    let shared: usize = a
        .content
        .iter()
        .flat_map(|r| {
            b.content.iter().map(move |s| r.end.min(s.end).saturating_sub(r.start.max(s.start)))
        })
        .sum();
    let most = length(&a.content).max(length(&b.content));
    let alike = shared * 10 >= most * 9;
    alike
        && (touch(&a.cue, &b.cue)
            || touch(&a.source, &b.source)
                && (a.cue.is_empty() && b.cue.is_empty() || side_by_side(a, b)))
        || shared * 10 >= most * 6 && touch(&a.cue, &b.cue) && touch(&a.source, &b.source)
}

/// "Was quoted as saying", "issued a statement calling": two words for one saying.
fn side_by_side(a: &Draft, b: &Draft) -> bool {
    const NEAR: usize = 16;
    let (Some(one), Some(other)) = (a.cue.first(), b.cue.first()) else { return false };
    let (first, second) = if one.start < other.start { (one, other) } else { (other, one) };
    second.start < first.end + NEAR
}

#[cfg(test)]
mod tests {
    use crate::testing::read;

    fn contents(text: &str) -> Vec<Vec<String>> {
        read(text).iter().map(|s| s.content.iter().map(|c| c.exact.clone()).collect()).collect()
    }

    #[test]
    fn the_leading_that_and_loose_marks_go() {
        let text = "{s:Tessen} {c:said} {q:that the bridge, once closed, was open,} on Monday.";
        assert_eq!(contents(text), [["the bridge, once closed, was open"]]);
        let text = "{s:Tessen} {c:said} {q:that they gave no support [} to the rebels].";
        assert_eq!(contents(text), [["they gave no support"]]);
        let text = "{s:Tessen} {c:said} {q:that is under review.}";
        assert_eq!(contents(text), [["that is under review"]]);
    }

    #[test]
    fn quotation_marks_that_touch_the_content_belong_to_it() {
        let text = "“{q:We never crossed the river},” {c:said} {s:Ilmar Tessen}.";
        assert_eq!(contents(text), [["“We never crossed the river,”"]]);
        let text = "\"{q:We never crossed the river.}” {s:Tessen} {c:said}.";
        assert_eq!(contents(text), [["\"We never crossed the river.”"]]);
    }

    #[test]
    fn no_content_ends_in_the_middle_of_a_phrase() {
        let text = "{s:Tessen} {c:said} {q:the rule was on hold while} the courts looked at it.";
        assert_eq!(contents(text), [["the rule was on hold while the courts looked at it"]]);
        let text = "{s:Kenya} {c:rejected} {q:the accusation within} hours.";
        assert_eq!(contents(text), [["the accusation"]]);
        let text = "{s:Kenya} {c:denied} {q:that it armed the rebels of} {s2:Chad}, who {c2:said} {q2:so}.";
        assert_eq!(contents(text)[0], ["it armed the rebels of Chad"]);
    }

    #[test]
    fn no_word_is_cut_in_two() {
        let text = "{s:Tess}en {c:said} {q:the boats lay off Port Se}le.";
        assert_eq!(contents(text), [["the boats lay off Port Sele"]]);
        assert_eq!(read(text)[0].source[0].exact, "Tessen");
        let text = "The union’{s:s lawyer} {c:said} {q:so}.";
        assert_eq!(read(text)[0].source[0].exact, "union’s lawyer");
    }

    #[test]
    fn a_source_cut_short_is_the_longer_one_that_begins_with_it() {
        let text =
            "{s1:{s2:A senior army} official} {c1:said} {q1:so} but {c2:denied} {q2:the rest}.";
        let found = read(text);
        assert_eq!(found[1].source[0].exact, "A senior army official");
        let text =
            "{s1:{s2:Ilmar Tessen}, a farmer,} {c1:said} {q1:so} but {c2:denied} {q2:the rest}.";
        assert_eq!(read(text)[1].source[0].exact, "Ilmar Tessen");
    }

    #[test]
    fn the_same_content_found_twice_is_one_statement() {
        let text = "{s1:{s2:Tessen}} {c1:{c2:said}} {q1:{q2:the bridge was open}}.";
        assert_eq!(contents(text).len(), 1);
        let text = "{s1:{s2:Tessen}} was {c1:quoted} as {c2:saying} {q1:{q2:the bridge was open}}.";
        assert_eq!(contents(text).len(), 1);
        let text = "{s1:{s2:Tessen}} {c1:denied} {q1:the charge} and {c2:said} {q2:all was well}.";
        assert_eq!(contents(text).len(), 2);
    }
}
