//! Looks for words where none may be.

use std::path::{Path, PathBuf};

/// Every place under `folder` where one of `words` stands, as UTF-8 or UTF-16, as written or in small
/// letters; also in the names of files.
pub fn places_of(words: &[&str], folder: &Path) -> Vec<String> {
    let mut places = Vec::new();
    for file in files_in(folder) {
        let name = file
            .strip_prefix(folder)
            .unwrap_or(&file)
            .display()
            .to_string();
        // A file can go while we look, as the log of a database does when it is closed.
        let Ok(bytes) = std::fs::read(&file) else {
            continue;
        };
        let found = words_in(words, &bytes)
            .into_iter()
            .chain(words_in(words, name.as_bytes()));
        places.extend(found.map(|word| format!("{word} in {name}")));
    }
    places
}

/// Those of `words` that stand in `bytes`, in the forms of [`places_of`].
pub fn words_in(words: &[&str], bytes: &[u8]) -> Vec<String> {
    let small = bytes.to_ascii_lowercase();
    let stands = |word: &str| {
        let word = word.to_lowercase();
        forms(&word).iter().any(|form| contains(&small, form))
    };
    words
        .iter()
        .filter(|word| stands(word))
        .map(|word| (*word).to_owned())
        .collect()
}

/// Whether `needle` stands in `bytes`.
pub fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    let Some(first) = needle.first() else {
        return true;
    };
    let candidates = bytes.iter().enumerate().filter(|(_, byte)| *byte == first);
    candidates
        .map(|(place, _)| &bytes[place..])
        .any(|rest| rest.starts_with(needle))
}

fn forms(word: &str) -> [Vec<u8>; 3] {
    let little = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big = word.encode_utf16().flat_map(u16::to_be_bytes).collect();
    [word.as_bytes().to_vec(), little, big]
}

/// All files under `folder`.
pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            continue;
        };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path)
            } else {
                files.push(path)
            }
        }
    }
    files.sort();
    files
}

#[cfg(test)]
mod tests {
    use super::{places_of, words_in};

    #[test]
    fn a_word_is_found_in_every_form() {
        let utf16: Vec<u8> = "x Kornoelje"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(words_in(&["kornoelje"], &utf16), ["kornoelje"]);
        assert_eq!(words_in(&["Kornoelje"], b"..KORNOELJE.."), ["Kornoelje"]);
        assert!(words_in(&["kornoelje"], b"kornoelj").is_empty());
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("in")).expect("a folder");
        std::fs::write(folder.path().join("in/nabij.db-wal"), b"\0kornoelje\0").expect("a file");
        assert_eq!(
            places_of(&["kornoelje"], folder.path()),
            ["kornoelje in in/nabij.db-wal"]
        );
    }
}
