//! In from CSV.

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::decode::decode;
use super::gather::{Gather, Room};
use super::guard::unguarded;
use super::{Cell, Table};
use crate::error::Error;

/// What separates cells, the likeliest in the Netherlands first.
const SEPARATORS: [u8; 3] = [b';', b'\t', b','];

/// How many rows are tried to find the separator.
const TRIED: usize = 50;

pub(super) fn read(bytes: &[u8]) -> Result<Table, Error> {
    if !super::decode::is_text(bytes) {
        return Err(Error::NotATable);
    }
    let text = decode(bytes);
    let (separator, text) = told(&text).unwrap_or_else(|| (sniffed(&text), &text));
    let mut reader = reader(text, separator);
    let mut record = ByteRecord::new();
    let mut room = Room::default();
    let mut table = Gather::new(&mut room, None);
    let mut number = 0_u32;
    let mut start = 0;
    loop {
        let before = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        if !reader
            .read_byte_record(&mut record)
            .map_err(|_| Error::Damaged)?
        {
            break;
        }
        start = before;
        number = number
            .saturating_add(1)
            .saturating_add(skipped(text, start));
        table.row(number, record.iter().map(cell).collect())?;
    }
    if ends_in_a_quote(text, start) {
        return Err(Error::Damaged);
    }
    Ok(table.done())
}

fn cell(bytes: &[u8]) -> Cell {
    Cell::written(unguarded(&String::from_utf8_lossy(bytes)))
}

fn reader(text: &str, separator: u8) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes())
}

/// `sep=;` on the first line, which Excel writes and obeys and does not count as a row.
fn told(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let mark = first.trim_end_matches('\r').strip_prefix("sep=")?;
    match mark.as_bytes() {
        [separator] if SEPARATORS.contains(separator) => Some((*separator, rest)),
        _ => None,
    }
}

/// Of those that stand in the header outside quotes, the one under which most rows have as many cells as it.
fn sniffed(text: &str) -> u8 {
    let in_header = outside_quotes(text);
    let fit = |separator: u8| {
        let mut rows = reader(text, separator).into_byte_records().take(TRIED);
        let width = rows
            .next()
            .and_then(Result::ok)
            .map_or(0, |first| first.len());
        let same = rows.filter(|row| row.as_ref().is_ok_and(|row| row.len() == width));
        (same.count(), width)
    };
    // The last of equals wins, so the likeliest goes last.
    let found = SEPARATORS
        .into_iter()
        .rev()
        .filter(|separator| in_header.contains(separator));
    found
        .max_by_key(|separator| fit(*separator))
        .unwrap_or(b';')
}

/// What stands outside quotes in the first line that holds anything.
fn outside_quotes(text: &str) -> Vec<u8> {
    let mut quoted = false;
    let outside = text
        .trim_start_matches(['\r', '\n'])
        .bytes()
        .filter(|byte| {
            quoted ^= *byte == b'"';
            !quoted
        });
    outside
        .take_while(|byte| !matches!(byte, b'\r' | b'\n'))
        .collect()
}

/// Empty lines before the record that begins here: the parser passes them over, a spreadsheet counts them.
fn skipped(text: &str, start: usize) -> u32 {
    let ended_by_cr = start.checked_sub(1).and_then(|at| text.as_bytes().get(at)) == Some(&b'\r');
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    let rest = match rest {
        [b'\n', rest @ ..] if ended_by_cr => rest,
        rest => rest,
    };
    let mut lines = 0_u32;
    let mut previous = 0;
    for byte in rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')) {
        if !(*byte == b'\n' && previous == b'\r') {
            lines = lines.saturating_add(1);
        }
        previous = *byte;
    }
    lines
}

/// A quote that was never closed swallows all that follows into the last cell: better to say so.
fn ends_in_a_quote(text: &str, last: usize) -> bool {
    let last = text.get(last..).unwrap_or_default().trim();
    last.contains(['\n', '\r']) && last.matches('"').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(text: &str) -> Vec<(u32, Vec<String>)> {
        let table = read(text.as_bytes()).unwrap();
        let texts = |row: &super::super::Row| row.cells.iter().map(Cell::text).collect();
        table
            .rows
            .iter()
            .map(|row| (row.number, texts(row)))
            .collect()
    }

    #[test]
    fn a_row_has_the_number_that_the_spreadsheet_shows() {
        for end in ["\n", "\r\n", "\r"] {
            let text = [
                "naam;wat",
                "",
                "Amina;\"een",
                "twee\"",
                ";;",
                "",
                "Daan;x",
                "",
            ]
            .join(end);
            let expected = vec![
                (3, vec!["Amina".to_owned(), "een\ntwee".to_owned()]),
                (6, vec!["Daan".to_owned(), "x".to_owned()]),
            ];
            assert_eq!(numbered(&text), expected, "{end:?}");
        }
    }

    #[test]
    fn the_separator_is_found() {
        let rows = [
            ("naam;wat\nAmina;school, werk, thuis\nDaan;niets", b';'),
            ("naam,wat\nAmina,\"school; werk\"\nDaan,niets", b','),
            ("naam\twat\nAmina\tschool, werk; thuis\nDaan\tniets", b'\t'),
            ("naam\nAmina, oma\nDaan, thuis", b';'),
            ("\"naam, nick\";\"a\"\nAmina, A\nDaan, D", b';'),
        ];
        for (text, separator) in rows {
            assert_eq!(sniffed(text), separator, "{text}");
        }
        assert_eq!(
            numbered("sep=,\r\na,b\r\n1,2\r\n"),
            vec![(2, vec!["1".to_owned(), "2".to_owned()])]
        );
    }

    #[test]
    fn ragged_rows_stay_ragged() {
        let rows = numbered("a;b;c\n1\n1;2;3;4;5\n;;3;");
        let lengths: Vec<_> = rows.iter().map(|(_, cells)| cells.len()).collect();
        assert_eq!(lengths, [1, 5, 3]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_not_swallowed() {
        assert_eq!(
            read(b"naam;wat\nAmina;\"school\nDaan;x\nNoor;y\n"),
            Err(Error::Damaged)
        );
        assert!(read(b"naam;wat\nbuis;5\" dik\n").is_ok());
    }
}
