//! Whom a statement is aimed at, and to whom it was said.

mod content;
pub(crate) mod context;
mod object;
pub(crate) mod parties;

use gainsay_record::{Act, Party, Span, Text, TextRange};

use crate::assemble::Draft;
use crate::doc::Doc;
use crate::lexicon::has;
use crate::speaker::cast::{Cast, Member};
use crate::speaker::phrase::Head;
use crate::speaker::resolve::{side, spoken_for, unnamed};
use crate::targets::context::{Aim, answered, charged_later, charges, still};
use crate::targets::object::object;
use crate::targets::parties::Parties;

/// What a party in the content must reach: to act in it, or to be a party elsewhere too.
const SURELY: i32 = 4;
/// What it must reach where nothing said before tells.
const ENOUGH: i32 = 2;

/// Words that count somebody and name nobody. Sorted.
const QUANTITIES: &[&str] = &[
    "all",
    "another",
    "any",
    "anybody",
    "anyone",
    "both",
    "each",
    "either",
    "every",
    "everybody",
    "everyone",
    "few",
    "half",
    "many",
    "more",
    "most",
    "neither",
    "nobody",
    "none",
    "one",
    "other",
    "others",
    "several",
    "some",
    "somebody",
    "someone",
    "two",
];

/// What the targets of one statement are found by.
pub(crate) struct Aiming<'a, 'd> {
    pub doc: &'a Doc<'d>,
    pub text: &'a Text,
    pub cast: &'a Cast,
    pub draft: &'a Draft,
    pub act: Act,
    pub speaker: Option<usize>,
    /// Who charges the speaker's side, anywhere in the article.
    pub accusers: &'a [String],
    /// Who speaks within the content.
    pub within: Vec<usize>,
    /// The statements before.
    pub before: &'a [Aim],
    /// The statements after: news tell a denial first and the charge later.
    pub after: &'a [Aim],
    /// Who is a party to what the article is about.
    pub parties: &'a Parties,
    pub paragraph: usize,
}

impl Aiming<'_, '_> {
    /// The parties the act is aimed at. None where nothing in the text tells; never the speaker's own
    /// side, nor a bare number of somebody ("half", "some").
    pub(crate) fn targets(&self) -> Vec<Party> {
        let member = self.speaker.map(|m| &self.cast.members[m]);
        let own = member.and_then(side);
        let mut targets: Vec<Party> = Vec::new();
        let seen = self.seen();
        for target in if seen.is_empty() { self.aimed_at() } else { seen } {
            let ours = member.is_some_and(|m| m.name == target.name)
                || own == Some(target.name.as_str()) && self.act != Act::Admit;
            let known = targets.iter().any(|other| other.name == target.name);
            if !ours && !known && !has(QUANTITIES, &target.name) {
                targets.push(target);
            }
        }
        targets
    }

    /// Whom the sentence names as the target, as the model sees it.
    fn seen(&self) -> Vec<Party> {
        let mut parties = Vec::new();
        for &range in &self.draft.aimed {
            let mention = self.cast.mention_over(range).filter(|m| self.party_like(m.member));
            parties.extend(mention.map(|m| self.at(m.member, m.range)));
        }
        parties
    }

    fn aimed_at(&self) -> Vec<Party> {
        let Aiming { doc, text, cast, draft, .. } = *self;
        let member = self.speaker.map(|m| &cast.members[m]);
        let own = member.and_then(side);
        match self.act {
            // A report is aimed at nobody, unless an accused side speaks of its accuser.
            Act::State | Act::Decline => {
                accused_speaks_of(text, cast, draft, self.accusers, own).into_iter().collect()
            }
            Act::Deny | Act::Refuse | Act::Admit => {
                // Between states, who charges whom is known from the whole article.
                let state = |name: &str| cast.named(name).is_some_and(|m| m.head == Head::Country);
                if let Some(name) =
                    self.accusers.iter().find(|a| Some(a.as_str()) != own && state(a))
                {
                    let spans = spans_of(text, cast, draft, |member| member.name == *name);
                    return vec![Party { name: name.clone(), spans }];
                }
                if let Some(answered) = self.answered() {
                    let mut parties = vec![self.party(answered)];
                    self.with_side(answered, own, &mut parties);
                    return parties;
                }
                let charged_by =
                    self.accusers.iter().find(|accuser| Some(accuser.as_str()) != own).cloned();
                match charged_by {
                    Some(name) => {
                        let spans = spans_of(text, cast, draft, |member| member.name == name);
                        vec![Party { name, spans }]
                    }
                    None if self.act == Act::Admit => Vec::new(),
                    None => self.in_content(member, ENOUGH),
                }
            }
            Act::Promise => object(doc, cast, draft, self.act, self.speaker)
                .map(|(m, range)| self.at(m, range))
                .into_iter()
                .collect(),
            _ => self.spoken_of(member, own),
        }
    }

    /// Charges, demands, praise: the object of the cue, whoever the content names, and whom the
    /// speaker spoke of before or answers.
    fn spoken_of(&self, member: Option<&Member>, own: Option<&str>) -> Vec<Party> {
        let Aiming { doc, text, cast, draft, .. } = *self;
        let object =
            object(doc, cast, draft, self.act, self.speaker).filter(|&(m, _)| self.party_like(m));
        if let Some((m, range)) = object {
            let mut parties = vec![self.at(m, range)];
            self.with_side(m, own, &mut parties);
            return parties;
        }
        let mut parties = self.in_content(member, SURELY);
        if parties.is_empty() {
            parties.extend(self.carried_over());
        }
        if parties.is_empty() {
            parties = self.in_content(member, ENOUGH);
        }
        if parties.is_empty() && self.act == Act::Accuse {
            parties.extend(named_before(doc, text, cast, draft, own));
        }
        if matches!(self.act, Act::Criticize | Act::Demand) {
            parties.extend(accused_speaks_of(text, cast, draft, self.accusers, own));
        }
        parties
    }

    /// Adds whom the party speaks for: its institution and its country.
    pub(super) fn with_side(&self, member: usize, own: Option<&str>, parties: &mut Vec<Party>) {
        let member = &self.cast.members[member];
        for name in [member.organization.as_deref(), side(member)].into_iter().flatten() {
            if Some(name) != own {
                parties.push(Party { name: name.to_owned(), spans: Vec::new() });
            }
        }
    }

    /// Nobody is named: the party the speaker was at already, or the one it answers.
    fn carried_over(&self) -> Vec<Party> {
        let Some(speaker) = self.speaker.filter(|_| charges(self.act)) else { return Vec::new() };
        if let Some(aim) = still(self.before, speaker, self.paragraph) {
            let targets = aim.targets.iter().cloned();
            return targets.map(|name| Party { name, spans: Vec::new() }).collect();
        }
        let other = answered(self.cast, self.before, speaker, true)
            .or_else(|| self.parties.opponent_of(self.cast, speaker));
        other.map(|m| self.party(m)).into_iter().collect()
    }

    /// Who made the charge or the demand that this answers.
    fn answered(&self) -> Option<usize> {
        let speaker = self.speaker;
        let inner = self.within.iter().copied().find(|&m| Some(m) != speaker);
        inner
            .or_else(|| answered(self.cast, self.before, speaker?, true))
            .or_else(|| charged_later(self.cast, self.after, speaker?))
            .or_else(|| answered(self.cast, self.before, speaker?, false))
            .or_else(|| self.parties.opponent_of(self.cast, speaker?))
    }

    /// Whether somebody can be aimed at: no paper, no country in passing.
    pub(super) fn party_like(&self, member: usize) -> bool {
        let member = &self.cast.members[member];
        !matches!(member.head, Head::Document)
            && (member.head != Head::Bare || member.name.contains(char::is_uppercase))
    }

    pub(super) fn at(&self, member: usize, range: TextRange) -> Party {
        Party { spans: vec![self.text.span(range)], ..self.party(member) }
    }

    fn party(&self, member: usize) -> Party {
        let member = &self.cast.members[member];
        // "neighbouring Lorrimond" is Lorrimond.
        let country = member.country.as_deref().filter(|country| {
            member
                .name
                .strip_suffix(country)
                .is_some_and(|before| before.ends_with(' ') && !before.contains(char::is_uppercase))
        });
        let name = country.map(str::to_owned).or_else(|| unnamed(member));
        Party { name: name.unwrap_or_else(|| spoken_for(member).0.to_owned()), spans: Vec::new() }
    }

    /// What this statement did, for those that come after it.
    pub(crate) fn aim(&self, targets: &[Party]) -> Aim {
        let mentions = self.draft.content.iter().flat_map(|&c| self.cast.mentions_in(c)).take(16);
        Aim {
            speaker: self.speaker,
            act: self.act,
            paragraph: self.paragraph,
            targets: targets.iter().map(|party| party.name.clone()).collect(),
            about: mentions.map(|m| self.cast.members[m.member].name.clone()).collect(),
        }
    }
}

/// The accuser, where the content names it or somebody of its side.
fn accused_speaks_of(
    text: &Text,
    cast: &Cast,
    draft: &Draft,
    accusers: &[String],
    own: Option<&str>,
) -> Option<Party> {
    let accuser = accusers.iter().find(|accuser| Some(accuser.as_str()) != own)?;
    let spans = spans_of(text, cast, draft, |member| side(member) == Some(accuser));
    (!spans.is_empty()).then(|| Party { name: accuser.clone(), spans })
}

/// "had singled Varnia out, saying the country …": the side named last before, in the sentence.
fn named_before(
    doc: &Doc,
    text: &Text,
    cast: &Cast,
    draft: &Draft,
    own: Option<&str>,
) -> Option<Party> {
    let start = draft.content.first()?.start;
    let sentence = doc.sentence_at(start)?;
    let from = doc.range(doc.sentences[sentence].tokens.clone()).start;
    let before = cast.mentions_in(TextRange::new(from.min(start), start));
    let mention = before.iter().rev().find(|m| {
        let member = &cast.members[m.member];
        member.head == Head::Country && side(member) != own
    })?;
    Some(Party {
        name: cast.members[mention.member].name.clone(),
        spans: vec![text.span(mention.range)],
    })
}

/// Where the content names such members, the first few times.
fn spans_of(
    text: &Text,
    cast: &Cast,
    draft: &Draft,
    wanted: impl Fn(&Member) -> bool,
) -> Vec<Span> {
    draft
        .content
        .iter()
        .flat_map(|&c| cast.mentions_in(c))
        .filter(|m| wanted(&cast.members[m.member]))
        .map(|m| text.span(m.range))
        .take(4)
        .collect()
}

/// "told reporters", "told the Senate committee": the noun phrase right after the cue.
pub(crate) fn addressee(doc: &Doc, text: &Text, cast: &Cast, draft: &Draft) -> Option<Party> {
    let cue = draft.cue.last()?;
    let word = doc.lowered(*cue);
    let tells = [
        "told", "tells", "tell", "telling", "reminded", "assured", "informed", "warned", "urged",
        "asked",
    ]
    .iter()
    .any(|w| word.ends_with(w));
    if !tells {
        return None;
    }
    let end = draft.content.iter().map(|c| c.start).find(|&s| s >= cue.end).unwrap_or(cue.end + 48);
    let next = cast.mentions_in(TextRange::new(cue.end, end.max(cue.end))).first()?;
    let near = next.range.start <= cue.end + 2;
    // An attribution that ends right after its cue ("the official told") has no addressee there.
    (near && next.range.end <= end.max(cue.end)).then(|| Party {
        name: cast.members[next.member].name.clone(),
        spans: vec![text.span(next.range)],
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::read;

    #[test]
    fn the_accused_is_the_target_of_a_charge_and_the_accuser_of_its_denial() {
        let found = read(
            "{s1:Kenya} {c1:accuses} {q1:Peru of arming the rebels}.\n{s2:Peru} {c2:denied} {q2:it}.",
        );
        assert_eq!(found[0].targets[0].name, "Peru");
        assert_eq!(found[1].targets[0].name, "Kenya");
    }

    #[test]
    fn whom_it_was_told_is_the_addressee() {
        let found = read("{s:Ilmar Tessen} {c:told} reporters {q:all was well}.");
        assert_eq!(found[0].addressee.as_ref().unwrap().name, "reporters");
        let found = read("{q:“All is well,”} {s:Ilmar Tessen} {c:told}.");
        assert_eq!(found[0].addressee, None);
    }
}
