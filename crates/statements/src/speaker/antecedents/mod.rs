//! What a pronoun stands for: by recency of speakers, by subjects of the sentences before, by
//! gender and number. Where two fit about equally well, nothing is chosen.
//!
//! Everybody near whom the pronoun fits is a candidate. Each has its grounds ([`Ground`]), and each
//! ground its weight: for "he" and "she" fitted to labelled speakers (`fitted.rs`, by
//! `measure/fit_pronouns.py`), for "it" and "they" tried out by hand. A log-linear ranking, as in
//! Denis and Baldridge (EMNLP 2008).

mod fitted;

use std::collections::BTreeMap;

use gainsay_record::{SpeakerKind, TextRange, ZoneKind};

use crate::doc::{Doc, Shape};
use crate::speaker::Gender;
use crate::speaker::cast::{Cast, Member, Mention};
use crate::speaker::names::begins_with_first_name;
use crate::speaker::phrase::{Head, surname};
use crate::speaker::pronoun::Pronoun;
use fitted::PERSON;

/// What is known at the place of the pronoun.
#[derive(Default)]
pub(crate) struct Context<'c> {
    /// Who spoke last, and where.
    pub last: Option<(usize, usize)>,
    /// Who asked just before: an answer is not his or hers.
    pub asked: Option<usize>,
    /// The content of the statement itself: nobody in it is its own speaker.
    pub content: &'c [TextRange],
    /// The content of the statement before: whoever spoke it is likelier than who stands in it.
    pub before: &'c [TextRange],
    /// In whose own words the pronoun stands: "he" in them is somebody else.
    pub aside: Option<usize>,
    /// For whom speaks the one in whose statement the pronoun stands: "her lawyer said she".
    pub principal: Option<usize>,
}

/// Why a candidate may be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ground {
    /// Named in the sentence itself.
    Same,
    /// One sentence before; the sentence before tells more than the one that the pronoun stands in.
    OneBack,
    TwoBack,
    ThreeBack,
    /// Four sentences before or more.
    Far,
    /// One, two, and more paragraphs before.
    NextParagraph,
    SecondParagraph,
    FarParagraph,
    /// The subject of its sentence.
    Subject,
    /// The first subject of a sentence is what it is about.
    Topic,
    /// The subject of the sentence, where the pronoun opens a clause of it.
    Within,
    /// The subject of the very sentence, of the one before.
    SubjectSame,
    SubjectOneBack,
    /// For whom the one speaks in whose statement it stands.
    Principal,
    /// Already called "he" or "she" there.
    Chain,
    /// A name of which nothing else is known.
    Bare,
    /// Named within a quotation.
    Quoted,
    /// In the same paragraph.
    Here,
    /// "it" is seldom the paper in which an institution says something, nor one without a name.
    Paper,
    /// Has no name.
    Nameless,
    /// "entered the ministry as a translator": a role in passing.
    InPassing,
    /// Told of in the statement before.
    SpokenOf,
    /// "A reporter asked whether": whoever asks does not answer.
    Asks,
    /// "Spokesman Ilmar Tessen:" on a line of its own says who speaks next.
    Label,
    /// Whose something is: "Tessen’s campaign".
    Owner,
    /// Behind a preposition.
    Oblique,
    /// Named in a heading.
    Headed,
    /// How often he was named so far, as a logarithm.
    Often,
    /// Named or meant twice and more nearby.
    Twice,
    /// Nobody else whom it fits was named or meant after him.
    Nearest,
    /// Spoke last, in this paragraph or the one before; two or three before; and is not named nearby.
    SpokeLast,
    SpokeLastFar,
    SpokeUnnamed,
    /// The text says whether he or she.
    GenderKnown,
    /// What the form of the first name says.
    Leaning,
    /// Several people, for "they".
    Group,
    /// Asked in the statement before.
    Asked,
}

impl Ground {
    /// All, in the order of their numbers.
    const ALL: [Ground; 37] = [
        Ground::Same,
        Ground::OneBack,
        Ground::TwoBack,
        Ground::ThreeBack,
        Ground::Far,
        Ground::NextParagraph,
        Ground::SecondParagraph,
        Ground::FarParagraph,
        Ground::Subject,
        Ground::Topic,
        Ground::Within,
        Ground::SubjectSame,
        Ground::SubjectOneBack,
        Ground::Principal,
        Ground::Chain,
        Ground::Bare,
        Ground::Quoted,
        Ground::Here,
        Ground::Paper,
        Ground::Nameless,
        Ground::InPassing,
        Ground::SpokenOf,
        Ground::Asks,
        Ground::Label,
        Ground::Owner,
        Ground::Oblique,
        Ground::Headed,
        Ground::Often,
        Ground::Twice,
        Ground::Nearest,
        Ground::SpokeLast,
        Ground::SpokeLastFar,
        Ground::SpokeUnnamed,
        Ground::GenderKnown,
        Ground::Leaning,
        Ground::Group,
        Ground::Asked,
    ];
}

/// How far each ground holds of a candidate.
pub(crate) type Held = [f32; Ground::ALL.len()];

/// A candidate with its grounds, by the number of each.
pub(crate) type Candidate = (usize, Held);

/// The grounds that hold, by name.
pub(crate) fn named(held: &Held) -> Vec<(String, f32)> {
    let all = Ground::ALL.iter().zip(held).filter(|(_, held)| **held != 0.0);
    all.map(|(ground, held)| (format!("{ground:?}"), *held)).collect()
}

// For "it" and "they", tried out on the training articles: the subject of the sentence before says more
// than who spoke last.
const THING: Held = weights(&[
    (Ground::Same, 3.0),
    (Ground::OneBack, 4.0),
    (Ground::TwoBack, 1.5),
    (Ground::ThreeBack, 1.0),
    (Ground::Subject, 1.5),
    (Ground::Topic, 1.0),
    (Ground::Within, 1.5),
    (Ground::Principal, 1.0),
    (Ground::Chain, 1.0),
    (Ground::Bare, -1.0),
    (Ground::Quoted, -2.5),
    (Ground::Here, 1.0),
    (Ground::Paper, -2.5),
    (Ground::Nameless, -0.7),
    (Ground::InPassing, -2.0),
    (Ground::SpokenOf, -2.0),
    (Ground::Asks, -2.5),
    (Ground::Label, 4.0),
    (Ground::SpokeLast, 1.5),
    (Ground::SpokeLastFar, 0.5),
    (Ground::SpokeUnnamed, 2.0),
    (Ground::GenderKnown, 1.0),
    (Ground::Leaning, 0.4),
    (Ground::Group, 1.0),
    (Ground::Asked, -4.0),
]);

const fn weights(of: &[(Ground, f32)]) -> Held {
    let mut all = [0.0; Ground::ALL.len()];
    let mut i = 0;
    while i < of.len() {
        all[of[i].0 as usize] = of[i].1;
        i += 1;
    }
    all
}

/// How far the best must lie before the second: of a person, that the odds are 5 to 4 (wider, of five that
/// become unknown three are right), and of a thing.
const PERSON_SAFE: f32 = 0.25;
const THING_SAFE: f32 = 0.5;
/// How far somebody must lie before all others to be meant by a description that tells nothing known.
const FOCUS: f32 = 1.0;
/// How many sentences and paragraphs before a person and a thing are looked for.
const PERSON_NEAR: (usize, usize) = (8, 4);
const THING_NEAR: (usize, usize) = (3, 2);

/// The members the pronoun may stand for, best first, and whether the first is safe.
pub(crate) fn antecedents(
    doc: &Doc,
    cast: &Cast,
    pronoun: Pronoun,
    at: usize,
    context: &Context,
) -> (Vec<usize>, bool) {
    likeliest(pronoun, &candidates(doc, cast, pronoun, at, context))
}

/// These, best first, and whether the first is safe.
pub(super) fn likeliest(pronoun: Pronoun, candidates: &[Candidate]) -> (Vec<usize>, bool) {
    let (weights, margin) = (weights_of(pronoun), margin_of(pronoun));
    let mut scores: Vec<(usize, f32)> =
        candidates.iter().map(|(member, held)| (*member, score(weights, held))).collect();
    // Stable: of equals the nearer stays first.
    scores.sort_by(|a, b| b.1.total_cmp(&a.1));
    let safe = match &scores[..] {
        [] => false,
        [_] => true,
        [best, second, ..] => best.1 - second.1 >= margin,
    };
    (scores.into_iter().map(|s| s.0).take(4).collect(), safe)
}

/// Whom everybody would call "he" or "she" at a place: somebody with a name, far before any other.
/// "The retired surgeon said": what somebody is called again who is told of.
pub(super) fn in_focus(
    doc: &Doc,
    cast: &Cast,
    gender: Gender,
    at: usize,
    context: &Context,
) -> Option<usize> {
    let mut scores: BTreeMap<usize, f32> = BTreeMap::new();
    for (pronoun, own) in [(Pronoun::He, Gender::Male), (Pronoun::She, Gender::Female)] {
        if !gender.agrees(own) {
            continue;
        }
        for (member, held) in candidates(doc, cast, pronoun, at, context) {
            let score = score(&PERSON, &held);
            scores.entry(member).and_modify(|known| *known = known.max(score)).or_insert(score);
        }
    }
    let mut order: Vec<(usize, f32)> = scores.into_iter().collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (&(best, first), rest) = order.split_first()?;
    let clear = rest.first().is_none_or(|&(_, second)| first - second >= FOCUS);
    // A lone name may be a lake's.
    let member = &cast.members[best];
    let somebody = member.head == Head::Person
        || member.gender != Gender::Unknown
        || begins_with_first_name(&member.name);
    (clear && member.named && somebody).then_some(best)
}

fn weights_of(pronoun: Pronoun) -> &'static Held {
    if is_person(pronoun) { &PERSON } else { &THING }
}

fn margin_of(pronoun: Pronoun) -> f32 {
    if is_person(pronoun) { PERSON_SAFE } else { THING_SAFE }
}

fn is_person(pronoun: Pronoun) -> bool {
    matches!(pronoun, Pronoun::He | Pronoun::She)
}

fn score(weights: &Held, held: &Held) -> f32 {
    weights.iter().zip(held).map(|(weight, held)| weight * held).sum()
}

/// Whom the pronoun fits nearby, each with the grounds of the mention that has the best.
pub(super) fn candidates(
    doc: &Doc,
    cast: &Cast,
    pronoun: Pronoun,
    at: usize,
    context: &Context,
) -> Vec<Candidate> {
    let Some(sentence) = doc.sentence_at(at) else { return Vec::new() };
    let paragraph = doc.sentences[sentence].paragraph;
    let weights = weights_of(pronoun);
    let mut found: Vec<Candidate> = Vec::new();
    let mut times: Vec<(usize, f32)> = Vec::new();
    let mut nearest: Option<(usize, usize)> = None;
    let body = doc.paragraphs[paragraph].kind == ZoneKind::Body;
    let within = subordinate(doc, at);
    let named = named_within(doc, cast, at, context);
    let person = is_person(pronoun);
    let (sentences, paragraphs) = if person { PERSON_NEAR } else { THING_NEAR };
    let near = |mention: &&Mention| {
        // A trail may run ahead of a statement that is told before it in the text.
        sentence.checked_sub(mention.sentence).is_some_and(|back| back <= sentences)
            && doc.sentences[mention.sentence].paragraph + paragraphs >= paragraph
    };
    let before = cast.mentions.partition_point(|m| m.range.start < at);
    let mentions = cast.mentions[..before].iter().rev().take(60).take_while(near);
    let chain = cast.trail.iter().rev().take(12).take_while(near);
    for (mention, pronominal) in mentions.map(|m| (m, false)).chain(chain.map(|m| (m, true))) {
        let member = &cast.members[mention.member];
        if named.contains(&mention.member)
            || context.content.iter().any(|c| c.contains_offset(mention.range.start))
            || !pronoun.fits(member)
            || context.aside == Some(mention.member)
            || mention.place && member.head == Head::Bare
            // "In a statement, it said": the paper in which it was said.
            || mention.place && member.head == Head::Document
            // Who has no name but in a heading is not spoken of below it.
            || body && !member.named && !pronominal && heading(doc, mention)
        {
            continue;
        }
        let mut held: Held = [0.0; Ground::ALL.len()];
        let mut holds =
            |ground: Ground, does: bool| held[ground as usize] = f32::from(u8::from(does));
        let back = sentence - mention.sentence;
        holds(Ground::Same, back == 0);
        holds(Ground::OneBack, back == 1);
        holds(Ground::TwoBack, back == 2);
        holds(Ground::ThreeBack, back == 3);
        holds(Ground::Far, back > 3);
        holds(Ground::Subject, mention.subject);
        holds(Ground::SubjectSame, mention.subject && back == 0);
        holds(Ground::SubjectOneBack, mention.subject && back == 1);
        holds(Ground::Within, within && back == 0 && mention.subject);
        holds(Ground::Principal, context.principal == Some(mention.member));
        holds(Ground::Chain, pronominal);
        holds(Ground::Bare, member.head == Head::Bare && !pronominal);
        holds(Ground::Quoted, mention.quoted);
        let own = doc.sentences[mention.sentence].paragraph;
        let above = paragraph - own.min(paragraph);
        holds(Ground::Here, above == 0);
        holds(Ground::NextParagraph, above == 1);
        holds(Ground::SecondParagraph, above == 2);
        holds(Ground::FarParagraph, above > 2);
        let it = pronoun == Pronoun::It;
        let paper = it && member.head == Head::Document;
        holds(Ground::Paper, paper);
        holds(Ground::Nameless, (it && !paper || person) && !member.named);
        holds(Ground::InPassing, member.head == Head::Role && !mention.subject && !member.named);
        let starts = doc.tokens[doc.sentences[mention.sentence].tokens.start].range.start;
        holds(Ground::Topic, mention.subject && mention.range.start == starts);
        let told = context.before.iter().any(|c| c.contains_offset(mention.range.start));
        holds(Ground::SpokenOf, told);
        holds(Ground::Asks, asks(doc, mention));
        let label = own + 1 == paragraph
            && doc.paragraphs[own].range.of(doc.text).ends_with(':')
            && doc.paragraphs[own].range.len() < 160;
        holds(Ground::Label, label);
        holds(Ground::Owner, !pronominal && owns(doc, mention));
        holds(Ground::Oblique, !pronominal && oblique(doc, mention));
        nearest = nearest.max(Some((mention.range.start, mention.member)));
        match times.iter_mut().find(|(m, _)| *m == mention.member) {
            Some((_, n)) => *n += 1.0,
            None => times.push((mention.member, 1.0)),
        }
        match found.iter_mut().find(|(m, _)| *m == mention.member) {
            Some((_, known)) if score(weights, known) < score(weights, &held) => *known = held,
            Some(_) => {}
            None => found.push((mention.member, held)),
        }
    }
    if let Some((member, where_)) = context.last
        && pronoun.fits(&cast.members[member])
        && context.aside != Some(member)
        && !named.contains(&member)
    {
        let spoke = doc.paragraph_at(where_).unwrap_or(0);
        let ground = match paragraph.saturating_sub(spoke) {
            0 | 1 => Some(Ground::SpokeLast),
            2 | 3 => Some(Ground::SpokeLastFar),
            _ => None,
        };
        if let Some(ground) = ground {
            let known = found.iter().position(|(m, _)| *m == member);
            let held = match known {
                Some(at) => &mut found[at].1,
                None => {
                    let mut held: Held = [0.0; Ground::ALL.len()];
                    held[Ground::SpokeUnnamed as usize] = 1.0;
                    found.push((member, held));
                    &mut found.last_mut().expect("just added").1
                }
            };
            held[ground as usize] = 1.0;
        }
    }
    for (number, held) in &mut found {
        let member = &cast.members[*number];
        let mut holds = |ground: Ground, how: f32| held[ground as usize] = how;
        holds(Ground::GenderKnown, f32::from(u8::from(member.gender != Gender::Unknown)));
        holds(Ground::Leaning, leaning(pronoun, member));
        let group = pronoun == Pronoun::They && member.kind == SpeakerKind::Group;
        holds(Ground::Group, f32::from(u8::from(group)));
        holds(Ground::Asked, f32::from(u8::from(context.asked == Some(*number))));
        let so_far = cast.mentions[..before].iter().filter(|m| m.member == *number);
        let (all, headed) = so_far.fold((0u16, false), |(n, headed), mention| {
            (n.saturating_add(1), headed || heading(doc, mention))
        });
        holds(Ground::Often, f32::from(all).ln_1p());
        let last = nearest.is_some_and(|(_, member)| member == *number);
        holds(Ground::Nearest, f32::from(u8::from(last)));
        holds(Ground::Headed, f32::from(u8::from(headed)));
        let twice = times.iter().any(|(m, n)| m == number && *n > 1.0);
        holds(Ground::Twice, f32::from(u8::from(twice)));
    }
    found
}

/// "Tessen’s campaign".
fn owns(doc: &Doc, mention: &Mention) -> bool {
    let next = doc.tokens.partition_point(|t| t.range.start < mention.range.end);
    doc.tokens.get(next).is_some_and(|token| token.shape == Shape::Possessive)
}

/// "of Tessen", "with the president".
fn oblique(doc: &Doc, mention: &Mention) -> bool {
    const PREPOSITIONS: [&str; 14] = [
        "about", "against", "at", "behind", "by", "for", "from", "in", "of", "on", "than", "to",
        "under", "with",
    ];
    let start = doc.tokens_in(mention.range).start;
    start.checked_sub(1).is_some_and(|t| PREPOSITIONS.contains(&doc.word(t)))
}

/// Whom what "he" or "she" says calls by name: nobody speaks so of himself. "His aides" may.
fn named_within(doc: &Doc, cast: &Cast, at: usize, context: &Context) -> Vec<usize> {
    let token = doc.tokens.partition_point(|t| t.range.start < at);
    if token >= doc.tokens.len() || !matches!(doc.word(token), "he" | "she") {
        return Vec::new();
    }
    let mentions = context.content.iter().flat_map(|&content| cast.mentions_in(content));
    let by_name = mentions.filter(|mention| {
        let member = &cast.members[mention.member];
        member.named && mention.range.of(doc.text).contains(surname(&member.name))
    });
    by_name.map(|mention| mention.member).collect()
}

/// Whether the pronoun at `at` opens a clause of its sentence: "the consul, whom it accused".
fn subordinate(doc: &Doc, at: usize) -> bool {
    let token = doc.tokens.partition_point(|t| t.range.start < at);
    let before = token.checked_sub(1).map_or("", |t| doc.word(t));
    matches!(
        before,
        "because"
            | "if"
            | "that"
            | "what"
            | "when"
            | "whether"
            | "which"
            | "while"
            | "whom"
            | "whose"
    )
}

/// "A reporter asked whether …": whoever asks does not answer.
fn asks(doc: &Doc, mention: &Mention) -> bool {
    let next = doc.tokens.partition_point(|t| t.range.start < mention.range.end);
    mention.subject
        && doc.tokens.get(next).is_some()
        && matches!(doc.word(next), "asked" | "asks" | "wondered" | "inquired" | "pressed")
}

/// What the form of the first name says for "he" or "she", where nothing else tells.
fn leaning(pronoun: Pronoun, member: &Member) -> f32 {
    let meant = match pronoun {
        Pronoun::He => Gender::Male,
        Pronoun::She => Gender::Female,
        _ => return 0.0,
    };
    let first = member.name.split_once(' ').map(|(first, _)| first.to_lowercase());
    let told = member.gender != Gender::Unknown || !member.named;
    match first.filter(|_| !told).map(|first| Gender::leaning(&first)) {
        None | Some(Gender::Unknown) => 0.0,
        Some(leaning) if leaning == meant => 1.0,
        Some(_) => -2.0,
    }
}

fn heading(doc: &Doc, mention: &Mention) -> bool {
    doc.paragraphs[doc.sentences[mention.sentence].paragraph].kind != ZoneKind::Body
}
