//! What a correction hangs on: content, never a row's number.

use gainsay_record::{Digest, Id, Span, Statement, Text, TextRange};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// How many code points on either side of a span are kept to find it again in another extraction
/// of the same page.
const AROUND: usize = 32;

/// The SHA-256 of a text, as 64 hexadecimal digits: the article as a correction knows it. Its id
/// is made from its outlet and title too, which a new version may read differently.
pub fn fingerprint(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An article, by content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleAnchor {
    /// [`fingerprint`] of its text.
    pub text: String,
    /// Fingerprints of the inputs (files, lines of JSON Lines) that it was read from, in order.
    pub inputs: Vec<String>,
    /// Who published it, for those who read the log.
    pub outlet: Option<String>,
    /// Its headline, for those who read the log.
    pub title: Option<String>,
}

/// A statement, by content: its article, its words, and what stands around them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Anchor {
    /// The article.
    #[serde(flatten)]
    pub article: ArticleAnchor,
    /// The statement as it was when it was corrected.
    pub statement: Statement,
    /// What stands before and after each span of source, cue and content, in this order.
    pub around: Vec<(String, String)>,
}

/// A party, by name; one that has no name of its own ("an official") also by the article that it
/// is somebody in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Name {
    /// The name as statements have it.
    pub name: String,
    /// [`fingerprint`] of the article's text, where the name means nobody elsewhere.
    pub text: Option<String>,
}

impl Anchor {
    /// The anchor of a statement of the article with this text.
    pub fn new(article: ArticleAnchor, text: &Text, statement: &Statement) -> Self {
        let around = places(statement).map(|span| around(text, span)).collect();
        Anchor { article, statement: statement.clone(), around }
    }

    /// The statement at its place in `text`: as it was where the text is the same; found again by
    /// its words and what stands around them where the text was extracted anew from the same
    /// input. `None` where the words are not there, or in more than one place.
    pub fn locate(&self, text: &Text, fingerprint: &str, inputs: &[String]) -> Option<Statement> {
        if self.article.text == fingerprint {
            let all_there = self.statement.spans().all(|span| text.range_of(span).is_ok());
            return all_there.then(|| self.statement.clone());
        }
        if !self.article.inputs.iter().any(|input| inputs.contains(input)) {
            return None;
        }
        let mut statement = self.statement.clone();
        let mut around = self.around.iter();
        for spans in [&mut statement.source, &mut statement.cue, &mut statement.content] {
            for span in spans {
                *span = find(text, span, around.next()?)?;
            }
        }
        // What names the others has no context of its own: the names stay, their places go.
        statement.via.iter_mut().for_each(|party| party.spans.clear());
        statement.targets.iter_mut().for_each(|party| party.spans.clear());
        statement.addressee.iter_mut().for_each(|party| party.spans.clear());
        statement.said.iter_mut().for_each(|date| date.span = None);
        Some(statement)
    }

    /// The words it hangs on, as one reads them.
    pub fn words(&self) -> String {
        let Statement { source, cue, content, .. } = &self.statement;
        let spans = [content, cue, source].into_iter().find(|spans| !spans.is_empty());
        let words = spans.into_iter().flatten().map(|span| span.exact.as_str());
        words.collect::<Vec<_>>().join(" … ")
    }
}

/// The spans that say which statement it is.
fn places(statement: &Statement) -> impl Iterator<Item = &Span> {
    statement.source.iter().chain(&statement.cue).chain(&statement.content)
}

fn around(text: &Text, span: &Span) -> (String, String) {
    let Ok(range) = text.range_of(span) else { return Default::default() };
    let before = &text.as_str()[..range.start];
    let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let after = text.as_str()[range.end..].chars().take(AROUND).collect();
    (before[from..].to_owned(), after)
}

/// The one place where the words stand in the same surroundings.
fn find(text: &Text, span: &Span, (before, after): &(String, String)) -> Option<Span> {
    let sought = format!("{before}{}{after}", span.exact);
    let mut places = text.as_str().match_indices(&sought);
    let (at, _) = places.next()?;
    // Overlapping occurrences count too: one that begins within the first is a second place.
    let step = sought.chars().next().map_or(1, char::len_utf8);
    if text.as_str()[at + step..].contains(&sought) {
        return None;
    }
    let start = at + before.len();
    Some(text.span(TextRange::new(start, start + span.exact.len())))
}

/// How much of the places of two lists of spans is shared: 1 where they are the same, 0 where they
/// share nothing or one is empty.
pub(crate) fn shared(a: &[Span], b: &[Span]) -> f64 {
    let length = |spans: &[Span]| spans.iter().map(|span| span.end - span.start).sum::<usize>();
    let common: usize = a
        .iter()
        .flat_map(|a| b.iter().map(move |b| a.end.min(b.end).saturating_sub(a.start.max(b.start))))
        .sum();
    let either = length(a) + length(b) - common.min(length(a) + length(b));
    if either == 0 { 0.0 } else { common as f64 / either as f64 }
}

/// The id of an article that a test or an importer makes: not used to find anything.
pub(crate) fn id_of(parts: &[&str]) -> Id {
    parts.iter().fold(Digest::new("correction"), |digest, part| digest.part(part)).id()
}
