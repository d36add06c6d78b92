//! The encrypted SQLite file: the sealed log, which is the truth, and the views rebuilt from it.
//!
//! Everything comes in through [`Store::take_in`], what was written here and what others wrote, in one
//! transaction that is on the disk when the call returns. The store never opens a seal: the caller hands
//! over the entry as it travels and what it could open of it. From the opened changes the store keeps
//! documents, rows for reading and a search index, all of which [`Store::rebuild`] can make anew.
//!
//! Spaces: a case is a space, and `SpaceId` is the case's id; contact moments without a case lie in the
//! street's space. Which space is the street's, the roster says, so callers name it.

mod check;
mod columns;
mod draft;
mod dump;
mod error;
mod findings;
mod forks;
mod log;
mod meta;
mod migrate;
mod opening;
mod projection;
mod read;
mod rebuild;
mod receipts;
mod search;
mod secret;
mod setting;
mod store;
mod take_in;
mod topic;

pub use check::Checked;
pub use error::Error;
pub use findings::{Finding, FindingKind};
pub use log::{Incoming, Opened, Quarantined, TakenIn};
pub use migrate::FORMAT_VERSION;
pub use opening::OpenError;
pub use read::{
    ActionRow, ActionRows, ActionSource, ActionsSought, AddedRow, AddedRows, AlternativeRow,
    CarriedRow, CaseNoteRow, CaseRow, ColleagueRow, ConfirmedRow, ContactMomentRow, ContactSource,
    DifferenceRow, DifferingRow, EditionRow, ExportedAction, ExportedMoment, GroupRow,
    HandoverReadingRow, HandoverRow, HandoverShift, HandoverSource, ImportRow, LeftOpen,
    MissedCheckInRow, NewestStop, PersonMergeRow, PersonName, PersonRow, PlaceRow, RoundRow,
    SettledRow, ShiftLog, ShiftRow, SpaceRow, StopRow, StopSource, SummaryRow, TeamRow,
    TimelineRow, Unread, UnreadRow, WaitingRow,
};
pub use rebuild::Open;
pub use receipts::WaitingToShare;
pub use search::{COUNTED, Filter, Found, Hit, HitKind, Part};
pub use secret::Secret;
pub use store::Store;
pub use topic::Topic;
