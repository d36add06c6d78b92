//! What may be said about people in logs: nothing.

use crate::tree;

/// `instrument` writes every argument into the span, and arguments are notes and names.
#[test]
fn a_span_skips_all_arguments() {
    let talkative = tree::complaints(|file| {
        let spans = file.shipped_rust().split("instrument(").skip(1);
        let loud = spans.filter(|rest| !rest.starts_with("skip_all")).count();
        let bare = file.shipped_rust().matches("instrument]").count();
        (loud + bare > 0).then(|| format!("{} spans without skip_all first", loud + bare))
    });
    assert!(talkative.is_empty(), "{talkative:#?}");
}

/// Output that no filter governs: only a program that a person asked something answers that way.
#[test]
fn only_programs_print() {
    let may = [
        "crates/cli/",
        "crates/hub/src/main.rs",
        "crates/store/examples/",
        "src-tauri/",
    ];
    let printing = tree::complaints(|file| {
        if may.iter().any(|room| file.path.starts_with(room)) {
            return None;
        }
        let words = ["println!(", "print!(", "dbg!("];
        let found = words
            .into_iter()
            .find(|word| file.shipped_rust().contains(word));
        found.map(|word| format!("uses {word}…)"))
    });
    assert!(printing.is_empty(), "{printing:#?}");
}

/// A browser's console ends up in screenshots and support files.
#[test]
fn the_interface_writes_no_console() {
    let writing = tree::complaints(|file| {
        let ours = file.path.starts_with("ui/src/") && !file.is_test();
        (ours && file.text.contains("console.")).then(|| "uses console".to_owned())
    });
    assert!(writing.is_empty(), "{writing:#?}");
}

/// Web views keep these on disk, readable, outside the vault.
#[test]
fn the_interface_keeps_nothing_in_the_web_view() {
    let keeping = tree::complaints(|file| {
        let ours = file.path.starts_with("ui/src/") && !file.is_test();
        let stores = [
            "localStorage",
            "sessionStorage",
            "indexedDB",
            "document.cookie",
        ];
        let found = stores.into_iter().find(|store| file.text.contains(store));
        found.filter(|_| ours).map(|store| format!("uses {store}"))
    });
    assert!(keeping.is_empty(), "{keeping:#?}");
}
