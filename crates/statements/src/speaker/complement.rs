//! What follows the noun of a source: apposition and complement.

use std::ops::Range;

use gainsay_record::TextRange;

use crate::lexicon::has;
use crate::speaker::np::{Line, Np};
use crate::speaker::phrase::Head;
use crate::speaker::piece::Class;

impl Line<'_, '_> {
    /// Whether what stands behind a comma can describe or name: not "now retired", "who has left"; but
    /// "who calls himself Commander Venn".
    pub(super) fn apposes(&self, chunk: &Range<usize>) -> bool {
        let Some(first) = chunk.clone().next() else { return false };
        if self.word(first) == "who" && chunk.clone().skip(1).take(1).any(|i| self.names_itself(i))
        {
            return true;
        }
        let words = ["in", "now", "speaking", "then", "which", "who", "whose", "with"];
        !words.contains(&self.word(first)) || self.p[first].capital
    }

    /// "calls himself", "goes by the name of", "is known as".
    fn names_itself(&self, i: usize) -> bool {
        ["called", "calls", "goes", "known"].contains(&self.word(i))
            || self.word(i) == "is" && i + 1 < self.p.len() && self.word(i + 1) == "known"
    }

    /// Whether the second phrase names somebody within the first and not its bearer: "a spokeswoman for
    /// his fund, Tern Capital", "a paper by the head of research, Ilmar Tessen".
    pub(super) fn apposed_within(&self, first: &Np, second: &Np) -> bool {
        let Some(name) = second.name.clone().filter(|_| first.name.is_none()) else { return false };
        if first.rest.is_empty() {
            return false;
        }
        let last = name.end - 1;
        let institution = self.p[last].head() && self.p[last].class != Class::Role
            || self.countries.calls_institution(self.reader().text_range(name.clone()));
        let titled = self.p[second.stem.start..name.start]
            .iter()
            .any(|p| matches!(p.class, Class::Title | Class::Role));
        let inner = first.rest.clone().rev().find(|&i| self.p[i].noun());
        let inner = inner.map(|i| self.p[i].class);
        match self.kind(first) {
            // "an official travelling with its envoy, Ilmar Tessen"
            Head::Role if self.word(first.rest.start).ends_with("ing") => {
                inner == Some(Class::Role)
            }
            Head::Role => {
                institution
                    && !titled
                    && matches!(inner, Some(Class::Organization | Class::Media))
                    && self.p[first.rest.start].class != Class::Of
            }
            Head::Document | Head::Group | Head::Media => {
                !institution || titled || inner == Some(Class::Role)
            }
            _ => false,
        }
    }

    /// "who did not want to be named": why there is no name.
    fn unnamed_by(&self, rest: Range<usize>) -> bool {
        rest.clone().any(|i| {
            matches!(self.word(i), "anonymity" | "anonymous" | "identified" | "named" | "quoted")
        })
    }

    /// What follows the noun, up to what only adds circumstances.
    pub(super) fn complement(&self, np: &Np, head: Head) -> Option<TextRange> {
        let first = self.word(np.rest.start);
        let second = self.p.get(np.rest.start + 1).map_or("", |p| self.doc.word(p.tokens.start));
        // "people with knowledge of the talks"
        let knows = first == "with" && matches!(second, "access" | "knowledge" | "ties");
        let keeps = match head {
            Head::Document => {
                matches!(first, "of" | "by" | "from" | "for" | "to")
                    || (first.ends_with("ed") || matches!(first, "drawn" | "taken" | "written"))
                        && !has(MET, first)
                        && np.rest.clone().any(|i| self.word(i) == "by")
            }
            // "a diplomat in Kelm", "experts consulted by this paper": where they were met.
            Head::Role => {
                let next = self.p.get(np.rest.start + 1);
                let place = next.is_some_and(|next| next.capital)
                    || self
                        .p
                        .get(np.rest.start + 2)
                        .is_some_and(|n| has(PLACES, self.doc.word(n.tokens.start)));
                // "a person with knowledge of the talks": nothing else says who it is.
                let bare = np.stem.len() == 1;
                let house = np
                    .rest
                    .clone()
                    .skip(1)
                    .any(|i| self.p[i].capital || self.p[i].class == Class::Organization);
                (first != "with" || knows && bare)
                    && !(first == "in" && place)
                    && !has(MET, first)
                    && (first != "familiar" || bare)
                    && (first != "at" || house)
                    && !(first == "who" && self.unnamed_by(np.rest.clone()))
            }
            Head::Group => (first != "with" || knows) && !has(MET, first),
            _ => matches!(first, "of" | "for" | "in"),
        };
        let stop = |i: usize| {
            let word = self.word(i);
            let dated = matches!(word, "on" | "in" | "last" | "this")
                && self.p.get(i + 1).is_some_and(|n| {
                    let next = self.doc.word(n.tokens.start);
                    next.starts_with(|c: char| c.is_ascii_digit())
                        || next.ends_with("day")
                        || matches!(next, "week" | "month" | "year")
                });
            let familiar =
                self.word(i - 1) == "familiar" && matches!(head, Head::Group | Head::Role);
            let issued =
                first == "released" && np.rest.clone().skip(1).any(|j| self.word(j) == "by");
            // "a paper sent to members and obtained by the agency"
            let came_by = word == "and"
                && has(MET, self.p.get(i + 1).map_or("", |p| self.doc.word(p.tokens.start)));
            dated && !issued || word == "with" && !familiar || came_by
        };
        let end = np.rest.clone().skip(1).find(|&i| stop(i)).unwrap_or(np.rest.end);
        // "released Monday by the college": what day does not matter.
        (keeps && end > np.rest.start + 1).then(|| self.reader().text_range(np.rest.start..end))
    }
}

/// Places that say no more than where the paper found somebody. Sorted.
const PLACES: &[&str] =
    &["area", "capital", "city", "country", "province", "region", "town", "village"];

/// How a paper came by those it quotes. Sorted.
const MET: &[&str] =
    &["asked", "cited", "consulted", "contacted", "obtained", "quoted", "reached", "seen"];
