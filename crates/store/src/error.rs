//! Why the store could not do something. Carries no content, names, keys or paths.

use rusqlite::ErrorCode;

/// A fault of the store or a refusal of what was offered to it. Nothing of the call has been stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Another entry stands at this number of the log already: two histories of one device.
    #[error("a log has two different entries with number {0}")]
    Fork(u64),
    /// The entry does not continue its log.
    #[error("a log does not continue: number {expected} was expected")]
    Gap {
        /// The number that would have continued the log.
        expected: u64,
    },
    /// The hash given with an entry is not the one that follows from its predecessor.
    #[error("the chain of a log breaks at number {0}")]
    Chain(u64),
    /// The entry or receipt is another team's.
    #[error("this belongs to another team")]
    OtherTeam,
    /// The signature of a receipt does not hold.
    #[error("a receipt is not signed by its signer")]
    BadReceipt,
    /// No room left on the disk.
    #[error("the disk is full")]
    Full,
    /// The file or its folder cannot be written.
    #[error("the file cannot be written")]
    ReadOnly,
    /// Another process holds the file.
    #[error("the file is in use")]
    Busy,
    /// The file, or something stored in it, cannot be read back.
    #[error("the file is damaged")]
    Damaged,
    /// Anything else, with SQLite's extended result code.
    #[error("the database answered with code {0}")]
    Database(i32),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::DiskFull => Error::Full,
                ErrorCode::ReadOnly => Error::ReadOnly,
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Error::Busy,
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Error::Damaged,
                _ => Error::Database(failure.extended_code),
            },
            // What is stored does not have the form that we store.
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..) => Error::Damaged,
            _ => Error::Database(-1),
        }
    }
}

/// For values read back that do not have the form in which they were stored.
pub(crate) fn damaged<E>(_: E) -> Error {
    Error::Damaged
}
