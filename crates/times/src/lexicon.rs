//! What single words mean for time: months, weekdays, units, numbers, and the small words that
//! point forwards and backwards. One table; everything else is grammar.

use std::sync::LazyLock;

/// The class of one token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// A word that says nothing about time.
    Other,
    /// Beyond either end of the text.
    Edge,
    /// Punctuation, by its ASCII sign; curly and dash forms are folded onto it.
    Punct(u8),
    /// A run of digits.
    Digits(u32),
    /// `a.m.` or `p.m.`, in any spelling.
    Meridiem(bool),
    /// A month, 1 to 12. `short` where it is an abbreviation.
    Month { n: u8, short: bool },
    /// A weekday, 1 (Monday) to 7.
    Weekday { n: u8, short: bool },
    /// A unit; `many` where plural.
    Unit { unit: Unit, many: bool },
    /// A part of the day.
    Part(Part),
    /// A season; `many` where plural.
    Season { season: Season, many: bool },
    /// A number word: "seven", "twenty", "hundred".
    Number(u32),
    /// An ordinal word: "third" is 3. "last" is not one.
    Ordinal(u8),
    /// A decade by name: "nineties" is 90.
    Nineties(u8),
    /// A word of its own grammar.
    Key(Key),
    /// A verb form that places its clause in time.
    Verb(Tense),
}

/// Where the verb of a clause places it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Present,
    Future,
}

/// Units of the calendar and of the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// Parts of the day, with the TIMEX3 letters `MO`, `AF`, `EV`, `NI`, `DT`, and clock names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
    Daytime,
    Noon,
    Midnight,
}

/// Seasons, with the TIMEX3 letters `SP`, `SU`, `FA`, `WI`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

macro_rules! keys {
    ($($key:ident = $($text:literal)|+),+ $(,)?) => {
        /// Words that the grammar asks for one by one.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Key { $($key),+ }
        const KEYS: &[(&str, Key)] = &[$($(($text, Key::$key)),+),+];
    };
}

keys! {
    The = "the", A = "a" | "an", Of = "of", And = "and", Or = "or", To = "to", In = "in", On = "on", At = "at",
    By = "by", For = "for", From = "from", Since = "since", Until = "until" | "till", During = "during" | "throughout",
    Within = "within", Between = "between", Through = "through", About = "about" | "around" | "approximately" | "roughly" | "circa",
    Nearly = "nearly" | "almost", More = "more", Less = "less" | "fewer", Than = "than", Least = "least", Most = "most",
    Over = "over", Up = "up", Only = "only" | "just", Some = "some", Few = "few", Several = "several", Couple = "couple",
    Many = "many", Dozen = "dozen", Dozens = "dozens" | "hundreds" | "thousands" | "scores", Half = "half", Last = "last", Past = "past", Next = "next",
    This = "this", That = "that", These = "these", Those = "those", Previous = "previous" | "preceding" | "prior",
    Following = "following" | "ensuing" | "subsequent", Coming = "coming" | "upcoming" | "forthcoming", Current = "current",
    Latest = "latest" | "final", Recent = "recent", Same = "same" | "corresponding" | "comparable", Earlier = "earlier", Later = "later",
    Early = "early", Late = "late", Mid = "mid" | "middle", End = "end" | "close", Beginning = "beginning" | "start" | "onset", Rest = "rest" | "remainder",
    Ago = "ago", Before = "before", After = "after", Now = "now", Hence = "hence", Today = "today", Yesterday = "yesterday",
    Tomorrow = "tomorrow", Tonight = "tonight", Overnight = "overnight", Currently = "currently" | "presently" | "nowadays", Recently = "recently" | "lately",
    Previously = "previously" | "formerly", Soon = "soon" | "shortly", Future = "future", Former = "former", Period = "period", Time = "time", Term = "term",
    Near = "near", Long = "long", Short = "short", Every = "every", Each = "each", Per = "per", Daily = "daily" | "nightly", Weekly = "weekly",
    Monthly = "monthly", Quarterly = "quarterly", Yearly = "yearly" | "annual" | "annually", Hourly = "hourly", Biweekly = "fortnightly" | "biweekly",
    Fiscal = "fiscal" | "financial", Calendar = "calendar", Full = "full" | "entire" | "whole", Additional = "additional" | "extra" | "further",
    Consecutive = "consecutive" | "straight" | "successive", Business = "business" | "trading" | "working", School = "school", Old = "old",
    Ahead = "ahead", Right = "right", Very = "very", Then = "then", Once = "once", Other = "other", New = "new",
    Eve = "eve", Christmas = "christmas", Thanksgiving = "thanksgiving", Easter = "easter", Halloween = "halloween", Labor = "labor" | "labour", Election = "election",
    Memorial = "memorial", Independence = "independence", Valentine = "valentine", Boxing = "boxing", Good = "good", Bc = "bc" | "bce",
    Utc = "utc" | "gmt", Zone = "edt" | "est" | "cdt" | "cst" | "mdt" | "mst" | "pdt" | "pst" | "bst" | "cet" | "cest" | "ist" | "jst" | "et",
    Hours = "hrs", Oclock = "o'clock" | "o’clock", St = "st" | "nd" | "rd" | "th", S = "s", Turn = "turn", Ended = "ended" | "ending",
    Off = "off", Not = "not", Is = "is" | "are", Will = "will" | "'ll" | "shall" | "would", Moment = "moment", Present = "present",
}

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

/// Irregular verb forms; regular ones are known by their "-ed". Present forms matter only to stop
/// the search for a past one.
const VERBS: &[(Tense, &[&str])] = &[
    (
        Tense::Past,
        &[
            "said",
            "was",
            "were",
            "had",
            "did",
            "told",
            "made",
            "took",
            "went",
            "came",
            "saw",
            "got",
            "gave",
            "found",
            "left",
            "held",
            "met",
            "began",
            "rose",
            "fell",
            "sent",
            "won",
            "lost",
            "ran",
            "led",
            "kept",
            "brought",
            "bought",
            "sold",
            "wrote",
            "spoke",
            "broke",
            "struck",
            "shot",
            "hit",
            "put",
            "set",
            "cut",
            "became",
            "stood",
            "flew",
            "drew",
            "grew",
            "knew",
            "thought",
            "paid",
            "fought",
            "sought",
            "caught",
            "built",
            "spent",
            "been",
            "quit",
            "shook",
            "threw",
            "hid",
            "heard",
            "felt",
            "dealt",
            "burst",
            "sank",
            "swept",
            "swore",
            "woke",
            "slid",
            "sprang",
            "withdrew",
            "overthrew",
            "undertook",
            "chose",
            "drove",
            "rode",
            "ate",
            "laid",
            "meant",
            "sat",
            "slept",
            "taught",
            "tore",
            "wore",
        ],
    ),
    (
        Tense::Present,
        &["has", "have", "says", "does", "do", "remains", "seems", "appears", "faces", "'s", "'re"],
    ),
    (
        Tense::Future,
        &[
            "expected",
            "expects",
            "scheduled",
            "due",
            "plans",
            "planning",
            "going",
            "must",
            "should",
            "can",
            "expect",
            "meet",
            "meets",
            "begins",
            "leaves",
            "arrives",
            "convenes",
            "resumes",
            "expires",
            "hopes",
            "hope",
            "intends",
            "intend",
            "aims",
            "slated",
            "wants",
            "seeks",
            "plan",
            "effective",
        ],
    ),
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

impl Unit {
    /// The designator of ISO 8601 durations, with `T` where the unit is one of the clock.
    pub(crate) fn designator(self) -> (&'static str, char) {
        match self {
            Unit::Second => ("PT", 'S'),
            Unit::Minute => ("PT", 'M'),
            Unit::Hour => ("PT", 'H'),
            Unit::Day | Unit::Weekend => ("P", 'D'),
            Unit::Week | Unit::Fortnight => ("P", 'W'),
            Unit::Month => ("P", 'M'),
            Unit::Quarter => ("P", 'Q'),
            Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => ("P", 'Y'),
        }
    }

    /// How many of the designator's unit it is: a decade is ten years.
    pub(crate) fn scale(self) -> u32 {
        match self {
            Unit::Decade => 10,
            Unit::Century => 100,
            Unit::Millennium => 1000,
            Unit::Fortnight | Unit::Weekend => 2,
            _ => 1,
        }
    }

    /// Whether it is shorter than a day.
    pub(crate) fn of_the_clock(self) -> bool {
        matches!(self, Unit::Second | Unit::Minute | Unit::Hour)
    }
}

impl Part {
    /// The TIMEX3 suffix of a day's value.
    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Part::Morning => "TMO",
            Part::Afternoon => "TAF",
            Part::Evening => "TEV",
            Part::Night => "TNI",
            Part::Daytime => "TDT",
            Part::Noon => "T12:00",
            Part::Midnight => "T24:00",
        }
    }
}

impl Season {
    /// The TIMEX3 suffix of a year's value.
    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }
}
