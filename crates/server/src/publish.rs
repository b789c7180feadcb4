//! The explorer as a folder of files that any host can serve: the same pages and the same data, no
//! server, search included.

use std::fs;
use std::path::{Path, PathBuf};

use gainsay_dossier::Dossier;
use gainsay_dossier::explore::{
    AllegationFilter, ArticleFilter, AskError, Explore, Filter, Paging, PartyFilter, View,
};
use serde::Serialize;
use serde_json::json;

use crate::error::{Error, Problem};
use crate::{assets, guard, limits, pages, table};

/// Cards in one file: about a megabyte.
const CHUNK: usize = 250;

/// The file by which a folder is known as ours.
const OURS: &str = "meta.json";

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Published {
    /// Files.
    pub files: u64,
    /// Bytes in all.
    pub bytes: u64,
}

struct Writer<'a> {
    folder: &'a Path,
    done: Published,
}

impl Writer<'_> {
    fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.folder.join(name);
        let failed = |source| Error::Write { path: path.clone(), source };
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(failed)?;
        }
        fs::write(&path, bytes).map_err(failed)?;
        self.done.files += 1;
        self.done.bytes += bytes.len() as u64;
        Ok(())
    }

    fn json(&mut self, name: &str, value: &impl Serialize) -> Result<(), Error> {
        let bytes = serde_json::to_vec(value)?;
        self.write(name, &bytes)
    }
}

/// Writes the explorer of a dossier into a folder, which is made where there is none, and emptied
/// of an earlier publication. The same dossier gives the same bytes.
///
/// # Errors
/// If the dossier cannot be read, the folder holds something else, or cannot be written.
pub fn publish(dossier: &Path, folder: &Path) -> Result<Published, Error> {
    let page = assets::file(assets::INDEX).ok_or(Error::NoPages)?;
    let name = dossier.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let dossier = Dossier::open_read_only(dossier)?;
    let held = dossier.hold()?;
    let ledger = held.ledger()?;
    let explore = Explore { dossier: &dossier, ledger: &ledger };
    clear(folder)?;
    let mut out = Writer { folder, done: Published::default() };
    // First what marks the folder as ours, so that what is left half done can be done again.
    let meta = pages::meta_of(explore, name, true, true).map_err(as_error)?;
    out.json(OURS, &meta)?;
    for path in assets::all().iter().filter(|path| *path != assets::INDEX) {
        out.write(path, &assets::file(path).unwrap_or_default())?;
    }
    out.write(assets::INDEX, &published(&String::from_utf8_lossy(&page)).into_bytes())?;
    lists(explore, &mut out)?;
    single(explore, &mut out)?;
    statements(explore, &mut out)?;
    drop(held);
    Ok(out.done)
}

/// Removes an earlier publication; anything else is left alone.
fn clear(folder: &Path) -> Result<(), Error> {
    let failed = |path: PathBuf| move |source| Error::Write { path, source };
    if !folder.exists() {
        return fs::create_dir_all(folder).map_err(failed(folder.to_owned()));
    }
    let entries: Vec<_> =
        fs::read_dir(folder).and_then(Iterator::collect).map_err(failed(folder.to_owned()))?;
    if entries.is_empty() {
        return Ok(());
    }
    let ours = fs::read(folder.join(OURS)).ok();
    let ours = ours.and_then(|bytes| serde_json::from_slice::<serde_json::Value>(&bytes).ok());
    if ours.is_none_or(|meta| meta["published"] != true || meta["api"] != 1) {
        return Err(Error::NotEmpty(folder.to_owned()));
    }
    for entry in entries {
        let path = entry.path();
        let known =
            ["assets", "allegations", "articles", "echoes", "parties", "statements", "stories"];
        let name = entry.file_name();
        if path.is_dir() && known.iter().any(|known| name == *known) {
            fs::remove_dir_all(&path).map_err(failed(path.clone()))?;
        } else if path.is_file() {
            fs::remove_file(&path).map_err(failed(path.clone()))?;
        }
    }
    Ok(())
}

/// The page for a folder that may lie anywhere, with the policy that no host will send for it.
fn published(page: &str) -> String {
    // What forbids framing only counts in a header.
    let policy = guard::POLICY.split("; frame-ancestors").next().unwrap_or(guard::POLICY);
    let [here, root] = assets::BASES;
    let meta = format!("{here}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    page.replacen(root, &meta, 1)
}

fn lists(explore: Explore<'_>, out: &mut Writer<'_>) -> Result<(), Error> {
    let view = View { lanes: limits::USUAL_LANES, ..View::default() };
    out.json("overview.json", &explore.overview(&view).map_err(ask)?)?;
    out.json("sourcing.json", &explore.sourcing())?;
    let all = Paging { limit: usize::MAX, ..Paging::default() };
    out.json("articles.json", &explore.articles(&ArticleFilter::default(), &all).map_err(ask)?)?;
    out.json("stories.json", &explore.stories(&all).map_err(ask)?)?;
    let allegations = explore.allegations(&AllegationFilter::default(), &all);
    out.json("allegations.json", &allegations.map_err(ask)?)?;
    out.json("parties.json", &explore.parties(&PartyFilter::default(), &all).map_err(ask)?)?;
    out.json("echoes.json", &explore.echoes(&all).map_err(ask)?)?;
    out.json("corrections.json", &explore.log(None, &all).map_err(ask)?)
}

fn single(explore: Explore<'_>, out: &mut Writer<'_>) -> Result<(), Error> {
    let [articles, parties, echoes, stories, allegations] = explore.ids();
    for id in articles {
        if let Some(page) = explore.article(&id).map_err(ask)? {
            out.json(&format!("articles/{id}.json"), &page)?;
        }
    }
    for id in parties {
        if let Some(page) = explore.party(&id).map_err(ask)? {
            out.json(&format!("parties/{id}.json"), &page)?;
        }
    }
    for id in echoes {
        if let Some(page) = explore.echo(&id).map_err(ask)? {
            out.json(&format!("echoes/{id}.json"), &page)?;
        }
    }
    for id in stories {
        if let Some(page) = explore.story(&id) {
            out.json(&format!("stories/{id}.json"), &page)?;
        }
    }
    for id in allegations {
        if let Some(page) = explore.allegation(&id).map_err(ask)? {
            out.json(&format!("allegations/{id}.json"), &page)?;
        }
    }
    Ok(())
}

/// The statements: columns to filter by, words to search by, cards to show.
fn statements(explore: Explore<'_>, out: &mut Writer<'_>) -> Result<(), Error> {
    let columns = explore.ledger.columns(CHUNK);
    for chunk in 0..columns.chunks {
        let cards = explore.cards(chunk * CHUNK, (chunk + 1) * CHUNK).map_err(ask)?;
        out.json(&format!("statements/cards-{chunk}.json"), &json!({ "cards": cards }))?;
    }
    out.json("statements/index.json", &columns)?;
    let words = explore.words().map_err(ask)?;
    let prefixes: Vec<&String> = words.keys().collect();
    out.json("statements/words.json", &json!({ "prefixes": prefixes }))?;
    for (prefix, words) in &words {
        out.json(&format!("statements/words-{prefix}.json"), words)?;
    }
    let every = explore.select(&Filter::default(), "said").map_err(ask)?;
    if every.len() <= limits::DOWNLOAD_ROWS {
        out.write("statements.csv", &table::csv(explore, &every).map_err(as_error)?.body)?;
        out.write("statements.jsonl", &table::jsonl(explore, &every).map_err(as_error)?.body)?;
    }
    Ok(())
}

fn ask(error: AskError) -> Error {
    as_error(error.into())
}

fn as_error(problem: Problem) -> Error {
    Error::Page(problem.message)
}
