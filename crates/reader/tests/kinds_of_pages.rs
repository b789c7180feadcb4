//! Pages that are not a headline over paragraphs. Everything in them is invented.

use gainsay_record::Article;

fn read(text: &str) -> Article {
    gainsay_reader::read("page.txt", text.as_bytes()).unwrap()
}

/// The zone of the line that begins so.
fn kind<'a>(article: &'a Article, start: &str) -> &'a str {
    let zone = article.zones.iter().find(|zone| article.text.slice(zone.range).starts_with(start));
    zone.unwrap_or_else(|| panic!("no zone begins with {start:?}")).kind.as_str()
}

#[test]
fn a_page_of_pictures_has_captions_alone() {
    let article = read(
        "The month in pictures\n\n\
         What our photographers saw from Norvale to the Dorn\n\n\
         Farmers block the bridge at Poleburg. The governor denies that he sent troops. (Photo: A. Quist)\n\n\
         Minister Ben Holm leaves the talks, which he called “a long lunch”. Photograph: Eva Dorn\n\n\
         A boy carries a heron from the slick that the line says it caused. © Eva Dorn\n\n\
         Soldiers rest at the gate. Anybody near it would be held, they said. Norvale Photo/C. Holt\n",
    );
    assert_eq!(article.title.as_deref(), Some("The month in pictures"));
    assert_eq!(kind(&article, "What our photographers"), "standfirst");
    for start in ["Farmers block", "Minister Ben Holm", "A boy carries", "Soldiers rest"] {
        assert_eq!(kind(&article, start), "caption", "{start}");
    }
}

#[test]
fn a_round_up_has_a_heading_above_each_brief() {
    let article = read(
        "The week in the islands\n\n\
         Chiefs refuse airstrip\n\n\
         The council of chiefs on Monday turned down a request to make the airstrip longer.\n\n\
         Loto Air: we will ask again\n\n\
         The airline regretted the decision and said that a new request would be made in spring.\n\n\
         Tuna boat freed\n\n\
         The boat was released on Wednesday after a bond was paid, the harbour master said.\n\n\
         Teachers hopeful of deal\n\n\
         The teachers’ association hopes that a settlement can be signed before the year ends.\n",
    );
    assert_eq!(article.title.as_deref(), Some("The week in the islands"));
    for start in ["Chiefs refuse", "Loto Air", "Tuna boat", "Teachers hopeful"] {
        assert_eq!(kind(&article, start), "subheading", "{start}");
    }
    assert_eq!(kind(&article, "The council of chiefs"), "body");
}

#[test]
fn a_live_blog_has_entries_with_the_time() {
    let article = read(
        "LIVE: Teachers march in Norvale as talks stall\n\n\
         Follow us for updates. Refresh this page\n\n\
         - Union turns down six per cent\n\
         - Minister: no money\n\n\
         16:20 Police give figures\n\n\
         About 20,000 people marched, according to police. The organisers claim 70,000.\n\n\
         15.55 ‘We teach sixty to a room’\n\n\
         “I teach sixty children in a room for thirty,” said Ada Quist, who teaches in Dorn.\n\n\
         15:40\n\n\
         The minister will speak at six, her office said on Monday afternoon in a short note.\n\n\
         14:30 What is it about?\n\n\
         Teachers last had a rise in 2015, and prices have gone up by half since that year.\n\n\
         POLL: Do you support the strike? Yes / No\n\n\
         View all comments (1,204)\n",
    );
    assert_eq!(article.title.as_deref(), Some("LIVE: Teachers march in Norvale as talks stall"));
    assert_eq!(kind(&article, "- Union"), "standfirst");
    assert_eq!(kind(&article, "- Minister"), "standfirst");
    for start in ["16:20", "15.55", "14:30"] {
        assert_eq!(kind(&article, start), "subheading", "{start}");
    }
    assert_eq!(kind(&article, "15:40"), "clutter");
    assert_eq!(kind(&article, "About 20,000"), "body");
    assert_eq!(kind(&article, "POLL:"), "clutter");
    assert_eq!(article.published, None);
}

#[test]
fn an_agencys_bullets_are_its_summary() {
    let article = read(
        "Quell closes strait to Zorvian ships\n\n\
         * Quist says marines were killed\n\
         * Zorvia calls it piracy\n\
         * Wheat at high\n\n\
         POLEBURG, June 11 (Norpress) - Quell closed the strait to ships from Zorvia on Tuesday, a \
         day after eight of its marines were killed.\n\n\
         “I said in spring what I would do,” said Ada Quist, the minister.\n",
    );
    for start in ["* Quist", "* Zorvia", "* Wheat"] {
        assert_eq!(kind(&article, start), "standfirst", "{start}");
    }
    assert_eq!(article.dateline.as_deref(), Some("POLEBURG"));
}

#[test]
fn the_name_at_the_head_of_the_page_is_the_outlet() {
    let article = read(
        "The Norvale Lantern\nNEWS SHOWBIZ SPORT PUZZLES WIN!\n\n\
         Rebels armed from across the strait: Quell\n\n\
         PM warns Zorvia it is “playing with matches in a hayloft”\n\n\
         By Ada Quist and Ben Holm\n12 February 2013\n\n1.2k shares\n\n\
         QUELL’S ministers claimed last night that guns were shipped in fishing boats.\n\n\
         “These weapons did not swim here,” said Cy Dorn, the defence minister.\n",
    );
    assert_eq!(article.outlet.as_deref(), Some("The Norvale Lantern"));
    assert_eq!(article.title.as_deref(), Some("Rebels armed from across the strait: Quell"));
    assert_eq!(kind(&article, "PM warns"), "standfirst");
    assert_eq!(article.authors, ["Ada Quist", "Ben Holm"]);
    assert_eq!(article.published.unwrap().value, "2013-02-12");
}

#[test]
fn the_article_may_go_on_after_links_to_others() {
    let article = read(
        "Navy knew of leak for a year\n\n\
         Naval officers knew for a year that coolant was leaking from a shed at the base.\n\n\
         The memo says that the leak is not trivial, and that the officers were told so.\n\n\
         “We asked them three times,” said Ada Quist, who chairs the council of the islands.\n\n\
         A spokesman insisted last night that the public had never been at risk in any year.\n\n\
         Recommended\n\nMinister: I never saw memo\nWater company fined over sewage\n\n\
         The base was opened in 1963, and discharges have to be reported within ten days.\n\n\
         Campaigners now fear that the mussel beds will not recover within the next ten years.\n\n\
         © Norvale Newspapers\n",
    );
    assert_eq!(kind(&article, "Minister: I never"), "clutter");
    assert_eq!(kind(&article, "Water company"), "clutter");
    assert_eq!(kind(&article, "The base was opened"), "body");
    assert_eq!(kind(&article, "Campaigners now fear"), "body");
}

#[test]
fn furniture_is_clutter_wherever_it_stands() {
    let paragraph =
        "The council met on Monday, and its members said that the bridge would stay closed.";
    for line in [
        "0 Comments Sort by Oldest Add a comment...",
        "Loading related stories...",
        "Scroll to continue",
        "Share  Comments 312",
        "COMMENTS (4)",
        "SPONSORED: Why savvy investors choose copper, says top fund manager",
        "Page 1 of 2",
        "« Previous post: Minister accuses media of panic",
        "Next post: Lake level to rise, forecasters warn »",
        "Web Desk | Updated 2 hours ago",
        "Follow us for updates. Refresh this page",
        "POLL: Do you support the strike? Yes / No / Don't know",
        "Next in gallery: ‘I was offered money to leave’, farmer claims",
    ] {
        let article = read(&format!(
            "Bridge stays closed\n\n{paragraph}\n\n{line}\n\n{paragraph}\n\n{paragraph}"
        ));
        assert!(matches!(kind(&article, line), "clutter" | "byline" | "dateline"), "{line}");
        assert_eq!(article.published, None, "{line}");
    }
}
