//! The utterances that a picture shows, each with its reports.

use crate::explore::ledger::{Ledger, NONE};

/// Utterances in the order of time.
pub(super) struct Told {
    each: Vec<Utterance>,
    /// The reports of all, those of one side by side.
    reports: Vec<u32>,
    /// The outlet of each. Noted while statements are walked along in their order: counting them
    /// later, in that of the picture, would fetch each from another part of memory.
    outlets: Vec<u32>,
}

/// What one lane tells of an utterance.
#[derive(Debug, Clone, Copy)]
pub(super) struct Utterance {
    /// The statement that stands for it.
    pub lead: u32,
    pub lane: usize,
    /// Where its reports end; they begin where those of the one before do.
    end: u32,
    /// The same utterance in another lane: two papers may name two speakers.
    other: u32,
}

impl Told {
    /// Gathers statements, given with their lanes in the order of time.
    pub fn gather(ledger: &Ledger, of: &[(u32, usize)]) -> Told {
        let mut place: Vec<u32> = vec![NONE; ledger.len()];
        let mut each: Vec<Utterance> = Vec::new();
        let mut belongs: Vec<u32> = Vec::with_capacity(of.len());
        for &(at, lane) in of {
            let lead = ledger.entries[at as usize].lead;
            let mut known = place[lead as usize];
            while known != NONE && each[known as usize].lane != lane {
                known = each[known as usize].other;
            }
            if known == NONE {
                known = each.len() as u32;
                let other = std::mem::replace(&mut place[lead as usize], known);
                each.push(Utterance { lead, lane, end: 0, other });
            }
            each[known as usize].end += 1;
            belongs.push(known);
        }
        // Until all are placed, the end is where the next report goes.
        let mut start = 0;
        for utterance in &mut each {
            start += std::mem::replace(&mut utterance.end, start);
        }
        let (mut reports, mut outlets) = (vec![NONE; of.len()], vec![NONE; of.len()]);
        for (&(at, _), utterance) in of.iter().zip(belongs) {
            let end = &mut each[utterance as usize].end;
            reports[*end as usize] = at;
            let article = ledger.entries[at as usize].article as usize;
            outlets[*end as usize] = ledger.articles[article].outlet;
            *end += 1;
        }
        Told { each, reports, outlets }
    }

    pub fn len(&self) -> usize {
        self.each.len()
    }

    pub fn get(&self, number: usize) -> Utterance {
        self.each[number]
    }

    /// The reports of the utterance with this number, in the order of time.
    pub fn reports(&self, number: usize) -> &[u32] {
        &self.reports[self.range(number)]
    }

    /// The outlets of these reports, in the same order.
    pub fn outlets(&self, number: usize) -> &[u32] {
        &self.outlets[self.range(number)]
    }

    fn range(&self, number: usize) -> std::ops::Range<usize> {
        let start = number.checked_sub(1).map_or(0, |before| self.each[before].end);
        start as usize..self.each[number].end as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::ledger::{Article, Entry};

    #[test]
    fn reports_stand_with_their_utterance_and_lane() {
        let article = Article {
            id: gainsay_record::Id::from_number(0),
            title: None,
            outlet: 3,
            published: None,
            evidence: None,
            days: None,
            paths: Vec::new(),
            statements: 0,
            original: 0,
            copies: 0,
            story: NONE,
        };
        let mut ledger = Ledger { articles: vec![article], ..Ledger::default() };
        // The second and fourth report the first; the fourth in another lane.
        for lead in [0, 0, 2, 0, 2] {
            ledger.entries.push(Entry { lead, ..Entry::default() });
        }
        let told = Told::gather(&ledger, &[(0, 7), (1, 7), (2, 7), (3, 1), (4, 7)]);
        let all: Vec<(u32, usize, &[u32])> = (0..told.len())
            .map(|n| (told.get(n).lead, told.get(n).lane, told.reports(n)))
            .collect();
        assert_eq!(all, [(0, 7, &[0, 1][..]), (2, 7, &[2, 4]), (0, 1, &[3])]);
        assert_eq!(told.outlets(1), [3, 3]);
    }
}
