//! A published folder: the same data as the server's, every file that the pages ask for, and the
//! dossier untouched.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use axum::http::StatusCode;
use common::Explorer;
use gainsay_dossier::Dossier;
use gainsay_record::Act;
use gainsay_server::publish;
use serde_json::Value;

fn file(folder: &Path, name: &str) -> Value {
    let bytes = fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("a list, not {value}"))
}

/// The dispute, and an article whose words other alphabets and marks make hard to compare.
fn explorer() -> Explorer {
    let explorer = Explorer::new(false);
    let more = common::article(
        "more.txt",
        "Vesk Courier",
        Some("2031-03-09"),
        "Dorn said the cáble of Émile’s ship, the “Straße-7”, was ΜΥΘΟΣ, naïve and 3.5 km off.",
    );
    let said = common::statement(
        &more,
        "Mara Dorn",
        Act::State,
        [
            "Dorn",
            "said",
            "the cáble of Émile’s ship, the “Straße-7”, was ΜΥΘΟΣ, naïve and 3.5 km off",
        ],
        &["Ostrava"],
    );
    let mut dossier = Dossier::open_existing(explorer.path()).unwrap();
    common::add(&mut dossier, &more, &[said], "gainsay test");
    dossier.link(|_, _| {}).unwrap();
    dossier.close().unwrap();
    explorer
}

#[tokio::test]
async fn every_file_that_the_pages_ask_for_is_there_and_says_what_the_server_says() {
    let explorer = explorer();
    let before = fs::read(explorer.path()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let done = publish(&explorer.path(), folder).unwrap();
    assert!(done.files > 20 && done.bytes > 0);
    assert!(fs::read(explorer.path()).unwrap() == before, "the dossier is untouched");
    let meta = file(folder, "meta.json");
    assert_eq!((&meta["published"], &meta["read_only"]), (&true.into(), &true.into()));

    // The page and whatever it loads lie in the folder, and nothing elsewhere is named.
    let page = fs::read_to_string(folder.join("index.html")).unwrap();
    assert!(page.contains("http-equiv=\"Content-Security-Policy\""));
    let linked = page.split(['"', '\'']).filter(|part| part.contains("assets/"));
    let linked: BTreeSet<&str> = linked.collect();
    assert!(!linked.is_empty());
    for name in linked {
        assert!(folder.join(name.trim_start_matches("./")).is_file(), "{name}");
    }

    for (name, one) in [
        ("articles", Some("articles")),
        ("parties", Some("parties")),
        ("echoes", Some("echoes")),
        ("stories", Some("stories")),
        ("allegations", Some("allegations")),
        ("overview", None),
        ("sourcing", None),
        ("corrections", None),
    ] {
        let path = format!("{name}.json");
        let whole = file(folder, &path);
        assert_eq!(whole, explorer.get(&format!("/{path}")).await.json(), "{path}");
        for row in one.map(|_| list(&whole["rows"])).into_iter().flatten() {
            let path = format!("{name}/{}.json", row["id"].as_str().unwrap());
            assert_eq!(
                file(folder, &path),
                explorer.get(&format!("/{path}")).await.json(),
                "{path}"
            );
        }
    }
    for name in ["statements.csv", "statements.jsonl"] {
        let reply = explorer.get(&format!("/{name}")).await;
        assert!(fs::read(folder.join(name)).unwrap() == reply.body, "{name}");
    }

    // The cards, in the order of the columns.
    let index = file(folder, "statements/index.json");
    let mut cards = Vec::new();
    for chunk in 0..index["chunks"].as_u64().unwrap() {
        cards.extend(
            list(&file(folder, &format!("statements/cards-{chunk}.json"))["cards"]).clone(),
        );
    }
    let ids: Vec<&Value> = cards.iter().map(|card| &card["id"]).collect();
    assert_eq!(ids, list(&index["ids"]).iter().collect::<Vec<_>>());
    for card in &cards {
        let path = format!("/statements/{}.json", card["id"].as_str().unwrap());
        assert_eq!(*card, explorer.get(&path).await.json(), "{path}");
    }
}

/// Whoever searches the folder finds what the server finds, word by word.
#[tokio::test]
async fn the_words_of_the_folder_are_those_of_the_server() {
    let explorer = explorer();
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    publish(&explorer.path(), folder).unwrap();
    let ids = list(&file(folder, "statements/index.json")["ids"]).clone();
    let mut words = 0;
    for prefix in list(&file(folder, "statements/words.json")["prefixes"]) {
        let file = file(folder, &format!("statements/words-{}.json", prefix.as_str().unwrap()));
        for (word, places) in file.as_object().unwrap() {
            let here: BTreeSet<&str> = list(places)
                .iter()
                .map(|place| ids[place.as_u64().unwrap() as usize].as_str().unwrap())
                .collect();
            let asked: String = word.bytes().map(|byte| format!("%{byte:02x}")).collect();
            let reply = explorer.get(&format!("/statements.json?q=%22{asked}%22")).await;
            assert_eq!(reply.status, StatusCode::OK, "{word}");
            let page = reply.json();
            let there: BTreeSet<&str> =
                list(&page["rows"]).iter().map(|row| row["id"].as_str().unwrap()).collect();
            assert_eq!(here, there, "{word}");
            words += 1;
        }
    }
    assert!(words > 30);
}

/// Where the papers lie on somebody's machine, and whose it is, is nobody else's business.
#[tokio::test]
async fn no_page_says_where_on_a_machine_the_articles_were() {
    let explorer = Explorer::new(false);
    let mut dossier = Dossier::open_existing(explorer.path()).unwrap();
    for (number, folder) in ["post", "wire"].into_iter().enumerate() {
        let path = format!("/home/anna/disputes/{folder}/one.txt");
        let text = format!("Dorn said no, for the time number {number}.");
        let mut article = common::article(&path, "Vesk Courier", None, &text);
        article.title = None;
        let said = common::statement(&article, "Mara Dorn", Act::Deny, ["Dorn", "said", "no"], &[]);
        common::add(&mut dossier, &article, &[said], "gainsay test");
    }
    dossier.link(|_, _| {}).unwrap();
    drop(dossier);
    let folder = tempfile::tempdir().unwrap();
    publish(&explorer.path(), folder.path()).unwrap();
    let mut shown = BTreeSet::new();
    for (name, bytes) in files(folder.path()) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("/home/anna/") && !text.contains("disputes"), "{name}");
        let text = text.as_ref();
        shown.extend(["post/one.txt", "wire/one.txt"].into_iter().filter(|p| text.contains(p)));
    }
    assert_eq!(shown.len(), 2, "files of one name are told apart");
    let page = explorer.get("/articles.json").await.json();
    let paths: BTreeSet<&str> = list(&page["rows"])
        .iter()
        .flat_map(|row| list(&row["paths"]).iter().map(|path| path.as_str().unwrap()))
        .collect();
    assert!(paths.is_superset(&shown), "{paths:?}");
    // What was given stays in the dossier: the next build finds its files by it.
    let dossier = Dossier::open_read_only(explorer.path()).unwrap();
    let sha256 = gainsay_dossier::fingerprint("Dorn said no, for the time number 0.".as_bytes());
    let path = "/home/anna/disputes/post/one.txt";
    assert!(dossier.is_current(path, &sha256, "gainsay test").unwrap());
}

#[test]
fn nothing_of_others_is_removed_and_the_same_dossier_gives_the_same_bytes() {
    let explorer = Explorer::new(true);
    let outer = tempfile::tempdir().unwrap();
    let others = outer.path().join("others");
    fs::create_dir(&others).unwrap();
    fs::write(others.join("letter.txt"), "mine").unwrap();
    assert!(publish(&explorer.path(), &others).is_err());
    assert_eq!(fs::read_dir(&others).unwrap().count(), 1);
    let (one, two) = (outer.path().join("one"), outer.path().join("two"));
    publish(&explorer.path(), &one).unwrap();
    publish(&explorer.path(), &two).unwrap();
    fs::write(one.join("parties/0000000000000000.json"), "{}").unwrap();
    publish(&explorer.path(), &one).unwrap();
    assert!(!one.join("parties/0000000000000000.json").exists(), "what is no more, goes");
    assert_eq!(files(&one), files(&two));
}

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.push((name, fs::read(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}
