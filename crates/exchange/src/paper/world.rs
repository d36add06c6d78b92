//! All that the typesetter can reach: one layout, the values, three fonts. No files, no packages, no clock.

use std::sync::LazyLock;

use rayon::{ThreadPool, ThreadPoolBuilder};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};

use super::fonts;
use crate::error::Error;
use crate::net;

/// Deep enough for any layout, whatever thread asks.
const STACK: usize = 8 * 1024 * 1024;

static LAYOUT: LazyLock<Source> = LazyLock::new(|| Source::detached(include_str!("paper.typ")));
static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(fonts::all())));

pub(super) struct World {
    library: LazyHash<Library>,
}

impl World {
    pub(super) fn new(values: Dict) -> Self {
        let library = Library::builder().with_inputs(values).build();
        Self {
            library: LazyHash::new(library),
        }
    }
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        LAYOUT.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == LAYOUT.id() {
            return Ok(LAYOUT.clone());
        }
        Err(FileError::AccessDenied)
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::all().get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Sets on threads of its own: the typesetter spreads its work, and a panic must be silent on each of them.
pub(super) fn aside<T: Send>(work: impl FnOnce() -> Result<T, Error> + Send) -> Result<T, Error> {
    static THREADS: LazyLock<Option<ThreadPool>> = LazyLock::new(|| {
        let threads = ThreadPoolBuilder::new().stack_size(STACK);
        threads.start_handler(|_| net::stay_above()).build().ok()
    });
    THREADS.as_ref().ok_or(Error::NotMade)?.install(work)
}
