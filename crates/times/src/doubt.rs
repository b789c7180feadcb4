//! What is not a time, though it looks like one: "may", "march", "2001 people", "Fox News
//! Sunday", page and flight numbers.

use crate::lexicon::{Key, Unit, Word};
use crate::token::Tokens;

/// Whether what stands before the digits at `i` makes them part of a longer number, a sum of money,
/// a score or a code.
pub(crate) fn continues_number(t: &Tokens<'_>, i: usize) -> bool {
    t.glued(i)
        && match t.back(i, 1) {
            Word::Punct(b'$' | b'#' | 0 | b'@' | b'&' | b'=' | b'%' | b'+') => true,
            // "3.1998", "12,1998"
            Word::Punct(b'.' | b',' | b':') => {
                matches!(t.back(i, 2), Word::Digits(_)) && t.glued(i - 1)
            }
            Word::Punct(_) => false,
            _ => true,
        }
}

/// Whether the digits at `i` belong to a longer number, a sum of money, a score or a code.
pub(crate) fn part_of_number(t: &Tokens<'_>, i: usize) -> bool {
    let goes_on = t.glued(i + 1)
        && match t.word(i + 1) {
            Word::Punct(b'%' | b'@' | b'#') => true,
            Word::Punct(b'.' | b',' | b':') => {
                t.glued(i + 2) && matches!(t.word(i + 2), Word::Digits(_))
            }
            Word::Punct(_) | Word::Key(Key::S | Key::St) => false,
            _ => true,
        };
    goes_on || continues_number(t, i)
}

/// Whether a number in the form of a year is none.
pub(crate) fn is_no_year(t: &Tokens<'_>, i: usize, end: usize, n: i32) -> bool {
    // "No. 1998", "page 1998", "Flight 1998", "Boeing 2000"
    if let Word::Punct(b'.') = t.back(i, 1)
        && i >= 2
        && ["no", "nos", "pp", "p", "rs"].iter().any(|w| t.spells(i - 2, w))
    {
        return true;
    }
    if i > 0 {
        let before = t.str(i - 1);
        let counted = [
            "page",
            "number",
            "flight",
            "channel",
            "room",
            "route",
            "highway",
            "form",
            "section",
            "model",
            "windows",
            "nearly",
            "about",
            "over",
            "than",
            "almost",
            "some",
            "approximately",
            "roughly",
            "least",
            "top",
            "nasdaq",
            "points",
            "rs",
            "us",
            "building",
            "block",
            "suite",
            "article",
            "box",
            "only",
            "another",
            "x",
        ];
        let meant = ["about", "over", "than", "only", "us", "x"];
        if counted.iter().any(|w| before.eq_ignore_ascii_case(w))
            && !(n >= 1900
                && meant.iter().any(|w| before.eq_ignore_ascii_case(w))
                && !counts(t, end))
        {
            return true;
        }
    }
    if counts(t, end) {
        return true;
    }
    let hyphen = t.sign(end, b'-') && t.glued(end) && t.glued(end + 1);
    if hyphen && !matches!(t.word(end + 1), Word::Digits(_)) {
        // "2000-strong", "a 1500-page report" but "the 1998-based index"
        return n < 1900 || !t.letters(end + 1) || matches!(t.word(end + 1), Word::Unit { .. });
    }
    // "3-1998", "A-1998": a code; "mid-1998" and "1998-1999" are not.
    if t.signed(i, 1, b'-') && t.glued(i) && t.glued(i - 1) {
        let ok = t.was(i, 2, Key::Mid)
            || t.was(i, 2, Key::Early)
            || t.was(i, 2, Key::Late)
            || matches!(t.back(i, 2), Word::Digits(1000..=2199))
            || ["post", "pre"].iter().any(|w| t.spells(i - 2, w));
        if !ok {
            return true;
        }
    }
    if (1900..=2050).contains(&n) {
        return false;
    }
    // Earlier and later years only where the sentence says that they are years.
    !(dating(t, i) || (t.was(i, 1, Key::The) && t.letters(end)) || t.was(i, 1, Key::Mid))
}

/// Whether what follows a number is counted by it: "2001 people", "2000 miles".
fn counts(t: &Tokens<'_>, end: usize) -> bool {
    match t.word(end) {
        Word::Number(_) | Word::Meridiem(_) => return true,
        Word::Unit { unit, many } => return many || unit == Unit::Decade,
        Word::Punct(b'%') => return true,
        _ => {}
    }
    const COUNTED: &[&str] = &[
        "people",
        "men",
        "women",
        "children",
        "troops",
        "soldiers",
        "workers",
        "employees",
        "jobs",
        "miles",
        "feet",
        "meters",
        "metres",
        "kilometers",
        "kilometres",
        "pounds",
        "tons",
        "tonnes",
        "dollars",
        "euros",
        "percent",
        "shares",
        "points",
        "copies",
        "votes",
        "seats",
        "units",
        "homes",
        "houses",
        "civilians",
        "refugees",
        "inmates",
        "students",
        "members",
        "rebels",
        "protesters",
        "cases",
        "deaths",
        "gmt",
        "utc",
        "hrs",
        "square",
        "acres",
        "barrels",
        "ounces",
        "degrees",
        "yards",
        "cars",
        "passengers",
        "police",
        "officers",
        "companies",
        "times",
        "volunteers",
        "delegates",
        "km",
        "kg",
        "lbs",
        "ft",
        "mph",
        "watts",
        "prisoners",
        "bodies",
        "rupees",
        "rubles",
    ];
    COUNTED.iter().any(|w| t.spells(end, w))
}

/// Whether a word that dates stands before `i`: "in", "since", "by", "last" …
pub(crate) fn dating(t: &Tokens<'_>, i: usize) -> bool {
    if t.spelt(i, 1, "into") {
        return true;
    }
    let near = |n: usize| {
        matches!(
            t.back(i, n),
            Word::Key(
                Key::In
                    | Key::Since
                    | Key::Until
                    | Key::By
                    | Key::From
                    | Key::During
                    | Key::Before
                    | Key::After
                    | Key::Between
                    | Key::Through
                    | Key::Last
                    | Key::Next
                    | Key::This
                    | Key::Early
                    | Key::Late
                    | Key::Mid
                    | Key::Of
                    | Key::End
                    | Key::Beginning
                    | Key::Each
                    | Key::Every
                    | Key::Past
                    | Key::Following
                    | Key::Previous
                    | Key::Coming
                    | Key::Ended
            )
        )
    };
    near(1) || (t.signed(i, 1, b'-') && near(2)) || (t.was(i, 1, Key::The) && near(2))
}

/// Whether the month's name at `i` (`next` is the token after it) stands for something else. What
/// follows it is known to be neither day nor year.
pub(crate) fn is_no_month(t: &Tokens<'_>, i: usize, next: usize) -> bool {
    let Word::Month { n, short } = t.word(i) else { return true };
    if !t.capital(i) || t.glued(i) && matches!(t.back(i, 1), Word::Punct(b'@' | b'#' | b'.' | b'_'))
    {
        return true;
    }
    let dated = dating(t, i)
        || (t.is(i.wrapping_sub(1), Key::To)
            && matches!(t.back(i, 2), Word::Month { .. } | Word::Digits(_)))
        || (matches!(t.back(i, 1), Word::Key(Key::And | Key::Or))
            && matches!(t.back(i, 2), Word::Month { .. }));
    match n {
        // "May we …", "March on Washington"
        5 => return !dated || t.begins_sentence(i) || t.was(i, 1, Key::Of) && t.capital(next),
        3 if !dated => return marches(t, i, next),
        _ => {}
    }
    if short && !(t.sign(i + 1, b'.') || dated) {
        return true;
    }
    if dated {
        return false;
    }
    // "April Jones", "June said"; at a sentence's head or after a name it is a person.
    let name = matches!(n, 4 | 6 | 8);
    let title = |w: &str| i > 1 && t.spells(i - 2, w);
    if t.signed(i, 1, b'.')
        && ["mr", "mrs", "ms", "dr", "gen", "sen", "rep", "gov"].into_iter().any(title)
    {
        return true;
    }
    name && ((t.capital(next) && t.word(next) == Word::Other)
        || (t.capital(i.wrapping_sub(1))
            && t.back(i, 1) == Word::Other
            && !t.begins_sentence(i - 1)))
}

/// Whether "March" without a word that dates before it is one on foot: "March on Washington", "the
/// March for Life", "March of Dimes". "The March vote", "her March comment" are in the month.
fn marches(t: &Tokens<'_>, i: usize, next: usize) -> bool {
    let before = t.back(i, 1);
    t.begins_sentence(i)
        || matches!(t.word(next), Word::Key(Key::For | Key::On | Key::Of | Key::To))
        || t.capital(next)
        || (before == Word::Other && t.capital(i - 1))
        || !matches!(before, Word::Key(_) | Word::Other | Word::Verb(_))
}

/// Whether the weekday's name at `i` is part of a title or a name, or an abbreviation without its
/// full stop.
pub(crate) fn is_no_weekday(t: &Tokens<'_>, i: usize, next: usize) -> bool {
    let Word::Weekday { short, .. } = t.word(i) else { return true };
    if short && next == i + 1 {
        return true;
    }
    const BEFORE: &[&str] = &[
        "news", "black", "bloody", "super", "cyber", "ash", "palm", "good", "holy", "fat",
        "giving", "ruby", "casual", "man", "freaky", "shrove", "maundy",
    ];
    const AFTER: &[&str] = &[
        "times",
        "post",
        "herald",
        "mirror",
        "telegraph",
        "express",
        "mail",
        "independent",
        "star",
        "journal",
        "tribune",
        "review",
        "people",
        "sun",
        "mercury",
        "world",
        "prayers",
        "school",
        "league",
        "magazine",
        "edition",
    ];
    (i > 0 && t.capital(i - 1) && BEFORE.iter().any(|w| t.spells(i - 1, w)))
        || (t.capital(next) && AFTER.iter().any(|w| t.spells(next, w)))
        || (t.capital(next)
            && matches!(t.word(next), Word::Part(_))
            && (t.spells(next + 1, "live") || t.spells(next + 1, "football")))
}
