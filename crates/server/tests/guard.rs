//! What a server on this machine meets: other sites' pages, made-up addresses, many at once.

mod common;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use common::{Explorer, PORT};
use serde_json::json;

fn request(method: Method, path: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path);
    request = request.header("host", format!("127.0.0.1:{PORT}"));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::empty()).unwrap()
}

#[tokio::test]
async fn a_page_elsewhere_may_link_here_and_load_nothing() {
    let explorer = Explorer::new(false);
    for site in ["cross-site", "same-site"] {
        for path in ["/statements.json", "/statements.csv", "/", "/articles"] {
            for (mode, allowed) in [("no-cors", false), ("cors", false), ("navigate", true)] {
                let headers = [("sec-fetch-site", site), ("sec-fetch-mode", mode)];
                let reply = explorer.ask(request(Method::GET, path, &headers)).await;
                assert_eq!(reply.status == StatusCode::OK, allowed, "{site} {mode} {path}");
            }
        }
    }
    for site in ["same-origin", "none"] {
        let headers = [("sec-fetch-site", site), ("sec-fetch-mode", "cors")];
        let reply = explorer.ask(request(Method::GET, "/meta.json", &headers)).await;
        assert_eq!(reply.status, StatusCode::OK, "{site}");
        assert_eq!(reply.headers["cross-origin-resource-policy"], "same-origin");
        assert_eq!(reply.headers["x-frame-options"], "DENY");
    }
}

#[tokio::test]
async fn only_what_is_meant_is_answered() {
    let explorer = Explorer::new(false);
    for method in [Method::OPTIONS, Method::PUT, Method::DELETE, Method::PATCH, Method::TRACE] {
        for path in ["/", "/meta.json", "/corrections", "/nowhere"] {
            let headers = [("x-gainsay", "write"), ("access-control-request-method", "POST")];
            let reply = explorer.ask(request(method.clone(), path, &headers)).await;
            assert_eq!(reply.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
            assert!(!reply.headers.keys().any(|name| name.as_str().starts_with("access-control")));
        }
    }
    // What HEAD says is what GET says, without the body.
    let get = explorer.get("/statements.json").await;
    let head = explorer.ask(request(Method::HEAD, "/statements.json", &[])).await;
    assert_eq!((head.status, head.body.len()), (StatusCode::OK, 0));
    assert_eq!(head.headers["etag"], get.headers["etag"]);
    assert_eq!(head.headers["content-type"], get.headers["content-type"]);
    // Nothing is written to an address that is read.
    for path in ["/meta.json", "/statements.json", "/", "/nowhere"] {
        let reply = explorer.post(path, "{}").await;
        assert!(reply.status.is_client_error(), "{path}: {}", reply.status);
    }
}

#[tokio::test]
async fn no_address_leaves_the_folder_of_the_pages() {
    let explorer = Explorer::new(false);
    let index = explorer.get("/").await.body;
    for path in [
        "/../../../Cargo.toml",
        "/assets/../../../crates/server/Cargo.toml",
        "/assets/%2e%2e/%2e%2e/Cargo.toml",
        "/..%2f..%2fCargo.toml",
        "/%2fetc%2fpasswd",
        "//etc/passwd",
        "/assets/..\\..\\Cargo.toml",
        "/statements/../../Cargo.toml",
        "/parties/..%2f..%2fCargo.toml.json",
        "/articles/%00.json",
        "/.git/config",
    ] {
        let reply = explorer.get(path).await;
        let is_page = reply.status == StatusCode::OK && reply.body == index;
        assert!(is_page || reply.status.is_client_error(), "{path}: {}", reply.status);
    }
}

#[tokio::test]
async fn what_is_too_much_is_refused_in_time_and_says_so() {
    let explorer = Explorer::new(false);
    let (open, close) = ("%28".repeat(450), "%29".repeat(450));
    let words: Vec<String> = (0..240).map(|at| format!("w{at}")).collect();
    let queries = [
        format!("{open}cable{close}"),
        open.clone(),
        "-".repeat(999) + "a",
        words.join("+"),
        words.join("+OR+").chars().take(990).collect(),
        "a*+".repeat(300),
        "%22".repeat(333),
        "by:".repeat(300),
        "%00".to_owned(),
        "said:9999..0001".to_owned(),
        "after:99999-01".to_owned(),
        "*".to_owned(),
        "NEAR%28a+b%29+AND+NOT".to_owned(),
        "content:+source:+%22%22".to_owned(),
        "%f0%9f%92%a9*".to_owned(),
    ];
    for query in queries {
        let reply = explorer.get(&format!("/statements.json?q={query}")).await;
        let fine = [StatusCode::OK, StatusCode::BAD_REQUEST].contains(&reply.status);
        assert!(fine, "{query}: {} {}", reply.status, reply.json());
    }
    for (path, status) in [
        ("/statements.json?from=-9999-01-01", 400),
        ("/statements.json?limit=18446744073709551616", 400),
        ("/statements.json?limit=-1", 400),
        ("/statements.json?%ff=1", 400),
        ("/statements.json?act=deny&act=", 400),
        ("/overview.json?from=9999&to=0001", 200),
        ("/overview.json?from=0001&to=9999", 200),
    ] {
        let reply = explorer.get(path).await;
        assert_eq!(reply.status.as_u16(), status, "{path}");
    }
}

#[tokio::test]
async fn a_token_is_of_its_view_or_refused() {
    let explorer = Explorer::new(false);
    let deny = explorer.ids("deny").await.remove(0);
    let upper = deny.to_uppercase();
    let long = "f".repeat(7000);
    for list in
        ["statements", "parties", "articles", "echoes", "stories", "allegations", "corrections"]
    {
        for token in ["r", "r0", "rzzzzzzzzzzzzzzzz", "r%00", "r%c3%a9", "r-1", "r+1", "x", &long] {
            let reply = explorer.get(&format!("/{list}.json?after={token}")).await;
            assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{list} {token}");
            assert_eq!(reply.json()["error"]["code"], "bad_token", "{list} {token}");
        }
    }
    // A statement that is there, but not in this view.
    let reply = explorer.get(&format!("/statements.json?act=accuse&after=r{deny}")).await;
    assert_eq!(reply.json()["error"]["code"], "bad_token");
    let reply = explorer.get(&format!("/statements/{upper}x.json")).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    for what in ["echo", "story", "article"] {
        let reply = explorer.get(&format!("/statements.json?{what}=0123456789abcdef")).await;
        assert_eq!(reply.json()["total"]["reports"], 0, "what is not there has no statements");
    }
}

#[tokio::test]
async fn a_write_is_json_and_says_so() {
    let explorer = Explorer::new(false);
    let deny = explorer.ids("deny").await.remove(0);
    let body = json!({"kind": "flag", "statement": deny, "who": "A. Reader"}).to_string();
    for kind in [
        None,
        Some("text/plain"),
        Some("application/x-www-form-urlencoded"),
        Some("application/jsonp"),
    ] {
        let mut request = request(Method::POST, "/corrections", &[("x-gainsay", "write")]);
        *request.body_mut() = Body::from(body.clone());
        if let Some(kind) = kind {
            request.headers_mut().insert("content-type", kind.parse().unwrap());
        }
        let reply = explorer.ask(request).await;
        assert_eq!(reply.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind:?}");
        assert_eq!(reply.json()["error"]["code"], "bad_body");
    }
    assert_eq!(explorer.get("/corrections.json").await.json()["total"], 0);
    let headers = [("x-gainsay", "write"), ("content-type", "application/json; charset=utf-8")];
    let mut fine = request(Method::POST, "/corrections", &headers);
    *fine.body_mut() = Body::from(body);
    assert_eq!(explorer.ask(fine).await.status, StatusCode::CREATED);
}

/// Many write and read at once: every entry is kept, and every page is of one state.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_at_once_lose_nothing() {
    let explorer = std::sync::Arc::new(Explorer::new(false));
    let statements: Vec<String> =
        [explorer.ids("deny").await, explorer.ids("accuse").await].concat();
    let mut tasks = Vec::new();
    for at in 0..12 {
        let (explorer, statement) = (explorer.clone(), statements[at % statements.len()].clone());
        tasks.push(tokio::spawn(async move {
            let note = json!({"kind": "note", "statement": statement, "text": format!("n{at}"),
                "who": "A. Reader"});
            let written = explorer.post("/corrections", note).await;
            let read = explorer.get("/statements.json").await;
            (written.status, read.status)
        }));
    }
    for task in tasks {
        assert_eq!(task.await.unwrap(), (StatusCode::CREATED, StatusCode::OK));
    }
    let log = explorer.get("/corrections.json?limit=200").await.json();
    assert_eq!(log["total"], 12);
    let mut texts: Vec<String> = log["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["now"].as_str().unwrap().to_owned())
        .collect();
    texts.sort();
    let mut wanted: Vec<String> = (0..12).map(|at| format!("n{at}")).collect();
    wanted.sort();
    assert_eq!(texts, wanted);
    let card = explorer.get(&format!("/statements/{}.json", statements[0])).await.json();
    assert_eq!(card["notes"], 12 / statements.len() as u64);
}
