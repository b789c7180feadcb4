//! How much of a content stands within quotation marks.

use gainsay_record::{Form, TextRange};

use crate::doc::{Doc, Shape};
use crate::quotes::Quote;

/// `direct` where all words stand within quotation marks, `mixed` where some do.
pub(crate) fn form(doc: &Doc, quotes: &[Quote], content: &[TextRange]) -> Form {
    let (mut within, mut without) = (false, false);
    for &piece in content {
        let mut quote = quotes.partition_point(|q| q.range.end <= piece.start);
        for token in doc.tokens_in(piece) {
            if matches!(doc.tokens[token].shape, Shape::Mark | Shape::Possessive) {
                continue;
            }
            let at = doc.tokens[token].range.start;
            while quote < quotes.len() && quotes[quote].range.end <= at {
                quote += 1;
            }
            if quote < quotes.len() && quotes[quote].inner.contains_offset(at) {
                within = true;
            } else if !(doc.word(token) == "and" || doc.word(token) == "that") {
                without = true;
            }
        }
    }
    match (within, without) {
        (true, false) => Form::Direct,
        (true, true) => Form::Mixed,
        (false, _) => Form::Indirect,
    }
}

#[cfg(test)]
mod tests {
    use gainsay_record::Form;

    use crate::testing::read;

    #[test]
    fn all_some_and_none_within_quotation_marks() {
        for (text, form) in [
            ("{q:“We left in May,”} {c:said} {s:Tessen}.", Form::Direct),
            ("{s:Tessen} {c:called} {q:it a “sad day”}.", Form::Mixed),
            ("{s:Tessen} {c:said} {q:it was May}.", Form::Indirect),
        ] {
            assert_eq!(read(text)[0].form, form, "{text}");
        }
    }
}
