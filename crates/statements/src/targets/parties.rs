//! Who is a party to what an article is about: whoever speaks in it, and whoever is charged, urged,
//! thanked outright.

use std::collections::BTreeMap;

use gainsay_record::Act;

use crate::assemble::Draft;
use crate::doc::Doc;
use crate::speaker::cast::Cast;
use crate::speaker::resolve::side;
use crate::targets::context::charges;
use crate::targets::object::object;

/// What is known of the parties of an article.
#[derive(Debug, Default)]
pub(crate) struct Parties {
    /// How often a member speaks or is an object of a charge.
    weights: BTreeMap<usize, i32>,
    /// How often a speaker charges a member outright.
    charges: BTreeMap<(usize, usize), i32>,
}

impl Parties {
    pub(crate) fn of<'d>(
        doc: &Doc,
        cast: &Cast,
        all: impl Iterator<Item = (&'d Draft, Option<usize>, Act)>,
    ) -> Self {
        let mut parties = Parties::default();
        for (draft, speaker, act) in all {
            if let Some(speaker) = speaker {
                *parties.weights.entry(speaker).or_default() += 1;
            }
            let outright = charges(act) || act == Act::Praise;
            let Some((object, _)) =
                outright.then(|| object(doc, cast, draft, act, speaker)).flatten()
            else {
                continue;
            };
            *parties.weights.entry(object).or_default() += 2;
            if let Some(speaker) = speaker
                && act != Act::Praise
            {
                *parties.charges.entry((speaker, object)).or_default() += 1;
            }
        }
        parties
    }

    /// How much of a party a member is.
    pub(crate) fn weight(&self, member: usize) -> i32 {
        self.weights.get(&member).copied().unwrap_or(0)
    }

    /// Whom a speaker charges outright elsewhere; failing that the one party that all charges of
    /// the article are aimed at, where that is not the speaker's own.
    pub(crate) fn opponent_of(&self, cast: &Cast, speaker: usize) -> Option<usize> {
        let own = self.charges.iter().filter(|((by, _), _)| *by == speaker);
        if let Some((&(_, target), _)) =
            own.max_by_key(|&(&(_, target), &n)| (n, std::cmp::Reverse(target)))
        {
            return Some(target);
        }
        let mut charged: BTreeMap<usize, i32> = BTreeMap::new();
        for (&(_, target), n) in &self.charges {
            *charged.entry(target).or_default() += n;
        }
        let all: i32 = charged.values().sum();
        let (&most, &n) = charged.iter().max_by_key(|&(&m, &n)| (n, std::cmp::Reverse(m)))?;
        let (one, other) = (&cast.members[most], &cast.members[speaker]);
        let ours = most == speaker
            || other.organization.as_ref() == Some(&one.name)
            || side(other).is_some() && side(other) == side(one);
        (n >= 2 && 3 * n >= 2 * all && !ours).then_some(most)
    }
}
