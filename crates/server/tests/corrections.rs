//! Corrections: every kind, undone, carried over to other models and other dossiers.

mod common;

use axum::http::StatusCode;
use common::Explorer;
use gainsay_dossier::{CorrectionState, Dossier};
use gainsay_record::Act;
use serde_json::{Value, json};

const WHO: &str = "A. Reader";

/// Makes a correction that must be taken, and gives its number.
async fn correct(explorer: &Explorer, mut asked: Value) -> u64 {
    asked["who"] = json!(WHO);
    let reply = explorer.post("/corrections", &asked).await;
    assert_eq!(reply.status, StatusCode::CREATED, "{asked}: {}", reply.json());
    reply.json()["entry"]["number"].as_u64().unwrap()
}

/// The id of the party with this name.
async fn party(explorer: &Explorer, name: &str) -> Option<String> {
    let page = explorer.get("/parties.json?limit=200").await.json();
    let found = page["rows"].as_array()?.iter().find(|row| row["name"] == name)?;
    found["id"].as_str().map(str::to_owned)
}

#[tokio::test]
async fn every_kind_of_correction_is_applied_and_undone() {
    let explorer = Explorer::new(false);
    let deny = explorer.ids("deny").await.remove(0);
    let accuse = explorer.ids("accuse").await.remove(0);
    let card = explorer.get(&format!("/statements/{deny}.json")).await.json();
    let article = card["article"].as_str().unwrap().to_owned();
    let content = &card["spans"]["content"][0];
    let (start, end) =
        (content["start"].as_u64().unwrap() + 1, content["end"].as_u64().unwrap() - 1);
    let speaker = card["speaker"]["party"].clone();
    let velmark = card["speaker"]["speaks_for"][0]["party"].clone();
    for (asked, words) in [
        (
            json!({"kind": "speaker", "statement": deny, "speaker": {"name": "Ilo Brand"}}),
            "speaker: Mara Dorn → Ilo Brand",
        ),
        (json!({"kind": "act", "statement": deny, "act": "criticize"}), "act: deny → criticize"),
        (
            json!({"kind": "target", "statement": deny, "targets": ["Lorn"]}),
            "target: Ostrava → Lorn",
        ),
        (
            json!({"kind": "date", "statement": deny, "said": "2031-02"}),
            "said: 2031-03-03 → 2031-02",
        ),
        (
            json!({"kind": "span", "statement": deny, "content": [[start, end]]}),
            "span of the content",
        ),
        (
            json!({"kind": "merge", "parties": [speaker, velmark], "name": "Velmark"}),
            "one party: Mara Dorn, Velmark = Velmark",
        ),
        (
            json!({"kind": "split", "party": speaker, "statements": [deny], "name": "Other Dorn"}),
            "another party: Mara Dorn in 1 statements is Other Dorn",
        ),
        (
            json!({"kind": "answer", "from": deny, "to": accuse, "verdict": "accept",
                "answer": "deny"}),
            "answer accepted",
        ),
        (
            json!({"kind": "note", "statement": deny, "text": "as the Post has it"}),
            "note: as the Post has it",
        ),
        (json!({"kind": "note", "article": article, "text": "whole"}), "note: whole"),
        (json!({"kind": "note", "party": speaker, "text": "who?"}), "note: who?"),
        (json!({"kind": "flag", "statement": deny}), "flagged"),
        (
            json!({"kind": "date", "article": article, "published": "2031-03-04"}),
            "published: 2031-03-04",
        ),
    ] {
        let before = explorer.get(&format!("/articles/{article}.json")).await.json();
        let mut asked = asked;
        asked["who"] = json!(WHO);
        let reply = explorer.post("/corrections", &asked).await;
        let done = reply.json();
        assert_eq!(reply.status, StatusCode::CREATED, "{asked}: {done}");
        assert_eq!(done["entry"]["words"], words);
        assert_eq!(done["entry"]["state"], "applied");
        assert_eq!(done["entry"]["when"], "2031-05-01T10:00:00Z");
        let after = explorer.get(&format!("/articles/{article}.json")).await.json();
        assert_ne!(before, after, "{asked} shows");
        let number = &done["entry"]["number"];
        let undone =
            explorer.post(&format!("/corrections/{number}/undo"), json!({"who": WHO})).await;
        assert_eq!(undone.status, StatusCode::CREATED, "{}", undone.json());
        let mut again = explorer.get(&format!("/articles/{article}.json")).await.json();
        let mut before = before;
        // The log itself remembers.
        for page in [&mut again, &mut before] {
            page["corrections"] = Value::Null;
        }
        assert_eq!(again, before, "{asked} is undone");
        let twice =
            explorer.post(&format!("/corrections/{number}/undo"), json!({"who": WHO})).await;
        assert_eq!(twice.status, StatusCode::CONFLICT);
    }
    let dossier = Dossier::open_read_only(explorer.path()).unwrap();
    assert!(dossier.verify(|_, _| {}).unwrap().is_sound());
}

#[tokio::test]
async fn what_cannot_be_corrected_is_refused_and_not_logged() {
    let explorer = Explorer::new(false);
    let deny = explorer.ids("deny").await.remove(0);
    for (asked, status) in [
        (json!({"kind": "act", "statement": deny, "act": "deny"}), 400),
        (json!({"kind": "act", "statement": deny, "act": "acuse", "who": WHO}), 422),
        (json!({"kind": "act", "statement": "0123456789abcdef", "act": "deny", "who": WHO}), 404),
        (json!({"kind": "act", "statement": deny, "act": "deny", "who": "  "}), 422),
        (json!({"kind": "date", "statement": deny, "said": "soon", "who": WHO}), 422),
        (json!({"kind": "span", "statement": deny, "content": [[5, 99999]], "who": WHO}), 422),
        (json!({"kind": "merge", "parties": [], "name": "X", "who": WHO}), 422),
        (json!({"kind": "praise", "statement": deny, "who": WHO}), 422),
        (json!({"kind": "flag", "statement": deny, "who": WHO, "colour": "red"}), 400),
        (json!({"kind": "note", "statement": deny, "text": "x".repeat(70_000), "who": WHO}), 413),
    ] {
        let reply = explorer.post("/corrections", &asked).await;
        assert_eq!(reply.status.as_u16(), status, "{}", reply.json());
        assert!(reply.json()["error"]["message"].as_str().unwrap().len() > 10);
    }
    assert_eq!(explorer.get("/corrections.json").await.json()["total"], 0);
}

/// The log outlives a rebuild with another model: each entry is kept, or reported as orphaned.
#[tokio::test]
async fn a_rebuild_keeps_or_reports_every_correction() {
    let explorer = Explorer::new(false);
    let deny = explorer.ids("deny").await.remove(0);
    let accuse = explorer.ids("accuse").await.remove(0);
    for asked in [
        json!({"kind": "speaker", "statement": deny, "speaker": {"name": "Ilo Brand"}}),
        json!({"kind": "act", "statement": accuse, "act": "criticize"}),
        json!({"kind": "flag", "statement": accuse}),
        json!({"kind": "note", "statement": deny, "text": "seen"}),
    ] {
        let mut asked = asked;
        asked["who"] = json!(WHO);
        assert_eq!(explorer.post("/corrections", asked).await.status, StatusCode::CREATED);
    }
    // The new model draws the denial's boundary elsewhere, and misses the accusation.
    let mut dossier = Dossier::open_existing(explorer.path()).unwrap();
    let mut articles = common::dispute();
    articles[0].1.clear();
    let denial = &articles[1].0;
    let said = common::statement(
        denial,
        "Mara Dorn",
        gainsay_record::Act::State,
        ["Mara Dorn", "said", "We cut no cable, not in the strait"],
        &[],
    );
    articles[1].1 = vec![said];
    for (article, statements) in &articles {
        common::add(&mut dossier, article, statements, "gainsay test, a later model");
    }
    dossier.link(|_, _| {}).unwrap();
    let log = dossier.corrections().unwrap();
    let states: Vec<_> = log.iter().map(|entry| entry.state).collect();
    use CorrectionState::{Applied, Orphaned};
    assert_eq!(states.len(), 4);
    assert!(states.iter().all(|state| [Applied, Orphaned].contains(state)), "{states:?}");
    assert_eq!(states, [Applied, Applied, Applied, Applied]);
    let page = explorer.get("/statements.json?corrected=1").await.json();
    let found: Vec<_> = page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["speaker"]["name"].clone(), row["act"].clone()))
        .collect();
    assert_eq!(
        found,
        [(json!("Ostrava"), json!("criticize")), (json!("Ilo Brand"), json!("state"))]
    );
    assert!(dossier.verify(|_, _| {}).unwrap().is_sound());

    // Another dossier of the same articles takes the log over; one without them reports it.
    let folder = tempfile::tempdir().unwrap();
    let entries: Vec<_> = log.iter().map(|entry| entry.entry.clone()).collect();
    let mut empty = Dossier::open(folder.path().join("empty.gainsay")).unwrap();
    let done = empty.replay(&entries).unwrap();
    assert_eq!((done.applied, done.orphaned), (0, 4));
    for (article, statements) in common::dispute() {
        common::add(&mut empty, &article, &statements, "gainsay test");
    }
    assert!(empty.corrections().unwrap().iter().all(|entry| entry.state == Applied));
    assert_eq!(empty.replay(&entries).unwrap().known, 4);
}

#[tokio::test]
async fn the_log_travels_over_the_interface() {
    let (one, other) = (Explorer::new(false), Explorer::new(false));
    let deny = one.ids("deny").await.remove(0);
    let asked = json!({"kind": "act", "statement": deny, "act": "criticize", "who": WHO});
    one.post("/corrections", asked).await;
    let log = String::from_utf8(one.get("/corrections.jsonl").await.body).unwrap();
    let reply = other.post("/corrections/apply", format!("{log}nonsense\n")).await.json();
    assert_eq!((&reply["applied"], &reply["failed"][0]["line"]), (&json!(1), &json!(2)));
    let reply = other.post("/corrections/apply", log).await.json();
    assert_eq!(reply["known"], 1);
    assert_eq!(other.ids("criticize").await, [deny]);
}

#[tokio::test]
async fn the_names_of_a_merged_party_are_names_of_the_one_that_remains() {
    let explorer = Explorer::new(false);
    let [dorn, brand, ostrava] = ["Mara Dorn", "Ilo Brand", "Ostrava"];
    let id = async |name: &str| party(&explorer, name).await.unwrap();
    let parties = json!([id(brand).await, id(dorn).await]);
    let asked = json!({"kind": "merge", "parties": parties, "name": dorn});
    let first = correct(&explorer, asked).await;
    assert_eq!(party(&explorer, brand).await, None);
    let page = async |name: &str| {
        let path = format!("/parties/{}.json", party(&explorer, name).await.unwrap());
        explorer.get(&path).await.json()
    };
    assert_eq!(page(dorn).await["aliases"], json!([brand]));
    // Whoever looks for the old name finds the party, and what it said under any.
    let found = explorer.get("/parties.json?q=brand").await.json();
    assert_eq!(found["rows"][0]["name"], dorn);
    let found = explorer.get("/statements.json?q=by%3A%22Ilo+Brand%22").await.json();
    assert_eq!(found["total"]["reports"], 2);
    let entries = || Dossier::open_read_only(explorer.path()).unwrap().parties().unwrap();
    let kept = entries().into_iter().find(|entry| entry.name == dorn).unwrap();
    assert_eq!(kept.aliases, [brand]);

    // What was merged is merged on.
    let parties = json!([id(dorn).await, id(ostrava).await]);
    let second = correct(&explorer, json!({"kind": "merge", "parties": parties, "name": ostrava}));
    let second = second.await;
    assert_eq!(page(ostrava).await["aliases"], json!([brand, dorn]));

    for (number, left) in [(second, ostrava), (first, dorn)] {
        let path = format!("/corrections/{number}/undo");
        let undone = explorer.post(&path, json!({"who": WHO})).await;
        assert_eq!(undone.status, StatusCode::CREATED, "{}", undone.json());
        let aliases = page(left).await["aliases"].clone();
        assert_eq!(aliases, json!([]), "{left}");
    }
    assert!(party(&explorer, brand).await.is_some());
    let found = explorer.get("/statements.json?q=by%3A%22Ilo+Brand%22").await.json();
    assert_eq!(found["total"]["reports"], 1);
    assert!(
        Dossier::open_read_only(explorer.path()).unwrap().verify(|_, _| {}).unwrap().is_sound()
    );
}

/// The state of every entry, and the statements as pages list them.
async fn stand(explorer: &Explorer) -> (Vec<CorrectionState>, Value) {
    let log = Dossier::open_read_only(explorer.path()).unwrap().corrections().unwrap();
    let page = explorer.get("/statements.json?limit=200").await.json();
    (log.into_iter().map(|entry| entry.state).collect(), page["rows"].clone())
}

#[tokio::test]
async fn another_model_moves_loses_and_finds_again_what_was_corrected() {
    use CorrectionState::{Applied, Orphaned};
    let explorer = Explorer::new(false);
    let id = async |act: &str| explorer.ids(act).await.remove(0);
    let (accuse, deny, demand) = (id("accuse").await, id("deny").await, id("demand").await);
    let card = explorer.get(&format!("/statements/{accuse}.json")).await.json();
    let charge = card["article"].clone();
    let card = explorer.get(&format!("/statements/{deny}.json")).await.json();
    let place = |key: &str| card["spans"]["content"][0][key].as_u64().unwrap();
    let merged = [party(&explorer, "Ilo Brand").await, party(&explorer, "Mara Dorn").await];
    correct(&explorer, json!({"kind": "act", "statement": accuse, "act": "criticize"})).await;
    correct(&explorer, json!({"kind": "target", "statement": deny, "targets": ["Lorn"]})).await;
    correct(&explorer, json!({"kind": "date", "statement": deny, "said": "2031-02"})).await;
    let inner = json!([[place("start") + 1, place("end") - 1]]);
    correct(&explorer, json!({"kind": "span", "statement": deny, "content": inner})).await;
    correct(&explorer, json!({"kind": "note", "statement": demand, "text": "whose?"})).await;
    let deny = id("deny").await;
    let answer = json!({"kind": "answer", "from": deny, "to": accuse, "verdict": "accept", "answer": "deny"});
    correct(&explorer, answer).await;
    let merge = json!({"kind": "merge", "parties": merged, "name": "Mara Dorn"});
    correct(&explorer, merge).await;
    correct(&explorer, json!({"kind": "date", "article": charge, "published": "2031-03-01"})).await;
    let noted = 4;
    let (states, before) = stand(&explorer).await;
    assert_eq!(states, [Applied; 8]);

    // Another model: the charge is shorter and no charge, the denial begins elsewhere, the demand
    // is not found. It is in the words of another paper, which is a look-alike.
    let mut articles = common::dispute();
    let [(charge, charges), (denial, denials), _] = &mut articles[..] else { unreachable!() };
    let words = ["Ostrava", "accused", "of cutting the cable"];
    *charges = vec![common::statement(charge, "Ostrava", Act::State, words, &[])];
    let words = ["Mara Dorn", "said", "“We cut no cable, not in the strait,”"];
    *denials = vec![common::statement(denial, "Mara Dorn", Act::State, words, &["Ostrava"])];
    let words = "The papers were full of it. Ostrava demanded an inquiry.";
    let other = common::article("other.txt", "Lorn Mail", Some("2031-03-04"), words);
    let words = ["Ostrava", "demanded", "an inquiry"];
    let alike = common::statement(&other, "Ostrava", Act::Demand, words, &["Velmark"]);
    let add = |articles: &[(gainsay_record::Article, Vec<gainsay_record::Statement>)], model| {
        let mut dossier = Dossier::open_existing(explorer.path()).unwrap();
        for (article, statements) in articles {
            common::add(&mut dossier, article, statements, model);
        }
        dossier.link(|_, _| {}).unwrap();
        assert!(dossier.verify(|_, _| {}).unwrap().is_sound());
    };
    add(&articles, "gainsay test, model 2");
    add(&[(other.clone(), vec![alike.clone()])], "gainsay test, model 2");
    let (states, rows) = stand(&explorer).await;
    for (at, state) in states.iter().enumerate() {
        assert_eq!(*state, if at == noted { Orphaned } else { Applied }, "entry {}", at + 1);
    }
    let row = |speaker: &str, act: &str| {
        let rows = rows.as_array().unwrap().iter();
        rows.filter(|row| row["speaker"]["name"] == speaker && row["act"] == act).count()
    };
    assert_eq!((row("Ostrava", "criticize"), row("Ostrava", "demand")), (1, 1));
    let denied = rows.as_array().unwrap().iter().find(|row| row["said"]["value"] == "2031-02");
    let denied = denied.unwrap();
    assert_eq!(denied["targets"][0]["name"], "Lorn");
    assert_eq!(denied["content"], "We cut no cable, not in the strait,");
    assert_eq!(denied["answers"], 1);
    let orphans = explorer.get("/corrections.json?state=orphaned").await.json();
    assert_eq!(
        (&orphans["total"], &orphans["rows"][0]["words"]),
        (&json!(1), &json!("note: whose?"))
    );
    assert!(orphans["rows"][0]["why"].as_str().unwrap().contains("no article"), "{orphans}");
    assert_eq!(explorer.get("/meta.json").await.json()["counts"]["orphaned"], 1);
    assert!(rows.as_array().unwrap().iter().all(|row| row["notes"] == 0), "no look-alike has it");

    // A third model finds what the second lost: nothing was lost of the log.
    add(&common::dispute(), "gainsay test, model 3");
    let (states, rows) = stand(&explorer).await;
    assert_eq!(states, [Applied; 8]);
    let mut ours = rows.as_array().unwrap().clone();
    ours.retain(|row| row["outlet"] != "Lorn Mail");
    // The other paper's words are an echo now; else all is as it was.
    let echoed = ours.iter_mut().find(|row| row["act"] == "demand").unwrap();
    assert_eq!(echoed["echo"].take()["reports"], 2);
    assert_eq!(Value::Array(ours), before);

    // An article that goes takes nothing of the log along, and finds it when it comes back.
    let gone = common::article("charge.txt", "Ostrava Post", None, "Nothing is said here.");
    add(&[(gone, vec![])], "gainsay test, model 3");
    let (states, _) = stand(&explorer).await;
    let lost: Vec<usize> = (0..8).filter(|at| states[*at] == Orphaned).collect();
    assert_eq!(lost, [0, 5, 7], "what hangs on the article, and the answer to it");
    add(&common::dispute()[..1], "gainsay test, model 3");
    let (states, rows) = stand(&explorer).await;
    assert_eq!(states, [Applied; 8]);

    // Another dossier of the same articles, which takes the log over, is the same.
    let log = explorer.get("/corrections.jsonl").await.body;
    let fresh = Explorer::new(false);
    let mut dossier = Dossier::open_existing(fresh.path()).unwrap();
    common::add(&mut dossier, &other, &[alike], "gainsay test");
    dossier.link(|_, _| {}).unwrap();
    drop(dossier);
    let taken = fresh.post("/corrections/apply", String::from_utf8(log).unwrap()).await.json();
    assert_eq!((&taken["applied"], &taken["orphaned"]), (&json!(8), &json!(0)));
    assert_eq!(stand(&fresh).await, (states, rows));
}
