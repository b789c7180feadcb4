//! Pages of many short entries: live blogs, round-ups of briefs, lists with bullets.

use super::Mark;
use crate::unit::Unit;

/// "* Dunmere calls it piracy", "- The van was hired", "• Two held".
pub(super) fn is_bullet(unit: &Unit) -> bool {
    ["* ", "- ", "• ", "– ", "· ", "▪ ", "■ "].iter().any(|mark| unit.text.starts_with(mark))
}

/// "15:10 Minister responds", "18.40 Talks break up": the heading of a live blog's entry.
pub(super) fn is_timed(unit: &Unit) -> bool {
    let Some((time, rest)) = unit.text.split_once(' ') else { return false };
    let time = time.trim_matches(['[', ']', '(', ')', ':', '.']);
    let rest = rest.trim_start_matches(['–', '—', '-', '|', ' ', ':']);
    let rest = ["am ", "pm ", "a.m. ", "p.m. ", "AM ", "PM ", "GMT ", "BST "]
        .iter()
        .find_map(|half| rest.strip_prefix(half))
        .unwrap_or(rest);
    is_clock(time)
        && unit.words <= 16
        && !rest.ends_with('.')
        && rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '‘' | '\''))
}

/// "7:05", "18.40", "16h20", "7.05pm".
fn is_clock(time: &str) -> bool {
    let time = time.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let Some((hour, minute)) = time.split_once([':', '.', 'h']) else { return false };
    let number = |part: &str, most: u8| {
        part.bytes().all(|b| b.is_ascii_digit()) && part.parse::<u8>().is_ok_and(|n| n <= most)
    };
    minute.len() == 2 && number(hour, 24) && number(minute, 59)
}

/// A line that may stand above an entry.
fn is_heading(unit: &Unit) -> bool {
    !unit.ends && !unit.introduces() && unit.words <= 14 && !is_bullet(unit)
}

/// Whether the text is a round-up: no more than two paragraphs after each of several headings.
pub(super) fn is_round_up(units: &[Unit], marks: &[Mark]) -> bool {
    let open: Vec<&Unit> =
        units.iter().zip(marks).filter(|(_, m)| m.is_open()).map(|(u, _)| u).collect();
    let pairs = open.windows(2).filter(|pair| is_heading(pair[0]) && pair[1].is_prose()).count();
    let prose = open.iter().filter(|unit| unit.is_prose()).count();
    pairs >= 3 && pairs * 2 >= prose
}

/// Whether the unit is the heading of an entry that begins right below it.
pub(super) fn heads(units: &[Unit], marks: &[Mark], at: usize) -> bool {
    let below = at + 1;
    is_heading(&units[at])
        && units.get(below).is_some_and(|unit| unit.is_prose() && marks[below].is_open())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::units;

    #[test]
    fn entries_of_live_blogs_begin_with_the_time() {
        for text in ["15:10 Minister responds", "18.40 Talks break up", "7.05pm – “We go on”"]
        {
            assert!(is_timed(&units(text)[0]), "{text}");
        }
        for text in [
            "15:10",
            "12.40 metres were measured",
            "At 15:10 the minister spoke",
            "3.45 Talks began at noon.",
        ] {
            assert!(!is_timed(&units(text)[0]), "{text}");
        }
    }
}
