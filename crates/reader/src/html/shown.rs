//! The date that a page shows near its headline.

use dom_query::NodeRef;
use gainsay_record::Precision;

use super::blocks::{DEEPEST, squeeze};
use crate::jsonl::stated_date;
use crate::unit::{Unit, units, words};
use crate::zones::headline::fold;
use crate::zones::stamp::{self, Event, Line};

/// How many words below the headline are looked at. Further down the dates are those of other
/// articles, or of what happened.
const BELOW: usize = 80;

/// The same for a date that says what it is.
const BELOW_LABELLED: usize = 120;

/// How many words above it: the section, the date, the beginning of the headline.
const ABOVE: usize = 15;

/// Words in names of classes and ids in which dates are another's: today's in the page's frame,
/// those of other articles, of readers' comments, of concerts.
#[rustfmt::skip]
const FOREIGN: &[&str] = &[
    "today", "todays", "current", "related", "sidebar", "recent", "comment", "comments", "footer",
    "event", "events", "copyright", "trending", "popular", "latest", "ticker", "hours", "upcoming",
    "carousel", "prev", "previous", "next",
];

/// A date on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    /// ISO 8601.
    pub value: String,
    /// The words that show it with their label; none where only the markup says the day.
    pub words: Option<String>,
}

/// A text of the page that no element divides.
struct Piece {
    text: String,
    /// Words of the page before it.
    at: usize,
    /// What the elements around it are named after.
    named: Option<Event>,
    /// What the `<time>` around it says.
    time: Option<String>,
}

#[derive(Clone, Default)]
struct Around {
    named: Option<Event>,
    time: Option<String>,
}

#[derive(Default)]
struct Walk {
    pieces: Vec<Piece>,
    /// Headings of the first rank: where, and the folded words.
    headings: Vec<(usize, usize, String)>,
    /// Stretches whose dates are another's.
    foreign: Vec<(usize, usize)>,
    words: usize,
}

impl Walk {
    fn below(&mut self, node: &NodeRef, around: &Around, depth: usize) {
        for child in node.children_it(false) {
            if child.is_text() {
                let text = squeeze(&child.text());
                if text.chars().any(char::is_alphanumeric) {
                    let at = self.words;
                    self.words += words(&text);
                    let Around { named, time } = around.clone();
                    self.pieces.push(Piece { text, at, named, time });
                }
                continue;
            }
            let Some(name) = child.node_name() else { continue };
            if !child.is_element() || depth > DEEPEST {
                continue;
            }
            if matches!(
                &*name,
                "script"
                    | "style"
                    | "noscript"
                    | "nav"
                    | "footer"
                    | "svg"
                    | "iframe"
                    | "select"
                    | "template"
                    | "head"
                    | "textarea"
            ) {
                continue;
            }
            let start = self.words;
            let names = ["class", "id", "itemprop"].map(|key| child.attr_or(key, "").to_string());
            let names = names.join(" ").to_ascii_lowercase();
            self.below(&child, &around.with(&child, &name, &names), depth + 1);
            if names.split(|c: char| !c.is_alphanumeric()).any(|part| FOREIGN.contains(&part)) {
                self.foreign.push((start, self.words));
            }
            if &*name == "h1" {
                self.headings.push((start, self.words, fold(&child.text())));
            }
        }
    }

    /// Where the headline begins and ends, in words of the page.
    fn headline(&self, title: &str) -> Option<(usize, usize)> {
        let title = fold(title);
        let similar = |words: &str| {
            words.len() >= 8
                && title.len() >= 8
                && (words.contains(&title) || title.contains(words))
        };
        let heading = self.headings.iter().find(|(.., words)| similar(words));
        if let Some((start, end, _)) = heading {
            return Some((*start, *end));
        }
        let piece = self.pieces.iter().find(|piece| fold(&piece.text) == title);
        if let Some(piece) = piece {
            return Some((piece.at, piece.at + words(&piece.text)));
        }
        let first = self.headings.iter().find(|(start, end, _)| end - start >= 2);
        first.map(|(start, end, _)| (*start, *end))
    }
}

impl Around {
    fn with(&self, node: &NodeRef, name: &str, names: &str) -> Self {
        // A page's own body element is named after everything that may stand on it.
        let frame = matches!(name, "body" | "html" | "main" | "article");
        let has = |parts: &[&str]| !frame && parts.iter().any(|part| names.contains(part));
        let named = match () {
            () if has(&["updat", "modif", "review", "changed"]) => Some(Event::Updated),
            () if has(&["publish", "posted", "pubdate"]) => Some(Event::Published),
            () => self.named,
        };
        let time = (name == "time").then(|| node.attr("datetime")).flatten();
        Around { named, time: time.map(|time| time.to_string()).or_else(|| self.time.clone()) }
    }
}

/// What the piece says of the day of publication, and how surely.
fn read(piece: &Piece, label: Option<&Unit>) -> Option<(Event, Shown)> {
    if piece.text.len() > 160 {
        return None;
    }
    let unit = units(&piece.text).into_iter().next()?;
    let label = label.filter(|label| stamp::is_label(label));
    let line = stamp::read(&unit, label);
    if line == Some(Line::Foreign) {
        return None;
    }
    let stamps = match line {
        Some(Line::Stamps(stamps)) => stamps,
        _ => Vec::new(),
    };
    let best = stamps.into_iter().min_by_key(|stamp| stamp.event);
    if let Some(best) = best.filter(|best| best.found.precision == Precision::Day) {
        let event = match best.event {
            Event::Unsaid => piece.named.unwrap_or(Event::Unsaid),
            said => said,
        };
        if event == Event::Updated {
            return None;
        }
        let words =
            label.map_or(piece.text.clone(), |label| format!("{} {}", label.text, piece.text));
        return Some((event, Shown { value: best.found.value, words: Some(words) }));
    }
    // "3 days ago": the element says the day.
    let (value, precision) = stated_date(piece.time.as_deref()?)?;
    let said = stamp::says(label.map_or(&piece.text, |label| label.text));
    let event = said.or(piece.named).unwrap_or(Event::Unsaid);
    let own = unit.words <= 5 && event != Event::Updated && precision == Precision::Day;
    own.then_some((event, Shown { value, words: None }))
}

/// The date near the headline that is the article's: one that says "published" before a bare
/// one, then the nearest. Dates of changes do not count.
pub(super) fn find(page: &NodeRef, title: &str) -> Option<Shown> {
    let mut walk = Walk::default();
    walk.below(page, &Around::default(), 0);
    let (start, end) = walk.headline(title)?;
    let mut near = Vec::new();
    let mut far = Vec::new();
    for (i, piece) in walk.pieces.iter().enumerate() {
        let at = piece.at;
        // What holds the headline too is the article's.
        let foreign = walk
            .foreign
            .iter()
            .any(|(from, to)| (*from..*to).contains(&at) && !(*from <= start && end <= *to));
        let before = i.checked_sub(1).map(|before| walk.pieces[before].text.as_str());
        let label = before.and_then(|text| units(text).into_iter().next());
        let Some((event, shown)) = read(piece, label.as_ref()).filter(|_| !foreign) else {
            continue;
        };
        let away = at.saturating_sub(end) + start.saturating_sub(at);
        let within = if event == Event::Published { BELOW_LABELLED } else { BELOW };
        if at + ABOVE >= start && away <= within {
            near.push((event, away, shown));
        } else {
            far.push((event, shown));
        }
    }
    let best = near.into_iter().min_by_key(|(event, away, _)| (*event, *away));
    best.map(|(.., shown)| shown).or_else(|| only(far))
}

/// At the foot of an article stands its date where no other says that it is one of publication.
fn only(far: Vec<(Event, Shown)>) -> Option<Shown> {
    let mut labelled = far.into_iter().filter(|(event, _)| *event == Event::Published);
    let (_, first) = labelled.next()?;
    labelled.all(|(_, other)| other.value == first.value).then_some(first)
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    fn shown(body: &str) -> Option<String> {
        let page = format!("<html><body>{body}<p>{}</p></body></html>", "word ".repeat(300));
        let shown = find(&Document::from(page.as_str()).root(), "Quell rejects charge")?;
        Some(shown.words.unwrap_or(shown.value))
    }

    #[test]
    fn the_article_says_its_day_near_its_headline() {
        for (body, words) in [
            ("<h1>Quell rejects charge</h1><span>March 3, 2015</span>", "March 3, 2015"),
            ("<div>3 March 2015</div><h1>Quell rejects charge</h1>", "3 March 2015"),
            (
                "<h1>Quell rejects charge</h1>Published <b>3 March 2015</b>",
                "Published 3 March 2015",
            ),
            (
                "<h1>Quell rejects charge</h1><i>5 March 2015</i><i>Posted 3 March 2015</i>",
                "Posted 3 March 2015",
            ),
            (
                "<h1>Quell rejects charge</h1><time datetime='2015-03-03'>2 days ago</time>",
                "2015-03-03",
            ),
            (
                "<div class='current'><h1>Quell rejects charge</h1><i>3 March 2015</i></div>",
                "3 March 2015",
            ),
        ] {
            assert_eq!(shown(body).as_deref(), Some(words), "{body}");
        }
    }

    #[test]
    fn other_dates_are_not_the_articles() {
        for body in [
            "<h1>Quell rejects charge</h1>Updated <i>March 3, 2015</i>",
            "<h1>Quell rejects charge</h1><i class='last-modified'>March 3, 2015</i>",
            "<div id='today'>March 3, 2015</div><h1>Quell rejects charge</h1>",
            "<h1>Quell rejects charge</h1><div class='related'><i>March 3, 2015</i></div>",
            "<h1>Quell rejects charge</h1><p>The bridge was closed on March 3, 2015.</p>",
        ] {
            assert_eq!(shown(body), None, "{body}");
        }
        let far = format!("<h1>Quell rejects charge</h1>{}<i>March 3, 2015</i>", "a ".repeat(200));
        assert_eq!(shown(&far), None);
    }
}
