//! How much is taken and given at once.

/// Rows of a page at most, and where nothing is said.
pub const PAGE: usize = 200;
/// Rows of a page where nothing is said.
pub const USUAL_PAGE: usize = 50;
/// Rows of a download.
pub const DOWNLOAD_ROWS: usize = 100_000;
/// Bytes of a file that is added.
pub const UPLOAD_BYTES: usize = 64 << 20;
/// Bytes of a text that is pasted, with what is said of it.
pub const TEXT_BYTES: usize = 16 << 20;
/// Bytes of one correction.
pub const CORRECTION_BYTES: usize = 64 << 10;
/// Bytes of a log of corrections.
pub const LOG_BYTES: usize = 64 << 20;
/// Bytes of a query string.
pub const QUERY_BYTES: usize = 8 << 10;
/// Code points of `q`.
pub const QUERY_POINTS: usize = 1000;
/// Jobs remembered, and waiting.
pub const JOBS: usize = 64;
/// Results of a job that are kept.
pub const JOB_RESULTS: usize = 10_000;
/// Lanes of the overview.
pub const LANES: usize = 16;
/// Lanes where nothing is said.
pub const USUAL_LANES: usize = 8;
