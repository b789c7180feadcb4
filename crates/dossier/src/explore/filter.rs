//! Which statements a page shows, and how many there are of each kind.

use serde::Serialize;

use super::days::Day;
use super::ledger::{ACTS, FORMS, Ledger, MODES, NONE, SOURCINGS, ZONES, place_of};
use super::search::Found;
use super::view::Pair;

/// What is asked for. Empty lists and `None` ask for everything.
#[derive(Debug, Clone, Default, PartialEq)]
#[allow(missing_docs, reason = "the words of the record")]
pub struct Filter {
    /// By these parties, or by who speaks for them.
    pub party: Vec<String>,
    /// By these parties themselves.
    pub speaker: Vec<String>,
    /// Aimed at these parties.
    pub target: Vec<String>,
    pub act: Vec<String>,
    pub form: Vec<String>,
    pub mode: Vec<String>,
    pub sourcing: Vec<String>,
    pub zone: Vec<String>,
    /// An empty name asks for unknown outlets.
    pub outlet: Vec<String>,
    pub article: Option<String>,
    pub echo: Option<String>,
    pub story: Option<String>,
    /// Said, else published, on this day or later.
    pub from: Option<Day>,
    /// Said, else published, on this day or earlier.
    pub to: Option<Day>,
    /// Only what nothing can place: neither the day of saying is known nor that of publication.
    pub undated: bool,
    pub flagged: bool,
    pub corrected: bool,
    /// Only accusations that nobody answers.
    pub unanswered: bool,
    /// Only what a query found.
    pub found: Option<Found>,
}

/// A parameter that means nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadParameter {
    /// Which.
    pub field: &'static str,
    /// What is wrong with it.
    pub message: String,
}

impl BadParameter {
    /// A token of a page that is not of this view.
    pub fn page() -> Self {
        let message = "the page before is not of this view; begin at its start".to_owned();
        BadParameter { field: "after", message }
    }
}

/// A value and how often it occurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Facet {
    /// What to ask for.
    pub value: String,
    /// What to show; none where unknown.
    pub name: Option<String>,
    /// How many statements.
    pub reports: u64,
}

/// Each counts with every filter but its own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs, reason = "the words of the record")]
pub struct Facets {
    pub party: Vec<Facet>,
    pub act: Vec<Facet>,
    pub form: Vec<Facet>,
    pub mode: Vec<Facet>,
    pub sourcing: Vec<Facet>,
    pub outlet: Vec<Facet>,
    pub zone: Vec<Facet>,
    pub year: Vec<Facet>,
}

/// What no statement belongs to; that it belongs to nothing is [`NONE`].
const NOWHERE: u32 = NONE - 1;

/// So few are sorted to count them once each; for more, all there are is ticked off.
const FEW: usize = 256;

/// So many parties and outlets are listed, those with most statements.
const LONGEST: usize = 50;

/// The filters that have a facet, as bits.
const PARTY: u16 = 1;
const ACT: u16 = 1 << 1;
const FORM: u16 = 1 << 2;
const MODE: u16 = 1 << 3;
const SOURCING: u16 = 1 << 4;
const OUTLET: u16 = 1 << 5;
const ZONE: u16 = 1 << 6;
const WHEN: u16 = 1 << 7;
const OTHER: u16 = 1 << 8;

/// A filter in the numbers of one ledger.
#[derive(Debug)]
pub(super) struct Sieve<'a> {
    ledger: &'a Ledger,
    party: Vec<bool>,
    speaker: Vec<bool>,
    target: Vec<bool>,
    act: u16,
    form: u16,
    mode: u16,
    sourcing: u16,
    zone: u16,
    outlet: Vec<bool>,
    article: Option<u32>,
    echo: Option<u32>,
    story: Option<u32>,
    filter: &'a Filter,
    found: Option<&'a [bool]>,
}

impl<'a> Sieve<'a> {
    /// # Errors
    /// If a word is none of the record. Parties, outlets and articles that are not in the dossier
    /// are no error: nothing is theirs.
    pub fn new(ledger: &'a Ledger, filter: &'a Filter) -> Result<Self, BadParameter> {
        let set = |ids: &[String]| {
            let mut set = vec![false; if ids.is_empty() { 0 } else { ledger.parties.len() + 1 }];
            for party in ids.iter().filter_map(|id| ledger.party_called(id)) {
                set[party as usize] = true;
            }
            set
        };
        let mut outlet = Vec::new();
        if !filter.outlet.is_empty() {
            let asked = |name: &Option<String>| {
                filter.outlet.iter().any(|asked| name.as_deref().unwrap_or("") == asked)
            };
            outlet = ledger.outlets.iter().map(asked).collect();
        }
        let found = filter.found.as_ref().map(|found| found.0.as_slice());
        Ok(Sieve {
            ledger,
            party: set(&filter.party),
            speaker: set(&filter.speaker),
            target: set(&filter.target),
            act: bits("act", &ACTS, &filter.act)?,
            form: bits("form", &FORMS, &filter.form)?,
            mode: bits("mode", &MODES, &filter.mode)?,
            sourcing: bits("sourcing", &SOURCINGS, &filter.sourcing)?,
            zone: bits("zone", &ZONES, &filter.zone)?,
            outlet,
            article: filter.article.as_ref().map(|id| ledger.article_called(id).unwrap_or(NOWHERE)),
            echo: filter.echo.as_ref().map(|id| ledger.echo_called(id).unwrap_or(NOWHERE)),
            story: filter.story.as_ref().map(|id| ledger.story_called(id).unwrap_or(NOWHERE)),
            filter,
            found,
        })
    }

    /// Which filters a statement does not pass.
    fn misses(&self, at: usize) -> u16 {
        let entry = &self.ledger.entries[at];
        let mut misses = 0;
        let mut check = |passes: bool, bit: u16| {
            if !passes {
                misses |= bit;
            }
        };
        let among = |set: &[bool], list: &[u32]| {
            set.is_empty() || list.iter().any(|&party| set[party as usize])
        };
        check(among(&self.party, self.ledger.sides.of(at)), PARTY);
        check(self.act & (1 << entry.act) != 0, ACT);
        check(self.form & (1 << entry.form) != 0, FORM);
        check(self.mode & (1 << entry.mode) != 0, MODE);
        check(self.sourcing & (1 << entry.sourcing) != 0, SOURCING);
        check(self.zone & (1 << entry.zone) != 0, ZONE);
        let article = &self.ledger.articles[entry.article as usize];
        check(self.outlet.is_empty() || self.outlet[article.outlet as usize], OUTLET);
        let filter = self.filter;
        if filter.from.is_some() || filter.to.is_some() {
            let within = self.ledger.days_of(at).is_some_and(|(first, last)| {
                filter.from.is_none_or(|from| last >= from)
                    && filter.to.is_none_or(|to| first <= to)
            });
            check(within, WHEN);
        }
        let speaks =
            self.speaker.is_empty() || entry.party != NONE && self.speaker[entry.party as usize];
        check(speaks && among(&self.target, self.ledger.targets.of(at)), OTHER);
        check(
            self.article.is_none_or(|article| article == entry.article)
                && self.echo.is_none_or(|echo| echo == entry.echo)
                && self.story.is_none_or(|story| story == article.story)
                && (!filter.undated || self.ledger.days_of(at).is_none())
                && (!filter.flagged || entry.flagged)
                && (!filter.corrected || entry.corrected != 0)
                && (!filter.unanswered || entry.unanswered)
                && self.found.is_none_or(|found| found[at]),
            OTHER,
        );
        misses
    }

    /// The statements that pass, in the order of the ledger, and the facets where asked for.
    pub fn sift(&self, with_facets: bool) -> (Vec<u32>, Option<Facets>) {
        let mut passed = Vec::new();
        let mut counts = Counts::new(self.ledger);
        for at in 0..self.ledger.len() {
            let misses = self.misses(at);
            if misses == 0 {
                passed.push(at as u32);
            }
            if with_facets && (misses == 0 || misses.is_power_of_two() && misses != OTHER) {
                counts.add(self.ledger, at, misses);
            }
        }
        (passed, with_facets.then(|| counts.facets(self.ledger)))
    }
}

/// How many, and how many of them are told once.
pub(super) fn pair(ledger: &Ledger, of: &[u32]) -> Pair {
    let leads = of.iter().map(|&at| ledger.entries[at as usize].lead);
    let independent = if of.len() < FEW {
        let mut leads: Vec<u32> = leads.collect();
        leads.sort_unstable();
        leads.dedup();
        leads.len()
    } else {
        let mut told = vec![false; ledger.len()];
        leads.filter(|&lead| !std::mem::replace(&mut told[lead as usize], true)).count()
    };
    Pair { reports: of.len() as u64, independent: independent as u64 }
}

fn bits(field: &'static str, words: &[&str], asked: &[String]) -> Result<u16, BadParameter> {
    if asked.is_empty() {
        return Ok(u16::MAX);
    }
    let mut bits = 0;
    for word in asked {
        let Some(place) = place_of(words, word) else {
            let (article, known) = (if field == "act" { "an" } else { "a" }, words.join(", "));
            let message = format!("{word:?} is not {article} {field}; there are: {known}");
            return Err(BadParameter { field, message });
        };
        bits |= 1 << place;
    }
    Ok(bits)
}

struct Counts {
    party: Vec<u64>,
    act: [u64; 11],
    form: [u64; 3],
    mode: [u64; 2],
    sourcing: [u64; 6],
    zone: [u64; 8],
    outlet: Vec<u64>,
    year: Vec<u64>,
}

impl Counts {
    fn new(ledger: &Ledger) -> Self {
        Counts {
            party: vec![0; ledger.parties.len()],
            act: [0; 11],
            form: [0; 3],
            mode: [0; 2],
            sourcing: [0; 6],
            zone: [0; 8],
            outlet: vec![0; ledger.outlets.len()],
            year: vec![0; ledger.years.len()],
        }
    }

    fn add(&mut self, ledger: &Ledger, at: usize, misses: u16) {
        let entry = &ledger.entries[at];
        let counts = |bit: u16| misses & !bit == 0;
        if counts(PARTY) {
            for &party in ledger.sides.of(at) {
                self.party[party as usize] += 1;
            }
        }
        for (bit, counter) in [
            (ACT, &mut self.act[entry.act as usize]),
            (FORM, &mut self.form[entry.form as usize]),
            (MODE, &mut self.mode[entry.mode as usize]),
            (SOURCING, &mut self.sourcing[entry.sourcing as usize]),
            (ZONE, &mut self.zone[entry.zone as usize]),
            (OUTLET, &mut self.outlet[ledger.articles[entry.article as usize].outlet as usize]),
        ] {
            *counter += u64::from(counts(bit));
        }
        if counts(WHEN)
            && let Some(count) = self.year.get_mut(entry.year as usize)
        {
            *count += 1;
        }
    }

    fn facets(self, ledger: &Ledger) -> Facets {
        let words = |words: &[&str], counts: &[u64]| {
            let mut all: Vec<Facet> = words
                .iter()
                .zip(counts)
                .filter(|(_, count)| **count > 0)
                .map(|(word, &reports)| Facet {
                    value: (*word).to_owned(),
                    name: Some((*word).to_owned()),
                    reports,
                })
                .collect();
            all.sort_by_key(|facet| std::cmp::Reverse(facet.reports));
            all
        };
        Facets {
            party: longest(&self.party, |at| {
                let party = &ledger.parties[at];
                (party.id.to_string(), Some(party.name.clone()))
            }),
            act: words(&ACTS, &self.act),
            form: words(&FORMS, &self.form),
            mode: words(&MODES, &self.mode),
            sourcing: words(&SOURCINGS, &self.sourcing),
            outlet: longest(&self.outlet, |at| {
                let name = &ledger.outlets[at];
                (name.clone().unwrap_or_default(), name.clone())
            }),
            zone: words(&ZONES, &self.zone),
            year: ledger
                .years
                .iter()
                .zip(self.year)
                .filter(|(_, reports)| *reports > 0)
                .map(|(year, reports)| {
                    let year = format!("{year:04}");
                    Facet { name: Some(year.clone()), value: year, reports }
                })
                .collect(),
        }
    }
}

fn longest(counts: &[u64], named: impl Fn(usize) -> (String, Option<String>)) -> Vec<Facet> {
    let mut all: Vec<usize> = (0..counts.len()).filter(|&at| counts[at] > 0).collect();
    all.sort_unstable_by_key(|&at| (std::cmp::Reverse(counts[at]), at));
    all.truncate(LONGEST);
    all.into_iter()
        .map(|at| {
            let (value, name) = named(at);
            Facet { value, name, reports: counts[at] }
        })
        .collect()
}
