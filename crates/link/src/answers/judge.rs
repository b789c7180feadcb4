//! Whether one statement answers another, and how.

use std::collections::BTreeSet;

use gainsay_record::{Act, Id};

use super::evidence::{Piece, evidence};
use super::rules::{DAYS, Matter, in_form, matter, may_answer, may_lie_apart};
use super::turn::Turn;
use super::weights::WEIGHTS;
use crate::incremental::{Comparable, Judgement, anytime, timed};
use crate::words::{RARE, hash, hash_numbers};

/// What an answer does to what it answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// Rejects it as untrue.
    Deny,
    /// Grants it, or a part.
    Admit,
    /// Turns it down.
    Refuse,
    /// Takes it up.
    Accept,
    /// Returns it.
    Counter,
    /// Will not say.
    Decline,
}

impl Answer {
    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Answer::Deny => "deny",
            Answer::Admit => "admit",
            Answer::Refuse => "refuse",
            Answer::Accept => "accept",
            Answer::Counter => "counter",
            Answer::Decline => "decline",
        }
    }

    /// The kind of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        let all =
            [Self::Deny, Self::Admit, Self::Refuse, Self::Accept, Self::Counter, Self::Decline];
        all.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// In what way two statements are an answer and what it answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Answers {
    /// What the answer does.
    pub kind: Answer,
    /// Whether the statement that stands first answers the one after it: "She denied it after he
    /// had said …".
    pub backward: bool,
}

impl Answers {
    /// How it is kept: the word of the contract, and whether it answers backward.
    pub fn as_str(self) -> &'static str {
        match (self.kind, self.backward) {
            (Answer::Deny, true) => "deny, backward",
            (Answer::Admit, true) => "admit, backward",
            (Answer::Refuse, true) => "refuse, backward",
            (Answer::Accept, true) => "accept, backward",
            (Answer::Counter, true) => "counter, backward",
            (Answer::Decline, true) => "decline, backward",
            (kind, false) => kind.as_str(),
        }
    }

    /// What is kept by this word.
    pub fn from_word(word: &str) -> Option<Self> {
        let (kind, backward) = match word.strip_suffix(", backward") {
            Some(kind) => (kind, true),
            None => (word, false),
        };
        Some(Answers { kind: Answer::from_word(kind)?, backward })
    }
}

/// Names under which a statement is found in other articles, and rare words.
const NAMES: usize = 5;
const WORDS: usize = 4;

/// What an act adds that answers by its nature. The labelled articles are a year of one country's
/// politics, where most retorts are told as plain statements; in a dispute between states a denial
/// always denies something, and mostly what stands near it. Who will not comment mostly answers the
/// paper's own question.
const RESPONDS: f32 = 1.0;
/// What it adds that both tell of the same charge.
const SAME_CHARGE: f32 = 1.5;
/// So many statements one answers at most: those of the best score.
pub const MOST: usize = 3;

/// The weight of the evidence that `from` answers `to`: above 0 it does. A logit.
pub fn weigh(pieces: &[Piece]) -> f32 {
    pieces.iter().zip(&WEIGHTS).map(|(piece, (_, weight))| piece.value * weight).sum()
}

/// Whether `from` answers `to`, with its kind; none where it does not.
pub fn answers(from: &Turn, to: &Turn) -> Option<(Answer, f32, String)> {
    if !may_answer(from, to) {
        return None;
    }
    let matter = matter(from, to);
    if matter == Matter::Another || matter != Matter::Same && may_lie_apart(from, to) {
        return None;
    }
    let pieces = evidence(from, to);
    let responds = matches!(from.act, Act::Deny | Act::Admit | Act::Refuse);
    let same = matter == Matter::Same;
    let sum = weigh(&pieces)
        + if responds { RESPONDS } else { 0.0 }
        + if same { SAME_CHARGE } else { 0.0 };
    let kind = kind(from, to);
    // No exponential: its last bit is not the same everywhere.
    (sum > 0.0 && in_form(from, &pieces))
        .then(|| (kind, 0.5 + 0.5 * sum / (1.0 + sum), reason(kind, same, &pieces)))
}

fn kind(from: &Turn, to: &Turn) -> Answer {
    let sought = matches!(to.act, Act::Demand | Act::Threaten | Act::Promise);
    match from.act {
        Act::Deny => Answer::Deny,
        Act::Admit => Answer::Admit,
        Act::Decline => Answer::Decline,
        Act::Accuse | Act::Criticize | Act::Demand | Act::Threaten => Answer::Counter,
        Act::Refuse => Answer::Refuse,
        Act::Promise | Act::Praise if sought || to.act == Act::Praise => Answer::Accept,
        Act::State if to.act == Act::Demand && from.negated => Answer::Refuse,
        Act::Promise | Act::Praise | Act::State => Answer::Deny,
    }
}

/// What decided: the two strongest pieces of evidence that can be said in words.
fn reason(kind: Answer, same: bool, pieces: &[Piece]) -> String {
    let mut strongest: Vec<(f32, &str)> = pieces
        .iter()
        .zip(&WEIGHTS)
        .map(|(piece, (_, weight))| (piece.value * weight, piece.words))
        .filter(|(adds, words)| *adds > 0.0 && !words.is_empty())
        .collect();
    strongest.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let mut said: Vec<&str> = if same { vec!["the same charge"] } else { Vec::new() };
    for (_, words) in strongest {
        if said.len() < 3 && !said.contains(&words) {
            said.push(words);
        }
    }
    let what = match kind {
        Answer::Deny => "rejects it",
        Answer::Admit => "grants it",
        Answer::Refuse => "turns it down",
        Answer::Accept => "takes it up",
        Answer::Counter => "charges in return",
        Answer::Decline => "will not say",
    };
    if said.is_empty() { what.to_owned() } else { format!("{what}: {}", said.join(", ")) }
}

/// The keys under which a statement is found: its article; and in other articles of the same days
/// two names, that of its speaker or of one it names with another it names, or two telling words.
pub fn keys(of: &Turn) -> Vec<u64> {
    let article = hash("turns of", [of.place.article().digits().as_bytes()]);
    let mut found = BTreeSet::from([anytime(article)]);
    let own = of.speaker.side.iter().copied().chain(of.speaker.last);
    let own: BTreeSet<u64> = own.collect();
    let others = of.targets.iter().filter_map(|target| target.last);
    let others: BTreeSet<u64> = others.chain(of.names.iter().copied()).take(NAMES).collect();
    let rare = of.words.iter().filter(|(_, weight)| **weight == RARE).map(|(&stem, _)| stem);
    let rare: Vec<u64> = rare.take(WORDS).collect();
    for &one in own.iter().take(NAMES) {
        for &other in others.iter().filter(|&&other| other != one) {
            found.insert(timed(hash_numbers(11, [one.min(other), one.max(other)])));
        }
    }
    for (at, &one) in rare.iter().enumerate() {
        for &other in rare[at + 1..].iter().chain(&others) {
            found.insert(timed(hash_numbers(12, [one.min(other), one.max(other)])));
        }
    }
    found.into_iter().collect()
}

/// Of what a statement may answer the best, at most [`MOST`]: each with its score and its id, which
/// breaks ties.
pub fn best<T>(mut found: Vec<(f32, Id, T)>) -> Vec<(f32, Id, T)> {
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    found.truncate(MOST);
    found
}

impl Comparable for Turn {
    /// An article's statements meet all the same key: so many before it and after it.
    const REACH: usize = 32;
    const DAYS: i32 = DAYS;
    type Kind = Answers;

    fn keys(&self) -> Vec<u64> {
        keys(self)
    }

    fn judge(earlier: &Self, later: &Self) -> Option<Judgement<Answers>> {
        let forth = answers(later, earlier).map(|found| (found, false));
        // Another article's statement was printed later: only within an article may what stands
        // first answer what stands after it.
        let same_article = earlier.place.article() == later.place.article();
        let back =
            same_article.then(|| answers(earlier, later)).flatten().map(|found| (found, true));
        let best = match (forth, back) {
            (Some(forth), Some(back)) if back.0.1 > forth.0.1 => back,
            (Some(forth), _) => forth,
            (None, back) => back?,
        };
        let ((kind, score, reason), backward) = best;
        Some(Judgement { kind: Answers { kind, backward }, score, firm: false, reason })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_of_evidence_has_its_weight() {
        let turn = Turn::for_test();
        let names: Vec<_> = evidence(&turn, &turn).iter().map(|piece| piece.name).collect();
        let weighed: Vec<_> = WEIGHTS.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, weighed);
    }
}
