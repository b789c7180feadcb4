//! Who wrote it: bylines and agency credits.

use super::words::{is_outlet, known_outlet, name_at};
use crate::unit::{Unit, words};

/// A byline at the beginning of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Byline {
    /// The writers, as the byline names them.
    pub names: Vec<String>,
    /// Bytes of the unit it takes up, with the dash after it; the whole unit where nothing but the
    /// byline stands there.
    pub end: usize,
    /// An outlet named in it ("By Ada Quist, BBC News").
    pub outlet: Option<String>,
}

const OPENINGS: &[&str] = &[
    "by ",
    "by: ",
    "written by ",
    "written by: ",
    "posted by ",
    "posted by: ",
    "reported by ",
    "report by ",
    "story by ",
    "author: ",
    "authors: ",
    "words by ",
    "analysis by ",
    "words: ",
];

/// How long `open` is at the beginning of `text`, whatever the case.
fn strip<'a>(text: &'a str, open: &str) -> Option<&'a str> {
    let head = text.get(..open.len())?;
    head.eq_ignore_ascii_case(open).then(|| &text[open.len()..])
}

/// Names joined by commas and "and" from the beginning of `text`, and the bytes they take up.
fn names(text: &str) -> (Vec<String>, usize) {
    let (mut names, mut end, mut at) = (Vec::new(), 0, 0);
    while let Some(length) = name_at(&text[at..]) {
        let name = &text[at..at + length];
        if is_outlet(name) {
            break;
        }
        names.push(name.to_owned());
        end = at + length;
        let rest = &text[end..];
        let joint = [", and ", " and ", " AND ", " And ", " & ", ", ", " with "]
            .iter()
            .find(|joint| rest.starts_with(**joint));
        match joint {
            Some(joint) => at = end + joint.len(),
            None => break,
        }
    }
    (names, end)
}

/// "From our correspondent in Poleburg", "Staff Report", "Web Desk": nobody by name.
fn is_staff(unit: &Unit) -> bool {
    unit.words <= 7
        && !unit.ends
        && (["from our ", "by our "].iter().any(|open| unit.key.starts_with(open))
            || matches!(
                unit.key.as_str(),
                "staff report" | "staff reporter" | "web desk" | "news desk" | "agencies"
            ))
}

/// The byline that a unit is or begins with.
pub(crate) fn at(unit: &Unit) -> Option<Byline> {
    let text = unit.text;
    if is_staff(unit) {
        return Some(Byline { names: Vec::new(), end: text.len(), outlet: None });
    }
    let rest = OPENINGS.iter().find_map(|open| strip(text, open))?.trim_start();
    let agency = known_outlet(rest.split([',', '|', '(']).next().unwrap_or(rest));
    if let Some(agency) = agency {
        let outlet = Some(agency.to_owned());
        return (unit.words <= 12).then(|| Byline { names: Vec::new(), end: text.len(), outlet });
    }
    let (names, length) = names(rest);
    if names.is_empty() {
        // "By our staff reporter", "By Norvale Herald Staff".
        let staff = ["staff", "correspondent", "reporter", "agencies", "news desk", "web desk"]
            .iter()
            .any(|word| unit.key.contains(word));
        let whole = staff && unit.words <= 6 && !unit.ends;
        return whole.then_some(Byline { names, end: text.len(), outlet: None });
    }
    let tail = &rest[length..];
    let after = tail.trim_start();
    let next = after.chars().next();
    let joined = match next {
        None => true,
        Some(',' | '|' | '–' | '—' | '-' | '(' | ':' | '/' | '·' | '•' | '.') => true,
        Some(_) => {
            ["in ", "for ", "at ", "of ", "on ", "updated", "published", "posted"]
                .iter()
                .any(|word| strip(after, word).is_some())
                || crate::dates::find(after).first().is_some_and(|found| found.range.start == 0)
        }
    };
    if !joined {
        return None;
    }
    let dash = next.filter(|c| matches!(c, '–' | '—' | '-' | ':' | '|'));
    let body = after.trim_start_matches(['–', '—', '-', ':', '|']);
    if dash.is_some() && tail.starts_with(char::is_whitespace) && words(body) >= 8 {
        let end = text.len() - body.len();
        return Some(Byline { names, end, outlet: None });
    }
    if unit.words > 22 || unit.ends && unit.words > 12 || unit.quoted {
        return None;
    }
    let outlet = tail
        .split([',', '|', '/', '(', ')', '–', '—'])
        .chain(tail.split(" for "))
        .find_map(|part| known_outlet(part.trim()))
        .map(str::to_owned);
    Some(Byline { names, end: text.len(), outlet })
}

/// "Ada Quist, Strait correspondent", "Ada Quist in Poleburg": names, and what says that they
/// write.
pub(crate) fn with_trade(unit: &Unit) -> Option<Byline> {
    let byline = bare(unit)?;
    let (_, length) = names(unit.text);
    let tail = unit.text[length..].trim_start();
    let place = tail.strip_prefix("in ").is_some_and(|place| {
        place.split_whitespace().all(|word| word.starts_with(|c: char| c.is_uppercase()))
    });
    let trade = tail.strip_prefix(", ").is_some_and(|trade| {
        let trade = trade.to_lowercase();
        super::bio::TRADES.iter().any(|known| trade.contains(known))
    });
    (place || trade).then_some(byline)
}

/// A line that is nothing but names, as some papers print their bylines without "By". Only to be
/// asked where a byline may stand.
pub(crate) fn bare(unit: &Unit) -> Option<Byline> {
    if unit.words > 8 || unit.ends || unit.quoted || unit.introduces() {
        return None;
    }
    let (names, length) = names(unit.text);
    let tail = unit.text[length..].trim_start();
    let place = tail.is_empty() || tail.starts_with("in ") || tail.starts_with([',', '|', '(']);
    let outlet = tail.split([',', '|']).find_map(known_outlet).map(str::to_owned);
    (!names.is_empty() && place).then_some(Byline { names, end: unit.text.len(), outlet })
}

/// An agency's credit line: "(Reporting by …; Writing by …; Editing by …)".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Credit {
    /// Whoever wrote it.
    pub writers: Vec<String>,
    /// Whoever reported it.
    pub reporters: Vec<String>,
}

/// The credit line that a unit is.
pub(crate) fn credit(unit: &Unit) -> Option<Credit> {
    const ROLES: &[&str] = &[
        "additional reporting by ",
        "additional reporting from ",
        "reporting by ",
        "with reporting by ",
        "with additional reporting by ",
        "writing by ",
        "written by ",
        "editing by ",
        "edited by ",
        "compiled by ",
        "translated by ",
        "production by ",
        "graphics by ",
        "photographs by ",
        "pictures by ",
        "text by ",
        "with inputs from ",
        "with input from ",
        "with agency inputs",
    ];
    const HELP: &[&str] =
        &["contributed to this report", "contributed reporting", "contributed to this story"];
    let helped = HELP.iter().any(|words| unit.key.contains(words));
    if helped && unit.words <= 30 && !unit.quoted {
        return Some(Credit::default());
    }
    let text = unit.text.trim_start_matches(['(', '[', '—', '-', ' ']);
    let role = ROLES.iter().find(|role| strip(text, role).is_some())?;
    let first = strip(text, role)?;
    let several = unit.text.contains(';');
    let named = name_at(first).is_some_and(|end| {
        let rest = first[end..].trim_start();
        // "Reporting by Ada Quist shows …" is a sentence.
        !rest.starts_with(|c: char| c.is_lowercase())
            || ["in ", "and ", "from ", "with ", "for ", "at "].iter().any(|w| rest.starts_with(w))
    });
    if !(named || several || role.starts_with("with in") || role.starts_with("with agency")) {
        return None;
    }
    if unit.words > if several { 80 } else { 30 } || unit.quoted {
        return None;
    }
    let mut credit = Credit::default();
    for part in text.split([';', '.']) {
        let part = part.trim().trim_start_matches(['(', ' ']);
        let (list, into) = match () {
            () if strip(part, "writing by ").is_some() => (&part[11..], &mut credit.writers),
            () if strip(part, "written by ").is_some() => (&part[11..], &mut credit.writers),
            () if strip(part, "reporting by ").is_some() => (&part[13..], &mut credit.reporters),
            () => continue,
        };
        for piece in list.split(',').flat_map(|piece| piece.split(" and ")) {
            let piece = piece.trim();
            let piece = piece.strip_prefix("and ").unwrap_or(piece);
            if let Some(end) = name_at(piece) {
                into.push(piece[..end].to_owned());
            }
        }
    }
    Some(credit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::units;

    fn byline(text: &str) -> Option<Byline> {
        at(&units(text)[0])
    }

    #[test]
    fn bylines_name_their_writers() {
        for (text, expected) in [
            ("By Ada Quist", vec!["Ada Quist"]),
            ("BY ADA QUIST", vec!["ADA QUIST"]),
            (
                "By Ada Quist and Ben van der Holm in Poleburg",
                vec!["Ada Quist", "Ben van der Holm"],
            ),
            ("By Ada Quist, Ben Holm | March 3, 2015", vec!["Ada Quist", "Ben Holm"]),
            ("By ADA QUIST   MARCH 3, 2015", vec!["ADA QUIST"]),
            ("By Ada Quist, BBC News, Poleburg", vec!["Ada Quist"]),
            ("Written by: A. J. Quist", vec!["A. J. Quist"]),
        ] {
            let byline = byline(text).unwrap_or_else(|| panic!("no byline: {text}"));
            assert_eq!(byline.names, expected, "{text}");
            assert_eq!(byline.end, text.len(), "{text}");
        }
    }

    #[test]
    fn a_byline_may_run_into_its_paragraph() {
        let text = "BY ADA QUIST – The ministry said on Monday that the talks would go on.";
        let byline = byline(text).unwrap();
        assert_eq!(&text[..byline.end], "BY ADA QUIST –");
    }

    #[test]
    fn sentences_that_begin_with_by_are_no_bylines() {
        for text in [
            "By Thursday afternoon, Quist had accepted the offer of the council.",
            "By Poleburg standards, it was a calm night.",
            "By joining the talks, Zorvia gains time.",
            "By Ada Quist's account, the letter never came.",
        ] {
            assert_eq!(byline(text), None, "{text}");
        }
    }

    #[test]
    fn credits_tell_writers_from_reporters() {
        let text =
            "(Additional reporting by Cy Dorn in Quell; Writing by Ada Quist; Editing by Ben Holm)";
        assert_eq!(credit(&units(text)[0]).unwrap().writers, ["Ada Quist"]);
        let text = "Reporting by Ada Quist in Poleburg and Cy Dorn; Editing by Ben Holm";
        assert_eq!(credit(&units(text)[0]).unwrap().reporters, ["Ada Quist", "Cy Dorn"]);
        let text = "Reporting by Norvale Radio shows that the bridge was closed before the storm.";
        assert_eq!(credit(&units(text)[0]), None);
    }
}
