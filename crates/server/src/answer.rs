//! Data as an answer.

use std::sync::Arc;

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use gainsay_dossier::explore::Explore;
use serde::Serialize;

use crate::error::Problem;
use crate::params::Params;
use crate::routes::App;

/// A whole answer: its type, its bytes, and the name it is to be saved under, if any.
pub(crate) struct Answer {
    pub kind: &'static str,
    pub body: Vec<u8>,
    pub save_as: Option<&'static str>,
}

impl Answer {
    pub fn json(value: &impl Serialize) -> Result<Answer, Problem> {
        let body =
            serde_json::to_vec(value).map_err(|error| Problem::internal(error.to_string()))?;
        Ok(Answer { kind: "application/json", body, save_as: None })
    }
}

/// Answers with what `draw` makes of the dossier as it is, or with "not modified" where the asker
/// has that already.
pub(crate) async fn read(
    app: Arc<App>,
    request: Request,
    draw: impl FnOnce(Explore<'_>, &App, &Params) -> Result<Answer, Problem> + Send + 'static,
) -> Response {
    let params = match params(&request) {
        Ok(params) => params,
        Err(problem) => return problem.into_response(),
    };
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let drawn = blocking(move || {
        app.pool.with(|explore| {
            let tag = format!("W/\"{:x}-{}\"", explore.ledger.revision, env!("CARGO_PKG_VERSION"));
            if known.is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
                return Ok((tag, None));
            }
            draw(explore, &app, &params).map(|answer| (tag, Some(answer)))
        })
    });
    let (tag, answer) = match drawn.await {
        Ok(drawn) => drawn,
        Err(problem) => return problem.into_response(),
    };
    let mut response = match answer {
        None => StatusCode::NOT_MODIFIED.into_response(),
        Some(answer) => respond(StatusCode::OK, answer),
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}

/// An answer that is never kept: what was just done, how far a job is.
pub(crate) fn fresh(status: StatusCode, value: &impl Serialize) -> Response {
    match Answer::json(value) {
        Ok(answer) => {
            let mut response = respond(status, answer);
            let no_store = HeaderValue::from_static("no-store");
            response.headers_mut().insert(header::CACHE_CONTROL, no_store);
            response
        }
        Err(problem) => problem.into_response(),
    }
}

fn respond(status: StatusCode, answer: Answer) -> Response {
    let mut response = (status, answer.body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(answer.kind));
    if let Some(name) = answer.save_as {
        let value = format!("attachment; filename=\"{name}\"");
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(header::CONTENT_DISPOSITION, value);
        }
    }
    response
}

/// Runs what waits for the disk where it holds up nobody else.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(_) => Err(Problem::internal(
            "the explorer met something that it was not made for; nothing was changed",
        )),
    }
}

/// The parameters of a request.
pub(crate) fn params(request: &Request) -> Result<Params, Problem> {
    match axum::extract::Query::<Vec<(String, String)>>::try_from_uri(request.uri()) {
        Ok(query) => Ok(Params(query.0)),
        Err(error) => Err(Problem::new(400, "bad_parameter", error.to_string())),
    }
}
