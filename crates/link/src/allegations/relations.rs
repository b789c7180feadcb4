//! What one party is charged with doing to another: families of relations, and the words that tell.
//!
//! "Has links with" and "supports" are two relations: whoever admits contacts does not admit help.

/// A relation and the beginnings of the words that tell of it. A word in full ends in a full stop:
/// "arms." is not "armstrong".
type Family = (&'static str, &'static [&'static str]);

/// Of two families that a content tells of, the one whose word comes first counts.
const FAMILIES: &[Family] = &[
    (
        "supports",
        &[
            "support", "backing", "backed.", "aiding", "aided", "abett", "assist", "sponsor",
            "helping.", "helped.",
        ],
    ),
    ("arms", &["arming.", "armed.", "arms.", "equipping", "equipped", "weapon"]),
    ("trains", &["training.", "trained.", "trains."]),
    ("funds", &["fund", "financ", "bankroll", "paying.", "paid."]),
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
            "relations.",
            "arm.",
            "proxy.",
            "proxies.",
        ],
    ),
    ("colludes with", &["collu", "conniv", "complicit", "conspir", "coordinat"]),
    ("harbours", &["harbor", "harbour", "shelter", "haven", "sanctuar", "hosting", "hosted"]),
    (
        "attacked",
        &[
            "attack", "bomb", "shell", "strike.", "strikes.", "struck.", "raid", "assault",
            "ambush", "rammed.", "ramming.",
        ],
    ),
    ("killed", &["kill", "murder", "slay", "slain", "massacr", "assassinat", "execut", "deaths."]),
    ("abused", &["abus", "tortur", "beating.", "beaten.", "mistreat", "rape", "raping", "harass"]),
    (
        "detained",
        &["detain", "detention", "abduct", "kidnap", "jailing", "jailed", "imprison", "hostage"],
    ),
    ("violated", &["violat", "breach", "infring", "breaking.", "broke.", "broken.", "trespass"]),
    (
        "lied about",
        &[
            "lying.", "lied.", "lies.", "lie.", "mislead", "misled", "deceiv", "fabricat",
            "falsif", "invent",
        ],
    ),
    (
        "concealed",
        &["conceal", "hiding", "hidden", "hid.", "cover-up", "coverup", "suppress", "withh"],
    ),
    ("stole", &["steal", "stole", "theft", "looting", "looted", "plunder", "embezzl"]),
    ("bribed", &["brib", "corrupt", "kickback"]),
    ("rigged", &["rigging", "rigged", "fraud", "manipulat", "cheat"]),
    ("spied on", &["spying", "spied", "espionage", "wiretap", "eavesdrop", "surveil"]),
    ("hacked", &["hack", "cyber"]),
    ("interferes in", &["interfer", "meddl", "destabil", "undermin"]),
    (
        "obstructs",
        &["obstruct", "hinder", "sabotag", "jamming", "jammed", "blocking", "blocked", "thwart"],
    ),
    ("damaged", &["damag", "destroy", "cutting.", "severing", "severed", "burning", "burned"]),
    ("occupies", &["occup", "seiz", "annex", "invad", "invasion", "incursion"]),
    ("smuggles", &["smuggl", "traffick"]),
    ("plotted against", &["plot", "plann"]),
    ("threatens", &["threat", "intimidat", "blackmail", "extort"]),
    ("incites", &["incit", "provok", "provoc", "fomenting", "stoking"]),
    ("discriminates against", &["discriminat", "persecut", "oppress"]),
    ("pollutes", &["pollut", "dumping", "dumped", "poison"]),
    ("failed", &["failing.", "failed.", "failure", "fails.", "neglect"]),
];

/// The family that a word tells of; the word in lower case.
pub(super) fn family(word: &str) -> Option<&'static str> {
    let tells = |beginning: &&str| match beginning.strip_suffix('.') {
        Some(whole) => word == whole,
        None => word.starts_with(beginning),
    };
    FAMILIES.iter().find(|(_, words)| words.iter().any(&tells)).map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::family;

    #[test]
    fn links_are_not_support() {
        assert_eq!(family("links"), Some("has links with"));
        assert_eq!(family("supporting"), Some("supports"));
        assert_eq!(family("armstrong"), None);
    }
}
