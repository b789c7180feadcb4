//! Whether two statements are one utterance.

use super::evidence::{Evidence, Speakers, evidence};
use super::utterance::Utterance;
use crate::incremental::Judgement;

/// How an utterance was reported again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Echo {
    /// In the same words.
    Same,
    /// In a part of the words, or in words that share a part.
    Part,
    /// In other words.
    Paraphrase,
}

impl Echo {
    /// Every way, from the most alike.
    pub const ALL: [Echo; 3] = [Echo::Same, Echo::Part, Echo::Paraphrase];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Echo::Same => "same",
            Echo::Part => "part",
            Echo::Paraphrase => "paraphrase",
        }
    }
}

/// What each piece of evidence adds, fitted by `measure/fit_echoes.py` to labelled pairs: one set
/// for two articles, one for two statements of the same article, where a lead and its quotation
/// stand side by side.
const ACROSS: [f32; WEIGHED] = [
    -1.97, 0.84, 0.92, 1.22, 0.87, 0.95, -0.33, 1.29, 0.74, 0.09, 0.27, -0.31, -0.16, -1.07, 0.00,
    -0.89, 0.26, 0.23, 0.36, -0.74,
];
const WITHIN: [f32; WEIGHED] = [
    -3.19, 1.03, 0.79, 1.19, 2.10, 0.03, -0.06, 1.09, 0.65, 2.16, 0.38, -0.30, 0.62, -0.66, -0.18,
    -1.69, -0.66, 0.63, 0.99, 1.41,
];
const WEIGHED: usize = 20;

/// The evidence in numbers, the first always 1: what is fitted, and what is weighed.
pub fn weigh(of: &Evidence) -> [f32; WEIGHED] {
    let yes = |truth: bool| f32::from(u8::from(truth));
    let near = of.near.map(|near| 1.0 / near.max(1) as f32);
    [
        1.0,
        of.contained,
        of.common,
        of.shared.min(24.0) / 12.0,
        of.fragment,
        yes(of.quoted.words >= 4),
        of.run.weight.min(10) as f32 / 10.0,
        of.rows,
        of.rows_of_longer,
        yes(of.headline),
        yes(of.one_quotes),
        yes(of.speakers == Speakers::Unclear),
        yes(of.other_figures),
        yes(of.one_negates) * of.contained,
        yes(of.other_day || of.other_addressee),
        yes(of.both_quote) * (1.0 - of.contained),
        yes(of.adds),
        yes(of.leads),
        near.unwrap_or(of.surroundings),
        near.map_or(of.days.unwrap_or(0).min(14) as f32 / 7.0, |near| near * yes(of.one_quotes)),
    ]
}

/// Reports so many days apart, and more, are of one occasion only if they share a sentence.
const DISTANT: i32 = 10;
/// Words in a row that are no longer a stock phrase.
const SENTENCE: u32 = 10;

/// Whether two statements may be one utterance at all, however the evidence weighs.
pub fn may_be(of: &Evidence) -> bool {
    // A pronoun may have been given the wrong name: a long quotation in the same words outweighs
    // two names, and nothing less does.
    let verbatim = of.quoted.words >= 6 && of.quoted.weight >= 8;
    // What shares no word may be a quotation and its lead, and is as often two statements.
    let least = if of.near.is_some() { 1.0 } else { 2.0 };
    let silent = of.shared < least && of.quoted.words < 3;
    // A phrase comes again on other occasions; a sentence is printed again.
    let occasion = of.other_day || of.other_addressee || of.days.is_some_and(|days| days > DISTANT);
    let phrase = of.near.is_none() && occasion && of.run.words < SENTENCE;
    (of.speakers != Speakers::Two || verbatim) && !silent && !phrase
}

/// The evidence weighed: above 0 it speaks for one utterance.
fn sum(of: &Evidence) -> f32 {
    let weights = if of.near.is_some() { WITHIN } else { ACROSS };
    weigh(of).iter().zip(&weights).map(|(value, weight)| value * weight).sum()
}

/// Whether the later statement reports the utterance of the earlier again.
pub fn judge(earlier: &Utterance, later: &Utterance) -> Option<Judgement<Echo>> {
    let evidence = evidence(earlier, later);
    if !may_be(&evidence) {
        return None;
    }
    let sum = sum(&evidence);
    if sum <= 0.0 {
        return None;
    }
    let kind = kind(&evidence);
    // One word in common, though quoted, does not make two groups one.
    let firm = kind != Echo::Paraphrase && evidence.run.words > 1;
    // No exponential: its last bit is not the same everywhere.
    let score = 0.5 + 0.5 * sum / (1.0 + sum);
    Some(Judgement { kind, score, firm, reason: reason(kind, &evidence) })
}

fn kind(of: &Evidence) -> Echo {
    // A single quoted word is a part only where the other quotes no more than that.
    let row = of.quoted.weight >= 3 && (of.quoted.words > 1 || of.fragment >= 1.0);
    if of.rows_of_longer >= 0.55 {
        Echo::Same
    } else if row || of.rows >= 0.6 {
        Echo::Part
    } else {
        Echo::Paraphrase
    }
}

fn reason(kind: Echo, of: &Evidence) -> String {
    let speaker = match of.speakers {
        Speakers::Same => "same speaker",
        Speakers::Short => "same surname",
        Speakers::SpeaksFor => "one speaks for the other",
        Speakers::Unclear | Speakers::Two => "speaker not known",
    };
    let when = match (of.near, of.days) {
        (Some(_), _) => "in one article".to_owned(),
        (None, Some(0)) => "printed the same day".to_owned(),
        (None, Some(1)) => "printed a day apart".to_owned(),
        (None, Some(days)) => format!("printed {days} days apart"),
        (None, None) => "without a date".to_owned(),
    };
    let words = match kind {
        Echo::Same => "the same words".to_owned(),
        Echo::Part => format!("{} words in a row in both", of.run.words.max(of.quoted.words)),
        Echo::Paraphrase => {
            format!("{:.0}% of the telling words of the poorer in both", of.contained * 100.0)
        }
    };
    format!("{speaker}, {words}, {when}")
}
