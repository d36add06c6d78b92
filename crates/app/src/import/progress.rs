//! How far an import is, for a window that asks.

use crate::App;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use serde::Serialize;
use std::sync::atomic::{AtomicU32, Ordering};
use ts_rs::TS;

/// How far the import is that is being carried out or taken back.
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
    pub(super) fn begin(&self, total: usize) -> Counting<'_> {
        self.done.store(0, Ordering::Relaxed);
        self.total
            .store(super::plan::count(total), Ordering::Relaxed);
        Counting(self)
    }
}

/// A count that is going on.
pub(super) struct Counting<'a>(&'a Progress);

impl Counting<'_> {
    /// One more step.
    pub(super) fn step(&self) {
        self.0.done.fetch_add(1, Ordering::Relaxed);
    }
}

impl Drop for Counting<'_> {
    fn drop(&mut self) {
        self.0.total.store(0, Ordering::Relaxed);
    }
}

pub(crate) fn import_progress(app: &App, _: Empty, _: &Origin) -> Result<ImportProgress, Error> {
    let progress = app.import_progress();
    Ok(ImportProgress {
        done: progress.done.load(Ordering::Relaxed),
        total: progress.total.load(Ordering::Relaxed),
    })
}
