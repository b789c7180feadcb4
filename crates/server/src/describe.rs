//! The interface described: OpenAPI, generated from the code.

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};
use utoipa::OpenApi;

use crate::answer::fresh;
use crate::{add, corrections, pages, statements};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Gainsay explorer",
        version = "1",
        description = "Who said what about whom, and who denied it. Served to this machine only; \
                        offsets and lengths are Unicode code points. Every error has one shape, \
                        `ErrorBody`. The token `next` of a page, sent as `after`, gives the page \
                        after it, and means nothing elsewhere. Limits are in `/meta.json`."
    ),
    paths(
        pages::meta,
        pages::overview,
        statements::statements,
        statements::statements_csv,
        statements::statements_jsonl,
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

/// What is sent to the server may lack what is left unsaid.
const SENT: [&str; 4] = ["Asked", "Pasted", "SpeakerAsked", "UndoAsked"];

/// The OpenAPI document, as the server gives it.
pub fn openapi() -> Value {
    let mut document = serde_json::to_value(Description::openapi()).unwrap_or_default();
    let schemas = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut);
    for (name, schema) in schemas.into_iter().flatten() {
        if !SENT.contains(&name.as_str()) {
            require_all(schema);
        }
    }
    let paths = document.pointer_mut("/paths").and_then(Value::as_object_mut);
    for methods in paths.into_iter().flatten().filter_map(|(_, path)| path.as_object_mut()) {
        for operation in methods.values_mut() {
            operation["responses"]["default"] = json!({
                "description": "What went wrong, and what is safe.",
                "content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/ErrorBody"}}},
            });
        }
    }
    document
}

/// No answer leaves a key out: what is unknown is `null`.
fn require_all(schema: &mut Value) {
    match schema {
        Value::Object(parts) => {
            let keys = parts.get("properties").and_then(Value::as_object).map(|properties| {
                properties.keys().cloned().map(Value::String).collect::<Vec<_>>()
            });
            if let Some(keys) = keys {
                parts.insert("required".to_owned(), Value::Array(keys));
            }
            parts.values_mut().for_each(require_all);
        }
        Value::Array(parts) => parts.iter_mut().for_each(require_all),
        _ => {}
    }
}

pub(crate) async fn document() -> Response {
    fresh(StatusCode::OK, &openapi())
}
