//! Lines that are not the article: menus, counters, links, notices, forms, code.

use super::lists::{COUNTED, LINK, LISTS, NOTICE, REQUEST, SECTIONS, WHOLE};
use super::words::{REPORTING, is_outlet};
use crate::unit::Unit;

/// How sure a line's own words are that it is clutter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Nothing says so.
    No,
    /// It opens like clutter; a quotation or a reporting verb in a whole sentence outweighs that.
    Weak,
    /// Nothing an article says looks like this.
    Strong,
}

/// Labels after which lists of links follow.
pub(crate) fn opens_links(unit: &Unit) -> bool {
    unit.words <= 6
        && (LISTS.contains(&unit.key.as_str())
            || unit.key.starts_with("also on ") && unit.introduces()
            || unit.key.starts_with("more from ")
            || unit.key.starts_with("more on ") && unit.introduces())
}

/// Labels after which readers speak.
pub(crate) fn opens_comments(unit: &Unit) -> bool {
    let key = unit.key.as_str();
    unit.words <= 8
        && (matches!(
            key,
            "comments" | "read comments" | "view comments" | "show comments" | "all comments"
        ) || opens_form(unit)
            || counted(key).is_some_and(|what| what.starts_with("comment")))
}

/// The form in which readers are asked to speak: no article goes on after it.
pub(crate) fn opens_form(unit: &Unit) -> bool {
    ["leave a reply", "leave a comment", "post a comment", "your email address will not be"]
        .iter()
        .any(|form| unit.key.starts_with(form))
}

/// What is counted by a line such as "12 comments" or "Share 24".
fn counted(key: &str) -> Option<&str> {
    let digits = |word: &str| {
        let word = word.trim_start_matches('(').trim_end_matches(['k', 'm', '+', ')']);
        !word.is_empty() && word.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
    };
    let what = match key.split_once(' ') {
        Some((first, rest)) if digits(first) => rest,
        _ => key.rsplit_once(' ').filter(|(_, last)| digits(last))?.0,
    };
    let what = what.trim_matches(|c: char| !c.is_alphanumeric());
    let counts = COUNTED.contains(&what) || what.split(' ').all(|word| COUNTED.contains(&word));
    counts.then_some(what)
}

/// "0 Comments Sort by Oldest Add a comment", "Page 1 of 2", "Web Desk | Updated 2 hours ago".
fn is_control(unit: &Unit) -> bool {
    let key = unit.key.as_str();
    let number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let words: Vec<&str> = key.split(' ').collect();
    // A poll of the readers asks; one that the article is about answers.
    let asks = key.starts_with("poll:") && unit.text.contains('?');
    unit.words <= 12
        && !unit.quoted
        && (asks
            || key.contains("comment")
                && (key.contains("sort by") || key.contains("add a comment"))
            || matches!(words[..], ["page", one, "of", all] if number(one) && number(all))
            || key.ends_with(" ago") && (key.contains("updated") || key.contains("published")))
}

/// A name of a style sheet or a file: one lower-case token with hyphens or underscores.
fn is_slug(key: &str) -> bool {
    !key.contains(' ')
        && key.contains(['-', '_'])
        && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c))
}

/// Style sheets and scripts that scrapers take for text.
fn is_code(text: &str) -> bool {
    let declaration = text.ends_with(';')
        && text.split_once(':').is_some_and(|(name, _)| {
            name.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !name.is_empty()
        });
    declaration
        || text.ends_with('{') && text.len() < 120
        || ["window.", "var ", "function(", "function (", "googletag", "(function(", "document."]
            .iter()
            .any(|open| text.starts_with(open) && text.contains(['(', '=', ';']))
}

/// Tags with no words between them.
fn is_markup(text: &str) -> bool {
    let mut inside = false;
    text.starts_with('<')
        && !text.chars().any(|c| {
            inside = (inside || c == '<') && c != '>';
            !inside && c.is_alphanumeric()
        })
}

/// "NEWS SHOWBIZ SPORT", "Front page   World   Jobs": the names of a site's parts in a row.
pub(crate) fn is_sections(unit: &Unit) -> bool {
    if unit.quoted || unit.text.ends_with('.') || !(2..=16).contains(&unit.words) {
        return false;
    }
    let is_section = |name: &str| {
        let name = name.trim_matches(|c: char| !c.is_alphanumeric());
        SECTIONS.iter().any(|section| name.eq_ignore_ascii_case(section))
    };
    let spaced = unit.text.replace(['\t', '|', '•', '·', '/'], "   ");
    let entries: Vec<_> =
        spaced.split("  ").map(str::trim).filter(|entry| !entry.is_empty()).collect();
    if entries.len() >= 3 {
        let short = entries.iter().all(|entry| entry.split(' ').count() <= 3);
        return short && entries.iter().any(|entry| is_section(entry));
    }
    let words: Vec<_> = unit.text.split_whitespace().collect();
    let capitals = words.iter().all(|word| word.starts_with(|c: char| c.is_uppercase()));
    let sections = words.iter().filter(|word| is_section(word)).count();
    capitals && sections >= 3 && sections * 3 >= words.len() * 2
}

/// "Home | World | Business": many short entries between marks, no sentence.
fn is_menu(unit: &Unit) -> bool {
    // "Home » World » Quell": an angle that nothing opened is no quotation mark.
    let quoted = unit.quoted && (unit.text.contains(['"', '“', '”', '«']));
    if unit.ends || quoted || unit.words > 40 {
        return false;
    }
    let is_mark = |c: char| matches!(c, '|' | '•' | '·' | '»' | '›' | '>' | '/' | '—');
    let entries: Vec<_> =
        unit.text.split(is_mark).map(str::trim).filter(|entry| !entry.is_empty()).collect();
    let marked = unit.text.chars().filter(|&c| matches!(c, '|' | '•' | '»' | '›' | '>')).count();
    marked >= 2 && entries.len() >= 3 && unit.words <= entries.len() * 3
}

/// An address and nothing else: of a page, an account, a mailbox.
fn is_address(text: &str) -> bool {
    !text.contains(char::is_whitespace)
        && (text.starts_with("http://")
            || text.starts_with("https://")
            || text.starts_with("www.")
            || text.starts_with('@') && text.len() > 1
            || text.contains('@') && text.contains('.'))
}

/// "The ZBN is the Zorvian Broadcasting Network": a site explains its own short name.
pub(crate) fn site_name<'a>(unit: &Unit<'a>) -> Option<&'a str> {
    if unit.ends || unit.words > 12 {
        return None;
    }
    let rest = unit.text.strip_prefix("The ").unwrap_or(unit.text);
    let (short, name) = rest.split_once(" is the ")?;
    let capitals = short.chars().all(|c| c.is_uppercase()) && (2..=6).contains(&short.len());
    (capitals && name.starts_with(|c: char| c.is_uppercase())).then_some(name)
}

fn starts_with_any(key: &str, list: &[&str]) -> bool {
    list.iter().any(|open| key.starts_with(open))
}

/// A whole sentence that quotes or reports: never clutter on weak grounds.
fn reports(unit: &Unit) -> bool {
    unit.ends
        && unit.words >= 6
        && (unit.quoted
            || unit
                .key
                .split(|c: char| !c.is_alphanumeric() && c != '\'')
                .any(|word| REPORTING.contains(&word)))
}

/// The verdict on one line by its own words, wherever it stands.
pub(crate) fn verdict(unit: &Unit) -> Verdict {
    let (text, key) = (unit.text, unit.key.as_str());
    // The key has lost the marks at its ends; the lists of beginnings need those at the front.
    let opening = text.trim_start_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, '[' | '(' | '•' | '*' | '«' | '»' | '<' | '>' | '▶' | '–' | '-')
    });
    let opening: String = opening.chars().take(48).collect::<String>().to_lowercase();
    let opening = opening.replace('’', "'");

    if !text.chars().any(char::is_alphabetic) && !unit.quoted
        || unit.words <= 6 && WHOLE.contains(&key)
        || is_slug(key)
        || is_code(text)
        || is_address(text)
        || is_menu(unit)
        || is_sections(unit)
        || is_control(unit)
        || counted(key).is_some() && !unit.ends
        || starts_with_any(&opening, LINK) && unit.words <= 40
        || starts_with_any(&opening, NOTICE) && unit.words <= 60
        || unit.words <= 30 && !unit.ends && ends_in_teaser(key)
        || unit.words <= 40 && !reports(unit) && key.contains("all rights reserved")
        || is_outlet(text)
        || is_markup(text)
    {
        return Verdict::Strong;
    }
    if reports(unit) {
        return Verdict::No;
    }
    let cookies = key.contains("cookie")
        && ["we use", "this site", "this website", "accept", "our use of", "consent", "policy"]
            .iter()
            .any(|words| key.contains(words));
    let follow = (key.starts_with("follow ") || key.starts_with("reach "))
        && (text.contains('@') || key.contains("twitter") || key.contains("facebook"));
    if unit.words <= 60 && (cookies || follow)
        || unit.words <= 10 && !unit.ends && opening.starts_with("source:")
        || unit.words <= 40 && starts_with_any(&opening, REQUEST)
        || unit.words <= 20
            && (key.contains("privacy policy") || key.contains("terms of service"))
            && !unit.quoted
        || site_name(unit).is_some()
        // A word or two in small letters: the name of a page's slot, never a sentence.
        || unit.words <= 2 && !unit.ends && !unit.introduces() && !unit.quoted
            && !text.contains(char::is_uppercase) && !text.contains(|c: char| c.is_ascii_digit())
    {
        return Verdict::Weak;
    }
    Verdict::No
}

fn ends_in_teaser(key: &str) -> bool {
    ["next story", "previous story", "next article", "previous article", "read full story"]
        .iter()
        .any(|end| key.ends_with(end))
}
