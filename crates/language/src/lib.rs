//! What can be read off the words of one article: subword tokens, and by the model who is said to
//! have said what.
//!
//! The walk is [`tokens`](crate) → windows → encoder → decoder:
//!
//! 1. each line of the article becomes tokens with features (case, inside quotation marks);
//! 2. lines are packed into windows of at most 256 tokens;
//! 3. the [`Encoder`] gives each token a state and scores for being a cue and a name, and for each
//!    cue scores for every token of the window: its source, its content, or neither; whom it is
//!    aimed at;
//! 4. the decoder turns scores into [`Attribution`]s and [`Name`]s, and the encoder is asked for the
//!    act of each.
//!
//! [`Tagger`] does all four. It holds the weights that ship with the program; nothing is read from
//! disk and nothing is fetched.

mod attribution;
mod confidence;
mod decode;
mod encoder;
mod error;
mod name;
mod quotes;
mod tagger;
mod token;
mod window;

pub use attribution::Attribution;
pub use encoder::{Asked, Encoder, Graphs, Onnx, TokenScores};
pub use error::Error;
pub use name::{Name, NameKind};
pub use tagger::{Reading, Tagger};
pub use window::Window;
