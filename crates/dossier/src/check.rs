//! The rules of the record, checked when an article comes in and again by `verify`.

use std::collections::BTreeSet;

use gainsay_record::{Article, Id, Statement};

/// One rule broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Broken {
    /// The statement at fault, or none where the article itself is.
    pub statement: Option<Id>,
    /// What is wrong, in words.
    pub what: String,
}

/// Everything about an article and its statements that is not as the record demands.
pub(crate) fn broken_rules(id: &Id, article: &Article, statements: &[Statement]) -> Vec<Broken> {
    let mut found = Vec::new();
    let of_article = |what: String| Broken { statement: None, what };

    let mut end = 0;
    for zone in &article.zones {
        let range = zone.range;
        if range.start < end || range.end > article.text.len() {
            found.push(of_article(format!(
                "a zone ({}, bytes {}..{}) overlaps the one before or lies outside the text",
                zone.kind.as_str(),
                range.start,
                range.end
            )));
        }
        end = range.end;
    }
    let published = article.published.iter().filter_map(|date| date.span.as_ref());
    for wrong in published.filter_map(|span| article.text.range_of(span).err()) {
        found.push(of_article(format!("publication date: {wrong}")));
    }

    let mut seen = BTreeSet::new();
    for statement in statements {
        let mut of_statement =
            |what: String| found.push(Broken { statement: Some(statement.id), what });
        let Statement { source, cue, content, .. } = statement;
        if statement.id != Statement::id_of(id, source, cue, content) {
            of_statement("its id is not made from its article and spans".to_owned());
        }
        if !seen.insert(&statement.id) {
            of_statement("it is there twice".to_owned());
        }
        for wrong in statement.spans().filter_map(|span| article.text.range_of(span).err()) {
            of_statement(wrong.to_string());
        }
        for (name, value) in
            [("confidence", statement.confidence), ("act_confidence", statement.act_confidence)]
        {
            if !(0.0..=1.0).contains(&value) {
                of_statement(format!("{name} is {value}, not a probability"));
            }
        }
    }
    found
}
