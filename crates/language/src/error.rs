//! What can go wrong with the model.

/// What can go wrong when the model is loaded or run. None of it depends on the article: an error
/// here is a fault of the build or of the weights.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The tokenizer's vocabulary cannot be read.
    #[error("the tokenizer of the model cannot be read: {0}")]
    Tokenizer(#[source] tokenizers::Error),
    /// The description of the weights cannot be read.
    #[error("the description of the model (model.json) cannot be read: {0}")]
    Description(#[source] serde_json::Error),
    /// A graph cannot be loaded.
    #[error("the graph {graph} of the model cannot be loaded: {source}")]
    Load {
        /// Which of the graphs.
        graph: &'static str,
        /// What the runtime says.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A graph failed while it ran.
    #[error("the graph {graph} of the model failed: {reason}")]
    Run {
        /// Which of the graphs.
        graph: &'static str,
        /// What the runtime says.
        reason: String,
    },
}
