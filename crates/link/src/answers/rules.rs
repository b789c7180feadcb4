//! What no evidence outweighs: who may answer whom, with what, about what.
//!
//! The weights are fitted to pairs that readers listed, where an article has a hundred others that they did
//! not: what those others mostly have in common is ruled out here.

use gainsay_record::Act;

use super::evidence::Piece;
use super::turn::Turn;
use crate::allegations::object_key;
use crate::words::words;

/// A statement found by another paper is answered within so many days.
pub(super) const DAYS: i32 = 14;

/// Whether it may be one at all, however the evidence weighs.
pub(super) fn may_answer(from: &Turn, to: &Turn) -> bool {
    let same_article = from.place.article() == to.place.article();
    let days = days_between(from, to);
    let said_before = from.said.zip(to.said).is_some_and(|(from, to)| from.1 < to.0);
    // Nobody answers himself, nor his own side but to contradict it; and what was printed days later, or
    // said later, was not known yet.
    !from.speaker.is(&to.speaker)
        && (from.act == Act::Deny || !from.speaker.sides_with(&to.speaker))
        && (same_article || days.is_none_or(|days| (-1..=DAYS).contains(&days)))
        && !said_before
}

/// Whether two papers, of which one has no date, may lie years apart: then only the same charge tells.
pub(super) fn may_lie_apart(from: &Turn, to: &Turn) -> bool {
    from.place.article() != to.place.article() && days_between(from, to).is_none()
}

fn days_between(from: &Turn, to: &Turn) -> Option<i32> {
    from.place.day().zip(to.place.day()).map(|(from, to)| from - to)
}

/// Whether a denial or an admission is about the charge that the other statement makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Matter {
    Same,
    Another,
    Unknown,
}

pub(super) fn matter(from: &Turn, to: &Turn) -> Matter {
    let (Some(answer), Some(charge)) = (&from.claim, &to.claim) else { return Matter::Unknown };
    if !matches!(from.act, Act::Deny | Act::Admit) || to.act != Act::Accuse {
        return Matter::Unknown;
    }
    let object = |of: &Option<String>| of.as_deref().and_then(object_key);
    let objects = object(&answer.object).zip(object(&charge.object));
    let named = |object: &Option<String>, text: &Turn| {
        object.as_deref().is_some_and(|object| {
            let mut stems = words(object).into_iter().filter(|word| word.weight > 0).peekable();
            stems.peek().is_some() && stems.all(|word| text.content_stems.contains(&word.stem))
        })
    };
    // Each may tell of more than the one claim that was read from it.
    let same_object = objects.as_ref().is_some_and(|(one, other)| one == other)
        || named(&answer.object, to)
        || named(&charge.object, from);
    let told = !from.relations.is_empty() && !to.relations.is_empty();
    let same_relation = from.relations.intersection(&to.relations).next().is_some();
    match (same_relation, same_object) {
        (true, true) => Matter::Same,
        (true, false) if objects.is_none() => Matter::Same,
        (false, false) if told && objects.is_some() => Matter::Another,
        _ => Matter::Unknown,
    }
}

/// What makes a plain statement an answer: it rejects, or is told as a reply, or speaks of whom the other
/// speaks of.
const REJECTS: [&str; 8] = [
    "from negates",
    "calls it untrue",
    "opens with no",
    "tells of a reply",
    "framed as a reply",
    "asked just before",
    "replies just after",
    "same target",
];
/// What makes an attack one in return: it is about the other, or the other about this speaker.
const BETWEEN: [&str; 6] = [
    "from aims at to",
    "from names to",
    "from names side",
    "to aims at from",
    "to names from",
    "to names side",
];

/// What shows that an attack in another paper is about the same matter: two sides attack each other daily.
const TAKES_UP: [&str; 3] = ["frame words", "rare word", "same noun"];

/// Whether a statement that is no answer by its act has the form of one.
pub(super) fn in_form(from: &Turn, pieces: &[Piece]) -> bool {
    let has = |names: &[&str]| pieces.iter().any(|p| p.value > 0.0 && names.contains(&p.name));
    match from.act {
        Act::State => has(&REJECTS),
        Act::Accuse | Act::Criticize | Act::Demand | Act::Threaten => {
            let elsewhere = has(&["across"]);
            let same_matter = !elsewhere || has(&["shared words"]) && has(&TAKES_UP);
            same_matter && (has(&BETWEEN) || has(&REJECTS))
        }
        // To promise, to praise is to take up what was said.
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use gainsay_record::Id;

    use super::super::evidence::evidence;
    use super::super::who::Who;
    use super::*;
    use crate::place::Place;

    fn said(by: &str, side: &str, act: Act) -> Turn {
        let speaker = Who::of(by, &[side.to_owned()], by);
        let (cue, frame) = (BTreeSet::new(), BTreeSet::new());
        Turn { speaker, act, cue, frame, negated: false, ..Turn::for_test() }
    }

    #[test]
    fn nobody_grants_what_the_own_side_charges_though_he_may_deny_it() {
        let charge = said("Orla Venn", "Varnia", Act::Accuse);
        for (side, act, may) in [
            ("Varnia", Act::Admit, false),
            ("Varnia", Act::Criticize, false),
            ("Varnia", Act::Deny, true),
            ("Kelm", Act::Admit, true),
        ] {
            assert_eq!(
                may_answer(&said("Ilmar Tessen", side, act), &charge),
                may,
                "{side} {act:?}"
            );
        }
    }

    #[test]
    fn nothing_answers_what_was_said_later_or_at_an_unknown_time() {
        let charge = said("Orla Venn", "Varnia", Act::Accuse);
        let denial = said("Ilmar Tessen", "Kelm", Act::Deny);
        let may = |from: &Turn, to: &Turn| {
            let may = may_answer(from, to);
            [may && !may_lie_apart(from, to), may]
        };
        let before = Turn { said: Some((3, 9)), ..denial.clone() };
        assert_eq!(may(&before, &Turn { said: Some((10, 10)), ..charge.clone() }), [false, false]);
        assert_eq!(may(&before, &Turn { said: Some((9, 9)), ..charge.clone() }), [true, true]);
        let place = |day, article| Place::new(day, Id::from_number(article), 0);
        let dated = Turn { place: place(Some(9), 2), ..charge.clone() };
        assert_eq!(may(&denial, &dated), [false, true]);
        let near = Turn { place: place(Some(10), 3), ..denial };
        assert_eq!(may(&near, &dated), [true, true]);
    }

    #[test]
    fn a_plain_statement_answers_where_it_rejects() {
        let charge = said("Orla Venn", "Varnia", Act::Accuse);
        let plain = said("Ilmar Tessen", "Kelm", Act::State);
        assert!(!in_form(&plain, &evidence(&plain, &charge)));
        let rejects = Turn { negated: true, ..plain };
        assert!(in_form(&rejects, &evidence(&rejects, &charge)));
    }

    #[test]
    fn an_attack_in_another_paper_has_to_take_up_the_matter() {
        let charge = said("Orla Venn", "Varnia", Act::Accuse);
        let place = Place::new(None, Id::from_number(2), 0);
        let back = said("Ilmar Tessen", "Kelm", Act::Criticize);
        let back =
            Turn { place, targets: vec![Who::of("Varnia", &[], "")], words: [].into(), ..back };
        assert!(!in_form(&back, &evidence(&back, &charge)));
        let matter = |of: Turn| Turn { words: [(7, 4)].into(), ..of };
        let (back, charge) = (matter(back), matter(charge));
        assert!(in_form(&back, &evidence(&back, &charge)));
    }

    #[test]
    fn an_attack_answers_whom_it_is_about() {
        let charge = said("Orla Venn", "Varnia", Act::Accuse);
        let elsewhere = said("Ilmar Tessen", "Kelm", Act::Criticize);
        assert!(!in_form(&elsewhere, &evidence(&elsewhere, &charge)));
        let back = Turn { targets: vec![Who::of("Varnia", &[], "")], ..elsewhere };
        assert!(in_form(&back, &evidence(&back, &charge)));
    }
}
