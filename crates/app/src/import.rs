//! Taking in what a team kept in a spreadsheet: look at the file, try it out, carry it out whole, take it back.
//!
//! Nothing of the file is kept between the steps: each reads it anew, and the digest of the try-out says whether
//! it is still the same.

mod carry_out;
mod column;
mod dry_run;
mod earlier;
mod fault;
mod file;
mod plan;
mod progress;
mod row;
mod words;

pub use carry_out::{Import, ImportDone};
pub use dry_run::{DryRun, DryRunImport};
pub use earlier::{Imports, UndoImport};
pub use file::{ImportFile, ReadImportFile};
pub use progress::ImportProgress;

pub(crate) use carry_out::import;
pub(crate) use dry_run::dry_run_import;
pub(crate) use earlier::{list_imports, undo_import};
pub(crate) use file::read_import_file;
pub(crate) use progress::{Counting, Progress, import_progress};

use serde::Serialize;
use ts_rs::TS;

/// What an import makes, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportTotals {
    /// How many rows there are.
    pub rows: u32,
    /// How many of them are wrong.
    pub wrong: u32,
    /// How many do nothing.
    pub nothing: u32,
    /// How many cases are opened.
    pub cases: u32,
    /// How many cases that were here get something.
    pub existing_cases: u32,
    /// How many contact moments are recorded.
    pub contact_moments: u32,
    /// How many persons without a case are remembered.
    pub persons: u32,
    /// How many actions are written down.
    pub actions: u32,
}
