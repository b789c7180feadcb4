//! The attribution model, from lines of text to attributions.

use gainsay_record::TextRange;
use serde::Deserialize;
use tokenizers::Tokenizer;

use crate::attribution::Attribution;
use crate::confidence::Calibration;
use crate::decode;
use crate::encoder::{Asked, Encoder, Graphs, Onnx};
use crate::error::Error;
use crate::name::{Name, names};
use crate::token::tokens;
use crate::window::cut;

static ENCODER: &[u8] = include_bytes!("../../../model/weights/encoder.onnx");
static ARCS: &[u8] = include_bytes!("../../../model/weights/arcs.onnx");
static ACTS: &[u8] = include_bytes!("../../../model/weights/acts.onnx");
static TOKENIZER: &[u8] = include_bytes!("../../../model/weights/tokenizer.json");
static DESCRIPTION: &[u8] = include_bytes!("../../../model/weights/model.json");

/// What `model.json` says of the weights beside it.
#[derive(Debug, Clone, Deserialize)]
struct Description {
    version: String,
    /// What is less sure (0 to 1) is not given.
    least_confidence: f32,
    calibration: Calibration,
}

/// Finds who is said to have said what.
///
/// Loading takes a few dozen milliseconds; one tagger then serves any number of threads.
pub struct Tagger<E = Onnx> {
    tokenizer: Tokenizer,
    encoder: E,
    description: Description,
}

impl Tagger<Onnx> {
    /// The model that ships with the program.
    ///
    /// # Errors
    /// If the weights that were compiled in are damaged.
    pub fn embedded() -> Result<Self, Error> {
        Tagger::with_encoder(Onnx::load(Graphs { encoder: ENCODER, arcs: ARCS, acts: ACTS })?)
    }
}

impl<E: Encoder> Tagger<E> {
    /// The shipped tokenizer and decoder around another network.
    ///
    /// # Errors
    /// If the tokenizer or the description that were compiled in are damaged.
    pub fn with_encoder(encoder: E) -> Result<Self, Error> {
        let tokenizer = Tokenizer::from_bytes(TOKENIZER).map_err(Error::Tokenizer)?;
        let description = serde_json::from_slice(DESCRIPTION).map_err(Error::Description)?;
        Ok(Tagger { tokenizer, encoder, description })
    }

    /// Name and version, as the record states them: `model 0.1.0`.
    pub fn version(&self) -> String {
        format!("model {}", self.description.version)
    }

    /// How many tokens of the network's vocabulary these lines have.
    ///
    /// # Errors
    /// If the tokenizer fails.
    pub fn count_tokens(&self, text: &str, lines: &[TextRange]) -> Result<usize, Error> {
        let mut count = 0;
        for &line in lines {
            count += tokens(&self.tokenizer, text, line)?.len();
        }
        Ok(count)
    }

    /// What an article says: its attributions in the order of their cues, and its names in text
    /// order. `lines` are the ranges of `text` to be read, in order; what lies outside them is not
    /// seen.
    ///
    /// # Errors
    /// If the network fails, which no text can cause.
    pub fn read(&self, text: &str, lines: &[TextRange]) -> Result<Reading, Error> {
        let mut read = Vec::with_capacity(lines.len());
        for &line in lines {
            read.push(tokens(&self.tokenizer, text, line)?);
        }
        let mut reading = Reading::default();
        for window in cut(&read) {
            let scores = self.encoder.tokens(&window)?;
            reading.names.extend(names(text, &window, &scores.names));
            let cues = decode::cues(&window, &scores.cues);
            if cues.is_empty() {
                continue;
            }
            let at: Vec<(usize, usize)> = cues.iter().map(|cue| (cue.first, cue.last)).collect();
            let arcs = self.encoder.arcs(&window, &scores, &at)?;
            let found: Vec<(decode::Found, f32)> = cues
                .iter()
                .zip(&arcs)
                .filter_map(|(&cue, scores)| decode::attribution(&window, cue, scores))
                .map(|found| {
                    let confidence = self.description.calibration.confidence(&found);
                    (found, confidence)
                })
                .filter(|(_, confidence)| *confidence >= self.description.least_confidence)
                .collect();
            if found.is_empty() {
                continue;
            }
            let asked: Vec<Asked> = found.iter().map(|(found, _)| found.asked.clone()).collect();
            let acts = self.encoder.acts(&scores, &asked)?;
            reading.attributions.extend(found.into_iter().zip(acts).map(
                |((found, confidence), acts)| Attribution {
                    confidence,
                    source: found.source.into_iter().collect(),
                    cue: vec![found.cue],
                    content: found.content,
                    acts: Some(decode::softmax(acts)),
                    targets: found.targets,
                },
            ));
        }
        Ok(reading)
    }
}

/// What the model finds in one article.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// Who is said to have said what, in the order of the cues.
    pub attributions: Vec<Attribution>,
    /// Names, in text order.
    pub names: Vec<Name>,
}
