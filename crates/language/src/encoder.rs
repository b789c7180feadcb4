//! The network behind a small trait, so that another runtime can take its place.

use std::sync::Arc;

use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool, Value, ValueOrView};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, Tensor};

use crate::error::Error;
use crate::window::Window;

/// Signed distances between cue and token are told apart in this many steps.
const BUCKETS: i32 = 33;

/// What the network gives each token of a window before any cue is chosen.
#[derive(Debug, Clone)]
pub struct CueScores {
    /// Scores of no cue, first token of a cue, further token of a cue: `[tokens][3]`.
    pub scores: Vec<[f32; 3]>,
    /// The states of the tokens, opaque outside the encoder: `[1, tokens, width]`.
    states: Tensor<f32>,
}

/// A network that finds cues and reads around them.
pub trait Encoder: Send + Sync {
    /// Scores every token of the window for being a cue.
    ///
    /// # Errors
    /// If the runtime fails.
    fn cues(&self, window: &Window) -> Result<CueScores, Error>;

    /// For each cue, given as its first and last token, scores every token of the window for being
    /// neither, its source, or its content: `[cues][tokens][3]`.
    ///
    /// # Errors
    /// If the runtime fails.
    fn arcs(
        &self,
        window: &Window,
        cues: &CueScores,
        at: &[(usize, usize)],
    ) -> Result<Vec<Vec<[f32; 3]>>, Error>;
}

/// The network as two ONNX graphs, run by `rten` on the calling thread.
pub struct Onnx {
    encoder: Graph<3, 2>,
    arcs: Graph<5, 1>,
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
    /// Loads the two graphs. Takes a few dozen milliseconds, most of it for laying out the weights
    /// as the processor likes them.
    ///
    /// # Errors
    /// If a graph is not one that the runtime reads.
    pub fn load(encoder: &'static [u8], arcs: &'static [u8]) -> Result<Self, Error> {
        Ok(Onnx {
            encoder: Graph::load("encoder", encoder, ["ids", "case", "quoted"], ["states", "cue"])?,
            arcs: Graph::load(
                "arcs",
                arcs,
                ["states", "at", "to", "distance", "neighbour"],
                ["scores"],
            )?,
        })
    }
}

impl Encoder for Onnx {
    fn cues(&self, window: &Window) -> Result<CueScores, Error> {
        let row = |values: &[i32]| {
            ValueOrView::from(NdTensor::from_data([1, values.len()], values.to_vec()))
        };
        let inputs = [row(&window.ids), row(&window.case), row(&window.quoted)];
        let [states, cue] = self.encoder.run(inputs)?;
        let scores = floats(cue, self.encoder.name)?;
        let scores = triples(&scores.to_vec());
        Ok(CueScores { scores, states: floats(states, self.encoder.name)? })
    }

    fn arcs(
        &self,
        window: &Window,
        cues: &CueScores,
        at: &[(usize, usize)],
    ) -> Result<Vec<Vec<[f32; 3]>>, Error> {
        let tokens = window.len();
        let (mut distance, mut neighbour) = (Vec::new(), Vec::new());
        for &(first, _) in at {
            for token in 0..tokens {
                distance.push(distance_bucket(token as i64 - first as i64));
                let lines = window.line[token] as i64 - window.line[first] as i64;
                neighbour.push(lines.clamp(-1, 1) as i32 + 1);
            }
        }
        let list = |pick: fn(&(usize, usize)) -> usize| {
            let places: Vec<i32> = at.iter().map(|cue| pick(cue) as i32).collect();
            ValueOrView::from(NdTensor::from_data([at.len()], places))
        };
        let inputs = [
            cues.states.view().into(),
            list(|cue| cue.0),
            list(|cue| cue.1),
            NdTensor::from_data([at.len(), tokens], distance).into(),
            NdTensor::from_data([at.len(), tokens], neighbour).into(),
        ];
        let [scores] = self.arcs.run(inputs)?;
        let scores = triples(&floats(scores, self.arcs.name)?.to_vec());
        Ok(scores.chunks(tokens).map(<[_]>::to_vec).collect())
    }
}

fn floats(value: Value, graph: &'static str) -> Result<Tensor<f32>, Error> {
    value.try_into().map_err(|_| Error::Run {
        graph,
        reason: "an output is not of 32-bit floating point numbers".to_owned(),
    })
}

fn triples(flat: &[f32]) -> Vec<[f32; 3]> {
    flat.chunks_exact(3).map(|three| [three[0], three[1], three[2]]).collect()
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
