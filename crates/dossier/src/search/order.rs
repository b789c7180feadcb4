//! The order of what is found, and tokens that say where a page ends.

use gainsay_record::Digest;
use rusqlite::types::Value;
use serde_json::Value as Json;

use super::{Search, UNDATED};
use crate::error::{Error, Result};

/// By what statements are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Sort {
    /// By the day said.
    #[default]
    Said,
    /// By the day published.
    Published,
    /// By the speaker's name; the unknown last.
    Speaker,
    /// By act, in the order of the alphabet.
    Act,
    /// By outlet.
    Outlet,
    /// By confidence, the least sure first.
    Confidence,
}

/// The order in which statements are listed.
const LISTED: [&str; 6] =
    ["said_from", "said_to", "published_from", "published_to", "article", "position"];

/// What rows are compared by, one after the other, and whether the greater comes first.
#[derive(Debug)]
pub(crate) struct Order {
    keys: Vec<(String, bool)>,
}

impl Order {
    pub fn of(search: &Search) -> Order {
        let own: Vec<(String, bool)> = match search.sort {
            // The listing itself: no sorting at all.
            Sort::Said if !search.reverse => Vec::new(),
            Sort::Said => dated("said"),
            Sort::Published => dated("published"),
            Sort::Speaker => known("(party IS NULL)", "speaker COLLATE NOCASE"),
            Sort::Act => vec![("act".to_owned(), true)],
            Sort::Outlet => known("(outlet IS NULL)", "ifnull(outlet, '') COLLATE NOCASE"),
            Sort::Confidence => vec![("confidence".to_owned(), true)],
        };
        let turned = own.into_iter().map(|(key, turns)| (key, turns && search.reverse));
        Order { keys: turned.chain(LISTED.map(|key| (key.to_owned(), false))).collect() }
    }

    /// The columns that a page must read for the token of the next.
    pub fn columns(&self) -> Vec<&str> {
        self.keys.iter().map(|(key, _)| key.as_str()).collect()
    }

    /// What stands after ORDER BY.
    pub fn sql(&self) -> String {
        let keys = self.keys.iter();
        let keys = keys
            .map(|(key, last_first)| format!("{key}{}", if *last_first { " DESC" } else { "" }));
        keys.collect::<Vec<_>>().join(", ")
    }

    /// The condition that a row comes after one with these values, and the values it needs.
    pub fn after(&self, values: &[Value]) -> (String, Vec<Value>) {
        if self.keys.len() == LISTED.len() {
            let columns = LISTED.join(", ");
            return (format!("({columns}) > (?, ?, ?, ?, ?, ?)"), values.to_vec());
        }
        let (mut sql, mut bound) = (String::new(), Vec::new());
        for ((key, last_first), value) in self.keys.iter().zip(values) {
            let sign = if *last_first { '<' } else { '>' };
            sql.push_str(&format!("({key} {sign} ? OR ({key} = ? AND "));
            bound.extend([value.clone(), value.clone()]);
        }
        sql.push_str("false");
        sql.push_str(&"))".repeat(self.keys.len()));
        (sql, bound)
    }

    /// The token of a page that ends with a row of these values.
    pub fn token(&self, search: &Search, values: &[Value]) -> String {
        let values = values.iter().map(|value| match value {
            Value::Integer(number) => Json::from(*number),
            Value::Text(text) => Json::from(text.as_str()),
            _ => Json::Null,
        });
        let token = Json::Array(std::iter::once(Json::from(mark(search))).chain(values).collect());
        token.to_string().bytes().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The values in a token.
    pub fn read(&self, search: &Search, token: &str) -> Result<Vec<Value>> {
        let bad = |reason: &str| Error::Page { reason: reason.to_owned() };
        let bytes: Option<Vec<u8>> = (token.len().is_multiple_of(2) && token.is_ascii())
            .then(|| {
                let digits = |at: usize| u8::from_str_radix(&token[at..at + 2], 16).ok();
                (0..token.len()).step_by(2).map(digits).collect()
            })
            .flatten();
        let parts: Vec<Json> = bytes
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .ok_or_else(|| bad("the token is damaged"))?;
        let Some((first, values)) = parts.split_first() else {
            return Err(bad("the token is damaged"));
        };
        if first.as_str() != Some(mark(search).as_str()) {
            return Err(bad("the token was given for another query or order"));
        }
        if values.len() != self.keys.len() {
            return Err(bad("the token is damaged"));
        }
        let value = |json: &Json| match json {
            Json::Number(number) => number.as_i64().map(Value::Integer),
            Json::String(text) => Some(Value::Text(text.clone())),
            _ => None,
        };
        values.iter().map(|json| value(json).ok_or_else(|| bad("the token is damaged"))).collect()
    }
}

/// By a date, the undated last whichever way it is turned.
fn dated(which: &str) -> Vec<(String, bool)> {
    let from = format!("{which}_from");
    vec![(format!("({from} = {UNDATED})"), false), (from, true), (format!("{which}_to"), false)]
}

fn known(unknown: &str, column: &str) -> Vec<(String, bool)> {
    vec![(unknown.to_owned(), false), (column.to_owned(), true)]
}

/// Tells the tokens of one search from those of another.
fn mark(search: &Search) -> String {
    let order = format!("{:?} {}", search.sort, search.reverse);
    Digest::new("page").part(search.without(None).to_string()).part(order).id().to_string()
}
