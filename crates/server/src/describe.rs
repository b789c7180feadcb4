//! The interface described: OpenAPI, generated from the code.

use axum::http::StatusCode;
use axum::response::Response;
use utoipa::OpenApi;

use crate::answer::fresh;
use crate::{add, corrections, pages};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Gainsay explorer",
        version = "1",
        description = "Who said what about whom, and who denied it. Served to this machine only; \
                        offsets and lengths are Unicode code points."
    ),
    paths(
        pages::meta,
        pages::overview,
        pages::statements,
        pages::statements_csv,
        pages::statements_jsonl,
        pages::statement,
        pages::parties,
        pages::party,
        pages::articles,
        pages::article,
        pages::echoes,
        pages::echo,
        pages::stories,
        pages::story,
        pages::allegations,
        pages::allegation,
        pages::sourcing,
        pages::corrections,
        pages::corrections_jsonl,
        corrections::correct,
        corrections::undo,
        corrections::apply,
        add::add,
        add::jobs,
        add::job,
        add::stop
    )
)]
struct Description;

/// The OpenAPI document, as the server gives it.
pub fn openapi() -> serde_json::Value {
    serde_json::to_value(Description::openapi()).unwrap_or_default()
}

pub(crate) async fn document() -> Response {
    fresh(StatusCode::OK, &openapi())
}
