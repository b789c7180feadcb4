//! A small dossier, to be asked, corrected and damaged.

use std::path::Path;
use std::sync::OnceLock;

use gainsay_dossier::{Dossier, Origin, fingerprint};
use gainsay_reader::read;
use gainsay_record::{Article, Statement};

use super::articles::random;
use crate::chance::Chance;

const PAGES: [&str; 3] = [
    "Quell denies it\n\nPublished 4 March 2031\n\nPoleburg accused Quell of arming the reed rebels. \
     Minister Odo Brann of Quell denied on Monday that Quell armed anybody. “We have no such base,” \
     Brann said.\n",
    "Poleburg insists\n\nPublished 5 March 2031\n\n“They armed the reed rebels,” Mara Venn told the \
     council. She warned that the strait would be closed. Brann rejected the charge, according to \
     The Reed.\n",
    "What is known\n\nPoleburg accused Quell of arming the reed rebels. “We have no such base,” Brann \
     said, and an official who asked not to be named claimed that the minister knew.\n",
];

/// Adds an article as a build does.
pub fn add(
    dossier: &mut Dossier,
    article: &Article,
    statements: &[Statement],
) -> gainsay_dossier::Result<()> {
    let sha256 = fingerprint(article.text.as_str().as_bytes());
    dossier.add(article, statements, Origin { sha256: &sha256, made_by: "chance" }).map(drop)
}

/// Makes it at a path.
pub fn make(path: &Path) -> Result<Dossier, String> {
    let mut dossier = Dossier::open(path).map_err(|e| e.to_string())?;
    for (at, page) in PAGES.iter().enumerate() {
        let article = read(&format!("{at}.txt"), page.as_bytes()).map_err(|e| e.to_string())?;
        let mut chance = Chance::new(at as u64);
        let mut statements = Vec::new();
        while statements.len() < 3 {
            statements = random(&article, &mut chance);
        }
        add(&mut dossier, &article, &statements).map_err(|e| e.to_string())?;
    }
    dossier.link(|_, _| {}).map_err(|e| e.to_string())?;
    Ok(dossier)
}

/// Its bytes, made once.
pub fn bytes() -> Result<&'static [u8], String> {
    static BYTES: OnceLock<Result<Vec<u8>, String>> = OnceLock::new();
    let made = || {
        let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
        let path = folder.path().join("small");
        make(&path)?.close().map_err(|e| e.to_string())?;
        std::fs::read(path).map_err(|e| e.to_string())
    };
    BYTES.get_or_init(made).as_deref().map_err(Clone::clone)
}

/// Everything that reading a dossier does. What it gives may be an error, never a panic; whether it
/// is sound where it gives none.
pub fn read_all(dossier: &Dossier) -> Result<bool, gainsay_dossier::Error> {
    let mut nowhere = std::io::sink();
    dossier.counts()?;
    dossier.articles()?;
    dossier.statements()?;
    dossier.parties()?;
    dossier.stories()?;
    dossier.echoes()?;
    dossier.corrections()?;
    dossier.answers()?;
    dossier.allegations()?;
    dossier.export(&mut nowhere, gainsay_dossier::ExportOptions::default())?;
    Ok(dossier.verify(|_, _| {})?.is_sound())
}
