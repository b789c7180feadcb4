//! The first words of every statement, held in memory for pictures that show thousands of them.

use std::borrow::Cow;

/// The first words of statements, one after another in one text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Openings {
    text: String,
}

/// Where a statement's first words stand in [`Openings`].
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Opening {
    start: u32,
    /// In bytes.
    len: u16,
    /// There are more words than are kept.
    cut: bool,
}

impl Openings {
    /// Code points that are kept of a statement.
    pub const MOST: usize = 240;

    /// Keeps the first of these words.
    pub fn keep(&mut self, words: &str) -> Opening {
        let start = self.text.len() as u32;
        let end = words.char_indices().nth(Self::MOST).map(|(end, _)| end);
        // Four bytes a code point are 960 at most.
        self.text.push_str(&words[..end.unwrap_or(words.len())]);
        Opening { start, len: (self.text.len() as u32 - start) as u16, cut: end.is_some() }
    }

    /// A statement's words, cut after so many code points, [`Openings::MOST`] at most.
    pub fn show(&self, of: Opening, most: usize) -> Cow<'_, str> {
        let kept = &self.text[of.start as usize..][..of.len as usize];
        match kept.char_indices().nth(most) {
            Some((end, _)) => Cow::Owned(format!("{}…", kept[..end].trim_end())),
            None if of.cut => Cow::Owned(format!("{}…", kept.trim_end())),
            None => Cow::Borrowed(kept),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_falls_between_code_points_and_shows() {
        let mut openings = Openings::default();
        let short = openings.keep("Кто лжёт?");
        let long = openings.keep(&"é ".repeat(Openings::MOST));
        assert_eq!(openings.show(short, 9), "Кто лжёт?");
        assert_eq!(openings.show(short, 4), "Кто…");
        let shown = openings.show(long, Openings::MOST);
        assert_eq!(shown, format!("{}…", "é ".repeat(Openings::MOST / 2).trim_end()));
    }
}
