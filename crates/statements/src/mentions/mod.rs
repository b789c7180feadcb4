//! Every name, role and pronoun, with whom it means.

use gainsay_language::{Name, NameKind};
use gainsay_record::{Mention, MentionKind, SpeakerKind, Text, TextRange};

use crate::doc::{Doc, Shape};
use crate::quotes::{Quote, inside};
use crate::speaker::cast::{Cast, Member};
use crate::speaker::country::Countries;
use crate::speaker::phrase::Head;
use crate::speaker::pronoun::{Context, Pronoun, antecedents};
use crate::speaker::resolve::spoken_for;

/// Words after which a state is where something happens, not its government. Sorted.
const WHERE: &[&str] =
    &["across", "around", "at", "in", "inside", "into", "near", "outside", "throughout", "within"];

/// Who speaks where: what pronouns are read by.
pub(crate) struct Spoken<'d> {
    pub source: Option<TextRange>,
    pub content: &'d [TextRange],
    pub speaker: Option<usize>,
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
    /// The mentions, in text order. `names` are the model's; pronouns are found here.
    pub(crate) fn mentions(&self, names: &[Name]) -> Vec<Mention> {
        let mut all: Vec<(TextRange, MentionKind, Option<String>)> = Vec::new();
        all.extend(names.iter().filter_map(|name| self.name(name)));
        all.extend(self.pronouns());
        all.sort_by_key(|(range, ..)| (range.start, range.end));
        all.into_iter()
            .map(|(range, kind, party)| Mention { span: self.text.span(range), kind, party })
            .collect()
    }

    fn name(&self, name: &Name) -> Option<(TextRange, MentionKind, Option<String>)> {
        let range = name.range;
        let written = || range.of(self.doc.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let member = self.member(range).map(|m| &self.cast.members[m]);
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
                let country = self.country(range).or(known);
                (MentionKind::Government, country.or_else(|| Some(written())))
            }
            NameKind::Nationality => (MentionKind::Government, self.country(range)),
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

    fn country(&self, range: TextRange) -> Option<String> {
        let tokens = self.doc.tokens_in(range);
        (tokens.start < tokens.end)
            .then(|| self.countries.at(self.doc, tokens.start, tokens.end))
            .flatten()
            .map(|found| found.country.to_owned())
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

    /// Personal pronouns: that of a source means its speaker, "I" and "we" in a quotation mean
    /// whoever is quoted, and "he" and "she" are followed as between statements.
    fn pronouns(&self) -> Vec<(TextRange, MentionKind, Option<String>)> {
        let mut found = Vec::new();
        let mut last: Option<(usize, usize)> = None;
        let mut passed = 0;
        for paragraph in &self.doc.paragraphs {
            for t in paragraph.tokens.clone() {
                let range = self.doc.tokens[t].range;
                let Some(pronoun) = self.personal(t) else { continue };
                while let Some(spoken) = self
                    .spoken
                    .get(passed)
                    .filter(|s| s.content.iter().all(|c| c.end <= range.start))
                {
                    let end = spoken.content.last().map_or(range.start, |c| c.end);
                    last = spoken.speaker.map(|speaker| (speaker, end)).or(last);
                    passed += 1;
                }
                let member = self.meant(pronoun, range, last);
                let name = member.map(|m| spoken_for(&self.cast.members[m]).0.to_owned());
                found.push((range, MentionKind::Pronoun, name));
            }
        }
        found
    }

    /// The personal pronoun that a token is. "US" and "IT" in capitals are none.
    fn personal(&self, token: usize) -> Option<Pronoun> {
        let range = self.doc.tokens[token].range;
        let shouted = self.doc.tokens[token].shape == Shape::Upper && range.len() > 1;
        let word = self.doc.word(token);
        let pronoun =
            Pronoun::of(word).filter(|_| !shouted && word != "both" && word != "neither")?;
        matches!(pronoun, Pronoun::He | Pronoun::She | Pronoun::It | Pronoun::They | Pronoun::First)
            .then_some(pronoun)
    }

    fn meant(
        &self,
        pronoun: Pronoun,
        range: TextRange,
        last: Option<(usize, usize)>,
    ) -> Option<usize> {
        if let Some(spoken) = self.spoken.iter().find(|s| s.source == Some(range)) {
            return spoken.speaker;
        }
        let quoted = inside(self.quotes, range.start);
        if pronoun == Pronoun::First {
            // The innermost statement that holds it.
            let holds = |s: &&Spoken| s.content.iter().any(|c| c.contains_offset(range.start));
            return self.spoken.iter().rev().find(holds).filter(|_| quoted)?.speaker;
        }
        if !matches!(pronoun, Pronoun::He | Pronoun::She) {
            return None; // "it" is mostly nobody, and "they" seldom safe
        }
        if let Some(followed) = self.cast.followed_at(range.start) {
            return Some(followed);
        }
        let context = Context { last, asked: None, content: &[], before: &[] };
        let (those, safe) = antecedents(self.doc, self.cast, pronoun, range.start, &context);
        those.first().copied().filter(|_| safe)
    }
}

#[cfg(test)]
mod tests {
    use gainsay_language::{Name, NameKind, Reading};
    use gainsay_record::MentionKind;
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
        assert_eq!(kinds, [MentionKind::Government, MentionKind::Place, MentionKind::Government]);
        assert_eq!(found[2].2.as_deref(), Some("Kenya"));
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
}
