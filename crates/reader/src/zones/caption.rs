//! Words that belong to a picture.

use super::words::known_outlet;
use crate::unit::Unit;

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
    "(file)",
];

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
        || lower.starts_with("photo by")
        || lower.starts_with("photo:")
        || lower.starts_with("ap photo")
        || lower.starts_with("photo courtesy")
        || lower.starts_with("courtesy of")
        || lower.ends_with("/file")
        || inner.split(['/', '|']).count() > 1
            && inner.split_whitespace().count() <= 8
            && inner.split(['/', '|']).any(is_agency)
}

/// Whether the line ends in a credit: in brackets, or "Ada Quist/Reuters" without.
fn ends_in_credit(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ' ']);
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some(body) = text.strip_suffix(close)
            && let Some(at) = body.rfind(open)
            && is_credit(&body[at + 1..])
        {
            return true;
        }
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
        " stands ",
        " stand ",
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
        ] {
            assert!(!caption(text), "{text}");
        }
    }
}
