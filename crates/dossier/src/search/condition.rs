//! Queries as conditions in SQL. Every condition is true or false of a row of `listing`, never
//! null, so that its negation is what it says.

use gainsay_query::{Outlet, Period, Query, Role, Term, When, Words};
use rusqlite::Connection;
use rusqlite::types::Value;

use super::UNDATED;
use super::names::{Names, like};
use crate::decode::json;

/// The last day that a date can mean.
const LAST: i64 = UNDATED - 1;

/// What must hold of a row of `listing`.
#[derive(Debug)]
pub(crate) struct Condition {
    /// The expression, with a `?` for each value.
    pub sql: String,
    /// The values, in order.
    pub values: Vec<Value>,
}

impl Condition {
    /// The condition that a query is.
    pub fn of(conn: &Connection, query: &Query) -> rusqlite::Result<Condition> {
        let mut writer = Writer { conn, names: None, values: Vec::new() };
        let sql = writer.query(query)?;
        Ok(Condition { sql, values: writer.values })
    }
}

/// The words that a query wants, as a full-text index is asked for them; none where it wants none.
pub(crate) fn words(query: &Query) -> Option<String> {
    let wanted = query.terms().into_iter().filter(|(_, wanted)| *wanted);
    let words: Vec<String> = wanted
        .flat_map(|(term, _)| match term {
            Term::Text(words) => vec![phrase(words)],
            Term::About(all) => all.iter().map(in_content).collect(),
            _ => Vec::new(),
        })
        .collect();
    (!words.is_empty()).then(|| words.join(" OR "))
}

struct Writer<'a> {
    conn: &'a Connection,
    names: Option<Names>,
    values: Vec<Value>,
}

impl Writer<'_> {
    fn query(&mut self, query: &Query) -> rusqlite::Result<String> {
        Ok(match query {
            Query::All => "true".to_owned(),
            Query::And(parts) => self.parts(parts, " AND ")?,
            Query::Or(parts) => self.parts(parts, " OR ")?,
            Query::Not(part) => format!("NOT {}", self.query(part)?),
            Query::Is(term) => self.term(term)?,
        })
    }

    /// Words side by side are looked up together: the index joins them faster than a list does.
    fn parts(&mut self, parts: &[Query], between: &str) -> rusqlite::Result<String> {
        let mut words = Vec::new();
        let mut written = Vec::new();
        for part in parts {
            match part {
                Query::Is(Term::Text(text)) => words.push(phrase(text)),
                part => written.push(self.query(part)?),
            }
        }
        if !words.is_empty() {
            written.push(self.words(words.join(between)));
        }
        Ok(format!("({})", written.join(between)))
    }

    fn term(&mut self, term: &Term) -> rusqlite::Result<String> {
        Ok(match term {
            Term::Text(words) => self.words(phrase(words)),
            Term::About(all) => self.about(all)?,
            Term::Party(role, names) => {
                let mut any = Vec::new();
                for name in names {
                    any.push(self.party(*role, name)?);
                }
                format!("({})", any.join(" OR "))
            }
            Term::Act(all) => self.one_of("act", all.iter().map(|it| it.as_str())),
            Term::Form(all) => self.one_of("form", all.iter().map(|it| it.as_str())),
            Term::Mode(all) => self.one_of("mode", all.iter().map(|it| it.as_str())),
            Term::Sourcing(all) => self.one_of("sourcing", all.iter().map(|it| it.as_str())),
            Term::Zone(all) => self.one_of("zone", all.iter().map(|it| it.as_str())),
            Term::Outlet(all) => self.outlet(all)?,
            Term::Article(all) => self.one_of("article", all.iter().map(|id| id.to_string())),
            Term::Said(all) => self.when("said", all),
            Term::Published(all) => self.when("published", all),
            Term::After(period) => self.either_within(i64::from(period.first()), LAST),
            Term::Before(period) => self.either_within(i64::MIN, i64::from(period.first()) - 1),
        })
    }

    fn value(&mut self, value: impl Into<Value>) -> &'static str {
        self.values.push(value.into());
        "?"
    }

    fn one_of(&mut self, column: &str, words: impl Iterator<Item = impl Into<String>>) -> String {
        let marks: Vec<_> = words.map(|word| self.value(word.into())).collect();
        format!("{column} IN ({})", marks.join(", "))
    }

    fn words(&mut self, expression: String) -> String {
        let mark = self.value(expression);
        // The "+" has SQLite walk the listing in order and not pick single rows out of it.
        format!("+number IN (SELECT rowid FROM statement_fts WHERE statement_fts MATCH {mark})")
    }

    fn about(&mut self, all: &[Words]) -> rusqlite::Result<String> {
        let found = self.words(all.iter().map(in_content).collect::<Vec<_>>().join(" OR "));
        let mut parties = Vec::new();
        let names = self.names()?;
        for words in all {
            parties.extend(names.like(words));
        }
        let named = self.mentioned("target", &parties);
        Ok(format!("({found} OR {named})"))
    }

    fn party(&mut self, role: Role, name: &gainsay_query::Name) -> rusqlite::Result<String> {
        use gainsay_query::Name;
        let (parties, and_who_speaks_for_them) = match name {
            Name::Like(words) => (self.names()?.like(words), true),
            Name::Exactly(words) => (self.names()?.exactly(words), false),
            Name::Id(id) => (self.names()?.with_who_speaks_for(vec![id.to_string()]), true),
            Name::ExactlyId(id) => (vec![id.to_string()], false),
            Name::Unknown => {
                return Ok(match role {
                    Role::By => "party IS NULL".to_owned(),
                    role => format!("NOT {}", self.anybody(word(role))),
                });
            }
        };
        if role != Role::By {
            return Ok(self.mentioned(word(role), &parties));
        }
        let mark = self.value(json(&parties));
        let speaks =
            format!("(party IS NOT NULL AND party IN (SELECT value FROM json_each({mark})))");
        if !and_who_speaks_for_them {
            return Ok(speaks);
        }
        // What the article itself says of the speaker counts beside what others say.
        Ok(format!("({speaks} OR {})", self.mentioned("speaks for", &parties)))
    }

    /// That one of these parties is named in this role.
    fn mentioned(&mut self, role: &str, parties: &[String]) -> String {
        let mark = self.value(json(parties));
        format!(
            "+number IN (SELECT s.number FROM json_each({mark}) p
               CROSS JOIN mention m ON m.party = p.value AND m.role = '{role}'
               CROSS JOIN statement s ON s.id = m.statement)"
        )
    }

    /// That anybody who can be told is named in this role.
    fn anybody(&mut self, role: &str) -> String {
        format!(
            "+number IN (SELECT s.number FROM mention m CROSS JOIN statement s ON s.id = m.statement
               WHERE m.role = '{role}' AND m.party IS NOT NULL)"
        )
    }

    fn outlet(&mut self, all: &[Outlet]) -> rusqlite::Result<String> {
        let mut query = self.conn.prepare_cached(
            "SELECT DISTINCT outlet FROM article WHERE outlet IS NOT NULL ORDER BY outlet",
        )?;
        let outlets: Vec<String> =
            query.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        let mut any = Vec::new();
        for outlet in all {
            let meant: Vec<String> = match outlet {
                Outlet::Unknown => {
                    any.push("outlet IS NULL".to_owned());
                    continue;
                }
                Outlet::Like(words) => {
                    outlets.iter().filter(|name| like(name, words)).cloned().collect()
                }
                Outlet::Exactly(words) => {
                    let wanted = gainsay_link::key(words.text());
                    let same = |name: &&String| gainsay_link::key(name) == wanted;
                    outlets.iter().filter(same).cloned().collect()
                }
            };
            let mark = self.value(json(&meant));
            any.push(format!(
                "(outlet IS NOT NULL AND outlet IN (SELECT value FROM json_each({mark})))"
            ));
        }
        Ok(format!("({})", any.join(" OR ")))
    }

    fn when(&mut self, which: &str, all: &[When]) -> String {
        let any: Vec<String> = all
            .iter()
            .map(|when| match when {
                When::Unknown => format!("{which}_from = {UNDATED}"),
                When::Between(from, to) => {
                    let from = from.as_ref().map_or(i64::MIN, |it| i64::from(Period::first(it)));
                    let to = to.as_ref().map_or(LAST, |it| i64::from(Period::last(it)));
                    let (from, to) = (self.value(from), self.value(to));
                    format!("({which}_from >= {from} AND {which}_to <= {to})")
                }
            })
            .collect();
        format!("({})", any.join(" OR "))
    }

    /// Said within these days or, where nobody knows when it was said, published within them.
    fn either_within(&mut self, from: i64, to: i64) -> String {
        let marks = [from, to].map(|day| self.value(day));
        let [said, published] = ["said", "published"]
            .map(|which| format!("{which}_from >= {} AND {which}_to <= {}", marks[0], marks[1]));
        for day in [from, to] {
            self.value(day);
        }
        format!("iif(said_from < {UNDATED}, {said}, {published})")
    }

    fn names(&mut self) -> rusqlite::Result<&Names> {
        if self.names.is_none() {
            self.names = Some(Names::read(self.conn)?);
        }
        Ok(self.names.get_or_insert_default())
    }
}

/// The role in `mention`.
fn word(role: Role) -> &'static str {
    match role {
        Role::By => "speaker",
        Role::Target => "target",
        Role::To => "addressee",
        Role::Via => "via",
    }
}

/// Words in a row, as the full-text index is asked for them.
pub(crate) fn phrase(words: &Words) -> String {
    let star = if words.prefix() { " *" } else { "" };
    format!("\"{}\"{star}", words.text())
}

/// The same, in the content alone.
pub(crate) fn in_content(words: &Words) -> String {
    format!("content : {}", phrase(words))
}
