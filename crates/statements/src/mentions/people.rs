//! Whom "he" and "she" mean in the running text, whoever speaks: the people named or described
//! before, by distance, position and gender.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_language::{Name, NameKind};
use gainsay_record::SpeakerKind;

use crate::mentions::Read;
use crate::speaker::Gender;
use crate::speaker::phrase::Head;

/// How many sentences a pronoun reaches back, and what each is worth.
const BY_DISTANCE: [f32; 4] = [4.0, 3.5, 1.5, 1.0];
/// How many paragraphs it does.
const PARAGRAPHS: usize = 2;
/// How many mentions are looked at.
const REACH: usize = 48;
const SUBJECT: f32 = 1.5;
/// The first subject of a sentence is what it is about.
const TOPIC: f32 = 1.0;
/// Somebody already called "he" or "she" stays so.
const CHAIN: f32 = 1.0;
const GENDER_KNOWN: f32 = 1.0;
/// A name that only rules take for a person's.
const BARE: f32 = -1.0;
/// Somebody without a name, and one who is no subject either ("like a salesman").
const UNNAMED: f32 = -1.0;
const IN_PASSING: f32 = -3.0;
/// Who is only spoken of in a quotation, for a pronoun outside it.
const QUOTED: f32 = -2.5;
const SAME_QUOTE: f32 = 1.0;
/// "Tessen met him": two people.
const SAME_CLAUSE: f32 = -4.0;
/// How far the best must lie before the second.
const SAFE: f32 = 0.5;

/// A place where somebody is named, described or called "he" or "she".
struct Place {
    start: usize,
    end: usize,
    sentence: usize,
    member: usize,
    subject: bool,
    /// The quotation it stands in.
    quote: Option<usize>,
    /// What it is worth whatever the pronoun.
    worth: f32,
}

/// The people of an article, as far as they are known at some place of it.
pub(super) struct People<'p, 'r, 'a> {
    read: &'p Read<'r, 'a>,
    /// By place.
    named: Vec<Place>,
    pronouns: Vec<Place>,
    genders: BTreeMap<usize, Gender>,
}

impl<'p, 'r, 'a> People<'p, 'r, 'a> {
    /// The people that the cast has, but for what `names` say is something else.
    pub(super) fn of(read: &'p Read<'r, 'a>, names: &[Name]) -> Self {
        let mut named = Vec::new();
        let mut rest = names.iter().peekable();
        for mention in &read.cast.mentions {
            let member = &read.cast.members[mention.member];
            if member.kind != SpeakerKind::Person {
                continue;
            }
            let range = mention.range;
            while rest.next_if(|name| name.range.end <= range.start).is_some() {}
            let within: Vec<NameKind> = rest
                .clone()
                .take_while(|name| name.range.start < range.end)
                .map(|name| name.kind)
                .collect();
            let a_person = within.contains(&NameKind::Person);
            let bare = member.head == Head::Bare && !a_person;
            // Where the model has read the text, what it takes for no person is none.
            if bare && (!names.is_empty() || mention.place) {
                continue;
            }
            let unnamed = member.head == Head::Role && !member.named;
            named.push(Place {
                start: range.start,
                end: range.end,
                sentence: mention.sentence,
                member: mention.member,
                subject: mention.subject,
                quote: read.quote_at(range.start),
                worth: match unnamed {
                    true if mention.subject => UNNAMED,
                    true => IN_PASSING,
                    false if bare => BARE,
                    false => 0.0,
                },
            });
        }
        // Who bears a name that the cast takes for another thing's.
        let known: BTreeSet<usize> = named.iter().map(|place: &Place| place.end).collect();
        for name in names.iter().filter(|name| name.kind == NameKind::Person) {
            let range = name.range;
            let Some(sentence) = read.doc.sentence_at(range.start) else { continue };
            if let Some(member) = read.person(range).filter(|_| !known.contains(&range.end)) {
                let mention = read.cast.mention_over(range);
                named.push(Place {
                    start: range.start,
                    end: range.end,
                    sentence,
                    member,
                    subject: mention.is_some_and(|m| m.range.end == range.end && m.subject),
                    quote: read.quote_at(range.start),
                    worth: 0.0,
                });
            }
        }
        named.sort_by_key(|place| place.start);
        People { read, named, pronouns: Vec::new(), genders: BTreeMap::new() }
    }

    /// Whom the pronoun at `token` means, where that is safe. Whoever is quoted speaks of another.
    pub(super) fn meant(
        &self,
        token: usize,
        gender: Gender,
        quoted: Option<usize>,
    ) -> Option<usize> {
        let doc = self.read.doc;
        let at = doc.tokens[token].range.start;
        let sentence = doc.tokens[token].sentence;
        let paragraph = doc.sentences[sentence].paragraph;
        let quote = self.read.quote_at(at);
        let object = doc.word(token) == "him";
        let before = self.named.partition_point(|place| place.start < at);
        let mut scores: Vec<(usize, f32)> = Vec::new();
        let all = self.named[..before].iter().rev().take(REACH).map(|place| (place, false));
        let chain = self.pronouns.iter().rev().take(REACH / 2).map(|place| (place, true));
        for (place, pronominal) in all.chain(chain) {
            let back = sentence.saturating_sub(place.sentence);
            let known = self.gender(place.member);
            if back >= BY_DISTANCE.len()
                || doc.sentences[place.sentence].paragraph + PARAGRAPHS < paragraph
                || known != Gender::Unknown && known != gender
                || quoted == Some(place.member)
            {
                continue;
            }
            let mut score = BY_DISTANCE[back] + place.worth;
            let starts = doc.tokens[doc.sentences[place.sentence].tokens.start].range.start;
            score += if place.subject { SUBJECT } else { 0.0 };
            score += if place.subject && place.start == starts { TOPIC } else { 0.0 };
            score += if pronominal { CHAIN } else { 0.0 };
            score += if known == Gender::Unknown { 0.0 } else { GENDER_KNOWN };
            score += match (place.quote, quote) {
                (Some(one), other) if Some(one) != other => QUOTED,
                (Some(_), _) => SAME_QUOTE,
                (None, _) => 0.0,
            };
            if object && back == 0 && self.one_clause(place.end, token) {
                score += SAME_CLAUSE;
            }
            match scores.iter_mut().find(|known| known.0 == place.member) {
                Some(known) => known.1 = known.1.max(score),
                None => scores.push((place.member, score)),
            }
        }
        // Stable: of equals the nearer stays first.
        scores.sort_by(|a, b| b.1.total_cmp(&a.1));
        match scores[..] {
            [(best, _)] => Some(best),
            [(best, first), (_, second), ..] if first - second >= SAFE => Some(best),
            _ => None,
        }
    }

    /// The pronoun at `token` means this member: so may the next.
    pub(super) fn goes_on(&mut self, token: usize, gender: Gender, member: usize) {
        let doc = self.read.doc;
        let range = doc.tokens[token].range;
        if self.gender(member) == Gender::Unknown {
            self.genders.insert(member, gender);
        }
        self.pronouns.push(Place {
            start: range.start,
            end: range.end,
            sentence: doc.tokens[token].sentence,
            member,
            subject: matches!(doc.word(token), "he" | "she"),
            quote: self.read.quote_at(range.start),
            worth: 0.0,
        });
    }

    fn gender(&self, member: usize) -> Gender {
        let told = self.genders.get(&member).copied().unwrap_or(Gender::Unknown);
        self.read.cast.members[member].gender.or(told)
    }

    /// Whether nothing between begins another clause.
    fn one_clause(&self, from: usize, token: usize) -> bool {
        let doc = self.read.doc;
        let next = doc.tokens.partition_point(|t| t.range.start < from);
        !(next..token).any(|t| {
            matches!(
                doc.word(t),
                "," | ";"
                    | ":"
                    | "—"
                    | "–"
                    | "who"
                    | "which"
                    | "that"
                    | "and"
                    | "but"
                    | "as"
                    | "because"
                    | "when"
                    | "while"
                    | "after"
                    | "before"
                    | "if"
                    | "where"
                    | "until"
                    | "said"
                    | "says"
            )
        })
    }
}

impl Read<'_, '_> {
    /// Which quotation holds the place.
    fn quote_at(&self, offset: usize) -> Option<usize> {
        let next = self.quotes.partition_point(|quote| quote.range.start <= offset);
        next.checked_sub(1).filter(|&at| self.quotes[at].range.contains_offset(offset))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use gainsay_language::{Name, NameKind, Reading};
    use gainsay_record::{MentionKind, TextRange};

    use crate::testing::{article, marked};
    use crate::whole::read;

    /// Whom each pronoun of a text means, in order, where these are people.
    fn meant(text: &str, people: &[&str]) -> Vec<(String, Option<String>)> {
        let (bare, attributions) = marked(text);
        let names = people.iter().flat_map(|name| {
            bare.match_indices(name).map(|(at, _)| Name {
                range: TextRange::new(at, at + name.len()),
                kind: NameKind::Person,
            })
        });
        let mut names: Vec<Name> = names.collect();
        names.sort_by_key(|name| name.range.start);
        let reading = Reading { attributions, names };
        let found = read(&article(&bare), &reading, &BTreeMap::new(), "model test").mentions;
        let pronouns = found.into_iter().filter(|m| m.kind == MentionKind::Pronoun);
        pronouns.map(|m| (m.span.exact, m.party)).collect()
    }

    fn who(found: &[(String, Option<String>)]) -> Vec<Option<&str>> {
        found.iter().map(|(_, party)| party.as_deref()).collect()
    }

    #[test]
    fn the_subject_before_goes_on_also_where_another_spoke_last() {
        let found = meant(
            "{s:Ilmar Tessen} {c:said} {q:it was late}. Then Bodo Quist came. Quist left the port \
             with his crew, and he sailed north.",
            &["Ilmar Tessen", "Bodo Quist"],
        );
        assert_eq!(who(&found[found.len() - 2..]), [Some("Bodo Quist"), Some("Bodo Quist")]);
    }

    #[test]
    fn whoever_is_quoted_speaks_of_another() {
        let found = meant(
            "Bodo Quist sailed north. {s:Ilmar Tessen} {c:said}: {q:“We told him to stay.”}",
            &["Ilmar Tessen", "Bodo Quist"],
        );
        assert_eq!(who(&found), [Some("Ilmar Tessen"), Some("Bodo Quist")]);
    }

    #[test]
    fn of_two_who_fit_alike_neither_is_chosen() {
        let people = ["Ilmar Tessen", "Bodo Quist"];
        let found = meant("The boat carried Bodo Quist and Ilmar Tessen. He slept.", &people);
        assert_eq!(who(&found), [None]);
        let found = meant("The boat carried Bodo Quist. He slept.", &people);
        assert_eq!(who(&found), [Some("Bodo Quist")]);
    }

    #[test]
    fn what_is_named_as_something_else_is_nobody() {
        let text = "Then Quor rose. He slept.";
        assert_eq!(who(&meant(text, &["Quor"])), [Some("Quor")]);
        let reading = Reading {
            attributions: Vec::new(),
            names: vec![Name { range: TextRange::new(5, 9), kind: NameKind::Organization }],
        };
        let found = read(&article(text), &reading, &BTreeMap::new(), "model test").mentions;
        let pronoun = found.iter().find(|m| m.kind == MentionKind::Pronoun);
        assert_eq!(pronoun.map(|m| m.party.clone()), Some(None));
    }
}
