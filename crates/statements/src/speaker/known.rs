//! What the model's names tell of phrases that the rules cannot place.

use gainsay_language::{Name, NameKind};

use crate::speaker::found::Found;
use crate::speaker::names::looks_like_a_person;
use crate::speaker::phrase::Head;

/// Gives a name that may be anybody's or anything's its kind, where the model knows it. A name that
/// the rules have placed, by a title or the noun it ends in, stays as it is.
pub(crate) fn heads(found: &mut [Found], names: &[Name]) {
    let mut names = names.iter().peekable();
    for Found { phrase, place, .. } in found {
        while names.next_if(|name| name.range.end <= phrase.range.start).is_some() {}
        let Some(name) = names.peek().filter(|name| name.range.end <= phrase.range.end) else {
            continue;
        };
        // The name and the phrase are the same words, but for an article.
        if phrase.head != Head::Bare || phrase.range.len() > name.range.len() + "the ".len() {
            continue;
        }
        match name.kind {
            NameKind::Person if looks_like_a_person(&phrase.name) => phrase.head = Head::Person,
            NameKind::Organization => phrase.head = Head::Organization,
            NameKind::Country => {
                phrase.head = Head::Country;
                phrase.country = Some(phrase.name.clone());
            }
            NameKind::Place => *place = true,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use gainsay_language::{Name, NameKind, Reading};
    use gainsay_record::{SpeakerKind, TextRange};

    use crate::testing::{article, marked};
    use crate::whole::read;

    #[test]
    fn a_state_that_no_list_has_is_a_government_where_the_model_knows_it() {
        let (text, attributions) = marked("{s:Lorrimond} {c:denied} {q:the charge}.");
        let range = TextRange::new(0, "Lorrimond".len());
        let kind = |names: Vec<Name>| {
            let reading = Reading { attributions: attributions.clone(), names };
            let found = read(&article(&text), &reading, &BTreeMap::new(), "model test");
            found.statements[0].speaker.kind
        };
        assert_eq!(kind(vec![]), SpeakerKind::Person);
        let known = Name { range, kind: NameKind::Country };
        assert_eq!(kind(vec![known]), SpeakerKind::Government);
    }
}
