//! Whether two statements are one utterance.

use super::evidence::{Evidence, Speakers, evidence};
use super::utterance::{DAYS, SENTENCE, Utterance};
use super::weights::{WEIGHED, WEIGHTS};
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

/// The evidence in numbers, each by its name, the first always 1: what is fitted, and what is weighed.
pub fn weigh(of: &Evidence) -> [(&'static str, f32); WEIGHED] {
    let yes = |truth: bool| f32::from(u8::from(truth));
    let within = of.near.is_some();
    let near = of.near.map_or(0.0, |near| 1.0 / near.max(1) as f32);
    let gap = |unit: f32| of.gap.map_or(1.0, |gap| unit / (unit + gap as f32));
    let days = of.days.unwrap_or(0).min(14);
    [
        ("bias", 1.0),
        ("contained", of.contained),
        ("common", of.common),
        ("shared", of.shared.min(24.0) / 12.0),
        ("poorer", of.poorer.min(24.0) / 24.0),
        ("no word", yes(of.shared == 0.0)),
        ("fragment", of.fragment),
        ("quoted row", yes(of.quoted.words >= 4)),
        ("run", of.run.weight.min(10) as f32 / 10.0),
        ("run share", of.run.words as f32 / of.shorter.max(1) as f32),
        ("rows", of.rows),
        ("rows of longer", of.rows_of_longer),
        ("length", of.length),
        ("short", yes(of.shorter < 4)),
        ("same speaker", yes(of.speakers == Speakers::Same)),
        ("surname", yes(of.speakers == Speakers::Short)),
        ("unclear speaker", yes(of.speakers == Speakers::Unclear)),
        ("two speakers", yes(of.speakers == Speakers::Two)),
        ("headline", yes(of.headline)),
        ("both headline", yes(of.both_headline)),
        ("opens", yes(of.opens)),
        ("one quotes", yes(of.one_quotes)),
        ("both quote", yes(of.both_quote)),
        ("none quotes", yes(of.none_quotes)),
        ("quotes some", yes(of.quotes_some)),
        ("both quote, apart", yes(of.both_quote) * (1.0 - of.contained)),
        ("other figures", yes(of.other_figures)),
        ("names", of.names.min(3) as f32 / 3.0),
        ("other names", yes(of.other_names)),
        ("same act", yes(of.same_act)),
        ("same target", yes(of.same_target)),
        ("other mode", yes(of.other_mode)),
        ("one negates", yes(of.one_negates)),
        ("negates, alike", yes(of.one_negates) * of.contained),
        ("other occasion", yes(of.other_day || of.other_addressee)),
        ("adds", yes(of.adds)),
        ("first adds", yes(of.first_adds)),
        ("leads", yes(of.leads)),
        ("surroundings", if within { 0.0 } else { of.surroundings }),
        ("days", if within { 0.0 } else { days as f32 / 7.0 }),
        ("same day", yes(!within && days == 0)),
        ("near", near),
        ("near, alike", near * of.contained),
        ("next", yes(of.near == Some(1))),
        ("apart", of.near.unwrap_or(0).min(12) as f32 / 12.0),
        ("gap", if within { gap(250.0) } else { 0.0 }),
        ("overlap", yes(within && of.gap.is_none())),
        ("told, then quoted", yes(of.told_then_quoted)),
        ("told, quoted near", yes(of.told_then_quoted) * near),
    ]
}

/// Whether two statements may be one utterance at all, however the evidence weighs.
pub fn may_be(of: &Evidence) -> bool {
    // A pronoun may have been given the wrong name, a lead may name the paper and the quotation the
    // person: within an article that is weighed. Across articles a long quotation in the same words
    // outweighs two names, and nothing less does.
    let verbatim = of.quoted.words >= 6 && of.quoted.weight >= 8;
    let two = of.near.is_none() && of.speakers == Speakers::Two && !verbatim;
    // Within an article what shares no word may be a quotation and its lead.
    let silent = of.near.is_none() && of.shared < 2.0 && of.quoted.words < 3;
    // A phrase comes again on other occasions; a sentence is printed again.
    let occasion = of.other_day || of.other_addressee || of.days.is_some_and(|days| days > DAYS);
    let phrase = of.near.is_none() && occasion && of.run.words < SENTENCE as u32;
    !two && !silent && !phrase
}

/// The evidence weighed: above 0 it speaks for one utterance.
fn sum(of: &Evidence) -> f32 {
    let within = of.near.is_some();
    let weight = |&(_, across, inside): &(&str, f32, f32)| if within { inside } else { across };
    weigh(of).iter().zip(&WEIGHTS).map(|((_, value), weights)| value * weight(weights)).sum()
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
        Speakers::Unclear => "speaker not known",
        Speakers::Two => "speaker named otherwise",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_of_evidence_has_its_weight() {
        let about = std::sync::Arc::new(crate::stories::topic(None, [], []));
        let statement = crate::answers::statement_for_test();
        let place = crate::Place::new(None, gainsay_record::Id::from_number(1), 0);
        let one = Utterance::of(place, &statement, &about);
        let names = weigh(&evidence(&one, &one)).map(|(name, _)| name);
        assert_eq!(names, WEIGHTS.map(|(name, _, _)| name));
    }
}
