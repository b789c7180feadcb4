//! Whole articles, each of another kind of page. Everything in them is invented.

use gainsay_record::ZoneKind;

use super::*;

fn kinds(text: &str) -> Vec<(&'static str, &str)> {
    let layout = lay_out(text, Known::default());
    layout.zones.iter().map(|zone| (zone.kind.as_str(), zone.range.of(text))).collect()
}

fn kind_of(text: &str, start: &str) -> &'static str {
    let zones = kinds(text);
    let found = zones.iter().find(|(_, words)| words.starts_with(start));
    found.unwrap_or_else(|| panic!("no zone begins with {start:?}: {zones:#?}")).0
}

/// Two paragraphs that any article could have.
const BODY: &str = "The foreign ministry of Quell said on Monday that it had not received the \
letter, and that no envoy of the council had been turned away at the border in recent weeks.

“We have heard these charges before,” said Ada Quist, the minister. “They are as false today as \
they were in spring.”";

#[test]
fn an_agencys_page() {
    let text = format!(
        "March 3, 2015 / 1:27 PM / 9 years ago\n\nQuell rejects charge in row with Zorvia\n\n\
         POLEBURG (Norpress) - {BODY}\n\n\
         Additional reporting by Ben Holm in Dorn; Writing by Cy Dorn; Editing by Eva Holt\n\n\
         0 : 0\n  • narrow-browser-and-phone\n  • landscape-tablet"
    );
    let kinds: Vec<_> = kinds(&text).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(
        kinds,
        [
            "dateline", "headline", "dateline", "body", "body", "byline", "clutter", "clutter",
            "clutter"
        ]
    );
    let layout = lay_out(&text, Known::default());
    assert_eq!(layout.authors, ["Cy Dorn"]);
    assert_eq!(layout.published().unwrap().found.value, "2015-03-03");
}

#[test]
fn a_broadcasters_page() {
    let text = format!(
        "Quell rejects charge\n\nThe ministry answers a charge by the council of Zorvia.\n\n\
         Minister Ada Quist speaks to reporters in Poleburg\n\
         Quist said she knew of no letter [File: Ben Holm/Reuters]\n\n\
         Poleburg, Quell – {BODY}\n\nA row with a history\n\n{BODY}\n\n\
         Cy Dorn is Norvale Radio’s correspondent in Quell. He tweets @cydorn.\n\n\
         Source: Norvale Radio"
    );
    let kinds: Vec<_> = kinds(&text).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(
        kinds,
        [
            "headline",
            "standfirst",
            "caption",
            "caption",
            "dateline",
            "body",
            "body",
            "subheading",
            "body",
            "body",
            "byline",
            "clutter"
        ]
    );
    assert_eq!(lay_out(&text, Known::default()).authors, ["Cy Dorn"]);
}

#[test]
fn a_papers_page_with_links_between_paragraphs() {
    let text = format!(
        "NORVALEHERALD.COM\n\nToday's Paper | November 2, 2024\n\nUpdated 3 Mar, 2015 05:14pm\n\n\
         No worse a threat than others: Quell\n\nPOLEBURG: {BODY}\n\n\
         Also read: Council should not fear neighbours, says Holm\n\n{BODY}\n\n\
         Read Comments\n\nCourt grants bail in harbour case Next Story"
    );
    assert_eq!(kind_of(&text, "NORVALEHERALD"), "clutter");
    assert_eq!(kind_of(&text, "Today's Paper"), "clutter");
    assert_eq!(kind_of(&text, "No worse a threat"), "headline");
    assert_eq!(kind_of(&text, "POLEBURG:"), "dateline");
    assert_eq!(kind_of(&text, "Also read:"), "clutter");
    assert_eq!(kind_of(&text, "Court grants bail"), "clutter");
    let layout = lay_out(&text, Known::default());
    assert_eq!(layout.published().unwrap().found.value, "2015-03-03");
}

#[test]
fn a_page_with_menus_around_the_article() {
    let text = format!(
        "Skip to content\nHome\nWorld\nSouth Quell\n\
         Quell rejects Zorvian charge | The Norvale Herald\nQuell rejects Zorvian charge\n\
         By Ada Holt and Ben Holm\nMarch 3, 2015\n12 Shares\nShare\nTweet\n{BODY}\n\
         We use cookies to improve this site.\nSign up for our newsletter\n\
         Related stories\nHarbour closed for a week\nNew bridge for Dorn\n\
         © 2015 The Norvale Herald. All rights reserved."
    );
    let speaking: Vec<_> = kinds(&text)
        .into_iter()
        .filter(|(kind, _)| matches!(*kind, "headline" | "standfirst" | "body" | "subheading"))
        .collect();
    assert_eq!(speaking.len(), 3, "{speaking:#?}");
    assert_eq!(speaking[0], ("headline", "Quell rejects Zorvian charge"));
    let layout = lay_out(&text, Known::default());
    assert_eq!(layout.authors, ["Ada Holt", "Ben Holm"]);
    assert_eq!(layout.site.as_deref(), Some("The Norvale Herald"));
}

#[test]
fn readers_comments_are_clutter() {
    let text = format!(
        "Quell rejects charge\n\n{BODY}\n\n{BODY}\n\nLeave a Reply\n\n\
         I never believed a word of this, and said so at the time to all who asked.\n\n\
         Me neither, and my brother said the same thing to the council in spring."
    );
    assert_eq!(kind_of(&text, "I never believed"), "clutter");
    assert_eq!(kind_of(&text, "Me neither"), "clutter");
}

#[test]
fn a_speakers_label_is_body() {
    let text = format!(
        "Quell rejects charge\n\n{BODY}\n\nForeign Minister Ada Quist:\n\n\
         “We do not know of any letter, and we have not been asked,” she said."
    );
    assert_eq!(kind_of(&text, "Foreign Minister Ada Quist:"), "body");
}

#[test]
fn sentences_that_report_are_never_called_clutter() {
    for sentence in [
        "Click here, the council told its members on Monday, and you will see nothing.",
        "“Sign up now,” Quist said.",
        "Follow us, the envoy urged the crowd in Poleburg, and you will be safe.",
        "The minister said that cookies and this website used by the council were safe.",
    ] {
        let text = format!("Quell rejects charge\n\n{BODY}\n\n{sentence}\n\n{BODY}");
        assert_eq!(kind_of(&text, sentence), "body", "{sentence}");
    }
}

#[test]
fn a_headline_may_be_about_a_poll() {
    let text = format!("Poll: Quist and Holm hold narrow leads in Norvale.\n\n{BODY}\n\n{BODY}");
    assert_eq!(kind_of(&text, "Poll:"), "headline");
}

#[test]
fn furniture_is_clutter_in_the_middle_of_the_body_too() {
    for line in [
        "2038",
        "Advertisement",
        "Read more: Harbour closed for a week",
        "___",
        "Share 24",
        "Follow Ada Quist on Twitter @adaquist",
        "Home | World | Business | Sport",
        "Story continues below advertisement",
        "https://norvale.example/a",
        "margin-top:15px;",
        "Related: Minister says harbour is safe",
        "function() { return 1; }",
    ] {
        let text = format!("Quell rejects charge\n\n{BODY}\n\n{line}\n\n{BODY}");
        assert_ne!(kind_of(&text, line), "body", "{line}");
        assert_ne!(kind_of(&text, line), "headline", "{line}");
    }
}

#[test]
fn a_byline_before_the_first_sentence_is_cut_off() {
    let text = format!("Quell rejects charge\n\nBY ADA HOLT – {BODY}");
    assert_eq!(kind_of(&text, "BY ADA HOLT"), "byline");
    assert_eq!(kind_of(&text, "The foreign ministry"), "body");
}

#[test]
fn transcripts_have_no_datelines() {
    let text = "Quell minister on the charge\n\n\
        QUIST: We have not received any letter from the council in Zorvia this year.\n\n\
        HOLM: So you deny the charge that was made in the council on Monday?\n\n\
        QUIST: We deny it, and we have denied it for years now in every paper.";
    assert_eq!(kind_of(text, "QUIST: We have"), "body");
    assert_eq!(lay_out(text, Known::default()).place, None);
}

#[test]
fn a_text_without_headline_has_none() {
    let layout = lay_out(BODY, Known::default());
    assert_eq!(layout.headline, None);
    assert!(layout.zones.iter().all(|zone| zone.kind == ZoneKind::Body));
}

#[test]
fn a_stated_title_is_found_in_the_text() {
    let text = format!("Norvale today\n\nQuell rejects charge\n\n{BODY}");
    let known = Known { title: Some("Quell Rejects Charge"), markup: &[] };
    let layout = lay_out(&text, known);
    assert_eq!(layout.headline.unwrap().of(&text), "Quell rejects charge");
}

#[test]
fn published_goes_before_updated_and_the_head_before_the_foot() {
    let text = format!(
        "Quell rejects charge\n\nUpdated March 5, 2015\n\nPublished March 3, 2015\n\n{BODY}\n\n\
         Accessed March 9, 2015"
    );
    let layout = lay_out(&text, Known::default());
    assert_eq!(layout.published().unwrap().found.value, "2015-03-03");
}

#[test]
fn dates_of_running_prose_are_not_the_articles() {
    let text = format!("Quell rejects charge\n\n{BODY}\n\nThe bridge was closed on March 3, 2015.");
    assert_eq!(lay_out(&text, Known::default()).published(), None);
}

#[test]
fn a_page_with_its_byline_and_date_under_the_standfirst() {
    let text = format!(
        "Quell denies that troops crossed the border\nThis article is more than 9 years old\n\
         Minister calls claims baseless as mediators urge both sides to show restraint\n\n\
         Ada Holt in Poleburg\nTue 3 Mar 2015 10.32 GMT\n\
         Last modified on Wed 4 Mar 2015 11.00 GMT\n\nShare\n\n{BODY}\n\n\
         Ben Holm contributed reporting from Dorn."
    );
    assert_eq!(kind_of(&text, "Minister calls"), "standfirst");
    assert_eq!(kind_of(&text, "Ben Holm"), "byline");
    let layout = lay_out(&text, Known::default());
    assert_eq!(layout.authors, ["Ada Holt"]);
    assert_eq!(layout.published().unwrap().found.value, "2015-03-03");
}
