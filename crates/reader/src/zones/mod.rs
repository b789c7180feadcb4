//! What each line of a text is.
//!
//! Three passes. The first judges every line by its own words (one rule family a module). The
//! second finds the headline and with it where head, body and foot begin. The third decides what
//! is left by where it stands. In doubt a line of the body is body: a lost quotation is worse than
//! a menu entry too many.

mod bio;
pub(crate) mod byline;
mod caption;
pub(crate) mod clutter;
mod dateline;
mod entries;
mod head;
pub(crate) mod headline;
mod lists;
pub(crate) mod masthead;
mod place;
pub(crate) mod stamp;
pub(crate) mod words;

use gainsay_record::{TextRange, Zone, ZoneKind};

use crate::unit::{Unit, units};
use bio::Bio;
use byline::{Byline, Credit};
use clutter::Verdict;
use dateline::Trust;
use stamp::{Event, Stamp};

/// What is known of a unit so far.
#[derive(Debug, Clone)]
enum Mark {
    /// Nothing yet.
    Open,
    /// A decision.
    Kind(ZoneKind),
    /// Says when it was published.
    Stamps(Vec<Stamp>),
    /// Says who wrote it.
    Byline(Byline),
    /// An agency's credit line.
    Credit(Credit),
    /// A note about the author.
    Bio(Bio),
}

impl Layout {
    /// Whether there is more than headings and clutter: a page of pictures has captions alone.
    pub fn is_article(&self) -> bool {
        let told = |zone: &Zone| matches!(zone.kind, ZoneKind::Body | ZoneKind::Caption);
        self.zones.iter().any(told)
    }

    /// The stamp that says best when the article was published: one that says "published" before
    /// a bare date, a bare date before "updated"; among equals the one nearest to the headline.
    pub fn published(&self) -> Option<&Stamp> {
        let anchor = self.headline.unwrap_or_default();
        self.stamps.iter().min_by_key(|stamp| {
            let at = stamp.found.range;
            let away = anchor.start.saturating_sub(at.end) + at.start.saturating_sub(anchor.end);
            (stamp.event, away)
        })
    }
}

impl Mark {
    fn is_open(&self) -> bool {
        matches!(self, Mark::Open)
    }

    fn kind(&self) -> ZoneKind {
        match self {
            Mark::Open => ZoneKind::Body,
            Mark::Kind(kind) => *kind,
            Mark::Stamps(_) => ZoneKind::Dateline,
            Mark::Byline(_) | Mark::Credit(_) | Mark::Bio(_) => ZoneKind::Byline,
        }
    }
}

/// A text with its zones and what the lines told on the way.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    /// In order, trimmed, not overlapping.
    pub zones: Vec<Zone>,
    /// The headline without the site's name.
    pub headline: Option<TextRange>,
    /// The site's name beside the headline.
    pub site: Option<String>,
    /// The paper's name at the head of the page.
    pub masthead: Option<String>,
    /// The place of the dateline.
    pub place: Option<TextRange>,
    /// The agency of the dateline.
    pub agency: Option<TextRange>,
    /// The byline's names.
    pub authors: Vec<String>,
    /// An outlet that byline or note about the author name.
    pub employer: Option<String>,
    /// The article's own stamps, in text order.
    pub stamps: Vec<Stamp>,
}

/// What is known of a text before its lines are judged.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known<'a> {
    /// The title, where the input states it.
    pub title: Option<&'a str>,
    /// What the page's markup says of each unit, in order; empty for plain text.
    pub markup: &'a [ZoneKind],
}

/// Judges every unit of the text.
pub(crate) fn lay_out(text: &str, known: Known) -> Layout {
    let units = units(text);
    let mut marks = by_own_words(&units, known.markup);
    let places = place::find(&units, &mut marks, known);
    emit(text, &units, &marks, &places)
}

/// The first pass: each line by its own words.
fn by_own_words(units: &[Unit], markup: &[ZoneKind]) -> Vec<Mark> {
    let mut marks = Vec::with_capacity(units.len());
    for (i, unit) in units.iter().enumerate() {
        let label = i.checked_sub(1).map(|i| &units[i]).filter(|unit| stamp::is_label(unit));
        let mark = match markup.get(i) {
            Some(kind @ (ZoneKind::Headline | ZoneKind::Standfirst)) => Mark::Kind(*kind),
            hint => match judge(unit, label) {
                // A heading or caption by the markup is one, unless it is furniture.
                Mark::Open if hint.is_some_and(|kind| *kind != ZoneKind::Body) => {
                    Mark::Kind(*hint.expect("just seen"))
                }
                mark => mark,
            },
        };
        marks.push(mark);
    }
    marks
}

fn judge(unit: &Unit, label: Option<&Unit>) -> Mark {
    match stamp::read(unit, label) {
        Some(stamp::Line::Stamps(stamps)) => return Mark::Stamps(stamps),
        Some(stamp::Line::Foreign) => return Mark::Kind(ZoneKind::Clutter),
        None => {}
    }
    if stamp::is_label(unit) || clutter::verdict(unit) != Verdict::No {
        return Mark::Kind(ZoneKind::Clutter);
    }
    if let Some(credit) = byline::credit(unit) {
        return Mark::Credit(credit);
    }
    if let Some(byline) = byline::at(unit)
        && byline.end == unit.text.len()
    {
        return Mark::Byline(byline);
    }
    if caption::is_caption(unit) {
        return Mark::Kind(ZoneKind::Caption);
    }
    Mark::Open
}

/// Writes the zones down, cutting off bylines, datelines and site names inside units.
fn emit(text: &str, units: &[Unit], marks: &[Mark], places: &place::Places) -> Layout {
    let mut layout = Layout {
        site: places.site.clone(),
        masthead: places.masthead.clone(),
        ..Layout::default()
    };
    let mut bodies = 0;
    let transcript = is_transcript(units);
    let mut credit = Credit::default();
    let mut bios = Vec::new();
    for (i, (unit, mark)) in units.iter().zip(marks).enumerate() {
        let mut range = unit.range;
        let mut push = |from: usize, to: usize, kind| {
            let range = TextRange::new(from, to).trim(text);
            if !range.is_empty() {
                layout.zones.push(Zone { kind, range });
            }
        };
        match mark {
            Mark::Byline(byline) => {
                layout.authors.extend(byline.names.iter().cloned());
                layout.employer = layout.employer.take().or_else(|| byline.outlet.clone());
                layout.stamps.extend(stamp::stamps(unit, None));
            }
            Mark::Stamps(stamps) => {
                let own = stamps.iter().filter(|stamp| places.is_own_stamp(i, stamp.event));
                layout.stamps.extend(own.cloned());
            }
            Mark::Credit(found) => {
                credit.writers.extend(found.writers.iter().cloned());
                credit.reporters.extend(found.reporters.iter().cloned());
            }
            Mark::Bio(bio) => bios.push(bio.clone()),
            _ => {}
        }
        if places.headline == Some(i) {
            let (title, site) = headline::without_site(unit.text);
            let end = range.start + title.len();
            layout.headline = Some(TextRange::new(range.start, end));
            if site.is_some() {
                layout.site = site.map(str::to_owned);
                push(range.start, end, ZoneKind::Headline);
                push(end, range.end, ZoneKind::Clutter);
                continue;
            }
        }
        if mark.kind() == ZoneKind::Body {
            if bodies < 2
                && let Some(byline) = byline::at(unit).filter(|byline| byline.end < unit.text.len())
            {
                let end = range.start + byline.end;
                push(range.start, end, ZoneKind::Byline);
                layout.authors.extend(byline.names);
                range = TextRange::new(end, range.end).trim(text);
            }
            let trust = if bodies == 0 { Trust::First } else { Trust::Strict };
            if bodies < 3
                && layout.place.is_none()
                && let Some(dateline) = dateline::at(range.of(text), trust)
                && !(transcript && range.of(text)[..dateline.end].ends_with(':'))
            {
                let at = range.start;
                push(at, at + dateline.end, ZoneKind::Dateline);
                let head = TextRange::new(at, at + dateline.end);
                layout.place = Some(TextRange::from(dateline.place).shift(at));
                layout.agency = dateline.agency.map(|agency| TextRange::from(agency).shift(at));
                let dates = crate::dates::find(head.of(text)).into_iter().map(|mut found| {
                    found.range = found.range.shift(at);
                    Stamp { event: Event::Unsaid, found }
                });
                layout.stamps.extend(dates);
                range = TextRange::new(at + dateline.end, range.end).trim(text);
            }
            bodies += 1;
        }
        let mut push = |range: TextRange, kind| {
            if !range.is_empty() {
                layout.zones.push(Zone { kind, range });
            }
        };
        push(range, mark.kind());
    }
    settle_authors(&mut layout, credit, bios);
    layout
}

/// A byline outranks a credit line, and both a note at the foot.
fn settle_authors(layout: &mut Layout, credit: Credit, bios: Vec<Bio>) {
    if layout.authors.is_empty() {
        layout.authors = if credit.writers.is_empty() { credit.reporters } else { credit.writers };
    }
    let named = !layout.authors.is_empty();
    for bio in bios {
        if !named {
            layout.authors.push(bio.name);
        }
        layout.employer = layout.employer.take().or(bio.outlet);
    }
    let mut seen = Vec::new();
    layout.authors.retain(|name| {
        let fold = headline::fold(name);
        let new = !seen.contains(&fold);
        seen.push(fold);
        new
    });
}

/// Whether lines begin with speakers in capitals, as transcripts do: "QUIST: We will not."
fn is_transcript(units: &[Unit]) -> bool {
    let speaks = |unit: &&Unit| {
        unit.text.split_once(": ").is_some_and(|(name, _)| {
            (2..=30).contains(&name.len())
                && name.chars().any(char::is_alphabetic)
                && !name.chars().any(char::is_lowercase)
        })
    };
    units.iter().filter(speaks).count() > 1
}

#[cfg(test)]
mod tests;
