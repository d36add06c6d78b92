//! Files that are refused whole, each with its reason, and sticks that are found by strangers.

use super::{stick, takes_in, without_a_hub, writes};
use serde_json::{Value, json};
use std::path::Path;
use support::{Laptop, Stage, contains, words_in};

/// Why a file is refused.
fn why(laptop: &Laptop, path: &Path) -> Value {
    let code = laptop.fails("import_share_file", json!({ "path": path }));
    serde_json::to_value(code).expect("a word")
}

#[test]
fn a_stick_that_a_stranger_finds_shows_nothing() {
    let (stage, [fatima, bram], case) = without_a_hub(["Fatima", "Bram"]);
    fatima.records(Some(&case), "Slaapt in de Zwaluwkelder.");
    let path = stick(&stage, "gevonden.nabij");
    let all = json!({ "to": null, "allHistory": true, "path": path });
    fatima.does("export_share_file", all);
    let bytes = std::fs::read(&path).expect("a file");
    let words = [
        "Fatima",
        "Bram",
        "Kornoelje",
        "Zwaluwkelder",
        "Straatteam",
        "Noord",
        "Griftpark",
    ];
    assert_eq!(words_in(&words, &bytes), Vec::<String>::new());
    // Nor an id: of the case, of the colleagues, of anything that was written.
    let rows = fatima.file(&case)["timeline"].clone();
    let rows = rows.as_array().expect("a timeline").iter();
    let ids = rows.map(|row| row["id"].as_str().expect("an id").to_owned());
    let more = [
        case.clone(),
        fatima.colleague("Bram"),
        fatima.colleague("Fatima"),
    ];
    for id in ids.chain(more) {
        let raw = data_encoding::HEXLOWER.decode(id.as_bytes()).expect("hex");
        assert!(!contains(&bytes, &raw) && !contains(&bytes, id.as_bytes()));
    }
    // The same night again: another file from the ninth byte on, and no longer.
    let again = stick(&stage, "nogmaals.nabij");
    let all = json!({ "to": null, "allHistory": true, "path": again });
    fatima.does("export_share_file", all);
    let again = std::fs::read(&again).expect("a file");
    assert_eq!(again.len(), bytes.len());
    let same = again.iter().zip(&bytes).filter(|(one, other)| one == other);
    assert!(same.count() < bytes.len() / 128);
    drop(bram);
}

#[test]
fn what_is_not_for_this_laptop_is_refused_with_its_reason() {
    let (stage, [fatima, bram, amir], case) = without_a_hub(["Fatima", "Bram", "Amir"]);
    fatima.records(Some(&case), "Niet voor Amir.");
    let path = stick(&stage, "voor-bram.nabij");
    writes(&fatima, Some("Bram"), &path);
    assert_eq!(why(&amir, &path), "fileNotForYou");

    let elsewhere = Stage::new();
    let hub = elsewhere.hub();
    let [stranger, _other] = elsewhere.team(&hub.url(), ["Vreemde", "Bram"]);
    assert_eq!(why(&stranger, &path), "fileOfOtherTeam");
    let theirs = stick(&stage, "van-elders.nabij");
    writes(&stranger, None, &theirs);
    assert_eq!(why(&bram, &theirs), "fileOfOtherTeam");

    let table = stick(&stage, "caseload.csv");
    std::fs::write(&table, "zaak;datum\nGezin K.;1-2-2026\n").expect("a file");
    assert_eq!(why(&bram, &table), "notAShareFile");
    assert_eq!(
        why(&bram, &stick(&stage, "er-niet.nabij")),
        "fileUnreadable"
    );
    assert_eq!(why(&bram, stage.path()), "fileUnreadable");
    // Whose file it is can be told, and it is still good.
    takes_in(&bram, &path);
}

#[test]
fn a_damaged_file_is_refused_whole() {
    let (stage, [fatima, bram], case) = without_a_hub(["Fatima", "Bram"]);
    fatima.records(Some(&case), "Geschreven zonder hub.");
    let path = stick(&stage, "heel.nabij");
    writes(&fatima, Some("Bram"), &path);
    let bytes = std::fs::read(&path).expect("a file");
    let broken = stick(&stage, "kapot.nabij");
    let mut pieces: Vec<Vec<u8>> = [60, 300, 4_000, bytes.len() / 2, bytes.len() - 1]
        .into_iter()
        .map(|length| bytes[..length].to_vec())
        .collect();
    for at in [
        20,
        70,
        9_000,
        bytes.len() / 2,
        bytes.len() - 500,
        bytes.len() - 1,
    ] {
        let mut altered = bytes.clone();
        altered[at] ^= 4;
        pieces.push(altered);
    }
    for piece in pieces {
        std::fs::write(&broken, piece).expect("a file");
        assert_eq!(why(&bram, &broken), "fileNotWhole");
        assert!(
            !bram
                .reads(&case)
                .contains(&"Geschreven zonder hub.".to_owned())
        );
    }
    let mut newer = bytes.clone();
    newer[9] = 2;
    std::fs::write(&broken, newer).expect("a file");
    assert_eq!(why(&bram, &broken), "newerVersion");
    // Where it cannot be written, nothing is left lying about.
    let nowhere = json!({ "to": null, "allHistory": false, "path": "/er-niet/stick.nabij" });
    fatima.fails("export_share_file", nowhere);
}
