//! Runs the sentences of `times.md`.

use gainsay_times::{Anchor, find};

/// A sentence with the times expected of it, as the file writes them.
struct Case {
    line: usize,
    published: Option<Anchor>,
    sentence: String,
    expected: Vec<String>,
}

fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut published = None;
    for (line, text) in include_str!("times.md").lines().enumerate() {
        if let Some(date) = text.strip_prefix("published ") {
            published = Anchor::parse(date);
            assert_eq!(published.is_none(), date == "unknown", "line {}", line + 1);
        } else if let Some(sentence) = text.strip_prefix("> ") {
            let sentence = sentence.to_owned();
            cases.push(Case { line: line + 1, published, sentence, expected: Vec::new() });
        } else if let (Some(expected), Some(case)) = (text.strip_prefix("- "), cases.last_mut()) {
            case.expected.push(expected.to_owned());
        }
    }
    cases
}

#[test]
fn every_sentence_has_the_times_that_the_file_gives() {
    let mut wrong = String::new();
    for case in cases() {
        let found: Vec<String> = find(&case.sentence, case.published)
            .iter()
            .map(|t| format!("{}: {} {}", t.range.of(&case.sentence), t.kind.as_str(), t.value))
            .collect();
        if found != case.expected {
            wrong += &format!("line {}: {}\n", case.line, case.sentence);
            wrong += &format!("  expected {:#?}\n  found {:#?}\n", case.expected, found);
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
