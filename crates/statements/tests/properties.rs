//! What holds for every text and every attribution.

mod common;

use gainsay_language::Attribution;
use gainsay_record::TextRange;
use gainsay_statements::statements;
use proptest::prelude::*;

/// Text full of what the rules look for: marks, titles, names, pronouns, countries, cues.
fn newsy() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("“"),
        Just("”"),
        Just("\""),
        Just("‘"),
        Just("’"),
        Just("'s"),
        Just("«"),
        Just("»"),
        Just("."),
        Just(","),
        Just(":"),
        Just("("),
        Just(")"),
        Just("\n"),
        Just("said"),
        Just("he"),
        Just("they"),
        Just("who"),
        Just("the"),
        Just("of"),
        Just("and"),
        Just("Gen."),
        Just("Mr."),
        Just("Minister"),
        Just("spokesman"),
        Just("U.S."),
        Just("Varnia"),
        Just("Varnian"),
        Just("Ilmar"),
        Just("Tessen"),
        Just("army"),
        Just("officials"),
        Just("not"),
        Just("denied"),
        Just("statement"),
        Just("Herald"),
        Just("quoting"),
        Just("told"),
        Just("that"),
        Just("é𝄞"),
        Just("Ministry"),
        Just("for"),
        Just("reporters"),
        Just("like"),
        Just("État"),
        Just("no")
    ];
    prop::collection::vec(word, 0..120).prop_map(|words| words.join(" "))
}

fn check(text: &str, cuts: &[(usize, usize, u8)]) {
    let article = common::article("any", text, cuts.len().is_multiple_of(2));
    let edges: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let mut attributions: Vec<Attribution> = Vec::new();
    for &(a, length, role) in cuts {
        let a = a % edges.len();
        let b = (a + length).min(edges.len() - 1);
        let range = TextRange::new(edges[a], edges[b]);
        if role % 4 == 0 || attributions.is_empty() {
            attributions.push(common::empty());
        }
        let last = attributions.last_mut().expect("one was pushed");
        if role % 7 == 0 {
            last.targets.push((range, f32::from(role) / 255.0));
        }
        match role % 3 {
            0 => last.source.push(range),
            1 => last.cue.push(range),
            _ => last.content.push(range),
        }
    }
    let found = statements(&article, &attributions, "model test");
    for statement in &found {
        for span in statement.spans() {
            assert!(article.text.range_of(span).is_ok(), "{span:?}");
        }
        assert!(!statement.speaker.name.is_empty());
    }
    assert_eq!(found, statements(&article, &attributions, "model test"));
}

proptest! {
    #[test]
    fn spans_are_true_of_any_text(text in "\\PC{0,400}|[ -~\n“”‘’«»é𝄞]{0,600}",
                                  cuts in prop::collection::vec((0usize..700, 0usize..90, any::<u8>()), 0..24)) {
        check(&text, &cuts);
    }

    #[test]
    fn spans_are_true_of_any_news(text in newsy(),
                                  cuts in prop::collection::vec((0usize..700, 0usize..90, any::<u8>()), 0..24)) {
        check(&text, &cuts);
    }
}

/// Hundreds of thousands of marks without a partner, in one line and in many: linear, or this test
/// would not end.
#[test]
fn unpaired_marks_cost_no_more_than_their_number() {
    for unit in ["“a b c d e. ", "\" ’ ‘ ", "“Tessen said we go. \n", "Gen. Tessen of "] {
        let text = unit.repeat(100_000);
        let article = common::article("marks", &text, false);
        let mut plain = common::empty();
        let at = unit.find(' ').unwrap_or(0) + 1;
        plain.cue.push(TextRange::new(at, at + 1));
        plain.content.push(TextRange::new(0, at));
        statements(&article, &[plain], "model test");
    }
}
