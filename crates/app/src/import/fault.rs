//! What can be wrong with a row, as a code; the words for it are the window's.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a row cannot be taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ImportReason {
    /// There is a text and no day.
    DateMissing,
    /// This is not a day, or one that no calendar has.
    DateUnreadable,
    /// The day is still to come.
    DateInFuture,
    /// The day is before 1990.
    DateTooOld,
    /// This is not a time of the day.
    TimeUnreadable,
    /// No kind of contact is called so.
    KindUnknown,
    /// No life domain is called so.
    LifeDomainUnknown,
    /// Neither "reached" nor "not reached".
    OutcomeUnknown,
    /// There is a day and no text.
    TextMissing,
    /// More than 20,000 characters.
    TextTooLong,
    /// More than 200 characters where a name or a place belongs.
    NameTooLong,
    /// The spreadsheet shows a fault here, such as `#REF!`.
    SpreadsheetFault,
    /// The row has more cells than the file has columns.
    RaggedRow,
    /// A row above says the same; which one stands in `other_row`.
    DuplicateInFile,
    /// It is here already: the same case, moment and text.
    DuplicateHere,
    /// The day by which something is to be done is not a day.
    DueUnreadable,
    /// The day by which something is to be done lies before 1990 or more than ten years ahead.
    DueUnlikely,
    /// There is a day by which, or somebody who does it, and nothing to do.
    ActionMissing,
    /// There is more than one case with this name.
    CaseAmbiguous,
}

/// One thing that is wrong with a row.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportFault {
    /// In which column, from zero; none when it is about the whole row.
    pub column: Option<u32>,
    /// Why.
    pub reason: ImportReason,
    /// What stands there, the beginning of it.
    pub shown: String,
    /// The row that says the same.
    pub other_row: Option<u32>,
}

impl std::fmt::Debug for ImportFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ImportFault({:?} in {:?})", self.reason, self.column)
    }
}

/// How much of a cell is shown.
const SHOWN: usize = 80;

/// The beginning of a text.
pub(super) fn beginning(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
