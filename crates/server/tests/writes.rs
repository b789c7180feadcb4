//! Corrections and new articles, and who may make them.

mod common;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use common::{Explorer, PORT};
use serde_json::{Value, json};

const WHO: &str = "A. Reader";

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
