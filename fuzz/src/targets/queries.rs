//! The language of search.

use std::sync::{Mutex, OnceLock};

use gainsay_dossier::{Dossier, Facet, Search};
use gainsay_query::Query;

use super::small;

pub fn query(bytes: &[u8]) -> Result<(), String> {
    let written = String::from_utf8_lossy(bytes);
    let query = match written.parse::<Query>() {
        Ok(query) => query,
        Err(error) => {
            let (start, end) = (error.start(), error.end());
            // In code points.
            let there = start <= end && end <= written.chars().count();
            return if there { Ok(()) } else { Err(format!("{start}..{end} is no place in it")) };
        }
    };
    let printed = query.to_string();
    match printed.parse::<Query>() {
        Ok(again) if again == query => {}
        Ok(_) => return Err(format!("{printed:?} is another query")),
        Err(error) => return Err(format!("{printed:?}: {error}")),
    }
    asked(|dossier| {
        let search = Search::new(query);
        let matches = dossier.matches(&search)?.reports as usize;
        let page = dossier.search(&search, 1_000, None)?;
        dossier.facets(&search, &[Facet::Act])?;
        Ok((matches, page.found.len()))
    })
    .and_then(|(matches, rows)| match matches == rows {
        true => Ok(()),
        false => Err(format!("{matches} are counted and {rows} found")),
    })
}

fn asked<T>(ask: impl FnOnce(&Dossier) -> gainsay_dossier::Result<T>) -> Result<T, String> {
    static SMALL: OnceLock<Result<Mutex<(tempfile::TempDir, Dossier)>, String>> = OnceLock::new();
    let made = || {
        let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
        let dossier = small::make(&folder.path().join("small"))?;
        Ok(Mutex::new((folder, dossier)))
    };
    let held = SMALL.get_or_init(made).as_ref().map_err(Clone::clone)?;
    // Nothing of it changes: a panic under the lock leaves it as it was.
    let held = held.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    ask(&held.1).map_err(|e| e.to_string())
}
