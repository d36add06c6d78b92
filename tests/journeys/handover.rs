//! One o'clock: the handover that wrote itself during Fatima's night is sent, Bram reads it on his own laptop without
//! a network, and Noor, who does not hold Gezin K., sees nothing of that case.

use serde_json::{Value, json};
use support::{HubProgram, Laptop, Stage, files_in, places_of};

/// What nobody outside the case may find anywhere.
const SECRET: &str = "Kwartelstraat";

/// Fatima's night: two stops, a talk on the street, a talk and a signal in a case.
fn night(fatima: &Laptop, case: &str) -> Value {
    let shift = fatima.does("start_shift", json!({}));
    let stop = json!({
        "place": "Neude", "at": fatima.clock().now(), "headCount": 12, "mood": "grim",
        "topic": "vuurwerk", "agreement": "morgen samen opruimen",
    });
    fatima.does("record_stop", stop);
    fatima.clock().advance(60_000);
    let stop =
        json!({ "place": "Griftpark", "at": fatima.clock().now(), "headCount": 4, "mood": "calm" });
    fatima.does("record_stop", stop);
    fatima.records(None, "Jongen met rode jas zoekt werk.");
    fatima.clock().advance(60_000);
    fatima.records(Some(case), &format!("Daan slaapt bij oma in de {SECRET}."));
    fatima.clock().advance(60_000);
    fatima.does(
        "record_contact_moment",
        json!({
            "people": [{ "caseId": case }], "kind": "signal", "place": null, "at": fatima.clock().now(),
            "text": format!("Moeder is bang voor de buurman in de {SECRET}."),
        }),
    );
    shift
}

fn composed(laptop: &Laptop) -> Value {
    laptop.does("compose_handover", json!({ "shiftId": null }))
}

/// The draft that sends everything that is proposed, in the proposed order.
fn all_of(handover: &Value) -> Value {
    let groups = handover["groups"].as_array().unwrap().iter();
    let lines = groups.flat_map(|group| group["lines"].as_array().unwrap());
    let order: Vec<&Value> = lines.map(|line| &line["key"]).collect();
    json!({ "order": order, "struck": [], "sentences": [], "to": [] })
}

fn send(laptop: &Laptop, draft: &Value) -> Value {
    let shift = composed(laptop)["shift"]["id"].clone();
    laptop.does("send_handover", json!({ "shiftId": shift, "draft": draft }))
}

fn inbox(laptop: &Laptop) -> Value {
    laptop.does("list_handovers", json!({}))
}

fn read_first(laptop: &Laptop) -> Value {
    let id = inbox(laptop)["handovers"][0]["id"].clone();
    laptop.does("read_handover", json!({ "id": id }))
}

/// The kinds of a handover's sections with their headings.
fn outline(file: &Value) -> Vec<String> {
    let sections = file["sections"].as_array().unwrap().iter();
    sections
        .map(|section| {
            let heading = section["heading"].as_str().unwrap_or("-");
            format!("{} {heading}", section["kind"].as_str().unwrap())
        })
        .collect()
}

#[test]
fn the_next_shift_reads_it_without_a_network_and_each_sees_what_they_may() {
    let stage = Stage::new();
    let mut hub = HubProgram::start(&stage.folder("hub"));
    let [fatima, bram, noor] = stage.team(&hub.url(), ["Fatima", "Bram", "Noor"]);
    let case = fatima.opens_case("Gezin Kwartel", &["Bram"]);
    night(&fatima, &case);

    let handover = composed(&fatima);
    let waiting = handover
        .to_string()
        .matches("\"share\":\"waiting\"")
        .count();
    assert!(
        waiting >= 5,
        "nothing of the night is shared yet: {handover}"
    );
    let sent = send(&fatima, &all_of(&handover));
    assert_eq!(sent["ids"].as_array().unwrap().len(), 2, "street and case");
    assert_eq!(inbox(&fatima)["unread"], 0, "one's own is not unread");
    for laptop in [&fatima, &bram, &noor] {
        laptop.shares();
    }
    hub.is_killed();

    assert_eq!(inbox(&bram)["unread"], 1);
    let file = read_first(&bram);
    assert_eq!(
        outline(&file),
        [
            "worries -",
            "agreements -",
            "place Griftpark",
            "case Gezin Kwartel"
        ],
        "{file}"
    );
    let worries = file["sections"][0]["lines"].as_array().unwrap();
    assert_eq!(worries[0]["heading"], "Neude");
    assert_eq!(
        worries[0]["text"],
        "12 personen, sfeer grimmig. Ging over: vuurwerk."
    );
    assert_eq!(worries[1]["heading"], "Gezin Kwartel");
    let agreements = &file["sections"][1]["lines"];
    assert_eq!(agreements[0]["text"], "Afgesproken: morgen samen opruimen.");

    // Noor does not hold the case: she reads the street, and no file of hers has more.
    assert_eq!(inbox(&noor)["unread"], 1);
    let file = read_first(&noor);
    assert_eq!(
        outline(&file),
        ["worries -", "agreements -", "place Griftpark"]
    );
    assert_eq!(file["handover"]["cases"], json!([]));
    assert!(!file.to_string().contains("wartel"), "{file}");
    assert_eq!(noor.finds(SECRET), 0);
    assert!(!files_in(noor.home()).is_empty());
    assert_eq!(places_of(&[SECRET, "Kwartel"], noor.home()), [""; 0]);

    // Bram says that he has read it; twice is once.
    hub.start_again();
    let ids = read_first(&bram)["ids"].clone();
    for _ in 0..2 {
        bram.does("note_handover_read", json!({ "ids": ids }));
    }
    assert_eq!(inbox(&bram)["unread"], 0);
    bram.shares();
    fatima.shares();
    let readers = inbox(&fatima)["handovers"][0]["readers"].clone();
    assert_eq!(readers.as_array().unwrap().len(), 1, "{readers}");
    assert_eq!(readers[0]["name"], "Bram");
    assert_eq!(composed(&fatima)["sent"]["readers"], readers);
    assert_eq!(inbox(&noor)["unread"], 1, "what Bram read, Noor did not");
    for laptop in [&fatima, &bram, &noor] {
        assert_eq!(laptop.finds_wrong(), [""; 0]);
    }
}

#[test]
fn what_the_coach_made_of_it_survives_a_kill_and_takes_in_what_comes_later() {
    let stage = Stage::new();
    let fatima = stage.laptop("fatima");
    fatima.founds("Straatteam Noord", "Fatima", None);
    let case = fatima.opens_case("Gezin K.", &[]);
    let shift = night(&fatima, &case)["id"].clone();
    let mut draft = all_of(&composed(&fatima));
    let order = draft["order"].as_array_mut().unwrap();
    // What was said of the case last comes first, and what was seen at the Neude is struck.
    order.reverse();
    let stop = order
        .iter()
        .position(|key| key.as_str().unwrap().starts_with("stop:"))
        .unwrap();
    let struck = order[stop].clone();
    order.push(json!("sentence:1"));
    draft["struck"] = json!([struck]);
    draft["sentences"] = json!([{ "key": "sentence:1", "caseId": case, "heading": null, "text": "Bel oma, niet moeder." }]);
    fatima.does(
        "save_handover_draft",
        json!({ "shiftId": shift, "draft": draft }),
    );
    drop(fatima);

    let fatima = stage.laptop("fatima");
    fatima.unlocks();
    fatima.clock().advance(600_000);
    fatima.records(Some(&case), "Daan belde nog: hij is veilig thuis.");
    let handover = composed(&fatima);
    let family = handover["groups"].as_array().unwrap().last().unwrap();
    let texts: Vec<&str> = family["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["text"].as_str().unwrap())
        .collect();
    assert!(texts[0].starts_with("Signaal"), "{texts:?}");
    assert!(texts[1].contains("slaapt bij oma"), "{texts:?}");
    assert_eq!(texts[2], "Bel oma, niet moeder.");
    assert!(texts[3].contains("veilig thuis"), "{texts:?}");
    let struck_lines = handover.to_string().matches("\"struck\":true").count();
    assert_eq!(struck_lines, 1, "{handover}");

    // What was not seen is not sent, what was struck neither; once more replaces what was sent.
    let first = send(&fatima, &draft);
    let file = read_first(&fatima).to_string();
    assert!(
        file.contains("Bel oma") && !file.contains("veilig thuis"),
        "{file}"
    );
    fatima.clock().advance(1_000);
    let second = send(&fatima, &all_of(&composed(&fatima)));
    assert_eq!(second["replaced"], first["ids"]);
    let listed = inbox(&fatima)["handovers"].as_array().unwrap().len();
    assert_eq!(listed, 1);
    // Taken back within ten seconds, it is as if it had not been sent.
    fatima.does(
        "set_withdrawn",
        json!({ "ids": second["ids"], "withdrawn": true }),
    );
    fatima.does(
        "set_withdrawn",
        json!({ "ids": second["replaced"], "withdrawn": false }),
    );
    assert!(read_first(&fatima).to_string().contains("Bel oma"));
}

#[test]
fn on_paper_it_says_the_same_and_nothing_that_was_struck() {
    let stage = Stage::new();
    let fatima = stage.laptop("fatima");
    fatima.founds("Straatteam Noord", "Fatima", None);
    let case = fatima.opens_case("Gezin K.", &[]);
    let shift = night(&fatima, &case)["id"].clone();
    let draft = all_of(&composed(&fatima));
    let path = stage.folder("overdracht.pdf");
    let print = |draft: &Value| {
        let handover = json!({ "type": "unsent", "shiftId": shift, "draft": draft });
        fatima.does(
            "export_handover_pdf",
            json!({ "handover": handover, "path": path }),
        );
        std::fs::read(&path).unwrap()
    };
    let whole = print(&draft);
    assert!(whole.starts_with(b"%PDF-"));
    let mut less = draft.clone();
    less["struck"] = less["order"].clone();
    less["struck"].as_array_mut().unwrap().truncate(3);
    let shorter = print(&less);
    assert!(shorter.starts_with(b"%PDF-") && shorter.len() < whole.len());

    let sent = send(&fatima, &draft);
    let handover = json!({ "type": "sent", "id": sent["ids"][0] });
    fatima.does(
        "export_handover_pdf",
        json!({ "handover": handover, "path": path }),
    );
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF-"));
}
