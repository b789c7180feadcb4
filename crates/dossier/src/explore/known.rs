//! One party as the dossier's articles together show it.

use gainsay_link::Profile;
use gainsay_record::Id;
use rusqlite::OptionalExtension;

use crate::decode::count;
use crate::error::Result;
use crate::{Dossier, PartyEntry, parties};

impl Dossier {
    /// One party; none where there is no such.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn party(&self, id: &Id) -> Result<Option<PartyEntry>> {
        let read = || {
            let mut query = self.conn.prepare_cached(
                "SELECT p.principal, (SELECT count(*) FROM statement s WHERE s.party = p.id),
                   (SELECT count(DISTINCT coalesce(m.earliest, s.number)) FROM statement s
                    LEFT JOIN echo_member m ON m.item = s.number WHERE s.party = p.id)
                 FROM party p WHERE p.id = ?1",
            )?;
            let found = query
                .query_row([&id.0], |row| {
                    Ok((row.get::<_, Option<String>>(0)?, row.get(1)?, row.get(2)?))
                })
                .optional()?;
            let Some((principal, statements, independent)) = found else { return Ok(None) };
            let Some(facts) = parties::facts(&self.conn, &id.0)? else { return Ok(None) };
            let Profile { name, kind, aliases, roles, speaks_for, .. } =
                gainsay_link::profile(&facts);
            Ok(Some(PartyEntry {
                id: id.clone(),
                name,
                kind,
                aliases,
                roles,
                speaks_for,
                principal: principal.map(Id),
                statements: count(statements)? as u64,
                independent: count(independent)? as u64,
            }))
        };
        read().map_err(|e| self.error(e))
    }
}
