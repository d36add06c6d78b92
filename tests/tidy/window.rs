//! What the window may do, and who talks to it.

use serde_json::Value;

use crate::tree::{self, File};

fn json(files: &[File], path: &str) -> Value {
    let file = files
        .iter()
        .find(|file| file.path == path)
        .unwrap_or_else(|| panic!("no {path}"));
    serde_json::from_str(&file.text).unwrap()
}

/// One file, so that one look tells all that the interface may ask of the system.
#[test]
fn one_file_holds_every_permission() {
    let files = tree::files();
    let folder = "src-tauri/capabilities/";
    let found: Vec<_> = files
        .iter()
        .map(|file| file.path.as_str())
        .filter(|path| path.starts_with(folder))
        .collect();
    assert_eq!(found, ["src-tauri/capabilities/main.json"]);
    let permissions = &json(&files, "src-tauri/capabilities/main.json")["permissions"];
    let listed: Vec<_> = permissions
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    assert_eq!(
        listed,
        [
            "allow-call",
            "core:event:allow-listen",
            "core:event:allow-unlisten",
            "dialog:allow-open",
            "dialog:allow-save"
        ]
    );
}

/// The policy is the wall between a note's text and the system: every hole is a decision.
#[test]
fn the_content_policy_has_no_holes() {
    let configuration = json(&tree::files(), "src-tauri/tauri.conf.json");
    let security = &configuration["app"]["security"];
    assert_eq!(security["freezePrototype"], true);
    let policy = security["csp"].as_str().unwrap();
    for hole in ["unsafe-inline", "unsafe-eval", "https:", "*"] {
        assert!(!policy.contains(hole), "{hole} in the content policy");
    }
    for wall in [
        "default-src 'self'",
        "script-src 'self';",
        "object-src 'none'",
    ] {
        assert!(
            policy.contains(wall),
            "{wall} is missing from the content policy"
        );
    }
}

/// Tests and the program `nabij rpc` walk through the very door that the window uses, because
/// there is one.
#[test]
fn there_is_one_door() {
    let files = tree::files();
    let needle = ["#[tauri::", "command"].concat();
    let doors: Vec<_> = files
        .iter()
        .filter(|file| file.ending() == "rs" && file.text.contains(&needle))
        .map(|file| file.path.as_str())
        .collect();
    assert_eq!(doors, ["src-tauri/src/door.rs"]);
}

/// Whether a line of the file imports from a package whose name starts so.
fn imports(file: &File, package: &str) -> bool {
    ["from ", "import ", "import(", "mock("]
        .iter()
        .any(|word| file.text.contains(&format!("{word}\"{package}")))
}

/// One folder knows that there is a Tauri; everything else can be tested without.
#[test]
fn only_ipc_imports_tauri() {
    let importing = tree::complaints(|file| {
        let ours = file.path.starts_with("ui/src/") && !file.path.starts_with("ui/src/ipc/");
        (ours && imports(file, "@tauri-apps/")).then(|| "go through ui/src/ipc".to_owned())
    });
    assert!(importing.is_empty(), "{importing:#?}");
}

/// Two features that import each other are one feature.
#[test]
fn imports_go_from_shell_to_features_to_kit() {
    let wrong = tree::complaints(|file| {
        let inside = file.path.strip_prefix("ui/src/")?;
        let (room, rest) = inside.split_once('/')?;
        let own = rest.split('/').next().unwrap_or_default();
        let imports = file
            .text
            .lines()
            .filter_map(|line| line.split_once(" from ").map(|(_, to)| to));
        let found = imports
            .map(|to| to.trim_matches([' ', ';', '"', '\'']).to_owned())
            .find(|to| {
                let other = |name: &str| to.contains(&format!("/{name}/"));
                match room {
                    "features" => {
                        let another = to.split_once("features/").map(|(_, after)| after);
                        let another = another.and_then(|after| after.split('/').next());
                        let beside = own != rest && is_sibling_feature(to, own);
                        other("shell") || another.is_some_and(|name| name != own) || beside
                    }
                    "kit" | "ipc" | "text" | "style" => other("shell") || other("features"),
                    _ => false,
                }
            });
        found
            .filter(|_| !file.is_test())
            .map(|to| format!("imports {to}"))
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// `../cases/CaseList` seen from another feature's folder.
fn is_sibling_feature(import: &str, own: &str) -> bool {
    let Some(rest) = import.strip_prefix("../") else {
        return false;
    };
    let name = rest.split('/').next().unwrap_or_default();
    let folder = tree::root().join("ui/src/features").join(name);
    name != own && name != ".." && !name.is_empty() && folder.is_dir()
}
