//! A statement that was found, as a line of JSON.

use gainsay_dossier::Found;
use gainsay_record::{
    Act, DateValue, Form, Id, Mode, Party, Sourcing, Span, Speaker, Statement, ZoneKind,
};
use serde::Serialize;

/// The statement as in `extract`, with the parties that its names mean, its article and the words
/// that were looked for.
#[derive(Debug, Serialize)]
pub struct Line<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    id: &'a Id,
    article: &'a Id,
    path: Option<&'a str>,
    outlet: &'a Option<String>,
    published: &'a Option<DateValue>,
    zone: ZoneKind,
    mode: Mode,
    form: Form,
    act: Act,
    act_confidence: f32,
    act_basis: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    act_runner_up: Option<Act>,
    source: &'a [Span],
    cue: &'a [Span],
    content: &'a [Span],
    speaker: Who<'a, Speaker>,
    sourcing: Sourcing,
    via: &'a [Party],
    targets: Vec<Who<'a, Party>>,
    addressee: &'a Option<Party>,
    said: &'a Option<DateValue>,
    confidence: f32,
    made_by: &'a str,
    hits: &'a [Span],
}

/// A name and the party that it means.
#[derive(Debug, Serialize)]
struct Who<'a, T: Serialize> {
    #[serde(flatten)]
    named: &'a T,
    party: Option<&'a Id>,
}

impl<'a> Line<'a> {
    /// The line of a statement.
    pub fn of(found: &'a Found) -> Self {
        let Found { entry, article, hits } = found;
        let it: &Statement = &entry.statement;
        let targets = it.targets.iter().enumerate().map(|(i, named)| {
            let party = entry.targets.get(i).and_then(Option::as_ref);
            Who { named, party }
        });
        Line {
            kind: "statement",
            id: &it.id,
            article: &entry.article,
            path: article.paths.first().map(String::as_str),
            outlet: &article.outlet,
            published: &article.published,
            zone: it.zone,
            mode: it.mode,
            form: it.form,
            act: it.act,
            act_confidence: it.act_confidence,
            act_basis: &it.act_basis,
            act_runner_up: it.act_runner_up,
            source: &it.source,
            cue: &it.cue,
            content: &it.content,
            speaker: Who { named: &it.speaker, party: entry.party.as_ref() },
            sourcing: it.sourcing,
            via: &it.via,
            targets: targets.collect(),
            addressee: &it.addressee,
            said: &it.said,
            confidence: it.confidence,
            made_by: &it.made_by,
            hits,
        }
    }
}
