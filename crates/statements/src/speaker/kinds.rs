//! Nouns by which an institution, a paper or a group is mentioned again ("the company" for "Crown
//! Counters Ltd", "the poll" for "a survey of 800 voters").

/// A noun, and what a name or description may say for it.
const STANDS_FOR: &[(&str, &[&str])] = &[
    ("agency", &["service", "bureau", "authority"]),
    ("alliance", &["coalition", "bloc", "front"]),
    ("army", &["military", "forces", "troops"]),
    ("association", &["union", "federation", "league", "society"]),
    ("bloc", &["alliance", "coalition", "union"]),
    ("body", &["council", "commission", "committee", "board", "authority", "agency"]),
    ("charity", &["foundation", "trust", "fund", "society"]),
    ("club", &["fc", "united", "rovers", "athletic"]),
    ("coalition", &["alliance", "bloc", "front"]),
    ("commission", &["inquiry", "panel"]),
    ("committee", &["panel"]),
    ("company", COMPANIES),
    ("department", &["ministry"]),
    (
        "document",
        &["report", "paper", "memo", "memorandum", "letter", "filing", "minutes", "cable"],
    ),
    ("federation", &["union", "association", "league"]),
    ("firm", COMPANIES),
    ("force", &["army", "police", "mission", "battalion"]),
    ("group", GROUPS),
    ("institution", &["bank", "university", "institute", "college"]),
    ("letter", &["message", "note"]),
    ("message", &["letter", "cable", "email", "e-mail", "telegram"]),
    ("military", &["army", "forces"]),
    ("militia", &["front", "brigade", "army"]),
    ("ministry", &["department"]),
    ("movement", &["front", "party", "league"]),
    ("network", &["group"]),
    ("organisation", GROUPS),
    ("organization", GROUPS),
    ("panel", &["commission", "committee", "board", "inquiry"]),
    ("paper", &["memo", "memorandum", "document", "report"]),
    ("party", &["bloc", "coalition", "front", "league", "movement", "union", "alliance"]),
    ("poll", &["survey"]),
    ("publisher", &["press", "books"]),
    ("rebels", &["front", "movement", "insurgents", "fighters", "militants"]),
    ("regulator", &["authority", "commission", "watchdog", "inspectorate", "agency"]),
    ("release", &["statement"]),
    ("report", &["study", "document", "audit", "review", "findings"]),
    ("statement", &["release", "communique", "communiqué"]),
    ("study", &["report", "paper"]),
    ("survey", &["poll"]),
    ("union", &["federation", "association", "league", "brotherhood", "congress", "guild"]),
    ("watchdog", &["inspectorate", "authority", "commission", "agency", "regulator"]),
];

const COMPANIES: &[&str] = &[
    "airline",
    "airways",
    "bank",
    "brewery",
    "chain",
    "company",
    "consortium",
    "contractor",
    "corp",
    "corporation",
    "firm",
    "group",
    "holdings",
    "inc",
    "insurer",
    "lender",
    "limited",
    "ltd",
    "maker",
    "manufacturer",
    "operator",
    "partners",
    "plc",
    "producer",
    "railroad",
    "railway",
    "retailer",
    "shipping",
    "shipyard",
    "supplier",
    "utility",
    "works",
];

const GROUPS: &[&str] = &[
    "alliance",
    "army",
    "association",
    "coalition",
    "committee",
    "foundation",
    "front",
    "league",
    "movement",
    "network",
    "organisation",
    "organization",
    "party",
    "union",
];

/// Nouns of business, which a name need not bear ("Siang Potash": the company).
const OF_BUSINESS: &[&str] = &[
    "agency",
    "airline",
    "broadcaster",
    "business",
    "chain",
    "company",
    "consortium",
    "contractor",
    "daily",
    "developer",
    "employer",
    "firm",
    "fund",
    "group",
    "insurer",
    "lender",
    "magazine",
    "maker",
    "manufacturer",
    "newspaper",
    "operator",
    "owner",
    "paper",
    "producer",
    "publisher",
    "retailer",
    "station",
    "supplier",
    "website",
    "weekly",
];

/// Whether something with these nouns may be called by the noun.
pub(crate) fn called(noun: &str, words: &[String]) -> bool {
    let holds = |word: &str| words.iter().any(|w| w == word);
    holds(noun)
        || STANDS_FOR
            .binary_search_by_key(&noun, |entry| entry.0)
            .is_ok_and(|i| STANDS_FOR[i].1.iter().any(|word| holds(word)))
}

/// Whether the noun may stand for a name that says nothing of what it is.
pub(crate) fn business(noun: &str) -> bool {
    OF_BUSINESS.binary_search(&noun).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        assert!(STANDS_FOR.is_sorted_by_key(|entry| entry.0));
        assert!(OF_BUSINESS.is_sorted());
    }

    #[test]
    fn a_noun_of_the_name_or_one_that_stands_for_it() {
        let words = ["crown".to_owned(), "counters".to_owned(), "ltd".to_owned()];
        assert!(called("company", &words) && !called("council", &words));
    }
}
