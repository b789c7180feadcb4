//! Which parties a name in a query means.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_link::key;
use gainsay_query::Words;
use rusqlite::Connection;

use crate::decode::list;

/// The names of all parties, and who speaks for whom.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    /// Party and the key of one of its names, " with a space at either end ".
    names: Vec<(String, String)>,
    /// Who speaks for each party.
    speakers: BTreeMap<String, BTreeSet<String>>,
}

impl Names {
    /// Reads them.
    pub fn read(conn: &Connection) -> rusqlite::Result<Names> {
        let mut names = BTreeSet::new();
        let mut query =
            conn.prepare_cached("SELECT party, name FROM alias UNION SELECT id, name FROM party")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            if let Some(key) = key(row.get_ref(1)?.as_str()?) {
                names.insert((row.get::<_, String>(0)?, format!(" {key} ")));
            }
        }
        for (party, name) in crate::parties::merged(conn)? {
            names.extend(key(&name).map(|key| (party.to_string(), format!(" {key} "))));
        }
        let mut speakers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut query = conn.prepare_cached(
            "SELECT id, speaks_for, principal FROM party
             WHERE speaks_for <> '[]' OR principal IS NOT NULL",
        )?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let speaker: String = row.get(0)?;
            let mut add = |principal: &str| {
                speakers.entry(principal.to_owned()).or_default().insert(speaker.clone());
            };
            if let Some(principal) = row.get::<_, Option<String>>(2)? {
                add(&principal);
            }
            for principal in list(row.get_ref(1)?.as_str()?)? {
                add(&principal);
            }
        }
        Ok(Names { names: names.into_iter().collect(), speakers })
    }

    /// The parties with these words in a name, and who speaks for them.
    pub fn like(&self, words: &Words) -> Vec<String> {
        let Some(wanted) = wanted(words) else { return Vec::new() };
        let found = self.names.iter().filter(|(_, name)| name.contains(&wanted));
        self.with_who_speaks_for(found.map(|(party, _)| party.clone()).collect())
    }

    /// The parties with exactly this name.
    pub fn exactly(&self, words: &Words) -> Vec<String> {
        let Some(key) = key(words.text()).map(|key| format!(" {key} ")) else { return Vec::new() };
        let found: BTreeSet<&String> =
            self.names.iter().filter(|(_, name)| *name == key).map(|(party, _)| party).collect();
        found.into_iter().cloned().collect()
    }

    /// These parties, who speaks for them, who speaks for those …
    pub fn with_who_speaks_for(&self, parties: Vec<String>) -> Vec<String> {
        let mut found: BTreeSet<String> = BTreeSet::new();
        let mut next = parties;
        while let Some(party) = next.pop() {
            if let Some(speakers) = self.speakers.get(&party) {
                next.extend(speakers.iter().filter(|speaker| !found.contains(*speaker)).cloned());
            }
            found.insert(party);
        }
        found.into_iter().collect()
    }
}

/// Whether a name has these words in a row.
pub(crate) fn like(name: &str, words: &Words) -> bool {
    match (key(name), wanted(words)) {
        (Some(name), Some(wanted)) => format!(" {name} ").contains(&wanted),
        _ => false,
    }
}

/// What must be in the key of a name with a space at either end.
fn wanted(words: &Words) -> Option<String> {
    let end = if words.prefix() { "" } else { " " };
    key(words.text()).map(|key| format!(" {key}{end}"))
}
