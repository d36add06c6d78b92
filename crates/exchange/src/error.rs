//! The one error of this room.

/// Why something could not be read or made. Carries no content: not a cell, not a sheet's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Neither CSV nor XLSX: a photo, a PDF, a Word document, an old `.xls`, or nothing at all.
    #[error("this is not a CSV or XLSX file")]
    NotATable,
    /// More than this room takes in at once ([`crate::table::limits`]), or more than fits in a sheet.
    #[error("the table is larger than allowed")]
    TooLarge,
    /// It says that it is a table, but cannot be read to its end.
    #[error("the file is damaged")]
    Damaged,
    /// Encrypted with a password that only the owner has.
    #[error("the file is protected with a password")]
    Protected,
    /// Readable, but without a single row under a header.
    #[error("there are no rows in the file")]
    NoRows,
    /// The library that makes the file would not. Nothing was written.
    #[error("the file could not be made")]
    NotMade,
}
