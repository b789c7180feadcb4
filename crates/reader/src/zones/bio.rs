//! Notes about the author.

use super::words::{known_outlet, name_at};
use crate::unit::Unit;

/// A note about the author at the foot of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bio {
    /// The author.
    pub name: String,
    /// The outlet whose correspondent the author is said to be.
    pub outlet: Option<String>,
}

/// Trades that write articles.
pub(super) const TRADES: &[&str] = &[
    "correspondent",
    "reporter",
    "journalist",
    "columnist",
    "editor",
    "writer",
    "author",
    "freelancer",
    "contributor",
    "producer",
    "blogger",
    "intern",
    "bureau chief",
];

/// Whether the unit begins with a person's name at all: cheap to ask before [`bio`].
pub(crate) fn name_opens(unit: &Unit) -> bool {
    name_at(unit.text).is_some()
}

/// The note about its author that a unit at the article's foot is. `before` is the text above it:
/// somebody who has been in the news there is not the author.
pub(crate) fn bio(unit: &Unit, before: &str) -> Option<Bio> {
    if unit.quoted || unit.words > 60 {
        return None;
    }
    let end = name_at(unit.text)?;
    let name = &unit.text[..end];
    let rest = unit.text[end..].trim_start();
    let covers = ["covers ", "reports on ", "reports for ", "writes for ", "writes about "]
        .iter()
        .any(|verb| rest.starts_with(verb));
    let role = rest
        .strip_prefix("is ")
        .filter(|role| TRADES.iter().any(|trade| role.to_lowercase().contains(trade)));
    let reach = unit.text.contains('@')
        || ["twitter", "tweets", "follow him", "follow her", "follow them", "be reached at"]
            .iter()
            .any(|word| unit.key.contains(word));
    let employer = role.and_then(|role| {
        let (outlet, _) = role.split_once("’s ").or_else(|| role.split_once("'s "))?;
        let outlet = outlet.strip_prefix("the ").unwrap_or(outlet);
        let named = outlet.starts_with(char::is_uppercase) && outlet.split(' ').count() <= 5;
        named.then(|| known_outlet(outlet).unwrap_or(outlet).to_owned())
    });
    let works = role.is_some_and(|role| {
        [" at ", " for ", " with ", " based in "].iter().any(|word| role.contains(word))
    });
    if !(covers || role.is_some() && (reach || employer.is_some() || works)) {
        return None;
    }
    let surname = name.rsplit(' ').next().unwrap_or(name);
    if !reach && before.contains(surname) {
        return None;
    }
    Some(Bio { name: name.to_owned(), outlet: employer })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::units;

    #[test]
    fn notes_about_the_author_name_author_and_paper() {
        let text = "Ada Quist is The Norvale Herald's Zorvia correspondent. She tweets @adaquist.";
        let bio = bio(&units(text)[0], "Ministers met.").unwrap();
        assert_eq!(
            (bio.name.as_str(), bio.outlet.as_deref()),
            ("Ada Quist", Some("The Norvale Herald"))
        );
    }

    #[test]
    fn people_in_the_news_are_not_the_author() {
        let text = "Ada Quist is a former editor at the Norvale Herald.";
        assert_eq!(bio(&units(text)[0], "Quist denied the charge."), None);
    }
}
