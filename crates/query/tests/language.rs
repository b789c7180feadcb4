//! The language as its user writes it, and what holds of every query.

use gainsay_query::{Field, Name, Outlet, Period, Query, Role, Term, When, Words};
use gainsay_record::{Act, Form, Id, Mode, Sourcing, ZoneKind};
use proptest::prelude::*;

fn read(query: &str) -> Query {
    query.parse().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn what_is_written_in_different_ways_means_the_same() {
    for (written, printed) in [
        ("", ""),
        ("  \t\n ", ""),
        ("cable", "cable"),
        ("cable AND ship", "cable ship"),
        ("((cable)) (ship anchor)", "cable ship anchor"),
        ("NOT cable", "-cable"),
        ("--cable", "cable"),
        ("-(a OR b)", "-(a OR b)"),
        ("a b OR c d", "a b OR c d"),
        ("a (b OR c) d", "a (b OR c) d"),
        ("a OR (b OR c)", "a OR b OR c"),
        ("“cut on purpose”", "\"cut on purpose\""),
        ("\"cut \n on\u{0} purpose\"", "\"cut on purpose\""),
        ("\"cable\"", "cable"),
        ("\"OR\" or", "\"OR\" or"),
        ("cab* \"survey sh\"*", "cab* \"survey sh\"*"),
        ("can’t al-Merrow 12:30", "can’t al-Merrow \"12:30\""),
        ("by:varnia,\"Dalia Renska\"", "by:varnia,\"Dalia Renska\""),
        (
            "by:=#fedcba9876543210 via:#0123456789abcdef",
            "by:=#fedcba9876543210 via:#0123456789abcdef",
        ),
        ("article:0123456789abcdef", "article:#0123456789abcdef"),
        ("in:=Courier,unknown,post", "in:=Courier,unknown,post"),
        ("by:unknown by:\"unknown\" by:=unknown", "by:unknown by:\"unknown\" by:=unknown"),
        ("said:2031 published:2031-03-05", "said:2031 published:2031-03-05"),
        ("said:2031..2031,unknown,2030..", "said:2031,unknown,2030.."),
        ("after:2031-W10 before:2031-04", "after:2031-W10 before:2031-04"),
        ("\"act\":x", "act \":x\""),
    ] {
        assert_eq!(read(written).to_string(), printed, "{written:?}");
        assert_eq!(read(printed), read(written));
    }
}

#[test]
fn a_query_that_cannot_be_read_is_quoted_with_the_place() {
    for (written, place, says) in [
        ("act:denny", "denny", "one of accuse, criticize"),
        ("form:", "", "expected a value"),
        ("act:deny,", "", "expected a value"),
        ("act:deny, x", " ", "expected a value"),
        ("http://x", "http", "no field"),
        ("a (b OR c", "(b OR c", "never closed"),
        ("a) b", ")", "closes none"),
        ("a OR", "", "expected a word"),
        ("OR a", "O", "expected a word"),
        ("AND a", "AND ", "both sides"),
        ("a AND", "AND", "both sides"),
        ("()", ")", "expected a word"),
        ("a - b", "-", "a letter or a digit"),
        ("\"never closed", "\"never closed", "never closed"),
        ("x” y", "”", "closes none"),
        ("ca*le", "*", "end of a word"),
        ("by:=ren*", "ren*", "whole name"),
        ("by:#12", "#12", "sixteen"),
        ("said:2031-02-30", "2031-02-30", "is no date"),
        ("said:..", "..", "before or after"),
        ("said:2032..2031", "2032..2031", "earlier date first"),
        ("after:soon", "soon", "is no date"),
        ("é \"\"", "\"\"", "a letter or a digit"),
    ] {
        let error = written.parse::<Query>().expect_err(written);
        let found: String =
            written.chars().skip(error.start()).take(error.end() - error.start()).collect();
        assert_eq!(found, place, "{error}");
        assert!(error.reason().contains(says), "{error}");
        assert!(error.to_string().contains(&format!("\n  {written}\n")), "{error}");
    }
}

#[test]
fn there_are_limits() {
    let deep = format!("{}a{}", "(".repeat(33), ")".repeat(33));
    let wide = "a ".repeat(201);
    for (written, says) in
        [(deep, "parentheses"), (wide, "200 words"), ("a".repeat(5000), "too long")]
    {
        let error = written.parse::<Query>().unwrap_err();
        assert!(error.reason().contains(says), "{error}");
        assert!(error.to_string().lines().all(|line| line.chars().count() < 200));
    }
    assert!("-".repeat(4000).parse::<Query>().is_err());
}

fn words() -> impl Strategy<Value = Words> {
    ("[a-z]{1,6}|[A-ZÀ-ž'.,:()*=#-]{0,4}[a-z0-9]|OR|unknown|[a-z]{2} [a-z]{3}", any::<bool>())
        .prop_filter_map("has a letter", |(text, prefix)| Words::new(&text, prefix))
}

fn period() -> impl Strategy<Value = Period> {
    prop_oneof![
        "20[0-3][0-9](-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?",
        "20[0-3][0-9]-W[0-4][1-9]"
    ]
    .prop_filter_map("is a date", |written| Period::parse(&written))
}

fn id() -> impl Strategy<Value = Id> {
    any::<u64>().prop_map(Id::from_number)
}

fn outlet() -> impl Strategy<Value = Outlet> {
    prop_oneof![
        words().prop_map(Outlet::Like),
        words().prop_filter("whole", |words| !words.prefix()).prop_map(Outlet::Exactly),
        Just(Outlet::Unknown),
    ]
}

fn name() -> impl Strategy<Value = Name> {
    prop_oneof![
        words().prop_map(Name::Like),
        words().prop_filter("whole", |words| !words.prefix()).prop_map(Name::Exactly),
        id().prop_map(Name::Id),
        id().prop_map(Name::ExactlyId),
        Just(Name::Unknown),
    ]
}

fn when() -> impl Strategy<Value = When> {
    let ends = (proptest::option::of(period()), proptest::option::of(period()));
    let between = ends.prop_filter_map("in order", |ends| match &ends {
        (None, None) => None,
        (Some(from), Some(to)) if from.first() > to.last() => None,
        _ => Some(When::Between(ends.0, ends.1)),
    });
    prop_oneof![Just(When::Unknown), between]
}

fn term() -> impl Strategy<Value = Term> {
    fn some<T: std::fmt::Debug>(of: impl Strategy<Value = T>) -> impl Strategy<Value = Vec<T>> {
        proptest::collection::vec(of, 1..3)
    }
    let listed = prop_oneof![
        some(proptest::sample::select(&Act::ALL[..])).prop_map(Term::Act),
        some(Just(Form::Mixed)).prop_map(Term::Form),
        some(Just(Mode::Attitude)).prop_map(Term::Mode),
        some(Just(Sourcing::Unnamed)).prop_map(Term::Sourcing),
        some(Just(ZoneKind::Headline)).prop_map(Term::Zone),
    ];
    prop_oneof![
        words().prop_map(Term::Text),
        listed,
        some(words()).prop_map(Term::About),
        (proptest::sample::select(&Role::ALL[..]), some(name()))
            .prop_map(|(role, names)| Term::Party(role, names)),
        some(outlet()).prop_map(Term::Outlet),
        some(id()).prop_map(Term::Article),
        some(when()).prop_map(Term::Said),
        some(when()).prop_map(Term::Published),
        period().prop_map(Term::After),
        period().prop_map(Term::Before),
    ]
}

fn query() -> impl Strategy<Value = Query> {
    term().prop_map(Query::Is).prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 1..4).prop_map(Query::and),
            proptest::collection::vec(inner.clone(), 1..4).prop_map(Query::or),
            inner.prop_map(Query::not),
        ]
    })
}

/// What looks like a query, and mostly is none.
fn nearly() -> impl Strategy<Value = String> {
    let fields: Vec<&str> = Field::ALL.map(Field::as_str).to_vec();
    let piece = prop_oneof![
        proptest::sample::select(fields),
        proptest::sample::select(vec![
            ":", "\"", "“", "”", "(", ")", "-", "*", "=", "#", ",", " ", " OR ", " AND ", "NOT ",
            "..", "2031", "-03", "deny", "é", "cable", "unknown", "\u{0}", "W10",
        ]),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_is_printed_is_read_as_the_same(query in query()) {
        prop_assert_eq!(query.to_string().parse::<Query>(), Ok(query));
    }

    #[test]
    fn any_text_is_a_query_or_an_error(text in prop_oneof!["\\PC{0,60}", ".{0,60}", nearly()]) {
        match text.parse::<Query>() {
            Ok(query) => prop_assert_eq!(query.to_string().parse::<Query>(), Ok(query)),
            Err(error) => {
                prop_assert!(error.start() <= error.end());
                prop_assert!(error.end() <= text.chars().count());
                prop_assert!(error.to_string().lines().count() == 3);
            }
        }
    }
}
