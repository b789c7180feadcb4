//! What stands between the headline and the first paragraph.

use gainsay_record::ZoneKind;

use super::Mark;
use super::byline;
use super::caption;
use super::dateline::{self, Trust};
use super::entries;
use super::masthead;
use crate::unit::Unit;

/// Whether the unit begins as no headline does: with a dateline or a byline.
pub(super) fn opens_body(unit: &Unit) -> bool {
    unit.words >= 10 && byline::at(unit).is_some()
        || dateline::at(unit.text, Trust::Strict)
            .is_some_and(|dateline| dateline.agency.is_some() || unit.words >= 10)
        || unit.ends && unit.words >= 12 && dateline::at(unit.text, Trust::First).is_some()
}

/// Settles everything above the first paragraph, and says where that is.
pub(super) fn settle(units: &[Unit], marks: &mut [Mark], headline: Option<usize>) -> usize {
    let above = headline.unwrap_or(0);
    for i in 0..above {
        if marks[i].is_open() {
            let sentence = units[i].is_prose() && units[i].words >= 12;
            let kind = if sentence { ZoneKind::Body } else { ZoneKind::Clutter };
            marks[i] = Mark::Kind(kind);
        }
    }
    let round_up = entries::is_round_up(units, marks);
    let mut standfirst = headline.is_none();
    for i in above..units.len() {
        if !marks[i].is_open() {
            continue;
        }
        match role(units, marks, i, standfirst, round_up) {
            Some(Mark::Kind(ZoneKind::Standfirst)) => {
                standfirst = true;
                marks[i] = Mark::Kind(ZoneKind::Standfirst);
            }
            Some(mark) => marks[i] = mark,
            None => return i,
        }
    }
    // Pictures alone: the first of them is where the article begins.
    let picture = |mark: &Mark| matches!(mark, Mark::Kind(ZoneKind::Caption));
    marks.iter().position(picture).unwrap_or(units.len())
}

/// What an open line of the head is; none where it is the first paragraph.
fn role(
    units: &[Unit],
    marks: &[Mark],
    at: usize,
    standfirst: bool,
    round_up: bool,
) -> Option<Mark> {
    let unit = &units[at];
    let stamped = |i: usize| {
        marks.get(i).is_some_and(|mark| matches!(mark, Mark::Stamps(_) | Mark::Byline(_)))
    };
    let beside = stamped(at + 1) || at > 0 && stamped(at - 1);
    if entries::is_timed(unit) || round_up && unit.words <= 10 && entries::heads(units, marks, at) {
        return Some(Mark::Kind(ZoneKind::Subheading));
    }
    if let Some(byline) = byline::with_trade(unit) {
        return Some(Mark::Byline(byline));
    }
    if !standfirst && is_standfirst(units, marks, at) {
        return Some(Mark::Kind(ZoneKind::Standfirst));
    }
    if beside && let Some(byline) = byline::bare(unit) {
        return Some(Mark::Byline(byline));
    }
    if masthead::is_name(unit.text) && !unit.ends {
        // "Norvale Wire": the agency whose story it is.
        return Some(Mark::Byline(byline::Byline {
            names: Vec::new(),
            end: unit.text.len(),
            outlet: None,
        }));
    }
    if caption::describes(unit) {
        return Some(Mark::Kind(ZoneKind::Caption));
    }
    if entries::is_bullet(unit) && !unit.ends && unit.words <= 25 {
        return Some(Mark::Kind(ZoneKind::Standfirst));
    }
    if unit.ends || unit.introduces() || unit.quoted || unit.words > 12 {
        return None;
    }
    // A second line under the headline, of whatever kind, may speak; a word or two are a label.
    let kind = if unit.words <= 4 { ZoneKind::Clutter } else { ZoneKind::Standfirst };
    Some(Mark::Kind(kind))
}

/// A summary under the headline is told from the first paragraph by what follows: a byline, a
/// stamp, a picture, a dateline; or by the missing full stop.
fn is_standfirst(units: &[Unit], marks: &[Mark], at: usize) -> bool {
    let unit = &units[at];
    let next = (at + 1..units.len()).find(|&i| marks[i].is_open());
    let Some(next) = next.or_else(|| {
        // Pictures may be all that follows.
        let picture = |i: &usize| matches!(marks[*i], Mark::Kind(ZoneKind::Caption));
        (at + 1..units.len()).find(picture)
    }) else {
        return false;
    };
    if unit.words > 50 || unit.words < 5 || unit.introduces() || opens_body(unit) {
        return false;
    }
    // Only what stands right here counts: a picture further down breaks any article.
    let between = marks[at + 1..=next].iter().any(|mark| {
        matches!(mark, Mark::Stamps(_) | Mark::Byline(_) | Mark::Kind(ZoneKind::Caption))
    });
    if !unit.ends {
        return (between || !unit.quoted)
            && !caption::describes(unit)
            && byline::bare(unit).is_none();
    }
    let labelled = units[at + 1..next].iter().any(|unit| unit.key == "full text");
    let first_after_headline =
        at.checked_sub(1).is_none_or(|i| !matches!(marks[i], Mark::Byline(_) | Mark::Stamps(_)));
    unit.is_prose()
        && first_after_headline
        && (between || labelled || opens_body(&units[next]) || caption::describes(&units[next]))
}
