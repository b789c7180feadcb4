//! What the words of a statement, and those around it, say of whom it is aimed at.

use super::evidence::{Case, Table};
use super::ground::Ground;
use super::part::{Named, Place, Word};

/// From which probability on the model is sure, and thinks so rather than not.
const SURELY: f32 = 0.85;
pub(super) const PROBABLY: f32 = 0.5;

impl Case<'_> {
    /// What the words of the statement and those around it say.
    pub(super) fn words(&self, d: usize, table: &mut Table) {
        let (turn, roster) = (&self.turns[d], self.roster);
        if let Some(party) = turn.object {
            let grounds = [Ground::Object, Ground::ObjectInstitution, Ground::ObjectCountry];
            table.add_with(roster, party, grounds);
        }
        for mark in &turn.marked {
            let ground = match mark.probability {
                p if p >= SURELY => Ground::SeenSurely,
                p if p >= PROBABLY => Ground::Seen,
                _ => Ground::SeenPerhaps,
            };
            table.add(mark.party, ground);
        }
        let mut order: Vec<usize> = Vec::new();
        for named in &turn.named {
            match named.place {
                Place::Content => {
                    let rank = order.iter().position(|&p| p == named.party).unwrap_or_else(|| {
                        order.push(named.party);
                        order.len() - 1
                    });
                    let ground = [Ground::First, Ground::Second][..].get(rank).copied();
                    let ground = ground.unwrap_or(Ground::Later);
                    let with = [ground, Ground::NamedInstitution, Ground::NamedCountry];
                    table.add_with(roster, named.party, with);
                    for ground in part(named) {
                        table.add(named.party, ground);
                    }
                }
                Place::Between => table.add(named.party, Ground::Between),
                Place::Sentence => table.add(named.party, Ground::InSentence),
                Place::Before if named.subject => table.add(named.party, Ground::BeforeSubject),
                Place::Before => table.add(named.party, Ground::Before),
            }
        }
        for &(party, safe, opens) in &turn.meant {
            let ground = match (opens, safe) {
                (true, _) => Ground::MeantFirst,
                (_, true) => Ground::Meant,
                _ => Ground::MeantPerhaps,
            };
            table.add(party, ground);
        }
    }
}

/// The part that a mention plays in a content.
fn part(named: &Named) -> impl Iterator<Item = Ground> {
    let before = match named.before {
        Word::Of => Some(Ground::Of),
        Word::By => Some(Ground::By),
        Word::Against => Some(Ground::Against),
        Word::To => Some(Ground::To),
        Word::From => Some(Ground::From),
        Word::With => Some(Ground::With),
        Word::For => Some(Ground::For),
        Word::On => Some(Ground::On),
        _ => None,
    };
    let after = match named.after {
        Word::Ought => Some(Ground::Ought),
        Word::Did => Some(Ground::Did),
        Word::Possessive => Some(Ground::Owns),
        _ => None,
    };
    let of = |is: bool, ground: Ground| is.then_some(ground);
    [
        before,
        after,
        of(named.subject, Ground::Subject),
        of(named.opens, Ground::Opens),
        of(named.quoted, Ground::Quoted),
        of(named.somewhere, Ground::Somewhere),
    ]
    .into_iter()
    .flatten()
}
