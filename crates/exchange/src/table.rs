//! A table as other programs hold it: a header, rows, cells. In from CSV and XLSX, out to both.

mod cell;
mod decode;
mod from_csv;
mod from_xlsx;
mod gather;
mod guard;
mod kind;
pub mod limits;
mod to_csv;
mod to_xlsx;
mod unpacked;

use crate::error::Error;
use crate::net;

pub use cell::Cell;
pub use kind::FileKind;
pub use to_csv::csv;
pub use to_xlsx::xlsx;

/// One sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What the sheet is called; CSV has no sheets.
    pub sheet: Option<String>,
    /// The first row that holds anything, trimmed, up to its last filled cell.
    pub header: Vec<String>,
    /// The rows under it that hold anything. May be longer or shorter than the header.
    pub rows: Vec<Row>,
}

/// One row, up to its last filled cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// As the spreadsheet numbers it: a header on top is 1, empty rows count.
    pub number: u32,
    /// Left to right from column A.
    pub cells: Vec<Cell>,
}

/// Reads every sheet that has at least one row under its header.
///
/// # Errors
/// [`Error::NotATable`], [`Error::TooLarge`], [`Error::Damaged`], [`Error::Protected`] or [`Error::NoRows`].
pub fn read(bytes: &[u8], kind: FileKind) -> Result<Vec<Table>, Error> {
    if bytes.len() > limits::BYTES {
        return Err(Error::TooLarge);
    }
    let mut tables = net::catch(Error::Damaged, || match kind {
        FileKind::Csv => from_csv::read(bytes).map(|table| vec![table]),
        FileKind::Xlsx => from_xlsx::read(bytes),
    })?;
    tables.retain(|table| !table.rows.is_empty());
    if tables.is_empty() {
        return Err(Error::NoRows);
    }
    Ok(tables)
}
