//! Whom a statement is aimed at, and to whom it was said.
//!
//! Everybody whom the article names is a candidate, and nobody is one. Each has its grounds
//! (`ground.rs`, `evidence.rs`), and each ground its weight, fitted to the training articles (`weights.rs`).

mod evidence;
pub(crate) mod ground;
mod object;
mod roster;
mod turn;
mod weights;

use gainsay_record::{Act, Party, Span, SpeakerKind, Text, TextRange};

use crate::assemble::Draft;
use crate::doc::Doc;
use crate::lexicon::has;
use crate::speaker::cast::Cast;
use evidence::{Candidate, Case};
use ground::Ground;
use roster::Roster;
use turn::{Place, Reading, Turn};
use weights::WEIGHTS;

/// Somebody is the target where he is at least this likely beside nobody: a target that is wrong is
/// seen and corrected, one that is missing is not.
const RATHER_THAN_NOBODY: f32 = 0.2;
/// Another is one beside him who is at least this likely beside the first.
const BESIDE_THE_FIRST: f32 = 0.6;
/// At most so many places of a target are kept.
const SPANS: usize = 4;

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

/// What the targets of an article are found by.
pub(crate) struct Aiming<'a, 'd> {
    pub doc: &'a Doc<'d>,
    pub text: &'a Text,
    pub cast: &'a Cast,
}

/// What is known of a statement whose targets are looked for.
pub(crate) struct Aimed<'a> {
    pub draft: &'a Draft,
    pub speaker: Option<usize>,
    pub act: Act,
    /// The statement in whose content it stands.
    pub outer: Option<usize>,
    /// Who charges the speaker's side, anywhere in the article, the most frequent first.
    pub accusers: Vec<String>,
}

impl Aiming<'_, '_> {
    /// The parties that each statement is aimed at. None where nothing in the text tells; never the
    /// speaker, nor a bare number of somebody ("half", "some").
    pub(crate) fn targets(&self, statements: &[Aimed]) -> Vec<Vec<Party>> {
        let roster = Roster::new(self.doc, self.cast);
        let turns = self.turns(&roster, statements);
        let aims = aims(&roster, &turns);
        turns
            .iter()
            .zip(&aims)
            .map(|(turn, aims)| {
                aims.iter().map(|&party| self.party(&roster, turn, party)).collect()
            })
            .collect()
    }

    /// Each statement's candidates with their names and grounds, for fitting the weights.
    pub(crate) fn candidates(&self, statements: &[Aimed]) -> Vec<Vec<(Option<String>, Candidate)>> {
        let roster = Roster::new(self.doc, self.cast);
        let turns = self.turns(&roster, statements);
        let aims = aims(&roster, &turns);
        let speaks = speaks(&roster, &turns);
        let case = Case { roster: &roster, turns: &turns, speaks: &speaks, aims: &aims };
        let named = |one: Candidate| {
            let name = one.party.map(|party| roster.parties[party].name.clone());
            (name, one)
        };
        (0..turns.len()).map(|d| case.candidates(d).into_iter().map(named).collect()).collect()
    }

    fn turns(&self, roster: &Roster, statements: &[Aimed]) -> Vec<Turn> {
        let reading = Reading { doc: self.doc, cast: self.cast, roster };
        statements.iter().map(|aimed| reading.turn(aimed)).collect()
    }

    fn party(&self, roster: &Roster, turn: &Turn, party: usize) -> Party {
        let spans = |inside: bool| -> Vec<Span> {
            let own = turn.named.iter().filter(|named| named.party == party);
            own.filter(|named| match named.place {
                Place::Content | Place::Between => inside,
                Place::Sentence => !inside,
                Place::Before => false,
            })
            .map(|named| self.text.span(named.range))
            .take(SPANS)
            .collect()
        };
        let mut found = spans(true);
        if found.is_empty() {
            found = spans(false);
        }
        Party { name: roster.parties[party].name.clone(), spans: found }
    }
}

/// Whom each statement is aimed at: in two rounds, so that what is told later is known.
fn aims(roster: &Roster, turns: &[Turn]) -> Vec<Vec<usize>> {
    let first = |turn: &Turn| turn.aimed.first().copied().or(turn.object).into_iter().collect();
    let mut aims: Vec<Vec<usize>> = turns.iter().map(first).collect();
    let speaks = speaks(roster, turns);
    for _ in 0..2 {
        for d in 0..turns.len() {
            let case = Case { roster, turns, speaks: &speaks, aims: &aims };
            aims[d] = likeliest(roster, turns[d].act, &case.candidates(d));
            // Between states, who charges whom is known from the whole article.
            let state = |&&p: &&usize| roster.parties[p].kind == SpeakerKind::Government;
            let answers = matches!(turns[d].act, Act::Deny | Act::Refuse | Act::Admit);
            if let Some(&accuser) = turns[d].accusers.iter().find(state).filter(|_| answers)
                && Some(accuser) != turns[d].speaker
                && !aims[d].contains(&accuser)
            {
                aims[d].push(accuser);
            }
        }
    }
    aims
}

/// How many statements each party makes.
fn speaks(roster: &Roster, turns: &[Turn]) -> Vec<usize> {
    let mut counts = vec![0; roster.parties.len()];
    for speaker in turns.iter().filter_map(|turn| turn.speaker) {
        counts[speaker] += 1;
    }
    counts
}

/// The likeliest candidate, and those that are about as likely; none where nobody is likelier.
fn likeliest(roster: &Roster, act: Act, candidates: &[Candidate]) -> Vec<usize> {
    let column = 1 + Act::ALL.iter().position(|&other| other == act).unwrap_or(0);
    let score = |one: &Candidate| -> f32 {
        let weight = |ground: &Ground| WEIGHTS[*ground as usize].1;
        one.grounds.iter().map(weight).map(|weights| weights[0] + weights[column]).sum()
    };
    let mut nobody = f32::NEG_INFINITY;
    let mut scored: Vec<(usize, f32)> = Vec::with_capacity(candidates.len());
    for one in candidates {
        match one.party {
            Some(party) if !has(QUANTITIES, &roster.parties[party].name) => {
                scored.push((party, score(one)));
            }
            Some(_) => {}
            None => nobody = score(one),
        }
    }
    // Stable: of equals the first listed stays first.
    scored.sort_by(|a, b| b.1.total_cmp(&a.1));
    let Some(&(_, best)) = scored.first() else { return Vec::new() };
    if best < nobody + RATHER_THAN_NOBODY.ln() {
        return Vec::new();
    }
    let beside = |&(_, score): &(usize, f32)| score >= best + BESIDE_THE_FIRST.ln();
    scored.into_iter().take_while(beside).map(|(party, _)| party).take(3).collect()
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
    use super::{Ground, WEIGHTS};
    use crate::testing::read;

    #[test]
    fn every_ground_has_its_weights() {
        assert_eq!(WEIGHTS.len(), Ground::ALL.len());
        assert!(WEIGHTS.iter().zip(Ground::ALL).all(|(weight, ground)| weight.0 == *ground));
    }

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
