//! What is compared of a statement.

use std::collections::BTreeSet;
use std::sync::Arc;

use gainsay_record::{Act, Form, Id, Mode, Resolution, Speaker, Statement, TextRange, ZoneKind};

use crate::incremental::{anytime, timed};
use crate::name::key;
use crate::place::{Day, Place, day};
use crate::stories::Topic;
use crate::words::{RARE, hash, hash_numbers, words};

/// Two reports of one utterance that have few words in common are at most so many days apart.
pub(super) const DAYS: i32 = 7;
/// Words in a row that find others of the same days. Whatever was printed before and after has stock
/// phrases in common with them, the more the longer a dossier goes back …
const SHINGLE: usize = 5;
/// … but no sentence: so many words in a row find others whenever they were printed.
pub(super) const SENTENCE: usize = 10;
/// Of so many rows in a row one is a key, so that every eight words shared within days are found, and
/// every thirteen at any time.
const WINDOW: usize = 4;
/// Rare words, and pairs of neighbouring words, under which a statement is found.
const SINGLE: usize = 6;
const PAIRS: usize = 8;
/// Rows of three quoted words under which it is found; the hash chooses.
const QUOTED: usize = 6;
/// Statements of one article that meet whatever their words: a quotation and what leads to it.
const NEAR: u32 = 6;

/// A statement as it is compared with others.
#[derive(Debug, Clone, PartialEq)]
pub struct Utterance {
    pub(super) place: Place,
    pub(super) said: Day,
    pub(super) headline: bool,
    pub(super) voice: Voice,
    pub(super) addressee: Option<String>,
    pub(super) words: Vec<Said>,
    /// Stems of the words of the cue with their weight: "endorsed" may say all there is.
    pub(super) cue: Vec<(u64, u8)>,
    /// Whether something is denied, refused or negated.
    pub(super) negated: bool,
    pub(super) act: Act,
    pub(super) mode: Mode,
    /// At whom it is aimed, as keys.
    pub(super) targets: BTreeSet<String>,
    /// The stems of the names in the content, without the speaker's own.
    pub(super) names: BTreeSet<u64>,
    /// From its first word to its last, in code points.
    pub(super) extent: (usize, usize),
    pub(super) about: Arc<Topic>,
}

/// Who speaks, as far as names go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Voice {
    /// The key of the name, or none where the speaker is not known.
    pub key: Option<String>,
    /// Known by a description that means somebody in this article alone.
    pub described: bool,
    pub speaks_for: Vec<String>,
}

/// One word of the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    pub exact: u64,
    pub stem: u64,
    pub weight: u8,
    pub quoted: bool,
    pub number: bool,
    /// Whether it begins a piece: no row of words runs over it.
    pub begins: bool,
}

impl Utterance {
    /// What of a statement is compared, given its place and what its article is about.
    pub fn of(place: Place, statement: &Statement, about: &Arc<Topic>) -> Self {
        let voice = Voice::of(&statement.speaker);
        // That a speaker's name stands in his words proves nothing beyond the speaker.
        let own: BTreeSet<u64> = words(&statement.speaker.name).iter().map(|w| w.stem).collect();
        let proves = |stem: u64, weight: u8| if own.contains(&stem) { 0 } else { weight };
        let mut said = Vec::new();
        let mut negated = false;
        let mut names = BTreeSet::new();
        for piece in &statement.content {
            let text = piece.exact.as_str();
            let quoted = quotations(text);
            let direct = statement.form == Form::Direct;
            for (at, word) in words(text).into_iter().enumerate() {
                negated |= is_negation(word.range.of(text));
                if word.name && !own.contains(&word.stem) {
                    names.insert(word.stem);
                }
                said.push(Said {
                    exact: word.exact,
                    stem: word.stem,
                    weight: proves(word.stem, word.weight),
                    quoted: direct || quoted.iter().any(|range| range.contains(word.range)),
                    number: word.number,
                    begins: at == 0,
                });
            }
        }
        let mut cue = Vec::new();
        for piece in &statement.cue {
            for word in words(&piece.exact) {
                negated |= is_negation(word.range.of(&piece.exact));
                cue.push((word.stem, proves(word.stem, word.weight)));
            }
        }
        let all = || statement.source.iter().chain(&statement.cue).chain(&statement.content);
        let start = all().map(|span| span.start).min().unwrap_or(0);
        Utterance {
            extent: (start, all().map(|span| span.end).max().unwrap_or(start)),
            act: statement.act,
            mode: statement.mode,
            targets: statement.targets.iter().filter_map(|target| key(&target.name)).collect(),
            names,
            place,
            said: statement.said.as_ref().and_then(day),
            headline: matches!(statement.zone, ZoneKind::Headline | ZoneKind::Standfirst),
            voice,
            addressee: statement.addressee.as_ref().and_then(|party| key(&party.name)),
            words: said,
            cue,
            negated,
            about: Arc::clone(about),
        }
    }

    /// Where it stands among the others.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The article it stands in.
    pub fn article(&self) -> &Id {
        self.place.article()
    }

    /// Whether most of it stands within quotation marks.
    pub(super) fn quotes(&self) -> bool {
        self.words.iter().filter(|word| word.quoted).count() * 2 > self.words.len()
    }
}

impl Voice {
    fn of(speaker: &Speaker) -> Self {
        let known = speaker.name != Speaker::UNKNOWN;
        Voice {
            key: key(&speaker.name).filter(|_| known),
            described: speaker.resolved_from == Resolution::Description,
            speaks_for: speaker.speaks_for.iter().filter_map(|name| key(name)).collect(),
        }
    }

    /// The last word of the name: what "Mullen" and "Mike Mullen" have in common.
    pub(super) fn last(&self) -> Option<&str> {
        self.key.as_deref().and_then(|key| key.split(' ').next_back())
    }
}

/// The keys under which a statement is found: rows of its words, short ones [`timed`] and long ones not
/// (chosen as Schleimer, Wilkerson & Aiken 2003 choose fingerprints, "Winnowing"), its speaker with rare words and with neighbouring
/// words ([`timed`]), its neighbourhood in the article, since a lead may name its speaker otherwise, and
/// its speaker with a wider one.
pub fn keys(of: &Utterance) -> Vec<u64> {
    let mut found: BTreeSet<u64> = rows(&of.words, SHINGLE).into_iter().map(timed).collect();
    found.extend(rows(&of.words, SENTENCE).into_iter().map(anytime));
    let article = hash("article", [of.article().digits().as_bytes()]);
    for next in [0, 1] {
        let near = u64::from(of.place.position() / NEAR + next);
        found.insert(anytime(hash_numbers(10, [article, near])));
    }
    let Some(last) = of.voice.last() else { return found.into_iter().collect() };
    let speaker = hash("speaker", [last.as_bytes()]);
    let telling: Vec<(u64, u8)> = of
        .cue
        .iter()
        .copied()
        .chain(of.words.iter().map(|word| (word.stem, word.weight)))
        .filter(|&(_, weight)| weight > 0)
        .collect();
    let mut single: Vec<(u8, u64)> =
        telling.iter().filter(|(_, weight)| *weight > 1).map(|&(s, w)| (RARE - w, s)).collect();
    let mut pairs: Vec<(u8, u64)> = telling
        .windows(2)
        .map(|pair| {
            let [(a, m), (b, n)] = [pair[0], pair[1]];
            (2 * RARE - m - n, hash_numbers(4, [a.min(b), a.max(b)]))
        })
        .collect();
    for list in [&mut single, &mut pairs] {
        list.sort_unstable();
        list.dedup();
    }
    for &(_, word) in single.iter().take(SINGLE).chain(pairs.iter().take(PAIRS)) {
        found.insert(timed(hash_numbers(6, [speaker, word])));
    }
    // "not quite there yet" has no rare word, but within quotation marks it is the speaker's.
    let quoted: BTreeSet<u64> = of
        .words
        .windows(3)
        .filter(|row| row.iter().all(|word| word.quoted) && !row[1..].iter().any(|w| w.begins))
        .map(|row| hash_numbers(9, row.iter().map(|word| word.exact)))
        .collect();
    found.extend(quoted.iter().take(QUOTED).map(|&row| timed(hash_numbers(6, [speaker, row]))));
    for next in [0, 1] {
        let near = u64::from(of.place.position() / (2 * NEAR) + next);
        found.insert(anytime(hash_numbers(7, [speaker, article, near])));
    }
    found.into_iter().collect()
}

/// Of the rows of so many words some, the same ones wherever a stretch of text stands.
fn rows(words: &[Said], length: usize) -> BTreeSet<u64> {
    let mut found = BTreeSet::new();
    for piece in words.chunk_by(|_, next| !next.begins) {
        let rows: Vec<u64> = piece
            .windows(length)
            .map(|row| {
                let proves: u32 = row.iter().map(|word| u32::from(word.weight)).sum();
                let row = hash_numbers(8, row.iter().map(|word| word.exact));
                // "that he would be a" is nobody's utterance.
                if proves < 4 { u64::MAX } else { row }
            })
            .collect();
        let chosen = rows.windows(WINDOW.min(rows.len()).max(1)).filter_map(|w| w.iter().min());
        found.extend(chosen.filter(|&&row| row != u64::MAX));
    }
    found
}

fn is_negation(word: &str) -> bool {
    let word = word.to_lowercase();
    let stems = ["den", "refus", "reject", "declin", "disput", "dismiss"];
    matches!(word.as_str(), "not" | "no" | "never" | "cannot" | "none" | "nor" | "without" | "yet")
        || word.ends_with("n't")
        || word.ends_with("n’t")
        || (word.len() < 12 && stems.iter().any(|stem| word.starts_with(stem)))
            && !word.starts_with("dens")
            && !word.starts_with("dent")
}

/// The stretches of a piece that stand within quotation marks; one that is not closed runs to the
/// end.
pub(super) fn quotations(text: &str) -> Vec<TextRange> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let mut end = at + c.len_utf8();
        let mut next = chars.peek().map_or(' ', |&(_, next)| next);
        let mark = match c {
            '“' | '”' | '"' => '"',
            // Two apostrophes are a quotation mark to some.
            '\'' | '`' if next == c => {
                chars.next();
                end += 1;
                next = chars.peek().map_or(' ', |&(_, next)| next);
                '"'
            }
            '‘' | '\'' if !before.is_alphanumeric() && next.is_alphanumeric() => '‘',
            '’' | '\'' if !next.is_alphanumeric() => '’',
            _ => ' ',
        };
        before = c;
        match (open, mark) {
            (None, '"' | '‘') => open = Some((end, mark)),
            (Some((start, '"')), '"') | (Some((start, '‘')), '’') => {
                found.push(TextRange::new(start, at));
                open = None;
            }
            _ => {}
        }
    }
    found.extend(open.map(|(start, _)| TextRange::new(start, text.len())));
    found
}
