//! Which party a name means: the one that is called so, where no other is.

use std::collections::HashMap;

use gainsay_link::key;
use gainsay_link::parties::{Class, home_of, normal};
use gainsay_record::Id;
use rusqlite::Connection;

use crate::decode::id_at;

/// A party by its id and its name.
type Named = (Id, String);

/// The parties by the names they go by; none where two go by one.
pub(crate) struct Called {
    /// As articles write them: most names are found so, and at once.
    as_written: HashMap<String, Option<Named>>,
    by_key: HashMap<String, Option<Named>>,
    /// The country with whose name some name of a body begins; none where there are two.
    countries: HashMap<Id, Option<String>>,
}

impl Called {
    /// Reads the names of all parties that are no one article's own.
    pub(crate) fn read(conn: &Connection) -> rusqlite::Result<Called> {
        let mut called = Called {
            as_written: HashMap::new(),
            by_key: HashMap::new(),
            countries: HashMap::new(),
        };
        let mut query = conn.prepare(
            "SELECT p.id, p.name, f.key, n.value, p.kind = 'organization' FROM form f
             JOIN party p ON p.id = f.party
             LEFT JOIN form_fact n ON n.form = f.id AND n.what IN ('name', 'alias')
             WHERE f.article IS NULL",
        )?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let party: Named = (id_at(row, 0)?, row.get(1)?);
            let (value, body): (Option<String>, bool) = (row.get(3)?, row.get(4)?);
            if body {
                value.iter().for_each(|name| called.locate(party.0, name));
            }
            for name in [Some(party.1.clone()), row.get(2)?, value].into_iter().flatten() {
                called.add(&name, &party);
            }
        }
        Ok(called)
    }

    fn add(&mut self, name: &str, party: &Named) {
        let keys = [(&mut self.as_written, Some(name.to_owned())), (&mut self.by_key, key(name))];
        for (names, name) in keys {
            let Some(name) = name else { continue };
            let known = names.entry(name).or_insert_with(|| Some(party.clone()));
            if known.as_ref().is_some_and(|(id, _)| *id != party.0) {
                *known = None;
            }
        }
    }

    fn locate(&mut self, party: Id, name: &str) {
        if let Some(country) = home_of(name) {
            let known = self.countries.entry(party).or_insert_with(|| Some(country.clone()));
            known.take_if(|known| *known != country);
        }
    }

    /// The party of a name that is written as names are: as it stands, by its key, or in its normal form.
    fn party(&self, name: &str) -> Option<&Named> {
        if !name.starts_with(char::is_uppercase) {
            return None;
        }
        if let Some(known) = self.as_written.get(name) {
            return known.as_ref();
        }
        let find = |key: String| self.by_key.get(&key)?.as_ref();
        key(name).and_then(find).or_else(|| normal(Class::Body, name).and_then(find))
    }

    /// The name of the party that a name means; the name itself where it means none.
    pub(crate) fn name<'n>(&'n self, name: &'n str) -> &'n str {
        self.party(name).map_or(name, |(_, called)| called)
    }

    /// The party of the country with whose name a body's begins, or another name of it: it answers for
    /// the body.
    pub(crate) fn home(&self, name: &str) -> Option<Id> {
        let country = home_of(name).or_else(|| {
            let (body, _) = self.party(name)?;
            self.countries.get(body)?.clone()
        });
        self.by_key.get(&country?)?.as_ref().map(|&(id, _)| id)
    }
}
