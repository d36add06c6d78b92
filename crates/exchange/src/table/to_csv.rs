//! Out to CSV, as a Dutch Excel opens it by a double click: marked UTF-8, semicolons, CRLF.

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use super::guard::guarded;
use super::{Cell, Table};
use crate::error::Error;

/// Without it Excel takes the file for Windows-1252 and Daniëlle for DaniÃ«lle.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// One table. Text that a spreadsheet would run as a formula gets a `'` before it; [`super::read`] takes it off.
/// Row numbers are not kept: rows follow each other.
///
/// # Errors
/// [`Error::NotMade`].
pub fn csv(table: &Table) -> Result<Vec<u8>, Error> {
    // Quotes around every heading leave no doubt about the separator.
    let mut header = writer(MARK.to_vec(), QuoteStyle::Always);
    let headings = table.header.iter().map(|text| guarded(text).into_owned());
    header.write_record(headings).map_err(|_| Error::NotMade)?;
    let begun = header.into_inner().map_err(|_| Error::NotMade)?;
    let mut rows = writer(begun, QuoteStyle::Necessary);
    for row in &table.rows {
        rows.write_record(row.cells.iter().map(written))
            .map_err(|_| Error::NotMade)?;
    }
    rows.into_inner().map_err(|_| Error::NotMade)
}

fn writer(begun: Vec<u8>, quotes: QuoteStyle) -> Writer<Vec<u8>> {
    WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .quote_style(quotes)
        .flexible(true)
        .from_writer(begun)
}

/// Only text can be a stranger's; a number that is below zero is a number.
fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Fault(text) => guarded(text).into_owned(),
        cell => cell.text(),
    }
}
