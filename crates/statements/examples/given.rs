//! What the rules alone make of attributions that are given: speaker, act, target and form, apart
//! from the model's errors.
//!
//! Reads JSON Lines on standard input, an article a line, offsets in code points of its text:
//!
//! ```json
//! {"path": "a.txt", "text": "…", "attributions": [{"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 20]]}]}
//! ```
//!
//! With `--names` the model reads each article's names, which the rules know as they do in `gainsay
//! extract`, and the line has them: `"names": [[0, 4, "person"]]`. A line that comes with names is
//! not read again. With `--model` it says of each attribution whose cue it finds, too, what act it is and
//! where its target is named. An attribution may have an `"act"`, which then stands: so targets can be
//! measured apart from acts.
//! Prints lines as `gainsay extract` does. `model/given.py` feeds it our own articles and
//! scores what comes out. With `--grounds` each line has for each statement the parties that it may
//! be aimed at with the grounds of each: what `measure/fit_targets.py` reads. `--weights FILE` names
//! other weights of these grounds than those that ship, as a JSON object. With `--pronouns` it has for each
//! pronoun that is a source whom it may stand for, with the grounds of each: what
//! `measure/fit_pronouns.py` reads.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};

use gainsay_language::{Attribution, Name, NameKind, Reading, Tagger};
use gainsay_record::{Article, Line, TextRange};
use serde_json::Value;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    let asked = |option: &str| std::env::args().any(|argument| argument == option);
    let (with_grounds, with_names, with_model) =
        (asked("--grounds"), asked("--names"), asked("--model"));
    let weights: Option<BTreeMap<String, Vec<f32>>> =
        match std::env::args().skip_while(|argument| argument != "--weights").nth(1) {
            Some(file) => Some(serde_json::from_slice(&std::fs::read(file)?)?),
            None => None,
        };
    let tagger = (with_names || with_model).then(Tagger::embedded).transpose()?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let given: Value = serde_json::from_str(&line?)?;
        let path = given["path"].as_str().ok_or("an article without a path")?;
        let text = given["text"].as_str().ok_or("an article without a text")?;
        let article = match gainsay_reader::read(path, text.as_bytes()) {
            Ok(article) => article,
            Err(error) => {
                writeln!(std::io::stderr(), "{error}")?;
                continue;
            }
        };
        let mut attributions: Vec<Attribution> = each(&given["attributions"])
            .map(|a| attribution(&article, a))
            .collect::<Result<_>>()?;
        if let Some(tagger) = tagger.as_ref().filter(|_| with_model) {
            judge(tagger, &article, &mut attributions)?;
        }
        let acts = each(&given["attributions"])
            .zip(&attributions)
            .filter_map(|(given, attribution)| {
                let act = serde_json::from_value(given["act"].clone()).ok()?;
                let content = attribution.content.first()?.start;
                Some(((attribution.cue.first().map_or(0, |cue| cue.start), content), act))
            })
            .collect();
        let names = names(&article, &given["names"], tagger.as_ref().filter(|_| with_names))?;
        let spelt = spelt(&article, &names);
        let reading = Reading { attributions, names };
        let statements = gainsay_statements::statements_with(&article, &reading, &acts, "given");
        let line = Line {
            article: &article,
            statements: &statements,
            with_text: false,
            mentions: None,
            times: None,
        };
        if asked("--pronouns") {
            let mut line = serde_json::to_value(line)?;
            let pronouns = gainsay_statements::pronouns(&article, &reading);
            line["pronouns"] = serde_json::to_value(pronouns)?;
            writeln!(out, "{line}")?;
        } else if with_grounds {
            let grounds = gainsay_statements::grounds(&article, &reading, &acts, weights.as_ref());
            let mut line = serde_json::to_value(line)?;
            line["grounds"] = serde_json::to_value(grounds)?;
            line["names"] = spelt;
            writeln!(out, "{line}")?;
        } else if with_names {
            let mut line = serde_json::to_value(line)?;
            line["names"] = spelt;
            writeln!(out, "{line}")?;
        } else {
            writeln!(out, "{}", serde_json::to_string(&line)?)?;
        }
    }
    Ok(out.flush()?)
}

fn attribution(article: &Article, given: &Value) -> Result<Attribution> {
    let ranges = |role: &str| -> Result<Vec<TextRange>> {
        each(&given[role]).map(|span| range(article, span)).collect()
    };
    Ok(Attribution {
        source: ranges("source")?,
        cue: ranges("cue")?,
        content: ranges("content")?,
        confidence: 1.0,
        ..Attribution::default()
    })
}

/// The names that a line has, or else those that the model reads.
fn names(article: &Article, given: &Value, tagger: Option<&Tagger>) -> Result<Vec<Name>> {
    if given.is_array() {
        return each(given)
            .map(|name| {
                let word = name[2].as_str().ok_or("a name without a kind")?;
                let kind = NameKind::ALL.into_iter().find(|&kind| kind_word(kind) == word);
                Ok(Name { range: range(article, name)?, kind: kind.ok_or("no kind of names")? })
            })
            .collect();
    }
    let Some(tagger) = tagger else { return Ok(Vec::new()) };
    let lines = gainsay_statements::lines(article);
    Ok(tagger.read(article.text.as_str(), &lines)?.names)
}

/// Names as lines have them.
fn spelt(article: &Article, names: &[Name]) -> Value {
    let one = |name: &Name| {
        let span = article.text.span(name.range);
        serde_json::json!([span.start, span.end, kind_word(name.kind)])
    };
    names.iter().map(one).collect()
}

fn kind_word(kind: NameKind) -> String {
    format!("{kind:?}").to_lowercase()
}

/// Adds what the model makes of the attributions.
fn judge(tagger: &Tagger, article: &Article, attributions: &mut [Attribution]) -> Result<()> {
    let found = tagger.read(article.text.as_str(), &gainsay_statements::lines(article))?;
    for own in attributions {
        let meets = |other: &&Attribution| {
            own.cue.iter().any(|a| other.cue.iter().any(|b| a.overlaps(*b)))
                && own.content.iter().any(|a| other.content.iter().any(|b| a.overlaps(*b)))
        };
        if let Some(other) = found.attributions.iter().find(meets) {
            own.acts = other.acts;
            own.targets = other.targets.clone();
        }
    }
    Ok(())
}

fn range(article: &Article, span: &Value) -> Result<TextRange> {
    let byte = |n: usize| {
        let offset = usize::try_from(span[n].as_u64()?).ok()?;
        article.text.byte(offset)
    };
    match (byte(0), byte(1)) {
        (Some(start), Some(end)) if start <= end => Ok(TextRange::new(start, end)),
        _ => Err(format!("{span} is no span of {}", article.path).into()),
    }
}

fn each(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}
