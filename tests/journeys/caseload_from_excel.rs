//! Bram brings his caseload of two thousand lines from Excel: tried out, mended by leaving out, taken back.

use chrono::{Local, NaiveDateTime, TimeZone as _};
use nabij_exchange::{Cell, Row, Table};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use support::{Laptop, PASSPHRASE, RpcProcess, Stage, program, say};

const ROWS: usize = 2000;
const CASES: usize = 150;
const HEADER: &str =
    "Casus;Datum;Tijd;Soort;Verslag;Plek;Leefgebied;Bereikt;Afspraak;Voor wanneer;Wie";

/// A good line, the so-manieth of the file.
fn good(number: usize) -> [String; 11] {
    let case = format!("Gezin {:03}", number % CASES);
    let kinds = ["gesprek", "appje", "Huisbezoek", "signaal", "overleg", ""];
    let (month, day) = (1 + number % 10, 1 + number % 28);
    let action = number.is_multiple_of(10);
    [
        case,
        format!("{day:02}-{month:02}-2025"),
        format!("{:02}:{:02}", 14 + number % 9, number % 60),
        kinds[number % kinds.len()].to_owned(),
        format!("Gesproken over school en thuis, regel {number}."),
        ["Griftpark", "Kanaalstraat", ""][number % 3].to_owned(),
        ["wonen", "geld, school", ""][number % 3].to_owned(),
        ["ja", "nee", ""][number % 3].to_owned(),
        if action {
            format!("Belt de school, regel {number}")
        } else {
            String::new()
        },
        if action {
            "01-12-2025".to_owned()
        } else {
            String::new()
        },
        if action {
            "Bram".to_owned()
        } else {
            String::new()
        },
    ]
}

/// The ways in which a line is wrong: the column, what stands there, and what is to be said about it.
fn wrongs() -> Vec<(usize, String, &'static str)> {
    let long = "lang ".repeat(5_000);
    vec![
        (1, String::new(), "dateMissing"),
        (1, "gisteren".into(), "dateUnreadable"),
        (1, "31-02-2025".into(), "dateUnreadable"),
        (1, "45982".into(), "dateUnreadable"),
        (1, "01-01-2199".into(), "dateInFuture"),
        (1, "03-04-1974".into(), "dateTooOld"),
        (2, "kwart over negen".into(), "timeUnreadable"),
        (2, "25:00".into(), "timeUnreadable"),
        (3, "koffie".into(), "kindUnknown"),
        (4, String::new(), "textMissing"),
        (4, long, "textTooLong"),
        (0, "Gezin ".repeat(50), "nameTooLong"),
        (5, "Park ".repeat(50), "nameTooLong"),
        (4, "#REF!".into(), "spreadsheetFault"),
        (6, "voetbal".into(), "lifeDomainUnknown"),
        (7, "misschien".into(), "outcomeUnknown"),
        (9, "morgen".into(), "dueUnreadable"),
        (9, "01-01-2199".into(), "dueUnlikely"),
    ]
}

/// What is said about each wrong line, by its number in the spreadsheet.
type Expected = BTreeMap<u64, &'static str>;

/// The lines of the file, and the 37 of them that are wrong.
fn lines() -> (Vec<Vec<String>>, Expected) {
    let mut rows: Vec<Vec<String>> = (0..ROWS).map(|number| good(number).to_vec()).collect();
    let mut expected = Expected::new();
    let mut wrong = |place: usize, reason| {
        expected.insert(place as u64 + 2, reason);
        place
    };
    // Lines with an agreement, so that every column of them matters.
    let each_twice = wrongs().into_iter().chain(wrongs()).take(34);
    for (index, (column, cell, reason)) in each_twice.enumerate() {
        let place = wrong(100 + index * 50, reason);
        rows[place][column] = cell;
    }
    let place = wrong(1995, "duplicateInFile");
    rows[place] = rows[7].clone();
    let place = wrong(1996, "raggedRow");
    rows[place].push("te veel".into());
    let place = wrong(1997, "duplicateHere");
    rows[place] = [
        "Gezin Bakker",
        "21-11-2024",
        "23:41",
        "gesprek",
        "Stond al in Nabij.",
    ]
    .map(str::to_owned)
    .to_vec();
    rows[place].resize(11, String::new());
    (rows, expected)
}

fn csv_of(rows: &[Vec<String>]) -> String {
    rows.iter()
        .fold(format!("\u{feff}{HEADER}\r\n"), |mut text, row| {
            write!(text, "{}\r\n", row.join(";")).expect("memory");
            text
        })
}

/// Bram with a case of his own, in which one line of the file stands already.
fn bram(stage: &Stage) -> Laptop {
    let bram = stage.laptop("bram");
    bram.founds("Straatteam Noord", "Bram", None);
    let case = bram.opens_case("Gezin Bakker", &[]);
    let at = local("2024-11-21T23:41:00");
    bram.does(
        "record_contact_moment",
        json!({"people": [{"caseId": case}], "kind": "conversation", "text": "Stond al in Nabij.",
            "at": at, "place": null}),
    );
    bram
}

/// The moment on this computer's clock: a file has no zone.
fn local(text: &str) -> i64 {
    let at: NaiveDateTime = text.parse().expect("a moment");
    let at = Local.from_local_datetime(&at).earliest();
    at.expect("a moment that was").timestamp_millis()
}

/// The same lines as a workbook.
fn xlsx_of(rows: &[Vec<String>]) -> Vec<u8> {
    let rows = rows.iter().zip(2..).map(|(row, number)| Row {
        number,
        cells: row.iter().map(|text| Cell::Text(text.clone())).collect(),
    });
    let table = Table {
        sheet: Some("Caseload".into()),
        header: HEADER.split(';').map(str::to_owned).collect(),
        rows: rows.collect(),
    };
    nabij_exchange::xlsx(&[table], NaiveDateTime::default()).expect("a workbook")
}

fn asked(laptop: &Laptop, rows: usize, path: &PathBuf) -> Value {
    let file = laptop.does("read_import_file", json!({ "path": path }));
    let guess = file["sheets"][0]["guess"].clone();
    assert_eq!(
        guess,
        json!([
            "case",
            "date",
            "time",
            "kind",
            "text",
            "place",
            "lifeDomains",
            "outcome",
            "action",
            "due",
            "owner"
        ])
    );
    assert_eq!(file["sheets"][0]["rows"], rows);
    json!({ "path": path, "sheet": 0, "mapping": guess })
}

fn with(asked: &Value, more: Value) -> Value {
    let mut whole = asked.as_object().expect("an object").clone();
    whole.extend(more.as_object().expect("an object").clone());
    Value::Object(whole)
}

fn tries_out(laptop: &Laptop, asked: &Value) -> Value {
    let wanted = json!({ "onlyWrong": true, "skip": 0, "limit": 200 });
    laptop.does("dry_run_import", with(asked, wanted))
}

/// Everything of this laptop that lists show.
fn lists(laptop: &Laptop) -> Value {
    let mut lists = laptop.does("list_cases", json!({}));
    lists["street"]["timeline"] = json!(laptop.street());
    lists["found"] = json!(laptop.finds("regel"));
    lists
}

fn is_named(tried: &Value, expected: &Expected) {
    let named: BTreeMap<u64, String> = tried["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| {
            let reason = row["faults"][0]["reason"].as_str().expect("a reason");
            (row["number"].as_u64().expect("a number"), reason.to_owned())
        })
        .collect();
    let expected: BTreeMap<u64, String> = expected
        .iter()
        .map(|(number, reason)| (*number, (*reason).to_owned()))
        .collect();
    assert_eq!(named, expected);
    let reasons: BTreeSet<&String> = expected.values().collect();
    assert!(reasons.len() >= 12, "only {} reasons", reasons.len());
}

#[test]
fn two_thousand_lines_of_which_thirty_seven_are_wrong() {
    let stage = Stage::new();
    let bram = bram(&stage);
    let (rows, expected) = lines();
    assert_eq!(expected.len(), 37);
    let path = stage.folder("caseload.csv");
    std::fs::write(&path, csv_of(&rows)).expect("a file");
    let before = lists(&bram);

    // The try-out names every wrong line, and writes nothing.
    let asked = asked(&bram, ROWS, &path);
    let began = Instant::now();
    let tried = tries_out(&bram, &asked);
    say(&format!("tried out {ROWS} rows in {:.0?}", began.elapsed()));
    is_named(&tried, &expected);
    let workbook = stage.folder("caseload.xlsx");
    std::fs::write(&workbook, xlsx_of(&rows)).expect("a file");
    is_named(
        &tries_out(&bram, &self::asked(&bram, ROWS, &workbook)),
        &expected,
    );
    assert_eq!(tried["totals"]["wrong"], 37);
    assert_eq!(tried["totals"]["contactMoments"], 1963);
    assert_eq!(tried["totals"]["cases"], CASES);
    assert_eq!(lists(&bram), before);

    // With wrong lines, or with another file than was tried out, nothing is written either.
    let import = with(
        &asked,
        json!({ "digest": tried["digest"], "leaveOutWrongRows": false }),
    );
    assert_eq!(
        format!("{:?}", bram.fails("import", import.clone())),
        "Invalid"
    );
    let leaving_out = with(&import, json!({ "leaveOutWrongRows": true }));
    let mut other = rows.clone();
    other[3][4].push('!');
    std::fs::write(&path, csv_of(&other)).expect("a file");
    assert_eq!(
        format!("{:?}", bram.fails("import", leaving_out.clone())),
        "FileChanged"
    );
    assert_eq!(lists(&bram), before);

    // Left out, exactly the others come in.
    std::fs::write(&path, csv_of(&rows)).expect("a file");
    let began = Instant::now();
    let done = bram.does("import", leaving_out);
    say(&format!(
        "imported {} contact moments in {CASES} new cases in {:.1?}",
        done["contactMoments"],
        began.elapsed()
    ));
    assert_eq!(done["contactMoments"], 1963);
    assert_eq!(done["leftOut"], 37);
    assert_eq!(done["cases"], CASES);
    let after = lists(&bram);
    assert_eq!(after["cases"].as_array().expect("cases").len(), CASES + 1);
    let again = tries_out(&bram, &asked);
    assert_eq!(
        again["totals"]["contactMoments"], 0,
        "it would come in twice"
    );
    let mine = bram.does("list_imports", json!({}));
    assert_eq!(mine["imports"][0]["contactMoments"], 1963);
    assert_eq!(mine["imports"][0]["changed"], 0);

    // Taken back: as before. Put back: as after.
    let began = Instant::now();
    let turn = |withdrawn| json!({ "importId": done["importId"], "withdrawn": withdrawn });
    bram.does("undo_import", turn(true));
    say(&format!("taken back in {:.1?}", began.elapsed()));
    assert_eq!(lists(&bram)["cases"].as_array().map(Vec::len), Some(1));
    assert_eq!(shown(&lists(&bram)), shown(&before));
    assert_eq!(
        bram.does("list_imports", json!({}))["imports"][0]["withdrawn"],
        true
    );
    bram.does("undo_import", turn(false));
    assert_eq!(shown(&lists(&bram)), shown(&after));
    assert_eq!(
        bram.does("list_imports", json!({}))["imports"][0]["changed"],
        0
    );
    assert_eq!(bram.finds_wrong(), [""; 0]);
}

/// Lists without what says whether something is shared.
fn shown(lists: &Value) -> Vec<(Value, Value, Value)> {
    let cases = lists["cases"].as_array().expect("cases").iter();
    let mut shown: Vec<_> = cases
        .map(|case| {
            (
                case["name"].clone(),
                case["moments"].clone(),
                case["lastAt"].clone(),
            )
        })
        .collect();
    shown.push((
        lists["street"]["moments"].clone(),
        lists["found"].clone(),
        Value::Null,
    ));
    shown
}

#[test]
fn what_one_laptop_exports_another_takes_in() {
    let stage = Stage::new();
    let (bram, noor) = (bram(&stage), stage.laptop("noor"));
    noor.founds("Straatteam Zuid", "Noor", None);
    bram.records(None, "Sprak \"Kleine\" op het plein;\nhij wil =school=.");
    for format in ["csv", "xlsx"] {
        let path = stage.folder(&format!("contactmomenten.{format}"));
        let wanted = json!({ "list": "contactMoments", "format": format, "path": path });
        assert_eq!(bram.does("export_list", wanted)["rows"], 2);
        let file = noor.does("read_import_file", json!({ "path": path }));
        let asked = json!({ "path": path, "sheet": 0, "mapping": file["sheets"][0]["guess"] });
        let tried = tries_out(&noor, &asked);
        assert_eq!(
            tried["totals"]["wrong"],
            if format == "csv" { 0 } else { 2 },
            "{tried}"
        );
        if format == "csv" {
            let import = json!({ "digest": tried["digest"], "leaveOutWrongRows": false });
            noor.does("import", with(&asked, import));
        }
    }
    let of = |laptop: &Laptop, case: &str| laptop.reads(case);
    let case = |laptop: &Laptop| laptop.does("list_cases", json!({}))["cases"][0]["id"].clone();
    let (his, hers) = (case(&bram), case(&noor));
    assert_eq!(
        of(&bram, his.as_str().expect("an id")),
        of(&noor, hers.as_str().expect("an id"))
    );
    let moments = |laptop: &Laptop| -> Vec<_> {
        let street = laptop.street().into_iter();
        street
            .map(|item| {
                (
                    item["text"].clone(),
                    item["kind"].clone(),
                    item["place"].clone(),
                    item["at"].as_i64().map(|at| at / 1000),
                )
            })
            .collect()
    };
    assert_eq!(moments(&bram), moments(&noor));
}

#[test]
fn a_kill_in_the_middle_leaves_all_or_nothing() {
    let stage = Stage::new();
    drop(bram(&stage));
    let (rows, _) = lines();
    let path = stage.folder("caseload.csv");
    std::fs::write(&path, csv_of(&rows[..400])).expect("a file");
    program("nabij");
    let (mut nothing, mut all) = (0, 0);
    for life in 0..12_u64 {
        let mut laptop = RpcProcess::start(&stage.folder("bram"));
        let mut ask = |name: &str, params: &Value| -> Value {
            let id = laptop.asks(name, params).expect("it reads");
            loop {
                let until = Instant::now() + Duration::from_secs(60);
                let message = laptop.next_before(until).expect("it answers");
                if message["id"] == id {
                    return message["result"].clone();
                }
            }
        };
        ask("unlock_vault", &json!({ "passphrase": PASSPHRASE }));
        let file = ask("read_import_file", &json!({ "path": path }));
        let asked = json!({ "path": path, "sheet": 0, "mapping": file["sheets"][0]["guess"] });
        let tried = ask(
            "dry_run_import",
            &with(&asked, json!({ "onlyWrong": true, "skip": 0, "limit": 1 })),
        );
        let import = json!({ "digest": tried["digest"], "leaveOutWrongRows": true });
        laptop
            .asks("import", &with(&asked, import))
            .expect("it reads");
        laptop.hears_for(Duration::from_millis(life * life * 20));
        laptop.is_killed();

        let bram = stage.laptop("bram");
        bram.unlocks();
        let imports = bram.does("list_imports", json!({}))["imports"].clone();
        let cases = bram.does("list_cases", json!({}))["cases"]
            .as_array()
            .map_or(0, Vec::len);
        assert_eq!(bram.finds_wrong(), [""; 0]);
        if imports.as_array().is_some_and(Vec::is_empty) {
            assert_eq!(cases, 1, "half an import");
            nothing += 1;
        } else {
            assert_eq!(
                imports[0]["contactMoments"],
                tried["totals"]["contactMoments"]
            );
            // A case of which every line is wrong is not opened.
            assert_eq!(tried["totals"]["cases"], cases - 1);
            all += 1;
            break;
        }
    }
    say(&format!(
        "killed in the middle: {nothing} times nothing, {all} times all"
    ));
    assert!(nothing > 0);
}

#[test]
fn putting_an_import_back_leaves_what_was_taken_back_by_hand() {
    let stage = Stage::new();
    let bram = bram(&stage);
    let path = stage.folder("caseload.csv");
    let rows: Vec<Vec<String>> = (0..3).map(|number| good(number).to_vec()).collect();
    std::fs::write(&path, csv_of(&rows)).expect("a file");
    let asked = asked(&bram, rows.len(), &path);
    let tried = tries_out(&bram, &asked);
    let sure = json!({ "digest": tried["digest"], "leaveOutWrongRows": false });
    let done = bram.does("import", with(&asked, sure));
    let found = bram.does(
        "search",
        json!({ "query": "\"regel 1.\"", "filters": {}, "limit": 5 }),
    );
    let by_hand = json!({ "ids": [found["hits"][0]["id"]], "withdrawn": true });
    bram.does("set_withdrawn", by_hand);
    assert_eq!(bram.finds("regel"), 3, "two moments and an action are left");

    let turn = |withdrawn| {
        let turn = json!({ "importId": done["importId"], "withdrawn": withdrawn });
        bram.does("undo_import", turn);
        bram.finds("regel")
    };
    // Taking back what is taken back changes nothing, also not what is put back afterwards.
    assert_eq!([turn(true), turn(true), turn(false)], [0, 0, 3]);
    assert_eq!([turn(true), turn(false)], [0, 3]);
}
