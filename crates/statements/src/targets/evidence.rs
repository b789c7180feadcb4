//! The grounds on which a statement may be aimed at a party: what its words say (`wording.rs`), who spoke
//! before and after (`voices.rs`), who is a party to the article. What is believed of the other
//! statements comes on top (`belief.rs`).

use std::collections::BTreeMap;

use gainsay_record::{Act, SpeakerKind};

use super::ground::Ground;
use super::part::Place;
use super::roster::Roster;
use super::topic::Topics;
use super::turn::Turn;
use super::wording::PROBABLY;

/// A ground that holds less is left out.
pub(super) const LEAST: f32 = 0.02;

/// Grounds, each with how far it holds, 1 where it is a matter of yes and no.
pub(crate) type Grounds = Vec<(Ground, f32)>;

/// Whether an act is against somebody who may answer it.
pub(super) fn charges(act: Act) -> bool {
    matches!(act, Act::Accuse | Act::Criticize | Act::Demand | Act::Threaten)
}

/// Whether an act answers somebody who made a charge or a demand.
pub(super) fn answers(act: Act) -> bool {
    matches!(act, Act::Deny | Act::Refuse | Act::Admit)
}

/// Whether an act is against somebody, or against what somebody said.
pub(super) fn hostile(act: Act) -> bool {
    charges(act) || matches!(act, Act::Deny | Act::Refuse)
}

/// The statements of an article, and who is in it.
pub(super) struct Case<'c> {
    pub roster: &'c Roster,
    pub turns: &'c [Turn],
    /// How many statements each party makes.
    speaks: Vec<usize>,
    /// How much each denies and refuses, how much it charges.
    defends: Vec<f32>,
    attacks: Vec<f32>,
    /// The same of the others of its side.
    sides: Vec<(f32, f32)>,
    /// The parties, the most mentioned first.
    foremost: Vec<usize>,
    /// The two states that the article is about.
    states: Vec<usize>,
    topics: Topics,
}

/// Grounds by party.
#[derive(Default)]
pub(super) struct Table(BTreeMap<usize, Grounds>);

impl Table {
    pub(super) fn add(&mut self, party: usize, ground: Ground) {
        self.note(party, ground, 1.0);
    }

    /// A ground that holds so far; as far as it held first.
    pub(super) fn note(&mut self, party: usize, ground: Ground, held: f32) {
        let grounds = self.0.entry(party).or_default();
        if !grounds.iter().any(|(other, _)| *other == ground) {
            grounds.push((ground, held));
        }
    }

    /// A ground for the party, and those for its institution and country.
    pub(super) fn add_with(
        &mut self,
        roster: &Roster,
        party: usize,
        [own, institution, country]: [Ground; 3],
    ) {
        self.add(party, own);
        let listed = &roster.parties[party];
        if let Some(other) = listed.institution {
            self.add(other, institution);
        }
        if let Some(other) = listed.country {
            self.add(other, country);
        }
    }
}

impl<'c> Case<'c> {
    pub(super) fn new(roster: &'c Roster, turns: &'c [Turn], topics: Topics) -> Self {
        let count = roster.parties.len();
        let mut speaks = vec![0; count];
        let (mut defends, mut attacks) = (vec![0.0; count], vec![0.0; count]);
        for (speaker, turn) in turns.iter().filter_map(|turn| Some((turn.speaker?, turn))) {
            speaks[speaker] += 1;
            defends[speaker] += f32::from(answers(turn.act));
            attacks[speaker] += f32::from(charges(turn.act));
        }
        let voices: Vec<usize> = (0..count).filter(|&p| speaks[p] > 0).collect();
        let side = |party: usize| {
            let others = voices.iter().filter(|&&p| p != party && roster.together(p, party));
            others.fold((0.0, 0.0), |(d, a), &p| (d + defends[p], a + attacks[p]))
        };
        let sides = (0..count).map(side).collect();
        let mut foremost: Vec<usize> =
            (0..count).filter(|&p| roster.parties[p].mentions > 1).collect();
        foremost.sort_by_key(|&p| (std::cmp::Reverse(roster.parties[p].mentions), p));
        let state = |&p: &usize| roster.parties[p].kind == SpeakerKind::Government;
        let states = foremost.iter().copied().filter(state).take(2).collect();
        Case { roster, turns, speaks, defends, attacks, sides, foremost, states, topics }
    }

    /// Whether a party makes a statement.
    pub(super) fn speaks(&self, party: usize) -> bool {
        self.speaks[party] > 0
    }

    /// Nobody, and everybody whom statement `d` may be aimed at by its own words and by who speaks,
    /// with the grounds of each.
    pub(super) fn candidates(&self, d: usize) -> (Grounds, BTreeMap<usize, Grounds>) {
        let mut table = Table::default();
        self.words(d, &mut table);
        self.surroundings(d, &mut table);
        self.voices(d, &mut table);
        let turn = &self.turns[d];
        if let Some(own) = turn.speaker {
            table.0.remove(&own);
        }
        for (&party, grounds) in &mut table.0 {
            self.standing(d, party, grounds);
        }
        self.rank(d, &mut table);
        (self.nobody(d), table.0)
    }

    fn nobody(&self, d: usize) -> Grounds {
        let turn = &self.turns[d];
        let named = turn.named.iter().any(|n| n.place == Place::Content);
        let alone = |other: &Turn| other.speaker.is_none() || other.speaker == turn.speaker;
        let surest = turn.marked.iter().map(|m| m.probability).fold(0.0, f32::max);
        let held = [
            (Ground::Nobody, true),
            (Ground::NobodyNamed, !named && turn.meant.is_empty()),
            (Ground::NobodySpeaks, self.turns.iter().all(alone)),
            (Ground::NobodyThoughTaken, turn.takes_one && turn.object.is_some()),
            (Ground::NobodyThoughSeen, surest >= PROBABLY),
            (Ground::NobodyThoughMaybeSeen, surest > 0.0 && surest < PROBABLY),
        ];
        held.into_iter().filter(|&(_, holds)| holds).map(|(ground, _)| (ground, 1.0)).collect()
    }

    /// Who was named before, and of whom the article tells the same.
    fn surroundings(&self, d: usize, table: &mut Table) {
        let turn = &self.turns[d];
        for (n, &(party, near)) in turn.recent.iter().enumerate() {
            table.note(party, Ground::Lately, near);
            match n {
                0 => table.add(party, Ground::RecentFirst),
                1 => table.add(party, Ground::RecentSecond),
                _ => {}
            }
        }
        let count = self.roster.parties.len();
        let fit = self.topics.fit(&turn.words, turn.sentences.clone(), turn.speaker, count);
        for (party, &fit) in fit.iter().enumerate().filter(|(_, fit)| **fit > LEAST) {
            table.note(party, Ground::Topic, fit);
            if fit == 1.0 {
                table.add(party, Ground::TopicBest);
            }
        }
        for &party in self.states.iter().filter(|_| turn.both) {
            table.add(party, Ground::Both);
        }
    }

    /// What the party is, and how it stands to the speaker.
    pub(super) fn standing(&self, d: usize, party: usize, grounds: &mut Grounds) {
        let roster = self.roster;
        let listed = &roster.parties[party];
        let mut add = |ground: Ground| grounds.push((ground, 1.0));
        add(match listed.kind {
            SpeakerKind::Person if !listed.named => Ground::Unnamed,
            SpeakerKind::Organization if listed.media => Ground::Media,
            SpeakerKind::Organization => Ground::Organization,
            SpeakerKind::Government => Ground::Government,
            SpeakerKind::Group => Ground::Group,
            SpeakerKind::Document => Ground::Document,
            _ => Ground::Person,
        });
        if !listed.named && listed.kind != SpeakerKind::Person {
            add(Ground::Nameless);
        }
        if listed.spokes {
            add(Ground::Spokes);
        }
        match self.speaks[party] {
            0 => {}
            1 => add(Ground::Speaks),
            2 => add(Ground::SpeaksTwice),
            _ => add(Ground::SpeaksOften),
        }
        match listed.mentions {
            0..=2 => {}
            3..=6 => add(Ground::Mentioned),
            _ => add(Ground::MentionedOften),
        }
        if listed.headed {
            add(Ground::Headed);
        }
        if let Some(first) = listed.first {
            grounds.push((Ground::Leads, 1.0 / (1.0 + first as f32)));
        }
        let log = |ground: Ground, sum: f32| (sum > 0.0).then(|| (ground, sum.ln_1p()));
        grounds.extend(log(Ground::Defends, self.defends[party]));
        grounds.extend(log(Ground::Attacks, self.attacks[party]));
        let (defends, attacks) = self.sides[party];
        grounds.extend(log(Ground::DefendsSide, defends));
        grounds.extend(log(Ground::AttacksSide, attacks));
        let mut add = |ground: Ground| grounds.push((ground, 1.0));
        let Some(own) = self.turns[d].speaker else { return };
        let one = &roster.parties[own];
        if one.institution == Some(party) {
            add(Ground::OurInstitution);
        } else if one.country == Some(party) {
            add(Ground::OurCountry);
        } else if roster.together(own, party) {
            add(Ground::Together);
        }
        let home = |p: usize| {
            let listed = &roster.parties[p];
            let country = listed.kind == SpeakerKind::Government;
            listed.country.or(country.then_some(p))
        };
        if let (Some(a), Some(b)) = (home(own), home(party))
            && a != b
        {
            add(Ground::Foreign);
        }
    }

    /// Whom the article is most about, but for the speaker's side.
    fn rank(&self, d: usize, table: &mut Table) {
        let own = self.turns[d].speaker;
        let other = |&&party: &&usize| own.is_none_or(|own| !self.roster.together(own, party));
        let ranks = [Ground::Foremost, Ground::ForemostSecond];
        for (&party, ground) in self.foremost.iter().filter(other).zip(ranks) {
            table.0.entry(party).or_insert_with(|| {
                let mut grounds = Grounds::new();
                self.standing(d, party, &mut grounds);
                grounds
            });
            table.add(party, ground);
        }
    }
}
