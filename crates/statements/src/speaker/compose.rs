//! What a description is called in the record: "unnamed lawyer of Pruett", "Pruett’s supporters".

use gainsay_record::{SpeakerKind, TextRange};

use crate::data::nouns::ORGANIZATIONS;
use crate::doc::Doc;
use crate::lexicon::has;
use crate::speaker::cast::{Cast, Member};
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
            Head::Role if name.contains("spokes") => {
                format!("{name} for {}", bare(range.of(doc.text)))
            }
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
        (Head::Role, _) if name.contains("spokes") => {
            format!("{name} for {}", with_article(owner))
        }
        (Head::Role, _) => format!("{name} of {}", with_article(owner)),
        (_, SpeakerKind::Person) => format!("{}’s {name}", owner.name),
        (Head::Group, SpeakerKind::Government) if !pronoun => format!("{}’s {name}", owner.name),
        (_, SpeakerKind::Government) => format!("{} {name}", owner.name),
        (_, SpeakerKind::Group | SpeakerKind::Document) if !pronoun => {
            format!("{} {name}", possessive(doc, range))
        }
        // "its engineers", "the company’s engineers"; but "members of the union".
        (Head::Group, _)
            if !has(BELONGING, name.rsplit(' ').next().unwrap_or(&name))
                && !owner.name.contains(" of ") =>
        {
            let s = if owner.name.ends_with('s') { "" } else { "s" };
            format!("{}’{s} {name}", owner.name)
        }
        _ if pronoun => format!("{name} of {}", with_article(owner)),
        _ => format!("{} {name}", owner.name),
    }
}

/// Who belongs to something is of it. Sorted.
const BELONGING: &[&str] = &[
    "authors",
    "families",
    "leaders",
    "members",
    "officers",
    "officials",
    "owners",
    "relatives",
    "residents",
    "whips",
];

/// "the opera" of which somebody is the director; a name goes without.
fn with_article(owner: &Member) -> String {
    let described = !owner.named && owner.kind != SpeakerKind::Group;
    if described { format!("the {}", owner.name) } else { owner.name.clone() }
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
    // "a survey released Monday by …": the day does not matter.
    let words = complement.of(doc.text).split_whitespace().filter(|word| {
        // "Kelm Today" is a paper.
        !(word.len() > 5 && word.ends_with("day") && word.starts_with(char::is_uppercase))
    });
    let words = settlement(words.collect::<Vec<_>>().join(" "));
    let words = words.replace("released last week by", "released by");
    let words = words.replace("released this week by", "released by");
    let Some((preposition, _)) = words.split_once(' ') else { return words };
    let start = complement.start + preposition.len();
    let rest = TextRange::new(start, complement.end).trim(doc.text);
    match member_of(doc, countries, cast, rest) {
        Some(member) if cast.members[member].named => {
            let name = &cast.members[member].name;
            // The words say it all and keep their article.
            let noun = |name: &str| name.rsplit(' ').next().unwrap_or("").to_lowercase();
            let written = cast.members[member].kind == SpeakerKind::Organization
                && noun(&words) == noun(name)
                && words.split(' ').count() > name.split(' ').count();
            // "for the daily Mereposten": "for Mereposten".
            let bearer = words
                .strip_suffix(&**name)
                .and_then(|lead| lead.strip_prefix(preposition))
                .map_or("", str::trim);
            let plain = bearer.starts_with("the ") && !bearer.contains(char::is_uppercase);
            let person = cast.members[member].kind == SpeakerKind::Person;
            if plain && !person && !bearer.contains(" of") {
                format!("{preposition} {name}")
            } else if written || words.to_lowercase().contains(&name.to_lowercase()) {
                words
            } else {
                format!("{preposition} {name}")
            }
        }
        _ => words,
    }
}

/// "of the coastal town of Kelm", "of nearby Kelm": "of Kelm".
fn settlement(words: String) -> String {
    const SETTLEMENTS: &[&str] = &["city", "district", "island", "port", "town", "village"];
    let Some((preposition, rest)) = words.split_once(' ') else { return words };
    let nearby = ["nearby ", "neighboring ", "neighbouring "];
    if let Some(place) = nearby.iter().find_map(|near| rest.strip_prefix(near)) {
        return format!("{preposition} {place}");
    }
    let Some((kind, place)) = rest.strip_prefix("the ").and_then(|rest| rest.split_once(" of "))
    else {
        return words;
    };
    let named = place.starts_with(char::is_uppercase);
    let settled = kind.rsplit(' ').next().is_some_and(|noun| SETTLEMENTS.contains(&noun));
    if named && settled && kind.split(' ').count() < 3 {
        format!("{preposition} {place}")
    } else {
        words
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
    // "relatives of the dead" speak for no institution.
    let noun = inner.name.rsplit(' ').next().unwrap_or("");
    let called = inner.name.starts_with(char::is_uppercase) || has(ORGANIZATIONS, noun);
    let institution = matches!(inner.head, Head::Organization | Head::Media | Head::Bare);
    (institution && called).then_some((Some(inner.name), inner.country))
}

/// The known member that these words, all of them, name.
fn member_of(doc: &Doc, countries: &Countries, cast: &Cast, words: TextRange) -> Option<usize> {
    let p = pieces(doc, countries, doc.tokens_in(words));
    let (phrase, length) = read(doc, countries, &p)?;
    (length == p.len()).then(|| cast.find(&phrase)).flatten()
}
