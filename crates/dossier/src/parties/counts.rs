//! What one article brings and takes: its names, its parties, and the counts of its forms.

use std::collections::BTreeSet;

use gainsay_link::{Mention, MentionRole, mentions};
use gainsay_record::{Id, Statement};
use rusqlite::{Transaction, params};

use crate::decode::json;

/// Whether an article comes or goes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Change {
    Add,
    Remove,
}

/// What each fact is counted from. Always from the rows as they stand, never from what a version
/// of the program would make of them today, so that what goes is exactly what came.
pub(crate) const COUNTED_FROM: [&str; 6] = [
    "SELECT m.form AS form, 'name' AS what, m.name AS value, count(*) AS reports
       FROM mention m JOIN statement s ON s.id = m.statement
       WHERE s.article = ?1 AND m.form IS NOT NULL GROUP BY 1, 3",
    "SELECT m.form AS form, 'kind' AS what, s.speaker_kind AS value, count(*) AS reports
       FROM statement s JOIN mention m ON m.statement = s.id AND m.role = 'speaker'
       WHERE s.article = ?1 AND m.form IS NOT NULL GROUP BY 1, 3",
    "SELECT m.form AS form, 'role' AS what, s.speaker_role AS value, count(*) AS reports
       FROM statement s JOIN mention m ON m.statement = s.id AND m.role = 'speaker'
       WHERE s.article = ?1 AND m.form IS NOT NULL AND s.speaker_role IS NOT NULL GROUP BY 1, 3",
    "SELECT form, 'speaks for' AS what, chain AS value, count(*) AS reports FROM (
       SELECT m.form AS form, (
         SELECT json_group_array(form) FROM (
           SELECT c.form AS form FROM mention c
           WHERE c.statement = s.id AND c.role = 'speaks for' AND c.form IS NOT NULL
           ORDER BY c.part)) AS chain
       FROM statement s JOIN mention m ON m.statement = s.id AND m.role = 'speaker'
       WHERE s.article = ?1 AND m.form IS NOT NULL)
     WHERE chain <> '[]' GROUP BY 1, 3",
    "SELECT l.form AS form, 'alias' AS what, j.value AS value, 1 AS reports
       FROM local l, json_each(l.alias) j WHERE l.article = ?1",
    "SELECT l.form AS form, 'home' AS what, j.value AS value, 1 AS reports
       FROM local l, json_each(l.home) j WHERE l.article = ?1",
];

/// Writes down whom an article's statements name. Its statements must be there.
pub(crate) fn insert(
    tx: &Transaction<'_>,
    article: &Id,
    text: &str,
    statements: &[Statement],
) -> rusqlite::Result<()> {
    let named = mentions(article, text, statements);
    let mut forms = tx.prepare_cached(
        "INSERT INTO form (id, class, key, country, article, seen) VALUES (?1, ?2, ?3, ?4, ?5, '')
         ON CONFLICT DO NOTHING",
    )?;
    let mut local = tx.prepare_cached(
        "INSERT INTO local (article, form, alias, home) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO NOTHING",
    )?;
    let mut ids = Vec::with_capacity(named.parties.len());
    for party in &named.parties {
        let (form, id) = (&party.form, party.form.id());
        let own = form.article.map(|article| article.to_string());
        forms.execute(params![&*id.digits(), form.class.as_str(), form.key, form.country, own])?;
        let [alias, home] = [&party.aliases, &party.homes]
            .map(|set| json(&set.iter().cloned().collect::<Vec<_>>()));
        local.execute(params![&*article.digits(), &*id.digits(), alias, home])?;
        ids.push(id.to_string());
    }
    let mut query = tx.prepare_cached(
        "INSERT INTO mention (statement, role, part, name, form, party)
         VALUES (?1, ?2, ?3, ?4, ?5, (SELECT party FROM form WHERE id = ?5))",
    )?;
    let mut speaker = tx.prepare_cached(
        "UPDATE statement SET party = (SELECT party FROM form WHERE id = ?1) WHERE id = ?2",
    )?;
    for mention in named.mentions {
        let of = &statements[mention.statement].id;
        let Mention { role, part, name, party, .. } = mention;
        let form = party.map(|at| &ids[at]);
        query.execute(params![&*of.digits(), role.as_str(), part as i64, name, form])?;
        if role == MentionRole::Speaker {
            speaker.execute(params![form, &*of.digits()])?;
        }
    }
    Ok(())
}

/// Adds what one article says of its forms, or takes it away, and notes which it touched. The rows
/// of the article must be there.
pub(crate) fn count(
    tx: &Transaction<'_>,
    article: &str,
    change: Change,
    touched: &mut BTreeSet<String>,
) -> rusqlite::Result<()> {
    let sign: i64 = match change {
        Change::Add => 1,
        Change::Remove => -1,
    };
    for counted in COUNTED_FROM {
        tx.prepare_cached(&format!(
            "INSERT INTO form_fact (form, what, value, reports)
             SELECT form, what, value, reports * ?2 FROM ({counted}) WHERE true
             ON CONFLICT DO UPDATE SET reports = reports + excluded.reports"
        ))?
        .execute(params![article, sign])?;
    }
    let mut query = tx.prepare_cached("SELECT form FROM local WHERE article = ?1")?;
    for form in query.query_map([article], |row| row.get(0))? {
        touched.insert(form?);
    }
    Ok(())
}
