//! Free text in lists: what is found, and where its words stand.
//!
//! A query means here what it means in [`Dossier::search`](crate::Dossier::search). There it is
//! asked of the tables, once; here of the ledger, again and again: only words are looked up in the
//! file.

use std::ops::Range;

use gainsay_query::{Name, Outlet, Query, Role, Term, When};

use super::days::Day;
use super::filter::BadParameter;
use super::ledger::{ACTS, FORMS, Ledger, MODES, NONE, SOURCINGS, ZONES, place_of};
use super::lists::Lists;
use super::view::{Hits, Row};
use super::{Ask, Explore};
use crate::search::{Marker, Names, in_content, like, phrase, words};

/// Which statements of a ledger a query found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found(pub(super) Vec<bool>);

/// Reads a query of `gainsay search`.
///
/// # Errors
/// If it cannot be read.
pub fn query(text: &str) -> Result<Query, BadParameter> {
    text.parse().map_err(|error: gainsay_query::Error| BadParameter {
        field: "q",
        message: error.to_string(),
    })
}

impl Explore<'_> {
    /// The statements that a query finds.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn find(&self, query: &Query) -> Ask<Found> {
        Ok(self.holds(query).map(Found).map_err(|e| self.dossier.error(e))?)
    }

    /// Notes in each row where the words of a query stand in it.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn mark_hits(&self, query: &Query, rows: &mut [Row]) -> Ask<()> {
        let Some(words) = words(query) else { return Ok(()) };
        let mark = |rows: &mut [Row]| {
            let marker = Marker::new(words)?;
            let pairs = |places: Vec<Range<usize>>| {
                places.into_iter().map(|place| [place.start, place.end]).collect()
            };
            for row in rows.iter_mut() {
                let [source, content] = marker.places([&row.source, &row.content])?.map(pairs);
                row.hits = Hits { source, content };
            }
            Ok(())
        };
        Ok(mark(rows).map_err(|e| self.dossier.error(e))?)
    }

    /// Of which statements a query holds.
    fn holds(&self, query: &Query) -> rusqlite::Result<Vec<bool>> {
        let count = self.ledger.len();
        Ok(match query {
            Query::All => vec![true; count],
            Query::And(parts) => {
                let mut all = vec![true; count];
                for part in self.parts(parts, " AND ")? {
                    all.iter_mut().zip(part).for_each(|(all, part)| *all &= part);
                }
                all
            }
            Query::Or(parts) => {
                let mut any = vec![false; count];
                for part in self.parts(parts, " OR ")? {
                    any.iter_mut().zip(part).for_each(|(any, part)| *any |= part);
                }
                any
            }
            Query::Not(part) => {
                let mut not = self.holds(part)?;
                not.iter_mut().for_each(|holds| *holds = !*holds);
                not
            }
            Query::Is(term) => self.term(term)?,
        })
    }

    /// Words side by side are looked up together, as the index does it best.
    fn parts(&self, parts: &[Query], between: &str) -> rusqlite::Result<Vec<Vec<bool>>> {
        let (mut words, mut found) = (Vec::new(), Vec::new());
        for part in parts {
            match part {
                Query::Is(Term::Text(text)) => words.push(phrase(text)),
                part => found.push(self.holds(part)?),
            }
        }
        if !words.is_empty() {
            found.push(self.looked_up(&words.join(between))?);
        }
        Ok(found)
    }

    fn term(&self, term: &Term) -> rusqlite::Result<Vec<bool>> {
        let ledger = self.ledger;
        let among = |known: &[&str], asked: Vec<&str>, of: fn(&super::ledger::Entry) -> u8| {
            let bits = asked.into_iter().filter_map(|word| place_of(known, word));
            let bits = bits.fold(0u16, |bits, place| bits | 1 << place);
            ledger.entries.iter().map(|entry| bits & (1 << of(entry)) != 0).collect()
        };
        Ok(match term {
            Term::Text(words) => self.looked_up(&phrase(words))?,
            Term::About(all) => {
                let words: Vec<String> = all.iter().map(in_content).collect();
                let mut found = self.looked_up(&words.join(" OR "))?;
                let mut parties = vec![false; ledger.parties.len()];
                for words in all {
                    self.put(&mut parties, self.known_names()?.like(words));
                }
                let aimed = named(ledger, &ledger.targets, &parties);
                found.iter_mut().zip(aimed).for_each(|(found, aimed)| *found |= aimed);
                found
            }
            Term::Party(role, names) => {
                let mut any = vec![false; ledger.len()];
                for name in names {
                    let one = self.by_name(*role, name)?;
                    any.iter_mut().zip(one).for_each(|(any, one)| *any |= one);
                }
                any
            }
            Term::Act(all) => among(&ACTS, all.iter().map(|a| a.as_str()).collect(), |e| e.act),
            Term::Form(all) => among(&FORMS, all.iter().map(|f| f.as_str()).collect(), |e| e.form),
            Term::Mode(all) => among(&MODES, all.iter().map(|m| m.as_str()).collect(), |e| e.mode),
            Term::Sourcing(all) => {
                among(&SOURCINGS, all.iter().map(|s| s.as_str()).collect(), |e| e.sourcing)
            }
            Term::Zone(all) => among(&ZONES, all.iter().map(|z| z.as_str()).collect(), |e| e.zone),
            Term::Outlet(all) => {
                let is = |outlet: &Option<String>| all.iter().any(|one| is_outlet(outlet, one));
                let outlets: Vec<bool> = ledger.outlets.iter().map(is).collect();
                self.by_article(|article| outlets[article.outlet as usize])
            }
            Term::Article(all) => self.by_article(|article| all.contains(&article.id)),
            Term::Said(all) => ledger.entries.iter().map(|entry| within(entry.said, all)).collect(),
            Term::Published(all) => self.by_article(|article| within(article.days, all)),
            Term::After(period) => self.by_days(|first, _| first >= period.first()),
            Term::Before(period) => self.by_days(|_, last| last < period.first()),
        })
    }

    fn by_article(&self, holds: impl Fn(&super::ledger::Article) -> bool) -> Vec<bool> {
        let of: Vec<bool> = self.ledger.articles.iter().map(holds).collect();
        self.ledger.entries.iter().map(|entry| of[entry.article as usize]).collect()
    }

    /// By when it was said or, where nobody knows, published.
    fn by_days(&self, holds: impl Fn(Day, Day) -> bool) -> Vec<bool> {
        let days = (0..self.ledger.len()).map(|at| self.ledger.days_of(at));
        days.map(|days| days.is_some_and(|(first, last)| holds(first, last))).collect()
    }

    fn by_name(&self, role: Role, name: &Name) -> rusqlite::Result<Vec<bool>> {
        let ledger = self.ledger;
        let list = match role {
            Role::By => &ledger.sides,
            Role::Target => &ledger.targets,
            Role::To => &ledger.addressees,
            Role::Via => &ledger.via,
        };
        let (parties, and_who_speaks_for_them) = match name {
            Name::Like(words) => (self.known_names()?.like(words), true),
            Name::Exactly(words) => (self.known_names()?.exactly(words), false),
            Name::Id(id) => (self.known_names()?.with_who_speaks_for(vec![id.to_string()]), true),
            Name::ExactlyId(id) => (vec![id.to_string()], false),
            Name::Unknown if role == Role::By => {
                return Ok(ledger.entries.iter().map(|entry| entry.party == NONE).collect());
            }
            Name::Unknown => {
                return Ok((0..ledger.len()).map(|at| list.of(at).is_empty()).collect());
            }
        };
        let mut set = vec![false; ledger.parties.len()];
        self.put(&mut set, parties);
        if role == Role::By && !and_who_speaks_for_them {
            let by = |party: u32| set.get(party as usize).copied().unwrap_or(false);
            return Ok(ledger.entries.iter().map(|entry| by(entry.party)).collect());
        }
        Ok(named(ledger, list, &set))
    }

    fn put(&self, set: &mut [bool], parties: Vec<String>) {
        for party in parties.iter().filter_map(|id| self.ledger.party_called(id)) {
            set[party as usize] = true;
        }
    }

    /// The names of all parties, read when they are first asked for.
    fn known_names(&self) -> rusqlite::Result<&Names> {
        if let Some(names) = self.ledger.names.get() {
            return Ok(names);
        }
        let names = Names::read(&self.dossier.conn)?;
        Ok(self.ledger.names.get_or_init(|| names))
    }

    /// What the full-text index finds.
    fn looked_up(&self, expression: &str) -> rusqlite::Result<Vec<bool>> {
        let ledger = self.ledger;
        let mut found = vec![false; ledger.len()];
        let mut query = self.dossier.conn.prepare_cached(
            "SELECT rowid FROM statement_fts WHERE statement_fts MATCH ?1 ORDER BY rowid",
        )?;
        let mut rows = query.query([expression])?;
        // Both are in the order of their numbers.
        let mut known = ledger.by_number.iter().peekable();
        while let Some(row) = rows.next()? {
            let number: i64 = row.get(0)?;
            while known.next_if(|(other, _)| *other < number).is_some() {}
            if let Some((_, at)) = known.next_if(|(other, _)| *other == number) {
                found[*at as usize] = true;
            }
        }
        Ok(found)
    }
}

/// Of which statements one of these parties is in the list.
fn named(ledger: &Ledger, list: &Lists, parties: &[bool]) -> Vec<bool> {
    let any = |at: usize| list.of(at).iter().any(|&party| parties[party as usize]);
    (0..ledger.len()).map(any).collect()
}

fn is_outlet(name: &Option<String>, asked: &Outlet) -> bool {
    match (name, asked) {
        (None, asked) => *asked == Outlet::Unknown,
        (Some(name), Outlet::Like(words)) => like(name, words),
        (Some(name), Outlet::Exactly(words)) => {
            gainsay_link::key(name) == gainsay_link::key(words.text())
        }
        (Some(_), Outlet::Unknown) => false,
    }
}

/// Whether days lie within what is asked for.
fn within(days: Option<(Day, Day)>, asked: &[When]) -> bool {
    asked.iter().any(|when| match (when, days) {
        (When::Unknown, days) => days.is_none(),
        (When::Between(..), None) => false,
        (When::Between(from, to), Some((first, last))) => {
            from.as_ref().is_none_or(|from| first >= from.first())
                && to.as_ref().is_none_or(|to| last <= to.last())
        }
    })
}
