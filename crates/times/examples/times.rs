//! Reads articles as JSON Lines (`id`, `text`, `published`) and prints the times of each, as the
//! scorer of temporal expressions wants them.

use std::io::{BufRead, BufReader, BufWriter, Write};

use gainsay_record::Text;
use gainsay_times::{Anchor, find};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: times INPUT.jsonl")?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in BufReader::new(std::fs::File::open(path)?).lines() {
        let article: Value = serde_json::from_str(&line?)?;
        let text = Text::new(article["text"].as_str().unwrap_or_default().to_owned());
        let published = article["published"].as_str().and_then(Anchor::parse);
        let times: Vec<Value> = find(text.as_str(), published)
            .into_iter()
            .map(|t| json!({"span": text.span(t.range), "type": t.kind.as_str(), "value": t.value}))
            .collect();
        writeln!(out, "{}", json!({"path": article["id"], "times": times}))?;
    }
    out.flush()?;
    Ok(())
}
