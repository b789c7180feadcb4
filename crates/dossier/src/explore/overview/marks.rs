//! Marks: what was said, singly or gathered by act and stretch of time.

use gainsay_record::Basis;

use super::picture::{Arc, Mark};
use super::told::{Told, Utterance};
use super::{View, arcs, span};
use crate::explore::Explore;
use crate::explore::days::{self, Day, Unit};
use crate::explore::ledger::{ACTS, Ledger, NONE};

/// As many marks are drawn singly; more are gathered by act and stretch of time.
pub const MOST_MARKS: usize = 1500;
/// Code points of a mark's words.
const EXCERPT: usize = 160;

/// Marks, the arcs between them, and the stretch that they are gathered by.
pub(super) type Marks = (Vec<Mark>, Vec<Arc>, Option<Unit>);

impl Explore<'_> {
    pub(super) fn marks(&self, view: &View, told: &Told) -> rusqlite::Result<Marks> {
        let ledger = self.ledger;
        let mut mark_of: Vec<u32> = vec![NONE; ledger.len()];
        if told.len() <= MOST_MARKS {
            let mut marks = Vec::with_capacity(told.len());
            for number in 0..told.len() {
                mark_of[told.get(number).lead as usize] = marks.len() as u32;
                marks.push(self.mark(told, number)?);
            }
            let arcs = arcs::arcs(ledger, &mark_of, &marks);
            return Ok((marks, arcs, None));
        }
        let (first, last) = span(ledger, view.from, view.to).unwrap_or_default();
        // Lanes and acts share what may be drawn.
        let most = (MOST_MARKS / 40) as i64;
        let unit = Unit::for_days(i64::from(last) - i64::from(first) + 1, most);
        let mut marks = Vec::new();
        let mut outlets = Outlets::of(ledger);
        for gathered in bins(ledger, unit, told).chunk_by(|(a, _), (b, _)| a == b) {
            let (bin, numbers) = (gathered[0].0, gathered.iter().map(|&(_, n)| n as usize));
            for number in numbers.clone() {
                mark_of[told.get(number).lead as usize] = marks.len() as u32;
            }
            marks.push(self.gathered(told, unit, bin, numbers, &mut outlets)?);
        }
        let arcs = arcs::arcs(ledger, &mark_of, &marks);
        Ok((marks, arcs, Some(unit)))
    }

    /// One utterance.
    pub(super) fn mark(&self, told: &Told, number: usize) -> rusqlite::Result<Mark> {
        let ledger = self.ledger;
        let Utterance { lead, lane, .. } = told.get(number);
        let reports = told.reports(number);
        let first = reports[0];
        let entry = &ledger.entries[first as usize];
        let name = |party: &u32| ledger.parties[*party as usize].name.clone();
        // Nobody knows when it was said: the date of publication stands in, and the mark says so.
        let days = ledger.days_of(first as usize);
        let published = &ledger.articles[entry.article as usize].published;
        let (precision, basis) = match (entry.said, published) {
            (None, Some(published)) => (published.precision, Basis::Published),
            _ => (entry.precision, entry.basis),
        };
        let article = |&at: &u32| &ledger.articles[ledger.entries[at as usize].article as usize];
        Ok(Mark {
            id: ledger.id(lead),
            lane,
            member: self.party_id(entry.party),
            speaker: name(&entry.party),
            act: ACTS[entry.act as usize].to_owned(),
            first: days.map(|(first, _)| days::iso(first)),
            last: days.map(|(_, last)| days::iso(last)),
            precision: days.map(|_| precision.as_str().to_owned()),
            basis: days.map(|_| basis.as_str().to_owned()),
            reports: reports.len() as u64,
            // In how many texts, copies aside.
            independent: distinct(reports.iter().map(|at| article(at).original)),
            outlets: distinct(told.outlets(number).iter().copied()),
            count: 1,
            statement: ledger.id(first),
            content: self.excerpt(first, EXCERPT)?,
            targets: ledger.targets.of(first as usize).iter().map(name).collect(),
            unanswered: entry.unanswered,
        })
    }

    /// Several utterances; the first speaks for all.
    fn gathered(
        &self,
        told: &Told,
        unit: Unit,
        (start, lane, act): Bin,
        numbers: impl Iterator<Item = usize> + Clone,
        outlets: &mut Outlets,
    ) -> rusqlite::Result<Mark> {
        let ledger = self.ledger;
        let (first, last) = unit.around(start);
        let all = || numbers.clone().flat_map(|number| told.outlets(number)).copied();
        let count = numbers.clone().count() as u64;
        let open = |number: usize| ledger.entries[told.get(number).lead as usize].unanswered;
        Ok(Mark {
            id: format!("{lane}|{}|{}", ACTS[act as usize], days::iso(start)),
            first: Some(days::iso(first)),
            last: Some(days::iso(last)),
            reports: all().count() as u64,
            independent: count,
            outlets: outlets.count(all()),
            count,
            unanswered: numbers.clone().any(open),
            ..self.mark(told, numbers.clone().next().unwrap_or_default())?
        })
    }
}

/// The first day of a stretch, the lane, the act.
type Bin = (Day, u16, u8);

/// Utterances by what gathers them, then in the order of time.
fn bins(ledger: &Ledger, unit: Unit, told: &Told) -> Vec<(Bin, u32)> {
    let mut bins: Vec<(Bin, u32)> = (0..told.len())
        .map(|number| {
            let Utterance { lead, lane, .. } = told.get(number);
            let days = ledger.days_of(lead as usize);
            let start = days.map_or(0, |(first, _)| unit.around(first).0);
            ((start, lane as u16, ledger.entries[lead as usize].act), number as u32)
        })
        .collect();
    bins.sort_unstable();
    bins
}

/// Counts outlets, each once; made once for many counts.
struct Outlets {
    /// In which count each was met last.
    met: Vec<u32>,
    counts: u32,
}

impl Outlets {
    fn of(ledger: &Ledger) -> Outlets {
        Outlets { met: vec![0; ledger.outlets.len()], counts: 0 }
    }

    fn count(&mut self, all: impl Iterator<Item = u32>) -> u64 {
        self.counts += 1;
        let mut new = 0;
        for outlet in all {
            let met = std::mem::replace(&mut self.met[outlet as usize], self.counts);
            new += u64::from(met != self.counts);
        }
        new
    }
}

fn distinct(of: impl Iterator<Item = u32>) -> u64 {
    let mut all: Vec<u32> = of.collect();
    all.sort_unstable();
    all.dedup();
    all.len() as u64
}
