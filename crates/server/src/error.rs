//! What can go wrong, in one shape.

use std::io;
use std::net::SocketAddr;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use gainsay_dossier::explore::{AskError, BadParameter};
use serde::Serialize;

/// Why the explorer cannot be started, or a folder not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The port cannot be listened on.
    #[error("cannot listen: {0}")]
    Listen(io::Error),
    /// Another machine could reach it.
    #[error("{0} is not a loopback address; the explorer serves this machine only")]
    NotLoopback(SocketAddr),
    /// The dossier is not as it should be.
    #[error(transparent)]
    Dossier(#[from] gainsay_dossier::Error),
    /// A file of the published folder cannot be written.
    #[error("{}: cannot be written: {source}", path.display())]
    Write {
        /// The file.
        path: std::path::PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// A file is too large for JSON, or something else that never happens.
    #[error("cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A page cannot be drawn.
    #[error("{0}")]
    Page(String),
    /// The folder holds something else.
    #[error("{}: the folder is not empty and holds no published dossier; nothing was written. \
             Give another one", .0.display())]
    NotEmpty(std::path::PathBuf),
    /// The program was built without its front end.
    #[error(
        "this gainsay was built without the explorer's pages (web/dist); build the front end \
             and the program again"
    )]
    NoPages,
}

/// What went wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// A word for programs.
    pub code: &'static str,
    /// A sentence for people: what happened, and what is safe.
    pub message: String,
    /// Which parameter or field.
    pub field: Option<String>,
    /// Where in it, in code points.
    pub at: Option<usize>,
    #[serde(skip)]
    pub(crate) status: u16,
}

/// The one shape of every error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct ErrorBody {
    /// What went wrong.
    pub error: Problem,
}

impl Problem {
    pub(crate) fn new(status: u16, code: &'static str, message: impl Into<String>) -> Self {
        Problem { code, message: message.into(), field: None, at: None, status }
    }

    pub(crate) fn parameter(field: &str, message: impl Into<String>) -> Self {
        let field = Some(field.to_owned());
        Problem { field, ..Problem::new(400, "bad_parameter", message) }
    }

    pub(crate) fn not_found(what: &str) -> Self {
        Problem::new(404, "not_found", format!("there is no such {what} in this dossier"))
    }

    pub(crate) fn body(message: impl Into<String>) -> Self {
        Problem::new(400, "bad_body", message)
    }

    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Problem::new(422, "invalid", message)
    }

    pub(crate) fn too_large(most: usize) -> Self {
        let message = format!("too large: at most {most} bytes; nothing was changed");
        Problem::new(413, "too_large", message)
    }

    pub(crate) fn internal(message: impl Into<String>) -> Self {
        Problem::new(500, "internal", message)
    }
}

impl From<gainsay_dossier::Error> for Problem {
    fn from(error: gainsay_dossier::Error) -> Self {
        use gainsay_dossier::Error as E;
        let message = error.to_string();
        match error {
            E::Uncorrected { .. } => Problem::new(409, "conflict", message),
            E::Busy { .. } => Problem::new(503, "busy", message),
            E::ReadOnly { .. } => Problem::new(403, "read_only", message),
            _ => Problem::internal(message),
        }
    }
}

impl From<BadParameter> for Problem {
    fn from(bad: BadParameter) -> Self {
        AskError::from(bad).into()
    }
}

impl From<AskError> for Problem {
    fn from(error: AskError) -> Self {
        match error {
            AskError::Parameter(bad) if bad.field == "after" => Problem {
                field: Some("after".to_owned()),
                ..Problem::new(400, "bad_token", bad.message)
            },
            AskError::Parameter(bad) => Problem::parameter(bad.field, bad.message),
            AskError::Dossier(error) => error.into(),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&ErrorBody { error: self }).unwrap_or_default();
        let headers =
            [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
        (status, headers, body).into_response()
    }
}
