//! Article data in JSON-LD.

use dom_query::Document;
use serde_json::Value;

use super::entities::decode;

/// What the page's JSON-LD says of its article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Linked {
    pub headline: Option<String>,
    pub description: Option<String>,
    pub authors: Vec<String>,
    pub published: Option<String>,
    pub publisher: Option<String>,
    pub body: Option<String>,
}

/// Reads the first article that the page's JSON-LD describes.
pub(super) fn find(document: &Document) -> Option<Linked> {
    let mut roots = Vec::new();
    for node in document.select("script[type*='ld+json']").nodes() {
        let text = node.text();
        let text = text.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        // Line ends inside strings are wrong but common.
        let parsed = serde_json::from_str::<Value>(text)
            .or_else(|_| serde_json::from_str(&text.replace(['\n', '\r', '\t'], " ")));
        roots.extend(parsed.ok());
    }
    let mut articles = Vec::new();
    for root in &roots {
        collect(root, &mut articles, 0);
    }
    // A page about news also describes its site and its parts.
    articles.sort_by_key(|(rank, _)| *rank);
    let (_, article) = articles.first()?;
    Some(Linked {
        headline: string(&article["headline"]).or_else(|| string(&article["name"])),
        description: string(&article["description"]),
        authors: names(&article["author"], &roots),
        published: string(&article["datePublished"]),
        publisher: names(&article["publisher"], &roots).into_iter().next(),
        body: string(&article["articleBody"]),
    })
}

/// Articles anywhere in the value, each with how surely it is the page's.
fn collect<'a>(value: &'a Value, articles: &mut Vec<(u8, &'a Value)>, depth: usize) {
    if depth > 6 {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|v| collect(v, articles, depth + 1)),
        Value::Object(map) => {
            let types = match &value["@type"] {
                Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
                Value::String(one) => vec![one.as_str()],
                _ => Vec::new(),
            };
            let rank = types.iter().filter_map(|name| rank(name)).min();
            if let Some(rank) = rank {
                articles.push((rank + depth.min(3) as u8, value));
            }
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(inner) = map.get(key) {
                    collect(inner, articles, depth + 1);
                }
            }
        }
        _ => {}
    }
}

fn rank(kind: &str) -> Option<u8> {
    let kind = kind.rsplit(['/', ':']).next().unwrap_or(kind);
    match kind {
        _ if kind.ends_with("NewsArticle") => Some(0),
        _ if kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report" => Some(1),
        "WebPage" => Some(20),
        _ => None,
    }
}

fn string(value: &Value) -> Option<String> {
    let string = match value {
        Value::Array(values) => values.first()?.as_str()?,
        other => other.as_str()?,
    };
    let string = string.trim();
    (!string.is_empty()).then(|| decode(string))
}

/// Names of people or organisations: strings, objects with a name, or references to such.
fn names(value: &Value, roots: &[Value]) -> Vec<String> {
    match value {
        Value::String(name) => vec![decode(name.trim())],
        Value::Array(values) => values.iter().flat_map(|value| names(value, roots)).collect(),
        Value::Object(map) => {
            if let Some(name) = map.get("name") {
                return string(name).into_iter().collect();
            }
            let id = map.get("@id").and_then(Value::as_str);
            let named = id.and_then(|id| roots.iter().find_map(|root| by_id(root, id, 0)));
            named.and_then(|named| string(&named["name"])).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn by_id<'a>(value: &'a Value, id: &str, depth: usize) -> Option<&'a Value> {
    match value {
        _ if depth > 6 => None,
        Value::Array(values) => values.iter().find_map(|value| by_id(value, id, depth + 1)),
        Value::Object(map)
            if map.get("@id").and_then(Value::as_str) == Some(id) && map.contains_key("name") =>
        {
            Some(value)
        }
        Value::Object(map) => map.get("@graph").and_then(|graph| by_id(graph, id, depth + 1)),
        _ => None,
    }
}
