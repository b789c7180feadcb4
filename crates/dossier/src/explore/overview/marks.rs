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
pub(super) type Marks<'l> = (Vec<Mark<'l>>, Vec<Arc>, Option<Unit>);

impl<'l> Explore<'l> {
    pub(super) fn marks(&self, view: &View, told: &Told) -> Marks<'l> {
        let ledger = self.ledger;
        let mut mark_of: Vec<u32> = vec![NONE; ledger.len()];
        let mut marks = Vec::new();
        let unit = gathering(ledger, view, told);
        if let Some(unit) = unit {
            let mut outlets = Outlets::of(ledger);
            for bin in bins(ledger, unit, told).chunk_by(|a, b| a.bin == b.bin) {
                for part in bin {
                    mark_of[told.get(part.number as usize).lead as usize] = marks.len() as u32;
                }
                marks.push(self.gathered(told, unit, bin, &mut outlets));
            }
        } else {
            for number in 0..told.len() {
                mark_of[told.get(number).lead as usize] = number as u32;
                marks.push(self.mark(told, number));
            }
        }
        let arcs = arcs::arcs(ledger, &mark_of, &marks);
        (marks, arcs, unit)
    }

    /// One utterance.
    pub(super) fn mark(&self, told: &Told, number: usize) -> Mark<'l> {
        let ledger = self.ledger;
        let first = told.reports(number)[0] as usize;
        // Nobody knows when it was said: the date of publication stands in, and the mark says so.
        let days = ledger.days_of(first);
        let reports = told.reports(number);
        let article = |&at: &u32| &ledger.articles[ledger.entries[at as usize].article as usize];
        Mark {
            id: ledger.id(told.get(number).lead),
            first: days.map(|(first, _)| days::iso(first)),
            last: days.map(|(_, last)| days::iso(last)),
            reports: reports.len() as u64,
            // In how many texts, copies aside.
            independent: distinct(reports.iter().map(|at| article(at).original)),
            outlets: distinct(told.outlets(number).iter().copied()),
            count: 1,
            unanswered: ledger.entries[first].unanswered,
            ..self.first_of(told, number)
        }
    }

    /// Several utterances; the first speaks for all.
    fn gathered(&self, told: &Told, unit: Unit, bin: &[Part], outlets: &mut Outlets) -> Mark<'l> {
        let Bin { start, lane, act } = bin[0].bin;
        let (first, last) = unit.around(start);
        let numbers = bin.iter().map(|part| part.number as usize);
        let all = || numbers.clone().flat_map(|number| told.outlets(number)).copied();
        let open = |number: usize| self.ledger.entries[told.get(number).lead as usize].unanswered;
        let first_day = days::iso(first);
        Mark {
            id: format!("{lane}|{}|{first_day}", ACTS[act as usize]),
            first: Some(first_day),
            last: Some(days::iso(last)),
            reports: all().count() as u64,
            independent: bin.len() as u64,
            outlets: outlets.count(all()),
            count: bin.len() as u64,
            unanswered: numbers.clone().any(open),
            ..self.first_of(told, bin[0].number as usize)
        }
    }

    /// What a mark shows of its first utterance, without days and counts.
    fn first_of(&self, told: &Told, number: usize) -> Mark<'l> {
        let ledger = self.ledger;
        let first = told.reports(number)[0];
        let entry = &ledger.entries[first as usize];
        let published = &ledger.articles[entry.article as usize].published;
        let (precision, basis) = match (entry.said, published) {
            (None, Some(published)) => (published.precision, Basis::Published),
            _ => (entry.precision, entry.basis),
        };
        let dated = entry.days.is_some();
        let name = |party: u32| ledger.parties[party as usize].name.as_str();
        Mark {
            id: String::new(),
            lane: told.get(number).lane,
            member: ledger.parties[entry.party as usize].id,
            speaker: name(entry.party),
            act: ACTS[entry.act as usize],
            first: None,
            last: None,
            precision: dated.then(|| precision.as_str()),
            basis: dated.then(|| basis.as_str()),
            reports: 0,
            independent: 0,
            outlets: 0,
            count: 0,
            statement: ledger.id(first),
            content: ledger.openings.show(entry.opening, EXCERPT),
            targets: ledger.targets.of(first as usize).iter().map(|&party| name(party)).collect(),
            unanswered: false,
        }
    }
}

/// The stretch that marks are gathered by; none where each is drawn singly.
fn gathering(ledger: &Ledger, view: &View, told: &Told) -> Option<Unit> {
    // Lanes and acts share what may be drawn.
    const MOST: i64 = (MOST_MARKS / 40) as i64;
    let (first, last) = span(ledger, view.from, view.to).unwrap_or_default();
    let unit = Unit::for_days(i64::from(last) - i64::from(first) + 1, MOST);
    (told.len() > MOST_MARKS).then_some(unit)
}

/// What utterances are gathered by.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Bin {
    /// The first day of a stretch.
    start: Day,
    lane: u32,
    act: u8,
}

/// An utterance and what gathers it.
#[derive(Clone, Copy)]
struct Part {
    bin: Bin,
    number: u32,
}

/// Utterances by what gathers them, then in the order of time.
fn bins(ledger: &Ledger, unit: Unit, told: &Told) -> Vec<Part> {
    // They come mostly in the order of time: most fall where the one before did.
    let mut around = unit.around(0);
    let mut bins: Vec<Part> = (0..told.len())
        .map(|number| {
            let Utterance { lead, lane, .. } = told.get(number);
            let entry = &ledger.entries[lead as usize];
            let start = entry.days.map_or(0, |(day, _)| {
                if day < around.0 || day > around.1 {
                    around = unit.around(day);
                }
                around.0
            });
            let bin = Bin { start, lane: lane as u32, act: entry.act };
            Part { bin, number: number as u32 }
        })
        .collect();
    bins.sort_unstable_by_key(Part::order);
    bins
}

impl Part {
    /// Its place among others, as one number: that compares faster than its fields one by one.
    fn order(&self) -> u128 {
        // Days before 1970 are negative.
        let start = self.bin.start.cast_unsigned() ^ (1 << 31);
        let lane = u128::from(self.bin.lane);
        u128::from(start) << 72
            | lane << 40
            | u128::from(self.bin.act) << 32
            | u128::from(self.number)
    }
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
