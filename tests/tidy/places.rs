//! Nothing of the machine that it was made on: a clone must work anywhere.

use crate::tree;

/// Folders of one machine, and hosts of one network, that tools like to write into files.
fn needles() -> Vec<String> {
    // In pieces, so that this file does not find itself.
    let pairs = [
        ("/wo", "rk/"),
        ("/ro", "ot/"),
        ("/ho", "me/"),
        ("artifact", "ory"),
        ("registry.npm", "js"),
        ("static.crat", "es.io"),
        ("index.crat", "es.io"),
    ];
    pairs
        .iter()
        .map(|(start, end)| format!("{start}{end}"))
        .collect()
}

#[test]
fn no_file_names_this_machine_or_its_registries() {
    let needles = needles();
    let found = tree::complaints(|file| {
        let needle = needles
            .iter()
            .find(|needle| file.text.contains(needle.as_str()));
        needle.map(|needle| format!("contains {needle}"))
    });
    assert!(found.is_empty(), "{found:#?}");
}

/// With hosts in a lock file, `npm ci` asks that host and no other.
#[test]
fn package_locks_name_no_host() {
    let resolved = tree::complaints(|file| {
        let lock = file.name() == "package-lock.json";
        (lock && file.text.contains("\"resolved\": \"http")).then(|| "has hosts".to_owned())
    });
    assert!(resolved.is_empty(), "{resolved:#?}");
}

/// A version that floats makes yesterday's build and today's differ without a commit.
#[test]
fn package_versions_are_exact() {
    let floating = tree::complaints(|file| {
        if file.name() != "package.json" {
            return None;
        }
        let package: serde_json::Value = serde_json::from_str(&file.text).ok()?;
        let groups = ["dependencies", "devDependencies"];
        let versions = groups
            .iter()
            .filter_map(|group| package[group].as_object())
            .flatten();
        let floats = |version: &str| !version.starts_with(|first: char| first.is_ascii_digit());
        let named = versions.filter(|(_, version)| floats(version.as_str().unwrap_or_default()));
        let named: Vec<_> = named.map(|(name, _)| name.clone()).collect();
        (!named.is_empty()).then(|| named.join(", "))
    });
    assert!(floating.is_empty(), "{floating:#?}");
}
