//! Which characters of a line stand within quotation marks.

/// For each byte of `line` whether its character stands within quotation marks, the marks
/// themselves included.
///
/// Marks are paired within a line only, so that a forgotten one does no harm beyond it. A straight
/// mark closes what is open and opens otherwise; a single curly mark opens at the start of a word
/// and closes at the end of one, so that an apostrophe is none. Training sees the same
/// (`inside_quotes` in `model/gainsay_model/windows.py`).
pub(crate) fn inside_quotes(line: &str) -> Vec<bool> {
    let mut inside = Vec::with_capacity(line.len());
    let (mut double, mut single) = (false, false);
    let mut before = ' ';
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied().unwrap_or(' ');
        let mut closes = false;
        match c {
            '“' | '«' => double = true,
            '”' | '»' => closes = std::mem::replace(&mut double, false),
            '"' => {
                closes = double;
                double = !double;
            }
            '‘' if !before.is_alphanumeric() => single = true,
            '’' if single && !after.is_alphanumeric() => {
                closes = true;
                single = false;
            }
            _ => {}
        }
        let is_inside = double || single || closes;
        inside.extend(std::iter::repeat_n(is_inside, c.len_utf8()));
        before = c;
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(line: &str) -> String {
        let inside = inside_quotes(line);
        line.char_indices().filter(|&(i, _)| inside[i]).map(|(_, c)| c).collect()
    }

    #[test]
    fn marks_belong_to_what_they_enclose() {
        assert_eq!(quoted("“No,” said Orla."), "“No,”");
        assert_eq!(quoted("She said \"no\" and \"never\"."), "\"no\"\"never\"");
        assert_eq!(quoted("‘We won’t,’ he said."), "‘We won’t,’");
    }

    #[test]
    fn an_apostrophe_is_no_mark() {
        assert_eq!(quoted("The ministers’ plan isn’t hers."), "");
    }

    #[test]
    fn an_open_mark_ends_with_the_line() {
        assert_eq!(quoted("“We went on"), "“We went on");
    }
}
