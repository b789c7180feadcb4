//! What speaks for two statements being one utterance, and what against it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::utterance::{Said, Utterance, Voice};
use crate::stories::likeness;
use crate::words::{hash_numbers, words};

/// How the speakers of two statements are related.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speakers {
    /// One party under one name.
    Same,
    /// One gives the surname of the other.
    Short,
    /// One speaks for the other.
    SpeaksFor,
    /// One of them is not known, or is somebody of his article alone.
    Unclear,
    /// Two parties.
    Two,
}

/// What two statements have in common. All shares are from 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Who speaks.
    pub speakers: Speakers,
    /// How much of the telling words of the poorer one the other has.
    pub contained: f32,
    /// How much of the telling words of both is common.
    pub common: f32,
    /// How telling the common words are.
    pub shared: f32,
    /// The longest row of words in both.
    pub run: Run,
    /// The longest row of words that both have within quotation marks.
    pub quoted: Run,
    /// How much of the shorter quotation that row is: all of it where one quotes a fragment of what
    /// the other quotes.
    pub fragment: f32,
    /// How many of the shorter one's rows of three words the other has.
    pub rows: f32,
    /// The same of the longer one's.
    pub rows_of_longer: f32,
    /// How telling the words of the poorer one are, together.
    pub poorer: f32,
    /// In one article, so many statements apart.
    pub near: Option<u32>,
    /// One of them is in a headline or standfirst.
    pub headline: bool,
    /// One is a quotation, the other not.
    pub one_quotes: bool,
    /// Both are quotations.
    pub both_quote: bool,
    /// How alike their articles are.
    pub surroundings: f32,
    /// Days between the reports, where both are dated.
    pub days: Option<i32>,
    /// Both are said to have been uttered on a day, and it is another, more than one day away:
    /// clocks and editions differ by one.
    pub other_day: bool,
    /// Both have an addressee, and it is another.
    pub other_addressee: bool,
    /// Both have figures, and none is the same.
    pub other_figures: bool,
    /// The later one is told as something more: "added", "continued", "also said".
    pub adds: bool,
    /// The cue of the earlier one tells what was said ("slammed"), that of the later only that it
    /// was: what leads to a quotation.
    pub leads: bool,
    /// The earlier one is told as something more.
    pub first_adds: bool,
    /// One denies, refuses or negates, the other does not.
    pub one_negates: bool,
    /// Both do the same.
    pub same_act: bool,
    /// One tells what was uttered, the other what is thought.
    pub other_mode: bool,
    /// Both are aimed at one party.
    pub same_target: bool,
    /// Names in the words of both.
    pub names: usize,
    /// Both have names, and none is the same.
    pub other_names: bool,
    /// How many words the shorter one has.
    pub shorter: usize,
    /// What share that is of the words of the longer one.
    pub length: f32,
    /// Both are in a headline or standfirst.
    pub both_headline: bool,
    /// One of them opens the article that both stand in.
    pub opens: bool,
    /// A part of either is quoted, and no more.
    pub quotes_some: bool,
    /// Nothing of either is quoted.
    pub none_quotes: bool,
    /// What stands first in the article tells, what follows quotes.
    pub told_then_quoted: bool,
    /// How many code points lie between the two in one article; none where they overlap.
    pub gap: Option<usize>,
}

/// Words in a row that two statements share.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Run {
    /// How telling they are: what each word proves, and one for each two words, since a row of
    /// plain words in the same order proves something too.
    pub weight: u32,
    /// How many.
    pub words: u32,
}

/// Compares two statements, the one published first first.
pub fn evidence(a: &Utterance, b: &Utterance) -> Evidence {
    let same_article = a.article() == b.article();
    let (bag_a, bag_b) = (bag(a), bag(b));
    let (of_a, of_b) = (sum(&bag_a), sum(&bag_b));
    let mut shared = 0.0;
    for (stem, &weight) in &bag_a {
        shared += bag_b.get(stem).map_or(0, |&other| weight.min(other)) as f32;
    }
    let poorer = of_a.min(of_b);
    let (run, quoted) = runs(&a.words, &b.words);
    let (rows, rows_of_longer) = rows(&a.words, &b.words);
    let quoting = |of: &Utterance| of.words.iter().filter(|word| word.quoted).count();
    let shorter = quoting(a).min(quoting(b)).max(1);
    let figures = |of: &Utterance| -> Vec<u64> {
        of.words.iter().filter(|word| word.number).map(|word| word.exact).collect()
    };
    let (figures_a, figures_b) = (figures(a), figures(b));
    let (names_a, names_b) = (&a.names, &b.names);
    let names = names_a.intersection(names_b).count();
    let (long, short) = (a.words.len().max(b.words.len()), a.words.len().min(b.words.len()));
    let some = |of: &Utterance| of.words.iter().any(|word| word.quoted);
    let differ = |a: Option<&String>, b: Option<&String>| a.zip(b).is_some_and(|(a, b)| a != b);
    Evidence {
        speakers: speakers(&a.voice, &b.voice, same_article),
        contained: if poorer > 0.0 { shared / poorer } else { 0.0 },
        common: if shared > 0.0 { shared / (of_a + of_b - shared) } else { 0.0 },
        shared,
        run,
        quoted,
        fragment: if quoted.weight < 2 { 0.0 } else { quoted.words as f32 / shorter as f32 },
        rows,
        rows_of_longer,
        poorer,
        near: same_article.then(|| a.place.position().abs_diff(b.place.position())),
        headline: a.headline != b.headline,
        one_quotes: a.quotes() != b.quotes(),
        both_quote: a.quotes() && b.quotes(),
        surroundings: if same_article { 1.0 } else { likeness(&a.about, &b.about) },
        days: a.place.day().zip(b.place.day()).map(|(a, b)| (a - b).abs()),
        other_day: a.said.zip(b.said).is_some_and(|(a, b)| (a - b).abs() > 1),
        other_addressee: differ(a.addressee.as_ref(), b.addressee.as_ref()),
        other_figures: !figures_a.is_empty()
            && !figures_b.is_empty()
            && !figures_a.iter().any(|figure| figures_b.contains(figure)),
        adds: b.cue.iter().any(|(stem, _)| ADDS.contains(stem)),
        leads: tells(a) && !tells(b),
        first_adds: a.cue.iter().any(|(stem, _)| ADDS.contains(stem)),
        one_negates: a.negated != b.negated,
        same_act: a.act == b.act,
        other_mode: a.mode != b.mode,
        same_target: a.targets.intersection(&b.targets).next().is_some(),
        names,
        other_names: names == 0 && !names_a.is_empty() && !names_b.is_empty(),
        shorter: short,
        length: short as f32 / long.max(1) as f32,
        both_headline: a.headline && b.headline,
        opens: same_article && a.place.position().min(b.place.position()) <= 1,
        quotes_some: (some(a) && !a.quotes()) || (some(b) && !b.quotes()),
        none_quotes: !some(a) && !some(b),
        told_then_quoted: same_article && !a.quotes() && b.quotes(),
        gap: between(a.extent, b.extent).filter(|_| same_article),
    }
}

/// What lies between two extents that do not overlap.
fn between(a: (usize, usize), b: (usize, usize)) -> Option<usize> {
    b.0.checked_sub(a.1).or_else(|| a.0.checked_sub(b.1))
}

/// Stems of cues that go on from what was said before.
static ADDS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    words("added continued also further went separately later again")
        .iter()
        .map(|w| w.stem)
        .collect()
});

fn tells(of: &Utterance) -> bool {
    of.cue.iter().any(|&(_, weight)| weight > 1)
}

/// Who two speakers are to one another.
pub(super) fn speakers(a: &Voice, b: &Voice, same_article: bool) -> Speakers {
    let (Some(one), Some(other)) = (&a.key, &b.key) else { return Speakers::Unclear };
    if one == other {
        let local = a.described && b.described && !same_article;
        return if local { Speakers::Unclear } else { Speakers::Same };
    }
    if a.speaks_for.contains(other) || b.speaks_for.contains(one) {
        return Speakers::SpeaksFor;
    }
    // "Mike", "M." and "Michael": one initial. Who shares that too and says the same is the same.
    let first = |name: &str| name.chars().next();
    let one_word = |name: &str| !name.contains(' ');
    if a.last() == b.last() && (one_word(one) || one_word(other) || first(one) == first(other)) {
        return Speakers::Short;
    }
    if a.described || b.described { Speakers::Unclear } else { Speakers::Two }
}

/// The telling stems of a statement, each once with its weight.
fn bag(of: &Utterance) -> BTreeMap<u64, u8> {
    let mut bag = BTreeMap::new();
    let words = of.words.iter().map(|word| (word.stem, word.weight));
    for (stem, weight) in words.chain(of.cue.iter().copied()).filter(|&(_, weight)| weight > 0) {
        let known = bag.entry(stem).or_insert(weight);
        *known = weight.max(*known);
    }
    bag
}

fn sum(bag: &BTreeMap<u64, u8>) -> f32 {
    bag.values().map(|&weight| f32::from(weight)).sum()
}

/// The most telling row of words in both, and the most telling that both quote.
fn runs(a: &[Said], b: &[Said]) -> (Run, Run) {
    let (mut best, mut quoted) = (Run::default(), Run::default());
    let none = (Run::default(), Run::default());
    // The rows that end at each word of `b` and at the word of `a` before.
    let mut above = vec![none; b.len() + 1];
    for x in a {
        let mut row = vec![none; b.len() + 1];
        for (at, y) in b.iter().enumerate().filter(|(_, y)| y.exact == x.exact) {
            let before = if x.begins || y.begins { none } else { above[at] };
            let longer = |run: Run| Run {
                weight: run.weight + u32::from(x.weight.min(y.weight)) + run.words % 2,
                words: run.words + 1,
            };
            let run = longer(before.0);
            let both = if x.quoted && y.quoted { longer(before.1) } else { Run::default() };
            row[at + 1] = (run, both);
            best = better(best, run);
            quoted = better(quoted, both);
        }
        above = row;
    }
    (best, quoted)
}

fn better(a: Run, b: Run) -> Run {
    if (b.weight, b.words) > (a.weight, a.words) { b } else { a }
}

/// The share of the rows of three words of either that the other has: of the shorter, then of the
/// longer. Statements of two words are taken for one row.
fn rows(a: &[Said], b: &[Said]) -> (f32, f32) {
    let rows = |of: &[Said]| -> Vec<u64> {
        let width = of.len().clamp(1, 3);
        let row = |row: &[Said]| hash_numbers(3, row.iter().map(|word| word.exact));
        let mut rows: Vec<u64> = of.windows(width).map(row).collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    };
    let (a, b) = (rows(a), rows(b));
    let shared = a.iter().filter(|row| b.binary_search(row).is_ok()).count() as f32;
    let share = |of: usize| if of == 0 { 0.0 } else { shared / of as f32 };
    (share(a.len().min(b.len())), share(a.len().max(b.len())))
}
