//! Makes a table of cells as they come, within the limits that all sheets of a file share.

use super::{Cell, Row, Table, limits};
use crate::error::Error;

/// What a file may still hold.
pub(super) struct Room {
    rows: usize,
    cells: usize,
    text: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            rows: limits::ROWS,
            cells: limits::CELLS,
            text: limits::TEXT,
        }
    }
}

impl Room {
    /// Takes a row's share, or says that it is too much.
    fn take(&mut self, cells: &[Cell]) -> Result<(), Error> {
        if cells.len() > limits::COLUMNS {
            return Err(Error::TooLarge);
        }
        let text = cells.iter().map(|cell| match cell {
            Cell::Text(text) | Cell::Fault(text) => text.len(),
            _ => 0,
        });
        let less = |have: usize, need: usize| have.checked_sub(need).ok_or(Error::TooLarge);
        self.rows = less(self.rows, 1)?;
        self.cells = less(self.cells, cells.len())?;
        self.text = less(self.text, text.sum())?;
        Ok(())
    }
}

/// One sheet under way.
pub(super) struct Gather<'room> {
    room: &'room mut Room,
    table: Table,
}

impl<'room> Gather<'room> {
    pub(super) fn new(room: &'room mut Room, sheet: Option<String>) -> Self {
        let table = Table {
            sheet,
            ..Table::default()
        };
        Self { room, table }
    }

    /// The next row. The first that holds anything is the header; empty ones are left out.
    pub(super) fn row(&mut self, number: u32, mut cells: Vec<Cell>) -> Result<(), Error> {
        while cells.last().is_some_and(Cell::is_empty) {
            cells.pop();
        }
        if cells.is_empty() {
            return Ok(());
        }
        if self.table.header.is_empty() {
            if cells.len() > limits::COLUMNS {
                return Err(Error::TooLarge);
            }
            let trimmed = |cell: &Cell| cell.text().trim().to_owned();
            self.table.header = cells.iter().map(trimmed).collect();
            return Ok(());
        }
        self.room.take(&cells)?;
        self.table.rows.push(Row { number, cells });
        Ok(())
    }

    pub(super) fn done(self) -> Table {
        self.table
    }
}
