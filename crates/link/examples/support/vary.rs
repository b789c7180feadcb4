//! Many articles made from a few.

use std::collections::HashMap;

use serde_json::Value;

/// The article with other names and in another time. A name keeps its first letter and its length,
/// and is the same name all through one round; of small words a third change too, so that the text
/// is no copy. One round in five keeps its words, so that there are copies and common words.
pub fn varied(line: &Value, round: usize, crowded: bool) -> Value {
    let mut known = HashMap::new();
    let mut line = line.clone();
    vary(&mut line, round, &mut known);
    line["id"] = format!("{}-{round}", line["id"].as_str().expect("its id")).into();
    if let Some(date) = line["published"]["value"].as_str().map(str::to_owned) {
        // A round a year, so that there is as much news in a week however many rounds there are;
        // or all in one year, so that there is more and more.
        let (year, rest) = date.split_at(4);
        let year = year.parse::<usize>().expect("a year") + if crowded { 0 } else { round };
        line["published"]["value"] = format!("{year:04}{rest}").into();
    }
    line
}

fn vary(value: &mut Value, round: usize, known: &mut HashMap<String, String>) {
    match value {
        Value::String(text) => *text = other_words(text, round, known),
        Value::Array(list) => list.iter_mut().for_each(|value| vary(value, round, known)),
        Value::Object(fields) => {
            let named = ["exact", "text", "name"];
            for (key, value) in fields.iter_mut() {
                if named.contains(&key.as_str()) || value.is_array() || value.is_object() {
                    vary(value, round, known);
                }
            }
        }
        _ => {}
    }
}

fn other_words(text: &str, round: usize, known: &mut HashMap<String, String>) -> String {
    let mut made = String::with_capacity(text.len());
    for word in text.split_inclusive(|c: char| !c.is_ascii_alphabetic()) {
        let (bare, end) = match word.char_indices().next_back() {
            Some((at, c)) if !c.is_ascii_alphabetic() => word.split_at(at),
            _ => (word, ""),
        };
        let sum: usize = bare.bytes().map(usize::from).sum::<usize>() + bare.len();
        let changes = bare.len() > 3
            && !round.is_multiple_of(5)
            && (bare.starts_with(|c: char| c.is_ascii_uppercase())
                || (sum + round).is_multiple_of(3));
        if changes {
            made += known.entry(bare.to_owned()).or_insert_with(|| turned(bare, round));
        } else {
            made += bare;
        }
        made += end;
    }
    made
}

/// A word of the same length and case, by turning its letters as far as the round says.
fn turned(word: &str, round: usize) -> String {
    let turn = |(at, byte): (usize, u8)| {
        let first = if byte.is_ascii_uppercase() { b'A' } else { b'a' };
        let by = (round * (at + 3) + round / 26) % 26;
        char::from(if at == 0 { byte } else { first + (byte - first + by as u8) % 26 })
    };
    word.bytes().enumerate().map(|(at, byte)| turn((at, byte))).collect()
}
