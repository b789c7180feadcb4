//! Single statements, as lists show them.

use gainsay_record::DateValue;

use super::Explore;
use super::ledger::{ACTS, FORMS, KINDS, MODES, NONE, SOURCINGS, ZONES};
use super::view::{Date, EchoOf, Hits, Row, SpeakerView, Who, sure};
use crate::decode::{date, id_or_none, list};

impl Explore<'_> {
    /// These statements, in this order.
    pub(super) fn rows(&self, of: &[u32]) -> rusqlite::Result<Vec<Row>> {
        of.iter().filter_map(|&at| self.row(at).transpose()).collect()
    }

    /// A statement; none where it has gone since the ledger was read.
    pub(super) fn row(&self, at: u32) -> rusqlite::Result<Option<Row>> {
        let ledger = self.ledger;
        let entry = &ledger.entries[at as usize];
        let mut query = self.dossier.conn.prepare_cached(
            "SELECT source, cue, content, said, said_precision, said_basis, speaker_name,
               speaker_kind, speaker_role, resolved_from, candidates
             FROM statement WHERE number = ?1",
        )?;
        let mut rows = query.query([entry.number])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let id = ledger.id(at);
        let article = &ledger.articles[entry.article as usize];
        let said = date(row, 3, None)?;
        let mut found = Row {
            article: article.id.to_string(),
            position: u64::from(entry.position),
            act: ACTS[entry.act as usize].to_owned(),
            mode: MODES[entry.mode as usize].to_owned(),
            form: FORMS[entry.form as usize].to_owned(),
            zone: ZONES[entry.zone as usize].to_owned(),
            sourcing: SOURCINGS[entry.sourcing as usize].to_owned(),
            speaker: SpeakerView {
                party: (entry.party != NONE).then(|| self.party_id(entry.party)),
                name: row.get(6)?,
                kind: row.get(7)?,
                role: row.get(8)?,
                speaks_for: Vec::new(),
                resolved_from: row.get(9)?,
                candidates: list(&row.get::<_, String>(10)?)?,
            },
            targets: Vec::new(),
            addressee: None,
            via: Vec::new(),
            source: row.get(0)?,
            cue: row.get(1)?,
            content: row.get(2)?,
            said: said.as_ref().and_then(Date::new),
            published: self.published(entry.article),
            outlet: ledger.outlets[article.outlet as usize].clone(),
            title: article.title.clone(),
            confidence: rounded(entry.confidence),
            sure: sure(f64::from(entry.confidence)),
            unanswered: entry.unanswered,
            answers: u64::from(entry.answers),
            answered_by: u64::from(entry.answered_by),
            echo: self.echo_of(at),
            corrected: corrected(entry.corrected),
            flagged: entry.flagged,
            notes: u64::from(entry.notes),
            hits: Hits::default(),
            id,
        };
        self.names(&mut found)?;
        Ok(Some(found))
    }

    fn names(&self, of: &mut Row) -> rusqlite::Result<()> {
        let mut query = self.dossier.conn.prepare_cached(
            "SELECT role, name, party FROM mention
             WHERE statement = ?1 AND role <> 'speaker' ORDER BY role, part",
        )?;
        let mut rows = query.query([&of.id])?;
        while let Some(row) = rows.next()? {
            let party = id_or_none(row, 2)?.and_then(|id| self.ledger.by_party.get(&id));
            let who = match party {
                Some(&party) => self.ledger.who(party),
                None => Who { party: None, name: row.get(1)?, kind: "unknown".to_owned() },
            };
            match row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)? {
                "target" => of.targets.push(who),
                "via" => of.via.push(who),
                "addressee" => of.addressee = Some(who),
                _ => of.speaker.speaks_for.push(who),
            }
        }
        Ok(())
    }

    pub(super) fn party_id(&self, party: u32) -> String {
        self.ledger.parties[party as usize].id.to_string()
    }

    /// When an article was published, as far as it says or could be inferred.
    pub(super) fn published(&self, article: u32) -> Option<Date> {
        let article = &self.ledger.articles[article as usize];
        let mut date = article.published.as_ref().and_then(|date: &DateValue| Date::new(date))?;
        date.evidence.clone_from(&article.evidence);
        Some(date)
    }

    pub(super) fn echo_of(&self, at: u32) -> Option<EchoOf> {
        let echo = self.ledger.echoes.get(self.ledger.entries[at as usize].echo as usize)?;
        Some(EchoOf {
            id: echo.id.to_string(),
            reports: echo.members.len() as u64,
            independent: u64::from(echo.independent),
        })
    }
}

/// Three digits are more than a probability of ours means.
pub(super) fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}

pub(super) fn corrected(bits: u8) -> Vec<String> {
    let has = |at: &usize| bits & (1 << at) != 0;
    (0..KINDS.len()).filter(has).map(|at| KINDS[at].to_owned()).collect()
}
