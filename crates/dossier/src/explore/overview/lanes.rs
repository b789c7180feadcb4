//! Lanes: the main parties, in drawing order, and how they stand accused.

use std::collections::{BTreeMap, BTreeSet};

use super::picture::{Accused, Lane};
use super::{MOST_MEMBERS, View};
use crate::explore::Explore;
use crate::explore::ledger::{ACCUSE, Ledger, NONE, STATE};
use crate::explore::view::{Member, Pair};

impl Explore<'_> {
    /// The lanes with their members.
    pub(super) fn lanes(&self, lanes: &[u32], accused: &BTreeMap<u32, Tally>) -> Vec<Lane> {
        let ledger = self.ledger;
        let mut by_lane: BTreeMap<u32, BTreeMap<u32, Pair>> = BTreeMap::new();
        for (at, entry) in ledger.entries.iter().enumerate() {
            if entry.party != NONE {
                let members = by_lane.entry(ledger.lane_of(entry.party)).or_default();
                members.entry(entry.party).or_default().add(ledger.is_independent(at));
            }
        }
        lanes
            .iter()
            .map(|party| {
                let members = by_lane.remove(party).unwrap_or_default();
                let statements = members.values().fold(Pair::default(), |sum, pair| Pair {
                    reports: sum.reports + pair.reports,
                    independent: sum.independent + pair.independent,
                });
                let mut members: Vec<Member> = members
                    .into_iter()
                    .map(|(party, statements)| Member { who: ledger.who(party), statements })
                    .collect();
                members.sort_by(|a, b| {
                    (b.statements.reports, &a.who.name).cmp(&(a.statements.reports, &b.who.name))
                });
                members.truncate(MOST_MEMBERS);
                let tally = accused.get(party).copied().unwrap_or_default();
                let who = ledger.who(*party);
                Lane {
                    party: who.party.unwrap_or_default(),
                    name: who.name,
                    kind: who.kind,
                    statements,
                    accused: tally.accused,
                    answered: tally.answered,
                    unanswered: tally.accused.independent - tally.answered,
                    members,
                }
            })
            .collect()
    }
}

/// How a lane stands accused.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    accused: Pair,
    answered: u64,
}

pub(super) fn accused(ledger: &Ledger) -> BTreeMap<u32, Tally> {
    let mut tallies: BTreeMap<u32, Tally> = BTreeMap::new();
    for (at, entry) in ledger.entries.iter().enumerate().filter(|(_, e)| e.act == ACCUSE) {
        let lanes: BTreeSet<u32> =
            ledger.targets.of(at).iter().map(|&target| ledger.lane_of(target)).collect();
        for lane in lanes {
            let tally = tallies.entry(lane).or_default();
            let independent = ledger.is_independent(at);
            tally.accused.add(independent);
            tally.answered += u64::from(independent && !entry.unanswered);
        }
    }
    tallies
}

pub(super) fn most_accused(ledger: &Ledger, accused: &BTreeMap<u32, Tally>) -> Vec<Accused> {
    let mut all: Vec<Accused> = accused
        .iter()
        .map(|(&party, tally)| {
            let who = ledger.who(party);
            Accused {
                party: who.party.unwrap_or_default(),
                name: who.name,
                kind: who.kind,
                accused: tally.accused,
                answered: tally.answered,
                unanswered: tally.accused.independent - tally.answered,
            }
        })
        .collect();
    all.sort_by(|a, b| {
        (b.accused.independent, b.accused.reports, &a.name, &a.party).cmp(&(
            a.accused.independent,
            a.accused.reports,
            &b.name,
            &b.party,
        ))
    });
    all.truncate(8);
    all
}

/// The main parties in drawing order: the two that charge each other most in the middle, the
/// others outside, each next to whom it deals with more.
pub(super) fn order(ledger: &Ledger, view: &View) -> Vec<u32> {
    let mut weight: BTreeMap<u32, u64> = BTreeMap::new();
    let mut between: BTreeMap<(u32, u32), u64> = BTreeMap::new();
    for (at, entry) in ledger.entries.iter().enumerate().filter(|(_, e)| e.act != STATE) {
        if entry.party == NONE {
            continue;
        }
        let from = ledger.lane_of(entry.party);
        *weight.entry(from).or_default() += 2;
        for &target in ledger.targets.of(at) {
            let to = ledger.lane_of(target);
            *weight.entry(to).or_default() += 1;
            if from != to {
                *between.entry((from.min(to), from.max(to))).or_default() += 1;
            }
        }
    }
    let mut chosen: Vec<u32> = if view.party.is_empty() {
        let mut all: Vec<u32> = weight.keys().copied().collect();
        let name = |party: &u32| &ledger.parties[*party as usize].id;
        all.sort_by(|a, b| (weight[b], name(a)).cmp(&(weight[a], name(b))));
        all.truncate(view.lanes);
        all
    } else {
        let known = view.party.iter().filter_map(|id| ledger.by_party.get(id));
        known.map(|&party| ledger.lane_of(party)).collect::<BTreeSet<_>>().into_iter().collect()
    };
    let ties = |a: u32, b: u32| between.get(&(a.min(b), a.max(b))).copied().unwrap_or(0);
    let mut order: Vec<u32> = Vec::new();
    let pairs = chosen.iter().flat_map(|&a| chosen.iter().map(move |&b| (a, b)));
    let closest = pairs.filter(|(a, b)| a < b).max_by_key(|&(a, b)| (ties(a, b), b, a));
    if let Some((a, b)) = closest {
        order.extend([a, b]);
        chosen.retain(|party| !order.contains(party));
    }
    for party in chosen {
        let (top, bottom) = (order.first().copied(), order.last().copied());
        let tie = |end: Option<u32>| end.map_or(0, |end| ties(party, end));
        if tie(top) > tie(bottom) { order.insert(0, party) } else { order.push(party) }
    }
    order
}
