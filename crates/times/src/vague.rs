//! Times without a place on the calendar: "now", "recently", "in the future", and spans that a
//! definite article points at: "the year", "year-end", "the end of the month".

use crate::expression::{Base, Found, Meaning};
use crate::lexicon::{Key, Tense, Unit, Word};
use crate::numbers::Amount;
use crate::tense;
use crate::token::Tokens;

/// A reference to present, past or future that begins at `i`.
pub(crate) fn find(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let one = |meaning| Some(Found::new(i, i + 1, meaning));
    let two = |meaning| Some(Found::new(i, i + 2, meaning));
    let Word::Key(key) = t.word(i) else { return None };
    match key {
        Key::Now | Key::Currently => one(Meaning::Present),
        Key::Right if t.is(i + 1, Key::Now) => two(Meaning::Present),
        Key::These if t.word(i + 1) == (Word::Unit { unit: Unit::Day, many: true }) => {
            two(Meaning::Present)
        }
        Key::Moment if t.was(i, 1, Key::The) && t.was(i, 2, Key::At) => one(Meaning::Present),
        // "the current government"; not "stay current on".
        Key::Current
            if t.letters(i + 1)
                && (t.is(i + 1, Key::Fiscal) || !matches!(t.word(i + 1), Word::Key(_))) =>
        {
            one(Meaning::Present)
        }
        Key::Recently => one(Meaning::Past),
        Key::Recent if t.letters(i + 1) => one(Meaning::Past),
        Key::Past if t.was(i, 1, Key::The) && !t.letters(i + 1) => one(Meaning::Past),
        Key::Past if t.was(i, 1, Key::The) && t.was(i, 2, Key::In) => one(Meaning::Past),
        // "future losses" are dated by their noun, "the foreseeable future" is a time.
        Key::Future
            if t.was(i, 1, Key::The) || t.was(i, 1, Key::Near) || t.spelt(i, 1, "foreseeable") =>
        {
            one(Meaning::Future)
        }
        Key::Soon if t.is(i + 1, Key::After) || t.is(i + 1, Key::Before) => None,
        // "as soon as" is no date, "as soon as possible" is one.
        Key::Soon if t.spells(i + 1, "as") => None,
        // "was soon released" was soon after something past.
        Key::Soon if !t.glued(i + 1) && tense::around(t, i, i + 1) != Some(Tense::Past) => {
            one(Meaning::Future)
        }
        Key::Near | Key::Long | Key::Short if t.is(i + 1, Key::Term) && t.was(i, 1, Key::The) => {
            two(Meaning::Future)
        }
        _ => None,
    }
}

/// "the year", "the month": the span in which the publication lies, where "the end of", "earlier
/// in" and the like before it say that a date is meant; "year-end".
pub(crate) fn definite(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let Word::Unit { unit, many: false } = t.word(i) else { return None };
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Weekend | Unit::Quarter) {
        return None;
    }
    let shift = |base| Meaning::Shift { unit, by: 0, grain: unit, base };
    // "the day before", "the year after": counted from the date last spoken of.
    let ends = !t.letters(i + 2) || t.begins_sentence(i + 2);
    let by = match t.word(i + 1) {
        Word::Key(Key::Before) if ends => -1,
        Word::Key(Key::Previous) if ends => -1,
        Word::Key(Key::After | Key::Following) if ends => 1,
        _ => 0,
    };
    if by != 0 && t.was(i, 1, Key::The) {
        return Some(Found::new(
            i,
            i + 2,
            Meaning::Shift { unit, by, grain: unit, base: Base::Reference },
        ));
    }
    // "the year ended June 30" is a length that ends there.
    if matches!(t.word(i + 1), Word::Key(Key::Ended)) && unit == Unit::Year {
        return Some(Found::new(i, i + 1, Meaning::Duration { amount: Amount::of(1), unit }));
    }
    // "year-end", "year's end", "by year end"
    if unit == Unit::Year && t.is(i + 1, Key::End) && t.was(i, 1, Key::By) {
        return Some(Found::new(i, i + 2, shift(Base::Published)));
    }
    let hyphen = t.past_hyphen(i + 1);
    if unit == Unit::Year && hyphen > i + 1 && t.is(hyphen, Key::End) {
        return Some(Found::new(i, hyphen + 1, shift(Base::Published)));
    }
    if unit == Unit::Year && t.sign(i + 1, b'\'') && t.is(i + 2, Key::S) && t.is(i + 3, Key::End) {
        return Some(Found::new(i, i + 4, shift(Base::Published)));
    }
    let the = t.was(i, 1, Key::The);
    let fiscal = t.was(i, 2, Key::The)
        && matches!(t.back(i, 1), Word::Key(Key::Fiscal | Key::Full | Key::Calendar));
    if !(the || fiscal) {
        return None;
    }
    let before = if the { 2 } else { 3 };
    // "later in the day", "for the week"
    let aside = t.was(i, before, Key::In)
        && matches!(
            t.back(i, before + 1),
            Word::Key(Key::Earlier | Key::Later | Key::Early | Key::Late)
        );
    if unit == Unit::Day {
        return (aside && !t.is(i + 1, Key::Of))
            .then(|| Found::new(i, i + 1, shift(Base::Reference)));
    }
    let edge = matches!(
        t.back(i, before + 1),
        Word::Key(
            Key::End
                | Key::Beginning
                | Key::Mid
                | Key::Rest
                | Key::Early
                | Key::Late
                | Key::Earlier
                | Key::Later
                | Key::Most
                | Key::Half
        )
    );
    let dated = match t.back(i, before) {
        Word::Key(Key::For) if unit == Unit::Week => !t.letters(i + 1),
        // "the end of the year", not "the best time of the year".
        Word::Key(Key::Of) => {
            edge || matches!(t.back(i, before + 1), Word::Unit { many: true, .. })
        }
        Word::Key(Key::In | Key::During | Key::For | Key::Through | Key::Over | Key::Since) => {
            edge || unit == Unit::Year
        }
        _ => false,
    };
    // "the year 2000", "the month of June" are dates of their own.
    if !dated || matches!(t.word(i + 1), Word::Digits(_) | Word::Number(_)) || t.is(i + 1, Key::Of)
    {
        return None;
    }
    Some(Found::new(i, i + 1, shift(Base::Published)))
}
