//! What goes out comes in again, equal.

use crate::made_at;
use chrono::{NaiveDate, NaiveDateTime};
use nabij_exchange::{Cell, FileKind, Row, Table, csv, read, xlsx};
use proptest::prelude::*;

/// Text as people type and paste it: formulas, quotes, separators, line ends, signs from everywhere.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "['=+@;,\"\n -]{0,8}",
        "[\\PC\n]{0,30}",
        "[A-Za-z0-9 _x&<>]{0,20}",
        Just("_x0041_".to_owned()),
        Just("  spaties  ".to_owned()),
        Just("+31 6 12345678".to_owned()),
    ]
}

fn moment() -> impl Strategy<Value = NaiveDateTime> {
    // From 1900-03-01, before which spreadsheets count a day that was not there.
    let day = NaiveDate::from_ymd_opt(1900, 3, 1).unwrap();
    (0_u64..73_000, 0_u32..86_400).prop_map(move |(days, second)| {
        let day = day.checked_add_days(chrono::Days::new(days)).unwrap();
        let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap();
        day.and_time(time)
    })
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Empty),
        text().prop_map(|text| if text.trim().is_empty() {
            Cell::Empty
        } else {
            Cell::Text(text)
        }),
        (-1e12..1e12).prop_map(Cell::Number),
        (0_i32..100_000).prop_map(|number| Cell::Number(f64::from(number))),
        moment().prop_map(Cell::Moment),
        any::<bool>().prop_map(Cell::Flag),
    ]
}

fn header() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(text().prop_map(|text| text.trim().to_owned()), 0..5).prop_map(
        |mut header| {
            header.push("naam".to_owned());
            header
        },
    )
}

/// Rows as they are read: numbered from 2, up to their last filled cell, and never empty.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    let cells = prop::collection::vec(cell(), 0..7);
    prop::collection::vec(cells, 1..12).prop_map(|rows| {
        let filled = rows.into_iter().map(|mut cells| {
            cells.push(Cell::Text("einde".to_owned()));
            cells
        });
        (2..)
            .zip(filled)
            .map(|(number, cells)| Row { number, cells })
            .collect()
    })
}

/// CSV knows only text.
fn as_text(table: &Table) -> Table {
    let cell = |cell: &Cell| {
        if cell.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(cell.text())
        }
    };
    let row = |row: &Row| Row {
        number: row.number,
        cells: row.cells.iter().map(cell).collect(),
    };
    Table {
        sheet: None,
        header: table.header.clone(),
        rows: table.rows.iter().map(row).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn through_csv(header in header(), rows in rows()) {
        let table = Table { sheet: None, header, rows };
        let bytes = csv(&table).unwrap();
        prop_assert_eq!(FileKind::of(&bytes), Ok(FileKind::Csv));
        prop_assert_eq!(read(&bytes, FileKind::Csv).unwrap(), vec![as_text(&table)]);
    }

    #[test]
    fn through_xlsx(sheets in prop::collection::vec((header(), rows()), 1..4)) {
        let tables: Vec<_> = (1..).zip(sheets).map(|(number, (header, rows))| {
            Table { sheet: Some(format!("Lijst {number}")), header, rows }
        }).collect();
        let bytes = xlsx(&tables, made_at()).unwrap();
        prop_assert_eq!(FileKind::of(&bytes), Ok(FileKind::Xlsx));
        prop_assert_eq!(read(&bytes, FileKind::Xlsx).unwrap(), tables);
    }
}

#[test]
fn the_same_tables_make_the_same_bytes() {
    let row = Row {
        number: 2,
        cells: vec![Cell::Text("Amina".to_owned())],
    };
    let table = Table {
        sheet: Some("Casussen".to_owned()),
        header: vec!["naam".to_owned()],
        rows: vec![row],
    };
    let tables = [table];
    assert_eq!(xlsx(&tables, made_at()), xlsx(&tables, made_at()));
}

/// What a double click in a Dutch Excel opens.
#[test]
fn a_csv_is_written_like_this() {
    let cells = vec![
        Cell::Text("=HYPERLINK(\"http://x\")".to_owned()),
        Cell::Text("Slaapt bij oma;\nwil bellen".to_owned()),
        Cell::Text("+31 6 12345678".to_owned()),
        Cell::Number(-3.5),
        Cell::Moment(made_at()),
    ];
    let header = ["naam", "wat", "telefoon", "uren", "wanneer"]
        .map(str::to_owned)
        .to_vec();
    let table = Table {
        sheet: None,
        header,
        rows: vec![Row { number: 2, cells }],
    };
    let expected = "\u{FEFF}\"naam\";\"wat\";\"telefoon\";\"uren\";\"wanneer\"\r\n\
        \"'=HYPERLINK(\"\"http://x\"\")\";\"Slaapt bij oma;\nwil bellen\";+31 6 12345678;-3,5;22-11-2026 01:12\r\n";
    assert_eq!(String::from_utf8(csv(&table).unwrap()).unwrap(), expected);
}
