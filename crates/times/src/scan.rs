//! The walk over the tokens: which grammar is asked at which word, and how far an expression
//! reaches to the left.

use crate::expression::{Found, Meaning};
use crate::lexicon::{Key, Unit, Word};
use crate::token::Tokens;
use crate::{calendar, clock, duration, feast, relative, share, vague, weeks, years};

/// All expressions of a text, in order, none overlapping another.
pub(crate) fn scan(t: &Tokens<'_>) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    let mut floor = 0;
    let mut i = 0;
    while i < t.len() {
        let found = match t.word(i) {
            // "April 24 and 25"
            Word::Key(Key::And | Key::To | Key::Or) | Word::Punct(b'-' | b',')
                if i == floor && i > 0 =>
            {
                all.last().and_then(|last| calendar::further_day(t, last, i + 1))
            }
            // By far the most words: nothing begins with them.
            Word::Other | Word::Verb(_) | Word::Meridiem(_) => None,
            word => at(t, i, word),
        };
        match found {
            Some(mut found) => {
                found.from = widen(t, found, floor);
                i = found.to.max(i + 1);
                floor = i;
                all.push(found);
            }
            None => i += 1,
        }
    }
    all
}

/// The expression that the token at `i` begins, if any. The order settles which reading wins.
fn at(t: &Tokens<'_>, i: usize, word: Word) -> Option<Found> {
    match word {
        Word::Digits(_) | Word::Number(_) => clock::find(t, i)
            .or_else(|| calendar::find(t, i))
            .or_else(|| share::led_by_year(t, i))
            .or_else(|| years::find(t, i))
            .or_else(|| share::ordinal_share(t, i, None))
            .or_else(|| duration::find(t, i)),
        Word::Punct(b'\'') => years::find(t, i),
        Word::Month { .. } | Word::Weekday { .. } => calendar::find(t, i),
        Word::Ordinal(_) => share::ordinal_share(t, i, None)
            .or_else(|| weeks::find(t, i))
            .or_else(|| years::find(t, i))
            .or_else(|| calendar::find(t, i))
            .or_else(|| relative::find(t, i)),
        Word::Nineties(_) => years::find(t, i),
        Word::Season { .. } => share::season(t, i),
        Word::Part(_) => clock::find(t, i),
        Word::Unit { unit: Unit::Second, many: false } => {
            share::ordinal_share(t, i, None).or_else(|| calendar::find(t, i))
        }
        Word::Unit { many: true, .. } => duration::bare(t, i),
        Word::Unit { .. } => duration::long(t, i)
            .or_else(|| share::year_ago(t, i))
            .or_else(|| share::same(t, i))
            .or_else(|| weeks::find(t, i))
            .or_else(|| share::weekend(t, i))
            .or_else(|| vague::definite(t, i)),
        Word::Key(key) => key_at(t, i, key),
        _ => None,
    }
}

fn key_at(t: &Tokens<'_>, i: usize, key: Key) -> Option<Found> {
    match key {
        Key::Last
        | Key::Latest
        | Key::This
        | Key::Next
        | Key::That
        | Key::Past
        | Key::Previous
        | Key::Following
        | Key::Coming
        | Key::Current
        | Key::Same
        | Key::Recent => share::led_by_year(t, i)
            .or_else(|| share::ordinal_share(t, i, None))
            .or_else(|| weeks::find(t, i))
            .or_else(|| relative::find(t, i))
            .or_else(|| vague::find(t, i)),
        Key::A
        | Key::Few
        | Key::Several
        | Key::Many
        | Key::Couple
        | Key::Dozen
        | Key::Dozens
        | Key::Half => duration::find(t, i),
        Key::Every
        | Key::Each
        | Key::Per
        | Key::Daily
        | Key::Weekly
        | Key::Monthly
        | Key::Quarterly
        | Key::Yearly
        | Key::Hourly
        | Key::Biweekly => duration::recurrence(t, i),
        Key::Today | Key::Yesterday | Key::Tomorrow | Key::Tonight | Key::Overnight => {
            relative::deictic(t, i)
        }
        Key::Period => share::same(t, i),
        Key::Christmas
        | Key::Thanksgiving
        | Key::Easter
        | Key::Halloween
        | Key::Labor
        | Key::Election
        | Key::Memorial
        | Key::Independence
        | Key::Valentine
        | Key::Boxing
        | Key::Good
        | Key::New => feast::find(t, i),
        _ => vague::find(t, i),
    }
}

/// The first token of an expression with the words before it that belong to it (TimeML takes in
/// determiners and modifiers: "the end of", "early", "nearly", "more than").
fn widen(t: &Tokens<'_>, found: Found, floor: usize) -> usize {
    let length =
        matches!(found.meaning, Meaning::Duration { .. } | Meaning::Shift { .. } | Meaning::Past);
    let date = !matches!(found.meaning, Meaning::Duration { .. } | Meaning::Each { .. });
    let mut from = found.from;
    loop {
        let before = |n: usize| if from >= floor + n { t.back(from, n) } else { Word::Edge };
        let key = |n: usize, key: Key| before(n) == Word::Key(key);
        let step = match before(1) {
            Word::Key(Key::The) => 1,
            Word::Key(Key::Fiscal) => 1,
            Word::Key(Key::Same | Key::Latest | Key::Current)
                if matches!(found.meaning, Meaning::SameShare { .. }) =>
            {
                1
            }
            // "the near future", "the foreseeable future"
            Word::Key(Key::Near) | Word::Other
                if matches!(found.meaning, Meaning::Future)
                    && (key(1, Key::Near) || t.spells(from - 1, "foreseeable")) =>
            {
                1
            }
            Word::Key(Key::Early | Key::Late | Key::Earlier | Key::Later | Key::Mid) if date => 1,
            Word::Key(Key::In)
                if (key(2, Key::Earlier)
                    || key(2, Key::Later)
                    || key(2, Key::Early)
                    || key(2, Key::Late)) =>
            {
                2
            }
            Word::Key(Key::Of)
                if date
                    && (key(2, Key::End)
                        || key(2, Key::Beginning)
                        || key(2, Key::Mid)
                        || key(2, Key::Rest)) =>
            {
                2
            }
            Word::Punct(b'-') if key(2, Key::Mid) || key(2, Key::Early) || key(2, Key::Late) => 2,
            Word::Key(Key::Nearly | Key::About) if length => 1,
            Word::Key(Key::Than) if length && (key(2, Key::More) || key(2, Key::Less)) => 2,
            Word::Key(Key::Least | Key::Most) if length && key(2, Key::At) => 2,
            Word::Unit { unit: Unit::Year, many: false }
                if matches!(found.meaning, Meaning::Year(_)) =>
            {
                1
            }
            _ => break,
        };
        from -= step;
    }
    from
}
