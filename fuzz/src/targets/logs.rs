//! Logs of corrections, brought into a dossier.

use gainsay_corrections::{Change, Entry, Subjects, Verdict, parse, print};
use gainsay_dossier::Dossier;
use gainsay_record::Act;

use super::small;

pub fn log(bytes: &[u8]) -> Result<(), String> {
    let written = String::from_utf8_lossy(bytes);
    let (entries, _) = parse(&written);
    for entry in &entries {
        let (again, errors) = parse(&print(entry));
        if again != [entry.clone()] || !errors.is_empty() {
            return Err(format!("printed, it is another entry: {errors:?}"));
        }
    }
    if entries.is_empty() {
        return Ok(());
    }
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    let path = folder.path().join("small");
    std::fs::write(&path, small::bytes()?).map_err(|e| e.to_string())?;
    let mut dossier = Dossier::open(&path).map_err(|e| e.to_string())?;
    // An entry that cannot be applied may be refused; what is there stays sound.
    let replayed = dossier.replay(&entries);
    dossier.link(|_, _| {}).map_err(|e| e.to_string())?;
    let report = dossier.verify(|_, _| {}).map_err(|e| e.to_string())?;
    match report.failures.first() {
        Some(failure) => Err(format!("not sound after {replayed:?}: {failure:?}")),
        None => small::read_all(&dossier).map(drop).map_err(|e| e.to_string()),
    }
}

/// A log with an entry of every kind on the small dossier.
pub fn seed() -> Result<Vec<u8>, String> {
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    let dossier = small::make(&folder.path().join("small"))?;
    let all = dossier.statements().map_err(|e| e.to_string())?;
    let (Some(one), Some(two)) = (all.first(), all.last()) else {
        return Err("the small dossier is empty".to_owned());
    };
    let anchors = dossier.anchors();
    let anchor = |id| anchors.statement(id).ok().flatten().ok_or("a statement without an anchor");
    let (first, last) = (anchor(&one.statement.id)?, anchor(&two.statement.id)?);
    let names = match &one.party {
        Some(party) => anchors.party(party).map_err(|e| e.to_string())?,
        None => Vec::new(),
    };
    let (on, from, to) = (Box::new(first.clone()), Box::new(last.clone()), Box::new(first.clone()));
    let changes = [
        Change::Speaker { on: on.clone(), now: None },
        Change::Act { on: on.clone(), now: Act::Threaten },
        Change::Target { on: on.clone(), now: vec!["Poleburg".to_owned()] },
        Change::Said { on: on.clone(), now: None },
        Change::Published { on: first.article.clone(), now: None },
        Change::Span {
            on: on.clone(),
            source: Some(first.statement.content.clone()),
            cue: None,
            content: None,
        },
        Change::Merge { names: names.clone(), now: "Odo Brann".to_owned() },
        Change::Split { names, on: vec![first.clone()], now: "Another Brann".to_owned() },
        Change::Answer { from, to, verdict: Verdict::Accept, answer: None },
        Change::Note { on: Box::new(Subjects::Statement(last)), text: "looked up".to_owned() },
        Change::Flag { on: Box::new(Subjects::Article(first.article)) },
    ];
    let mut entries: Vec<Entry> = Vec::new();
    for (at, change) in changes.into_iter().enumerate() {
        let when = format!("2031-03-06T10:00:{at:02}Z");
        entries.push(Entry { who: "a reader".to_owned(), when, note: None, change });
    }
    let undo = Change::Undo { of: entries[1].id() };
    let when = "2031-03-07T10:00:00Z".to_owned();
    entries.push(Entry { who: "a reader".to_owned(), when, note: None, change: undo });
    Ok(entries.iter().map(print).collect::<Vec<_>>().join("\n").into_bytes())
}
