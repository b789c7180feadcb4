//! The words of a content, and what in them does what to whom.

use gainsay_record::TextRange;

use super::claim::{BEFORE, ENDS, NOTHING};
use crate::words::{Word, words};

/// What is done, and where the word for it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relation {
    pub at: usize,
    pub name: String,
    /// Whether it is done to what stands before it: "the cable was cut".
    pub passive: bool,
}

/// A content as words.
pub(super) struct Content<'t> {
    pub(super) text: &'t str,
    pub found: Vec<Word>,
    /// The same in lower case.
    pub lower: Vec<String>,
    /// Whether most long words are capitalised, as in some headlines.
    pub headed: bool,
}

/// What stands between a subject and its verb.
const AUXILIARY: &[&str] = &[
    "also", "are", "been", "being", "could", "did", "do", "does", "ever", "had", "has", "have",
    "is", "may", "might", "once", "then", "was", "were", "will", "would",
];
const BE: &[&str] = &["are", "be", "been", "being", "got", "is", "was", "were"];
const HAVE: &[&str] = &["had", "has", "have", "having"];

/// Verbs whose past has no ending.
pub(super) const IRREGULAR: &[&str] = &[
    "bought", "broke", "brought", "built", "burnt", "caught", "chose", "cut", "drove", "fed",
    "fled", "forced", "fought", "gave", "held", "hid", "hit", "kept", "knew", "laid", "led",
    "left", "let", "lost", "made", "paid", "put", "ran", "sank", "sent", "set", "shot", "shut",
    "sold", "spent", "stood", "stole", "struck", "swore", "took", "tore", "threw", "told", "wrote",
];

/// Words in "s" and "ed" that are no verbs.
const NO_VERBS: &[&str] = &[
    "always", "as", "across", "besides", "has", "his", "hers", "indeed", "its", "perhaps", "plus",
    "theirs", "this", "thus", "towards", "us", "versus", "was", "whereas", "yes", "is", "does",
];

impl<'t> Content<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let found = words(text);
        let written = |word: &Word| word.range.of(text);
        let lower: Vec<String> = found.iter().map(|word| written(word).to_lowercase()).collect();
        let long = found.iter().filter(|word| written(word).len() > 3);
        let upper =
            long.clone().filter(|word| written(word).starts_with(char::is_uppercase)).count();
        let long = long.count();
        let headed = long > 3 && upper * 3 > long * 2;
        Content { text, found, lower, headed }
    }

    pub(super) fn lower(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    pub(super) fn between(&self, at: usize) -> &str {
        let start = if at == 0 { 0 } else { self.found[at - 1].range.end };
        &self.text[start..self.found[at].range.start]
    }

    pub(super) fn phrase(&self, first: usize, last: usize) -> String {
        let range = TextRange::new(self.found[first].range.start, self.found[last].range.end);
        let written = range.of(self.text);
        let bare = written.strip_suffix("'s").or_else(|| written.strip_suffix("’s"));
        bare.unwrap_or(written).to_owned()
    }

    /// Whether one of the three words before says that it is not so.
    pub(super) fn is_negated(&self, at: usize) -> bool {
        self.lower[at.saturating_sub(3)..at].iter().any(|word| {
            matches!(
                word.as_str(),
                "not" | "never" | "no" | "nobody" | "cannot" | "neither" | "nor"
            ) || word.ends_with("n't")
                || word.ends_with("n’t")
        })
    }

    /// Whether a participle tells what was done to the subject: "was cut", "killed with rifles".
    pub(super) fn is_passive(&self, at: usize) -> bool {
        let word = self.lower(at);
        if !(word.ends_with("ed") || IRREGULAR.contains(&word) || word == "stolen") {
            return false;
        }
        let helper = (0..at).rev().map(|at| self.lower(at)).find(|word| !word.ends_with("ly"));
        let active = helper.is_some_and(|word| HAVE.contains(&word));
        let was = helper.is_some_and(|word| BE.contains(&word));
        was || !active && at > 0 && matches!(self.lower(at + 1), "by" | "with")
    }

    /// "of …-ing": what somebody is accused of. Any other gerund would be a guess.
    pub(super) fn of_doing(&self) -> Option<Relation> {
        let at = (1..self.found.len()).find(|&at| {
            let word = self.lower(at);
            self.lower(at - 1) == "of" && word.ends_with("ing") && !self.found[at].name
        })?;
        // "of trying to bribe": what is tried.
        let tries = ["attempting", "plotting", "seeking", "trying", "wanting"];
        let tried = tries.contains(&self.lower(at)) && self.lower(at + 1) == "to";
        let at = if tried && at + 2 < self.found.len() { at + 2 } else { at };
        Some(Relation { at, name: self.lower(at).to_owned(), passive: false })
    }

    /// The verb right after the subject that the content begins with: the target, or a pronoun.
    pub(super) fn verb(&self, target: Option<&str>) -> Option<Relation> {
        let pronoun = matches!(self.lower(0), "he" | "she" | "they" | "it" | "you");
        let last = if pronoun { 0 } else { self.place_of(target?).filter(|&at| at < 7)? };
        let plain = |at: usize| !ENDS.contains(&self.lower(at));
        if !(0..last).all(plain) {
            return None;
        }
        let mut at = last + 1;
        let mut helped = false;
        while at < self.found.len() && (self.is_helper(at) || self.lower(at).ends_with("ly")) {
            helped = true;
            at += 1;
        }
        let word = self.found.get(at)?;
        let (lower, after) = (self.lower(at), self.between(at));
        let ends =
            lower.ends_with("ed") || lower.ends_with('s') && !lower.ends_with("ss") && !helped;
        let is_verb = IRREGULAR.contains(&lower) || ends;
        if word.name
            || !after.chars().all(char::is_whitespace)
            || !is_verb
            || NO_VERBS.contains(&lower)
        {
            return None;
        }
        Some(Relation { at, name: lower.to_owned(), passive: self.is_passive(at) })
    }

    fn is_helper(&self, at: usize) -> bool {
        AUXILIARY.contains(&self.lower(at))
    }

    /// Where the first word of a name stands for the first time.
    pub(super) fn begin_of(&self, name: &str) -> Option<usize> {
        words(name).first().and_then(|first| self.first_place(first))
    }

    /// Where the last word of a name stands for the first time.
    pub(super) fn place_of(&self, name: &str) -> Option<usize> {
        words(name).last().and_then(|last| self.first_place(last))
    }

    fn first_place(&self, of: &Word) -> Option<usize> {
        self.found.iter().position(|word| word.exact == of.exact)
    }

    /// The words that the content begins with, up to what is done.
    pub(super) fn leading(&self, relation: usize) -> Option<String> {
        let mut end = relation;
        while end > 0 && (self.is_helper(end - 1) || self.lower(end - 1) == "of") {
            end -= 1;
        }
        self.run(0, end)
    }

    /// The words before a passive, back to where their part of the sentence begins.
    pub(super) fn before(&self, relation: usize) -> Option<String> {
        let mut end = relation;
        let participle =
            |at: usize| self.lower(at).ends_with("ed") || IRREGULAR.contains(&self.lower(at));
        loop {
            if end > 0 && (self.is_helper(end - 1) || self.lower(end - 1).ends_with("ly")) {
                end -= 1;
            } else if end > 2 && self.lower(end - 1) == "and" && participle(end - 2) {
                // "was founded and trained by"
                end -= 2;
            } else {
                break;
            }
        }
        let mut start = end;
        let joined =
            |at: usize| self.between(at).chars().all(|c| c.is_whitespace() || "'’-".contains(c));
        while start > 0 && end - start < 5 && !ENDS.contains(&self.lower(start - 1)) {
            start -= 1;
            if start > 0 && !joined(start) {
                break;
            }
        }
        self.run(start, end)
    }

    /// A few words without their article, if they are a name or a description.
    fn run(&self, from: usize, to: usize) -> Option<String> {
        let first = (from..to).find(|&at| !BEFORE.contains(&self.lower(at)))?;
        let short = to - first <= 6 && (first..to).all(|at| !ENDS.contains(&self.lower(at)));
        (short && !NOTHING.contains(&self.lower(first))).then(|| self.phrase(first, to - 1))
    }

    /// Who did it, where a passive says so: "by the navy".
    pub(super) fn agent(&self, relation: usize, names: &[String]) -> Option<String> {
        let by = (relation + 1..(relation + 3).min(self.found.len()))
            .find(|&at| self.lower(at) == "by")?;
        self.name_at(by + 1, (by + 6).min(self.found.len()), names).map(|(name, _)| name)
    }

    /// Where what a relation is about begins: after "about", where the relation says so.
    pub(super) fn matter(&self, of: &Relation) -> usize {
        let after = of.at + 1..(of.at + 7).min(self.found.len());
        let about = after.into_iter().find(|&at| self.lower(at) == "about");
        about.filter(|_| of.name.ends_with(" about")).unwrap_or(of.at) + 1
    }
}
