//! What one party is charged with doing to another: families of relations, and the words that tell.
//!
//! "Has links with" and "supports" are two relations: whoever admits contacts does not admit help.
//!
//! A word tells of a relation where it stands for what is done. The same word may be part of a name
//! ("the Merrow Link"), say who does it ("attackers"), or mean another thing ("armed forces", "lies
//! north of"): then it tells of nothing.

use crate::words::Word;

/// A relation and the beginnings of the words that tell of it. A word in full ends in a full stop:
/// "arms." is not "armstrong".
type Family = (&'static str, &'static [&'static str]);

/// Of two families that a content tells of, the one whose word comes first counts.
const FAMILIES: &[Family] = &[
    (
        "supports",
        &[
            "support", "backing", "backed.", "backs.", "aiding", "aided", "abett", "assist",
            "sponsor", "helping.", "helped.",
        ],
    ),
    ("arms", &["arming.", "armed.", "arms.", "equipping", "equipped", "weapons."]),
    ("trains", &["training.", "trained.", "trains."]),
    ("funds", &["funding.", "funded.", "funds.", "financ", "bankroll", "paying."]),
    (
        "has links with",
        &[
            "link",
            "ties.",
            "tie.",
            "tied.",
            "connection",
            "contacts.",
            "contact.",
            "communication.",
            "relations.",
            "arm.",
            "proxy.",
            "proxies.",
        ],
    ),
    ("colludes with", &["collu", "conniv", "complicit", "conspir", "coordinat"]),
    ("harbours", &["harbor", "harbour", "shelter", "haven", "sanctuar"]),
    (
        "attacked",
        &[
            "attack",
            "bombed.",
            "bombing",
            "bombs.",
            "shelling.",
            "shelled.",
            "shells.",
            "strike.",
            "strikes.",
            "struck.",
            "raid",
            "assault",
            "ambush",
            "rammed.",
            "ramming.",
        ],
    ),
    (
        "killed",
        &[
            "kill",
            "murder",
            "slay",
            "slain",
            "massacr",
            "assassinat",
            "execution",
            "executed.",
            "deaths.",
        ],
    ),
    ("abused", &["abus", "tortur", "mistreat", "rape", "raping", "harass"]),
    (
        "detained",
        &["detain", "detention", "abduct", "kidnap", "jailing", "jailed", "imprison", "hostage"],
    ),
    ("violated", &["violat", "breach", "infring", "breaking.", "broke.", "broken.", "trespass"]),
    (
        "lied about",
        &[
            "lying.",
            "lied.",
            "lies.",
            "lie.",
            "mislead",
            "misled",
            "deceiv",
            "fabricat",
            "falsif",
            "invented.",
            "inventing.",
            "invents.",
        ],
    ),
    (
        "concealed",
        &["conceal", "hiding", "hidden", "hid.", "cover-up", "coverup", "suppress", "withh"],
    ),
    ("stole", &["steal", "stole", "theft", "looting", "looted", "plunder", "embezzl"]),
    ("bribed", &["brib", "corrupting.", "corrupted.", "corruption.", "kickback"]),
    ("rigged", &["rigging", "rigged", "manipulat"]),
    ("defrauded", &["fraud", "defraud", "swindl", "cheat", "scam"]),
    ("spied on", &["spying", "spied", "espionage", "wiretap", "eavesdrop", "surveil"]),
    ("hacked", &["hack", "cyber"]),
    ("interferes in", &["interfer", "meddl", "destabil", "undermin"]),
    ("obstructs", &["obstruct", "hinder", "jamming", "jammed", "blocking", "blocked", "thwart"]),
    (
        "damaged",
        &["damag", "destroy", "sabotag", "cutting.", "severing", "severed", "burning", "burned"],
    ),
    ("occupies", &["occup", "annex", "invad", "invasion", "incursion"]),
    ("seized", &["seiz", "confiscat", "hijack"]),
    ("smuggles", &["smuggl", "traffick"]),
    ("plotted against", &["plot"]),
    ("threatens", &["threat", "intimidat", "blackmail", "extort"]),
    ("incites", &["incit", "provok", "provoc", "fomenting", "stoking"]),
    ("discriminates against", &["discriminat", "persecut", "oppress"]),
    ("pollutes", &["pollut", "dumping", "dumped", "poison"]),
    ("failed", &["failing.", "failed.", "failure", "fails.", "neglect"]),
];

/// The family that a word tells of; the word in lower case.
fn family(word: &str) -> Option<&'static str> {
    let of = |word: &str| {
        let mut families = FAMILIES.iter();
        families.find(|(_, words)| words.iter().any(|begins| tells(begins, word)))
    };
    let (found, _) = of(word)?;
    // Whoever does it: "attackers", "supporter".
    let doer = ["ers", "er"].iter().find_map(|ending| word.strip_suffix(ending));
    let somebody = doer.and_then(of).is_some() || word.starts_with("assistant");
    (!somebody).then_some(*found)
}

fn tells(beginning: &str, word: &str) -> bool {
    match beginning.strip_suffix('.') {
        Some(whole) => word == whole,
        None => word.starts_with(beginning),
    }
}

/// The words around one, in lower case; empty where there is none.
#[derive(Debug, Clone, Copy)]
struct Around<'a> {
    before: &'a str,
    after: &'a str,
    /// The few words after it.
    next: &'a [String],
}

/// The family that the word at a place tells of, where it stands for what is done. `lower` are the
/// words in lower case; `headed` says that the text is written as headlines are.
pub(super) fn told(
    text: &str,
    found: &[Word],
    lower: &[String],
    at: usize,
    headed: bool,
) -> Option<&'static str> {
    let word = lower[at].as_str();
    let family = family(word)?;
    let upper = |at: usize| found[at].range.of(text).starts_with(char::is_uppercase);
    if at > 0 && upper(at) && !headed && !begins_sentence(text, found[at].range.start) {
        return None;
    }
    let around = Around {
        before: at.checked_sub(1).map_or("", |at| lower[at].as_str()),
        after: lower.get(at + 1).map_or("", String::as_str),
        next: &lower[(at + 1).min(lower.len())..(at + 6).min(lower.len())],
    };
    let named = found.get(at + 1).is_some_and(|word| word.name);
    means(word, around, named).then_some(family)
}

/// Whether the word means the relation among these words. `named`: a name comes next.
fn means(word: &str, Around { before, after, next }: Around<'_>, named: bool) -> bool {
    if word.ends_with("ing")
        && ["on", "a", "an", "the", "some", "any", "its", "their"].contains(&before)
    {
        return after == "of";
    }
    match word {
        "arms" if after != "to" => {
            let noun = [
                "the", "its", "their", "his", "her", "of", "down", "up", "in", "with", "for", "to",
                "small", "nuclear", "and", "more", "no",
            ];
            !noun.contains(&before)
                && (named || ["the", "a", "its", "both", "these"].contains(&after))
        }
        // "Weapons for the rebels", not "for private gain".
        "weapons" => after == "to" || after == "for" && next.get(1).is_some_and(|w| w == "the"),
        "armed" => ![
            "force",
            "forces",
            "men",
            "man",
            "group",
            "groups",
            "wing",
            "robbery",
            "conflict",
            "guard",
            "guards",
            "struggle",
            "police",
            "attack",
            "attacks",
            "militia",
            "militants",
            "services",
        ]
        .contains(&after),
        "arm" => after == "of",
        "tied" => after == "to" || after == "with",
        "communication" => after == "with",
        "lie" | "lies" => !PLACES.contains(&after),
        "failed" | "fails" | "failing" => after == "to" || after == "in",
        "failure" => after == "to" || after == "of",
        "broke" | "broken" | "breaking" => {
            next.iter().any(|word| RULES.iter().any(|rule| word.starts_with(rule)))
        }
        _ => true,
    }
}

/// After "lies" these tell where, not what.
const PLACES: &[&str] = &[
    "ahead", "along", "at", "behind", "beneath", "between", "beyond", "in", "near", "north", "off",
    "on", "over", "south", "to", "under", "within",
];

/// What can be broken without being damaged.
const RULES: &[&str] = &[
    "accord",
    "agreement",
    "armistice",
    "ceasefire",
    "embargo",
    "law",
    "oath",
    "pact",
    "pledge",
    "promise",
    "resolution",
    "rule",
    "sanction",
    "treat",
    "truce",
    "word",
];

/// Whether a sentence or a quotation begins at this byte.
fn begins_sentence(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(['“', '"', '‘', '\'', ' ', '(']);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', ';', '\n', '”'])
}
