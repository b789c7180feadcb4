//! What can be read off the words of one article: subword tokens, and by the model who is said to
//! have said what.
//!
//! The walk is [`tokens`](crate) → windows → encoder → decoder:
//!
//! 1. each line of the article becomes tokens with features (case, inside quotation marks);
//! 2. lines are packed into windows of at most 256 tokens;
//! 3. the [`Encoder`] gives each token a state and a score for being a cue, and for each cue scores
//!    for every token of the window: its source, its content, or neither;
//! 4. the decoder turns scores into [`Attribution`]s.
//!
//! [`Tagger`] does all four. It holds the weights that ship with the program; nothing is read from
//! disk and nothing is fetched.

mod attribution;
mod confidence;
mod decode;
mod encoder;
mod error;
mod quotes;
mod tagger;
mod token;
mod window;

pub use attribution::Attribution;
pub use encoder::{CueScores, Encoder, Onnx};
pub use error::Error;
pub use tagger::Tagger;
pub use window::Window;
