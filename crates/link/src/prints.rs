//! What of an article is compared with other articles.

use std::sync::Arc;

use gainsay_record::{Article, Statement, ZoneKind};

use crate::answers::{Turn, turns};
use crate::copies::{Sketch, sketch};
use crate::echoes::Utterance;
use crate::place::{Place, day};
use crate::stories::{Topic, topic};

/// The number of the way in which articles are compared. It grows with every change of a key or a
/// judgement; links kept under another number have to be drawn anew.
pub const VERSION: u32 = 4;

/// What of an article is compared with others: what copies, stories and echoes are found by.
#[derive(Debug, Clone, PartialEq)]
pub struct Prints {
    /// Where the article stands: by the day that it gives itself, never by one inferred, since
    /// what is inferred rests on the links.
    pub place: Place,
    /// Its text.
    pub sketch: Arc<Sketch>,
    /// What it is about.
    pub topic: Arc<Topic>,
    /// Its statements, in their order.
    pub utterances: Vec<Arc<Utterance>>,
    /// The same as turns of a dispute.
    pub turns: Vec<Arc<Turn>>,
}

impl Prints {
    /// Those of an article with all its statements, in text order.
    pub fn of(article: &Article, statements: &[Statement]) -> Self {
        let id = article.id();
        let day = article.published.as_ref().and_then(day);
        let zones = |wanted: &'static [ZoneKind]| {
            let zones = article.zones.iter().filter(|zone| wanted.contains(&zone.kind));
            zones.map(|zone| article.text.slice(zone.range))
        };
        let (head, body) = (zones(&HEAD), zones(&BODY));
        let topic = Arc::new(topic(day, head, body.clone()));
        let utterances = statements.iter().zip(0..).map(|(statement, at)| {
            Arc::new(Utterance::of(Place::new(day, id.clone(), at), statement, &topic))
        });
        let turns = turns(day, &id, &article.text, statements, &topic);
        Prints {
            turns: turns.into_iter().map(Arc::new).collect(),
            utterances: utterances.collect(),
            place: Place::new(day, id.clone(), 0),
            sketch: Arc::new(sketch(body)),
            topic,
        }
    }
}

const HEAD: [ZoneKind; 2] = [ZoneKind::Headline, ZoneKind::Standfirst];
const BODY: [ZoneKind; 3] = [ZoneKind::Body, ZoneKind::Subheading, ZoneKind::Caption];
