//! Which way a bare weekday or month points: the tense of the verb near it.
//!
//! "He said Friday" is past, "will meet Friday" is future. The nearest verb before the expression
//! in its sentence decides; where there is none, the first after it.

use crate::lexicon::{Key, Tense, Word};
use crate::token::Tokens;
use crate::verbs::{AHEAD, NOT_AHEAD, NOUNS, SCHEDULED, TO};

/// How many tokens before the expression are searched, and how many after it.
const BEFORE: usize = 24;
const AFTER: usize = 14;

/// The tense of the clause around the tokens from `from` to `to`, where a verb shows it.
pub(crate) fn around(t: &Tokens<'_>, from: usize, to: usize) -> Option<Tense> {
    // "Wednesday's ruling" has been given; "the meeting on Friday will …" is ahead.
    let genitive = t.sign(to, b'\'') && t.glued(to);
    if genitive && t.is(to + 1, Key::S) && !(2..4).any(|n| SCHEDULED.contains(&t.str(to + n))) {
        return Some(Tense::Past);
    }
    if t.is(to, Key::Will) || (genitive && t.spells(to + 1, "ll")) {
        return Some(Tense::Future);
    }
    let head = head(t, from);
    let begins = head == 0 || t.begins_sentence(head - 1);
    let deadline = match t.back(head, 1) {
        Word::Key(Key::Since) => return Some(Tense::Past),
        // "until Tuesday", unless the clause looks back: "until Tuesday they had not answered".
        Word::Key(Key::Until) if !begins && !look_back(t, head) => return Some(Tense::Future),
        // "ahead of Tuesday's vote", "as soon as Tuesday"
        Word::Key(Key::Of) if t.was(head, 2, Key::Ahead) => return Some(Tense::Future),
        _ if head > 1
            && t.spells(head - 1, "as")
            && matches!(t.back(head, 2), Word::Key(Key::Soon | Key::Early)) =>
        {
            return Some(Tense::Future);
        }
        Word::Key(Key::By) => !begins && !look_back(t, head),
        _ => false,
    };
    // A month lies ahead of any purpose ("to win in November"), a day only of what looks ahead.
    let month = (from..to).any(|i| matches!(t.word(i), Word::Month { .. } | Word::Season { .. }));
    let tense = before(t, from, month).or_else(|| after(t, to, month));
    // A deadline lies ahead: "an answer was asked for by Friday".
    if deadline && tense == Some(Tense::Past) { Some(Tense::Future) } else { tense }
}

/// The token before which a preposition governs the expression at `from`: that of "until" in
/// "until 9 a.m. Tuesday", "until the end of May", "by mid-May".
fn head(t: &Tokens<'_>, from: usize) -> usize {
    let part = |word| {
        matches!(
            word,
            Word::Digits(_)
                | Word::Meridiem(_)
                | Word::Punct(b':' | b'-')
                | Word::Part(_)
                | Word::Key(
                    Key::Zone
                        | Key::Utc
                        | Key::Mid
                        | Key::Early
                        | Key::Late
                        | Key::The
                        | Key::End
                        | Key::Beginning
                )
        )
    };
    let mut head = from;
    while head > 0 && from - head < 6 {
        let edge = matches!(t.back(head, 2), Word::Key(Key::End | Key::Beginning));
        if !(part(t.back(head, 1)) || (t.was(head, 1, Key::Of) && edge)) {
            break;
        }
        head -= 1;
    }
    head
}

fn before(t: &Tokens<'_>, from: usize, month: bool) -> Option<Tense> {
    let mut i = from;
    for _ in 0..BEFORE {
        if i == 0 || t.begins_sentence(i) {
            return None;
        }
        i -= 1;
        if t.sign(i, b';') {
            return None;
        }
        if let Some(tense) = verb(t, i, month) {
            return Some(tense);
        }
    }
    None
}

fn after(t: &Tokens<'_>, to: usize, month: bool) -> Option<Tense> {
    // Behind the expression "is growing" tells the state of things, not what is to come.
    let tense = |i| if t.is(i, Key::Is) { Some(Tense::Present) } else { verb(t, i, month) };
    (to..to + AFTER).take_while(|&i| !t.begins_sentence(i)).find_map(tense)
}

/// Whether "had" stands a few words before `from`.
fn look_back(t: &Tokens<'_>, from: usize) -> bool {
    (1..8).any(|n| t.spelt(from, n, "had"))
}

/// The tense that the token at `i` shows, if it is a verb that shows one.
fn verb(t: &Tokens<'_>, i: usize, month: bool) -> Option<Tense> {
    let tense = match t.word(i) {
        // A capital letter within the sentence makes it a name.
        Word::Verb(_) if t.capital(i) && !t.begins_sentence(i) => return None,
        Word::Verb(Tense::Past) if t.spells(i, "been") => return None,
        // "won't"
        Word::Verb(Tense::Past) if t.spells(i, "won") && t.glued(i + 1) && t.sign(i + 1, b'\'') => {
            Tense::Future
        }
        Word::Verb(Tense::Past)
            if t.spells(i, "set") && (t.is(i + 1, Key::To) || t.is(i + 1, Key::For)) =>
        {
            Tense::Future
        }
        // "due to heavy rain" is a reason.
        Word::Verb(Tense::Future) if t.spells(i, "due") && t.is(i + 1, Key::To) => return None,
        // "the plan", "his hopes" are no verbs.
        Word::Verb(Tense::Future) if NOUNS.contains(&t.str(i)) && !t.is(i + 1, Key::To) => {
            return None;
        }
        Word::Other | Word::Verb(Tense::Future) if t.was(i, 1, Key::To) && infinitive(t, i) => {
            let governor = t.str(i.wrapping_sub(2));
            // "had been due to expire" leaves the verdict to "due".
            if i > 3 && t.spells(i - 3, "been") {
                return None;
            }
            // "urged them to vote"
            let asked = AHEAD.contains(&governor)
                || ((3..5).any(|n| i >= n && AHEAD.contains(&t.str(i - n))));
            return (asked || (month && !NOT_AHEAD.contains(&governor))).then_some(Tense::Future);
        }
        Word::Verb(tense) => tense,
        Word::Key(Key::Ended) if t.spells(i, "ended") => Tense::Past,
        Word::Key(Key::Will) => Tense::Future,
        // "is to", "are to"
        Word::Key(Key::Is) if t.is(i + 1, Key::To) => Tense::Future,
        // "is facing a vote on Tuesday"
        Word::Key(Key::Is)
            if (1..3).any(|n| t.word(i + n) == Word::Other && t.str(i + n).ends_with("ing")) =>
        {
            Tense::Future
        }
        Word::Key(Key::Is) => Tense::Present,
        // "planned for early March"; "as planned" looks back.
        Word::Other if t.spells(i, "planned") && !(1..3).any(|n| t.spelt(i, n, "as")) => {
            Tense::Future
        }
        Word::Other if regular(t, i) => Tense::Past,
        _ => return None,
    };
    // "will be held", "to be announced": a participle after "be" looks ahead with it.
    let be = |n: usize| t.spelt(i, n, "be");
    match tense {
        // "could be found", "had been due" do not.
        Tense::Past if be(1) && t.spelt(i, 2, "could") => Some(Tense::Past),
        Tense::Past if be(1) || be(2) => Some(Tense::Future),
        // "once the road is built"
        Tense::Past if t.was(i, 1, Key::Is) => Some(Tense::Present),
        Tense::Future if i > 1 && t.spells(i - 1, "been") && t.spells(i - 2, "had") => {
            Some(Tense::Past)
        }
        _ => Some(tense),
    }
}

/// Whether the word behind a "to" is a verb that speaks of what is to come.
fn infinitive(t: &Tokens<'_>, i: usize) -> bool {
    matches!(t.word(i), Word::Verb(_)) || TO.contains(&t.str(i))
}

/// A regular past form: "announced".
fn regular(t: &Tokens<'_>, i: usize) -> bool {
    let word = t.str(i);
    word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") && !t.capital(i)
}
