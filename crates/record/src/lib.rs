//! The vocabulary of Gainsay's record: [`Article`], [`Zone`], [`Span`], [`Statement`] and the
//! words they are made of.
//!
//! Everything here is data and the rules that data must obey. There is no input, no output and no
//! clock in this crate, so that every other crate may depend on it and it on none of them.
//!
//! Two kinds of position exist, and they are never mixed:
//!
//! * [`TextRange`]: half-open **byte** offsets, used inside the program;
//! * [`Span`]: half-open **code point** offsets together with the exact words, used at every
//!   boundary (JSON, SQLite, Python, HTTP).
//!
//! [`Text`] turns one into the other and refuses any span whose words are not in the text.

mod act;
mod article;
mod date;
mod id;
mod line;
mod mention;
mod statement;
mod text;
mod zone;

pub use act::Act;
pub use article::Article;
pub use date::{Basis, DateValue, Precision};
pub use id::{Digest, Digits, Id, NoId};
pub use line::{Line, TimeLine};
pub use mention::{Mention, MentionKind};
pub use statement::{
    Form, Mode, Party, Resolution, Sourcing, Speaker, SpeakerKind, Statement, Target, Via,
};
pub use text::{Span, SpanError, Text, TextRange};
pub use zone::{Zone, ZoneKind};
