//! Every page with the filters and words that people ask for.

use crate::world::Chance;

/// What can be asked for in the dossier at hand.
pub struct Known {
    pub names: Vec<String>,
    pub parties: Vec<String>,
    pub statements: Vec<String>,
    pub articles: Vec<String>,
    pub echoes: Vec<String>,
    pub stories: Vec<String>,
    pub allegations: Vec<String>,
    pub words: Vec<String>,
}

/// Makes one address after another; none where there is nothing of the kind.
type Path<'a> = Box<dyn Fn(&mut Chance) -> Option<String> + 'a>;

const ACTS: [&str; 6] = ["accuse", "deny", "demand", "state", "promise", "refuse"];
const SORTS: [&str; 8] =
    ["-said", "published", "-published", "speaker", "-speaker", "outlet", "-confidence", "act"];

/// Letters of an address that mean themselves.
fn escaped(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
            byte => format!("%{byte:02x}"),
        })
        .collect()
}

pub fn all(known: &Known) -> Vec<(&'static str, Path<'_>)> {
    let fixed = |path: &'static str| -> Path<'_> { Box::new(move |_| Some(path.to_owned())) };
    fn of<'a>(path: &'static str, ids: &'a [String]) -> Path<'a> {
        Box::new(move |chance: &mut Chance| {
            let id = ids.get(chance.below(ids.len().max(1)))?;
            Some(path.replace("{}", id))
        })
    }
    fn any<'a>(make: impl Fn(&mut Chance) -> String + 'a) -> Path<'a> {
        Box::new(move |chance| Some(make(chance)))
    }
    // A search, with {word}, {rare}, {start}, {name}, {act}, {year} filled in.
    let search = |query: &'static str| -> Path<'_> {
        any(move |chance| {
            let word = known.words[20 + chance.skewed(400)].clone();
            let rare = known.words[2000 + chance.below(5000)].clone();
            let act: &&str = chance.pick(&ACTS);
            let filled = query
                .replace("{common}", chance.pick(&known.words[..5]).as_str())
                .replace("{word}", &word)
                .replace("{rare}", &rare)
                .replace("{start}", &word[..2])
                .replace("{name}", chance.pick(&known.names).as_str())
                .replace("{act}", act)
                .replace("{year}", &format!("203{}", chance.below(3)));
            format!("/statements.json?q={}", escaped(&filled))
        })
    };
    let main = &known.parties[..known.parties.len().min(10)];
    vec![
        ("overview", fixed("/overview.json")),
        (
            "overview, some months",
            any(|chance| {
                let month = 1 + chance.below(8);
                format!("/overview.json?from=2031-0{month}&to=2031-0{}", month + 1)
            }),
        ),
        (
            "overview, a week",
            any(|chance| {
                let day = 10 + chance.below(10);
                format!("/overview.json?from=2031-03-{day}&to=2031-03-{}", day + 7)
            }),
        ),
        ("overview, all acts, 16 lanes", fixed("/overview.json?act=all&lanes=16")),
        (
            "overview, acts and parties",
            any(|chance| {
                let [a, b] = [0, 1].map(|_| chance.pick(main).clone());
                format!("/overview.json?act={}&party={a}&party={b}", chance.pick(&ACTS))
            }),
        ),
        ("statements", fixed("/statements.json")),
        ("statements by act", any(|chance| format!("/statements.json?act={}", chance.pick(&ACTS)))),
        ("statements by party", of("/statements.json?party={}", &known.parties)),
        (
            "statements at a party, in a year",
            of("/statements.json?target={}&from=2030&to=2030", &known.parties),
        ),
        (
            "statements by three filters",
            any(|chance| {
                format!(
                    "/statements.json?act={}&form=direct&sourcing=named&sort=-published",
                    chance.pick(&ACTS)
                )
            }),
        ),
        ("statements, unanswered", fixed("/statements.json?unanswered=1")),
        ("statements, undated", fixed("/statements.json?undated=1")),
        (
            "statements, sorted",
            any(|chance| format!("/statements.json?sort={}", chance.pick(&SORTS))),
        ),
        (
            "statements, deep in the list",
            any(|chance| {
                let after = chance.pick(&known.statements);
                format!("/statements.json?after=r{after}&sort={}", chance.pick(&SORTS))
            }),
        ),
        (
            "statements, 200 a page",
            any(|chance| format!("/statements.json?limit=200&act={}", chance.pick(&ACTS))),
        ),
        ("search: a word", search("{word}")),
        ("search: a rare word", search("{rare}")),
        ("search: a word in every statement", search("{common}")),
        ("search: two letters *", search("{start}*")),
        ("search: a phrase", search("\"of the {word}\"")),
        ("search: a phrase of common words", search("\"of the\"")),
        ("search: OR of words", search("{word} OR {rare} OR {start}*")),
        ("search: NOT", search("{word} -{common}")),
        ("search: by:", search("by:\"{name}\"")),
        ("search: not by:", search("-by:\"{name}\"")),
        ("search: target:", search("target:\"{name}\"")),
        ("search: act:", search("act:{act}")),
        ("search: about:", search("about:{word}")),
        ("search: about: a party", search("about:\"{name}\"")),
        ("search: after:", search("after:{year}-03")),
        ("search: said: in:", search("said:{year}-06 in:post")),
        ("search: in:", search("in:post")),
        (
            "search: combined",
            search("by:\"{name}\" act:{act} about:{word} after:{year} -{rare} sourcing:named"),
        ),
        ("search: combined, OR", search("(by:\"{name}\" OR target:\"{name}\") {common} act:{act}")),
        (
            "search and filter, sorted",
            any(|chance| {
                let word = &known.words[20 + chance.skewed(400)];
                format!("/statements.json?q={word}&form=direct&sort={}", chance.pick(&SORTS))
            }),
        ),
        ("a card", of("/statements/{}.json", &known.statements)),
        ("parties", fixed("/parties.json")),
        ("parties, 200 a page", fixed("/parties.json?limit=200")),
        ("parties by kind, by name", fixed("/parties.json?kind=person&sort=name")),
        (
            "parties with a name",
            any(|chance| format!("/parties.json?q={}", escaped(&chance.pick(&known.names)[..3]))),
        ),
        ("parties, deep in the list", of("/parties.json?after=r{}", &known.parties)),
        ("a party", of("/parties/{}.json", &known.parties)),
        ("the parties with most", of("/parties/{}.json", main)),
        ("articles", fixed("/articles.json")),
        (
            "articles with a word",
            any(|chance| format!("/articles.json?q={}", known.words[20 + chance.skewed(400)])),
        ),
        ("articles, deep in the list", of("/articles.json?after=r{}", &known.articles)),
        ("an article", of("/articles/{}.json", &known.articles)),
        ("echoes", fixed("/echoes.json")),
        ("echoes, deep in the list", of("/echoes.json?after=r{}", &known.echoes)),
        ("an echo", of("/echoes/{}.json", &known.echoes)),
        ("stories", fixed("/stories.json")),
        ("a story", of("/stories/{}.json", &known.stories)),
        ("allegations", fixed("/allegations.json")),
        ("allegations, unanswered", fixed("/allegations.json?state=unanswered")),
        ("allegations of a party", of("/allegations.json?party={}", &known.parties)),
        ("allegations, deep in the list", of("/allegations.json?after=r{}", &known.allegations)),
        ("an allegation", of("/allegations/{}.json", &known.allegations)),
        ("sourcing", fixed("/sourcing.json")),
        ("corrections", fixed("/corrections.json")),
        ("meta", fixed("/meta.json")),
    ]
}
