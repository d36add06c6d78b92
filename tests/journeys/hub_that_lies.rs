//! A hub that cannot read what it keeps can still keep it back, alter it, put it in another order, give it twice, or
//! show one colleague another history than the other. Each is noticed and said, and what stands here stays.
//!
//! The hub is the real program; between two runs of it somebody changes what lies in its folder.

use super::nearby::{listens, shares_with};
use super::put_back_and_copied::copies;
use rusqlite::{Connection, OptionalExtension as _, params};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use support::{HubProgram, Laptop, PASSPHRASE, Stage, nabij};

const PORT: u16 = 48_931;
const DAY: i64 = 24 * 60 * 60 * 1000;
const FIRST: &str = "Vader belt morgen.";
const SECOND: &str = "Vader heeft gebeld.";

struct Scene {
    stage: Stage,
    hub: HubProgram,
    fatima: Laptop,
    bram: Laptop,
    noor: Laptop,
    case: String,
}

impl Scene {
    /// All three hold a case and have all of it, but for two moments of Fatima's, which only Bram got.
    fn set() -> Scene {
        let stage = Stage::new();
        let hub = HubProgram::start(&stage.folder("hub"));
        let [fatima, bram, noor] = stage.team(&hub.url(), ["Fatima", "Bram", "Noor"]);
        let case = fatima.opens_case("Gezin K.", &["Bram", "Noor"]);
        fatima.records(Some(&case), "Dit hebben allen.");
        for laptop in [&fatima, &bram, &noor, &fatima] {
            laptop.shares();
        }
        for text in [FIRST, SECOND] {
            fatima.records(Some(&case), text);
            fatima.shares();
        }
        bram.shares();
        bram.shares();
        Scene {
            stage,
            hub,
            fatima,
            bram,
            noor,
            case,
        }
    }

    /// Stops the hub, changes what lies in its folder, and starts it again. `lie` is given the log in which
    /// Fatima's newest entry stands, and its number.
    fn hub_lies(&mut self, lie: impl FnOnce(&Connection, i64, i64)) {
        self.hub.leaves();
        let file =
            Connection::open(self.stage.folder("hub").join("hub.db")).expect("the hub's file");
        let (log, number) = file
            .query_row(
                "SELECT log, number FROM entry JOIN log ON log.id = entry.log WHERE scope = 2
                 ORDER BY arrival DESC LIMIT 1",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .expect("an entry");
        lie(&file, log, number);
        drop(file);
        self.hub.start_again();
    }

    /// What was noticed, by kind and by whose it is.
    fn noticed(laptop: &Laptop) -> Vec<(String, Value)> {
        let centre = laptop.does("read_sync_centre", json!({}));
        let rows = centre["findings"].as_array().expect("findings");
        rows.iter()
            .map(|row| {
                (
                    row["kind"].as_str().expect("a kind").to_owned(),
                    row["name"].clone(),
                )
            })
            .collect()
    }

    fn texts(&self, laptop: &Laptop) -> Vec<String> {
        let mut texts = laptop.reads(&self.case);
        texts.sort();
        texts
    }

    /// What `nabij sharing` says.
    fn says(laptop: &Laptop) -> String {
        laptop.does("lock_vault", json!({}));
        let ended = nabij(laptop.home(), PASSPHRASE, &["sharing"]);
        assert_eq!(ended.code, Some(0), "{ended:?}");
        laptop.unlocks();
        ended.said
    }

    /// The hub's folder as it was: all get everything, and nothing is wrong.
    fn ends_well(&self) {
        for laptop in [
            &self.fatima,
            &self.noor,
            &self.bram,
            &self.fatima,
            &self.noor,
        ] {
            laptop.shares();
        }
        let all = ["Dit hebben allen.", FIRST, SECOND];
        for laptop in [&self.fatima, &self.bram, &self.noor] {
            assert_eq!(self.texts(laptop), all);
            assert!(laptop.finds_wrong().iter().all(|check| check == "clock"));
        }
    }
}

/// Takes the last entry of the log away, as if it had never come.
fn cuts_off(file: &Connection, log: i64, number: i64) {
    file.execute(
        "DELETE FROM entry WHERE log = ?1 AND number = ?2",
        [log, number],
    )
    .expect("an entry less");
    file.execute("UPDATE log SET last = ?2 WHERE id = ?1", [log, number - 1])
        .expect("a log that ends before");
}

#[test]
fn a_hub_keeps_something_back_and_after_a_day_noor_is_told() {
    let mut scene = Scene::set();
    scene.hub_lies(cuts_off);
    let noor = &scene.noor;
    noor.shares();
    assert_eq!(scene.texts(noor), ["Dit hebben allen.", FIRST]);
    // Bram's laptop signed for it just now; who shares from hand to hand may be on the way to the hub.
    assert_eq!(Scene::noticed(noor), []);
    noor.clock().advance(DAY + 60_000);
    noor.syncs();
    assert_eq!(
        Scene::noticed(noor),
        [("withheld".to_owned(), json!("Fatima"))]
    );
    let said = Scene::says(noor);
    let words = "Een collega heeft 1 wijzigingen van Fatima die deze hub niet geeft. Vertel het je beheerder.";
    assert!(said.contains(words), "{said}");
    // Fatima sees that the hub lost what it had signed for, and brings it again.
    scene.fatima.shares();
    let lost = [("hubLost".to_owned(), json!("Fatima"))];
    assert_eq!(Scene::noticed(&scene.fatima), lost);
    scene.ends_well();
    assert_eq!(
        Scene::noticed(&scene.noor),
        [],
        "it has come, and nobody is accused"
    );
}

/// Lies about Fatima's entries, and what Noor may read meanwhile.
fn does_not_fit(lie: impl Fn(&Connection, i64, i64), mend: impl Fn(&Connection)) {
    let mut scene = Scene::set();
    scene.hub_lies(lie);
    let noor = &scene.noor;
    noor.syncs();
    let read = scene.texts(noor);
    assert!(
        read.contains(&"Dit hebben allen.".to_owned()),
        "what was here stays: {read:?}"
    );
    assert!(
        read.iter()
            .all(|text| ["Dit hebben allen.", FIRST, SECOND].contains(&text.as_str())),
        "{read:?}"
    );
    let fits_not = ("doesNotFit".to_owned(), json!("Fatima"));
    assert!(
        Scene::noticed(noor).contains(&fits_not),
        "{:?}",
        Scene::noticed(noor)
    );
    let said = Scene::says(noor);
    let words = "wijzigingen van Fatima passen niet bij wat hier staat en zijn niet overgenomen. Vertel het je beheerder.";
    assert!(said.contains(words), "{said}");
    let wrong = noor.finds_wrong();
    assert!(wrong.iter().all(|check| check == "hub"), "{wrong:?}");
    scene.hub_lies(|file, _, _| mend(file));
    scene.ends_well();
}

#[test]
fn a_hub_alters_a_change() {
    let flip = |file: &Connection| {
        let (log, number, mut payload): (i64, i64, Vec<u8>) = file
            .query_row(
                "SELECT log, number, payload FROM entry JOIN log ON log.id = entry.log WHERE scope = 2
                 ORDER BY arrival DESC LIMIT 1",
                [],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .expect("an entry");
        payload[7] ^= 1;
        file.execute(
            "UPDATE entry SET payload = ?3 WHERE log = ?1 AND number = ?2",
            params![log, number, payload],
        )
        .expect("an altered entry");
    };
    does_not_fit(|file, _, _| flip(file), flip);
}

#[test]
fn a_hub_swaps_two_changes() {
    let swap = |file: &Connection| {
        file.execute_batch(
            "CREATE TEMP TABLE two AS SELECT entry.log, number, document, nonce, payload, key_epoch FROM entry
               JOIN log ON log.id = entry.log WHERE scope = 2 ORDER BY arrival DESC LIMIT 2;
             UPDATE entry SET (document, nonce, payload, key_epoch) =
               (SELECT document, nonce, payload, key_epoch FROM two
                WHERE two.log = entry.log AND two.number <> entry.number)
             WHERE EXISTS (SELECT 1 FROM two WHERE two.log = entry.log AND two.number = entry.number);",
        )
        .expect("swapped entries");
    };
    does_not_fit(|file, _, _| swap(file), swap);
}

#[test]
fn a_hub_gives_a_change_twice() {
    does_not_fit(
        |file, log, number| {
            file.execute(
                "INSERT INTO entry (log, number, hash, document, nonce, payload, erased, key_epoch, signature,
                   received_at, arrival)
                 SELECT log, number + 1, hash, document, nonce, payload, erased, key_epoch, signature,
                   received_at, arrival + 1 FROM entry WHERE log = ?1 AND number = ?2",
                [log, number],
            )
            .expect("an entry twice");
            file.execute("UPDATE log SET last = ?2 WHERE id = ?1", [log, number + 1])
                .expect("a log that goes on");
        },
        |file| {
            let last: Option<(i64, i64)> = file
                .query_row(
                    "SELECT log, number FROM entry JOIN log ON log.id = entry.log WHERE scope = 2
                     ORDER BY arrival DESC LIMIT 1",
                    [],
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )
                .optional()
                .expect("a question");
            let (log, number) = last.expect("an entry");
            cuts_off(file, log, number);
        },
    );
}

/// As an image of the disk does it: files are written over in place, so that no marker notices.
fn puts_back(from: &Path, to: &Path) {
    for entry in fs::read_dir(to).expect("a folder") {
        let entry = entry.expect("an entry");
        if !from.join(entry.file_name()).exists() {
            fs::remove_file(entry.path()).expect("a file less");
        }
    }
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let bytes = fs::read(entry.path()).expect("a file");
        fs::write(to.join(entry.file_name()), bytes).expect("a file put back");
    }
}

#[test]
fn a_hub_shows_bram_one_history_and_noor_another() {
    let mut scene = Scene::set();
    scene.noor.shares();
    // Everything as it is now: Fatima's machine and the hub.
    let (home, markers) = (
        scene.fatima.home().to_path_buf(),
        scene.fatima.home().with_extension("markers"),
    );
    scene.fatima.app().close();
    scene.hub.leaves();
    let kept = scene.stage.folder("kept");
    for (name, folder) in [
        ("home", &home),
        ("markers", &markers),
        ("hub", &scene.stage.folder("hub")),
    ] {
        copies(folder, &kept.join(name));
    }
    scene.hub.start_again();
    scene.fatima = Laptop::new(home.clone());
    scene.fatima.unlocks();
    scene
        .fatima
        .records(Some(&scene.case), "Zo staat het bij Bram.");
    scene.fatima.shares();
    scene.bram.shares();
    scene.fatima.app().close();
    scene.hub.leaves();
    // The same moment again, and another history from there on.
    for (name, folder) in [
        ("home", &home),
        ("markers", &markers),
        ("hub", &scene.stage.folder("hub")),
    ] {
        puts_back(&kept.join(name), folder);
    }
    scene.hub.start_again();
    scene.fatima = Laptop::new(home);
    scene.fatima.unlocks();
    scene
        .fatima
        .records(Some(&scene.case), "Zo staat het bij Noor.");
    scene.fatima.shares();
    scene.noor.shares();
    scene.hub.is_killed();

    // Bram and Noor meet in a doorway: their laptops see that they were told different things.
    listens(&scene.bram, PORT);
    shares_with(&scene.noor, PORT);
    let other = ("otherHistory".to_owned(), json!("Fatima"));
    assert!(
        Scene::noticed(&scene.noor).contains(&other),
        "{:?}",
        Scene::noticed(&scene.noor)
    );
    let said = Scene::says(&scene.noor);
    let words = "Iemand heeft een andere versie van wat Fatima schreef. Wat hier staat, blijft. Vertel het je beheerder.";
    assert!(said.contains(words), "{said}");
    let stays = |laptop: &Laptop, text: &str| {
        assert!(scene.texts(laptop).contains(&text.to_owned()), "{text}");
    };
    stays(&scene.noor, "Zo staat het bij Noor.");
    stays(&scene.bram, "Zo staat het bij Bram.");
}
