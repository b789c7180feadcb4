//! Searching, held against the same query judged statement by statement in memory.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use common::{add, article, statement};
use gainsay_dossier::explore::{Explore, Filter, Ledger, Paging};
use gainsay_dossier::{
    ArticleEntry, Dossier, Error, Facet, PartyEntry, Search, Sort, StatementEntry,
};
use gainsay_link::key;
use gainsay_query::{Name, Outlet, Period, Query, Role, Term, When, Words};
use gainsay_record::{
    Act, Article, Basis, DateValue, Form, Id, Mode, Party, Precision, Sourcing, Statement,
    TextRange, ZoneKind,
};
use proptest::prelude::*;
use proptest::sample::select;

const VOICES: [(&str, &[&str]); 7] = [
    ("Mara Dorn", &["Foreign Ministry", "Velmark"]),
    ("Mara Dorn", &[]),
    // With its country, as below: the judge goes by names, and two ministries would have one.
    ("Dorn Brel", &["Foreign Ministry", "Velmark"]),
    ("Foreign Ministry", &["Velmark"]),
    ("Velmark", &[]),
    ("Ostrava", &["Velmark"]),
    ("unknown", &[]),
];
const OTHERS: [&str; 4] = ["Ostrava", "Velmark", "Brel Parliament", "unknown"];
const WORDS: [&str; 8] = ["cable", "cables", "ship", "Émile", "emile", "cut", "sea", "line"];
const OUTLETS: [Option<&str>; 4] =
    [None, Some("Vesk Courier"), Some("Courier of Brel"), Some("Östra Post")];
const DATES: [(&str, Precision); 8] = [
    ("2031-03-05", Precision::Day),
    ("2031-03-31", Precision::Day),
    ("2031-W14", Precision::Week),
    ("2031-W01", Precision::Week),
    ("2031-03", Precision::Month),
    ("2032-02", Precision::Month),
    ("2031", Precision::Year),
    ("2030-12-31", Precision::Day),
];
const PERIODS: [&str; 9] =
    ["2031", "2031-03", "2031-03-05", "2031-W14", "2030", "2031-04", "2032", "2032-02", "2031-W01"];

fn date() -> impl Strategy<Value = Option<DateValue>> {
    let known = select(&DATES[..]).prop_map(|(value, precision)| DateValue {
        value: value.to_owned(),
        precision,
        basis: Basis::Text,
        span: None,
    });
    prop_oneof![1 => Just(None), 3 => known.prop_map(Some)]
}

/// What one statement is made of: voice, act, sourcing, content, said, target, addressee, via.
type Made = (usize, Act, Sourcing, Vec<&'static str>, Option<DateValue>, [Option<&'static str>; 3]);

fn made() -> impl Strategy<Value = Made> {
    let other = || proptest::option::of(select(&OTHERS[..]));
    (
        0..VOICES.len(),
        select(&[Act::Deny, Act::Accuse, Act::State][..]),
        select(&[Sourcing::Named, Sourcing::Institution][..]),
        proptest::collection::vec(select(&WORDS[..]), 1..5),
        date(),
        (other(), other(), other()).prop_map(|(a, b, c)| [a, b, c]),
    )
}

type Articles = Vec<(Article, Vec<Statement>)>;

fn articles() -> impl Strategy<Value = Articles> {
    let one = (select(&OUTLETS[..]), date(), proptest::collection::vec(made(), 0..5));
    proptest::collection::vec(one, 1..5).prop_map(|all| {
        let of = |(i, (outlet, published, made)): (usize, (Option<&str>, _, Vec<Made>))| {
            let parts: Vec<[String; 3]> = made
                .iter()
                .map(|made| [VOICES[made.0].0.to_owned(), "said".to_owned(), made.3.join(" ")])
                .collect();
            let lines: Vec<String> = parts.iter().map(|part| part.join(" ")).collect();
            let text = format!("Article {i}\n{}", lines.join("\n"));
            let mut article = article(&format!("{i}.txt"), &text);
            (article.outlet, article.published) = (outlet.map(str::to_owned), published);
            let mut at = text.find('\n').map_or(0, |end| end + 1);
            let mut statements = Vec::new();
            for (made, part) in made.into_iter().zip(&parts) {
                let mut said = statement(&article, "x", ["Article", "Article", "Article"]);
                let spans = part.each_ref().map(|words| {
                    let range = TextRange::new(at, at + words.len());
                    at += words.len() + 1;
                    vec![article.text.span(range)]
                });
                [said.source, said.cue, said.content] = spans;
                said.id = Statement::id_of(&article.id(), &said.source, &said.cue, &said.content);
                let (name, speaks_for) = VOICES[made.0];
                said.speaker.name = name.to_owned();
                said.speaker.speaks_for = speaks_for.iter().map(|&it| it.to_owned()).collect();
                (said.act, said.sourcing, said.said) = (made.1, made.2, made.4);
                let [target, to, via] = made
                    .5
                    .map(|name| name.map(|name| Party { name: name.to_owned(), spans: vec![] }));
                said.targets = target.into_iter().collect();
                said.addressee = to;
                said.via = via.into_iter().collect();
                statements.push(said);
            }
            (article, statements)
        };
        all.into_iter().enumerate().map(of).collect()
    })
}

fn words() -> impl Strategy<Value = Words> {
    let word =
        select(vec!["cable", "cab", "émile", "ship cut", "cut sea", "said", "dorn", "courier"]);
    (word, any::<bool>()).prop_filter_map("words", |(word, prefix)| Words::new(word, prefix))
}

fn name() -> impl Strategy<Value = Name> {
    let names = vec!["velmark", "Dorn", "mara dorn", "ministry", "ostrava", "brel", "nobody"];
    let words = select(names).prop_filter_map("words", |name| Words::new(name, false));
    prop_oneof![
        4 => words.clone().prop_map(Name::Like),
        2 => words.prop_map(Name::Exactly),
        1 => select(vec!["vel", "min", "do"])
            .prop_filter_map("words", |name| Words::new(name, true))
            .prop_map(Name::Like),
        1 => Just(Name::Id(*VELMARK)),
        1 => Just(Name::ExactlyId(*VELMARK)),
        1 => Just(Name::Unknown),
    ]
}

/// The id that Velmark has where nobody else is called so.
static VELMARK: LazyLock<Id> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let mut dossier = Dossier::open(folder.path().join("d.gainsay")).unwrap();
    let article = article("a.txt", "Velmark said no.");
    let said = statement(&article, "Velmark", ["Velmark", "said", "no"]);
    add(&mut dossier, &(article, vec![said])).unwrap();
    dossier.parties().unwrap().remove(0).id
});

fn when() -> impl Strategy<Value = When> {
    let period = || select(&PERIODS[..]).prop_filter_map("is a date", Period::parse);
    let between = (proptest::option::of(period()), proptest::option::of(period()));
    prop_oneof![Just(When::Unknown), between.prop_map(|(from, to)| When::Between(from, to))]
}

fn query() -> impl Strategy<Value = Query> {
    let period = || select(&PERIODS[..]).prop_filter_map("is a date", Period::parse);
    let outlet = prop_oneof![
        select(vec!["courier", "ostra", "Brel"])
            .prop_filter_map("words", |name| Words::new(name, false))
            .prop_map(Outlet::Like),
        Just(Outlet::Exactly(Words::new("vesk courier", false).unwrap())),
        Just(Outlet::Unknown),
    ];
    let term = prop_oneof![
        3 => words().prop_map(Term::Text),
        2 => proptest::collection::vec(words(), 1..3).prop_map(Term::About),
        1 => name().prop_map(|name| match name {
            Name::Like(words) => Term::About(vec![words]),
            name => Term::Party(Role::By, vec![name]),
        }),
        4 => (select(&Role::ALL[..]), proptest::collection::vec(name(), 1..3))
            .prop_map(|(role, names)| Term::Party(role, names)),
        1 => proptest::collection::vec(select(&Act::ALL[..]), 1..5).prop_map(Term::Act),
        1 => Just(Term::Sourcing(vec![Sourcing::Named])),
        1 => select(vec![Form::Direct, Form::Mixed]).prop_map(|form| Term::Form(vec![form])),
        1 => Just(Term::Mode(vec![Mode::Utterance])),
        1 => Just(Term::Zone(vec![ZoneKind::Body, ZoneKind::Headline])),
        1 => outlet.prop_map(|outlet| Term::Outlet(vec![outlet])),
        2 => proptest::collection::vec(when(), 1..3).prop_map(Term::Said),
        1 => when().prop_map(|when| Term::Published(vec![when])),
        1 => period().prop_map(Term::After),
        1 => period().prop_map(Term::Before),
    ];
    term.prop_map(Query::Is).prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 1..4).prop_map(Query::and),
            proptest::collection::vec(inner.clone(), 1..4).prop_map(Query::or),
            inner.prop_map(Query::not),
        ]
    })
}

/// The query judged in the plainest way.
struct Judge {
    parties: Vec<PartyEntry>,
}

impl Judge {
    fn holds(&self, query: &Query, entry: &StatementEntry, article: &ArticleEntry) -> bool {
        match query {
            Query::All => true,
            Query::And(parts) => parts.iter().all(|part| self.holds(part, entry, article)),
            Query::Or(parts) => parts.iter().any(|part| self.holds(part, entry, article)),
            Query::Not(part) => !self.holds(part, entry, article),
            Query::Is(term) => self.is(term, entry, article),
        }
    }

    fn is(&self, term: &Term, entry: &StatementEntry, article: &ArticleEntry) -> bool {
        let it = &entry.statement;
        let (said, published) = (it.said.as_ref(), article.published.as_ref());
        let either = said.or(published).and_then(Period::of);
        match term {
            Term::Text(words) => has(&it.source, words) || has(&it.content, words),
            Term::About(all) => all.iter().any(|words| {
                let named = self.named(Role::Target, &Name::Like(words.clone()), entry);
                has(&it.content, words) || named
            }),
            Term::Party(role, names) => names.iter().any(|name| self.named(*role, name, entry)),
            Term::Act(all) => all.contains(&it.act),
            Term::Form(all) => all.contains(&it.form),
            Term::Mode(all) => all.contains(&it.mode),
            Term::Sourcing(all) => all.contains(&it.sourcing),
            Term::Zone(all) => all.contains(&it.zone),
            Term::Article(all) => all.contains(&entry.article),
            Term::Outlet(all) => all.iter().any(|outlet| match outlet {
                Outlet::Unknown => article.outlet.is_none(),
                Outlet::Like(words) => article.outlet.iter().any(|name| called(name, words)),
                Outlet::Exactly(words) => {
                    article.outlet.iter().any(|name| key(name) == key(words.text()))
                }
            }),
            Term::Said(all) => all.iter().any(|when| within(said, when)),
            Term::Published(all) => all.iter().any(|when| within(published, when)),
            Term::After(period) => either.is_some_and(|it| it.first() >= period.first()),
            Term::Before(period) => either.is_some_and(|it| it.last() < period.first()),
        }
    }

    fn named(&self, role: Role, name: &Name, entry: &StatementEntry) -> bool {
        let it = &entry.statement;
        let ids = |parties: &[Option<Id>]| parties.iter().flatten().cloned().collect();
        let there: Vec<Id> = match role {
            Role::By => entry.party.iter().cloned().collect(),
            Role::Target => ids(&entry.targets),
            Role::To => entry.addressee.iter().cloned().collect(),
            Role::Via => ids(&entry.via),
        };
        let meant = |party: &PartyEntry| {
            let mut names = std::iter::once(&party.name).chain(&party.aliases);
            match name {
                Name::Like(words) => names.any(|name| called(name, words)),
                Name::Exactly(words) => names.any(|name| key(name) == key(words.text())),
                Name::Id(id) | Name::ExactlyId(id) => party.id == *id,
                Name::Unknown => false,
            }
        };
        if *name == Name::Unknown {
            return there.is_empty();
        }
        let mut wanted: BTreeSet<Id> =
            self.parties.iter().filter(|party| meant(party)).map(|party| party.id).collect();
        if matches!(name, Name::Exactly(_) | Name::ExactlyId(_)) {
            return there.iter().any(|id| wanted.contains(id));
        }
        loop {
            let before = wanted.len();
            for party in &self.parties {
                let for_whom = party.speaks_for_parties.iter().cloned();
                if for_whom.chain(party.principal).any(|id| wanted.contains(&id)) {
                    wanted.insert(party.id);
                }
            }
            if wanted.len() == before {
                break;
            }
        }
        let speaks_for = it.speaker.speaks_for.iter().flat_map(|name| {
            let named = |party: &&PartyEntry| key(&party.name) == key(name);
            self.parties.iter().filter(named).map(|party| party.id)
        });
        there.iter().any(|id| wanted.contains(id))
            || (role == Role::By && speaks_for.into_iter().any(|id| wanted.contains(&id)))
    }
}

fn called(name: &str, words: &Words) -> bool {
    let end = if words.prefix() { "" } else { " " };
    let wanted = format!(" {}{end}", key(words.text()).unwrap());
    key(name).is_some_and(|name| format!(" {name} ").contains(&wanted))
}

fn has(pieces: &[gainsay_record::Span], words: &Words) -> bool {
    pieces.iter().any(|piece| called(&piece.exact, words))
}

fn within(date: Option<&DateValue>, when: &When) -> bool {
    match (date.and_then(Period::of), when) {
        (None, When::Unknown) => true,
        (Some(date), When::Between(from, to)) => {
            from.as_ref().is_none_or(|from| date.first() >= from.first())
                && to.as_ref().is_none_or(|to| date.last() <= to.last())
        }
        _ => false,
    }
}

fn place(entry: &StatementEntry, article: &ArticleEntry) -> impl Ord + use<> {
    let days = |date: Option<&DateValue>| {
        date.and_then(Period::of).map_or((i32::MAX, 0), |it| (it.first(), it.last()))
    };
    (
        days(entry.statement.said.as_ref()),
        days(article.published.as_ref()),
        entry.article,
        entry.position,
    )
}

fn ids(dossier: &Dossier, search: &Search, limit: usize) -> Vec<Id> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let page = dossier.search(search, limit, after.as_deref()).unwrap();
        assert!(page.found.len() <= limit);
        all.extend(page.found.into_iter().map(|found| found.entry.statement.id));
        match page.next {
            Some(next) => after = Some(next),
            None => return all,
        }
    }
}

/// The statements that the explorer finds, each with the words that it marks.
fn in_explorer(dossier: &Dossier, ledger: &Ledger, query: &Query) -> Vec<(String, Vec<String>)> {
    let explore = Explore { dossier, ledger };
    let filter = Filter { found: Some(explore.find(query).unwrap()), ..Filter::default() };
    let paging = Paging { limit: 100, ..Paging::default() };
    let mut rows = explore.statements(&filter, &paging, false).unwrap().rows;
    explore.mark_hits(query, &mut rows).unwrap();
    let words = |text: &str, places: &[[usize; 2]]| -> Vec<String> {
        let cut = |&[start, end]: &[usize; 2]| text.chars().skip(start).take(end - start).collect();
        places.iter().map(cut).collect()
    };
    rows.into_iter()
        .map(|row| {
            let mut marked = words(&row.source, &row.hits.source);
            marked.extend(words(&row.content, &row.hits.content));
            (row.id, marked)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn a_search_finds_what_the_query_says_and_nothing_else(
        articles in articles(),
        queries in proptest::collection::vec(query(), 16),
        limit in 2usize..9,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut dossier = Dossier::open(folder.path().join("d")).unwrap();
        for article in &articles {
            add(&mut dossier, article).unwrap();
        }
        let ledger = dossier.ledger().unwrap();
        let judge = Judge { parties: dossier.parties().unwrap() };
        let known: BTreeMap<Id, ArticleEntry> =
            dossier.articles().unwrap().into_iter().map(|it| (it.id, it)).collect();
        let texts: BTreeMap<Id, &Article> =
            articles.iter().map(|(article, _)| (article.id(), article)).collect();
        let mut entries = dossier.statements().unwrap();
        entries.sort_by_key(|entry| place(entry, &known[&entry.article]));
        for (i, query) in queries.into_iter().chain([Query::All]).enumerate() {
            let text = query.to_string();
            let wanted: Vec<&StatementEntry> = entries
                .iter()
                .filter(|entry| judge.holds(&query, entry, &known[&entry.article]))
                .collect();
            let wanted_ids: Vec<Id> = wanted.iter().map(|it| it.statement.id).collect();
            let mut search = Search::new(query);
            prop_assert_eq!(&ids(&dossier, &search, limit), &wanted_ids, "{}", text);
            for found in dossier.search(&search, 100, None).unwrap().found {
                for hit in &found.hits {
                    prop_assert!(texts[&found.article.id].text.range_of(hit).is_ok(), "{}", text);
                }
            }
            // The explorer asks a ledger in memory: it finds and marks the same.
            let mut shown = in_explorer(&dossier, &ledger, &search.query);
            let mut found: Vec<(String, Vec<String>)> = dossier
                .search(&search, 100, None)
                .unwrap()
                .found
                .into_iter()
                .map(|it| (it.entry.statement.id.to_string(), it.hits.into_iter().map(|h| h.exact).collect()))
                .collect();
            found.sort();
            shown.sort();
            prop_assert_eq!(shown, found, "{}", text);
            let matches = dossier.matches(&search).unwrap();
            prop_assert_eq!(matches.reports as usize, wanted.len());
            let undated = wanted.iter().filter(|it| it.statement.said.is_none()).count();
            prop_assert_eq!(matches.undated as usize, undated);
            for counts in dossier.facets(&search, &Facet::ALL).unwrap() {
                let sum: u64 = counts.iter().map(|count| count.reports).sum();
                prop_assert_eq!(sum as usize, wanted.len());
            }
            // Any other order finds the same, each once.
            let sorts = [
                Sort::Said,
                Sort::Published,
                Sort::Speaker,
                Sort::Act,
                Sort::Outlet,
                Sort::Confidence,
            ];
            let sort = sorts[i % sorts.len()];
            for reverse in [false, true] {
                (search.sort, search.reverse) = (sort, reverse);
                let mut found = ids(&dossier, &search, limit);
                found.sort();
                let mut wanted = wanted_ids.clone();
                wanted.sort();
                prop_assert_eq!(found, wanted, "{:?} {}", sort, text);
            }
        }
    }
}

fn small() -> (tempfile::TempDir, Dossier) {
    let folder = tempfile::tempdir().unwrap();
    let mut dossier = Dossier::open(folder.path().join("d")).unwrap();
    let mut one = article("a.txt", "Mara Dorn denied that the cáble was cut. Dorn: “Cables, no.”");
    one.published = Some(DateValue {
        value: "2031-03-05".to_owned(),
        precision: Precision::Day,
        basis: Basis::Text,
        span: None,
    });
    let first = statement(&one, "Mara Dorn", ["Mara Dorn", "denied", "the cáble was cut"]);
    let mut second = statement(&one, "Mara Dorn", ["Dorn", ":", "“Cables, no.”"]);
    second.act = Act::State;
    add(&mut dossier, &(one, vec![first, second])).unwrap();
    (folder, dossier)
}

#[test]
fn what_was_asked_for_is_marked_where_it_stands() {
    let (_folder, dossier) = small();
    let hits = |query: &str| -> Vec<String> {
        let page = dossier.search(&Search::new(query.parse().unwrap()), 10, None).unwrap();
        page.found.iter().flat_map(|it| &it.hits).map(|hit| hit.exact.clone()).collect()
    };
    assert_eq!(hits("cable"), ["cáble"]);
    assert_eq!(hits("cable*"), ["cáble", "Cables"]);
    assert_eq!(hits("\"was cut\" dorn"), ["Dorn", "was cut"]);
    assert_eq!(hits("about:dorn"), [""; 0]);
    assert_eq!(hits("-ship"), [""; 0]);
}

#[test]
fn a_token_belongs_to_one_search() {
    let (_folder, dossier) = small();
    let search = Search::new(Query::All);
    let next = dossier.search(&search, 1, None).unwrap().next.unwrap();
    assert_eq!(dossier.search(&search, 1, Some(&next)).unwrap().found.len(), 1);
    let other = Search::new("act:deny".parse().unwrap());
    let turned = Search { reverse: true, ..search.clone() };
    for (search, token) in [
        (&other, next.as_str()),
        (&turned, &next),
        (&search, "5b5d"),
        (&search, "é"),
        (&search, "zz"),
    ] {
        let error = dossier.search(search, 1, Some(token)).unwrap_err();
        assert!(matches!(error, Error::Page { .. }), "{error}");
        assert!(!error.is_fatal());
    }
}

#[test]
fn a_facet_is_counted_as_if_nothing_were_picked_of_it() {
    let (_folder, dossier) = small();
    let pick = Facet::Act.query(&[Some("deny")]).unwrap();
    let search = Search { picked: vec![(Facet::Act, pick)], ..Search::default() };
    assert_eq!(dossier.matches(&search).unwrap().reports, 1);
    let facets = dossier.facets(&search, &[Facet::Act, Facet::Party, Facet::Year]).unwrap();
    let counts = |at: usize| -> Vec<(Option<&str>, u64)> {
        facets[at].iter().map(|it| (it.name.as_deref(), it.reports)).collect()
    };
    assert_eq!(counts(0), [(Some("deny"), 1), (Some("state"), 1)]);
    assert_eq!(counts(1), [(Some("Mara Dorn"), 1)]);
    assert_eq!(counts(2), [(None, 1)]);
    for (facet, counts) in
        Facet::ALL.iter().zip(dossier.facets(&Search::default(), &Facet::ALL).unwrap())
    {
        for count in counts {
            let picked = facet.query(&[count.value.as_deref()]).unwrap();
            assert_eq!(dossier.matches(&Search::new(picked)).unwrap().reports, count.reports);
        }
    }
    assert!(Facet::Act.query(&[Some("denny")]).is_none());
}
