//! What pages hold: the overview, lists, filters, paging, what is refused.

mod common;

use axum::http::StatusCode;
use common::Explorer;
use serde_json::{Value, json};

#[tokio::test]
async fn the_overview_places_what_is_dated_and_keeps_the_rest_apart() {
    let explorer = Explorer::new(false);
    let page = explorer.get("/overview.json").await.json();
    assert_eq!(page["all"], json!({"first": "2031-03-02", "last": "2031-03-03"}));
    let lanes: Vec<&str> =
        page["lanes"].as_array().unwrap().iter().map(|l| l["name"].as_str().unwrap()).collect();
    assert_eq!(lanes.len(), 2);
    assert!(lanes.contains(&"Velmark") && lanes.contains(&"Ostrava"), "{lanes:?}");
    let acts: Vec<&str> =
        page["marks"].as_array().unwrap().iter().map(|m| m["act"].as_str().unwrap()).collect();
    assert_eq!(acts, ["accuse", "deny", "demand"]);
    assert_eq!(page["undated"]["reports"], 1);
    assert_eq!(page["undated"]["marks"][0]["first"], Value::Null);
    let one_day = explorer.get("/overview.json?from=2031-03-03&to=2031-03-03&act=deny").await;
    assert_eq!(one_day.json()["marks"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn filters_and_facets_agree() {
    let explorer = Explorer::new(false);
    let all = explorer.get("/statements.json").await.json();
    assert_eq!(all["total"]["reports"], 4);
    for facet in ["party", "act", "form", "sourcing", "outlet", "zone", "mode"] {
        for value in all["facets"][facet].as_array().unwrap() {
            let asked = value["value"].as_str().unwrap();
            let asked: String = asked.bytes().map(|byte| format!("%{byte:02x}")).collect();
            let page = explorer.get(&format!("/statements.json?{facet}={asked}")).await.json();
            assert_eq!(page["total"]["reports"], value["reports"], "{facet}={value}");
        }
    }
    let from_velmark = explorer.get("/parties.json?q=velm").await.json();
    let velmark = from_velmark["rows"][0]["id"].as_str().unwrap();
    let page = explorer.get(&format!("/statements.json?party={velmark}&act=deny")).await.json();
    assert_eq!(page["rows"][0]["speaker"]["name"], "Mara Dorn");
    let page = explorer.get("/statements.json?q=%22the+strait%22&sort=-said").await.json();
    assert_eq!(page["total"]["reports"], 2);
    let row = &page["rows"][0];
    let hit = &row["hits"]["content"][0];
    let content: Vec<char> = row["content"].as_str().unwrap().chars().collect();
    let [start, end] = [0, 1].map(|at| hit[at].as_u64().unwrap() as usize);
    assert_eq!(content[start..end].iter().collect::<String>(), "the strait");
}

#[tokio::test]
async fn pages_of_a_list_are_the_list() {
    let explorer = Explorer::new(false);
    for path in ["/statements.json", "/parties.json", "/articles.json"] {
        let whole = explorer.get(path).await.json()["rows"].clone();
        let (mut rows, mut after) = (Vec::new(), String::new());
        loop {
            let page = explorer.get(&format!("{path}?limit=1{after}")).await.json();
            rows.extend(page["rows"].as_array().unwrap().clone());
            match page["next"].as_str() {
                Some(next) => after = format!("&after={next}"),
                None => break,
            }
        }
        assert_eq!(Value::Array(rows), whole, "{path}");
        let reply = explorer.get(&format!("{path}?after=r00000000deadbeef")).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST);
        assert_eq!(reply.json()["error"]["code"], "bad_token");
    }
}

#[tokio::test]
async fn what_means_nothing_is_refused_and_says_so() {
    let explorer = Explorer::new(false);
    for (path, field) in [
        ("/statements.json?act=acuse", "act"),
        ("/statements.json?acts=deny", "acts"),
        ("/statements.json?sort=colour", "sort"),
        ("/statements.json?limit=0", "limit"),
        ("/statements.json?limit=201", "limit"),
        ("/statements.json?from=2031-13", "from"),
        ("/statements.json?undated=yes", "undated"),
        ("/overview.json?lanes=99", "lanes"),
        ("/parties.json?sort=act", "sort"),
        ("/allegations.json?state=true", "state"),
        ("/corrections.json?state=gone", "state"),
        ("/meta.json?x=1", "x"),
    ] {
        let reply = explorer.get(path).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{path}");
        assert_eq!(reply.json()["error"]["field"], field, "{path}");
    }
    let long = "x".repeat(1001);
    let reply = explorer.get(&format!("/statements.json?q={long}")).await;
    assert_eq!(reply.json()["error"]["code"], "bad_query");
    let reply = explorer.get(&format!("/statements.json?q={}", "x".repeat(9000))).await;
    assert_eq!(reply.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn nothing_is_sent_twice_that_has_not_changed() {
    let explorer = Explorer::new(false);
    let tag = explorer.get("/overview.json").await.headers["etag"].clone();
    let request = axum::http::Request::get("/overview.json")
        .header("host", format!("localhost:{}", common::PORT))
        .header("if-none-match", &tag)
        .body(axum::body::Body::empty())
        .unwrap();
    let reply = explorer.ask(request).await;
    assert_eq!((reply.status, reply.body.len()), (StatusCode::NOT_MODIFIED, 0));
}

/// The markup of an article travels as words, in JSON, and is never part of a page.
#[tokio::test]
async fn a_hostile_article_is_words() {
    let explorer = Explorer::new(false);
    let articles = explorer.get("/articles.json?q=hostile").await.json();
    let id = articles["rows"][0]["id"].as_str().unwrap();
    let reply = explorer.get(&format!("/articles/{id}.json")).await;
    assert_eq!(reply.headers["content-type"], "application/json");
    let page = reply.json();
    assert_eq!(page["text"], common::HOSTILE);
    let text: Vec<char> = common::HOSTILE.chars().collect();
    let spans = &page["statements"][0]["spans"]["content"][0];
    let [start, end] = ["start", "end"].map(|key| spans[key].as_u64().unwrap() as usize);
    assert_eq!(text[start..end].iter().collect::<String>(), "“Never,”");
    let csv = explorer.get("/statements.csv").await;
    let csv = String::from_utf8(csv.body).unwrap();
    assert!(csv.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{csv}");
}

#[tokio::test]
async fn another_build_is_seen_at_once() {
    let explorer = Explorer::new(true);
    let before = explorer.get("/meta.json").await.json();
    let mut dossier = gainsay_dossier::Dossier::open_existing(explorer.path()).unwrap();
    let more = common::article("more.txt", "Vesk Courier", None, "Dorn said no.");
    let said = common::statement(
        &more,
        "Mara Dorn",
        gainsay_record::Act::Deny,
        ["Dorn", "said", "no"],
        &[],
    );
    common::add(&mut dossier, &more, &[said], "gainsay test");
    let after = explorer.get("/meta.json").await.json();
    assert_ne!(before["revision"], after["revision"]);
    assert_eq!(after["counts"]["statements"]["reports"], 5);
}
