//! What the rules of acts look at.

use gainsay_record::{Act, Mode, TextRange};

use crate::assemble::Draft;
use crate::doc::Doc;
use crate::speaker::cast::Cast;
use crate::speaker::phrase::Head;
use crate::speaker::shown::side;

/// Longer contents are judged by their beginning.
const LONGEST: usize = 1600;

/// One statement in the form the rules read: lower case, straight apostrophes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Said {
    /// The cue, with the words up to the content where it comes first ("called on").
    pub cue: String,
    /// The content's pieces, one blank between them.
    pub content: String,
    /// The words between the cue and the content.
    pub between: String,
    /// The speaker's name and side, as the record writes them.
    pub speaker: Option<String>,
    pub side: Option<String>,
    /// Lower-case words for the speaker's own side.
    pub(super) own: Vec<String>,
    /// Sides and institutions the content names, other than the speaker's.
    pub others: Vec<String>,
    /// Sides that the content says make a charge ("U.S. allegations").
    pub charged_by: Vec<String>,
    pub attitude: bool,
    /// Probability of each act by the model, in the order of `Act::ALL`, where it was asked.
    pub model: Option<[f32; Act::ALL.len()]>,
}

impl Said {
    pub(crate) fn new(doc: &Doc, cast: &Cast, draft: &Draft, speaker: Option<usize>) -> Self {
        let join = |ranges: &[TextRange]| {
            let mut joined = String::new();
            for range in ranges {
                if joined.len() >= LONGEST {
                    break;
                }
                if !joined.is_empty() {
                    joined.push(' ');
                }
                let words = doc.lowered(*range);
                let mut end = words.len().min(LONGEST);
                while !words.is_char_boundary(end) {
                    end -= 1;
                }
                joined.extend(words[..end].chars().map(|c| match c {
                    '’' | '‘' => '\'',
                    '\n' | '\r' | '\t' | '\u{a0}' => ' ',
                    c => c,
                }));
            }
            joined
        };
        let member = speaker.map(|m| &cast.members[m]);
        let own_side = member
            .and_then(side)
            .map(str::to_owned)
            .or_else(|| speaker.and_then(|m| home(doc, cast, m)));
        let mut others = Vec::new();
        let mut charged_by = Vec::new();
        let mut own = Vec::new();
        for mention in draft.content.iter().flat_map(|&c| cast.mentions_in(c)).take(24) {
            let other = &cast.members[mention.member];
            let words = doc.lowered(mention.range);
            let shown = words.trim_start_matches("the ").to_owned();
            let same = Some(mention.member) == speaker
                || own_side.is_some() && side(other) == own_side.as_deref();
            if same {
                own.push(shown);
                continue;
            }
            // "a spy in England": nobody is charged by where it happened.
            if mention.place {
                continue;
            }
            if let Some(side) = side(other) {
                let after = doc.lowered(
                    TextRange::new(
                        mention.range.end,
                        (mention.range.end + 16).min(draft.end().max(mention.range.end)),
                    )
                    .trim_to_char(doc.text),
                );
                if CHARGES.iter().any(|c| after.trim_start().starts_with(c)) {
                    charged_by.push(side.to_owned());
                }
                others.push(side.to_owned());
            }
            if matches!(other.head, Head::Organization | Head::Person | Head::Bare)
                && other.name.contains(char::is_uppercase)
            {
                others.push(other.name.clone());
            }
        }
        let cue = join(&draft.cue);
        Said {
            attitude: crate::mode::mode(&cue) == Mode::Attitude,
            between: between(doc, draft),
            cue,
            content: join(&draft.content),
            speaker: member.map(|m| m.name.clone()),
            side: own_side,
            model: draft.acts,
            own,
            others,
            charged_by,
        }
    }

    /// Whether the first words name the speaker's own side ("we", "his country", "Varnia").
    pub(crate) fn own_subject(&self) -> bool {
        let start = self.content.trim_start_matches(|c: char| !c.is_alphanumeric());
        let mut words =
            start.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|w| !w.is_empty());
        let opening: Vec<&str> = words.by_ref().take(8).collect();
        let pronoun = opening.iter().take(4).any(|w| {
            matches!(
                *w,
                "we" | "i"
                    | "our"
                    | "my"
                    | "his"
                    | "her"
                    | "its"
                    | "their"
                    | "he"
                    | "she"
                    | "it"
                    | "they"
                    | "we've"
                    | "we're"
                    | "i'm"
                    | "i've"
                    | "we'll"
                    | "i'll"
            )
        });
        pronoun || self.own.iter().any(|own| start.find(own.as_str()).is_some_and(|at| at < 24))
    }

    /// Whether the content names the speaker's own side, by a noun.
    pub(crate) fn names_own_side(&self) -> bool {
        !self.own.is_empty()
    }

    /// Whether the speaker speaks of its own side at all.
    pub(crate) fn own_anywhere(&self) -> bool {
        !self.own.is_empty()
            || self
                .content
                .split(|c: char| !(c.is_alphanumeric()))
                .any(|w| matches!(w, "we" | "i" | "our" | "us" | "my" | "his" | "its" | "their"))
    }

    /// Whether the content has a negation.
    pub(crate) fn negated(&self) -> bool {
        self.negation().is_some()
    }

    /// The first negation.
    pub(crate) fn negation(&self) -> Option<&'static str> {
        const NEGATIONS: &[&str] = &[
            "no", "not", "cannot", "never", "nothing", "none", "neither", "nor", "nobody",
            "without",
        ];
        if self.content.contains("n't") {
            return Some("n't");
        }
        NEGATIONS.iter().copied().find(|word| crate::lexicon::contains(&self.content, word))
    }
}

/// Nouns for charges.
pub(super) const CHARGES: &[&str] = &[
    "accusation",
    "allegation",
    "assertion",
    "blame",
    "charge",
    "claim",
    "imputation",
    "insinuation",
    "suggestion",
];

/// The words between the cue and what follows, a few at most: "called on", "denied that".
fn between(doc: &Doc, draft: &Draft) -> String {
    let Some(cue) = draft.cue.last() else { return String::new() };
    let after = draft.content.iter().map(|c| c.start).find(|&s| s >= cue.end);
    let Some(end) = after.filter(|&end| end - cue.end < 80) else { return String::new() };
    doc.lowered(TextRange::new(cue.end, end)).replace('’', "'")
}

trait TrimToChar {
    fn trim_to_char(self, text: &str) -> Self;
}

impl TrimToChar for TextRange {
    fn trim_to_char(mut self, text: &str) -> Self {
        self.end = self.end.min(text.len());
        while self.end > self.start && !text.is_char_boundary(self.end) {
            self.end -= 1;
        }
        self
    }
}

/// The country of a minister whom the text gives none: that of the capital named beside him. Good
/// enough to weigh what he says, not to be written into the record.
fn home(doc: &Doc, cast: &Cast, member: usize) -> Option<String> {
    const OFFICES: &[&str] = &["chief", "gen", "general", "minister", "premier", "president"];
    let holds = cast.members[member].role_words.iter().any(|w| OFFICES.contains(&&**w));
    let first = cast.first_mention(member).filter(|_| holds)?;
    let sentence = doc.range(doc.sentences[first.sentence].tokens.clone());
    cast.mentions_in(sentence).iter().find_map(|m| {
        let capital = m.place && crate::speaker::country::is_capital(doc.lowered(m.range));
        capital.then(|| cast.members[m.member].name.clone())
    })
}
