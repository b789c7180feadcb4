//! Which titles may stand for which people ("the general" for "Maj. Gen. Orlo Venn").

use crate::data::nouns::{MILITARY, TITLES};
use crate::data::people::ROLES;
use crate::lexicon::has;

/// Nouns that stand for one another: a word, and what a person's own titles may be for it.
const STANDS_FOR: &[(&str, &[&str])] = &[
    ("admiral", &["adm"]),
    ("brigadier", &["brig"]),
    ("captain", &["capt"]),
    ("colonel", &["col"]),
    ("congressman", &["rep", "representative"]),
    ("congresswoman", &["rep", "representative"]),
    ("boss", &["chief", "head", "director", "chairman", "ceo"]),
    ("chief", &["head", "director", "commander", "ceo", "executive"]),
    ("diplomat", &["ambassador", "envoy", "consul", "attaché"]),
    ("envoy", &["ambassador", "representative"]),
    ("founder", &["co-founder"]),
    ("general", &["gen", "lieutenant-general", "major-general", "maj-gen", "lt-gen"]),
    ("governor", &["gov"]),
    ("head", &["chief", "director", "leader"]),
    ("judge", &["justice", "magistrate"]),
    ("lawyer", &["attorney", "barrister", "counsel", "solicitor"]),
    (
        "lawmaker",
        &["sen", "senator", "rep", "representative", "congressman", "congresswoman", "mp"],
    ),
    ("leader", &["president", "premier", "chairman", "chief", "head", "secretary-general"]),
    ("legislator", &["sen", "senator", "rep", "representative", "congressman", "mp"]),
    ("minister", &["premier"]),
    ("mp", &["backbencher", "deputy", "lawmaker", "member"]),
    ("president", &["pres", "president-elect"]),
    ("president-elect", &["president"]),
    ("premier", &["minister"]),
    ("professor", &["prof"]),
    ("representative", &["rep", "spokesman", "spokeswoman", "spokesperson"]),
    ("senator", &["sen"]),
    ("spokesman", &["spokesperson", "spox"]),
    ("spokesperson", &["spokesman", "spokeswoman", "spox"]),
    ("spokeswoman", &["spokesperson", "spox"]),
];

/// Who may be called "the official".
const OFFICIALS: &[&str] = &[
    "adviser",
    "advisor",
    "aide",
    "ambassador",
    "chief",
    "commissioner",
    "director",
    "envoy",
    "head",
    "official",
    "secretary",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "undersecretary",
];

/// Who is a general without being a soldier: "general secretary", "attorney general".
const GENERALS: [&str; 7] =
    ["attorney", "consul", "director", "governor", "inspector", "secretary", "solicitor"];

/// The word that says what somebody is: the last role or title.
pub(crate) fn main_role(words: &[String]) -> Option<&str> {
    words.iter().map(|w| &**w).rev().find(|w| has(ROLES, w) || has(TITLES, w))
}

/// Whether somebody with these titles may be called by this description.
pub(crate) fn describes(description: &[String], titles: &[String]) -> bool {
    let Some(head) = main_role(description) else { return false };
    let civil = |words: &[String]| words.iter().any(|word| GENERALS.contains(&&**word));
    let soldier = !civil(titles) || civil(description);
    let holds = |word: &str| (word != "general" || soldier) && titles.iter().any(|t| t == word);
    let by_role = holds(head)
        || STANDS_FOR
            .iter()
            .any(|(word, others)| *word == head && others.iter().any(|other| holds(other)))
        || head == "official" && titles.iter().any(|t| has(OFFICIALS, t))
        || head == "officer" && titles.iter().any(|t| has(MILITARY, t))
        || head == "commander" && titles.iter().any(|t| has(MILITARY, t));
    // What stands beside the role must be among the person's titles too: "the foreign minister".
    by_role
        && description
            .iter()
            .filter(|w| *w != head)
            .all(|w| holds(w) || matches!(&**w, "top" | "senior" | "outgoing" | "former" | "chief"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn a_description_fits_by_role_and_by_what_stands_beside_it() {
        assert!(describes(&words("general"), &words("maj gen")));
        assert!(describes(&words("minister"), &words("interior minister")));
        assert!(describes(&words("army chief"), &words("chief army staff general")));
        assert!(!describes(&words("foreign minister"), &words("interior minister")));
        assert!(!describes(&words("minister"), &words("spokesman")));
        assert!(!describes(&words("general"), &words("general secretary")));
        assert!(describes(&words("secretary general"), &words("secretary general")));
    }
}
