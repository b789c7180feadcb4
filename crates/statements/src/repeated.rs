//! Quotations in headings that the text below has, too: ‘They came with saws’, over an article in which
//! somebody is quoted as saying so.

use gainsay_record::{TextRange, ZoneKind};

use crate::assemble::{Draft, Origin, in_order};
use crate::doc::{Doc, Shape};
use crate::quotes::{Quote, inside};
use crate::standalone::CONFIDENCE;

/// Of fewer words it may be anybody's.
const WORDS: usize = 2;

/// Adds the quotations of headings that no draft has and whose words are quoted in one below; but not of
/// those between paragraphs, which only break the text. `drafts` are in text order, and are again
/// afterwards.
pub(crate) fn add(doc: &Doc, quotes: &[Quote], drafts: &mut Vec<Draft>) {
    let heading = |quote: &&Quote| {
        matches!(
            doc.paragraphs[quote.paragraph].kind,
            ZoneKind::Headline | ZoneKind::Standfirst | ZoneKind::Caption
        )
    };
    let mut free: Vec<&Quote> = quotes.iter().filter(heading).collect();
    free.retain(|quote| {
        let taken = |range: &TextRange| range.overlaps(quote.range);
        !drafts.iter().any(|d| d.source.iter().chain(&d.cue).chain(&d.content).any(taken))
    });
    if free.is_empty() {
        return;
    }
    let mut found = Vec::new();
    for quote in free {
        let words = words(doc, quote.inner);
        if words.len() < WORDS {
            continue;
        }
        let below = drafts.iter().filter(|draft| draft.zone == ZoneKind::Body);
        let said = |draft: &Draft| {
            draft.content.iter().find_map(|&piece| said_in(doc, quotes, piece, &words))
        };
        let Some((draft, place)) = below.filter_map(|d| said(d).map(|place| (d, place))).next()
        else {
            continue;
        };
        found.push(Draft {
            source: vec![],
            cue: vec![],
            content: vec![quote.range],
            confidence: CONFIDENCE,
            origin: Origin::Repeated(place),
            zone: doc.paragraphs[quote.paragraph].kind,
            acts: draft.acts,
            aimed: vec![],
        });
    }
    drafts.extend(found);
    in_order(drafts);
}

/// Where a content has these words, one after another and within quotation marks.
fn said_in(doc: &Doc, quotes: &[Quote], content: TextRange, these: &[&str]) -> Option<usize> {
    let tokens: Vec<usize> = spoken(doc, content).collect();
    let run = tokens
        .windows(these.len())
        .find(|run| run.iter().zip(these).all(|(&t, word)| doc.word(t) == *word))?;
    let place = doc.tokens[run[0]].range.start;
    inside(quotes, place).then_some(place)
}

fn words<'d>(doc: &'d Doc, range: TextRange) -> Vec<&'d str> {
    spoken(doc, range).map(|t| doc.word(t)).collect()
}

/// Its tokens without the marks.
fn spoken(doc: &Doc, range: TextRange) -> impl Iterator<Item = usize> {
    doc.tokens_in(range).filter(|&t| doc.tokens[t].shape != Shape::Mark)
}

#[cfg(test)]
mod tests {
    use gainsay_record::Resolution;

    use crate::testing::read_headed as read;

    #[test]
    fn a_quotation_over_the_article_is_of_whoever_says_it_below() {
        let found = read(
            "‘They came with saws’\n\
             {s1:Orla Venn} {c1:said} {q1:the trees were old}.\n\
             {q2:“They came with saws at dawn,”} {c2:said} {s2:Ilmar Tessen}.",
        );
        let [over, ..] = &found[..] else { panic!("{found:?}") };
        assert_eq!(
            (&*over.content[0].exact, &*over.speaker.name),
            ("‘They came with saws’", "Ilmar Tessen")
        );
        assert!(over.source.is_empty() && over.speaker.resolved_from == Resolution::Coreference);
    }

    #[test]
    fn one_that_nobody_says_below_is_left_alone() {
        let below = "{s:Orla Venn} {c:said} {q:they came with saws at dawn}.";
        assert_eq!(read(&format!("‘They came with axes’\n{below}")).len(), 1);
        // Told, not quoted: whose words they are is not known.
        assert_eq!(read(&format!("‘They came with saws’\n{below}")).len(), 1);
    }
}
