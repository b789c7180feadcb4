//! Reads articles as JSON Lines and prints how many megabytes of text a second one thread searches.

use std::io::Write;
use std::time::{Duration, Instant};

use gainsay_times::{Anchor, find};
use serde_json::Value;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: speed INPUT.jsonl")?;
    let mut articles = Vec::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let article: Value = serde_json::from_str(line)?;
        let text = article["text"].as_str().unwrap_or_default().to_owned();
        articles.push((text, article["published"].as_str().and_then(Anchor::parse)));
    }
    let size: usize = articles.iter().map(|(text, _)| text.len()).sum();
    let begin = Instant::now();
    let (mut rounds, mut times) = (0, 0);
    while begin.elapsed() < Duration::from_secs(3) {
        times = articles.iter().map(|(text, day)| find(text, *day).len()).sum();
        rounds += 1;
    }
    let speed = (size * rounds) as f64 / begin.elapsed().as_secs_f64() / 1e6;
    writeln!(
        std::io::stdout(),
        "{} texts, {size} bytes, {times} times: {speed:.1} MB/s",
        articles.len()
    )?;
    Ok(())
}
