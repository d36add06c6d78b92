//! Who may name whom. The hub cannot read a case because it does not link the room that can:
//! that promise is worth as much as this test.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::tree;

/// The map of ARCHITECTURE.md: a room, and the rooms that it may name.
const MAP: [(&str, &[&str]); 10] = [
    ("nabij-domain", &[]),
    ("nabij-protocol", &[]),
    ("nabij-keys", &["nabij-protocol"]),
    ("nabij-store", &["nabij-domain", "nabij-protocol"]),
    ("nabij-exchange", &[]),
    (
        "nabij-app",
        &[
            "nabij-domain",
            "nabij-protocol",
            "nabij-keys",
            "nabij-store",
            "nabij-exchange",
        ],
    ),
    ("nabij-hub", &["nabij-protocol"]),
    ("nabij-cli", &["nabij-app"]),
    ("nabij-desktop", &["nabij-app"]),
    ("nabij-tests", &["nabij-app", "nabij-hub", "nabij-cli"]),
];

/// Rooms that may be named only by a room's own tests: nothing that ships links them.
const IN_TESTS: [(&str, &[&str]); 3] = [
    ("nabij-app", &["nabij-hub"]),
    ("nabij-cli", &["nabij-hub"]),
    ("nabij-tests", &["nabij-exchange"]),
];

/// Other people's crates that open what is sealed. The hub may not link them either.
const OPENERS: [&str; 3] = ["hpke", "chacha20poly1305", "argon2"];

/// One arrow: from whom, to whom, and whether only its tests use it.
struct Arrow {
    from: String,
    to: String,
    in_tests: bool,
}

/// Every package of the workspace with all that its Cargo.toml names.
fn arrows() -> Vec<Arrow> {
    let told = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--no-deps",
            "--format-version",
            "1",
            "--offline",
        ])
        .current_dir(tree::root())
        .output()
        .unwrap();
    assert!(
        told.status.success(),
        "{}",
        String::from_utf8_lossy(&told.stderr)
    );
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    let mut arrows = Vec::new();
    for package in told["packages"].as_array().unwrap() {
        let from = package["name"].as_str().unwrap();
        for named in package["dependencies"].as_array().unwrap() {
            arrows.push(Arrow {
                from: from.to_owned(),
                to: named["name"].as_str().unwrap().to_owned(),
                in_tests: named["kind"] == "dev",
            });
        }
    }
    arrows
}

fn may(map: &[(&str, &[&str])], from: &str, to: &str) -> bool {
    map.iter()
        .any(|(room, named)| *room == from && named.contains(&to))
}

/// A new arrow is a decision about the whole house: change the map in ARCHITECTURE.md first.
#[test]
fn no_room_names_a_room_that_the_map_does_not_give_it() {
    let strange: Vec<_> = arrows()
        .into_iter()
        .filter(|arrow| arrow.to.starts_with("nabij-"))
        .filter(|arrow| !may(&MAP, &arrow.from, &arrow.to))
        .filter(|arrow| !(arrow.in_tests && may(&IN_TESTS, &arrow.from, &arrow.to)))
        .map(|arrow| format!("{} -> {}", arrow.from, arrow.to))
        .collect();
    assert!(strange.is_empty(), "not on the map: {strange:#?}");
}

/// A room that the map does not know has no rules, and so no promise.
#[test]
fn every_room_is_on_the_map() {
    let known: BTreeSet<_> = MAP.iter().map(|(room, _)| *room).collect();
    let arrows = arrows();
    let found: BTreeSet<_> = arrows.iter().map(|arrow| arrow.from.as_str()).collect();
    assert_eq!(found, known);
}

/// Not even by a detour: follows every arrow of what ships.
#[test]
fn the_hub_links_nothing_that_can_open_a_seal() {
    let mut named: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for arrow in arrows().into_iter().filter(|arrow| !arrow.in_tests) {
        named.entry(arrow.from).or_default().push(arrow.to);
    }
    let mut reached = BTreeSet::new();
    let mut ahead = vec!["nabij-hub".to_owned()];
    while let Some(room) = ahead.pop() {
        if reached.insert(room.clone()) {
            ahead.extend(named.get(&room).into_iter().flatten().cloned());
        }
    }
    assert!(!reached.contains("nabij-keys"));
    // Noise brings its own cipher for the wire, inside `snow`; these are for what is stored.
    let openers: Vec<_> = OPENERS
        .iter()
        .filter(|crate_| reached.contains(**crate_))
        .collect();
    assert!(openers.is_empty(), "the hub names {openers:?}");
}

/// Lints that one room leaves out are lints that nobody has.
#[test]
fn every_room_wears_the_same_lints() {
    let without = tree::complaints(|file| {
        // What is a workspace of its own is no room: the fuzzing is built by another compiler.
        let is_room = file.name() == "Cargo.toml"
            && file.text.contains("[package]")
            && !file.text.contains("\n[workspace]\n");
        let wears = file.text.contains("[lints]\nworkspace = true");
        (is_room && !wears).then(|| "no `[lints] workspace = true`".to_owned())
    });
    assert!(without.is_empty(), "{without:#?}");
}
