//! The explorer: a dossier over HTTP, to this machine alone, and as a folder of files.
//!
//! Beside every page lies its data (`/parties/ID` and `/parties/ID.json`); the front end, whose
//! built files are compiled in, uses nothing else. [`publish`] writes the same data as files.
//!
//! # What keeps it safe
//!
//! * It listens on the loopback address only, and answers only to that name ([`guard`]): a page
//!   elsewhere that has its own name point here is refused.
//! * No script or style is allowed but the explorer's own files. Article text travels as JSON and
//!   is never part of a page.
//! * Writes want a header that no foreign page can send without asking first, and nobody may ask.
//! * Every body, list and query has a limit ([`limits`]).
//!
//! The server knows no model and no clock: whoever starts it hands over both ([`Settings`]).
#![forbid(unsafe_code)]

mod add;
mod answer;
mod assets;
mod corrections;
mod describe;
mod error;
pub mod guard;
pub mod limits;
mod pages;
mod params;
mod pool;
mod publish;
mod routes;
mod statements;
mod table;

use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;

use gainsay_record::{Article, Statement};

pub use describe::openapi;
pub use error::Error;
pub use publish::{Published, publish};
pub use routes::router;

/// Finds the statements of articles that are added.
pub trait Extract: Send + Sync {
    /// The program and model, with their versions.
    ///
    /// # Errors
    /// In words, if the model cannot be loaded.
    fn made_by(&self) -> Result<String, String>;

    /// The statements of an article.
    ///
    /// # Errors
    /// In words, if the model fails.
    fn statements(&self, article: &Article) -> Result<Vec<Statement>, String>;
}

/// What the server needs to know.
#[derive(Clone)]
pub struct Settings {
    /// The dossier. It must be there.
    pub dossier: PathBuf,
    /// Whether writes are refused.
    pub read_only: bool,
    /// Reads articles that are added; none: they cannot be.
    pub extract: Option<Arc<dyn Extract>>,
    /// The time now, in ISO 8601 with its zone: for the log of corrections, nothing else.
    pub now: fn() -> String,
}

/// Serves until the process ends.
///
/// # Errors
/// If the dossier cannot be opened, or the listener is not on the loopback address.
pub fn serve(listener: TcpListener, settings: Settings) -> Result<(), Error> {
    let address = listener.local_addr().map_err(Error::Listen)?;
    if !address.ip().is_loopback() {
        return Err(Error::NotLoopback(address));
    }
    let app = router(settings, address.port())?;
    listener.set_nonblocking(true).map_err(Error::Listen)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_io()
        .build()
        .map_err(Error::Listen)?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).map_err(Error::Listen)?;
        axum::serve(listener, app).await.map_err(Error::Listen)
    })
}
