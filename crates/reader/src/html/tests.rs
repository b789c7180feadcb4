use super::*;

const PARAGRAPHS: &str = "<p>POLEBURG, Quell (Norpress) — The foreign ministry of Quell said on \
Monday that it had not received the letter, and that no envoy had been turned away.</p>\
<h2>A row with a history</h2>\
<p>“We have heard these charges before,” said Ada Quist, the minister. “They are as false today as \
they were in spring, and the council of Zorvia knows it very well.”</p>\
<figure><img src='a.jpg'><figcaption>Ada Quist in Poleburg.</figcaption></figure>\
<p>Also read: Harbour closed for a week</p>\
<p>The council of Zorvia, which had made the charge in a letter to the mediators, said that it \
would wait for an answer until the end of the month and then go to the court in Dorn.</p>";

fn page(head: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head>{head}</head><body><nav><a href='/'>Home</a> \
         <a href='/w'>World</a></nav><article><h1>Quell rejects charge</h1>{body}{PARAGRAPHS}\
         </article><footer>© 2015</footer></body></html>"
    )
}

fn article(head: &str, body: &str) -> Article {
    read("a.html", "a.html".to_owned(), &page(head, body), Stated::default()).unwrap()
}

#[test]
fn the_text_is_the_article_and_its_zones_are_the_markups() {
    let article = article("", "");
    let zones: Vec<_> = article
        .zones
        .iter()
        .map(|zone| (zone.kind.as_str(), article.text.slice(zone.range)))
        .collect();
    assert_eq!(zones[0], ("headline", "Quell rejects charge"));
    assert_eq!(zones[1], ("dateline", "POLEBURG, Quell (Norpress) —"));
    assert_eq!(zones[3], ("subheading", "A row with a history"));
    assert!(zones.contains(&("caption", "Ada Quist in Poleburg.")), "{zones:#?}");
    assert!(zones.contains(&("clutter", "Also read: Harbour closed for a week")));
    assert!(!article.text.as_str().contains("Home"));
    assert!(!article.text_is_input);
}

#[test]
fn json_ld_says_who_when_and_where() {
    let head = r##"<script type="application/ld+json">{"@graph": [
        {"@type": "WebSite", "name": "The Herald"},
        {"@type": "NewsArticle", "headline": "Quell rejects charge",
         "datePublished": "2015-03-03T23:30:00-08:00", "dateModified": "2015-03-09",
         "author": [{"@type": "Person", "name": "Ada Holt"}, {"@id": "#ben"}],
         "publisher": {"name": "The Norvale Herald"}},
        {"@id": "#ben", "name": "Ben Holm"}]}</script>"##;
    let article = article(head, "");
    assert_eq!(article.authors, ["Ada Holt", "Ben Holm"]);
    assert_eq!(article.outlet.as_deref(), Some("The Norvale Herald"));
    let published = article.published.unwrap();
    // The calendar date where the paper is, not in Greenwich.
    assert_eq!((published.value.as_str(), published.basis), ("2015-03-03", Basis::Metadata));
}

#[test]
fn open_graph_and_meta_elements_do_too() {
    let head = "<title>Quell rejects charge | The Herald</title>\
        <meta property='og:site_name' content='The Norvale Herald'>\
        <meta property='article:published_time' content='2015-03-03T09:00:00Z'>\
        <meta name='author' content='By Ada Holt'>";
    let article = article(head, "");
    assert_eq!(article.title.as_deref(), Some("Quell rejects charge"));
    assert_eq!(article.authors, ["Ada Holt"]);
    assert_eq!(article.outlet.as_deref(), Some("The Norvale Herald"));
    assert_eq!(article.published.unwrap().value, "2015-03-03");
}

#[test]
fn a_date_of_change_is_no_publication_date() {
    let head = "<meta property='article:modified_time' content='2015-03-03T09:00:00Z'>";
    assert_eq!(article(head, "").published, None);
}

#[test]
fn a_visible_stamp_is_evidence_with_its_words() {
    let article = article("", "<div class='date'>March 3, 2015</div>");
    let published = article.published.unwrap();
    assert_eq!((published.value.as_str(), published.basis), ("2015-03-03", Basis::Text));
    assert_eq!(published.span.unwrap().exact, "March 3, 2015");
}

#[test]
fn a_description_that_the_page_shows_is_the_standfirst() {
    let words = "The ministry answers a charge that the council made";
    let head = format!("<meta name='description' content='{words}'>");
    let shown = article(&head, &format!("<h2>{words}</h2>"));
    assert!(shown.zones_of(ZoneKind::Standfirst).count() <= 1);
    assert!(shown.text.as_str().contains(words));
    assert!(!article(&head, "").text.as_str().contains(words));
}

#[test]
fn pages_without_text_are_refused() {
    let error = read("a.html", "a.html".into(), "<html><body></body></html>", Stated::default());
    assert!(matches!(error, Err(Error::NoTextInPage { .. })));
}

#[test]
fn endless_nesting_is_refused() {
    let page = format!("<html><body>{}text", "<div>".repeat(200_000));
    // Just below the bound the page is read, on a test thread's small stack.
    let deep = format!("<html><body>{}{PARAGRAPHS}", "<div>".repeat(blocks::DEEPEST - 20));
    assert!(read("a.html", "a.html".into(), &deep, Stated::default()).is_ok());
    assert!(read("a.html", "a.html".into(), &page, Stated::default()).is_err());
}

#[test]
fn a_long_read_in_sections_is_read_whole() {
    let section = |n: usize| {
        format!(
            "<section><div><h2>Part {n}</h2><p>In spring the council of Zorvia sent letter number \
             {n} to the mediators, and said that it would wait for an answer until the end of the \
             month. The ministry of Quell said that it knew of no letter.</p></div></section>"
        )
    };
    let page = format!(
        "<html><body><main><h1>Quell rejects charge</h1>{}<div class='related-posts'><p>The \
         harbour of Dorn was closed for a week, and the council said that it was sorry.</p></div>\
         </main></body></html>",
        (1..9).map(section).collect::<String>()
    );
    let article = read("a.html", "a.html".to_owned(), &page, Stated::default()).unwrap();
    for n in 1..9 {
        assert!(article.text.as_str().contains(&format!("letter number {n} ")), "{n}");
    }
}

#[test]
fn a_notice_may_be_no_longer_than_its_description() {
    let words = "The ministry of Quell said on Monday that the bridge stays closed until May.";
    let page = format!(
        "<html><head><meta name='description' content='{words}'></head>\
         <body><h1>Quell keeps bridge closed</h1><p>{words}</p><p>0</p></body></html>"
    );
    let article = read("a.html", "a.html".to_owned(), &page, Stated::default()).unwrap();
    assert_eq!(article.zones_of(ZoneKind::Body).count(), 1);
}
