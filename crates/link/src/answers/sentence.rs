//! Where a sentence begins and ends.

/// How far around a statement its sentence is looked for, in bytes.
const AROUND: usize = 240;

/// Where the sentence begins that holds this place: after a full stop or the end of a line.
pub(super) fn sentence_start(text: &str, at: usize) -> usize {
    let from = text.floor_char_boundary(at.saturating_sub(AROUND));
    let before = &text[from..at];
    let ends = before.char_indices().rev().find(|&(i, c)| {
        c == '\n'
            || matches!(c, '.' | '?' | '!')
                && before[i + 1..].starts_with([' ', '"', '”', '\''])
                && !before[..i].ends_with(|c: char| c.is_uppercase())
    });
    ends.map_or(from, |(i, c)| from + i + c.len_utf8())
}

/// Where it ends.
pub(super) fn sentence_end(text: &str, at: usize) -> usize {
    let to = text.ceil_char_boundary((at + AROUND).min(text.len()));
    let after = &text[at..to];
    let ends = after.char_indices().find(|&(i, c)| {
        c == '\n'
            || matches!(c, '.' | '?' | '!') && after[i + 1..].starts_with([' ', '\n', '"', '”'])
    });
    ends.map_or(to, |(i, _)| at + i)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_its_full_stop() {
        let text = "It was late. Asked by J. Dorn, she said: no. Later he left.";
        let at = text.find("no").unwrap();
        assert_eq!(
            text[sentence_start(text, at)..sentence_end(text, at)].trim(),
            "Asked by J. Dorn, she said: no"
        );
    }
}
