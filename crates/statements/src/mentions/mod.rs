//! Every name, role, description and pronoun, with whom it means.
//!
//! Names are the model's, mended (`mend`) and found wherever the article repeats them (`repeats`);
//! descriptions of somebody known (`described`) and pronouns (`pronouns`) are found by rules.

mod described;
mod mend;
mod people;
mod pronouns;
mod repeats;

use gainsay_countries::Word;
use gainsay_language::{Name, NameKind};
use gainsay_record::{Mention, MentionKind, SpeakerKind, Text, TextRange};

use crate::doc::Doc;
use crate::lexicon::spaced;
use crate::quotes::Quote;
use crate::speaker::cast::{Cast, Member};
use crate::speaker::country::Countries;
use crate::speaker::phrase::Head;
use crate::speaker::shown::spoken_for;

/// Words after which a state is where something happens, not its government. Sorted.
const WHERE: &[&str] =
    &["across", "around", "at", "in", "inside", "into", "near", "outside", "throughout", "within"];

/// Who speaks where: what pronouns are read by.
pub(crate) struct Spoken<'d> {
    pub source: Option<TextRange>,
    pub content: &'d [TextRange],
    pub speaker: Option<usize>,
}

/// The names of an article, in text order and apart, from those that the model finds.
pub(crate) fn names(doc: &Doc, countries: &Countries, found: &[Name]) -> Vec<Name> {
    repeats::repeated(doc, mend::mended(doc, countries, found))
}

/// A mention before it is cut from the text: where, what, and whom it means.
type Seen = (TextRange, MentionKind, Option<String>);

fn in_order((range, ..): &Seen) -> (usize, std::cmp::Reverse<usize>) {
    (range.start, std::cmp::Reverse(range.end))
}

/// What the mentions of an article are read off.
pub(crate) struct Read<'r, 'a> {
    pub text: &'r Text,
    pub doc: &'r Doc<'a>,
    pub countries: &'r Countries,
    pub cast: &'r Cast,
    pub quotes: &'r [Quote],
    pub spoken: &'r [Spoken<'r>],
}

impl Read<'_, '_> {
    /// The mentions, in text order, of two that begin together the longer first. One may lie within
    /// another ("Verran" in "the Verran army"), but none reaches out of another. `names` are the
    /// those of [`names`].
    pub(crate) fn mentions(&self, names: &[Name]) -> Vec<Mention> {
        let mut all: Vec<Seen> = names.iter().filter_map(|name| self.name(name)).collect();
        let named = all.len();
        for pronoun in self.pronouns(names) {
            let at = all[..named].partition_point(|name| name.0.end <= pronoun.0.start);
            // "It" of a title is no pronoun.
            if all[..named].get(at).is_none_or(|name| !name.0.overlaps(pronoun.0)) {
                all.push(pronoun);
            }
        }
        all.sort_by_key(in_order);
        let described = self.described(&all);
        all.extend(described);
        all.sort_by_key(in_order);
        all.into_iter()
            .map(|(range, kind, party)| Mention { span: self.text.span(range), kind, party })
            .collect()
    }

    fn name(&self, name: &Name) -> Option<Seen> {
        let range = name.range;
        let written = || spaced(range.of(self.doc.text));
        let member = match name.kind {
            NameKind::Person => self.person(range).or_else(|| self.member(range)),
            _ => self.member(range),
        };
        let member = member.map(|m| &self.cast.members[m]);
        let called = |member: &Member| spoken_for(member).0.to_owned();
        let person = member.filter(|m| m.kind == SpeakerKind::Person);
        let known = member.filter(|m| m.kind != SpeakerKind::Person).map(called);
        // "State Department spokesman Ilmar Tessen": the institution whose spokesman he is.
        let known = known.or_else(|| {
            person?.organization.clone().filter(|own| own.contains(range.of(self.doc.text)))
        });
        let (kind, party) = match name.kind {
            NameKind::Person => {
                (MentionKind::Person, person.map(called).or_else(|| Some(written())))
            }
            NameKind::Organization => {
                (MentionKind::Organization, known.or_else(|| Some(written())))
            }
            NameKind::Group => (MentionKind::Group, known.or_else(|| Some(written()))),
            NameKind::Country if self.is_where(range) => (MentionKind::Place, Some(written())),
            NameKind::Country => {
                let country = self.word(range).map(|(country, _)| country).or(known);
                (MentionKind::Government, country.or_else(|| Some(written())))
            }
            // "Kenyans" are a people, the "Kenyan" army is Kenya's.
            NameKind::Nationality => match self.word(range) {
                Some((_, Word::People)) => (MentionKind::Group, known.or_else(|| Some(written()))),
                found => (MentionKind::Government, found.map(|(country, _)| country)),
            },
            // "Quellstadt rejected the charge": a capital that speaks is its government.
            NameKind::Place => match member {
                Some(member) if member.head == Head::Country && !self.is_where(range) => {
                    (MentionKind::Government, Some(member.name.clone()))
                }
                _ => (MentionKind::Place, Some(written())),
            },
            NameKind::Role => (MentionKind::Role, person.map(called)),
            NameKind::Other => return None,
        };
        Some((range, kind, party))
    }

    /// The member of the cast whose mention holds these words.
    fn member(&self, range: TextRange) -> Option<usize> {
        let mention = self.cast.mention_over(range)?;
        (mention.range.start <= range.start && range.end <= mention.range.end)
            .then_some(mention.member)
    }

    /// The person whom these words name, also where the cast takes them for something else
    /// ("Paris", where the article has "Hannah Paris").
    fn person(&self, range: TextRange) -> Option<usize> {
        let is_person = |m: &usize| self.cast.members[*m].kind == SpeakerKind::Person;
        self.member(range)
            .filter(is_person)
            .or_else(|| self.cast.by_surname(self.doc.lowered(range)).filter(is_person))
    }

    /// The country that these words name, and how.
    fn word(&self, range: TextRange) -> Option<(String, Word)> {
        let tokens = self.doc.tokens_in(range);
        (tokens.start < tokens.end)
            .then(|| self.countries.at(self.doc, tokens.start, tokens.end))
            .flatten()
            .map(|found| (found.country.to_owned(), found.word))
    }

    fn is_where(&self, range: TextRange) -> bool {
        let token = self.doc.tokens_in(range).start;
        let before = token.checked_sub(1).map(|t| self.doc.word(t));
        // "in the Netherlands"
        let before = match before {
            Some("the") => token.checked_sub(2).map(|t| self.doc.word(t)),
            other => other,
        };
        before.is_some_and(|word| WHERE.contains(&word))
    }
}

#[cfg(test)]
mod tests {
    use gainsay_language::{Name, NameKind, Reading};
    use gainsay_record::MentionKind;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    use crate::testing::{article, marked};
    use crate::whole::read;

    /// Kind, words and party of every mention of a text, in which `names` stand.
    fn mentions(
        text: &str,
        names: &[(&str, NameKind)],
    ) -> Vec<(MentionKind, String, Option<String>)> {
        let (bare, attributions) = marked(text);
        let names = names.iter().flat_map(|&(name, kind)| {
            bare.match_indices(name)
                .map(move |(at, _)| Name {
                    range: gainsay_record::TextRange::new(at, at + name.len()),
                    kind,
                })
                .collect::<Vec<_>>()
        });
        let mut names: Vec<Name> = names.collect();
        names.sort_by_key(|name| name.range.start);
        let reading = Reading { attributions, names };
        let found = read(&article(&bare), &reading, &BTreeMap::new(), "model test").mentions;
        found.into_iter().map(|m| (m.kind, m.span.exact, m.party)).collect()
    }

    #[test]
    fn a_state_is_its_government_but_where_something_happens_in_it() {
        let found = mentions(
            "{s:Kenya} {c:said} {q:the troops had left}. Rain fell in Kenya. The Kenyan army left.",
            &[
                ("Kenyan", NameKind::Nationality),
                ("Kenya ", NameKind::Country),
                ("Kenya.", NameKind::Country),
            ],
        );
        let kinds: Vec<MentionKind> = found.iter().map(|m| m.0).collect();
        use MentionKind::{Government, Organization, Place};
        assert_eq!(kinds, [Government, Place, Organization, Government]);
        assert_eq!((&*found[2].1, found[2].2.as_deref()), ("Kenyan army", Some("Kenya Army")));
        assert_eq!(found[3].2.as_deref(), Some("Kenya"));
    }

    #[test]
    fn pronouns_mean_who_speaks_and_short_names_the_full_ones() {
        let found = mentions(
            "Defence Minister Ilmar Tessen visited the port. {s1:Tessen} {c1:said} {q1:“I saw \
             nothing.”}\n{s2:He} {c2:added} {q2:that all was well}.",
            &[("Ilmar Tessen", NameKind::Person), ("Defence Minister", NameKind::Role)],
        );
        let of = |words: &str| found.iter().find(|m| m.1 == words).map(|m| m.2.as_deref());
        assert_eq!(of("Defence Minister"), Some(Some("Ilmar Tessen")));
        assert_eq!(of("I"), Some(Some("Ilmar Tessen")));
        assert_eq!(of("He"), Some(Some("Ilmar Tessen")));
    }

    #[test]
    fn a_people_is_a_group_and_its_adjective_its_state() {
        let found = mentions(
            "Kenyans met a Kenyan envoy.",
            &[("Kenyans", NameKind::Person), ("Kenyan ", NameKind::Organization)],
        );
        let kinds: Vec<MentionKind> = found.iter().map(|m| m.0).collect();
        assert_eq!(kinds, [MentionKind::Group, MentionKind::Government]);
        assert_eq!(found[1].2.as_deref(), Some("Kenya"));
    }

    /// Text full of what names are made of and what confuses them.
    fn newsy() -> impl Strategy<Value = String> {
        let words = prop::sample::select(vec![
            "“",
            "”",
            "'s",
            "’s",
            ".",
            ",",
            "(",
            ")",
            "-",
            "$",
            "\n",
            "said",
            "he",
            "it",
            "the",
            "of",
            "and",
            "for",
            "Gen.",
            "Minister",
            "U.S.",
            "Varnia",
            "Varnian",
            "Kenya",
            "Kenyans",
            "Ilmar",
            "Tessen",
            "Tessen-led",
            "army",
            "officials",
            "Ministry",
            "Ministry of Salt",
            "HB",
            "Harbour Board (HB)",
            "É𝄞",
            "al-Marr",
            "Herald",
            "minister",
            "us",
            "US$",
        ]);
        prop::collection::vec(words, 0..60).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn mentions_are_in_order_hold_and_never_cross(
            text in newsy(),
            cuts in prop::collection::vec((0usize..400, 1usize..24, 0usize..8), 0..24),
        ) {
            let edges: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
            let mut names: Vec<Name> = Vec::new();
            for &(at, length, kind) in &cuts {
                let from = at % edges.len();
                let to = (from + length).min(edges.len() - 1);
                let range = gainsay_record::TextRange::new(edges[from], edges[to]);
                // The model's names are in order and apart.
                if !range.is_empty() {
                    names.push(Name { range, kind: NameKind::ALL[kind] });
                }
            }
            names.sort_by_key(|name| (name.range.start, name.range.end));
            let mut end = 0;
            names.retain(|name| {
                let apart = name.range.start >= end;
                end = if apart { name.range.end } else { end };
                apart
            });
            let article = article(&text);
            let reading = Reading { attributions: Vec::new(), names };
            let found = read(&article, &reading, &BTreeMap::new(), "model test").mentions;
            let mut open: Vec<gainsay_record::TextRange> = Vec::new();
            let mut last = (0, usize::MAX);
            for mention in &found {
                let range = article.text.range_of(&mention.span).expect("the span holds");
                prop_assert!(!range.is_empty());
                prop_assert!((range.start, usize::MAX - range.end) > last || last == (0, usize::MAX));
                last = (range.start, usize::MAX - range.end);
                open.retain(|outer| outer.end > range.start);
                for outer in &open {
                    prop_assert!(outer.contains(range), "{outer:?} and {range:?} cross in {text:?}");
                }
                open.push(range);
            }
        }
    }
}
