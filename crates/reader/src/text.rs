//! Plain text to article.

use gainsay_record::{Article, Basis, DateValue, Text};

use crate::error::Error;
use crate::zones::{Known, Layout, lay_out};
use crate::{Stated, language, outlet};

/// Reads a text as it is.
pub(crate) fn read(
    place: &str,
    path: String,
    text: String,
    text_is_input: bool,
    stated: Stated,
) -> Result<Article, Error> {
    let layout = lay_out(&text, Known { title: stated.title.as_deref(), markup: &[] });
    if !layout.is_article() {
        let place = place.to_owned();
        let blank = layout.zones.is_empty();
        return Err(if blank { Error::Empty { place } } else { Error::OnlyClutter { place } });
    }
    assemble(place, path, text, text_is_input, layout, stated)
}

/// Puts together what the lines told and what the input states. What is stated goes first.
pub(crate) fn assemble(
    place: &str,
    path: String,
    text: String,
    text_is_input: bool,
    layout: Layout,
    stated: Stated,
) -> Result<Article, Error> {
    let spoken: String = layout
        .zones
        .iter()
        .filter(|zone| zone.kind.speaks())
        .map(|zone| zone.range.of(&text))
        .scan(0, |length, words| {
            // The check looks at the beginning only; the rest need not be copied.
            *length += words.len();
            (*length < 20_000 || words.len() == *length).then_some(words)
        })
        .collect::<Vec<_>>()
        .join(" ");
    let language = language::check(place, &spoken)?;
    let text = Text::new(text);
    let published = stated.published.or_else(|| {
        let stamp = layout.published()?;
        Some(DateValue {
            value: stamp.found.value.clone(),
            precision: stamp.found.precision,
            basis: Basis::Text,
            span: Some(text.span(stamp.found.range)),
        })
    });
    let title = stated.title.or_else(|| {
        let title = text.slice(layout.headline?).trim_end_matches([';', ' ']);
        (!title.is_empty()).then(|| title.to_owned())
    });
    Ok(Article {
        path,
        text_is_input,
        title,
        outlet: stated.outlet.or_else(|| outlet::of_text(&text, &layout)),
        authors: stated.authors.unwrap_or(layout.authors),
        dateline: layout.place.map(|range| text.slice(range).to_owned()),
        language,
        published,
        collected: stated.collected,
        url: stated.url,
        zones: layout.zones,
        text,
    })
}
