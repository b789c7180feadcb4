//! Articles for tests: one body zone a line.

use std::collections::BTreeMap;

use gainsay_language::{Attribution, Name, NameKind, Reading};
use gainsay_record::{
    Article, Basis, DateValue, Precision, Statement, Text, TextRange, Zone, ZoneKind,
};

use crate::whole;

/// An article whose lines are body paragraphs.
pub(crate) fn article(text: &str) -> Article {
    let mut zones = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let range = TextRange::new(at, at + line.len()).trim(text);
        at += line.len() + 1;
        if !range.is_empty() {
            zones.push(Zone { kind: ZoneKind::Body, range });
        }
    }
    Article {
        path: "test".to_owned(),
        text: Text::new(text.to_owned()),
        text_is_input: true,
        title: None,
        outlet: None,
        authors: Vec::new(),
        dateline: None,
        language: None,
        published: None,
        collected: None,
        url: None,
        zones,
    }
}

/// Text with marked attributions: `{s:…}`, `{c:…}`, `{q:…}` are source, cue and content, `{t:…}` is what
/// the model takes for the target; a digit after the letter tells several attributions apart. Gives the bare text and the attributions.
pub(crate) fn marked(text: &str) -> (String, Vec<Attribution>) {
    let mut bare = String::new();
    let mut found: Vec<(char, Attribution)> = Vec::new();
    let mut open: Vec<(char, char, usize)> = Vec::new();
    let chars: Vec<char> = text.chars().collect();
    let mut i = 0;
    while i < chars.len() {
        if chars[i] == '{' {
            let role = chars[i + 1];
            let (key, skip) = if chars[i + 2] == ':' { ('0', 3) } else { (chars[i + 2], 4) };
            open.push((role, key, bare.len()));
            i += skip;
            continue;
        }
        if chars[i] == '}' {
            let (role, key, start) = open.pop().expect("a mark to close");
            let range = TextRange::new(start, bare.len());
            let at = found.iter().position(|(k, _)| *k == key).unwrap_or_else(|| {
                let none = Attribution { confidence: 0.9, ..Attribution::default() };
                found.push((key, none));
                found.len() - 1
            });
            let a = &mut found[at].1;
            match role {
                's' => a.source.push(range),
                'c' => a.cue.push(range),
                't' => a.targets.push((range, 0.9)),
                _ => a.content.push(range),
            }
            i += 1;
            continue;
        }
        bare.push(chars[i]);
        i += 1;
    }
    (bare, found.into_iter().map(|(_, a)| a).collect())
}

/// The statements of a marked text.
pub(crate) fn read(text: &str) -> Vec<Statement> {
    let (bare, attributions) = marked(text);
    crate::statements(&article(&bare), &attributions, "model test")
}

/// The statements of a marked text whose first line is a headline.
pub(crate) fn read_headed(text: &str) -> Vec<Statement> {
    let (bare, attributions) = marked(text);
    let mut article = article(&bare);
    article.zones[0].kind = ZoneKind::Headline;
    crate::statements(&article, &attributions, "model test")
}

/// The statements of a marked text of which the model reads these names, wherever they stand.
pub(crate) fn read_knowing(text: &str, known: &[(&str, NameKind)]) -> Vec<Statement> {
    let (bare, attributions) = marked(text);
    let each = known.iter().flat_map(|&(name, kind)| {
        let places = bare.match_indices(name);
        places.map(move |(at, _)| Name { range: TextRange::new(at, at + name.len()), kind })
    });
    let mut names: Vec<Name> = each.collect();
    names.sort_by_key(|name| name.range.start);
    let reading = Reading { attributions, names };
    whole::read(&article(&bare), &reading, &BTreeMap::new(), "model test").statements
}

/// The statements of a marked text that was published on a day.
pub(crate) fn read_on(text: &str, day: &str) -> Vec<Statement> {
    let (bare, attributions) = marked(text);
    let published = Some(DateValue {
        value: day.to_owned(),
        precision: Precision::Day,
        basis: Basis::Input,
        span: None,
    });
    let article = Article { published, ..article(&bare) };
    crate::statements(&article, &attributions, "model test")
}
