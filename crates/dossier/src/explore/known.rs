//! One party as the dossier's articles together show it.

use gainsay_record::Id;

use crate::error::Result;
use crate::{Dossier, PartyEntry, parties};

impl Dossier {
    /// One party; none where there is no such.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn party(&self, id: &Id) -> Result<Option<PartyEntry>> {
        parties::entry(&self.conn, id).map_err(|e| self.error(e))
    }
}
