//! Lanes: the main parties, in drawing order, and how they stand accused.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::picture::{Accused, Lane};
use super::{MOST_MEMBERS, View};
use crate::explore::Explore;
use crate::explore::ledger::Ledger;
use crate::explore::view::{Member, Pair};

impl Explore<'_> {
    /// The lanes with their members.
    pub(super) fn lanes(&self, lanes: &[u32]) -> Vec<Lane> {
        let ledger = self.ledger;
        lanes
            .iter()
            .map(|party| {
                let sums = ledger.sums.lanes.get(party).cloned().unwrap_or_default();
                let statements = sums.members.values().fold(Pair::default(), |sum, pair| Pair {
                    reports: sum.reports + pair.reports,
                    independent: sum.independent + pair.independent,
                });
                let mut members: Vec<Member> = sums
                    .members
                    .into_iter()
                    .map(|(party, statements)| Member { who: ledger.who(party), statements })
                    .collect();
                members.sort_by(|a, b| {
                    (b.statements.reports, &a.who.name).cmp(&(a.statements.reports, &b.who.name))
                });
                members.truncate(MOST_MEMBERS);
                let who = ledger.who(*party);
                Lane {
                    party: who.party.unwrap_or_default(),
                    name: who.name,
                    kind: who.kind,
                    statements,
                    accused: sums.accused,
                    answered: sums.answered,
                    unanswered: sums.accused.independent - sums.answered,
                    members,
                }
            })
            .collect()
    }
}

/// So many of those who are most accused are listed.
const MOST_ACCUSED: usize = 8;

pub(super) fn most_accused(ledger: &Ledger) -> Vec<Accused> {
    let accused = ledger.sums.lanes.iter().filter(|(_, sums)| sums.accused.reports > 0);
    let mut all: Vec<_> = accused.collect();
    all.sort_by_key(|&(&party, sums)| {
        let most = (sums.accused.independent, sums.accused.reports);
        // Parties are in the order of their ids.
        (Reverse(most), &ledger.parties[party as usize].name, party)
    });
    all.truncate(MOST_ACCUSED);
    all.into_iter()
        .map(|(&party, sums)| {
            let who = ledger.who(party);
            Accused {
                party: who.party.unwrap_or_default(),
                name: who.name,
                kind: who.kind,
                accused: sums.accused,
                answered: sums.answered,
                unanswered: sums.accused.independent - sums.answered,
            }
        })
        .collect()
}

/// The main parties in drawing order: the two that charge each other most in the middle, the
/// others outside, each next to whom it deals with more.
pub(super) fn order(ledger: &Ledger, view: &View) -> Vec<u32> {
    let mut chosen: Vec<u32> = if view.party.is_empty() {
        // Who is only spoken of has nothing to show in a lane; who is accused is listed below it.
        let heard = ledger.sums.lanes.iter().filter(|(_, sums)| sums.speaks);
        // Parties are in the order of their ids.
        let mut all: Vec<(u64, u32)> = heard.map(|(&party, sums)| (sums.weight, party)).collect();
        all.sort_by_key(|&(weight, party)| (Reverse(weight), party));
        all.truncate(view.lanes);
        all.into_iter().map(|(_, party)| party).collect()
    } else {
        let known = view.party.iter().filter_map(|id| ledger.party_called(id));
        known.map(|party| ledger.lane_of(party)).collect::<BTreeSet<_>>().into_iter().collect()
    };
    let between = &ledger.sums.between;
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
