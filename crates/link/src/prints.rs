//! What of an article is compared with other articles: each part by itself, since of most articles that
//! are met only one is asked for.

use std::sync::Arc;

use gainsay_record::{Article, Statement, ZoneKind};

use crate::answers::{self, Turn};
use crate::copies::{self, Sketch};
use crate::echoes::Utterance;
use crate::place::{Place, day};
use crate::stories::{self, Topic};

/// The number of the way in which articles are compared. It grows with every change of a key or a
/// judgement; links kept under another number have to be drawn anew.
pub const VERSION: u32 = 7;

/// Where an article stands: by the day that it gives itself, never by one inferred, since what is
/// inferred rests on the links.
pub fn place(of: &Article) -> Place {
    Place::new(of.published.as_ref().and_then(day), of.id(), 0)
}

/// Its text, to be compared with others as a whole.
pub fn sketch(of: &Article) -> Sketch {
    copies::sketch(zones(of, &BODY))
}

/// What it is about.
pub fn topic(of: &Article) -> Topic {
    stories::topic(place(of).day(), zones(of, &HEAD), zones(of, &BODY))
}

/// All its statements, in their order, as what they report.
pub fn utterances(of: &Article, statements: &[Statement], about: &Arc<Topic>) -> Vec<Utterance> {
    let place = place(of);
    let at = |position| Place::new(place.day(), *place.article(), position);
    let statements = statements.iter().zip(0..);
    statements.map(|(statement, position)| Utterance::of(at(position), statement, about)).collect()
}

/// The same as turns of a dispute.
pub fn turns(of: &Article, statements: &[Statement], about: &Arc<Topic>) -> Vec<Turn> {
    let place = place(of);
    answers::turns(place.day(), place.article(), &of.text, statements, about)
}

fn zones<'a>(of: &'a Article, wanted: &'static [ZoneKind]) -> impl Iterator<Item = &'a str> {
    let zones = of.zones.iter().filter(|zone| wanted.contains(&zone.kind));
    zones.map(|zone| of.text.slice(zone.range))
}

const HEAD: [ZoneKind; 2] = [ZoneKind::Headline, ZoneKind::Standfirst];
const BODY: [ZoneKind; 3] = [ZoneKind::Body, ZoneKind::Subheading, ZoneKind::Caption];
