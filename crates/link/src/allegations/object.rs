//! What a relation is about: a name as the parties have it, or the words of a description.

use super::claim::{BEFORE, ENDS, GROUPS, NOTHING};
use super::content::{Content, IRREGULAR};
use crate::name::key;

/// Adjectives and nouns in "ly".
const IN_LY: &[&str] = &[
    "assembly", "costly", "cowardly", "daily", "deadly", "early", "elderly", "family", "friendly",
    "likely", "monthly", "orderly", "supply", "unruly", "weekly",
];

/// Months and days of the week.
const DAYS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

impl Content<'_> {
    /// What the relation is about: the first name after it, with what is of it; else the words right
    /// after it.
    pub(super) fn object(&self, from: usize, names: &[String]) -> Option<String> {
        // In the same part of the sentence.
        let letter = |at: usize| at > 0 && self.lower(at - 1).chars().nth(1).is_none();
        let end = (from..self.found.len())
            .find(|&at| {
                let between = self.between(at);
                between.contains([',', ';', ':', '—']) || between.contains('.') && !letter(at)
            })
            .unwrap_or(self.found.len());
        let first =
            (from..end).find(|&at| !BEFORE.contains(&self.lower(at)) && !self.is_date(at))?;
        let opens = self.lower(first);
        if NOTHING.contains(&opens) || ENDS.contains(&opens) {
            return None;
        }
        let start = (from..end).find(|&at| self.found[at].name && !self.is_date(at));
        let near = start.filter(|&start| (first..start).all(|at| !ENDS.contains(&self.lower(at))));
        if let (Some(start), Some((name, next))) = (near, self.name_at(from, end, names)) {
            // "the rebels of the Sable Coast" are not the coast.
            let of = (first + 1..start).rev().find(|&at| self.lower(at) != "the");
            return Some(match of {
                Some(of) if self.lower(of) == "of" && start - first <= 5 => {
                    self.phrase(first, next - 1)
                }
                _ if self.owns(next - 1) => self.owned(start, next, end),
                _ => self.with_noun(next, end, name, names),
            });
        }
        let ends = |at: usize| {
            let word = self.lower(at);
            let adverb = word.len() > 4 && word.ends_with("ly") && !IN_LY.contains(&word);
            ENDS.contains(&word) || self.found[at].number || adverb
        };
        let run = (first..end).take(5).take_while(|&at| !ends(at));
        let last = run.filter(|&at| self.lower(at) != "of").last()?;
        // "groups such as the Sable network": the one that is named.
        let example = match self.lower(last + 1) {
            "like" => Some(last + 2),
            "such" if self.lower(last + 2) == "as" => Some(last + 3),
            _ => None,
        };
        let named = example.and_then(|from| self.name_at(from, end.min(from + 4), names));
        Some(named.map_or_else(|| self.phrase(first, last), |(name, _)| name))
    }

    /// Whether the speaker speaks of the own side before a place.
    pub(super) fn has_we(&self, end: usize) -> bool {
        self.lower[..end.min(self.lower.len())].iter().any(|word| matches!(&**word, "we" | "our"))
    }

    /// Whether what stands here is whose the next is: "Quell's".
    fn owns(&self, at: usize) -> bool {
        let written = self.found[at].range.of(self.text);
        written.ends_with("’s") || written.ends_with("'s")
    }

    /// "Quell's coastal spy agency": a name with what is its.
    fn owned(&self, start: usize, next: usize, end: usize) -> String {
        let noun = |at: &usize| {
            let word = self.lower(*at);
            !ENDS.contains(&word) && !self.found[*at].number && self.between(*at) == " "
        };
        let last = (next..end).take(4).take_while(noun).last();
        self.phrase(start, last.unwrap_or(next - 1))
    }

    fn is_acronym(&self, start: usize, end: usize) -> bool {
        let written = self.found[start].range.of(self.text);
        end == start + 1 && written.len() > 1 && written.bytes().all(|b| b.is_ascii_uppercase())
    }

    /// "the September 13 attack": what tells when.
    fn is_date(&self, at: usize) -> bool {
        let day = |at: usize| DAYS.contains(&self.lower(at));
        day(at) || self.found[at].number && at > 0 && day(at - 1)
    }

    /// "the Merrow cable": a name that is no party's, with the noun it belongs to.
    fn with_noun(&self, next: usize, end: usize, name: String, names: &[String]) -> String {
        let noun = self.lower.get(next).filter(|noun| {
            let verb = ["ed", "ing", "ly", "s"].iter().any(|ending| noun.ends_with(ending));
            next < end
                && !self.found[next].number
                && !verb
                && !ENDS.contains(&noun.as_str())
                && !IRREGULAR.contains(&noun.as_str())
        });
        let adjacent = next > 0 && next < self.found.len() && self.between(next) == " ";
        match noun {
            // An acronym needs no noun: "the HIB intelligence agency".
            Some(noun)
                if adjacent && !names.contains(&name) && !self.is_acronym(next - 1, next) =>
            {
                format!("{name} {noun}")
            }
            _ => name,
        }
    }

    /// The first name between two words, as the article's parties have it, and the word after it.
    pub(super) fn name_at(
        &self,
        from: usize,
        to: usize,
        names: &[String],
    ) -> Option<(String, usize)> {
        let start = (from..to).find(|&at| self.found[at].name && !self.is_date(at))?;
        let mut end = start + 1;
        // "U.S."
        let letter = |at: usize| self.lower(at).chars().nth(1).is_none();
        let point = |at: usize| letter(at - 1) && letter(at) && self.between(at) == ".";
        let joined = |at: usize| self.between(at).chars().all(|c| c == ' ' || c == '-');
        while end < to && self.found[end].name && (joined(end) || point(end)) {
            end += 1;
        }
        // "the Sable militant group"
        let kind = |at: &usize| *at < to && GROUPS.contains(&self.lower(*at));
        let plain = |at: usize| joined(at) && !ENDS.contains(&self.lower(at));
        if let Some(noun) = [end, end + 1].into_iter().find(kind)
            && (end..=noun).all(plain)
            && !self.is_acronym(start, end)
        {
            end = noun + 1;
        }
        Some((as_named(&self.phrase(start, end - 1), names), end))
    }
}

/// The name of the party that is written so; what is written where none is.
fn as_named(written: &str, names: &[String]) -> String {
    let Some(wanted) = key(written) else { return written.to_owned() };
    let kind = |name: &str| name.rsplit(' ').next().is_some_and(|noun| GROUPS.contains(&noun));
    // "the Sable militant group" and "the Sables" are the Sable network.
    let leader = match wanted.split_once(' ') {
        Some((leader, _)) => Some(leader).filter(|_| kind(&wanted)),
        None => wanted.strip_suffix('s'),
    };
    let led = |name: &str| {
        let pair = name.matches(' ').count() == 1 && kind(name);
        pair && leader.is_some_and(|leader| name.starts_with(leader))
    };
    let is = |name: &&String| {
        key(name).is_some_and(|name| {
            name == wanted
                || !wanted.contains(' ') && name.split(' ').next_back() == Some(&wanted)
                || led(&name)
        })
    };
    let mut fitting = names.iter().filter(is);
    match (fitting.next(), fitting.next()) {
        (Some(name), None) => name.clone(),
        // Two who could be meant are nobody.
        _ => gainsay_countries::find(&wanted)
            .filter(|(_, word)| *word == gainsay_countries::Word::Name)
            .map_or_else(|| written.to_owned(), |(country, _)| country.to_owned()),
    }
}
