//! How long a file may be. A file that fits in one's head is changed without fear.

use crate::tree::{self, File};

/// Lines of the middle file, of the file at nine tenths, and of the longest, without tests.
const MIDDLE: usize = 150;
const MOST: usize = 400;
const LONGEST: usize = 800;

/// A test may tell a longer story.
const LONGEST_TEST: usize = 1200;

fn lines(file: &File) -> usize {
    file.text.lines().count()
}

/// A file beyond the limit has two purposes: find the seam.
#[test]
fn no_file_is_too_long() {
    let long = tree::complaints(|file| {
        let limit = if file.is_test() {
            LONGEST_TEST
        } else {
            LONGEST
        };
        let lines = lines(file);
        (file.is_source() && lines > limit).then(|| format!("{lines} lines, limit {limit}"))
    });
    assert!(long.is_empty(), "{long:#?}");
}

/// The limit alone would let every file grow up to it.
#[test]
fn most_files_are_short() {
    let mut lengths: Vec<_> = tree::files()
        .iter()
        .filter(|file| file.is_source())
        .map(lines)
        .collect();
    lengths.sort_unstable();
    let middle = lengths[lengths.len() / 2];
    let most = lengths[lengths.len() * 9 / 10];
    assert!(middle <= MIDDLE, "the middle file has {middle} lines");
    assert!(most <= MOST, "one file in ten has more than {most} lines");
}
