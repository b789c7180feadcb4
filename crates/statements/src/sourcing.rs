//! How the article names whom it had a statement from.

use gainsay_record::{Sourcing, Speaker, SpeakerKind};

use crate::speaker::cast::Member;
use crate::speaker::phrase::Head;

/// By the member of the cast; by the speaker's kind where there is none.
pub(crate) fn sourcing(member: Option<&Member>, speaker: &Speaker) -> Sourcing {
    match speaker.kind {
        SpeakerKind::Document => return Sourcing::Document,
        // Two people by name are a group, and named.
        SpeakerKind::Group if member.is_some_and(|m| m.kind == SpeakerKind::Person && m.named) => {
            return Sourcing::Named;
        }
        SpeakerKind::Group => return Sourcing::Collective,
        SpeakerKind::Government => return Sourcing::Institution,
        _ => {}
    }
    match member {
        Some(member) if member.head == Head::Media => Sourcing::Media,
        Some(member) if member.kind == SpeakerKind::Organization => Sourcing::Institution,
        Some(member) if member.head == Head::Document => Sourcing::Institution,
        Some(member) if member.named => Sourcing::Named,
        _ => Sourcing::Unnamed,
    }
}
