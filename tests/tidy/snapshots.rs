//! What is stored or sent is looked at, letter by letter, before it changes.

use crate::tree;

/// Rooms whose bytes outlive a version: another laptop, or next year's version, must read them.
const ROOMS: [&str; 4] = [
    "crates/domain/",
    "crates/protocol/",
    "crates/keys/",
    "crates/store/",
];

#[test]
fn every_room_that_stores_or_sends_has_snapshots() {
    let files = tree::files();
    let without: Vec<_> = ROOMS
        .into_iter()
        .filter(|room| {
            let ours = files.iter().filter(|file| file.path.starts_with(room));
            !ours.clone().any(|file| {
                file.ending() == "snap"
                    || file.text.contains("assert_snapshot!")
                    || file.text.contains("insta::assert_")
            })
        })
        .collect();
    assert!(without.is_empty(), "no snapshot in {without:?}");
}
