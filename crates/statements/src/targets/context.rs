//! Whom a statement is aimed at by what was said before: a denial answers whoever charged, a
//! further charge goes to whom the speaker charged already.

use gainsay_record::Act;

use crate::speaker::cast::{Cast, Member};
use crate::speaker::resolve::side;

/// What a statement did, for those that come after it.
#[derive(Debug, Clone)]
pub(crate) struct Aim {
    pub speaker: Option<usize>,
    pub act: Act,
    pub paragraph: usize,
    /// Names of the targets.
    pub targets: Vec<String>,
    /// Names of the parties that the content mentions.
    pub about: Vec<String>,
}

/// How many statements back an answer may reach, and one that is about somebody else.
const ANSWERS: usize = 12;
const NEAR: usize = 3;
/// Over how many paragraphs somebody goes on about the same party.
const GOES_ON: usize = 2;

/// Whether an act is against somebody who may answer it.
pub(super) fn charges(act: Act) -> bool {
    matches!(act, Act::Accuse | Act::Criticize | Act::Demand | Act::Threaten)
}

/// Whether the name is the member's, its institution's or its country's.
fn stands_for(member: &Member, name: &str) -> bool {
    member.name == name
        || member.organization.as_deref() == Some(name)
        || side(member) == Some(name)
}

/// Whether two members are on one side.
fn together(a: &Member, b: &Member) -> bool {
    a.name == b.name
        || a.organization.is_some() && a.organization == b.organization
        || a.organization.as_ref() == Some(&b.name)
        || b.organization.as_ref() == Some(&a.name)
        || side(a).is_some() && side(a) == side(b)
}

/// Who is answered: the nearest before who charged the speaker or its side; failing that, whoever
/// charged somebody unnamed just before.
pub(super) fn answered(cast: &Cast, before: &[Aim], speaker: usize, surely: bool) -> Option<usize> {
    let own = &cast.members[speaker];
    let others = || {
        before
            .iter()
            .rev()
            .take(ANSWERS)
            .enumerate()
            .filter_map(|(n, aim)| Some((n, aim, aim.speaker?)))
            .filter(|&(_, _, m)| m != speaker && !together(own, &cast.members[m]))
    };
    let at_us = |aim: &Aim| aim.targets.iter().chain(&aim.about).any(|name| stands_for(own, name));
    let direct = others()
        .find(|(_, aim, _)| charges(aim.act) && aim.targets.iter().any(|n| stands_for(own, n)))
        .or_else(|| others().find(|(n, aim, _)| *n < NEAR * 2 && charges(aim.act) && at_us(aim)));
    if surely {
        return direct.map(|found| found.2);
    }
    direct
        .or_else(|| others().find(|(n, aim, _)| *n < NEAR && charges(aim.act)))
        .or_else(|| others().find(|(n, aim, _)| *n < NEAR && at_us(aim)))
        .map(|found| found.2)
}

/// Who charges the speaker or its side further down.
pub(super) fn charged_later(cast: &Cast, after: &[Aim], speaker: usize) -> Option<usize> {
    let own = &cast.members[speaker];
    after
        .iter()
        .filter_map(|aim| Some((aim, aim.speaker?)))
        .filter(|&(_, m)| m != speaker && !together(own, &cast.members[m]))
        .find(|(aim, _)| charges(aim.act) && aim.targets.iter().any(|n| stands_for(own, n)))
        .map(|found| found.1)
}

/// Whom the speaker spoke against just before.
pub(super) fn still(before: &[Aim], speaker: usize, paragraph: usize) -> Option<&Aim> {
    before
        .iter()
        .rev()
        .take(NEAR)
        .take_while(|aim| aim.paragraph + GOES_ON >= paragraph)
        .find(|aim| aim.speaker == Some(speaker) && !aim.targets.is_empty())
}
