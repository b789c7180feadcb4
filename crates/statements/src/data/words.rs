//! Words of form: where sentences end, what a capital does not mean, which verbs report.

/// Words after which a point does not end the sentence.
#[rustfmt::skip]
pub(crate) const ABBREVIATIONS: &[&str] = &[
    "adm", "amb", "approx", "apr", "atty", "aug", "brig", "capt", "cmdr", "co", "col", "corp",
    "cpl", "dec", "del", "dept", "det", "dist", "dr", "est", "etc", "feb", "fig", "ft", "gen",
    "gov", "hon", "inc", "insp", "jan", "jr", "lt", "ltd", "maj", "mar", "messrs", "min", "mr",
    "mrs", "ms", "mt", "no", "nov", "oct", "pfc", "pres", "prof", "rep", "ret", "rev", "sec",
    "sen", "sept", "sgt", "spc", "sr", "st", "supt", "v", "vol", "vs",
];

/// Words that, capitalised after an acronym, begin a sentence.
#[rustfmt::skip]
pub(crate) const STARTERS: &[&str] = &[
    "a", "after", "also", "although", "an", "and", "as", "at", "before", "both", "but", "by",
    "earlier", "for", "from", "he", "her", "his", "how", "however", "i", "if", "in", "it", "its",
    "last", "later", "many", "meanwhile", "most", "no", "not", "on", "or", "our", "several",
    "she", "since", "so", "some", "still", "that", "the", "their", "there", "these", "they",
    "this", "those", "though", "to", "we", "what", "when", "while", "who", "why", "with", "yet",
];

/// Capitalised words that are no name: days, months, openers of sentences.
#[rustfmt::skip]
pub(crate) const NOT_NAMES: &[&str] = &[
    "about", "according", "additional", "additionally", "addressing", "after", "again", "against",
    "all", "also", "although", "amid", "among", "and", "another", "any", "april", "are", "as",
    "ask", "asked", "at", "august", "be", "because", "been", "before", "believe", "besides",
    "between", "beyond", "both", "bring", "but", "by", "call", "can", "change", "clearly",
    "click", "come", "continue", "could", "critics", "december", "despite", "did", "do", "does",
    "don't", "don’t", "during", "each", "earlier", "editing", "eight", "either", "especially",
    "even", "every", "everybody", "everyone", "february", "few", "file", "finally", "find",
    "first", "five", "follow", "following", "for", "four", "friday", "from", "get", "give", "go",
    "good", "great", "had", "happen", "has", "have", "he", "he's", "help", "her", "here", "he’s",
    "his", "how", "however", "i", "i'll", "i'm", "i've", "if", "image", "in", "include", "indeed",
    "instead", "into", "ironically", "is", "it", "it's", "its", "it’s", "i’ll", "i’m", "i’ve",
    "january", "july", "june", "just", "keep", "know", "last", "later", "lead", "learn", "less",
    "let", "let's", "let’s", "like", "live", "look", "lose", "make", "many", "march", "may",
    "maybe", "meanwhile", "meet", "monday", "more", "moreover", "most", "move", "much", "must",
    "my", "need", "neither", "never", "next", "nine", "no", "nobody", "nor", "not", "nothing",
    "november", "now", "obviously", "october", "of", "off", "oh", "okay", "on", "once", "one",
    "only", "onto", "or", "other", "others", "our", "out", "over", "particularly", "pay", "per",
    "perhaps", "photo", "play", "please", "put", "read", "recently", "reporting", "responding",
    "run", "said", "saturday", "say", "says", "second", "see", "september", "set", "seven",
    "several", "she", "she's", "she’s", "should", "show", "since", "sit", "six", "so", "some",
    "someone", "source", "speak", "speaking", "stand", "start", "stay", "still", "stop", "such",
    "sunday", "take", "tell", "ten", "than", "thank", "thanks", "that", "that's", "that’s",
    "their", "then", "there", "there's", "there’s", "these", "they", "they're", "they’re",
    "think", "third", "this", "those", "though", "three", "through", "thursday", "thus", "to",
    "today", "tomorrow", "too", "toward", "towards", "try", "tuesday", "turn", "two",
    "two-thirds", "under", "underscoring", "understand", "unfortunately", "unlike", "until", "up",
    "updated", "upon", "use", "very", "via", "want", "was", "watch", "we", "we're", "we've",
    "wednesday", "well", "were", "we’re", "we’ve", "what", "what's", "what’s", "when", "where",
    "whether", "which", "while", "who", "why", "widespread", "will", "with", "within", "without",
    "would", "write", "writing", "yes", "yesterday", "yet", "you", "you're", "your", "you’re",
];

/// Verbs of speech that may stand before their subject.
#[rustfmt::skip]
pub(crate) const REPORTING: &[&str] = &[
    "acknowledged", "added", "adds", "announced", "argued", "asked", "asks", "charged", "claimed",
    "commented", "complained", "conceded", "concluded", "continued", "countered", "declared",
    "demanded", "emphasised", "emphasized", "explained", "insisted", "joked", "noted", "observed",
    "predicted", "quipped", "recalled", "remarked", "replied", "reported", "reports", "responded",
    "said", "say", "says", "stated", "stressed", "tells", "told", "tweeted", "warned", "writes", "wrote",
];

/// Lower-case words after a noun phrase that do not make it a subject.
#[rustfmt::skip]
pub(crate) const NOT_VERBS: &[&str] = &[
    "'s", "a", "about", "after", "against", "amid", "among", "an", "and", "as", "at", "because",
    "before", "between", "but", "by", "during", "for", "from", "if", "in", "including", "into",
    "is", "like", "near", "nor", "not", "of", "on", "or", "over", "per", "since", "than", "that",
    "the", "through", "to", "toward", "towards", "under", "until", "via", "when", "where",
    "which", "while", "who", "whom", "whose", "with",
];
