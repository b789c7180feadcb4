//! Scores to attributions.
//!
//! The rules are those of `model/gainsay_model/decode.py`, where they were chosen.

use gainsay_record::TextRange;

use crate::encoder::Asked;
use crate::window::Window;

/// Label of a further token of a cue, by the first head; 1 is that of its first token.
const INSIDE: usize = 2;
/// Labels of the second head; 0 is neither.
const SOURCE: usize = 1;
const CONTENT: usize = 2;
/// Apart from these: the score of naming the target, as log-odds.
const TARGET: usize = 3;

/// The first head has to be this sure of a token for a cue to begin there. Low, since the calibrated
/// confidence decides in the end, which knows of source and content too; and since a cue whose
/// beginning is missed would be taken up in its middle.
const CUE_BEGINS: f32 = 0.3;

/// How probable a token is that names the target, and one that may.
const NAMED: f32 = 0.5;
const MAY_BE_NAMED: f32 = 0.1;

/// Log-odds cost of beginning a piece of content from one token to the next, and of ending it.
const ENTER: f32 = 2.0;
const LEAVE: f32 = 1.0;

/// A source is where its likeliest token reaches the first figure, as far around it as every token
/// reaches the second. Costs of change would lose the pronouns, which are one token long.
const SOURCE_PEAK: f32 = 0.3;
const SOURCE_EDGE: f32 = 0.3;

/// A cue as the first head gives it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Cue {
    /// First token.
    pub first: usize,
    /// Last token, inclusive.
    pub last: usize,
    /// Probability that its first token is part of a cue.
    pub probability: f32,
}

/// What was found around one cue, with what its confidence is made of.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    /// Where the cue stands.
    pub cue: TextRange,
    /// Where the source stands, if there is one.
    pub source: Option<TextRange>,
    /// Where the pieces of the content stand; at least one.
    pub content: Vec<TextRange>,
    /// Where the target is named, with how probable it is.
    pub targets: Vec<(TextRange, f32)>,
    /// The tokens of all this, for the head for acts.
    pub asked: Asked,
    /// Probability of the cue.
    pub cue_probability: f32,
    /// Mean probability of the source's tokens; without a source, that no token is one.
    pub source_probability: f32,
    /// Mean probability of the content's tokens.
    pub content_probability: f32,
}

/// Scores to probabilities.
pub(crate) fn softmax<const N: usize>(scores: [f32; N]) -> [f32; N] {
    let top = scores.into_iter().fold(f32::NEG_INFINITY, f32::max);
    let e = scores.map(|score| (score - top).exp());
    let sum: f32 = e.iter().sum();
    e.map(|e| e / sum)
}

/// What may be a cue, from the scores of the first head. A separator between lines is never part of
/// one.
pub(crate) fn cues(window: &Window, scores: &[[f32; 3]]) -> Vec<Cue> {
    let p: Vec<[f32; 3]> = scores
        .iter()
        .zip(&window.ranges)
        .map(|(&scores, range)| range.map_or([1.0, 0.0, 0.0], |_| softmax(scores)))
        .collect();
    let mut cues: Vec<Cue> = Vec::new();
    let mut token = 0;
    while token < p.len() {
        let [_, begin, inside] = p[token];
        let starts = begin + if begin >= inside { inside } else { 0.0 } >= CUE_BEGINS;
        // A run that begins with "inside" is a cue too, unless it goes on with the last one.
        let follows = cues.last().is_some_and(|cue| cue.last + 1 == token);
        if starts || (inside >= CUE_BEGINS && !follows) {
            let mut last = token;
            while last + 1 < p.len() && p[last + 1][INSIDE] >= 0.5 {
                last += 1;
            }
            cues.push(Cue { first: token, last, probability: begin + inside });
            token = last + 1;
        } else {
            token += 1;
        }
    }
    cues
}

/// For each token whether it is content: the best sequence under the costs of change (Viterbi).
fn content_labels(p: impl Iterator<Item = f32>) -> Vec<bool> {
    // Score of the best sequence that ends outside and inside a piece, and for each token where
    // the best sequence to it came from.
    let (mut outside, mut inside) = (0.0f32, f32::NEG_INFINITY);
    let mut came_from_inside: Vec<[bool; 2]> = Vec::new();
    for (token, p) in p.enumerate() {
        let enter = if token == 0 { outside } else { outside - ENTER };
        let leave = inside - LEAVE;
        came_from_inside.push([leave > outside, inside >= enter]);
        outside = outside.max(leave) + (1.0 - p + 1e-6).ln();
        inside = inside.max(enter) + (p + 1e-6).ln();
    }
    let mut is_inside = inside > outside;
    let mut labels = vec![false; came_from_inside.len()];
    for token in (0..labels.len()).rev() {
        labels[token] = is_inside;
        is_inside = came_from_inside[token][usize::from(is_inside)];
    }
    labels
}

/// The tokens around the likeliest source, end exclusive. `p` are probabilities of being one.
fn source_run(p: &[f32]) -> Option<(usize, usize)> {
    let peak = (0..p.len()).reduce(|best, token| if p[token] > p[best] { token } else { best })?;
    if p[peak] < SOURCE_PEAK {
        return None;
    }
    let before = p[..peak].iter().rev().take_while(|&&p| p >= SOURCE_EDGE).count();
    let after = p[peak..].iter().take_while(|&&p| p >= SOURCE_EDGE).count();
    Some((peak - before, peak + after))
}

/// The stretches of true, end exclusive.
fn runs(labels: &[bool]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for token in (0..labels.len()).filter(|&token| labels[token]) {
        match runs.last_mut() {
            Some(run) if run.1 == token => run.1 += 1,
            _ => runs.push((token, token + 1)),
        }
    }
    runs
}

/// Reads one cue's scores, one entry a token of the window. `None` where there is no content: what
/// the first head took for a cue then attributes nothing.
pub(crate) fn attribution(window: &Window, cue: Cue, scores: &[[f32; 4]]) -> Option<Found> {
    // A cue is neither source nor content, and a separator between two lines ends a run: pieces
    // lie within lines.
    let excluded =
        |token: usize| (cue.first..=cue.last).contains(&token) || window.ranges[token].is_none();
    let p: Vec<[f32; 3]> = scores
        .iter()
        .enumerate()
        .map(|(token, &[none, source, content, _])| match excluded(token) {
            true => [1.0, 0.0, 0.0],
            false => softmax([none, source, content]),
        })
        .collect();
    let likely: Vec<f32> = p.iter().map(|p| p[SOURCE]).collect();
    let source = source_run(&likely);
    let in_source = |token: usize| source.is_some_and(|(from, to)| (from..to).contains(&token));
    let inside: Vec<f32> = (0..scores.len())
        .map(|token| if in_source(token) { 0.0 } else { p[token][CONTENT] })
        .collect();
    let mut labels = content_labels(inside.iter().copied());
    for (token, label) in labels.iter_mut().enumerate() {
        *label &= !in_source(token) && window.ranges[token].is_some();
    }
    let content = runs(&labels);
    if content.is_empty() {
        return None;
    }
    let mean = |p: &[f32], runs: &[(usize, usize)]| {
        let tokens = runs.iter().flat_map(|&(from, to)| &p[from..to]);
        tokens.clone().sum::<f32>() / tokens.count() as f32
    };
    let source_probability = match source {
        Some(run) => mean(&likely, &[run]),
        None => 1.0 - likely.iter().copied().fold(0.0, f32::max),
    };
    Some(Found {
        targets: targets(window, scores),
        asked: Asked {
            cue: (cue.first, cue.last),
            source: source.map_or(vec![], |(from, to)| (from..to).collect()),
            content: content.iter().flat_map(|&(from, to)| from..to).collect(),
        },
        cue: place(window, (cue.first, cue.last + 1)),
        source: source.map(|run| place(window, run)),
        content: content.iter().map(|&run| place(window, run)).collect(),
        cue_probability: cue.probability,
        source_probability,
        content_probability: mean(&inside, &content),
    })
}

/// Where the target is named: the runs of tokens that are likely to name it, and those that may. A
/// name that may be one does not run into its neighbour that is.
fn targets(window: &Window, scores: &[[f32; 4]]) -> Vec<(TextRange, f32)> {
    let likely: Vec<f32> = scores.iter().map(|s| 1.0 / (1.0 + (-s[TARGET]).exp())).collect();
    let mut found = Vec::new();
    for (from, to) in [(NAMED, 1.1), (MAY_BE_NAMED, NAMED)] {
        let level: Vec<bool> = (0..scores.len())
            .map(|token| (from..to).contains(&likely[token]) && window.ranges[token].is_some())
            .collect();
        found.extend(runs(&level).into_iter().map(|run| {
            let most = likely[run.0..run.1].iter().copied().fold(0.0, f32::max);
            (place(window, run), most)
        }));
    }
    found
}

/// Where a run of tokens stands in the text. At least one of them is no special token.
fn place(window: &Window, (from, to): (usize, usize)) -> TextRange {
    let ranges = window.ranges[from..to].iter().flatten().copied();
    ranges.reduce(TextRange::cover).expect("a run holds a token of the text")
}

#[cfg(test)]
mod tests {
    use super::*;
    use gainsay_record::TextRange;

    /// Scores that give each letter's label: `.` none, `s` source, `c` content.
    fn scores(labels: &str) -> Vec<[f32; 4]> {
        labels
            .chars()
            .map(|label| match label {
                's' => [0.0, 5.0, 0.0, -3.0],
                'c' => [0.0, 0.0, 5.0, -3.0],
                't' => [0.0, 0.0, 5.0, 1.0],
                '?' => [0.2, -9.0, 0.0, -3.0],
                _ => [5.0, 0.0, 0.0, -3.0],
            })
            .collect()
    }

    fn window(tokens: usize) -> Window {
        Window {
            ids: vec![7; tokens],
            case: vec![0; tokens],
            quoted: vec![0; tokens],
            line: vec![0; tokens],
            ranges: (0..tokens).map(|t| Some(TextRange::new(t, t + 1))).collect(),
        }
    }

    #[test]
    fn a_doubtful_token_inside_a_piece_does_not_split_it() {
        let cue = Cue { first: 2, last: 2, probability: 0.9 };
        let found = attribution(&window(9), cue, &scores("ss.cc?cc.")).unwrap();
        assert_eq!(found.source, Some(TextRange::new(0, 2)));
        assert_eq!(found.content, [TextRange::new(3, 8)]);
    }

    #[test]
    fn content_on_both_sides_of_its_cue_is_two_pieces() {
        let cue = Cue { first: 3, last: 3, probability: 0.9 };
        let found = attribution(&window(9), cue, &scores("ccc.ss.cc")).unwrap();
        assert_eq!(found.content, [TextRange::new(0, 3), TextRange::new(7, 9)]);
    }

    #[test]
    fn a_target_is_named_within_the_content() {
        let cue = Cue { first: 2, last: 2, probability: 0.9 };
        let found = attribution(&window(7), cue, &scores("ss.ttcc")).unwrap();
        let [(place, probability)] = found.targets[..] else { panic!("{:?}", found.targets) };
        assert_eq!((place, probability > 0.7), (TextRange::new(3, 5), true));
        assert_eq!(found.content, [TextRange::new(3, 7)]);
        assert_eq!(found.asked.content, [3, 4, 5, 6]);
    }

    #[test]
    fn a_cue_without_content_attributes_nothing() {
        let cue = Cue { first: 2, last: 2, probability: 0.9 };
        assert_eq!(attribution(&window(4), cue, &scores("ss..")), None);
    }

    #[test]
    fn a_pronoun_is_a_source() {
        let cue = Cue { first: 6, last: 6, probability: 0.9 };
        let mut scores = scores("cccc.s.");
        scores[5] = [0.0, 0.5, -3.0, -3.0];
        let found = attribution(&window(7), cue, &scores).unwrap();
        assert_eq!(found.source, Some(TextRange::new(5, 6)));
        assert_eq!(found.content, [TextRange::new(0, 4)]);
    }

    #[test]
    fn cues_are_runs() {
        let (none, begin, inside) = ([5.0, 0.0, 0.0], [0.0, 5.0, 0.0], [0.0, 0.0, 5.0]);
        let mut window = window(7);
        window.ranges[6] = None;
        let scores = [none, none, begin, inside, none, inside, inside];
        let found = cues(&window, &scores);
        let places: Vec<_> = found.iter().map(|cue| (cue.first, cue.last)).collect();
        assert_eq!(places, [(2, 3), (5, 5)]);
    }

    #[test]
    fn a_doubtful_beginning_is_not_passed_over() {
        let (none, inside) = ([5.0, 0.0, 0.0], [0.0, 0.0, 5.0]);
        let doubtful = [0.0, 0.0, -5.0]; // no cue or its first token, as likely
        let found = cues(&window(4), &[none, doubtful, inside, none]);
        let places: Vec<_> = found.iter().map(|cue| (cue.first, cue.last)).collect();
        assert_eq!(places, [(1, 2)]);
        assert!((found[0].probability - 0.5).abs() < 0.01, "of the first token");
    }
}
