//! Corrections and new articles, and who may make them.

mod common;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use common::{Explorer, PORT};
use gainsay_dossier::{CorrectionState, Dossier};
use serde_json::{Value, json};

const WHO: &str = "A. Reader";

#[tokio::test]
async fn every_kind_of_correction_is_applied_and_undone() {
    let explorer = Explorer::new(false);
    let deny = explorer.ids("deny").await.remove(0);
    let accuse = explorer.ids("accuse").await.remove(0);
    let card = explorer.get(&format!("/statements/{deny}.json")).await.json();
    let article = card["article"].as_str().unwrap().to_owned();
    let content = &card["spans"]["content"][0];
    let (start, end) =
        (content["start"].as_u64().unwrap() + 1, content["end"].as_u64().unwrap() - 1);
    let speaker = card["speaker"]["party"].clone();
    let velmark = card["speaker"]["speaks_for"][0]["party"].clone();
    for (asked, words) in [
        (
            json!({"kind": "speaker", "statement": deny, "speaker": {"name": "Ilo Brand"}}),
            "speaker: Mara Dorn → Ilo Brand",
        ),
        (json!({"kind": "act", "statement": deny, "act": "criticize"}), "act: deny → criticize"),
        (
            json!({"kind": "target", "statement": deny, "targets": ["Lorn"]}),
            "target: Ostrava → Lorn",
        ),
        (
            json!({"kind": "date", "statement": deny, "said": "2031-02"}),
            "said: 2031-03-03 → 2031-02",
        ),
        (
            json!({"kind": "span", "statement": deny, "content": [[start, end]]}),
            "span of the content",
        ),
        (
            json!({"kind": "merge", "parties": [speaker, velmark], "name": "Velmark"}),
            "one party: Mara Dorn, Velmark = Velmark",
        ),
        (
            json!({"kind": "split", "party": speaker, "statements": [deny], "name": "Other Dorn"}),
            "another party: Mara Dorn in 1 statements is Other Dorn",
        ),
        (
            json!({"kind": "answer", "from": deny, "to": accuse, "verdict": "accept",
                "answer": "deny"}),
            "answer accepted",
        ),
        (
            json!({"kind": "note", "statement": deny, "text": "as the Post has it"}),
            "note: as the Post has it",
        ),
        (json!({"kind": "note", "article": article, "text": "whole"}), "note: whole"),
        (json!({"kind": "note", "party": speaker, "text": "who?"}), "note: who?"),
        (json!({"kind": "flag", "statement": deny}), "flagged"),
        (
            json!({"kind": "date", "article": article, "published": "2031-03-04"}),
            "published: 2031-03-04",
        ),
    ] {
        let before = explorer.get(&format!("/articles/{article}.json")).await.json();
        let mut asked = asked;
        asked["who"] = json!(WHO);
        let reply = explorer.post("/corrections", &asked).await;
        let done = reply.json();
        assert_eq!(reply.status, StatusCode::CREATED, "{asked}: {done}");
        assert_eq!(done["entry"]["words"], words);
        assert_eq!(done["entry"]["state"], "applied");
        assert_eq!(done["entry"]["when"], "2031-05-01T10:00:00Z");
        let after = explorer.get(&format!("/articles/{article}.json")).await.json();
        assert_ne!(before, after, "{asked} shows");
        let number = &done["entry"]["number"];
        let undone =
            explorer.post(&format!("/corrections/{number}/undo"), json!({"who": WHO})).await;
        assert_eq!(undone.status, StatusCode::CREATED, "{}", undone.json());
        let mut again = explorer.get(&format!("/articles/{article}.json")).await.json();
        let mut before = before;
        // The log itself remembers.
        for page in [&mut again, &mut before] {
            page["corrections"] = Value::Null;
        }
        assert_eq!(again, before, "{asked} is undone");
        let twice =
            explorer.post(&format!("/corrections/{number}/undo"), json!({"who": WHO})).await;
        assert_eq!(twice.status, StatusCode::CONFLICT);
    }
    let dossier = Dossier::open_read_only(explorer.path()).unwrap();
    assert!(dossier.verify(|_, _| {}).unwrap().is_sound());
}

#[tokio::test]
async fn what_cannot_be_corrected_is_refused_and_not_logged() {
    let explorer = Explorer::new(false);
    let deny = explorer.ids("deny").await.remove(0);
    for (asked, status) in [
        (json!({"kind": "act", "statement": deny, "act": "deny"}), 400),
        (json!({"kind": "act", "statement": deny, "act": "acuse", "who": WHO}), 422),
        (json!({"kind": "act", "statement": "0123456789abcdef", "act": "deny", "who": WHO}), 404),
        (json!({"kind": "act", "statement": deny, "act": "deny", "who": "  "}), 422),
        (json!({"kind": "date", "statement": deny, "said": "soon", "who": WHO}), 422),
        (json!({"kind": "span", "statement": deny, "content": [[5, 99999]], "who": WHO}), 422),
        (json!({"kind": "merge", "parties": [], "name": "X", "who": WHO}), 422),
        (json!({"kind": "praise", "statement": deny, "who": WHO}), 422),
        (json!({"kind": "flag", "statement": deny, "who": WHO, "colour": "red"}), 400),
        (json!({"kind": "note", "statement": deny, "text": "x".repeat(70_000), "who": WHO}), 413),
    ] {
        let reply = explorer.post("/corrections", &asked).await;
        assert_eq!(reply.status.as_u16(), status, "{}", reply.json());
        assert!(reply.json()["error"]["message"].as_str().unwrap().len() > 10);
    }
    assert_eq!(explorer.get("/corrections.json").await.json()["total"], 0);
}

/// The log outlives a rebuild with another model: each entry is kept, or reported as orphaned.
#[tokio::test]
async fn a_rebuild_keeps_or_reports_every_correction() {
    let explorer = Explorer::new(false);
    let deny = explorer.ids("deny").await.remove(0);
    let accuse = explorer.ids("accuse").await.remove(0);
    for asked in [
        json!({"kind": "speaker", "statement": deny, "speaker": {"name": "Ilo Brand"}}),
        json!({"kind": "act", "statement": accuse, "act": "criticize"}),
        json!({"kind": "flag", "statement": accuse}),
        json!({"kind": "note", "statement": deny, "text": "seen"}),
    ] {
        let mut asked = asked;
        asked["who"] = json!(WHO);
        assert_eq!(explorer.post("/corrections", asked).await.status, StatusCode::CREATED);
    }
    // The new model draws the denial's boundary elsewhere, and misses the accusation.
    let mut dossier = Dossier::open_existing(explorer.path()).unwrap();
    let mut articles = common::dispute();
    articles[0].1.clear();
    let denial = &articles[1].0;
    let said = common::statement(
        denial,
        "Mara Dorn",
        gainsay_record::Act::State,
        ["Mara Dorn", "said", "We cut no cable, not in the strait"],
        &[],
    );
    articles[1].1 = vec![said];
    for (article, statements) in &articles {
        common::add(&mut dossier, article, statements, "gainsay test, a later model");
    }
    dossier.link(|_, _| {}).unwrap();
    let log = dossier.corrections().unwrap();
    let states: Vec<_> = log.iter().map(|entry| entry.state).collect();
    use CorrectionState::{Applied, Orphaned};
    assert_eq!(states.len(), 4);
    assert!(states.iter().all(|state| [Applied, Orphaned].contains(state)), "{states:?}");
    assert_eq!(states, [Applied, Applied, Applied, Applied]);
    let page = explorer.get("/statements.json?corrected=1").await.json();
    let found: Vec<_> = page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["speaker"]["name"].clone(), row["act"].clone()))
        .collect();
    assert_eq!(
        found,
        [(json!("Ostrava"), json!("criticize")), (json!("Ilo Brand"), json!("state"))]
    );
    assert!(dossier.verify(|_, _| {}).unwrap().is_sound());

    // Another dossier of the same articles takes the log over; one without them reports it.
    let folder = tempfile::tempdir().unwrap();
    let entries: Vec<_> = log.iter().map(|entry| entry.entry.clone()).collect();
    let mut empty = Dossier::open(folder.path().join("empty.gainsay")).unwrap();
    let done = empty.replay(&entries).unwrap();
    assert_eq!((done.applied, done.orphaned), (0, 4));
    for (article, statements) in common::dispute() {
        common::add(&mut empty, &article, &statements, "gainsay test");
    }
    assert!(empty.corrections().unwrap().iter().all(|entry| entry.state == Applied));
    assert_eq!(empty.replay(&entries).unwrap().known, 4);
}

#[tokio::test]
async fn the_log_travels_over_the_interface() {
    let (one, other) = (Explorer::new(false), Explorer::new(false));
    let deny = one.ids("deny").await.remove(0);
    let asked = json!({"kind": "act", "statement": deny, "act": "criticize", "who": WHO});
    one.post("/corrections", asked).await;
    let log = String::from_utf8(one.get("/corrections.jsonl").await.body).unwrap();
    let reply = other.post("/corrections/apply", format!("{log}nonsense\n")).await.json();
    assert_eq!((&reply["applied"], &reply["failed"][0]["line"]), (&json!(1), &json!(2)));
    let reply = other.post("/corrections/apply", log).await.json();
    assert_eq!(reply["known"], 1);
    assert_eq!(other.ids("criticize").await, [deny]);
}

fn request(method: Method, path: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path);
    request = request.header("content-type", "application/json");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let body = json!({"kind": "flag", "statement": "0123456789abcdef", "who": WHO}).to_string();
    request.body(Body::from(body)).unwrap()
}

#[tokio::test]
async fn only_this_machine_and_only_the_explorers_own_page() {
    let explorer = Explorer::new(false);
    let own = format!("127.0.0.1:{PORT}");
    let origin = format!("http://{own}");
    for host in ["evil.example", "127.0.0.1", "127.0.0.1:1", "evil.example:4711", ""] {
        let reply = explorer.ask(request(Method::GET, "/meta.json", &[("host", host)])).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{host}");
    }
    let none = explorer.ask(request(Method::GET, "/meta.json", &[])).await;
    assert_eq!(none.status, StatusCode::FORBIDDEN);
    let two = [("host", own.as_str()), ("host", "evil.example")];
    let two = explorer.ask(request(Method::GET, "/meta.json", &two)).await;
    assert_eq!(two.status, StatusCode::BAD_REQUEST);
    let write = ("x-gainsay", "write");
    for headers in [
        vec![("host", own.as_str()), ("origin", "http://evil.example"), write],
        vec![("host", own.as_str()), ("origin", "null"), write],
        vec![("host", own.as_str()), ("origin", "http://localhost:4711"), write],
        vec![("host", own.as_str()), ("sec-fetch-site", "cross-site"), write],
        vec![("host", own.as_str()), ("sec-fetch-site", "same-site"), write],
        vec![("host", own.as_str()), ("origin", origin.as_str())],
    ] {
        let reply = explorer.ask(request(Method::POST, "/corrections", &headers)).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{headers:?}");
        assert_eq!(reply.json()["error"]["code"], "forbidden");
    }
    let foreign = [("host", own.as_str()), ("origin", "http://evil.example")];
    let reply = explorer.ask(request(Method::GET, "/overview.json", &foreign)).await;
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
    let preflight = explorer.ask(request(Method::OPTIONS, "/corrections", &foreign)).await;
    assert!(!preflight.headers.contains_key("access-control-allow-origin"));
    assert_eq!(preflight.status, StatusCode::FORBIDDEN);
    let fine = [("host", own.as_str()), ("origin", origin.as_str()), write];
    let reply = explorer.ask(request(Method::POST, "/corrections", &fine)).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn to_read_only_is_to_write_nothing() {
    let explorer = Explorer::new(true);
    let deny = explorer.ids("deny").await.remove(0);
    for (path, body) in [
        ("/corrections", json!({"kind": "flag", "statement": deny, "who": WHO})),
        ("/corrections/1/undo", json!({"who": WHO})),
        ("/corrections/apply", json!({})),
        ("/articles", json!({"text": "Dorn said no."})),
        ("/jobs/1/stop", json!({})),
    ] {
        let reply = explorer.post(path, body).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(reply.json()["error"]["code"], "read_only");
    }
    assert_eq!(explorer.get("/meta.json").await.json()["read_only"], true);
}

async fn finished(explorer: &Explorer, taken: Value) -> Value {
    let path = format!("/jobs/{}.json", taken["job"]);
    for _ in 0..500 {
        let job = explorer.get(&path).await.json();
        if !["waiting", "reading"].contains(&job["state"].as_str().unwrap()) {
            return job;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("the job does not end");
}

#[tokio::test]
async fn articles_are_added_as_files_and_as_text() {
    let explorer = Explorer::new(false);
    let text = "Minister speaks\n\nThe minister of Velmark, Mara Dorn said no to the charge that \
                her country had cut the cable in the strait last week.";
    let pasted = json!({"text": text, "outlet": "Vesk Courier", "published": "2031-03-09"});
    let reply = explorer.post("/articles", pasted).await;
    assert_eq!(reply.status, StatusCode::ACCEPTED);
    let job = finished(&explorer, reply.json()).await;
    assert_eq!(job["results"][0]["outcome"], "new", "{job}");
    assert_eq!(job["results"][0]["statements"], 1);
    let id = job["results"][0]["article"].as_str().unwrap();
    let page = explorer.get(&format!("/articles/{id}.json")).await.json();
    assert_eq!(
        (&page["outlet"], &page["published"]["value"]),
        (&json!("Vesk Courier"), &json!("2031-03-09"))
    );

    let lines = format!(
        "{}\nnot json\n{}\n",
        json!({"id": "a", "text": text}),
        json!({"id": "b", "text": format!("{text} Nobody else spoke.")})
    );
    let reply = explorer.post("/articles?name=..%2F..%2Fmore.jsonl", lines.clone()).await;
    let job = finished(&explorer, reply.json()).await;
    let outcomes: Vec<_> = job["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|result| result["outcome"].as_str().unwrap())
        .collect();
    assert_eq!(outcomes, ["new", "failed", "new"], "{job}");
    assert_eq!(
        (&job["name"], &job["total"], &job["state"]),
        (&json!("more.jsonl"), &json!(3), &json!("done"))
    );
    let reply = explorer.post("/articles?name=more.jsonl", lines).await;
    let job = finished(&explorer, reply.json()).await;
    assert_eq!(job["results"][0]["outcome"], "unchanged");

    let reply = explorer.post("/articles", "nonsense").await;
    assert_eq!(reply.json()["error"]["code"], "bad_body");
    assert_eq!(explorer.get("/jobs/99.json").await.status, StatusCode::NOT_FOUND);
}
