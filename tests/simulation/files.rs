//! A folder's files as they lie on the disk at one moment.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

/// Every file of a folder, with its bytes.
#[derive(Clone, Default)]
pub struct Files(BTreeMap<OsString, Vec<u8>>);

impl Files {
    pub fn of(folder: &Path) -> Files {
        let mut files = BTreeMap::new();
        let Ok(entries) = fs::read_dir(folder) else {
            return Files(files);
        };
        for entry in entries {
            let entry = entry.expect("an entry");
            // The index of the write-ahead log lives in memory only; a lock is no content.
            let name = entry.file_name();
            let text = name.to_string_lossy().into_owned();
            if entry.path().is_file() && !text.ends_with("-shm") && !text.ends_with("lock") {
                files.insert(name, fs::read(entry.path()).expect("a file"));
            }
        }
        Files(files)
    }

    /// Puts them back where they were: written over in place, and what is not among them is gone.
    pub fn put_into(&self, folder: &Path) {
        fs::create_dir_all(folder).expect("a folder");
        for entry in fs::read_dir(folder).expect("a folder") {
            let entry = entry.expect("an entry");
            if entry.path().is_file() && !self.0.contains_key(&entry.file_name()) {
                fs::remove_file(entry.path()).expect("a file removed");
            }
        }
        for (name, bytes) in &self.0 {
            fs::write(folder.join(name), bytes).expect("a file written");
        }
    }

    /// As after a power cut in the middle of a write: what was not synced yet is rubbish.
    pub fn tear(&mut self, rubbish: &[u8]) {
        for (name, bytes) in &mut self.0 {
            if name.to_string_lossy().ends_with("-wal") {
                bytes.extend_from_slice(rubbish);
            }
        }
    }
}
