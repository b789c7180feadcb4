//! Filling a [`Ledger`] from the tables.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use gainsay_record::{Basis, DateValue, Id, Precision};
use rusqlite::Connection;

use super::days;
use super::ledger::{
    ACTS, Article, Echo, Entry, FORMS, Ledger, MODES, NONE, Party, SOURCINGS, Story, ZONES,
    place_of,
};
use super::paths::shown;
use crate::decode::{bad, date, id_at, id_or_none, span, word};
use crate::{Correction, DateEvidence};

/// Fills an empty ledger; nobody may write meanwhile.
pub(super) fn load(
    tx: &Connection,
    log: Vec<Correction>,
    ledger: &mut Ledger,
) -> rusqlite::Result<()> {
    parties(tx, ledger)?;
    let numbers = articles(tx, ledger, &super::answered::published(&log))?;
    ledger.log = log;
    statements(tx, ledger)?;
    super::mentions::load(tx, ledger)?;
    groups(tx, ledger, &numbers)?;
    super::drawn::load(tx, ledger)?;
    super::answered::load(ledger);
    ledger.sums = super::sums::Sums::of(ledger);
    Ok(())
}

fn parties(conn: &Connection, ledger: &mut Ledger) -> rusqlite::Result<()> {
    let mut query = conn.prepare("SELECT id, name, kind, principal FROM party ORDER BY id")?;
    let mut rows = query.query([])?;
    let mut principals = Vec::new();
    while let Some(row) = rows.next()? {
        let id = id_at(row, 0)?;
        ledger.by_party.insert(id, ledger.parties.len() as u32);
        principals.push(id_or_none(row, 3)?);
        ledger.parties.push(Party { id, name: row.get(1)?, kind: row.get(2)?, principal: NONE });
    }
    for (at, principal) in principals.into_iter().enumerate() {
        let principal = principal.and_then(|id| ledger.by_party.get(&id).copied());
        ledger.parties[at].principal = principal.filter(|&p| p as usize != at).unwrap_or(NONE);
    }
    ledger.lanes = (0..ledger.parties.len() as u32).map(|party| lane(ledger, party)).collect();
    let mut query = conn.prepare("SELECT party, name FROM alias ORDER BY party, name")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let party = ledger.by_party.get(&id_at(row, 0)?).copied();
        ledger
            .aliases
            .extend(party.map(|party| Ok::<_, rusqlite::Error>((party, row.get(1)?))).transpose()?);
    }
    for (party, name) in crate::parties::merged(conn)? {
        let party = ledger.by_party.get(&party).copied();
        ledger.aliases.extend(party.map(|party| (party, name)));
    }
    Ok(())
}

/// The last of a party's chain of principals.
fn lane(ledger: &Ledger, party: u32) -> u32 {
    let mut lane = party;
    // A chain of a few links; the count stops one that runs in a ring.
    for _ in 0..8 {
        match ledger.parties[lane as usize].principal {
            NONE => break,
            next => lane = next,
        }
    }
    lane
}

/// The articles, by date of publication; gives where each row went.
fn articles(
    conn: &Connection,
    ledger: &mut Ledger,
    corrected: &HashMap<Id, Option<DateValue>>,
) -> rusqlite::Result<HashMap<i64, u32>> {
    let mut paths: HashMap<Id, Vec<String>> = HashMap::new();
    let mut query = conn.prepare("SELECT article, path FROM file ORDER BY path")?;
    let files: Vec<(Id, String)> = query
        .query_map([], |row| Ok((id_at(row, 0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let all: Vec<&str> = files.iter().map(|(_, path)| path.as_str()).collect();
    for ((article, _), path) in files.iter().zip(shown(&all)) {
        paths.entry(*article).or_default().push(path);
    }
    let mut query = conn.prepare(
        "SELECT a.id, a.title, a.outlet, a.published, a.published_precision, a.published_basis,
           a.published_start, a.published_end, a.published_exact, a.number,
           i.value, i.precision, i.not_before, i.not_after, i.evidence
         FROM article a LEFT JOIN inferred_date i ON i.article = a.number",
    )?;
    let mut rows = query.query([])?;
    let mut found: Vec<(Article, Option<String>, i64)> = Vec::new();
    while let Some(row) = rows.next()? {
        let id = id_at(row, 0)?;
        let mut published = date(row, 3, span(row, 6)?)?;
        let mut evidence =
            row.get::<_, Option<String>>(14)?.map(|json| in_words(&json)).transpose()?;
        let mut days = published.as_ref().and_then(days::range);
        if let Some(now) = corrected.get(&id) {
            (published, evidence) = (now.clone(), None);
            days = published.as_ref().and_then(days::range);
        } else if published.is_some() {
            evidence = None;
        } else if let Some(value) = row.get::<_, Option<String>>(10)? {
            let precision: Precision = word(&row.get::<_, String>(11)?)?;
            let inferred = DateValue { value, precision, basis: Basis::Inferred, span: None };
            days = days::range(&inferred);
            published = Some(inferred);
        } else {
            evidence = None;
        }
        let article = Article {
            title: row.get(1)?,
            outlet: 0,
            published,
            evidence,
            days,
            paths: paths.remove(&id).unwrap_or_default(),
            statements: 0,
            original: NONE,
            copies: 0,
            story: NONE,
            id,
        };
        found.push((article, row.get(2)?, row.get(9)?));
    }
    let last = (days::Day::MAX, days::Day::MAX);
    found.sort_by(|(a, ..), (b, ..)| {
        (a.days.unwrap_or(last), &a.id).cmp(&(b.days.unwrap_or(last), &b.id))
    });
    let mut outlets: BTreeMap<Option<String>, u32> = BTreeMap::new();
    for (_, outlet, _) in &found {
        outlets.entry(outlet.clone()).or_default();
    }
    for (at, (name, number)) in outlets.iter_mut().enumerate() {
        *number = at as u32;
        ledger.outlets.push(name.clone());
    }
    let mut numbers = HashMap::new();
    for (at, (mut article, outlet, number)) in found.into_iter().enumerate() {
        article.outlet = outlets.get(&outlet).copied().unwrap_or_default();
        article.original = at as u32;
        numbers.insert(number, at as u32);
        ledger.by_article.insert(article.id, at as u32);
        ledger.articles.push(article);
    }
    Ok(numbers)
}

/// What an inferred date rests on.
fn in_words(evidence: &str) -> rusqlite::Result<String> {
    let all: Vec<DateEvidence> = serde_json::from_str(evidence)
        .map_err(|error| bad(format!("what a date was inferred from: {error}")))?;
    let each = all.iter().map(|one| {
        format!("“{}” here, “{}” in article {}", one.here.exact, one.there.exact, one.article)
    });
    Ok(each.collect::<Vec<_>>().join("; "))
}

fn statements(conn: &Connection, ledger: &mut Ledger) -> rusqlite::Result<()> {
    let mut query = conn.prepare(
        "SELECT number, id, article, position, party, act, form, mode, sourcing, zone, said,
           said_precision, said_basis, confidence, speaker_role, content, cue, source FROM statement",
    )?;
    let mut rows = query.query([])?;
    let mut roles: BTreeMap<String, u32> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let text = |at: usize| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
        let known = |words: &[&str], at: usize| {
            let word = text(at)?;
            place_of(words, word).ok_or_else(|| bad(format!("{word:?} is no word of the record")))
        };
        let article = ledger.by_article.get(&id_at(row, 2)?).copied();
        let article = article.ok_or_else(|| bad("a statement of no article".to_owned()))?;
        let party = id_or_none(row, 4)?.and_then(|id| ledger.by_party.get(&id).copied());
        let party = party.unwrap_or(NONE);
        let role = match row.get_ref(14)?.as_str_or_null().map_err(rusqlite::Error::from)? {
            Some(title) => match roles.get(title) {
                Some(&role) => role,
                None => {
                    let role = ledger.roles.len() as u32;
                    ledger.roles.push(title.to_owned());
                    roles.insert(title.to_owned(), role);
                    role
                }
            },
            None => NONE,
        };
        let mut words = "";
        for column in 15..18 {
            words = text(column)?;
            if !words.is_empty() {
                break;
            }
        }
        let said = date(row, 10, None)?;
        ledger.articles[article as usize].statements += 1;
        ledger.entries.push(Entry {
            id: id_at(row, 1)?,
            number: row.get(0)?,
            article,
            position: u32::try_from(row.get::<_, i64>(3)?).unwrap_or(NONE),
            opening: ledger.openings.keep(words),
            party,
            role,
            act: known(&ACTS, 5)?,
            form: known(&FORMS, 6)?,
            mode: known(&MODES, 7)?,
            sourcing: known(&SOURCINGS, 8)?,
            zone: known(&ZONES, 9)?,
            said: said.as_ref().and_then(days::range),
            days: said.as_ref().and_then(days::range).or(ledger.articles[article as usize].days),
            precision: said.as_ref().map_or(Precision::Unknown, |said| said.precision),
            basis: said.as_ref().map_or(Basis::Text, |said| said.basis),
            confidence: row.get::<_, f64>(13)? as f32,
            ..Entry::default()
        });
    }
    let last = (days::Day::MAX, days::Day::MAX);
    // Articles are in the order of publication.
    ledger.entries.sort_unstable_by_key(|e| (e.said.unwrap_or(last), e.article, e.position, e.id));
    for (at, entry) in ledger.entries.iter_mut().enumerate() {
        entry.lead = at as u32;
        ledger.by_id.insert(entry.id, at as u32);
        ledger.by_number.push((entry.number, at as u32));
    }
    ledger.by_number.sort_unstable();
    years(ledger);
    Ok(())
}

/// Notes the year of each statement.
fn years(ledger: &mut Ledger) {
    let first = |at: usize| ledger.days_of(at).map(|(first, _)| gainsay_query::year(first));
    let of: Vec<Option<i32>> = (0..ledger.len()).map(first).collect();
    let years: BTreeSet<i32> = of.iter().copied().flatten().collect();
    ledger.years = years.into_iter().collect();
    for (entry, year) in ledger.entries.iter_mut().zip(of) {
        let place = year.and_then(|year| ledger.years.binary_search(&year).ok());
        entry.year = place.and_then(|place| u16::try_from(place).ok()).unwrap_or(u16::MAX);
    }
}

/// Copies, stories and echoes.
fn groups(
    conn: &Connection,
    ledger: &mut Ledger,
    articles: &HashMap<i64, u32>,
) -> rusqlite::Result<()> {
    let pairs = |sql: &str| -> rusqlite::Result<Vec<(i64, i64)>> {
        conn.prepare(sql)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
    };
    for (item, earliest) in
        pairs("SELECT item, earliest FROM copy_member WHERE item <> earliest ORDER BY item")?
    {
        if let (Some(&item), Some(&first)) = (articles.get(&item), articles.get(&earliest)) {
            ledger.articles[item as usize].original = first;
            ledger.articles[first as usize].copies += 1;
        }
    }
    let named = |sql: &str| -> rusqlite::Result<Vec<(Id, i64)>> {
        conn.prepare(sql)?
            .query_map([], |row| Ok((id_at(row, 0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<Vec<_>>>()
    };
    let rows = named(
        "SELECT s.id, m.item FROM story s JOIN story_member m ON m.earliest = s.earliest
         ORDER BY s.id",
    )?;
    for (id, item) in rows {
        let Some(&article) = articles.get(&item) else { continue };
        if ledger.stories.last().is_none_or(|story| story.id != id) {
            ledger.stories.push(Story { id, articles: Vec::new() });
        }
        let number = ledger.stories.len() as u32 - 1;
        ledger.articles[article as usize].story = number;
        ledger.stories[number as usize].articles.push(article);
    }
    for story in &mut ledger.stories {
        story.articles.sort_unstable();
    }
    let mut query = conn.prepare(
        "SELECT e.id, m.item, m.item = e.earliest FROM echo e
         JOIN echo_member m ON m.earliest = e.earliest ORDER BY e.id, 3 DESC",
    )?;
    let mut rows = query.query([])?;
    let mut lead = NONE;
    while let Some(row) = rows.next()? {
        let Some(at) = ledger.numbered(row.get(1)?) else { continue };
        let id = id_at(row, 0)?;
        if ledger.echoes.last().is_none_or(|echo| echo.id != id) {
            ledger.echoes.push(Echo { id, members: Vec::new(), independent: 0 });
            lead = at;
        }
        let number = ledger.echoes.len() as u32 - 1;
        let entry = &mut ledger.entries[at as usize];
        (entry.echo, entry.lead) = (number, lead);
        ledger.echoes[number as usize].members.push(at);
    }
    for echo in &mut ledger.echoes {
        let place = |&at: &u32| {
            let entry = &ledger.entries[at as usize];
            (entry.article, entry.position)
        };
        echo.members.sort_unstable_by_key(place);
        let mut texts: Vec<u32> = echo
            .members
            .iter()
            .map(|&at| ledger.articles[ledger.entries[at as usize].article as usize].original)
            .collect();
        texts.sort_unstable();
        texts.dedup();
        echo.independent = texts.len() as u32;
    }
    Ok(())
}
