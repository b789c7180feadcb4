//! Reading a query.

use std::str::FromStr;

use gainsay_record::{Act, Form, Id, Mode, Sourcing, ZoneKind};

use crate::cursor::{Cursor, is_space};
use crate::error::Error;
use crate::period::Period;
use crate::tree::{Field, Name, Outlet, Query, Term, When, Words, is_quote};

/// The longest query that is read, in bytes.
pub const LENGTH: usize = 4096;
/// So many parentheses may stand within one another.
pub const DEPTH: usize = 32;
/// So many words and values may be asked for at once.
pub const TERMS: usize = 200;

const FORMS: [Form; 3] = [Form::Direct, Form::Mixed, Form::Indirect];
const MODES: [Mode; 2] = [Mode::Utterance, Mode::Attitude];
const SOURCINGS: [Sourcing; 6] = [
    Sourcing::Named,
    Sourcing::Institution,
    Sourcing::Collective,
    Sourcing::Unnamed,
    Sourcing::Document,
    Sourcing::Media,
];
const ZONES: [ZoneKind; 8] = [
    ZoneKind::Headline,
    ZoneKind::Standfirst,
    ZoneKind::Byline,
    ZoneKind::Dateline,
    ZoneKind::Caption,
    ZoneKind::Subheading,
    ZoneKind::Body,
    ZoneKind::Clutter,
];

impl FromStr for Query {
    type Err = Error;

    fn from_str(query: &str) -> Result<Query, Error> {
        if query.len() > LENGTH {
            let start = (0..=LENGTH).rev().find(|&byte| query.is_char_boundary(byte)).unwrap_or(0);
            let reason = format!("it is too long; expected {LENGTH} bytes at most");
            return Err(Error::new(query, start, query.len(), reason));
        }
        let mut parser = Parser { cursor: Cursor::new(query), depth: 0, terms: 0 };
        parser.cursor.skip_space();
        if parser.cursor.peek().is_none() {
            return Ok(Query::All);
        }
        let found = parser.any()?;
        let start = parser.cursor.at();
        match parser.cursor.peek() {
            None => Ok(found),
            Some(_) => {
                Err(parser.cursor.error(start, "this parenthesis closes none that was opened"))
            }
        }
    }
}

struct Parser<'a> {
    cursor: Cursor<'a>,
    depth: usize,
    terms: usize,
}

impl<'a> Parser<'a> {
    /// `a OR b`, up to the end or a closing parenthesis.
    fn any(&mut self) -> Result<Query, Error> {
        let mut parts = vec![self.all()?];
        while self.cursor.take_word("OR") {
            parts.push(self.all()?);
        }
        Ok(Query::or(parts))
    }

    /// `a b`; there is one at least.
    fn all(&mut self) -> Result<Query, Error> {
        let mut parts = Vec::new();
        loop {
            self.cursor.skip_space();
            let start = self.cursor.at();
            let ends = matches!(self.cursor.peek(), None | Some(')'));
            let or = !ends && {
                let rest = self.cursor.rest();
                Cursor::new(rest).take_word("OR")
            };
            if ends || or {
                if parts.is_empty() {
                    return Err(self.cursor.error(start, "expected a word, a phrase or a field"));
                }
                return Ok(Query::and(parts));
            }
            if self.cursor.take_word("AND") {
                self.cursor.skip_space();
                let ends = matches!(self.cursor.peek(), None | Some(')'));
                if parts.is_empty() || ends {
                    let reason = "expected a word, a phrase or a field on both sides of AND";
                    return Err(self.cursor.error(start, reason));
                }
            }
            parts.push(self.one()?);
        }
    }

    /// `a`, `-a`, `(a OR b)`.
    fn one(&mut self) -> Result<Query, Error> {
        let mut negated = false;
        loop {
            self.cursor.skip_space();
            let rest = self.cursor.rest();
            if rest.starts_with('-') && rest[1..].chars().next().is_some_and(|c| !is_space(c)) {
                self.cursor.next();
            } else if !self.cursor.take_word("NOT") {
                break;
            }
            negated = !negated;
        }
        let start = self.cursor.at();
        let found = if self.cursor.take('(') {
            self.depth += 1;
            if self.depth > DEPTH {
                let reason = format!("expected at most {DEPTH} parentheses within one another");
                return Err(self.cursor.error(start, reason));
            }
            let found = self.any()?;
            if !self.cursor.take(')') {
                return Err(self.cursor.error(start, "this parenthesis is never closed"));
            }
            self.depth -= 1;
            found
        } else {
            Query::Is(self.term()?)
        };
        Ok(if negated { Query::not(found) } else { found })
    }

    fn term(&mut self) -> Result<Term, Error> {
        let start = self.cursor.at();
        let rest = self.cursor.rest();
        let name = rest.find(':').map(|colon| &rest[..colon]);
        let Some(name) = name
            .filter(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic()))
        else {
            return self.words("").map(Term::Text);
        };
        for _ in name.chars() {
            self.cursor.next();
        }
        let known = Field::ALL.into_iter().find(|field| field.as_str() == name);
        let Some(field) = known else {
            let all = Field::ALL.map(Field::as_str).join(", ");
            let reason = format!(
                "{name:?} is no field; expected one of {all}, or the words between quotation marks"
            );
            return Err(self.cursor.error(start, reason));
        };
        self.cursor.take(':');
        self.field(field)
    }

    fn field(&mut self, field: Field) -> Result<Term, Error> {
        Ok(match field {
            Field::Party(role) => Term::Party(role, self.values(Self::name)?),
            Field::In => Term::Outlet(self.values(Self::outlet)?),
            Field::Article => Term::Article(self.values(Self::id)?),
            Field::About => Term::About(self.values(|parser| parser.words(","))?),
            Field::Act => Term::Act(self.listed("an act", &Act::ALL, Act::as_str)?),
            Field::Form => Term::Form(self.listed("a form", &FORMS, Form::as_str)?),
            Field::Mode => Term::Mode(self.listed("a mode", &MODES, Mode::as_str)?),
            Field::Sourcing => {
                Term::Sourcing(self.listed("a sourcing", &SOURCINGS, Sourcing::as_str)?)
            }
            Field::Zone => Term::Zone(self.listed("a zone", &ZONES, ZoneKind::as_str)?),
            Field::Said => Term::Said(self.values(Self::when)?),
            Field::Published => Term::Published(self.values(Self::when)?),
            Field::After => Term::After(self.period()?),
            Field::Before => Term::Before(self.period()?),
        })
    }

    /// `a,b,c`.
    fn values<T>(
        &mut self,
        mut value: impl FnMut(&mut Self) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let mut values = vec![value(self)?];
        while self.cursor.take(',') {
            values.push(value(self)?);
        }
        Ok(values)
    }

    /// Words of the record.
    fn listed<T: Copy>(
        &mut self,
        what: &str,
        all: &[T],
        print: fn(T) -> &'static str,
    ) -> Result<Vec<T>, Error> {
        let known = || all.iter().map(|&it| print(it)).collect::<Vec<_>>().join(", ");
        self.values(|parser| {
            let (start, word) = parser.bare(",")?;
            all.iter().copied().find(|&it| print(it) == word).ok_or_else(|| {
                let reason = format!("{word:?} is not {what}; expected one of {}", known());
                parser.cursor.error(start, reason)
            })
        })
    }

    fn name(&mut self) -> Result<Name, Error> {
        let exactly = self.cursor.take('=');
        if self.cursor.peek() == Some('#') {
            let id = self.id()?;
            return Ok(if exactly { Name::ExactlyId(id) } else { Name::Id(id) });
        }
        Ok(match self.called(exactly)? {
            None => Name::Unknown,
            Some(words) if exactly => Name::Exactly(words),
            Some(words) => Name::Like(words),
        })
    }

    fn outlet(&mut self) -> Result<Outlet, Error> {
        let exactly = self.cursor.take('=');
        Ok(match self.called(exactly)? {
            None => Outlet::Unknown,
            Some(words) if exactly => Outlet::Exactly(words),
            Some(words) => Outlet::Like(words),
        })
    }

    /// How somebody is called, or none for `unknown`.
    fn called(&mut self, exactly: bool) -> Result<Option<Words>, Error> {
        let start = self.cursor.at();
        let quoted = self.cursor.peek().is_some_and(is_quote);
        let words = self.words(",")?;
        if exactly && words.prefix() {
            let reason = "expected a whole name after \"=\", without \"*\" at its end";
            return Err(self.cursor.error(start, reason));
        }
        let unknown = !exactly && !quoted && !words.prefix() && words.text() == "unknown";
        Ok((!unknown).then_some(words))
    }

    fn id(&mut self) -> Result<Id, Error> {
        let start = self.cursor.at();
        self.cursor.take('#');
        let (_, id) = self.bare(",")?;
        let reason = "expected an id: sixteen digits 0-9 and a-f";
        id.parse().map_err(|_| self.cursor.error(start, reason))
    }

    fn when(&mut self) -> Result<When, Error> {
        let (start, written) = self.bare(",")?;
        if written == "unknown" {
            return Ok(When::Unknown);
        }
        let period = |written: &str| {
            Period::parse(written).ok_or_else(|| self.cursor.error(start, no_date(written)))
        };
        let Some((from, to)) = written.split_once("..") else {
            let period = period(written)?;
            return Ok(When::Between(Some(period.clone()), Some(period)));
        };
        let end = |end: &str| (!end.is_empty()).then(|| period(end)).transpose();
        match (end(from)?, end(to)?) {
            (None, None) => Err(self.cursor.error(start, "expected a date before or after \"..\"")),
            (Some(from), Some(to)) if from.first() > to.last() => {
                let reason = format!("{from} lies after {to}; expected the earlier date first");
                Err(self.cursor.error(start, reason))
            }
            (from, to) => Ok(When::Between(from, to)),
        }
    }

    fn period(&mut self) -> Result<Period, Error> {
        let (start, written) = self.bare("")?;
        Period::parse(written).ok_or_else(|| self.cursor.error(start, no_date(written)))
    }

    /// A value without quotation marks, and where it begins.
    fn bare(&mut self, ends: &str) -> Result<(usize, &'a str), Error> {
        let start = self.cursor.at();
        self.counted(start)?;
        let word = self.cursor.take_while(|c| !ends_word(c, ends));
        if word.is_empty() {
            return Err(self.cursor.error(start, "expected a value right here"));
        }
        Ok((start, word))
    }

    /// A word or a phrase, with a star or without. A word ends also at one of `ends`.
    fn words(&mut self, ends: &str) -> Result<Words, Error> {
        let start = self.cursor.at();
        self.counted(start)?;
        let text = match self.cursor.peek() {
            Some(quote @ ('"' | '“')) => {
                self.cursor.next();
                let closing = if quote == '“' { '”' } else { quote };
                let text = self.cursor.take_while(|c| c != closing);
                if !self.cursor.take(closing) {
                    return Err(self.cursor.error(start, "this quotation is never closed"));
                }
                text
            }
            Some('”') => {
                return Err(self.cursor.error(start, "this quotation mark closes none"));
            }
            _ => self.cursor.take_while(|c| !ends_word(c, ends) && c != '*'),
        };
        let star = self.cursor.at();
        let prefix = self.cursor.take('*');
        if prefix && self.cursor.peek().is_some_and(|c| !ends_word(c, ends)) {
            let reason = "expected nothing after \"*\": it stands for the end of a word";
            return Err(self.cursor.error(star, reason));
        }
        Words::new(text, prefix).ok_or_else(|| {
            self.cursor.error(start, "expected a word, with a letter or a digit in it")
        })
    }

    fn counted(&mut self, start: usize) -> Result<(), Error> {
        self.terms += 1;
        if self.terms > TERMS {
            let reason = format!("expected at most {TERMS} words and values");
            return Err(self.cursor.error(start, reason));
        }
        Ok(())
    }
}

fn ends_word(c: char, ends: &str) -> bool {
    is_space(c) || is_quote(c) || matches!(c, '(' | ')') || ends.contains(c)
}

fn no_date(written: &str) -> String {
    format!("{written:?} is no date; expected one like 2031-03-05, 2031-W10, 2031-03 or 2031")
}
