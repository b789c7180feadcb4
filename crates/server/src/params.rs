//! The parameters of a request.

use gainsay_dossier::explore::{Filter, Paging, View, days};

use crate::error::Problem;
use crate::limits;

/// Names and values, in the order of the address.
#[derive(Debug, Default)]
pub(crate) struct Params(pub Vec<(String, String)>);

impl Params {
    /// # Errors
    /// If there is one that this page does not know: a filter that is misspelt must not show
    /// everything.
    pub fn only(&self, known: &[&str]) -> Result<(), Problem> {
        match self.0.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            None => Ok(()),
            Some((name, _)) => {
                let there = match known {
                    [] => "this page has none".to_owned(),
                    known => format!("there are: {}", known.join(", ")),
                };
                Err(Problem::parameter(name, format!("{name:?} is no parameter here; {there}")))
            }
        }
    }

    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(n, _)| n == name).map(|(_, value)| value.clone()).collect()
    }

    pub fn one(&self, name: &str) -> Result<Option<&str>, Problem> {
        let mut found = self.0.iter().filter(|(n, _)| n == name);
        let first = found.next().map(|(_, value)| value.as_str());
        match found.next() {
            None => Ok(first),
            Some(_) => Err(Problem::parameter(name, format!("{name:?} is there twice"))),
        }
    }

    /// One value that is not empty.
    pub fn word(&self, name: &str) -> Result<Option<&str>, Problem> {
        Ok(self.one(name)?.filter(|value| !value.is_empty()))
    }

    pub fn flag(&self, name: &str) -> Result<bool, Problem> {
        match self.one(name)? {
            None | Some("" | "0") => Ok(false),
            Some("1") => Ok(true),
            Some(_) => Err(Problem::parameter(name, format!("{name:?} is 1 or 0"))),
        }
    }

    pub fn number(&self, name: &str, usual: usize, most: usize) -> Result<usize, Problem> {
        let Some(value) = self.word(name)? else { return Ok(usual) };
        match value.parse() {
            Ok(number) if (1..=most).contains(&number) => Ok(number),
            _ => Err(Problem::parameter(name, format!("{name:?} is a number from 1 to {most}"))),
        }
    }

    /// The first or the last day of what is given: a day, month or year.
    fn day(&self, name: &str, last: bool) -> Result<Option<days::Day>, Problem> {
        let Some(value) = self.word(name)? else { return Ok(None) };
        match days::loose(value) {
            Some((first, end)) => Ok(Some(if last { end } else { first })),
            None => {
                let message = format!("{value:?} is no date; write 2031-04-02, 2031-04 or 2031");
                Err(Problem::parameter(name, message))
            }
        }
    }

    pub fn limit(&self) -> Result<usize, Problem> {
        self.number("limit", limits::USUAL_PAGE, limits::PAGE)
    }

    pub fn paging(&self, usual: &str) -> Result<Paging, Problem> {
        Ok(Paging {
            sort: self.word("sort")?.unwrap_or(usual).to_owned(),
            after: self.word("after")?.map(str::to_owned),
            limit: self.limit()?,
        })
    }

    pub fn view(&self) -> Result<View, Problem> {
        Ok(View {
            from: self.day("from", false)?,
            to: self.day("to", true)?,
            act: self.all("act"),
            party: self.all("party"),
            lanes: self.number("lanes", limits::USUAL_LANES, limits::LANES)?,
        })
    }

    /// What statements are asked for; the free text of `q` is left to the caller.
    pub fn filter(&self) -> Result<Filter, Problem> {
        Ok(Filter {
            party: self.all("party"),
            speaker: self.all("speaker"),
            target: self.all("target"),
            act: self.all("act"),
            form: self.all("form"),
            mode: self.all("mode"),
            sourcing: self.all("sourcing"),
            zone: self.all("zone"),
            outlet: self.all("outlet"),
            article: self.word("article")?.map(str::to_owned),
            echo: self.word("echo")?.map(str::to_owned),
            story: self.word("story")?.map(str::to_owned),
            from: self.day("from", false)?,
            to: self.day("to", true)?,
            undated: self.flag("undated")?,
            flagged: self.flag("flagged")?,
            corrected: self.flag("corrected")?,
            unanswered: self.flag("unanswered")?,
            found: None,
        })
    }

    pub fn query(&self) -> Result<&str, Problem> {
        let query = self.one("q")?.unwrap_or("").trim();
        if query.chars().count() > limits::QUERY_POINTS {
            let message = format!("the query is longer than {} characters", limits::QUERY_POINTS);
            return Err(Problem { code: "bad_query", ..Problem::parameter("q", message) });
        }
        Ok(query)
    }
}
