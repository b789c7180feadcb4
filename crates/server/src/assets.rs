//! The front end, compiled in.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use crate::error::Problem;

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Files;

/// The page that every address of the front end begins with.
pub(crate) const INDEX: &str = "index.html";

/// What the address of a published page begins with, and that of a served one.
pub(crate) const BASES: [&str; 2] = ["<base href=\"./\">", "<base href=\"/\">"];

/// One built file.
pub(crate) fn file(path: &str) -> Option<Vec<u8>> {
    Files::get(path).map(|file| file.data.into_owned())
}

/// Every built file, by path.
pub(crate) fn all() -> Vec<String> {
    let mut paths: Vec<String> = Files::iter().map(|path| path.into_owned()).collect();
    paths.sort();
    paths
}

/// A file of the front end, or the page itself for its own addresses.
pub(crate) fn serve(path: &str) -> Response {
    let name = path.trim_start_matches('/');
    // The last part of a route has no ending; whatever has one is a file, and there or not.
    let ending = name.rsplit('/').next().and_then(|last| last.rsplit_once('.')).map(|(_, e)| e);
    let name = if ending.is_none() { INDEX } else { name };
    let Some(body) = file(name) else {
        return match ending {
            None => Problem::new(
                404,
                "not_found",
                "this gainsay was built without the explorer's pages; its data are at /meta.json",
            ),
            Some(_) => Problem::not_found("file"),
        }
        .into_response();
    };
    let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    };
    // Built files carry a hash of their content in their names; the page does not.
    let keep = if name.starts_with("assets/") { "max-age=31536000, immutable" } else { "no-cache" };
    let mut response = (StatusCode::OK, body).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    response
}
