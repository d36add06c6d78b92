//! The key of a contact moment travels with its beginning and is not in the chain: what is sealed can be destroyed
//! with it. Whoever alters it on the way, or leaves it out, makes what is here unreadable; not for good.

use serde_json::{Value, json};
use support::{HubProcess, Laptop, Meeting, Stage, hardly_packed};

#[test]
fn a_key_that_was_altered_on_the_way_comes_again_at_the_next_meeting() {
    let stage = Stage::new();
    let hub = stage.hub();
    let ([fatima, bram, noor], case, id) = noor_lacks_a_key(&stage, &hub);
    // The chain is whole, so nothing is missing and nobody is blamed; but it is said.
    let centre = centre(&noor);
    assert_eq!(centre["unread"][0]["why"], "noKey", "{centre}");
    assert_eq!(centre["findings"], json!([]));
    for laptop in [&bram, &fatima] {
        laptop.shares();
    }
    edits(&fatima, &case, &id, &hardly_packed(2));
    let (mut meeting, said) = Meeting::between(&noor, &fatima);
    meeting.goes_on(said);
    assert_eq!(noor.item(&case, &id)["text"], hardly_packed(2));
    assert_eq!(self::centre(&noor)["unread"], json!([]));
    assert_eq!(noor.finds_wrong(), Vec::<String>::new());
    // And what Noor passes on is whole.
    fatima.shares();
    noor.shares();
    let (mut meeting, said) = Meeting::between(&noor, &bram);
    meeting.goes_on(said);
    assert_eq!(bram.item(&case, &id)["text"], hardly_packed(2));
}

#[test]
fn a_key_that_is_lacking_is_asked_of_the_hub_again() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    let case = fatima.opens_case("Gezin K.", &["Bram"]);
    for laptop in [&fatima, &bram, &fatima] {
        laptop.shares();
    }
    let id = fatima.records(Some(&case), &hardly_packed(1))["id"].clone();
    meets_with_altered_key(&bram, &fatima);
    assert_eq!(centre(&bram)["unread"][0]["why"], "noKey");
    fatima.shares();
    bram.shares();
    assert_eq!(bram.item(&case, &id)["text"], hardly_packed(1));
    assert_eq!(centre(&bram)["unread"], json!([]));
}

#[test]
fn what_cannot_be_read_yet_is_passed_on_all_the_same() {
    let stage = Stage::new();
    let hub = stage.hub();
    let ([fatima, bram, noor], case, id) = noor_lacks_a_key(&stage, &hub);
    // She asks the hub for it, which has nothing of it; then it is hers to bring.
    noor.shares();
    fatima.shares();
    assert_eq!(centre(&fatima)["unread"][0]["why"], "noKey");
    let (mut meeting, said) = Meeting::between(&fatima, &bram);
    meeting.goes_on(said);
    assert_eq!(fatima.item(&case, &id)["text"], hardly_packed(1));
}

/// Bram has written in a case of all three and met only Noor, who has it with a key that opens nothing; with the case
/// and the contact moment.
fn noor_lacks_a_key(stage: &Stage, hub: &HubProcess) -> ([Laptop; 3], String, Value) {
    let team = stage.team(&hub.url(), ["Fatima", "Bram", "Noor"]);
    let [fatima, bram, noor] = &team;
    let case = fatima.opens_case("Gezin K.", &["Bram", "Noor"]);
    for laptop in [fatima, bram, noor, fatima, bram] {
        laptop.shares();
    }
    let id = bram.records(Some(&case), &hardly_packed(1))["id"].clone();
    meets_with_altered_key(noor, bram);
    (team, case, id)
}

/// One dials the other and takes in everything, but the key of the last entry was altered on the way.
fn meets_with_altered_key(dials: &Laptop, answers: &Laptop) {
    let (mut meeting, mut said) = Meeting::between(dials, answers);
    let mut altered = 0;
    while !said.is_empty() {
        let mut back = meeting.brings(&said);
        for page in back.iter_mut().filter(|message| message.len() > 1_000) {
            // The key, of 48 bytes, stands between the text and the signature.
            let in_the_key = page.len() - 64 - 30;
            page[in_the_key] ^= 1;
            altered += 1;
        }
        said = meeting.dials.hear(&back).unwrap();
    }
    assert_eq!(altered, 1, "one page of entries came");
}

fn centre(laptop: &Laptop) -> Value {
    laptop.does("read_sync_centre", json!({}))
}

fn edits(laptop: &Laptop, case: &str, id: &Value, text: &str) {
    let version = &laptop.item(case, id)["version"];
    let request = json!({ "id": id, "version": version, "text": text });
    laptop.does("edit_contact_moment", request);
}
