//! Which of a page's titles is the headline, and the site's name beside it.

use dom_query::Document;

use super::blocks::squeeze;
use crate::unit::words;
use crate::zones::headline::{fold, without_site};
use crate::zones::masthead::in_small_letters;

/// Whether two titles of other words are of one article: they share a part of the longer words.
fn are_of_one(one: &str, other: &str) -> bool {
    let long = |title: &str| -> Vec<String> {
        let words = title.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| word.chars().count() > 3).map(str::to_lowercase).collect()
    };
    let (one, other) = (long(one), long(other));
    let shared = one.iter().filter(|word| other.contains(word)).count();
    shared >= 2 && shared * 3 >= one.len().min(other.len())
}

/// The title without the site's name after a joint, where it is the name that the page states.
fn without_name<'a>(title: &'a str, name: Option<&str>) -> &'a str {
    let named = |tail: &str| name.is_some_and(|name| fold(name) == fold(tail));
    [" | ", " – ", " — ", " - ", " : ", " · "]
        .iter()
        .find_map(|joint| title.rsplit_once(joint).filter(|(_, tail)| named(tail)))
        .map_or(without_site(title).0, |(head, _)| head.trim_end())
}

/// The title, and the site's name where the page's title carries it. `stated` is the title in the
/// metadata and `name` the site's there. What the page shows as its heading goes before what its
/// metadata call it, where the two are titles of the same.
pub(super) fn find(
    document: &Document,
    stated: Option<&str>,
    name: Option<&str>,
) -> (Option<String>, Option<String>) {
    let page = document.select("head > title, title").nodes().first().map(|n| squeeze(&n.text()));
    let (_, site) = page.as_deref().map(without_site).unwrap_or_default();
    let site = site.map(str::to_owned);
    let stated = stated.map(squeeze);
    let stated = stated.map(|title| without_name(&title, name).to_owned());
    let stated = stated.filter(|title| !title.is_empty());
    let headings: Vec<String> = document
        .select("h1")
        .nodes()
        .iter()
        .map(|node| squeeze(&node.text()))
        .filter(|text| words(text) >= 2 && text.len() < 300)
        .collect();
    let reference = stated.as_deref().or(page.as_deref()).unwrap_or_default();
    let folded = fold(reference);
    let same = headings.iter().find(|heading| {
        let heading = fold(heading);
        heading.len() >= 8
            && (folded.contains(&heading) || heading.contains(&folded))
            && !folded.is_empty()
    });
    // Search engines are told another title than readers.
    let only = headings.first().filter(|_| headings.len() == 1);
    let shown = same.or_else(|| only.filter(|heading| are_of_one(heading, reference)));
    let title = shown
        .cloned()
        .or(stated)
        .or_else(|| headings.first().cloned())
        .or_else(|| page.as_deref().map(|page| without_name(page, name).to_owned()))
        .filter(|title| !title.is_empty());
    let site = site.or_else(|| site_beside(page.as_deref()?, title.as_deref()?));
    (title, site)
}

/// The site's name in a page title that begins or ends with the article's: "THE HERALD : News :
/// Quell rejects charge".
fn site_beside(page: &str, title: &str) -> Option<String> {
    let joint =
        [" : ", " | ", " – ", " — ", " - ", " :: "].into_iter().find(|j| page.contains(j))?;
    let parts: Vec<&str> = page.split(joint).map(str::trim).collect();
    let (first, last) = (*parts.first()?, *parts.last()?);
    let site = match fold(title) {
        title if title == fold(last) => first,
        title if title == fold(first) => last,
        _ => return None,
    };
    let named = parts.len() > 1 && (1..=5).contains(&site.split_whitespace().count());
    named.then(|| in_small_letters(site))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_that_share_words_are_of_one_article() {
        assert!(are_of_one(
            "Keeping the Harbour Open: Top Trends",
            "Keeping Your Harbour Open: Latest Trends with Norvale"
        ));
        assert!(!are_of_one("The Norvale Herald", "Quell rejects charge of Norvale council"));
    }

    #[test]
    fn the_stated_name_of_the_site_is_no_part_of_the_title() {
        assert_eq!(
            without_name("Quell rejects charge - Norvale Online", Some("Norvale Online")),
            "Quell rejects charge"
        );
        assert_eq!(
            without_name("Quell – Zorvia talks fail", Some("Norvale")),
            "Quell – Zorvia talks fail"
        );
    }

    #[test]
    fn a_page_title_may_begin_with_the_site() {
        assert_eq!(
            site_beside("VOICE OF QUELL : News : Talks go on", "Talks go on").as_deref(),
            Some("Voice of Quell")
        );
        assert_eq!(site_beside("Talks – a history", "Talks fail"), None);
    }
}
