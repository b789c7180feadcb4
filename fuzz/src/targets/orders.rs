//! The same articles in another order, in other runs, one of them replaced: the same record.

use gainsay_dossier::{Dossier, ExportOptions};
use gainsay_reader::read;
use gainsay_record::{Article, Statement};

use super::articles::random;
use super::small::add;
use crate::chance::Chance;

/// So many articles at most.
const MOST: usize = 6;

pub fn orders(bytes: &[u8]) -> Result<(), String> {
    let mut chance = Chance::of(bytes);
    let text = String::from_utf8_lossy(bytes);
    let blocks: Vec<&str> = text.split("\n\n").filter(|block| block.len() > 20).take(24).collect();
    if blocks.is_empty() {
        return Ok(());
    }
    let mut articles: Vec<(Article, Vec<Statement>)> = Vec::new();
    for at in 0..2 + chance.below(MOST - 1) {
        let mut page = String::new();
        if !chance.one_in(3) {
            page = format!("Published {} March 2031\n\n", 1 + chance.below(9));
        }
        for _ in 0..=chance.below(4) {
            page += blocks[chance.below(blocks.len())];
            page += "\n\n";
        }
        let Ok(mut article) = read(&format!("{at}.txt"), page.as_bytes()) else { continue };
        article.outlet = Some(format!("Paper {}", at % 3));
        let statements = random(&article, &mut chance);
        articles.push((article, statements));
    }
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    let one = folder.path().join("one");
    let mut first = Dossier::open(&one).map_err(|e| e.to_string())?;
    for (article, statements) in &articles {
        put(&mut first, article, statements)?;
    }
    let expected = export(&mut first)?;

    let mut second = Dossier::open(folder.path().join("two")).map_err(|e| e.to_string())?;
    let mut order: Vec<usize> = (0..articles.len()).collect();
    for at in (1..order.len()).rev() {
        order.swap(at, chance.below(at + 1));
    }
    if let (Some((was, _)), Some((other, said))) = (articles.first(), articles.last()) {
        // The file of the first held something else before.
        let mut before = other.clone();
        before.path = was.path.clone();
        put(&mut second, &before, said)?;
        second.link(|_, _| {}).map_err(|e| e.to_string())?;
    }
    for at in order {
        let (article, statements) = &articles[at];
        put(&mut second, article, statements)?;
        if chance.one_in(2) {
            second.link(|_, _| {}).map_err(|e| e.to_string())?;
        }
    }
    let found = export(&mut second)?;
    if found == expected {
        return Ok(());
    }
    let unlike = expected.lines().zip(found.lines()).find(|(one, other)| one != other);
    Err(format!("order left a trace: {unlike:?}"))
}

/// Statements that chance made may break a rule of the record and be refused, always the same.
fn put(dossier: &mut Dossier, article: &Article, statements: &[Statement]) -> Result<(), String> {
    match add(dossier, article, statements) {
        Err(error) if error.is_fatal() => Err(error.to_string()),
        _ => Ok(()),
    }
}

fn export(dossier: &mut Dossier) -> Result<String, String> {
    dossier.link(|_, _| {}).map_err(|e| e.to_string())?;
    let report = dossier.verify(|_, _| {}).map_err(|e| e.to_string())?;
    // Files are not there: that is no failure of the record.
    if let Some(failure) = report.failures.first() {
        return Err(format!("not sound: {failure:?}"));
    }
    let mut out = Vec::new();
    dossier.export(&mut out, ExportOptions::default()).map_err(|e| e.to_string())?;
    String::from_utf8(out).map_err(|e| e.to_string())
}
