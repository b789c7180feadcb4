//! The grounds on which a statement may be aimed at a party: what its words say, who spoke before
//! and after, who is a party to the article.

use std::collections::BTreeMap;

use gainsay_record::{Act, SpeakerKind};

use super::ground::Ground;
use super::roster::Roster;
use super::turn::{Named, Place, Turn, Word};

/// How many statements away somebody may be whom a statement answers.
const FAR: usize = 16;

/// A party with its grounds; nobody where there is none.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub party: Option<usize>,
    pub grounds: Vec<Ground>,
}

/// Whether an act is against somebody who may answer it.
pub(super) fn charges(act: Act) -> bool {
    matches!(act, Act::Accuse | Act::Criticize | Act::Demand | Act::Threaten)
}

/// The statements of an article, and whom each is aimed at as far as is known.
pub(super) struct Case<'c> {
    pub roster: &'c Roster,
    pub turns: &'c [Turn],
    /// How many statements each party makes.
    pub speaks: &'c [usize],
    pub aims: &'c [Vec<usize>],
}

/// Grounds by party.
#[derive(Default)]
struct Table(BTreeMap<usize, Vec<Ground>>);

impl Table {
    fn add(&mut self, party: usize, ground: Ground) {
        let grounds = self.0.entry(party).or_default();
        if !grounds.contains(&ground) {
            grounds.push(ground);
        }
    }

    /// A ground for the party, and those for its institution and country.
    fn add_with(
        &mut self,
        roster: &Roster,
        party: usize,
        [own, institution, country]: [Ground; 3],
    ) {
        self.add(party, own);
        let listed = &roster.parties[party];
        if let Some(other) = listed.institution {
            self.add(other, institution);
        }
        if let Some(other) = listed.country {
            self.add(other, country);
        }
    }
}

impl Case<'_> {
    /// Everybody whom statement `d` may be aimed at, and nobody, with the grounds of each.
    pub(super) fn candidates(&self, d: usize) -> Vec<Candidate> {
        let mut table = Table::default();
        self.words(d, &mut table);
        let aimed_at_us = self.voices(d, &mut table);
        self.aims(d, &mut table);
        let turn = &self.turns[d];
        if let Some(own) = turn.speaker {
            table.0.remove(&own);
        }
        let mut all: Vec<Candidate> = Vec::with_capacity(table.0.len() + 1);
        all.push(Candidate { party: None, grounds: self.nobody(d, aimed_at_us) });
        for (party, mut grounds) in table.0 {
            self.standing(d, party, &mut grounds);
            all.push(Candidate { party: Some(party), grounds });
        }
        all
    }

    fn nobody(&self, d: usize, aimed_at_us: bool) -> Vec<Ground> {
        let turn = &self.turns[d];
        let mut grounds = vec![Ground::Nobody];
        if !turn.named.iter().any(|n| n.place == Place::Content) && turn.meant.is_empty() {
            grounds.push(Ground::NobodyNamed);
        }
        if self.turns.iter().all(|other| other.speaker.is_none() || other.speaker == turn.speaker) {
            grounds.push(Ground::NobodySpeaks);
        }
        if turn.takes_one && turn.object.is_some() {
            grounds.push(Ground::NobodyThoughTaken);
        }
        if !turn.aimed.is_empty() {
            grounds.push(Ground::NobodyThoughSeen);
        }
        if !aimed_at_us {
            grounds.push(Ground::NobodyCharged);
        }
        grounds
    }

    /// What the words of the statement and those around it say.
    fn words(&self, d: usize, table: &mut Table) {
        let (turn, roster) = (&self.turns[d], self.roster);
        if let Some(party) = turn.object {
            let grounds = [Ground::Object, Ground::ObjectInstitution, Ground::ObjectCountry];
            table.add_with(roster, party, grounds);
        }
        for &party in &turn.aimed {
            let grounds = [Ground::Seen, Ground::SeenInstitution, Ground::SeenCountry];
            table.add_with(roster, party, grounds);
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

    /// Who spoke before and speaks after. Tells whether anybody was aimed at the speaker.
    fn voices(&self, d: usize, table: &mut Table) -> bool {
        let (turn, roster) = (&self.turns[d], self.roster);
        let own = turn.speaker;
        let others = |other: &Turn| other.speaker.filter(|&party| Some(party) != own);
        let at_us = |n: usize| {
            own.is_some_and(|own| self.aims[n].iter().any(|&aim| roster.stands_for(own, aim)))
        };
        let from = d.saturating_sub(FAR);
        let mut seen: Vec<usize> = Vec::new();
        let (mut charged, mut struck) = (false, false);
        for n in (from..d).rev() {
            let Some(party) = others(&self.turns[n]) else { continue };
            let before = &self.turns[n];
            if !seen.contains(&party) {
                seen.push(party);
                match seen.len() {
                    1 => table.add_with(
                        roster,
                        party,
                        [Ground::SpokeLast, Ground::LastInstitution, Ground::LastCountry],
                    ),
                    2 => table.add(party, Ground::SpokeSecond),
                    _ => table.add(party, Ground::SpokeEarlier),
                }
                if seen.len() == 1 {
                    if before.paragraph + 1 >= turn.paragraph {
                        table.add(party, Ground::Near);
                    }
                    if before.asks {
                        table.add(party, Ground::Asked);
                    }
                    if turn.you {
                        table.add(party, Ground::You);
                    }
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
            if at_us(n) && before.act != Act::Praise {
                if !struck {
                    table.add(party, Ground::AimedAtUsLast);
                }
                struck = true;
                let with =
                    [Ground::AimedAtUs, Ground::AimedAtUsInstitution, Ground::AimedAtUsCountry];
                table.add_with(roster, party, with);
            }
        }
        let most = (from..(d + FAR).min(self.turns.len()))
            .filter(|&n| n != d)
            .filter_map(|n| Some((others(&self.turns[n])?, shared(turn, &self.turns[n]), n)))
            .filter(|&(_, shared, _)| shared > 0)
            .max_by_key(|&(_, shared, n)| (shared, std::cmp::Reverse(n.abs_diff(d))));
        if let Some((party, shared, _)) = most {
            table.add(party, if shared > 1 { Ground::SameWords } else { Ground::SameWord });
        }
        seen.clear();
        for n in d + 1..(d + FAR).min(self.turns.len()) {
            let Some(party) = others(&self.turns[n]) else { continue };
            if !seen.contains(&party) {
                seen.push(party);
                let ground = match seen.len() {
                    1 => Ground::SpeaksNext,
                    2 => Ground::SpeaksSecond,
                    _ => Ground::SpeaksLater,
                };
                table.add(party, ground);
                if matches!(self.turns[n].act, Act::Deny | Act::Refuse | Act::Admit) {
                    table.add(party, Ground::Denies);
                }
            }
            if at_us(n) && charges(self.turns[n].act) {
                struck = true;
                table.add(party, Ground::AimedAtUsLater);
            }
        }
        for (n, &party) in turn.accusers.iter().enumerate() {
            table.add(party, if n == 0 { Ground::Accuser } else { Ground::AccuserToo });
        }
        if let Some(party) = turn.outer.and_then(|outer| others(&self.turns[outer])) {
            table.add(party, Ground::Outer);
        }
        for other in self.turns[from..].iter().take(2 * FAR) {
            if other.outer == Some(d)
                && let Some(party) = others(other)
            {
                table.add(party, Ground::Inner);
            }
        }
        struck
    }

    /// Whom the others, and the speaker elsewhere, are aimed at.
    fn aims(&self, d: usize, table: &mut Table) {
        let (turn, roster) = (&self.turns[d], self.roster);
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        let mut last = None;
        for (n, (other, aims)) in self.turns.iter().zip(self.aims).enumerate() {
            if n == d {
                continue;
            }
            let ours = turn.speaker.is_some() && other.speaker == turn.speaker;
            for &aim in aims {
                *counts.entry(aim).or_default() += 1;
                if ours && n + FAR > d && n < d + FAR {
                    let ground = if n < d { Ground::StillEarlier } else { Ground::StillLater };
                    table.add(aim, ground);
                    if charges(other.act) == charges(turn.act) {
                        table.add(aim, Ground::StillAlike);
                    }
                }
                let side = |a: usize, b: usize| roster.together(a, b);
                if !ours
                    && let (Some(a), Some(b)) = (other.speaker, turn.speaker)
                    && side(a, b)
                {
                    table.add(aim, Ground::Side);
                }
            }
            if n < d && ours {
                last = Some(n);
            }
        }
        if let Some(last) = last {
            for &aim in &self.aims[last] {
                table.add(aim, Ground::Still);
            }
        }
        if let Some(before) = d.checked_sub(1).filter(|&b| self.turns[b].speaker != turn.speaker) {
            for &aim in &self.aims[before] {
                table.add(aim, Ground::Same);
            }
        }
        for (party, n) in counts {
            table.add(party, if n > 2 { Ground::AimedOften } else { Ground::Aimed });
        }
    }

    /// What the party is, and how it stands to the speaker.
    fn standing(&self, d: usize, party: usize, grounds: &mut Vec<Ground>) {
        let roster = self.roster;
        let listed = &roster.parties[party];
        grounds.push(match listed.kind {
            SpeakerKind::Person if !listed.named => Ground::Unnamed,
            SpeakerKind::Organization if listed.media => Ground::Media,
            SpeakerKind::Organization => Ground::Organization,
            SpeakerKind::Government => Ground::Government,
            SpeakerKind::Group => Ground::Group,
            SpeakerKind::Document => Ground::Document,
            _ => Ground::Person,
        });
        match self.speaks[party] {
            0 => {}
            1 => grounds.push(Ground::Speaks),
            2 => grounds.push(Ground::SpeaksTwice),
            _ => grounds.push(Ground::SpeaksOften),
        }
        match listed.mentions {
            0..=2 => {}
            3..=6 => grounds.push(Ground::Mentioned),
            _ => grounds.push(Ground::MentionedOften),
        }
        if listed.headed {
            grounds.push(Ground::Headed);
        }
        let Some(own) = self.turns[d].speaker else { return };
        let one = &roster.parties[own];
        if one.institution == Some(party) {
            grounds.push(Ground::OurInstitution);
        } else if one.country == Some(party) {
            grounds.push(Ground::OurCountry);
        } else if roster.together(own, party) {
            grounds.push(Ground::Together);
        }
        let home = |p: usize| {
            let listed = &roster.parties[p];
            let country = listed.kind == SpeakerKind::Government;
            listed.country.or(country.then_some(p))
        };
        if let (Some(a), Some(b)) = (home(own), home(party))
            && a != b
        {
            grounds.push(Ground::Foreign);
        }
    }
}

/// How many words two contents share.
fn shared(a: &Turn, b: &Turn) -> usize {
    a.words.iter().filter(|word| b.words.binary_search(word).is_ok()).count()
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
