//! Quotations with nothing around them: further pieces of a statement, or statements of their own.

use gainsay_record::{TextRange, ZoneKind};

use crate::assemble::{Draft, Origin, in_order};
use crate::data::nouns::ORGANIZATIONS;
use crate::data::people::{GROUPS, ROLES};
use crate::data::words::REPORTING;
use crate::doc::{Doc, Shape};
use crate::lexicon::has;
use crate::quotes::Quote;

/// That a quotation which the marks alone show is a statement of whom it is given to. An estimate: all of the few in the
/// hand-made records were, which is too few to call it measured.
pub(crate) const CONFIDENCE: f32 = 0.85;
/// Fewer words than this in quotation marks are a term, not a statement.
const WORDS: usize = 4;
/// Between an attribution and the quotation that goes on: not more than the rest of a sentence.
const REST_OF_SENTENCE: usize = 320;

/// Adds what the marks alone show. `drafts` are in text order, and are again afterwards.
pub(crate) fn add(doc: &Doc, quotes: &[Quote], drafts: &mut Vec<Draft>) {
    let mut owners = Owners::of(quotes, drafts);
    finish_partly_covered(quotes, drafts, &owners);
    for q in 0..quotes.len() {
        if owners.of[q].is_some() || !speaks(doc, &quotes[q]) || in_a_transcript(doc, &quotes[q]) {
            continue;
        }
        let owner = opens_next(doc, quotes, q, &owners)
            .or_else(|| runs_on(doc, quotes, q, &owners))
            .or_else(|| goes_on(doc, quotes, q, &owners, drafts));
        if let Some(owner) = owner {
            add_piece(&mut drafts[owner].content, quotes[q].range);
            owners.of[q] = Some(owner);
            continue;
        }
        if let Some(draft) = alone(doc, quotes, q, drafts) {
            owners.of[q] = Some(drafts.len());
            drafts.push(draft);
        }
    }
    in_order(drafts);
}

/// Which draft holds each quotation in its content.
struct Owners {
    of: Vec<Option<usize>>,
    /// Quotations touched by any span of a draft, for telling free quotations from taken ones.
    attribution_ends: Vec<(usize, usize)>,
}

impl Owners {
    fn of(quotes: &[Quote], drafts: &[Draft]) -> Self {
        let mut of = vec![None; quotes.len()];
        let mut attribution_ends = Vec::new();
        for (d, draft) in drafts.iter().enumerate() {
            for piece in &draft.content {
                let from = quotes.partition_point(|q| q.range.end <= piece.start);
                for (q, quote) in quotes.iter().enumerate().skip(from) {
                    if quote.range.start >= piece.end {
                        break;
                    }
                    // A nested attribution inside a longer quotation does not own it.
                    let shared =
                        quote.range.end.min(piece.end) - quote.range.start.max(piece.start);
                    let begins = piece.start <= quote.inner.start;
                    if of[q].is_none() && (2 * shared > quote.range.len() || begins) {
                        of[q] = Some(d);
                    }
                }
            }
            if let Some(attribution) = draft.attribution() {
                attribution_ends.push((attribution.end, d));
            }
        }
        attribution_ends.sort_unstable();
        Owners { of, attribution_ends }
    }
}

/// A content that begins a quotation and stops inside it is the whole quotation.
fn finish_partly_covered(quotes: &[Quote], drafts: &mut [Draft], owners: &Owners) {
    for (q, owner) in owners.of.iter().enumerate() {
        let Some(owner) = *owner else { continue };
        let quote = quotes[q];
        let attributed_outside =
            drafts[owner].attribution().is_some_and(|a| !a.overlaps(quote.range));
        if !quote.double || !attributed_outside {
            continue;
        }
        for piece in &mut drafts[owner].content {
            if piece.start == quote.range.start && piece.end < quote.range.end {
                piece.end = quote.range.end;
            }
        }
        join(&mut drafts[owner].content);
    }
}

/// Long enough to be speech, in double marks or a paragraph of its own, in a zone where people speak, and a
/// whole sentence by its place.
fn speaks(doc: &Doc, quote: &Quote) -> bool {
    let paragraph = &doc.paragraphs[quote.paragraph];
    let word = |&t: &usize| !matches!(doc.tokens[t].shape, Shape::Mark | Shape::Possessive);
    let words = || doc.tokens_in(quote.inner).filter(word);
    let before = TextRange::new(paragraph.range.start, quote.range.start).of(doc.text).trim_end();
    let after = TextRange::new(quote.range.end, paragraph.range.end).of(doc.text).trim_start();
    let starts = before.is_empty() || before.ends_with(['.', '!', '?', '”', '"', '»', ':', '“']);
    let inner_ends = quote.inner.of(doc.text).trim_end().ends_with(['.', '!', '?', '…']);
    let ends = after.is_empty()
        || inner_ends
            && after
                .starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "“\"«‘".contains(c))
        || after.starts_with('.');
    // In single marks a heading may stand too: 'Legend in the Coal Fields.'
    let lower = |&t: &usize| doc.tokens[t].shape == Shape::Lower;
    let whole = || {
        before.is_empty()
            && after.is_empty()
            && inner_ends
            && 2 * words().filter(lower).count() >= words().count()
    };
    words().nth(WORDS - 1).is_some()
        && (quote.double || whole())
        && starts
        && ends
        && matches!(paragraph.kind, ZoneKind::Body | ZoneKind::Standfirst | ZoneKind::Caption)
}

/// An open quotation whose next paragraph begins with one that is attributed: one statement.
fn opens_next(doc: &Doc, quotes: &[Quote], q: usize, owners: &Owners) -> Option<usize> {
    if quotes[q].closed {
        return None;
    }
    let mut at = q;
    // Several paragraphs may run before the attribution comes.
    while at + 1 < quotes.len() && at - q < 12 {
        let next = &quotes[at + 1];
        let starts = next.range.start == doc.paragraphs[next.paragraph].range.start;
        if next.paragraph != quotes[at].paragraph + 1 || !starts || !next.double {
            return None;
        }
        if let Some(owner) = owners.of[at + 1] {
            return Some(owner);
        }
        if next.closed {
            return None;
        }
        at += 1;
    }
    None
}

/// The paragraph before ends in a quotation that was not closed.
fn runs_on(doc: &Doc, quotes: &[Quote], q: usize, owners: &Owners) -> Option<usize> {
    let before = q.checked_sub(1)?;
    let starts = quotes[q].range.start == doc.paragraphs[quotes[q].paragraph].range.start;
    let open = !quotes[before].closed && quotes[before].paragraph + 1 == quotes[q].paragraph;
    (starts && open).then_some(owners.of[before]?)
}

/// “A,” said X. “B.” — the quotation follows the rest of the attribution's sentence.
fn goes_on(
    doc: &Doc,
    quotes: &[Quote],
    q: usize,
    owners: &Owners,
    drafts: &[Draft],
) -> Option<usize> {
    let quote = quotes[q];
    let before = q.checked_sub(1).filter(|&b| quotes[b].paragraph == quote.paragraph)?;
    let owner = owners.of[before]?;
    let draft = &drafts[owner];
    let attribution = draft.attribution()?;
    // The first piece stands before its attribution, and is a quotation.
    let quoted_before = attribution.start >= quotes[before].range.end
        || draft.content.len() > 1 && draft.start() < attribution.start;
    if !quoted_before && draft.content.first()?.end > attribution.start {
        return None;
    }
    let from = attribution.end.max(quotes[before].range.end);
    if from > quote.range.start || quote.range.start - from > REST_OF_SENTENCE {
        return None;
    }
    let gap = TextRange::new(from, quote.range.start);
    // Nobody else is attributed anything in between.
    let between = owners.attribution_ends.partition_point(|&(end, _)| end <= from);
    if owners
        .attribution_ends
        .get(between)
        .is_some_and(|&(end, d)| end < quote.range.start && d != owner)
    {
        return None;
    }
    let sentences = doc.tokens_in(gap).map(|t| doc.tokens[t].sentence);
    let first = doc.sentence_at(attribution.end.saturating_sub(1))?;
    (sentences.max().is_none_or(|last| last <= first || gap.of(doc.text).trim().len() <= 1))
        .then_some(owner)
}

/// A statement of its own, where somebody spoke shortly before or a label line names the speaker.
fn alone(doc: &Doc, quotes: &[Quote], q: usize, drafts: &[Draft]) -> Option<Draft> {
    let quote = quotes[q];
    let paragraph = &doc.paragraphs[quote.paragraph];
    let mut draft = Draft {
        source: vec![],
        cue: vec![],
        content: vec![quote.range],
        confidence: CONFIDENCE,
        origin: Origin::Quotation,
        zone: paragraph.kind,
        acts: None,
        aimed: vec![],
    };
    let starts = quote.range.start == paragraph.range.start;
    if let Some((source, colon)) = quote
        .paragraph
        .checked_sub(1)
        .filter(|_| starts)
        .and_then(|p| label(doc, doc.paragraphs[p].range))
    {
        draft.source.push(source);
        draft.cue.push(colon);
        draft.origin = Origin::Label;
        return Some(draft);
    }
    let somebody_spoke = drafts.first().is_some_and(|d| d.start() < quote.range.start);
    somebody_spoke.then_some(draft)
}

/// Who speaks, and the words that say so, in a line that only leads to a quotation: "Foreign Office
/// Spokesman Ilmar Tessen:", "He added:". A line that ends in neither a name, a role nor a verb of
/// reporting names no speaker ("A transcript follows:").
fn label(doc: &Doc, line: TextRange) -> Option<(TextRange, TextRange)> {
    let words = line.of(doc.text);
    let name = words.strip_suffix(':')?.trim_end();
    let short = words.len() < 160 && name.split_whitespace().count() <= 14;
    let capital = name.chars().next().is_some_and(char::is_uppercase);
    let plain = capital && !name.contains(['.', '“', '"']) || name.contains("Gen.");
    if !short || !plain {
        return None;
    }
    let last = name.rsplit(char::is_whitespace).next()?;
    let lower = last.to_lowercase();
    let (end, cue) = if has(REPORTING, &lower) {
        let end = line.start + name.len() - last.len();
        (TextRange::new(line.start, end).trim(doc.text).end, end)
    } else {
        let named = last.starts_with(|c: char| c.is_uppercase() || c == '(')
            || [ROLES, GROUPS, ORGANIZATIONS].iter().any(|list| has(list, &lower));
        if !named {
            return None;
        }
        (line.start + name.len(), line.end - 1)
    };
    (end > line.start).then_some((TextRange::new(line.start, end), TextRange::new(cue, line.end)))
}

/// "VENN: We shall see": a line of a transcript, spoken by whom it names.
fn in_a_transcript(doc: &Doc, quote: &Quote) -> bool {
    let words = quote.inner.of(doc.text);
    let name = words.split_once(':').map_or("", |(name, _)| name);
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    letters > 1 && name.len() < 40 && !name.chars().any(char::is_lowercase)
}

fn add_piece(content: &mut Vec<TextRange>, piece: TextRange) {
    // Nearly always the last one: a speech over a thousand paragraphs must not cost a million steps.
    let last = content.last().is_none_or(|last| last.end <= piece.start);
    content.push(piece);
    if !last {
        join(content);
    }
}

/// Overlapping pieces become one.
fn join(content: &mut Vec<TextRange>) {
    content.sort();
    content.dedup_by(|next, kept| {
        let overlap = next.start < kept.end;
        if overlap {
            *kept = kept.cover(*next);
        }
        overlap
    });
}

#[cfg(test)]
mod tests {
    use crate::testing::read;

    fn contents(text: &str) -> Vec<Vec<String>> {
        read(text).iter().map(|s| s.content.iter().map(|c| c.exact.clone()).collect()).collect()
    }

    #[test]
    fn a_quotation_broken_by_its_attribution_is_one_statement() {
        let text = "{q:“We left in May,”} {c:said} {s:Ilmar Tessen}, 40, a baker in Lund. “Nobody asked us to stay.”";
        assert_eq!(contents(text), [["“We left in May,”", "“Nobody asked us to stay.”"]]);
    }

    #[test]
    fn one_that_runs_on_over_paragraphs_is_one_statement() {
        let text = "{q:“We left in May,”} {c:said} {s:Ilmar Tessen}. “It was a hard month.\n“Nobody asked us to stay on.”";
        assert_eq!(
            contents(text),
            [["“We left in May,”", "“It was a hard month.", "“Nobody asked us to stay on.”"]]
        );
    }

    #[test]
    fn one_that_stands_alone_takes_the_speaker_before() {
        let text =
            "{q:“We left in May,”} {c:said} {s:Ilmar Tessen}.\n“Nobody asked us to stay on.”";
        let found = read(text);
        assert_eq!(found.len(), 2);
        assert!(found[1].source.is_empty() && found[1].cue.is_empty());
        assert_eq!(found[1].speaker.name, "Ilmar Tessen");
        assert_eq!(found[1].speaker.resolved_from, gainsay_record::Resolution::Continuation);
        assert_eq!(found[1].made_by, "rule quotation");
    }

    #[test]
    fn one_in_single_marks_is_a_paragraph_of_its_own() {
        let text = "{q:‘We left in May,’} {c:said} {s:Ilmar Tessen}.\n\
                    ‘They’ll find that nobody asked us to stay.’\n‘Nobody Asked’ was a song.\n\
                    ‘A Song of the North.’";
        assert_eq!(
            contents(text),
            [["‘We left in May,’"], ["‘They’ll find that nobody asked us to stay.’"]]
        );
    }

    #[test]
    fn a_line_with_a_colon_introduces_the_quotation_after_it() {
        let found = read("Foreign Office Spokesman Ilmar Tessen:\n“Nobody asked us to stay on.”");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].speaker.name, "Ilmar Tessen");
        assert_eq!(found[0].cue[0].exact, ":");
        let found = read(
            "{s:Tessen} {c:said} {q:so}.\nThe Daily Lantern reports:\n“Nobody asked us to stay.”",
        );
        assert_eq!(found[1].speaker.name, "Daily Lantern");
        assert_eq!(found[1].cue[0].exact, "reports:");
    }

    #[test]
    fn a_line_that_names_nobody_introduces_no_speaker() {
        let found = read("A full transcript follows:\n“Nobody asked us to stay on.”");
        assert_eq!(found, []);
    }

    #[test]
    fn a_transcript_in_marks_is_not_one_speech() {
        let text =
            "{s:Tessen} {c:said} {q:so}.\n“VENN: Will you be there?\n“TESSEN: I will be there.";
        assert_eq!(read(text).len(), 1);
    }

    #[test]
    fn words_in_marks_are_no_statement() {
        assert!(
            read("{s:Tessen} {c:said} {q:so}.\n“Veritable arm”\nThe “special” day.").len() == 1
        );
    }
}
