//! Word lists that several rules share.

/// Verbs that report, in the forms that newspapers use.
#[rustfmt::skip]
pub(crate) const REPORTING: &[&str] = &[
    "said", "says", "told", "tells", "asked", "added", "adds", "accused", "accuses", "denied",
    "denies", "rejected", "rejects", "claimed", "claims", "warned", "warns", "insisted", "insists",
    "argued", "argues", "stated", "states", "announced", "announces", "replied", "reported",
    "declared", "explained", "wrote", "writes", "alleged", "admitted", "acknowledged", "tweeted",
    "continued", "noted", "recalled", "according", "urged", "urges", "called", "condemned",
    "criticized", "criticised", "vowed", "pledged", "responded", "testified", "suggested",
];

/// Papers, agencies and broadcasters by the names and addresses they print on their own pages.
/// Lower case on the left; on the right the name as it is usually written.
#[rustfmt::skip]
const OUTLETS: &[(&str, &str)] = &[
    ("abc news", "ABC News"),
    ("agence france-presse", "AFP"),
    ("afp", "AFP"),
    ("al jazeera", "Al Jazeera"),
    ("al jazeera english", "Al Jazeera"),
    ("aljazeera.com", "Al Jazeera"),
    ("ap", "AP"),
    ("ap news", "AP"),
    ("apnews.com", "AP"),
    ("arab news", "Arab News"),
    ("associated press", "AP"),
    ("bbc", "BBC"),
    ("bbc news", "BBC News"),
    ("bbc.com", "BBC"),
    ("bloomberg", "Bloomberg"),
    ("bloomberg news", "Bloomberg"),
    ("breitbart", "Breitbart"),
    ("breitbart news", "Breitbart"),
    ("breitbart.com", "Breitbart"),
    ("cbs news", "CBS News"),
    ("cnn", "CNN"),
    ("cnn.com", "CNN"),
    ("daily mail", "Daily Mail"),
    ("dawn", "Dawn"),
    ("dawn.com", "Dawn"),
    ("deutsche welle", "Deutsche Welle"),
    ("epa", "EPA"),
    ("euronews", "Euronews"),
    ("financial times", "Financial Times"),
    ("fox news", "Fox News"),
    ("foxnews.com", "Fox News"),
    ("france 24", "France 24"),
    ("haaretz", "Haaretz"),
    ("hindustan times", "Hindustan Times"),
    ("huffington post", "Huffington Post"),
    ("huffpost", "HuffPost"),
    ("los angeles times", "Los Angeles Times"),
    ("msnbc", "MSNBC"),
    ("nbc news", "NBC News"),
    ("new york times", "The New York Times"),
    ("nytimes.com", "The New York Times"),
    ("npr", "NPR"),
    ("npr.org", "NPR"),
    ("politico", "Politico"),
    ("politico.com", "Politico"),
    ("radio free europe/radio liberty", "RFE/RL"),
    ("reuters", "Reuters"),
    ("reuters.com", "Reuters"),
    ("sky news", "Sky News"),
    ("tass", "TASS"),
    ("the associated press", "AP"),
    ("the daily telegraph", "The Daily Telegraph"),
    ("the economist", "The Economist"),
    ("the express tribune", "The Express Tribune"),
    ("the guardian", "The Guardian"),
    ("the hill", "The Hill"),
    ("the hindu", "The Hindu"),
    ("the independent", "The Independent"),
    ("the indian express", "The Indian Express"),
    ("the new york times", "The New York Times"),
    ("the straits times", "The Straits Times"),
    ("the times of india", "The Times of India"),
    ("the wall street journal", "The Wall Street Journal"),
    ("the washington post", "The Washington Post"),
    ("theguardian.com", "The Guardian"),
    ("time", "Time"),
    ("times of india", "The Times of India"),
    ("upi", "UPI"),
    ("usa today", "USA Today"),
    ("voa", "VOA"),
    ("voa news", "VOA"),
    ("voice of america", "Voice of America"),
    ("wall street journal", "The Wall Street Journal"),
    ("washington post", "The Washington Post"),
    ("xinhua", "Xinhua"),
    ("xinhua news agency", "Xinhua"),
];

/// The usual name of a well-known outlet written in any way.
pub(crate) fn known_outlet(name: &str) -> Option<&'static str> {
    let name = name.trim();
    // The longest name of the list; longer strings need no search.
    if name.len() > 32 {
        return None;
    }
    let lower = name.to_lowercase();
    let lower = lower.trim_start_matches("www.");
    OUTLETS.iter().find(|(key, _)| *key == lower).map(|(_, name)| *name)
}

/// A line that is nothing but an outlet's name or address: a masthead.
pub(crate) fn is_outlet(text: &str) -> bool {
    known_outlet(text).is_some() || is_domain(text)
}

/// "DAWN.COM", "norvaleherald.example": an address without a path.
pub(crate) fn is_domain(text: &str) -> bool {
    text.len() <= 40
        && text.rsplit_once('.').is_some_and(|(name, end)| {
            (2..=7).contains(&end.len())
                && name.len() >= 3
                && end.chars().all(|c| c.is_ascii_alphabetic())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.'))
                && (text.chars().all(|c| !c.is_ascii_lowercase())
                    || text.chars().all(|c| !c.is_ascii_uppercase()))
        })
}

/// Words that no person's name holds, though bylines print them with a capital.
#[rustfmt::skip]
const NOT_NAMES: &[&str] = &[
    "a", "an", "the", "our", "staff", "news", "agencies", "agency", "bureau", "desk", "monitoring",
    "correspondent", "reporter", "reporters", "editor", "web", "online", "team", "press", "wire",
    "wires", "and", "for", "in", "associated", "reuters", "afp", "ap", "upi", "post", "times",
    "today", "herald", "tribune", "guardian", "contrast", "then", "now", "all", "this", "that",
    "comments", "share", "read", "more", "home", "world", "politics", "business", "sport",
    "sports", "opinion", "asia", "africa", "europe", "america", "middle", "east", "latest", "top",
    "stories", "sign", "log", "menu", "search", "contact", "us", "about", "new",
];

/// Small words inside personal names.
#[rustfmt::skip]
const PARTICLES: &[&str] =
    &["al", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le", "ibn", "ter", "van", "von"];

/// How many bytes of a personal name `text` begins with, if any: two to five words with capitals.
pub(crate) fn name_at(text: &str) -> Option<usize> {
    let (mut words, mut end, mut at) = (0, 0, 0);
    while words < 5 {
        let rest = &text[at..];
        let length = rest
            .find(|c: char| !(c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-' | '‑')))
            .unwrap_or(rest.len());
        let raw = &rest[..length];
        // "Roe's account": a possessive is not the end of a byline.
        let word = raw.trim_end_matches(['-', '\'', '’']);
        let lower = word.to_lowercase();
        let capital = word.starts_with(|c: char| c.is_uppercase());
        let particle = PARTICLES.contains(&lower.as_str()) && words > 0;
        if word.is_empty() || !(capital || particle) {
            break;
        }
        if NOT_NAMES.contains(&lower.as_str())
            || crate::dates::month(word).is_some()
                && word.len() > 3
                && lower != "may"
                && lower != "june"
                && lower != "april"
                && lower != "august"
            || crate::dates::is_weekday(word) && word.len() > 3
            || lower.ends_with("'s")
            || lower.ends_with("’s")
        {
            break;
        }
        words += 1;
        if !particle {
            // A full stop ends the name unless it is an initial's or "Jr.".
            let initial = word.ends_with('.') && (word.len() <= 3 || word.matches('.').count() > 1);
            if word.ends_with('.') && !initial {
                end = at + word.len() - 1;
                break;
            }
            end = at + word.len();
        }
        at += length;
        if !text[at..].starts_with([' ', '\u{a0}']) {
            break;
        }
        at += if text[at..].starts_with(' ') { 1 } else { 2 };
    }
    let named = text[..end].split_whitespace().count();
    (named >= 2).then_some(end)
}
