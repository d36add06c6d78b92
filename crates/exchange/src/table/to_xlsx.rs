//! Out to XLSX: a header that stays in sight, dates that are dates, columns as wide as their words.

use chrono::{Datelike, NaiveDateTime, NaiveTime};
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::{Cell, Row, Table};
use crate::error::Error;
use crate::net;

/// Narrowest and widest column, in characters; what is longer wraps.
const WIDTHS: (usize, usize) = (9, 60);
/// How many rows are looked at for a column's width.
const LOOK: usize = 500;
/// Longest sheet name that Excel opens.
const NAME: usize = 31;
/// What Excel does not allow in a sheet's name.
const NOT_IN_NAME: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// How cells look.
struct Looks {
    header: Format,
    text: Format,
    day: Format,
    moment: Format,
    clock: Format,
}

impl Looks {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            header: top().set_bold().set_text_wrap(),
            text: top().set_text_wrap(),
            day: top()
                .set_num_format("dd-mm-yyyy")
                .set_align(FormatAlign::Left),
            moment: top()
                .set_num_format("dd-mm-yyyy hh:mm")
                .set_align(FormatAlign::Left),
            clock: top().set_num_format("hh:mm").set_align(FormatAlign::Left),
        }
    }
}

/// One workbook with a sheet for each table, made at a local time that is written into its properties.
/// Text is always text: nothing in it is run as a formula. Row numbers are not kept: rows follow each other.
///
/// # Errors
/// [`Error::TooLarge`] when a text (32,767 characters) or table does not fit in a sheet; [`Error::NotMade`].
pub fn xlsx(tables: &[Table], made_at: NaiveDateTime) -> Result<Vec<u8>, Error> {
    net::catch(Error::NotMade, || {
        workbook(tables, made_at).map_err(refused)
    })
}

fn workbook(tables: &[Table], made_at: NaiveDateTime) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made_at));
    let mut names = Vec::new();
    for table in tables {
        let name = name(table.sheet.as_deref().unwrap_or_default(), &names);
        let sheet = workbook.add_worksheet();
        sheet.set_name(&name)?;
        names.push(name);
        write(sheet, table, &looks)?;
    }
    workbook.save_to_buffer()
}

fn write(sheet: &mut Worksheet, table: &Table, looks: &Looks) -> Result<(), XlsxError> {
    for (column, text) in (0..).zip(&table.header) {
        sheet.write_string_with_format(0, column, clean(text), &looks.header)?;
        sheet.set_column_width(column, width(table, column) as f64)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (at, row) in (1..).zip(&table.rows) {
        write_row(sheet, at, row, looks)?;
    }
    Ok(())
}

fn write_row(sheet: &mut Worksheet, at: u32, row: &Row, looks: &Looks) -> Result<(), XlsxError> {
    for (column, cell) in (0..).zip(&row.cells) {
        match cell {
            Cell::Empty => {}
            Cell::Text(text) | Cell::Fault(text) => {
                sheet.write_string_with_format(at, column, clean(text), &looks.text)?;
            }
            Cell::Number(number) if number.is_finite() => {
                sheet.write_number_with_format(at, column, *number, &looks.text)?;
            }
            Cell::Number(number) => {
                sheet.write_string_with_format(at, column, number.to_string(), &looks.text)?;
            }
            Cell::Moment(moment) => write_moment(sheet, at, column, *moment, looks)?,
            Cell::Flag(flag) => {
                sheet.write_boolean_with_format(at, column, *flag, &looks.text)?;
            }
        }
    }
    Ok(())
}

/// The format follows what there is: a day, a day with a time, or a time on the day before all days.
fn write_moment(
    sheet: &mut Worksheet,
    at: u32,
    column: u16,
    moment: NaiveDateTime,
    looks: &Looks,
) -> Result<(), XlsxError> {
    if moment.year() < 1900 {
        sheet.write_datetime_with_format(at, column, moment.time(), &looks.clock)?;
    } else if moment.time() == NaiveTime::MIN {
        sheet.write_datetime_with_format(at, column, moment, &looks.day)?;
    } else {
        sheet.write_datetime_with_format(at, column, moment, &looks.moment)?;
    }
    Ok(())
}

/// XML has no place for control characters; lines end in `\n`.
fn clean(text: &str) -> String {
    let kept = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    let unmarked = |c: &char| !matches!(c, '\u{FFFE}' | '\u{FFFF}');
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    lines.chars().filter(kept).filter(unmarked).collect()
}

/// As wide as its longest line, within bounds.
fn width(table: &Table, column: u16) -> usize {
    let column = usize::from(column);
    let longest = |text: &str| {
        text.lines()
            .map(|line| line.chars().count())
            .max()
            .unwrap_or(0)
    };
    let cells = table
        .rows
        .iter()
        .take(LOOK)
        .filter_map(|row| row.cells.get(column));
    let header = table.header.get(column).map_or(0, |text| longest(text));
    let widest = cells.map(|cell| longest(&cell.text())).max().unwrap_or(0);
    let (narrowest, broadest) = WIDTHS;
    // Room for the edges, and for bold.
    header
        .max(widest)
        .saturating_add(2)
        .clamp(narrowest, broadest)
}

/// A name that Excel opens and that no sheet before it has.
fn name(wanted: &str, taken: &[String]) -> String {
    let allowed = |c: char| {
        if NOT_IN_NAME.contains(&c) || c.is_control() {
            ' '
        } else {
            c
        }
    };
    let wanted: String = wanted.chars().map(allowed).collect();
    let wanted = short(
        wanted.trim_matches(|c: char| c == '\'' || c.is_whitespace()),
        NAME,
    );
    let free = |name: &str| {
        let same = |other: &String| other.to_lowercase() == name.to_lowercase();
        !name.is_empty() && !taken.iter().any(same)
    };
    if free(&wanted) {
        return wanted;
    }
    let stem = if wanted.is_empty() { "Blad" } else { &wanted };
    let numbered = |number: usize| {
        let end = format!(" {number}");
        format!(
            "{}{end}",
            short(stem, NAME.saturating_sub(end.len())).trim_end()
        )
    };
    (taken.len().saturating_add(1)..)
        .map(numbered)
        .find(|name| free(name))
        .unwrap_or_default()
}

/// The beginning of it, in as many UTF-16 units as Excel counts.
fn short(text: &str, most: usize) -> String {
    let mut left = most;
    let fits = |c: &char| {
        let fits = left.checked_sub(c.len_utf16());
        left = fits.unwrap_or(0);
        fits.is_some()
    };
    text.chars().take_while(fits).collect()
}

fn refused(error: XlsxError) -> Error {
    match error {
        XlsxError::MaxStringLengthExceeded | XlsxError::RowColumnLimitError => Error::TooLarge,
        _ => Error::NotMade,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sheet_gets_a_name_that_excel_opens() {
        let mut taken = Vec::new();
        let wanted = [
            "Casussen",
            "casussen",
            "",
            "'Acties: open/dicht?'",
            &"é".repeat(40),
            &"é".repeat(40),
        ];
        for wanted in wanted {
            taken.push(name(wanted, &taken));
        }
        let long = "é".repeat(31);
        let cut = format!("{} 6", "é".repeat(29));
        let expected = [
            "Casussen",
            "casussen 2",
            "Blad 3",
            "Acties  open dicht",
            &long,
            &cut,
        ];
        assert_eq!(taken, expected);
    }
}
