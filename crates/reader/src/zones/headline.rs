//! Which line of the head is the headline.

use super::words::{is_outlet, known_outlet};
use crate::unit::Unit;

/// No headline has more words than this.
const LONGEST: usize = 34;

/// Marks between a page's title and the site's name.
const JOINTS: &[&str] = &[" | ", " – ", " — ", " - ", " :: ", " « ", " » "];

/// A title as pages print it: `title | Site`.
pub(crate) fn without_site(title: &str) -> (&str, Option<&str>) {
    for joint in JOINTS {
        let Some((head, site)) = title.rsplit_once(joint) else { continue };
        let (head, site) = (head.trim_end(), site.trim());
        let bar = !joint.contains(['–', '—', '-']);
        // After a dash only a known name is a site's: headlines have dashes of their own.
        let named = is_outlet(site) || bar && !site.is_empty() && site.split(' ').count() <= 4;
        if named && !head.is_empty() {
            // "Title | World news | The Norvale Herald": the section goes too.
            let head = if bar { head.split(joint).next().unwrap_or(head) } else { head };
            return (head.trim_end(), Some(known_outlet(site).unwrap_or(site)));
        }
    }
    (title, None)
}

/// Letters and digits only, lower case: two titles that differ in marks alone are the same.
pub(crate) fn fold(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether more than one sentence stands in the line.
fn has_inner_end(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(". ") {
        let word = rest[..at].rsplit(' ').next().unwrap_or("");
        let goes_on =
            rest[at + 2..].starts_with(|c: char| c.is_uppercase() || c == '“' || c == '"');
        // Not after "U.S." or "Gen.": short words with a capital are abbreviations.
        if goes_on && word.len() > 4 && !word.contains('.') {
            return true;
        }
        rest = &rest[at + 2..];
    }
    false
}

/// Whether the line could be a headline by its shape.
pub(crate) fn is_candidate(unit: &Unit) -> bool {
    unit.words <= LONGEST
        && unit.text.chars().any(char::is_alphabetic)
        && !unit.introduces()
        && !(unit.ends && has_inner_end(unit.text))
}

/// The headline among the free lines above the first paragraph, in text order.
pub(crate) fn choose(candidates: &[&Unit]) -> Option<usize> {
    let plausible: Vec<usize> =
        (0..candidates.len()).filter(|&i| is_candidate(candidates[i])).collect();
    // A section's name ("Asia") has a word or two, a headline more; but a short headline comes
    // before a standfirst that is a sentence.
    let long = plausible.iter().copied().find(|&i| candidates[i].words >= 3);
    let first = plausible.first().copied();
    match (long, first) {
        (Some(long), Some(first)) if long != first => {
            let before = (0..long).rev().find(|i| plausible.contains(i));
            let short = before.filter(|&i| candidates[i].words >= 2 && !candidates[i].ends);
            match (candidates[long].ends, short) {
                (true, Some(short)) => Some(short),
                (true, None) if candidates[long].words >= 12 => before,
                _ => Some(long),
            }
        }
        (long, first) => long.or(first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::units;

    #[test]
    fn the_sites_name_is_not_the_title() {
        assert_eq!(
            without_site("Quell rejects charge | World | The Norvale Herald"),
            ("Quell rejects charge", Some("The Norvale Herald"))
        );
        assert_eq!(
            without_site("Quell rejects charge - BBC News"),
            ("Quell rejects charge", Some("BBC News"))
        );
        assert_eq!(without_site("Quell – Zorvia talks fail"), ("Quell – Zorvia talks fail", None));
    }

    #[test]
    fn sections_are_passed_over() {
        let units = units("World\nSouth Quell\nQuell rejects Zorvian charge\nBy Ada Quist");
        let units: Vec<_> = units.iter().collect();
        assert_eq!(choose(&units), Some(2));
    }

    #[test]
    fn a_short_headline_is_not_taken_for_a_section() {
        let units = units(
            "Charge rejected\nThe council of Quell has turned down the charge of its neighbour to the north.",
        );
        let units: Vec<_> = units.iter().collect();
        assert_eq!(choose(&units), Some(0));
    }
}
