//! One party under many names.
//!
//! ```text
//! names of one article ─ local() ─▶ local parties, each with its form     (that article alone)
//! forms under one key  ─ links() ─▶ which of them are one party           (a function of the set)
//! linked forms         ─ group() ─▶ parties
//! ```
//!
//! A [`NameForm`] is what a name comes down to when it is compared. A thousand articles on one dispute
//! have a thousand local parties called Mara Dorn and one form. Forms are judged within blocks: all
//! that share a key (a family name, a name in full, an acronym). A judgement looks at which forms
//! are there and what is said of them, never at how many articles say so, nor when they came:
//! adding an article judges the blocks of its own forms again, and those only where it brought
//! something new. Order leaves no trace.
//!
//! # What is one
//!
//! * The same full name, whatever the titles; given names that agree (short forms, initials,
//!   middle names left out), unless a third bearer agrees with only one of them, or the countries
//!   they speak for contradict.
//! * A family name alone and the one person whom articles call by it, or else the one who has it.
//!   A second such person in a later article undoes it: the family name alone is then nobody's but
//!   its own.
//! * A body with its country and without, where there is one such country; an acronym or another
//!   short name and the one body that some article calls by both. Initials alone prove nothing.
//! * The army, the trade ministry … of one country: what every state has is told apart by the country
//!   that the article has it speak for.
//! * Never a person and a body, or a thing and either, whatever they are called; but for one word that
//!   is a person in one article and a body in another, and nobody's family name: there an article was
//!   misread.
mod acronyms;
mod block;
mod form;
mod group;
mod known;
mod lists;
mod local;
mod person;
mod sets;

pub use acronyms::{acronyms, appositions};
pub use block::{Candidate, links};
pub use form::{Class, NameForm, class_of_name, home_of, normal};
pub(crate) use form::{is_description, kind_of_name};
pub use group::{group, parties_of};
pub use known::{Known, KnownRole, Names};
pub use local::{Local, Name, local};
pub use person::is_full_name;
