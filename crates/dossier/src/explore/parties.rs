//! Parties: who they are, what they said, what was said of them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::allegations::{AllegationFilter, AllegationRow, PositionView};
use super::filter::{Filter, Sieve, pair};
use super::ledger::{ACCUSE, NONE};
use super::overview::count_acts;
use super::statements::Paging;
use super::view::{ActCount, List, Member, Pair, Row, Who, iso, page};
use super::{Ask, BadParameter, EntryView, Explore};
use crate::PartyEntry;

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
    /// The first day that something by it or of it was said.
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
    /// kind, where asked for. `None` where the page before is not of this view.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn parties(&self, asked: &PartyFilter, paging: &Paging) -> Ask<List<PartyRow>> {
        let ledger = self.ledger;
        let mut said = vec![Pair::default(); ledger.parties.len()];
        let (mut targeted, mut accused) = (said.clone(), said.clone());
        for (at, entry) in ledger.entries.iter().enumerate() {
            let independent = ledger.is_independent(at);
            if entry.party != NONE {
                said[entry.party as usize].add(independent);
            }
            for &target in ledger.targets.of(at) {
                targeted[target as usize].add(independent);
                if entry.act == ACCUSE {
                    accused[target as usize].add(independent);
                }
            }
        }
        let named = match &asked.name {
            Some(words) => Some(self.named(words).map_err(|e| self.dossier.error(e))?),
            None => None,
        };
        let is_asked = |at: &usize| {
            let party = &ledger.parties[*at];
            named.as_ref().is_none_or(|named| named.contains(&(*at as u32)))
                && asked.kind.as_ref().is_none_or(|kind| *kind == party.kind)
        };
        let mut all: Vec<usize> = (0..ledger.parties.len()).filter(is_asked).collect();
        let name = |at: usize| (&ledger.parties[at].name, &ledger.parties[at].id);
        let weight = |at: usize| (said[at].reports, targeted[at].reports);
        match paging.sort.as_str() {
            "name" => all.sort_by(|&a, &b| name(a).cmp(&name(b))),
            _ => all.sort_by(|&a, &b| (weight(b), name(a)).cmp(&(weight(a), name(b)))),
        }
        let id = |at: &usize| ledger.parties[*at].id.0.clone();
        let found = page(all, id, paging.after.as_deref(), paging.limit);
        let Some(List { total, rows, next }) = found else {
            return Err(BadParameter::page().into());
        };
        let mut list = Vec::new();
        for at in rows {
            if let Some(entry) = self.dossier.party(&ledger.parties[at].id)? {
                list.push(self.party_row(entry, said[at], targeted[at], accused[at]));
            }
        }
        Ok(List { total, rows: list, next })
    }

    /// The parties that have these words in one of their names.
    fn named(&self, words: &str) -> rusqlite::Result<BTreeSet<u32>> {
        let words = words.to_lowercase();
        let mut found = BTreeSet::new();
        let mut query = self.dossier.conn.prepare_cached("SELECT party, name FROM alias")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let name = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
            if name.to_lowercase().contains(&words) {
                found.extend(self.ledger.by_party.get(&row.get::<_, String>(0)?));
            }
        }
        Ok(found)
    }

    fn party_row(&self, of: PartyEntry, said: Pair, targeted: Pair, accused: Pair) -> PartyRow {
        let named = |name: &String| {
            let id = self.dossier.anchors().party_named(name).ok().flatten();
            match id.and_then(|id| self.ledger.by_party.get(&id.0)) {
                Some(&party) => self.ledger.who(party),
                None => Who { party: None, name: name.clone(), kind: "unknown".to_owned() },
            }
        };
        let principal = of.principal.as_ref().and_then(|id| self.ledger.by_party.get(&id.0));
        PartyRow {
            name: of.name,
            kind: of.kind.as_str().to_owned(),
            aliases: of.aliases,
            roles: of
                .roles
                .into_iter()
                .map(|role| RoleView {
                    title: role.title,
                    statements: role.statements,
                    from: None,
                    to: None,
                    statement: None,
                })
                .collect(),
            speaks_for: of.speaks_for.iter().map(named).collect(),
            principal: principal.map(|&party| self.ledger.who(party)),
            statements: said,
            targeted,
            accused,
            id: of.id.0,
        }
    }

    /// One party; none where there is no such.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn party(&self, id: &str) -> Ask<Option<PartyPage>> {
        let ledger = self.ledger;
        let Some(&party) = ledger.by_party.get(id) else { return Ok(None) };
        let sift =
            |filter: Filter| -> Ask<Vec<u32>> { Ok(Sieve::new(ledger, &filter)?.sift(false).0) };
        let said = sift(Filter { party: vec![id.to_owned()], ..Filter::default() })?;
        let said_of = sift(Filter { target: vec![id.to_owned()], ..Filter::default() })?;
        let own: Vec<u32> =
            said.iter().copied().filter(|&at| ledger.entries[at as usize].party == party).collect();
        let accused: Vec<u32> = said_of
            .iter()
            .copied()
            .filter(|&at| ledger.entries[at as usize].act == ACCUSE)
            .collect();
        let entry = self.dossier.party(&gainsay_record::Id(id.to_owned()))?;
        let Some(entry) = entry else { return Ok(None) };
        let mut row = self.party_row(
            entry,
            pair(ledger, &own),
            pair(ledger, &said_of),
            pair(ledger, &accused),
        );
        self.date_roles(&mut row, &own).map_err(|e| self.dossier.error(e))?;
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
        let days: Vec<(i32, i32)> = said
            .iter()
            .chain(&said_of)
            .filter_map(|&at| ledger.entries[at as usize].said)
            .collect();
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
                .allegations(&AllegationFilter { party: Some(id.to_owned()), state: None })
                .into_iter()
                .take(NEWEST)
                .collect(),
            said: self.newest(&said)?,
            said_of: self.newest(&said_of)?,
            corrections: self.corrections_of(None, None, Some(id))?,
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
    fn date_roles(&self, row: &mut PartyRow, own: &[u32]) -> rusqlite::Result<()> {
        let mut query = self
            .dossier
            .conn
            .prepare_cached("SELECT speaker_role FROM statement WHERE number = ?1")?;
        for &at in own {
            let mut found = query.query([self.ledger.entries[at as usize].number])?;
            let Some(title) = found.next()?.map(|row| row.get::<_, Option<String>>(0)) else {
                continue;
            };
            let Some(title) = title? else { continue };
            let Some(role) = row.roles.iter_mut().find(|role| role.title == title) else {
                continue;
            };
            role.statement.get_or_insert_with(|| self.ledger.id(at));
            if let Some((first, last)) = self.ledger.days_of(at as usize) {
                let (first, last) = (super::days::iso(first), super::days::iso(last));
                if role.from.as_ref().is_none_or(|from| first < *from) {
                    role.from = Some(first);
                    role.statement = Some(self.ledger.id(at));
                }
                if role.to.as_ref().is_none_or(|to| last > *to) {
                    role.to = Some(last);
                }
            }
        }
        Ok(())
    }
}
