//! What a pronoun stands for: by recency of speakers, by subjects of the sentences before, by
//! gender and number. Where two fit about equally well, nothing is chosen.

use gainsay_record::{SpeakerKind, TextRange, ZoneKind};

use crate::doc::Doc;
use crate::speaker::Gender;
use crate::speaker::cast::{Cast, Member, Mention};
use crate::speaker::known::PLACE;
use crate::speaker::phrase::{Head, surname};

/// The pronouns a source can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pronoun {
    He,
    She,
    It,
    They,
    /// "I", "we": the one whose words they stand in.
    First,
    /// "who", "which": the noun before.
    Relative,
    /// "you", "anyone": nobody in particular.
    Nobody,
}

impl Pronoun {
    pub(crate) fn of(word: &str) -> Option<Self> {
        Some(match word {
            "he" | "him" | "his" | "himself" => Pronoun::He,
            "she" | "her" | "hers" | "herself" => Pronoun::She,
            "it" | "its" | "itself" => Pronoun::It,
            "they" | "them" | "their" | "both" | "neither" => Pronoun::They,
            "i" | "we" | "my" | "our" | "me" | "us" => Pronoun::First,
            "who" | "which" | "that" | "whom" => Pronoun::Relative,
            "q" | "your" | "you" | "let" | "one" | "anyone" | "everyone" | "someone"
            | "somebody" | "everybody" | "nobody" | "no-one" | "this" | "these" | "there"
            | "what" => Pronoun::Nobody,
            _ => return None,
        })
    }

    fn fits(self, member: &Member) -> bool {
        // "Iodine": a lone capital that is no name of a person's.
        let place = member.head == Head::Bare && member.role_words.iter().any(|w| w == PLACE);
        let person = member.kind == SpeakerKind::Person && !place;
        match self {
            Pronoun::He => person && member.gender.agrees(Gender::Male),
            Pronoun::She => person && member.gender.agrees(Gender::Female),
            Pronoun::It => {
                matches!(
                    member.kind,
                    SpeakerKind::Organization | SpeakerKind::Government | SpeakerKind::Document
                ) || anything(member)
            }
            Pronoun::They => !person && member.kind != SpeakerKind::Document,
            Pronoun::First | Pronoun::Relative | Pronoun::Nobody => false,
        }
    }
}

/// Whether a name of one word, of which nothing else is known, may be a state's or a company's as well as
/// a person's.
fn anything(member: &Member) -> bool {
    matches!(member.head, Head::Bare | Head::Person)
        && member.named
        && member.role.is_none()
        && member.role_words.is_empty()
        && member.gender == Gender::Unknown
        && !member.name.contains(' ')
}

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

// What each ground weighs, tried out on the training articles: the subject of the sentence before
// says more than who spoke last.
const SPOKE_LAST: f32 = 1.5;
const SPOKE_LAST_FAR: f32 = 0.5;
const SUBJECT: f32 = 1.5;
const BY_DISTANCE: [f32; 4] = [3.0, 4.0, 1.5, 1.0];
/// The first subject of a sentence is what it is about.
const TOPIC: f32 = 1.0;
/// Somebody already called "he" or "she" stays so.
const CHAIN: f32 = 1.0;
const SPOKEN_OF: f32 = -2.0;
const QUOTED: f32 = -2.5;
const ASKED: f32 = -4.0;
const ASKS: f32 = -2.5;
/// "entered the ministry as a translator": a role in passing.
const IN_PASSING: f32 = -2.0;
/// "Spokesman Ilmar Tessen:" on a line of its own says who speaks next.
const LABEL: f32 = 4.0;
const BARE: f32 = -1.0;
const GENDER_KNOWN: f32 = 1.0;
/// The subject of the sentence, where the pronoun opens a clause of it.
const WITHIN: f32 = 1.5;
const PRINCIPAL: f32 = 1.0;
const LEANING: f32 = 0.4;
const GROUP_FOR_THEY: f32 = 1.0;
/// Of the same paragraph.
const HERE: f32 = 1.0;
/// "it" is seldom the paper in which an institution says something, nor one without a name.
const PAPER_FOR_IT: f32 = -2.5;
const NAMELESS_FOR_IT: f32 = -0.7;
/// How far the best must lie before the second.
const SAFE: f32 = 0.5;

/// The members the pronoun may stand for, best first, and whether the first is safe.
pub(crate) fn antecedents(
    doc: &Doc,
    cast: &Cast,
    pronoun: Pronoun,
    at: usize,
    context: &Context,
) -> (Vec<usize>, bool) {
    let Some(sentence) = doc.sentence_at(at) else { return (Vec::new(), false) };
    let paragraph = doc.sentences[sentence].paragraph;
    let mut scores: Vec<(usize, f32)> = Vec::new();
    let mut add = |member: usize, score: f32| match scores.iter_mut().find(|s| s.0 == member) {
        Some(known) => known.1 = known.1.max(score),
        None => scores.push((member, score)),
    };
    let body = doc.paragraphs[paragraph].kind == ZoneKind::Body;
    let within = subordinate(doc, at);
    let named = named_within(doc, cast, at, context);
    let near = |mention: &&Mention| {
        // A trail may run ahead of a statement that is told before it in the text.
        sentence.checked_sub(mention.sentence).is_some_and(|back| back < BY_DISTANCE.len())
            && doc.sentences[mention.sentence].paragraph + 2 >= paragraph
    };
    let before = cast.mentions.partition_point(|m| m.range.start < at);
    let mentions = cast.mentions[..before].iter().rev().take(40).take_while(near);
    let chain = cast.trail.iter().rev().take(8).take_while(near);
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
        let mut score = BY_DISTANCE[sentence - mention.sentence];
        score += if mention.subject { SUBJECT } else { 0.0 };
        let here = mention.sentence == sentence;
        score += if within && here && mention.subject { WITHIN } else { 0.0 };
        score += if context.principal == Some(mention.member) { PRINCIPAL } else { 0.0 };
        score += if pronominal { CHAIN } else { 0.0 };
        // A lone name may be anything's.
        score += if member.head == Head::Bare && !pronominal { BARE } else { 0.0 };
        score += if mention.quoted { QUOTED } else { 0.0 };
        let own = doc.sentences[mention.sentence].paragraph;
        score += if own == paragraph { HERE } else { 0.0 };
        score += match (pronoun, member.head) {
            (Pronoun::It, Head::Document) => PAPER_FOR_IT,
            (Pronoun::It, _) if !member.named => NAMELESS_FOR_IT,
            _ => 0.0,
        };
        let passing = member.head == Head::Role && !mention.subject && !member.named;
        score += if passing { IN_PASSING } else { 0.0 };
        let starts = doc.tokens[doc.sentences[mention.sentence].tokens.start].range.start;
        score += if mention.subject && mention.range.start == starts { TOPIC } else { 0.0 };
        if context.before.iter().any(|c| c.contains_offset(mention.range.start)) {
            score += SPOKEN_OF;
        }
        score += if asks(doc, mention) { ASKS } else { 0.0 };
        let label = own + 1 == paragraph
            && doc.paragraphs[own].range.of(doc.text).ends_with(':')
            && doc.paragraphs[own].range.len() < 160;
        score += if label { LABEL } else { 0.0 };
        add(mention.member, score);
    }
    if let Some((member, where_)) = context.last
        && pronoun.fits(&cast.members[member])
        && context.aside != Some(member)
        && !named.contains(&member)
    {
        let spoke = doc.paragraph_at(where_).unwrap_or(0);
        let weight = match paragraph.saturating_sub(spoke) {
            0 | 1 => SPOKE_LAST,
            2 | 3 => SPOKE_LAST_FAR,
            _ => 0.0,
        };
        if weight > 0.0 {
            match scores.iter_mut().find(|s| s.0 == member) {
                Some(known) => known.1 += weight,
                None => scores.push((member, weight + 2.0)),
            }
        }
    }
    for score in &mut scores {
        let member = &cast.members[score.0];
        if member.gender != Gender::Unknown {
            score.1 += GENDER_KNOWN;
        }
        score.1 += leaning(pronoun, member);
        if pronoun == Pronoun::They && member.kind == SpeakerKind::Group {
            score.1 += GROUP_FOR_THEY;
        }
        if context.asked == Some(score.0) {
            score.1 += ASKED;
        }
    }
    // Stable: of equals the nearer stays first.
    scores.sort_by(|a, b| b.1.total_cmp(&a.1));
    let safe = match &scores[..] {
        [] => false,
        [_] => true,
        [best, second, ..] => best.1 - second.1 >= SAFE,
    };
    (scores.into_iter().map(|s| s.0).take(4).collect(), safe)
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
        Some(leaning) if leaning == meant => LEANING,
        Some(_) => -2.0 * LEANING,
    }
}

fn heading(doc: &Doc, mention: &Mention) -> bool {
    doc.paragraphs[doc.sentences[mention.sentence].paragraph].kind != ZoneKind::Body
}
