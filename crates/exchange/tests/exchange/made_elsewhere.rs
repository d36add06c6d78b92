//! A workbook that was not made by us (openpyxl, as many registration systems do), with what teams put in one:
//! dates as dates and as text, a telephone number that lost its nought, a formula, a fault, an empty row.

use nabij_exchange::{Cell, FileKind, clock, moment, read};

const WORKBOOK: &[u8] = include_bytes!("made_elsewhere.xlsx");

#[test]
fn bram_brings_the_caseload_of_his_last_job() {
    let tables = read(WORKBOOK, FileKind::of(WORKBOOK).unwrap()).unwrap();
    let sheets: Vec<_> = tables
        .iter()
        .filter_map(|table| table.sheet.as_deref())
        .collect();
    assert_eq!(sheets, ["Caseload 2026", "Plekken"]);
    let caseload = &tables[0];
    assert_eq!(caseload.header[..3], ["Casusnaam", "Geboren", "Telefoon"]);
    let numbers: Vec<_> = caseload.rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [2, 3, 5, 7]);

    let amina: Vec<_> = caseload.rows[0].cells.iter().map(Cell::text).collect();
    let expected = [
        "Amina K.",
        "03-04-2010",
        "0612345678",
        "21-11-2026 23:41",
        "23:41",
        "1,5",
        "WAAR",
        "Slaapt bij oma;\nwil bellen",
    ];
    assert_eq!(amina, expected);
    assert_eq!(moment(&amina[3]).unwrap().1, clock(&amina[4]));

    let daan = &caseload.rows[1].cells;
    assert_eq!(daan[2].text(), "612345678");
    assert_eq!(
        moment(&daan[3].text()).unwrap().0,
        moment("21 nov 2026").unwrap().0
    );
    assert_eq!(daan[7], Cell::Fault("#DIV/0!".to_owned()));
    assert_eq!(caseload.rows[2].cells[4].text(), "25:30");
}
