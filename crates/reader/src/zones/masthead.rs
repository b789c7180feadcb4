//! The paper's name at the head of its page.

use gainsay_record::ZoneKind;

use super::Mark;
use super::clutter::is_sections;
use crate::unit::Unit;

/// Words that papers, agencies and stations are named by.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "advertiser", "advocate", "agency", "argus", "bulletin", "chronicle", "courier", "daily",
    "dispatch", "echo", "enquirer", "examiner", "express", "gazette", "globe", "guardian",
    "herald", "independent", "inquirer", "journal", "ledger", "magazine", "mail", "mercury",
    "mirror", "monitor", "news", "observer", "post", "press", "radio", "record", "register",
    "reporter", "review", "sentinel", "standard", "star", "sun", "telegraph", "television",
    "times", "tribune", "tv", "weekly", "wire",
];

/// Beginnings of such names.
#[rustfmt::skip]
const OPENINGS: &[&str] =
    &["daily ", "evening ", "morning ", "radio ", "sunday ", "voice of ", "weekly "];

/// Small words inside names.
const SMALL: &[&str] = &["of", "the", "and", "for", "&", "de", "la"];

/// No more lines than this are above the headline's part of the page.
const HIGHEST: usize = 4;

/// A line that could be a paper's name: two to five words with capitals.
fn is_capitalised(name: &str) -> bool {
    (2..=5).contains(&name.split_whitespace().count())
        && name
            .split_whitespace()
            .all(|word| word.starts_with(|c: char| c.is_uppercase()) || SMALL.contains(&word))
        && name
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '\'' | '’' | '-' | '&' | '.'))
}

/// Whether the words name a paper, an agency or a station.
pub(crate) fn is_name(name: &str) -> bool {
    let lower = name.to_lowercase();
    let lower = lower.strip_prefix("the ").unwrap_or(&lower);
    is_capitalised(name)
        && !name.ends_with('.')
        && (OPENINGS.iter().any(|open| lower.starts_with(open))
            || lower.rsplit(' ').next().is_some_and(|last| NOUNS.contains(&last)))
}

/// "THE HARBOUR POST" as it is written in running text.
pub(crate) fn in_small_letters(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let mut words = Vec::new();
    for (i, word) in name.split_whitespace().enumerate() {
        let lower = word.to_lowercase();
        words.push(match () {
            () if i > 0 && SMALL.contains(&lower.as_str()) => lower,
            // Three letters are as often initials.
            () if word.chars().count() <= 3 && lower != "the" && lower != "sun" => word.to_owned(),
            () => {
                let mut letters = word.chars();
                let first = letters.next().into_iter();
                first.chain(letters.flat_map(char::to_lowercase)).collect()
            }
        });
    }
    words.join(" ")
}

/// The paper that the text's first lines name. Marks its name and what belongs to it as clutter:
/// a line right below, where a headline still follows after a blank line.
pub(super) fn find(units: &[Unit], marks: &mut [Mark]) -> Option<String> {
    let at = (0..units.len().min(HIGHEST)).find(|&i| marks[i].is_open())?;
    let unit = &units[at];
    let name = [" – ", " — ", " - ", " | "]
        .iter()
        .find_map(|joint| unit.text.split_once(joint))
        .map_or(unit.text, |(name, _)| name);
    // Some other line must be left for the headline.
    let rest = at + 1..units.len();
    let headline = rest.clone().find(|&i| marks[i].is_open() && units[i].words >= 3)?;
    let below = units.get(at + 1).filter(|_| !marks[at + 1].is_open());
    let menu = units.get(at + 1).is_some_and(is_sections);
    let named = is_name(name) && !unit.ends;
    let again = || {
        let mut later = units[headline..].iter();
        later.any(|unit| unit.text.contains(&in_small_letters(name)))
    };
    let short =
        units.get(at + 1).is_some_and(|next| next.words <= 6 && next.gap == 0 && !next.ends);
    if !(named && (below.is_some() || short || again() || name.len() < unit.text.len())
        || menu && is_capitalised(name))
    {
        return None;
    }
    marks[at] = Mark::Kind(ZoneKind::Clutter);
    let slogan = at + 1;
    let after = units
        .get(slogan + 1..)
        .unwrap_or_default()
        .iter()
        .zip(&marks[(slogan + 1).min(marks.len())..]);
    let more = after.take(4).any(|(unit, mark)| mark.is_open() && unit.gap > 0 && unit.words >= 4);
    if marks.get(slogan).is_some_and(Mark::is_open) && units[slogan].gap == 0 && short && more {
        marks[slogan] = Mark::Kind(ZoneKind::Clutter);
    }
    Some(in_small_letters(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::units;

    const REST: &str = "\n\nQuell rejects Zorvian charge over bridge\n\nThe ministry of Quell said \
        on Monday that it had not received the letter of the council in Zorvia.";

    fn paper(head: &str) -> Option<String> {
        let text = format!("{head}{REST}");
        let units = units(&text);
        let mut marks = super::super::by_own_words(&units, &[]);
        find(&units, &mut marks)
    }

    #[test]
    fn the_first_line_names_the_paper() {
        for (head, name) in [
            ("THE NORVALE POST\nHome | News | Sport", "The Norvale Post"),
            ("Norvale Courier – the islands’ own paper since 1881", "Norvale Courier"),
            ("VOICE OF QUELL\nNews in seven languages", "Voice of Quell"),
            ("The Norvale Lantern\nNEWS SPORT WEATHER PUZZLES", "The Norvale Lantern"),
            ("Norvale Chronicle\nFront page   World   Opinion   Jobs", "Norvale Chronicle"),
        ] {
            assert_eq!(paper(head).as_deref(), Some(name), "{head}");
        }
    }

    #[test]
    fn headlines_are_no_papers() {
        for head in ["Quell Sues Post", "Council of Quell\nA statement", "Quell News Today Is Bad"]
        {
            assert_eq!(paper(head), None, "{head}");
        }
        let text = "The Norvale Herald\n\nIt was a good paper, and it was closed on Monday.";
        let units = units(text);
        let mut marks = super::super::by_own_words(&units, &[]);
        assert_eq!(find(&units, &mut marks).as_deref(), None, "a headline must be left");
    }
}
