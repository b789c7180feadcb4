//! From rows to the words of the record and back.

use gainsay_record::{Basis, DateValue, Id, Precision, Span};
use rusqlite::{Connection, OptionalExtension, Row};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde::de::value::{Error as WordError, StrDeserializer};

/// A word of the vocabulary (`deny`, `body`, `short-name`).
pub(crate) fn word<T: DeserializeOwned>(word: &str) -> rusqlite::Result<T> {
    T::deserialize(StrDeserializer::<WordError>::new(word)).map_err(|error| bad(error.to_string()))
}

/// An id.
pub(crate) fn id_at(row: &Row<'_>, column: usize) -> rusqlite::Result<Id> {
    parsed(row.get_ref(column)?.as_str()?)
}

/// An id, or none where the column is null.
pub(crate) fn id_or_none(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Id>> {
    row.get_ref(column)?.as_str_or_null()?.map(parsed).transpose()
}

/// An id from what is written.
pub(crate) fn parsed(id: &str) -> rusqlite::Result<Id> {
    id.parse().map_err(|error| bad(format!("{id:?} is no id: {error}")))
}

/// A JSON list of strings.
pub(crate) fn list(json: &str) -> rusqlite::Result<Vec<String>> {
    Vec::deserialize(&mut serde_json::Deserializer::from_str(json))
        .map_err(|error| bad(format!("{json:?} is not a list of names: {error}")))
}

/// Names as a JSON list.
pub(crate) fn json(names: &[String]) -> String {
    serde_json::Value::from(names).to_string()
}

/// A number that counts something.
pub(crate) fn count(number: i64) -> rusqlite::Result<usize> {
    usize::try_from(number).map_err(|_| bad(format!("{number} counts nothing")))
}

/// A date in three columns from `first` on; its span, where there is one, is given.
pub(crate) fn date(
    row: &Row<'_>,
    first: usize,
    span: Option<Span>,
) -> rusqlite::Result<Option<DateValue>> {
    let Some(value) = row.get::<_, Option<String>>(first)? else { return Ok(None) };
    let precision: Precision = word(&row.get::<_, String>(first + 1)?)?;
    let basis: Basis = word(&row.get::<_, String>(first + 2)?)?;
    Ok(Some(DateValue { value, precision, basis, span }))
}

/// A span in three columns from `first` on, or none where they are null.
pub(crate) fn span(row: &Row<'_>, first: usize) -> rusqlite::Result<Option<Span>> {
    let Some(start) = row.get::<_, Option<i64>>(first)? else { return Ok(None) };
    let (start, end) = (count(start)?, count(row.get(first + 1)?)?);
    Ok(Some(Span { start, end, exact: row.get(first + 2)? }))
}

/// The date that an article gives itself.
pub(crate) fn published(conn: &Connection, article: Id) -> rusqlite::Result<Option<DateValue>> {
    let found = conn
        .prepare_cached(
            "SELECT published, published_precision, published_basis, published_start,
               published_end, published_exact FROM article WHERE id = ?1",
        )?
        .query_row([&*article.digits()], |row| date(row, 0, span(row, 3)?))
        .optional()?;
    Ok(found.flatten())
}

/// A column holds what no dossier holds there.
pub(crate) fn bad(what: String) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, what.into())
}
