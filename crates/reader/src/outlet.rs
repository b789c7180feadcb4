//! Who published an article, by what its own lines say.

use gainsay_record::{Text, Zone, ZoneKind};

use crate::unit::units;
use crate::zones::Layout;
use crate::zones::clutter::site_name;
use crate::zones::words::{is_domain, known_outlet};

/// Words after which a line goes on about others than the outlet.
fn first_of(list: &str) -> &str {
    let mut name = list;
    for joint in [" and ", ",", ";", " | ", " – ", " - ", " / "] {
        name = name.split(joint).next().unwrap_or(name);
    }
    name.trim().trim_end_matches('.')
}

/// A name as it stands in running lines: a few words that begin with capitals.
fn is_name(name: &str) -> bool {
    let words = name.split_whitespace().count();
    (1..=6).contains(&words)
        && name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !name.ends_with(':')
}

/// "Source: Al Jazeera".
fn from_source_line(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("Source:").or_else(|| line.strip_prefix("SOURCE:"))?;
    let name = first_of(rest);
    (is_name(name) && rest.split_whitespace().count() <= 10).then_some(name)
}

/// "© 2015 The Norvale Herald. All rights reserved."
fn from_copyright(line: &str) -> Option<&str> {
    let lower = line.to_lowercase();
    if !(lower.starts_with("copyright") || lower.starts_with('©') || lower.starts_with("(c)")) {
        return None;
    }
    let name = line.trim_start_matches(|c: char| !c.is_ascii_digit());
    let name = name.trim_start_matches(|c: char| {
        c.is_ascii_digit() || c.is_whitespace() || matches!(c, '-' | '–' | ',' | '.' | '©')
    });
    let name = name.strip_prefix("by ").unwrap_or(name);
    let name = name.split(['.', ',', '|', ';', '(']).next()?.trim();
    let name = name.split(" All ").next()?.split(" all ").next()?;
    let name = [" Company", " Inc", " Ltd", " LLC", " Network", " Media Group"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .unwrap_or(name);
    (is_name(name) && name.split_whitespace().count() <= 5).then_some(name)
}

/// "Published in Dawn, November 19th, 2014".
fn from_edition(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("Published in ").or_else(|| line.strip_prefix("Published by "))?;
    let name = first_of(rest);
    (is_name(name) && !name.bytes().any(|b| b.is_ascii_digit())).then_some(name)
}

/// The outlet that the text names, if it does.
pub(crate) fn of_text(text: &Text, layout: &Layout) -> Option<String> {
    let lines: Vec<&str> = layout
        .zones
        .iter()
        .filter(|zone: &&Zone| !zone.kind.speaks())
        .map(|zone| text.slice(zone.range))
        .collect();
    // "Source:" may stand on a line that nothing else marks.
    let source = layout
        .zones
        .iter()
        .rev()
        .filter(|zone| zone.range.len() < 80)
        .find_map(|zone| from_source_line(text.slice(zone.range)));
    let usual = |name: &str| known_outlet(name).unwrap_or(name).to_owned();
    let masthead = || {
        let head = layout.zones.iter().take_while(|zone| zone.kind != ZoneKind::Body);
        let mut names =
            head.filter(|zone| zone.kind == ZoneKind::Clutter).map(|zone| text.slice(zone.range));
        names.find_map(|line| {
            known_outlet(line)
                .filter(|name| name.len() > 4 || line.contains('.'))
                .map(str::to_owned)
                .or_else(|| is_domain(line).then(|| line.to_owned()))
        })
    };
    let own_name = || {
        lines.iter().rev().filter(|line| line.len() < 80).find_map(|line| {
            let unit = units(line).into_iter().next()?;
            site_name(&unit).map(|name| name.trim_end_matches('.').to_owned())
        })
    };
    source
        .map(usual)
        .or_else(masthead)
        .or_else(|| layout.masthead.clone())
        .or_else(|| layout.site.clone())
        .or_else(|| lines.iter().find_map(|line| from_edition(line)).map(usual))
        .or_else(|| lines.iter().rev().find_map(|line| from_copyright(line)).map(usual))
        .or_else(|| layout.employer.clone())
        .or_else(own_name)
        .or_else(|| layout.agency.map(|range| usual(first_of(text.slice(range)))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_name_their_outlet() {
        assert_eq!(from_source_line("Source: Norvale Radio and agencies"), Some("Norvale Radio"));
        assert_eq!(
            from_copyright("© 2015 The Norvale Herald Company. All rights reserved."),
            Some("The Norvale Herald")
        );
        assert_eq!(from_copyright("Copyright 2015 Norvale Radio"), Some("Norvale Radio"));
        assert_eq!(from_edition("Published in The Herald, May 3rd, 2015"), Some("The Herald"));
    }

    #[test]
    fn sentences_name_none() {
        assert_eq!(from_source_line("Source familiar with the talks says so."), None);
        assert_eq!(from_copyright("Copyright law was changed, she said."), None);
    }
}
