//! What is known of one statement before anybody asks whom it is aimed at.

use std::ops::Range;

use gainsay_record::{Act, SpeakerKind, TextRange};

use super::Aimed;
use super::object::{object, takes_one};
use super::part::{Named, Place, Word};
use super::roster::{Roster, whose};
use super::topic::stems;
use crate::assemble::Draft;
use crate::doc::Doc;
use crate::lexicon::{has, spaced};
use crate::speaker::antecedents::{Context, antecedents};
use crate::speaker::cast::{Cast, Mention};
use crate::speaker::pronoun::Pronoun;

/// At most so many mentions and pronouns of a content are looked at.
const MENTIONS: usize = 24;
const PRONOUNS: usize = 6;
/// So many mentions before a statement are looked at.
const RECENT: usize = 48;

/// A party that the model takes for the target.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marked {
    pub party: usize,
    pub range: TextRange,
    pub probability: f32,
    /// Whether no rule has read these words, or not to their end.
    pub unread: bool,
}

/// One statement, as far as targets go.
pub(super) struct Turn {
    pub speaker: Option<usize>,
    pub act: Act,
    pub paragraph: usize,
    /// Whom the cue itself takes, and whether it is a cue that takes somebody.
    pub object: Option<usize>,
    pub takes_one: bool,
    /// Whom the model sees named as the target.
    pub marked: Vec<Marked>,
    /// Who charges the speaker's side, the most frequent first.
    pub accusers: Vec<usize>,
    pub named: Vec<Named>,
    /// Whom pronouns of the content stand for: the party, whether that is safe, whether the content
    /// begins with it.
    pub meant: Vec<(usize, bool, bool)>,
    /// The parties named before it, the last first, with how near.
    pub recent: Vec<(usize, f32)>,
    /// The sentences it stands in.
    pub sentences: Range<usize>,
    /// Whether it speaks of "both governments".
    pub both: bool,
    /// The beginnings of the longer words of the content, sorted.
    pub words: Vec<String>,
    /// Whether the content speaks to somebody ("you").
    pub you: bool,
    pub asks: bool,
    /// The statement in whose content this one stands.
    pub outer: Option<usize>,
}

/// The name of whom the model sees in words that no rule for names has read, or not to their end
/// ("people on the coast", where a rule found "people"): these words, without the article.
pub(super) fn words_of(doc: &Doc, cast: &Cast, range: TextRange) -> Option<String> {
    const BEFORE: &[&str] = &["the ", "a ", "an ", "The ", "A ", "An "];
    let words = range.of(doc.text).trim_matches(|c: char| !c.is_alphanumeric());
    let bare = BEFORE.iter().find_map(|article| words.strip_prefix(article)).unwrap_or(words);
    let name = spaced(bare);
    let count = name.split(' ').count();
    if !(1..=6).contains(&count) || name.len() <= 3 || Pronoun::of(&name.to_lowercase()).is_some() {
        return None;
    }
    let Some(mention) = cast.mention_over(range) else {
        return Some(whose(cast, &name).unwrap_or(name));
    };
    let member = &cast.members[mention.member];
    let group = member.kind == SpeakerKind::Group && member.name.starts_with(char::is_lowercase);
    let longer = name.starts_with(|c: char| c.is_lowercase() || c.is_numeric())
        && count > mention.range.of(doc.text).split_whitespace().count()
        && name.len() > member.name.len()
        && name.contains(&member.name);
    (group && longer).then(|| whose(cast, &name).unwrap_or(name))
}

/// What a turn is read off.
pub(super) struct Reading<'a, 'd> {
    pub doc: &'a Doc<'d>,
    pub cast: &'a Cast,
    pub roster: &'a Roster,
}

impl Reading<'_, '_> {
    pub(super) fn turn(&self, aimed: &Aimed) -> Turn {
        let Reading { doc, cast, roster } = *self;
        let Aimed { draft, speaker: member, act, outer, .. } = *aimed;
        let of = |m: usize| roster.of(m);
        let object = object(doc, cast, draft, act, member);
        let mut turn = Turn {
            speaker: member.and_then(of),
            act,
            paragraph: doc.paragraph_at(draft.start()).unwrap_or(0),
            object: object.and_then(|(m, _)| of(m)),
            takes_one: takes_one(doc, draft),
            marked: self.marked(draft, member),
            accusers: aimed.accusers.iter().filter_map(|name| roster.named(name)).collect(),
            named: Vec::new(),
            meant: Vec::new(),
            recent: self.recent(draft, member.and_then(of)),
            sentences: self.sentences(draft),
            both: self.both(draft),
            words: self.words(draft),
            you: false,
            asks: draft.cue.first().is_some_and(|cue| doc.lowered(*cue).starts_with("ask")),
            outer,
        };
        self.around(draft, &mut turn);
        self.pronouns(draft, member, &mut turn);
        turn
    }

    /// What two contents about one matter share: words that are no names, without their endings.
    fn words(&self, draft: &Draft) -> Vec<String> {
        let pieces = draft.content.iter();
        stems(self.doc, pieces.flat_map(|&piece| self.doc.tokens_in(piece)))
    }

    /// The parties named before the statement, the last first, with how near.
    fn recent(&self, draft: &Draft, speaker: Option<usize>) -> Vec<(usize, f32)> {
        let Reading { doc, cast, roster } = *self;
        let all = draft.content.iter().chain(&draft.cue).chain(&draft.source);
        let Some(start) = all.map(|range| range.start).min() else { return Vec::new() };
        let here = doc.sentence_at(start).unwrap_or(0);
        let before = cast.mentions.partition_point(|m| m.range.start < start);
        let mut found: Vec<(usize, f32)> = Vec::new();
        for mention in cast.mentions[..before].iter().rev().take(RECENT) {
            let Some(party) = roster.of(mention.member).filter(|&p| Some(p) != speaker) else {
                continue;
            };
            if !found.iter().any(|&(other, _)| other == party) {
                let away = here.saturating_sub(mention.sentence) as f32;
                found.push((party, 1.0 / (1.0 + away)));
            }
        }
        found
    }

    /// The sentences that the statement stands in.
    fn sentences(&self, draft: &Draft) -> Range<usize> {
        let place = |at: usize| self.doc.sentence_at(at).unwrap_or(0);
        let all = draft.content.iter().chain(&draft.cue).chain(&draft.source);
        let from = all.map(|range| range.start).min().unwrap_or(0);
        place(from)..place(draft.end().max(1) - 1) + 1
    }

    /// "both governments", "the two sides".
    fn both(&self, draft: &Draft) -> bool {
        const TWO: &[&str] = &["armies", "capitals", "countries", "governments", "nations"];
        const THEM: &[&str] = &["neighbors", "neighbours", "parties", "sides", "states"];
        let ends = draft.attribution().into_iter().chain(draft.content.iter().copied());
        let Some(whole) = ends.reduce(TextRange::cover) else { return false };
        let tokens = self.doc.tokens_in(whole);
        tokens.clone().any(|t| {
            matches!(self.doc.word(t), "both" | "two")
                && tokens.contains(&(t + 1))
                && (has(TWO, self.doc.word(t + 1)) || has(THEM, self.doc.word(t + 1)))
        })
    }

    /// Whom the model takes for the target, but for the speaker.
    fn marked(&self, draft: &Draft, speaker: Option<usize>) -> Vec<Marked> {
        let Reading { doc, cast, roster } = *self;
        let own = speaker.and_then(|m| roster.of(m));
        let mark = |&(range, probability): &(TextRange, f32)| {
            let words = words_of(doc, cast, range);
            let unread = words.is_some();
            let party = match (Pronoun::of(doc.lowered(range)), words) {
                (Some(_), _) => roster.of(self.pronoun(range, speaker)?)?,
                (None, Some(name)) => roster.named(&name)?,
                (None, None) => roster.of(cast.mention_over(range)?.member)?,
            };
            (Some(party) != own).then_some(Marked { party, range, probability, unread })
        };
        draft.aimed.iter().filter_map(mark).collect()
    }

    /// Whom a pronoun stands for that is not the speaker.
    fn pronoun(&self, range: TextRange, speaker: Option<usize>) -> Option<usize> {
        let pronoun = Pronoun::of(self.doc.lowered(range))?;
        let nothing = Context::default();
        let (those, _) = antecedents(self.doc, self.cast, pronoun, range.start, &nothing);
        those.into_iter().find(|&m| Some(m) != speaker)
    }

    /// The parties named in the content and around it.
    fn around(&self, draft: &Draft, turn: &mut Turn) {
        let Reading { doc, cast, .. } = *self;
        for &piece in &draft.content {
            for mention in cast.mentions_in(piece).iter().take(MENTIONS) {
                self.note(mention, Place::Content, piece, turn);
            }
        }
        let Some(attribution) = draft.attribution() else { return };
        let Some(sentence) = doc.sentence_at(attribution.start) else { return };
        let whole = doc.range(doc.sentences[sentence].tokens.clone());
        let apart = |m: &&Mention| {
            !draft.content.iter().chain(&draft.source).any(|c| c.contains_offset(m.range.start))
        };
        let cue = draft.cue.last().map_or(attribution.end, |cue| cue.end);
        let content = draft.content.iter().map(|c| c.start).find(|&start| start >= cue);
        for mention in cast.mentions_in(whole).iter().filter(apart) {
            let between =
                mention.range.start >= cue && content.is_some_and(|c| mention.range.end <= c);
            let place = if between { Place::Between } else { Place::Sentence };
            self.note(mention, place, whole, turn);
        }
        let Some(before) = sentence.checked_sub(1) else { return };
        let before = doc.range(doc.sentences[before].tokens.clone());
        for mention in cast.mentions_in(before).iter().filter(apart) {
            self.note(mention, Place::Before, before, turn);
        }
    }

    fn note(&self, mention: &Mention, place: Place, within: TextRange, turn: &mut Turn) {
        let Reading { doc, roster, .. } = *self;
        // "people", where the model sees "people on the coast".
        let covers = |mark: &&Marked| {
            mark.unread
                && mark.range.start <= mention.range.start
                && mention.range.end <= mark.range.end
        };
        let marked = turn.marked.iter().find(covers);
        let range = marked.map_or(mention.range, |mark| mark.range);
        let party = marked.map(|mark| mark.party).or_else(|| roster.of(mention.member));
        let Some(party) = party.filter(|&p| Some(p) != turn.speaker) else { return };
        let tokens = doc.tokens_in(mention.range);
        let before = tokens.start.checked_sub(1).map_or(Word::Other, |t| Word::before(doc.word(t)));
        let after =
            doc.tokens.get(tokens.end).map_or(Word::Other, |_| Word::after(doc.word(tokens.end)));
        turn.named.push(Named {
            party,
            range,
            place,
            subject: mention.subject,
            quoted: mention.quoted,
            somewhere: mention.place,
            opens: mention.range.start < within.start + 8,
            after,
            before,
        });
    }

    fn pronouns(&self, draft: &Draft, speaker: Option<usize>, turn: &mut Turn) {
        let Reading { doc, roster, .. } = *self;
        for (n, &piece) in draft.content.iter().enumerate() {
            let tokens = doc.tokens_in(piece);
            let first = tokens.start;
            for t in tokens {
                if matches!(doc.word(t), "you" | "your") {
                    turn.you = true;
                    continue;
                }
                let third = matches!(
                    Pronoun::of(doc.word(t)),
                    Some(Pronoun::He | Pronoun::She | Pronoun::It | Pronoun::They)
                );
                if !third || turn.meant.len() >= PRONOUNS {
                    continue;
                }
                let range = doc.tokens[t].range;
                let Some(pronoun) = Pronoun::of(doc.word(t)) else { continue };
                let nothing = Context::default();
                let (those, safe) = antecedents(doc, self.cast, pronoun, range.start, &nothing);
                // "it" is mostly a thing, so only the best is asked.
                let best = match pronoun {
                    Pronoun::It => those.first().copied().filter(|&m| Some(m) != speaker),
                    _ => those.iter().copied().find(|&m| Some(m) != speaker),
                };
                let safe = safe && best == those.first().copied();
                if let Some(party) =
                    best.and_then(|m| roster.of(m)).filter(|&p| Some(p) != turn.speaker)
                {
                    turn.meant.push((party, safe, n == 0 && t < first + 3));
                }
            }
        }
    }
}
