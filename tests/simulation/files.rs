//! A folder's files as they lie on the disk at one moment, and what a power cut leaves of them.

use crate::chance::Chance;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

/// The head of a write-ahead log, and of each frame in it.
const HEAD: usize = 32;
const FRAME_HEAD: usize = 24;

/// Every file of a folder, with its bytes.
#[derive(Clone, Default, PartialEq)]
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

    /// A power cut somewhere between `self`, which was all on the disk, and `after`: at one of the commits in
    /// between, of what was written since the last sync any pages are missing. Answers how many are.
    ///
    /// What is synced when is SQLite's order under `synchronous=FULL`: the log's head; each transaction before its
    /// commit is answered; the log before a checkpoint moves it into the file, the file before the log begins anew.
    pub fn cut(&self, after: &Files, chance: &mut Chance) -> (Files, usize) {
        let mut left = after.clone();
        let mut lost = 0;
        for (name, bytes) in &after.0 {
            if !name.to_string_lossy().ends_with(".db") {
                continue;
            }
            let mut log_name = name.clone();
            log_name.push("-wal");
            let none = Vec::new();
            let before = self.0.get(name).unwrap_or(&none);
            let (old_log, log) = (
                self.0.get(&log_name).unwrap_or(&none),
                after.0.get(&log_name),
            );
            let moved = before != bytes;
            let (file, new_log) = match log {
                // Without a log in between, the file itself is what was being written.
                None => (
                    Some(without_some(before, bytes, 0..bytes.len(), chance)),
                    None,
                ),
                Some(log) => {
                    let begun = old_log.get(..HEAD) == log.get(..HEAD);
                    match (moved, begun) {
                        // In a checkpoint: the log is whole, the file is not.
                        (true, true) => (
                            Some(without_some(before, bytes, 0..bytes.len(), chance)),
                            None,
                        ),
                        // In a transaction; the file is as the last checkpoint left it.
                        _ => (None, transaction(old_log, log, begun, chance)),
                    }
                }
            };
            if let Some((file, pages)) = file {
                left.0.insert(name.clone(), file);
                lost += pages;
            }
            if let Some((log, pages)) = new_log {
                left.0.insert(log_name, log);
                lost += pages;
            }
        }
        (left, lost)
    }
}

/// The log as a power cut in one of its new transactions leaves it; none when there is no new one.
fn transaction(
    old: &[u8],
    log: &[u8],
    begun: bool,
    chance: &mut Chance,
) -> Option<(Vec<u8>, usize)> {
    let mut synced = vec![HEAD.min(log.len())];
    let mut new = Vec::new();
    for end in commits(log) {
        if begun && old.get(..end) == log.get(..end) {
            synced = vec![end];
        } else {
            new.push(end);
        }
    }
    if new.is_empty() {
        return None;
    }
    synced.extend(&new);
    let which = chance.below(new.len());
    let (from, to) = (synced[which], new[which]);
    let mut whole = log[..to].to_vec();
    whole.extend(old.get(to..).unwrap_or_default());
    Some(without_some(old, &whole, from..to, chance))
}

/// Where transactions end in a write-ahead log (sqlite.org/fileformat2.html, "The Write-Ahead Log").
fn commits(log: &[u8]) -> Vec<usize> {
    let word = |at: usize| {
        log.get(at..at + 4)
            .map(|four| u32::from_be_bytes(four.try_into().expect("four")))
    };
    let (Some(page), Some(salts)) = (word(8), log.get(16..24)) else {
        return Vec::new();
    };
    let frame = FRAME_HEAD + page as usize;
    let mut ends = Vec::new();
    let mut at = HEAD;
    while log.get(at + 8..at + 16) == Some(salts) && at + frame <= log.len() {
        // How large the file is after the transaction; zero within one.
        let commits = word(at + 4) != Some(0);
        at += frame;
        if commits {
            ends.push(at);
        }
    }
    ends
}

/// `new`, but for some of the pages in `unsynced`, which are still as they were in `old`. Pages of the disk, which
/// do not begin where SQLite's do. Answers also how many that are.
fn without_some(
    old: &[u8],
    new: &[u8],
    unsynced: std::ops::Range<usize>,
    chance: &mut Chance,
) -> (Vec<u8>, usize) {
    let page = if chance.once_in(2) { 512 } else { 4096 };
    let pages: Vec<usize> = (unsynced.start / page..unsynced.end.div_ceil(page)).collect();
    // One page, half of them, nearly all.
    let single = chance.below(pages.len());
    let rate = chance.below(4);
    let mut left = new.to_vec();
    let (mut lost, mut end) = (0, old.len().max(unsynced.start));
    for (nth, number) in pages.into_iter().enumerate() {
        let from = (number * page).max(unsynced.start);
        let to = ((number + 1) * page).min(unsynced.end);
        let missing = match rate {
            0 => nth == single,
            1 => !chance.once_in(8),
            2 => chance.once_in(8),
            _ => chance.once_in(2),
        };
        if !missing {
            end = end.max(to);
        } else if old.get(from..to) != new.get(from..to) {
            for (at, byte) in (from..to).zip(&mut left[from..to]) {
                *byte = old.get(at).copied().unwrap_or(0);
            }
            lost += 1;
        }
    }
    // A file that grew is only as long as what came onto the disk.
    if new.len() == unsynced.end {
        left.truncate(end);
    }
    (left, lost)
}
