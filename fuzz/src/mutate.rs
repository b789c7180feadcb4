//! Changes that break an input where programs break.

use crate::chance::Chance;

/// What the rules look for, what encodings trip over, and what ends or opens something.
const PIECES: &[&str] = &[
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "„",
    "—",
    "–",
    "…",
    ":",
    ";",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\0",
    "\u{feff}",
    "\u{2028}",
    "\u{a0}",
    "\u{200b}",
    "\u{202e}",
    "\u{301}",
    "\u{ad}",
    "𝄞",
    "👩‍🔬",
    "İ",
    "ß",
    "ﬁ",
    "語",
    " said ",
    " denied that ",
    " according to ",
    " told ",
    " on Monday",
    " last week",
    "31 February 2031",
    "9999-99-99",
    "2031-03-04",
    "Mr. ",
    "U.S.",
    "Minister ",
    " he ",
    " who ",
    "<p>",
    "</p>",
    "<script>",
    "<!--",
    "-->",
    "<title>",
    "<time datetime=\"2031-03-04\">",
    "&amp;",
    "&#x10FFFF;",
    "&#0;",
    "</html>",
    "<table><tr><td>",
    "<![CDATA[",
    "\\u0000",
    "\\ud800",
    "null",
    "-1",
    "1e999",
    "\"\"",
    "[]",
    "{}",
    "\\",
    "by:",
    "about:\"",
    "after:",
    "-",
    "*",
    " OR ",
    "AND NOT ",
    "say:",
    "..",
    "%",
    "NEAR(",
];
const BYTES: &[u8] =
    &[0x00, 0x09, 0x0a, 0x1b, 0x20, 0x7f, 0x80, 0x92, 0xa0, 0xc2, 0xe2, 0xed, 0xf4, 0xff];

/// The input, changed in a few places; `others` lend what is spliced in.
pub fn mutated(of: &[u8], others: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = of.to_vec();
    for _ in 0..=chance.below(6) {
        once(&mut bytes, others, chance);
    }
    bytes
}

fn once(bytes: &mut Vec<u8>, others: &[Vec<u8>], chance: &mut Chance) {
    let at = chance.below(bytes.len() + 1);
    let length = if chance.one_in(4) { chance.below(400) } else { chance.below(12) };
    let end = (at + length).min(bytes.len());
    match chance.below(9) {
        0 => drop(bytes.splice(at..end, [])),
        1 | 2 => {
            let piece = chance.pick(PIECES).bytes();
            drop(bytes.splice(at..at, piece));
        }
        3 => {
            let piece = chance.pick(PIECES).bytes();
            drop(bytes.splice(at..end, piece));
        }
        4 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte = if chance.one_in(2) {
                    *chance.pick(BYTES)
                } else {
                    *byte ^ (1 << chance.below(8))
                };
            }
        }
        5 => {
            // Said again, once or many times.
            let again = bytes[at..end].to_vec();
            let times = if chance.one_in(8) { 200 } else { 1 };
            drop(bytes.splice(at..at, again.repeat(times)));
        }
        6 => bytes.truncate(at),
        7 => {
            let other = chance.pick(others);
            let from = chance.below(other.len());
            let to = (from + chance.below(600)).min(other.len());
            drop(bytes.splice(at..end, other[from..to].iter().copied()));
        }
        _ => {
            // Two places change seats.
            let (first, second) = (at.min(bytes.len()), chance.below(bytes.len() + 1));
            let (first, second) = (first.min(second), first.max(second));
            bytes[first..second].rotate_left((second - first) / 2);
        }
    }
    // What is slow for its size is found with little.
    bytes.truncate(24_000);
}
