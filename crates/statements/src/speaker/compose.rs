//! What a description is called in the record: "unnamed lawyer of Pruett", "Pruett’s supporters".

use gainsay_record::{SpeakerKind, TextRange};

use crate::doc::Doc;
use crate::speaker::cast::Cast;
use crate::speaker::country::Countries;
use crate::speaker::phrase::{Head, Phrase, read};
use crate::speaker::piece::pieces;

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
    let Some(owner) = owner.or_else(|| member_of(doc, countries, cast, range)) else {
        // A pronoun that stands for nobody known is left out, other words stay.
        let pronoun = crate::speaker::pronoun::Pronoun::of(doc.lowered(range)).is_some();
        let bare = range.of(doc.text).trim_start_matches("the ").trim_start_matches("The ");
        return if pronoun || phrase.head == Head::Role { name } else { format!("{bare} {name}") };
    };
    let owner = &cast.members[owner];
    let somebody = matches!(owner.kind, SpeakerKind::Person | SpeakerKind::Group);
    match phrase.head {
        // "the monk's driver": who has no name lends none.
        _ if owner.head == Head::Role && !owner.named => name,
        Head::Role => format!("{name} of {}", owner.name),
        _ if owner.kind == SpeakerKind::Group => format!("{name} of {}", owner.name),
        _ if somebody => format!("{}’s {name}", owner.name),
        _ => format!("{} {name}", owner.name),
    }
}

/// "for Amundsen" with the full name put in, "of the company" with the company's.
fn spelt_out(doc: &Doc, countries: &Countries, cast: &Cast, complement: TextRange) -> String {
    let words = complement.of(doc.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((preposition, _)) = words.split_once(' ') else { return words };
    let start = complement.start + preposition.len();
    let rest = TextRange::new(start, complement.end).trim(doc.text);
    match member_of(doc, countries, cast, rest) {
        Some(member) if cast.members[member].named || cast.members[member].head != Head::Role => {
            format!("{preposition} {}", cast.members[member].name)
        }
        _ => words,
    }
}

/// The known member that these words, all of them, name.
fn member_of(
    doc: &Doc,
    countries: &Countries,
    cast: &Cast,
    words: TextRange,
) -> Option<usize> {
    let p = pieces(doc, countries, doc.tokens_in(words));
    let (phrase, length) = read(doc, countries, &p)?;
    (length == p.len()).then(|| cast.find(&phrase)).flatten()
}
