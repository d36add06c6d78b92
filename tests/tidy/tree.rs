//! The project's own files, as git knows them: tracked, or new and not ignored.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder that holds the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_path_buf()
}

/// One file of the project.
#[derive(Debug, Clone)]
pub(crate) struct File {
    /// From the root, with `/` between the parts.
    pub(crate) path: String,
    /// The whole text; files that are not text are left out of every list.
    pub(crate) text: String,
}

impl File {
    /// The part after the last dot.
    pub(crate) fn ending(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, ending)| ending)
    }

    /// The last part of the path.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// Written by a program from something that is checked itself.
    pub(crate) fn is_generated(&self) -> bool {
        self.path.starts_with("ui/src/ipc/generated/")
            || self.path.starts_with("ui/src/text/generated/")
            || self.name() == "package-lock.json"
    }

    /// Only there to test something.
    pub(crate) fn is_test(&self) -> bool {
        self.path.starts_with("tests/")
            || self.path.contains("/tests/")
            || self.name() == "tests.rs"
            || self.name().contains(".test.")
    }

    /// Something that a person wrote for a computer.
    pub(crate) fn is_source(&self) -> bool {
        let endings = ["rs", "ts", "tsx", "css", "mjs", "sh", "sql"];
        endings.contains(&self.ending()) && !self.is_generated()
    }

    /// The Rust that ships: without the part of the file that only tests see.
    pub(crate) fn shipped_rust(&self) -> &str {
        if self.ending() != "rs" || self.is_test() {
            return "";
        }
        self.text
            .split("#[cfg(test)]\nmod ")
            .next()
            .unwrap_or_default()
    }
}

/// Every text file of the project.
pub(crate) fn files() -> Vec<File> {
    let listed = Command::new("git")
        .args([
            "ls-files",
            "--cached",
            "--others",
            "--exclude-standard",
            "-z",
        ])
        .current_dir(root())
        .output()
        .expect("git lists the project's files");
    assert!(
        listed.status.success(),
        "the house rules need a git checkout"
    );
    let listed = String::from_utf8(listed.stdout).unwrap();
    let paths = listed.split('\0').filter(|path| !path.is_empty());
    // A file that git still lists but somebody just removed, or a picture: no text to judge.
    let read = paths.filter_map(|path| {
        let text = fs::read_to_string(root().join(path)).ok()?;
        Some(File {
            path: path.to_owned(),
            text,
        })
    });
    let files: Vec<_> = read.collect();
    assert!(
        files.len() > 50,
        "only {} files found: the rules looked at nothing",
        files.len()
    );
    files
}

/// The files of `files` for which `broken` has something to say, one line each.
pub(crate) fn complaints(broken: impl Fn(&File) -> Option<String>) -> Vec<String> {
    files()
        .iter()
        .filter_map(|file| broken(file).map(|what| format!("{}: {what}", file.path)))
        .collect()
}
