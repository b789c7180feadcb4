//! The one picture: lanes, marks, arcs.

mod arcs;
mod lanes;
mod marks;
mod picture;
mod told;

use super::days::{self, Day};
use super::filter::pair;
use super::ledger::{ACTS, Ledger, STATE, place_of};
use super::view::{ActCount, Pair};
use super::{Ask, BadParameter, Explore};
pub use marks::MOST_MARKS;
pub use picture::{Accused, Arc, Lane, Mark, Overview, Totals, Undated, Window};
use told::Told;

/// As many members of a lane and of the undated are listed.
const MOST_MEMBERS: usize = 12;
const MOST_UNDATED: usize = 200;

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

impl<'l> Explore<'l> {
    /// The overview.
    ///
    /// # Errors
    /// If an act is none, or the dossier cannot be read.
    pub fn overview(&self, view: &View) -> Ask<Overview<'l>> {
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
        let told = Told::gather(ledger, &dated);
        let untold = Told::gather(ledger, &undated);
        let undated: Vec<u32> = undated.into_iter().map(|(at, _)| at).collect();
        let sums = &ledger.sums;
        let (marks, arcs, bin) = self.marks(view, &told);
        let tray = (0..untold.len().min(MOST_UNDATED)).map(|number| self.mark(&untold, number));
        Ok(Overview {
            all: window(ledger, None, None),
            shown: window(ledger, view.from, view.to),
            bin: bin.map(|unit| unit.as_str().to_owned()),
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
            undated: Undated { counts: pair(ledger, &undated), marks: tray.collect() },
            most_accused: lanes::most_accused(ledger),
            unanswered: self.rows(&sums.unanswered).map_err(|e| self.dossier.error(e))?,
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
