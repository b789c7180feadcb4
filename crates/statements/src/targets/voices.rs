//! Who speaks before and after a statement, and what in the same words.

use super::evidence::{Case, Table, answers, charges};
use super::ground::Ground;
use super::turn::Turn;

/// How many statements away somebody may be whom a statement answers.
pub(super) const FAR: usize = 16;

impl Case<'_> {
    /// Who spoke before and speaks after.
    pub(super) fn voices(&self, d: usize, table: &mut Table) {
        let (turn, roster) = (&self.turns[d], self.roster);
        let own = turn.speaker;
        let others = |other: &Turn| other.speaker.filter(|&party| Some(party) != own);
        let from = d.saturating_sub(FAR);
        let mut seen: Vec<usize> = Vec::new();
        let mut charged = false;
        for before in self.turns[from..d].iter().rev() {
            let Some(party) = others(before) else { continue };
            if !seen.contains(&party) {
                seen.push(party);
                match seen.len() {
                    1 => {
                        let with =
                            [Ground::SpokeLast, Ground::LastInstitution, Ground::LastCountry];
                        table.add_with(roster, party, with);
                        let held = [
                            (Ground::Near, before.paragraph + 1 >= turn.paragraph),
                            (Ground::Asked, before.asks),
                            (Ground::You, turn.you),
                        ];
                        for (ground, _) in held.into_iter().filter(|&(_, holds)| holds) {
                            table.add(party, ground);
                        }
                    }
                    2 => table.add(party, Ground::SpokeSecond),
                    _ => table.add(party, Ground::SpokeEarlier),
                }
            }
            if charges(before.act) && !charged {
                charged = true;
                let with = [
                    Ground::ChargedLast,
                    Ground::ChargedLastInstitution,
                    Ground::ChargedLastCountry,
                ];
                table.add_with(roster, party, with);
            }
        }
        if let Some((n, shared)) = self.alike(d, |other| others(other).is_some())
            && let Some(party) = others(&self.turns[n])
        {
            table.add(party, if shared > 1 { Ground::SameWords } else { Ground::SameWord });
        }
        seen.clear();
        for after in self.turns.iter().take(d + FAR).skip(d + 1) {
            let Some(party) = others(after) else { continue };
            if seen.contains(&party) {
                continue;
            }
            seen.push(party);
            let ground = match seen.len() {
                1 => Ground::SpeaksNext,
                2 => Ground::SpeaksSecond,
                _ => Ground::SpeaksLater,
            };
            table.add(party, ground);
            if answers(after.act) {
                table.add(party, Ground::Denies);
            }
        }
        for (n, &party) in turn.accusers.iter().enumerate() {
            table.add(party, if n == 0 { Ground::Accuser } else { Ground::AccuserToo });
        }
        if let Some(party) = turn.outer.and_then(|outer| others(&self.turns[outer])) {
            table.add(party, Ground::Outer);
        }
        for n in self.inner(d) {
            if let Some(party) = others(&self.turns[n]) {
                table.add(party, Ground::Inner);
            }
        }
    }

    /// The statements that stand in the content of this one.
    pub(super) fn inner(&self, d: usize) -> impl Iterator<Item = usize> {
        let near = d.saturating_sub(FAR)..(d + FAR).min(self.turns.len());
        near.filter(move |&n| self.turns[n].outer == Some(d))
    }

    /// The statement near by that shares most words with this one, of those that are asked for, and
    /// how many.
    pub(super) fn alike(&self, d: usize, asked: impl Fn(&Turn) -> bool) -> Option<(usize, usize)> {
        (d.saturating_sub(FAR)..(d + FAR).min(self.turns.len()))
            .filter(|&n| n != d && asked(&self.turns[n]))
            .map(|n| (n, shared(&self.turns[d], &self.turns[n])))
            .filter(|&(_, shared)| shared > 0)
            .max_by_key(|&(n, shared)| (shared, std::cmp::Reverse(n.abs_diff(d))))
    }
}

/// How many words two contents share.
fn shared(a: &Turn, b: &Turn) -> usize {
    a.words.iter().filter(|word| b.words.binary_search(word).is_ok()).count()
}
