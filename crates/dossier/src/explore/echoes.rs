//! One utterance through the papers.

use serde::Serialize;

use super::ledger::{ACTS, Echo};
use super::openings::Openings;
use super::view::{List, Row, Who, iso, page};
use super::wording::pieces;
use super::{Ask, Explore, Paging};

/// An utterance told more than once, in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct EchoRow {
    pub id: String,
    pub reports: u64,
    /// In so many texts: copies confirm nothing.
    pub independent: u64,
    pub speaker: Who,
    pub act: String,
    pub content: String,
    pub first: Option<String>,
    pub last: Option<String>,
    pub outlets: Vec<String>,
}

/// Words that two wordings share or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Piece {
    /// `same`, `cut` (only in the earliest) or `added` (only here).
    pub is: String,
    /// The words.
    pub text: String,
}

/// One report of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EchoMember {
    /// The statement.
    pub statement: Row,
    /// Whether it is the first.
    pub earliest: bool,
    /// Whether its article copies another's text.
    pub copy: bool,
    /// How its wording differs from the earliest, in words.
    pub differences: Vec<String>,
    /// Its wording against the earliest.
    pub pieces: Vec<Piece>,
}

/// An echo's page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "an echo and its reports")]
pub struct EchoPage {
    #[serde(flatten)]
    pub row: EchoRow,
    pub earliest: String,
    pub members: Vec<EchoMember>,
}

impl Explore<'_> {
    /// Echoes, those with most reports first.
    ///
    /// # Errors
    /// If the page before is not of this view, or the dossier cannot be read.
    pub fn echoes(&self, paging: &Paging) -> Ask<List<EchoRow>> {
        let echo = |at: u32| &self.ledger.echoes[at as usize];
        page(
            self.ledger.echoes_by_reports(),
            (paging.after.as_deref(), paging.limit),
            |id| self.ledger.echo_called(id),
            |at| echo(at).id.to_string(),
            |at| Ok(self.echo_row(echo(at))),
        )
    }

    /// One echo; none where there is no such.
    ///
    /// # Errors
    /// If the dossier cannot be read.
    pub fn echo(&self, id: &str) -> Ask<Option<EchoPage>> {
        let Some(at) = self.ledger.echo_called(id) else { return Ok(None) };
        let echo = &self.ledger.echoes[at as usize];
        let read = || {
            let Some(earliest) = self.row(self.lead_of(echo))? else { return Ok(None) };
            let mut members = Vec::new();
            for &at in &echo.members {
                let Some(statement) = self.row(at)? else { continue };
                let article = self.ledger.entries[at as usize].article;
                let is_earliest = self.ledger.is_independent(at as usize);
                members.push(EchoMember {
                    earliest: is_earliest,
                    copy: self.ledger.articles[article as usize].original != article,
                    differences: if is_earliest {
                        Vec::new()
                    } else {
                        differences(&earliest, &statement)
                    },
                    pieces: pieces(&earliest.content, &statement.content),
                    statement,
                });
            }
            Ok(Some(EchoPage { row: self.echo_row(echo), earliest: earliest.id, members }))
        };
        Ok(read().map_err(|e| self.dossier.error(e))?)
    }

    fn lead_of(&self, echo: &Echo) -> u32 {
        self.ledger.entries[echo.members[0] as usize].lead
    }

    fn echo_row(&self, echo: &Echo) -> EchoRow {
        let ledger = self.ledger;
        let lead = self.lead_of(echo);
        let entry = &ledger.entries[lead as usize];
        let days = echo.members.iter().filter_map(|&at| ledger.days_of(at as usize));
        let mut outlets: Vec<String> = Vec::new();
        for name in echo.members.iter().filter_map(|&at| ledger.outlet_of(at as usize)) {
            if !outlets.iter().any(|known| known == name) {
                outlets.push(name.to_owned());
            }
        }
        EchoRow {
            id: echo.id.to_string(),
            reports: echo.members.len() as u64,
            independent: u64::from(echo.independent),
            speaker: ledger.who(entry.party),
            act: ACTS[entry.act as usize].to_owned(),
            content: ledger.openings.show(entry.opening, Openings::MOST).into_owned(),
            first: iso(days.clone().map(|(first, _)| first).min()),
            last: iso(days.map(|(_, last)| last).max()),
            outlets,
        }
    }
}

/// How a later report differs from the earliest, in words.
fn differences(earliest: &Row, later: &Row) -> Vec<String> {
    let mut found = Vec::new();
    let pieces = pieces(&earliest.content, &later.content);
    let has = |is: &str| pieces.iter().any(|piece| piece.is == is);
    match (has("cut"), has("added")) {
        (true, false) => found.push("shorter".to_owned()),
        (false, true) => found.push("longer".to_owned()),
        (true, true) => found.push("other words".to_owned()),
        (false, false) => found.push("the same words".to_owned()),
    }
    if earliest.form != later.form {
        let kind = |form: &str| if form == "indirect" { "paraphrase" } else { "quotation" };
        let (was, is) = (kind(&earliest.form), kind(&later.form));
        if was == is {
            found.push(format!("{} became {}", earliest.form, later.form));
        } else {
            found.push(format!("{was} became {is}"));
        }
    }
    for (what, was, is) in [
        ("act", &earliest.act, &later.act),
        ("sourcing", &earliest.sourcing, &later.sourcing),
        ("speaker", &earliest.speaker.name, &later.speaker.name),
    ] {
        if was != is {
            found.push(format!("{what}: {was} became {is}"));
        }
    }
    found
}
