//! Files, folders and standard input, one article at a time.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use crate::decode::{MAX_ARTICLE_BYTES, looks_like_json};
use crate::error::Error;
use crate::jsonl::JsonLines;
use crate::source::Source;

/// Endings of the files that are taken from folders.
const ENDINGS: &[&str] = &["txt", "text", "html", "htm", "xhtml", "jsonl", "ndjson"];

/// The articles of `paths` in the order given, not read yet: files, folders and `-` for standard
/// input. Nothing is opened before it is asked for, and an input that cannot be read costs none of
/// the others.
///
/// A folder is walked recursively, its files sorted bytewise by path; hidden files and files of
/// unknown kinds are passed over. Links to files are followed, links to folders are not.
pub fn inputs<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Inputs {
    let waiting = paths.into_iter().map(|path| Waiting::Named(path.as_ref().to_owned())).collect();
    Inputs { waiting, lines: None }
}

/// How many articles [`inputs`] will give, where that can be told without opening a file: not for
/// standard input, nor for JSON Lines.
pub fn count<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Option<u64> {
    fn below(folder: &Path) -> Option<u64> {
        let Ok(entries) = entries(folder) else { return Some(1) };
        entries
            .iter()
            .map(|(path, is_folder)| if *is_folder { below(path) } else { one(path) })
            .sum()
    }
    fn one(path: &Path) -> Option<u64> {
        (path.as_os_str() != "-" && !is_jsonl(path)).then_some(1)
    }
    let count = |path: P| {
        let path = path.as_ref();
        if path.is_dir() { below(path) } else { one(path) }
    };
    paths.into_iter().map(count).sum()
}

enum Waiting {
    /// As the user gave it.
    Named(PathBuf),
    /// A folder met on the way.
    Folder(PathBuf),
    /// A file found in a folder.
    File(PathBuf),
    /// What is wrong with a path.
    Failed(Error),
}

/// The iterator of [`inputs`].
pub struct Inputs {
    waiting: VecDeque<Waiting>,
    lines: Option<JsonLines<Box<dyn BufRead>>>,
}

impl std::fmt::Debug for Inputs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Inputs").field("waiting", &self.waiting.len()).finish_non_exhaustive()
    }
}

impl Iterator for Inputs {
    type Item = Result<Source, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(lines) = &mut self.lines {
                if let Some(article) = lines.next() {
                    return Some(article);
                }
                self.lines = None;
            }
            match self.waiting.pop_front()? {
                Waiting::Failed(error) => return Some(Err(error)),
                Waiting::Folder(path) => self.enter(&path),
                Waiting::File(path) => {
                    if let Some(article) = self.open(&path) {
                        return Some(article);
                    }
                }
                Waiting::Named(path) if path.as_os_str() == "-" => {
                    // The lock is taken anew at each read: nothing is held between articles.
                    let input = BufReader::new(io::stdin());
                    if let Some(article) = self.take("-".to_owned(), Box::new(input), false) {
                        return Some(article);
                    }
                }
                Waiting::Named(path) if path.is_dir() => {
                    let before = self.waiting.len();
                    self.enter(&path);
                    if self.waiting.len() == before || !holds_articles(&path) {
                        // Folders without an article are met in any tree, but one that was asked
                        // for and yields nothing is a mistake.
                        while self.waiting.len() > before {
                            self.waiting.pop_front();
                        }
                        return Some(Err(Error::NothingInFolder { place: name(&path) }));
                    }
                }
                Waiting::Named(path) => {
                    if let Some(article) = self.open(&path) {
                        return Some(article);
                    }
                }
            }
        }
    }
}

impl Inputs {
    /// Puts a folder's entries before everything else that waits.
    fn enter(&mut self, folder: &Path) {
        let entries = match entries(folder) {
            Ok(entries) => entries,
            Err(source) => {
                let place = name(folder);
                self.waiting.push_front(Waiting::Failed(Error::Unreadable { place, source }));
                return;
            }
        };
        for (path, is_folder) in entries.into_iter().rev() {
            let waiting = if is_folder { Waiting::Folder(path) } else { Waiting::File(path) };
            self.waiting.push_front(waiting);
        }
    }

    fn open(&mut self, path: &Path) -> Option<Result<Source, Error>> {
        let place = name(path);
        match File::open(path) {
            Ok(file) => {
                let lines = is_jsonl(path);
                self.take(place, Box::new(BufReader::new(file)), lines)
            }
            Err(source) => Some(Err(Error::Unreadable { place, source })),
        }
    }

    /// Reads one article, or begins to read many and returns `None`.
    fn take(
        &mut self,
        place: String,
        mut input: Box<dyn BufRead>,
        is_jsonl: bool,
    ) -> Option<Result<Source, Error>> {
        let unreadable = |place, source| Some(Err(Error::Unreadable { place, source }));
        // A known ending says what a file is; the rest is judged by its first bytes.
        let known = Path::new(&place).extension().and_then(|end| end.to_str());
        let known = known.is_some_and(|end| ENDINGS.contains(&end.to_ascii_lowercase().as_str()));
        let lines = is_jsonl
            || !known
                && match input.fill_buf() {
                    Ok(head) => looks_like_json(head),
                    Err(source) => return unreadable(place, source),
                };
        if lines {
            self.lines = Some(JsonLines::new(place, input));
            return None;
        }
        let mut bytes = Vec::new();
        if let Err(source) = input.by_ref().take(MAX_ARTICLE_BYTES + 1).read_to_end(&mut bytes) {
            return unreadable(place, source);
        }
        if bytes.len() as u64 > MAX_ARTICLE_BYTES {
            let rest = match io::copy(&mut input, &mut io::sink()) {
                Ok(rest) => rest,
                Err(source) => return unreadable(place, source),
            };
            let size = bytes.len() as u64 + rest;
            return Some(Err(Error::TooLarge { place, size, cap: MAX_ARTICLE_BYTES }));
        }
        Some(Ok(Source::file(place, bytes)))
    }
}

/// Whether the file's name says that it holds JSON Lines.
pub(crate) fn is_jsonl(path: &Path) -> bool {
    path.extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("jsonl") || end.eq_ignore_ascii_case("ndjson"))
}

fn name(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// What a folder holds for us, sorted bytewise by path; folders are marked.
fn entries(folder: &Path) -> io::Result<Vec<(PathBuf, bool)>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let path = entry.path();
        // Not following the link: a link to a folder could lead back here.
        let is_folder = entry.file_type()?.is_dir();
        let ending = path.extension().and_then(|end| end.to_str()).unwrap_or("");
        let is_article = ENDINGS.contains(&ending.to_ascii_lowercase().as_str()) && !path.is_dir();
        if is_folder || is_article {
            entries.push((path, is_folder));
        }
    }
    // Below a folder paths go on with a slash: "a-b.txt" comes before "a/c.txt" and that before
    // "a0.txt".
    entries.sort_by_cached_key(|(path, is_folder)| {
        let mut key = path.as_os_str().as_encoded_bytes().to_vec();
        if *is_folder {
            key.push(b'/');
        }
        key
    });
    Ok(entries)
}

/// Whether the folder or one below it holds a file of a known kind. What cannot be read counts:
/// its error comes later.
fn holds_articles(folder: &Path) -> bool {
    entries(folder).map_or(true, |entries| {
        entries.into_iter().any(|(path, is_folder)| !is_folder || holds_articles(&path))
    })
}
