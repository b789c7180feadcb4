//! The pronouns that a source can be, and whom each fits.

use gainsay_record::SpeakerKind;

use crate::speaker::Gender;
use crate::speaker::cast::Member;
use crate::speaker::known::PLACE;
use crate::speaker::phrase::Head;

/// The pronouns a source can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pronoun {
    He,
    She,
    It,
    They,
    /// "I", "we": the one whose words they stand in.
    First,
    /// "who", "which": the noun before.
    Relative,
    /// "you", "anyone": nobody in particular.
    Nobody,
}

impl Pronoun {
    pub(crate) fn of(word: &str) -> Option<Self> {
        Some(match word {
            "he" | "him" | "his" | "himself" => Pronoun::He,
            "she" | "her" | "hers" | "herself" => Pronoun::She,
            "it" | "its" | "itself" => Pronoun::It,
            "they" | "them" | "their" | "both" | "neither" => Pronoun::They,
            "i" | "we" | "my" | "our" | "me" | "us" => Pronoun::First,
            "who" | "which" | "that" | "whom" => Pronoun::Relative,
            "q" | "your" | "you" | "let" | "one" | "anyone" | "everyone" | "someone"
            | "somebody" | "everybody" | "nobody" | "no-one" | "this" | "these" | "there"
            | "what" => Pronoun::Nobody,
            _ => return None,
        })
    }

    pub(super) fn fits(self, member: &Member) -> bool {
        // "Iodine": a lone capital that is no name of a person's.
        let place = member.head == Head::Bare && member.role_words.iter().any(|w| w == PLACE);
        let person = member.kind == SpeakerKind::Person && !place;
        match self {
            Pronoun::He => person && member.gender.agrees(Gender::Male),
            Pronoun::She => person && member.gender.agrees(Gender::Female),
            Pronoun::It => {
                matches!(
                    member.kind,
                    SpeakerKind::Organization | SpeakerKind::Government | SpeakerKind::Document
                ) || anything(member)
            }
            Pronoun::They => !person && member.kind != SpeakerKind::Document,
            Pronoun::First | Pronoun::Relative | Pronoun::Nobody => false,
        }
    }
}

/// Whether a name of one word, of which nothing else is known, may be a state's or a company's as well as
/// a person's.
fn anything(member: &Member) -> bool {
    matches!(member.head, Head::Bare | Head::Person)
        && member.named
        && member.role.is_none()
        && member.role_words.is_empty()
        && member.gender == Gender::Unknown
        && !member.name.contains(' ')
}
