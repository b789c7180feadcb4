//! Every route, parameter, status and field against the description that is generated from the
//! code. Nothing is answered that is not described, and nothing described that is not answered.

mod common;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use common::{Explorer, Reply};
use gainsay_dossier::Dossier;
use gainsay_record::Act;
use serde_json::{Map, Value, json};

/// The schema that a reference means.
fn resolved<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(name) => {
            let found = root.pointer(name.trim_start_matches('#'));
            resolved(root, found.unwrap_or_else(|| panic!("{name} is not described")))
        }
        None => schema,
    }
}

/// All fields that a schema describes, those of its parts included.
fn fields(root: &Value, schema: &Value) -> Map<String, Value> {
    let schema = resolved(root, schema);
    let mut found = schema["properties"].as_object().cloned().unwrap_or_default();
    for part in schema["allOf"].as_array().into_iter().flatten() {
        found.extend(fields(root, part));
    }
    found
}

/// What of `value` is not as `schema` describes it.
fn mismatch(root: &Value, schema: &Value, value: &Value, at: &str) -> Option<String> {
    let schema = resolved(root, schema);
    if let Some(any) = schema["oneOf"].as_array().or(schema["anyOf"].as_array()) {
        let mut found: Vec<_> = any.iter().map(|s| mismatch(root, s, value, at)).collect();
        let fits = found.iter().any(Option::is_none);
        return if fits { None } else { found.swap_remove(found.len() - 1) };
    }
    for part in schema["allOf"].as_array().into_iter().flatten() {
        let part = resolved(root, part);
        for name in part["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if value.get(name).is_none() {
                return Some(format!("{at}: {name} is missing"));
            }
        }
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
    let described = fields(root, schema);
    let others = &schema["additionalProperties"];
    // What may be anything is described as an object without fields.
    if types == ["object"] && described.is_empty() && !others.is_object() {
        return None;
    }
    let fits = types.contains(&is) || is == "integer" && types.contains(&"number");
    if !types.is_empty() && !fits {
        return Some(format!("{at}: {is} where {types:?} is described"));
    }
    match value {
        Value::String(word) => {
            let known = schema["enum"].as_array()?;
            (!known.iter().any(|known| known == word)).then(|| format!("{at}: {word:?} is no word"))
        }
        Value::Array(items) => items.iter().enumerate().find_map(|(number, item)| {
            mismatch(root, &schema["items"], item, &format!("{at}[{number}]"))
        }),
        Value::Object(found) => {
            for name in schema["required"].as_array().into_iter().flatten() {
                if !found.contains_key(name.as_str()?) {
                    return Some(format!("{at}: {name} is missing"));
                }
            }
            found.iter().find_map(|(name, value)| {
                let at = format!("{at}.{name}");
                match described.get(name) {
                    Some(schema) => mismatch(root, schema, value, &at),
                    None if others.is_object() => mismatch(root, others, value, &at),
                    None => Some(format!("{at} is not described")),
                }
            })
        }
        _ => None,
    }
}

/// Holds an answer against the description of its route.
fn check(root: &Value, (method, route): (&str, &str), reply: &Reply) {
    let operation = &root["paths"][route][method];
    assert!(!operation.is_null(), "{method} {route} is described");
    // A success of its own; what is refused everywhere (another site, too long an address) once.
    let one = if reply.status.is_success() { reply.status.as_str() } else { "default" };
    let responses = &operation["responses"];
    let response = responses.get(reply.status.as_str()).unwrap_or(&responses[one]);
    let told = String::from_utf8_lossy(&reply.body);
    assert!(!response.is_null(), "{method} {route} may answer {}: {told}", reply.status);
    let kind = reply.headers["content-type"].to_str().unwrap();
    let kind = kind.split(';').next().unwrap();
    let content = &response["content"][kind];
    assert!(!content.is_null(), "{method} {route} answers {} with {kind}", reply.status);
    if kind == "application/json" {
        assert_eq!(mismatch(root, &content["schema"], &reply.json(), route), None);
    }
    if !reply.status.is_success() {
        let error = &reply.json()["error"];
        assert!(error["code"].as_str().is_some_and(|code| !code.is_empty()), "{told}");
        assert!(error["message"].as_str().is_some_and(|words| words.len() > 10), "{told}");
    }
}

/// The dispute, with what gives every kind of page something to show: a copy of an article in
/// another paper, and with it echoes and a story; an allegation; corrections; a job.
async fn everything() -> Explorer {
    let explorer = Explorer::new(false);
    let text = "NORTHQUAY, March 4 - The harbour master of Northquay, Edda Voss, accused Ostrava of \
                hiding the log of its survey ship from the inquiry into the broken cable.\n\n“They \
                hid the log and they know why they hid it,” Voss told reporters outside the old \
                customs house on Friday, before the commission of inquiry met there for the first \
                time behind closed doors.\n\nOstrava denied that it had hidden any log from the \
                inquiry and called the words of the harbour master a stain on her office.";
    let mut dossier = Dossier::open_existing(explorer.path()).unwrap();
    for (path, outlet) in [("wire.txt", "Strait Wire"), ("mail.txt", "Lorn Mail")] {
        let article = common::article(path, outlet, Some("2031-03-04"), text);
        let said = |name, act, words, targets: &[&str]| {
            common::statement(&article, name, act, words, targets)
        };
        let statements = [
            said(
                "Edda Voss",
                Act::Accuse,
                [
                    "The harbour master of Northquay, Edda Voss",
                    "accused",
                    "of hiding the log of its survey ship from the inquiry",
                ],
                &["Ostrava"],
            ),
            said(
                "Edda Voss",
                Act::Accuse,
                ["Voss", "told", "“They hid the log and they know why they hid it,”"],
                &["Ostrava"],
            ),
            said(
                "Ostrava",
                Act::Deny,
                ["Ostrava denied", "denied", "it had hidden any log from the inquiry"],
                &["Edda Voss"],
            ),
        ];
        common::add(&mut dossier, &article, &statements, "gainsay test");
    }
    dossier.link(|_, _| {}).unwrap();
    drop(dossier);
    let deny = explorer.ids("deny").await.remove(0);
    for asked in [
        json!({"kind": "note", "statement": deny, "text": "seen", "who": "A. Reader"}),
        json!({"kind": "flag", "statement": deny, "who": "A. Reader"}),
        json!({"kind": "act", "statement": deny, "act": "criticize", "who": "A. Reader"}),
    ] {
        assert_eq!(explorer.post("/corrections", asked).await.status, StatusCode::CREATED);
    }
    explorer
}

/// `(method, path)` of every route that answers with data, as the router has them.
fn routes() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for line in include_str!("../src/routes.rs").lines() {
        let Some(rest) = line.trim().strip_prefix(".route(\"") else { continue };
        let (path, handlers) = rest.split_once('"').unwrap();
        for method in ["get", "post"] {
            let is_page = method == "get" && handlers.contains("get(page)");
            if handlers.contains(&format!("{method}(")) && !is_page {
                let one = if path.starts_with("/jobs") { "{number}.json" } else { "{id}.json" };
                found.insert((method.to_owned(), path.replace("{file}", one)));
            }
        }
    }
    assert!(found.len() > 20, "{found:?}");
    found.remove(&("get".to_owned(), "/openapi.json".to_owned()));
    found
}

fn described(root: &Value) -> BTreeSet<(String, String)> {
    let paths = root["paths"].as_object().unwrap().iter();
    paths
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().unwrap().keys();
            methods.map(|method| (method.clone(), path.clone())).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn every_route_is_described_and_no_other() {
    assert_eq!(described(&gainsay_server::openapi()), routes());
}

#[tokio::test]
async fn every_answer_is_as_described_down_to_its_last_field() {
    let explorer = everything().await;
    let root = explorer.get("/openapi.json").await.json();
    let taken = explorer.post("/articles", json!({"text": "Dorn said no."})).await;
    check(&root, ("post", "/articles"), &taken);
    let mut asked = BTreeSet::new();
    for (_, route) in described(&root).into_iter().filter(|(method, _)| method == "get") {
        let paths = match route.split_once("/{") {
            None => vec![route.clone()],
            Some((list, _)) => {
                let page = explorer.get(&format!("{list}.json")).await.json();
                let rows = page["rows"].as_array().unwrap();
                assert!(!rows.is_empty(), "{list} has something to show");
                let id = |row: &Value| match &row["id"] {
                    Value::String(id) => id.clone(),
                    _ => row["job"].to_string(),
                };
                rows.iter().map(|row| format!("{list}/{}.json", id(row))).collect()
            }
        };
        for path in paths {
            let reply = explorer.get(&path).await;
            assert_eq!(reply.status, StatusCode::OK, "{path}");
            check(&root, ("get", &route), &reply);
            let policy = reply.headers["content-security-policy"].to_str().unwrap();
            assert!(policy.contains("script-src 'self'") && !policy.contains("unsafe"), "{policy}");
            assert_eq!(reply.headers["x-content-type-options"], "nosniff");
            if !path.ends_with(".json") {
                let saved = reply.headers["content-disposition"].to_str().unwrap();
                assert!(saved.starts_with("attachment"), "{saved}");
            }
            asked.insert(route.clone());
        }
        if route.contains('{') {
            let nothing = route.replace("{id}", "0123456789abcdef").replace("{number}", "99");
            let reply = explorer.get(&nothing).await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND);
            check(&root, ("get", &route), &reply);
        }
    }
    assert_eq!(asked.len(), described(&root).iter().filter(|(m, _)| m == "get").count());
}

/// What a page says of its parameters where one is asked for that it does not know.
#[tokio::test]
async fn every_parameter_is_described_and_no_other() {
    let explorer = everything().await;
    let root = gainsay_server::openapi();
    for (_, route) in described(&root).into_iter().filter(|(method, _)| method == "get") {
        if route.starts_with("/jobs") {
            continue;
        }
        let list = route.split_once("/{").map(|(list, _)| list);
        let path = match list {
            None => route.clone(),
            Some(list) => {
                let page = explorer.get(&format!("{list}.json")).await.json();
                format!("{list}/{}.json", page["rows"][0]["id"].as_str().unwrap())
            }
        };
        let reply = explorer.get(&format!("{path}?colour=red")).await;
        check(&root, ("get", &route), &reply);
        let told = reply.json()["error"]["message"].as_str().unwrap().to_owned();
        let known = told.split_once("there are: ").map_or("", |(_, known)| known);
        let known: BTreeSet<&str> = known.split(", ").filter(|name| !name.is_empty()).collect();
        let all = root["paths"][&route]["get"]["parameters"].as_array();
        let query = all.into_iter().flatten().filter(|parameter| parameter["in"] == "query");
        let written: BTreeSet<&str> = query.map(|p| p["name"].as_str().unwrap()).collect();
        assert_eq!(written, known, "{route}");
    }
}

#[tokio::test]
async fn every_write_answers_as_described() {
    let explorer = everything().await;
    let reading = Explorer::new(true);
    let root = gainsay_server::openapi();
    let demand = explorer.ids("demand").await.remove(0);
    let flag = json!({"kind": "flag", "statement": demand, "who": "A. Reader"});
    let act = |act: &str| {
        json!({"kind": "act", "statement": demand, "act": act, "who": "A. Reader"}).to_string()
    };
    let who = || json!({"who": "A. Reader"}).to_string();
    let log = String::from_utf8(explorer.get("/corrections.jsonl").await.body).unwrap();
    let text = || json!({"text": "Dorn said no."}).to_string();
    let correct = "/corrections";
    let undo = "/corrections/{number}/undo";
    let stop = "/jobs/{number}/stop";
    for (route, path, body, status) in [
        (correct, correct, flag.to_string(), 201),
        (correct, correct, flag.to_string(), 409),
        (correct, correct, "{".to_owned(), 400),
        (correct, correct, act("sing"), 422),
        (correct, correct, act("deny").replace(&demand, "0123456789abcdef"), 404),
        (correct, correct, "x".repeat(70_000), 413),
        (undo, "/corrections/3/undo", who(), 201),
        (undo, "/corrections/3/undo", who(), 409),
        (undo, "/corrections/99/undo", who(), 404),
        (undo, "/corrections/1/undo", json!({"who": ""}).to_string(), 422),
        (undo, "/corrections/1/undo", "[]".to_owned(), 400),
        (undo, "/corrections/1/undo", "x".repeat(70_000), 413),
        ("/corrections/apply", "/corrections/apply", log, 200),
        ("/articles", "/articles?name=one.txt", "Dorn said no.".to_owned(), 202),
        ("/articles", "/articles", text(), 202),
        ("/articles", "/articles", "{}".to_owned(), 400),
        ("/articles", "/articles?name=%00", text(), 400),
        (stop, "/jobs/1/stop", String::new(), 200),
        (stop, "/jobs/99/stop", String::new(), 404),
    ] {
        let reply = explorer.post(path, &body).await;
        assert_eq!(reply.status.as_u16(), status, "{path} {}", reply.json());
        check(&root, ("post", route), &reply);
        let refused = reading.post(path, &body).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}");
        check(&root, ("post", route), &refused);
    }
    for route in [correct, undo] {
        let request = axum::http::Request::post(route.replace("{number}", "1"))
            .header("host", format!("127.0.0.1:{}", common::PORT))
            .header("x-gainsay", "write")
            .header("content-type", "text/plain");
        let reply = explorer.ask(request.body(flag.to_string().into()).unwrap()).await;
        assert_eq!(reply.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
        check(&root, ("post", route), &reply);
    }
}

/// The front end's types are made from the committed file. Set UPDATE_OPENAPI to write it anew.
#[test]
fn the_committed_description_is_the_generated_one() {
    let path = "openapi.json";
    let generated = serde_json::to_string_pretty(&gainsay_server::openapi()).unwrap() + "\n";
    if std::env::var_os("UPDATE_OPENAPI").is_some() {
        std::fs::write(path, &generated).unwrap();
    }
    assert!(std::fs::read_to_string(path).unwrap() == generated, "openapi.json is out of date");
}
