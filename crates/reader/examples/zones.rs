//! Shows how inputs are read: what each says of itself, then every zone with its words.
//!
//! ```text
//! cargo run --release -p gainsay-reader --example zones -- PATH...
//! ```

#![allow(clippy::print_stdout, clippy::print_stderr)]

use gainsay_reader::inputs;
use gainsay_record::Article;

fn show(article: &Article) {
    let published = article.published.as_ref().map(|date| date.value.as_str());
    println!("== {}", article.path);
    println!("title\t{}", article.title.as_deref().unwrap_or("-"));
    println!("outlet\t{}", article.outlet.as_deref().unwrap_or("-"));
    println!("authors\t{}", article.authors.join("; "));
    println!("place\t{}", article.dateline.as_deref().unwrap_or("-"));
    println!("published\t{}", published.unwrap_or("-"));
    for zone in &article.zones {
        let words = article.text.slice(zone.range);
        println!("{}\t{}", zone.kind.as_str(), words.replace(['\n', '\r', '\t'], " "));
    }
}

fn main() {
    for source in inputs(std::env::args_os().skip(1)) {
        match source.and_then(|source| source.article()) {
            Ok(article) => show(&article),
            Err(error) => eprintln!("{error}"),
        }
    }
}
