//! Which address is answered by whom.

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use crate::add::{self, Jobs};
use crate::error::{Error, Problem};
use crate::guard::{Guard, guard};
use crate::pool::Pool;
use crate::{Settings, assets, corrections, describe, pages, statements};

/// What every request shares.
pub(crate) struct App {
    pub pool: Pool,
    pub read_only: bool,
    pub jobs: Option<Jobs>,
    pub now: fn() -> String,
}

impl App {
    /// The dossier's file name.
    pub fn name(&self) -> String {
        let name = self.pool.path().file_name();
        name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }
}

/// The explorer for a server on this port of the loopback address.
///
/// # Errors
/// If the dossier cannot be opened.
pub fn router(settings: Settings, port: u16) -> Result<Router, Error> {
    let Settings { dossier, read_only, extract, now } = settings;
    let jobs =
        extract.filter(|_| !read_only).map(|extract| Jobs::start(PathBuf::from(&dossier), extract));
    let app = Arc::new(App { pool: Pool::new(dossier)?, read_only, jobs, now });
    let guarded = Arc::new(Guard::new(port, read_only));
    Ok(Router::new()
        .route("/meta.json", get(pages::meta))
        .route("/overview.json", get(pages::overview))
        .route("/statements.json", get(statements::statements))
        .route("/statements.csv", get(statements::statements_csv))
        .route("/statements.jsonl", get(statements::statements_jsonl))
        .route("/statements/{file}", get(pages::statement))
        .route("/parties.json", get(pages::parties))
        .route("/parties/{file}", get(pages::party))
        .route("/articles.json", get(pages::articles))
        .route("/articles", post(add::add).get(page))
        .route("/articles/{file}", get(pages::article))
        .route("/echoes.json", get(pages::echoes))
        .route("/echoes/{file}", get(pages::echo))
        .route("/stories.json", get(pages::stories))
        .route("/stories/{file}", get(pages::story))
        .route("/allegations.json", get(pages::allegations))
        .route("/allegations/{file}", get(pages::allegation))
        .route("/sourcing.json", get(pages::sourcing))
        .route("/corrections.json", get(pages::corrections))
        .route("/corrections.jsonl", get(pages::corrections_jsonl))
        .route("/corrections", post(corrections::correct).get(page))
        .route("/corrections/apply", post(corrections::apply))
        .route("/corrections/{number}/undo", post(corrections::undo))
        .route("/jobs.json", get(add::jobs))
        .route("/jobs/{file}", get(add::job))
        .route("/jobs/{number}/stop", post(add::stop))
        .route("/openapi.json", get(describe::document))
        .fallback(page)
        .with_state(app)
        .layer(middleware::from_fn_with_state(guarded, guard)))
}

/// A page or a file of the front end.
async fn page(State(_): State<Arc<App>>, request: Request) -> Response {
    if request.method() == axum::http::Method::POST {
        return Problem::new(404, "not_found", "nothing can be written here").into_response();
    }
    let path = request.uri().path();
    if path.ends_with(".json") {
        return Problem::not_found("page").into_response();
    }
    assets::serve(path)
}
