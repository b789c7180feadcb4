//! From what is asked for, by ids, to what the log keeps: content.

use gainsay_corrections::{
    Anchor, AnswerKind, ArticleAnchor, Change, Name, Quote, Subjects, Verdict,
};
use gainsay_dossier::Dossier;
use gainsay_record::{
    Act, Basis, DateValue, Id, Precision, Resolution, Speaker, SpeakerKind, Text, TextRange,
};

use super::{Asked, SpeakerAsked};
use crate::error::Problem;

/// The change that is asked for, with content in the place of ids.
pub(super) fn change(dossier: &Dossier, asked: &Asked) -> Result<Change, Problem> {
    let statement = || anchor(dossier, need(&asked.statement, "statement")?);
    Ok(match asked.kind.as_str() {
        "speaker" => Change::Speaker {
            on: statement()?,
            now: asked.speaker.as_ref().map(|who| speaker(dossier, who)).transpose()?,
        },
        "act" => {
            let act: Act = need(&asked.act, "act")?.parse().map_err(Problem::invalid)?;
            Change::Act { on: statement()?, now: act }
        }
        "target" => {
            let now = asked.targets.as_ref().ok_or_else(|| missing("targets"))?;
            let now = now.iter().map(|name| named(name)).collect::<Result<_, _>>()?;
            Change::Target { on: statement()?, now }
        }
        "date" if asked.article.is_some() => Change::Published {
            on: article(dossier, need(&asked.article, "article")?)?,
            now: asked.published.as_deref().map(date).transpose()?,
        },
        "date" => {
            Change::Said { on: statement()?, now: asked.said.as_deref().map(date).transpose()? }
        }
        "span" => span(dossier, asked, statement()?)?,
        "merge" => {
            let parties = asked.parties.as_deref().unwrap_or_default();
            if parties.len() < 2 {
                return Err(Problem::invalid("one party needs at least two that are to be one"));
            }
            let mut names = Vec::new();
            for party in parties {
                names.extend(party_names(dossier, party)?);
            }
            names.sort();
            names.dedup();
            Change::Merge { names, now: named(need(&asked.name, "name")?)? }
        }
        "split" => {
            let statements = asked.statements.as_deref().unwrap_or_default();
            if statements.is_empty() {
                return Err(missing("statements"));
            }
            let on = statements.iter().map(|id| anchor(dossier, id).map(|anchor| *anchor));
            Change::Split {
                names: party_names(dossier, need(&asked.party, "party")?)?,
                on: on.collect::<Result<_, _>>()?,
                now: named(need(&asked.name, "name")?)?,
            }
        }
        "answer" => answer(dossier, asked)?,
        "note" => {
            let text = need(&asked.text, "text")?.trim().to_owned();
            if text.is_empty() {
                return Err(missing("text"));
            }
            Change::Note { on: Box::new(subject(dossier, asked)?), text }
        }
        "flag" => Change::Flag { on: Box::new(subject(dossier, asked)?) },
        other => return Err(Problem::invalid(format!("{other:?} is no kind of correction"))),
    })
}

fn need<'a>(value: &'a Option<String>, field: &str) -> Result<&'a str, Problem> {
    value.as_deref().ok_or_else(|| missing(field))
}

fn missing(field: &str) -> Problem {
    let message = format!("{field:?} is missing; nothing was changed");
    Problem { field: Some(field.to_owned()), ..Problem::invalid(message) }
}

/// What is no id is nobody's.
fn known(id: &str, what: &str) -> Result<Id, Problem> {
    id.parse().map_err(|_| Problem::not_found(what))
}

fn anchor(dossier: &Dossier, id: &str) -> Result<Box<Anchor>, Problem> {
    let found = dossier.anchors().statement(&known(id, "statement")?)?;
    found.map(Box::new).ok_or_else(|| Problem::not_found("statement"))
}

fn article(dossier: &Dossier, id: &str) -> Result<ArticleAnchor, Problem> {
    let found = dossier.anchors().article(&known(id, "article")?)?;
    found.ok_or_else(|| Problem::not_found("article"))
}

fn party_names(dossier: &Dossier, id: &str) -> Result<Vec<Name>, Problem> {
    let names = dossier.anchors().party(&known(id, "party")?)?;
    if names.is_empty() { Err(Problem::not_found("party")) } else { Ok(names) }
}

fn subject(dossier: &Dossier, asked: &Asked) -> Result<Subjects, Problem> {
    Ok(match (&asked.statement, &asked.article, &asked.party) {
        (Some(id), None, None) => Subjects::Statement(*anchor(dossier, id)?),
        (None, Some(id), None) => Subjects::Article(article(dossier, id)?),
        (None, None, Some(id)) => Subjects::Party(party_names(dossier, id)?),
        _ => return Err(Problem::invalid("name one statement, article or party")),
    })
}

fn named(name: &str) -> Result<String, Problem> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if gainsay_link::key(&name).is_none() || name.chars().count() > 200 {
        return Err(Problem::invalid(format!("{name:?} is no name")));
    }
    Ok(name)
}

/// Who that is, with what the dossier knows of a party of this name where nothing else is said.
fn speaker(dossier: &Dossier, asked: &SpeakerAsked) -> Result<Speaker, Problem> {
    let name = named(&asked.name)?;
    let known = match dossier.anchors().party_named(&name)? {
        Some(id) => dossier.party(&id)?,
        None => None,
    };
    let kind = match &asked.kind {
        Some(kind) => serde_json::from_value(serde_json::Value::from(kind.as_str()))
            .map_err(|_| Problem::invalid(format!("{kind:?} is no kind of party")))?,
        None => known.as_ref().map_or(SpeakerKind::Unknown, |party| party.kind),
    };
    let speaks_for = match &asked.speaks_for {
        Some(names) => names.iter().map(|name| named(name)).collect::<Result<_, _>>()?,
        None => known.map(|party| party.speaks_for).unwrap_or_default(),
    };
    let role = asked.role.clone().filter(|role| !role.trim().is_empty());
    let resolved_from = Resolution::Corrected;
    Ok(Speaker { name, kind, role, speaks_for, resolved_from, candidates: Vec::new() })
}

fn date(value: &str) -> Result<DateValue, Problem> {
    let precision = match value.len() {
        4 => Precision::Year,
        7 => Precision::Month,
        8 if value.contains("-W") => Precision::Week,
        10 => Precision::Day,
        _ => Precision::Unknown,
    };
    let date =
        DateValue { value: value.to_owned(), precision, basis: Basis::Corrected, span: None };
    match gainsay_dossier::explore::days::range(&date) {
        Some(_) => Ok(date),
        None => Err(Problem::invalid(format!(
            "{value:?} is no date; write 2031-04-02, 2031-W14, 2031-04 or 2031"
        ))),
    }
}

fn span(dossier: &Dossier, asked: &Asked, on: Box<Anchor>) -> Result<Change, Problem> {
    let id = known(need(&asked.statement, "statement")?, "statement")?;
    let text = dossier.anchors().text(&id)?.ok_or_else(|| Problem::not_found("statement"))?;
    let quotes = |places: &Option<Vec<[usize; 2]>>| {
        let quotes = places.as_ref().map(|places| {
            places.iter().map(|[start, end]| quote(&text, *start, *end)).collect::<Result<_, _>>()
        });
        quotes.transpose()
    };
    let (source, cue, content) =
        (quotes(&asked.source)?, quotes(&asked.cue)?, quotes(&asked.content)?);
    if source.is_none() && cue.is_none() && content.is_none() {
        return Err(missing("content"));
    }
    Ok(Change::Span { on, source, cue, content })
}

fn quote(text: &Text, start: usize, end: usize) -> Result<Quote, Problem> {
    match (text.byte(start), text.byte(end)) {
        (Some(first), Some(last)) if first < last => Ok(text.span(TextRange::new(first, last))),
        _ => Err(Problem::invalid(format!("{start}..{end} is no stretch of the article's text"))),
    }
}

fn answer(dossier: &Dossier, asked: &Asked) -> Result<Change, Problem> {
    let verdict = match need(&asked.verdict, "verdict")? {
        "accept" => Verdict::Accept,
        "reject" => Verdict::Reject,
        other => return Err(Problem::invalid(format!("{other:?} is neither accept nor reject"))),
    };
    let kind: Option<AnswerKind> = match &asked.answer {
        Some(kind) => Some(
            serde_json::from_value(serde_json::Value::from(kind.as_str()))
                .map_err(|_| Problem::invalid(format!("{kind:?} is no kind of answer")))?,
        ),
        None => None,
    };
    if verdict == Verdict::Accept && kind.is_none() {
        return Err(missing("answer"));
    }
    let (from, to) = (need(&asked.from, "from")?, need(&asked.to, "to")?);
    if from == to {
        return Err(Problem::invalid("a statement does not answer itself"));
    }
    Ok(Change::Answer {
        from: anchor(dossier, from)?,
        to: anchor(dossier, to)?,
        verdict,
        answer: kind,
    })
}
