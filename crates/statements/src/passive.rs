//! "Varnia, accused of arming the rebels": whom the cue follows is charged and does not speak.

use gainsay_record::TextRange;

use crate::assemble::Draft;
use crate::doc::Doc;

/// Participles whose subject is charged, where "of" or "for" comes after them and nobody between.
const CHARGED: [&str; 4] = ["accused", "blamed", "charged", "suspected"];
/// What stands between a subject and such a participle.
const BETWEEN: [&str; 14] = [
    "also", "are", "been", "being", "has", "have", "had", "is", "long", "often", "was", "were",
    "widely", ",",
];
/// How probable it is that the subject is whom it is aimed at.
const SURE: f32 = 0.95;

/// Takes the subject of a passive for the one who is charged, where the model has it speak.
pub(crate) fn turn_round(doc: &Doc, drafts: &mut [Draft]) {
    for draft in drafts {
        if let Some(charged) = subject(doc, draft) {
            draft.source.clear();
            draft.aimed.push((charged, SURE));
        }
    }
}

/// The source that is the subject of a passive: "a group blamed", "Varnia was accused".
fn subject(doc: &Doc, draft: &Draft) -> Option<TextRange> {
    let (&[source], &[cue], Some(content)) =
        (&draft.source[..], &draft.cue[..], draft.content.first())
    else {
        return None;
    };
    let verb = doc.tokens_in(cue).last()?;
    let after = doc.tokens_in(*content).start;
    let passive = CHARGED.contains(&doc.word(verb))
        && verb + 1 == after
        && after < doc.tokens.len()
        && matches!(doc.word(after), "of" | "for" | "with");
    let mut between = doc.tokens_in(source).end..verb;
    let bare = source.end <= cue.start && between.all(|t| BETWEEN.contains(&doc.word(t)));
    (passive && bare).then_some(source)
}

#[cfg(test)]
mod tests {
    use gainsay_record::{Act, Speaker};

    use crate::testing::read;

    #[test]
    fn whoever_is_accused_does_not_accuse() {
        for text in [
            "It sheltered {s:Kenya}, {c:blamed} {q:for the bombing}.",
            "{s:Kenya} {c:was accused} {q:of arming the rebels}.",
        ] {
            let found = read(text);
            let statement = &found[0];
            assert_eq!((&*statement.speaker.name, statement.act), (Speaker::UNKNOWN, Act::Accuse));
            assert_eq!(statement.targets[0].name, "Kenya", "{text}");
        }
        let found = read("{s:Kenya} {c:has accused} {q:Peru of arming the rebels}.");
        assert_eq!(found[0].speaker.name, "Kenya");
    }
}
