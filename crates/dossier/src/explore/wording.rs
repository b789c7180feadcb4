//! One wording against another, word by word.

use super::echoes::Piece;

/// Longer contents are not compared word by word: the table grows with the product of the two.
const MOST_WORDS: usize = 600;

/// What `later` keeps, cuts and adds of `earlier`, in the order in which one would read it. Letter
/// case and the marks around a word make no difference; the words shown as the same are those of
/// the later one.
pub(super) fn pieces(earlier: &str, later: &str) -> Vec<Piece> {
    let (a, b) = (words(earlier), words(later));
    let mut found = Vec::new();
    if a.len() > MOST_WORDS || b.len() > MOST_WORDS {
        push(&mut found, "cut", earlier);
        push(&mut found, "added", later);
        return found;
    }
    let plain = |words: &[&str]| words.iter().map(|word| bare(word)).collect::<Vec<_>>();
    let (plain_a, plain_b) = (plain(&a), plain(&b));
    // The longest common subsequence (Wagner & Fischer 1974), from the end.
    let width = b.len() + 1;
    let mut longest = vec![0u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i * width + j] = if plain_a[i] == plain_b[j] {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        let next = |i: usize, j: usize| longest[i * width + j];
        if i < a.len() && j < b.len() && plain_a[i] == plain_b[j] {
            push(&mut found, "same", b[j]);
            (i, j) = (i + 1, j + 1);
        } else if i < a.len() && (j == b.len() || next(i + 1, j) >= next(i, j + 1)) {
            push(&mut found, "cut", a[i]);
            i += 1;
        } else {
            push(&mut found, "added", b[j]);
            j += 1;
        }
    }
    found
}

fn push(pieces: &mut Vec<Piece>, is: &str, word: &str) {
    match pieces.last_mut() {
        Some(last) if last.is == is => {
            last.text.push(' ');
            last.text.push_str(word);
        }
        _ => pieces.push(Piece { is: is.to_owned(), text: word.to_owned() }),
    }
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| *word != "…").collect()
}

fn bare(word: &str) -> String {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() { word.to_owned() } else { bare.to_lowercase() }
}

#[cfg(test)]
mod tests {
    use super::pieces;
    use proptest::prelude::*;

    fn shown(earlier: &str, later: &str) -> String {
        let mark = |is: &str| match is {
            "cut" => "-",
            "added" => "+",
            _ => "=",
        };
        pieces(earlier, later)
            .iter()
            .map(|piece| format!("{}{}", mark(&piece.is), piece.text))
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn an_excerpt_is_cut_and_a_paraphrase_changes_words() {
        assert_eq!(
            shown("“We cut no cable,” and never shall.", "“We cut no cable”"),
            "=“We cut no cable”|-and never shall."
        );
        assert_eq!(
            shown("we shall never cut it", "they shall never cut it"),
            "-we|+they|=shall never cut it"
        );
        assert_eq!(shown("", "new words"), "+new words");
    }

    proptest! {
        #[test]
        fn both_wordings_can_be_read_back(a in "[a-c ]{0,60}", b in "[a-c ]{0,60}") {
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            let of = |sides: [&str; 2]| {
                let pieces = pieces(&a, &b);
                let kept = pieces.iter().filter(|piece| sides.contains(&piece.is.as_str()));
                kept.flat_map(|piece| words(&piece.text)).collect::<Vec<_>>()
            };
            prop_assert_eq!(of(["same", "cut"]), words(&a));
            prop_assert_eq!(of(["same", "added"]), words(&b));
        }
    }
}
