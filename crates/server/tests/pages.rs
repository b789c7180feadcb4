//! Every page's data, against the description that is generated from the code.

mod common;

use axum::http::StatusCode;
use common::Explorer;
use serde_json::{Value, json};

/// What of `value` is not as `schema` describes it.
fn mismatch(root: &Value, schema: &Value, value: &Value, at: &str) -> Option<String> {
    if let Some(name) = schema["$ref"].as_str() {
        let schema = root.pointer(name.trim_start_matches('#'));
        return match schema {
            Some(schema) => mismatch(root, schema, value, at),
            None => Some(format!("{at}: {name} is not described")),
        };
    }
    if let Some(all) = schema["allOf"].as_array() {
        return all.iter().find_map(|schema| mismatch(root, schema, value, at));
    }
    if let Some(any) = schema["oneOf"].as_array().or(schema["anyOf"].as_array()) {
        let mut found = any.iter().map(|schema| mismatch(root, schema, value, at));
        return if found.any(|mismatch| mismatch.is_none()) {
            None
        } else {
            any.iter().find_map(|schema| mismatch(root, schema, value, at))
        };
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => vec![],
    };
    let is = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    // What may be anything is described as an object.
    let anything = types == ["object"] && schema["properties"].is_null();
    let fits = types.contains(&is) || is == "integer" && types.contains(&"number");
    if !types.is_empty() && !fits && !anything {
        return Some(format!("{at}: {is} where {types:?} is described"));
    }
    if let Value::Array(items) = value {
        return items.iter().enumerate().find_map(|(number, item)| {
            mismatch(root, &schema["items"], item, &format!("{at}[{number}]"))
        });
    }
    let Value::Object(fields) = value else { return None };
    for name in schema["required"].as_array().into_iter().flatten() {
        if !fields.contains_key(name.as_str().unwrap()) {
            return Some(format!("{at}: {name} is missing"));
        }
    }
    schema["properties"].as_object().into_iter().flatten().find_map(|(name, schema)| {
        mismatch(root, schema, fields.get(name)?, &format!("{at}.{name}"))
    })
}

fn check(description: &Value, path: &str, status: &str, value: &Value) {
    let schema = &description["paths"][path]["get"]["responses"][status]["content"]["application/json"]
        ["schema"];
    assert!(!schema.is_null(), "{path} is described");
    assert_eq!(mismatch(description, schema, value, path), None);
}

#[tokio::test]
async fn every_page_answers_as_described() {
    let explorer = Explorer::new(false);
    let description = explorer.get("/openapi.json").await.json();
    for path in [
        "/meta.json",
        "/overview.json",
        "/statements.json",
        "/parties.json",
        "/articles.json",
        "/echoes.json",
        "/stories.json",
        "/allegations.json",
        "/sourcing.json",
        "/corrections.json",
        "/jobs.json",
    ] {
        let reply = explorer.get(path).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}");
        check(&description, path, "200", &reply.json());
        let policy = reply.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("script-src 'self'") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(reply.headers["x-content-type-options"], "nosniff");
    }
    for (list, one) in [
        ("/statements.json", "/statements/{id}.json"),
        ("/parties.json", "/parties/{id}.json"),
        ("/articles.json", "/articles/{id}.json"),
    ] {
        let rows = explorer.get(list).await.json();
        let rows = rows["rows"].as_array().unwrap().clone();
        assert!(rows.len() >= 3, "{list}");
        for row in rows {
            let path = one.replace("{id}", row["id"].as_str().unwrap());
            let reply = explorer.get(&path).await;
            assert_eq!(reply.status, StatusCode::OK, "{path}");
            check(&description, one, "200", &reply.json());
        }
        let reply = explorer.get(&one.replace("{id}", "0123456789abcdef")).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
        check(&description, one, "404", &reply.json());
    }
    for path in ["/statements.jsonl", "/statements.csv", "/corrections.jsonl"] {
        let reply = explorer.get(path).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}");
        assert!(!description["paths"][path].is_null());
        assert!(reply.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    }
}

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

/// The front end's types are made from the committed file. Set UPDATE_OPENAPI to write it anew.
#[test]
fn the_committed_description_is_the_generated_one() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/openapi.json");
    let generated = serde_json::to_string_pretty(&gainsay_server::openapi()).unwrap() + "\n";
    if std::env::var_os("UPDATE_OPENAPI").is_some() {
        std::fs::write(path, &generated).unwrap();
    }
    assert!(std::fs::read_to_string(path).unwrap() == generated, "openapi.json is out of date");
}
