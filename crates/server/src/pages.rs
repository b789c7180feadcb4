//! The data of every page.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::response::Response;
use gainsay_dossier::explore::{
    ACTS, AllegationFilter, AllegationPage, AllegationRow, ArticleFilter, ArticlePage, ArticleRow,
    Card, EchoPage, EchoRow, Explore, List, Log, Overview, PartyFilter, PartyPage, PartyRow,
    SourcingPage, StoryPage, StoryRow,
};
use serde::Serialize;

use crate::answer::{Answer, read};
use crate::assets;
use crate::error::{ErrorBody, Problem};
use crate::limits;
use crate::routes::App;

type Shared = State<Arc<App>>;

/// What the explorer is looking at.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
#[allow(missing_docs)]
pub struct Meta {
    /// The dossier's file name.
    pub name: String,
    /// The program.
    pub version: &'static str,
    /// The version of this interface.
    pub api: u32,
    /// Whether these are files of a published folder.
    pub published: bool,
    /// Whether writes are refused.
    pub read_only: bool,
    /// Changes whenever the dossier does.
    pub revision: String,
    pub counts: gainsay_dossier::explore::Sizes,
    pub acts: [&'static str; 11],
    pub limits: Limits,
}

/// How much is taken and given at once.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
#[allow(missing_docs)]
pub struct Limits {
    pub page: usize,
    pub csv_rows: usize,
    pub marks: usize,
    pub upload_bytes: usize,
    pub text_bytes: usize,
    pub correction_bytes: usize,
    pub query: usize,
    pub jobs: usize,
}

pub(crate) fn meta_of(
    explore: Explore<'_>,
    name: String,
    published: bool,
    read_only: bool,
) -> Result<Meta, Problem> {
    Ok(Meta {
        name,
        version: env!("CARGO_PKG_VERSION"),
        api: 1,
        published,
        read_only,
        revision: format!("{:x}", explore.ledger.revision),
        counts: explore.sizes(),
        acts: ACTS,
        limits: Limits {
            page: limits::PAGE,
            csv_rows: limits::DOWNLOAD_ROWS,
            marks: gainsay_dossier::explore::MOST_MARKS,
            upload_bytes: limits::UPLOAD_BYTES,
            text_bytes: limits::TEXT_BYTES,
            correction_bytes: limits::CORRECTION_BYTES,
            query: limits::QUERY_POINTS,
            jobs: limits::JOBS,
        },
    })
}

/// What the explorer is looking at.
#[utoipa::path(get, path = "/meta.json", responses((status = 200, body = Meta)))]
pub(crate) async fn meta(State(app): Shared, request: Request) -> Response {
    read(app, request, |explore, app, params| {
        params.only(&[])?;
        Answer::json(&meta_of(explore, app.name(), false, app.read_only)?)
    })
    .await
}

/// The one picture: lanes, marks, arcs.
#[utoipa::path(get, path = "/overview.json",
    params(("from" = Option<String>, Query, description = "a day, month or year"),
           ("to" = Option<String>, Query), ("act" = Option<Vec<String>>, Query),
           ("party" = Option<Vec<String>>, Query), ("lanes" = Option<usize>, Query)),
    responses((status = 200, body = Overview), (status = 400, body = ErrorBody)))]
pub(crate) async fn overview(State(app): Shared, request: Request) -> Response {
    read(app, request, |explore, _, params| {
        params.only(&["from", "to", "act", "party", "lanes"])?;
        Answer::json(&explore.overview(&params.view()?)?)
    })
    .await
}

/// Answers with one thing, or with the page of the front end where the address has no `.json`.
async fn one<T: Serialize>(
    app: Arc<App>,
    file: String,
    request: Request,
    what: &'static str,
    find: impl FnOnce(Explore<'_>, &str) -> Result<Option<T>, Problem> + Send + 'static,
) -> Response {
    let Some(id) = file.strip_suffix(".json").map(str::to_owned) else {
        return assets::serve(request.uri().path());
    };
    read(app, request, move |explore, _, params| {
        params.only(&[])?;
        let found = find(explore, &id)?.ok_or_else(|| Problem::not_found(what))?;
        Answer::json(&found)
    })
    .await
}

/// A statement's card.
#[utoipa::path(get, path = "/statements/{id}.json", params(("id" = String, Path)),
    responses((status = 200, body = Card), (status = 404, body = ErrorBody)))]
pub(crate) async fn statement(
    State(app): Shared,
    Path(file): Path<String>,
    request: Request,
) -> Response {
    one(app, file, request, "statement", |explore, id| Ok(explore.card(id)?)).await
}

/// Parties, most statements first.
#[utoipa::path(get, path = "/parties.json",
    params(("q" = Option<String>, Query), ("kind" = Option<String>, Query),
           ("sort" = Option<String>, Query), ("limit" = Option<usize>, Query),
           ("after" = Option<String>, Query)),
    responses((status = 200, body = List<PartyRow>), (status = 400, body = ErrorBody)))]
pub(crate) async fn parties(State(app): Shared, request: Request) -> Response {
    read(app, request, |explore, _, params| {
        params.only(&["q", "kind", "sort", "limit", "after"])?;
        let name = Some(params.query()?).filter(|q| !q.is_empty()).map(str::to_owned);
        let kind = params.word("kind")?.map(str::to_owned);
        let paging = params.paging("statements")?;
        if !["statements", "name"].contains(&paging.sort.as_str()) {
            return Err(Problem::parameter("sort", "parties are sorted by statements or name"));
        }
        Answer::json(&explore.parties(&PartyFilter { name, kind }, &paging)?)
    })
    .await
}

/// A party's page.
#[utoipa::path(get, path = "/parties/{id}.json", params(("id" = String, Path)),
    responses((status = 200, body = PartyPage), (status = 404, body = ErrorBody)))]
pub(crate) async fn party(
    State(app): Shared,
    Path(file): Path<String>,
    request: Request,
) -> Response {
    one(app, file, request, "party", |explore, id| Ok(explore.party(id)?)).await
}

/// Articles by date of publication.
#[utoipa::path(get, path = "/articles.json",
    params(("outlet" = Option<String>, Query), ("story" = Option<String>, Query),
           ("q" = Option<String>, Query), ("limit" = Option<usize>, Query),
           ("after" = Option<String>, Query)),
    responses((status = 200, body = List<ArticleRow>), (status = 400, body = ErrorBody)))]
pub(crate) async fn articles(State(app): Shared, request: Request) -> Response {
    read(app, request, |explore, _, params| {
        params.only(&["outlet", "story", "q", "limit", "after"])?;
        let asked = ArticleFilter {
            outlet: params.one("outlet")?.map(str::to_owned),
            story: params.word("story")?.map(str::to_owned),
            title: Some(params.query()?).filter(|q| !q.is_empty()).map(str::to_owned),
        };
        Answer::json(&explore.articles(&asked, &params.paging("")?)?)
    })
    .await
}

/// An article with its text and statements.
#[utoipa::path(get, path = "/articles/{id}.json", params(("id" = String, Path)),
    responses((status = 200, body = ArticlePage), (status = 404, body = ErrorBody)))]
pub(crate) async fn article(
    State(app): Shared,
    Path(file): Path<String>,
    request: Request,
) -> Response {
    one(app, file, request, "article", |explore, id| Ok(explore.article(id)?)).await
}

/// Utterances that were told more than once.
#[utoipa::path(get, path = "/echoes.json",
    params(("limit" = Option<usize>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = List<EchoRow>), (status = 400, body = ErrorBody)))]
pub(crate) async fn echoes(State(app): Shared, request: Request) -> Response {
    read(app, request, |explore, _, params| {
        params.only(&["limit", "after"])?;
        Answer::json(&explore.echoes(&params.paging("")?)?)
    })
    .await
}

/// One utterance through the papers.
#[utoipa::path(get, path = "/echoes/{id}.json", params(("id" = String, Path)),
    responses((status = 200, body = EchoPage), (status = 404, body = ErrorBody)))]
pub(crate) async fn echo(
    State(app): Shared,
    Path(file): Path<String>,
    request: Request,
) -> Response {
    one(app, file, request, "echo", |explore, id| Ok(explore.echo(id)?)).await
}

/// Happenings that several articles tell of.
#[utoipa::path(get, path = "/stories.json",
    params(("limit" = Option<usize>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = List<StoryRow>), (status = 400, body = ErrorBody)))]
pub(crate) async fn stories(State(app): Shared, request: Request) -> Response {
    read(app, request, |explore, _, params| {
        params.only(&["limit", "after"])?;
        Answer::json(&explore.stories(&params.paging("")?)?)
    })
    .await
}

/// A story with its articles.
#[utoipa::path(get, path = "/stories/{id}.json", params(("id" = String, Path)),
    responses((status = 200, body = StoryPage), (status = 404, body = ErrorBody)))]
pub(crate) async fn story(
    State(app): Shared,
    Path(file): Path<String>,
    request: Request,
) -> Response {
    one(app, file, request, "story", |explore, id| Ok(explore.story(id))).await
}

/// Contested claims.
#[utoipa::path(get, path = "/allegations.json",
    params(("party" = Option<String>, Query), ("state" = Option<String>, Query),
           ("limit" = Option<usize>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = List<AllegationRow>), (status = 400, body = ErrorBody)))]
pub(crate) async fn allegations(State(app): Shared, request: Request) -> Response {
    read(app, request, |explore, _, params| {
        params.only(&["party", "state", "limit", "after"])?;
        let state = params.word("state")?.map(str::to_owned);
        if state.as_ref().is_some_and(|s| !["unanswered", "denied", "admitted"].contains(&&**s)) {
            let message = "an allegation is unanswered, denied or admitted";
            return Err(Problem::parameter("state", message));
        }
        let party = params.word("party")?.map(str::to_owned);
        let asked = AllegationFilter { party, state };
        Answer::json(&explore.allegations(&asked, &params.paging("")?)?)
    })
    .await
}

/// An allegation: who asserts, denies, admits it, and when.
#[utoipa::path(get, path = "/allegations/{id}.json", params(("id" = String, Path)),
    responses((status = 200, body = AllegationPage), (status = 404, body = ErrorBody)))]
pub(crate) async fn allegation(
    State(app): Shared,
    Path(file): Path<String>,
    request: Request,
) -> Response {
    one(app, file, request, "allegation", |explore, id| Ok(explore.allegation(id)?)).await
}

/// How outlets name their sources.
#[utoipa::path(get, path = "/sourcing.json", responses((status = 200, body = SourcingPage)))]
pub(crate) async fn sourcing(State(app): Shared, request: Request) -> Response {
    read(app, request, |explore, _, params| {
        params.only(&[])?;
        Answer::json(&explore.sourcing())
    })
    .await
}

/// The log of corrections, newest first.
#[utoipa::path(get, path = "/corrections.json",
    params(("state" = Option<String>, Query), ("limit" = Option<usize>, Query),
           ("after" = Option<String>, Query)),
    responses((status = 200, body = Log), (status = 400, body = ErrorBody)))]
pub(crate) async fn corrections(State(app): Shared, request: Request) -> Response {
    read(app, request, |explore, _, params| {
        params.only(&["state", "limit", "after"])?;
        let state = params.word("state")?;
        if state.is_some_and(|state| !["applied", "undone", "orphaned"].contains(&state)) {
            let message = "an entry is applied, undone or orphaned";
            return Err(Problem::parameter("state", message));
        }
        Answer::json(&explore.log(state, &params.paging("")?)?)
    })
    .await
}

/// The log as a file, to be applied elsewhere.
#[utoipa::path(get, path = "/corrections.jsonl",
    responses((status = 200, content_type = "application/jsonl", body = String)))]
pub(crate) async fn corrections_jsonl(State(app): Shared, request: Request) -> Response {
    read(app, request, |explore, _, params| {
        params.only(&[])?;
        let log = explore.dossier.corrections()?;
        let lines = log.iter().map(|entry| gainsay_corrections::print(&entry.entry) + "\n");
        Ok(Answer {
            kind: "application/jsonl",
            body: lines.collect::<String>().into_bytes(),
            save_as: Some("corrections.jsonl"),
        })
    })
    .await
}
