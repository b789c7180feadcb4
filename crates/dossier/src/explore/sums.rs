//! What is counted over all statements: once, when a ledger is read, and not for every page.

use std::collections::BTreeMap;

use gainsay_link::answers::Answer as Kind;

use super::days::Day;
use super::ledger::{ACCUSE, Ledger, NONE, STATE};
use super::view::Pair;

/// So many of the accusations that nobody answers are listed.
const MOST_UNANSWERED: usize = 20;

/// The counts of one ledger.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sums {
    pub every: Pair,
    /// Nobody knows when they were said, nor when they were published: nothing can place them.
    pub undated: Pair,
    pub by_unknown: u64,
    /// By act.
    pub acts: [Pair; 11],
    /// From the first day of a statement to the last.
    pub window: Option<(Day, Day)>,
    /// By party.
    pub parties: Vec<PartySums>,
    /// By the parties that have lanes.
    pub lanes: BTreeMap<u32, LaneSums>,
    /// How often two lanes deal with each other, the lower first.
    pub between: BTreeMap<(u32, u32), u64>,
    /// The newest accusations that nobody answers, the last first.
    pub unanswered: Vec<u32>,
    /// Who answers what, by utterances.
    pub exchanges: Vec<Exchange>,
}

/// Answers of one kind from one utterance to another, however often they are reported.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Exchange {
    /// The statement that stands for the utterance that answers.
    pub from: u32,
    /// For the one that is answered.
    pub to: u32,
    pub kind: Kind,
    /// Of the surest.
    pub confidence: f32,
    pub count: u32,
}

impl Exchange {
    /// Merges those with the same ends and kind; gives them by these.
    pub fn merge(mut all: Vec<Exchange>) -> Vec<Exchange> {
        all.sort_unstable_by_key(|it| ((u64::from(it.from) << 32) | u64::from(it.to), it.kind));
        all.dedup_by(|next, kept| {
            let same = (next.from, next.to, next.kind) == (kept.from, kept.to, kept.kind);
            if same {
                kept.confidence = kept.confidence.max(next.confidence);
                kept.count += next.count;
            }
            same
        });
        all
    }
}

/// What a party says and what is said of it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct PartySums {
    pub said: Pair,
    pub targeted: Pair,
    pub accused: Pair,
}

/// What a lane says and what is said of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct LaneSums {
    /// How much it says and hears that is more than information.
    pub weight: u64,
    /// Whether it says anything that is more than information.
    pub speaks: bool,
    /// Who says it.
    pub members: BTreeMap<u32, Pair>,
    pub accused: Pair,
    /// How many of these accusations are answered, each counted once.
    pub answered: u64,
}

impl Sums {
    /// Counts; all else in the ledger must be there.
    pub fn of(ledger: &Ledger) -> Sums {
        let mut sums =
            Sums { parties: vec![PartySums::default(); ledger.parties.len()], ..Sums::default() };
        let mut heard: Vec<u32> = Vec::new();
        for (at, entry) in ledger.entries.iter().enumerate() {
            let independent = ledger.is_independent(at);
            sums.every.add(independent);
            sums.acts[entry.act as usize].add(independent);
            match (ledger.days_of(at), sums.window) {
                (None, _) => sums.undated.add(independent),
                (days, None) => sums.window = days,
                (Some((first, last)), Some((a, b))) => {
                    sums.window = Some((a.min(first), b.max(last)));
                }
            }
            let from = if entry.party == NONE {
                sums.by_unknown += 1;
                NONE
            } else {
                sums.parties[entry.party as usize].said.add(independent);
                let from = ledger.lane_of(entry.party);
                let lane = sums.lanes.entry(from).or_default();
                lane.members.entry(entry.party).or_default().add(independent);
                if entry.act != STATE {
                    lane.weight += 2;
                    lane.speaks = true;
                }
                from
            };
            heard.clear();
            for &target in ledger.targets.of(at) {
                let of = &mut sums.parties[target as usize];
                of.targeted.add(independent);
                if entry.act == ACCUSE {
                    of.accused.add(independent);
                }
                let to = ledger.lane_of(target);
                heard.push(to);
                if entry.act != STATE && from != NONE {
                    sums.lanes.entry(to).or_default().weight += 1;
                    if from != to {
                        *sums.between.entry((from.min(to), from.max(to))).or_default() += 1;
                    }
                }
            }
            if entry.act == ACCUSE {
                heard.sort_unstable();
                heard.dedup();
                for &to in &heard {
                    let lane = sums.lanes.entry(to).or_default();
                    lane.accused.add(independent);
                    lane.answered += u64::from(independent && !entry.unanswered);
                }
            }
        }
        let open = |at: &u32| {
            ledger.entries[*at as usize].unanswered && ledger.is_independent(*at as usize)
        };
        sums.unanswered =
            (0..ledger.len() as u32).rev().filter(open).take(MOST_UNANSWERED).collect();
        let lead = |at: u32| ledger.entries[at as usize].lead;
        // What people rejected is no answer.
        let answers = ledger.answers.iter().filter(|answer| answer.verdict != Some(false));
        sums.exchanges = Exchange::merge(
            answers
                .map(|answer| Exchange {
                    from: lead(answer.from),
                    to: lead(answer.to),
                    kind: answer.kind,
                    confidence: answer.confidence,
                    count: 1,
                })
                .collect(),
        );
        sums
    }
}
