//! The file that a person pointed at: read anew for every question, so that nothing of it is kept.

use super::column::{ImportColumn, guess};
use crate::App;
use crate::error::Error;
use crate::ipc::Origin;
use nabij_exchange::{Cell, FileKind, Table};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::Read as _;
use ts_rs::TS;

/// How many rows are shown of a file.
const SAMPLE: usize = 20;
/// How much of a cell is shown, in characters.
const CELL_SHOWN: usize = 200;

/// Reads a file to import from.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadImportFile {
    /// Where it is; a person chose it.
    pub path: String,
}

/// What is in the file.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportFile {
    /// The sheets with at least one row; a CSV file has one.
    pub sheets: Vec<ImportSheet>,
}

/// One sheet.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportSheet {
    /// Its name; CSV has none.
    pub name: Option<String>,
    /// The headings.
    pub header: Vec<String>,
    /// How many rows.
    pub rows: u32,
    /// The first rows, as a Dutch spreadsheet shows them.
    pub sample: Vec<Vec<String>>,
    /// What each column seems to hold.
    pub guess: Vec<ImportColumn>,
}

pub(crate) fn read_import_file(
    app: &App,
    request: ReadImportFile,
    _: &Origin,
) -> Result<ImportFile, Error> {
    app.vault()?;
    let sheets = tables(&bytes(&request.path)?)?;
    Ok(ImportFile {
        sheets: sheets.into_iter().map(sheet_of).collect(),
    })
}

fn sheet_of(table: Table) -> ImportSheet {
    let sample = table
        .rows
        .iter()
        .take(SAMPLE)
        .map(|row| row.cells.iter().map(shown).collect())
        .collect();
    ImportSheet {
        guess: guess(&table.header),
        rows: u32::try_from(table.rows.len()).unwrap_or(u32::MAX),
        name: table.sheet,
        header: table.header,
        sample,
    }
}

fn shown(cell: &Cell) -> String {
    cell.text().chars().take(CELL_SHOWN).collect()
}

/// The bytes of the file, and never more than may be read.
pub(super) fn bytes(path: &str) -> Result<Vec<u8>, Error> {
    let unreadable = |_| Error::FileUnreadable;
    let file = File::open(path).map_err(unreadable)?;
    if !file.metadata().map_err(unreadable)?.is_file() {
        return Err(Error::FileUnreadable);
    }
    let most = u64::try_from(nabij_exchange::table::limits::BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    file.take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    Ok(bytes)
}

/// The sheets of the file.
pub(super) fn tables(bytes: &[u8]) -> Result<Vec<Table>, Error> {
    let kind = FileKind::of(bytes)?;
    Ok(nabij_exchange::read(bytes, kind)?)
}
