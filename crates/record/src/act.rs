//! Acts: what a speaker does by saying something.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What the speaker does by saying it: that of the whole statement in its context, not of the verb
/// alone. The codes are those of CAMEO (Gerner, Schrodt et al. 2002).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Act {
    /// Says a party did or does something wrong, as a fact alleged. CAMEO 112.
    Accuse,
    /// Disapproves, without a new charge of fact. CAMEO 111, 113, 114.
    Criticize,
    /// Rejects a charge, or says that it is untrue. CAMEO 016; PLOVER has none.
    Deny,
    /// Concedes or claims a thing charged or sought. CAMEO 015.
    Admit,
    /// Asks, urges, insists that somebody do something. CAMEO 02, 10.
    Demand,
    /// Turns down a demand or proposal. CAMEO 12.
    Refuse,
    /// Warns of a harm or penalty. CAMEO 13.
    Threaten,
    /// Pledges, assures, offers. CAMEO 03.
    Promise,
    /// Approves, thanks, supports. CAMEO 018, 019, 05.
    Praise,
    /// Will not comment or say. CAMEO 011.
    Decline,
    /// None of these: informs, explains, predicts, describes. CAMEO 010, 012–014.
    State,
}

impl Act {
    /// Every act, in the order of the record.
    pub const ALL: [Act; 11] = [
        Act::Accuse,
        Act::Criticize,
        Act::Deny,
        Act::Admit,
        Act::Demand,
        Act::Refuse,
        Act::Threaten,
        Act::Promise,
        Act::Praise,
        Act::Decline,
        Act::State,
    ];

    /// The word of the contract: `accuse`, `deny` …
    pub fn as_str(self) -> &'static str {
        match self {
            Act::Accuse => "accuse",
            Act::Criticize => "criticize",
            Act::Deny => "deny",
            Act::Admit => "admit",
            Act::Demand => "demand",
            Act::Refuse => "refuse",
            Act::Threaten => "threaten",
            Act::Promise => "promise",
            Act::Praise => "praise",
            Act::Decline => "decline",
            Act::State => "state",
        }
    }
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Act {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Act::ALL.into_iter().find(|act| act.as_str() == word).ok_or_else(|| {
            let all = Act::ALL.map(Act::as_str).join(", ");
            format!("{word:?} is not an act; the acts are {all}")
        })
    }
}
