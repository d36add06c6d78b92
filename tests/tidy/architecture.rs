//! ARCHITECTURE.md names files and functions, above all in the walk of one contact moment: each must be there.

use crate::tree;

/// What stands between backticks in a text.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// A file or a folder: `sync/talk.rs`, `hub/src/keeper/`.
fn is_path(word: &str) -> bool {
    let plain = word
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || "/._-".contains(letter));
    let endings = [".rs", ".ts", ".tsx", ".mjs", ".sh", ".sql", "/"];
    plain && endings.iter().any(|ending| word.ends_with(ending))
}

#[test]
fn every_file_that_architecture_names_is_there() {
    let files = tree::files();
    let page = files.iter().find(|file| file.path == "ARCHITECTURE.md");
    let text = &page.expect("ARCHITECTURE.md").text;
    let is_there = |path: &str| {
        let inside = format!("/{path}");
        let mut paths = files.iter().map(|file| format!("/{}", file.path));
        match path.ends_with('/') {
            true => paths.any(|known| known.contains(&inside)),
            false => paths.any(|known| known.ends_with(&inside)),
        }
    };
    let named: Vec<&str> = quoted(text).filter(|word| is_path(word)).collect();
    assert!(named.len() > 60, "only {} found", named.len());
    let missing: Vec<&str> = named.into_iter().filter(|path| !is_there(path)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_function_that_architecture_names_is_there() {
    let files = tree::files();
    let page = files.iter().find(|file| file.path == "ARCHITECTURE.md");
    let text = &page.expect("ARCHITECTURE.md").text;
    // `Run::check`, `team_view()`: a function of that name, wherever it stands.
    let named: Vec<&str> = quoted(text)
        .filter_map(|word| {
            let word = word.strip_suffix("()").or_else(|| {
                let method = word.rsplit("::").next()?;
                let is_method = word.contains("::") && method.starts_with(char::is_lowercase);
                is_method.then_some(word)
            })?;
            word.rsplit("::").next()
        })
        .collect();
    assert!(named.len() > 3, "only {} found", named.len());
    let is_there = |name: &str| {
        let (one, other) = (format!("fn {name}("), format!("fn {name}<"));
        let mut sources = files.iter().filter(|file| file.ending() == "rs");
        sources.any(|file| file.text.contains(&one) || file.text.contains(&other))
    };
    let missing: Vec<&str> = named.into_iter().filter(|name| !is_there(name)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}
