//! Attributions to statements: who speaks, through whom, doing what, at whom.
//!
//! The attribution model says where a source, a cue and a content stand; [`statements`] makes of
//! them what the record keeps. It is a pure function of the article and the attributions: no
//! input, no output, no clock, and the same bytes on any number of threads.
//!
//! ```
//! use gainsay_language::Attribution;
//! use gainsay_record::{Act, Article, Text, TextRange, Zone, ZoneKind};
//!
//! let text = "Varnia’s Foreign Minister Ilmar Tessen rejected the charge.";
//! let at = |words: &str| {
//!     let start = text.find(words).unwrap();
//!     vec![TextRange::new(start, start + words.len())]
//! };
//! let attribution = Attribution {
//!     source: at("Varnia’s Foreign Minister Ilmar Tessen"),
//!     cue: at("rejected"),
//!     content: at("the charge"),
//!     confidence: 0.9,
//!     ..Attribution::default()
//! };
//! let article = Article {
//!     path: "001.txt".into(), text: Text::new(text.into()), text_is_input: true, title: None,
//!     outlet: None, authors: vec![], dateline: None, language: None, published: None,
//!     collected: None, url: None,
//!     zones: vec![Zone { kind: ZoneKind::Body, range: TextRange::new(0, text.len()) }],
//! };
//! let found = gainsay_statements::statements(&article, &[attribution], "model 1.0.0");
//! assert_eq!(found[0].speaker.name, "Ilmar Tessen");
//! assert_eq!(found[0].act, Act::Deny);
//! ```

mod acts;
mod assemble;
mod data;
mod doc;
mod edges;
mod extract;
mod form;
mod lexicon;
mod mentions;
mod mode;
mod passive;
mod quotes;
mod repeated;
mod sourcing;
mod speaker;
mod standalone;
mod targets;
#[cfg(test)]
mod testing;
mod via;
mod voice;
mod when;
mod whole;

pub use extract::{Extracted, extract, lines};
pub use when::times;
pub use whole::{Ground, grounds, pronouns, statements, statements_with};
