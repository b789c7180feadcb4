//! Says that a party does something wrong, as a fact alleged.

use gainsay_record::Act;

use crate::acts::{Charges, Decision, Said};
use crate::lexicon::{contains, find_any, position};

/// What is wrong wherever it is done.
const WRONGS: &[&str] = &[
    "terrorist state",
    "terrorist nation",
    "rogue state",
    "rogue nation",
    "state sponsor*",
    "a tool that",
    "puppet*",
    "expansionis*",
    "behind the killing*",
    "behind the attack*",
    "was behind the",
    "were behind the",
    "is behind the",
    "are behind the",
    "poisoning",
    "flagrant breach*",
    "abduct*",
    "abet*",
    "acts of terror*",
    "aggression",
    "aided and abetted",
    "arming",
    "assassinat*",
    "atrocit*",
    "behind the attack*",
    "behind the bomb*",
    "breach*",
    "bribe*",
    "brutal*",
    "cheat*",
    "collud*",
    "complicit*",
    "conspir*",
    "corrupt",
    "corruption",
    "cover-up",
    "cover up",
    "covered up",
    "crimes",
    "deceiv*",
    "double game",
    "espionage",
    "ethnic cleansing",
    "extort*",
    "fraud*",
    "genocide",
    "hack*",
    "harbor*",
    "harbour*",
    "hijack*",
    "hoax",
    "housing the",
    "illegal*",
    "illicit*",
    "in violation",
    "infiltrat*",
    "interfer*",
    "is to blame",
    "kidnap*",
    "launder*",
    "lie",
    "lied",
    "lies",
    "lying",
    "looting",
    "manipulat*",
    "massacre*",
    "meddl*",
    "misled",
    "murder*",
    "oppress*",
    "persecut*",
    "plagiari*",
    "planned and conducted",
    "plot",
    "plotted",
    "plotting",
    "provok*",
    "proxy",
    "responsible for",
    "rigged",
    "rigging",
    "sabotag*",
    "safe haven*",
    "safe-haven*",
    "sanctuar*",
    "sexual assault*",
    "sexually assault*",
    "shelter*",
    "smuggl*",
    "spied",
    "spying",
    "sponsor*",
    "state terror*",
    "steal*",
    "stole",
    "stolen",
    "supporting terror*",
    "torture*",
    "trampl*",
    "treason*",
    "undermin*",
    "unlawful*",
    "unprovoked",
    "veritable arm",
    "violat*",
    "war crime*",
    "violent extremism",
    "are to blame",
    "broke the law",
    "breaking the law",
    "incit*",
    "rape*",
    "racist*",
    "bigot*",
    "intimidat*",
    "harass*",
    "destabili*",
    "fuel* unrest",
    "exploit*",
    "scapegoat*",
    "fabricated",
    "shelling",
    "opened fire",
    "invaded",
    "invasion",
    "occupied",
    "occupation",
];

/// Ties, and what it is wrong to be tied to.
const TIES: &[&str] = &[
    "belonged to",
    "belong to",
    "belongs to",
    "member of",
    "members of",
    "part of",
    "crossed from",
    "aid",
    "aided",
    "aiding",
    "aids",
    "arm of",
    "assist*",
    "associat*",
    "back",
    "backed",
    "backing",
    "backs",
    "collaborat*",
    "communicat*",
    "connect*",
    "cooperat*",
    "encourag*",
    "facilitat*",
    "financ*",
    "fund",
    "funded",
    "funding",
    "funds",
    "help",
    "helped",
    "helping",
    "helps",
    "linked",
    "links",
    "provided",
    "provides",
    "providing",
    "relationship*",
    "shelter*",
    "supplied",
    "supplies",
    "supplying",
    "support*",
    "ties",
    "tolerat*",
    "trained",
    "training",
    "trains",
    "using its bases",
    "arms",
    "armed",
];
const BAD: &[&str] = &[
    "armed group*",
    "attack*",
    "bomb*",
    "extremis*",
    "insurgen*",
    "jihad*",
    "militant*",
    "militia*",
    "network",
    "rebel*",
    "separatist*",
    "terror*",
    "violence",
    "mercenar*",
    "gunmen",
    "assault*",
    "hijackers",
    "cartel*",
    "mafia",
    "drug*",
    "smuggl*",
    "infiltrators",
];

/// How far a tie and what it ties to may lie apart, in bytes.
const NEAR: usize = 90;
/// Before a wrong these make it a thought, not a charge.
const HYPOTHETICAL: &[&str] = &["concerns that", "could", "despite", "if", "may", "might", "would"];

/// Somebody else's wrong.
pub(super) fn accusation(said: &Said, charges: &Charges) -> Option<Decision> {
    if said.attitude && !contains(&said.cue, "believ*") && !contains(&said.cue, "suspect*") {
        return None;
    }
    if said.negated() && !contains(&said.content, "not only") {
        return None;
    }
    // Advice and forecasts about others are no charges.
    let own = said.own_subject() && said.others.is_empty();
    if own {
        return None;
    }
    let word = wrong(&said.content)?;
    let before = &said.content[..position(&said.content, word)?];
    if find_any(HYPOTHETICAL, before).is_some() {
        return None;
    }
    let confidence = match (said.others.is_empty(), charges.against(said)) {
        (false, false) => 0.7,
        (false, true) => 0.55,
        (true, _) => 0.5,
    };
    (confidence > 0.5 || !said.own_anywhere())
        .then(|| Decision::content(Act::Accuse, confidence, word))
}

/// The word that makes a content a charge.
pub(super) fn wrong(content: &str) -> Option<&'static str> {
    find_any(WRONGS, content).or_else(|| {
        let tie = find_any(TIES, content)?;
        let at = position(content, tie)?;
        let near = |bad: &&str| position(content, bad).is_some_and(|b| b.abs_diff(at) < NEAR);
        BAD.iter().find(|bad| near(bad)).map(|_| tie)
    })
}
