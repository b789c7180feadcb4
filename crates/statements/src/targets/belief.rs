//! Whom the statements are aimed at, as far as is believed. What one is aimed at tells of the others:
//! who charged the speaker before, whom its side is against. So all are weighed in rounds, each
//! knowing what the round before believed of the rest, and how firmly.

use std::collections::BTreeMap;

use super::evidence::{Case, Grounds, LEAST, charges, hostile};
use super::ground::Ground;
use super::voices::FAR;
use super::weights::{Sum, Weights};

/// Rounds after which beliefs hardly change.
const ROUNDS: usize = 3;
/// Where the grounds begin that rest on beliefs about parties.
const FIRST: usize = Ground::Still as usize;
const KINDS: usize = Ground::AtUsSide as usize + 1 - FIRST;

/// The statements of an article with what is believed of each.
pub(super) struct Beliefs<'c> {
    case: &'c Case<'c>,
    weights: &'c Weights,
    words: Vec<Words>,
    /// Probability of each party to be the target of each statement.
    aims: Vec<Vec<f32>>,
    /// The sums of these for each speaker, and for what is against somebody.
    by_speaker: Vec<Vec<f32>>,
    against: Vec<f32>,
    against_by: Vec<Vec<f32>>,
}

/// What the words of one statement say, which no belief changes.
struct Words {
    nobody: Grounds,
    parties: BTreeMap<usize, Grounds>,
    /// What these grounds weigh, for nobody and for each party.
    nobody_sum: Sum,
    sums: BTreeMap<usize, Sum>,
    /// The statement before and after of the same speaker, and the one most like it.
    last: Option<usize>,
    next: Option<usize>,
    alike: Option<usize>,
    inner: Vec<usize>,
}

/// A candidate; nobody where there is no party.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scored {
    pub party: Option<usize>,
    pub score: f32,
}

impl<'c> Beliefs<'c> {
    pub(super) fn new(case: &'c Case, weights: &'c Weights) -> Self {
        let words = (0..case.turns.len()).map(|d| Words::new(case, weights, d)).collect();
        let aims = vec![vec![0.0; case.roster.parties.len()]; case.turns.len()];
        let mut beliefs = Beliefs {
            case,
            weights,
            words,
            aims,
            by_speaker: Vec::new(),
            against: Vec::new(),
            against_by: Vec::new(),
        };
        beliefs.sum();
        for _ in 0..ROUNDS {
            beliefs.aims = (0..case.turns.len()).map(|d| beliefs.believe(d)).collect();
            beliefs.sum();
        }
        beliefs
    }

    /// Everybody whom a statement may be aimed at, with the sums of the weights of the grounds.
    pub(super) fn scores(&self, d: usize) -> Vec<Scored> {
        let words = &self.words[d];
        let (act, weights) = (self.case.turns[d].act, self.weights);
        let mut nobody = words.nobody_sum;
        for (ground, held) in self.nobody(d) {
            weights.add(&mut nobody, ground as usize, held);
        }
        let mut all = vec![Scored { party: None, score: weights.score(&nobody) }];
        for (party, values) in self.values(d).iter().enumerate() {
            let known = words.sums.get(&party).copied();
            let some = values.iter().any(|&v| v >= LEAST);
            if known.is_none() && !some || Some(party) == self.case.turns[d].speaker {
                continue;
            }
            let mut sum = known.unwrap_or_else(|| {
                let mut grounds = Grounds::new();
                self.case.standing(d, party, &mut grounds);
                weights.sum(&grounds, act)
            });
            for (k, &held) in values.iter().enumerate().filter(|(_, held)| **held > 0.0) {
                weights.add(&mut sum, FIRST + k, held);
            }
            all.push(Scored { party: Some(party), score: weights.score(&sum) });
        }
        all
    }

    /// The same with the grounds, for fitting the weights.
    pub(super) fn grounds(&self, d: usize) -> Vec<(Option<usize>, Grounds)> {
        let words = &self.words[d];
        let nobody = words.nobody.iter().copied().chain(self.nobody(d)).collect();
        let mut all = vec![(None, nobody)];
        for (party, value) in self.values(d).iter().enumerate() {
            let some = value.iter().any(|&v| v >= LEAST);
            let known = words.parties.get(&party);
            if known.is_none() && !some || Some(party) == self.case.turns[d].speaker {
                continue;
            }
            let mut grounds = known.cloned().unwrap_or_else(|| {
                let mut grounds = Grounds::new();
                self.case.standing(d, party, &mut grounds);
                grounds
            });
            let believed = value.iter().enumerate().filter(|(_, v)| **v > 0.0);
            grounds.extend(believed.map(|(k, &v)| (Ground::ALL[FIRST + k], v)));
            all.push((Some(party), grounds));
        }
        all
    }

    /// The probability of each party.
    fn believe(&self, d: usize) -> Vec<f32> {
        let scores = self.scores(d);
        let top = scores.iter().map(|s| s.score).fold(f32::NEG_INFINITY, f32::max);
        let sum: f32 = scores.iter().map(|s| (s.score - top).exp()).sum();
        let mut believed = vec![0.0; self.case.roster.parties.len()];
        for Scored { party, score } in scores {
            if let Some(party) = party {
                believed[party] = (score - top).exp() / sum;
            }
        }
        believed
    }

    fn sum(&mut self) {
        let parties = self.case.roster.parties.len();
        self.by_speaker = vec![vec![0.0; parties]; parties];
        self.against_by = vec![vec![0.0; parties]; parties];
        self.against = vec![0.0; parties];
        for (turn, aims) in self.case.turns.iter().zip(&self.aims) {
            for (party, &p) in aims.iter().enumerate() {
                if let Some(speaker) = turn.speaker {
                    self.by_speaker[speaker][party] += p;
                    if hostile(turn.act) {
                        self.against_by[speaker][party] += p;
                    }
                }
                if hostile(turn.act) {
                    self.against[party] += p;
                }
            }
        }
    }

    fn nobody(&self, d: usize) -> Grounds {
        let words = &self.words[d];
        let silent =
            |n: Option<usize>| n.map_or(0.0, |n| (1.0 - self.aims[n].iter().sum::<f32>()).max(0.0));
        let charged: f32 = match self.case.turns[d].speaker {
            Some(own) => self.at_side(&self.against, own) - self.at_side(&self.aims[d], own),
            None => 0.0,
        };
        vec![
            (Ground::NobodyCharged, (1.0 - charged).clamp(0.0, 1.0)),
            (Ground::NobodyStill, silent(words.last)),
            (Ground::NobodyBefore, silent(d.checked_sub(1))),
        ]
    }

    /// How much of what is believed falls to a party, its institution and its country.
    fn at_side(&self, aims: &[f32], party: usize) -> f32 {
        let listed = &self.case.roster.parties[party];
        let institution = listed.institution.map_or(0.0, |p| aims[p]);
        let country = listed.country.filter(|&c| Some(c) != listed.institution);
        aims[party] + institution + country.map_or(0.0, |p| aims[p])
    }

    /// How far each ground holds for each party.
    fn values(&self, d: usize) -> Vec<[f32; KINDS]> {
        let Beliefs { case, words, aims, .. } = self;
        let (turns, roster, turn) = (case.turns, case.roster, &case.turns[d]);
        let mut values = vec![[0.0_f32; KINDS]; roster.parties.len()];
        let at = |ground: Ground| ground as usize - FIRST;
        let mut copy = |ground: Ground, n: Option<usize>| {
            for (value, &p) in values.iter_mut().zip(n.map_or(&[][..], |n| &aims[n])) {
                let value = &mut value[at(ground)];
                *value = value.max(p);
            }
        };
        let own = &words[d];
        copy(Ground::Still, own.last);
        let near = |&n: &usize| turns[n].paragraph + 1 >= turn.paragraph;
        copy(Ground::StillNear, own.last.filter(near));
        copy(Ground::StillNext, own.next);
        let another = |&n: &usize| turns[n].speaker.is_none() || turns[n].speaker != turn.speaker;
        copy(Ground::Same, d.checked_sub(1).filter(another));
        copy(Ground::SameNext, Some(d + 1).filter(|&n| n < turns.len()).filter(another));
        copy(Ground::OuterAt, turn.outer);
        for &n in &own.inner {
            copy(Ground::InnerAt, Some(n));
        }
        copy(Ground::AlikeAt, own.alike);
        let Some(speaker) = turn.speaker else {
            for (party, value) in values.iter_mut().enumerate() {
                let own = if hostile(turn.act) { aims[d][party] } else { 0.0 };
                value[at(Ground::Others)] = (self.against[party] - own).max(0.0).ln_1p();
            }
            return values;
        };
        self.sides(d, speaker, &mut values);
        self.answers(d, speaker, &mut values);
        values
    }

    /// Whom the speaker, those of its side and the others are aimed at.
    fn sides(&self, d: usize, speaker: usize, values: &mut [[f32; KINDS]]) {
        let roster = self.case.roster;
        let turn = &self.case.turns[d];
        let speaking = |&s: &usize| self.case.speaks(s);
        let allies: Vec<usize> = (0..roster.parties.len())
            .filter(|&s| s != speaker && roster.together(s, speaker))
            .filter(speaking)
            .collect();
        let mut alike = vec![0.0; roster.parties.len()];
        for (n, other) in self.case.turns.iter().enumerate() {
            if n != d && other.speaker == Some(speaker) && charges(other.act) == charges(turn.act) {
                alike.iter_mut().zip(&self.aims[n]).for_each(|(sum, p)| *sum += p);
            }
        }
        let at = |ground: Ground| ground as usize - FIRST;
        for (party, value) in values.iter_mut().enumerate() {
            let here = self.aims[d][party];
            let side: f32 = allies.iter().map(|&ally| self.against_by[ally][party]).sum();
            let ours = self.against_by[speaker][party];
            let log = |x: f32| x.max(0.0).ln_1p();
            value[at(Ground::Ours)] = log(self.by_speaker[speaker][party] - here);
            value[at(Ground::OursAlike)] = log(alike[party]);
            value[at(Ground::Side)] = log(side);
            value[at(Ground::Others)] = log(self.against[party] - ours - side);
            let us = self.at_side(&self.against_by[party], speaker);
            value[at(Ground::AtUsSide)] = us;
        }
        // What one is aimed at the others of its side are, too: the most of any of them.
        let us: Vec<f32> = values.iter().map(|value| value[at(Ground::AtUsSide)]).collect();
        for (party, value) in values.iter_mut().enumerate() {
            let theirs = |&other: &usize| other != party && roster.together(other, party);
            let most = (0..us.len()).filter(|&p| us[p] > LEAST).filter(theirs).map(|p| us[p]).sum();
            value[at(Ground::AtUsSide)] = f32::ln_1p(most);
        }
    }

    /// Who is aimed at the speaker: whom it answers.
    fn answers(&self, d: usize, speaker: usize, values: &mut [[f32; KINDS]]) {
        let (turns, roster) = (self.case.turns, self.case.roster);
        let at = |ground: Ground| ground as usize - FIRST;
        let mut note = |party: usize, ground: Ground, held: f32| {
            let value = &mut values[party][at(ground)];
            *value = value.max(held);
        };
        let mut open = 1.0;
        let near = d.saturating_sub(FAR)..(d + FAR).min(turns.len());
        let order = (near.start..d).rev().chain(d + 1..near.end);
        for n in order {
            let Some(party) = turns[n].speaker.filter(|&p| p != speaker) else { continue };
            let held = self.at_side(&self.aims[n], speaker).min(1.0);
            if held < LEAST || turns[n].act == gainsay_record::Act::Praise {
                continue;
            }
            if n < d {
                note(party, Ground::AtUsLast, held * open);
                note(party, Ground::AtUs, held);
                open *= 1.0 - held;
                let listed = &roster.parties[party];
                if let Some(other) = listed.institution {
                    note(other, Ground::AtUsInstitution, held);
                }
                if let Some(other) = listed.country {
                    note(other, Ground::AtUsCountry, held);
                }
            } else if charges(turns[n].act) {
                note(party, Ground::AtUsLater, held);
            }
        }
    }
}

impl Words {
    fn new(case: &Case, weights: &Weights, d: usize) -> Self {
        let turns = case.turns;
        let act = turns[d].act;
        let (nobody, parties) = case.candidates(d);
        let sums = parties.iter().map(|(&p, grounds)| (p, weights.sum(grounds, act))).collect();
        let same = |&n: &usize| turns[n].speaker.is_some() && turns[n].speaker == turns[d].speaker;
        Words {
            nobody_sum: weights.sum(&nobody, act),
            sums,
            last: (d.saturating_sub(FAR)..d).rev().find(same),
            next: (d + 1..(d + FAR).min(turns.len())).find(same),
            alike: case.alike(d, |_| true).map(|(n, _)| n),
            inner: case.inner(d).collect(),
            nobody,
            parties,
        }
    }
}
