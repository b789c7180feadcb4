//! Corrections as they come from the page.

mod change;

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use gainsay_corrections::{Change, Entry, parse};
use gainsay_dossier::Dossier;
use gainsay_dossier::explore::EntryView;
use serde::{Deserialize, Serialize};

use crate::answer::{blocking, fresh};
use crate::error::{ErrorBody, Problem};
use crate::limits;
use crate::routes::App;

/// A correction as it is asked for.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// `speaker`, `act`, `target`, `date`, `span`, `merge`, `split`, `answer`, `note`, `flag`.
    kind: String,
    /// Who asks for it.
    who: String,
    /// Why.
    note: Option<String>,
    statement: Option<String>,
    article: Option<String>,
    party: Option<String>,
    speaker: Option<SpeakerAsked>,
    act: Option<String>,
    targets: Option<Vec<String>>,
    said: Option<String>,
    published: Option<String>,
    /// Places in the article's text, in code points.
    source: Option<Vec<[usize; 2]>>,
    cue: Option<Vec<[usize; 2]>>,
    content: Option<Vec<[usize; 2]>>,
    parties: Option<Vec<String>>,
    name: Option<String>,
    statements: Option<Vec<String>>,
    from: Option<String>,
    to: Option<String>,
    /// `accept` or `reject`.
    verdict: Option<String>,
    /// The kind of answer.
    answer: Option<String>,
    text: Option<String>,
}

/// Who said it.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SpeakerAsked {
    name: String,
    kind: Option<String>,
    role: Option<String>,
    speaks_for: Option<Vec<String>>,
}

/// What a correction did.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Corrected {
    /// The entry of the log.
    entry: EntryView,
    /// The dossier's revision now.
    revision: String,
    /// The id of the statement now.
    statement: Option<String>,
}

/// Who takes an entry back.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UndoAsked {
    who: String,
    note: Option<String>,
}

/// What a log brought.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct AppliedLog {
    /// Entries that hold now.
    applied: u64,
    /// Entries that were there already.
    known: u64,
    /// Entries whose words are not in this dossier.
    orphaned: u64,
    /// Lines that are no entries.
    failed: Vec<FailedLine>,
}

/// A line that is no entry.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct FailedLine {
    line: usize,
    message: String,
}

/// Makes a correction.
#[utoipa::path(post, path = "/corrections", request_body = Asked,
    responses((status = 201, body = Corrected), (status = 400, body = ErrorBody),
              (status = 403, body = ErrorBody), (status = 404, body = ErrorBody),
              (status = 409, body = ErrorBody), (status = 413, body = ErrorBody),
              (status = 415, body = ErrorBody), (status = 422, body = ErrorBody)))]
pub(crate) async fn correct(State(app): State<Arc<App>>, request: Request) -> Response {
    let asked: Asked = match json(request, limits::CORRECTION_BYTES).await {
        Ok(asked) => asked,
        Err(problem) => return problem.into_response(),
    };
    finish(blocking(move || {
        let mut dossier = app.pool.write()?;
        let entry = Entry {
            who: signed(&asked.who)?,
            when: (app.now)(),
            note: asked.note.clone().filter(|note| !note.trim().is_empty()),
            change: change::change(&dossier, &asked)?,
        };
        log(&app, &mut dossier, &entry)
    }))
    .await
}

/// Takes an entry back, or, where it is an undo, makes what it took back hold again.
#[utoipa::path(post, path = "/corrections/{number}/undo", request_body = UndoAsked,
    params(("number" = u64, Path)),
    responses((status = 201, body = Corrected), (status = 404, body = ErrorBody),
              (status = 409, body = ErrorBody), (status = 415, body = ErrorBody)))]
pub(crate) async fn undo(
    State(app): State<Arc<App>>,
    Path(number): Path<u64>,
    request: Request,
) -> Response {
    let asked: UndoAsked = match json(request, limits::CORRECTION_BYTES).await {
        Ok(asked) => asked,
        Err(problem) => return problem.into_response(),
    };
    finish(blocking(move || {
        let mut dossier = app.pool.write()?;
        let all = dossier.corrections()?;
        let of = all.iter().find(|entry| entry.number == number);
        let of = of.ok_or_else(|| Problem::not_found("correction"))?;
        if of.state == gainsay_dossier::CorrectionState::Undone {
            let message = format!("correction {number} is taken back already");
            return Err(Problem::new(409, "conflict", message));
        }
        let entry = Entry {
            who: signed(&asked.who)?,
            when: (app.now)(),
            note: asked.note.clone(),
            change: Change::Undo { of: of.id.clone() },
        };
        log(&app, &mut dossier, &entry)
    }))
    .await
}

/// Brings in the log of another dossier.
#[utoipa::path(post, path = "/corrections/apply",
    request_body(content = String, content_type = "application/jsonl"),
    responses((status = 200, body = AppliedLog), (status = 413, body = ErrorBody)))]
pub(crate) async fn apply(State(app): State<Arc<App>>, request: Request) -> Response {
    let text = match body(request, limits::LOG_BYTES).await.map(String::from_utf8) {
        Ok(Ok(text)) => text,
        Ok(Err(_)) => return Problem::body("a log is text in UTF-8").into_response(),
        Err(problem) => return problem.into_response(),
    };
    let applied = blocking(move || {
        let (entries, errors) = parse(&text);
        let mut dossier = app.pool.write()?;
        let done = dossier.replay(&entries)?;
        link(&mut dossier)?;
        let failed = errors.into_iter().map(|e| FailedLine { line: e.line, message: e.message });
        Ok(AppliedLog {
            applied: done.applied,
            known: done.known,
            orphaned: done.orphaned,
            failed: failed.collect(),
        })
    });
    match applied.await {
        Ok(applied) => fresh(StatusCode::OK, &applied),
        Err(problem) => problem.into_response(),
    }
}

async fn finish(done: impl Future<Output = Result<Corrected, Problem>>) -> Response {
    match done.await {
        Ok(corrected) => fresh(StatusCode::CREATED, &corrected),
        Err(problem) => problem.into_response(),
    }
}

fn log(app: &App, dossier: &mut Dossier, entry: &Entry) -> Result<Corrected, Problem> {
    let number = dossier.correct(entry)?;
    link(dossier)?;
    app.pool.with(|explore| {
        let entry = explore.log_entry(number);
        let entry = entry.ok_or_else(|| Problem::internal("the entry is not in the log"))?;
        Ok(Corrected {
            statement: entry.on.statement.clone(),
            revision: format!("{:x}", explore.ledger.revision),
            entry,
        })
    })
}

/// Draws the links of what was read or changed.
pub(crate) fn link(dossier: &mut Dossier) -> gainsay_dossier::Result<()> {
    dossier.link(|_, _| {}).map(drop)
}

/// The bytes of a request.
pub(crate) async fn body(request: Request, most: usize) -> Result<Vec<u8>, Problem> {
    match axum::body::to_bytes(request.into_body(), most).await {
        Ok(bytes) => Ok(bytes.to_vec()),
        Err(_) => Err(Problem::too_large(most)),
    }
}

/// Whether a body is said to be JSON. A form of another site cannot say so.
pub(crate) fn is_json(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next()).unwrap_or_default();
    kind.trim().eq_ignore_ascii_case("application/json")
}

async fn json<T: serde::de::DeserializeOwned>(request: Request, most: usize) -> Result<T, Problem> {
    if !is_json(&request) {
        let message = "send it as application/json; nothing was changed";
        return Err(Problem::new(415, "bad_body", message));
    }
    let bytes = body(request, most).await?;
    serde_json::from_slice(&bytes).map_err(|error| Problem::body(error.to_string()))
}

fn signed(who: &str) -> Result<String, Problem> {
    let who = who.trim();
    if who.is_empty() || who.chars().count() > 100 || who.chars().any(char::is_control) {
        let message = "say who makes the correction, in 1 to 100 characters";
        return Err(Problem { field: Some("who".to_owned()), ..Problem::invalid(message) });
    }
    Ok(who.to_owned())
}
