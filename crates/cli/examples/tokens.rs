//! Counts the tokens that the network reads in some articles: what `bench/run.py` divides by.
#![allow(clippy::print_stdout, reason = "it is a program")]

use anyhow::Result;
use gainsay_language::Tagger;

fn main() -> Result<()> {
    let tagger = Tagger::embedded()?;
    let mut tokens = 0;
    for source in gainsay_reader::inputs(std::env::args_os().skip(1)) {
        let article = source?.article()?;
        let lines = gainsay_statements::lines(&article);
        tokens += tagger.count_tokens(article.text.as_str(), &lines)?;
    }
    println!("{tokens}");
    Ok(())
}
