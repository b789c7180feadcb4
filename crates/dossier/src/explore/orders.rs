//! The orders that lists are shown in, each drawn when it is first asked for.

use std::sync::OnceLock;

use super::ledger::{Ledger, NONE};

/// Orders of one ledger.
#[derive(Debug, Clone, Default)]
pub(crate) struct Orders {
    said: OnceLock<Ranks>,
    published: OnceLock<Ranks>,
    speaker: OnceLock<Ranks>,
    act: OnceLock<Ranks>,
    outlet: OnceLock<Ranks>,
    confidence: OnceLock<Ranks>,
    /// Parties with most statements first.
    by_weight: OnceLock<Vec<u32>>,
    by_name: OnceLock<Vec<u32>>,
    /// Echoes with most reports first.
    echoes: OnceLock<Vec<u32>>,
    /// Stories with most articles first.
    stories: OnceLock<Vec<u32>>,
    /// Allegations with most independent assertions first.
    allegations: OnceLock<Vec<u32>>,
}

/// By what statements can be sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Said,
    Published,
    Speaker,
    Act,
    Outlet,
    Confidence,
}

/// The place of every statement among the values of a key: equal values have one place, and what
/// is unknown none.
#[derive(Debug, Clone)]
struct Ranks {
    of: Vec<u32>,
    count: u32,
    /// The order of statements that have one place, where it is not that of the ledger.
    within: Option<Vec<u32>>,
}

impl Ranks {
    fn of<K: Ord>(values: impl Iterator<Item = Option<K>>) -> Ranks {
        let mut places: Vec<(Option<K>, u32)> =
            values.enumerate().map(|(at, value)| (value, at as u32)).collect();
        places.sort_unstable();
        let mut ranks = vec![NONE; places.len()];
        let mut count = 0;
        let mut last: Option<&K> = None;
        for (value, at) in &places {
            let Some(value) = value else { continue };
            if last.is_none_or(|last| last != value) {
                count += 1;
            }
            ranks[*at as usize] = count - 1;
            last = Some(value);
        }
        Ranks { of: ranks, count, within: None }
    }

    /// Ranks of statements by ranks of what they belong to.
    fn through(self, which: impl Iterator<Item = u32>) -> Ranks {
        let rank = |at: u32| self.of.get(at as usize).copied().unwrap_or(NONE);
        Ranks { of: which.map(rank).collect(), ..self }
    }

    /// Sorts by counting: as many steps as there are statements, however many are equal.
    fn sort(&self, of: &mut Vec<u32>, backwards: bool) {
        let place = |at: u32| match self.of[at as usize] {
            NONE => self.count as usize,
            rank if backwards => (self.count - 1 - rank) as usize,
            rank => rank as usize,
        };
        if let Some(within) = &self.within {
            let mut asked = vec![false; self.of.len()];
            of.iter().for_each(|&at| asked[at as usize] = true);
            of.clear();
            of.extend(within.iter().filter(|&&at| asked[at as usize]));
        }
        let mut starts = vec![0u32; self.count as usize + 2];
        for &at in of.iter() {
            starts[place(at) + 1] += 1;
        }
        for rank in 1..starts.len() {
            starts[rank] += starts[rank - 1];
        }
        let mut sorted = vec![0; of.len()];
        for &at in of.iter() {
            let start = &mut starts[place(at)];
            sorted[*start as usize] = at;
            *start += 1;
        }
        *of = sorted;
    }
}

impl Ledger {
    /// Sorts statements, which are in the order of the ledger, by a key and then in that order.
    /// What is unknown comes last, forwards and backwards.
    pub(super) fn sort(&self, of: &mut Vec<u32>, by: Key, backwards: bool) {
        // The ledger itself is in this order.
        if by == Key::Said && !backwards {
            return;
        }
        let entries = || self.entries.iter();
        let orders = &self.orders;
        let ranks = match by {
            Key::Said => orders.said.get_or_init(|| Ranks::of(entries().map(|e| e.said))),
            Key::Published => orders.published.get_or_init(|| {
                let days = Ranks::of(self.articles.iter().map(|article| article.days));
                let mut within: Vec<u32> = (0..self.len() as u32).collect();
                within.sort_unstable_by_key(|&at| {
                    let entry = &self.entries[at as usize];
                    (entry.article, entry.position)
                });
                Ranks { within: Some(within), ..days.through(entries().map(|e| e.article)) }
            }),
            Key::Speaker => orders.speaker.get_or_init(|| {
                let names = self.parties.iter().map(|party| Some(party.name.to_lowercase()));
                Ranks::of(names).through(entries().map(|e| e.party))
            }),
            Key::Act => orders.act.get_or_init(|| Ranks::of(entries().map(|e| Some(e.act)))),
            Key::Outlet => orders.outlet.get_or_init(|| {
                let names = self.outlets.iter().map(|name| name.as_ref().map(|n| n.to_lowercase()));
                let outlet = |article: u32| self.articles[article as usize].outlet;
                Ranks::of(names).through(entries().map(|e| outlet(e.article)))
            }),
            Key::Confidence => orders.confidence.get_or_init(|| {
                let thousandths = |confidence: f32| (f64::from(confidence) * 1000.0) as i64;
                Ranks::of(entries().map(|e| Some(thousandths(e.confidence))))
            }),
        };
        ranks.sort(of, backwards);
    }

    /// Parties, those with most statements first.
    pub(super) fn parties_by_weight(&self) -> &[u32] {
        self.orders.by_weight.get_or_init(|| {
            let mut all = self.parties_by_name().to_vec();
            all.sort_by_key(|&at| {
                let sums = &self.sums.parties[at as usize];
                std::cmp::Reverse((sums.said.reports, sums.targeted.reports))
            });
            all
        })
    }

    pub(super) fn parties_by_name(&self) -> &[u32] {
        self.orders.by_name.get_or_init(|| {
            // They are in the order of their ids.
            sorted(self.parties.len(), |at| &self.parties[at].name)
        })
    }

    /// Echoes, those with most reports first.
    pub(super) fn echoes_by_reports(&self) -> &[u32] {
        self.orders.echoes.get_or_init(|| {
            let mut all: Vec<u32> = (0..self.echoes.len() as u32).collect();
            let echo = |at: u32| &self.echoes[at as usize];
            all.sort_by(|&a, &b| {
                let (a, b) = (echo(a), echo(b));
                (b.members.len(), b.independent, &a.id).cmp(&(
                    a.members.len(),
                    a.independent,
                    &b.id,
                ))
            });
            all
        })
    }

    /// Stories, those with most articles first, then the earliest.
    pub(super) fn stories_by_articles(&self) -> &[u32] {
        self.orders.stories.get_or_init(|| {
            sorted(self.stories.len(), |at| {
                let story = &self.stories[at];
                let days = story.articles.iter().filter_map(|&at| self.articles[at as usize].days);
                let first = days.map(|(first, _)| first).min();
                (std::cmp::Reverse(story.articles.len()), first, &story.id)
            })
        })
    }

    /// Allegations, those with most independent assertions first, then those most denied.
    pub(super) fn allegations_by_assertions(&self) -> &[u32] {
        self.orders.allegations.get_or_init(|| {
            sorted(self.allegations.len(), |at| {
                let of = &self.allegations[at];
                let most = (of.asserted.independent, of.denied.independent);
                (std::cmp::Reverse(most), &of.words, &of.id)
            })
        })
    }
}

/// The numbers of so many things in the order of their keys.
fn sorted<K: Ord>(count: usize, key: impl Fn(usize) -> K) -> Vec<u32> {
    let mut all: Vec<u32> = (0..count as u32).collect();
    all.sort_by_cached_key(|&at| key(at as usize));
    all
}

#[cfg(test)]
mod tests {
    use super::Ranks;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counting_sorts_as_comparing_does(
            values in proptest::collection::vec(proptest::option::of(0u8..6), 0..60),
            backwards: bool,
        ) {
            let ranks = Ranks::of(values.iter().copied());
            let mut sorted: Vec<u32> = (0..values.len() as u32).filter(|at| at % 4 > 0).collect();
            let mut expected = sorted.clone();
            ranks.sort(&mut sorted, backwards);
            expected.sort_by_key(|&at| {
                let value = values[at as usize].map(i32::from);
                (value.is_none(), value.map(|value| if backwards { -value } else { value }), at)
            });
            prop_assert_eq!(sorted, expected);
        }
    }
}
