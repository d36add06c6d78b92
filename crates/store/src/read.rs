//! Reading: one file per feature. Every answer is one consistent state of the file.

mod case;
mod case_note;
mod colleague;
mod contact_moment;
mod difference;
mod document;
mod summary;
mod team;
mod timeline;

pub use case::{CaseRow, SpaceOverview};
pub use case_note::CaseNoteRow;
pub use colleague::ColleagueRow;
pub use contact_moment::ContactMomentRow;
pub use difference::{AlternativeRow, DifferenceRow};
pub use summary::SummaryRow;
pub use team::TeamRow;
pub use timeline::{Timeline, TimelineItem};

use crate::error::{Error, damaged};
use nabij_domain::Version;
use rusqlite::Row;

/// Whether the hub has everything that this laptop wrote in an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Share {
    /// Something written here is covered by no receipt yet.
    Waiting,
    /// The hub's receipts cover every change of ours, or there is none of ours.
    Shared,
}

/// From the column `unshared`.
fn share(row: &Row<'_>) -> rusqlite::Result<Share> {
    Ok(if row.get("unshared")? { Share::Waiting } else { Share::Shared })
}

/// From the column `version`.
fn version(row: &Row<'_>) -> Result<Version, Error> {
    Version::from_bytes(row.get("version")?).map_err(damaged)
}
