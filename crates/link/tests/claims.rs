//! Claims as a reader would put them.

use gainsay_link::allegations::claim;
use gainsay_record::{
    Act, Form, Id, Mode, Party, Resolution, Sourcing, Span, Speaker, SpeakerKind, Statement,
    ZoneKind,
};

fn statement(act: Act, speaker: &str, targets: &[&str], content: &str) -> Statement {
    let span = Span { start: 0, end: content.chars().count(), exact: content.to_owned() };
    let party = |name: &&str| Party { name: (*name).to_owned(), spans: Vec::new() };
    Statement {
        id: Id::from_number(1),
        zone: ZoneKind::Body,
        mode: Mode::Utterance,
        form: Form::Indirect,
        act,
        act_confidence: 1.0,
        act_basis: String::new(),
        act_runner_up: None,
        source: Vec::new(),
        cue: Vec::new(),
        content: vec![span],
        speaker: Speaker {
            name: speaker.to_owned(),
            kind: SpeakerKind::Organization,
            role: None,
            speaks_for: Vec::new(),
            resolved_from: Resolution::Name,
            candidates: Vec::new(),
        },
        sourcing: Sourcing::Named,
        via: Vec::new(),
        targets: targets.iter().map(party).collect(),
        addressee: None,
        said: None,
        confidence: 1.0,
        made_by: "test".to_owned(),
    }
}

/// The claim of a content as "subject – relation – object".
fn told(act: Act, speaker: &str, targets: &[&str], content: &str) -> String {
    let names: Vec<String> = ["Quell", "Poleburg", "Reed Council", "Odo Brann", "Sable network"]
        .map(str::to_owned)
        .to_vec();
    let found = claim(&statement(act, speaker, targets, content), &names).unwrap();
    let part = |part: Option<String>| part.unwrap_or_else(|| "?".to_owned());
    [found.subject, found.relation, found.object].map(part).join(" – ")
}

#[test]
fn a_charge_says_who_does_what_to_whom() {
    for (targets, content, expected) in [
        (&["Quell"][..], "Quell of arming the reed rebels", "Quell – arms – reed rebels"),
        (
            &["Quell"],
            "Quell arms the rebels of the Sable Coast",
            "Quell – arms – rebels of the Sable Coast",
        ),
        (&["Quell"], "Quell had cut the cable on purpose last month", "Quell – cut – cable"),
        (
            &["Quell"],
            "Quell’s navy destroyed its main power cable last month",
            "Quell – damaged – main power cable",
        ),
        (&[], "the ship of cutting the Merrow cable", "ship – damaged – Merrow cable"),
        (
            &["Odo Brann"],
            "“He lied to the council about the ferry”",
            "Odo Brann – lied about – ferry",
        ),
        (&["Quell"], "eight marines were killed by Quell", "Quell – killed – eight marines"),
        (&["Quell"], "two ferries were seized", "Quell – seized – two ferries"),
        (
            &["recorded", "Quell"],
            "Quell has links with the reed rebels",
            "Quell – has links with – reed rebels",
        ),
        (
            &["Quell"],
            "the ferry stopped above the Merrow Link on the night the power failed",
            "Quell – ? – ?",
        ),
        (&["Quell"], "Quell never paid for the ferry", "Quell – ? – ?"),
    ] {
        assert_eq!(told(Act::Accuse, "Poleburg", targets, content), expected, "{content}");
    }
}

#[test]
fn a_denial_is_about_its_speaker_unless_it_names_another() {
    for (content, expected) in [
        ("arming the reed rebels", "Quell – arms – reed rebels"),
        ("Poleburg had supported the reed rebels", "Poleburg – supports – reed rebels"),
        ("it had “not fired on anybody”", "Quell – ? – ?"),
        ("any part in it", "Quell – ? – ?"),
    ] {
        assert_eq!(told(Act::Deny, "Quell", &["Poleburg"], content), expected, "{content}");
    }
}

/// The relation that a charge by Poleburg tells of.
fn relation(content: &str) -> Option<String> {
    claim(&statement(Act::Accuse, "Poleburg", &[], content), &[]).unwrap().relation
}

#[test]
fn a_word_tells_of_a_relation_only_where_it_stands_for_what_is_done() {
    for text in [
        "the Merrow Link failed that night",
        "the armed forces of Quell",
        "the attackers came by sea",
        "her supporters and an executive",
        "a patrol boat saw her lie over the cable",
        "the crew took on cutting gear",
        "the crew laid down its arms",
        "the night the power failed",
        "an armstrong",
    ] {
        assert_eq!(relation(text), None, "{text}");
    }
    for (text, expected) in [
        ("has links with the network", "has links with"),
        ("supporting the network", "supports"),
        ("of cutting the cable", "damaged"),
        ("the crown arms the rebels", "arms"),
        ("the crown sends weapons to the rebels", "arms"),
        ("a veritable arm of the navy", "has links with"),
        ("“Lies about the ferry”", "lied about"),
        ("the navy broke the truce of March", "violated"),
        ("the killing of eight marines", "killed"),
        ("the navy failed to warn anybody", "failed"),
    ] {
        assert_eq!(relation(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn what_a_claim_is_about_is_no_date_no_half_of_a_name_and_one_party() {
    for (targets, content, expected) in [
        (
            &["Quell"][..],
            "Quell of providing support for the September 13 attack on its mission",
            "Quell – supports – attack",
        ),
        (
            &["Quell"],
            "Quell is encouraging and aiding deadly attacks on the ferries",
            "Quell – supports – deadly attacks",
        ),
        (
            &["Quell"],
            "Quell of supporting the Sable militant group",
            "Quell – supports – Sable network",
        ),
        (&["Quell"], "Quell supports the Sables", "Quell – supports – Sable network"),
        (&["Quell"], "Quell backs groups such as the Afar Lions", "Quell – supports – Afar Lions"),
        (
            &["Quell"],
            "the Sable network is an arm of Quell’s coastal spy agency",
            "Sable network – has links with – Quell’s coastal spy agency",
        ),
        (
            &["Quell"],
            "the Sable network a “veritable arm” of the HIB intelligence agency",
            "Sable network – has links with – HIB",
        ),
        (
            &["Quell", "Quell navy’s spy agency"],
            "the Quell navy’s spy agency, the HIB, is assisting the rebels",
            "Quell navy’s spy agency – supports – rebels",
        ),
        (
            &["Poleburg"],
            "the network was built and trained by Poleburg",
            "Poleburg – trains – network",
        ),
        (&["Quell"], "Quell sent weapons for the rebels", "Quell – arms – rebels"),
        (&["Quell"], "Quell sold weapons for private gain", "Quell – sold – weapons"),
        (&["Quell"], "Quell attacked a U.S. ship", "Quell – attacked – United States"),
        (&["Quell"], "Quell of trying to drown the judges", "Quell – drown – judges"),
        (&["Quell"], "ties with rebels may exist", "Quell – has links with – rebels"),
    ] {
        assert_eq!(told(Act::Accuse, "Poleburg", targets, content), expected, "{content}");
    }
    for (content, expected) in [
        ("“Please understand, ‘having links’ is no help”", "Poleburg – has links with – ?"),
        (
            "“The charges show confusion within Quell. We reject any complicity with the rebels”",
            "Poleburg – colludes with – rebels",
        ),
    ] {
        assert_eq!(told(Act::Deny, "Poleburg", &[], content), expected, "{content}");
    }
}
