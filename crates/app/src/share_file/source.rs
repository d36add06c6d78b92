//! The share file that a person pointed at: read from where it lies, never whole in memory.

use crate::error::Error;
use crate::import::Counting;
use std::cell::RefCell;
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};

/// A file that is being read, and how far that is.
pub(super) struct ShareSource<'a> {
    file: RefCell<File>,
    pub(super) length: u64,
    counting: Counting<'a>,
    read: RefCell<u64>,
}

/// In what one step of progress is counted: kibibytes.
const STEP: u64 = 1024;

impl<'a> ShareSource<'a> {
    pub(super) fn open(path: &str, progress: &'a crate::import::Progress) -> Result<Self, Error> {
        let unreadable = |_| Error::FileUnreadable;
        let file = File::open(path).map_err(unreadable)?;
        let about = file.metadata().map_err(unreadable)?;
        if !about.is_file() {
            return Err(Error::FileUnreadable);
        }
        // Read up to three times: checked, looked through, taken in.
        let steps = about.len().saturating_mul(3) / STEP;
        Ok(ShareSource {
            file: RefCell::new(file),
            length: about.len(),
            counting: progress.begin(usize::try_from(steps).unwrap_or(usize::MAX)),
            read: RefCell::new(0),
        })
    }

    /// So many bytes from this position, or fewer at the end.
    pub(super) fn read(&self, at: u64, length: usize) -> Result<Vec<u8>, Error> {
        let unreadable = |_| Error::FileUnreadable;
        let mut file = self.file.borrow_mut();
        file.seek(SeekFrom::Start(at)).map_err(unreadable)?;
        let wide = u64::try_from(length).unwrap_or(u64::MAX);
        let mut bytes = Vec::new();
        (&mut *file)
            .take(wide)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
        let mut read = self.read.borrow_mut();
        *read = read.saturating_add(wide);
        self.counting.to(*read / STEP);
        Ok(bytes)
    }
}
