//! In from XLSX, cell by cell: a sheet that claims a million columns costs nothing until they come.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};
use chrono::{NaiveDateTime, NaiveTime};

use super::gather::{Gather, Room};
use super::{Cell, Table, limits, unpacked};
use crate::error::Error;

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Table>, Error> {
    unpacked::check(bytes)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(refused)?;
    let mut room = Room::default();
    let mut tables = Vec::new();
    for name in workbook.sheet_names() {
        match sheet(&mut workbook, &name, &mut room) {
            // A sheet that is a chart holds no cells.
            Err(XlsxError::NotAWorksheet(_)) => {}
            Err(error) => return Err(refused(error)),
            Ok(table) => tables.push(table?),
        }
    }
    Ok(tables)
}

/// The outer result is calamine's, the inner one ours.
fn sheet(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    room: &mut Room,
) -> Result<Result<Table, Error>, XlsxError> {
    let mut reader = workbook.worksheet_cells_reader(name)?;
    let mut table = Gather::new(room, Some(name.to_owned()));
    let mut row = Vec::new();
    let mut number = 0;
    while let Some(cell) = reader.next_cell()? {
        let (at, column) = cell.get_position();
        if at != number {
            if let Err(error) = table.row(number.saturating_add(1), std::mem::take(&mut row)) {
                return Ok(Err(error));
            }
            number = at;
        }
        let cell = read_cell(cell.get_value());
        if cell.is_empty() {
            continue;
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= limits::COLUMNS {
            return Ok(Err(Error::TooLarge));
        }
        if row.len() <= column {
            row.resize(column.saturating_add(1), Cell::Empty);
        }
        if let Some(place) = row.get_mut(column) {
            *place = cell;
        }
    }
    let last = table.row(number.saturating_add(1), row);
    Ok(last.map(|()| table.done()))
}

fn read_cell(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) => Cell::written(text),
        DataRef::SharedString(text) => Cell::written(text),
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::Bool(flag) => Cell::Flag(*flag),
        DataRef::Error(fault) => Cell::Fault(fault.to_string()),
        DataRef::DateTime(moment) => dated(moment),
        DataRef::DateTimeIso(text) => iso(text).map_or_else(|| Cell::written(text), Cell::Moment),
        DataRef::DurationIso(text) => Cell::written(text),
    }
}

/// A number that the sheet shows as a date, a time, or a length of time.
fn dated(moment: &ExcelDateTime) -> Cell {
    let length = moment.is_duration().then(|| moment.as_duration()).flatten();
    match (length, moment.as_datetime()) {
        (Some(length), _) => {
            let (hours, minutes) = (length.num_hours(), length.num_minutes().rem_euclid(60));
            Cell::Text(format!("{hours:02}:{minutes:02}"))
        }
        (None, Some(moment)) => Cell::Moment(moment),
        (None, None) => Cell::Number(moment.as_f64()),
    }
}

fn iso(text: &str) -> Option<NaiveDateTime> {
    let (day, clock) = crate::when::moment(text)?;
    Some(day.and_time(clock.unwrap_or(NaiveTime::MIN)))
}

fn refused(error: XlsxError) -> Error {
    match error {
        XlsxError::Password => Error::Protected,
        XlsxError::RowNumberOverflow | XlsxError::ColumnNumberOverflow => Error::TooLarge,
        _ => Error::Damaged,
    }
}
