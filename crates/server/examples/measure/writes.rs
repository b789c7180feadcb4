//! What a correction costs: the entry logged, its article and what hangs on it drawn anew, and the
//! first page after it. Made in a copy of the dossier, which stays as it is.

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use gainsay_server::{Settings, router};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::world::Chance;
use crate::{Took, ask, print, spent};

const ACTS: [&str; 4] = ["deny", "state", "criticize", "promise"];

/// Corrects and undoes, so many times each, and prints how long it took.
pub async fn measure(file: &Path, ids: &[String], rounds: usize) -> Result<(), Box<dyn Error>> {
    let copy = file.with_extension("corrected");
    std::fs::copy(file, &copy)?;
    let settings = Settings {
        dossier: copy.clone(),
        read_only: false,
        extract: None,
        now: || "2031-05-01T00:00:00Z".to_owned(),
    };
    let app = router(settings, 1)?;
    let mut chance = Chance(11);
    let (mut corrected, mut undone, mut first, mut other) = (vec![], vec![], vec![], vec![]);
    for round in 0..rounds {
        let statement = &ids[chance.below(ids.len())];
        let asked = json!({"kind": "act", "statement": statement, "act": ACTS[round % 4],
            "who": "A. Reader", "note": format!("round {round}")});
        let (done, took) = post(&app, "/corrections", &asked).await?;
        corrected.push(took);
        first.push(ask(&app, "/overview.json").await?.1);
        other.push(ask(&app, "/statements.json").await?.1);
        let path = format!("/corrections/{}/undo", done["entry"]["number"]);
        undone.push(post(&app, &path, &json!({"who": "A. Reader"})).await?.1);
    }
    print("a correction", corrected);
    print("the overview after it", first);
    print("the statements after it", other);
    print("its undoing", undone);
    drop(app);
    std::fs::remove_file(&copy)?;
    Ok(())
}

async fn post(app: &Router, path: &str, body: &Value) -> Result<(Value, Took), Box<dyn Error>> {
    let request = Request::post(path)
        .header("host", "127.0.0.1:1")
        .header("x-gainsay", "write")
        .header("content-type", "application/json")
        .body(Body::from(body.to_string()))?;
    let (before, start) = (spent(), Instant::now());
    let response = app.clone().oneshot(request).await?;
    let status = response.status();
    let body = to_bytes(response.into_body(), usize::MAX).await?;
    let clock = start.elapsed().as_secs_f64() * 1000.0;
    let ran = before.zip(spent()).map(|(before, after)| after.saturating_sub(before) as f64 / 1e6);
    if !status.is_success() {
        return Err(format!("{path}: {}", String::from_utf8_lossy(&body)).into());
    }
    Ok((serde_json::from_slice(&body)?, (ran, clock)))
}
