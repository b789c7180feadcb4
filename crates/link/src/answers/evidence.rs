//! What speaks for one statement answering another, in numbers.

use std::collections::BTreeSet;

use gainsay_record::Act;

use super::lists::{ADDS, ASKS, ATTACKS, CHARGES, DEFENDS, REPLIES, SAYS, UNTRUE};
use super::turn::Turn;
use super::who::{Named, Who};
use crate::stories::likeness;
use crate::words::RARE;

/// One piece of evidence: what it is, how strong, and how to say it where it decided.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece {
    /// Its name in the fit.
    pub name: &'static str,
    /// From 0, or up to about 1.
    pub value: f32,
    /// In words, for the reason; empty where it would say nothing.
    pub words: &'static str,
}

/// The evidence that `from` answers `to`.
pub fn evidence(from: &Turn, to: &Turn) -> Vec<Piece> {
    let mut found = Vec::with_capacity(112);
    let mut put = |name: &'static str, value: f32, words: &'static str| {
        found.push(Piece { name, value, words });
    };
    let yes = |truth: bool| f32::from(u8::from(truth));
    put("bias", 1.0, "");
    let same_article = from.place.article() == to.place.article();
    put("across", yes(!same_article), "");

    // Who speaks.
    let same = from.speaker.is(&to.speaker);
    let side = !same && from.speaker.sides_with(&to.speaker);
    let unknown = from.speaker.key.is_none() || to.speaker.key.is_none();
    put("same speaker", yes(same), "");
    put("one side", yes(side), "");
    put("unknown speaker", yes(unknown), "");

    // Who is spoken of.
    let answers_to = to.speaker.named_in(&from.content_stems);
    let in_frame = to.speaker.named_in(&from.frame);
    let before = to.speaker.named_in(&from.before);
    put("from names to", yes(answers_to == Named::Itself), "it names the other speaker");
    put("from names side", yes(answers_to == Named::ItsSide), "it names the other side");
    put(
        "frame names to",
        yes(in_frame == Named::Itself && !same),
        "its sentence names the other speaker",
    );
    put(
        "before names to",
        yes(before == Named::Itself && !same),
        "the sentence before names the other speaker",
    );
    let aimed = from
        .targets
        .iter()
        .any(|target| target.sides_with(&to.speaker) || names(&to.speaker.chain, target));
    put("from aims at to", yes(aimed), "it is aimed at the other speaker");
    put("from aims elsewhere", yes(!aimed && !from.targets.is_empty()), "");
    let charged = to.speaker_names(from);
    put("to names from", yes(charged == Named::Itself), "the other statement names this speaker");
    put(
        "to names side",
        yes(charged == Named::ItsSide),
        "the other statement names whom this speaker speaks for",
    );
    let accused = to
        .targets
        .iter()
        .any(|target| target.sides_with(&from.speaker) || names(&from.speaker.chain, target));
    put("to aims at from", yes(accused), "the other statement is aimed at this speaker");
    put("to aims elsewhere", yes(!accused && !to.targets.is_empty()), "");
    let foes = to.speaker.named_in(&from.foes) != Named::No && !same;
    put("foe", yes(foes), "this speaker speaks of the other elsewhere too");
    let foe = from.speaker.named_in(&to.foes) != Named::No && !same;
    put("foe of other", yes(foe), "the other speaks of this speaker elsewhere too");
    put("foes", yes(foes && foe), "each speaks of the other");
    let allied = !same && from.speaker.side.iter().any(|name| to.speaker.side.contains(name));
    put("allied", yes(allied), "");
    let matter = to.names.iter().filter(|name| from.names.contains(name)).count();
    put("names in common", matter.min(3) as f32 / 2.0, "names in common");
    put("of self", yes(from.of_self), "");
    put("of self, charged", yes(from.of_self && (accused || charged == Named::Itself)), "");
    put("points", yes(from.points), "");
    put("to of self", yes(to.of_self), "");
    let third = from.targets.iter().any(|a| to.targets.iter().any(|b| a.is(b)));
    put("same target", yes(third), "");

    // What each does.
    for (name, acts) in BY {
        put(name.0, yes(acts.contains(&from.act)), "");
        put(name.1, yes(acts.contains(&to.act)), "");
    }
    let attacks = |act: Act| matches!(act, Act::Accuse | Act::Criticize);
    let rejects = |act: Act| matches!(act, Act::Deny | Act::Refuse);
    put(
        "denial of charge",
        yes(from.act == Act::Deny && attacks(to.act)),
        "a denial after a charge",
    );
    put(
        "refusal of demand",
        yes(from.act == Act::Refuse && to.act == Act::Demand),
        "a refusal after a demand",
    );
    put("attack for attack", yes(attacks(from.act) && attacks(to.act)), "a charge after a charge");
    let rejection = rejects(from.act) || from.act == Act::Decline;
    put(
        "rejects, named",
        yes(rejection && (charged != Named::No || accused)),
        "a rejection by whom the other statement names",
    );
    put(
        "rejects, names",
        yes(rejection && (answers_to != Named::No || aimed)),
        "a rejection that names the other speaker",
    );
    put(
        "charge on speaker",
        yes(attacks(to.act) && (charged == Named::Itself || accused)),
        "a charge against this speaker",
    );
    put(
        "attack on speaker",
        yes(attacks(from.act) && (answers_to == Named::Itself || aimed)),
        "a charge in return",
    );
    put("both reject", yes(rejects(from.act) && rejects(to.act)), "");
    put("from negates", yes(from.negated), "");
    put("to negates", yes(to.negated), "");
    put("one negates", yes(from.negated != to.negated), "");
    let replies = from.cue.iter().any(|stem| REPLIES.contains(stem));
    put("tells of a reply", yes(replies), "it is told as a reply");
    let framed = from.frame.iter().any(|stem| REPLIES.contains(stem));
    put("framed as a reply", yes(!replies && framed), "its sentence tells of a reply");
    let replied = to.cue.iter().any(|stem| REPLIES.contains(stem));
    put("to tells of a reply", yes(replied), "");
    let told = |of: &Turn| of.content_stems.union(&of.frame).any(|stem| CHARGES.contains(stem));
    put("names a charge", yes(told(from)), "it speaks of a charge");
    let cue = to.cue.iter().any(|stem| CHARGES.contains(stem));
    put("to is a charge by name", yes(cue), "");
    let echoed = to.cue.iter().any(|stem| {
        CHARGES.contains(stem) && (from.content_stems.contains(stem) || from.frame.contains(stem))
    });
    put("same noun", yes(echoed), "it speaks of the charge by the same noun");

    // What they say.
    let (mut shared, mut rare, mut own, mut other) = (0.0, 0u32, 0.0f32, 0.0f32);
    for (stem, &weight) in &from.words {
        own += f32::from(weight);
        if let Some(&known) = to.words.get(stem) {
            shared += f32::from(weight.min(known));
            rare += u32::from(weight.min(known) == RARE);
        }
    }
    other += to.words.values().map(|&weight| f32::from(weight)).sum::<f32>();
    let poorer = own.min(other);
    put("shared words", (shared / 12.0).min(1.5), "words in common");
    put("contained", if poorer > 0.0 { shared / poorer } else { 0.0 }, "words in common");
    put("rare word", yes(rare > 0), "a rare word in common");
    put("no word", yes(shared == 0.0), "");
    put("from is short", yes(own < 8.0), "");
    put("to is short", yes(other < 8.0), "");
    let frame: f32 = to
        .words
        .iter()
        .filter(|(stem, _)| from.frame.contains(stem))
        .map(|(_, &w)| f32::from(w))
        .sum();
    put("frame words", (frame / 8.0).min(1.5), "its sentence has words of the other");
    let setting: f32 = to
        .words
        .iter()
        .filter(|(stem, _)| from.before.contains(stem))
        .map(|(_, &w)| f32::from(w))
        .sum();
    put("setting words", (setting / 8.0).min(1.5), "the sentence before has words of the other");

    // Where they stand.
    let gap =
        |a: (usize, usize), b: (usize, usize)| b.0.saturating_sub(a.1).max(a.0.saturating_sub(b.1));
    let near = |distance: usize, unit: f32| unit / (unit + distance as f32);
    let after = from.extent.0 > to.extent.0;
    let between = gap(from.extent, to.extent);
    let steps = from.place.position().abs_diff(to.place.position());
    put("near", if same_article { near(between, 250.0) } else { 0.0 }, "close by in the article");
    put("far", if same_article { (between as f32 / 4000.0).min(1.5) } else { 0.0 }, "");
    put("next", yes(same_article && steps == 1), "side by side");
    put("before", yes(same_article && !after), "");
    let overlap = same_article && from.extent.0 < to.extent.1 && to.extent.0 < from.extent.1;
    put("overlap", yes(overlap), "in one sentence");
    let asked = to.cue.iter().any(|stem| ASKS.contains(stem));
    put("to asks", yes(asked), "");
    put(
        "asked just before",
        yes(asked && same_article && after && steps <= 2 && !same),
        "an answer to a question",
    );
    put(
        "replies just after",
        yes(replies && same_article && after && steps <= 2 && !same),
        "a reply right after it",
    );
    put(
        "last other",
        yes(same_article && from.prior == Some(to.place.position())),
        "what was said just before by somebody else",
    );
    put("in turn", yes(same_article && to.prior == Some(from.place.position())), "");

    // When and of what.
    let days = from.place.day().zip(to.place.day()).map(|(from, to)| from - to);
    put(
        "days",
        if same_article { 0.0 } else { days.unwrap_or(0).unsigned_abs().min(14) as f32 / 7.0 },
        "",
    );
    put("earlier paper", yes(days.is_some_and(|days| days < 0)), "");
    put(
        "likeness",
        if same_article { 0.0 } else { likeness(&from.about, &to.about) },
        "the same story",
    );
    put("from headline", yes(from.headline), "");
    put("to headline", yes(to.headline), "");
    put("from quotes", yes(from.quotes), "");
    put("to quotes", yes(to.quotes), "");

    // How each is told.
    let any = |of: &BTreeSet<u64>, list: &BTreeSet<u64>| yes(of.iter().any(|s| list.contains(s)));
    let untrue = any(&from.content_stems, &UNTRUE).max(any(&from.cue, &UNTRUE));
    put("calls it untrue", untrue, "it calls something untrue");
    put("opens with no", yes(from.opens_with_no), "it begins with a rejection");
    for (names, of) in [(&TOLD_FROM, from), (&TOLD_TO, to)] {
        let position = of.place.position().min(20) as f32 / 20.0;
        let charges = of.content_stems.iter().filter(|stem| CHARGES.contains(stem)).count();
        let values = [
            position,
            yes(of.thought),
            yes(of.told),
            (of.length as f32 / 40.0).min(1.5),
            yes(of.length < 4),
            yes(of.of_you),
            any(&of.cue, &SAYS),
            any(&of.cue, &ADDS),
            any(&of.cue, &ATTACKS),
            any(&of.cue, &DEFENDS),
            charges.min(3) as f32 / 3.0,
        ];
        for (name, value) in names.iter().zip(values) {
            put(name, value, "");
        }
    }
    found
}

/// Whether a chain of those spoken for has a name of this party.
fn names(chain: &[String], of: &Who) -> bool {
    of.key.as_ref().is_some_and(|key| chain.contains(key))
}

impl Turn {
    /// Whether this statement's content names the speaker of another.
    fn speaker_names(&self, other: &Turn) -> Named {
        let content = other.speaker.named_in(&self.content_stems);
        if content == Named::No && other.speaker.named_in(&self.cue) == Named::Itself {
            return Named::Itself;
        }
        content
    }
}

/// How a statement is told, by the names that the pieces of evidence have for either.
const TOLD_FROM: [&str; 11] = [
    "from late",
    "from is thought",
    "from is told",
    "from is long",
    "from has few words",
    "from says you",
    "from says",
    "from adds",
    "from attacks",
    "from defends",
    "from has words of charging",
];
const TOLD_TO: [&str; 11] = [
    "to late",
    "to is thought",
    "to is told",
    "to is long",
    "to has few words",
    "to says you",
    "to says",
    "to adds",
    "to attacks",
    "to defends",
    "to has words of charging",
];

/// The acts as they are told apart here, each for either statement.
const BY: [((&str, &str), &[Act]); 8] = [
    (("from denies", "to denies"), &[Act::Deny]),
    (("from admits", "to admits"), &[Act::Admit]),
    (("from refuses", "to refuses"), &[Act::Refuse]),
    (("from declines", "to declines"), &[Act::Decline]),
    (("from accuses", "to accuses"), &[Act::Accuse]),
    (("from criticizes", "to criticizes"), &[Act::Criticize]),
    (("from demands", "to demands"), &[Act::Demand, Act::Threaten]),
    (("from agrees", "to agrees"), &[Act::Promise, Act::Praise]),
];
