//! Is it English?

use crate::error::Error;

/// Fewer letters than this say nothing about the language.
const ENOUGH: usize = 200;

/// No more than this many bytes are looked at.
const SAMPLE: usize = 6000;

/// The commonest English words that few other languages share.
const COMMON: &[&str] = &[
    "the", "of", "and", "to", "that", "is", "was", "for", "on", "with", "as", "by", "it", "his",
    "he", "said", "from", "are", "have", "has", "had", "not", "but", "be", "which", "they",
    "their", "were", "who", "this", "would",
];

/// "en" where the text is long enough to tell.
///
/// # Errors
/// If the text is surely in another language.
pub(crate) fn check(place: &str, text: &str) -> Result<Option<String>, Error> {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &text[..end];
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    if letters < ENOUGH {
        return Ok(None);
    }
    let (mut words, mut common) = (0usize, 0usize);
    for word in sample.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        words += 1;
        common += usize::from(COMMON.iter().any(|other| word.eq_ignore_ascii_case(other)));
    }
    // English prose has a quarter to a third of such words: no need to ask the library, which
    // takes lists of foreign names for foreign text.
    if common * 100 >= words * 15 {
        return Ok(Some("en".to_owned()));
    }
    let Some(info) = whatlang::detect(sample) else { return Ok(None) };
    match info.lang() {
        whatlang::Lang::Eng => Ok(info.is_reliable().then(|| "en".to_owned())),
        other if info.is_reliable() && common * 100 < words * 8 => {
            Err(Error::NotEnglish { place: place.to_owned(), language: other.eng_name() })
        }
        _ => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_languages_are_named() {
        let german = "Die Regierung von Zorvia hat am Montag erklärt, dass sie die Vorwürfe des \
            Nachbarlandes nicht anerkenne und weitere Gespräche erst im Frühjahr führen werde. Ein \
            Sprecher des Ministeriums sagte, man habe den Brief bislang nicht erhalten, und fügte \
            hinzu, dass die Grenze wieder geöffnet sei.";
        let error = check("a.txt", german).unwrap_err();
        assert!(error.to_string().contains("German"), "{error}");
    }

    #[test]
    fn short_texts_are_never_refused() {
        assert_eq!(check("a.txt", "Der Rat tagt.").unwrap(), None);
    }

    #[test]
    fn english_is_english() {
        let text = "The council of Poleburg said on Monday that it would not return to the talks \
            before the spring, and that the mediators had been told so in a letter that was sent \
            in the last week of the year. The mediators, who had been waiting for an answer, said that they \
            knew of no letter.";
        assert_eq!(check("a.txt", text).unwrap().as_deref(), Some("en"));
    }
}
