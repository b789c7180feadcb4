//! Words that belong to a picture.

use super::words::known_outlet;
use crate::unit::{Unit, ends_sentence};

/// No caption has more words than this.
const LONGEST: usize = 80;

/// Beginnings of captions and picture credits.
#[rustfmt::skip]
const OPENINGS: &[&str] = &[
    "file photo",
    "file - ",
    "file -- ",
    "file — ",
    "file – ",
    "file: ",
    "photo: ",
    "photo by ",
    "photos by ",
    "photograph: ",
    "photograph by ",
    "photo credit",
    "picture: ",
    "pictured: ",
    "image: ",
    "image caption",
    "image credit",
    "caption: ",
    "credit: ",
    "(photo",
    "[photo",
    "(image",
    "[image",
    "(picture",
    "[picture",
    "(file)",
];

/// Words that say whose the picture is, between the description and a name.
const LABELS: &[&str] = &[
    "Photograph:",
    "Photographs:",
    "Photo:",
    "Photos:",
    "Picture:",
    "Pictures:",
    "Image:",
    "Photograph by",
    "Photo by",
    "Photos by",
    "Picture by",
    "Photo courtesy of",
    "©",
];

/// No credit has more words than this.
const LONGEST_CREDIT: usize = 8;

/// Words in the brackets at the end of a caption.
#[rustfmt::skip]
const CREDITS: &[&str] = &[
    "file", "file photo", "photo", "photos", "file picture", "file image", "archive photo",
    "courtesy photo", "handout", "screengrab", "screenshot", "representative image",
];

#[rustfmt::skip]
const PICTURE_AGENCIES: &[&str] = &[
    "getty", "getty images", "shutterstock", "anadolu agency", "anadolu", "ap photo", "epa-efe",
    "ap images", "pa images", "pa wire", "istock", "alamy", "rex features", "sipa", "zuma press",
];

fn is_agency(part: &str) -> bool {
    let part = part.trim().trim_end_matches('.').trim();
    known_outlet(part).is_some() || PICTURE_AGENCIES.contains(&part.to_lowercase().as_str())
}

/// "File: Ada Quist/Reuters", "AP Photo/Ada Quist", "file photo", "Photo by Ada Quist".
fn is_credit(inner: &str) -> bool {
    let inner = inner.trim().trim_end_matches('.');
    let lower = inner.to_lowercase();
    CREDITS.contains(&lower.as_str())
        || lower.starts_with("file:")
        || lower.starts_with("file photo")
        || lower.starts_with("courtesy of")
        || lower.ends_with("/file")
        // "Treasury picture", "Staff photo by Ada Quist", "IMAGE: Ada Quist / Norvale Daily".
        || inner.split_whitespace().count() <= LONGEST_CREDIT
            && lower
                .split(|c: char| !c.is_alphabetic())
                .any(|word| matches!(word, "photo" | "photograph" | "picture" | "image" | "handout"))
        || inner.split(['/', '|']).count() > 1
            && inner.split_whitespace().count() <= 8
            && inner.split(['/', '|']).any(is_agency)
        // "Dale Quist / Norvale Ledger": a person and a paper that nobody need know.
        || inner.split(['/', '|']).count() == 2
            && (3..=6).contains(&inner.split_whitespace().filter(|word| *word != "/").count())
            && inner.split(['/', '|']).all(is_whose)
}

/// Names and nothing else: every word but the small ones has a capital.
fn is_whose(part: &str) -> bool {
    let mut words = part.split([' ', '/']).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some()
        && part.split_whitespace().count() <= 5
        && words.all(|word| {
            word.starts_with(|c: char| c.is_uppercase())
                || matches!(word, "of" | "the" | "and" | "for" | "de")
        })
}

/// Enough words for a description, and no sentence's end.
fn describes_until(before: &str) -> bool {
    before.split_whitespace().count() >= 5 && !ends_sentence(before)
}

/// "… he said. Photograph: Ada Quist", "… on the shore. © Ada Quist".
fn ends_in_label(text: &str) -> bool {
    LABELS.iter().any(|label| {
        text.rsplit_once(label).is_some_and(|(before, name)| {
            before.split_whitespace().count() >= 4
                && before.ends_with(char::is_whitespace)
                && (1..=LONGEST_CREDIT).contains(&name.split_whitespace().count())
                && name.trim_start().starts_with(|c: char| c.is_uppercase())
                && !name.contains(". ")
        })
    })
}

/// "… waits at the gate. —Staff photo", "… were dry. —Online": the dash touches the credit. A name
/// behind a quotation is its speaker.
fn ends_in_dash(text: &str) -> bool {
    text.rsplit_once('—').is_some_and(|(before, credit)| {
        let before = before.trim_end();
        before.split_whitespace().count() >= 4
            && !before.ends_with(['”', '"', '’', '»'])
            && ends_sentence(before)
            && credit.starts_with(|c: char| c.is_uppercase())
            && !ends_sentence(credit)
            && (is_whose(credit) || credit.split_whitespace().count() <= 5 && is_credit(credit))
    })
}

/// "… to close the gate. Norvale Photo/A. Quist", "… in parliament. Ministry Press Office": after
/// the last sentence a name, and no full stop.
fn ends_in_name(text: &str) -> bool {
    let end = text.char_indices().rev().find(|(at, c)| {
        let rest = &text[at + c.len_utf8()..];
        matches!(c, '.' | '”' | '"' | '’') && rest.starts_with(' ') && !is_short_form(&text[..*at])
    });
    let Some((at, mark)) = end else { return false };
    let name = text[at + mark.len_utf8()..].trim();
    let before = &text[..at + mark.len_utf8()];
    // Of headlines with capitals every word could be a name's.
    let small = before.split_whitespace().filter(|word| word.starts_with(char::is_lowercase));
    small.count() >= 3
        && ends_sentence(before)
        && !ends_sentence(text)
        && is_whose(name)
        && name.split(' ').count() >= 2
        // "“We never will.” Ada Quist" is a quotation with its speaker.
        && !text.starts_with(['“', '"', '‘', '\'', '«'])
}

/// Whether the text ends in an initial or a short title: "A", "Dr", "U.S", "Sens".
fn is_short_form(text: &str) -> bool {
    let word = text.rsplit([' ', '/', '-']).next().unwrap_or(text);
    let capital = word.starts_with(char::is_uppercase);
    word.chars().count() <= 3 || word.contains('.') || capital && word.chars().count() <= 5
}

/// Whether the line ends in a credit: in brackets, or "Ada Quist/Reuters" without.
fn ends_in_credit(whole: &str) -> bool {
    let text = whole.trim_end_matches(['.', ' ']);
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some(body) = text.strip_suffix(close)
            && let Some(at) = body.rfind(open)
            && (is_credit(&body[at + 1..])
                || open == '[' && is_whose(&body[at + 1..]) && describes_until(&body[..at]))
        {
            return true;
        }
    }
    if ends_in_label(text) || ends_in_name(whole) || ends_in_dash(text) {
        return true;
    }
    let Some((before, agency)) = text.rsplit_once('/') else { return false };
    if !is_agency(agency) {
        return false;
    }
    // The photographer's name, or another agency, must stand right before the slash.
    before.rsplit([' ', '/']).next().is_some_and(|word| word.starts_with(char::is_uppercase))
        && !text.contains("://")
}

/// Whether the line says by its own words that it belongs to a picture.
pub(crate) fn is_caption(unit: &Unit) -> bool {
    if unit.words > LONGEST {
        return false;
    }
    let opening: String = unit.text.chars().take(24).collect::<String>().to_lowercase();
    OPENINGS.iter().any(|open| opening.starts_with(open)) && unit.words <= 60
        || ends_in_credit(unit.text)
}

/// Whether a line without a mark at its end reads like the description of a picture: who "speaks",
/// "arrives", stands "(L)". Only to be asked near the headline.
pub(crate) fn describes(unit: &Unit) -> bool {
    const SCENES: &[&str] = &[
        " speaks ",
        " speaking ",
        " speak ",
        " walks ",
        " walk ",
        " arrives ",
        " arrive ",
        " gestures ",
        " waves ",
        " shakes hands",
        " poses ",
        " stands in ",
        " stands at ",
        " stands on ",
        " stand in ",
        " stand at ",
        " sits ",
        " looks on",
        " attends ",
        " attend ",
        " addresses ",
        " is seen ",
        " are seen ",
        " seen here",
        " pictured ",
        ", left",
        ", right",
        ", center",
        ", centre",
        "(l)",
        "(r)",
        "(c)",
        " listens ",
        " leaves ",
        " holds ",
        " hold ",
    ];
    !unit.ends
        && !unit.introduces()
        && (6..=50).contains(&unit.words)
        && SCENES.iter().any(|scene| unit.key.contains(scene) || unit.text.contains(scene))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::units;

    fn caption(text: &str) -> bool {
        is_caption(&units(text)[0])
    }

    #[test]
    fn credits_make_captions() {
        for text in [
            "Minister Ada Quist (file photo)",
            "Quist said that she knew of no letter [File: Ben Holm/Reuters]",
            "Soldiers near the border. (AP Photo/Ben Holm)",
            "A bridge in Poleburg. Ben Holm/AFP/Getty Images",
            "FILE PHOTO: Zorvian troops at the border",
            "Photograph: Ben Holm",
            "Quist says that she will sleep “for the first time”. Photograph: Ben Holm",
            "The bridge that the minister called “the second lung\" Photo: Norpress",
            "Fishermen at the quay. They say that the ministry lied. © Ben Holm",
            "Quist, who denies the charge, leaves the court. (Staff photo by Ben Holm)",
            "Marchers fill the street. [IMAGE: Ben Holm / Norvale Daily]",
            "Traders wait at the gate. They say that the hydrants were dry. —Staff photo",
            "Traders wait at the gate. They say that the hydrants were dry. —Online/Sun Photos",
            "Traders wait at the gate. They say that the hydrants were dry. —INP",
            "Traders wait at the gate of the market. (Ben Holm / Norvale Ledger)",
            "Minister Ada Quist insists that the fund is in surplus [Treasury picture]",
            "A member of the crew shows the rope that saved eleven [B. Holm]",
            "Soldiers rest. They say that the gate will stay closed. Norvale Photo/B. Holm",
            "Minister Ada Quist called the siege “a bomb with a lunch break”. Parliament Press Office",
        ] {
            assert!(caption(text), "{text}");
        }
    }

    #[test]
    fn brackets_of_other_kinds_do_not() {
        for text in [
            "Quist (Q-Norvale) said that the army and/or the council knew.",
            "Most voters are undecided. [Norvale Herald]",
            "The charge is false, he said (see the full letter).",
            "File the form by Monday, the ministry said.",
            "The council met again. It will go on, said Dr. Ada Quist",
            "Most people never heard of the plan. Minister: I was not told",
            "“We will not go. We never will.” Ada Quist",
            "Most of the council had backed the bid, among them Gov. Ada Quist and Sens. Cy Dorn.",
            "The report named a unit that was led by then-Cmdr. Ben Holm",
            "Ada Quist Suffered A Big Blow. Here’s Her Plan Now",
            "They were called and he said thanks for coming. Merry Christmas.”",
            "They wait at the gate of the market. —they were not asked",
            "They wait at the gate of the market (and nobody / nothing came)",
            "“The hydrants were as dry as the river bed.” —Ada Quist",
        ] {
            assert!(!caption(text), "{text}");
        }
    }
}
