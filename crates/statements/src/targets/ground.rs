//! The reasons for which a statement may be aimed at somebody, or at nobody.

/// A list of grounds, each with its name.
macro_rules! grounds {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// One reason for a party, or for nobody.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Ground { $($(#[$doc])* $name,)* }

        impl Ground {
            /// All of them, in their order.
            pub(super) const ALL: &[Ground] = &[$(Ground::$name,)*];
        }
    };
}

grounds! {
    // Nobody
    /// The statement is aimed at nobody.
    Nobody,
    /// … and its content names nobody,
    NobodyNamed,
    /// … nobody else speaks in the article,
    NobodySpeaks,
    /// … its cue takes somebody as its object, and there is one,
    NobodyThoughTaken,
    /// … the model sees somebody, or may see somebody.
    NobodyThoughSeen,
    NobodyThoughMaybeSeen,
    // The words of the statement
    /// The object of the cue, its institution, its country.
    Object,
    ObjectInstitution,
    ObjectCountry,
    /// What the model sees named as the target, surely, probably or perhaps.
    SeenSurely,
    Seen,
    SeenPerhaps,
    /// The first, the second, a later party named in the content.
    First,
    Second,
    Later,
    /// Stands where subjects stand in the content; opens it.
    Subject,
    Opens,
    /// "X should", "X must", "X to"; "X had", "X’s".
    Ought,
    Did,
    Owns,
    /// After a preposition.
    Of,
    By,
    Against,
    To,
    From,
    With,
    For,
    On,
    /// Named within quotation marks; after "in".
    Quoted,
    Somewhere,
    /// The institution or the country of somebody in the content.
    NamedInstitution,
    NamedCountry,
    /// Whom a pronoun of the content stands for: first word, surely, perhaps.
    MeantFirst,
    Meant,
    MeantPerhaps,
    /// Between cue and content; elsewhere in the sentence; as its subject.
    Between,
    InSentence,
    /// In the sentence before; as its subject.
    Before,
    BeforeSubject,
    /// Of all others named last before the statement, and before that; how near.
    RecentFirst,
    RecentSecond,
    Lately,
    /// How near to the beginning of the article it is first named.
    Leads,
    /// How well the words of the statement fit what the article tells of it; whether none fits better.
    Topic,
    TopicBest,
    /// "both governments", and it is one of the two states that the article is about.
    Both,
    // Who speaks
    /// Spoke last of all others; before that; earlier.
    SpokeLast,
    SpokeSecond,
    SpokeEarlier,
    /// Speaks next of all others; after that; later.
    SpeaksNext,
    SpeaksSecond,
    SpeaksLater,
    /// Institution or country of who spoke last.
    LastInstitution,
    LastCountry,
    /// The last of the others who made a charge or demand, and its institution or country.
    ChargedLast,
    ChargedLastInstitution,
    ChargedLastCountry,
    /// Charges the speaker's side most often; charges it.
    Accuser,
    AccuserToo,
    /// Spoke just before, in the same or the last paragraph, and asked for it.
    Near,
    Asked,
    /// Of all others said most in the same words: in one, in several.
    SameWord,
    SameWords,
    /// The content says "you" and this one spoke last.
    You,
    /// In whose words the statement stands; who speaks in it.
    Outer,
    Inner,
    /// Its next statement denies or refuses.
    Denies,
    /// How much it, and others of its side, denies and refuses; charges.
    Defends,
    DefendsSide,
    Attacks,
    AttacksSide,
    // What it is
    Person,
    Unnamed,
    /// An institution or group that has no name of its own.
    Nameless,
    /// A person who speaks for somebody else.
    Spokes,
    Organization,
    Government,
    Group,
    Document,
    Media,
    /// Speaks once, twice, often.
    Speaks,
    SpeaksTwice,
    SpeaksOften,
    /// Mentioned more than twice, more than six times; in a heading.
    Mentioned,
    MentionedOften,
    Headed,
    /// Of those that are not of the speaker's side the most mentioned, the second.
    Foremost,
    ForemostSecond,
    /// The speaker’s institution, country; of its institution or country; of another country.
    OurInstitution,
    OurCountry,
    Together,
    Foreign,

    // Whom the others are aimed at, as far as is believed: these come last (`belief.rs`)
    /// Nobody is aimed at the speaker.
    NobodyCharged,
    /// The speaker's last statement was aimed at nobody; the statement before was.
    NobodyStill,
    NobodyBefore,
    /// The speaker’s last statement is aimed at this one; so near before, the next one.
    Still,
    StillNear,
    StillNext,
    /// All others of the speaker are, those of the same kind, those of its side.
    Ours,
    OursAlike,
    Side,
    /// What others say against somebody is aimed at this one.
    Others,
    /// The statement before or after, by somebody else, is aimed at this one.
    Same,
    SameNext,
    /// The one in whose content it stands; one in its own content; the one most like it in words.
    OuterAt,
    InnerAt,
    AlikeAt,
    /// Is aimed at the speaker or its side: as the last before, anywhere before, after.
    AtUsLast,
    AtUs,
    AtUsLater,
    /// Somebody of this institution, this country, of the same side is.
    AtUsInstitution,
    AtUsCountry,
    AtUsSide,
}
