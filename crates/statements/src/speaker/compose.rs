//! What a description is called in the record: "unnamed lawyer of Pruett", "Pruett’s supporters".

use gainsay_record::{SpeakerKind, TextRange};

use crate::doc::Doc;
use crate::speaker::cast::Cast;
use crate::speaker::country::Countries;
use crate::speaker::phrase::{Head, Phrase, read};
use crate::speaker::piece::pieces;
use crate::speaker::pronoun::Pronoun;
use crate::speaker::source::given;

/// The name of a description: its noun, whose it is and what follows it, with full names put in.
/// `owner` is whom the pronoun before it stands for, where it begins with one.
pub(crate) fn compose(
    doc: &Doc,
    countries: &Countries,
    cast: &Cast,
    phrase: &Phrase,
    owner: Option<usize>,
) -> String {
    if phrase.stem.is_empty() || !phrase.described() {
        return phrase.name.clone();
    }
    let mut name = match phrase.head {
        Head::Organization => phrase.name.clone(),
        _ => phrase.stem.clone(),
    };
    if let Some(complement) = phrase.complement {
        name.push(' ');
        name.push_str(&spelt_out(doc, countries, cast, complement));
    }
    let Some(range) = phrase.owner else { return name };
    let pronoun = Pronoun::of(doc.lowered(range)).is_some();
    let Some(owner) = owner.or_else(|| member_of(doc, countries, cast, range)) else {
        // A pronoun that stands for nobody known is left out, other words stay.
        return match phrase.head {
            _ if pronoun => name,
            Head::Role => format!("{name} of {}", bare(range.of(doc.text))),
            _ => format!("{} {name}", possessive(doc, range)),
        };
    };
    let owner = &cast.members[owner];
    match (phrase.head, owner.kind) {
        // "the monk's driver": who has no name lends none.
        (Head::Role, SpeakerKind::Person) if !owner.named => name,
        (_, SpeakerKind::Person) if !owner.named && pronoun => name,
        (_, SpeakerKind::Person) if !owner.named => format!("{} {name}", possessive(doc, range)),
        (Head::Role, _) => format!("{name} of {}", owner.name),
        (_, SpeakerKind::Person) => format!("{}’s {name}", owner.name),
        (_, SpeakerKind::Government) => format!("{} {name}", owner.name),
        (_, SpeakerKind::Group | SpeakerKind::Document) if !pronoun => {
            format!("{} {name}", possessive(doc, range))
        }
        _ if pronoun => format!("{name} of {}", owner.name),
        _ => format!("{} {name}", owner.name),
    }
}

/// "The commissioner" before "’s office": "commissioner’s"; a name goes without ("Velimir").
fn possessive(doc: &Doc, owner: TextRange) -> String {
    let words = bare(owner.of(doc.text));
    let after = &doc.text[owner.end..];
    let mark = after.chars().next().filter(|c| matches!(c, '\'' | '’'));
    match mark {
        Some(mark) if words.starts_with(char::is_lowercase) => {
            let s = if after[mark.len_utf8()..].starts_with('s') { "s" } else { "" };
            format!("{words}{mark}{s}")
        }
        _ => words.to_owned(),
    }
}

/// Without the article.
fn bare(words: &str) -> &str {
    ["the ", "The ", "a ", "A ", "an ", "An "]
        .iter()
        .find_map(|article| words.strip_prefix(article))
        .unwrap_or(words)
}

/// "for Amundsen" with the full name put in, "of the company" with the company's.
fn spelt_out(doc: &Doc, countries: &Countries, cast: &Cast, complement: TextRange) -> String {
    let words = complement.of(doc.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((preposition, _)) = words.split_once(' ') else { return words };
    let start = complement.start + preposition.len();
    let rest = TextRange::new(start, complement.end).trim(doc.text);
    match member_of(doc, countries, cast, rest) {
        Some(member) if cast.members[member].named => {
            let name = &cast.members[member].name;
            // The words say it all and keep their article.
            if words.to_lowercase().contains(&name.to_lowercase()) {
                words
            } else {
                format!("{preposition} {name}")
            }
        }
        _ => words,
    }
}

/// Whom somebody speaks for: whose spokesman, lawyer, chairman, report it is. An institution
/// or person, and a country.
pub(crate) fn speaks_for(
    doc: &Doc,
    countries: &Countries,
    cast: &Cast,
    phrase: &Phrase,
) -> Option<(Option<String>, Option<String>)> {
    let words = match (phrase.owner, phrase.complement) {
        (Some(owner), _) => owner,
        (None, Some(complement)) => {
            let (preposition, _) = doc.lowered(complement).split_once(' ')?;
            if !matches!(preposition, "of" | "for" | "from" | "by" | "at") {
                return None;
            }
            let start = complement.start + preposition.len();
            TextRange::new(start, complement.end).trim(doc.text)
        }
        (None, None) => return None,
    };
    if let Some(principal) = member_of(doc, countries, cast, words) {
        let principal = &cast.members[principal];
        return match principal.kind {
            SpeakerKind::Government => Some((None, Some(principal.name.clone()))),
            _ if principal.named || principal.kind == SpeakerKind::Organization => {
                Some((Some(principal.name.clone()), principal.country.clone()))
            }
            _ => None,
        };
    }
    // Somebody the article says no more of: "the Atlantic States’ joint staff".
    let inner = given(doc, countries, words)?;
    if let Some(owner) =
        inner.owner.filter(|o| bare(o.of(doc.text)).starts_with(char::is_uppercase))
    {
        return Some((Some(bare(owner.of(doc.text)).to_owned()), inner.country));
    }
    let institution = matches!(inner.head, Head::Organization | Head::Media | Head::Bare);
    institution.then_some((Some(inner.name), inner.country))
}

/// The known member that these words, all of them, name.
fn member_of(doc: &Doc, countries: &Countries, cast: &Cast, words: TextRange) -> Option<usize> {
    let p = pieces(doc, countries, doc.tokens_in(words));
    let (phrase, length) = read(doc, countries, &p)?;
    (length == p.len()).then(|| cast.find(&phrase)).flatten()
}
