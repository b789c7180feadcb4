//! Queries written down again. What is printed is read as the same tree.

use std::fmt::{self, Display, Formatter};

use crate::tree::{Name, Outlet, Query, Term, When, Words};

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Query::All => Ok(()),
            Query::And(parts) => joined(f, parts, " ", |part, f| match part {
                Query::Or(_) => write!(f, "({part})"),
                _ => part.fmt(f),
            }),
            Query::Or(parts) => joined(f, parts, " OR ", Display::fmt),
            Query::Not(part) => match **part {
                Query::And(_) | Query::Or(_) => write!(f, "-({part})"),
                _ => write!(f, "-{part}"),
            },
            Query::Is(term) => term.fmt(f),
        }
    }
}

impl Display for Term {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let word = |word: &'static str, f: &mut Formatter<'_>| f.write_str(word);
        match self {
            Term::Text(words) => words.fmt(f),
            Term::About(words) => field(f, "about", words, Display::fmt),
            Term::Party(role, names) => field(f, role.as_str(), names, Display::fmt),
            Term::Act(acts) => field(f, "act", acts, |it, f| word(it.as_str(), f)),
            Term::Form(forms) => field(f, "form", forms, |it, f| word(it.as_str(), f)),
            Term::Mode(modes) => field(f, "mode", modes, |it, f| word(it.as_str(), f)),
            Term::Sourcing(all) => field(f, "sourcing", all, |it, f| word(it.as_str(), f)),
            Term::Zone(zones) => field(f, "zone", zones, |it, f| word(it.as_str(), f)),
            Term::Outlet(names) => field(f, "in", names, Display::fmt),
            Term::Article(ids) => field(f, "article", ids, |id, f| write!(f, "#{id}")),
            Term::Said(when) => field(f, "said", when, Display::fmt),
            Term::Published(when) => field(f, "published", when, Display::fmt),
            Term::After(period) => write!(f, "after:{period}"),
            Term::Before(period) => write!(f, "before:{period}"),
        }
    }
}

impl Display for Name {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Name::Like(words) => like(f, words),
            Name::Exactly(words) => write!(f, "={words}"),
            Name::Id(id) => write!(f, "#{id}"),
            Name::ExactlyId(id) => write!(f, "=#{id}"),
            Name::Unknown => f.write_str("unknown"),
        }
    }
}

impl Display for Outlet {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Outlet::Like(words) => like(f, words),
            Outlet::Exactly(words) => write!(f, "={words}"),
            Outlet::Unknown => f.write_str("unknown"),
        }
    }
}

/// Who is called "unknown" must not be read as nobody.
fn like(f: &mut Formatter<'_>, words: &Words) -> fmt::Result {
    if words.text() == "unknown" && !words.prefix() {
        return f.write_str("\"unknown\"");
    }
    words.fmt(f)
}

impl Display for When {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            When::Unknown => f.write_str("unknown"),
            When::Between(Some(from), Some(to)) if from == to => from.fmt(f),
            When::Between(from, to) => {
                from.iter().try_for_each(|from| from.fmt(f))?;
                f.write_str("..")?;
                to.iter().try_for_each(|to| to.fmt(f))
            }
        }
    }
}

impl Display for Words {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let text = self.text();
        // Within a word nothing but these could be taken for a sign of the language.
        let plain =
            text.chars().all(|c| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '.'))
                && text.starts_with(char::is_alphanumeric)
                && !matches!(text, "OR" | "AND" | "NOT");
        let star = if self.prefix() { "*" } else { "" };
        if plain { write!(f, "{text}{star}") } else { write!(f, "\"{text}\"{star}") }
    }
}

fn field<T>(
    f: &mut Formatter<'_>,
    name: &str,
    values: &[T],
    print: impl Fn(&T, &mut Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    write!(f, "{name}:")?;
    joined(f, values, ",", print)
}

fn joined<T>(
    f: &mut Formatter<'_>,
    parts: &[T],
    between: &str,
    print: impl Fn(&T, &mut Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            f.write_str(between)?;
        }
        print(part, f)?;
    }
    Ok(())
}
