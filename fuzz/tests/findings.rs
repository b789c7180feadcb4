//! What was found once does not come back, and the runner finds what it is there for.

use gainsay_fuzz::{Seeds, TARGETS, Target, attempt, case, shrink};

#[test]
fn nothing_that_was_found_once_comes_back() {
    let folder = std::path::Path::new("findings");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let name = file.file_name().unwrap().to_str().unwrap();
        let Some(target) = TARGETS.iter().find(|of| name.starts_with(&format!("{}-", of.name)))
        else {
            continue;
        };
        let bytes = std::fs::read(&file).unwrap();
        assert_eq!(attempt(target, &bytes), Ok(()), "{name}");
    }
}

#[test]
fn a_few_cases_of_every_target_hold() {
    let seeds = Seeds::read();
    for target in &TARGETS {
        for number in 0..3 {
            let bytes = case(target, &seeds, number);
            assert_eq!(bytes, case(target, &seeds, number), "a case is always the same");
            assert_eq!(attempt(target, &bytes), Ok(()), "{} {number}", target.name);
        }
    }
}

#[test]
fn a_failure_is_made_small() {
    let target = Target {
        name: "fails",
        share: 1,
        seeds: |seeds| &seeds.texts,
        holds: |bytes| match bytes.contains(&b'!') {
            true => panic!("a mark"),
            false => Ok(()),
        },
    };
    let long = b"Nothing to see here, nothing at all! And more of it.";
    assert_eq!(attempt(&target, long).unwrap_err().what, "panicked: a mark");
    assert_eq!(shrink(&target, long), b"!");
}
