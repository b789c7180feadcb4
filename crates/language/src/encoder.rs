//! The network behind a small trait, so that another runtime can take its place.

use std::sync::Arc;

use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool, Value, ValueOrView};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, Tensor};

use gainsay_record::Act;

use crate::error::Error;
use crate::name::NameKind;
use crate::window::Window;

/// Numbers of labels: of the cue head; of the head that reads around a cue, which besides its three
/// labels scores every token for naming the target; of the head for names.
const CUE_LABELS: usize = 3;
const ARC_LABELS: usize = 4;
const NAME_LABELS: usize = 1 + 2 * NameKind::ALL.len();

/// Signed distances between cue and token are told apart in this many steps.
const BUCKETS: i32 = 33;

/// What the network gives each token of a window before any cue is chosen.
#[derive(Debug, Clone)]
pub struct TokenScores {
    /// Scores of no cue, first token of a cue, further token of a cue: `[tokens][3]`.
    pub cues: Vec<[f32; CUE_LABELS]>,
    /// Scores of no name, and for each kind of the first and of a further token: `[tokens][17]`.
    pub names: Vec<[f32; NAME_LABELS]>,
    /// The states of the tokens, opaque outside the encoder: `[1, tokens, width]`.
    states: Tensor<f32>,
}

/// A statement as the head for acts is asked about it: tokens of a window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// First and last token of the cue.
    pub cue: (usize, usize),
    /// The tokens of the source.
    pub source: Vec<usize>,
    /// The tokens of the content.
    pub content: Vec<usize>,
}

/// A network that finds cues and names, reads around cues, and judges acts.
pub trait Encoder: Send + Sync {
    /// Scores every token of the window for being a cue and for being a name.
    ///
    /// # Errors
    /// If the runtime fails.
    fn tokens(&self, window: &Window) -> Result<TokenScores, Error>;

    /// For each cue, given as its first and last token, scores every token of the window for being
    /// neither, its source, or its content, and apart from these for naming the target:
    /// `[cues][tokens][4]`.
    ///
    /// # Errors
    /// If the runtime fails.
    fn arcs(
        &self,
        window: &Window,
        tokens: &TokenScores,
        at: &[(usize, usize)],
    ) -> Result<Vec<Vec<[f32; ARC_LABELS]>>, Error>;

    /// For each statement a score for every act, in the order of [`Act::ALL`].
    ///
    /// # Errors
    /// If the runtime fails.
    fn acts(
        &self,
        tokens: &TokenScores,
        asked: &[Asked],
    ) -> Result<Vec<[f32; Act::ALL.len()]>, Error>;
}

/// The network as three ONNX graphs, run by `rten` on the calling thread.
pub struct Onnx {
    encoder: Graph<3, 3>,
    arcs: Graph<5, 1>,
    acts: Graph<5, 1>,
}

/// The graphs as bytes that live as long as the program.
#[derive(Debug, Clone, Copy)]
pub struct Graphs {
    /// `encoder.onnx`.
    pub encoder: &'static [u8],
    /// `arcs.onnx`.
    pub arcs: &'static [u8],
    /// `acts.onnx`.
    pub acts: &'static [u8],
}

thread_local! {
    /// One thread a caller: articles, not matrices, are what runs in parallel, so that the number
    /// of threads cannot change the order of any sum.
    static OPTIONS: RunOptions =
        RunOptions::default().with_thread_pool(Some(Arc::new(ThreadPool::with_num_threads(1))));
}

/// One graph with the nodes it is fed and read at.
struct Graph<const IN: usize, const OUT: usize> {
    name: &'static str,
    model: Model,
    inputs: [NodeId; IN],
    outputs: [NodeId; OUT],
}

impl<const IN: usize, const OUT: usize> Graph<IN, OUT> {
    fn load(
        name: &'static str,
        bytes: &'static [u8],
        inputs: [&str; IN],
        outputs: [&str; OUT],
    ) -> Result<Self, Error> {
        let load =
            |source: Box<dyn std::error::Error + Send + Sync>| Error::Load { graph: name, source };
        let model = ModelOptions::with_all_ops()
            .prepack_weights(true)
            .load_static_slice(bytes)
            .map_err(|e| load(Box::new(e)))?;
        let node = |id: &str| model.node_id(id).map_err(|e| load(e.to_string().into()));
        let mut input_ids = Vec::with_capacity(IN);
        for id in inputs {
            input_ids.push(node(id)?);
        }
        let mut output_ids = Vec::with_capacity(OUT);
        for id in outputs {
            output_ids.push(node(id)?);
        }
        let inputs = input_ids.try_into().expect("one node an input");
        let outputs = output_ids.try_into().expect("one node an output");
        Ok(Graph { name, model, inputs, outputs })
    }

    fn run(&self, inputs: [ValueOrView<'_>; IN]) -> Result<[Value; OUT], Error> {
        let inputs = self.inputs.into_iter().zip(inputs).collect();
        self.model
            .run_n(inputs, self.outputs, Some(OPTIONS.with(RunOptions::clone)))
            .map_err(|e| Error::Run { graph: self.name, reason: e.to_string() })
    }
}

impl Onnx {
    /// Loads the graphs. Takes a few dozen milliseconds, most of it for laying out the weights
    /// as the processor likes them.
    ///
    /// # Errors
    /// If a graph is not one that the runtime reads.
    pub fn load(graphs: Graphs) -> Result<Self, Error> {
        Ok(Onnx {
            encoder: Graph::load(
                "encoder",
                graphs.encoder,
                ["ids", "case", "quoted"],
                ["states", "cue", "name"],
            )?,
            arcs: Graph::load(
                "arcs",
                graphs.arcs,
                ["states", "at", "to", "distance", "neighbour"],
                ["scores"],
            )?,
            acts: Graph::load(
                "acts",
                graphs.acts,
                ["states", "at", "to", "content", "source"],
                ["acts"],
            )?,
        })
    }
}

impl Encoder for Onnx {
    fn tokens(&self, window: &Window) -> Result<TokenScores, Error> {
        let row = |values: &[i32]| {
            ValueOrView::from(NdTensor::from_data([1, values.len()], values.to_vec()))
        };
        let inputs = [row(&window.ids), row(&window.case), row(&window.quoted)];
        let [states, cues, names] = self.encoder.run(inputs)?;
        let name = self.encoder.name;
        Ok(TokenScores {
            cues: rows(cues, name)?,
            names: rows(names, name)?,
            states: floats(states, name)?,
        })
    }

    fn arcs(
        &self,
        window: &Window,
        tokens: &TokenScores,
        at: &[(usize, usize)],
    ) -> Result<Vec<Vec<[f32; ARC_LABELS]>>, Error> {
        let length = window.len();
        let (mut distance, mut neighbour) = (Vec::new(), Vec::new());
        for &(first, _) in at {
            for token in 0..length {
                distance.push(distance_bucket(token as i64 - first as i64));
                let lines = window.line[token] as i64 - window.line[first] as i64;
                neighbour.push(lines.clamp(-1, 1) as i32 + 1);
            }
        }
        let inputs = [
            tokens.states.view().into(),
            places(at.iter().map(|cue| cue.0)),
            places(at.iter().map(|cue| cue.1)),
            NdTensor::from_data([at.len(), length], distance).into(),
            NdTensor::from_data([at.len(), length], neighbour).into(),
        ];
        let [scores] = self.arcs.run(inputs)?;
        let scores: Vec<[f32; ARC_LABELS]> = rows(scores, self.arcs.name)?;
        Ok(scores.chunks(length).map(<[_]>::to_vec).collect())
    }

    fn acts(
        &self,
        tokens: &TokenScores,
        asked: &[Asked],
    ) -> Result<Vec<[f32; Act::ALL.len()]>, Error> {
        let length = tokens.cues.len();
        let marked = |pick: fn(&Asked) -> &[usize]| {
            let mut mask = vec![0.0f32; asked.len() * length];
            for (row, one) in asked.iter().enumerate() {
                for &token in pick(one) {
                    mask[row * length + token] = 1.0;
                }
            }
            ValueOrView::from(NdTensor::from_data([asked.len(), length], mask))
        };
        let inputs = [
            tokens.states.view().into(),
            places(asked.iter().map(|one| one.cue.0)),
            places(asked.iter().map(|one| one.cue.1)),
            marked(|one| &one.content),
            marked(|one| &one.source),
        ];
        let [scores] = self.acts.run(inputs)?;
        rows(scores, self.acts.name)
    }
}

/// Token numbers as the graphs take them.
fn places(tokens: impl Iterator<Item = usize>) -> ValueOrView<'static> {
    let places: Vec<i32> = tokens.map(|token| token as i32).collect();
    ValueOrView::from(NdTensor::from_data([places.len()], places))
}

/// An output whose last axis has `N` entries, as rows of these.
fn rows<const N: usize>(value: Value, graph: &'static str) -> Result<Vec<[f32; N]>, Error> {
    let flat = floats(value, graph)?.to_vec();
    let (rows, rest) = flat.as_chunks::<N>();
    if rest.is_empty() {
        Ok(rows.to_vec())
    } else {
        let reason = format!("an output of {} numbers is not in rows of {N}", flat.len());
        Err(Error::Run { graph, reason })
    }
}

fn floats(value: Value, graph: &'static str) -> Result<Tensor<f32>, Error> {
    value.try_into().map_err(|_| Error::Run {
        graph,
        reason: "an output is not of 32-bit floating point numbers".to_owned(),
    })
}

/// Signed distances as the network knows them: exact up to 4, then two steps for each doubling.
fn distance_bucket(distance: i64) -> i32 {
    let size = distance.unsigned_abs() as u32;
    let bucket = if size <= 4 {
        size as i32
    } else {
        // Twice the binary logarithm of size / 4, rounded down, without floating point:
        // floor(2 log2 s) = floor(log2 s²).
        4 + (u64::from(size).pow(2).ilog2() as i32 - 4)
    };
    bucket.min(BUCKETS / 2) * distance.signum() as i32 + BUCKETS / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_exact_when_near_and_coarse_when_far() {
        let buckets = [0, 1, 4, 5, 6, 8, 11, 16, 255].map(distance_bucket);
        assert_eq!(buckets, [16, 17, 20, 20, 21, 22, 22, 24, 31]);
        assert_eq!(distance_bucket(-6), 16 - (21 - 16));
    }
}
