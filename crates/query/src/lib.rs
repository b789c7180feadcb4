//! The language in which statements are asked for.
//!
//! ```
//! use gainsay_query::Query;
//! let query: Query = "by:varnia act:deny,refuse about:\"the cable\" after:2031-03".parse()?;
//! assert_eq!(query.to_string(), "by:varnia act:deny,refuse about:\"the cable\" after:2031-03");
//! let error = "act:denny".parse::<Query>().unwrap_err();
//! assert_eq!((error.start(), error.end()), (4, 9));
//! # Ok::<(), gainsay_query::Error>(())
//! ```
//!
//! | written | finds statements |
//! | --- | --- |
//! | `cable` | with this word in their source or content; letter case and accents make no difference |
//! | `"cut the cable"` | with these words in a row |
//! | `cab*` | with a word that begins so |
//! | `by:varnia` | by a party of this name, one that has the word in its name, or one that speaks for such a party |
//! | `by:=Varnia` | by a party with exactly this name, and by nobody who speaks for it |
//! | `by:unknown` | by a speaker who cannot be told |
//! | `target:` `to:` `via:` | aimed at such a party, said to it, come through it |
//! | `about:cable` | with the words in their content, or aimed at a party of that name |
//! | `act:` `form:` `mode:` `sourcing:` `zone:` | with this word of the record |
//! | `in:courier` | printed by an outlet with this word in its name; `in:=` exactly, `in:unknown` |
//! | `by:#0123456789abcdef` | by the party with this id, or one that speaks for it; `by:=#…` by it alone |
//! | `article:#0123456789abcdef` | in the article with this id |
//! | `said:2031-03` | said on a day in March, for certain; also `2031`, `2031-W10`, `2031-03-05` |
//! | `said:2031-01..2031-03` | said between the two, both included; either may be left out |
//! | `said:unknown` | that nobody knows when they were said |
//! | `published:` | the same of the day of publication |
//! | `after:2031-03` | said on 1 March 2031 or later; where nobody knows when, published then |
//! | `before:2031-03` | said before 1 March 2031; where nobody knows when, published before |
//! | `act:deny,refuse` | of one or the other |
//! | `a b` | of both |
//! | `a OR b` | of either; what stands side by side binds closer |
//! | `-a` | of which this is not so |
//! | `(a OR b) c` | as the parentheses say |
//!
//! A date that is known to the month lies within a year, but not within one of its days: only what
//! is certain is found.
//!
//! This crate knows the language alone; the dossier finds what is asked for.
#![forbid(unsafe_code)]

mod cursor;
mod error;
mod parse;
mod period;
mod print;
mod tree;

pub use error::Error;
pub use parse::{DEPTH, LENGTH, TERMS};
pub use period::{Period, year};
pub use tree::{Field, Name, Outlet, Query, Role, Term, When, Words};
