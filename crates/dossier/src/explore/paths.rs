//! What pages show of the path that an article was read from.
//!
//! A path as it was given may say where on somebody's machine the papers lie, and whose machine it
//! is. Pages travel: they show a file's name, with as many of the folders above it as it takes to
//! tell it from the others. The path as given stays in the dossier and in `export`.

use std::collections::BTreeMap;

/// For each of these paths, none of which is there twice, what is shown of it. The address of a
/// page on the web is shown whole.
pub(super) fn shown(paths: &[&str]) -> Vec<String> {
    let parts: Vec<Vec<&str>> = paths
        .iter()
        .map(|path| match path.contains("://") {
            true => vec![*path],
            false => path.split(['/', '\\']).filter(|part| !is_nowhere(part)).collect(),
        })
        .collect();
    let mut depth: Vec<usize> = parts.iter().map(|parts| parts.len().min(1)).collect();
    loop {
        let mut alike: BTreeMap<&[&str], Vec<usize>> = BTreeMap::new();
        for (at, parts) in parts.iter().enumerate() {
            alike.entry(&parts[parts.len() - depth[at]..]).or_default().push(at);
        }
        let mut deeper = false;
        for at in alike.into_values().filter(|alike| alike.len() > 1).flatten() {
            if depth[at] < parts[at].len() {
                depth[at] += 1;
                deeper = true;
            }
        }
        if !deeper {
            break;
        }
    }
    parts.iter().zip(depth).map(|(parts, depth)| parts[parts.len() - depth..].join("/")).collect()
}

/// Parts of a path that name no folder.
fn is_nowhere(part: &str) -> bool {
    matches!(part, "" | "." | "..")
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn a_file_is_shown_by_its_name_and_told_from_others_by_its_folder() {
        let given = [
            "/home/anna/papers/post/001.txt",
            "/home/anna/papers/wire/001.txt",
            "../anna/papers/letter.html",
            "C:\\Users\\anna\\papers\\page.html",
            "https://paper.example/2031/03/cable",
            "wire-17",
            "-",
        ];
        let here = [
            "post/001.txt",
            "wire/001.txt",
            "letter.html",
            "page.html",
            "https://paper.example/2031/03/cable",
            "wire-17",
            "-",
        ];
        assert_eq!(shown(&given), here);
    }

    #[test]
    fn paths_that_end_alike_are_told_apart_as_far_as_they_go() {
        assert_eq!(shown(&["a.txt", "/x/a.txt", "/y/x/a.txt"]), ["a.txt", "x/a.txt", "y/x/a.txt"]);
        assert_eq!(shown(&["/x/a.txt", "x/a.txt"]), ["x/a.txt", "x/a.txt"]);
        assert_eq!(shown(&[""]), [""]);
    }
}
