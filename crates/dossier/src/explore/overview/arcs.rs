//! Answers between the marks of a picture.

use super::picture::{Arc, Mark};
use crate::explore::ledger::{Ledger, NONE};
use crate::explore::rows::rounded;
use crate::explore::sums::Exchange;

/// As many are drawn; of more, those that stand for most answers.
const MOST: usize = 2000;

/// Answers between marks, by the ids of these; of too many the most often given, then the surest.
/// `mark_of` tells which mark shows an utterance.
pub(super) fn arcs(ledger: &Ledger, mark_of: &[u32], marks: &[Mark<'_>]) -> Vec<Arc> {
    let mark = |utterance: u32| mark_of[utterance as usize];
    let shown = ledger.sums.exchanges.iter().filter_map(|exchange| {
        let (from, to) = (mark(exchange.from), mark(exchange.to));
        (from != NONE && to != NONE).then_some(Exchange { from, to, ..*exchange })
    });
    let mut all = Exchange::merge(shown.collect());
    if all.len() > MOST {
        all.sort_by(|a, b| b.count.cmp(&a.count).then(b.confidence.total_cmp(&a.confidence)));
        all.truncate(MOST);
    }
    let id = |mark: u32| marks[mark as usize].id.clone();
    let mut drawn: Vec<Arc> = all
        .into_iter()
        .map(|exchange| Arc {
            from: id(exchange.from),
            to: id(exchange.to),
            kind: exchange.kind.as_str().to_owned(),
            confidence: rounded(exchange.confidence),
            count: u64::from(exchange.count),
        })
        .collect();
    drawn.sort_by(|a, b| (&a.from, &a.to, &a.kind).cmp(&(&b.from, &b.to, &b.kind)));
    drawn
}
