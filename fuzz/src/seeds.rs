//! What cases are made from: all of it in this repository, all of it fiction.

use std::fs;
use std::path::{Path, PathBuf};

/// Well-formed inputs by kind, in the order of their names.
#[derive(Debug, Clone)]
pub struct Seeds {
    /// Articles as text.
    pub texts: Vec<Vec<u8>>,
    /// Articles as pages.
    pub pages: Vec<Vec<u8>>,
    /// Articles as lines of JSON.
    pub lines: Vec<Vec<u8>>,
    /// Queries.
    pub queries: Vec<Vec<u8>>,
    /// Logs of corrections.
    pub logs: Vec<Vec<u8>>,
}

const LINES: &[&str] = &[
    r#"{"id": "a1", "text": "Talks fail\n\nThe council of Poleburg “rejected” the offer, Mara Venn said.", "title": "Talks fail", "outlet": "The Reed", "authors": ["A. Writer"], "published": "2031-03-04", "url": "https://reed.example/a1"}"#,
    r#"{"id": "a2", "html": "<html><head><title>Ferry held</title></head><body><article><h1>Ferry held</h1><p>“No ferry was held,” the harbour office of Quell said on Tuesday.</p></article></body></html>", "collected": "2031-03-05"}"#,
    r#"{"text": "Quell denies it\r\nMinister Odo Brann told reporters on Monday: “We have no such base.”", "published": null, "language": "en"}"#,
];
const QUERIES: &[&str] = &[
    "by:quell act:deny",
    "by:\"Mara Venn\" about:\"the ferry\" after:2031-03 before:2031-04-02 -in:reed",
    "(act:accuse OR act:threaten) target:quell* \"no such base\"",
    "said:unknown form:direct zone:headline sourcing:unnamed",
    "-(by:quell -about:ferry) on:2031-W10",
];
const LOGS: &[&str] = &[concat!(
    r#"{"who": "a reader", "when": "2031-03-06T10:00:00Z", "note": "looked it up", "change": "undo", "of": "0123456789abcdef"}"#,
    "\n",
    r#"{"who": "b", "when": "2031-03-06T10:00:01Z", "note": null, "change": "merge", "names": [{"name": "Quell", "kind": "country"}], "now": "Quell"}"#,
)];

/// The folder of this package: where it lies now, not where it was compiled, since a cache of
/// compiled code may have come from another copy.
pub fn home() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("fuzz"), PathBuf::from)
}

impl Seeds {
    /// Reads them. What is not there (a copy without the examples) is left out.
    pub fn read() -> Self {
        let root = home().join("..");
        let mut seeds = Seeds {
            texts: Vec::new(),
            pages: Vec::new(),
            lines: owned(LINES),
            queries: owned(QUERIES),
            logs: owned(LOGS),
        };
        for path in listed(&root.join("examples/merrow-cable")) {
            let Ok(bytes) = fs::read(&path) else { continue };
            let is_page = path.extension().is_some_and(|end| end == "html");
            if is_page { seeds.pages.push(bytes) } else { seeds.texts.push(bytes) }
        }
        for path in listed(&root.join("crates/statements/tests/articles")) {
            seeds.texts.extend(fs::read(&path).ok());
        }
        seeds.texts.extend(owned(&[
            "Quell denies it\n\nDUNMERE: Minister Odo Brann said on Monday that Quell “never” armed \
             anybody.\n\n“We have no such base,” Brann said. He added: “None.”\n",
        ]));
        seeds.logs.extend(crate::targets::log_seed());
        seeds.pages.extend(owned(&[
            "<!doctype html><title>Quell denies it</title><h1>Quell denies it</h1><p>By A. Writer\
             <p>“We have no such base,” Minister Odo Brann said on 3 March 2031.",
        ]));
        seeds
    }
}

fn owned(of: &[&str]) -> Vec<Vec<u8>> {
    of.iter().map(|text| text.as_bytes().to_vec()).collect()
}

fn listed(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut found: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    found.sort();
    found
}
