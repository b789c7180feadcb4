//! Files, folders and their order.

use std::fs;
use std::path::Path;

use gainsay_reader::{Error, count, inputs};
use gainsay_record::Article;

const TEXT: &str = "Quell rejects charge\n\nThe ministry said that it knew of no such letter.\n";

fn articles<P: AsRef<Path>>(
    paths: impl IntoIterator<Item = P>,
) -> impl Iterator<Item = Result<Article, Error>> {
    inputs(paths).map(|source| source?.article())
}

#[test]
fn folders_are_walked_in_the_order_of_paths() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for path in ["b.txt", "a/z.txt", "a/c.TXT", "a-b.txt", "a0.txt", ".hidden.txt", "x.png"] {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, TEXT).unwrap();
    }
    fs::create_dir_all(root.join("empty/.git")).unwrap();
    fs::write(root.join("a/n.jsonl"), format!("{}\nno\n", serde_json::json!({"text": TEXT})))
        .unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(root, root.join("loop")).unwrap();
        std::os::unix::fs::symlink(root.join("b.txt"), root.join("c.txt")).unwrap();
    }
    // Standard input and JSON Lines may hold any number of articles; files hold one.
    assert_eq!(count([root]), None);
    assert_eq!(count([root.join("b.txt"), root.join("empty")]), Some(1));
    let names: Vec<String> = articles([root])
        .map(|result| {
            let path = result.as_ref().map_or_else(|e| e.place().to_owned(), |a| a.path.clone());
            path.strip_prefix(&format!("{}/", root.display())).unwrap().to_owned()
        })
        .collect();
    let mut expected =
        vec!["a-b.txt", "a/c.TXT", "a/n.jsonl:1", "a/n.jsonl:2", "a/z.txt", "a0.txt", "b.txt"];
    if cfg!(unix) {
        expected.push("c.txt");
    }
    assert_eq!(names, expected);
}

#[test]
fn one_bad_input_costs_only_itself() {
    let folder = tempfile::tempdir().unwrap();
    let good = folder.path().join("good.txt");
    let bad = folder.path().join("bad.txt");
    let nothing = folder.path().join("nothing");
    fs::write(&good, TEXT).unwrap();
    fs::write(&bad, b"\x89PNG....").unwrap();
    fs::create_dir(&nothing).unwrap();
    let missing = folder.path().join("missing.txt");
    let results: Vec<_> = articles([&missing, &bad, &nothing, &good]).collect();
    assert!(matches!(results[0], Err(Error::Unreadable { .. })));
    assert!(matches!(results[1], Err(Error::Binary { .. })));
    assert!(matches!(results[2], Err(Error::NothingInFolder { .. })));
    assert_eq!(results[3].as_ref().unwrap().path, good.display().to_string());
    assert_eq!(results.len(), 4);
}

#[test]
fn a_file_without_a_telling_name_is_judged_by_its_content() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("articles");
    let line = serde_json::json!({"id": 7, "text": TEXT});
    fs::write(&path, format!("{line}\n{line}\n")).unwrap();
    let sources: Vec<_> = inputs([&path]).map(Result::unwrap).collect();
    assert_eq!(sources.len(), 2);
    assert_eq!(sources[0].path(), "7");
    assert_eq!(sources[0].bytes(), line.to_string().as_bytes());
    assert_eq!(sources[0].article().unwrap().path, "7");
}
