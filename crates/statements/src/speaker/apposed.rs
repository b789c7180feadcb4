//! Who stands beside a description: "Orla Venn, 43, the minister, who said".

use gainsay_record::{SpeakerKind, TextRange};

use crate::doc::{Doc, Shape};
use crate::speaker::cast::{Cast, Mention};
use crate::speaker::found::Found;
use crate::speaker::names::begins_with_first_name;
use crate::speaker::phrase::{Head, Phrase};

/// How far before a relative pronoun the noun is looked for, in bytes.
const NEAR: usize = 200;

/// The person whom a source only describes: the phrase before the comma that opens it, or the one
/// that runs over that comma. `before` are the phrases that end before the source, `over` is the next.
pub(super) fn bearer<'f>(
    doc: &Doc,
    before: &'f [Found],
    over: Option<&'f Found>,
    source: TextRange,
) -> Option<&'f Phrase> {
    let tokens = doc.tokens_in(source);
    // "Near Orla Venn, the minister said" goes on with a verb; a name may be cut in two.
    let capital = |t: &usize| doc.tokens[*t].shape == Shape::Capital;
    let next = (tokens.end..doc.tokens.len()).find(|t| !capital(t))?;
    if !matches!(doc.word(next), "," | "who") {
        return None;
    }
    let end = doc.tokens[name_end(doc, tokens.start)?].range.end;
    let person = |phrase: &&Phrase| phrase.may_be_a_person();
    let over = over.map(|f| &f.phrase).filter(person);
    let over = over.filter(|p| p.range.start < end && p.range.end > source.start);
    let near = before.iter().rev().take(4).map(|f| &f.phrase);
    over.or_else(|| near.filter(person).find(|p| p.range.end == end))
}

/// The last token of what a phrase that begins with token `start` stands in apposition to: what is before
/// a comma, or before an age between commas.
fn name_end(doc: &Doc, start: usize) -> Option<usize> {
    let comma = |t: usize| doc.word(t) == ",";
    let last = start.checked_sub(2).filter(|&last| comma(last + 1))?;
    let age = doc.tokens[last].shape == Shape::Number;
    if age { last.checked_sub(2).filter(|&name| comma(name + 1)) } else { Some(last) }
}

/// The noun that a relative pronoun at `at` follows. "Who" is somebody: of "the chairman of the
/// council, who" the chairman, of "Orla Venn, a farmer, who" Venn.
pub(super) fn noun_before(doc: &Doc, cast: &Cast, at: usize, word: &str) -> Option<usize> {
    let before = cast.mentions.partition_point(|m| m.range.start < at);
    let sentence = doc.sentence_at(at);
    let near = cast.mentions[..before].iter().rev().take(8).take_while(|m| {
        Some(m.sentence) == sentence && m.range.end <= at && at - m.range.end < NEAR
    });
    let mut near = near.peekable();
    let nearest = *near.peek()?;
    if word != "who" {
        return Some(nearest.member);
    }
    let mut near = near.skip_while(|m| within(doc, cast, m));
    let Some(noun) = near.next() else { return Some(nearest.member) };
    let described = cast.members[noun.member].head == Head::Role;
    let end = name_end(doc, doc.tokens_in(noun.range).start).map(|t| doc.tokens[t].range.end);
    let name = near.find(|m| described && Some(m.range.end) == end);
    let name = name.filter(|m| cast.members[m.member].kind == SpeakerKind::Person);
    Some(name.unwrap_or(noun).member)
}

/// Whether a mention stands within what describes somebody else: "the chairman of the council", "whose
/// brother died".
fn within(doc: &Doc, cast: &Cast, mention: &Mention) -> bool {
    const LINKS: [&str; 8] = ["at", "for", "from", "in", "of", "on", "to", "with"];
    let start = doc.tokens_in(mention.range).start;
    let word = |back: usize| start.checked_sub(back).map_or("", |t| doc.word(t));
    let back = if matches!(word(1), "a" | "an" | "the") { 2 } else { 1 };
    let Some(link) = start.checked_sub(back).filter(|&t| LINKS.contains(&doc.word(t))) else {
        return word(1) == "whose";
    };
    let somebody = |member: usize| {
        let member = &cast.members[member];
        match member.head {
            Head::Bare => begins_with_first_name(&member.name),
            _ => matches!(member.kind, SpeakerKind::Person | SpeakerKind::Group),
        }
    };
    let before = cast.mentions.partition_point(|m| m.range.start < mention.range.start);
    let noun =
        cast.mentions[..before].iter().rev().take(3).find(|m| {
            m.range.end > doc.tokens[link].range.start || doc.tokens_in(m.range).end == link
        });
    !somebody(mention.member) && noun.is_some_and(|noun| somebody(noun.member))
}

#[cfg(test)]
mod tests {
    use crate::testing::read;

    fn who(source: &str) -> String {
        let text = format!("Orla Reyes met {source} {{c:said}} {{q:so}}.");
        read(&text)[0].speaker.name.clone()
    }

    #[test]
    fn a_source_that_only_describes_is_of_who_stands_before_it() {
        for source in [
            "Ilmar Tessen, {s:the Kenyan chairman of the Joint Council}, who",
            "Ilmar Tessen, 43, {s:a farmer from Kisumu}, who",
            "Ilmar Tessen, {s:the French ambassador to the United} Nations, who",
        ] {
            assert_eq!(who(source), "Ilmar Tessen", "{source}");
        }
        let text = "Near Ilmar Tessen, {s:the minister} {c:said} {q:so}.";
        assert_ne!(read(text)[0].speaker.name, "Ilmar Tessen");
    }

    #[test]
    fn who_is_somebody_and_no_institution() {
        for (source, expected) in [
            ("Ilmar Tessen, the Kenyan chairman of the Joint Council, {s:who}", "Ilmar Tessen"),
            ("Ilmar Tessen, whose brother died in the war, and {s:who}", "Ilmar Tessen"),
            ("Ilmar Tessen, the party’s candidate in the Kisumu district, {s:who}", "Ilmar Tessen"),
            ("nervous Democrats on Tessen Hill, {s:who}", "Democrats"),
        ] {
            assert_eq!(who(source), expected, "{source}");
        }
    }

    #[test]
    fn a_pronoun_takes_no_description() {
        let text = "{s1:Ilmar Tessen} {c1:said} {q1:so}.\n{s2:He believed the Joint Council} {c2:maintained} {q2:links}.";
        assert_eq!(read(text)[1].speaker.name, "Ilmar Tessen");
    }
}
