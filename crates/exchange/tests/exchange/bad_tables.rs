//! Files that are not what they say, or were broken on the way: an answer each, and never a fall.

use std::io::{Cursor, Read, Write};

use crate::made_at;
use nabij_exchange::{Cell, Error, FileKind, Row, Table, csv, read, xlsx};
use proptest::prelude::*;
use proptest::sample::Index;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A caseload as a team keeps it.
fn caseload() -> Table {
    let row = |number: u32| Row {
        number,
        cells: vec![
            Cell::Text(format!("Amina {number}")),
            Cell::Moment(made_at()),
            Cell::Number(f64::from(number)),
            Cell::Text("Slaapt bij oma; wil morgen bellen.\nSchool weet ervan.".to_owned()),
            Cell::Flag(number.is_multiple_of(2)),
        ],
    };
    Table {
        sheet: Some("Caseload".to_owned()),
        header: ["naam", "laatst", "uren", "wat", "thuis"]
            .map(str::to_owned)
            .to_vec(),
        rows: (2..40).map(row).collect(),
    }
}

/// The same workbook with the contents of its parts changed, packed again as if nothing happened.
fn repacked(workbook: &[u8], change: impl Fn(&str, Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        writer
            .start_file(&name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(&change(&name, bytes)).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The same workbook with one text in its parts replaced.
fn with(workbook: &[u8], from: &str, to: &str) -> Vec<u8> {
    repacked(workbook, |_, bytes| match String::from_utf8(bytes) {
        Ok(text) => text.replace(from, to).into_bytes(),
        Err(other) => other.into_bytes(),
    })
}

/// As the app reads what somebody picks.
fn pick(bytes: &[u8]) -> Result<Vec<Table>, Error> {
    read(bytes, FileKind::of(bytes)?)
}

#[test]
fn noor_picks_files_that_are_no_table() {
    assert_eq!(pick(b""), Err(Error::NotATable));
    assert_eq!(pick(b"%PDF-1.7 ..."), Err(Error::NotATable));
    assert_eq!(pick(b"PK\x03\x04"), Err(Error::Damaged));
    assert_eq!(read(b"\0\0\0", FileKind::Csv), Err(Error::NotATable));
    assert_eq!(read(b"naam;wat", FileKind::Xlsx), Err(Error::Damaged));
}

#[test]
fn noor_picks_lists_without_rows() {
    assert_eq!(pick(b"naam;telefoon\r\n"), Err(Error::NoRows));
    assert_eq!(pick(b" ;\t\r\n;;\r\n"), Err(Error::NoRows));
    let empty = Table {
        rows: Vec::new(),
        ..caseload()
    };
    assert_eq!(
        pick(&xlsx(&[empty], made_at()).unwrap()),
        Err(Error::NoRows)
    );
}

#[test]
fn an_empty_sheet_beside_a_full_one_is_passed_over() {
    let empty = Table {
        sheet: Some("Blad2".to_owned()),
        ..Table::default()
    };
    let read = pick(&xlsx(&[empty, caseload()], made_at()).unwrap()).unwrap();
    assert_eq!(read, [caseload()]);
}

#[test]
fn a_download_that_broke_off_is_damaged() {
    let whole = xlsx(&[caseload()], made_at()).unwrap();
    let half = &whole[..whole.len() / 2];
    assert_eq!(pick(half), Err(Error::Damaged));
}

#[test]
fn what_is_too_large_is_refused_and_what_just_fits_is_not() {
    let wide = |columns: usize| format!("{}\nx\n", vec!["a"; columns].join(";"));
    assert!(pick(wide(200).as_bytes()).is_ok());
    assert_eq!(pick(wide(201).as_bytes()), Err(Error::TooLarge));
    let long = |rows: usize| format!("naam\n{}", "x\n".repeat(rows));
    assert!(pick(long(100_000).as_bytes()).is_ok());
    assert_eq!(pick(long(100_001).as_bytes()), Err(Error::TooLarge));
    assert_eq!(pick(&vec![b'x'; 33 * 1024 * 1024]), Err(Error::TooLarge));
    let square = format!("naam\n{}", format!("{}x\n", ";".repeat(199)).repeat(20_001));
    assert_eq!(pick(square.as_bytes()), Err(Error::TooLarge));
}

#[test]
fn a_sheet_that_claims_a_million_columns_costs_nothing() {
    let whole = xlsx(&[caseload()], made_at()).unwrap();
    let vast = with(
        &whole,
        "<dimension ref=\"A1:E39\"/>",
        "<dimension ref=\"A1:XFD1048576\"/>",
    );
    assert_ne!(vast, whole);
    assert_eq!(pick(&vast), Ok(vec![caseload()]));
    let far = with(&whole, "r=\"E39\"", "r=\"XFD39\"");
    assert_eq!(pick(&far), Err(Error::TooLarge));
}

#[test]
fn faults_in_cells_are_told_as_the_spreadsheet_tells_them() {
    let whole = xlsx(&[caseload()], made_at()).unwrap();
    let fault = with(&whole, "t=\"b\"><v>1</v>", "t=\"e\"><v>#N/A</v>");
    let read = pick(&fault).unwrap();
    assert_eq!(read[0].rows[0].cells[4], Cell::Fault("#N/A".to_owned()));
}

#[test]
fn a_text_that_no_sheet_can_hold_is_not_cut() {
    let mut table = caseload();
    table.rows[0].cells[0] = Cell::Text("x".repeat(32_768));
    assert_eq!(xlsx(&[table.clone()], made_at()), Err(Error::TooLarge));
    assert!(csv(&table).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn anything_at_all(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = pick(&bytes);
        let _ = (read(&bytes, FileKind::Csv), read(&bytes, FileKind::Xlsx));
    }

    #[test]
    fn a_workbook_with_bytes_changed(changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..20)) {
        let mut bytes = xlsx(&[caseload()], made_at()).unwrap();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = pick(&bytes);
    }

    #[test]
    fn a_list_with_bytes_changed(changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..20)) {
        let mut bytes = csv(&caseload()).unwrap();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = pick(&bytes);
    }

    #[test]
    fn a_workbook_with_words_changed(part in any::<Index>(), changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..6)) {
        let whole = xlsx(&[caseload()], made_at()).unwrap();
        let parts = ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"];
        let chosen = part.get(&parts);
        let broken = repacked(&whole, |name, mut bytes| {
            if name == *chosen {
                for (at, byte) in &changes {
                    let at = at.index(bytes.len());
                    bytes[at] = *byte;
                }
            }
            bytes
        });
        let _ = pick(&broken);
    }
}
