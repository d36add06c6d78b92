//! The TypeScript types and the list of commands are made from `crates/app/src/ipc.rs`; a stale copy would let
//! the window and the core disagree without anybody noticing. `UPDATE_GENERATED=1` writes them anew.

use crate::tree::root;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const TYPES: &str = "ui/src/ipc/generated";
const DOCUMENT: &str = "docs/COMMANDS.md";

#[test]
fn generated_files_are_fresh() {
    let fresh = tempfile::tempdir().unwrap();
    nabij_app::ipc::export_types(fresh.path()).unwrap();
    fs::write(
        fresh.path().join("commands.ts"),
        nabij_app::ipc::typescript_commands(),
    )
    .unwrap();
    let types = files(fresh.path());
    let document = nabij_app::ipc::commands_markdown();
    let (kept_types, kept_document) = (root().join(TYPES), root().join(DOCUMENT));

    if std::env::var_os("UPDATE_GENERATED").is_some() {
        let _ = fs::remove_dir_all(&kept_types);
        fs::create_dir_all(&kept_types).unwrap();
        for (name, text) in &types {
            fs::write(kept_types.join(name), text).unwrap();
        }
        fs::create_dir_all(kept_document.parent().unwrap()).unwrap();
        fs::write(&kept_document, &document).unwrap();
    }

    let again = "stale: run UPDATE_GENERATED=1 cargo test -p nabij-tests --test tidy generated";
    assert_eq!(files(&kept_types), types, "{TYPES} is {again}");
    assert_eq!(
        fs::read_to_string(kept_document).unwrap_or_default(),
        document,
        "{DOCUMENT} is {again}"
    );
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return BTreeMap::new();
    };
    entries
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            (name, fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}
