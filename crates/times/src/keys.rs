//! The small words that the grammar asks for one by one: those that point ("last", "next"), that
//! modify ("early", "more"), and that stand in fixed phrases.

macro_rules! keys {
    ($($key:ident = $($text:literal)|+),+ $(,)?) => {
        /// Words that the grammar asks for one by one.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Key { $($key),+ }
        pub(crate) const KEYS: &[(&str, Key)] = &[$($(($text, Key::$key)),+),+];
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
