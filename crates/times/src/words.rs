//! Which words there are: months, weekdays, units, numbers, verbs that place a clause in time. One
//! table; everything else is grammar.

use std::sync::LazyLock;

use crate::keys::KEYS;
use crate::lexicon::{Part, Season, Unit, Word};
use crate::verbs::VERBS;

const MONTHS: &[&[&str]] = &[
    &["january", "jan"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sep", "sept"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

const WEEKDAYS: &[&[&str]] = &[
    &["monday", "mondays", "mon"],
    &["tuesday", "tuesdays", "tue", "tues"],
    &["wednesday", "wednesdays", "wed"],
    &["thursday", "thursdays", "thu", "thur", "thurs"],
    &["friday", "fridays", "fri"],
    &["saturday", "saturdays", "sat"],
    &["sunday", "sundays", "sun"],
];

const UNITS: &[(&str, &str, Unit)] = &[
    ("second", "seconds", Unit::Second),
    ("minute", "minutes", Unit::Minute),
    ("hour", "hours", Unit::Hour),
    ("day", "days", Unit::Day),
    ("week", "weeks", Unit::Week),
    ("fortnight", "fortnights", Unit::Fortnight),
    ("weekend", "weekends", Unit::Weekend),
    ("month", "months", Unit::Month),
    ("quarter", "quarters", Unit::Quarter),
    ("year", "years", Unit::Year),
    ("decade", "decades", Unit::Decade),
    ("century", "centuries", Unit::Century),
    ("millennium", "millennia", Unit::Millennium),
];

const PARTS: &[(&str, Part)] = &[
    ("morning", Part::Morning),
    ("mornings", Part::Morning),
    ("afternoon", Part::Afternoon),
    ("afternoons", Part::Afternoon),
    ("evening", Part::Evening),
    ("evenings", Part::Evening),
    ("night", Part::Night),
    ("nights", Part::Night),
    ("daytime", Part::Daytime),
    ("noon", Part::Noon),
    ("midday", Part::Noon),
    ("midnight", Part::Midnight),
];

const SEASONS: &[(&str, &str, Season)] = &[
    ("spring", "springs", Season::Spring),
    ("summer", "summers", Season::Summer),
    ("autumn", "autumns", Season::Autumn),
    ("fall", "falls", Season::Autumn),
    ("winter", "winters", Season::Winter),
];

const SMALL: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: &[(&str, &str, u8)] = &[
    ("twenty", "twenties", 20),
    ("thirty", "thirties", 30),
    ("forty", "forties", 40),
    ("fifty", "fifties", 50),
    ("sixty", "sixties", 60),
    ("seventy", "seventies", 70),
    ("eighty", "eighties", 80),
    ("ninety", "nineties", 90),
];

const ORDINALS: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

type Bucket = Vec<(&'static str, Word)>;

/// Words by their first letter (a bucket for all others comes last): a look-up compares a handful
/// of lengths and few letters.
static TABLE: LazyLock<[Bucket; 27]> = LazyLock::new(|| {
    let mut table: [Bucket; 27] = std::array::from_fn(|_| Vec::new());
    let mut put = |text: &'static str, word: Word| {
        let bucket = &mut table[bucket(text.as_bytes()[0])];
        // The first entry wins, so that a word has one class.
        if bucket.iter().all(|(known, _)| *known != text) {
            bucket.push((text, word));
        }
    };
    for (text, key) in KEYS {
        put(text, Word::Key(*key));
    }
    for (i, names) in MONTHS.iter().enumerate() {
        for (j, name) in names.iter().enumerate() {
            put(name, Word::Month { n: i as u8 + 1, short: j > 0 });
        }
    }
    for (i, names) in WEEKDAYS.iter().enumerate() {
        for (j, name) in names.iter().enumerate() {
            put(name, Word::Weekday { n: i as u8 + 1, short: j > 1 });
        }
    }
    for (one, many, unit) in UNITS {
        put(one, Word::Unit { unit: *unit, many: false });
        put(many, Word::Unit { unit: *unit, many: true });
    }
    for (name, part) in PARTS {
        put(name, Word::Part(*part));
    }
    for (one, many, season) in SEASONS {
        put(one, Word::Season { season: *season, many: false });
        put(many, Word::Season { season: *season, many: true });
    }
    for (n, name) in SMALL.iter().enumerate() {
        put(name, Word::Number(n as u32));
    }
    for (name, decade, n) in TENS {
        put(name, Word::Number(u32::from(*n)));
        put(decade, Word::Nineties(*n));
    }
    for (name, n) in [("hundred", 100), ("thousand", 1000), ("million", 1_000_000)] {
        put(name, Word::Number(n));
    }
    for (n, name) in ORDINALS.iter().enumerate() {
        put(name, Word::Ordinal(n as u8 + 1));
    }
    for (tense, forms) in VERBS {
        for form in *forms {
            put(form, Word::Verb(*tense));
        }
    }
    table
});

/// The longest word in the table, in bytes.
const LONGEST: usize = 16;

/// The class of a word, whatever its case.
pub(crate) fn lookup(word: &str) -> Word {
    if word.is_empty() || word.len() > LONGEST {
        return Word::Other;
    }
    let mut lower = [0u8; LONGEST];
    let lower = &mut lower[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    TABLE[bucket(lower[0])]
        .iter()
        .find(|(text, _)| text.as_bytes() == lower)
        .map_or(Word::Other, |(_, word)| *word)
}

fn bucket(first: u8) -> usize {
    if first.is_ascii_lowercase() { usize::from(first - b'a') } else { 26 }
}
