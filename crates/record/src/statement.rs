//! Statements: who said what, through whom, at whom.

use serde::{Deserialize, Serialize};

use crate::act::Act;
use crate::date::DateValue;
use crate::id::{Digest, Id};
use crate::text::Span;
use crate::zone::ZoneKind;

/// One attribution by one speaker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Made from the article's id and the spans.
    pub id: Id,
    /// The zone its content (or cue, where it has no content) lies in.
    pub zone: ZoneKind,
    /// Uttered, or a belief, plan or wish reported without any utterance.
    pub mode: Mode,
    /// How much of the content stands within quotation marks.
    pub form: Form,
    /// What the speaker does by saying it.
    pub act: Act,
    /// Probability that the act is right, 0 to 1.
    pub act_confidence: f32,
    /// What decided the act, in words: the rule and the words it saw.
    pub act_basis: String,
    /// The act that is nearly as likely, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub act_runner_up: Option<Act>,
    /// Who, as written: the whole noun phrase, or empty where the text gives none.
    pub source: Vec<Span>,
    /// The words that attribute, without adverbs. Empty for a quotation that stands alone.
    pub cue: Vec<Span>,
    /// What was said, verbatim, in one or several pieces.
    pub content: Vec<Span>,
    /// Who that is.
    pub speaker: Speaker,
    /// How the article names the speaker.
    pub sourcing: Sourcing,
    /// The chain it came through, nearest reporter first.
    pub via: Vec<Via>,
    /// Whom the act is aimed at.
    pub targets: Vec<Target>,
    /// To whom it was said.
    pub addressee: Option<Party>,
    /// When it was said.
    pub said: Option<DateValue>,
    /// Probability that source and content are right, 0 to 1.
    pub confidence: f32,
    /// The model and version, or the rule, that found it.
    pub made_by: String,
}

impl Statement {
    /// The id of a statement with these spans in the article with this id.
    pub fn id_of(article: &Id, source: &[Span], cue: &[Span], content: &[Span]) -> Id {
        let mut digest = Digest::new("statement").part(article.digits().as_bytes());
        for role in [source, cue, content] {
            digest = digest.number(role.len());
            for span in role {
                digest = digest.number(span.start).number(span.end);
            }
        }
        digest.id()
    }

    /// Every span of the statement: source, cue, content, via, targets, addressee, said.
    pub fn spans(&self) -> impl Iterator<Item = &Span> {
        self.source
            .iter()
            .chain(&self.cue)
            .chain(&self.content)
            .chain(self.via.iter().flat_map(|via| &via.spans))
            .chain(self.targets.iter().flat_map(|target| &target.spans))
            .chain(self.addressee.iter().flat_map(|party| &party.spans))
            .chain(self.said.iter().flat_map(|said| &said.span))
    }
}

/// A party as one statement names it: its canonical name and the words that name it there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Party {
    /// Canonical name.
    pub name: String,
    /// Where the text names it; empty where only the context does.
    pub spans: Vec<Span>,
}

/// A link of the chain a statement came through ("the Express Tribune reported, quoting …").
pub type Via = Party;

/// Whom an act is aimed at.
pub type Target = Party;

/// Who said it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Speaker {
    /// Canonical name: the fullest the article gives, without title; `unknown` where unsafe.
    pub name: String,
    /// What kind of party it is.
    pub kind: SpeakerKind,
    /// The role as the article gives it ("Interior Minister").
    pub role: Option<String>,
    /// Whom he, she or it speaks for, nearest first (institution, then country).
    pub speaks_for: Vec<String>,
    /// How the source was turned into the name.
    pub resolved_from: Resolution,
    /// The names it might be, where `name` is `unknown`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<String>,
}

impl Speaker {
    /// The name of a speaker that cannot be told.
    pub const UNKNOWN: &'static str = "unknown";
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// The word of the contract.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }
        }
    };
}

words! {
    /// What kind of party a speaker is.
    SpeakerKind {
        /// A human being, named or not.
        Person = "person",
        /// A ministry, army, paper, company, party, court.
        Organization = "organization",
        /// A country's government.
        Government = "government",
        /// Several people named by what they are ("US officials", "analysts").
        Group = "group",
        /// A poll, filing, advertisement, leaked paper.
        Document = "document",
        /// Cannot be told.
        Unknown = "unknown",
    }
}

words! {
    /// How the words of the source became the name of the speaker.
    Resolution {
        /// The source itself gives the name.
        Name = "name",
        /// The source gives a part of a name given in full elsewhere ("Mullen").
        ShortName = "short-name",
        /// A pronoun, title or description stands for a name given elsewhere ("the minister").
        Coreference = "coreference",
        /// A quotation that stands alone takes the speaker before it.
        Continuation = "continuation",
        /// The source describes a party that has no name ("an unnamed official").
        Description = "description",
        /// Nothing safe was found.
        Unresolved = "unresolved",
        /// A person said who it is.
        Corrected = "corrected",
    }
}

words! {
    /// Whether something was said, or only thought.
    Mode {
        /// Said, written, announced.
        Utterance = "utterance",
        /// A belief, plan, fear or wish reported without any utterance.
        Attitude = "attitude",
    }
}

words! {
    /// How much of the content stands within quotation marks.
    Form {
        /// All of it.
        Direct = "direct",
        /// Some of it.
        Mixed = "mixed",
        /// None of it.
        Indirect = "indirect",
    }
}

words! {
    /// How the article names whom it had the statement from.
    Sourcing {
        /// By name.
        Named = "named",
        /// By the institution or country ("the State Department").
        Institution = "institution",
        /// As one of many ("U.S. officials").
        Collective = "collective",
        /// As a single person without a name ("an official … on condition of anonymity").
        Unnamed = "unnamed",
        /// A poll, filing, leaked paper.
        Document = "document",
        /// Another outlet.
        Media = "media",
    }
}
