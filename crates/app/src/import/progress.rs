//! How far an import is, for a window that asks.

use crate::App;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use serde::Serialize;
use std::sync::atomic::{AtomicU32, Ordering};
use ts_rs::TS;

/// How far something is that takes a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportProgress {
    /// How many steps are done.
    pub done: u32,
    /// Of how many; none while nothing is going on.
    pub total: u32,
}

/// Counts the steps. Read while an import holds everything else.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    done: AtomicU32,
    total: AtomicU32,
}

impl Progress {
    /// Begins to count; counting ends when what this answers is dropped.
    pub(crate) fn begin(&self, total: usize) -> Counting<'_> {
        self.done.store(0, Ordering::Relaxed);
        self.total
            .store(super::plan::count(total), Ordering::Relaxed);
        Counting(self)
    }

    /// How far it is now.
    pub(crate) fn read(&self) -> ImportProgress {
        ImportProgress {
            done: self.done.load(Ordering::Relaxed),
            total: self.total.load(Ordering::Relaxed),
        }
    }
}

/// A count that is going on.
pub(crate) struct Counting<'a>(&'a Progress);

impl Counting<'_> {
    /// One more step.
    pub(super) fn step(&self) {
        self.0.done.fetch_add(1, Ordering::Relaxed);
    }

    /// So many steps are done.
    pub(crate) fn to(&self, done: u64) {
        let done = u32::try_from(done).unwrap_or(u32::MAX);
        self.0.done.store(done, Ordering::Relaxed);
    }
}

impl Drop for Counting<'_> {
    fn drop(&mut self) {
        self.0.total.store(0, Ordering::Relaxed);
    }
}

pub(crate) fn import_progress(app: &App, _: Empty, _: &Origin) -> Result<ImportProgress, Error> {
    Ok(app.import_progress().read())
}
