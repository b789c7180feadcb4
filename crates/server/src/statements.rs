//! Statements: the list with its filters, and the same as a table and as lines.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::response::Response;
use gainsay_dossier::explore::{Explore, Filter, Statements, query};

use crate::answer::{Answer, read};
use crate::error::{ErrorBody, Problem};
use crate::params::Params;
use crate::routes::App;
use crate::table;

type Shared = State<Arc<App>>;

/// What can be asked of statements, for the description of the interface; [`Params::filter`] reads
/// it.
#[derive(utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "it is described, not made")]
pub(crate) struct Asked {
    /// A query as `gainsay search` takes it: words, "a phrase", by:, act:, said: …
    q: Option<String>,
    /// Parties by id, with those who speak for them.
    party: Option<Vec<String>>,
    /// Parties by id, without.
    speaker: Option<Vec<String>>,
    /// Whom it is aimed at, by id.
    target: Option<Vec<String>>,
    act: Option<Vec<String>>,
    form: Option<Vec<String>>,
    mode: Option<Vec<String>>,
    sourcing: Option<Vec<String>>,
    zone: Option<Vec<String>>,
    outlet: Option<Vec<String>>,
    article: Option<String>,
    echo: Option<String>,
    story: Option<String>,
    /// The first day, month or year.
    from: Option<String>,
    /// The last.
    to: Option<String>,
    /// 1: those that nobody can date.
    undated: Option<u8>,
    /// 1: those that a person flagged.
    flagged: Option<u8>,
    /// 1: those that a person corrected.
    corrected: Option<u8>,
    /// 1: charges that nobody answers.
    unanswered: Option<u8>,
    /// `said`, `published`, `speaker`, `outlet`, `confidence`, `act`; with `-` the other way round.
    sort: Option<String>,
    /// 0: without the counts of each filter.
    facets: Option<u8>,
}

const ASKED: [&str; 21] = [
    "q",
    "party",
    "speaker",
    "target",
    "act",
    "form",
    "mode",
    "sourcing",
    "zone",
    "outlet",
    "article",
    "echo",
    "story",
    "from",
    "to",
    "undated",
    "flagged",
    "corrected",
    "unanswered",
    "sort",
    "facets",
];

/// The statements that pass the filters, a page at a time, with facets.
#[utoipa::path(get, path = "/statements.json",
    params(Asked, ("limit" = Option<usize>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = Statements), (status = 400, body = ErrorBody)))]
pub(crate) async fn statements(State(app): Shared, request: Request) -> Response {
    read(app, request, |explore, _, params| {
        params.only(&[&ASKED[..], &["limit", "after"]].concat())?;
        let filter = asked(explore, params)?;
        let with_facets = params.one("facets")? != Some("0");
        let mut page = explore.statements(&filter, &params.paging("said")?, with_facets)?;
        params.query()?.clone_into(&mut page.query);
        explore.mark_hits(&query(params.query()?)?, &mut page.rows)?;
        Answer::json(&page)
    })
    .await
}

/// The filter of a request, with what its query finds.
fn asked(explore: Explore<'_>, params: &Params) -> Result<Filter, Problem> {
    let text = params.query()?;
    let found = if text.is_empty() { None } else { Some(explore.find(&query(text)?)?) };
    Ok(Filter { found, ..params.filter()? })
}

/// The same statements as a table.
#[utoipa::path(get, path = "/statements.csv", params(Asked),
    responses((status = 200, content_type = "text/csv", body = String),
              (status = 400, body = ErrorBody), (status = 413, body = ErrorBody)))]
pub(crate) async fn statements_csv(State(app): Shared, request: Request) -> Response {
    read(app, request, |explore, _, params| table::csv(explore, &selected(explore, params)?)).await
}

/// The same statements as JSON Lines.
#[utoipa::path(get, path = "/statements.jsonl", params(Asked),
    responses((status = 200, content_type = "application/jsonl", body = String),
              (status = 400, body = ErrorBody), (status = 413, body = ErrorBody)))]
pub(crate) async fn statements_jsonl(State(app): Shared, request: Request) -> Response {
    read(app, request, |explore, _, params| table::jsonl(explore, &selected(explore, params)?))
        .await
}

fn selected(explore: Explore<'_>, params: &Params) -> Result<Vec<u32>, Problem> {
    params.only(&ASKED)?;
    let sort = params.word("sort")?.unwrap_or("said");
    Ok(explore.select(&asked(explore, params)?, sort)?)
}
