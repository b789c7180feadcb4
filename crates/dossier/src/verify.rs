//! Proving that everything in a dossier is in its articles.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_link::mentions;
use gainsay_link::parties::group;
use gainsay_record::{Id, NoId, Statement};
use rusqlite::Connection;

use crate::add::joined;
use crate::check::broken_rules;
use crate::error::Result;
use crate::open::SCHEMA;
use crate::{Dossier, fingerprint, links, rows};

/// What `verify` found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Articles read again.
    pub articles: u64,
    /// Statements read again.
    pub statements: u64,
    /// Spans found in the text at their place, word for word.
    pub spans: u64,
    /// Everything that is not as it should be. Empty in a sound dossier.
    pub failures: Vec<Failure>,
    /// What has become of the files the articles came from. The dossier holds their text, so that
    /// none of this is a failure.
    pub files: Vec<(String, FileState)>,
}

impl Report {
    /// Whether everything holds.
    pub fn is_sound(&self) -> bool {
        self.failures.is_empty()
    }

    /// How many files are in that state.
    pub fn files_that_are(&self, state: FileState) -> usize {
        self.files.iter().filter(|(_, found)| *found == state).count()
    }
}

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Failure {
    /// The article's path, or none where it is the file as a whole.
    pub path: Option<String>,
    /// The statement, where it is one statement's.
    pub statement: Option<Id>,
    /// What differs, in words.
    pub what: String,
}

/// What has become of a file that an article came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// It lies at its path, the same to the byte.
    Unchanged,
    /// Something else lies at its path now: build again to take it in.
    Changed,
    /// There is no file at its path. So it is with lines of JSONL and standard input.
    Absent,
}

impl Dossier {
    /// Reads every article again and proves every span, id, count and link in the dossier, and
    /// SQLite's own structures. `progress` hears how many of how many articles are done.
    ///
    /// # Errors
    /// Only where the dossier cannot be read at all. What it holds wrongly is in the report.
    pub fn verify(&self, mut progress: impl FnMut(u64, u64)) -> Result<Report> {
        let mut report = Report::default();
        self.whole_file(&mut report).map_err(|e| self.error(e))?;
        let ids = self.column("SELECT id FROM article ORDER BY id").map_err(|e| self.error(e))?;
        let total = ids.len() as u64;
        let mut counted = Counted::default();
        for id in ids {
            match id.parse() {
                Ok(id) => self.verify_article(&id, &mut report),
                Err(NoId) => {
                    let what = "its id is not made from its text".to_owned();
                    let path = Some(id.clone());
                    report.failures.push(Failure { path, statement: None, what });
                }
            }
            counted.add(&self.conn, &id).map_err(|e| self.error(e))?;
            report.articles += 1;
            progress(report.articles, total);
        }
        self.verify_counts(&counted, &mut report).map_err(|e| self.error(e))?;
        // What cannot be read in order to be linked again is no sound link either.
        let links = links::broken(&self.conn).unwrap_or_else(|error| vec![error.to_string()]);
        let failure = |what| Failure { path: None, statement: None, what };
        report.failures.extend(links.into_iter().map(failure));
        self.verify_parties(&mut report).map_err(|e| self.error(e))?;
        self.verify_files(&mut report).map_err(|e| self.error(e))?;
        report.failures.sort();
        Ok(report)
    }

    fn column(&self, sql: &str) -> rusqlite::Result<Vec<String>> {
        self.conn.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
    }

    /// What SQLite can check by itself, and whether the tables are ours.
    fn whole_file(&self, report: &mut Report) -> rusqlite::Result<()> {
        let mut fail =
            |what: String| report.failures.push(Failure { path: None, statement: None, what });
        for line in self.column("PRAGMA integrity_check")? {
            if line != "ok" {
                fail(format!("SQLite's integrity check: {line}"));
            }
        }
        let mut query = self.conn.prepare("PRAGMA foreign_key_check")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
            fail(format!("a row of {table} refers to a {parent} that is not there"));
        }
        let [indexed, statements] = ["statement_fts_docsize", "statement"].map(|table| {
            let count = format!("SELECT count(*) FROM {table}");
            self.conn.query_row(&count, [], |row| row.get::<_, i64>(0))
        });
        let (indexed, statements) = (indexed?, statements?);
        if indexed != statements {
            fail(format!("full-text search holds {indexed} statements, there are {statements}"));
        }
        let ours = Connection::open_in_memory()?;
        ours.execute_batch(SCHEMA)?;
        let (ours, theirs) = (tables(&ours)?, tables(&self.conn)?);
        for (name, sql) in &ours {
            if theirs.get(name) != Some(sql) {
                fail(format!("the table, index, view or trigger {name} is missing or altered"));
            }
        }
        Ok(())
    }

    fn verify_article(&self, id: &Id, report: &mut Report) {
        let read = rows::article(&self.conn, id).and_then(|article| {
            Ok((
                article,
                rows::statements(&self.conn, Some(id))?,
                self.texts(id)?,
                self.names(id)?,
                self.locals(id)?,
            ))
        });
        let mut fail = |path: &str, statement: Option<&Id>, what: String| {
            let path = Some(if path.is_empty() { id.to_string() } else { path.to_owned() });
            report.failures.push(Failure { path, statement: statement.copied(), what });
        };
        let (article, entries, texts, names, locals) = match read {
            Ok((Some(article), entries, texts, names, locals)) => {
                (article, entries, texts, names, locals)
            }
            Ok((None, ..)) => return fail("", None, "the article cannot be read".to_owned()),
            Err(error) => return fail("", None, error.to_string()),
        };
        let path = article.path.as_str();
        if article.id() != *id {
            fail(path, None, "its id is not made from its text and what it says of itself".into());
        }
        if path.is_empty() {
            fail(path, None, "no file gives this article".to_owned());
        }
        let statements: Vec<Statement> =
            entries.iter().map(|entry| entry.statement.clone()).collect();
        for broken in broken_rules(id, &article, &statements) {
            fail(path, broken.statement.as_ref(), broken.what);
        }
        for (entry, text) in entries.iter().zip(&texts) {
            let Statement { id, source, cue, content, .. } = &entry.statement;
            if *text != [source, cue, content].map(|spans| joined(spans)) {
                fail(path, Some(id), "its words are not those of its spans".to_owned());
            }
        }
        let mut expected = BTreeSet::new();
        let named = mentions(id, article.text.as_str(), &statements);
        let form = |at: usize| named.parties[at].form.id().to_string();
        for mention in &named.mentions {
            let of = &statements[mention.statement].id;
            let (role, form) = (mention.role.as_str().to_owned(), mention.party.map(form));
            expected.insert((
                of.to_string(),
                role,
                mention.part as i64,
                mention.name.clone(),
                form,
            ));
        }
        for wrong in expected.symmetric_difference(&names) {
            let what = format!("the {} {:?} is taken for another name", wrong.1, wrong.3);
            fail(path, wrong.0.parse().ok().as_ref(), what);
        }
        let expected: BTreeSet<_> = named
            .parties
            .iter()
            .map(|party| {
                let [alias, home] = [&party.aliases, &party.homes]
                    .map(|set| crate::decode::json(&set.iter().cloned().collect::<Vec<_>>()));
                (party.form.id().to_string(), alias, home)
            })
            .collect();
        for (form, ..) in expected.symmetric_difference(&locals) {
            fail(path, None, format!("what it says of the name {form} is not what is kept"));
        }
        report.statements += statements.len() as u64;
        report.spans += statements
            .iter()
            .flat_map(Statement::spans)
            .filter(|span| article.text.range_of(span).is_ok())
            .count() as u64;
    }

    fn texts(&self, article: &Id) -> rusqlite::Result<Vec<[String; 3]>> {
        self.conn
            .prepare_cached(
                "SELECT source, cue, content FROM statement WHERE article = ?1
                 ORDER BY article, position",
            )?
            .query_map([&*article.digits()], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]))?
            .collect()
    }

    fn names(&self, article: &Id) -> rusqlite::Result<BTreeSet<Named>> {
        self.conn
            .prepare_cached(
                "SELECT m.statement, m.role, m.part, m.name, m.form
                 FROM mention m JOIN statement s ON s.id = m.statement WHERE s.article = ?1",
            )?
            .query_map([&*article.digits()], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
            })?
            .collect()
    }

    fn locals(&self, article: &Id) -> rusqlite::Result<BTreeSet<(String, String, String)>> {
        self.conn
            .prepare_cached("SELECT form, alias, home FROM local WHERE article = ?1")?
            .query_map([&*article.digits()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect()
    }

    /// Whether every name is that of the party which judging all names at once gives it.
    fn verify_parties(&self, report: &mut Report) -> rusqlite::Result<()> {
        let mut fail =
            |what: String| report.failures.push(Failure { path: None, statement: None, what });
        let forms = crate::parties::candidates(&self.conn)?;
        let all: Vec<_> = forms.iter().map(|(.., candidate)| candidate.clone()).collect();
        for ((id, party, candidate), judged) in forms.iter().zip(group(&all)) {
            if candidate.form.id().to_string() != *id {
                fail(format!("the id of the name {:?} is not made from it", candidate.form.key));
            }
            if party.as_deref() != Some(&*judged.digits()) {
                fail(format!("the name {:?} is linked to another party", candidate.form.key));
            }
        }
        let unlike: i64 = self.conn.query_row(
            "SELECT (SELECT count(*) FROM mention m JOIN form f ON f.id = m.form
                     WHERE m.party IS NOT f.party)
                  + (SELECT count(*) FROM mention WHERE form IS NULL AND party IS NOT NULL)
                  + (SELECT count(*) FROM statement s
                     JOIN mention m ON m.statement = s.id AND m.role = 'speaker'
                     WHERE s.party IS NOT m.party)",
            [],
            |row| row.get(0),
        )?;
        if unlike > 0 {
            fail(format!(
                "{unlike} mentions or speakers are linked to another party than their name"
            ));
        }
        Ok(())
    }

    /// Whether what is counted of each party is what its articles say.
    fn verify_counts(&self, counted: &Counted, report: &mut Report) -> rusqlite::Result<()> {
        let mut found = Counted::default();
        let mut query = self.conn.prepare("SELECT form, what, value, reports FROM form_fact")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            found.0.insert((row.get(0)?, row.get(1)?, row.get(2)?), row.get(3)?);
        }
        let mut wrong = BTreeSet::new();
        for (key, reports) in counted.0.iter().chain(&found.0) {
            if counted.0.get(key) != Some(reports) || found.0.get(key) != Some(reports) {
                wrong.insert(key);
            }
        }
        for (form, what, value) in wrong {
            let what = format!("name {form}: the count of its {what} {value:?} is wrong");
            report.failures.push(Failure { path: None, statement: None, what });
        }
        let mut query = self.conn.prepare("SELECT id, name, kind, speaks_for FROM party")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let id: String = row.get(0)?;
            let stored: [String; 3] = [row.get(1)?, row.get(2)?, row.get(3)?];
            let drawn = crate::parties::drawn(&self.conn, &id)?.map(|party| {
                let chain: Vec<String> =
                    party.speaks_for.into_iter().map(|id| id.to_string()).collect();
                [party.name, party.kind.as_str().to_owned(), crate::decode::json(&chain)]
            });
            if drawn.as_ref() != Some(&stored) {
                let what = format!("party {id} ({}) is not what is counted of it", stored[0]);
                report.failures.push(Failure { path: None, statement: None, what });
            }
        }
        Ok(())
    }

    fn verify_files(&self, report: &mut Report) -> rusqlite::Result<()> {
        let mut query = self.conn.prepare("SELECT path, sha256 FROM file ORDER BY path")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (path, sha256): (String, String) = (row.get(0)?, row.get(1)?);
            // Only what is a file is read: the path of a dossier from elsewhere may name a pipe.
            let is_file = std::fs::metadata(&path).is_ok_and(|about| about.is_file());
            let state = match is_file.then(|| std::fs::read(&path)) {
                Some(Ok(bytes)) if fingerprint(&bytes) == sha256 => FileState::Unchanged,
                Some(_) => FileState::Changed,
                None => FileState::Absent,
            };
            report.files.push((path, state));
        }
        Ok(())
    }
}

/// Statement, role, part, name, form.
type Named = (String, String, i64, String, Option<String>);

/// What the articles say of each form, counted anew.
#[derive(Default)]
struct Counted(BTreeMap<(String, String, String), i64>);

impl Counted {
    fn add(&mut self, conn: &Connection, article: &str) -> rusqlite::Result<()> {
        for counted in crate::parties::COUNTED_FROM {
            let mut query = conn
                .prepare_cached(&format!("SELECT form, what, value, reports FROM ({counted})"))?;
            let mut rows = query.query([article])?;
            while let Some(row) = rows.next()? {
                let reports: i64 = row.get(3)?;
                *self.0.entry((row.get(0)?, row.get(1)?, row.get(2)?)).or_default() += reports;
            }
        }
        Ok(())
    }
}

fn tables(conn: &Connection) -> rusqlite::Result<BTreeMap<String, String>> {
    conn.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}
