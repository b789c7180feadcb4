//! Reading parties.

use std::collections::BTreeMap;

use gainsay_link::{MentionRole, Profile};
use gainsay_record::{DateValue, Id, Span, SpeakerKind};
use rusqlite::Connection;

use super::drawn::drawn;
use super::known::{known, known_of};
use crate::Dossier;
use crate::decode::{count, date, id_at, span};
use crate::error::Result;

/// A party as the dossier's articles together show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyEntry {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: SpeakerKind,
    /// Its other names, most used first.
    pub aliases: Vec<String>,
    /// Its roles: those of the user's file first, then most given first.
    pub roles: Vec<RoleEntry>,
    /// Whom it speaks for, nearest first.
    pub speaks_for: Vec<String>,
    /// The parties of these names.
    pub speaks_for_parties: Vec<Id>,
    /// The party it speaks for in the end.
    pub principal: Option<Id>,
    /// How many statements by it are reported. None where others only speak of it or for it.
    pub statements: u64,
    /// How many of these are no echo of an earlier one.
    pub independent: u64,
}

/// A role that a party held or is given. An article that calls somebody minister says nothing of
/// the term: only the user's file does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleEntry {
    /// As written: "Interior Minister".
    pub title: String,
    /// Since when, by the user's file.
    pub from: Option<String>,
    /// Until when, by the user's file.
    pub to: Option<String>,
    /// The earliest statement that gives the role; none where the user's file does.
    pub statement: Option<Id>,
    /// When that was said or, where that is not known, printed.
    pub date: Option<DateValue>,
    /// How many statements give the role.
    pub statements: u64,
}

/// Where an article's words name a party.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartyMention {
    /// The article.
    pub article: Id,
    /// The place, and the words there.
    pub span: Span,
    /// The statement that names it.
    pub statement: Id,
    /// As what.
    pub role: MentionRole,
}

impl Dossier {
    /// Every party, most statements first, then by name.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn parties(&self) -> Result<Vec<PartyEntry>> {
        self.read_parties().map_err(|e| self.error(e))
    }

    /// Every place where words of an article name the party, in the order of articles and their
    /// text: where it speaks, is spoken to, is aimed at or passes something on. A party that is
    /// only spoken for, or that only the context names, has none.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn party_mentions(&self, party: &Id) -> Result<Vec<PartyMention>> {
        self.read_mentions(party).map_err(|e| self.error(e))
    }

    fn read_mentions(&self, party: &Id) -> rusqlite::Result<Vec<PartyMention>> {
        let mut query = self.conn.prepare_cached(
            "SELECT p.start, p.\"end\", p.exact, s.article, s.id, m.role
             FROM mention m JOIN statement s ON s.id = m.statement
             JOIN span p ON p.statement = m.statement AND p.part = m.part
               AND p.role = CASE m.role WHEN 'speaker' THEN 'source' ELSE m.role END
             WHERE m.party = ?1 AND m.role <> 'speaks for'",
        )?;
        let mut rows = query.query([&*party.digits()])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let Some(span) = span(row, 0)? else { continue };
            let role = match row.get::<_, String>(5)?.as_str() {
                "speaker" => MentionRole::Speaker,
                "via" => MentionRole::Via,
                "target" => MentionRole::Target,
                _ => MentionRole::Addressee,
            };
            let (article, statement) = (id_at(row, 3)?, id_at(row, 4)?);
            all.push(PartyMention { article, span, statement, role });
        }
        all.sort_by(|a, b| {
            let place = |m: &PartyMention| (m.span.start, m.span.end);
            (&a.article, place(a), &a.statement, a.role).cmp(&(
                &b.article,
                place(b),
                &b.statement,
                b.role,
            ))
        });
        Ok(all)
    }

    fn read_parties(&self) -> rusqlite::Result<Vec<PartyEntry>> {
        let mut query = self.conn.prepare("SELECT id FROM party")?;
        let ids =
            query.query_map([], |row| id_at(row, 0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        let mut entries = Vec::with_capacity(ids.len());
        for id in ids {
            entries.extend(entry(&self.conn, &id)?);
        }
        entries.sort_by(|a, b| (b.statements, &a.name, &a.id).cmp(&(a.statements, &b.name, &b.id)));
        Ok(entries)
    }
}

/// One party; none where there is no such.
pub(crate) fn entry(conn: &Connection, id: &Id) -> rusqlite::Result<Option<PartyEntry>> {
    let Some(Profile { name, kind, aliases, speaks_for, principal, .. }) =
        drawn(conn, &id.digits())?
    else {
        return Ok(None);
    };
    let (statements, independent) = conn
        .prepare_cached(
            "SELECT count(*), count(DISTINCT coalesce(m.earliest, s.number)) FROM statement s
             LEFT JOIN echo_member m ON m.item = s.number WHERE s.party = ?1",
        )?
        .query_row([&*id.digits()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut named = conn.prepare_cached("SELECT name FROM party WHERE id = ?1")?;
    let name_of = |id: &Id| named.query_row([&*id.digits()], |row| row.get(0));
    Ok(Some(PartyEntry {
        id: *id,
        name,
        kind,
        aliases,
        roles: roles(conn, &id.digits())?,
        speaks_for: speaks_for.iter().map(name_of).collect::<rusqlite::Result<_>>()?,
        speaks_for_parties: speaks_for,
        principal,
        statements: count(statements)? as u64,
        independent: count(independent)? as u64,
    }))
}

/// The roles of a party, each with the earliest statement that gives it.
pub(crate) fn roles(conn: &Connection, party: &str) -> rusqlite::Result<Vec<RoleEntry>> {
    let all = known(conn)?;
    let mut roles: Vec<RoleEntry> = known_of(conn, &all, party)?
        .into_iter()
        .flat_map(|known| &known.roles)
        .map(|role| RoleEntry {
            title: role.title.clone(),
            from: role.from.clone(),
            to: role.to.clone(),
            statement: None,
            date: None,
            statements: 0,
        })
        .collect();
    let mut query = conn.prepare_cached(
        "SELECT s.speaker_role, s.id, s.said, s.said_precision, s.said_basis, a.published,
           a.published_precision, a.published_basis
         FROM statement s JOIN article a ON a.id = s.article
         WHERE s.party = ?1 AND s.speaker_role IS NOT NULL
         ORDER BY coalesce(s.said, a.published, '~'), s.id",
    )?;
    let mut rows = query.query([party])?;
    let mut given: BTreeMap<String, RoleEntry> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let title: String = row.get(0)?;
        let said = date(row, 2, None)?;
        let date = match said {
            Some(said) => Some(said),
            None => date(row, 5, None)?,
        };
        let statement = Some(id_at(row, 1)?);
        let entry = given.entry(title.clone()).or_insert(RoleEntry {
            title,
            from: None,
            to: None,
            statement,
            date,
            statements: 0,
        });
        entry.statements += 1;
    }
    let mut given: Vec<RoleEntry> = given.into_values().collect();
    given.sort_by(|a, b| (b.statements, &a.title).cmp(&(a.statements, &b.title)));
    roles.extend(given);
    Ok(roles)
}
