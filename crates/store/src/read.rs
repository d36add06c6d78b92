//! Reading: one file per feature. Every answer is one consistent state of the file.

mod action;
mod by_name;
mod carried;
mod case;
mod case_note;
mod colleague;
mod contact_moment;
mod difference;
mod document;
mod edition;
mod exported;
mod group;
mod handover;
mod handover_source;
mod import;
mod missed_check_in;
mod person;
mod person_merge;
mod place;
mod round;
mod shift;
mod shift_log;
mod stop;
mod summary;
mod team;
mod timeline;
mod today;
mod unread;
mod waiting;

pub use action::{ActionRow, ActionRows, ActionsSought};
pub use carried::CarriedRow;
pub use case::{CaseRow, SpaceRow};
pub use case_note::CaseNoteRow;
pub use colleague::ColleagueRow;
pub use contact_moment::ContactMomentRow;
pub use difference::{AlternativeRow, DifferenceRow, SettledRow};
pub use edition::EditionRow;
pub use exported::{ExportedAction, ExportedMoment};
pub use group::GroupRow;
pub use handover::{HandoverReadingRow, HandoverRow};
pub use handover_source::{ActionSource, ContactSource, HandoverShift, HandoverSource, StopSource};
pub use import::ImportRow;
pub use missed_check_in::MissedCheckInRow;
pub use person::{PersonName, PersonRow};
pub use person_merge::PersonMergeRow;
pub use place::PlaceRow;
pub use round::RoundRow;
pub use shift::{NewestStop, ShiftRow};
pub use shift_log::{LeftOpen, ShiftLog};
pub use stop::StopRow;
pub use summary::SummaryRow;
pub use team::TeamRow;
pub use timeline::TimelineRow;
pub use today::{AddedRow, AddedRows, DifferingRow};
pub use unread::{Unread, UnreadRow};
pub use waiting::{ConfirmedRow, WaitingRow};

use crate::error::{Error, damaged};
use nabij_domain::{DocumentKind, Version};
use nabij_protocol::id::MemberId;
use rusqlite::{Connection, Params, Row};

/// From the column `unshared`.
fn shared(row: &Row<'_>) -> rusqlite::Result<bool> {
    Ok(!row.get::<_, bool>("unshared")?)
}

/// A member from a column of 16 bytes.
fn member(row: &Row<'_>, column: &str) -> rusqlite::Result<MemberId> {
    row.get(column).map(MemberId)
}

/// From the column `version`.
fn version(row: &Row<'_>) -> Result<Version, Error> {
    Version::from_bytes(row.get("version")?).map_err(damaged)
}

/// From the column `kind`.
fn kind(row: &Row<'_>) -> Result<DocumentKind, Error> {
    let word: String = row.get("kind")?;
    DocumentKind::parse(&word).ok_or(Error::Damaged)
}

/// Every row of a query, read by `from`.
fn each<T>(
    connection: &Connection,
    query: &str,
    params: impl Params,
    from: impl Fn(&Row<'_>) -> Result<T, Error>,
) -> Result<Vec<T>, Error> {
    let mut statement = connection.prepare_cached(query)?;
    let mut rows = statement.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(from(row)?);
    }
    Ok(found)
}
