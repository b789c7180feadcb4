//! Parties: who they are, what they said, what was said of them.

use std::collections::BTreeMap;

use gainsay_link::Profile;
use gainsay_record::Id;
use serde::Serialize;

use super::allegations::{AllegationFilter, AllegationRow, PositionView};
use super::filter::{Filter, Sieve, pair};
use super::ledger::NONE;
use super::overview::count_acts;
use super::statements::Paging;
use super::view::{ActCount, List, Member, Pair, Row, Who, iso, page};
use super::{Ask, EntryView, Explore};
use crate::parties;

/// Statements shown on a party's page; the rest are one click away.
const NEWEST: usize = 20;
const MOST_COUNTERPARTS: usize = 12;

/// Which parties are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PartyFilter {
    /// With these words in one of their names.
    pub name: Option<String>,
    /// Of this kind.
    pub kind: Option<String>,
}

/// A role that articles give a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RoleView {
    /// As written.
    pub title: String,
    /// In how many statements.
    pub statements: u64,
    /// The first day of a statement that gives it.
    pub from: Option<String>,
    /// The last.
    pub to: Option<String>,
    /// The first statement that gives it.
    pub statement: Option<String>,
}

/// A party in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct PartyRow {
    pub id: String,
    pub name: String,
    pub kind: String,
    pub aliases: Vec<String>,
    pub roles: Vec<RoleView>,
    pub speaks_for: Vec<Who>,
    pub principal: Option<Who>,
    /// What it said itself.
    pub statements: Pair,
    /// What is aimed at it.
    pub targeted: Pair,
    /// Accusations among these.
    pub accused: Pair,
}

/// Another party that it deals with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Counterpart {
    /// The other.
    #[serde(flatten)]
    pub who: Who,
    /// What the party aimed at it.
    pub at_them: Pair,
    /// What it aimed at the party.
    pub at_it: Pair,
}

/// The newest statements of a kind, and how many there are.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "a pair and the newest rows")]
pub struct Side {
    pub total: Pair,
    pub rows: Vec<Row>,
}

/// A party's page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PartyPage {
    /// The party.
    #[serde(flatten)]
    pub row: PartyRow,
    /// Who speaks for it.
    pub members: Vec<Member>,
    /// What it and its members said, by act.
    pub acts: Vec<ActCount>,
    /// What was aimed at it, by act.
    pub acts_at_it: Vec<ActCount>,
    /// The first day that something by it or of it was said, else published.
    pub first: Option<String>,
    /// The last.
    pub last: Option<String>,
    /// Whom it deals with most.
    pub counterparts: Vec<Counterpart>,
    /// Where it stands on allegations, and since when.
    pub positions: Vec<PositionView>,
    /// Allegations that it has to do with.
    pub allegations: Vec<AllegationRow>,
    /// What it and its members said.
    pub said: Side,
    /// What is aimed at it.
    pub said_of: Side,
    /// Corrections that concern it.
    pub corrections: Vec<EntryView>,
}

impl Explore<'_> {
    /// Parties, most statements first or by name; only those with these words in a name, or of a
    /// kind, where asked for.
    ///
    /// # Errors
    /// If the page before is not of this view, or the dossier cannot be read.
    pub fn parties(&self, asked: &PartyFilter, paging: &Paging) -> Ask<List<PartyRow>> {
        let ledger = self.ledger;
        let named = asked.name.as_ref().map(|words| self.named(words));
        let is_asked = |at: &&u32| {
            named.as_ref().is_none_or(|named| named[**at as usize])
                && asked
                    .kind
                    .as_ref()
                    .is_none_or(|kind| *kind == ledger.parties[**at as usize].kind)
        };
        let order = match paging.sort.as_str() {
            "name" => ledger.parties_by_name(),
            _ => ledger.parties_by_weight(),
        };
        let all: Vec<u32> = order.iter().filter(is_asked).copied().collect();
        let List { total, rows, next } = page(
            &all,
            (paging.after.as_deref(), paging.limit),
            |id| ledger.party_called(id),
            |at| self.party_id(at),
            |at| Ok(self.party_row(at).map_err(|e| self.dossier.error(e))?),
        )?;
        Ok(List { total, rows: rows.into_iter().flatten().collect(), next })
    }

    /// Which parties have these words in one of their names.
    fn named(&self, words: &str) -> Vec<bool> {
        let words = words.to_lowercase();
        let mut found = vec![false; self.ledger.parties.len()];
        for (party, name) in &self.ledger.aliases {
            let found = &mut found[*party as usize];
            *found = *found || name.to_lowercase().contains(&words);
        }
        found
    }

    /// A party in a list; none where it has gone since the ledger was read.
    fn party_row(&self, at: u32) -> rusqlite::Result<Option<PartyRow>> {
        let ledger = self.ledger;
        let (conn, id) = (&self.dossier.conn, self.party_id(at));
        let Some(Profile { name, kind, aliases, roles, speaks_for, principal }) =
            parties::drawn(conn, &id)?
        else {
            return Ok(None);
        };
        let all = parties::known(conn)?;
        let known = parties::known_of(conn, &all, &id)?;
        let known = known.map(|known| known.roles.clone()).unwrap_or_default();
        let known = known.into_iter().map(|role| (role.title, 0));
        let given = roles.into_iter().map(|role| (role.title, role.statements));
        let role = |(title, statements)| RoleView {
            title,
            statements,
            from: None,
            to: None,
            statement: None,
        };
        let who = |id: &Id| ledger.by_party.get(id).map(|&party| ledger.who(party));
        let sums = ledger.sums.parties[at as usize];
        Ok(Some(PartyRow {
            id,
            name,
            kind: kind.as_str().to_owned(),
            aliases,
            roles: known.chain(given).map(role).collect(),
            speaks_for: speaks_for.iter().filter_map(who).collect(),
            principal: principal.as_ref().and_then(who),
            statements: sums.said,
            targeted: sums.targeted,
            accused: sums.accused,
        }))
    }

    /// One party; none where there is no such.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn party(&self, id: &str) -> Ask<Option<PartyPage>> {
        let ledger = self.ledger;
        let Some(party) = ledger.party_called(id) else { return Ok(None) };
        let sift =
            |filter: Filter| -> Ask<Vec<u32>> { Ok(Sieve::new(ledger, &filter)?.sift(false).0) };
        let said = sift(Filter { party: vec![id.to_owned()], ..Filter::default() })?;
        let said_of = sift(Filter { target: vec![id.to_owned()], ..Filter::default() })?;
        let row = self.party_row(party).map_err(|e| self.dossier.error(e))?;
        let Some(mut row) = row else { return Ok(None) };
        let own = |at: &u32| ledger.entries[*at as usize].party == party;
        self.date_roles(&mut row, said.iter().copied().filter(own));
        let mut members: BTreeMap<u32, Pair> = BTreeMap::new();
        let mut counterparts: BTreeMap<u32, (Pair, Pair)> = BTreeMap::new();
        for &at in &said {
            let at = at as usize;
            let independent = ledger.is_independent(at);
            if ledger.entries[at].party != party {
                members.entry(ledger.entries[at].party).or_default().add(independent);
            }
            for &target in ledger.targets.of(at) {
                counterparts.entry(target).or_default().0.add(independent);
            }
        }
        for &at in &said_of {
            let by = ledger.entries[at as usize].party;
            if by != NONE {
                let independent = ledger.is_independent(at as usize);
                counterparts.entry(ledger.lane_of(by)).or_default().1.add(independent);
            }
        }
        counterparts.remove(&party);
        let days: Vec<(i32, i32)> =
            said.iter().chain(&said_of).filter_map(|&at| ledger.days_of(at as usize)).collect();
        Ok(Some(PartyPage {
            row,
            members: self.members(members),
            acts: count_acts(ledger, said.iter().copied()),
            acts_at_it: count_acts(ledger, said_of.iter().copied()),
            first: iso(days.iter().map(|&(first, _)| first).min()),
            last: iso(days.iter().map(|&(_, last)| last).max()),
            counterparts: self.counterparts(counterparts),
            positions: self.positions(party),
            allegations: self
                .allegations(
                    &AllegationFilter { party: Some(id.to_owned()), state: None },
                    &Paging { limit: NEWEST, ..Paging::default() },
                )?
                .rows,
            said: self.newest(&said)?,
            said_of: self.newest(&said_of)?,
            corrections: self.corrections_of(None, None, Some(id)),
        }))
    }

    fn members(&self, of: BTreeMap<u32, Pair>) -> Vec<Member> {
        let mut members: Vec<Member> = of
            .into_iter()
            .filter(|(party, _)| *party != NONE)
            .map(|(party, statements)| Member { who: self.ledger.who(party), statements })
            .collect();
        members.sort_by(|a, b| {
            (b.statements.reports, &a.who.name).cmp(&(a.statements.reports, &b.who.name))
        });
        members
    }

    fn counterparts(&self, of: BTreeMap<u32, (Pair, Pair)>) -> Vec<Counterpart> {
        let mut all: Vec<Counterpart> = of
            .into_iter()
            .map(|(party, (at_them, at_it))| Counterpart {
                who: self.ledger.who(party),
                at_them,
                at_it,
            })
            .collect();
        let weight = |of: &Counterpart| of.at_them.reports + of.at_it.reports;
        all.sort_by(|a, b| (weight(b), &a.who.name).cmp(&(weight(a), &b.who.name)));
        all.truncate(MOST_COUNTERPARTS);
        all
    }

    fn newest(&self, of: &[u32]) -> Ask<Side> {
        let mut newest = of.to_vec();
        let days = |at: &u32| self.ledger.days_of(*at as usize);
        newest.sort_by(|a, b| (days(b), a).cmp(&(days(a), b)));
        newest.truncate(NEWEST);
        let rows = self.rows(&newest).map_err(|e| self.dossier.error(e))?;
        Ok(Side { total: pair(self.ledger, of), rows })
    }

    /// From when to when each role is given, by the statements that give it.
    fn date_roles(&self, row: &mut PartyRow, own: impl Iterator<Item = u32>) {
        let ledger = self.ledger;
        for at in own {
            let Some(title) = ledger.roles.get(ledger.entries[at as usize].role as usize) else {
                continue;
            };
            let Some(role) = row.roles.iter_mut().find(|role| role.title == *title) else {
                continue;
            };
            role.statement.get_or_insert_with(|| ledger.id(at));
            if let Some((first, last)) = ledger.days_of(at as usize) {
                let (first, last) = (super::days::iso(first), super::days::iso(last));
                if role.from.as_ref().is_none_or(|from| first < *from) {
                    role.from = Some(first);
                    role.statement = Some(ledger.id(at));
                }
                if role.to.as_ref().is_none_or(|to| last > *to) {
                    role.to = Some(last);
                }
            }
        }
    }
}
