//! The reasons for which a statement may be aimed at somebody, or at nobody.

/// A list of grounds, each with its name.
macro_rules! grounds {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// One reason for a party, or for nobody.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Ground { $($(#[$doc])* $name,)* }

        impl Ground {
            #[cfg(test)]
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
    /// … the model sees somebody,
    NobodyThoughSeen,
    /// … nobody charged the speaker.
    NobodyCharged,
    // The words of the statement
    /// The object of the cue, its institution, its country.
    Object,
    ObjectInstitution,
    ObjectCountry,
    /// What the model sees named as the target, its institution, its country.
    Seen,
    SeenInstitution,
    SeenCountry,
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
    /// Aimed at the speaker or its side before, as the last to do so; after.
    AimedAtUs,
    AimedAtUsLast,
    AimedAtUsLater,
    AimedAtUsInstitution,
    AimedAtUsCountry,
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
    // Whom others are aimed at
    /// The speaker’s last statement was aimed at this one; an earlier one; a later one.
    Still,
    StillEarlier,
    StillLater,
    /// … by an act of the same kind.
    StillAlike,
    /// The statement before, by somebody else, was aimed at this one.
    Same,
    /// Somebody of the speaker’s side aimed at it.
    Side,
    /// Once, often aimed at by anybody.
    Aimed,
    AimedOften,
    /// The next statement of this one denies or refuses.
    Denies,
    // What it is
    Person,
    Unnamed,
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
    /// The speaker’s institution, country; of its institution or country; of another country.
    OurInstitution,
    OurCountry,
    Together,
    Foreign,
}
