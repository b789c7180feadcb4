//! Names as the model finds them, made whole: words, not pieces of them, and no mark or function
//! word at either end. What a name is called by its own last word outranks what the model says.

use gainsay_countries::Word;
use gainsay_language::{Name, NameKind};
use gainsay_record::TextRange;

use crate::data::first_names::{FEMALE, MALE};
use crate::data::nouns::{ORGANIZATIONS, PARTICLES};
use crate::data::people::ROLES;
use crate::doc::{Doc, Shape};
use crate::lexicon::has;
use crate::speaker::country::Countries;

/// Words that neither begin nor end a name. Sorted.
#[rustfmt::skip]
const FUNCTION_WORDS: &[&str] = &[
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "that", "the",
    "to", "with",
];

/// Last words of places. Sorted.
#[rustfmt::skip]
pub(super) const PLACES: &[&str] = &[
    "airport", "avenue", "bay", "beach", "boulevard", "bridge", "canal", "cape", "city", "coast",
    "desert", "district", "governorate", "gulf", "harbor", "harbour", "hills", "island", "islands",
    "lake", "mountains", "ocean", "peninsula", "plateau", "province", "region", "river", "road",
    "sea", "square", "stadium", "strait", "street", "valley", "village",
];

/// What joins the parts of an institution's name. Sorted.
const JOINS: &[&str] = &["&", "for", "for the", "of", "of the"];

/// The names of an article in text order, none over another.
pub(super) fn mended(doc: &Doc, countries: &Countries, names: &[Name]) -> Vec<Name> {
    let mut whole: Vec<Name> = Vec::with_capacity(names.len());
    for name in names {
        let Some(range) = trimmed(doc, words(doc, name.range)) else { continue };
        let name = Name { range, kind: name.kind };
        let Some(last) = whole.last_mut() else {
            whole.push(name);
            continue;
        };
        // Pieces of one word, or neighbours that are one name.
        let longer = if range.len() > last.range.len() { name.kind } else { last.kind };
        let shared = last.range.overlaps(range).then_some(longer);
        match shared.or_else(|| joined(doc, *last, name)) {
            Some(kind) => *last = Name { range: last.range.cover(range), kind },
            None => whole.push(name),
        }
    }
    let names: Vec<Name> = whole.into_iter().flat_map(|name| parted(doc, name)).collect();
    let mut names = with_states(doc, countries, names);
    names.retain(|name| name.kind == NameKind::Role || is_name(doc, name.range));
    for i in 0..names.len() {
        let next = names.get(i + 1).map_or(doc.text.len(), |next| next.range.start);
        let name = &mut names[i];
        first_name_goes_on(doc, name, next);
        name.kind = listed(doc, countries, *name).unwrap_or_else(|| by_form(doc, *name));
    }
    names
}

/// The range from the beginning of its first word to the end of its last. Parts of a word with a
/// hyphen are words ("Tessen" in "Tessen-led"), but for names ("al-Marr").
fn words(doc: &Doc, range: TextRange) -> TextRange {
    let first = word_at(doc, range.start).map_or(range.start, |word| word.start);
    let last = word_at(doc, range.end.saturating_sub(1)).map_or(range.end, |word| word.end);
    TextRange::new(first.min(range.start), last.max(range.end))
}

/// The word, or part of one with a hyphen, that holds the byte at `offset`.
fn word_at(doc: &Doc, offset: usize) -> Option<TextRange> {
    let token = doc.tokens.partition_point(|t| t.range.start <= offset).checked_sub(1)?;
    let (range, raw) = (doc.tokens[token].range, doc.raw(token));
    if !range.contains_offset(offset) || doc.tokens[token].shape == Shape::Mark {
        return None;
    }
    let hyphen = |c: char| matches!(c, '-' | '‐' | '‑');
    let named = raw.split(hyphen).next_back()?.starts_with(char::is_uppercase)
        && has(PARTICLES, raw.split(hyphen).next()?);
    if named || !raw.contains(hyphen) {
        return Some(range);
    }
    // The offset may lie within a letter ("Poura-Ndé").
    let before = raw[..raw.floor_char_boundary(offset - range.start)].rfind(hyphen);
    let start = before.map_or(0, |at| at + raw[at..].chars().next().map_or(1, char::len_utf8));
    let end = raw[start..].find(hyphen).map_or(raw.len(), |at| start + at);
    Some(TextRange::new(range.start + start, range.start + end.max(start)))
}

/// Without function words and marks at the ends; the point of "Ltd." stays.
fn trimmed(doc: &Doc, range: TextRange) -> Option<TextRange> {
    let tokens = doc.tokens_in(range);
    // A name may begin within a token ("anti-Varnian").
    let from = tokens.start.saturating_sub(1)..tokens.end;
    let mut ranges: Vec<TextRange> = from
        .filter(|&t| doc.tokens[t].range.overlaps(range))
        .map(|t| {
            let token = doc.tokens[t].range;
            TextRange::new(token.start.max(range.start), token.end.min(range.end))
        })
        .collect();
    let idle = |r: &TextRange| {
        let words = doc.lowered(*r);
        !words.contains(char::is_alphanumeric)
            || has(FUNCTION_WORDS, words)
            || matches!(words, "'s" | "’s")
    };
    // "The" of a title is no part of the name either; "US" before a sum of money is none.
    let point = |r: &TextRange, before: &TextRange| {
        doc.lowered(*r) == "." && before.end == r.start && before.len() <= 5
    };
    while let Some((last, rest)) = ranges.split_last() {
        if !idle(last) || rest.last().is_some_and(|before| point(last, before)) {
            break;
        }
        ranges.pop();
    }
    let first = ranges.iter().position(|r| !idle(r))?;
    let range = TextRange::new(ranges[first].start, ranges.last()?.end);
    let money = doc.text[range.end..].starts_with(['$', '€', '£']);
    (!money).then_some(range)
}

/// The kind of the one name that two neighbours are, if they are one.
fn joined(doc: &Doc, first: Name, second: Name) -> Option<NameKind> {
    use NameKind::{Country, Group, Nationality, Organization, Other, Person, Place, Role};
    let between = TextRange::new(first.range.end, second.range.start).of(doc.text);
    if doc.sentence_at(first.range.start) != doc.sentence_at(second.range.start) {
        return None;
    }
    let one_word = |name: Name| !name.range.of(doc.text).contains(' ');
    let lead = doc.lowered(first.range);
    let tail = doc.lowered(second.range);
    let named = |name: Name| !matches!(name.kind, Role | Other);
    match between {
        // "Quell-Marr" is one name, "Varnia-Merrow" two.
        "-" | "‐" | "‑" if named(first) && named(second) => {
            let state = |name: Name| matches!(name.kind, Country | Nationality | Place);
            let both = [first, second];
            match both.iter().find(|name| name.kind == Organization) {
                _ if state(first) && state(second) => None,
                Some(_) => Some(Organization),
                None => Some(second.kind),
            }
        }
        " " => match (first.kind, second.kind) {
            (Organization, Organization) | (Place, Place) | (Group, Organization)
                if one_word(second) && has(ORGANIZATIONS, tail) =>
            {
                Some(Organization)
            }
            (Organization, Organization) if one_word(first) || one_word(second) => {
                Some(Organization)
            }
            (Place, Place) => Some(Place),
            // "Jim Press": a first name and what only looks like a paper.
            (Person, Organization | Place)
                if one_word(first)
                    && one_word(second)
                    && (has(MALE, lead) || has(FEMALE, lead)) =>
            {
                Some(Person)
            }
            _ => None,
        },
        _ if has(JOINS, between.trim())
            && between.len() > between.trim().len() + 1
            && first.kind == Organization
            && matches!(second.kind, Organization | Place | Group)
            && one_word(first)
            && (has(ORGANIZATIONS, lead) || between == " & ") =>
        {
            Some(Organization)
        }
        _ => None,
    }
}

/// "Harbour Board (HB": a bracket within parts two names.
fn parted(doc: &Doc, name: Name) -> Vec<Name> {
    let words = name.range.of(doc.text);
    let Some(open) = words.find(['(', '[']) else { return vec![name] };
    let at = |from: usize, to: usize| {
        let range = TextRange::new(name.range.start + from, name.range.start + to);
        trimmed(doc, range).map(|range| Name { range, kind: name.kind })
    };
    [at(0, open), at(open + 1, words.len())].into_iter().flatten().collect()
}

/// "United" and "Arab Emirates" are one state, and so are words that no name has.
fn with_states(doc: &Doc, countries: &Countries, names: Vec<Name>) -> Vec<Name> {
    let mut all: Vec<Name> = Vec::with_capacity(names.len());
    let mut rest = names.into_iter().peekable();
    for sentence in &doc.sentences {
        let mut token = sentence.tokens.start;
        while token < sentence.tokens.end {
            let state = countries
                .at(doc, token, sentence.tokens.end)
                .filter(|found| found.word == Word::Name && found.tokens > 1);
            let Some(found) = state else {
                token += 1;
                continue;
            };
            let range = doc.range(token..token + found.tokens);
            token += found.tokens;
            while let Some(name) = rest.next_if(|name| name.range.end <= range.start) {
                all.push(name);
            }
            let mut pieces = Vec::new();
            while let Some(name) = rest.next_if(|name| name.range.start < range.end) {
                pieces.push(name);
            }
            if pieces.iter().all(|name| range.contains(name.range) && name.range != range) {
                pieces = vec![Name { range, kind: NameKind::Country }];
            }
            all.extend(pieces);
        }
    }
    all.extend(rest);
    all
}

/// Names have a capital.
fn is_name(doc: &Doc, range: TextRange) -> bool {
    range.of(doc.text).contains(char::is_uppercase)
}

/// "Ada" of "Ada Quist", where the model missed the rest. Another name begins at `limit`.
fn first_name_goes_on(doc: &Doc, name: &mut Name, limit: usize) {
    let word = doc.lowered(name.range);
    if name.kind != NameKind::Person || !(has(MALE, word) || has(FEMALE, word)) {
        return;
    }
    let tokens = doc.tokens_in(name.range);
    let Some(next) = doc.tokens.get(tokens.end) else { return };
    let near = TextRange::new(name.range.end, next.range.start.max(name.range.end));
    let lower = doc.word(tokens.end);
    if next.shape == Shape::Capital
        && next.range.end <= limit
        && near.of(doc.text) == " "
        && !has(ROLES, lower)
        && !has(ORGANIZATIONS, lower)
        && !has(PARTICLES, lower)
        && gainsay_countries::find(lower).is_none()
    {
        name.range.end = next.range.end;
    }
}

/// What the list of countries says of a name that is neither a place nor a state to the model.
fn listed(doc: &Doc, countries: &Countries, name: Name) -> Option<NameKind> {
    use NameKind::{Country, Group, Nationality, Organization, Person};
    let tokens = doc.tokens_in(name.range);
    if tokens.is_empty() || doc.range(tokens.clone()) != name.range {
        return None;
    }
    let found = countries.at(doc, tokens.start, doc.tokens.len().min(tokens.end + 1))?;
    if found.tokens != tokens.len() {
        return None;
    }
    match (found.word, name.kind) {
        (Word::Name, Person | Organization | Group | Nationality) => Some(Country),
        (Word::Adjective | Word::People, Person | Organization | Country) => Some(Nationality),
        _ => None,
    }
}

/// What the last word says: "… Ministry" is nobody's name, "… Airport" a place.
fn by_form(doc: &Doc, name: Name) -> NameKind {
    let words = doc.lowered(name.range);
    let last = words.rsplit(' ').next().unwrap_or(words);
    let several = words.contains(' ');
    match name.kind {
        NameKind::Person if several && has(ORGANIZATIONS, last) && !first_name(words) => {
            NameKind::Organization
        }
        NameKind::Person if !several && shouted(doc, name.range) => NameKind::Organization,
        NameKind::Organization if several && has(PLACES, last) => NameKind::Place,
        kind => kind,
    }
}

fn first_name(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or(words);
    has(MALE, first) || has(FEMALE, first)
}

/// Whether a single word is an acronym: all capitals in a line that is not.
fn shouted(doc: &Doc, range: TextRange) -> bool {
    let tokens = doc.tokens_in(range);
    let Some(token) = doc.tokens.get(tokens.start).filter(|t| t.shape == Shape::Upper) else {
        return false;
    };
    let line = doc.paragraph_at(token.range.start).map(|p| doc.paragraphs[p].range.of(doc.text));
    line.is_some_and(|line| line.contains(char::is_lowercase))
}

#[cfg(test)]
mod tests;
