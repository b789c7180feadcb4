//! What the article tells of each party: the words of the sentences in which it is named. A statement
//! in the same words is likelier to be about it.

use std::collections::BTreeMap;

use super::roster::Roster;
use crate::doc::{Doc, Shape};
use crate::speaker::cast::Cast;

/// Words are compared by so many letters; shorter ones tell little.
const STEM: usize = 6;
/// A sentence counts with at most so many words.
const WORDS: usize = 120;

/// The beginnings of the longer words among tokens that are no names.
pub(super) fn stems(doc: &Doc, tokens: impl Iterator<Item = usize>) -> Vec<String> {
    let long = tokens.take(WORDS).filter(|&t| doc.tokens[t].shape == Shape::Lower);
    let cut = long.map(|t| doc.word(t).chars().take(STEM).collect::<String>());
    let mut stems: Vec<String> = cut.filter(|stem| stem.chars().count() == STEM).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// Who is named in which sentence, and in which sentences a word stands.
pub(super) struct Topics {
    parties: Vec<Vec<usize>>,
    sentences: BTreeMap<String, Vec<usize>>,
}

impl Topics {
    pub(super) fn new(doc: &Doc, cast: &Cast, roster: &Roster) -> Self {
        let mut parties = vec![Vec::new(); doc.sentences.len()];
        for mention in &cast.mentions {
            if let Some(party) = roster.of(mention.member)
                && !parties[mention.sentence].contains(&party)
            {
                parties[mention.sentence].push(party);
            }
        }
        let mut sentences: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (n, sentence) in doc.sentences.iter().enumerate() {
            for stem in stems(doc, sentence.tokens.clone()) {
                sentences.entry(stem).or_default().push(n);
            }
        }
        Topics { parties, sentences }
    }

    /// How well these words fit each party, 1 for the best, by sentences other than those of the
    /// statement itself. A word counts the more the rarer it is in the article.
    pub(super) fn fit(
        &self,
        words: &[String],
        own: std::ops::Range<usize>,
        leave: Option<usize>,
        count: usize,
    ) -> Vec<f32> {
        let mut fit = vec![0.0_f32; count];
        let mut met = vec![usize::MAX; count];
        for (w, word) in words.iter().enumerate() {
            let Some(sentences) = self.sentences.get(word) else { continue };
            let rare = (self.parties.len() as f32 / sentences.len() as f32).ln();
            for &sentence in sentences.iter().filter(|n| !own.contains(n)) {
                for &party in &self.parties[sentence] {
                    if met[party] != w && Some(party) != leave {
                        met[party] = w;
                        fit[party] += rare;
                    }
                }
            }
        }
        let most = fit.iter().copied().fold(0.0, f32::max);
        if most > 0.0 {
            fit.iter_mut().for_each(|value| *value /= most);
        }
        fit
    }
}
