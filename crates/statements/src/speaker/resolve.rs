//! From the words of a source to a member of the cast.

use gainsay_record::{Resolution, SpeakerKind, TextRange};

use crate::data::nouns::DETERMINERS;
use crate::doc::Doc;
use crate::lexicon::has;
use crate::speaker::antecedents::{Context, antecedents, candidates, in_focus, likeliest};
use crate::speaker::apposed::noun_before;
use crate::speaker::behind::only_time;
use crate::speaker::cast::{Cast, Member, Mention};
use crate::speaker::chain::step;
use crate::speaker::compose::compose;
use crate::speaker::country::Countries;
use crate::speaker::heading::announces;
use crate::speaker::phrase::{Article, Head, Phrase, read};
use crate::speaker::piece::pieces;
use crate::speaker::pronoun::Pronoun;
use crate::speaker::source::{given, singular};

/// Whom a source names.
#[derive(Debug, Clone)]
pub(crate) struct Resolved {
    /// The member of the cast, where one was found.
    pub member: Option<usize>,
    pub from: Resolution,
    /// Whom it may be, where that is unsafe.
    pub candidates: Vec<usize>,
    /// The name to use where it is not the member's ("Tessen and Orla Venn").
    pub name: Option<String>,
}

impl Resolved {
    pub(crate) fn nobody() -> Self {
        Resolved { member: None, from: Resolution::Unresolved, candidates: vec![], name: None }
    }

    fn member(member: usize, from: Resolution) -> Self {
        Resolved { member: Some(member), from, candidates: vec![], name: None }
    }
}

/// Resolves the words of one source. `outer` is the speaker in whose words it stands, if any.
pub(crate) fn resolve(
    doc: &Doc,
    countries: &Countries,
    cast: &mut Cast,
    source: TextRange,
    outer: Option<usize>,
    context: &Context,
) -> Resolved {
    let words = doc.lowered(source).trim();
    let mut split = words.split_whitespace();
    let first = split.next().unwrap_or("");
    let first = first.split(['\'', '’']).next().unwrap_or(first);
    let alone = split.next().is_none();
    let shouted = matches!(source.of(doc.text).trim(), "US" | "IT");
    let aged = words.strip_prefix("the ").is_some_and(|age| {
        age.ends_with("-year-old") && age.starts_with(|c: char| c.is_ascii_digit())
    });
    if aged {
        // "The 51-year-old": whoever is spoken of.
        let those =
            [Pronoun::He, Pronoun::She].map(|p| antecedents(doc, cast, p, source.start, context));
        let best = those.iter().filter(|(_, safe)| *safe).find_map(|(those, _)| those.first());
        if let Some(&best) = best {
            return Resolved::member(best, Resolution::Coreference);
        }
    }
    if let Some(pronoun) =
        Pronoun::of(first).filter(|_| !shouted).filter(|_| alone || matches!(first, "he" | "she"))
    {
        return match pronoun {
            Pronoun::First => outer.map_or_else(Resolved::nobody, |outer| {
                let ours = matches!(first, "we" | "our" | "us");
                let side = ours.then(|| cast.institution_of(outer)).flatten();
                Resolved::member(side.unwrap_or(outer), Resolution::Coreference)
            }),
            Pronoun::Nobody => Resolved::nobody(),
            Pronoun::Relative => {
                let before = noun_before(doc, cast, source.start, first);
                if let Some(member) = before {
                    step(doc, cast, source, member, pronoun);
                }
                before
                    .map_or_else(Resolved::nobody, |m| Resolved::member(m, Resolution::Coreference))
            }
            _ => {
                let found = candidates(doc, cast, pronoun, source.start, context);
                let (those, safe) = likeliest(pronoun, &found);
                cast.weighed.push((source, found));
                match those.first() {
                    Some(&best) if safe => {
                        step(doc, cast, source, best, pronoun);
                        Resolved::member(best, Resolution::Coreference)
                    }
                    _ => Resolved { candidates: those, ..Resolved::nobody() },
                }
            }
        };
    }
    // "INTERVIEW: ‘We did not start this’": a kind of article says nothing.
    if announces(source.of(doc.text).trim()) {
        return Resolved::nobody();
    }
    // "the last week of February, four pages long", cut short: no time says anything.
    if only_time(doc, doc.tokens_in(source)) {
        return Resolved::nobody();
    }
    if let Some(both) = cast.both(words) {
        return both;
    }
    if let Some(member) = part_of_them(doc, cast, source, context) {
        return Resolved::member(member, Resolution::Coreference);
    }
    if let Some(at) = cast.mention_of(source) {
        if let Some(member) = owned(doc, countries, cast, source, context) {
            cast.now_is(at, member);
        } else if let Some(member) = called_again(doc, cast, source, at, context) {
            cast.now_is(at, member);
            return Resolved::member(member, Resolution::Coreference);
        }
        let mention = cast.mentions[at];
        return named(doc, cast, source, mention);
    }
    // A source that overlaps another is read with the words around it.
    match mention_in(doc, cast, source) {
        // In a headline everything is capital, and a name runs into the verb after it.
        Some(mention) if mention.range.end > source.end => own_words(doc, countries, cast, source)
            .unwrap_or_else(|| named(doc, cast, source, mention)),
        Some(mention) => named(doc, cast, source, mention),
        // "May said": a word that is usually no name, where the article has "Hannah May".
        None => cast
            .by_surname(doc.lowered(source).trim())
            .map_or_else(Resolved::nobody, |m| Resolved::member(m, Resolution::ShortName)),
    }
}

impl Cast {
    /// "both countries", where the article has two.
    fn both(&self, words: &str) -> Option<Resolved> {
        let (both, what) = words.rsplit_once(' ')?;
        let states = matches!(what, "capitals" | "countries" | "governments" | "states");
        if !matches!(both, "both" | "the two") || !states {
            return None;
        }
        let first = |m: &usize| self.first_mention(*m).map(|mention| mention.range.start);
        let all = 0..self.members.len();
        let mut two: Vec<usize> =
            all.filter(|&m| self.members[m].head == Head::Country && first(&m).is_some()).collect();
        two.sort_by_key(first);
        let &[one, other] = &two[..] else { return None };
        let name = format!("{}; {}", self.members[one].name, self.members[other].name);
        let from = Resolution::Coreference;
        Some(Resolved { member: Some(one), from, candidates: vec![], name: Some(name) })
    }
}

/// Whoever is called so is mostly beside those told of: who speaks for them, asks them, saw them. Sorted.
const ANOTHER: &[&str] = &[
    "aide",
    "analyst",
    "attorney",
    "caller",
    "diplomat",
    "envoy",
    "host",
    "interviewer",
    "judge",
    "lawyer",
    "moderator",
    "officer",
    "official",
    "questioner",
    "reporter",
    "source",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "witness",
];

/// "The retired surgeon": a description that the text has not given anybody before, of whom it is telling.
fn called_again(
    doc: &Doc,
    cast: &Cast,
    source: TextRange,
    at: usize,
    context: &Context,
) -> Option<usize> {
    let mention = cast.mentions[at];
    let member = &cast.members[mention.member];
    let definite =
        doc.lowered(source).starts_with("the ") || doc.lowered(source).starts_with("this ");
    let first = cast.first_mention(mention.member).is_some_and(|m| m.range == mention.range);
    let another = member.role_words.iter().any(|word| has(ANOTHER, word));
    if member.head != Head::Role || member.named || !definite || !first || another {
        return None;
    }
    let found = in_focus(doc, cast, member.gender, source.start, context)?;
    cast.members[found].role.is_none().then_some(found)
}

/// "some of them", "one of them": a part of those the pronoun stands for.
fn part_of_them(doc: &Doc, cast: &mut Cast, source: TextRange, context: &Context) -> Option<usize> {
    let (quantity, after) = doc.lowered(source).split_once(" of them")?;
    let named = |m: &Mention| cast.members[m.member].named;
    let other = after.starts_with(',') && !cast.mentions_in(source).iter().any(named);
    if !(after.is_empty() || other) || quantity.split(' ').count() > 2 {
        return None;
    }
    let (those, safe) = antecedents(doc, cast, Pronoun::They, source.start, context);
    let whole = &cast.members[*those.first().filter(|_| safe)?];
    let head = if quantity == "one" { Head::Role } else { Head::Group };
    let mut phrase = Phrase::empty(source, head);
    phrase.name = if quantity == "one" {
        // "leaders of Tany Vaovao": the noun stands before what follows it.
        let at = [" of ", " in ", " from ", " at ", " for "];
        let end = at.iter().filter_map(|p| whole.name.find(p)).min().unwrap_or(whole.name.len());
        // "two diplomats": "diplomat".
        let number = |word: &&str| {
            has(DETERMINERS, &word.to_lowercase()) || word.starts_with(|c: char| c.is_ascii_digit())
        };
        let words = whole.name[..end].split(' ').skip_while(number).collect::<Vec<_>>().join(" ");
        singular(&words)
    } else {
        format!("{quantity} {}", whole.name)
    };
    phrase.country = whole.country.clone();
    phrase.organization = whole.organization.clone();
    phrase.article = Article::Indefinite;
    let known = cast.by_name.get(&phrase.name.to_ascii_lowercase()).copied();
    Some(known.unwrap_or_else(|| cast.member(&phrase)))
}

/// "its lawyers", "his campaign": the description with whom the pronoun stands for.
fn owned(
    doc: &Doc,
    countries: &Countries,
    cast: &mut Cast,
    source: TextRange,
    context: &Context,
) -> Option<usize> {
    let first = doc.lowered(source).split(' ').next()?;
    let pronoun = Pronoun::of(first)
        .filter(|p| matches!(p, Pronoun::He | Pronoun::She | Pronoun::It | Pronoun::They))?;
    let mut phrase = given(doc, countries, source)?;
    phrase.owner?;
    if !phrase.described() && phrase.head != Head::Person {
        return None;
    }
    let (those, safe) = antecedents(doc, cast, pronoun, source.start, context);
    let owner = *those.first().filter(|_| safe)?;
    // "Its president, Ilmar Tessen": whom he speaks for.
    if phrase.head == Head::Person {
        let (name, kind) = (cast.members[owner].name.clone(), cast.members[owner].kind);
        let country = cast.members[owner].country.clone();
        let known = cast.mention_of(source).map(|at| cast.mentions[at].member)?;
        let person = &mut cast.members[known];
        if kind == SpeakerKind::Organization && person.organization.is_none() {
            person.organization = Some(name);
            person.country = person.country.take().or(country);
        } else if kind == SpeakerKind::Government && person.country.is_none() {
            person.country = Some(name);
        }
        return None;
    }
    // Who is already known by name stays so.
    let known = cast.mention_of(source).map(|at| cast.mentions[at].member);
    if known.is_some_and(|member| cast.members[member].named) {
        return None;
    }
    // "his government": that of the country whose minister he is.
    if matches!(&*phrase.stem, "government" | "country")
        && let Some(country) = cast.members[owner].country.clone()
    {
        let mut state = Phrase::empty(source, Head::Country);
        state.country = Some(country.clone());
        state.name = country;
        return Some(cast.member(&state));
    }
    phrase.name = compose(doc, countries, cast, &phrase, Some(owner));
    let known = cast.by_name.get(&phrase.name.to_ascii_lowercase()).copied();
    Some(known.unwrap_or_else(|| cast.member(&phrase)))
}

/// The words of the source alone, where the text around them would be read with them.
fn own_words(
    doc: &Doc,
    countries: &Countries,
    cast: &mut Cast,
    source: TextRange,
) -> Option<Resolved> {
    let p = pieces(doc, countries, doc.tokens_in(source));
    let (phrase, _) = read(doc, countries, &p)?;
    let shown = phrase.range.of(doc.text);
    let member = cast.member(&phrase);
    Some(Resolved::member(member, how(&cast.members[member], shown)))
}

/// The mention a source is about: its first, except after "critics like …".
fn mention_in(doc: &Doc, cast: &Cast, source: TextRange) -> Option<Mention> {
    let first = cast.mentions.partition_point(|m| m.range.end <= source.start);
    let mut all = cast.mentions[first..].iter().take_while(|m| m.range.start < source.end);
    let mention = *all.next()?;
    // "those of us who crossed the Styx": the first name in it is not who speaks.
    let lead = doc.lowered(TextRange::new(source.start, mention.range.start.max(source.start)));
    let leads_elsewhere = lead.split_whitespace().count() > 3
        || lead.split_whitespace().any(|w| {
            matches!(
                w,
                "who" | "of" | "that" | "from" | "in" | "by" | "with" | "to" | "for" | "which"
            )
        });
    if leads_elsewhere {
        return None;
    }
    if let Some(next) = all.next() {
        let between = TextRange::new(mention.range.end, next.range.start.max(mention.range.end));
        let example =
            matches!(doc.lowered(between).trim(), "like" | "such as" | ", like" | ", including");
        let person = cast.members[next.member].kind == SpeakerKind::Person;
        let group = cast.members[mention.member].kind == SpeakerKind::Group;
        // "a representative in the talks, Orla Venn"
        let apposed = doc.lowered(between).ends_with(", ")
            && cast.members[mention.member].head == Head::Role
            && cast.members[next.member].head == Head::Person
            && next.range.end + 2 >= source.end;
        if example && person && group || apposed {
            return Some(*next);
        }
    }
    Some(mention)
}

fn named(doc: &Doc, cast: &Cast, source: TextRange, mention: Mention) -> Resolved {
    let member = &cast.members[mention.member];
    let shown = mention.range.of(doc.text);
    let mut resolved = Resolved::member(mention.member, how(member, shown));
    // "Ilmar Tessen and Orla Venn": both, as a group.
    let next = cast.mentions.partition_point(|m| m.range.start < mention.range.end);
    if let Some(second) = cast.mentions.get(next)
        && second.range.end <= source.end
        && doc.lowered(TextRange::new(mention.range.end, second.range.start)).trim() == "and"
        && second.member != mention.member
    {
        let other = &cast.members[second.member];
        resolved.name = Some(format!("{}; {}", member.name, other.name));
    }
    resolved
}

/// How the words shown became the member's name.
fn how(member: &Member, shown: &str) -> Resolution {
    let bare = |text: &str| text.replace(['.', ' '], "").to_lowercase();
    if !member.named {
        return Resolution::Description;
    }
    if bare(shown).contains(&bare(&member.name)) || member.head == Head::Country {
        return Resolution::Name;
    }
    let last = crate::speaker::phrase::surname(&member.name);
    let first = member.name.split(' ').next().unwrap_or(last);
    if member.kind == SpeakerKind::Person && (shown.contains(last) || shown.contains(first)) {
        Resolution::ShortName
    } else if member.kind == SpeakerKind::Person {
        Resolution::Coreference
    } else {
        Resolution::Name
    }
}
