//! The one picture: lanes, marks, arcs.

mod lanes;
mod picture;

use std::collections::BTreeMap;

use gainsay_record::Basis;

use super::days::{self, Day, Unit};
use super::filter::pair;
use super::ledger::{ACTS, Ledger, NONE, STATE, place_of};
use super::view::{ActCount, Pair};
use super::{Ask, BadParameter, Explore};
pub use picture::{Accused, Arc, Lane, Mark, Overview, Totals, Undated, Window};

/// As many marks are drawn singly; more are gathered by act and stretch of time.
pub const MOST_MARKS: usize = 1500;
/// As many arcs are drawn; of more, those that stand for most answers.
const MOST_ARCS: usize = 2000;
/// As many members of a lane and of the undated are listed.
const MOST_MEMBERS: usize = 12;
const MOST_UNDATED: usize = 200;
/// Code points of a mark's words.
const EXCERPT: usize = 160;

/// What the picture is to show.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct View {
    /// From this day.
    pub from: Option<Day>,
    /// To this day, inclusive.
    pub to: Option<Day>,
    /// These acts; all but `state` where none is given, all with `all`.
    pub act: Vec<String>,
    /// These lanes; those with most to say where none is given.
    pub party: Vec<String>,
    /// So many lanes.
    pub lanes: usize,
}

/// The reports of one utterance that the picture shows.
struct Told {
    lead: u32,
    reports: Vec<u32>,
    lane: usize,
}

impl Explore<'_> {
    /// The overview.
    ///
    /// # Errors
    /// If an act is none, or the dossier cannot be read.
    pub fn overview(&self, view: &View) -> Ask<Overview> {
        let ledger = self.ledger;
        let acts = acts_of(&view.act)?;
        let lanes = lanes::order(ledger, view);
        let mut lane_of: Vec<Option<usize>> = vec![None; ledger.parties.len()];
        for (party, lane) in lane_of.iter_mut().enumerate() {
            *lane = lanes.iter().position(|&of| of == ledger.lane_of(party as u32));
        }
        let (mut dated, mut undated, mut outside) = (Vec::new(), Vec::new(), Vec::new());
        for (at, entry) in ledger.entries.iter().enumerate() {
            if acts & (1 << entry.act) == 0 {
                continue;
            }
            let days = ledger.days_of(at);
            let within = days.is_some_and(|(first, last)| {
                view.from.is_none_or(|from| last >= from) && view.to.is_none_or(|to| first <= to)
            });
            let lane = lane_of.get(entry.party as usize).copied().flatten();
            match (lane, days) {
                (Some(lane), Some(_)) if within => dated.push((at as u32, lane)),
                (Some(lane), None) => undated.push((at as u32, lane)),
                (None, Some(_)) if within => outside.push(at as u32),
                (None, None) => outside.push(at as u32),
                _ => {}
            }
        }
        let told = gather(ledger, lanes.len(), &dated);
        let untold = gather(ledger, lanes.len(), &undated);
        let undated: Vec<u32> = undated.into_iter().map(|(at, _)| at).collect();
        let sums = &ledger.sums;
        let (marks, arcs, bin) = self.marks(view, &told).map_err(|e| self.dossier.error(e))?;
        let tray = untold.iter().take(MOST_UNDATED).map(|told| self.mark(told));
        Ok(Overview {
            all: window(ledger, None, None),
            shown: window(ledger, view.from, view.to),
            bin,
            counts: Totals {
                articles: ledger.articles.len() as u64,
                outlets: ledger.outlets.iter().flatten().count() as u64,
                statements: sums.every,
                undated: sums.undated,
                outside: pair(ledger, &outside),
            },
            acts: act_counts(&sums.acts),
            lanes: self.lanes(&lanes),
            marks,
            arcs,
            undated: Undated {
                counts: pair(ledger, &undated),
                marks: tray.collect::<rusqlite::Result<_>>().map_err(|e| self.dossier.error(e))?,
            },
            most_accused: lanes::most_accused(ledger),
            unanswered: self.rows(&sums.unanswered).map_err(|e| self.dossier.error(e))?,
        })
    }

    fn marks(
        &self,
        view: &View,
        told: &[Told],
    ) -> rusqlite::Result<(Vec<Mark>, Vec<Arc>, Option<String>)> {
        let ledger = self.ledger;
        // Which mark shows an utterance.
        let mut mark_of: Vec<u32> = vec![NONE; ledger.len()];
        let mut marks = Vec::new();
        let mut bin = None;
        if told.len() <= MOST_MARKS {
            for told in told {
                mark_of[told.lead as usize] = marks.len() as u32;
                marks.push(self.mark(told)?);
            }
        } else {
            let (first, last) = span(ledger, view.from, view.to).unwrap_or_default();
            // Lanes and acts share what may be drawn.
            let most = (MOST_MARKS / 40) as i64;
            let unit = Unit::for_days(i64::from(last) - i64::from(first) + 1, most);
            bin = Some(unit.as_str().to_owned());
            let mut bins: BTreeMap<(Day, usize, u8), Vec<&Told>> = BTreeMap::new();
            for told in told {
                let entry = &ledger.entries[told.lead as usize];
                let days = ledger.days_of(told.lead as usize);
                let start = days.map_or(0, |(first, _)| unit.around(first).0);
                bins.entry((start, told.lane, entry.act)).or_default().push(told);
            }
            for ((start, lane, act), gathered) in bins {
                for told in &gathered {
                    mark_of[told.lead as usize] = marks.len() as u32;
                }
                let id = format!("{lane}|{}|{}", ACTS[act as usize], days::iso(start));
                marks.push(self.bin(id, unit.around(start), &gathered)?);
            }
        }
        let arcs = arcs(ledger, &mark_of, &marks);
        Ok((marks, arcs, bin))
    }

    fn mark(&self, told: &Told) -> rusqlite::Result<Mark> {
        let ledger = self.ledger;
        let first = told.reports[0];
        let entry = &ledger.entries[first as usize];
        let name = |party: &u32| ledger.parties[*party as usize].name.clone();
        // Nobody knows when it was said: the date of publication stands in, and the mark says so.
        let days = ledger.days_of(first as usize);
        let published = &ledger.articles[entry.article as usize].published;
        let (precision, basis) = match (entry.said, published) {
            (None, Some(published)) => (published.precision, Basis::Published),
            _ => (entry.precision, entry.basis),
        };
        Ok(Mark {
            id: ledger.id(told.lead),
            lane: told.lane,
            member: self.party_id(entry.party),
            speaker: name(&entry.party),
            act: ACTS[entry.act as usize].to_owned(),
            first: days.map(|(first, _)| days::iso(first)),
            last: days.map(|(_, last)| days::iso(last)),
            precision: days.map(|_| precision.as_str().to_owned()),
            basis: days.map(|_| basis.as_str().to_owned()),
            reports: told.reports.len() as u64,
            independent: texts(ledger, &told.reports),
            outlets: outlets(ledger, &told.reports),
            count: 1,
            statement: ledger.id(first),
            content: self.excerpt(first, EXCERPT)?,
            targets: ledger.targets.of(first as usize).iter().map(name).collect(),
            unanswered: entry.unanswered,
        })
    }

    fn bin(&self, id: String, (first, last): (Day, Day), of: &[&Told]) -> rusqlite::Result<Mark> {
        let reports: Vec<u32> = of.iter().flat_map(|told| told.reports.iter().copied()).collect();
        let unanswered = |told: &&Told| self.ledger.entries[told.lead as usize].unanswered;
        Ok(Mark {
            id,
            first: Some(days::iso(first)),
            last: Some(days::iso(last)),
            reports: reports.len() as u64,
            independent: of.len() as u64,
            outlets: outlets(self.ledger, &reports),
            count: of.len() as u64,
            unanswered: of.iter().any(unanswered),
            ..self.mark(of[0])?
        })
    }
}

fn acts_of(asked: &[String]) -> Result<u16, BadParameter> {
    if asked.is_empty() {
        return Ok(!(1 << STATE));
    }
    let mut acts = 0;
    for act in asked {
        acts |= match (act.as_str(), place_of(&ACTS, act)) {
            ("all", _) => u16::MAX,
            (_, Some(place)) => 1 << place,
            _ => {
                let known = ACTS.join(", ");
                let message = format!("{act:?} is not an act; the acts are: {known}, or all");
                return Err(BadParameter { field: "act", message });
            }
        };
    }
    Ok(acts)
}

/// Answers between marks, by the ids of these; of too many the most often given, then the surest.
fn arcs(ledger: &Ledger, mark_of: &[u32], marks: &[Mark]) -> Vec<Arc> {
    let mark = |at: u32| mark_of[ledger.entries[at as usize].lead as usize];
    let mut all: Vec<(u32, u32, &str, f32, u64)> = ledger
        .answers
        .iter()
        .filter(|answer| answer.verdict != Some(false))
        .map(|answer| {
            (mark(answer.from), mark(answer.to), answer.kind.as_str(), answer.confidence, 1)
        })
        .filter(|&(from, to, ..)| from != NONE && to != NONE)
        .collect();
    all.sort_unstable_by_key(|&(from, to, kind, ..)| (from, to, kind));
    all.dedup_by(|next, arc| {
        let same = (next.0, next.1, next.2) == (arc.0, arc.1, arc.2);
        if same {
            (arc.3, arc.4) = (arc.3.max(next.3), arc.4 + next.4);
        }
        same
    });
    if all.len() > MOST_ARCS {
        all.sort_by(|a, b| b.4.cmp(&a.4).then(b.3.total_cmp(&a.3)));
        all.truncate(MOST_ARCS);
    }
    let id = |mark: u32| marks[mark as usize].id.as_str();
    all.sort_by(|a, b| (id(a.0), id(a.1), a.2).cmp(&(id(b.0), id(b.1), b.2)));
    all.into_iter()
        .map(|(from, to, kind, confidence, count)| Arc {
            from: id(from).to_owned(),
            to: id(to).to_owned(),
            kind: kind.to_owned(),
            confidence: super::rows::rounded(confidence),
            count,
        })
        .collect()
}

/// Reports by utterance and lane, in the order of time.
fn gather(ledger: &Ledger, lanes: usize, of: &[(u32, usize)]) -> Vec<Told> {
    let mut place: Vec<u32> = vec![NONE; ledger.len() * lanes];
    let mut told: Vec<Told> = Vec::new();
    for &(at, lane) in of {
        let lead = ledger.entries[at as usize].lead;
        let place = &mut place[lead as usize * lanes + lane];
        if *place == NONE {
            *place = told.len() as u32;
            told.push(Told { lead, reports: Vec::new(), lane });
        }
        told[*place as usize].reports.push(at);
    }
    told
}

/// In how many texts, copies aside.
fn texts(ledger: &Ledger, reports: &[u32]) -> u64 {
    distinct(
        reports
            .iter()
            .map(|&at| ledger.articles[ledger.entries[at as usize].article as usize].original),
    )
}

fn outlets(ledger: &Ledger, reports: &[u32]) -> u64 {
    distinct(
        reports
            .iter()
            .map(|&at| ledger.articles[ledger.entries[at as usize].article as usize].outlet),
    )
}

fn distinct(of: impl Iterator<Item = u32>) -> u64 {
    let mut all: Vec<u32> = of.collect();
    all.sort_unstable();
    all.dedup();
    all.len() as u64
}

fn span(ledger: &Ledger, from: Option<Day>, to: Option<Day>) -> Option<(Day, Day)> {
    let (first, last) = ledger.sums.window?;
    Some((from.unwrap_or(first), to.unwrap_or(last)))
}

fn window(ledger: &Ledger, from: Option<Day>, to: Option<Day>) -> Option<Window> {
    let (first, last) = span(ledger, from, to)?;
    Some(Window { first: days::iso(first), last: days::iso(last) })
}

pub(super) fn count_acts(ledger: &Ledger, of: impl Iterator<Item = u32>) -> Vec<ActCount> {
    let mut counts = [Pair::default(); 11];
    for at in of {
        let entry = &ledger.entries[at as usize];
        counts[entry.act as usize].add(ledger.is_independent(at as usize));
    }
    act_counts(&counts)
}

fn act_counts(counts: &[Pair; 11]) -> Vec<ActCount> {
    let counted = |(act, pair): (&&str, &Pair)| ActCount {
        act: (*act).to_owned(),
        reports: pair.reports,
        independent: pair.independent,
    };
    ACTS.iter().zip(counts).filter(|(_, pair)| pair.reports > 0).map(counted).collect()
}
