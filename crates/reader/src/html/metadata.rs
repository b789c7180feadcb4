//! What a page's head says: title, outlet, authors, date.

use dom_query::Document;

use super::blocks::{in_frame, squeeze};
use super::entities::decode;
use super::jsonld::{self, Linked};
use super::published::{Declared, Published, decide};
use super::{shown, title};
use crate::jsonl::stated_date;
use crate::zones::headline::fold;
use crate::zones::words::known_outlet;

/// Everything that the metadata say.
#[derive(Debug, Clone, Default)]
pub(super) struct Metadata {
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub authors: Option<Vec<String>>,
    pub published: Option<Published>,
    pub description: Option<String>,
    pub url: Option<String>,
    /// The article's text, where the JSON-LD carries it.
    pub body: Option<String>,
}

/// Names of `<meta>` elements that hold the publication date. Not those of changes.
const DATES: &[&str] = &[
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "og:pubdate",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published-date",
    "published_date",
    "publication_date",
    "publication-date",
    "citation_publication_date",
    "citation_online_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dc.date.created",
    "dcterms.date",
    "article.published",
    "article_date_original",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "bt:pubdate",
    "analyticsattributes.articledate",
    "rnews:datepublished",
    "created",
    "date",
];

/// Those of [`DATES`] that do not say of what they are the date.
const VAGUE: &[&str] = &["dc.date", "dcterms.date", "dc.date.created", "created", "date"];

const AUTHORS: &[&str] = &[
    "author",
    "article:author",
    "og:article:author",
    "article:author_name",
    "byl",
    "byline",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "twitter:creator:name",
];

/// The page's `<meta>` elements: name in lower case, content.
fn metas(document: &Document) -> Vec<(String, String)> {
    let mut metas = Vec::new();
    for node in document.select("meta[content]").nodes() {
        let content = squeeze(&decode(&node.attr_or("content", "")));
        for attribute in ["property", "name", "itemprop", "http-equiv"] {
            if let Some(name) = node.attr(attribute)
                && !content.is_empty()
            {
                metas.push((name.trim().to_ascii_lowercase(), content.clone()));
            }
        }
    }
    metas
}

/// Reads the metadata of a page.
pub(super) fn find(document: &Document) -> Metadata {
    let metas = metas(document);
    let meta = |names: &[&str]| {
        names.iter().find_map(|name| {
            metas.iter().find(|(other, _)| other == name).map(|(_, content)| content.clone())
        })
    };
    let linked = jsonld::find(document).unwrap_or_default();
    let name = meta(&["og:site_name"]).or_else(|| linked.publisher.clone());
    let graph = meta(&["og:title", "twitter:title"]);
    let (title, site) =
        title::find(document, linked.headline.as_deref().or(graph.as_deref()), name.as_deref());
    let known_site =
        name.or(site).or_else(|| meta(&["application-name", "dc.publisher", "publisher"]));
    let url = document
        .select("link[rel='canonical']")
        .attr("href")
        .map(|url| url.trim().to_owned())
        .or_else(|| meta(&["og:url"]))
        .filter(|url| url.starts_with("http"));
    let shown = title.as_deref().and_then(|title| shown::find(&document.root(), title));
    Metadata {
        published: decide(declared(document, &linked, &metas), shown, url.as_deref()),
        title,
        outlet: known_site
            .map(|site| known_outlet(&site).map_or(site, str::to_owned))
            .filter(|site| !site.contains("://")),
        authors: authors(document, &linked, &metas),
        description: linked
            .description
            .or_else(|| meta(&["og:description", "description", "twitter:description"]))
            .map(|description| squeeze(&description)),
        url,
        body: linked.body,
    }
}

/// Names as a byline has them: no "By", no address, no site in the author's place.
fn clean_name(name: &str) -> Option<String> {
    let name = squeeze(name);
    let name = match name.get(..3) {
        Some(by) if by.eq_ignore_ascii_case("by ") => name[3..].trim(),
        _ => name.trim(),
    };
    let sane = !name.is_empty()
        && name.len() <= 60
        && !name.contains("://")
        && !name.contains(['@', '{', '<'])
        && !matches!(name.to_lowercase().as_str(), "admin" | "administrator" | "editor" | "staff");
    sane.then(|| name.to_owned())
}

fn authors(
    document: &Document,
    linked: &Linked,
    metas: &[(String, String)],
) -> Option<Vec<String>> {
    let mut names: Vec<String> = linked.authors.iter().filter_map(|n| clean_name(n)).collect();
    for wanted in AUTHORS {
        if names.is_empty() {
            let contents = metas.iter().filter(|(name, _)| name == wanted);
            names.extend(contents.filter_map(|(_, content)| clean_name(content)));
        }
    }
    if names.is_empty() {
        for selector in ["[rel='author']", "[itemprop='author']", "[class*='author-name']"] {
            let nodes = document.select(selector);
            let node = nodes.nodes().iter().find(|node| !in_frame(node));
            names.extend(node.and_then(|node| clean_name(&node.text())));
            if !names.is_empty() {
                break;
            }
        }
    }
    let mut unique: Vec<String> = Vec::new();
    for name in names {
        if !unique.iter().any(|other| fold(other) == fold(&name)) {
            unique.push(name);
        }
    }
    (!unique.is_empty()).then_some(unique)
}

/// The date of publication that the markup declares.
fn declared(document: &Document, linked: &Linked, metas: &[(String, String)]) -> Option<Declared> {
    let read = |content: &str| {
        let (value, precision) = stated_date(content)?;
        let content = content.trim_end();
        let greenwich = ["Z", "+00:00", "+0000", "UTC", "GMT"].iter().any(|z| content.ends_with(z));
        Some(Declared { value, precision, greenwich })
    };
    if let Some(date) = linked.published.as_deref().and_then(read) {
        return Some(date);
    }
    let changes: Vec<&str> = metas
        .iter()
        .filter(|(name, _)| name.contains("modif") || name.contains("updat"))
        .map(|(_, content)| content.get(..10).unwrap_or(content))
        .collect();
    for wanted in DATES {
        let contents = metas.iter().filter(|(name, _)| name == wanted);
        // Some pages call the day of the last change their date.
        let contents = contents.filter(|(_, content)| {
            !VAGUE.contains(wanted) || !changes.iter().any(|change| content.starts_with(change))
        });
        if let Some(date) = contents.filter_map(|(_, content)| read(content)).next() {
            return Some(date);
        }
    }
    let named = metas.iter().filter(|(name, _)| {
        name.contains("publish")
            && !["modif", "updat", "last", "publisher", "expir"].iter().any(|w| name.contains(w))
    });
    if let Some(date) = named.filter_map(|(_, content)| read(content)).next() {
        return Some(date);
    }
    let named = document.select("[itemprop='datePublished'], time[pubdate]");
    let node = named.nodes().iter().find(|node| !in_frame(node))?;
    let value = node.attr("datetime").or_else(|| node.attr("content"));
    read(&value.unwrap_or_else(|| node.text()))
}
