//! Whom the content speaks of: the parties that act in it, and those that are parties elsewhere too.

use gainsay_record::{Party, TextRange};

use super::{Aiming, ENOUGH};
use crate::speaker::cast::Member;
use crate::speaker::country::is_capital;
use crate::speaker::phrase::Head;
use crate::speaker::resolve::side;

/// How far one party in the content may stay behind the first.
const SPREAD: i32 = 5;

/// More than this many parties are no aim.
const MOST: usize = 3;

impl Aiming<'_, '_> {
    /// The parties that the content speaks of: who acts in it, and who is a party elsewhere.
    pub(super) fn in_content(&self, member: Option<&Member>, enough: i32) -> Vec<Party> {
        let cast = self.cast;
        let own = member.and_then(side);
        let mut scores: Vec<(usize, TextRange, i32)> = Vec::new();
        let start = self.draft.content.first().map_or(0, |c| c.start);
        for mention in self.draft.content.iter().flat_map(|&c| cast.mentions_in(c)).take(24) {
            let other = &cast.members[mention.member];
            let ours = Some(mention.member) == self.speaker
                || member.is_some_and(|m| m.organization.as_ref() == Some(&other.name))
                || own.is_some() && side(other) == own;
            // "the Lund attack", "in Lund": a place, unless it opens the content.
            let capital = !mention.subject
                && is_capital(&self.text.slice(mention.range).to_ascii_lowercase());
            if ours
                || !self.party_like(mention.member)
                || (mention.place || capital) && mention.range.start > start
            {
                continue;
            }
            let known = self.parties.weight(mention.member);
            let score = i32::from(mention.subject) * 2
                + known.min(2) * 2
                + i32::from(other.named)
                + i32::from(
                    matches!(other.head, Head::Country | Head::Organization) && other.named,
                )
                + i32::from(mention.range.start < start + 8)
                - i32::from(other.head == Head::Group && !other.named) * 2
                - i32::from(other.head == Head::Bare);
            match scores.iter_mut().find(|s| s.0 == mention.member) {
                Some(known) => known.2 = known.2.max(score),
                None => scores.push((mention.member, mention.range, score)),
            }
        }
        // Stable: of equals the first stays first.
        scores.sort_by_key(|s| std::cmp::Reverse(s.2));
        let best = scores.first().map_or(0, |s| s.2);
        let mut parties: Vec<Party> = Vec::new();
        for &(m, range, score) in scores.iter().take(MOST) {
            if best < enough || score < ENOUGH || score + SPREAD < best {
                break;
            }
            parties.push(self.at(m, range));
            self.with_side(m, own, &mut parties);
        }
        parties
    }
}
