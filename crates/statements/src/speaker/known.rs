//! What the model's names tell of phrases that the rules cannot place.

use std::collections::BTreeSet;

use gainsay_language::{Name, NameKind};
use gainsay_record::TextRange;

use crate::data::nouns::MEDIA;
use crate::doc::Doc;
use crate::lexicon::{has, spaced};
use crate::speaker::found::Found;
use crate::speaker::names::looks_like_a_person;
use crate::speaker::phrase::{Article, Head, Phrase};

/// What is noted of a name that the model takes for a place, or for no name: no company is called so.
pub(crate) const PLACE: &str = "(place)";

/// Gives a name that may be anybody's or anything's its kind, where the model knows it. A name that
/// the rules have placed, by a title or the noun it ends in, stays as it is.
pub(crate) fn heads(doc: &Doc, found: &mut [Found], names: &[Name], papers: &BTreeSet<String>) {
    let all = names;
    let persons: BTreeSet<String> = all
        .iter()
        .filter(|name| name.kind == NameKind::Person)
        .flat_map(|name| name.range.of(doc.text).split_whitespace())
        .map(str::to_owned)
        .collect();
    let mut names = names.iter().peekable();
    for Found { phrase, place, .. } in &mut *found {
        let within = names_in(all, phrase.range);
        grown(doc, phrase, within);
        called(doc, phrase, within);
        if matches!(phrase.head, Head::Person | Head::Bare | Head::Organization | Head::Role) {
            cut(doc, phrase, within);
            shared(doc, phrase, within);
            seated(doc, phrase, within);
        }
        while names.next_if(|name| name.range.end <= phrase.range.start).is_some() {}
        let Some(name) = names.peek().filter(|name| name.range.end <= phrase.range.end) else {
            if phrase.head == Head::Bare && !all.is_empty() {
                phrase.role_words.push(PLACE.to_owned());
                plural(phrase);
            }
            continue;
        };
        // The name and the phrase are the same words, but for an article.
        if phrase.head != Head::Bare || phrase.range.len() > name.range.len() + "the ".len() {
            continue;
        }
        match name.kind {
            _ if papers.contains(&phrase.name) => phrase.head = Head::Organization,
            NameKind::Person if looks_like_a_person(&phrase.name) => phrase.head = Head::Person,
            NameKind::Organization => phrase.head = Head::Organization,
            NameKind::Country if !persons.contains(&phrase.name) => {
                phrase.head = Head::Country;
                phrase.country = Some(phrase.name.clone());
            }
            NameKind::Place => {
                *place = true;
                phrase.role_words.push(PLACE.to_owned());
            }
            _ => {}
        }
    }
}

/// The names of several words that stand right after a noun for a paper: after "the newspaper El Marr",
/// El Marr is one wherever it is named.
pub(super) fn papers(doc: &Doc, found: &[Found]) -> BTreeSet<String> {
    let called = |phrase: &&Phrase| {
        let noun = phrase.range.of(doc.text).strip_suffix(&*phrase.name);
        let noun = noun.and_then(|before| before.split_whitespace().next_back());
        phrase.name.contains(' ') && noun.is_some_and(|noun| has(MEDIA, noun))
    };
    found.iter().map(|f| &f.phrase).filter(called).map(|phrase| phrase.name.clone()).collect()
}

/// The names within a range.
fn names_in(names: &[Name], range: TextRange) -> &[Name] {
    let from = names.partition_point(|name| name.range.start < range.start);
    let to = names.partition_point(|name| name.range.start < range.end);
    &names[from..to.max(from)]
}

/// The words of a name.
fn written(doc: &Doc, name: &Name) -> String {
    spaced(name.range.of(doc.text))
}

/// "Air Varnia", "Justice Without Frontiers": the institution that the model reads where the rules
/// have the last words of its name.
fn grown(doc: &Doc, phrase: &mut Phrase, names: &[Name]) {
    let short = matches!(phrase.head, Head::Bare | Head::Organization | Head::Country)
        && phrase.stem.is_empty()
        && phrase.name.starts_with(char::is_uppercase);
    let name = names
        .iter()
        .find(|name| name.kind == NameKind::Organization && name.range.end <= phrase.range.end);
    let Some(name) = name.filter(|_| short) else { return };
    let words = written(doc, name);
    let longer = words.strip_suffix(&*phrase.name).is_some_and(|lead| lead.ends_with(' '));
    if longer && words.starts_with(char::is_uppercase) {
        phrase.name = words;
        phrase.head = Head::Organization;
    }
}

/// "The Daily Caller": words for somebody that the model reads as the name of an institution.
fn called(doc: &Doc, phrase: &mut Phrase, names: &[Name]) {
    let role = phrase.head == Head::Role && phrase.owner.is_none() && phrase.complement.is_none();
    let [name] = names else { return };
    let words = written(doc, name);
    let whole = name.range.end == phrase.range.end && words.contains(' ');
    if role && whole && name.kind == NameKind::Organization && words == phrase.name {
        phrase.head = Head::Organization;
        phrase.stem = String::new();
        phrase.role = None;
    }
}

/// "Chieftainess Orla Venn", "Harbour Board President Orla Venn": what stands before the name that
/// the model reads is the role, whether a list has it or not.
fn cut(doc: &Doc, phrase: &mut Phrase, names: &[Name]) {
    let person = names.iter().rev().find(|name| name.kind == NameKind::Person);
    let Some((person, name)) = person.map(|person| (person, written(doc, person))) else { return };
    let role = phrase.head == Head::Role;
    // "Weaver", who is no weaver.
    if role && phrase.article == Article::None && name.eq_ignore_ascii_case(&phrase.name) {
        phrase.head = Head::Person;
        phrase.role = None;
        phrase.role_words.clear();
        phrase.name = name;
        return;
    }
    let Some(before) = phrase.name.strip_suffix(&*name) else { return };
    let bare = before.trim_end();
    let last = bare.rsplit(' ').next().unwrap_or(bare);
    let joins = last.ends_with("’s")
        || last.ends_with("'s")
        || last.starts_with(char::is_lowercase)
            && (!role || !name.contains(' ') || LINKS.contains(&last));
    let first = names.iter().find(|name| name.kind == NameKind::Person) == Some(person);
    let peer = matches!(bare, "Lord" | "Lady" | "Baroness") && !name.contains(' ');
    if peer || bare.is_empty() || bare.len() == before.len() || joins || !first {
        return;
    }
    phrase.role_words.extend(bare.split(' ').map(str::to_lowercase));
    if role {
        phrase.role = Some(bare.to_owned());
        phrase.stem = String::new();
    }
    phrase.role.get_or_insert_with(|| bare.to_owned());
    phrase.head = Head::Person;
    phrase.name = name;
}

/// "Ilmar Tessen and Mayor Orla Venn": the one before is no part of her role.
fn shared(doc: &Doc, phrase: &mut Phrase, names: &[Name]) {
    let Some(role) = phrase.role.clone().filter(|_| phrase.head == Head::Person) else { return };
    let others = names.iter().filter(|name| name.kind == NameKind::Person);
    for other in others.map(|name| name.range.of(doc.text)).filter(|&name| name != phrase.name) {
        if let Some((_, own)) = role.split_once(other) {
            let own = own.trim_start_matches([',', ' ']);
            // "Venn and Mayor", "Venn’s adviser"
            let joined = ["and", "’s", "'s"].iter().find_map(|word| own.strip_prefix(word));
            let own = joined.unwrap_or(own).trim();
            phrase.role = (!own.is_empty()).then(|| own.to_owned());
        }
    }
}

/// Words between a role and whose it is: "aide to Orla Venn".
const LINKS: [&str; 10] = ["and", "at", "by", "for", "from", "in", "of", "to", "under", "with"];

/// "Fact-checkers" at the beginning of a sentence: people, and no name.
fn plural(phrase: &mut Phrase) {
    let word = &phrase.name;
    let many = word.ends_with('s') && !word.ends_with("ss") && word.len() > 4;
    let written = word.chars().skip(1).all(|c| c.is_lowercase() || c == '-');
    if many && written && !word.contains(' ') && phrase.acronym.is_none() {
        phrase.name = word.to_lowercase();
        phrase.head = Head::Group;
    }
}

/// "Corran Shipping of Port Orla": where an institution has its seat is no part of the name that the
/// model reads.
fn seated(doc: &Doc, phrase: &mut Phrase, names: &[Name]) {
    let [name, seat] = names else { return };
    let places = matches!(seat.kind, NameKind::Place | NameKind::Country);
    if name.kind != NameKind::Organization || !places || phrase.head == Head::Person {
        return;
    }
    let (name, seat) = (written(doc, name), written(doc, seat));
    let rest = phrase.name.strip_prefix(&*name).and_then(|rest| rest.strip_prefix(" of "));
    if rest.is_some_and(|rest| rest.strip_prefix("the ").unwrap_or(rest) == seat) {
        phrase.name = name;
    }
}

#[cfg(test)]
mod tests {
    use gainsay_language::NameKind;
    use gainsay_record::SpeakerKind;

    use crate::testing::read_knowing;

    #[test]
    fn a_state_that_no_list_has_is_a_government_where_the_model_knows_it() {
        let kind = |names: &[(&str, NameKind)]| {
            read_knowing("{s:Lorrimond} {c:denied} {q:the charge}.", names)[0].speaker.kind
        };
        assert_eq!(kind(&[]), SpeakerKind::Person);
        assert_eq!(kind(&[("Lorrimond", NameKind::Country)]), SpeakerKind::Government);
    }
}
