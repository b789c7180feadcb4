//! The line of JSON that `extract` prints for each article.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::article::Article;
use crate::mention::Mention;
use crate::statement::Statement;
use crate::text::{Span, Text};
use crate::zone::{Zone, ZoneKind};

/// One article with its statements, as `extract` prints it: offsets in code points, keys in the
/// order of the contract, `null` where nothing is known.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its statements, in text order.
    pub statements: &'a [Statement],
    /// Whether the text travels along. It always does where it is not the input itself.
    pub with_text: bool,
    /// Its names, roles and pronouns, where they were asked for.
    pub mentions: Option<&'a [Mention]>,
    /// Its temporal expressions, where they were asked for.
    pub times: Option<&'a [TimeLine]>,
}

/// A temporal expression as `extract --with times` prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TimeLine {
    /// Where it stands.
    pub span: Span,
    /// Its TIMEX3 type: `DATE`, `TIME`, `DURATION`, `SET`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Its TIMEX3 value.
    pub value: String,
}

#[derive(Serialize)]
struct ZoneLine {
    kind: ZoneKind,
    start: usize,
    end: usize,
}

impl ZoneLine {
    fn new(zone: &Zone, text: &Text) -> Self {
        ZoneLine {
            kind: zone.kind,
            start: text.code_point(zone.range.start),
            end: text.code_point(zone.range.end),
        }
    }
}

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let article = self.article;
        let zones: Vec<ZoneLine> =
            article.zones.iter().map(|zone| ZoneLine::new(zone, &article.text)).collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("path", &article.path)?;
        map.serialize_entry("id", &article.id())?;
        map.serialize_entry("title", &article.title)?;
        map.serialize_entry("outlet", &article.outlet)?;
        map.serialize_entry("authors", &article.authors)?;
        map.serialize_entry("dateline", &article.dateline)?;
        map.serialize_entry("language", &article.language)?;
        map.serialize_entry("published", &article.published)?;
        if let Some(collected) = &article.collected {
            map.serialize_entry("collected", collected)?;
        }
        if let Some(url) = &article.url {
            map.serialize_entry("url", url)?;
        }
        map.serialize_entry("zones", &zones)?;
        map.serialize_entry("statements", self.statements)?;
        if let Some(mentions) = self.mentions {
            map.serialize_entry("mentions", mentions)?;
        }
        if let Some(times) = self.times {
            map.serialize_entry("times", times)?;
        }
        if self.with_text || !article.text_is_input {
            map.serialize_entry("text", article.text.as_str())?;
        }
        map.end()
    }
}
