//! Whatever comes in, nothing panics and every zone is a real stretch of the text.

use gainsay_reader::{Error, read, read_all, read_jsonl_line};
use gainsay_record::Article;
use proptest::prelude::*;

fn check(article: &Article) {
    let text = article.text.as_str();
    let mut end = 0;
    for zone in &article.zones {
        assert!(end <= zone.range.start && zone.range.start < zone.range.end);
        assert!(zone.range.end <= text.len());
        // Slicing panics off character boundaries.
        assert_eq!(zone.range.trim(text), zone.range, "not trimmed");
        let between = &text[end..zone.range.start];
        let blank = |c: char| c.is_whitespace() || "\u{feff}\u{200b}\u{2060}".contains(c);
        assert!(between.chars().all(blank), "lost: {between:?}");
        end = zone.range.end;
    }
    if let Some(span) = article.published.as_ref().and_then(|date| date.span.as_ref()) {
        article.text.range_of(span).expect("the date's span is in the text");
    }
}

/// Pieces of which articles are made, so that chance finds the rules.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,60}",
        "[A-Z]{3,9}(, [A-Z][a-z]{2,8})? ?(\\([A-Za-z ]{2,9}\\))? ?[-–—:] ?[A-Z][a-z ]{5,60}\\.?",
        "(By|BY|Written by:?) [A-Z][a-zé]{1,9} [A-Z][a-z]{1,9}( and|,| –|\\.)? ?[a-z ]{0,40}",
        "(Updated|Published|Posted on|)[: ]?[0-9]{1,2}[-/. ][A-Za-z0-9]{1,9}[-/., ]{1,2}[0-9]{2,4}",
        "[“\"][A-Z][a-z, ]{3,60}[.,?][”\"] [a-z]{3,9} said\\.?",
        "(Also read|Related|Read more|Comments|Leave a Reply|©|Source)[: ]{0,2}[A-Za-z ]{0,30}",
        "[A-Z][a-z]{2,8} [A-Z][a-z]{2,8} is [A-Z][a-z]{2,8}['’]s (reporter|editor)[.@ a-z]{0,9}",
        "[\u{feff}\u{200b}\u{a0}\u{2028} \t(\\[•|/’'.-]{0,9}",
    ]
}

fn text() -> impl Strategy<Value = String> {
    let end = prop_oneof![Just("\n"), Just("\n\n"), Just("\r\n"), Just("\r"), Just("\n \n\n")];
    prop::collection::vec((piece(), end), 0..14)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn texts(text in text()) {
        match read("a.txt", text.as_bytes()) {
            Ok(article) => {
                prop_assert_eq!(article.text.as_str(), &text);
                check(&article);
            }
            Err(error) => prop_assert!(error.to_string().starts_with("a.txt: ")),
        }
    }

    #[test]
    fn pages(pieces in prop::collection::vec((piece(), "(p|div|h1|h2|li|figcaption|aside|b|td|/p)"), 0..20)) {
        let body: String =
            pieces.into_iter().map(|(text, tag)| format!("<{tag}>{text}")).collect();
        if let Ok(article) = read("a.html", format!("<html><body>{body}").as_bytes()) {
            check(&article);
        }
    }

    #[test]
    fn garbage(bytes in prop::collection::vec(any::<u8>(), 0..400), name in "a(\\.(txt|html|jsonl))?") {
        for article in read_all(&name, &bytes).flatten() {
            check(&article);
        }
    }

    #[test]
    fn json(text in text(), title in prop::option::of(piece())) {
        let line = serde_json::json!({"text": text, "title": title}).to_string();
        if let Ok(article) = read_jsonl_line("a:1", line.as_bytes()) {
            prop_assert_eq!(article.text.as_str(), &text);
            check(&article);
        }
    }
}

#[test]
fn messages_say_what_to_do() {
    for (name, bytes, words) in [
        ("a.txt", &b" \n "[..], "a.txt: is empty"),
        ("a.txt", b"%PDF-1.4 ...", "is a PDF file, not text"),
        ("a.txt", b"a\0b", "NUL bytes"),
        ("a.txt", b"caf\xe9 au lait", "byte 3 cannot be read); convert it"),
        ("a.html", b"<html><p>caf\xe9</p>", "declares no charset"),
        ("a.txt", b"Home\nNews\nShare\n2038\nSign in", "every line looks like navigation"),
        ("a.jsonl", b"{}", "one article a line"),
    ] {
        let message = read(name, bytes).unwrap_err().to_string();
        assert!(message.contains(words), "{message}");
    }
    let big = vec![b'a'; (gainsay_reader::MAX_ARTICLE_BYTES + 1) as usize];
    assert!(matches!(read("a.txt", &big), Err(Error::TooLarge { .. })));
}

#[test]
fn a_page_in_its_declared_charset_is_read() {
    let words = "The council of Poleburg met at the caf\\xe9 and rejected the charge. ";
    let page = format!("<html><meta charset=iso-8859-1><body><p>{}</p>", words.repeat(8));
    let mut bytes = Vec::new();
    for (i, part) in page.split("\\xe9").enumerate() {
        if i > 0 {
            bytes.push(0xe9);
        }
        bytes.extend_from_slice(part.as_bytes());
    }
    let article = read("a.html", &bytes).unwrap();
    assert!(article.text.as_str().contains("café"));
}

#[test]
fn a_plain_text_stays_as_it_is() {
    let text =
        "\u{feff}Quell rejects charge\r\n\r\nThe ministry said that it knew of no letter.\r\n";
    let article = read("a.txt", text.as_bytes()).unwrap();
    assert_eq!(article.text.as_str(), text);
    assert!(article.text_is_input);
    assert_eq!(article.title.as_deref(), Some("Quell rejects charge"));
}
