//! What a line is by where it stands: headline, standfirst, subheadings, and what comes before
//! the article and after it.

use gainsay_record::ZoneKind;

use super::bio;
use super::clutter;
use super::entries;
use super::head::{self, opens_body};
use super::headline::{self, fold, without_site};
use super::masthead;
use super::stamp::Event;
use super::{Known, Mark};
use crate::unit::Unit;

/// Where the parts of the article are, in numbers of units.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// The headline.
    pub headline: Option<usize>,
    /// The site's name, from a second copy of the headline.
    pub site: Option<String>,
    /// The paper's name at the head of the page.
    pub masthead: Option<String>,
    /// The first paragraph of the body.
    body: usize,
    /// The last line that reads as running text.
    last: usize,
    /// Where readers begin to speak.
    comments: usize,
    /// Whether a correction ends the article: bare dates near it are the correction's.
    corrected: bool,
}

impl Places {
    /// Whether a stamp at this unit is the article's: above the body, or between its end and the
    /// readers' comments. Further down a bare date is that of a link to another article.
    pub fn is_own_stamp(&self, unit: usize, event: Event) -> bool {
        unit <= self.body
            || unit > self.last
                && unit < self.comments
                && (event != Event::Unsaid || unit == self.last + 1 && !self.corrected)
    }
}

/// The second and third pass. Leaves no unit open that is not body.
pub(crate) fn find(units: &[Unit], marks: &mut [Mark], known: Known) -> Places {
    let html = !known.markup.is_empty();
    let mut places = Places { comments: units.len(), ..Places::default() };
    if html {
        places.headline = known.markup.iter().position(|kind| *kind == ZoneKind::Headline);
    } else {
        places.masthead = masthead::find(units, marks);
        find_headline(units, marks, known, &mut places);
    }
    cut_comments(units, marks, &mut places);
    drop_links(units, marks, &places);
    pair_captions(units, marks, &places);
    if html {
        let body = marks.iter().position(Mark::is_open);
        places.body = body.unwrap_or(units.len());
    } else {
        places.body = head::settle(units, marks, places.headline);
    }
    let last = (0..units.len()).rev().find(|&i| marks[i].is_open() && units[i].is_prose());
    places.last = last.unwrap_or(places.body.min(units.len().saturating_sub(1)));
    places.corrected = units.iter().skip(places.last.saturating_sub(3)).any(|unit| {
        ["correction", "clarification", "erratum", "editors' note"]
            .iter()
            .any(|word| unit.key.starts_with(word))
    });
    find_bios(units, marks, &places);
    if !html {
        settle_rest(units, marks, &places);
    }
    places
}

fn find_headline(units: &[Unit], marks: &mut [Mark], known: Known, places: &mut Places) {
    // The stated title is the headline wherever it stands in the head, marked or not.
    if let Some(title) = known.title {
        let title = fold(title);
        let same =
            |unit: &Unit| fold(unit.text) == title || fold(without_site(unit.text).0) == title;
        if let Some(at) = units.iter().take(15).position(same) {
            take_headline(units, marks, at, units.len().min(15), places);
            return;
        }
    }
    let open: Vec<usize> = (0..units.len()).filter(|&i| marks[i].is_open()).collect();
    let long = open.iter().position(|&i| units[i].words >= 25 || opens_body(&units[i]));
    let head = long.unwrap_or_else(|| {
        // All paragraphs are short: the second sentence is body in any case.
        let mut prose = (0..open.len()).filter(|&n| units[open[n]].is_prose());
        prose.nth(1).unwrap_or(open.len())
    });
    let candidates: Vec<&Unit> = open[..head].iter().map(|&i| &units[i]).collect();
    let Some(chosen) = headline::choose(&candidates) else { return };
    // One line alone is an article without a headline, not a headline without an article.
    if chosen + 1 >= open.len() {
        return;
    }
    let unit = &units[open[chosen]];
    if known.title.is_some() && (unit.ends || unit.words < 3) {
        return;
    }
    let until = open.get(head).copied().unwrap_or(units.len());
    take_headline(units, marks, open[chosen], until, places);
}

/// Marks the headline, and its copies in the page's frame as clutter.
fn take_headline(
    units: &[Unit],
    marks: &mut [Mark],
    chosen: usize,
    until: usize,
    places: &mut Places,
) {
    let mut at = chosen;
    let (title, site) = without_site(units[chosen].text);
    let title = fold(title);
    for i in 0..until {
        if i == chosen || fold(without_site(units[i].text).0) != title {
            continue;
        }
        if site.is_some() && at == chosen && fold(units[i].text) == title {
            // The clean copy is the headline.
            places.site = site.map(str::to_owned);
            marks[at] = Mark::Kind(ZoneKind::Clutter);
            at = i;
        } else {
            places.site = places.site.take().or(without_site(units[i].text).1.map(str::to_owned));
            marks[i] = Mark::Kind(ZoneKind::Clutter);
        }
    }
    marks[at] = Mark::Kind(ZoneKind::Headline);
    places.headline = Some(at);
}

/// After the article readers speak, or the page advertises itself.
fn cut_comments(units: &[Unit], marks: &mut [Mark], places: &mut Places) {
    let prose: Vec<bool> =
        units.iter().zip(marks.iter()).map(|(u, m)| m.is_open() && u.is_prose()).collect();
    let total = prose.iter().filter(|prose| **prose).count();
    let mut before = 0;
    for i in 0..units.len() {
        let after = total - before;
        let readers = clutter::opens_comments(&units[i])
            && (before >= after.max(1) || before >= 3 && clutter::opens_form(&units[i]));
        let links = clutter::opens_links(&units[i])
            && before >= 3
            && before >= 2 * after
            && !goes_on(units, &prose, i);
        if readers || links {
            places.comments = i;
            for mark in &mut marks[i..] {
                // Credits and notes about the author come after some pages' links.
                if matches!(mark, Mark::Open | Mark::Kind(_)) {
                    *mark = Mark::Kind(ZoneKind::Clutter);
                }
            }
            return;
        }
        before += usize::from(prose[i]);
    }
}

/// Whether the article goes on after the links that a label announces: paragraphs, with no title
/// above each as lists of other articles have it. A short one alone may belong to the last link.
fn goes_on(units: &[Unit], prose: &[bool], label: usize) -> bool {
    let after = label + 1..units.len();
    let Some(first) = after.clone().find(|&i| prose[i]) else { return false };
    let last = after.rev().find(|&i| prose[i]).unwrap_or(first);
    let unbroken = (first..=last).all(|i| prose[i] || units[i].ends || units[i].quoted);
    let small = |unit: &Unit| {
        let words = unit.text.split_whitespace();
        words.filter(|word| word.starts_with(char::is_lowercase)).count()
    };
    // Titles may end with a full stop, but have capitals.
    let sentences = (first..=last).all(|i| !prose[i] || small(&units[i]) >= 3);
    let alone = first == last;
    unbroken && sentences && (!alone || units[first].words >= 20 && first != label + 2)
}

/// Titles listed under "Related stories" and the like.
fn drop_links(units: &[Unit], marks: &mut [Mark], places: &Places) {
    let mut listing = false;
    for (i, unit) in units.iter().enumerate() {
        if clutter::opens_links(unit) {
            listing = true;
            continue;
        }
        let title = !unit.ends && !unit.quoted && !unit.introduces() && unit.words <= 20;
        listing &= title && places.headline != Some(i);
        if listing && marks[i].is_open() {
            marks[i] = Mark::Kind(ZoneKind::Clutter);
        }
    }
}

/// A picture's description stands right above the line that ends in its credit.
fn pair_captions(units: &[Unit], marks: &mut [Mark], places: &Places) {
    for i in 1..units.len() {
        let above = &units[i - 1];
        let pair = matches!(marks[i], Mark::Kind(ZoneKind::Caption))
            && marks[i - 1].is_open()
            && units[i].gap == 0
            && !above.ends
            && !above.introduces()
            && (4..=60).contains(&above.words);
        if pair && places.headline.is_none_or(|headline| headline < i - 1) {
            marks[i - 1] = Mark::Kind(ZoneKind::Caption);
        }
    }
}

/// Notes about the author stand at the very end.
fn find_bios(units: &[Unit], marks: &mut [Mark], places: &Places) {
    let text_before = |i: usize| {
        // The units are slices of one text: what stands above is found again by length.
        units[..i].iter().map(|unit| unit.text).collect::<Vec<_>>().join("\n")
    };
    let last: Vec<usize> =
        (places.body + 2..units.len()).rev().filter(|&i| marks[i].is_open()).take(3).collect();
    for i in last {
        if let Some(bio) =
            bio::name_opens(&units[i]).then(|| bio::bio(&units[i], &text_before(i))).flatten()
        {
            marks[i] = Mark::Bio(bio);
        }
    }
}

/// Everything that is still open from the first paragraph on.
fn settle_rest(units: &[Unit], marks: &mut [Mark], places: &Places) {
    let prose = units.iter().zip(marks.iter()).any(|(u, m)| m.is_open() && u.is_prose());
    for i in places.body..units.len() {
        if !marks[i].is_open() {
            continue;
        }
        let unit = &units[i];
        let heading = entries::is_timed(unit)
            || !unit.ends
                && !entries::is_bullet(unit)
                && !unit.introduces()
                && !unit.text.ends_with([',', ';'])
                && unit.words <= 12
                && unit.text.starts_with(|c: char| {
                    c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '‘' | '\'')
                });
        let kind = match () {
            () if i > places.last && prose => {
                let kept = unit.quoted || unit.ends && unit.words >= 2 || unit.words > 20;
                if kept { ZoneKind::Body } else { ZoneKind::Clutter }
            }
            () if heading => ZoneKind::Subheading,
            () => ZoneKind::Body,
        };
        marks[i] = Mark::Kind(kind);
    }
}
