//! Articles that are added from the page: jobs, done one after another.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, mpsc};

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use gainsay_dossier::{Added, Dossier, Origin, fingerprint};
use gainsay_reader::JsonLines;
use gainsay_record::Article;
use serde::{Deserialize, Serialize};

use crate::answer::{fresh, params};
use crate::corrections::{body, is_json, link};
use crate::error::{ErrorBody, Problem};
use crate::pool::open;
use crate::routes::App;
use crate::{Extract, assets, limits};

/// How far a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum JobState {
    /// Others are before it.
    Waiting,
    /// Its articles are being read.
    Reading,
    /// All is done.
    Done,
    /// Somebody stopped it; what was read stays.
    Stopped,
    /// It cannot go on; what was read stays.
    Failed,
}

/// What became of one article.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct JobResult {
    /// The file, or its line.
    name: String,
    /// `new`, `replaced`, `copy`, `unchanged`, `failed`.
    outcome: &'static str,
    article: Option<String>,
    statements: u64,
    error: Option<String>,
}

/// A job.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct Job {
    job: u64,
    name: String,
    state: JobState,
    done: u64,
    total: Option<u64>,
    /// Each article by itself; none in a list of jobs.
    results: Option<Vec<JobResult>>,
    error: Option<String>,
}

/// All jobs.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct JobList {
    rows: Vec<Job>,
}

/// A job that was taken on.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct JobTaken {
    job: u64,
}

/// A text that is pasted.
#[derive(Debug, Clone, Deserialize, Serialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Pasted {
    text: String,
    title: Option<String>,
    outlet: Option<String>,
    authors: Option<Vec<String>>,
    published: Option<String>,
    url: Option<String>,
}

/// Jobs, each with the flag that stops it.
type Stoppable = Vec<(Job, Arc<AtomicBool>)>;

/// The jobs of one server, and the thread that does them.
pub(crate) struct Jobs {
    list: Arc<Mutex<Stoppable>>,
    give: mpsc::Sender<Work>,
}

struct Work {
    job: u64,
    name: String,
    bytes: Vec<u8>,
    stop: Arc<AtomicBool>,
}

struct Worker {
    dossier: PathBuf,
    extract: Arc<dyn Extract>,
    list: Arc<Mutex<Stoppable>>,
}

impl Jobs {
    /// Begins the thread; it ends with the server.
    pub fn start(dossier: PathBuf, extract: Arc<dyn Extract>) -> Self {
        let list = Arc::new(Mutex::new(Vec::new()));
        let (give, take) = mpsc::channel::<Work>();
        let worker = Worker { dossier, extract, list: Arc::clone(&list) };
        std::thread::spawn(move || {
            for work in take {
                worker.run(&work);
            }
        });
        Jobs { list, give }
    }

    fn take(&self, name: String, bytes: Vec<u8>) -> Result<u64, Problem> {
        let mut list = open(&self.list);
        let waiting =
            |(job, _): &&(Job, _)| matches!(job.state, JobState::Waiting | JobState::Reading);
        if list.iter().filter(waiting).count() >= limits::JOBS {
            let message = "as many articles as may wait are waiting; try again when some are read";
            return Err(Problem::new(429, "busy", message));
        }
        let job = list.last().map_or(1, |(last, _)| last.job + 1);
        let stop = Arc::new(AtomicBool::new(false));
        let about = Job {
            job,
            name: name.clone(),
            state: JobState::Waiting,
            done: 0,
            total: None,
            results: Some(Vec::new()),
            error: None,
        };
        // The oldest that are done are forgotten.
        while list.len() >= 2 * limits::JOBS {
            list.remove(0);
        }
        list.push((about, Arc::clone(&stop)));
        self.give
            .send(Work { job, name, bytes, stop })
            .map_err(|_| Problem::internal("articles are no longer read; open the dossier anew"))?;
        Ok(job)
    }

    fn find(&self, number: u64) -> Result<(Job, Arc<AtomicBool>), Problem> {
        let list = open(&self.list);
        let found = list.iter().find(|(job, _)| job.job == number).cloned();
        found.ok_or_else(|| Problem::new(404, "not_found", "there is no such job"))
    }
}

impl Worker {
    fn run(&self, work: &Work) {
        self.change(work.job, |job| job.state = JobState::Reading);
        let end = match self.read(work) {
            Ok(true) => (JobState::Done, None),
            Ok(false) => (JobState::Stopped, None),
            Err(error) => (JobState::Failed, Some(error)),
        };
        self.change(work.job, |job| (job.state, job.error) = end);
    }

    fn change(&self, number: u64, change: impl FnOnce(&mut Job)) {
        let mut list = open(&self.list);
        if let Some((job, _)) = list.iter_mut().find(|(job, _)| job.job == number) {
            change(job);
        }
    }

    /// Whether it came to the end.
    fn read(&self, work: &Work) -> Result<bool, String> {
        let mut dossier = Dossier::open_existing(&self.dossier).map_err(|e| e.to_string())?;
        let made_by = self.extract.made_by()?;
        let lines = is_lines(&work.name);
        let total = if lines { count_lines(&work.bytes) } else { 1 };
        self.change(work.job, |job| job.total = Some(total));
        let sources: Box<dyn Iterator<Item = Input>> = if lines {
            let lines = JsonLines::new(work.name.as_str(), work.bytes.as_slice());
            Box::new(lines.enumerate().map(|(number, source)| {
                let name = format!("{}:{}", work.name, number + 1);
                let article = source.and_then(|source| {
                    let sha256 = fingerprint(source.bytes());
                    source.article().map(|article| (article, sha256))
                });
                (name, article)
            }))
        } else {
            let article = gainsay_reader::read(&work.name, &work.bytes);
            let article = article.map(|article| (article, fingerprint(&work.bytes)));
            Box::new(std::iter::once((work.name.clone(), article)))
        };
        for (name, article) in sources {
            if work.stop.load(Ordering::Relaxed) {
                link(&mut dossier).map_err(|e| e.to_string())?;
                return Ok(false);
            }
            let result = match article {
                Ok((article, sha256)) => {
                    self.add(&mut dossier, article, Origin { sha256: &sha256, made_by: &made_by })?
                }
                Err(error) => JobResult {
                    name,
                    outcome: "failed",
                    article: None,
                    statements: 0,
                    error: Some(error.to_string()),
                },
            };
            self.change(work.job, |job| {
                job.done += 1;
                let results = job.results.get_or_insert_default();
                if results.len() < limits::JOB_RESULTS {
                    results.push(result);
                }
            });
        }
        link(&mut dossier).map_err(|e| e.to_string())?;
        Ok(true)
    }

    /// # Errors
    /// Only what the next article would meet too.
    fn add(
        &self,
        dossier: &mut Dossier,
        mut article: Article,
        from: Origin<'_>,
    ) -> Result<JobResult, String> {
        let name = article.path.clone();
        // Two files that are dropped may have one name and be two articles: what they hold tells
        // them apart.
        article.path = format!("added/{}/{name}", &from.sha256[..8]);
        let failed = |error: String| JobResult {
            name: name.clone(),
            outcome: "failed",
            article: None,
            statements: 0,
            error: Some(error),
        };
        let known = dossier.is_current(&article.path, from.sha256, from.made_by);
        if known.map_err(|error| error.to_string())? {
            let article = Some(article.id().to_string());
            let (outcome, error) = ("unchanged", None);
            return Ok(JobResult { name, outcome, article, statements: 0, error });
        }
        let statements = match self.extract.statements(&article) {
            Ok(statements) => statements,
            Err(error) => return Ok(failed(error)),
        };
        let outcome = match dossier.add(&article, &statements, from) {
            Ok(Added::New) => "new",
            Ok(Added::Replaced) => "replaced",
            Ok(Added::Copy) => "copy",
            Err(error) if error.is_fatal() => return Err(error.to_string()),
            Err(error) => return Ok(failed(error.to_string())),
        };
        let (article, statements) = (Some(article.id().to_string()), statements.len() as u64);
        Ok(JobResult { name, outcome, article, statements, error: None })
    }
}

/// An input's name, and the article in it with the fingerprint of its bytes.
type Input = (String, Result<(Article, String), gainsay_reader::Error>);

fn is_lines(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    matches!(ending.as_deref(), Some("jsonl" | "ndjson"))
}

fn count_lines(bytes: &[u8]) -> u64 {
    let lines = bytes.split(|&byte| byte == b'\n');
    lines.filter(|line| !line.trim_ascii().is_empty()).count() as u64
}

fn jobs_of(app: &App) -> Result<&Jobs, Problem> {
    let message = "articles cannot be added here; nothing was changed";
    app.jobs.as_ref().ok_or_else(|| Problem::new(403, "read_only", message))
}

/// Takes on a file (its bytes, its name in `name`) or a pasted text (JSON).
#[utoipa::path(post, path = "/articles", params(("name" = Option<String>, Query)),
    request_body(content((Pasted = "application/json"), (Vec<u8> = "application/octet-stream"))),
    responses((status = 202, body = JobTaken), (status = 400, body = ErrorBody),
              (status = 413, body = ErrorBody), (status = 429, body = ErrorBody)))]
pub(crate) async fn add(State(app): State<Arc<App>>, request: Request) -> Response {
    let taken = async {
        let jobs = jobs_of(&app)?;
        let asked = params(&request)?;
        asked.only(&["name"])?;
        let (name, bytes) = match asked.word("name")? {
            Some(name) => (file_name(name)?, body(request, limits::UPLOAD_BYTES).await?),
            None if is_json(&request) => {
                let bytes = body(request, limits::TEXT_BYTES).await?;
                let pasted: Pasted = serde_json::from_slice(&bytes)
                    .map_err(|error| Problem::body(error.to_string()))?;
                // One line of JSON Lines: what is said of a text outranks what it suggests.
                let line = serde_json::to_vec(&pasted)
                    .map_err(|error| Problem::internal(error.to_string()))?;
                ("pasted.jsonl".to_owned(), line)
            }
            None => {
                return Err(Problem::parameter("name", "say the file's name: /articles?name=…"));
            }
        };
        jobs.take(name, bytes)
    };
    match taken.await {
        Ok(job) => fresh(StatusCode::ACCEPTED, &JobTaken { job }),
        Err(problem) => problem.into_response(),
    }
}

/// A name, and no path: what a browser gives may be anything.
fn file_name(name: &str) -> Result<String, Problem> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default().trim();
    let fine =
        !name.is_empty() && name.chars().count() <= 200 && !name.chars().any(char::is_control);
    if fine { Ok(name.to_owned()) } else { Err(Problem::parameter("name", "that is no file name")) }
}

/// All jobs, without their results.
#[utoipa::path(get, path = "/jobs.json", responses((status = 200, body = JobList)))]
pub(crate) async fn jobs(State(app): State<Arc<App>>) -> Response {
    let rows = app.jobs.as_ref().map(|jobs| {
        let list = open(&jobs.list);
        list.iter().map(|(job, _)| Job { results: None, ..job.clone() }).collect()
    });
    fresh(StatusCode::OK, &JobList { rows: rows.unwrap_or_default() })
}

/// How far a job is.
#[utoipa::path(get, path = "/jobs/{number}.json", params(("number" = u64, Path)),
    responses((status = 200, body = Job), (status = 404, body = ErrorBody)))]
pub(crate) async fn job(
    State(app): State<Arc<App>>,
    Path(file): Path<String>,
    request: Request,
) -> Response {
    let Some(number) = file.strip_suffix(".json") else {
        return assets::serve(request.uri().path());
    };
    let found = jobs_of(&app).and_then(|jobs| jobs.find(number.parse().unwrap_or(0)));
    match found {
        Ok((job, _)) => fresh(StatusCode::OK, &job),
        Err(problem) => problem.into_response(),
    }
}

/// Stops a job before its next article.
#[utoipa::path(post, path = "/jobs/{number}/stop", params(("number" = u64, Path)),
    responses((status = 200, body = Job), (status = 404, body = ErrorBody)))]
pub(crate) async fn stop(State(app): State<Arc<App>>, Path(number): Path<u64>) -> Response {
    match jobs_of(&app).and_then(|jobs| jobs.find(number)) {
        Ok((job, stop)) => {
            stop.store(true, Ordering::Relaxed);
            fresh(StatusCode::OK, &job)
        }
        Err(problem) => problem.into_response(),
    }
}
