//! What can be read off the words of one article: sentences, tokens, attributions.

mod attribution;

pub use attribution::Attribution;
