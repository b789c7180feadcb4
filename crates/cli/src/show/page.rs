//! Lines that fit the terminal: cleaned, wrapped by display width, coloured last.

use unicode_width::UnicodeWidthChar;

use super::ink::Ink;

/// A stretch of text in one ink.
pub type Run = (String, Ink);

/// A page in the making.
#[derive(Debug)]
pub struct Page {
    text: String,
    width: usize,
    color: bool,
}

impl Page {
    /// An empty page of so many columns. Beyond 100 lines get hard to read, below 24 nothing fits.
    pub fn new(width: usize, color: bool) -> Self {
        Page { text: String::new(), width: width.clamp(24, 100), color }
    }

    /// Columns of a line.
    pub fn width(&self) -> usize {
        self.width
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.text
    }

    /// An empty line, unless there is one already.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A paragraph: its first line begins at `indent`, the others at `hang`.
    pub fn paragraph(&mut self, indent: usize, hang: usize, runs: &[Run]) {
        let widest = self.width.saturating_sub(hang).max(12);
        for (i, line) in wrap(runs, widest, hang.saturating_sub(indent)).iter().enumerate() {
            self.line(if i == 0 { indent } else { hang }, line);
        }
    }

    /// Something left and something right on one line, or below each other where they do not fit.
    pub fn ends(&mut self, indent: usize, left: &[Run], fill: char, right: Run) {
        let room = self.width.saturating_sub(indent + length(left) + columns(&right.0));
        if room < 2 {
            self.paragraph(indent, indent + 2, left);
            self.paragraph(indent + 2, indent + 2, &[right]);
            return;
        }
        let filling = match fill {
            ' ' => " ".repeat(room),
            fill => format!(" {} ", fill.to_string().repeat(room - 2)),
        };
        let mut runs = left.to_vec();
        runs.extend([(filling, Ink::Faint), right]);
        self.line(indent, &runs);
    }

    fn line(&mut self, indent: usize, runs: &[Run]) {
        let start = self.text.len();
        self.text.push_str(&" ".repeat(indent));
        for (text, ink) in runs {
            // White space shows no ink: no code for it.
            match ink.code().filter(|_| self.color && !text.trim().is_empty()) {
                Some(code) => self.text.push_str(&format!("\x1b[{code}m{text}\x1b[0m")),
                None => self.text.push_str(text),
            }
        }
        // Non-breaking spaces have done their work: columns that are copied hold ordinary ones.
        let line = self.text.split_off(start).replace('\u{a0}', " ");
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }
}

/// Columns that a text takes on the terminal.
pub fn columns(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

fn length(runs: &[Run]) -> usize {
    runs.iter().map(|(text, _)| columns(text)).sum()
}

/// Text as the terminal may see it: white space folded to single spaces, and nothing in it that
/// moves the cursor, changes colours or turns the direction of writing. An article comes from
/// anywhere.
pub fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_whitespace() => {
                if !clean.ends_with(' ') {
                    clean.push(' ');
                }
            }
            // Marks of direction, soft hyphens, byte order marks: invisible, and not for here.
            '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{ad}'
            | '\u{feff}'
            | '\u{61c}' => {}
            c if c.is_control() => clean.push('\u{fffd}'),
            c => clean.push(c),
        }
    }
    clean
}

/// Breaks at spaces, and before and after wide characters, which need none; a word longer than a
/// line is cut. The first line is `more` columns longer.
fn wrap(runs: &[Run], width: usize, more: usize) -> Vec<Vec<Run>> {
    let mut lines: Vec<Vec<Run>> = vec![Vec::new()];
    let mut used = 0;
    for (word, space) in words(runs) {
        let room = width + if lines.len() == 1 { more } else { 0 };
        let (long, gap) = (word.iter().map(|&(_, w, _)| w).sum::<usize>(), usize::from(space));
        if used > 0 && used + gap + long > room {
            lines.push(Vec::new());
            used = 0;
        }
        if space && used > 0 {
            push(&mut lines, ' ', word.first().map_or(Ink::Plain, |&(_, _, ink)| ink));
            used += 1;
        }
        for (c, wide, ink) in word {
            let room = width + if lines.len() == 1 { more } else { 0 };
            if used > 0 && used + wide > room {
                lines.push(Vec::new());
                used = 0;
            }
            push(&mut lines, c, ink);
            used += wide;
        }
    }
    lines
}

fn push(lines: &mut [Vec<Run>], c: char, ink: Ink) {
    if let Some(line) = lines.last_mut() {
        match line.last_mut() {
            Some((text, last)) if *last == ink => text.push(c),
            _ => line.push((c.to_string(), ink)),
        }
    }
}

/// Characters with their width and ink.
type Word = Vec<(char, usize, Ink)>;

/// What must not be torn apart, and whether a space stands before it.
fn words(runs: &[Run]) -> Vec<(Word, bool)> {
    let mut words: Vec<(Word, bool)> = Vec::new();
    let (mut space, mut fresh) = (false, true);
    for (c, ink) in runs.iter().flat_map(|(text, ink)| text.chars().map(move |c| (c, *ink))) {
        if c == ' ' {
            (space, fresh) = (true, true);
            continue;
        }
        let wide = c.width().unwrap_or(0);
        let after_wide =
            words.last().and_then(|(word, _)| word.last()).is_some_and(|&(_, width, _)| width > 1);
        if fresh || wide > 1 || (after_wide && wide > 0 && c.is_alphanumeric()) {
            words.push((Vec::new(), space));
        }
        (space, fresh) = (false, false);
        if let Some((word, _)) = words.last_mut() {
            word.push((c, wide, ink));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_an_article_says_cannot_reach_the_terminal() {
        let hostile = "a\u{1b}[2J\u{7}b\u{202e}c\r\n\td\u{9b}1m";
        assert_eq!(clean(hostile), "a\u{fffd}[2J\u{fffd}bc d\u{fffd}1m");
    }

    proptest! {
        /// No line is wider than the page, no word is lost, and colour changes nothing but colour.
        #[test]
        fn lines_fit_and_lose_nothing(
            text in "[a-z 語字é“”\u{301}👩]{0,200}|\\PC{0,120}",
            width in 24usize..100,
            cut in 0usize..200,
        ) {
            let text = clean(&text);
            let cut = text.char_indices().map(|(i, _)| i).nth(cut).unwrap_or(text.len());
            let runs = [(text[..cut].to_owned(), Ink::Strong), (text[cut..].to_owned(), Ink::Faint)];
            let [plain, colored] = [false, true].map(|color| {
                let mut page = Page::new(width, color);
                page.paragraph(2, 6, &runs);
                page.finish()
            });
            for line in plain.lines() {
                prop_assert!(columns(line) <= width, "{line:?}");
            }
            let squeeze = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(squeeze(&plain), squeeze(&text));
            let uncolored = ["\x1b[1m", "\x1b[2m", "\x1b[0m"]
                .iter()
                .fold(colored, |text, code| text.replace(code, ""));
            prop_assert_eq!(squeeze(&uncolored), squeeze(&plain));
        }
    }
}
