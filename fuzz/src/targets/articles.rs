//! Articles of every kind of input, with statements by the model or at random.

use std::sync::OnceLock;

use gainsay_language::{Attribution, Tagger};
use gainsay_reader::read_all;
use gainsay_record::{Article, Line, Statement, TextRange};

use crate::chance::Chance;

/// The model reads one case in so many: it takes as long as a thousand without.
const MODEL: usize = 400;

pub fn text(bytes: &[u8]) -> Result<(), String> {
    all("a.txt", bytes)
}

pub fn page(bytes: &[u8]) -> Result<(), String> {
    all("a.html", bytes)
}

pub fn lines(bytes: &[u8]) -> Result<(), String> {
    all("a.jsonl", bytes)
}

fn all(path: &str, bytes: &[u8]) -> Result<(), String> {
    let mut chance = Chance::of(bytes);
    for article in read_all(path, bytes) {
        let article = match article {
            Ok(article) => article,
            Err(error) if error.to_string().is_empty() => return Err("an empty error".to_owned()),
            Err(_) => continue,
        };
        zones(&article)?;
        statements(&article, &random(&article, &mut chance))?;
        if chance.one_in(MODEL) && article.text.len() < 4_000 {
            static TAGGER: OnceLock<Option<Tagger>> = OnceLock::new();
            let tagger = TAGGER.get_or_init(|| Tagger::embedded().ok());
            let tagger = tagger.as_ref().ok_or("the model cannot be loaded")?;
            let found = gainsay_statements::extract(tagger, &article).map_err(|e| e.to_string())?;
            statements(&article, &found.statements)?;
        }
    }
    Ok(())
}

fn zones(article: &Article) -> Result<(), String> {
    let text = article.text.as_str();
    let mut end = 0;
    for zone in &article.zones {
        let range = zone.range;
        if range.start < end || range.is_empty() || range.end > text.len() {
            return Err(format!("zone {range:?} is empty, outside or overlaps"));
        }
        // Slicing panics off character boundaries.
        if range.trim(text) != range {
            return Err(format!("zone {:?} is not trimmed", range.of(text)));
        }
        end = range.end;
    }
    match article.published.as_ref().and_then(|date| date.span.as_ref()) {
        Some(span) => article.text.range_of(span).map(drop).map_err(|e| e.to_string()),
        None => Ok(()),
    }
}

/// Whether every span stands in the text, every probability is one, and the line can be printed.
fn statements(article: &Article, found: &[Statement]) -> Result<(), String> {
    let id = article.id();
    for statement in found {
        for span in statement.spans() {
            article.text.range_of(span).map_err(|e| e.to_string())?;
        }
        let Statement { source, cue, content, .. } = statement;
        if statement.id != Statement::id_of(&id, source, cue, content) {
            return Err(format!("the id of {content:?} is not made from it"));
        }
        for value in [statement.confidence, statement.act_confidence] {
            if !(0.0..=1.0).contains(&value) {
                return Err(format!("{value} is no probability"));
            }
        }
        if statement.speaker.name.trim().is_empty() {
            return Err("a speaker without a name".to_owned());
        }
    }
    let times = gainsay_statements::times(article);
    for time in &times {
        // Slicing panics outside the text.
        let _ = time.range.of(article.text.as_str());
    }
    let line = Line { article, statements: found, with_text: true, mentions: None, times: None };
    serde_json::to_string(&line).map(drop).map_err(|e| e.to_string())
}

/// Statements whose source, cue and content stand anywhere: about words that attribute, mostly.
pub fn random(article: &Article, chance: &mut Chance) -> Vec<Statement> {
    let text = article.text.as_str();
    let speaks = article.zones.iter().filter(|zone| zone.kind.speaks());
    let words: Vec<TextRange> = speaks.flat_map(|zone| words(text, zone.range)).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let cues: Vec<usize> =
        (0..words.len()).filter(|&at| CUES.contains(&words[at].of(text))).collect();
    let mut attributions = Vec::new();
    for _ in 0..chance.below(8) {
        let cue = match cues.is_empty() || chance.one_in(4) {
            true => chance.below(words.len()),
            false => *chance.pick(&cues),
        };
        let run = |chance: &mut Chance, from: usize, most: usize| -> Vec<TextRange> {
            let last = (from + chance.below(most)).min(words.len() - 1);
            vec![words[from.min(last)].cover(words[last])]
        };
        let before = cue.saturating_sub(1 + chance.below(5));
        let mut of = Attribution { confidence: 0.8, ..Attribution::default() };
        if !chance.one_in(6) {
            of.source = run(chance, before, 4);
        }
        if !chance.one_in(9) {
            of.cue = run(chance, cue, 2);
        }
        let after = if chance.one_in(3) { chance.below(words.len()) } else { cue + 1 };
        of.content = run(chance, after.min(words.len() - 1), 25);
        if chance.one_in(4) {
            let again = chance.below(words.len());
            of.content.extend(run(chance, again, 6));
        }
        if chance.one_in(3) {
            let target = chance.below(words.len());
            of.targets = run(chance, target, 3).into_iter().map(|range| (range, 0.6)).collect();
        }
        attributions.push(of);
    }
    gainsay_statements::statements(article, &attributions, "chance")
}

const CUES: [&str; 12] = [
    "said",
    "says",
    "told",
    "denied",
    "accused",
    "according",
    "rejected",
    "warned",
    "asked",
    "claimed",
    "insisted",
    "that",
];

fn words(text: &str, zone: TextRange) -> Vec<TextRange> {
    let mut found = Vec::new();
    let mut at = zone.start;
    for word in zone.of(text).split_inclusive(char::is_whitespace) {
        let range = TextRange::new(at, at + word.len()).trim(text);
        at += word.len();
        if !range.is_empty() {
            found.push(range);
        }
    }
    found
}
