//! Temporal expressions in English text, and what they are worth on the calendar.
//!
//! [`find`] reads a text and gives every expression of time in it with its type and its value, in
//! the terms of TIMEX3 (TimeML annotation guidelines 1.2.1 and ISO-TimeML, as TempEval-3 used
//! them): "last Friday" in a paper of 28 September 2011 is a `DATE` of value `2011-09-23`, "three
//! years" a `DURATION` of `P3Y`, "every Monday" a `SET` of `XXXX-WXX-1`. It works by rules alone:
//! no model, no clock, no I/O; the same text and day give the same times anywhere.
//!
//! # The walk of the data
//!
//! ```text
//! text ──token──▶ tokens ──scan──▶ expressions ──resolve──▶ values
//!        words      │                           arithmetic
//!        keys       │                           value
//!        verbs      └─ calendar, years, weeks, share, feast, clock,
//!                      relative, duration, vague; tense, doubt
//! ```
//!
//! 1. `token` cuts the text into words, numbers and signs, once. `words`, `keys` and `verbs` give each
//!    word its class; most have none, and nothing more is asked of them.
//! 2. `scan` walks over the tokens. At a word that can begin an expression it asks the grammars
//!    that may know it, in an order that settles which reading wins. A grammar says what the words
//!    *say* (an `expression`: "the weekday 5, where the verb points"), not what that is worth.
//!    `doubt` knows what is no time ("May we", "2001 people", the Sunday papers), `tense` which
//!    way the verb near a weekday or a month points.
//! 3. `resolve` goes through the expressions with a day of publication and a memory of the dates
//!    spoken of, and gives each its value.
//!
//! Every rule looks only so far, so that the time taken grows with the length of the text and no
//! faster.
//!
//! # Reference time
//!
//! * *From the publication* are counted: "today", "last week", "two weeks ago", "this year", a
//!   weekday, a month or a day without a year.
//! * *From the date last spoken of*: "the previous day", "that month", "a year later", "the next
//!   morning", "the same period last year". The last date exact to the day serves for days and
//!   weeks, the last exact to the month for months, the last of any kind for years.
//! * A weekday is the last one, today included, unless the verb looks ahead ("will meet Friday",
//!   "until Friday"). A month is the last one where the verb looks back, the next where it looks
//!   ahead; without a verb it is the last, unless it is at most three months off. A day of a month
//!   is the nearest, where the direction that the verb speaks against counts as farther.
//! * Beside a quarter, "a year ago" and "a year earlier" are the same quarter of the year before,
//!   as financial papers mean it; and so compared, a quarter is not what the text goes on about.
//!
//! # What is not known is not made up
//!
//! A publication date is a span of days ([`Anchor`]): one day, a month, a year, or none known at
//! all. The values are worked out for several days of that span, far apart, and only what all
//! agree upon is given; the rest is `X`. So "August" in an undated text is `XXXX-08`, "today" in a
//! text of August 2011 `2011-08-XX`, and "Monday", which neither settles, `XXXX-WXX-1`.
//!
//! # Choices where the standards leave one
//!
//! * A decade has three digits (`198`), a century two (`19`), as in TIMEX2 and TimeBank; others
//!   write `198X`.
//! * A fiscal year has the value of the calendar year of that number.
//! * A length in decades or centuries is given in years (`P20Y`), in quarters as `P2Q`.
//! * A time zone is part of the expression but of the value only where it is UTC (`Z`).
//! * Ages ("a 30-year-old") and fractions ("three quarters of the seats") are not marked.
//! * Weeks are those of ISO 8601: "last week" is `2011-W38`, Monday to Sunday.
//!
//! # Known weak points
//!
//! * Tense is read from the nearest verb form, not from a parse: a reporting verb between an event
//!   and its day can turn a coming Friday into the last one, and the reverse.
//! * Bare "the week", "the day", "that time", "then", "once", "earlier", "already" are left out, as
//!   are "in the morning" and "election night".
//! * Fiscal quarters are taken for those of the calendar.
//! * "last spring" in autumn is this year's; some mean the one before.
//! * Events as dates ("the day after the vote", "since the war") have no value but a length.
//! * Ranges ("from 2009 to 2011") give two dates and no duration.

mod anchor;
mod arithmetic;
mod calendar;
mod clock;
mod doubt;
mod duration;
mod expression;
mod feast;
mod keys;
mod lexicon;
mod numbers;
mod relative;
mod resolve;
mod scan;
mod share;
mod tense;
mod time;
mod token;
mod vague;
mod value;
mod verbs;
mod weeks;
mod words;
mod years;

pub use anchor::Anchor;
pub use time::{Kind, Time, find};
