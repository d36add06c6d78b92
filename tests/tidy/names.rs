//! Names that say something, and work that is finished.

use crate::tree;

/// A file named after nothing collects everything.
#[test]
fn no_file_is_a_drawer() {
    const DRAWERS: [&str; 8] = [
        "util", "utils", "helper", "helpers", "manager", "common", "misc", "stuff",
    ];
    let drawers = tree::complaints(|file| {
        let stem = file
            .name()
            .split('.')
            .next()
            .unwrap_or_default()
            .to_lowercase();
        let last = stem
            .rsplit(['_', '-'])
            .next()
            .unwrap_or_default()
            .to_owned();
        let drawer = file.is_source() && DRAWERS.contains(&last.as_str());
        drawer.then(|| "say what is in it".to_owned())
    });
    assert!(drawers.is_empty(), "{drawers:#?}");
}

/// What is not finished is absent, or is an issue: not a note that nobody reads again.
#[test]
fn nothing_is_left_for_later() {
    // In pieces, so that this file does not find itself.
    let marks =
        [("TO", "DO"), ("FIX", "ME"), ("XX", "X")].map(|(start, end)| [start, end].concat());
    let later = tree::complaints(|file| {
        let found = marks
            .iter()
            .find(|mark| file.is_source() && file.text.contains(mark.as_str()));
        found.map(|mark| format!("contains {mark}"))
    });
    assert!(later.is_empty(), "{later:#?}");
}

/// `unsafe` is forbidden for the workspace; nobody may lift the ban in a corner.
#[test]
fn nobody_allows_what_the_house_forbids() {
    let needle = ["allow(", "unsafe_code"].concat();
    let lifted = tree::complaints(|file| {
        (file.ending() == "rs" && file.text.contains(&needle)).then(|| needle.clone())
    });
    assert!(lifted.is_empty(), "{lifted:#?}");
}
