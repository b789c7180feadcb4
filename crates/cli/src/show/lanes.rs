//! Lanes: parties that speak for one another, together.

use std::collections::BTreeMap;

use gainsay_dossier::PartyEntry;
use gainsay_record::{Id, Speaker};

use super::view::{Lane, Member, Said};

/// Whose lane each party is in.
#[derive(Debug)]
pub struct Lanes<'a> {
    parties: BTreeMap<&'a Id, &'a PartyEntry>,
}

impl<'a> Lanes<'a> {
    /// The lanes of these parties.
    pub fn of(parties: &'a [PartyEntry]) -> Self {
        Lanes { parties: parties.iter().map(|party| (&party.id, party)).collect() }
    }

    /// A party, whom it speaks for, whom that one speaks for … Where papers have two parties speak
    /// for each other the chain ends before it comes round.
    pub fn chain(&self, party: Option<&Id>) -> Vec<&'a PartyEntry> {
        let mut chain: Vec<&PartyEntry> = Vec::new();
        let mut next = party;
        while let Some(party) = next.and_then(|id| self.parties.get(id)) {
            if chain.iter().any(|earlier| earlier.id == party.id) {
                break;
            }
            chain.push(party);
            next = party.principal.as_ref();
        }
        chain
    }

    /// The party in whose lane this one is.
    pub fn head<'b>(&self, party: &'b Id) -> &'b Id
    where
        'a: 'b,
    {
        let chain = self.chain(Some(party));
        let round = chain.last().and_then(|last| last.principal.as_ref());
        match round {
            // Round and round: the lane has the name that comes first in order, whoever asks.
            Some(_) => chain.iter().map(|party| &party.id).min().unwrap_or(party),
            None => chain.last().map_or(party, |head| &head.id),
        }
    }

    /// The name of a party.
    pub fn name(&self, party: &Id) -> &'a str {
        self.parties.get(party).map_or(Speaker::UNKNOWN, |party| party.name.as_str())
    }

    /// Puts statements into their lanes: most statements first, the unknown speakers last.
    pub fn fill(&self, all: Vec<(Option<Id>, Said)>) -> Vec<Lane> {
        let mut by_party: BTreeMap<Option<Id>, Vec<Said>> = BTreeMap::new();
        for (party, said) in all {
            by_party.entry(party).or_default().push(said);
        }
        let mut lanes: BTreeMap<Option<Id>, Lane> = BTreeMap::new();
        for (party, statements) in by_party {
            let head = party.as_ref().map(|id| *self.head(id));
            let lane = lanes.entry(head).or_insert_with(|| Lane {
                name: head.as_ref().map(|id| self.name(id).to_owned()),
                reports: 0,
                members: Vec::new(),
            });
            lane.reports += statements.len();
            lane.members.push(self.member(party, statements));
        }
        let mut lanes: Vec<(Option<Id>, Lane)> = lanes.into_iter().collect();
        for (head, lane) in &mut lanes {
            let rank = |member: &Member| {
                (member.party != *head, std::cmp::Reverse(member.statements.len()))
            };
            lane.members
                .sort_by(|a, b| (rank(a), &a.name, &a.party).cmp(&(rank(b), &b.name, &b.party)));
        }
        lanes.sort_by(|(i, a), (j, b)| {
            (i.is_none(), b.reports, &a.name, i).cmp(&(j.is_none(), a.reports, &b.name, j))
        });
        lanes.into_iter().map(|(_, lane)| lane).collect()
    }

    fn member(&self, id: Option<Id>, statements: Vec<Said>) -> Member {
        let party = id.as_ref().and_then(|id| self.parties.get(id));
        Member {
            name: party.map_or(Speaker::UNKNOWN, |party| &party.name).to_owned(),
            aliases: party.map(|party| party.aliases.clone()).unwrap_or_default(),
            roles: party
                .map(|party| party.roles.iter().map(|role| role.title.clone()).collect())
                .unwrap_or_default(),
            speaks_for: party.map(|party| party.speaks_for.clone()).unwrap_or_default(),
            party: id,
            statements,
        }
    }
}
