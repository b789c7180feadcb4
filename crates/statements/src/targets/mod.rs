//! Whom a statement is aimed at, and to whom it was said.
//!
//! Everybody whom the article names is a candidate, and nobody is one. Each has its grounds
//! (`ground.rs`, `evidence.rs`, `belief.rs`), and each ground its weight, fitted to the training
//! articles (`fitted.rs`).

mod belief;
mod evidence;
mod fitted;
mod ground;
mod object;
mod part;
mod roster;
mod topic;
mod turn;
mod voices;
mod weights;
mod wording;

use gainsay_record::{Act, Party, Span, SpeakerKind, Text, TextRange};

use crate::assemble::Draft;
use crate::doc::{Doc, Shape};
use crate::lexicon::has;
use crate::speaker::cast::Cast;
use belief::{Beliefs, Scored};
use evidence::{Case, Grounds};
use part::Place;
use roster::Roster;
use topic::Topics;
use turn::{Reading, Turn, words_of};
pub(crate) use weights::Weights;

/// Somebody is the target where he is at least this likely beside nobody: a target that is wrong is
/// seen and corrected, one that is missing is not.
const RATHER_THAN_NOBODY: f32 = 0.15;
/// Another is one beside him who is at least this likely beside the first.
const BESIDE_THE_FIRST: f32 = 0.6;
/// From this probability on somebody whom only the model sees is one of the article's parties.
const UNHEARD_OF: f32 = 0.5;
/// At most so many places of a target are kept.
const SPANS: usize = 4;

/// What somebody says against another. Sorted.
const CHARGES: &[&str] = &[
    "accusation",
    "accusations",
    "allegation",
    "allegations",
    "assertion",
    "assertions",
    "charge",
    "charges",
    "claim",
    "claims",
    "insinuation",
    "insinuations",
];

/// Verbs with which somebody tells what his own state does or will do. Sorted.
const OWN_VERBS: &[&str] = &[
    "can", "cannot", "could", "did", "had", "has", "is", "was", "will", "won't", "won’t", "would",
];

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
        let roster = self.roster(statements);
        let turns = self.turns(&roster, statements);
        let case = Case::new(&roster, &turns, Topics::new(self.doc, self.cast, &roster));
        let weights = Weights::fitted();
        let beliefs = Beliefs::new(&case, &weights);
        let targets = statements.iter().zip(&turns).enumerate().map(|(d, (aimed, turn))| {
            if self.hides(aimed) {
                return Vec::new();
            }
            let aims = match self.whose_charge(aimed, turn) {
                Some(party) => vec![party],
                None => {
                    let own = self.own_state(&roster, aimed, turn);
                    let mut scores = beliefs.scores(d);
                    scores.retain(|scored| own.is_none() || scored.party != own);
                    likeliest(&roster, turn, scores)
                }
            };
            aims.into_iter().map(|party| self.party(&roster, turn, party)).collect()
        });
        targets.collect()
    }

    /// "dismissed the Kenyan claims as baseless", "rejects Tessen’s charge": whoever made the charge that the
    /// words begin with.
    fn whose_charge(&self, aimed: &Aimed, turn: &Turn) -> Option<usize> {
        const NEAR: usize = 4;
        if !matches!(aimed.act, Act::Deny | Act::Criticize | Act::Refuse) {
            return None;
        }
        let content = self.doc.tokens_in(*aimed.draft.content.first()?);
        let charge = content.clone().take(NEAR).find(|&t| has(CHARGES, self.doc.word(t)))?;
        let before = |range: TextRange| {
            let tokens = self.doc.tokens_in(range);
            let own = tokens.start >= content.start && tokens.end <= charge;
            own && (tokens.end..charge).all(|t| self.doc.tokens[t].shape != Shape::Mark)
        };
        let named = turn.named.iter().find(|named| before(named.range))?;
        (Some(named.party) != turn.speaker).then_some(named.party)
    }

    /// "said Kenya would not hand over anybody": the state that promises, refuses or admits is the
    /// speaker’s own.
    fn own_state(&self, roster: &Roster, aimed: &Aimed, turn: &Turn) -> Option<usize> {
        if !matches!(aimed.act, Act::Promise | Act::Refuse | Act::Decline | Act::Admit) {
            return None;
        }
        let content = *aimed.draft.content.first()?;
        let state = |party: usize| roster.parties[party].kind == SpeakerKind::Government;
        let opens = |range: TextRange| range.start == content.start;
        let own = turn.named.iter().find(|named| opens(named.range) && state(named.party))?;
        let verb = self.doc.tokens_in(own.range).end;
        let says = verb < self.doc.tokens.len() && has(OWN_VERBS, self.doc.word(verb));
        says.then_some(own.party)
    }

    /// "asked not to be named": of the paper, which is nobody in the article.
    fn hides(&self, aimed: &Aimed) -> bool {
        const HIDES: [&str; 6] =
            ["anonymity", "anonymous", "anonymously", "identified", "named", "quoted"];
        // "He asked not to be named in the indictment" has an object; a reason may follow.
        const WORDS: usize = 12;
        let words = || aimed.draft.content.iter().flat_map(|&c| self.doc.tokens_in(c));
        aimed.act == Act::Demand
            && words().nth(WORDS).is_none()
            && words().take(5).any(|t| HIDES.contains(&self.doc.word(t)))
    }

    /// Each statement's candidates with their names and grounds, for fitting the weights.
    pub(crate) fn candidates(
        &self,
        statements: &[Aimed],
        weights: &Weights,
    ) -> Vec<Vec<(Option<String>, Grounds)>> {
        let roster = self.roster(statements);
        let turns = self.turns(&roster, statements);
        let case = Case::new(&roster, &turns, Topics::new(self.doc, self.cast, &roster));
        let beliefs = Beliefs::new(&case, weights);
        let name = |party: usize| roster.parties[party].name.clone();
        let named = |(party, grounds): (Option<usize>, Grounds)| (party.map(name), grounds);
        (0..turns.len()).map(|d| beliefs.grounds(d).into_iter().map(named).collect()).collect()
    }

    /// Everybody in the article, and whom only the model sees.
    fn roster(&self, statements: &[Aimed]) -> Roster {
        let mut roster = Roster::new(self.doc, self.cast);
        for &(range, probability) in statements.iter().flat_map(|aimed| &aimed.draft.aimed) {
            if probability >= UNHEARD_OF
                && let Some(name) = words_of(self.doc, self.cast, range)
            {
                roster.add(&name);
            }
        }
        roster
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
        if found.is_empty() {
            let marked = turn.marked.iter().find(|mark| mark.party == party);
            found.extend(marked.map(|mark| self.text.span(mark.range)));
        }
        Party { name: roster.parties[party].name.clone(), spans: found }
    }
}

/// The likeliest candidate, and those that are about as likely; none where nobody is likelier.
fn likeliest(roster: &Roster, turn: &Turn, candidates: Vec<Scored>) -> Vec<usize> {
    let mut nobody = f32::NEG_INFINITY;
    let mut scored: Vec<(usize, f32)> = Vec::with_capacity(candidates.len());
    for Scored { party, score } in candidates {
        match party {
            Some(party) if has(QUANTITIES, &roster.parties[party].name) => {}
            Some(party) if turn.speaker.is_some_and(|own| speaks_for(roster, own, party)) => {}
            Some(party) => scored.push((party, score)),
            None => nobody = score,
        }
    }
    // Stable: of equals the first listed stays first.
    scored.sort_by(|a, b| b.1.total_cmp(&a.1));
    let Some(&(_, best)) = scored.first() else { return Vec::new() };
    if best < nobody + RATHER_THAN_NOBODY.ln() {
        return Vec::new();
    }
    let beside = |&(_, score): &(usize, f32)| score >= best + BESIDE_THE_FIRST.ln();
    let mut aims: Vec<usize> =
        scored.into_iter().take_while(beside).map(|(party, _)| party).take(3).collect();
    // Between states, who charges whom is known from the whole article.
    let state = |&&p: &&usize| roster.parties[p].kind == SpeakerKind::Government;
    let answers = matches!(turn.act, Act::Deny | Act::Refuse | Act::Admit);
    if let Some(&accuser) = turn.accusers.first().filter(state).filter(|_| answers)
        && Some(accuser) != turn.speaker
        && !aims.contains(&accuser)
    {
        aims.push(accuser);
    }
    aims
}

/// Whoever speaks by name for an institution or a country does not aim at it; a nameless official may.
fn speaks_for(roster: &Roster, own: usize, party: usize) -> bool {
    roster.parties[own].named && roster.stands_for(own, party)
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
    fn a_denial_that_begins_with_whose_charge_it_is_is_aimed_at_them() {
        let text = "{s1:Kenya} {c1:accused} {q1:Peru of arming the rebels}.\n\
                    {s2:Ilmar Tessen} {c2:dismissed} {q2:the Kenyan claims as baseless, like Chad’s}.";
        let targets: Vec<_> = read(text)[1].targets.iter().map(|t| t.name.clone()).collect();
        assert_eq!(targets, ["Kenya"]);
    }

    #[test]
    fn the_state_that_refuses_is_no_target() {
        let text = "{s1:Kenya} {c1:demanded} {q1:that Peru hand over two officers}.\n\
                    {s2:Foreign Minister Ilmar Tessen} {c2:said} {q2:Peru would not hand over anybody to Kenya}.";
        let statements = read(text);
        assert!(statements[1].targets.iter().all(|t| t.name != "Peru"), "{:?}", statements[1]);
    }

    #[test]
    fn nobody_aims_at_whom_he_speaks_for() {
        let said = |source: &str| {
            let text = format!("{{s:{source}}} {{c:criticized}} {{q:{{t:Kenya}} as “weak”}}.");
            read(&text)[0].targets.iter().map(|t| t.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(said("Peru’s Foreign Minister Ilmar Tessen"), ["Kenya"]);
        assert!(said("Kenya’s Foreign Minister Ilmar Tessen").is_empty());
        assert_eq!(said("A Kenyan official"), ["Kenya"]);
    }

    #[test]
    fn words_that_only_the_model_reads_are_a_target() {
        let found = read("{s:Kenya} {c:urged} {q:{t:people on the coast} to stay indoors}.");
        let [target] = &found[0].targets[..] else { panic!("{:?}", found[0].targets) };
        assert_eq!(
            (&*target.name, &*target.spans[0].exact),
            ("people on the coast", "people on the coast")
        );
    }

    #[test]
    fn what_is_believed_of_one_statement_tells_of_the_next() {
        let text = "{s1:Kenya} {c1:accused} {q1:Peru of arming the rebels}.\n\
                    {s2:Peru} {c2:denied} {q2:it}.\n\
                    {s3:Chad} {c3:said} {q3:talks went on}.\n\
                    {s4:Kenya} {c4:demanded} {q4:an apology}.";
        let found = read(text);
        assert!(found[3].targets.iter().any(|target| target.name == "Peru"), "{:?}", found[3]);
    }

    #[test]
    fn what_is_theirs_is_aimed_at_them() {
        let text = "{s:Kenya} {c:criticized} {q:{t:the Dockers Union’s leadership}}.";
        let [target] = &read(text)[0].targets[..] else { panic!("{:?}", read(text)[0].targets) };
        assert_eq!(target.name, "Dockers Union");
    }

    #[test]
    fn who_will_not_be_named_asks_it_of_nobody() {
        let text = "{s1:Kenya} {c1:accused} {q1:Peru of arming the rebels}.\n\
                    {s2:An official} {c2:demanded} {q2:not to be named}.";
        assert!(read(text)[1].targets.is_empty());
    }

    #[test]
    fn whom_it_was_told_is_the_addressee() {
        let found = read("{s:Ilmar Tessen} {c:told} reporters {q:all was well}.");
        assert_eq!(found[0].addressee.as_ref().unwrap().name, "reporters");
        let found = read("{q:“All is well,”} {s:Ilmar Tessen} {c:told}.");
        assert_eq!(found[0].addressee, None);
    }
}
