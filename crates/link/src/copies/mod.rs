//! Copies: one text under several mastheads, cut, re-headed or lightly edited.
//!
//! A text is the set of its shingles, rows of five words, and two texts are as alike as
//! their sets (Broder 1997, "On the resemblance and containment of documents"). Of the shingles
//! only those whose hash is divisible by four are kept: Broder's sketch *modulo m*, which,
//! unlike a fixed number of smallest hashes, also tells how much of a short text a long one
//! contains. It estimates; a cut version of a text is found from about eighty words on.
//!
//! Copies are not confirmation: [`independent`] counts reports by the text they go back to.

use std::collections::BTreeSet;

use gainsay_record::Id;

use crate::incremental::{Comparable, Judgement, anytime};
use crate::place::Place;
use crate::words::{hash_numbers, words};

/// Words to a shingle.
const SHINGLE: usize = 5;
/// One shingle of so many is kept.
const SAMPLE: u64 = 4;
/// Words in a row that find others: more than make a shingle, since stock phrases of five words stand
/// in ever more texts as a dossier grows.
const ROW: usize = 8;
/// One row of so many finds others; with fewer than [`FEW`] of these one of the next so many.
const KEYS: [u64; 3] = [16, 4, 1];
const FEW: usize = 16;
/// With fewer kept shingles a text is too short to tell a copy from a shared quotation.
const ENOUGH: usize = 8;
/// The share of the shorter text that must stand in the longer one.
const CONTAINED: f32 = 0.5;

/// What is kept of a text to know it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch {
    /// The kept shingles, sorted.
    shingles: Vec<u64>,
    /// The rows that find others, sorted.
    rows: Vec<u64>,
}

/// How one text is a copy of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Copy {
    /// Nearly word for word, headline aside.
    Whole,
    /// One holds nearly all of the other, and more.
    Cut,
    /// At least half of the one stands in the other.
    Edited,
}

impl Copy {
    /// Every way, from the most alike.
    pub const ALL: [Copy; 3] = [Copy::Whole, Copy::Cut, Copy::Edited];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Copy::Whole => "whole",
            Copy::Cut => "cut",
            Copy::Edited => "edited",
        }
    }
}

/// The sketch of a text: all zones that speak, without clutter, in order.
pub fn sketch<'a>(zones: impl IntoIterator<Item = &'a str>) -> Sketch {
    let (mut shingles, mut rows) = (BTreeSet::new(), BTreeSet::new());
    for zone in zones {
        let words: Vec<u64> = words(zone).iter().map(|word| word.exact).collect();
        let hashes = |length| words.windows(length).map(|row| hash_numbers(5, row.iter().copied()));
        shingles.extend(hashes(SHINGLE).filter(|shingle| shingle.is_multiple_of(SAMPLE)));
        rows.extend(hashes(ROW));
    }
    let chosen = |one_of: &u64| rows.iter().filter(|row| row.is_multiple_of(*one_of)).count();
    let one_of = KEYS.iter().find(|one_of| chosen(one_of) >= FEW).unwrap_or(&1);
    rows.retain(|row| row.is_multiple_of(*one_of));
    Sketch { shingles: shingles.into_iter().collect(), rows: rows.into_iter().collect() }
}

/// The keys under which a text is found: every row of eight words with a hash divisible by 16, so that
/// two texts that share a passage share keys; more of them where the text is short. All are [`anytime`].
pub fn keys(sketch: &Sketch) -> Vec<u64> {
    sketch.rows.iter().copied().map(anytime).collect()
}

/// Whether the later text is a copy of the earlier.
pub fn judge(earlier: &Sketch, later: &Sketch) -> Option<Judgement<Copy>> {
    let (a, b) = (&earlier.shingles, &later.shingles);
    let shorter = a.len().min(b.len());
    if shorter < ENOUGH {
        return None;
    }
    let shared = shared(a, b);
    let (of_earlier, of_later) = (shared as f32 / a.len() as f32, shared as f32 / b.len() as f32);
    let (most, least) = (of_earlier.max(of_later), of_earlier.min(of_later));
    if most < CONTAINED {
        return None;
    }
    let kind = match () {
        () if least >= 0.85 => Copy::Whole,
        () if most >= 0.8 => Copy::Cut,
        () => Copy::Edited,
    };
    let reason = format!(
        "{:.0}% of the later text stands in the earlier, {:.0}% of the earlier in the later",
        of_later * 100.0,
        of_earlier * 100.0
    );
    Some(Judgement { kind, score: most, firm: true, reason })
}

/// How many are in both of two sorted lists.
fn shared(a: &[u64], b: &[u64]) -> usize {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.iter().filter(|shingle| long.binary_search(shingle).is_ok()).count()
}

impl Comparable for Sketch {
    const REACH: usize = 4;
    /// No key is timed: a text is printed again whenever it is.
    const DAYS: i32 = 0;
    type Kind = Copy;

    fn keys(&self) -> Vec<u64> {
        keys(self)
    }

    fn judge(earlier: &Self, later: &Self) -> Option<Judgement<Copy>> {
        judge(earlier, later)
    }
}

/// How many independent reports stand behind these, given of each the text that its article goes
/// back to (the earliest of its copies, or itself).
pub fn independent<'a>(originals: impl IntoIterator<Item = &'a Place>) -> usize {
    originals.into_iter().map(Place::article).collect::<BTreeSet<&Id>>().len()
}
